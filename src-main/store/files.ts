import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, join, parse, resolve } from 'node:path';
import { Refusal } from '../contract/errors.ts';
import type { Folder } from '../contract/api/library.ts';

/** Extension of a plan file. */
export const PLAN_EXTENSION = '.sotsplan';

/** Names Windows keeps for devices, and characters it forbids in file names. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)(\..*)?$/i;
// oxlint-disable-next-line no-control-regex -- control characters are exactly what must be refused
const FORBIDDEN = /[<>:"/\\|?*\u0000-\u001f]/;

/** Full path of a plan file in a folder; adds the extension; refuses names that some system could not keep. */
export function planPath(folder: string, name: string, extension = PLAN_EXTENSION): string {
  const bare = name.normalize('NFC').trim().replace(new RegExp(`\\${extension}$`, 'i'), '');
  if (bare === '' || bare.length > 100 || FORBIDDEN.test(bare) || RESERVED.test(bare) || /[. ]$/.test(bare) || bare.startsWith('.')) {
    throw new Refusal('input.fileName', { name: name.slice(0, 200) });
  }
  return join(folder, bare + extension);
}

/** First free name of a plan in a folder: «Срібне-2020», «Срібне-2020 (2)» … */
export function freePlanPath(folder: string, name: string): string {
  for (let n = 1; n < 1000; n += 1) {
    const path = planPath(folder, n === 1 ? name : `${name} (${n})`);
    if (!existsSync(path)) return path;
  }
  throw new Refusal('plan.exists', { path: planPath(folder, name) });
}

/** Plan files of a folder with the time of their last change (ISO), newest first. */
export function planFiles(folder: string): { path: string; file: string; modified: string }[] {
  return entriesOf(folder)
    .filter((name) => name.toLowerCase().endsWith(PLAN_EXTENSION))
    .map((file) => ({ path: join(folder, file), file, modified: modifiedAt(join(folder, file)) }))
    .sort((a, b) => b.modified.localeCompare(a.modified));
}

function entriesOf(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (cause) {
    throw new Refusal('folder.notFound', { path: folder }, { cause });
  }
}

function modifiedAt(path: string): string {
  try {
    return statSync(path).mtime.toISOString();
  } catch {
    return '';
  }
}

/** Makes a folder when it is not there. */
export function ensureFolder(path: string): string {
  mkdirSync(path, { recursive: true });
  return resolve(path);
}

/** Is there a file or folder at this path? */
export const isThere = (path: string): boolean => existsSync(path);

/** What a folder chooser shows: folders and plans, drives and the usual places for an empty path. */
export function listFolder(path: string): Folder {
  if (path === '') return { path: '', parent: null, entries: places(), writable: false };
  const folder = resolve(path);
  const entries = entriesOf(folder)
    .filter((name) => !name.startsWith('.') && !name.startsWith('$'))
    .flatMap((name): Folder['entries'] => {
      const full = join(folder, name);
      if (name.toLowerCase().endsWith(PLAN_EXTENSION)) return [{ name, path: full, kind: 'plan' }];
      return isFolder(full) ? [{ name, path: full, kind: 'folder' }] : [];
    })
    .sort((a, b) => a.kind.localeCompare(b.kind) || a.name.localeCompare(b.name, 'uk'));
  return { path: folder, parent: parse(folder).root === folder ? '' : dirname(folder), entries, writable: true };
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

/** Removable drives first, then drives, then the user's folders. */
function places(): Folder['entries'] {
  const drives = process.platform === 'win32'
    ? [...'DEFGHIJKLMNOPQRSTUVWXYZC'].map((letter) => `${letter}:\\`).filter(existsSync).map((path) => ({ name: path, path, kind: 'drive' as const }))
    : ['/media', '/run/media', '/Volumes'].flatMap((root) => mounts(root));
  const home = homedir();
  const usual = [home, join(home, 'Documents'), join(home, 'Документи'), join(home, 'Desktop')].filter(isFolder)
    .map((path) => ({ name: basename(path), path, kind: 'folder' as const }));
  return [...drives, ...usual];
}

function mounts(root: string): { name: string; path: string; kind: 'removable' }[] {
  if (!isFolder(root)) return [];
  return readdirSync(root).map((name) => ({ name, path: join(root, name), kind: 'removable' as const })).filter((entry) => isFolder(entry.path));
}

/** Reads a small JSON file; null when it is not there or not JSON (preferences are never worth an error). */
export function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as unknown;
  } catch {
    return null;
  }
}

/** Writes a small JSON file so that a power cut leaves the old or the new one, never half. */
export function writeJson(path: string, value: unknown): void {
  mkdirSync(dirname(path), { recursive: true });
  const half = `${path}.new`;
  writeFileSync(half, JSON.stringify(value, null, 1));
  renameSync(half, path);
}
