import type { ImportColumn, ImportKind, ImportMapping } from '../contract/api/imports.ts';
import type { Readable, Tx } from './handles.ts';

/** What the columns of a layout meant last time: each under the hash of its head; the rest as it was chosen. */
export interface StoredLayout {
  readonly columns: readonly { readonly head: string; readonly meaning: Omit<ImportColumn, 'column'> }[];
  readonly rest: ImportMapping['rest'];
  readonly options: Pick<ImportMapping, 'how' | 'source' | 'method' | 'counted' | 'empty' | 'duplicates' | 'fillDown' | 'hiddenRows'>;
}

/** The remembered layout of a head, or undefined. */
export function layoutAt(read: Readable, fingerprint: string): StoredLayout | undefined {
  const json = read.value<string>('SELECT mapping FROM import_layout WHERE fingerprint = ?', fingerprint);
  return json === undefined ? undefined : (JSON.parse(json) as StoredLayout);
}

/** Remembered layouts, the last used first. */
export const layoutsOf = (read: Readable): readonly (StoredLayout & { readonly id: string; readonly usedAt: string })[] =>
  read.all<{ fingerprint: string; mapping: string; used_at: string }>('SELECT * FROM import_layout ORDER BY used_at DESC, fingerprint')
    .map((row) => ({ id: row.fingerprint, usedAt: row.used_at, ...(JSON.parse(row.mapping) as StoredLayout) }));

/** Remembers a layout used at an ISO time; an import that changed nothing else (`only`) is no use of it, unless its columns mean something else now. */
export const putLayout = (tx: Tx, fingerprint: string, layout: StoredLayout, at: string, only: boolean): number =>
  tx.run('INSERT INTO import_layout (fingerprint, mapping, used_at) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET mapping = excluded.mapping, used_at = excluded.used_at WHERE mapping <> excluded.mapping OR ? = 0', fingerprint, JSON.stringify(layout), at, only ? 1 : 0);

/** Forgets a layout. */
export const removeLayout = (tx: Tx, fingerprint: string): number => tx.run('DELETE FROM import_layout WHERE fingerprint = ?', fingerprint);

/** Answers given before about names of the file: hash of kind and text → id. */
export const importNamesOf = (read: Readable): ReadonlyMap<string, string> =>
  new Map(read.all<{ kind: ImportKind; hash: string; id: string }>('SELECT * FROM import_name').map((row) => [`${row.kind} ${row.hash}`, row.id]));

/** Remembers what a name of the file means. */
export const putImportName = (tx: Tx, kind: ImportKind, hash: string, id: string): number =>
  tx.run('INSERT INTO import_name (kind, hash, id) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET id = excluded.id WHERE id <> excluded.id', kind, hash, id);

/** What remembered names mean, with how many ways of writing lead to each. */
export const importMeaningsOf = (read: Readable): readonly { readonly kind: ImportKind; readonly id: string; readonly spellings: number }[] =>
  read.all('SELECT kind, id, count(*) AS spellings FROM import_name GROUP BY kind, id ORDER BY kind, id');

/** Forgets all names with this meaning. */
export const removeImportNames = (tx: Tx, kind: ImportKind, id: string): number => tx.run('DELETE FROM import_name WHERE kind = ? AND id = ?', kind, id);
