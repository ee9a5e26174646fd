import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { Refusal, type ErrorCode, type ErrorDetails } from '#contract/errors.ts';
import type { Figure, Sentence } from '#contract/models.ts';
import { createPlan, openPlan, type OpenOptions, type PlanStore, type Tx } from '../../src-main/store/open.ts';
import { addYear, setMeta } from '../../src-main/store/meta.ts';
import { putTerritories } from '../../src-main/store/territories.ts';
import { afterTest } from '../helpers/after.ts';

/** A folder that disappears after the test. */
export function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'plan-store-'));
  afterTest(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

export const NOW = '2026-03-02T09:00:00.000Z';
export const options = (more: Partial<OpenOptions> = {}): OpenOptions =>
  ({ computer: 'СОЦЗАХИСТ-2', programStart: '2026-03-02T08:12:00.000Z', pid: 4242, now: () => new Date(NOW), appVersion: '0.1.0', ...more });

export const say = (key: string): Sentence => ({ key, params: {} });

export const figure = (more: Partial<Figure> = {}): Figure => ({
  measure: 'identified', group: '', service: 'home-care', provider: '', territory: 'root', sex: 'all', age: 'all', year: 2026, scenario: 'base',
  value: 453, low: null, high: null, method: 'register', source: 'облік відділу', asOf: '2026-01-01', counted: 'person', author: 'відділ', note: '', state: 'entered', ...more,
});

export function seed(tx: Tx): void {
  setMeta(tx, { title: { uk: 'Срібнянська громада', en: null }, place: { uk: 'Прилуцький район, Чернігівська область', en: null }, root: 'root', services: ['home-care', 'day-care'] });
  addYear(tx, 2025);
  addYear(tx, 2026);
  const territory = (id: string, parent: string | null, kind: 'community' | 'settlement', sort: number) =>
    ({ id, parent, kind, name: { uk: id, en: null }, category: '' as const, formerName: '', lat: null, lon: null, sort });
  putTerritories(tx, [territory('root', null, 'community', 0), territory('village', 'root', 'settlement', 1)]);
}

export const keep = (store: PlanStore): PlanStore => (afterTest(() => store.close()), store);
export const create = (path = join(folder(), 'Срібне.sotsplan'), more: Partial<OpenOptions> = {}, fill: (tx: Tx) => void = seed) => keep(createPlan(path, options(more), fill));
export const open = (path: string, more: Partial<OpenOptions> = {}) => keep(openPlan(path, options(more)));

/** A closed plan; its path. */
export function closedPlan(more: Partial<OpenOptions> = {}, change?: (store: PlanStore) => void): string {
  const store = create(undefined, more);
  change?.(store);
  store.close();
  return store.path;
}

export const hash = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');

/** Names and hashes of everything in a folder. */
export const state = (dir: string): Record<string, string> =>
  Object.fromEntries(readdirSync(dir, { withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => [entry.name, hash(join(dir, entry.name))]));

/** Runs `work`, expects the refusal, returns its details. */
export function refused(code: ErrorCode, work: () => unknown): ErrorDetails {
  let thrown: unknown;
  try {
    work();
  } catch (error) {
    thrown = error;
  }
  expect(thrown, `refused with ${code}`).toBeInstanceOf(Refusal);
  expect((thrown as Refusal).code).toBe(code);
  return (thrown as Refusal).details;
}
