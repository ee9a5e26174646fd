import type { Page } from '@playwright/test';
import { expect, test } from '../helpers/browser.ts';
import { ask, cellOf, current, cyrillicOutside, faults, openSample, paste } from './steps.ts';

/** From groups to needs: the matrix feels like the figures grid, sources stand side by side, another one is taken only with a reason. */

const rates = (page: Page) => ask(page, 'rates.view', { year: 2027, scenario: 'base' });
const rateOf = async (page: Page, group: string, service: string) => (await rates(page)).cells.find((cell) => cell.group === group && cell.service === service)?.rate.value ?? null;

test('shares are typed, pasted, filled down and emptied; a measured share is not typed over', async ({ page }) => {
  await openSample(page, 'training', 'needs?tab=rates');
  const grid = page.getByRole('grid', { name: 'Частки груп, що потребують послуг' });
  const cell = await cellOf(grid, 'children_disability', /^015\.3\.1/);
  await cell.click();
  await expect(cell).toBeFocused();
  await page.keyboard.type('12 %');
  await page.keyboard.press('Enter');
  await expect.poll(() => rateOf(page, 'children_disability', 's015.3.1'), { timeout: 15_000 }).toBe(0.12);
  await expect(cell).toContainText('прип.');

  await cell.click();
  await page.keyboard.type('120 %');
  await page.keyboard.press('Enter');
  await expect(cell).toHaveAttribute('aria-invalid', 'true');
  await cell.click();
  await page.keyboard.press('Escape');

  const before = (await current(page)).revision;
  await cell.click();
  await paste(page, '0,2\n30 %');
  await expect.poll(() => rateOf(page, 'children_disability', 's015.3.1')).toBe(0.2);
  expect((await current(page)).revision).toBe(before + 1);
  await cell.click();
  await page.keyboard.press('Delete');
  await expect.poll(() => rateOf(page, 'children_disability', 's015.3.1')).toBe(null);

  const measured = await cellOf(grid, 'elderly_alone', /^015\.1 /);
  const old = await rateOf(page, 'elderly_alone', 's015.1');
  await measured.click();
  await page.keyboard.type('5 %');
  await expect(page.locator('.g-said')).toContainText('Тут діє інше джерело');
  expect(await rateOf(page, 'elderly_alone', 's015.1')).toBe(old);
});

test('another source is taken only with a reason; the check says what it means; no accessibility fault in either part', async ({ page }) => {
  await ask(page, 'settings.set', { language: 'en', theme: 'light' });
  await openSample(page, 'training', 'needs?tab=rates');
  const found = [...await cyrillicOutside(page)];
  const grid = page.getByRole('grid', { name: 'Shares of groups that need services' });
  const change = page.getByRole('button', { name: 'Change: Assumption' });
  const cell = await cellOf(grid, 'elderly_alone', /^015\.1 /);
  await cell.click();
  await expect(change).toBeVisible();
  // The sources take room from the table: the cell they belong to stays in sight.
  await expect(cell).toBeInViewport({ ratio: 0.9 });
  await change.click();
  await page.getByLabel('Share in need').fill('40%');
  await page.getByLabel('Lower bound').fill('30%');
  await page.getByLabel('Upper bound').fill('50%');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByLabel('Take the share').selectOption({ label: 'Assumption' });
  await page.getByRole('button', { name: 'Record the choice' }).click();
  await expect(page.getByRole('alert')).toContainText('differs from the usual one');
  found.push(...await faults(page, '.rt-panel'));
  await page.getByLabel('Why (required)').fill('the survey asked only those at home');
  await page.getByRole('button', { name: 'Record the choice' }).click();
  await expect.poll(() => rateOf(page, 'elderly_alone', 's015.1')).toBe(0.4);
  await page.getByRole('button', { name: 'Check by service' }).click();
  await expect(page.getByRole('row', { name: /015\.1/ })).toContainText('By groups:');
  found.push(...await faults(page), ...await cyrillicOutside(page));
  await page.getByRole('button', { name: /Way, overlap: 015\.1/ }).click();
  await expect(page.getByRole('dialog')).toContainText('Larger of both');
  found.push(...await faults(page, '[role=dialog]'));
  expect(found).toEqual([]);
});
