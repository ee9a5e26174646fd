import { createHash } from 'node:crypto';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { enter, expect, test } from '../helpers/browser.ts';
import { startProgram } from '../helpers/program.ts';
import { ask, cellOf, current, figure, openSample, openWindow } from './steps.ts';

/** What people fear: another computer has the plan, the file is broken, the power goes, the program does not answer. */

const digest = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex');

test('the second program on one plan is told whose computer has it since when, and may read it', async ({ page, program, browser }) => {
  await openSample(page, 'training');
  const other = await startProgram({ library: program.library });
  const context = await browser.newContext();
  try {
    await enter(context, other);
    const second = await context.newPage();
    await openWindow(second);
    const row = second.locator('.pls li').first();
    await expect(row).toContainText(`Відкрито на ${hostname()} від `);
    await expect(row.getByRole('button').first()).toHaveText('Навчальна громада');
    await expect(row).toContainText(/від \d{2}:\d{2}/);
    await row.getByRole('button').first().click();
    await expect(second.locator('header.top')).toContainText('Лише читання');
    await expect(second.locator('header.top [aria-label*="Скас"]')).toHaveAttribute('aria-disabled', 'true');
    const held = await current(second);
    await expect(ask(second, 'plan.set', { calcDate: '2026-01-01' })).rejects.toThrow('plan.readOnly');
    expect(held).toMatchObject({ readOnly: true });
  } finally {
    await context.close();
    expect(await other.stop()).toBe(0);
  }
});

test('a damaged file and a foreign one say so in the list and stay byte for byte', async ({ page }) => {
  await openSample(page, 'sribne');
  const { path } = await current(page);
  await ask(page, 'plan.close', {});
  const damaged = join(dirname(path), 'damaged.sotsplan');
  copyFileSync(path, damaged);
  const bytes = readFileSync(damaged);
  bytes.fill(0x5a, 4096, bytes.length - 4096);
  writeFileSync(damaged, bytes);
  const foreign = join(dirname(path), 'foreign.sotsplan');
  writeFileSync(foreign, 'not a plan at all');
  const before = [digest(damaged), digest(foreign)];

  await openWindow(page);
  const row = (file: string) => page.locator('.pls li').filter({ hasText: file });
  await expect(row('damaged.sotsplan')).toContainText('Файл пошкоджено. Його не змінено.');
  await expect(row('foreign.sotsplan')).toContainText('Це не файл Соцплану');
  for (const file of ['damaged.sotsplan', 'foreign.sotsplan']) {
    await row(file).getByRole('button').first().click();
    await expect(page.getByRole('alert').first()).toContainText('не змінено');
    await expect(page.getByRole('heading', { level: 1, name: 'Плани' })).toBeVisible();
  }
  expect([digest(damaged), digest(foreign)]).toEqual(before);
  // The healthy plan beside them still opens.
  await row(basename(path)).getByRole('button').first().click();
  await expect(page.getByRole('navigation')).toBeVisible();
});

test('after a power cut the plan opens with the last value the program had answered for', async ({ browser }) => {
  const library = mkdtempSync(join(tmpdir(), 'sotsplan-power-'));
  const context = await browser.newContext({ locale: 'uk-UA' });
  try {
    const first = await startProgram({ library });
    await enter(context, first);
    const page = await context.newPage();
    await openSample(page, 'sribne');
    const { path } = await current(page);
    const { root } = await ask(page, 'plan.view', { year: 2020, scenario: 'base' });
    const key = figure({ measure: 'identified', service: 's015.1', territory: root, year: 2020 });
    // Changes follow each other without a pause; the program is killed in the middle of them.
    const answered = page.evaluate(async (cell) => {
      let last = 0;
      for (let value = 1000; value < 3000; value++) {
        try {
          const reply = await fetch('/api/figures.set', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ cells: [{ key: cell, patch: { value, method: 'register', source: 'журнал' } }] }) });
          const body = await reply.json() as { readonly ok: boolean };
          if (!body.ok) throw new Error(JSON.stringify(body));
          last = value;
          document.body.dataset["answered"] = String(value);
        } catch { break; }
      }
      return last;
    }, key);
    await expect(page.locator('body')).toHaveAttribute('data-answered', /^10[2-9]|^1[1-9]/, { timeout: 20_000 });
    await first.kill();
    const last = await answered;
    expect(last).toBeGreaterThan(1010);
    expect(last).toBeLessThan(2999);

    const again = await startProgram({ library });
    await enter(context, again);
    await openWindow(page);
    await page.locator('.pls li').filter({ hasText: basename(path) }).getByRole('button').first().click();
    await expect(page.getByRole('navigation')).toBeVisible();
    const { value } = await ask(page, 'figure.get', { key });
    // The change after the last answered one may have reached the disk before its answer was on the way.
    expect([last, last + 1]).toContain(value);
    expect(await again.stop()).toBe(0);
  } finally {
    await context.close();
    rmSync(library, { recursive: true, force: true });
  }
});

test('when the program does not answer, a sentence says so and what was typed stays, until it is stored', async ({ browser }) => {
  const program = await startProgram();
  const context = await browser.newContext({ locale: 'uk-UA' });
  try {
    await enter(context, program);
    const page = await context.newPage();
    await openSample(page, 'sribne', 'needs');
    const grid = page.getByRole('grid', { name: 'Потреби за послугами' });
    const waiting = await cellOf(grid, 's015.1', 'Черга');
    await page.route('**/api/**', (route) => route.abort('connectionrefused'));
    await waiting.click();
    await page.keyboard.type('12');
    await page.keyboard.press('Enter');
    await expect(page.locator('.g-st')).toContainText('Програма не відповідає');
    await expect(page.locator('header .saved')).toContainText('Не збережено');
    await expect(waiting).toHaveText('12');
    await page.unroute('**/api/**');
    await page.locator('.g-st').getByRole('button', { name: 'Спробувати ще' }).click();
    await expect(page.locator('header .saved')).toHaveText(/^Збережено \d{2}:\d{2}$/);
    await expect(waiting).toHaveText('12');
    const { rows } = await ask(page, 'needs.view', { year: 2020, scenario: 'base' });
    expect(rows.find((row) => row.id === 's015.1')?.waiting.value).toBe(12);

    // Another page, the program really gone.
    await program.kill();
    await page.evaluate(() => { window.location.hash = '#/gaps'; });
    await expect(page.getByRole('alert').first()).toContainText('Програма не відповідає');
  } finally {
    await context.close();
  }
});
