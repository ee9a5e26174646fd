import type { SheetData } from 'write-excel-file/node';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { clean } from './tree.ts';

/** Kind of file that {@link renderTable} makes. */
export const XLSX_MIME = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A table as it is saved: `share` is 0–1, `date` is ISO `YYYY-MM-DD`; null = not known, an empty cell. */
export interface SheetTable {
  readonly title: string;
  readonly note: string;
  readonly language: 'uk' | 'en';
  readonly columns: readonly { readonly title: string; readonly kind: 'text' | 'number' | 'share' | 'date' }[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/** A name of a sheet: Excel forbids some characters and more than 31 of them. */
const sheetName = (title: string): string => title.replace(/[\\/?*[\]:]/g, ' ').trim().replace(/^'+|'+$/g, '').slice(0, 31).trim() || 'Sheet1';

const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;
type Cell = { value?: string | number | Date; type?: StringConstructor | NumberConstructor | DateConstructor; [look: string]: unknown };

function cell(value: string | number | null, kind: SheetTable['columns'][number]['kind']): Cell | null {
  if (value === null || value === '') return null;
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) return null;
    return { value, type: Number, format: kind === 'share' ? '0.0%' : Number.isInteger(value) ? '#,##0' : '#,##0.##', alignVertical: 'top' };
  }
  const date = kind === 'date' ? ISO.exec(value) : null;
  if (date !== null) return { value: new Date(Date.UTC(Number(date[1]), Number(date[2]) - 1, Number(date[3]))), type: Date, format: 'dd.mm.yyyy', align: 'center', alignVertical: 'top' };
  return { value: clean(value), type: String, wrap: true, alignVertical: 'top', ...(kind === 'text' ? {} : { align: 'right' }) };
}

/** Width of a column in characters: its longest text, within 8–60. */
function width(table: SheetTable, i: number): number {
  const head = Math.max(...(table.columns[i]?.title ?? '').split(' ').map((w) => w.length));
  const body = table.rows.slice(0, 500).reduce((w, row) => Math.max(w, String(row[i] ?? '').length), 0);
  return Math.min(60, Math.max(8, head + 2, Math.min(body, 58) + 2));
}

/** Writes a table as a workbook of one sheet: title, note, a bold head that stays in sight, real numbers, dates and per cents. */
export async function renderTable(table: SheetTable): Promise<Uint8Array> {
  const top: (Cell | null)[][] = [[{ value: clean(table.title), type: String, fontWeight: 'bold', fontSize: 14 }]];
  if (table.note !== '') top.push([{ value: clean(table.note), type: String, fontStyle: 'italic', textColor: '#434E59' }]);
  const head = table.columns.map((c): Cell => ({ value: clean(c.title), type: String, fontWeight: 'bold', wrap: true, align: c.kind === 'text' ? 'left' : 'center', alignVertical: 'center', backgroundColor: '#EDF0F2', bottomBorderStyle: 'thin', bottomBorderColor: '#78838E' }));
  const rows = table.rows.map((row) => table.columns.map((c, i) => cell(row[i] ?? null, c.kind)));
  const data = [...top, head, ...rows] as SheetData;
  const { default: writeExcelFile } = await import('write-excel-file/node');
  const buffer = await writeExcelFile(data, {
    sheet: sheetName(table.title), columns: table.columns.map((_, i) => ({ width: width(table, i) })), stickyRowsCount: top.length + 1,
  }, { fontFamily: 'Calibri', fontSize: 11 }).toBuffer();
  return settle(buffer);
}

/** Fixes times in the package, so that equal tables are equal bytes; names the pane below the frozen head as Excel does. */
function settle(bytes: Uint8Array): Uint8Array {
  const files = unzipSync(bytes);
  const core = files['docProps/core.xml'];
  if (core !== undefined) files['docProps/core.xml'] = strToU8(strFromU8(core).replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, '$12000-01-01T00:00:00Z'));
  const sheet = files['xl/worksheets/sheet1.xml'];
  if (sheet !== undefined) files['xl/worksheets/sheet1.xml'] = strToU8(strFromU8(sheet).replace(/(<pane ySplit="\d+") xSplit="0"([^>]*?) activePane="bottomRight"/, '$1$2 activePane="bottomLeft"'));
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, file]) => [name, [file, { mtime: new Date(1980, 0, 1), level: 6 as const }]])));
}
