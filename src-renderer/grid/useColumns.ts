import { useMemo, useState, useSyncExternalStore } from 'react';
import type { GridCell, GridColumn } from './types.ts';

const NARROW = '(max-width: 900px)';

function subscribe(onChange: () => void): () => void {
  const query = typeof window.matchMedia === 'function' ? window.matchMedia(NARROW) : null;
  query?.addEventListener('change', onChange);
  return () => query?.removeEventListener('change', onChange);
}
const isNarrow = (): boolean => typeof window.matchMedia === 'function' && window.matchMedia(NARROW).matches;

/** 1 at the usual text size; grows with the text size of the system. */
function textScale(): number {
  const size = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  return size > 0 ? size / 13 : 1;
}

/** Which columns are in sight, how wide they are and where the frozen ones stand. */
export interface Layout<R> {
  readonly columns: readonly GridColumn<R>[];
  readonly ariaCols: readonly number[];
  readonly lefts: readonly (number | undefined)[];
  readonly template: string;
  readonly width: number;
  readonly frozenWidth: number;
  readonly scale: number;
  /** Are there columns that a narrow window hides? null = no. */
  readonly hidden: boolean | null;
  readonly toggle: () => void;
  readonly showAll: () => void;
}

/** Widths of a digit and of the padding of a cell, in px at the usual text size. */
const DIGIT = 7.8;
const PADDING = 14;
/** No column grows beyond this. */
const WIDEST = 160;
/** Above this many cells only the first rows are measured. */
const LIMIT = 100_000;

const isNumeric = <R>(column: GridColumn<R>): boolean => (column.kind === 'number' || column.kind === 'computed') && !column.frozen;

/** A letter of a name or a source, in px at the usual text size, and the width beyond which a text takes no more of the spare room. */
const LETTER = 6.5;
const LONGEST = 480;

/** Width each column needs so that no digit of its numbers is cut off; after a slash how wide a text would like to be, as far as there is room. */
function measure<R>(columns: readonly GridColumn<R>[], rows: readonly R[]): string {
  const part = rows.slice(0, Math.ceil(LIMIT / Math.max(1, columns.length)));
  return columns.map((column) => {
    if (!isNumeric(column) && !column.grow) return column.width;
    let chars = 0;
    for (const row of part) {
      const cell = column.cell(row);
      if (cell.span === undefined) chars = Math.max(chars, cell.chars ?? cell.text.length);
    }
    if (column.grow) return `${column.width}/${Math.max(column.width, Math.min(LONGEST, Math.ceil(chars * LETTER + PADDING)))}`;
    return Math.max(column.width, Math.min(WIDEST, Math.ceil(chars * DIGIT + PADDING)));
  }).join(' ');
}

/** The column, describing the cell of a row once and not at every drawing: a row that changes is another object. */
function onceForEachRow<R extends object>(column: GridColumn<R>): GridColumn<R> {
  const known = new WeakMap<R, GridCell>();
  return {
    ...column,
    cell: (row) => {
      const cell = known.get(row) ?? column.cell(row);
      known.set(row, cell);
      return cell;
    },
  };
}

export function useColumns<R extends object>(all: readonly GridColumn<R>[], rows: readonly R[]): Layout<R> {
  const narrow = useSyncExternalStore(subscribe, isNarrow);
  const [shown, setShown] = useState(false);
  const [scale] = useState(textScale);
  const hides = narrow && all.some((column) => column.priority === 2);
  const hidden = hides && !shown;
  const columns = useMemo(() => (hidden ? all.filter((column) => column.priority !== 2) : all).map((column) => onceForEachRow(column)), [all, hidden]);
  const widths = useMemo(() => measure(columns, rows), [columns, rows]);
  return useMemo(() => {
    const parts = widths.split(' ').map((width) => width.split('/').map(Number));
    const sizes = parts.map(([size = 0]) => size * scale);
    // Names take the spare room first, up to the longest; what is left goes to the other growing columns.
    const others = columns.some((column) => column.grow && !column.frozen);
    let left = 0;
    const lefts = columns.map((column, c) => {
      if (!column.frozen) return undefined;
      const at = left;
      left += sizes[c] ?? 0;
      return at;
    });
    return {
      columns, lefts, scale, frozenWidth: left, ariaCols: columns.map((column) => all.findIndex((one) => one.id === column.id) + 1),
      template: columns.map((column, c) => (column.grow ? `minmax(${sizes[c]}px, ${column.frozen && others ? `${(parts[c]?.[1] ?? 0) * scale}px` : '1fr'})` : `${sizes[c]}px`)).join(' '),
      width: sizes.reduce((sum, size) => sum + size, 0),
      hidden: hides ? hidden : null, toggle: () => setShown((is) => !is), showAll: () => setShown(true),
    };
  }, [all, columns, widths, hidden, hides, scale]);
}
