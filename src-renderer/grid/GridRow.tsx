import { memo, type JSX, type ReactNode, type RefObject } from 'react';
import type { RowEchoes } from './echoes.ts';
import { GridEditor, type EditorActions } from './GridEditor.tsx';
import { langOf, shownCell, canEdit, type ShownCell } from './view.ts';
import type { GridColumn } from './types.ts';
import type { Editing } from './useGrid.ts';
import { useText } from '../i18n/index.ts';

interface Props<R> {
  readonly row: R;
  readonly id: string;
  readonly index: number;
  /** Number of the row in the whole grid, heads and title rows counted, from 1. */
  readonly ariaRow: number;
  readonly name: string;
  readonly columns: readonly GridColumn<R>[];
  /** Number of each column in the whole grid, hidden ones counted, from 1. */
  readonly ariaCols: readonly number[];
  readonly lefts: readonly (number | undefined)[];
  readonly echoes: RowEchoes | undefined;
  /** Column of the active cell when it stands in this row, -1 otherwise. */
  readonly activeCol: number;
  /** Selected columns of this row; -1 when none. */
  readonly selFrom: number;
  readonly selTo: number;
  /** Classes of the upper and lower edge of the selection where they run along this row. */
  readonly selEdge: string;
  readonly editing: Editing | null;
  readonly draft: RefObject<string>;
  readonly actions: EditorActions;
  readonly readOnly: boolean | undefined;
  /** Place, height and columns as plain values, so that an unchanged row is not drawn again. */
  readonly top: number;
  readonly height: number;
  readonly template: string;
}

/** One row; drawn again only when something in it changes. */
export const GridRow = memo(function GridRow<R>(props: Props<R>) {
  const { row, id, index, columns, lefts, echoes, activeCol, selFrom, selTo, editing } = props;
  const { t, language } = useText();
  const cells = [];
  for (let c = 0; c < columns.length;) {
    const column = columns[c];
    if (!column) break;
    const cell = shownCell(column, row, echoes);
    const span = Math.min(Math.max(1, cell.span ?? 1), columns.length - c);
    const last = c + span - 1;
    const isActive = activeCol >= c && activeCol <= last;
    const isSelected = selFrom <= last && selTo >= c && selFrom >= 0;
    const isEditing = isActive && editing !== null;
    const stateWord = cell.shown === 'known' || cell.inWords ? '' : cell.shown === 'error' ? t('grid.error') : t(`states.${cell.shown}`);
    // What is seen stands in the name too, so that people who speak to their computer can say it.
    const value = cell.shown === 'unknown' && cell.words === undefined ? (cell.display === undefined ? t('states.sign.unknown') : '') : (typeof cell.words === 'function' ? cell.words() : cell.words) ?? cell.text;
    const name = [column.rowHeader ? '' : props.name, column.title, value, stateWord].filter((part) => part !== '').join(', ');
    const left = lefts[c];
    cells.push(
      <div
        key={column.id} role={column.rowHeader ? 'rowheader' : 'gridcell'} data-c={c} aria-colindex={props.ariaCols[c]} aria-colspan={span > 1 ? span : undefined}
        aria-label={name} aria-selected={isSelected} aria-readonly={canEdit(column, row, props.readOnly) ? undefined : true} aria-invalid={cell.shown === 'error' ? true : undefined}
        aria-busy={cell.echo?.status === 'sent' ? true : undefined} tabIndex={isActive && !isEditing ? 0 : -1} title={cell.echo?.message ?? cell.title} lang={langOf(cell, language)}
        className={classOf(column, cell, isActive) + (isSelected ? ` sel${props.selEdge}${selFrom >= c ? ' sl' : ''}${selTo <= last ? ' sr' : ''}` : '')} style={{ gridColumn: `${c + 1} / span ${span}`, ...(left === undefined ? null : { left }) }}
      >
        {isEditing
          ? <GridEditor column={column} row={row} name={`${props.name}, ${column.title}`} mode={editing.mode} draft={props.draft} lang={langOf(cell, language)} {...props.actions} />
          : content(column, cell, t('states.sign.unknown'))}
      </div>,
    );
    c += span;
  }
  return <div role="row" className={activeCol >= 0 ? 'g-row here' : 'g-row'} aria-rowindex={props.ariaRow} data-r={index} data-id={id} style={{ top: props.top, height: props.height, gridTemplateColumns: props.template }}>{cells}</div>;
}) as <R>(props: Props<R>) => JSX.Element;

function content<R>(column: GridColumn<R>, cell: ShownCell, unknown: string): ReactNode {
  const display = typeof cell.display === 'function' ? cell.display() : cell.display;
  if (cell.shown === 'na') return display ?? null;
  if (cell.shown === 'unknown') return display ?? unknown;
  const text = display ?? cell.text;
  const isNumber = !column.frozen && (column.kind === 'number' || column.kind === 'computed') && typeof text === 'string' && text !== '';
  return isNumber && cell.shown !== 'error' ? <span className="g-n">{text}</span> : text;
}

function classOf<R>(column: GridColumn<R>, cell: ShownCell, isActive: boolean): string {
  const parts = ['g-c', `s-${cell.shown}`];
  if (column.align === 'right') parts.push('r');
  if (column.kind === 'computed' && !column.frozen) parts.push('g-cp');
  if (column.frozen) parts.push(column.rowHeader ? 'g-fz' : 'g-fz g-code');
  if (column.frozen || (column.kind !== 'number' && column.kind !== 'computed')) parts.push('g-tx');
  if (cell.echo && cell.echo.status !== 'bad') parts.push(`e-${cell.echo.status}`);
  if (isActive) parts.push('act');
  return parts.join(' ');
}
