import type { Page } from '@playwright/test';
import { expect, test } from '../helpers/browser.ts';
import { cellOf, faults, openSample, pagesOf, visit } from './steps.ts';

/** Panels and dialogs, high contrast, 200 % zoom, and the checks themselves. */

async function clean(page: Page): Promise<void> { expect(await faults(page)).toEqual([]); }

test('the checks find what is planted', async ({ page }) => {
  await openSample(page, 'sribne');
  await visit(page, 'settings');
  await clean(page);
  await page.evaluate(() => document.querySelector('main')?.insertAdjacentHTML('beforeend', '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw="><button></button>'));
  expect((await faults(page)).map((fault) => fault.split(':')[0])).toEqual(expect.arrayContaining(['image-alt', 'button-name']));
});

test('no accessibility fault with an explanation, a dialog, a menu or a wrong cell open', async ({ page }) => {
  await openSample(page, 'sribne');
  await visit(page, 'needs');
  const grid = page.getByRole('grid', { name: 'Потреби за послугами' });
  const cell = await cellOf(grid, 's015.1', 'Отримує');
  await cell.click();
  await page.keyboard.type('many');
  await page.keyboard.press('Enter');
  await expect(cell).toHaveAttribute('aria-invalid', 'true');
  await clean(page);
  await cell.click();
  await page.keyboard.press('F2');
  await clean(page);
  await page.keyboard.press('Escape');
  await (await cellOf(grid, 's015.1', 'Без послуги')).click();
  await page.keyboard.press('F4');
  await expect(page.getByRole('complementary').locator('.tf')).toBeVisible();
  await clean(page);
  await page.keyboard.press('Escape');
  await page.keyboard.press('F1');
  await expect(page.getByRole('dialog', { name: 'Сполучення клавіш' })).toBeVisible();
  await clean(page);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await expect(page.locator('input.mantine-Spotlight-search')).toBeFocused();
  await clean(page);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^Рік/ }).click();
  await expect(page.getByRole('menu')).toBeVisible();
  await clean(page);
});

for (const [name, media] of [['forced colours', { forcedColors: 'active' }], ['more contrast', { contrast: 'more' }]] as const) {
  test(`${name}: every page is drawn, buttons keep a border and the focus is seen`, async ({ page }) => {
    await page.emulateMedia(media);
    await openSample(page, 'training');
    for (const id of await pagesOf(page)) {
      await visit(page, id);
      const bare = await page.locator('main .ctl:visible').evaluateAll((all) => all.filter((element) => getComputedStyle(element).borderTopWidth === '0px' || getComputedStyle(element).borderTopStyle === 'none').map((element) => element.outerHTML.slice(0, 120)));
      expect(bare, id).toEqual([]);
    }
    await page.keyboard.press('Tab');
    const outline = await page.evaluate(() => { const style = getComputedStyle(document.activeElement ?? document.body); return `${style.outlineStyle} ${style.outlineWidth} ${style.boxShadow}`; });
    expect(outline).not.toBe('none 0px none');
  });
}

for (const lang of ['uk', 'en'] as const) {
  test.describe(() => {
    test.use({ lang, viewport: { width: 683, height: 384 } });
    test(`at 200 % zoom nothing needs sideways scrolling but tables: ${lang}`, async ({ page }) => {
      await openSample(page, 'training', 'banner');
      const ids = await page.$$eval('nav a[href^="#/"]', (links) => links.map((link) => (link.getAttribute('href') ?? '').slice(2)).filter((id) => id !== 'library'));
      expect(ids.length).toBeGreaterThan(2);
      for (const id of ids) {
        await visit(page, id);
        const wide = await page.evaluate(() => {
          const scroller = [document.scrollingElement, document.querySelector('main')].filter((element) => element !== null);
          return scroller.filter((element) => element.scrollWidth > element.clientWidth + 1).map((element) => `${element.tagName} ${element.scrollWidth} > ${element.clientWidth}`);
        });
        expect(wide, id).toEqual([]);
      }
    });
  });
}
