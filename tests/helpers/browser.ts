import { expect, test as base, type BrowserContext, type Page } from '@playwright/test';
import { startProgram, type RunningProgram } from './program.ts';

export { expect };

interface Fixtures {
  /** Language the program starts in. */
  readonly lang: 'uk' | 'en' | undefined;
  /** The built program with a fresh library folder. */
  readonly program: RunningProgram;
}

/**
 * A test with a running program and a page that has opened it. It fails on any message of level error or warning in the console,
 * any error of the page, any request that leaves 127.0.0.1, any network attempt of the process and anything in the log of errors.
 */
export const test = base.extend<Fixtures>({
  lang: [undefined, { option: true }],
  program: async ({ lang }, use) => {
    const program = await startProgram(lang ? { lang } : {});
    await use(program);
    const attempts = program.network();
    const errors = program.log();
    const code = await program.stop();
    expect(attempts, 'network attempts of the program').toEqual([]);
    expect(errors, 'log of errors').toEqual([]);
    expect(code, 'exit code of the program').toBe(0);
  },
  context: async ({ context }, use) => {
    const outside = await watchRequests(context);
    await use(context);
    expect(outside, 'requests that leave 127.0.0.1').toEqual([]);
  },
  page: async ({ page, program }, use) => {
    const trouble = listen(page);
    await page.goto(program.url);
    await use(page);
    expect(trouble, 'console and page errors').toEqual([]);
  },
});

/** Refuses and notes every request of a context that leaves 127.0.0.1. */
export async function watchRequests(context: BrowserContext): Promise<readonly string[]> {
  const outside: string[] = [];
  await context.route('**/*', (route) => {
    const url = new URL(route.request().url());
    if (url.hostname === '127.0.0.1' || url.protocol === 'data:' || url.protocol === 'blob:') return route.continue();
    outside.push(url.href);
    return route.abort();
  });
  context.on('request', (request) => {
    const url = new URL(request.url());
    if (url.hostname !== '127.0.0.1' && url.protocol.startsWith('http') && !outside.includes(url.href)) outside.push(url.href);
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
