import { existsSync, mkdirSync, readFileSync, readdirSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { backupDue, listBackups, restoreBackup } from '../../src-main/store/backup.ts';
import { figureAt, putFigures } from '../../src-main/store/figures.ts';
import { keptBackups } from '../../src-main/store/rotation.ts';
import type { PlanStore } from '../../src-main/store/open.ts';
import { closedPlan, create, figure, folder, hash, open, refused, say } from './helper.ts';

const set = (store: PlanStore, value: number) => store.write(say('edit'), 'відділ', (tx) => void putFigures(tx, [figure({ value })], '2026-03-02T08:59:00.000Z'));
const day = (number: number, hour = 9) => new Date(2026, 2, number, hour);

test('a backup that was cut later is listed as not verified, foreign files are not listed', () => {
  const store = create();
  set(store, 1);
  const path = store.backup('manual', day(2));
  store.backup('manual', day(3));
  truncateSync(path, 5000);
  writeFileSync(join(store.backupDir, 'лист.docx'), 'x');
  writeFileSync(join(store.backupDir, 'Інша--2026-03-02T09-00-00.000Z--daily.sotsplan'), 'x');
  expect(listBackups(store.path).map((each) => [each.at, each.reason, each.verified])).toEqual([[day(3).toISOString(), 'manual', true], [day(2).toISOString(), 'manual', false]]);
  expect(listBackups(join(folder(), 'немає.sotsplan'))).toEqual([]);
});

test('the first change of a day makes one backup of what was before it', () => {
  const dir = folder();
  let now = day(2);
  const store = create(join(dir, 'план.sotsplan'), { backupDir: join(dir, 'backups'), now: () => now });
  expect(listBackups(store.path).length).toBe(0);
  set(store, 1);
  set(store, 2);
  expect(listBackups(store.path).map((each) => each.reason)).toEqual(['daily']);
  store.close();
  const again = open(store.path, { backupDir: join(dir, 'backups'), now: () => now });
  set(again, 3);
  expect(listBackups(store.path).length).toBe(1);
  now = day(3);
  set(again, 4);
  const [newest] = listBackups(store.path);
  expect([listBackups(store.path).length, open(newest?.path ?? '', { readOnly: true }).revision()]).toEqual([2, 3]);
  expect([day(3, 12), day(4)].map((at) => backupDue(again.path, again.backupDir, at))).toEqual([false, true]);
});

test('a backup that cannot be made does not stop work, but is told', () => {
  const dir = folder();
  writeFileSync(join(dir, 'not-a-folder'), '');
  const store = create(join(dir, 'план.sotsplan'), { backupDir: join(dir, 'not-a-folder', 'backups') });
  expect(store.backupProblem()).toBeNull();
  expect(set(store, 1)).toBe(1);
  expect(store.backupProblem()).not.toBeNull();
});

test('returning to a backup can itself be returned', () => {
  const store = create();
  set(store, 1);
  const backup = store.backup('manual', day(2));
  set(store, 2);
  refused('plan.locked', () => restoreBackup(store.path, backup, day(3)));
  store.close();
  const kept = restoreBackup(store.path, backup, day(3)) ?? '';
  expect(listBackups(store.path)[0]).toMatchObject({ path: kept, reason: 'restore', verified: true });
  const back = open(store.path);
  expect([figureAt(back.read, figure())?.value, back.revision()]).toEqual([1, 1]);
  back.close();
  restoreBackup(store.path, kept, day(4));
  const forth = open(store.path);
  expect([figureAt(forth.read, figure())?.value, forth.undoable()]).toEqual([2, say('edit')]);
  forth.close();
  expect(readdirSync(dirname(store.path)).toSorted()).toEqual(['backups', 'Срібне.sotsplan']);
});

test('a damaged plan is kept as it is beside the return, with its journal, which never meets the new file', () => {
  let backup = '';
  const path = closedPlan({}, (store) => {
    set(store, 1);
    backup = store.backup('manual', day(2));
  });
  writeFileSync(path, readFileSync(path).fill(1, 4096, 12_000));
  writeFileSync(`${path}-journal`, 'x');
  const damaged = hash(path);
  const kept = restoreBackup(path, backup, day(3)) ?? '';
  expect([hash(kept), existsSync(`${kept}-journal`), existsSync(`${path}-journal`)]).toEqual([damaged, true, false]);
  expect(figureAt(open(path).read, figure())?.value).toBe(1);
});

test('what is no whole backup is refused and the plan stays', () => {
  const path = closedPlan({}, (store) => void set(store, 1));
  const before = hash(path);
  refused('backup.notFound', () => restoreBackup(path, join(folder(), 'немає.sotsplan'), day(3)));
  const text = join(folder(), 'текст.sotsplan');
  writeFileSync(text, 'Доброго дня! '.repeat(40));
  refused('plan.foreign', () => restoreBackup(path, text, day(3)));
  const cut = join(folder(), 'різаний.sotsplan');
  writeFileSync(cut, readFileSync(path).subarray(0, 9000));
  refused('plan.damaged', () => restoreBackup(path, cut, day(3)));
  expect([hash(path), readdirSync(dirname(path))]).toEqual([before, ['Срібне.sotsplan']]);
});

test('a plan that is gone is brought back without a backup of nothing', () => {
  const store = create();
  set(store, 1);
  const backup = store.backup('manual', day(2));
  store.close();
  const elsewhere = join(folder(), 'Срібне.sotsplan');
  mkdirSync(dirname(elsewhere), { recursive: true });
  expect(restoreBackup(elsewhere, backup, day(3))).toBeNull();
  expect(open(elsewhere).revision()).toBe(1);
});

test('rotation keeps a week whole, then weeks, then months, and always the newest', () => {
  const now = new Date('2026-06-30T12:00:00.000Z');
  const ago = (days: number, hour = 8) => ({ at: new Date(Date.UTC(2026, 5, 30 - days, hour)).toISOString() });
  expect(keptBackups([], now)).toEqual([]);
  expect(keptBackups([ago(3000)], now)).toEqual([ago(3000)]);
  const twiceDaily = Array.from({ length: 1000 }, (_, days) => [ago(days, 8), ago(days, 17)]).flat();
  const kept = keptBackups(twiceDaily, now);
  const within = (from: number, to: number) => kept.filter((each) => each.at <= ago(from, 23).at && each.at >= ago(to, 0).at).length;
  expect(within(0, 6)).toBe(14);
  expect(within(7, 56)).toBeGreaterThanOrEqual(7);
  expect(within(7, 56)).toBeLessThanOrEqual(8);
  expect(within(57, 999)).toBeGreaterThanOrEqual(22);
  expect(within(57, 999)).toBeLessThanOrEqual(24);
  expect(keptBackups(kept, now)).toEqual(kept);
  expect(keptBackups([{ at: '2031-01-01T00:00:00.000Z' }, ago(0)], now).length).toBe(2);
});
