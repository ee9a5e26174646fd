import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from '../helpers/browser.ts';
import { openSample, slowness, visit } from './steps.ts';

/** The paper is made from the page, and says what the screen says to the last digit. */

/** Rows of all tables of the report as texts of their cells, spaces made plain; the same rows after the heads of their tables. */
async function make(page: Page): Promise<{ readonly name: string; readonly text: string; readonly rows: readonly (readonly string[])[]; readonly named: readonly { readonly name: string; readonly cells: readonly string[] }[] }> {
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: /\.docx/ }).click();
  const file = await waiting;
  const parts = unzipSync(readFileSync(await file.path()));
  const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
  const plain = (part: string): string => [...part.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map((match) => match[1]).join('').replaceAll(/\s+/g, ' ').trim();
  const tables = [...xml.matchAll(/<w:tbl>.*?<\/w:tbl>/gs)].map(([table]) => [...table.matchAll(/<w:tr[ >].*?<\/w:tr>/gs)].map(([row]) => [...row.matchAll(/<w:tc[ >].*?<\/w:tc>/gs)].map(([cell]) => plain(cell))));
  const named = tables.flatMap((table) => {
    // A group named once stands above the rows that follow it; rows that begin alike (ranges under their numbers) are counted.
    let first = '';
    const alike = new Map<string, number>();
    return table.map((cells) => {
      first = cells[0] || first;
      const name = [table[0]?.join(), cells.length, first, cells[1]].join(' | ');
      const nth = (alike.get(name) ?? 0) + 1;
      alike.set(name, nth);
      return { name: `${name} ${nth}`, cells };
    });
  });
  return { name: file.suggestedFilename(), text: plain(xml), rows: tables.flat(), named };
}

for (const lang of ['uk', 'en'] as const) {
  test.describe(() => {
    test.use({ lang });
    test(`the report says the numbers of the needs table: ${lang}`, async ({ page }) => {
      await openSample(page, 'sribne', 'needs');
      const grid = page.getByRole('grid');
      const shown = await grid.locator('[data-id]').evaluateAll((rows) => {
        const heads = [...document.querySelectorAll('[role=columnheader]')].map((head) => head.getAttribute('aria-label') ?? head.textContent ?? '');
        const at = (row: Element, name: RegExp): string => {
          const index = heads.findIndex((head) => name.test(head)) + 1;
          return (row.querySelector(`[aria-colindex="${index}"]`)?.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
        };
        return rows.map((row) => ({ name: at(row, /^Послуга|^Service/), identified: at(row, /^Виявлено|^Identified/), served: at(row, /^Отримує|^Served/), unmet: at(row, /^Без послуги|^Unmet|^Without/), coverage: at(row, /^Охоплення|^Coverage/) }));
      });
      const known = shown.filter((row) => /^\d/.test(row.unmet));
      expect(known.length).toBeGreaterThanOrEqual(2);
      await visit(page, 'documents');
      const { name, rows, text } = await make(page);
      expect(name).toMatch(/\.docx$/);
      expect(text).toContain('137');
      for (const row of known) {
        const printed = rows.filter((cells) => cells.some((cell) => cell.includes(row.name)) && cells.some((cell) => cell === row.unmet));
        expect(printed, JSON.stringify({ row, printed: rows.filter((cells) => cells.some((cell) => cell.includes(row.name))) })).not.toHaveLength(0);
        expect(printed.some((cells) => cells.includes(row.coverage)), row.name).toBe(true);
      }
    });
  });
}

test('the edition for publication hides counts under 5, and every number it shows is the one of the full edition', async ({ page }) => {
  await openSample(page, 'training', 'documents');
  const full = await make(page);
  await page.getByRole('button', { name: 'для оприлюднення' }).click();
  const open = await make(page);
  expect(open.name).not.toBe(full.name);
  // Rows are told by the head of their table and their first cells; a row stands in both editions unless its table was left out.
  const before = new Map(full.named.map(({ name, cells }) => [name, cells]));
  const pairs = open.named.flatMap(({ name, cells }) => cells.map((cell, at) => [cell, before.get(name)?.[at]] as const));
  const hidden = pairs.filter(([cell]) => cell === 'менше 5');
  expect(hidden.length).toBeGreaterThan(3);
  for (const [, was] of hidden) if (was !== undefined) expect(was).toMatch(/^[~ ]*[1-4]$/);
  expect(open.rows.flat().filter((cell) => cell === 'менше 5').length).toBe(hidden.length);
  const changed = pairs.filter(([cell, was]) => was !== undefined && cell !== was && cell !== 'менше 5' && cell !== 'приховано');
  expect(changed).toEqual([]);
});

test('words of the department are stored within two seconds after typing stops, and stand in the paper', async ({ page }) => {
  await openSample(page, 'training', 'documents');
  const field = page.locator('.docs textarea').first();
  await field.fill('Відділ просить урахувати віддалені села.');
  const typed = Date.now();
  const reply = await page.waitForResponse((response) => response.url().endsWith('/api/document.setWords'));
  expect(await reply.json()).toMatchObject({ ok: true });
  expect(Date.now() - typed).toBeLessThan(2000 * slowness());
  await expect(page.locator('.docs')).toContainText(/Збережено \d{2}:\d{2}/);
  await page.reload();
  await expect(page.locator('.docs textarea').first()).toHaveValue('Відділ просить урахувати віддалені села.');
  const { text } = await make(page);
  expect(text).toContain('Відділ просить урахувати віддалені села.');
  expect(text.toLowerCase()).toContain('навчальн');
});
