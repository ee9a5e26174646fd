import { app, BrowserWindow, ipcMain, Menu, protocol, session, shell, type IpcMainInvokeEvent, type Session, type WebContents } from 'electron';
import { dirname, join } from 'node:path';
import { readOptions } from '../args.ts';
import { doorError, startAppThread, type AppThread } from '../appThread.ts';
import { fileLog } from '../log.ts';
import { pageFile } from '../pages.ts';
import { librarySpot, programDir } from '../places.ts';
import { APP_HOST, APP_ORIGIN, APP_SCHEME, isAllowedPermission, isExternalLink, isOwnAddress } from '../policy.ts';

/** Folder of real files: what stands in the archive of an installed program is unpacked beside it. */
const bundleDir = import.meta.dirname.replace(/app\.asar(?=[\\/]|$)/, 'app.asar.unpacked');
/** The renderer is read through Electron, archive or not. */
const rendererDir = join(import.meta.dirname, '..', 'renderer');

// Before the program is ready: nothing outside the program's own scheme is ever privileged.
protocol.registerSchemesAsPrivileged([{ scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } }]);
app.enableSandbox();

const options = readOptions(process.argv.slice(1), ['library', 'lang']);
let window: BrowserWindow | null = null;
let thread: AppThread | null = null;

if (!app.requestSingleInstanceLock()) app.quit();
else {
  app.on('second-instance', () => {
    if (!window) return;
    if (window.isMinimized()) window.restore();
    window.focus();
  });
  app.on('web-contents-created', (_event, contents) => guard(contents));
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', (event) => {
    if (!thread) return;
    event.preventDefault();
    const ending = thread;
    thread = null;
    void ending.close().finally(() => app.quit());
  });
  process.on('disconnect', () => app.quit());
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => app.quit());
  // Not awaited here: Electron becomes ready only after this module has been evaluated.
  void app.whenReady().then(open);
}

async function open(): Promise<void> {
  const beside = app.isPackaged ? (process.env['PORTABLE_EXECUTABLE_DIR'] ?? dirname(app.getPath('exe'))) : programDir(bundleDir);
  const where = {
    ...librarySpot(options.values['library'], beside, app.getPath('documents')),
    resourcesDir: join(bundleDir, '..', '..', 'resources'),
    jobsWorker: join(bundleDir, 'jobs.mjs'),
    version: app.getVersion(),
  };
  const log = fileLog(where.libraryDir);
  const program = startAppThread(join(bundleDir, 'worker.mjs'), where, (why) => log(`program thread: ${why}`));
  thread = program;
  close(session.defaultSession);
  protocol.handle(APP_SCHEME, async (request) => {
    const url = new URL(request.url);
    if (url.host !== APP_HOST || request.method !== 'GET') return new Response(null, { status: 403 });
    const page = await pageFile(rendererDir, url.pathname);
    return new Response(page.body, { status: page.status, headers: page.headers });
  });
  ipcMain.handle('call', (event, method: unknown, input: unknown) =>
    isOwnSender(event) && typeof method === 'string' ? program.call(method, input) : doorError('transport.forbidden'),
  );
  const language = options.values['lang'];
  if (language) await program.call('settings.set', { language });
  showWindow();
  process.send?.({ ready: true });
}

function showWindow(): void {
  Menu.setApplicationMenu(null);
  window = new BrowserWindow({
    width: 1366,
    height: 768,
    minWidth: 900,
    minHeight: 600,
    show: false,
    title: 'Соцплан',
    autoHideMenuBar: true,
    webPreferences: {
      preload: join(bundleDir, 'preload.cjs'),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      webSecurity: true,
      spellcheck: false,
      devTools: !app.isPackaged,
    },
  });
  window.once('ready-to-show', () => window?.show());
  window.on('closed', () => (window = null));
  zoomKeys(window.webContents);
  void window.loadURL(`${APP_ORIGIN}/`);
}

/** Nothing but the program's own files is loaded; no permission but copying is given; no proxy, no downloads. */
function close(own: Session): void {
  own.setPermissionRequestHandler((contents, permission, answer) => answer(isAllowedPermission(permission) && isOwnAddress(contents?.getURL() ?? '')));
  own.setPermissionCheckHandler((_contents, permission, origin) => isAllowedPermission(permission) && isOwnAddress(origin));
  own.setDevicePermissionHandler(() => false);
  own.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !isLoadable(details.url) }));
  own.setSpellCheckerEnabled(false);
  void own.setProxy({ mode: 'direct' });
}

/** The program's own files, pictures made in the page, and (not in an installed program) the developer tools. */
function isLoadable(url: string): boolean {
  return isOwnAddress(url) || url.startsWith('data:') || url.startsWith(`blob:${APP_ORIGIN}/`) || (!app.isPackaged && url.startsWith('devtools:'));
}

/** Navigation, new windows and webviews are denied; https links open in the browser of the system. */
function guard(contents: WebContents): void {
  contents.on('will-navigate', (event, url) => {
    if (!isOwnAddress(url)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => {
    if (!isOwnAddress(event.url)) event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    if (isExternalLink(url)) void shell.openExternal(url);
    return { action: 'deny' };
  });
}

/** Ctrl with plus, minus and zero change the zoom: there is no menu to do it. */
function zoomKeys(contents: WebContents): void {
  contents.on('before-input-event', (event, input) => {
    if (input.type !== 'keyDown' || !(input.control || input.meta)) return;
    const step = { '+': 0.5, '=': 0.5, '-': -0.5, '0': 0 }[input.key];
    if (step === undefined) return;
    contents.setZoomLevel(step === 0 ? 0 : Math.max(-3, Math.min(5, contents.getZoomLevel() + step)));
    event.preventDefault();
  });
}

/** Did the call come from the top frame of the program's own page? */
function isOwnSender(event: IpcMainInvokeEvent): boolean {
  return event.senderFrame !== null && event.senderFrame === event.sender.mainFrame && isOwnAddress(event.senderFrame.url);
}
