import type { FigureChange } from '../contract/api/plan.ts';
import type { Figure, FigureKey } from '../contract/models.ts';
import type { Readable, SqlValue, Tx } from './handles.ts';
import { AT_ONCE, sourceOf } from './manyRows.ts';
import { changesSince, packedChangesOf } from './packed.ts';

/** Key columns in the order of the primary key, with their names in {@link FigureKey}. */
const KEY = [
  ['year', 'year'], ['scenario', 'scenario'], ['territory', 'territory'], ['measure', 'measure'], ['grp', 'group'],
  ['service', 'service'], ['provider', 'provider'], ['sex', 'sex'], ['age', 'age'],
] as const satisfies readonly (readonly [string, keyof FigureKey])[];

/** The other columns, with their names in {@link Figure}. */
const REST = [
  ['value', 'value'], ['low', 'low'], ['high', 'high'], ['method', 'method'], ['source', 'source'], ['as_of', 'asOf'],
  ['counted', 'counted'], ['author', 'author'], ['note', 'note'], ['state', 'state'],
] as const satisfies readonly (readonly [string, keyof Figure])[];

const SELECT = `SELECT ${[...KEY, ...REST].map(([column, field]) => `${column} AS "${field}"`).join(', ')} FROM figure`;
const AT = KEY.map(([column]) => `${column} = ?`).join(' AND ');
const rest = (prefix: string) => REST.map(([column]) => `${prefix}${column}`).join(', ');
const keyValues = (key: FigureKey): SqlValue[] => KEY.map(([, field]) => key[field]);

/** All figures of a year and scenario: one contiguous range of the file, read straight into objects. */
export const figuresOf = (read: Readable, year: number, scenario: string): Figure[] => read.all<Figure>(`${SELECT} WHERE year = ? AND scenario = ?`, year, scenario);

/** One figure, or undefined. */
export const figureAt = (read: Readable, key: FigureKey): Figure | undefined => read.get<Figure>(`${SELECT} WHERE ${AT}`, ...keyValues(key));

/** Role and ISO time of the last change of a figure, null when there is no such figure. */
export const figureTouched = (read: Readable, key: FigureKey): { readonly author: string; readonly at: string } | null =>
  read.get<{ author: string; at: string }>(`SELECT author, updated_at AS at FROM figure WHERE ${AT}`, ...keyValues(key)) ?? null;

const COLUMNS = [...KEY, ...REST, ['updated_at']].map(([column = '']) => column);
const REPLACE = `ON CONFLICT DO UPDATE SET ${REST.map(([column]) => `${column} = excluded.${column}`).join(', ')}, updated_at = excluded.updated_at
  WHERE (${rest('')}) IS NOT (${rest('excluded.')})`;

const compare = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);
const byAddress = (a: Figure, b: Figure): number =>
  a.year - b.year || compare(a.scenario, b.scenario) || compare(a.territory, b.territory) || compare(a.measure, b.measure) || compare(a.group, b.group)
  || compare(a.service, b.service) || compare(a.provider, b.provider) || compare(a.sex, b.sex) || compare(a.age, b.age);

/**
 * Stores figures whole; one that is there already as it stands is not touched (nor its time), and of two at one address the later
 * stays. `at` = ISO time. Returns how many changed. They go in as they lie in the file: a third less time for many.
 */
export function putFigures(tx: Tx, figures: readonly Figure[], at: string): number {
  const ordered = figures.toSorted(byAddress);
  let changed = 0;
  for (let from = 0; from < ordered.length; from += AT_ONCE) {
    const { columns, select, values } = sourceOf(COLUMNS, ordered.slice(from, from + AT_ONCE).map((f) => [
      f.year, f.scenario, f.territory, f.measure, f.group, f.service, f.provider, f.sex, f.age, f.value, f.low, f.high, f.method, f.source, f.asOf, f.counted, f.author, f.note, f.state, at,
    ]));
    changed += tx.run(`INSERT INTO figure (${columns}) ${select} WHERE true ${REPLACE}`, ...values);
  }
  return changed;
}

/** Removes figures by address. Returns how many were there. */
export const removeFigures = (tx: Tx, keys: readonly FigureKey[]): number =>
  keys.reduce((sum, key) => sum + tx.run(`DELETE FROM figure WHERE ${AT}`, ...keyValues(key)), 0);

/** Which figures to remove: all fields given must fit. */
export type FigureFilter = Partial<Pick<FigureKey, 'group' | 'service' | 'provider' | 'territory' | 'scenario' | 'year' | 'measure'>>;

/** Removes all figures that fit; an empty filter removes nothing. Returns how many were there. */
export function removeFiguresWhere(tx: Tx, filter: FigureFilter): number {
  const parts = KEY.filter(([, field]) => filter[field as keyof FigureFilter] !== undefined);
  if (parts.length === 0) return 0;
  return tx.run(`DELETE FROM figure WHERE ${parts.map(([column]) => `${column} = ?`).join(' AND ')}`, ...parts.map(([, field]) => filter[field as keyof FigureFilter] as SqlValue));
}

/**
 * Copies the known base figures of one year into another with state `carried`; an address that has a figure there already keeps it.
 * `at` is the ISO time of the copy (left out: the time of the original stays). Returns how many were copied.
 */
export function carryOver(tx: Tx, from: number, to: number, at?: string): number {
  const others = KEY.slice(1).map(([column]) => column).join(', ');
  const kept = REST.filter(([column]) => column !== 'state').map(([column]) => column).join(', ');
  return tx.run(
    `INSERT INTO figure (year, ${others}, ${kept}, state, updated_at)
     SELECT ?, ${others}, ${kept}, 'carried', coalesce(?, updated_at) FROM figure WHERE year = ? AND scenario = 'base' AND value IS NOT NULL ON CONFLICT DO NOTHING`,
    to, at ?? null, from,
  );
}

const MANY = 20_000;

const toKey = (pk: string): FigureKey => {
  const values = JSON.parse(pk) as SqlValue[];
  return Object.fromEntries(KEY.map(([, field], index) => [field, values[index]])) as unknown as FigureKey;
};

/**
 * Addresses of the figures stored, changed or removed after a revision, to refresh a cache; null = read everything again
 * (the revision is not of this plan, or more than 20,000 rows changed).
 */
export function figuresChangedSince(read: Readable, revision: number): FigureKey[] | null {
  const since = revision === 0 ? 0 : read.value<number>('SELECT last FROM txn WHERE id = ?', revision);
  if (since === undefined) return null;
  if ((read.value<number | null>('SELECT last FROM txn ORDER BY id DESC LIMIT 1') ?? 0) - since > MANY) return null;
  const changed = new Set<string>();
  for (const row of changesSince(read, revision)) if (row.tbl === 'figure') changed.add(row.pk);
  return [...changed].map(toKey);
}

const FIELD = new Map<string, string>(REST);
const toFigure = (json: string | null): Partial<Figure> | null =>
  json === null ? null : Object.fromEntries(Object.entries(JSON.parse(json) as object).flatMap(([column, value]) => (FIELD.has(column) ? [[FIELD.get(column), value]] : [])));

/**
 * All stored changes of one figure, newest first; before and after hold the changed fields only. What the plan was made with is no
 * change; those of compacted entries are gone.
 */
export function figureHistory(read: Readable, key: FigureKey): FigureChange[] {
  const pk = JSON.stringify(keyValues(key));
  const loose = read.all<{ txn: number; before: string | null; after: string | null }>("SELECT txn, before, after FROM change WHERE tbl = 'figure' AND pk = ? ORDER BY seq DESC", pk);
  const packed = packedChangesOf(read, 'figure', pk).map(({ txn, row }) => ({ txn, before: row.before, after: row.after }));
  return [...loose, ...packed].toSorted((a, b) => b.txn - a.txn).map(({ txn, before, after }) => {
    const entry = read.get<{ at: string; author: string }>('SELECT at, author FROM txn WHERE id = ?', txn) ?? { at: '', author: '' };
    return { revision: txn, ...entry, before: toFigure(before), after: toFigure(after) };
  });
}
