import { readFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import type { Input, MethodName, Output } from '#contract/api.ts';
import type { PlanInfo } from '#contract/api/library.ts';
import type { FigureKey } from '#contract/models.ts';
import type { Locator, Page } from '@playwright/test';
import { expect } from '../helpers/browser.ts';
import { root } from '../helpers/root.ts';

/** Steps that several browser tests take. */

/** One action of the program through its own door; an error object is thrown as its code. */
export async function ask<N extends MethodName>(page: Page, method: N, input: Input<N>): Promise<Output<N>> {
  const reply = await page.evaluate(async ([name, body]) => {
    const answer = await fetch(`/api/${name}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    return answer.json() as Promise<{ readonly ok: boolean; readonly value: unknown; readonly error?: { readonly code: string } }>;
  }, [method, JSON.stringify(input)] as const);
  if (!reply.ok) throw new Error(`${method}: ${JSON.stringify(reply.error)}`);
  return reply.value as Output<N>;
}

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

/** Opens a copy of a shipped sample and loads the window anew, so that it finds it. A narrow window folds its navigation: its banner is waited for. */
export async function openSample(page: Page, sample: 'sribne' | 'training', shown: 'navigation' | 'banner' = 'navigation'): Promise<void> {
  await ask(page, 'plan.sample', { sample });
  await page.goto(`${new URL(page.url()).origin}/#/`);
  await page.reload();
  await expect(page.getByRole(shown)).toBeVisible();
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

/** Rules that depend on the colours of a theme; all others say the same in every theme. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block'];

/** Accessibility faults of what is shown now, each as rule, element and reason; `coloursOnly` = by the rules that depend on the theme. */
export async function faults(page: Page, coloursOnly = false): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe);
  return page.evaluate(async (rules) => {
    const { axe: checker } = globalThis as unknown as { readonly axe: { run(context: Document, options: object): Promise<{ readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[] }[] }> } };
    const { violations } = await checker.run(document, { resultTypes: ['violations'], runOnly: rules });
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 220)} – ${(node.failureSummary ?? '').replace(/\s+/g, ' ').slice(0, 300)}`));
  }, coloursOnly ? OF_COLOURS : ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']);
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
