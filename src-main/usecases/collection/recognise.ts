import { foldText } from '../../contract/parse.ts';
import { FILLED_BY, FILLED_ON, SHEET_HEADS, SHEET_METHODS, SHEET_TAGS } from '../../documents/sheets/collectionSheet.ts';
import { cellText } from '../../imports/detect/grid.ts';
import { createPlaceMatcher } from '../../imports/match/places.ts';
import { createFinder } from '../../imports/match/vocabulary.ts';
import type { ReadSheet } from '../../imports/readSheets.ts';
import type { RawCell } from '../../imports/types.ts';
import type { StoredSheet } from '../../store/collection.ts';
import type { PlanModel } from '../model.ts';
import { vocabularyOf } from '../imports/words.ts';
import { keyOfAddress } from './sheets.ts';

type Tag = (typeof SHEET_TAGS)[number];
/** What a sheet says of itself in its hidden cell. */
export interface SheetMeta { readonly sheet: string; readonly year: number; readonly root: string; readonly list: string }
/** What a sheet carries so that it is known when it comes back. */
export const metaText = (meta: SheetMeta): string => JSON.stringify({ sotsplan: 'sheet', ...meta });

/** A row that says something. `address` null = nobody knows which figure it is. */
export interface FoundRow { readonly row: number; readonly address: string | null; readonly value: RawCell; readonly method: keyof typeof SHEET_METHODS | null; readonly note: RawCell; readonly text: string }
/** A file as a collection sheet. `sheet` undefined = this plan does not remember it. */
export interface Found { readonly meta: SheetMeta | null; readonly sheet: StoredSheet | undefined; readonly year: number; readonly filledOn: RawCell; readonly filledBy: RawCell; readonly byNames: boolean; readonly rows: readonly FoundRow[] }

const DEPTH = 60;

/** The hidden cell, wherever it stands. */
function metaIn(sheets: readonly ReadSheet[]): SheetMeta | null {
  for (const { rows } of sheets) for (const row of rows.slice(0, DEPTH)) for (const cell of row) {
    if (typeof cell !== 'string' || !cell.startsWith('{"sotsplan"') || cell.length > 1000) continue;
    try {
      const { sheet, year, root, list } = JSON.parse(cell) as Partial<Record<keyof SheetMeta, unknown>>;
      if (typeof sheet === 'string' && typeof year === 'number' && typeof root === 'string') return { sheet, year, root, list: typeof list === 'string' ? list : '' };
    } catch { /* somebody typed over it */ }
  }
  return null;
}

/** Where the columns stand: by the hidden row of tags, else by the heads. */
function columnsIn({ rows }: ReadSheet): { readonly head: number; readonly at: Partial<Record<Tag, number>> } | null {
  const top = rows.slice(0, DEPTH);
  const tags = top.findIndex((row) => row.includes('value') && row.includes('what'));
  const heads = top.findIndex((row) => [SHEET_HEADS.what, SHEET_HEADS.value].every((head) => row.some((cell) => typeof cell === 'string' && foldText(cell).startsWith(foldText(head)))));
  if (tags < 0 && heads < 0) return null;
  const row = rows[tags >= 0 ? tags : heads] ?? [];
  const at: Partial<Record<Tag, number>> = {};
  for (const [column, cell] of row.entries()) {
    if (typeof cell !== 'string') continue;
    const tag = tags >= 0 ? SHEET_TAGS.find((each) => each === cell) : (Object.keys(SHEET_HEADS) as (keyof typeof SHEET_HEADS)[]).find((each) => foldText(cell).startsWith(foldText(SHEET_HEADS[each])));
    if (tag !== undefined && at[tag] === undefined) at[tag] = column;
  }
  return { head: Math.max(tags, heads), at };
}

/** Which sheet of the plan it is: by its id, by the rows it has, or by its title. */
function sheetOf(meta: SheetMeta | null, stored: readonly StoredSheet[], keys: readonly string[], top: string): StoredSheet | undefined {
  if (meta !== null) return stored.find((each) => each.id === meta.sheet);
  const recent = stored.toSorted((a, b) => Number(top.includes(String(b.year))) - Number(top.includes(String(a.year))) || b.year - a.year);
  if (keys.length > 0) return recent.find((each) => keys.every((key) => each.addresses.some(({ address }) => address === key)));
  const named = recent.filter((each) => top.includes(foldText(each.name)));
  return named.filter((each) => each.year === named[0]?.year).length === 1 ? named[0] : undefined;
}

/** What stands on a sheet, row by row; null = the file is no collection sheet. `wordsOf` = what an address says on a sheet. */
export function recognise(sheets: readonly ReadSheet[], stored: readonly StoredSheet[], model: PlanModel, wordsOf: (sheet: StoredSheet) => ReadonlyMap<string, { readonly what: string; readonly place: string }>): Found | null {
  const keysOf = (sheet: ReadSheet): ReadonlyMap<number, string> => new Map(sheet.rows.flatMap((row, at) => { const key = row.find((cell) => typeof cell === 'string' && keyOfAddress(cell, 2000) !== null); return typeof key === 'string' ? [[at, key] as const] : []; }));
  const tables = sheets.map((sheet) => ({ sheet, columns: columnsIn(sheet), keys: keysOf(sheet) })).filter(({ columns }) => columns?.at.value !== undefined).toSorted((a, b) => b.keys.size - a.keys.size);
  const [table] = tables;
  // A sheet copied into another workbook speaks for itself.
  const meta = metaIn(table ? [table.sheet, ...sheets] : sheets);
  if (!table?.columns || (meta === null && table.keys.size === 0 && stored.length === 0)) return null;
  const { columns: { head, at }, keys, sheet: { rows } } = table;
  const top = foldText(rows.slice(0, DEPTH).slice(0, head + 1).flat().map((cell) => cellText(cell)).join(' '));
  const sheet = sheetOf(meta, stored, [...keys.values()], top);
  if (sheet === undefined && meta === null) return null;
  const names = sheet === undefined ? null : namesOf(model, wordsOf(sheet));
  const cellOf = (row: readonly RawCell[], tag: Tag): RawCell => { const column = at[tag]; return column === undefined ? null : row[column] ?? null; };
  const single = (tag: string, words: string): RawCell => {
    const row = rows.find((cells) => cells.includes(tag)) ?? rows.slice(0, DEPTH).find((cells) => cells.some((cell) => typeof cell === 'string' && foldText(cell).startsWith(words)));
    return row === undefined ? null : cellOf(row, 'value') ?? null;
  };
  let byNames = false;
  const found = rows.flatMap((row, n): FoundRow[] => {
    if (n <= head || row.includes(FILLED_ON) || row.includes(FILLED_BY)) return [];
    const value = cellOf(row, 'value');
    const what = cellText(cellOf(row, 'what'));
    const key = keys.get(n);
    if (key === undefined && value === null) return [];
    const address = key ?? names?.(what, cellText(cellOf(row, 'place'))) ?? null;
    if (key === undefined && address !== null) byNames = true;
    const how = foldText(cellText(cellOf(row, 'how')));
    const method = (Object.keys(SHEET_METHODS) as (keyof typeof SHEET_METHODS)[]).find((each) => foldText(SHEET_METHODS[each]) === how) ?? null;
    return [{ row: n, address, value, method, note: cellOf(row, 'note'), text: what }];
  });
  return { meta, sheet, year: meta?.year ?? sheet?.year ?? 0, filledOn: single(FILLED_ON, 'дата заповнення'), filledBy: single(FILLED_BY, 'посада того'), byNames, rows: found };
}

/** Finds the address a row means by its wording and place, among those of its sheet. */
function namesOf(model: PlanModel, words: ReadonlyMap<string, { readonly what: string; readonly place: string }>): (what: string, place: string) => string | null {
  const all = [...words].flatMap(([address, said]) => { const key = keyOfAddress(address, model.year); return key === null ? [] : [{ address, what: foldText(said.what), territory: key.territory }]; });
  const only = new Set(all.map((each) => each.territory)).size === 1 ? all[0]?.territory : undefined;
  const places = createPlaceMatcher(vocabularyOf(model).places);
  const near = createFinder([...new Set(all.map((each) => each.what))].map((what) => ({ id: what, names: [what] })));
  return (what, place) => {
    if (what === '') return null;
    const matched = place === '' ? null : places.match(place);
    const territory = only ?? (matched !== null && 'id' in matched ? matched.id : undefined);
    if (territory === undefined) return null;
    const exact = foldText(what);
    const named = all.some((each) => each.what === exact) ? exact : near(what);
    const wanted = typeof named === 'string' ? named : named !== null && named.certainty >= 0.85 ? named.id : null;
    const fits = all.filter((each) => each.territory === territory && each.what === wanted);
    return fits.length === 1 ? fits[0]?.address ?? null : null;
  };
}
