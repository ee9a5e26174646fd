import type { ReactNode, Ref } from 'react';
import type { NumState, Unit } from '#contract/models.ts';

/** Looks and meaning of a cell (state sheet); `error` = a text that was refused and is kept as typed. */
export type CellState = NumState | 'error';

/** One cell as a column describes it for a row. */
export interface GridCell {
  /** What is edited and copied; '' = not known. */
  readonly text: string;
  /** What stands in the cell; without it `text`. A function is called only for cells in sight. */
  readonly display?: ReactNode | (() => ReactNode);
  readonly state: CellState;
  /** The value in words for screen readers («137 осіб»); without it `text`. */
  readonly words?: string | (() => string);
  /** `words` already say the state; it is not said twice. */
  readonly inWords?: boolean;
  /** Unrounded number for the sum of a selection and for spreadsheets; null or absent = not a number or not known. */
  readonly number?: number | null;
  /** What the number counts: numbers of different units are never added. */
  readonly unit?: Unit;
  /** It reads otherwise than what was approved. */
  readonly approved?: boolean;
  /** About how many digits wide the shown number is, marks counted; without it the length of `text`. A column of numbers grows to its widest. */
  readonly chars?: number;
  /** Covers this many columns, itself included (the covered cells are not drawn). */
  readonly span?: number;
  /** Tooltip: the full name where a short one is shown. */
  readonly title?: string;
  /** `uk` where the text is Ukrainian in an English window; found out for plain texts. */
  readonly lang?: 'uk';
  /** Why the cell cannot be edited; without it a general sentence. */
  readonly why?: string;
}

/** A text read by a column, or a sentence that says what is expected. */
export type Parsed = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly message: string };

/** A column of the grid. `R` is the page's row. */
export interface GridColumn<R> {
  readonly id: string;
  /** Name of the column: head, accessible names and copied heads. */
  readonly title: string;
  /** Head with a line break or a mark; without it `title`. */
  readonly head?: ReactNode;
  /** Width in px at the usual text size; columns of numbers grow when a number would not fit: digits are never cut off. */
  readonly width: number;
  /** Takes the room that is left: a frozen column first, up to its longest text, then the others share the rest. */
  readonly grow?: boolean;
  readonly align?: 'left' | 'right';
  readonly kind: 'text' | 'number' | 'select' | 'date' | 'computed';
  /** Stays at the left while the rest scrolls; frozen columns come first. */
  readonly frozen?: boolean;
  /** The name of the row stands here. */
  readonly rowHeader?: boolean;
  /** 2 = hidden under 900 px until asked for; absent = always there. */
  readonly priority?: 1 | 2;
  readonly cell: (row: R) => GridCell;
  /** Absent: everything but `computed` columns and `na` cells can be edited. */
  readonly editable?: (row: R) => boolean;
  readonly parse?: (text: string, row: R) => Parsed;
  /** The choices of a `select`, as texts that `parse` reads. */
  readonly options?: (row: R) => readonly string[];
}

/** A cell that was changed: `value` is what the column's `parse` made of `text` (the text itself without a parser). */
export interface CellChange { readonly row: string; readonly col: string; readonly text: string; readonly value: unknown }
/** A cell that was refused, with a sentence for people. */
export interface CellError { readonly row: string; readonly col: string; readonly message: string }
export type ChangeKind = 'edit' | 'paste' | 'fill' | 'clear';

/** The active cell. */
export interface ActiveCell<R> { readonly row: R; readonly rowId: string; readonly column: GridColumn<R>; readonly cell: GridCell }

/** What a page can do to a grid. */
export interface GridHandle {
  /** Shows a cell, makes it active and puts the focus on it; false = there is no such cell. */
  readonly focusCell: (row: string, col: string) => boolean;
  readonly focus: () => void;
}

export interface GridProps<R> {
  /** Accessible name of the grid. */
  readonly label: string;
  readonly columns: readonly GridColumn<R>[];
  readonly rows: readonly R[];
  readonly rowId: (row: R) => string;
  /** Name of a row in accessible names and in the bar; plain text of the reader's alphabet. */
  readonly rowName: (row: R) => string;
  /** A title row stands where the group changes. */
  readonly groups?: { readonly of: (row: R) => string; readonly title: (group: string) => ReactNode };
  /**
   * Stores changed cells: one call for one action, however many cells. Resolves with nothing when all are stored, with the refused cells
   * when NOTHING was stored (the grid keeps all of them as typed and sends them together once the refused ones are put right).
   * Rejects when storing failed as a whole: the grid keeps everything and offers to try again.
   */
  readonly onChange: (cells: readonly CellChange[], kind: ChangeKind) => Promise<void | readonly CellError[]>;
  /** Puts so many more empty rows at the end, for a pasted block that does not fit; absent: what does not fit is counted and left out. */
  readonly onGrow?: (rows: number) => void;
  /** F4, the button of the bar, or a click on a computed number; false = there is nothing to explain, which is said. */
  readonly onTrace?: (at: ActiveCell<R>) => void | boolean;
  readonly onActive?: (at: ActiveCell<R> | null) => void;
  /** Ctrl+F. */
  readonly onFilter?: () => void;
  /** Text that Ctrl+; writes into a date cell. */
  readonly today?: string;
  readonly readOnly?: boolean;
  /** Own content of the bar above the grid (place · figure · formula or source). */
  readonly bar?: (at: ActiveCell<R>) => ReactNode;
  /** Shown instead of rows when there are none. */
  readonly empty?: ReactNode;
  /** Sentence for a failed `onChange`. */
  readonly describe?: (error: unknown) => string;
  /** Texts not stored yet are kept under this name while the page is away. Use it as React `key` too. */
  readonly keep?: string;
  readonly ref?: Ref<GridHandle>;
}
