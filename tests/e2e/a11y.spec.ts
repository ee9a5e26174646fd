import type { Page } from '@playwright/test';
import { expect, test } from '../helpers/browser.ts';
import { ask, cyrillicOutside, faults, openSample, pagesOf, settled, visit } from './steps.ts';

/** Every page in both languages and themes passes the accessibility rules; an English reader meets no Cyrillic by surprise. */

/** Addresses of parts that a page shows only when asked. */
const PARTS = ['capacity?tab=providers', 'needs?survey=s015.1'];

/** Opens the plan every page of which is filled, in a language and theme. */
async function training(page: Page, language: 'uk' | 'en', theme: 'light' | 'dark'): Promise<readonly string[]> {
  await ask(page, 'settings.set', { language, theme });
  await openSample(page, 'training');
  await expect(page.locator('html')).toHaveAttribute('lang', language);
  await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
  return pagesOf(page);
}

for (const language of ['uk', 'en'] as const) {
  for (const theme of ['light', 'dark'] as const) {
    test(`no accessibility fault on any page: ${language}, ${theme}`, async ({ page }) => {
      const found: string[] = [];
      const look = async (where: string): Promise<void> => {
        found.push(...(await faults(page)).map((fault) => `${where}: ${fault}`));
        if (language === 'en') found.push(...(await cyrillicOutside(page)).map((text) => `${where}: ${text}`));
      };
      const ids = await training(page, language, theme);
      expect(ids).toEqual(expect.arrayContaining(['history', 'settings']));
      for (const id of ids) {
        await visit(page, id);
        await look(id);
      }
      // Parts behind tabs and links: once in each language is enough.
      if ((language === 'uk') === (theme === 'light')) {
        for (const part of PARTS) {
          await page.goto(`${new URL(page.url()).origin}/#/${part}`);
          await settled(page);
          await look(part);
        }
        for (const parent of ['needs', 'reference']) {
          await visit(page, parent);
          for (const tab of (await page.getByRole('tab').all()).slice(1)) {
            await tab.click();
            await settled(page);
            await look(`${parent}, ${await tab.textContent()}`);
          }
        }
      }
      await page.goto(`${new URL(page.url()).origin}/#/library`);
      await settled(page);
      await look('start');
      await page.getByRole('combobox').fill(language === 'uk' ? 'миколаї' : 'mykolai');
      await expect(page.getByRole('grid').getByRole('row')).not.toHaveCount(1);
      await settled(page);
      await look('start with a chosen community');
      expect(found).toEqual([]);
    });
  }
}
