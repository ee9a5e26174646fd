import { Refusal } from '../contract/errors.ts';
import type { Territory } from '../contract/api/community.ts';
import type { Readable, SqlValue, Tx } from './handles.ts';
import { forgetAnswers } from './package.ts';
import { forgetTerritory } from './projection.ts';
import { forgetRestoration } from './restoration.ts';
import { forgetTravel } from './travel.ts';

/** A territory with its place among its siblings. */
export interface StoredTerritory extends Territory { readonly sort: number }

interface Row {
  readonly id: string; readonly parent: string | null; readonly kind: Territory['kind']; readonly name_uk: string; readonly name_en: string | null;
  readonly category: Territory['category']; readonly former_name: string; readonly lat: number | null; readonly lon: number | null; readonly sort: number;
}
const toTerritory = (row: Row): StoredTerritory => ({
  id: row.id, parent: row.parent, kind: row.kind, name: { uk: row.name_uk, en: row.name_en }, category: row.category,
  formerName: row.former_name, lat: row.lat, lon: row.lon, sort: row.sort,
});

/** All territories: by `sort`, then id. */
export const territoriesOf = (read: Readable): readonly StoredTerritory[] => read.all<Row>('SELECT * FROM territory ORDER BY sort, id').map(toTerritory);

/** One territory, or undefined. */
export const territoryAt = (read: Readable, id: string): StoredTerritory | undefined => {
  const row = read.get<Row>('SELECT * FROM territory WHERE id = ?', id);
  return row && toTerritory(row);
};

const COLUMNS = ['parent', 'kind', 'name_uk', 'name_en', 'category', 'former_name', 'lat', 'lon', 'sort'];
const PUT = `INSERT INTO territory (id, ${COLUMNS.join(', ')}) VALUES (?${', ?'.repeat(COLUMNS.length)})
  ON CONFLICT DO UPDATE SET ${COLUMNS.map((column) => `${column} = excluded.${column}`).join(', ')}`;

/** Adds territories or changes them whole. Parents may come after their children. */
export function putTerritories(tx: Tx, territories: readonly StoredTerritory[]): void {
  for (const t of territories) {
    const values: SqlValue[] = [t.parent, t.kind, t.name.uk, t.name.en, t.category, t.formerName, t.lat, t.lon, t.sort];
    tx.run(PUT, t.id, ...values);
  }
}

/** Removes a territory with its figures; its providers and facilities lose their place. Refuses `territory.hasChildren`. Returns whether it was there. */
export function removeTerritory(tx: Tx, id: string): boolean {
  if (tx.value('SELECT 1 FROM territory WHERE parent = ? LIMIT 1', id) !== undefined) throw new Refusal('territory.hasChildren', { id });
  tx.run('DELETE FROM figure WHERE territory = ?', id);
  forgetTerritory(tx, id);
  forgetAnswers(tx, id);
  forgetRestoration(tx, id);
  forgetTravel(tx, id);
  tx.run('UPDATE provider SET territory = NULL WHERE territory = ?', id);
  tx.run('UPDATE facility SET territory = NULL WHERE territory = ?', id);
  return tx.run('DELETE FROM territory WHERE id = ?', id) > 0;
}

/** A neighbouring community: bundled ones keep their border length and may be dropped, others are added by hand. */
export interface StoredNeighbour { readonly code: string; readonly borderKm: number | null; readonly added: boolean; readonly removed: boolean }

/** All neighbours, dropped ones included, longest border first. */
export const neighboursOf = (read: Readable): readonly StoredNeighbour[] =>
  read.all<{ code: string; border_km: number | null; added: number; removed: number }>('SELECT * FROM neighbour ORDER BY border_km IS NULL, border_km DESC, code')
    .map((row) => ({ code: row.code, borderKm: row.border_km, added: row.added === 1, removed: row.removed === 1 }));

/** Adds neighbours or changes them whole. */
export function putNeighbours(tx: Tx, neighbours: readonly StoredNeighbour[]): void {
  for (const n of neighbours) {
    tx.run(`INSERT INTO neighbour (code, border_km, added, removed) VALUES (?, ?, ?, ?)
      ON CONFLICT DO UPDATE SET border_km = excluded.border_km, added = excluded.added, removed = excluded.removed`, n.code, n.borderKm, Number(n.added), Number(n.removed));
  }
}

/** Removes the row of a neighbour (one added by hand; a bundled one is marked `removed` instead). */
export const removeNeighbour = (tx: Tx, code: string): number => tx.run('DELETE FROM neighbour WHERE code = ?', code);
