import { defineConfig } from '@playwright/test';
import { BROWSER_ARGS, chromiumPath } from '../helpers/chromium.ts';

/** Browser tests of the built program through the web door. Each test has a library folder of its own; the program is one for the tests of a worker. */
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  globalSetup: './samples.ts',
  outputDir: '../../test-results/e2e',
  fullyParallel: true,
  // One more than two cores: a test waits a third of its time.
  workers: 3,
  // Generous: a slow or busy machine fails no test.
  timeout: 120_000,
  expect: { timeout: 15_000 },
  forbidOnly: true,
  reporter: [['list'], ...(process.env['E2E_JSON'] ? [['json', { outputFile: process.env['E2E_JSON'] }] as const] : [])],
  use: {
    browserName: 'chromium',
    viewport: { width: 1366, height: 768 },
    locale: 'uk-UA',
    timezoneId: 'Europe/Kyiv',
    trace: 'off',
    screenshot: 'only-on-failure',
    launchOptions: { executablePath: chromiumPath(), args: BROWSER_ARGS },
  },
});
