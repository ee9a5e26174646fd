import type { Page } from '@playwright/test';
import { expect, test } from '../helpers/browser.ts';
import { ask, cyrillicOutside, faults, openSample, openWindow, settled, visit } from './steps.ts';

/** From the first stage to an approved snapshot and what changed after it, as people do it in the window. */

async function clean(page: Page, where: string, ...within: readonly string[]): Promise<void> {
  await settled(page);
  expect((await faults(page, ...within)).map((fault) => `${where}: ${fault}`)).toEqual([]);
}

test('a determination is started, a stage done, a name refused, the figures approved, and a later edit stands beside what was approved', async ({ page }) => {
  await openSample(page, 'sribne', 'needs?tab=cycle');
  await page.getByRole('button', { name: 'Почати визначення потреб' }).click();
  await page.getByRole('dialog').getByLabel('Рік').fill('2020');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Етапи в часі' })).toBeVisible();

  await page.getByRole('button', { name: 'Змінити: Акт про робочу групу' }).click();
  const stage = page.getByRole('form', { name: 'Етап' });
  await stage.getByRole('button', { name: 'виконано' }).click();
  await stage.getByLabel('Виконано').fill('06.02.2020');
  await stage.getByLabel('Відповідальний').fill('Коваленко О. П.');
  await clean(page, 'stage', 'main form');
  await stage.getByRole('button', { name: 'Зберегти', exact: true }).click();
  await expect(stage.getByRole('alert')).toContainText('Схоже на імʼя людини: «Коваленко О. П.»');
  await stage.getByLabel('Відповідальний').fill('Заступник голови');
  await stage.getByRole('button', { name: 'Зберегти', exact: true }).click();
  await expect(page.getByRole('row', { name: /Акт про робочу групу.*виконано 06\.02\.2020 Заступник голови/ })).toBeVisible();
  await page.getByRole('button', { name: /Додати звичайний склад/ }).click();
  await expect(page.getByText('Старости округів', { exact: true })).toBeVisible();

  await page.getByRole('button', { name: 'Затвердити…' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText(/Затвердити без пояснення не можна: \d+ потреб/);
  const approve = dialog.getByRole('button', { name: 'Затвердити', exact: true });
  await dialog.getByLabel('Номер рішення').fill('12/34');
  await dialog.getByLabel('Хто затвердив').fill('Срібнянська селищна рада');
  await dialog.getByLabel('Назва знімка').fill('Потреби 2020');
  await expect(approve).toBeDisabled();
  await dialog.getByLabel('Чому затверджується з невідомими потребами').fill('Опубліковано лише три послуги');
  await clean(page, 'approve', '[role=dialog]');
  await approve.click();
  await expect(page.getByText('Потреби 2020', { exact: true })).toBeVisible();
  await clean(page, 'cycle');

  const { root } = await ask(page, 'plan.view', { year: 2020 });
  await ask(page, 'figures.set', { cells: [{ key: { measure: 'identified', service: 's015.1', territory: root, year: 2020 }, patch: { value: 456 } }] });
  await openWindow(page, 'overview');
  await page.getByRole('link', { name: /після затвердження/ }).click();
  await expect(page.getByRole('row', { name: /Без послуги, Догляд вдома.*137.*140/ })).toBeVisible();
  await clean(page, 'changes');
  await visit(page, 'needs');
  await expect(page.getByRole('gridcell', { name: /140 осіб.*затверджено 137/ })).toBeVisible();
  await ask(page, 'settings.set', { language: 'en', theme: 'dark' });
  await page.setViewportSize({ width: 683, height: 384 });
  await openWindow(page, 'needs?tab=cycle');
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  await clean(page, 'English, dark, narrow');
  expect(await cyrillicOutside(page)).toEqual([]);
});
