import type { MeasureId } from '../contract/models.ts';

/** A cell as the file has it. Formulas never run: the value the file kept is read; one that was not kept, or that is an error, says so. */
export type RawCell = string | number | boolean | null
  /** A day of the calendar; the time of day is dropped. */
  | { readonly date: string }
  /** `formula` without a kept value, or the error the file shows (`#REF!`, `#N/A`…). */
  | { readonly error: string }
  /** A number the file shows with a percent sign, as the share it stores (0.5 = 50 %). */
  | { readonly share: number };

/** Cells joined into one: rows and columns from 0, both ends included. */
export interface Merge { readonly top: number; readonly left: number; readonly bottom: number; readonly right: number }

/** One sheet as it stands in the file. Rows are as long as their last filled cell; the value of joined cells stands in the first. */
export interface RawSheet {
  readonly name: string;
  readonly rows: readonly (readonly RawCell[])[];
  readonly merged: readonly Merge[];
  /** The sheet itself is hidden. */
  readonly hidden: boolean;
  /** Indexes of hidden rows and columns, ascending. */
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
}

/** Kinds of personal data the program recognises. */
export type PersonalClass = 'name' | 'taxNumber' | 'passport' | 'phone' | 'email' | 'birthDate' | 'address';

/** Personal data found. `rows` empty = the whole column reads so. Examples are masked so that nobody can be recognised. */
export interface PersonalFinding {
  readonly column: number;
  readonly class: PersonalClass;
  /** Share of the filled cells of the column that read so, 0–1. */
  readonly share: number;
  /** How many cells. */
  readonly count: number;
  /** `column` = the column is of this kind; `cells` = single cells of it are (`rows`, each of them: they are never kept). */
  readonly where: 'column' | 'cells';
  readonly rows: readonly number[];
  readonly examples: readonly string[];
}

/** The guard: `rows` of the sheet from the first row, `headerRows` = indexes of the header rows (their words count as hints). */
export type GuardSheet = (rows: readonly (readonly RawCell[])[], headerRows: readonly number[]) => readonly PersonalFinding[];

/** A number as text: `null` = «н/д», «–», empty: not known. `unit` = words that stood after it («12 осіб»), `footnote` = «*» marks were dropped. */
export type ReadNumber =
  | { readonly ok: true; readonly value: number | null; readonly estimate: boolean; readonly unit: string; readonly percent: boolean }
  | { readonly ok: false; readonly reason: 'notNumber' | 'ambiguous' | 'grouping' | 'range' | 'tooLarge' | 'error' };

/** A place of the plan, as matching needs it. */
export interface Place { readonly id: string; readonly parent: string | null; readonly kind: 'community' | 'starosta' | 'settlement'; readonly name: string; readonly formerName: string; readonly category: 'city' | 'selyshche' | 'village' | '' }

/** Which place a text names; several = ask. */
export type MatchedPlace = { readonly id: string } | { readonly ambiguous: readonly string[] } | null;

/**
 * What a column can mean. `value` carries numbers: their measure, group, service, place and year are fixed for the column, or named by
 * the other columns of the row (`measure`, `group`, `service`, `territory`…); `low` and `high` are bounds of the value.
 */
export type ColumnRole =
  | 'skip' | 'number' | 'territory' | 'territoryCode' | 'group' | 'service' | 'provider' | 'year' | 'sex' | 'age'
  | 'measure' | 'value' | 'low' | 'high' | 'source' | 'asOf' | 'note' | 'unit';

/**
 * A proposal for one column. `group`, `service`, `territory` are ids, '' = none named. `scale` = what the numbers are multiplied with
 * («тис. осіб» 1000, «%» 0.01). `certainty` 0–1: below 0.5 is shown as a guess.
 */
export interface ColumnMeaning {
  readonly role: ColumnRole;
  readonly measure: MeasureId | null;
  readonly group: string;
  readonly service: string;
  readonly territory: string;
  readonly scale: number;
  readonly year: number | null;
  readonly sex: 'all' | 'female' | 'male';
  readonly age: 'all' | '0-17' | '18-59' | '60+';
  readonly certainty: number;
}

/** What the words of a file may name: groups, services and providers with all their names (official, short, code). */
export interface Vocabulary {
  readonly groups: readonly { readonly id: string; readonly names: readonly string[] }[];
  readonly services: readonly { readonly id: string; readonly names: readonly string[] }[];
  readonly providers: readonly { readonly id: string; readonly names: readonly string[] }[];
  readonly measures: readonly { readonly id: MeasureId; readonly names: readonly string[] }[];
  readonly places: readonly Place[];
}

/** Proposes what a column means from its header texts (from the top row down) and a sample of its cells. */
export type SuggestColumn = (headers: readonly string[], sample: readonly RawCell[], words: Vocabulary) => ColumnMeaning;
