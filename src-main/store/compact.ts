import type Database from 'better-sqlite3';
import type { HistorySize } from '../contract/api/plan.ts';
import type { Readable, Tx } from './handles.ts';

/** Bytes of the open file. */
export const fileSize = (read: Readable): number => read.value<number>('SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()') ?? 0;

/** Newest entry of the log all of whose entries are older than `before` (ISO time); 0 = none. */
const boundaryOf = (read: Readable, before: string): number =>
  read.value<number>('SELECT coalesce((SELECT min(id) - 1 FROM txn WHERE at >= ?), (SELECT max(id) FROM txn), 0)', before) ?? 0;

/** Entries and bytes that have details up to an entry; the key of a row stands in the index of the log once more. */
const weighed = (read: Readable, upTo: number): { readonly entries: number; readonly bytes: number } => ({
  entries: read.value<number>('SELECT count(*) FROM txn WHERE compacted_at IS NULL AND id <= ?', upTo) ?? 0,
  bytes: (read.value<number>("SELECT coalesce(sum(2 * octet_length(tbl || pk) + octet_length(coalesce(before, '') || coalesce(after, ''))), 0) FROM change WHERE seq <= (SELECT max(last) FROM txn WHERE id <= ?)", upTo) ?? 0)
    + (read.value<number>('SELECT coalesce(sum(octet_length(lines)), 0) FROM change_pack WHERE txn <= ?', upTo) ?? 0),
});

/** What the details of the history weigh: all of them and those of the entries older than `before` (ISO time). */
export const historySize = (read: Readable, before: string): HistorySize => ({
  all: weighed(read, Number.MAX_SAFE_INTEGER), older: weighed(read, boundaryOf(read, before)),
  file: fileSize(read),
});

/**
 * Takes the details of the entries older than `before` away; the entries stay with their sentence, time and number of rows, marked
 * with `at` (ISO time), and can no longer be taken back. Returns how many entries lost theirs.
 */
export function dropDetails(tx: Tx, before: string, at: string): number {
  const upTo = boundaryOf(tx, before);
  tx.run('DELETE FROM change WHERE seq <= (SELECT last FROM txn WHERE id = ?)', upTo);
  tx.run('DELETE FROM change_pack WHERE txn <= ?', upTo);
  return tx.run('UPDATE txn SET compacted_at = ? WHERE id <= ? AND compacted_at IS NULL', at, upTo);
}

/** Empties the log of a copy that goes to others: it begins at revision 0, like a new plan. Not for a plan people work in. */
export function withoutHistory(copy: Database.Database): void {
  copy.transaction(() => {
    copy.exec("UPDATE sotsplan SET created_at = max(created_at, coalesce((SELECT max(at) FROM txn), ''), coalesce((SELECT max(updated_at) FROM figure), ''))");
    copy.exec('DELETE FROM change; DELETE FROM change_pack; DELETE FROM txn');
  })();
  copy.exec('VACUUM');
}
