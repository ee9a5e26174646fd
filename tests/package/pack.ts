import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findElectron } from '../../src-main/shells/launch/electron.mjs';
import { node, root } from '../helpers/root.ts';

/** Mark before the fuses in Electron's binary; then version 1, their number and one character each. */
export const FUSE_MARK = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const FUSES = 9;

/** A packed program: where its folder is, and whether it holds the real Electron. */
export interface Packed { readonly folder: string; readonly realElectron: boolean }

/** Packs the built program as an unpacked folder, with the real Electron when its binary is here, else around a stand-in. */
export function pack(output: string, standInFolder: string): Packed {
  const real = findElectron();
  const dist = real && process.platform !== 'darwin' ? join(real, '..') : standIn(standInFolder);
  const args = ['--dir', '--publish', 'never', '--config', 'electron-builder.yml', `-c.directories.output=${output}`, `-c.electronDist=${dist}`];
  const result = spawnSync(node, [join(root, 'node_modules/electron-builder/cli.js'), ...args], { cwd: root, encoding: 'utf8', env: { ...process.env, CSC_IDENTITY_AUTO_DISCOVERY: 'false' } });
  if (result.status !== 0) throw new Error(`electron-builder ended with ${result.status}:\n${result.stdout}\n${result.stderr}`);
  const folder = ['linux-unpacked', 'win-unpacked', 'linux-arm64-unpacked', 'mac', 'mac-arm64'].map((name) => join(output, name)).find((path) => existsSync(path));
  if (!folder) throw new Error(`electron-builder left nothing in ${output}`);
  return { folder, realElectron: real !== null };
}

/** A folder shaped like an unpacked Electron, with a program file that has fuses to set. */
function standIn(folder: string): string {
  rmSync(folder, { recursive: true, force: true });
  for (const name of ['resources', 'locales']) mkdirSync(join(folder, name), { recursive: true });
  const file = join(folder, process.platform === 'win32' ? 'electron.exe' : 'electron');
  writeFileSync(file, Buffer.concat([Buffer.from(`stand-in for Electron ${FUSE_MARK}`), Buffer.from([1, FUSES]), Buffer.from('1'.repeat(FUSES))]));
  chmodSync(file, 0o755);
  for (const language of ['uk', 'en-US', 'de', 'fr']) writeFileSync(join(folder, 'locales', `${language}.pak`), language);
  writeFileSync(join(folder, 'version'), '0.0.0');
  writeFileSync(join(folder, 'LICENSE'), 'Electron');
  writeFileSync(join(folder, 'LICENSES.chromium.html'), 'Chromium');
  writeFileSync(join(folder, 'chrome-sandbox'), '');
  return folder;
}
