import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { FakeContents, Seen } from './electronStandIn.ts';

/** Calls that reached the program behind the door. */
const calls = vi.hoisted(() => ({ made: [] as [string, unknown][], closed: 0 }));

const stand = await vi.hoisted(async () => {
  const { electronStandIn } = await import('./electronStandIn.ts');
  return electronStandIn('/documents');
});
vi.mock('electron', () => stand.module);
vi.mock('../../src-main/shells/appThread.ts', async (original) => ({
  ...(await original<Record<string, unknown>>()),
  startAppThread: () => ({
    call: (method: string, input: unknown) => Promise.resolve({ ok: true, value: calls.made.push([method, input]) }),
    close: () => Promise.resolve(void calls.closed++),
  }),
}));
vi.mock('../../src-main/shells/pages.ts', () => ({
  pageFile: (_folder: string, pathname: string) => Promise.resolve({ status: pathname === '/' ? 200 : 404, headers: { 'content-security-policy': 'fresh' }, body: new TextEncoder().encode(pathname) }),
}));

const seen: Seen = stand.seen;
const OWN = 'app://sotsplan/';
const FOREIGN = ['https://sotsplan.example/', 'http://127.0.0.1/', 'app://other/', 'app://user@sotsplan/', 'app://sotsplan.example/', 'file:///etc/passwd', 'data:text/html,x', 'javascript:alert(1)', 'not an address'];

beforeAll(async () => {
  process.argv = ['electron', '.', '--library', mkdtempSync(join(tmpdir(), 'sotsplan-electron-')), '--lang', 'en'];
  await import('../../src-main/shells/electron/main.ts');
  seen.ready();
  await vi.waitFor(() => expect(seen.windows.length).toBe(1));
});
beforeEach(() => {
  calls.made.length = 0;
  seen.opened.length = 0;
});

const window = (): Seen['windows'][number] => {
  const [first] = seen.windows;
  if (!first) throw new Error('no window');
  return first;
};
const prevented = (emit: (event: { preventDefault(): void; url?: string }) => void, url?: string): boolean => {
  const event = { preventDefault: vi.fn(), ...(url === undefined ? {} : { url }) };
  emit(event);
  return event.preventDefault.mock.calls.length > 0;
};

describe('the window', () => {
  test('is isolated, sandboxed and without Node', () => {
    expect(seen.sandboxed).toBe(true);
    expect(window().options.webPreferences).toMatchObject({ contextIsolation: true, sandbox: true, nodeIntegration: false, nodeIntegrationInWorker: false, nodeIntegrationInSubFrames: false, webviewTag: false, webSecurity: true, devTools: false });
    expect(window().options.webPreferences?.preload).toMatch(/preload\.cjs$/);
    expect(window().urls).toEqual([OWN]);
    expect(window().options.title).toBe('Соцплан');
    expect(seen.menu).toBeNull();
  });
  test('its scheme is standard and secure and nothing more is privileged', () => {
    expect(seen.schemes).toEqual([{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } }]);
  });
  test('zoom works from the keyboard', () => {
    const contents = window().contents;
    const press = (key: string): boolean => prevented((event) => contents.emit('before-input-event', event, { type: 'keyDown', control: true, meta: false, key }));
    expect(press('+')).toBe(true);
    expect(contents.zoom).toBe(0.5);
    expect(press('0')).toBe(true);
    expect(contents.zoom).toBe(0);
    expect(press('s')).toBe(false);
  });
});

describe('the guards', () => {
  test.each(FOREIGN)('navigation to %s is denied', (url) => {
    expect(prevented((event) => window().contents.emit('will-navigate', event, url))).toBe(true);
    expect(prevented((event) => window().contents.emit('will-frame-navigate', event), url)).toBe(true);
    expect(prevented((event) => window().contents.emit('will-redirect', event, url))).toBe(true);
  });
  test('the page may load itself again', () => {
    expect(prevented((event) => window().contents.emit('will-navigate', event, OWN))).toBe(false);
  });
  test('webviews are denied', () => {
    expect(prevented((event) => window().contents.emit('will-attach-webview', event))).toBe(true);
  });
  test('new windows are denied; only https goes to the browser of the system', () => {
    const open = (url: string): string => window().contents.windowOpen({ url }).action;
    for (const url of ['https://zakon.rada.gov.ua/laws/show/2671-19', OWN, 'http://sotsplan.example/', 'file:///c:/windows/system32/calc.exe', 'ms-settings:', 'javascript:alert(1)', 'https://user:secret@sotsplan.example/', 'x']) expect(open(url)).toBe('deny');
    expect(seen.opened).toEqual(['https://zakon.rada.gov.ua/laws/show/2671-19']);
  });
  test('no permission but copying, and that only for the own page', () => {
    const ask = (permission: string, url: string): boolean => {
      let answer: boolean | undefined;
      seen.permissionRequest?.({ getURL: () => url }, permission, (allowed) => (answer = allowed));
      return answer ?? true;
    };
    for (const permission of ['media', 'geolocation', 'notifications', 'clipboard-read', 'openExternal', 'fileSystem', 'unknown']) {
      expect(ask(permission, OWN)).toBe(false);
      expect(seen.permissionCheck?.(null, permission, OWN)).toBe(false);
    }
    expect(ask('clipboard-sanitized-write', OWN)).toBe(true);
    expect(ask('clipboard-sanitized-write', 'https://sotsplan.example/')).toBe(false);
    expect(seen.permissionCheck?.(null, 'clipboard-sanitized-write', OWN)).toBe(true);
  });
  test('nothing but the own scheme is loaded', () => {
    const cancelled = (url: string): boolean => {
      let result: boolean | undefined;
      seen.beforeRequest?.({ url }, ({ cancel }) => (result = cancel));
      return result ?? false;
    };
    for (const url of FOREIGN.filter((address) => !address.startsWith('data:')).concat('devtools://devtools/x', 'blob:https://sotsplan.example/1', 'wss://sotsplan.example/')) expect(cancelled(url), url).toBe(true);
    for (const url of [OWN, 'app://sotsplan/assets/index-1.js', 'blob:app://sotsplan/1', 'data:image/png;base64,AA']) expect(cancelled(url), url).toBe(false);
  });
});

describe('the scheme', () => {
  const get = (url: string, method = 'GET'): Promise<Response> | undefined => seen.protocols.get('app')?.(new Request(url, { method }));
  test('serves the window with its policy', async () => {
    const response = await get(OWN);
    expect(response?.status).toBe(200);
    expect(response?.headers.get('content-security-policy')).toBe('fresh');
    expect((await get('app://sotsplan/assets/none.js'))?.status).toBe(404);
  });
  test('refuses other hosts and methods', async () => {
    expect((await get('app://other/'))?.status).toBe(403);
    expect((await get(OWN, 'POST'))?.status).toBe(403);
  });
});

describe('calls', () => {
  const call = (url: string, method: unknown, top = true): unknown => {
    const frame = { url };
    const sender = { mainFrame: top ? frame : { url } } as unknown as FakeContents;
    return seen.handlers.get('call')?.({ sender, senderFrame: frame }, method, { a: 1 });
  };
  test('reach the program from the own page', async () => {
    expect(await call(OWN, 'app.info')).toMatchObject({ ok: true });
    expect(calls.made).toEqual([['app.info', { a: 1 }]]);
  });
  test.each(FOREIGN)('from %s are refused', async (url) => {
    expect(await call(url, 'app.info')).toMatchObject({ ok: false, error: { code: 'transport.forbidden' } });
    expect(calls.made).toEqual([]);
  });
  test('from an inner frame, a vanished frame or without a name are refused', async () => {
    expect(await call(OWN, 'app.info', false)).toMatchObject({ ok: false });
    expect(await seen.handlers.get('call')?.({ sender: {}, senderFrame: null }, 'app.info', {})).toMatchObject({ ok: false });
    expect(await call(OWN, 7)).toMatchObject({ ok: false });
    expect(calls.made).toEqual([]);
  });
  test('there is one channel', () => {
    expect([...seen.handlers.keys()]).toEqual(['call']);
  });
});

describe('one program', () => {
  test('a second start brings the window to the front', () => {
    window().minimized = true;
    const before = window().focused;
    seen.events.emit('second-instance');
    expect(window().minimized).toBe(false);
    expect(window().focused).toBe(before + 1);
  });
  test('quitting closes the plan first', async () => {
    const first = prevented((event) => seen.events.emit('will-quit', event));
    expect(first).toBe(true);
    await vi.waitFor(() => expect(calls.closed).toBe(1));
    await vi.waitFor(() => expect(seen.quits).toBe(1));
    expect(prevented((event) => seen.events.emit('will-quit', event))).toBe(false);
  });
});
