import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { BROWSER_ARGS, chromiumPath } from '../helpers/chromium.ts';
import { startProgram } from '../helpers/program.ts';

/**
 * `npm run screens -- --out DIR [--sample sribne|training]`: a picture of every page in both languages and both themes at 1366×768,
 * and at 200 % zoom (683×384 CSS pixels at double density), so that changes of looks can be seen and the README shows true pictures.
 */
const args = process.argv.slice(2);
const option = (name: string, otherwise: string): string => (args.includes(name) ? args[args.indexOf(name) + 1] ?? otherwise : otherwise);
const out = resolve(option('--out', 'out/screens'));
const sample = option('--sample', 'sribne');
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
  await page.waitForFunction(() => document.querySelector('h1') !== null && document.querySelector('[aria-busy="true"]') === null);
  await page.evaluate(() => document.fonts.ready);
  await page.waitForTimeout(150);
}

let pictures = 0;
async function picture(page: Page, address: string, name: string): Promise<void> {
  await page.goto(`${program.origin}/${address}`);
  await page.reload();
  await settled(page);
  await page.screenshot({ path: join(out, `${name}.png`) });
  pictures += 1;
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
      await call('plan.close', {});
      await picture(page, '', `0-start-${mark}`);
      await call('plan.sample', { sample });
      let order = 1;
      await page.setViewportSize({ width: 1366, height: 768 });
      const ids = await pageIds(page);
      await page.setViewportSize({ width, height });
      for (const id of ids) await picture(page, `#/${id}`, `${order++}-${id}-${mark}`);
      await window.close();
    }
  }
}
await browser.close();
await program.stop();
console.log(`${pictures} → ${out}`);
