import type { RawCell, RawSheet } from '../types.ts';

const BLANKS = /[\s\u00A0\u202F]+/g;
const ODD_BLANKS = /[\t\n\r\u00A0\u202F]| {2}|^ | $/;

/** Text of a cell with single blanks; numbers and dates as written. */
export function cellText(cell: RawCell): string {
  if (typeof cell === 'string') return ODD_BLANKS.test(cell) ? cell.replace(BLANKS, ' ').trim() : cell;
  if (cell === null) return '';
  if (typeof cell === 'object') return 'date' in cell ? cell.date : 'share' in cell ? `${Number((cell.share * 100).toPrecision(12))} %` : '';
  return String(cell);
}

const isYear = (text: string): boolean => /^(19|20)\d\d$/.test(text);
/** Looks like a number that is counted and not like a year: «1 234», «12,5 %», «15*», «12 осіб». */
const NUMBER = /^[~≈+−–-]?\s*\d[\d\s\u00A0\u202F.,]*\s*(%|\*+|осіб|ос\.|чол\.?|сімей|од\.?|грн\.?)?$/u;

/** `number` = counted; `year` may stand in heads; `word` = text; `none` = empty. */
export type CellKind = 'none' | 'word' | 'year' | 'number' | 'date';

/** What a cell looks like. */
export function kindOf(cell: RawCell): CellKind {
  if (cell === null || cell === '') return 'none';
  if (typeof cell === 'number') return isYear(String(cell)) ? 'year' : 'number';
  if (typeof cell === 'boolean') return 'word';
  if (typeof cell === 'object') return 'date' in cell ? 'date' : 'number';
  const text = cell.trim();
  if (text === '') return 'none';
  return isYear(text) ? 'year' : NUMBER.test(text) ? 'number' : 'word';
}

/** A sheet as the detection looks at it: cells, and which merged area covers them. */
export interface Looked {
  readonly rows: RawSheet['rows'];
  at(row: number, column: number): RawCell;
  /** First cell of the merged area over a cell, when it is not the cell itself. */
  covered(row: number, column: number): { readonly row: number; readonly column: number } | null;
}

/** Merges of heads and labels are few; an index by cell is made for areas of a sensible size only. */
export function looked(sheet: RawSheet): Looked {
  const cover = new Map<string, { row: number; column: number }>();
  for (const { top, left, bottom, right } of sheet.merged) {
    if ((bottom - top + 1) * (right - left + 1) > 20_000 || cover.size > 400_000) continue;
    for (let row = top; row <= bottom; row += 1) for (let column = left; column <= right; column += 1) if (row !== top || column !== left) cover.set(`${row} ${column}`, { row: top, column: left });
  }
  return {
    rows: sheet.rows,
    at: (row, column) => sheet.rows[row]?.[column] ?? null,
    covered: (row, column) => (cover.size === 0 ? null : cover.get(`${row} ${column}`) ?? null),
  };
}
