import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { BROWSER_ARGS, chromiumPath } from '../helpers/chromium.ts';
import { startProgram } from '../helpers/program.ts';

/**
 * `npm run screens -- --out DIR [--sample sribne|training] [--only needs,checks] [--marks uk-light,en-dark-200]`: a picture of every page and every part of it behind tabs, in
 * both languages and both themes at 1366×768, and at 200 % zoom (683×384 CSS pixels at double density), so that changes of looks can be
 * seen and the README shows true pictures. `--only` keeps some pages, `--marks` some of the eight looks.
 */
const args = process.argv.slice(2);
const option = (name: string, otherwise: string): string => (args.includes(name) ? args[args.indexOf(name) + 1] ?? otherwise : otherwise);
const out = resolve(option('--out', 'out/screens'));
const sample = option('--sample', 'sribne');
const list = (name: string): readonly string[] => option(name, '').split(',').filter(Boolean);
const only = list('--only'), marks = list('--marks');
const wanted = (page: string): boolean => only.length === 0 || only.some((each) => page.startsWith(each));
const SIZES = [{ name: '', width: 1366, height: 768, scale: 1 }, { name: '-200', width: 683, height: 384, scale: 2 }] as const;

mkdirSync(out, { recursive: true });
const program = await startProgram();
const browser = await chromium.launch({ executablePath: chromiumPath(), args: BROWSER_ARGS });
const context = await browser.newContext({ reducedMotion: 'reduce' });
const first = await context.newPage();
await first.goto(program.url);

/** One action of the program through its own door. */
const call = (method: string, input: unknown): Promise<unknown> => first.evaluate(async ([name, body]) => {
  const answer = await fetch(`/api/${name}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  return answer.json() as Promise<unknown>;
}, [method, JSON.stringify(input)] as const);

async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.waitForFunction(() => [...document.querySelectorAll('h1')].some((each) => each.checkVisibility()) && document.querySelector('.wait, [aria-busy="true"]') === null);
  await page.evaluate(() => document.fonts.ready);
  await page.waitForTimeout(250);
}

let pictures = 0;
/** The part shown last has its tab chosen; parts inside it have tabs of their own. */
const TABLISTS = 3;

async function go(page: Page, address: string): Promise<void> {
  await page.goto(`${program.origin}/${address}`);
  await page.reload();
  await settled(page);
}

async function shoot(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(out, `${name}.png`) });
  pictures += 1;
}

/** Pictures what is shown, then each further tab of the list at this depth with the lists inside it. */
async function withTabs(page: Page, name: string, mark: string, depth = 0): Promise<void> {
  await shoot(page, `${name}-${mark}`);
  for (let d = depth; d < TABLISTS; d++) {
    const list = page.getByRole('tablist').nth(d);
    if (!(await list.isVisible().catch(() => false))) return;
    for (let at = 1; at < (await list.getByRole('tab').count()); at++) {
      const tab = list.getByRole('tab').nth(at);
      const part = ((await tab.getAttribute('id')) ?? `tab-${at}`).replace(/^.*?-/, '');
      await tab.click();
      await list.locator('[aria-selected="true"]').and(tab).waitFor();
      await settled(page);
      await withTabs(page, `${name}-${part}`, mark, d + 1);
    }
    await list.getByRole('tab').first().click();
    await settled(page);
  }
}

async function pageIds(page: Page): Promise<readonly string[]> {
  await page.goto(`${program.origin}/#/`);
  await page.reload();
  await settled(page);
  return page.$$eval('nav a[href^="#/"]', (links) => links.map((link) => (link.getAttribute('href') ?? '').slice(2).split('?')[0] ?? '').filter(Boolean));
}

for (const language of ['uk', 'en'] as const) {
  for (const theme of ['light', 'dark'] as const) {
    await call('settings.set', { language, theme });
    for (const { name: zoom, width, height, scale } of SIZES) {
      const window = await browser.newContext({ viewport: { width, height }, deviceScaleFactor: scale, reducedMotion: 'reduce', storageState: await context.storageState() });
      const page = await window.newPage();
      const mark = `${language}-${theme}${zoom}`;
      if (marks.length > 0 && !marks.includes(mark)) continue;
      await call('plan.close', {});
      await go(page, '');
      await shoot(page, `0-start-${mark}`);
      await call('plan.sample', { sample });
      let order = 1;
      await page.setViewportSize({ width: 1366, height: 768 });
      const ids = await pageIds(page);
      await page.setViewportSize({ width, height });
      for (const id of ids) {
        if (!wanted(id)) { order += 1; continue; }
        await go(page, `#/${id}`);
        await withTabs(page, `${order++}-${id}`, mark);
      }
      // What opens from a list has no tab of its own.
      const surveys = (await call('surveys.view', {})) as { readonly value: readonly { readonly id: string }[] };
      const opened: readonly (readonly [string, string, number])[] = [['needs-way', 'needs?survey=s015.1', 1], ...surveys.value.slice(0, 1).map(({ id }) => ['needs-survey', `needs?tab=surveys&id=${id}`, 1] as const)];
      for (const [name, address, depth] of opened) {
        if (!wanted(name)) continue;
        await go(page, `#/${address}`);
        await withTabs(page, name, mark, depth);
      }
      await window.close();
    }
  }
}
await browser.close();
await program.stop();
console.log(`${pictures} → ${out}`);
