import { chromium, type Page } from '@playwright/test';
import { cellOf, settled, visit } from '../e2e/steps.ts';
import { BROWSER_ARGS, chromiumPath } from '../helpers/chromium.ts';
import { startProgram } from '../helpers/program.ts';
import { timesOf, type Times } from './numbers.ts';
import { ask, YEAR, type LargestPlan } from './plan.ts';

export interface WindowTimes { readonly times: readonly Times[]; readonly problem: string | null }

/** Rows of the table that are edited in turn: all of them are drawn without scrolling. */
const ROWS = 10;

/**
 * Enter pressed in the table of needs of the largest plan → the frame in which the number that depends on it (the unmet need of the same
 * service) changed on screen: through key, page, web door, program thread, file and back.
 */
export async function measureWindow(library: string, plan: LargestPlan, edits: number): Promise<WindowTimes> {
  const program = await startProgram({ library, lang: 'en' });
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: BROWSER_ARGS });
  try {
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
    await page.goto(program.url);
    await settled(page);
    const call = (method: string, input: unknown) => page.evaluate(async ([name, body]) => {
      const answer = await fetch(`/api/${name}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
      return answer.json() as never;
    }, [method, JSON.stringify(input)] as const);
    await ask(call, 'plan.open', { path: plan.path });
    await page.goto(`${new URL(page.url()).origin}/#/`);
    await page.reload();
    await visit(page, 'needs');
    // Totals of the community cannot be typed over: the edits are made in one settlement.
    const link = ['identified', '', plan.services[0], '', plan.settlements[0], 'all', 'all', YEAR].join('|');
    await page.evaluate((cell) => { window.location.hash = `#/needs?${new URLSearchParams({ cell }).toString()}`; }, link);
    await page.getByRole('gridcell').first().waitFor();
    await settled(page);
    return { times: [timesOf(`window: Enter → unmet need redrawn (${YEAR})`, await measureEnter(page, edits))], problem: null };
  } catch (error) {
    return { times: [], problem: error instanceof Error ? error.message.split('\n').slice(0, 4).join(' ') : String(error) };
  } finally {
    await browser.close();
    await program.stop().catch((error: unknown) => console.error(error));
  }
}

async function measureEnter(page: Page, edits: number): Promise<readonly number[]> {
  const grid = page.getByRole('grid').first();
  const rows = (await grid.locator('[data-id]').evaluateAll((elements) => elements.map((element) => element.getAttribute('data-id') ?? ''))).filter(Boolean).slice(0, ROWS);
  const ms: number[] = [];
  // Two rounds before the measured ones: fonts, code and caches are warm as in the middle of a working day.
  for (let n = -2 * rows.length; n < edits; n++) {
    const row = rows[(n + 2 * rows.length) % rows.length] ?? '';
    const identified = await cellOf(grid, row, /^Identified/i);
    const unmet = await cellOf(grid, row, /^(Unmet|Without)/i);
    await identified.click();
    await page.keyboard.type(String(50_000 + n + 2 * rows.length));
    // The watcher is in place before Enter is pressed; what it saw is asked for afterwards.
    const watcher = await unmet.evaluateHandle((cell) => ({ seen: new Promise<number>((resolve, reject) => {
      const before = cell.getAttribute('aria-label');
      const selector = `[data-id="${cell.parentElement?.getAttribute('data-id') ?? ''}"] > [aria-colindex="${cell.getAttribute('aria-colindex') ?? ''}"]`;
      let pressed = 0;
      const timer = setTimeout(() => reject(new Error('the number that depends on the edit did not change within 10 s')), 10_000);
      window.addEventListener('keydown', (event) => { if (event.key === 'Enter') pressed = event.timeStamp; }, { capture: true, once: true });
      const observer = new MutationObserver(() => {
        if (pressed === 0 || document.querySelector(selector)?.getAttribute('aria-label') === before) return;
        observer.disconnect();
        clearTimeout(timer);
        // The message is delivered after the frame in which the change is drawn.
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.addEventListener('message', () => resolve(performance.now() - pressed), { once: true });
          port1.start();
          port2.postMessage(null);
        });
      });
      observer.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
    }) }));
    await page.keyboard.press('Enter');
    const one = await watcher.evaluate(({ seen }) => seen);
    await watcher.dispose();
    if (n >= 0) ms.push(one);
    await page.waitForFunction(() => document.querySelector('[role="grid"] [aria-busy="true"]') === null);
  }
  return ms;
}
