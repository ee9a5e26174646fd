import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { closedPlan, create, figure, folder, hash, NOW, open, options, refused, say, seed, state } from './helper.ts';
import { createPlan, openPlan, peekPlan, type PlanStore } from '../../src-main/store/open.ts';
import { figureAt, figuresOf, putFigures } from '../../src-main/store/figures.ts';
import { yearsOf } from '../../src-main/store/meta.ts';
import { SCHEMA_VERSION } from '../../src-main/store/migrations/index.ts';

const AT = '2026-03-02T08:59:00.000Z';
const many = (count: number, value = 1) => Array.from({ length: count }, (_, index) => figure({ service: `s${String(index).padStart(5, '0')}`, value, note: 'примітка '.repeat(5) }));
const fill = (store: PlanStore, count = 2000, value = 1) => void store.write(say('paste'), 'відділ', (tx) => void putFigures(tx, many(count, value), AT));

/** Every way to open refuses with the code; the folder is left exactly as it was. */
function untouched(path: string, code: Parameters<typeof refused>[0], ways: readonly ('open' | 'read' | 'peek')[] = ['open', 'read', 'peek']) {
  const before = state(dirname(path));
  const details = ways.map((way) => refused(code, () => (way === 'peek' ? peekPlan(path) : openPlan(path, options({ readOnly: way === 'read' })))));
  expect(state(dirname(path))).toEqual(before);
  return details[0] ?? {};
}
const put = (name: string, bytes: Buffer | string) => {
  const path = join(folder(), name);
  writeFileSync(path, bytes);
  return path;
};

test('a file that is not there is not made', () => {
  untouched(join(folder(), 'немає.sotsplan'), 'plan.notFound');
});

test('files of other programs are foreign', () => {
  untouched(put('текст.sotsplan', 'Шановні колеги, надсилаємо план.\n'.repeat(50)), 'plan.foreign');
  untouched(put('фото.sotsplan', Buffer.concat([Buffer.from('ffd8ffe000104a464946', 'hex'), Buffer.alloc(9000, 7)])), 'plan.foreign');
  const path = join(folder(), 'інша.sotsplan');
  const other = new Database(path);
  other.exec('CREATE TABLE meta (key, value)');
  other.close();
  untouched(path, 'plan.foreign');
  const dir = join(folder(), 'тека.sotsplan');
  mkdirSync(dir);
  refused('plan.foreign', () => openPlan(dir, options()));
});

test('an empty, cut, zeroed or beheaded plan is damaged', () => {
  untouched(put('порожній.sotsplan', ''), 'plan.damaged');
  untouched(put('нулі.sotsplan', Buffer.alloc(40_000)), 'plan.damaged');
  untouched(put('клаптик.sotsplan', 'SQLite format 3\0'), 'plan.damaged');
  for (const part of [0.3, 0.7, 0.99]) {
    const path = closedPlan({}, fill);
    truncateSync(path, Math.floor(readFileSync(path).length * part));
    untouched(path, 'plan.damaged');
  }
  const path = closedPlan({}, fill);
  const bytes = readFileSync(path);
  writeFileSync(path, bytes.fill(0x5a, 0, 200));
  untouched(path, 'plan.damaged');
});

test('pages overwritten with other bytes are found at opening', () => {
  for (const [from, to] of [[0.2, 0.3], [0.5, 0.55], [0.9, 1]] as const) {
    const path = closedPlan({}, fill);
    const bytes = readFileSync(path);
    for (let at = Math.floor(bytes.length * from); at < bytes.length * to; at++) bytes[at] = (at * 2_654_435_761) % 251;
    writeFileSync(path, bytes);
    untouched(path, 'plan.damaged');
  }
});

test('a damaged plan names its newest verified backup', () => {
  const path = closedPlan({}, (store) => {
    fill(store);
    store.backup('manual', new Date('2026-03-01T10:00:00.000Z'));
    store.backup('manual', new Date('2026-03-02T10:00:00.000Z'));
  });
  truncateSync(path, 9000);
  expect(String(untouched(path, 'plan.damaged', ['open'])['backup'])).toContain('2026-03-02T10-00-00');
});

test('a plan of a newer version is refused byte for byte', () => {
  const path = closedPlan({}, fill);
  const db = new Database(path);
  db.pragma(`user_version = ${SCHEMA_VERSION + 1}`);
  db.exec("UPDATE sotsplan SET app_version = '9.1.0'");
  db.close();
  expect(untouched(path, 'plan.newer')).toMatchObject({ version: '9.1.0' });
});

test('a second program is told who holds the plan, may read it as it stands, and gets it afterwards', () => {
  const store = create();
  const at = { path: store.path, computer: 'СОЦЗАХИСТ-2', since: '2026-03-02T08:12:00.000Z' };
  const script = `const { openPlan, peekPlan } = await import(${JSON.stringify(new URL('../../src-main/store/open.ts', import.meta.url).href)});
    const who = { computer: 'ІНШИЙ', programStart: 'x', pid: 1, now: () => new Date(), appVersion: '0' };
    for (const way of [() => openPlan(process.argv[1], who), () => openPlan(process.argv[1], { ...who, readOnly: true }), () => peekPlan(process.argv[1])]) {
      try { way().close?.(); console.log('opened'); } catch (error) { console.log(JSON.stringify({ code: error.code, ...error.details })); }
    }`;
  const other = () => spawnSync(process.execPath, ['--input-type=module', '-e', script, store.path], { encoding: 'utf8' }).stdout.trim().split('\n');
  const [writing, reading, looking] = other();
  for (const line of [writing, looking]) expect(JSON.parse(line ?? '')).toEqual({ code: 'plan.locked', ...at });
  expect(reading).toBe('opened');
  // In the middle of a change nothing of it may be read.
  writeFileSync(`${store.path}-journal`, 'a change on its way');
  expect(JSON.parse(other()[1] ?? '')).toEqual({ code: 'plan.locked', ...at });
  rmSync(`${store.path}-journal`);
  // In this process as well, and looking at it here does not drop the lock.
  expect(refused('plan.locked', () => openPlan(store.path, options()))).toEqual(at);
  expect(peekPlan(store.path).title.uk).toBe('Срібнянська громада');
  expect(JSON.parse(other()[0] ?? '')).toEqual({ code: 'plan.locked', ...at });
  store.close();
  expect(other().slice(0, 2)).toEqual(['opened', 'opened']);
});

test('a stale note of a program that crashed is replaced, and gone after closing', () => {
  const path = closedPlan();
  writeFileSync(`${path}.lock`, JSON.stringify({ computer: 'ЗГОРІВ', since: 'давно', pid: 1 }));
  const store = open(path);
  expect(JSON.parse(readFileSync(`${path}.lock`, 'utf8'))).toMatchObject({ computer: 'СОЦЗАХИСТ-2', pid: 4242 });
  store.close();
  store.close();
  expect(readdirSync(dirname(path))).toEqual(['Срібне.sotsplan']);
});

test('a note that cannot be understood does not hide the lock', () => {
  const store = create();
  writeFileSync(`${store.path}.lock`, '{"comp');
  const script = `const { peekPlan } = await import(${JSON.stringify(new URL('../../src-main/store/open.ts', import.meta.url).href)});
    try { peekPlan(process.argv[1]); } catch (error) { console.log(error.code, error.details.computer); }`;
  expect(spawnSync(process.execPath, ['--input-type=module', '-e', script, store.path], { encoding: 'utf8' }).stdout.trim()).toBe('plan.locked null');
});

test('opening, looking and closing without a change leave every byte', () => {
  const path = closedPlan({}, fill);
  const before = hash(path);
  open(path).close();
  peekPlan(path);
  open(path, { readOnly: true }).close();
  expect(state(dirname(path))).toEqual({ 'Срібне.sotsplan': before });
});

test('a plan open for reading only refuses changes and holds no lock', () => {
  const path = closedPlan({}, fill);
  const reader = open(path, { readOnly: true });
  expect(figuresOf(reader.read, 2026, 'base').length).toBe(2000);
  expect(refused('plan.readOnly', () => fill(reader))).toMatchObject({ reason: 'chosen' });
  refused('plan.readOnly', () => reader.undo('відділ'));
  const writer = open(path);
  fill(writer, 2000, 5);
  expect(figureAt(reader.read, figure({ service: 's00000' }))?.value).toBe(1);
});

test.skipIf(process.platform === 'win32')('a read-only file or folder says so and is left alone', () => {
  const file = closedPlan({}, fill);
  chmodSync(file, 0o444);
  expect(untouched(file, 'plan.readOnly', ['open'])).toMatchObject({ reason: 'file' });
  expect(figuresOf(open(file, { readOnly: true }).read, 2026, 'base').length).toBe(2000);
  // A folder is closed even to the owner only when the owner is not root: the check runs as nobody then.
  const path = closedPlan({}, fill);
  chmodSync(path, 0o666);
  chmodSync(dirname(path), 0o555);
  const script = `const { openPlan, createPlan } = await import(${JSON.stringify(new URL('../../src-main/store/open.ts', import.meta.url).href)});
    const who = { computer: 'Я', programStart: 'x', pid: 1, now: () => new Date(), appVersion: '0' };
    for (const way of [() => openPlan(process.argv[1], who), () => createPlan(process.argv[1] + '2', who, () => {}), () => openPlan(process.argv[1], { ...who, readOnly: true })]) {
      try { way().close(); console.log('opened'); } catch (error) { console.log(error.code, error.details?.reason); }
    }`;
  const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
  const ran = spawnSync(process.execPath, ['--input-type=module', '-e', script, path], { encoding: 'utf8', ...nobody });
  chmodSync(dirname(path), 0o755);
  expect(ran.stdout.trim().split('\n')).toEqual(['plan.readOnly folder', 'plan.readOnly folder', 'opened']);
  expect(readdirSync(dirname(path))).toEqual(['Срібне.sotsplan']);
});

test('a full disk refuses the change and keeps what was there', () => {
  const store = create();
  fill(store, 10);
  const pages = store.read.value<number>('PRAGMA page_count') ?? 0;
  store.read.get(`PRAGMA max_page_count = ${pages}`);
  expect(refused('disk.full', () => fill(store, 5000, 2))).toMatchObject({ path: store.path });
  expect([store.revision(), figuresOf(store.read, 2026, 'base').length]).toEqual([1, 10]);
  store.read.get('PRAGMA max_page_count = 1000000');
  fill(store, 5000, 2);
  expect(store.revision()).toBe(2);
});

test('creating refuses a name that is taken and leaves nothing when its seed fails', () => {
  const path = closedPlan();
  const before = state(dirname(path));
  refused('plan.exists', () => createPlan(path, options(), seed));
  const other = join(dirname(path), 'другий.sotsplan');
  expect(() => createPlan(other, options(), () => { throw new Error('stop'); })).toThrow('stop');
  expect(() => createPlan(other, options(), (tx) => void putFigures(tx, [figure()], AT))).toThrow(/FOREIGN KEY/);
  expect(state(dirname(path))).toEqual(before);
});

test('the list sees title, years and what is known without opening', () => {
  const path = closedPlan({}, (store) => {
    store.write(say('edit'), 'відділ', (tx) => void putFigures(tx, [figure(), figure({ service: 'day-care', state: 'carried' }), figure({ service: 'other' })], AT));
  });
  expect(peekPlan(path)).toEqual({
    title: { uk: 'Срібнянська громада', en: null }, place: { uk: 'Прилуцький район, Чернігівська область', en: null }, community: null,
    years: [2025, 2026], known: 1, all: 2, teaching: false, savedAt: NOW,
  });
});

test('a checked copy stands alone, is closed, and never replaces', () => {
  const store = create();
  fill(store);
  const target = join(folder(), 'копія з пробілом.sotsplan');
  store.saveCopy(target);
  refused('plan.exists', () => store.saveCopy(target));
  refused('plan.exists', () => store.saveCopy(store.path));
  expect(readdirSync(dirname(target))).toEqual(['копія з пробілом.sotsplan']);
  const copy = open(target);
  expect([copy.revision(), figuresOf(copy.read, 2026, 'base').length, yearsOf(copy.read)]).toEqual([1, 2000, [2025, 2026]]);
  expect(copy.undoable()).toEqual(say('paste'));
});

/** The bytes of a plan while it is open: before and after a change of many figures in place, and the journal that leads back. */
function midWrite() {
  const store = create();
  fill(store, 2000, 1);
  const before = readFileSync(store.path);
  fill(store, 2000, 2);
  const after = readFileSync(store.path);
  return { before, after };
}

test('a copy taken while a change was written, without its journal, is refused and left alone', () => {
  const { before, after } = midWrite();
  let refusedCount = 0;
  for (let part = 1; part <= 9; part++) {
    for (const [head, tail] of [[before, after], [after, before]] as const) {
      const cut = Math.floor((before.length / 4096) * (part / 10)) * 4096;
      const path = put('копія.sotsplan', Buffer.concat([head.subarray(0, cut), tail.subarray(cut)]));
      const seen = state(dirname(path));
      try {
        const store = openPlan(path, options());
        // Only a mixture that equals one of the two moments may open.
        const values = new Set(figuresOf(store.read, 2026, 'base').map((each) => each.value));
        const revision = store.revision();
        store.close();
        expect([values.size, [...values][0]]).toEqual([1, revision]);
      } catch (error) {
        if (!['plan.journalMissing', 'plan.damaged'].includes((error as { code?: string }).code ?? '')) throw error;
        refusedCount++;
        expect(state(dirname(path))).toEqual(seen);
      }
    }
  }
  expect(refusedCount).toBeGreaterThan(8);
});

test('a copy of an open plan taken between two changes opens', () => {
  const { before, after } = midWrite();
  expect(open(put('копія.sotsplan', before)).revision()).toBe(1);
  expect(open(put('копія.sotsplan', after)).revision()).toBe(2);
});

test('after a crash in a change the journal leads back, for looking without a byte written', () => {
  const dir = folder();
  const path = join(dir, 'план.sotsplan');
  const script = `const { createPlan } = await import(${JSON.stringify(new URL('../../src-main/store/open.ts', import.meta.url).href)});
    const who = { computer: 'Я', programStart: 'x', pid: 1, now: () => new Date('${NOW}'), appVersion: '0' };
    const store = createPlan(process.argv[1], who, (tx) => { for (let i = 0; i < 3000; i++) tx.run('INSERT INTO norm_check VALUES (?, ?, ?)', 'n' + i, 'a'.repeat(90), 'я'); });
    store.write({ key: 'a', params: {} }, 'я', (tx) => { tx.run("UPDATE norm_check SET author = 'один'"); });
    store.close();
    // A small cache that spills writes pages into the file before the commit.
    const { default: Database } = await import('better-sqlite3');
    const db = new Database(process.argv[1]);
    for (const set of ['locking_mode = EXCLUSIVE', 'cache_size = 10']) db.pragma(set);
    db.exec("UPDATE sotsplan SET open_by = 'x'");
    db.exec("BEGIN; UPDATE norm_check SET author = 'два'");
    process.kill(process.pid, 'SIGKILL');`;
  expect(spawnSync(process.execPath, ['--input-type=module', '-e', script, path], { encoding: 'utf8' }).stderr).toBe('');
  const bare = join(folder(), 'план.sotsplan');
  copyFileSync(path, bare);
  expect(readFileSync(path).includes('два')).toBe(true);
  untouched(bare, 'plan.journalMissing');

  const before = state(dir);
  expect(peekPlan(path).savedAt).toBe(NOW);
  const reader = open(path, { readOnly: true });
  expect(reader.read.all('SELECT DISTINCT author FROM norm_check')).toEqual([{ author: 'один' }]);
  reader.close();
  expect(state(dir)).toEqual(before);
  const store = open(path);
  expect([store.revision(), store.read.all('SELECT DISTINCT author FROM norm_check')]).toEqual([1, [{ author: 'один' }]]);
  store.close();
  expect(existsSync(`${path}-journal`)).toBe(false);
});

test('the time of a file on the disk is not needed to judge it', () => {
  const path = closedPlan();
  utimesSync(path, 0, 0);
  expect(open(path).revision()).toBe(0);
});
