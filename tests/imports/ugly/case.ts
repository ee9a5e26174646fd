import type { ImportColumn, ImportMapping } from '#contract/api/imports.ts';

/** One ugly spreadsheet as officials make them, and what must come of it in the plan of Теплицька громада (years 2025 and 2026). */
export interface UglyCase {
  readonly name: string;
  readonly file: string;
  readonly bytes: Uint8Array;
  /** Sheet and table from 0. */
  readonly sheet?: number;
  readonly table?: number;
  /** Rows of the head and of the data as in the file, from 1: `5-6 7-16`. */
  readonly rows: string;
  /** Names of columns by letter, as combined from the levels of the head. */
  readonly heads?: Readonly<Record<string, string>>;
  /** Letters of columns that wholly hold personal data. */
  readonly personal?: string;
  /** What is said by hand, by letter; everything else is the program's own proposal. */
  readonly say?: Readonly<Record<string, Partial<ImportColumn>>>;
  readonly more?: Partial<Omit<ImportMapping, 'rest'>> & { readonly rest?: Partial<ImportMapping['rest']> };
  /** Values: `C7 identified 015.1 Теплик 2026 = 12`; rejected cells: `D9 ✗ range`. In the order of the file. */
  readonly lines: readonly string[];
  /** Questions: «text: candidates». */
  readonly asks?: readonly string[];
  /** Totals that differ: `C9 200 124`; how many agree. */
  readonly totals?: readonly string[];
  readonly totalsFine?: number;
  readonly passed?: Readonly<Partial<Record<'blank' | 'repeated' | 'totals' | 'hidden', number>>>;
}
