import { copyFileSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { create, figure, folder, open, options, refused, say, seed } from './helper.ts';
import { agreesWithLog } from '../../src-main/store/check.ts';
import { historySize } from '../../src-main/store/compact.ts';
import { figureAt, figureHistory, figuresChangedSince, figuresOf, putFigures, removeFigures, removeFiguresWhere } from '../../src-main/store/figures.ts';
import { history, onlyFiguresSince } from '../../src-main/store/changes.ts';
import { NEW_PROVIDER, putProvider, providersOf, removeProvider } from '../../src-main/store/providers.ts';
import { putTerritories, removeTerritory, territoriesOf } from '../../src-main/store/territories.ts';
import { metaOf, setMeta } from '../../src-main/store/meta.ts';
import { openPlan, type PlanStore, type Tx } from '../../src-main/store/open.ts';

const AT = '2026-03-02T08:59:00.000Z';
const set = (store: PlanStore, value: number | null, more = {}) => store.write(say('edit'), 'відділ', (tx) => void putFigures(tx, [figure({ value, ...more })], AT));
const value = (store: PlanStore, more = {}) => figureAt(store.read, figure(more))?.value;

test('an error inside leaves the plan, the log and the revision as they were', () => {
  const store = create();
  set(store, 1);
  expect(() => store.write(say('edit'), 'відділ', (tx) => {
    putFigures(tx, [figure({ value: 2 })], AT);
    throw new Error('stop');
  })).toThrow('stop');
  expect([value(store), store.revision(), history(store.read, 10).length]).toEqual([1, 1, 1]);
  expect(set(store, 3)).toBe(2);
});

test('a figure of an unknown territory, year, scenario or provider is not stored', () => {
  const store = create();
  for (const wrong of [{ territory: 'nowhere' }, { year: 2031 }, { scenario: 'none' }, { provider: 'nobody' }]) expect(() => set(store, 1, wrong)).toThrow(/FOREIGN KEY/);
  expect(store.revision()).toBe(0);
  expect(set(store, 1)).toBe(1);
});

test('a transaction handle is dead after its transaction', () => {
  const store = create();
  let kept: Tx | undefined;
  store.write(say('edit'), 'відділ', (tx) => {
    kept = tx;
    putFigures(tx, [figure()], AT);
  });
  expect(() => kept && putFigures(kept, [figure({ value: 9 })], AT)).toThrow(/after its transaction/);
  expect(() => store.write(say('edit'), 'відділ', () => void store.write(say('edit'), 'відділ', () => undefined))).toThrow(/inside a change/);
});

test('nothing changed makes no entry and keeps redo', () => {
  const store = create();
  set(store, 1);
  set(store, 2);
  store.undo('відділ');
  expect(store.write(say('edit'), 'відділ', (tx) => void putFigures(tx, [figure({ value: 1 })], '2026-03-02T10:00:00.000Z'))).toBe(3);
  expect(store.redoable()).toEqual(say('edit'));
});

test('nothing to undo or redo is refused', () => {
  const store = create();
  refused('plan.nothingToUndo', () => store.undo('відділ'));
  refused('plan.nothingToRedo', () => store.redo('відділ'));
  set(store, 1);
  refused('plan.nothingToRedo', () => store.redo('відділ'));
});

test('what the plan was made with is not undoable and not a change', () => {
  const store = create(undefined, {}, (tx) => {
    seed(tx);
    putFigures(tx, [figure()], AT);
  });
  expect([store.revision(), store.savedAt(), store.undoable(), figureHistory(store.read, figure())]).toEqual([0, null, null, []]);
});

test('undo and redo survive a restart, grow the revision and are recorded', () => {
  const store = create();
  set(store, 1);
  set(store, 2);
  set(store, null);
  expect([store.undo('відділ'), store.undo('відділ')]).toEqual([4, 5]);
  store.close();
  const again = open(store.path);
  expect([value(again), again.revision(), again.undoable(), again.redoable()]).toEqual([1, 5, say('edit'), say('edit')]);
  expect(again.redo('інше крісло')).toBe(6);
  expect(value(again)).toBe(2);
  expect(again.redo('інше крісло')).toBe(7);
  expect(value(again)).toBeNull();
  refused('plan.nothingToRedo', () => again.redo('відділ'));
  expect([again.undo('a'), again.undo('a'), again.undo('a')]).toEqual([8, 9, 10]);
  expect(value(again)).toBeUndefined();
  refused('plan.nothingToUndo', () => again.undo('a'));
  expect(history(again.read, 3).map((entry) => [entry.revision, entry.what.key, entry.what.params['what'], entry.rows])).toEqual(
    [[10, 'history.undone', 'edit', 1], [9, 'history.undone', 'edit', 1], [8, 'history.undone', 'edit', 1]]);
  expect(history(again.read, 99).filter((entry) => entry.undone).map((entry) => entry.revision)).toEqual([3, 2, 1]);
});

test('a new change after undo clears redo for good', () => {
  const store = create();
  set(store, 1);
  set(store, 2);
  store.undo('відділ');
  set(store, 7);
  expect(store.redoable()).toBeNull();
  store.undo('відділ');
  expect(value(store)).toBe(1);
  store.redo('відділ');
  expect(value(store)).toBe(7);
});

test('numbers come back from the log to the last digit, texts to the last sign', () => {
  const store = create();
  const hard = figure({ value: 0.1 + 0.2, low: 1 / 3, high: 5e-324, note: 'лапки " \\ \u001f \u2028 ʼ 👩‍👧' , source: '{"a":1}' });
  store.write(say('edit'), 'відділ', (tx) => void putFigures(tx, [hard], AT));
  set(store, Number.MAX_SAFE_INTEGER, { note: 'x', source: 'y' });
  store.undo('відділ');
  expect(figureAt(store.read, hard)).toEqual(hard);
  store.write(say('edit'), 'відділ', (tx) => void removeFigures(tx, [hard]));
  store.undo('відділ');
  expect(figureAt(store.read, hard)).toEqual(hard);
});

test('removing a provider or territory with all that hangs on it comes back whole', () => {
  const store = create();
  store.write(say('add'), 'відділ', (tx) => {
    putProvider(tx, { ...NEW_PROVIDER, id: 'p1', name: 'ТЦ', kind: 'territorial_centre', sector: 'municipal', territory: 'village', note: '', services: ['home-care', 'day-care'] });
    putFigures(tx, [figure({ provider: 'p1', measure: 'posts', value: 2.25 }), figure({ territory: 'village', value: 4 })], AT);
  });
  const whole = () => ({ figures: figuresOf(store.read, 2026, 'base'), providers: providersOf(store.read), territories: territoriesOf(store.read) });
  const before = whole();
  refused('territory.hasChildren', () => store.write(say('remove'), 'відділ', (tx) => void removeTerritory(tx, 'root')));
  store.write(say('remove'), 'відділ', (tx) => {
    removeTerritory(tx, 'village');
    removeProvider(tx, 'p1');
  });
  expect([whole().figures.length, whole().providers.length]).toEqual([0, 0]);
  store.undo('відділ');
  expect(whole()).toEqual(before);
  store.redo('відділ');
  expect(whole().figures).toEqual([]);
});

test('only changed columns stand in the history of a figure', () => {
  const store = create();
  set(store, 1);
  set(store, 2);
  store.write(say('remove'), 'відділ', (tx) => void removeFiguresWhere(tx, { service: 'home-care' }));
  store.undo('начальник');
  const found = figureHistory(store.read, figure());
  expect(found.map((change) => change.revision)).toEqual([4, 3, 2, 1]);
  expect(found[2]).toMatchObject({ before: { value: 1 }, after: { value: 2 }, author: 'відділ' });
  expect(found[0]).toMatchObject({ before: null, after: { value: 2, method: 'register' }, author: 'начальник' });
});

test('a cache learns which figures changed since its revision', () => {
  const store = create();
  set(store, 1);
  const since = store.revision();
  expect(figuresChangedSince(store.read, since)).toEqual([]);
  set(store, 2);
  set(store, 5, { service: 'day-care' });
  store.undo('відділ');
  store.write(say('plan.set'), 'відділ', (tx) => setMeta(tx, { calcDate: '2026-01-01' }));
  expect(figuresChangedSince(store.read, since)?.map((key) => [key.service, key.year]).toSorted()).toEqual([['day-care', 2026], ['home-care', 2026]]);
  expect(figuresChangedSince(store.read, 99)).toBeNull();
  expect(figuresChangedSince(store.read, 0)?.length).toBe(2);
});

test('a pasted block of 10,000 is one undo step', () => {
  const store = create();
  const block = Array.from({ length: 10_000 }, (_, index) => figure({ service: `s${index}`, value: index }));
  store.write(say('paste'), 'відділ', (tx) => void putFigures(tx, block, AT));
  store.undo('відділ');
  expect(figuresOf(store.read, 2026, 'base')).toEqual([]);
  store.redo('відділ');
  expect(figuresOf(store.read, 2026, 'base').length).toBe(10_000);
  expect(history(store.read, 1)[0]?.rows).toBe(10_000);
});

test('facts of the plan and renamed territories are undone as well', () => {
  const store = create();
  store.write(say('plan.set'), 'відділ', (tx) => setMeta(tx, { calcDate: '2026-01-01', title: { uk: 'Інша', en: 'Other' } }));
  store.write(say('territory'), 'відділ', (tx) => putTerritories(tx, territoriesOf(tx).map((each) => ({ ...each, name: { uk: 'Нова', en: null }, lat: 50.5 }))));
  store.undo('відділ');
  store.undo('відділ');
  expect([metaOf(store.read).calcDate, metaOf(store.read).title.uk, territoriesOf(store.read)[1]?.name.uk]).toEqual(['', 'Срібнянська громада', 'village']);
});

const bulk = (value: number, count = 600) => Array.from({ length: count }, (_, index) => figure({ service: `b${index}`, value }));
const paste = (store: PlanStore, value: number, count = 600) => store.write(say('paste'), 'відділ', (tx) => void putFigures(tx, bulk(value, count), AT));

test('a change of many rows is one packed record that history, caches, undo and the check after a crash read like any other', () => {
  const store = create();
  set(store, 1);
  expect(paste(store, 7)).toBe(2);
  const last = bulk(0).at(-1) ?? figure();
  store.write(say('edit'), 'відділ', (tx) => void putFigures(tx, [{ ...last, value: 8, note: 'таб\tі рядок\n' }], AT));
  store.write(say('both'), 'відділ', (tx) => {
    putFigures(tx, bulk(9, 700), AT);
    putFigures(tx, [{ ...last, value: 10 }], AT);
    setMeta(tx, { calcDate: '2026-01-01' });
  });
  expect(store.read.all('SELECT txn, count FROM change_pack')).toEqual([{ txn: 2, count: 600 }, { txn: 4, count: 702 }]);
  expect(figureHistory(store.read, last).map((one) => [one.revision, one.before?.value, one.after?.value])).toEqual([[4, 9, 10], [4, 8, 9], [3, 7, 8], [2, undefined, 7]]);
  expect(figuresChangedSince(store.read, 1)?.length).toBe(700);
  expect([onlyFiguresSince(store.read, 1), onlyFiguresSince(store.read, 4)]).toEqual([false, true]);
  store.undo('відділ');
  expect(figureAt(store.read, last)).toMatchObject({ value: 8, note: 'таб\tі рядок\n' });
  expect([figuresOf(store.read, 2026, 'base').length, metaOf(store.read).calcDate]).toEqual([601, '']);
  store.redo('відділ');
  expect(figuresOf(store.read, 2026, 'base').length).toBe(701);
  const copy = join(folder(), 'copy.sotsplan');
  copyFileSync(store.path, copy);
  const agrees = (spoil: string): boolean => {
    const db = new Database(copy);
    db.exec(spoil);
    try { return agreesWithLog(db); } finally { db.close(); }
  };
  expect(agrees('')).toBe(true);
  expect(agrees("UPDATE figure SET value = 11 WHERE service = 'b699'")).toBe(false);
  expect(agrees("UPDATE figure SET value = 9 WHERE service = 'b699'; DELETE FROM change_pack WHERE txn = 2")).toBe(false);
});

/** Compaction to its end, all steps made. */
function compacted(store: PlanStore, before: string) {
  const steps = store.compact(before);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

test('compaction takes the details of old entries, keeps their lines, and undo stops there in plain words', () => {
  let at = '2026-03-02T09:00:00.000Z';
  const store = create(undefined, { now: () => new Date(at) });
  set(store, 1);
  paste(store, 7, 5000);
  at = '2027-06-01T09:00:00.000Z';
  set(store, 2);
  const size = historySize(store.read, '2027-01-01');
  expect([size.older.entries, size.all.entries, size.older.bytes > 10_000, size.older.bytes < size.all.bytes]).toEqual([2, 3, true, true]);
  const stopped = store.compact('2027-01-01');
  expect([stopped.next().value, stopped.next().value]).toEqual([{ step: 'backup', done: 0, of: 2 }, { step: 'shrink', done: 1, of: 2 }]);
  expect(historySize(store.read, '2027-01-01'), 'to stop before the last step leaves all details').toEqual(size);
  const done = compacted(store, '2027-01-01');
  expect([done.entries, done.after < done.before]).toEqual([2, true]);
  expect(history(store.read, 9).map((entry) => [entry.revision, entry.rows, entry.compactedAt])).toEqual([[3, 1, null], [2, 5000, at], [1, 1, at]]);
  expect([store.revision(), store.undo('відділ'), value(store)]).toEqual([3, 4, 1]);
  expect(store.undoable()).toBeNull();
  expect(refused('plan.compacted', () => store.undo('відділ'))).toEqual({ at });
  expect([store.redo('відділ'), value(store), compacted(store, '2027-01-01').backup]).toEqual([5, 2, null]);
  const twin = join(folder(), 'twin.sotsplan');
  copyFileSync(store.path, twin);
  expect(open(twin).revision(), 'a plan that was not closed fits its compacted log').toBe(5);
  const backup = openPlan(done.backup ?? '', options({ readOnly: true }));
  expect(backup.undoable()).toEqual(say('edit'));
  backup.close();
  expect(compacted(store, '9999').entries).toBe(3);
  refused('plan.compacted', () => store.undo('відділ'));
  expect([set(store, 9), store.undo('відділ'), value(store)]).toEqual([6, 7, 2]);
});

test('what was undone before compaction cannot be done again after it', () => {
  const store = create();
  set(store, 1);
  store.undo('відділ');
  compacted(store, '9999');
  expect(store.redoable()).toBeNull();
  refused('plan.compacted', () => store.redo('відділ'));
  expect([set(store, 3), store.undo('відділ'), value(store)]).toEqual([3, 4, undefined]);
});

test('a copy without history begins anew, survives a crash, and shows nothing of what was done', () => {
  const store = create();
  set(store, 1, { note: 'таємне слово' });
  paste(store, 7, 5000);
  set(store, 2, { note: 'звичайне' });
  const [slim, full] = [join(folder(), 'slim.sotsplan'), join(folder(), 'full.sotsplan')];
  store.saveCopy(slim, false);
  store.saveCopy(full);
  expect(statSync(slim).size).toBeLessThan(statSync(full).size);
  expect([readFileSync(slim).includes('таємне слово'), readFileSync(full).includes('таємне слово')]).toEqual([false, true]);
  const copy = open(slim);
  expect([copy.revision(), history(copy.read, 9), copy.undoable(), figuresOf(copy.read, 2026, 'base').length]).toEqual([0, [], null, 5001]);
  expect(set(copy, 5)).toBe(1);
  const twin = join(folder(), 'twin.sotsplan');
  copyFileSync(slim, twin);
  expect(value(open(twin))).toBe(5);
});
