import { _electron, expect, test as base, type ElectronApplication, type Page } from '@playwright/test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findElectron } from '../../src-main/shells/launch/electron.mjs';
import { root } from '../helpers/root.ts';

interface Bridge { readonly bridge: { call(method: string, input: unknown): Promise<unknown> } }

const test = base.extend<{ readonly library: string; readonly electron: ElectronApplication; readonly window: Page }>({
  library: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'sotsplan-electron-'));
    await use(folder);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  },
  electron: async ({ library }, use) => {
    const asRoot = process.platform === 'linux' && (process.getuid?.() === 0 || process.env['CI'] !== undefined);
    const electron = await _electron.launch({ executablePath: findElectron() ?? '', args: [...(asRoot ? ['--no-sandbox'] : []), root, '--library', library, `--user-data-dir=${join(library, 'electron')}`] });
    await use(electron);
    await electron.close();
  },
  window: async ({ electron }, use) => {
    const page = await electron.firstWindow();
    const trouble: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') trouble.push(message.text());
    });
    page.on('pageerror', (error) => trouble.push(error.message));
    await page.waitForLoadState('load');
    await use(page);
    expect(trouble).toEqual([]);
  },
});

test('the window opens on its own scheme and has no Node in it', async ({ window }) => {
  expect(window.url()).toBe('app://sotsplan/');
  expect(await window.evaluate(() => [typeof (globalThis as Record<string, unknown>)['require'], typeof (globalThis as Record<string, unknown>)['process']])).toEqual(['undefined', 'undefined']);
  await expect(window.locator('#root > *').first()).toBeVisible();
});

test('the bridge has one function and reaches the program', async ({ window, library }) => {
  expect(await window.evaluate(() => Object.keys((globalThis as unknown as Bridge).bridge))).toEqual(['call']);
  expect(await window.evaluate(() => (globalThis as unknown as Bridge).bridge.call('app.info', {}))).toMatchObject({ ok: true, value: { library } });
  expect(await window.evaluate(() => (globalThis as unknown as Bridge).bridge.call('no.such', {}))).toMatchObject({ ok: false, error: { code: 'input.unknownMethod' } });
});

test('a new window, a foreign page and a foreign request are denied', async ({ electron, window }) => {
  expect(await window.evaluate(() => globalThis.open('http://127.0.0.1:9/') === null)).toBe(true);
  await window.evaluate(() => void (location.href = 'http://127.0.0.1:9/'));
  await window.waitForTimeout(300);
  expect(window.url()).toBe('app://sotsplan/');
  expect(electron.windows().length).toBe(1);
});
