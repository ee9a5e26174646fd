import type { Page } from '@playwright/test';
import { expect, test } from '../helpers/browser.ts';
import { ask, cyrillicOutside, faults, openSample, pagesOf, settled, visit } from './steps.ts';

/** Every page in both languages and themes passes the accessibility rules; an English reader meets no Cyrillic by surprise. */

/** Addresses of parts that a page shows only when asked. Each is looked at in one language and theme, the neighbours in the list in others. */
const PARTS = [
  'capacity?tab=providers', 'capacity?tab=restoration', 'capacity?tab=map', 'capacity?tab=reach', 'capacity?tab=reach&view=times', 'capacity?tab=package', 'needs?survey=s015.1', 'needs?tab=rates', 'needs?tab=surveys', ...['form', 'sample', 'answers', 'results', 'open', 'take'].map((step) => `needs?tab=surveys&id=survey-2026&step=${step}`),
  ...['result', 'compare', 'events', 'methods', 'parameters'].map((view) => `needs?tab=projection&view=${view}`), 'needs?tab=cycle', 'checks?tab=findOut', 'checks?tab=rules',
  'groups?tab=integration', 'groups?tab=integration&view=values', 'groups?tab=integration&view=axes', 'groups?tab=integration&indicator=employment',
  'collection?tab=sheets', 'collection?tab=indicators', 'documents?tab=publish',
];
/** The four looks: language and theme. */
const LOOKS = [['uk', 'light'], ['en', 'dark'], ['en', 'light'], ['uk', 'dark']] as const;

/** Opens the plan every page of which is filled, in a language and theme. */
async function training(page: Page, language: 'uk' | 'en', theme: 'light' | 'dark'): Promise<readonly string[]> {
  await ask(page, 'settings.set', { language, theme });
  await openSample(page, 'training');
  await expect(page.locator('html')).toHaveAttribute('lang', language);
  await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
  return pagesOf(page);
}

LOOKS.forEach(([language, theme], at) => {
  test(`no accessibility fault on any page: ${language}, ${theme}`, async ({ page }) => {
    const found: string[] = [];
    // Pages stand in both themes of a language: what does not depend on colours is looked at in the light one.
    const look = async (where: string, coloursOnly = false): Promise<void> => {
      found.push(...(await faults(page, coloursOnly)).map((fault) => `${where}: ${fault}`));
      if (language === 'en') found.push(...(await cyrillicOutside(page)).map((text) => `${where}: ${text}`));
    };
    const ids = await training(page, language, theme);
    expect(ids).toEqual(expect.arrayContaining(['history', 'settings']));
    for (const id of ids) {
      await visit(page, id);
      await look(id, theme === 'dark');
    }
    for (const part of PARTS.filter((_, n) => n % LOOKS.length === at)) {
      await visit(page, part);
      await look(part);
    }
    // The parts of the reference book: once in each language is enough.
    if ((language === 'uk') === (theme === 'light')) {
      await visit(page, 'reference');
      for (const tab of (await page.getByRole('tab').all()).slice(1)) {
        await tab.click();
        await settled(page);
        await look(`reference, ${await tab.textContent()}`);
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
});
