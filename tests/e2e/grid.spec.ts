import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../helpers/browser.ts';
import { ask, cellOf, current, openSample, paste } from './steps.ts';

/** The figures grid feels like a spreadsheet and loses nothing of what was typed or pasted. */

const title = 'Потреби за послугами';
const revision = async (page: Page): Promise<number> => (await current(page)).revision;

async function needs(page: Page, sample: 'sribne' | 'training' = 'sribne'): Promise<Locator> {
  await openSample(page, sample, 'needs');
  return page.getByRole('grid', { name: title });
}

test('a pasted block is one change, and one Ctrl+Z takes it back', async ({ page }) => {
  const grid = await needs(page);
  const rows = grid.locator('[data-id]');
  const first = await rows.first().getAttribute('data-id') ?? '';
  const start = await cellOf(grid, first, 'Виявлено');
  const before = await revision(page);
  const year = 2020;
  const stored = async () => (await ask(page, 'needs.view', { year, scenario: 'base' })).rows.map((row) => [row.identified.value, row.served.value, row.waiting.value]);
  const figures = await stored();

  await start.click();
  const block = Array.from({ length: 1000 }, (_, row) => [1000 + row, 500 + row, row].join('\t')).join('\r\n');
  await paste(page, block);
  await expect(page.locator('.g-said')).toContainText(/Вставлено \d+ клітин.*Не вмістилося: \d/);
  await expect(start).toHaveText('1\u00a0000');
  await expect.poll(() => revision(page)).toBe(before + 1);
  expect((await stored()).filter(([identified]) => (identified ?? 0) >= 1000)).toHaveLength(figures.length);

  await page.keyboard.press('Control+z');
  await expect.poll(stored).toEqual(figures);
  expect(await revision(page)).toBe(before + 2);
  await page.keyboard.press('Control+y');
  await expect(start).toHaveText('1\u00a0000');
});

test('a block with errors keeps every typed text, marks its cells and leads to each error', async ({ page }) => {
  const grid = await needs(page);
  const [home, day] = [await cellOf(grid, 's015.1', 'Виявлено'), await cellOf(grid, 's015.3', 'Виявлено')];
  const ids = await grid.locator('[data-id]').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-id')));
  const at = ids.indexOf('s015.1');
  const before = await revision(page);
  await home.click();
  const texts = ids.slice(at, at + 4).map((id) => (id === 's015.1' ? 'багато' : id === 's015.3' ? '-5' : '77'));
  await paste(page, texts.join('\n'));
  await expect(home).toHaveText('багато');
  await expect(home).toHaveAttribute('aria-invalid', 'true');
  await expect(day).toHaveText('-5');
  await expect(day).toHaveAttribute('aria-invalid', 'true');
  await expect(page.locator('.g-st')).toContainText('2 помилки');
  await page.getByRole('button', { name: 'Далі: наступна помилка' }).click();
  const seen = [await grid.locator(':focus').textContent()];
  await page.getByRole('button', { name: 'Далі: наступна помилка' }).click();
  seen.push(await grid.locator(':focus').textContent());
  expect(seen.toSorted()).toEqual(['-5', 'багато']);
  await expect(page.locator('.g-said')).not.toBeEmpty();

  // Corrected, the cells are stored.
  await home.click();
  await page.keyboard.type('453');
  await page.keyboard.press('Enter');
  await day.click();
  await page.keyboard.type('545');
  await page.keyboard.press('Enter');
  await expect(grid.locator('[aria-invalid]')).toHaveCount(0);
  await expect(home).toHaveText('453');
  await expect(day).toHaveText('545');
  expect(await revision(page)).toBeGreaterThan(before);
});

test('Delete makes a figure unknown, Ctrl+D fills down, F2 edits, Esc gives the old value back', async ({ page }) => {
  const grid = await needs(page);
  const served = await cellOf(grid, 's015.1', 'Отримує');
  const unmet = await cellOf(grid, 's015.1', 'Без послуги');
  await expect(unmet).toHaveText('137');
  await served.click();
  await page.keyboard.press('F2');
  await page.keyboard.press('End');
  await page.keyboard.type('9');
  await page.keyboard.press('Escape');
  await expect(served).toHaveText('316');
  await page.keyboard.press('Delete');
  await expect(served).toHaveText('н/д');
  await expect(unmet).toContainText('введіть, скільки отримує');
  await page.keyboard.press('Control+z');
  await expect(served).toHaveText('316');
  await expect(unmet).toHaveText('137');

  const waiting = await cellOf(grid, 's015.1', 'Черга');
  await waiting.click();
  await page.keyboard.type('12');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+d');
  const ids = await grid.locator('[data-id]').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-id') ?? ''));
  await expect(await cellOf(grid, ids[ids.indexOf('s015.1') + 1] ?? '', 'Черга')).toHaveText('12');
});

test('a contradiction is shown and explained, never clipped', async ({ page }) => {
  const grid = await needs(page, 'training');
  const { rows } = await ask(page, 'needs.view', { year: (await current(page)).years.at(-1) ?? 0, scenario: 'base' });
  const conflict = rows.find((row) => row.state === 'conflict');
  if (!conflict) throw new Error('the sample has no contradiction');
  await page.getByRole('button', { name: /^Спірні/ }).click();
  const unmet = await cellOf(grid, conflict.id, 'Без послуги');
  await expect(unmet).toContainText(String((conflict.served.value ?? 0) - (conflict.identified.value ?? 0)));
  await unmet.click();
  await page.keyboard.press('F4');
  await expect(page.getByRole('complementary', { name: 'Пояснення числа' })).toContainText('Отримує');
});

test('only the rows in sight are drawn, and a screen reader hears how many there are', async ({ page }) => {
  const grid = await needs(page, 'training');
  const { rows } = await ask(page, 'needs.view', { year: (await current(page)).years.at(-1) ?? 0, scenario: 'base' });
  const sections = new Set(rows.map((row) => row.section)).size;
  expect(Number(await grid.getAttribute('aria-rowcount'))).toBeGreaterThanOrEqual(rows.length + sections);
  await expect(grid.getByRole('columnheader', { name: 'Послуга' })).toHaveAttribute('aria-colindex', /\d/);
  // A click in the moment when scrolled rows were just drawn, before anything else could happen, is not lost.
  const clicked = await grid.evaluate((scroller) => new Promise<string | null>((resolve) => {
    new MutationObserver((_, seen) => {
      seen.disconnect();
      const cell = [...scroller.querySelectorAll('[data-id] > [data-c="3"]')].at(-12);
      cell?.dispatchEvent(new MouseEvent('mousedown', { bubbles: true, cancelable: true, button: 0 }));
      resolve(cell?.getAttribute('aria-label') ?? null);
    }).observe(scroller, { subtree: true, childList: true });
    scroller.scrollTop = 400;
  }));
  await expect(grid.locator(':focus')).toHaveAttribute('aria-label', clicked ?? 'no cell');
  await page.keyboard.press('Control+Home');
  for (let press = 0; press < 25; press++) await page.keyboard.press('ArrowDown');
  await expect(grid.locator(':focus')).toBeInViewport({ ratio: 0.9 });
  await page.keyboard.press('Control+End');
  await expect(grid.locator(':focus')).toBeInViewport();
});
