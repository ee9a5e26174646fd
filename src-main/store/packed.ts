import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Readable, Tx } from './handles.ts';

/** One changed row as the triggers write it: key, before and after are JSON texts. */
export interface ChangeRow { readonly tbl: string; readonly pk: string; readonly op: 'insert' | 'update' | 'delete'; readonly before: string | null; readonly after: string | null }

/** A transaction of more rows than this keeps them packed. */
const LOOSE = 500;
/** Rows of one packed part: bounds the memory of reading and writing. */
const PART = 20_000;
/** Speed before size: the lines are so alike that they shrink to a twentieth at the fastest level already. */
const LEVEL = 1;

// JSON texts hold no raw control characters: a tab ends a column and a line feed a row. SQLite joins the lines: no row becomes an object on the way.
const LINES = `SELECT CAST(group_concat(tbl || char(9) || pk || char(9) || op || char(9) || ifnull(before, '') || char(9) || ifnull(after, '') || char(10), '') AS BLOB)
  FROM (SELECT * FROM changing WHERE seq > ? AND seq <= ? ORDER BY seq)`;

function rowOf(text: string): ChangeRow {
  const [tbl = '', pk = '', op, before = '', after = ''] = text.split('\t');
  return { tbl, pk, op: op as ChangeRow['op'], before: before || null, after: after || null };
}

/** Moves the rows the triggers gathered into the log under an entry: as rows, or packed when there are many. Returns how many. */
export function storeChanges(tx: Tx, txn: number, base: number): number {
  const count = tx.value<number | null>('SELECT max(seq) FROM changing') ?? 0;
  if (count > LOOSE) {
    for (let part = 0; part * PART < count; part++) {
      const lines = tx.value<Uint8Array>(LINES, part * PART, (part + 1) * PART) ?? new Uint8Array();
      tx.run('INSERT INTO change_pack (txn, part, count, lines) VALUES (?, ?, ?, ?)', txn, part, Math.min(PART, count - part * PART), deflateRawSync(lines, { level: LEVEL }));
    }
  } else tx.run('INSERT INTO change (seq, txn, tbl, pk, op, before, after) SELECT ? + seq, ?, tbl, pk, op, before, after FROM changing ORDER BY seq', base, txn);
  tx.run('DELETE FROM changing');
  return count;
}

const linesOf = (packed: Uint8Array): Buffer => inflateRawSync(packed);
const rowsIn = (packed: Uint8Array): ChangeRow[] => linesOf(packed).toString('utf8').split('\n').slice(0, -1).map(rowOf);

/** The rows of an entry that are not packed. */
export function* looseChangesOf(read: Readable, txn: number, order: 'ASC' | 'DESC'): Generator<ChangeRow> {
  const span = read.get<{ first: number; last: number }>('SELECT first, last FROM txn WHERE id = ?', txn);
  if (span) yield* read.all<ChangeRow>(`SELECT tbl, pk, op, before, after FROM change WHERE seq BETWEEN ? AND ? ORDER BY seq ${order}`, span.first, span.last);
}

/** The rows of an entry one after the other, first to last or last to first; none when it was compacted. */
export function* changesOf(read: Readable, txn: number, order: 'ASC' | 'DESC'): Generator<ChangeRow> {
  yield* looseChangesOf(read, txn, order);
  for (const part of read.all<{ part: number }>(`SELECT part FROM change_pack WHERE txn = ? ORDER BY part ${order}`, txn)) {
    const rows = rowsIn(read.value<Uint8Array>('SELECT lines FROM change_pack WHERE txn = ? AND part = ?', txn, part.part) ?? new Uint8Array());
    yield* order === 'ASC' ? rows : rows.reverse();
  }
}

/** All rows stored after a revision, in order. */
export function* changesSince(read: Readable, revision: number): Generator<ChangeRow> {
  for (const { id } of read.all<{ id: number }>('SELECT id FROM txn WHERE id > ? ORDER BY id', revision)) yield* changesOf(read, id, 'ASC');
}

/** Changes of one row that stand in packed records, newest first, each with its entry. */
export function packedChangesOf(read: Readable, tbl: string, pk: string): { readonly txn: number; readonly row: ChangeRow }[] {
  const wanted = `${tbl}\t${pk}\t`;
  return read.all<{ txn: number; part: number }>('SELECT txn, part FROM change_pack ORDER BY txn DESC, part DESC').flatMap(({ txn, part }) => {
    const lines = linesOf(read.value<Uint8Array>('SELECT lines FROM change_pack WHERE txn = ? AND part = ?', txn, part) ?? new Uint8Array());
    const found: { txn: number; row: ChangeRow }[] = [];
    for (let at = lines.indexOf(wanted); at >= 0; at = lines.indexOf(wanted, at + 1)) {
      if (at === 0 || lines[at - 1] === 10) found.unshift({ txn, row: rowOf(lines.toString('utf8', at, lines.indexOf(10, at))) });
    }
    return found;
  });
}
