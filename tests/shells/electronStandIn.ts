import { EventEmitter } from 'node:events';
import type { WebPreferences } from 'electron';

type Listener = (...args: never[]) => unknown;

/** What the Electron door did to the stand-in; the tests read and drive it. */
export interface Seen {
  readonly events: EventEmitter;
  quits: number;
  schemes: readonly { readonly scheme: string; readonly privileges?: Readonly<Record<string, boolean | undefined>> }[];
  sandboxed: boolean;
  lock: boolean;
  menu: unknown;
  readonly opened: string[];
  readonly windows: { readonly options: { readonly webPreferences?: WebPreferences; readonly title?: string }; readonly urls: string[]; focused: number; minimized: boolean; readonly contents: FakeContents }[];
  readonly protocols: Map<string, (request: Request) => Promise<Response>>;
  readonly handlers: Map<string, (event: unknown, ...args: unknown[]) => unknown>;
  permissionRequest?: (contents: unknown, permission: string, answer: (allowed: boolean) => void) => void;
  permissionCheck?: (contents: unknown, permission: string, origin: string) => boolean;
  beforeRequest?: (details: { url: string }, answer: (result: { cancel: boolean }) => void) => void;
  ready: () => void;
}

/** The contents of a window: events and the handler of new windows. */
export class FakeContents extends EventEmitter {
  windowOpen: (details: { url: string }) => { action: string } = () => ({ action: 'allow' });
  zoom = 0;
  mainFrame = { url: 'app://sotsplan/' };
  setWindowOpenHandler(handler: FakeContents['windowOpen']): void {
    this.windowOpen = handler;
  }
  getURL(): string {
    return this.mainFrame.url;
  }
  getZoomLevel(): number {
    return this.zoom;
  }
  setZoomLevel(level: number): void {
    this.zoom = level;
  }
}

/** A stand-in for the module `electron`, as far as the door uses it: the real one would start a download. */
export function electronStandIn(documents: string): { readonly seen: Seen; readonly module: Readonly<Record<string, unknown>> } {
  const events = new EventEmitter();
  let ready = (): void => {};
  const isReady = new Promise<void>((resolve) => (ready = resolve));
  const seen: Seen = { events, quits: 0, schemes: [], sandboxed: false, lock: true, menu: 'default', opened: [], windows: [], protocols: new Map(), handlers: new Map(), ready };

  class BrowserWindow extends EventEmitter {
    readonly webContents = new FakeContents();
    readonly record: Seen['windows'][number];
    constructor(options: Seen['windows'][number]['options']) {
      super();
      this.record = { options, urls: [], focused: 0, minimized: false, contents: this.webContents };
      seen.windows.push(this.record);
      events.emit('web-contents-created', {}, this.webContents);
    }
    loadURL(url: string): Promise<void> {
      this.record.urls.push(url);
      return Promise.resolve();
    }
    show(): void {}
    isMinimized(): boolean {
      return this.record.minimized;
    }
    restore(): void {
      this.record.minimized = false;
    }
    focus(): void {
      this.record.focused++;
    }
  }

  const module = {
    app: {
      isPackaged: true,
      getVersion: () => '1.2.3',
      on: (name: string, listener: Listener) => events.on(name, listener as (...args: unknown[]) => void),
      enableSandbox: () => (seen.sandboxed = true),
      requestSingleInstanceLock: () => seen.lock,
      quit: () => void seen.quits++,
      whenReady: () => isReady,
      getPath: (name: string) => (name === 'documents' ? documents : `${documents}/program`),
    },
    BrowserWindow,
    ipcMain: { handle: (name: string, handler: never) => seen.handlers.set(name, handler) },
    Menu: { setApplicationMenu: (menu: unknown) => (seen.menu = menu) },
    protocol: { registerSchemesAsPrivileged: (schemes: Seen['schemes']) => (seen.schemes = schemes), handle: (scheme: string, handler: never) => seen.protocols.set(scheme, handler) },
    session: {
      defaultSession: {
        setPermissionRequestHandler: (handler: Seen['permissionRequest']) => (seen.permissionRequest = handler),
        setPermissionCheckHandler: (handler: Seen['permissionCheck']) => (seen.permissionCheck = handler),
        setDevicePermissionHandler: () => {},
        webRequest: { onBeforeRequest: (handler: Seen['beforeRequest']) => (seen.beforeRequest = handler) },
        setSpellCheckerEnabled: () => {},
        setProxy: () => Promise.resolve(),
      },
    },
    shell: { openExternal: (url: string) => Promise.resolve(void seen.opened.push(url)) },
  };
  return { seen, module };
}
