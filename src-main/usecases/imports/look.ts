import type { ImportArea, ImportColumn, ImportColumnView, ImportFinding, ImportLook, ImportMapping } from '../../contract/api/imports.ts';
import { detectTables, headTexts, layoutAt, type Layout } from '../../imports/detect/detect.ts';
import { cellText, kindOf, looked } from '../../imports/detect/grid.ts';
import { fingerprintOf, hashOf } from '../../imports/fingerprint.ts';
import { readPeriod } from '../../imports/match/dates.ts';
import { suggestColumn } from '../../imports/match/columns.ts';
import { kindOfRow } from '../../imports/match/totals.ts';
import { guardSheet } from '../../imports/personal/guard.ts';
import { columnLetters } from '../../imports/read/sheet.ts';
import type { ColumnMeaning, PersonalFinding, RawCell } from '../../imports/types.ts';
import { layoutAt as rememberedAt, type StoredLayout } from '../../store/imports.ts';
import { sheetAt, type Staged } from './staged.ts';
import { vocabularyOf } from './words.ts';
import type { Program } from '../program.ts';

/** Cells of a column that are looked at for a proposal and shown as an example. */
const SAMPLE = 60;
const EXAMPLES = 4;

export const EMPTY_MEANING: Omit<ImportColumn, 'column'> = { role: 'skip', scale: 1, measure: null, group: '', service: '', provider: '', territory: '', year: null, sex: 'all', age: 'all' };
const EMPTY_REST: ImportMapping['rest'] = { measure: null, group: '', service: '', provider: '', territory: '', year: null, sex: 'all', age: 'all' };

/** Personal data of a table, found once for each place of its head. */
export function findingsOf(found: Staged, sheet: number, layout: Pick<Layout, 'headTop' | 'headBottom'>): readonly PersonalFinding[] {
  const key = `${sheet} ${layout.headTop} ${layout.headBottom}`;
  let findings = found.findings.get(key);
  if (!findings) {
    const heads = layout.headTop < 0 ? [] : Array.from({ length: layout.headBottom - layout.headTop + 1 }, (_, n) => layout.headTop + n);
    found.findings.set(key, findings = guardSheet(sheetAt(found, sheet).rows, heads));
  }
  return findings;
}

/** So many rows of a finding are named; its others are counted and hidden like them. */
const NAMED_ROWS = 200;

/** Findings of the table itself: a signature below it is no matter of its columns. Rows counted from 1. */
function findingsIn(findings: readonly PersonalFinding[], layout: Layout): readonly ImportFinding[] {
  return findings.filter((finding) => finding.column >= layout.left && finding.column <= layout.right).flatMap((finding): readonly ImportFinding[] => {
    if (finding.where === 'column') return [finding];
    const rows = finding.rows.filter((row) => row >= layout.dataTop && row <= layout.dataBottom);
    return rows.length === 0 ? [] : [{ ...finding, rows: rows.slice(0, NAMED_ROWS).map((row) => row + 1), count: rows.length }];
  });
}

/** Which cells must not be shown or kept: whole columns, and single cells as «row column». */
export function hiddenCells(findings: readonly PersonalFinding[]): { readonly columns: ReadonlySet<number>; has(row: number, column: number): boolean } {
  const columns = new Set(findings.filter((finding) => finding.where === 'column').map((finding) => finding.column));
  const cells = new Map(findings.filter((finding) => finding.where === 'cells').map((finding) => [finding.column, new Set<number>()]));
  for (const { where, column, rows } of findings) if (where === 'cells') for (const row of rows) cells.get(column)?.add(row);
  return { columns, has: (row, column) => columns.has(column) || (cells.get(column)?.has(row) ?? false) };
}

/** What a suggested meaning is in the words of the contract. */
const columnOf = (column: number, meaning: ColumnMeaning): ImportColumn => {
  const { role } = meaning;
  const known = role === 'territoryCode' ? 'territory' : role === 'number' || role === 'unit' ? 'skip' : role;
  return { ...EMPTY_MEANING, column, role: known, measure: meaning.measure, group: meaning.group, service: meaning.service, territory: meaning.territory, scale: meaning.scale, year: meaning.year, sex: meaning.sex, age: meaning.age };
};

/** A table of a file as the wizard shows it. */
export function lookAt(program: Program, found: Staged, area: ImportArea): ImportLook {
  const sheet = sheetAt(found, area.sheet);
  const layout = layoutAt(sheet, area);
  const look = looked(sheet);
  const findings = findingsOf(found, area.sheet, layout);
  const personal = hiddenCells(findings);
  const model = program.model(program.years().at(-1) ?? 0, 'base');
  const words = vocabularyOf(model);
  const heads = Array.from({ length: layout.right - layout.left + 1 }, (_, n) => headTexts(look, layout, layout.left + n));
  const remembered = layout.headTop < 0 ? undefined : rememberedAt(program.store().read, fingerprintOf(heads));
  const kept = new Map(remembered?.columns.map((each) => [each.head, each.meaning]));
  const repeated = new Set(layout.repeated);
  const hiddenRows = new Set(sheet.hiddenRows);
  let [dataRows, hidden, totalRows] = [0, 0, 0];
  for (let row = layout.dataTop; row <= layout.dataBottom; row += 1) {
    const cells = sheet.rows[row] ?? [];
    if (repeated.has(row) || !cells.some((cell) => cell !== null)) continue;
    dataRows += 1;
    if (hiddenRows.has(row)) hidden += 1;
    if (kindOfRow(cells, layout.left, layout.right) === 'total') totalRows += 1;
  }
  const proposals = heads.map((head, n): ImportColumnView => {
    const column = layout.left + n;
    const cells = cellsOf(sheet.rows, layout, column, repeated);
    const isHidden = sheet.hiddenColumns.includes(column);
    const wholly = findings.some((finding) => finding.column === column && finding.where === 'column');
    const own = kept.get(hashOf(head.join(' / ')));
    const proposed = suggestColumn(head, cells.sample.filter((cell) => typeof cell !== 'object' || cell === null || !('error' in cell)), words);
    const meaning: ImportColumn = own ? { ...EMPTY_MEANING, ...own, column } : wholly || isHidden || cells.filled === 0 ? { ...EMPTY_MEANING, column } : columnOf(column, proposed);
    const sample = [...new Set(cells.sample.map((cell, at) => (personal.has(cells.rows[at] ?? -1, column) ? '•••' : cellText(cell))))].filter((text) => text !== '').slice(0, EXAMPLES).map((text) => text.slice(0, 80));
    return { column, letter: columnLetters(column), head: [...head], sample, filled: cells.filled, hidden: isHidden, meaning, certainty: own ? 1 : proposed.certainty };
  });
  const columns = withNumbers(proposals, (column) => cellsOf(sheet.rows, layout, column, repeated).sample);
  return {
    area, columns, findings: findingsIn(findings, layout),
    remembered: remembered !== undefined, mapping: beginning(columns, remembered, layout, sheet.name, fillsDown(sheet.rows, layout, columns, looked(sheet).covered)),
    titles: layout.titles.slice(-8), notes: layout.notes.slice(0, 8), twins: twinsOf(found, area, heads), dataRows, hiddenRows: hidden, repeated: layout.repeated.length, totalRows,
  };
}

function cellsOf(rows: readonly (readonly RawCell[])[], layout: Layout, column: number, repeated: ReadonlySet<number>): { readonly sample: RawCell[]; readonly rows: number[]; readonly filled: number } {
  const sample: RawCell[] = [];
  const at: number[] = [];
  let filled = 0;
  for (let row = layout.dataTop; row <= layout.dataBottom; row += 1) {
    const cell = rows[row]?.[column] ?? null;
    if (cell === null || repeated.has(row)) continue;
    filled += 1;
    if (sample.length < SAMPLE) { sample.push(cell); at.push(row); }
  }
  return { sample, rows: at, filled };
}

/** Where no column was understood as numbers, those that hold numbers are: what they count is asked. Numbers of rows are none. */
function withNumbers(columns: readonly ImportColumnView[], sampleOf: (column: number) => readonly RawCell[]): readonly ImportColumnView[] {
  if (columns.some(({ meaning }) => meaning.role === 'value')) return columns;
  return columns.map((view) => {
    const sample = sampleOf(view.column);
    const numbers = sample.filter((cell) => kindOf(cell) === 'number').length;
    const counts = sample.every((cell, at) => Number(cell) === Number(sample[0]) + at);
    const open = view.meaning.role === 'skip' && view.certainty < 0.5 && !view.hidden && !view.sample.includes('•••');
    return open && numbers > 0 && numbers >= 0.6 * sample.length && !(counts && sample.length > 2) ? { ...view, meaning: { ...view.meaning, role: 'value' as const }, certainty: 0.2 } : view;
  });
}

/** Are names written once for several rows: joined cells, or empty cells under a name beside filled numbers? */
function fillsDown(rows: readonly (readonly RawCell[])[], layout: Layout, columns: readonly ImportColumnView[], covered: (row: number, column: number) => unknown): boolean {
  const named = columns.filter(({ meaning }) => ['territory', 'group', 'service', 'provider', 'measure'].includes(meaning.role));
  if (named.length < 2) return named.some(({ column }) => { for (let row = layout.dataTop; row <= Math.min(layout.dataBottom, layout.dataTop + 500); row += 1) if (covered(row, column) !== null) return true; return false; });
  return named.some(({ column }) => {
    let [empty, filled] = [0, 0];
    for (let row = layout.dataTop; row <= Math.min(layout.dataBottom, layout.dataTop + 500); row += 1) {
      const cells = rows[row] ?? [];
      if (!named.some((other) => other.column !== column && kindOf(cells[other.column] ?? null) === 'word')) continue;
      if (kindOf(cells[column] ?? null) === 'none') empty += 1;
      else filled += 1;
    }
    return filled > 0 && empty >= filled;
  });
}

/** What the wizard starts from: remembered choices, else what titles and the name of the sheet say. */
function beginning(columns: readonly ImportColumnView[], remembered: StoredLayout | undefined, layout: Layout, sheet: string, fillDown: boolean): ImportMapping {
  const periods = [...layout.titles.toReversed(), sheet].flatMap((text) => readPeriod(text.slice(0, 400)) ?? []);
  const asOf = periods.find((period) => period.kind === 'asOf')?.from ?? '';
  const year = periods.find((period) => period.kind !== 'asOf')?.year ?? periods[0]?.year ?? null;
  const noNumbers = !columns.some(({ meaning }) => meaning.role === 'value');
  const options = remembered?.options ?? { how: noNumbers && layout.dataBottom - layout.dataTop > 1 ? 'count' as const : 'values' as const, source: '', method: 'register' as const, counted: 'auto' as const, empty: 'keep' as const, duplicates: 'refuse' as const, fillDown, hiddenRows: false };
  return { columns: columns.map(({ meaning }) => meaning), rest: { ...EMPTY_REST, ...remembered?.rest, year }, scenario: 'base', asOf, addYears: false, alsoSheets: [], names: [], ...options };
}

/** Sheets whose first table has the same head. */
function twinsOf(found: Staged, area: ImportArea, heads: readonly (readonly string[])[]): ImportLook['twins'] {
  const same = fingerprintOf(heads);
  return found.sheets.flatMap((sheet, index) => {
    if (index === area.sheet || area.headTop < 0) return [];
    const layout = twinLayout(sheet, same);
    return layout ? [{ sheet: index, name: sheet.name, year: readPeriod(sheet.name)?.year ?? readPeriod(layout.titles.at(-1) ?? '')?.year ?? null }] : [];
  });
}

/** The table of a sheet with this fingerprint, or undefined. */
export function twinLayout(sheet: Staged['sheets'][number], fingerprint: string): Layout | undefined {
  const look = looked(sheet);
  return (sheet.tables.length > 0 ? sheet.tables : detectTables(sheet)).find((table) => table.headTop >= 0 && fingerprintOf(Array.from({ length: table.right - table.left + 1 }, (_, n) => headTexts(look, table, table.left + n))) === fingerprint);
}
