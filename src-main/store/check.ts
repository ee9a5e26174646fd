import type Database from 'better-sqlite3';
import { Refusal } from '../contract/errors.ts';
import { refusalOf } from './sqliteErrors.ts';
import { handlesOf } from './handles.ts';
import { versionOf } from './migrate.ts';
import { changesOf, looseChangesOf } from './packed.ts';
import { loggedTables } from './triggers.ts';

/** Is the structure of the file whole? (integrity_check compares every index with its table; 150 ms for 180,000 figures.) */
export function structureIsWhole(db: Database.Database): boolean {
  try {
    return db.pragma('integrity_check(1)', { simple: true }) === 'ok' && (db.pragma('foreign_key_check') as unknown[]).length === 0;
  } catch (error) {
    if (refusalOf(error, {})?.code === 'plan.damaged') return false;
    throw error;
  }
}

/** Does the file bear the mark of a plan that was not closed? False when it cannot even be read. */
export function isMarked(db: Database.Database): boolean {
  try {
    return (db.prepare('SELECT open_by FROM sotsplan').pluck().get() ?? '') !== '';
  } catch (error) {
    if (refusalOf(error, {})?.code === 'plan.damaged') return false;
    throw error;
  }
}

/**
 * Refuses a file that is not whole: `plan.journalMissing` for an unclosed plan without a journal beside it, `plan.damaged` otherwise.
 * Returns whether it bears the mark of a plan that was not closed.
 */
export function mustBeWhole(db: Database.Database, path: string, journal: boolean): boolean {
  const marked = isMarked(db);
  if (structureIsWhole(db) && (!marked || agreesWithLog(db))) return marked;
  throw new Refusal(marked && !journal ? 'plan.journalMissing' : 'plan.damaged', { path, backup: null });
}

/**
 * Do the tables agree with the change log? Pages of two different moments can form a file whose structure is whole; the log
 * tells them apart: each transaction has exactly the rows it says (none when it was compacted), the last logged state of every row
 * is its state now, and no figure is younger than the last transaction. Costs a scan of the log, so it runs only for a plan that was
 * not closed.
 */
export function agreesWithLog(db: Database.Database): boolean {
  const one = (sql: string) => db.prepare(sql).pluck().get();
  // The check comes before a plan of an older shape is migrated: the first shape knew neither packs nor compaction.
  const packs = versionOf(db) > 1;
  const packed = (where: string) => (packs ? `coalesce((SELECT sum(count) FROM change_pack ${where}), 0)` : '0');
  const spans = db.prepare(`SELECT id, first, last, ${packs ? 'iif(compacted_at IS NULL, last - first + 1, 0)' : 'last - first + 1'} AS kept,
      (SELECT count(*) FROM change WHERE seq BETWEEN first AND last AND txn = id) + ${packed('WHERE txn = id')} AS rows
    FROM txn ORDER BY id`).all() as readonly { readonly id: number; readonly first: number; readonly last: number; readonly kept: number; readonly rows: number }[];
  let end = 0;
  let rows = 0;
  for (const [index, span] of spans.entries()) {
    if (span.id !== index + 1 || span.first !== end + 1 || span.last < span.first || span.rows !== span.kept) return false;
    end = span.last;
    rows += span.rows;
  }
  if (one(`SELECT (SELECT count(*) FROM change) + ${packed('')}`) !== rows) return false;
  const newest = one('SELECT max(t) FROM (SELECT max(at) AS t FROM txn UNION ALL SELECT created_at FROM sotsplan)') as string;
  if (((one('SELECT max(updated_at) FROM figure') as string | null) ?? '') > newest) return false;
  return rowsAgree(db, spans.map((span) => span.id), packs ? changesOf : looseChangesOf);
}

function rowsAgree(db: Database.Database, entries: readonly number[], rowsOf: typeof changesOf): boolean {
  const row = new Map(loggedTables(db).map((table) =>
    [table.name, db.prepare(`SELECT * FROM "${table.name}" WHERE ${table.key.map((column) => `"${column}" = ?`).join(' AND ')}`)]));
  const { read } = handlesOf(db);
  const seen = new Map([...row.keys()].map((table) => [table, new Set<string>()]));
  for (const entry of entries.toReversed()) for (const change of rowsOf(read, entry, 'DESC')) {
    const keys = seen.get(change.tbl);
    if (!keys || keys.has(change.pk)) continue;
    keys.add(change.pk);
    const now = row.get(change.tbl)?.get(...(JSON.parse(change.pk) as unknown[])) as Record<string, unknown> | undefined;
    if ((change.op === 'delete') !== (now === undefined)) return false;
    if (!now) continue;
    for (const [column, value] of Object.entries(JSON.parse(change.after ?? '{}') as object)) if (now[column] !== value) return false;
  }
  return true;
}
