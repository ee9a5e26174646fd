import type { Language } from '#contract/format.ts';
import type { Num, TraceRef } from '#contract/models.ts';

/** A name ready to be shown. `lang` is given when it differs from the language of the page; `full` is the long name for the tooltip. */
export interface Named {
  readonly label: string;
  readonly lang?: Language;
  readonly full?: string;
}

/** Opens the explanation of a number. */
export type OnTrace = (ref: TraceRef) => void;

/** A column of the table twin of a chart. */
export interface TwinColumn extends Named { readonly id: string; readonly numeric?: boolean }

/** What a cell of the twin holds: a number with its state, a name, or plain words. `digits` rounds a share in percent. */
export type TwinCell =
  | { readonly kind: 'num'; readonly num: Num; readonly digits?: number }
  | { readonly kind: 'bare'; readonly value: number | null; readonly digits?: number }
  | ({ readonly kind: 'text' } & Named);

export interface TwinRow { readonly id: string; readonly cells: readonly TwinCell[] }

/** The same data as the chart, as a table: the first column names the row. */
export interface TwinTable { readonly columns: readonly TwinColumn[]; readonly rows: readonly TwinRow[] }

/** Is there a number to draw? Not known is never drawn as zero. */
export function hasValue(num: Num): num is Num & { readonly value: number } {
  return num.value !== null && num.state !== 'unknown' && num.state !== 'na';
}

/** Is there anything to say of the number: a value, or a bound of one that is only partly known? */
export const isSaid = (num: Num): boolean => hasValue(num) || (num.state === 'partial' && (num.low !== null || num.high !== null));

/** Does the number rest on an assumption, so that it is shown with `~` and paler? */
export function isEstimate(num: Num): boolean {
  return num.state === 'assumption' || num.assumed;
}

/** Largest first, not known last; equal ones keep their order. */
export function bySizeUnknownLast<T>(rows: readonly T[], size: (row: T) => Num, known: (row: T) => boolean = (row) => hasValue(size(row))): T[] {
  const key = (row: T) => (known(row) ? (size(row).value ?? 0) : Number.NEGATIVE_INFINITY);
  return rows.map((row, at) => ({ row, at })).toSorted((a, b) => {
    const x = key(a.row), y = key(b.row);
    return x === y ? a.at - b.at : y > x ? 1 : -1;
  }).map(({ row }) => row);
}

/** Which number of a matrix is the large one. */
export type MatrixMeasure = 'unmet' | 'coverage' | 'posts';

/** One service in one territory. */
export interface MatrixCell { readonly need: Num; readonly unmet: Num; readonly coverage: Num; readonly posts: Num }

/** A service of a matrix. */
export interface MatrixDatum extends Named {
  readonly id: string;
  readonly code: string | null;
  /** Added after the code: «сімей», «оцінка». */
  readonly note?: string;
  readonly noProvider: boolean;
  /** In the order of the territories. */
  readonly cells: readonly MatrixCell[];
  readonly total: MatrixCell;
}
