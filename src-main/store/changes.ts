import type Database from 'better-sqlite3';
import type { HistoryEntry } from '../contract/api/plan.ts';
import type { Sentence } from '../contract/models.ts';
import { Refusal } from '../contract/errors.ts';
import type { Readable, SqlValue, Tx } from './handles.ts';
import { AT_ONCE, sourceOf } from './manyRows.ts';
import { changesOf, changesSince, storeChanges, type ChangeRow } from './packed.ts';
import { loggedTables } from './triggers.ts';

type Kind = 'do' | 'undo' | 'redo';
interface TxnRow { readonly id: number; readonly label: string; readonly at: string; readonly author: string; readonly kind: Kind; readonly undone: number; readonly first: number; readonly last: number; readonly compacted_at: string | null }
type Columns = Readonly<Record<string, SqlValue>>;

/** Number of the last stored transaction; 0 when nothing was changed since the plan was made. */
export const revisionOf = (read: Readable): number => read.value<number | null>('SELECT max(id) FROM txn') ?? 0;

/** ISO time of the last stored transaction, null when there is none. */
export const savedAtOf = (read: Readable): string | null => read.value<string>('SELECT at FROM txn ORDER BY id DESC LIMIT 1') ?? null;

const top = (read: Readable): TxnRow | undefined =>
  read.get<TxnRow>("SELECT * FROM txn WHERE kind = 'do' AND undone = 0 ORDER BY id DESC LIMIT 1");
const next = (read: Readable): TxnRow | undefined => read.get<TxnRow>('SELECT * FROM txn WHERE undone = 1 ORDER BY id LIMIT 1');
const sentence = (row: TxnRow | undefined): Sentence | null => (row && row.compacted_at === null ? (JSON.parse(row.label) as Sentence) : null);

/** What the next undo would take back, null when nothing. */
export const undoableOf = (read: Readable): Sentence | null => sentence(top(read));

/** What the next redo would do again, null when nothing. */
export const redoableOf = (read: Readable): Sentence | null => sentence(next(read));

/** Opens an entry of the log. */
export function beginEntry(tx: Tx, entry: { readonly kind: Kind; readonly label: Sentence; readonly author: string; readonly target: number | null }): number {
  const id = revisionOf(tx) + 1;
  tx.run("INSERT INTO txn (id, label, at, author, kind, target) VALUES (?, ?, '', ?, ?, ?)", id, JSON.stringify(entry.label), entry.author, entry.kind, entry.target);
  return id;
}

/** Closes an entry: its time, its rows and their span. Returns how many rows changed (0 = the caller rolls back). */
export function endEntry(tx: Tx, id: number, at: string): number {
  const base = tx.value<number>('SELECT last FROM txn WHERE id < ? ORDER BY id DESC LIMIT 1', id) ?? 0;
  const count = storeChanges(tx, id, base);
  tx.run('UPDATE txn SET at = ?, first = ?, last = ? WHERE id = ?', at, base + 1, base + count, id);
  return count;
}

/** A new change makes everything undone before it undone for good. */
export const dropRedo = (tx: Tx): number => tx.run('UPDATE txn SET undone = 2 WHERE undone = 1');

/**
 * Takes the last change back (or does the last undone one again) by applying its rows inversely (or as they were),
 * as a transaction of its own. Returns its number, or null when there is nothing to take back. Refuses `plan.compacted`
 * (details.at) when compaction of the history took the rows of the entry.
 */
export function step(db: Database.Database, tx: Tx, kind: 'undo' | 'redo', author: string): number | null {
  const row = kind === 'undo' ? top(tx) : next(tx);
  if (!row) return null;
  if (row.compacted_at !== null) throw new Refusal('plan.compacted', { at: row.compacted_at });
  const original = JSON.parse(row.label) as Sentence;
  const label: Sentence = { key: kind === 'undo' ? 'history.undone' : 'history.redone', params: { ...original.params, what: original.key, revision: row.id } };
  const id = beginEntry(tx, { kind, label, author, target: row.id });
  applyAll(db, tx, kind === 'undo' ? inverted(changesOf(tx, row.id, 'DESC')) : changesOf(tx, row.id, 'ASC'));
  tx.run('UPDATE txn SET undone = ? WHERE id = ?', kind === 'undo' ? 1 : 0, row.id);
  return id;
}

const OPPOSITE = { insert: 'delete', delete: 'insert', update: 'update' } as const;
const inverse = (change: ChangeRow): ChangeRow => ({ ...change, op: OPPOSITE[change.op], before: change.after, after: change.before });

function* inverted(changes: Iterable<ChangeRow>): Generator<ChangeRow> {
  for (const change of changes) yield inverse(change);
}

/** Applies rows of the log as they stand, in their order. */
function applyAll(db: Database.Database, tx: Tx, changes: Iterable<ChangeRow>): void {
  const keys = new Map(loggedTables(db).map((table) => [table.name, table.key]));
  let begun = '';
  let first: ChangeRow | null = null;
  let names: readonly string[] = [];
  let rows: SqlValue[][] = [];
  const flush = (): void => {
    if (first === null) return;
    if (apply(tx, first.op, first.tbl, keys.get(first.tbl) ?? [], names, rows) !== rows.length) throw new Error(`store: the change log does not fit the plan at ${first.tbl} ${first.pk}`);
    [first, rows] = [null, []];
  };
  for (const change of changes) {
    const after = change.after === null ? {} : (JSON.parse(change.after) as Columns);
    const columns = Object.keys(after);
    const id = `${change.op} ${change.tbl} ${columns.join(' ')}`;
    if (id !== begun || change.op === 'update' || rows.length === AT_ONCE) flush();
    if (first === null) [begun, first, names] = [id, change, columns];
    rows.push([...(JSON.parse(change.pk) as SqlValue[]), ...Object.values(after)]);
  }
  flush();
}

/** Applies rows of one kind (an update: one row): values of the key, then of the other columns. Returns how many rows changed. */
function apply(tx: Tx, op: ChangeRow['op'], table: string, key: readonly string[], names: readonly string[], rows: readonly SqlValue[][]): number {
  if (op === 'update') {
    const equal = (list: readonly string[]): string[] => list.map((name) => `"${name}" = ?`);
    return tx.run(`UPDATE "${table}" SET ${equal(names).join(', ')} WHERE ${equal(key).join(' AND ')}`, ...(rows[0] ?? []).slice(key.length), ...(rows[0] ?? []).slice(0, key.length));
  }
  const { columns, select, values } = sourceOf([...key, ...names], rows);
  return tx.run(op === 'delete' ? `DELETE FROM "${table}" WHERE (${columns}) IN (${select})` : `INSERT INTO "${table}" (${columns}) ${select}`, ...values);
}

/** Stored changes, newest first: undo and redo stand in it as entries of their own. */
export function history(read: Readable, limit: number): readonly HistoryEntry[] {
  return read.all<TxnRow>('SELECT * FROM txn ORDER BY id DESC LIMIT ?', limit).map((row) => ({
    revision: row.id, at: row.at, author: row.author, what: JSON.parse(row.label) as Sentence, rows: row.last - row.first + 1, undone: row.undone !== 0, compactedAt: row.compacted_at,
  }));
}

/** Tables no number of a page is computed from, and the figures, which are read again one by one. */
const NOT_READ: ReadonlySet<string> = new Set(['figure', 'words', 'determination', 'stage', 'snapshot']);

/** Did only figures change after a revision, or what no number rests on? Then what was read of the other tables still holds. */
export function onlyFiguresSince(read: Readable, revision: number): boolean {
  for (const { tbl } of changesSince(read, revision)) if (!NOT_READ.has(tbl)) return false;
  return true;
}
