import type { Page } from '@playwright/test';
import { expect, test } from '../helpers/browser.ts';
import { cellOf, faults, openSample } from './steps.ts';

/** Panels and dialogs, and the checks themselves. */

async function clean(page: Page, ...within: readonly string[]): Promise<void> { expect(await faults(page, ...within)).toEqual([]); }

test('the checks find what is planted', async ({ page }) => {
  await openSample(page, 'sribne', 'settings');
  await clean(page);
  await page.evaluate(() => document.querySelector('main')?.insertAdjacentHTML('beforeend', '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw="><button></button>'));
  expect((await faults(page)).map((fault) => fault.split(':')[0])).toEqual(expect.arrayContaining(['image-alt', 'button-name']));
});

test('no accessibility fault with an explanation, a dialog, a menu or a wrong cell open', async ({ page }) => {
  await openSample(page, 'sribne', 'needs');
  const grid = page.getByRole('grid', { name: 'Потреби за послугами' });
  const cell = await cellOf(grid, 's015.1', 'Отримує');
  await cell.click();
  await page.keyboard.type('many');
  await page.keyboard.press('Enter');
  await expect(cell).toHaveAttribute('aria-invalid', 'true');
  await clean(page, '[role=row]:has([aria-invalid])', '.g-st');
  await cell.click();
  await page.keyboard.press('F2');
  await clean(page, '[role=row]:has(.g-ed)');
  await page.keyboard.press('Escape');
  await (await cellOf(grid, 's015.1', 'Без послуги')).click();
  await page.keyboard.press('F4');
  await expect(page.getByRole('complementary').locator('.tf')).toBeVisible();
  await clean(page, 'aside');
  await page.keyboard.press('Escape');
  await page.keyboard.press('F1');
  await expect(page.getByRole('dialog', { name: 'Сполучення клавіш' })).toBeVisible();
  await clean(page);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await expect(page.locator('input.mantine-Spotlight-search')).toBeFocused();
  await clean(page, '[role=dialog]');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^Рік/ }).click();
  await expect(page.getByRole('menu')).toBeVisible();
  await clean(page, '[role=menu]', 'header');
});
