import type { Echo, RowEchoes } from './echoes.ts';
import type { CellState, GridCell, GridColumn } from './types.ts';
import { hasCyrillic } from '../lib/text.ts';

/** Title rows and rows in the order they are drawn. */
export type Item<R> =
  | { readonly kind: 'group'; readonly id: string }
  | { readonly kind: 'row'; readonly row: R; readonly id: string; readonly index: number };

/** Puts a title row wherever the group changes. */
export function itemsOf<R>(rows: readonly R[], rowId: (row: R) => string, groupOf?: (row: R) => string): Item<R>[] {
  const items: Item<R>[] = [];
  let last: string | undefined;
  rows.forEach((row, index) => {
    const group = groupOf?.(row);
    if (group !== undefined && group !== last) items.push({ kind: 'group', id: group });
    last = group;
    items.push({ kind: 'row', row, id: rowId(row), index });
  });
  return items;
}

/** A cell as it is shown now: the column's own, or the text that was typed over it. */
export interface ShownCell extends GridCell { readonly shown: CellState; readonly echo?: Echo }

export function shownCell<R>(column: GridColumn<R>, row: R, echoes: RowEchoes | undefined): ShownCell {
  const cell = column.cell(row);
  const echo = echoes?.get(column.id);
  if (!echo) return { ...cell, shown: cell.state };
  const state: CellState = echo.status === 'bad' ? 'error' : echo.text === '' && column.kind === 'number' ? 'unknown' : 'known';
  return { text: echo.text, state, shown: state, echo, why: cell.why };
}

/** May a person type into this cell? */
export function canEdit<R>(column: GridColumn<R>, row: R, readOnly: boolean | undefined): boolean {
  if (readOnly || column.kind === 'computed') return false;
  return column.editable ? column.editable(row) : column.cell(row).state !== 'na';
}

/** `lang` of an element that shows this cell. */
export const langOf = (cell: GridCell, language: string): 'uk' | undefined =>
  cell.lang ?? (language === 'en' && (hasCyrillic(cell.text) || (typeof cell.words === 'string' && hasCyrillic(cell.words))) ? 'uk' : undefined);

/** First and last column covered by the cell drawn at `c`. */
export function extentAt<R>(columns: readonly GridColumn<R>[], row: R, c: number): readonly [number, number] {
  let at = 0;
  while (at < columns.length) {
    const span = Math.max(1, columns[at]?.cell(row).span ?? 1);
    if (c < at + span) return [at, Math.min(at + span, columns.length) - 1];
    at += span;
  }
  return [c, c];
}
