import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser } from '../../src-main/shells/launch/browser.mjs';
import { node, root } from './root.ts';

/** Arguments of every browser of the tests: nothing of its own goes to the network, and no page gets anywhere but here. */
export const BROWSER_ARGS = [
  '--no-sandbox', '--disable-gpu', '--no-first-run', '--no-default-browser-check', '--disable-background-networking', '--disable-component-update',
  '--disable-sync', '--disable-domain-reliability', '--disable-default-apps', '--disable-features=Translate,OptimizationHints,MediaRouter', '--font-render-hinting=none',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

/** Program file of a browser for tests: an installed Chrome, Chromium or Edge, else the one of the npm package, unpacked once into `.cache`. */
export function chromiumPath(): string {
  return findBrowser() ?? packaged();
}

function packaged(): string {
  const { version } = JSON.parse(readFileSync(join(root, 'node_modules/@sparticuz/chromium/package.json'), 'utf8')) as { version: string };
  const folder = join(root, '.cache', `chromium-${version}`);
  const file = join(folder, 'chromium');
  if (existsSync(file)) return file;
  // The package unpacks into the temporary folder; a folder of our own, renamed when whole, is safe with several runs at once.
  const scratch = `${folder}.${process.pid}`;
  mkdirSync(scratch, { recursive: true });
  execFileSync(node, ['-e', "import('@sparticuz/chromium').then((m) => m.default.executablePath())"], { cwd: root, env: { ...process.env, TMPDIR: scratch, TEMP: scratch, TMP: scratch } });
  try {
    renameSync(scratch, folder);
  } catch {
    rmSync(scratch, { recursive: true, force: true }); // another run was faster
  }
  return file;
}
