import { mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { ensureBuilt } from '../../src-main/shells/launch/build.mjs';
import { FUSE_MARK, pack, type Packed } from './pack.ts';

const scratch = mkdtempSync(join(tmpdir(), 'sotsplan-package-'));
const MB = 1024 * 1024;
let packed: Packed;
/** Files of the program inside the package, archive and unpacked together, with sizes. */
let files: ReadonlyMap<string, number>;

beforeAll(async () => {
  await ensureBuilt(['main', 'renderer']);
  packed = pack(join(scratch, 'out'), join(scratch, 'electron'));
  files = programFiles();
}, 300_000);

/** Reads the header of the archive: the list of files is plain JSON after 16 bytes. */
function programFiles(): ReadonlyMap<string, number> {
  const archive = readFileSync(join(packed.folder, 'resources', 'app.asar'));
  const header = JSON.parse(archive.subarray(16, 16 + archive.readUInt32LE(12)).toString('utf8')) as AsarFolder;
  const found = new Map<string, number>();
  const walk = (folder: AsarFolder, path: string): void => {
    for (const [name, entry] of Object.entries(folder.files)) {
      if ('files' in entry) walk(entry, `${path}${name}/`);
      else found.set(path + name, entry.size);
    }
  };
  walk(header, '');
  return found;
}
interface AsarFolder { readonly files: Readonly<Record<string, AsarFolder | { readonly size: number; readonly unpacked?: boolean }>> }

const names = (start: string): readonly string[] => [...files.keys()].filter((name) => name.startsWith(start));

describe('the package', () => {
  test('holds only our bundle, the resources and better-sqlite3', () => {
    const allowed = /^(package\.json|LICENSE|dist\/main\/|dist\/renderer\/|resources\/|node_modules\/better-sqlite3\/(package\.json|LICENSE|lib\/|prebuilds\/))/;
    expect([...files.keys()].filter((name) => !allowed.test(name))).toEqual([]);
    expect(names('resources/readme')).toEqual([]);
    expect([...files.keys()].filter((name) => /\.(ts|tsx|map|tsbuildinfo)$|(^|\/)(tests|src-main|src-renderer)\//.test(name))).toEqual([]);
  });
  test('holds exactly one binary: that of its target', () => {
    expect([...files.keys()].filter((name) => name.endsWith('.node'))).toEqual([`node_modules/better-sqlite3/prebuilds/${process.platform}-${process.arch}.node`]);
  });
  test('holds every door and thread, the window, the reference book and the licences of what is bundled', () => {
    for (const name of ['electron.mjs', 'preload.cjs', 'worker.mjs', 'jobs.mjs', 'resvg.wasm', 'licenses.md']) expect(files.has(`dist/main/${name}`), name).toBe(true);
    expect(files.has('dist/renderer/index.html')).toBe(true);
    expect(files.has('dist/renderer/licenses.md')).toBe(true);
    expect(names('dist/renderer/assets/').some((name) => /-[\w-]{8}\.js$/.test(name))).toBe(true);
    expect(names('resources/reference/').length).toBeGreaterThan(3);
    expect(names('resources/data/').length).toBeGreaterThan(3);
  });
  test('is bounded in size', () => {
    const sum = (start: string): number => names(start).reduce((total, name) => total + (files.get(name) ?? 0), 0);
    expect(sum('dist/main/')).toBeLessThan(12 * MB);
    expect(sum('dist/renderer/')).toBeLessThan(8 * MB);
    expect(sum('resources/')).toBeLessThan(40 * MB);
    expect(sum('node_modules/')).toBeLessThan(6 * MB);
    expect(sum('')).toBeLessThan(55 * MB);
  });
  test('keeps as real files what threads and the database read', () => {
    const unpacked = join(packed.folder, 'resources', 'app.asar.unpacked');
    for (const name of ['dist/main/worker.mjs', 'dist/main/preload.cjs', 'resources/reference', `node_modules/better-sqlite3/prebuilds/${process.platform}-${process.arch}.node`]) expect(statSync(join(unpacked, name)).size, name).toBeGreaterThan(0);
  });
  test('the database opens from the packed folder', () => {
    const load = createRequire(join(packed.folder, 'resources', 'app.asar.unpacked', 'dist', 'main', 'worker.mjs'));
    const Database = load('better-sqlite3') as new (path: string) => { prepare(sql: string): { pluck(): { get(): unknown } }; close(): void };
    const database = new Database(':memory:');
    expect(database.prepare('select 6 * 7').pluck().get()).toBe(42);
    database.close();
  });
  test('its package.json starts the Electron door and carries no scripts', () => {
    const archive = readFileSync(join(packed.folder, 'resources', 'app.asar')).toString('latin1');
    expect(archive).toContain('dist/main/electron.mjs');
    expect(archive).not.toContain('devDependencies');
  });
  test('the fuses of Electron are set: no Node mode, no inspector, only our archive', () => {
    const file = readdirSync(packed.folder).find((name) => /^sotsplan(\.exe)?$/.test(name)) ?? '';
    const binary = readFileSync(join(packed.folder, file));
    const at = binary.indexOf(FUSE_MARK) + FUSE_MARK.length;
    const wire = binary.subarray(at + 2, at + 10).toString('latin1');
    // run as node, cookie encryption, NODE_OPTIONS, inspector, archive integrity, only the archive, browser snapshot, file privileges
    expect(wire).toBe('00001100');
  });
  test('only the two languages of the window are kept', () => {
    expect(readdirSync(join(packed.folder, 'locales')).toSorted()).toEqual(['en-US.pak', 'uk.pak']);
  });
});
