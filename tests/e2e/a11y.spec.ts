import type { Page } from '@playwright/test';
import { expect, test } from '../helpers/browser.ts';
import { cyrillicOutside, faults, faultsOfColour, openSample, pagesOf, settled, visit } from './steps.ts';

/**
 * Every page in both languages: accessibility rules, 200 % zoom, high contrast, links; an English reader meets no Cyrillic by
 * surprise. A page is visited once in a language: contrast and size of the window change while it stands, as they do for people.
 */

/**
 * Addresses of parts that a page shows only when asked. Each is looked at in one language and theme, the neighbours in the list in others.
 * The other views of the projection are looked at in projection.spec.ts, in two looks.
 */
const PARTS = [
  'capacity?tab=providers', 'capacity?tab=restoration', 'capacity?tab=map', 'capacity?tab=reach', 'capacity?tab=reach&view=times', 'capacity?tab=package', 'needs?survey=s015.1', 'needs?tab=rates', 'needs?tab=surveys', ...['form', 'sample', 'answers', 'results', 'open', 'take'].map((step) => `needs?tab=surveys&id=survey-2026&step=${step}`),
  ...['methods', 'parameters'].map((view) => `needs?tab=projection&view=${view}`), 'needs?tab=cycle', 'checks?tab=findOut', 'checks?tab=rules',
  'groups?tab=integration', 'groups?tab=integration&view=values', 'groups?tab=integration&view=axes', 'groups?tab=integration&indicator=employment',
  'collection?tab=sheets', 'collection?tab=indicators', 'documents?tab=publish',
];
/** The four looks: language and theme. */
const LOOKS = [['uk', 'light'], ['en', 'dark'], ['en', 'light'], ['uk', 'dark']] as const;

const WIDE = { width: 1366, height: 768 };
/** The same window at 200 % zoom. */
const NARROW = { width: 683, height: 384 };

/** High contrast, one kind at a time. */
const CONTRASTS = [{ forcedColors: 'active', contrast: null }, { forcedColors: null, contrast: 'more' }] as const;

/** Changes the theme of the computer; the window follows it. */
async function useTheme(page: Page, theme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme: theme });
  await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
  await page.evaluate(() => Promise.all(document.getAnimations().map((each) => each.finished.catch(() => undefined))));
}

/** What needs sideways scrolling, tables apart. */
const tooWide = (page: Page): Promise<readonly string[]> => page.evaluate(() => {
  const scrollers = [document.scrollingElement, document.querySelector('main')].filter((element) => element !== null);
  return scrollers.filter((element) => element.scrollWidth > element.clientWidth + 1).map((element) => `${element.tagName} ${element.scrollWidth} > ${element.clientWidth}`);
});

/** Controls that have no border now. */
const bare = (page: Page): Promise<readonly string[]> => page.locator('main .ctl:visible').evaluateAll((all) =>
  all.filter((element) => getComputedStyle(element).borderTopWidth === '0px' || getComputedStyle(element).borderTopStyle === 'none').map((element) => element.outerHTML.slice(0, 120)));

/** Links to the outside through which a foreign page could reach back into the window. */
const openLinks = (page: Page): Promise<readonly string[]> => page.$$eval('a[href]', (all) => all
  .filter((link): link is HTMLAnchorElement => link instanceof HTMLAnchorElement && !link.href.startsWith('http://127.0.0.1'))
  .filter((link) => !link.href.startsWith('https://') || link.target !== '_blank' || !link.relList.contains('noopener')).map((link) => link.outerHTML.slice(0, 160)));

/** Collects what is wrong at each place, so that one run names everything. */
function noted() {
  const found: string[] = [];
  return { found, note: (where: string, faulty: readonly string[]): void => { found.push(...faulty.map((each) => `${where}: ${each}`)); } };
}

for (const lang of ['uk', 'en'] as const) test.describe(() => {
  test.use({ lang });

  test(`no fault on any page: rules, theme, zoom, contrast, links: ${lang}`, async ({ page }) => {
    test.slow();
    const { found, note } = noted();
    const [theme, other] = lang === 'uk' ? ['light', 'dark'] as const : ['dark', 'light'] as const;
    await page.emulateMedia({ colorScheme: theme });
    await page.setViewportSize(NARROW);
    await openSample(page, 'training');
    await expect(page.locator('html')).toHaveAttribute('lang', lang);
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
    const ids = await pagesOf(page);
    expect(ids).toEqual(expect.arrayContaining(['overview', 'needs', 'history', 'settings']));
    for (const id of ids) {
      await page.setViewportSize(NARROW);
      await visit(page, id);
      note(`${id}, 200 %`, await tooWide(page));
      await page.setViewportSize(WIDE);
      await settled(page);
      note(id, await faults(page));
      note(id, await openLinks(page));
      if (lang === 'en') note(id, await cyrillicOutside(page));
      for (const media of CONTRASTS) {
        await page.emulateMedia(media);
        note(`${id}, ${JSON.stringify(media)}`, await bare(page));
      }
      await page.emulateMedia({ forcedColors: null, contrast: null });
      await useTheme(page, other);
      note(`${id}, ${other}`, await faultsOfColour(page));
      await useTheme(page, theme);
    }
    for (const media of CONTRASTS) {
      await page.emulateMedia(media);
      await page.keyboard.press('Tab');
      const outline = await page.evaluate(() => { const style = getComputedStyle(document.activeElement ?? document.body); return `${style.outlineStyle} ${style.outlineWidth} ${style.boxShadow}`; });
      expect(outline, JSON.stringify(media)).not.toBe('none 0px none');
    }
    expect(found).toEqual([]);
  });

  test(`no fault in any part of a page: ${lang}`, async ({ page }) => {
    test.slow();
    const { found, note } = noted();
    const look = async (where: string): Promise<void> => {
      note(where, await faults(page));
      note(where, await openLinks(page));
      if (lang === 'en') note(where, await cyrillicOutside(page));
    };
    await openSample(page, 'training');
    for (const theme of ['light', 'dark'] as const) {
      await useTheme(page, theme);
      for (const part of PARTS.filter((_, n) => LOOKS[n % LOOKS.length]?.join() === `${lang},${theme}`)) {
        await visit(page, part);
        await look(`${part}, ${theme}`);
      }
      // The parts of the reference book: once in each language is enough.
      if ((lang === 'uk') === (theme === 'light')) {
        await visit(page, 'reference');
        for (const tab of (await page.getByRole('tab').all()).slice(1)) {
          await tab.click();
          await settled(page);
          await look(`reference, ${await tab.textContent()}`);
        }
      }
    }
    await page.goto('/#/library');
    await settled(page);
    await look('start, dark');
    await page.getByRole('combobox').fill(lang === 'uk' ? 'миколаї' : 'mykolai');
    await expect(page.getByRole('grid').getByRole('row')).not.toHaveCount(1);
    await settled(page);
    await useTheme(page, 'light');
    await look('start with a chosen community');
    expect(found).toEqual([]);
  });
});
