import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { build } from 'vite';
import { afterAll, expect, test } from 'vitest';
import { figuresOf } from '../../src-main/store/figures.ts';
import { createPlan, openPlan } from '../../src-main/store/open.ts';
import { root } from '../helpers/root.ts';
import { folder, options, seed } from './helper.ts';
import { putProvider } from '../../src-main/store/providers.ts';
import { staffOf } from '../../src-main/store/staff.ts';
import { putTerritories } from '../../src-main/store/territories.ts';
import { travelOf } from '../../src-main/store/travel.ts';
import { BLOCK, BULK, minutesTable, PLACES, POSITIONS, staffTable } from './kill-child.ts';

const ofBlock = ({ service }: { readonly service: string }): boolean => Number(service.slice(1)) < BLOCK;
/** First bytes of a journal that has something to roll back. */
const HOT = Buffer.from('d9d505f920a163d7', 'hex');
const isHot = (path: string): boolean => existsSync(`${path}-journal`) && readFileSync(`${path}-journal`).subarray(0, 8).equals(HOT);
const RUNS = 200;
const BESIDE = 2;
/** A child is ended within so many ms after its plan is open. */
const WITHIN = 300;
const TABLE_RUNS = 8;
/** A fresh plan after so many kills keeps the checks short. */
const RUNS_OF_A_PLAN = 10;

/** The child and the store as one file, in the project's folder because it looks for its package there: a child starts in a tenth of a second. */
async function bundledChild(): Promise<string> {
  const cache = join(root, '.cache');
  mkdirSync(cache, { recursive: true });
  const outDir = mkdtempSync(join(cache, 'kill-'));
  afterAll(() => rmSync(outDir, { recursive: true, force: true }));
  await build({
    configFile: false, logLevel: 'error', root, publicDir: false, ssr: { noExternal: true, external: ['better-sqlite3'] },
    build: { ssr: join(import.meta.dirname, 'kill-child.ts'), outDir, target: 'node24', minify: false, rollupOptions: { output: { entryFileNames: '[name].mjs' } } },
  });
  return join(outDir, 'kill-child.mjs');
}

const child = await bundledChild();

/** Starts a child on the plan, ends it so many ms after the plan is open (or after its first revision); returns the revisions it printed. */
async function killed(path: string, ms: number, tables?: 'open' | 'stored'): Promise<number[]> {
  const running = spawn(process.execPath, [child, path, ...(tables ? ['tables'] : [])], { stdio: ['ignore', 'pipe', 'inherit'] });
  let out = '';
  let waiting: NodeJS.Timeout | undefined;
  running.stdout.setEncoding('utf8').on('data', (text: string) => {
    // The first line says that the plan is open.
    out += text;
    if (!waiting && (tables !== 'stored' || /\d\n/.test(out))) waiting = setTimeout(() => running.kill('SIGKILL'), ms);
  });
  await once(running, 'close');
  // The last line may be cut: only whole lines were printed.
  return out.slice(0, out.lastIndexOf('\n') + 1).split('\n').filter((line) => /^\d+$/.test(line)).map(Number);
}

test(`${RUNS} kills at random moments lose no printed revision and leave nothing by half`, { timeout: 600_000 }, async () => {
  const counts = { runs: 0, revisions: 0, journals: 0 };
  const lane = async (name: string) => {
    let path = '';
    let last = 0;
    for (let run = 0; run < RUNS / BESIDE; run++) {
      if (run % RUNS_OF_A_PLAN === 0) {
        path = join(folder(), `${name}.sotsplan`);
        createPlan(path, options(), seed).close();
        last = 0;
      }
      const printed = await killed(path, Math.random() * WITHIN);
      counts.runs++;
      counts.revisions += printed.length;
      if (isHot(path)) counts.journals++;
      const store = openPlan(path, options());
      const figures = figuresOf(store.read, 2026, 'base');
      const revision = store.revision();
      store.close();
      const newest = printed.at(-1) ?? last;
      // One change may be on the disk that was not printed any more.
      expect(revision - newest).toBeGreaterThanOrEqual(0);
      expect(revision - newest).toBeLessThanOrEqual(1);
      expect(printed).toEqual(Array.from(printed, (_, index) => last + 1 + index));
      const [small, rest] = [figures.filter(ofBlock), figures.filter((each) => !ofBlock(each))].map((part) => [new Set(part.map((each) => each.value)).size, part.length]);
      expect(small).toEqual(revision === 0 ? [0, 0] : [1, BLOCK]);
      expect([[0, 0], [1, BULK - BLOCK]]).toContainEqual(rest);
      const db = new Database(path, { readonly: true });
      expect([db.pragma('integrity_check', { simple: true }), db.pragma('foreign_key_check')]).toEqual(['ok', []]);
      expect(db.prepare('SELECT count(*) FROM txn WHERE last - first + 1 <> ? AND last - first + 1 <> ?').pluck().get(BLOCK, BULK)).toBe(0);
      db.close();
      last = revision;
    }
  };
  await Promise.all(Array.from({ length: BESIDE }, (_, index) => lane(`plan${index}`)));
  process.stdout.write(`kill test: ${counts.runs} runs, ${counts.revisions} revisions printed and found, ${counts.journals} changes rolled back from the journal\n`);
  expect(counts.runs).toBeGreaterThanOrEqual(RUNS);
  // A slow machine prints few in this time; none at all would make the test empty.
  expect(counts.revisions).toBeGreaterThan(RUNS / 10);
});

test(`${TABLE_RUNS} kills while a staffing table from a file and an own table of minutes are taken over leave each whole, old or new`, { timeout: 120_000 }, async () => {
  const path = join(folder(), 'tables.sotsplan');
  createPlan(path, options(), (tx) => {
    seed(tx);
    putTerritories(tx, PLACES.map((id, sort) => ({ id, parent: 'root', kind: 'settlement' as const, name: { uk: id, en: null }, category: '' as const, formerName: '', lat: null, lon: null, sort })));
    putProvider(tx, { id: 'centre', name: 'Терцентр', kind: 'territorial_centre', sector: 'municipal', territory: '', note: '', parent: '', facility: '', code: '', act: '', register: '', registerOn: '', licence: '', services: [], standards: {} });
    staffTable(tx, 0);
    minutesTable(tx, 0);
  }).close();
  let [last, rolledBack] = [0, 0];
  for (let run = 0; run < TABLE_RUNS; run++) {
    const printed = await killed(path, Math.random() * WITHIN, run % 2 === 0 ? 'open' : 'stored');
    if (isHot(path)) rolledBack++;
    const store = openPlan(path, options());
    const revision = store.revision();
    const [positions, times] = [staffOf(store.read).positions, travelOf(store.read).times];
    store.close();
    const newest = printed.at(-1) ?? last;
    expect([newest, newest + 1]).toContain(revision);
    // Odd revisions store the staffing table, even ones the minutes.
    const [staffed, measured] = revision % 2 === 1 ? [revision, revision - 1] : [Math.max(0, revision - 1), revision];
    expect([positions.length, [...new Set(positions.map((row) => row.posts))], times.length, [...new Set(times.map((row) => row.minutes))]]).toEqual([POSITIONS, [staffed], PLACES.length * (PLACES.length - 1), [measured + 1]]);
    last = revision;
  }
  process.stdout.write(`kill test of tables: ${last} changes found whole, ${rolledBack} of ${TABLE_RUNS} kills rolled back from the journal\n`);
  expect(last).toBeGreaterThanOrEqual(TABLE_RUNS / 2);
});
