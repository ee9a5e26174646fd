import { expect, test as base, type BrowserContext, type Page } from '@playwright/test';
import { startCommon, type CommonProgram } from './commonProgram.ts';
import { startProgram, type RunningProgram } from './program.ts';

export { expect };

interface Fixtures {
  /** Language the program starts in. */
  readonly lang: 'uk' | 'en';
  /** A program started for this test alone, instead of the one that the tests of a worker use one after another. */
  readonly own: boolean;
  /** The built program with an empty library, no plan open and the usual preferences. */
  readonly program: RunningProgram;
}

/** Programs whose windows the contexts of a browser are. */
const programs = new WeakMap<BrowserContext, RunningProgram>();

/** The program whose window a page is. */
export function programOf(page: Page): RunningProgram {
  const program = programs.get(page.context());
  if (!program) throw new Error('the page is no window of a program');
  return program;
}

/** Makes the pages of a context windows of a program, as if each had used its start address. */
export async function enter(context: BrowserContext, program: RunningProgram): Promise<void> {
  programs.set(context, program);
  await context.addCookies([{ ...await program.cookie(), domain: '127.0.0.1', path: '/', httpOnly: true, sameSite: 'Strict' }]);
}

/**
 * A test with a running program and a page that may open it. It fails on any message of level error or warning in the console,
 * any error of the page, any request that leaves 127.0.0.1, any network attempt of the process and anything in the log of errors.
 */
export const test = base.extend<Fixtures, { readonly common: () => Promise<CommonProgram> }>({
  lang: ['uk', { option: true }],
  own: [false, { option: true }],
  common: [async ({}, use) => {
    let started: Promise<CommonProgram> | undefined;
    await use(() => (started ??= startCommon()));
    await (await started)?.end();
  }, { scope: 'worker' }],
  program: async ({ lang, own, common }, use) => {
    const program = own ? await startProgram({ lang }) : await (await common()).fresh(lang);
    await use(program);
    const seen = { network: program.network(), log: program.log(), said: program.said() };
    if (own) expect(await program.stop(), 'exit code of the program').toBe(0);
    expect(seen, 'network attempts of the program, its log of errors, its console').toEqual({ network: [], log: [], said: '' });
  },
  baseURL: async ({ program }, use) => use(program.origin),
  context: async ({ context, program }, use) => {
    const outside = watchRequests(context);
    await enter(context, program);
    await use(context);
    expect(outside, 'requests that leave 127.0.0.1').toEqual([]);
  },
  page: async ({ page }, use) => {
    const trouble = listen(page);
    await use(page);
    expect(trouble, 'console and page errors').toEqual([]);
  },
});

/** Notes every request of a context that would leave 127.0.0.1; the browser itself refuses them (BROWSER_ARGS). */
export function watchRequests(context: BrowserContext): readonly string[] {
  const outside: string[] = [];
  context.on('request', (request) => {
    const url = new URL(request.url());
    if (url.hostname !== '127.0.0.1' && url.protocol.startsWith('http')) outside.push(url.href);
  });
  return outside;
}

/** Collects what a page says to its console at level error or warning, and its uncaught errors. */
export function listen(page: Page): readonly string[] {
  const trouble: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') trouble.push(`${message.type()}: ${message.text()} ${message.location().url}`);
  });
  page.on('pageerror', (error) => trouble.push(`page error: ${error.stack ?? error.message}`));
  page.on('crash', () => trouble.push('the page crashed'));
  return trouble;
}
