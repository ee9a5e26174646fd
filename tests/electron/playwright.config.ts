import { defineConfig } from '@playwright/test';

/** Tests of the real Electron door; run only where its binary is. */
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  globalSetup: '../e2e/samples.ts',
  outputDir: '../../test-results/electron',
  workers: 1,
  timeout: 90_000,
  forbidOnly: true,
  reporter: [['list'], ...(process.env['E2E_JSON'] ? [['json', { outputFile: process.env['E2E_JSON'] }] as const] : [])],
});
