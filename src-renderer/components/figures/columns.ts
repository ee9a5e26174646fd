import type { ReactNode } from 'react';
import type { Language } from '#contract/format.ts';
import { MEASURES } from '#contract/measures.ts';
import type { Cell, FigureMethod } from '#contract/models.ts';
import { numberParser, numCell, type GridCell, type GridColumn } from '../../grid/index.ts';
import { translate } from '../../i18n/index.ts';
import { ownFigure } from './own.ts';

/** A column of entered numbers: which figure of a row it shows. `R` is the page's row. */
export interface FigureColumn<R> {
  readonly id: string;
  readonly title: string;
  readonly head?: ReactNode;
  readonly width: number;
  readonly priority?: 1 | 2;
  readonly cell: (row: R) => Cell;
  /** How a new figure of this column is obtained unless its row says otherwise; register when absent. */
  readonly method?: FigureMethod;
  /** Changes what stands in the cell (a reason, a tooltip). */
  readonly more?: (row: R, cell: Cell) => Partial<GridCell>;
}

/** Is the number a sum of territories inside, and so not typed over? A sum with unknown parts may be typed over by the whole. */
export const isSum = (cell: Cell): boolean => cell.state === 'computed' || (cell.state === 'assumption' && cell.ref?.kind === 'figure' && !ownFigure(cell));

/** An entered figure as a cell of a grid. */
export function figureCell(cell: Cell, language: Language, more: Partial<GridCell> = {}): GridCell {
  const why = cell.state === 'na' ? translate('figures.na', { lng: language }) : isSum(cell) ? translate('figures.sum', { lng: language }) : undefined;
  // A sum with unknown parts has a lower bound only: it is shown as "at least", never added to anything, and typed over from empty.
  if (cell.state === 'partial' && cell.value === null && cell.low !== null) return numCell({ ...cell, value: cell.low }, language, { text: '', number: null, why, ...more });
  return numCell(cell, language, { why, ...more });
}

/** A column of entered figures: reads what people type, refuses what the measure does not allow, leaves sums of territories alone. */
export function figureColumn<R>(column: FigureColumn<R>, language: Language): GridColumn<R> {
  return {
    id: column.id, title: column.title, head: column.head, width: column.width, priority: column.priority, align: 'right', kind: 'number',
    cell: (row) => { const cell = column.cell(row); return figureCell(cell, language, column.more?.(row, cell)); },
    editable: (row) => { const cell = column.cell(row); return cell.state !== 'na' && !isSum(cell); },
    parse: (text, row) => numberParser(MEASURES[column.cell(row).key.measure].value, language)(text),
  };
}
