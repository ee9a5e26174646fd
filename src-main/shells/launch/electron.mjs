import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { childEnv, node24, root } from './process.mjs';
import { say } from './say.mjs';

const folder = join(root, 'node_modules', 'electron');
const cache = join(root, '.cache');
const failureFile = join(cache, 'electron-failed.json');
const DAY = 24 * 3600 * 1000;
/** A download that brings nothing for this long is given up, ms. */
const IDLE = 60_000;

/** Program file of Electron when its binary is there, else null. Never requires the package: that would start a download. */
export function findElectron() {
  try {
    const dist = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(folder, 'dist');
    const file = join(dist, readFileSync(join(folder, 'path.txt'), 'utf8').trim());
    return existsSync(file) ? file : null;
  } catch {
    return null;
  }
}

/** {@link findElectron}, with one try a day to download it. */
export async function electronOrDownload() {
  const present = findElectron();
  if (present) return present;
  if (!existsSync(join(folder, 'install.js')) || process.env.ELECTRON_SKIP_BINARY_DOWNLOAD || failedToday()) return null;
  say('Завантажую вікно програми (Electron, близько 120 МБ, один раз)…', 'Downloading the program window (Electron, about 120 MB, once)…');
  if (await download()) return findElectron();
  mkdirSync(cache, { recursive: true });
  writeFileSync(failureFile, JSON.stringify({ version: version(), at: Date.now() }));
  return null;
}

function failedToday() {
  try {
    const failure = JSON.parse(readFileSync(failureFile, 'utf8'));
    return failure.version === version() && Date.now() - failure.at < DAY;
  } catch {
    return false;
  }
}

const version = () => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version;

/** Runs Electron's own installer and watches its temporary folder grow. */
function download() {
  const temporary = join(cache, `electron-download-${process.pid}`);
  mkdirSync(temporary, { recursive: true });
  const installer = spawn(node24(), [join(folder, 'install.js')], {
    cwd: folder,
    env: childEnv({ TMPDIR: temporary, TEMP: temporary, TMP: temporary }),
    stdio: ['ignore', 'ignore', 'ignore'],
    windowsHide: true,
  });
  return new Promise((resolve) => {
    let size = -1;
    let since = Date.now();
    const watch = setInterval(() => {
      const now = sizeOf(temporary) + sizeOf(join(folder, 'dist'));
      if (now !== size) [size, since] = [now, Date.now()];
      else if (Date.now() - since > IDLE) installer.kill();
    }, 1000);
    const stop = () => installer.kill();
    process.once('SIGINT', stop);
    const end = (ok) => {
      clearInterval(watch);
      process.off('SIGINT', stop);
      rmSync(temporary, { recursive: true, force: true });
      resolve(ok);
    };
    installer.once('error', () => end(false));
    installer.once('exit', (code) => end(code === 0));
  });
}

function sizeOf(path) {
  try {
    const info = statSync(path);
    return info.isDirectory() ? readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0) : info.size;
  } catch {
    return 0;
  }
}
