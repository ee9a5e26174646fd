import type { Merge, RawCell, RawSheet } from '../types.ts';
import { damaged, LIMITS, within } from './limits.ts';

/** Counts what all sheets of a file hold together. */
export interface Budget { cells: number; characters: number }

/** Collects one sheet; every limit is checked as the cells come. */
export function sheetBuilder(name: string, hidden: boolean, budget: Budget) {
  const rows: RawCell[][] = [];
  const merged: Merge[] = [];
  const hiddenRows: number[] = [];
  const hiddenColumns = new Set<number>();
  return {
    /** Stores a filled cell; empty ones need not be told. */
    cell(row: number, column: number, value: RawCell): void {
      if (value === null || value === '') return;
      if (row < 0 || column < 0) throw damaged('address');
      within('rows', row + 1);
      within('columns', column + 1);
      within('cells', ++budget.cells);
      let cells = rows[row];
      if (cells === undefined) {
        while (rows.length < row) rows.push([]);
        cells = rows[row] ??= [];
      }
      while (cells.length < column) cells.push(null);
      cells[column] = typeof value === 'string' ? this.text(value) : value;
    },
    /** A text counts once it is stored; a longer one than a cell can hold is cut as Excel does. */
    text(value: string): string {
      budget.characters += value.length;
      within('characters', budget.characters);
      return value.length > LIMITS.cell ? value.slice(0, LIMITS.cell) : value;
    },
    merge(area: Merge): void {
      within('merged', merged.length + 1);
      merged.push(area);
    },
    hideRow: (row: number): void => void (hiddenRows.at(-1) !== row && hiddenRows.push(row)),
    hideColumns(from: number, to: number): void {
      for (let column = from; column <= Math.min(to, LIMITS.columns); column += 1) hiddenColumns.add(column);
    },
    done: (): RawSheet => ({
      name, rows, hidden, merged, hiddenRows: hiddenRows.filter((row) => row < rows.length), hiddenColumns: [...hiddenColumns].toSorted((a, b) => a - b),
    }),
  };
}
export type SheetBuilder = ReturnType<typeof sheetBuilder>;

/** Column from 0 of its letters. */
export function columnOf(letters: string): number {
  let column = 0;
  for (let at = 0; at < letters.length; at += 1) column = column * 26 + letters.charCodeAt(at) - 64;
  return column - 1;
}

/** «AB12» → row and column from 0; null = no address. */
export function addressOf(ref: string): { readonly row: number; readonly column: number } | null {
  const found = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,7})$/.exec(ref);
  return found ? { row: Number(found[2]) - 1, column: columnOf(found[1] as string) } : null;
}

/** Letters of a column from 0: 27 → «AB». */
export function columnLetters(column: number): string {
  let letters = '';
  for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26)) letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters;
  return letters;
}
