import { spawn, spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

const UNIX_NAMES = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'microsoft-edge', 'microsoft-edge-stable'];
const MAC_APPS = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
const WINDOWS_FILES = [['Google', 'Chrome', 'Application', 'chrome.exe'], ['Chromium', 'Application', 'chrome.exe'], ['Microsoft', 'Edge', 'Application', 'msedge.exe']];

/** Program file of an installed Chrome, Chromium or Edge, or null. `SOTSPLAN_BROWSER` names one that lies elsewhere. */
export function findBrowser() {
  const named = process.env.SOTSPLAN_BROWSER;
  if (named) return existsSync(named) ? named : null;
  return candidates().find(runnable) ?? fromRegistry();
}

function candidates() {
  if (process.platform === 'win32') {
    const bases = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map((name) => process.env[name]).filter(Boolean);
    return WINDOWS_FILES.flatMap((file) => bases.map((base) => join(base, ...file)));
  }
  if (process.platform === 'darwin') {
    return MAC_APPS.flatMap((app) => ['/Applications', join(homedir(), 'Applications')].map((base) => join(base, `${app}.app`, 'Contents', 'MacOS', app)));
  }
  const folders = [...(process.env.PATH ?? '').split(delimiter).filter((folder) => folder && !folder.includes('node_modules')), '/usr/bin', '/snap/bin', '/opt/google/chrome'];
  return UNIX_NAMES.concat('chrome').flatMap((name) => folders.map((folder) => join(folder, name)));
}

function runnable(file) {
  try {
    accessSync(file, process.platform === 'win32' ? constants.F_OK : constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Windows notes where a program lies when it was installed elsewhere. */
function fromRegistry() {
  if (process.platform !== 'win32') return null;
  for (const hive of ['HKCU', 'HKLM']) {
    for (const name of ['chrome.exe', 'msedge.exe']) {
      const key = `${hive}\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\App Paths\\${name}`;
      const file = /REG_SZ\s+(.+\.exe)/i.exec(spawnSync('reg', ['query', key, '/ve'], { encoding: 'utf8', windowsHide: true }).stdout ?? '')?.[1]?.trim();
      if (file && existsSync(file)) return file;
    }
  }
  return null;
}

/** Can a window be shown at all? */
const hasScreen = () => process.platform === 'win32' || process.platform === 'darwin' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

/**
 * Opens an address in an app window with a profile of its own, so that the window is a process we can wait for.
 * Answers null when there is no browser or no screen; otherwise `{ended, close}`; `ended` is false when the window never came up.
 */
export function openWindow(url, language) {
  const browser = hasScreen() ? findBrowser() : null;
  if (!browser) return null;
  const profile = mkdtempSync(join(tmpdir(), 'sotsplan-window-'));
  const args = [
    `--app=${url}`, `--user-data-dir=${profile}`, `--lang=${language}`, '--no-first-run', '--no-default-browser-check', '--window-size=1366,768',
    '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-domain-reliability', '--disable-features=Translate',
  ];
  if (process.platform === 'linux' && process.getuid?.() === 0) args.push('--no-sandbox');
  const started = Date.now();
  const child = spawn(browser, args, { stdio: 'ignore' });
  const ended = new Promise((resolve) => {
    child.once('error', () => resolve(false));
    child.once('exit', (code) => resolve(code === 0 || Date.now() - started > 5000));
  }).finally(() => {
    try {
      rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    } catch {
      // A profile that is still held stays in the temporary folder.
    }
  });
  return { ended, close: () => child.kill() };
}
