import { z } from 'zod';
import { fileBytes, fileName, id, isoDate, Nothing, optionalId, text, year } from '../inputs.ts';
import { command, mutation, query, type Revision } from '../method.ts';
import { MEASURE_IDS } from '../measures.ts';
import { FIGURE_METHODS, type Label, type MeasureId, type AgeBand, type Sex } from '../models.ts';
import { IMPORT_FILTERS, IMPORT_ROLES } from '../lists.ts';

export type ImportRole = (typeof IMPORT_ROLES)[number];
/** What a text of the file may name. */
export const IMPORT_KINDS = ['territory', 'group', 'service', 'provider', 'measure', 'sex', 'age'] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];
/** Kinds of personal data, as the guard finds them. */
export type ImportPersonal = 'name' | 'taxNumber' | 'passport' | 'phone' | 'email' | 'birthDate' | 'address';

const index = z.number().int().min(0).max(2_000_000);
/** A table on a sheet: rows and columns from 0, both ends included; `headTop` −1 = it has no head. */
const area = z.strictObject({ sheet: index, headTop: z.number().int().min(-1).max(2_000_000), headBottom: z.number().int().min(-1).max(2_000_000), dataTop: index, dataBottom: index, left: index, right: index });
/** Where a table lies on its sheet: head and data, rows and columns from 0. */
export type ImportArea = z.infer<typeof area>;

const sex = z.enum(['all', 'female', 'male']);
const age = z.enum(['all', '0-17', '18-59', '60+']);
const fixed = {
  measure: z.enum(MEASURE_IDS).nullable().default(null), group: optionalId.default(''), service: optionalId.default(''), provider: optionalId.default(''),
  territory: optionalId.default(''), year: year.nullable().default(null), sex: sex.default('all'), age: age.default('all'),
};
const columnMeaning = z.strictObject({ column: index, role: z.enum(IMPORT_ROLES), scale: z.number().positive().max(1e9).default(1), ...fixed });
/** What one column means; what it leaves open is said by the other columns of the row or for all rows. */
export type ImportColumn = z.infer<typeof columnMeaning>;

const mapping = z.strictObject({
  columns: z.array(columnMeaning).max(2048),
  /** What is the same for all rows and not said by a column. */
  rest: z.strictObject(fixed),
  scenario: id.default('base'),
  /** `count` = each row is one person or family: numbers are made by counting rows, nothing of a row is stored. */
  how: z.enum(['values', 'count']).default('values'),
  source: text(400).default(''),
  asOf: z.union([isoDate, z.literal('')]).default(''),
  method: z.enum(FIGURE_METHODS).default('register'),
  counted: z.enum(['auto', 'person', 'family']).default('auto'),
  /** What an empty cell, «–» or «н/д» does to a figure that is known. */
  empty: z.enum(['keep', 'erase']).default('keep'),
  /** Several rows of one address: refused, unless they are alike, or added up. */
  duplicates: z.enum(['refuse', 'sum']).default('refuse'),
  /** An empty place, group, service … means the one above. */
  fillDown: z.boolean().default(false),
  hiddenRows: z.boolean().default(false),
  addYears: z.boolean().default(false),
  /** Sheets with the same columns that are taken along; their years stand in their names. */
  alsoSheets: z.array(z.strictObject({ sheet: index, year })).max(200).default([]),
  /** Answers to questions about names; `id` '' = leave these rows out. */
  names: z.array(z.strictObject({ kind: z.enum(IMPORT_KINDS), text: text(400), id: optionalId })).max(5000).default([]),
});
/** What columns mean and how doubtful cases are treated. */
export type ImportMapping = z.infer<typeof mapping>;

/** A sheet of a file with the tables found on it. */
export interface ImportSheet {
  readonly index: number; readonly name: string; readonly hidden: boolean; readonly rows: number; readonly columns: number; readonly hiddenRows: number; readonly hiddenColumns: number;
  readonly tables: readonly ImportArea[];
}
/** Personal data of one column. `rows` 1-based; empty = the whole column. */
export interface ImportFinding { readonly column: number; readonly class: ImportPersonal; readonly where: 'column' | 'cells'; readonly share: number; readonly count: number; readonly rows: readonly number[]; readonly examples: readonly string[] }
/** A column of a table with what it seems to mean. */
export interface ImportColumnView {
  readonly column: number; readonly letter: string;
  /** Names from the top of the head to its bottom. */
  readonly head: readonly string[];
  readonly sample: readonly string[];
  readonly filled: number; readonly hidden: boolean;
  readonly meaning: ImportColumn;
  /** 0–1; below 0.5 it is a guess. */
  readonly certainty: number;
}
/** A table as it was understood before anything is decided. */
export interface ImportLook {
  readonly area: ImportArea;
  readonly columns: readonly ImportColumnView[];
  readonly findings: readonly ImportFinding[];
  /** The columns of such a layout were named before. */
  readonly remembered: boolean;
  /** A mapping to begin with. */
  readonly mapping: ImportMapping;
  readonly titles: readonly string[];
  readonly notes: readonly string[];
  /** Other sheets with the same head, and the year their name says. */
  readonly twins: readonly { readonly sheet: number; readonly name: string; readonly year: number | null }[];
  readonly dataRows: number; readonly hiddenRows: number; readonly repeated: number; readonly totalRows: number;
}

/** Why a cell or row is not taken; sentences stand in the locales (`collection.reason.<reason>`). */
export const IMPORT_REASONS = [
  'notNumber', 'ambiguous', 'grouping', 'range', 'tooLarge', 'error', 'negative', 'notWhole', 'notQuarter', 'notShare', 'percent', 'bounds',
  'noTerritory', 'askTerritory', 'noGroup', 'askGroup', 'noService', 'askService', 'noProvider', 'askProvider', 'noMeasure', 'askMeasure', 'askSex', 'askAge', 'noYear', 'newYear', 'misfit', 'duplicate', 'personal', 'left', 'part', 'date',
] as const;
export type ImportReason = (typeof IMPORT_REASONS)[number];
export type ImportFilter = (typeof IMPORT_FILTERS)[number];

/** A name of the file that must be told what it is. */
export interface ImportQuestion { readonly kind: ImportKind; readonly text: string; readonly rows: number; readonly firstRow: number; readonly candidates: readonly string[] }
/** A total of the file against the sum of its parts. */
export interface ImportTotal { readonly sheet: string; readonly row: number; readonly label: string; readonly column: string; readonly stated: number; readonly sum: number; readonly parts: number }
/** The dry run: what would change, what cannot be taken and why. */
export interface ImportCheck {
  readonly counts: Readonly<Record<ImportFilter, number>>;
  /** Rows without a number, repeated heads and totals: nothing to take. */
  readonly passed: { readonly blank: number; readonly repeated: number; readonly totals: number; readonly hidden: number };
  readonly reasons: readonly { readonly reason: ImportReason; readonly count: number }[];
  readonly questions: readonly ImportQuestion[];
  readonly totals: readonly ImportTotal[];
  /** Totals that agree with their parts. */
  readonly totalsFine: number;
  readonly newYears: readonly number[];
}
/** One figure an import would change, or a cell it cannot take. */
export interface ImportChange {
  readonly filter: ImportFilter; readonly sheet: string; readonly row: number; readonly column: string; readonly reason: ImportReason | null;
  readonly measure: MeasureId | null; readonly territory: string; readonly group: Label | null; readonly service: Label | null; readonly provider: string; readonly year: number | null; readonly sex: Sex; readonly age: AgeBand;
  readonly before: number | null; readonly after: number | null; readonly text: string;
}

/** What columns and texts of a file may name in the open plan, for choosing. */
export interface ImportLists {
  readonly groups: readonly { readonly id: string; readonly name: Label }[];
  readonly services: readonly { readonly id: string; readonly code: string | null; readonly name: Label }[];
  readonly providers: readonly { readonly id: string; readonly name: string }[];
  /** In the order of the tree; `depth` 0 = the community. */
  readonly territories: readonly { readonly id: string; readonly name: Label; readonly depth: number }[];
  readonly years: readonly number[];
}

/** What the plan remembers of files imported before. Heads and names stand as hashes, so a layout is told by what its columns mean. */
export interface ImportMemory {
  /** Newest first. `usedAt` ISO time of the last import of such a table. */
  readonly layouts: readonly { readonly id: string; readonly usedAt: string; readonly source: string; readonly how: ImportMapping['how']; readonly columns: readonly Omit<ImportColumn, 'column'>[]; readonly rest: ImportMapping['rest'] }[];
  /** What names of files mean in the plan, and how many ways of writing lead there. */
  readonly names: readonly { readonly kind: ImportKind; readonly id: string; readonly spellings: number }[];
}

const importId = id;
/** Actions of the import wizard. */
export const imports = {
  'import.open': command(z.strictObject({ name: fileName, base64: fileBytes })
    .meta({ description: 'Starts reading a table file (.xlsx, .xlsm, .ods, .csv) in a thread; its rows stay in memory until the import is closed. Follow the job with job.get.' })).returns<{ readonly importId: string; readonly jobId: string }>(),
  'import.lists': query(Nothing('Groups, services, providers, territories and years of the open plan, to say what columns and names of a file mean.')).returns<ImportLists>(),
  'import.sheets': query(z.strictObject({ importId }).meta({ description: 'Sheets of a file that was read, and the tables found on them.' })).returns<{ readonly name: string; readonly sheets: readonly ImportSheet[] }>(),
  'import.rows': query(z.strictObject({ importId, sheet: index, from: index, count: z.number().int().min(1).max(500) })
    .meta({ description: 'Rows of a sheet as texts, for the preview; cells with personal data are masked.' })).returns<{ readonly of: number; readonly rows: readonly (readonly string[])[]; readonly masked: readonly number[] }>(),
  'import.look': query(z.strictObject({ importId, area }).meta({ description: 'A table of the file: its columns with a proposal of what they mean, personal data found, sheets of the same layout.' })).returns<ImportLook>(),
  'import.check': command(z.strictObject({ importId, area, mapping }).meta({ description: 'Dry run: what would change in the plan, what is rejected and why, which names must be asked, totals against their parts. Nothing is stored.' })).returns<ImportCheck>(),
  'import.progress': query(z.strictObject({ importId }).meta({ description: 'How far a running check is.' })).returns<{ readonly done: number; readonly of: number }>(),
  'import.stop': command(z.strictObject({ importId }).meta({ description: 'Stops a running check.' })).returns<null>(),
  'import.changes': query(z.strictObject({ importId, filter: z.enum(IMPORT_FILTERS).nullable().default(null), from: index, count: z.number().int().min(1).max(5000) })
    .meta({ description: 'The list of the last check: new, changed, unchanged, kept and rejected with row and reason.' })).returns<{ readonly of: number; readonly rows: readonly ImportChange[] }>(),
  'import.apply': mutation(z.strictObject({ importId }).meta({ description: 'Stores what the last check found, in one undo step, and remembers what the columns mean. The file’s rows stay until the import is closed.' })).returns<Revision>(),
  'import.memory': query(Nothing('What the plan remembers of tables imported before: layouts with what their columns mean and when they were last used, and answers about names.')).returns<ImportMemory>(),
  'import.forget': mutation(z.strictObject({ layouts: z.array(id).max(1000).default([]), names: z.array(z.strictObject({ kind: z.enum(IMPORT_KINDS), id })).max(5000).default([]) })
    .meta({ description: 'Forgets remembered layouts (by id) and answers about names (by what they mean) in one undo step; figures stay.' })).returns<Revision>(),
  'import.close': command(z.strictObject({ importId }).meta({ description: 'Drops the rows of a file; an import that is gone already is no error.' })).returns<null>(),
};
