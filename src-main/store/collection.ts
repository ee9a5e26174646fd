import type { Basis, Collector, CollectorMeasure, Indicator, IndicatorConfirmed } from '../contract/api/collection.ts';
import type { AgeBand, MeasureId, Sex } from '../contract/models.ts';
import type { Readable, Tx } from './handles.ts';

interface IndicatorRow { readonly id: string; readonly number: string; readonly wording: string; readonly wording_en: string | null; readonly basis: Basis; readonly source: string; readonly source_en: string | null; readonly measure: string; readonly grp: string; readonly service: string; readonly sex: Sex; readonly age: AgeBand }

/** The community's own list of indicators in its order; empty = the list of the reference book holds. */
export const indicatorsOf = (read: Readable): readonly Indicator[] =>
  read.all<IndicatorRow>('SELECT * FROM indicator ORDER BY pos, id').map((row) => ({
    id: row.id, number: row.number, wording: { uk: row.wording, en: row.wording_en }, basis: row.basis, source: { uk: row.source, en: row.source_en },
    link: row.measure === '' ? null : { measure: row.measure as MeasureId, group: row.grp, service: row.service, sex: row.sex, age: row.age },
  }));

/** Puts the whole list in the place of the one before; an empty one = the list of the reference book holds again. */
export function putIndicators(tx: Tx, list: readonly Indicator[]): void {
  const kept = new Set(list.map((each) => each.id));
  for (const { id } of tx.all<{ id: string }>('SELECT id FROM indicator')) if (!kept.has(id)) tx.run('DELETE FROM indicator WHERE id = ?', id);
  for (const [pos, each] of list.entries()) {
    const link = each.link ?? { measure: '', group: '', service: '', sex: 'all', age: 'all' };
    tx.run(`INSERT INTO indicator (id, pos, number, wording, wording_en, basis, source, source_en, measure, grp, service, sex, age) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT DO UPDATE SET pos = excluded.pos, number = excluded.number, wording = excluded.wording, wording_en = excluded.wording_en, basis = excluded.basis, source = excluded.source,
        source_en = excluded.source_en, measure = excluded.measure, grp = excluded.grp, service = excluded.service, sex = excluded.sex, age = excluded.age
      WHERE (pos, number, wording, wording_en, basis, source, source_en, measure, grp, service, sex, age)
        IS NOT (excluded.pos, excluded.number, excluded.wording, excluded.wording_en, excluded.basis, excluded.source, excluded.source_en, excluded.measure, excluded.grp, excluded.service, excluded.sex, excluded.age)`,
      each.id, pos, each.number, each.wording.uk, each.wording.en, each.basis, each.source.uk, each.source.en, link.measure, link.group, link.service, link.sex, link.age);
  }
}

/** What somebody confirmed of the list, with the hash of the list it was confirmed for. */
export type StoredConfirmation = IndicatorConfirmed & { readonly hash: string };
/** Who confirmed the list of indicators, or null. */
export const confirmationOf = (read: Readable): StoredConfirmation | undefined =>
  read.get<StoredConfirmation>("SELECT hash, confirmed_by AS \"by\", confirmed_on AS \"on\", source FROM indicator_list WHERE list = 'annex1'");
/** Stores the confirmation of the list. */
export const putConfirmation = (tx: Tx, { hash, by, on, source }: StoredConfirmation): number =>
  tx.run("INSERT INTO indicator_list (list, hash, confirmed_by, confirmed_on, source) VALUES ('annex1', ?, ?, ?, ?) ON CONFLICT DO UPDATE SET hash = excluded.hash, confirmed_by = excluded.confirmed_by, confirmed_on = excluded.confirmed_on, source = excluded.source", hash, by, on, source);
/** Takes the confirmation back. */
export const removeConfirmation = (tx: Tx): number => tx.run('DELETE FROM indicator_list');

interface CollectorRow { readonly id: string; readonly name: string; readonly name_en: string | null; readonly scope: Collector['scope']; readonly indicators: string; readonly services: string; readonly measures: string }

/** The community's own list of collectors in its order; empty = that of the reference book holds. */
export const collectorsOf = (read: Readable): readonly Collector[] =>
  read.all<CollectorRow>('SELECT * FROM collector ORDER BY pos, id').map((row) => ({
    id: row.id, name: { uk: row.name, en: row.name_en }, scope: row.scope, indicators: JSON.parse(row.indicators) as string[], services: JSON.parse(row.services) as string[], measures: JSON.parse(row.measures) as CollectorMeasure[],
  }));

/** Puts the whole list of collectors in the place of the one before. */
export function putCollectors(tx: Tx, list: readonly Collector[]): void {
  const kept = new Set(list.map((each) => each.id));
  for (const { id } of tx.all<{ id: string }>('SELECT id FROM collector')) if (!kept.has(id)) tx.run('DELETE FROM collector WHERE id = ?', id);
  for (const [pos, each] of list.entries()) {
    tx.run(`INSERT INTO collector (id, pos, name, name_en, scope, indicators, services, measures) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT DO UPDATE SET pos = excluded.pos, name = excluded.name, name_en = excluded.name_en, scope = excluded.scope, indicators = excluded.indicators, services = excluded.services, measures = excluded.measures`,
      each.id, pos, each.name.uk, each.name.en, each.scope, JSON.stringify(each.indicators), JSON.stringify(each.services), JSON.stringify(each.measures));
  }
}

/** One row of a sheet: the indicator it stands for ('' = a measure of a service) and the address of its figure in the words of a file. */
export interface SheetAddress { readonly indicator: string; readonly address: string }

/** A sheet that was given out. Days are ISO, '' = not yet. */
export interface StoredSheet {
  readonly id: string; readonly year: number; readonly collector: string; readonly territory: string; readonly provider: string; readonly name: string;
  readonly addresses: readonly SheetAddress[]; readonly made: string; readonly due: string; readonly giveTo: string; readonly sent: string; readonly returned: string;
}

/** Sheets of all years. */
export const sheetsOf = (read: Readable): readonly StoredSheet[] =>
  read.all<Omit<StoredSheet, 'addresses'> & { addresses: string }>('SELECT id, year, collector, territory, provider, name, addresses, made, due, give_to AS giveTo, sent, returned FROM collection_sheet ORDER BY year, collector, territory, provider')
    .map((row) => ({ ...row, addresses: JSON.parse(row.addresses) as SheetAddress[] }));

/** Sheets by year and the day they are due ('' = none): how many there are, were given out or came back, came back. */
export const sheetCounts = (read: Readable): readonly { readonly year: number; readonly due: string; readonly all: number; readonly sent: number; readonly returned: number }[] =>
  read.all(`SELECT year, due, count(*) AS "all", sum(sent <> '' OR returned <> '') AS sent, sum(returned <> '') AS returned FROM collection_sheet GROUP BY year, due ORDER BY year, due`);

/** Adds a sheet or changes it whole. */
export const putSheet = (tx: Tx, s: StoredSheet): number =>
  tx.run(`INSERT INTO collection_sheet (id, year, collector, territory, provider, name, addresses, made, due, give_to, sent, returned) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET name = excluded.name, addresses = excluded.addresses, made = excluded.made, due = excluded.due, give_to = excluded.give_to, sent = excluded.sent, returned = excluded.returned`,
    s.id, s.year, s.collector, s.territory, s.provider, s.name, JSON.stringify(s.addresses), s.made, s.due, s.giveTo, s.sent, s.returned);
/** Removes a sheet. */
export const removeSheet = (tx: Tx, id: string): number => tx.run('DELETE FROM collection_sheet WHERE id = ?', id);
