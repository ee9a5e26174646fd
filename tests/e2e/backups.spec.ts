import { expect, test } from '../helpers/browser.ts';
import { ask, cellOf, openSample, visit } from './steps.ts';

/** The way back to a backup, through the window, and the way back from there. */

test('a plan goes back to its backup, and from there to what it was', async ({ page }) => {
  await openSample(page, 'sribne', 'needs');
  const identified = async (): Promise<number | null> => (await ask(page, 'needs.view', { year: 2020, scenario: 'base' })).rows.find((row) => row.id === 's015.1')?.identified.value ?? null;
  // The first edit of the day makes the backup that has 453.
  const cell = await cellOf(page.getByRole('grid'), 's015.1', 'Виявлено');
  await cell.click();
  await page.keyboard.type('500');
  await page.keyboard.press('Enter');
  await expect.poll(identified).toBe(500);

  await page.getByRole('link', { name: 'Бібліотека планів' }).click();
  await page.getByRole('button', { name: 'Показати копії' }).click();
  const dialog = page.getByRole('dialog', { name: 'Резервні копії' });
  const restore = async (reason: string): Promise<void> => {
    await dialog.getByRole('row').filter({ hasText: reason }).first().getByRole('button', { name: /^Повернути копію/ }).click();
    await expect(dialog).toContainText('Теперішній файл спершу буде збережено як копію');
    await dialog.getByRole('button', { name: 'Повернути', exact: true }).click();
    await expect(dialog).toContainText('План повернуто до копії від');
  };
  await restore('щоденна · перевірено');
  await expect.poll(identified).toBe(453);
  await restore('перед поверненням · перевірено');
  await expect.poll(identified).toBe(500);

  await dialog.getByRole('button', { name: 'Повернутися до плану' }).click();
  await visit(page, 'needs');
  await expect(await cellOf(page.getByRole('grid'), 's015.1', 'Виявлено')).toHaveText('500');
});
