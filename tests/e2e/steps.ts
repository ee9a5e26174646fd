import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import type { Input, MethodName, Output } from '#contract/api.ts';
import type { PlanInfo } from '#contract/api/library.ts';
import type { FigureKey } from '#contract/models.ts';
import type { Locator, Page } from '@playwright/test';
import { expect, programOf } from '../helpers/browser.ts';
import type { RunningProgram } from '../helpers/program.ts';
import { root } from '../helpers/root.ts';

/** Steps that several browser tests take. */

/** One action of the program whose window a page is; an error object is thrown as its code. */
export const ask = <N extends MethodName>(page: Page, method: N, input: Input<N>): Promise<Output<N>> => programOf(page).ask(method, input);

/** The open plan; it is an error when none is open. */
export async function current(page: Page): Promise<PlanInfo> {
  const info = await ask(page, 'plan.current', {});
  if (!info) throw new Error('no plan is open');
  return info;
}

/** How many times slower than a quiet one this computer may be now: limits of time grow with what else runs on it. */
export const slowness = (): number => Math.max(1, (loadavg()[0] ?? 0) / cpus().length);

/** Waits until the page is drawn: a heading stands, nothing is being loaded, fonts are there. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => [...document.querySelectorAll('h1')].some((each) => each.checkVisibility()) && document.querySelector('.wait, [aria-busy="true"]') === null && document.fonts.status === 'loaded');
}

/** Opens a copy of a shipped sample, without a window. A sample is made once in a run: after that its file is copied. */
export async function openCopy(program: RunningProgram, sample: 'sribne' | 'training'): Promise<void> {
  const kept = join(process.env['SAMPLE_PLANS'] ?? '', `${sample}.sotsplan`);
  const path = join(program.library, `${sample}.sotsplan`);
  mkdirSync(program.library, { recursive: true });
  if (existsSync(kept)) copyFileSync(kept, path);
  else {
    await program.ask('plan.sample', { sample, file: sample });
    await program.ask('plan.close', {});
    copyFileSync(path, `${kept}.${process.pid}`);
    renameSync(`${kept}.${process.pid}`, kept);
  }
  await program.ask('plan.open', { path });
}

/** Opens a copy of a shipped sample and then the window, at a page. */
export async function openSample(page: Page, sample: 'sribne' | 'training', at = ''): Promise<void> {
  await openCopy(programOf(page), sample);
  await openWindow(page, at);
  await expect(page.locator('nav#sections')).toBeAttached();
}

/** Opens the window at a page, or loads it anew there. */
export async function openWindow(page: Page, at = ''): Promise<void> {
  const { origin } = programOf(page);
  const loaded = page.url().startsWith(origin);
  await page.goto(`${origin}/#/${at}`);
  if (loaded) await page.reload();
  await settled(page);
}

/** Goes to a page of the plan by its address (`checks`, `checks?tab=rules`) and waits for it. */
export async function visit(page: Page, id: string): Promise<void> {
  await page.evaluate((to) => { window.location.hash = `#/${to}`; }, id);
  await expect(page.locator(`nav a[href="#/${id.split('?')[0]}"]`)).toHaveAttribute('aria-current', 'page');
  // A part of the same page: what was shown before is gone after a frame.
  await page.evaluate(() => new Promise((resolve) => { requestAnimationFrame(() => requestAnimationFrame(resolve)); }));
  await settled(page);
}

/** Ids of all pages and tools in the navigation, in their order (the library is the start page). */
export async function pagesOf(page: Page): Promise<readonly string[]> {
  return page.$$eval('nav a[href^="#/"]', (links) => links.map((link) => (link.getAttribute('href') ?? '').slice(2)).filter((id) => id !== 'library'));
}

/** Address of a figure of the whole plan. */
export const figure = (more: Partial<FigureKey> & Pick<FigureKey, 'measure' | 'year'>): FigureKey =>
  ({ group: '', service: '', provider: '', territory: '', sex: 'all', age: 'all', scenario: 'base', ...more });

/** The cell of a grid in a row (by its id) under a column (by its title). */
export async function cellOf(grid: Locator, row: string, column: string | RegExp): Promise<Locator> {
  const at = await grid.getByRole('columnheader', { name: column, exact: typeof column === 'string' }).first().getAttribute('aria-colindex');
  return grid.locator(`[data-id="${row}"] > [aria-colindex="${at}"]`);
}

/** Pastes a text where the focus is, as the clipboard would. */
export async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((plain) => {
    const data = new DataTransfer();
    data.setData('text/plain', plain);
    (document.activeElement ?? document.body).dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, text);
}

const axe = readFileSync(join(root, 'node_modules/axe-core/axe.min.js'), 'utf8');

/**
 * Accessibility faults of what is shown now, each as rule, element and reason. `within` = only in these parts, each of which must be there:
 * for what opened on a page that is looked at whole elsewhere, since a whole page takes a second.
 */
export const faults = (page: Page, ...within: readonly string[]): Promise<readonly string[]> =>
  broken(page, ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], within);

/** Faults of the rules that depend on the colours of a theme; all others say the same in every theme. */
export const faultsOfColour = (page: Page): Promise<readonly string[]> => broken(page, ['color-contrast', 'link-in-text-block'], []);

async function broken(page: Page, rules: readonly string[], within: readonly string[]): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe);
  return page.evaluate(async ({ rules, parts }) => {
    const { axe: checker } = globalThis as unknown as { readonly axe: { run(context: object, options: object): Promise<{ readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[] }[] }> } };
    const { violations } = await checker.run(parts.length === 0 ? document : { include: parts }, { resultTypes: ['violations'], runOnly: rules });
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 220)} – ${(node.failureSummary ?? '').replace(/\s+/g, ' ').slice(0, 300)}`));
  }, { rules, parts: within });
}

/** Cyrillic letters that an English reader would meet outside `lang="uk"` elements: texts and accessible names. */
export function cyrillicOutside(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const cyrillic = /[\u0400-\u04FF]/;
    const inUkrainian = (element: Element | null): boolean => element?.closest('[lang]')?.getAttribute('lang') === 'uk';
    const report = (what: string, text: string, element: Element): void => { found.push(`${what} «${text.trim().slice(0, 120)}» in ${element.outerHTML.slice(0, 160)}`); };
    const walk = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      const parent = node.parentElement;
      if (parent && !parent.closest('script, style') && cyrillic.test(node.textContent ?? '') && !inUkrainian(parent)) report('text', node.textContent ?? '', parent);
    }
    for (const element of document.querySelectorAll('*')) {
      for (const name of ['aria-label', 'title', 'alt', 'placeholder', 'aria-roledescription', 'aria-valuetext', 'aria-description', 'label']) {
        const text = element.getAttribute(name);
        if (text !== null && cyrillic.test(text) && !inUkrainian(element)) report(name, text, element);
      }
      const value = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement ? element.value : '';
      if (cyrillic.test(value) && !inUkrainian(element)) report('value', value, element);
    }
    if (cyrillic.test(document.title)) report('document title', document.title, document.head);
    return found;
  });
}
