import { z } from 'zod';
import { fileBytes, fileName, id, isoDate, language, optionalId, scope, text, year } from '../inputs.ts';
import { command, mutation, query, type Revision } from '../method.ts';
import { MEASURE_IDS } from '../measures.ts';
import type { AgeBand, Cell, FileOut, Label, MeasureId, Sex, Unit } from '../models.ts';
import { IMPORT_REASONS } from './imports.ts';
import { BASES, COLLECTOR_MEASURES, SCOPES } from '../lists.ts';

export type Basis = (typeof BASES)[number];
export type CollectorMeasure = (typeof COLLECTOR_MEASURES)[number];

const wording = text(500).regex(/\S/);
const linkSchema = z.strictObject({ measure: z.enum(MEASURE_IDS), group: optionalId.default(''), service: optionalId.default(''), sex: z.enum(['all', 'female', 'male']).default('all'), age: z.enum(['all', '0-17', '18-59', '60+']).default('all') });
/** Which figure of the plan an indicator is: a target group, a measure of a service, or of the territory. */
export interface IndicatorLink { readonly measure: MeasureId; readonly group: string; readonly service: string; readonly sex: Sex; readonly age: AgeBand }
/** An indicator (показник). `link` null = it is only printed: its number is not kept yet. */
export interface Indicator { readonly id: string; readonly number: string; readonly wording: Label; readonly basis: Basis; readonly source: Label; readonly link: IndicatorLink | null }
/** One indicator of the list with its present value. */
export interface IndicatorRow extends Indicator { readonly unit: Unit | null; readonly value: Cell | null }
/** Who loaded and checked the official list (a role), when, and where the text stands. */
export interface IndicatorConfirmed { readonly by: string; readonly on: string; readonly source: string }
/** The table of indicators of a place. */
export interface IndicatorsView {
  readonly territory: string;
  readonly rows: readonly IndicatorRow[];
  /** The list is the one the program proposes. */
  readonly proposed: boolean;
  /** What the program says of its own list, and the form it stands for. */
  readonly note: Label;
  readonly act: Label;
  /** null = not confirmed, or changed since. */
  readonly confirmed: IndicatorConfirmed | null;
  /** A confirmation there was, for a list that has been changed since. */
  readonly lapsed: IndicatorConfirmed | null;
  readonly known: number;
  /** What can be linked. */
  readonly groups: readonly { readonly id: string; readonly name: Label }[];
  readonly services: readonly { readonly id: string; readonly name: Label }[];
}

/** Who fills in a sheet. */
export interface Collector { readonly id: string; readonly name: Label; readonly scope: (typeof SCOPES)[number]; readonly indicators: readonly string[]; readonly services: readonly string[]; readonly measures: readonly CollectorMeasure[] }
export type SheetState = 'none' | 'made' | 'sent' | 'returned';
/** One sheet that is, or can be, given out. */
export interface SheetRow {
  /** '' = it was not made yet. */
  readonly id: string;
  readonly collector: string; readonly territory: string; readonly provider: string;
  readonly name: Label;
  readonly state: SheetState;
  readonly made: string; readonly due: string; readonly giveTo: string; readonly sent: string; readonly returned: string;
  /** Numbers it asks for, and how many of them the plan knows. */
  readonly asks: number; readonly known: number;
  /** Not returned by the day it was due; by so many days. */
  readonly lateDays: number;
  /** The list of indicators asks for other rows than the sheet that was given out. */
  readonly outdated: boolean;
}
/** Collection sheets of a year and those who fill them in. */
export interface SheetsView {
  readonly year: number; readonly today: string;
  readonly rows: readonly SheetRow[];
  readonly collectors: readonly Collector[];
  /** The list of collectors is the one the program proposes. */
  readonly proposed: boolean;
  readonly indicators: readonly { readonly id: string; readonly wording: Label }[];
  readonly services: readonly { readonly id: string; readonly name: Label }[];
  /** A day and a body to begin with. */
  readonly due: string; readonly giveTo: string;
}

/** Why a row of a returned sheet is not taken, besides the reasons of imports (`collection.reason.<reason>`). */
export const RETURN_REASONS = [...IMPORT_REASONS, 'unknownRow', 'oldList', 'conflict'] as const;
export type ReturnReason = (typeof RETURN_REASONS)[number];
/** What was found out about a file. */
export const FILE_VERDICTS = ['taken', 'repeated', 'notSheet', 'otherPlan', 'otherYear', 'empty', 'unreadable'] as const;
/** A file that came back: which sheet it is and what was read of it. */
export interface ReturnedFile {
  readonly index: number; readonly name: string; readonly verdict: (typeof FILE_VERDICTS)[number];
  /** Code of the error when it could not be read (`errors.<code>`), else ''. */
  readonly error: string;
  readonly sheet: string; readonly sheetName: string; readonly year: number | null; readonly filledOn: string;
  readonly answered: number; readonly empty: number;
  /** `olderList` = the list of indicators was changed since; `noKeys` = rows were known by their names; `noSheet` = this plan does not remember giving it out; `noDate`; `role` = who filled it read like a person and was dropped. */
  readonly notes: readonly ('olderList' | 'noKeys' | 'noSheet' | 'noDate' | 'role')[];
}
/** One figure that the sheets say. */
export interface ReturnedLine {
  readonly filter: 'new' | 'changed' | 'same' | 'rejected';
  readonly file: number; readonly row: number; readonly what: Label; readonly territory: Label; readonly provider: string;
  readonly before: number | null; readonly after: number | null; readonly text: string; readonly reason: ReturnReason | null;
}
/** Sheets that say different numbers for one figure. */
export interface ReturnConflict { readonly address: string; readonly what: Label; readonly territory: Label; readonly values: readonly { readonly file: number; readonly row: number; readonly value: number }[]; readonly additive: boolean; readonly choice: number | 'sum' | null }
/** The dry run over all sheets that came back. */
export interface ReturnCheck {
  readonly files: readonly ReturnedFile[];
  readonly counts: { readonly new: number; readonly changed: number; readonly same: number; readonly rejected: number; readonly empty: number };
  readonly lines: readonly ReturnedLine[];
  readonly conflicts: readonly ReturnConflict[];
}

const returnId = id;
const notAPerson = z.boolean().default(false);
const optionalDate = z.union([isoDate, z.literal('')]);
const place = { collector: id, territory: optionalId.default(''), provider: optionalId.default('') };
const listRows = z.array(z.strictObject({ number: text(40).default(''), wording, basis: z.enum(BASES).default('jan1'), source: text(500).default('') })).min(1).max(1000);

/** Actions of indicators, collectors and collection sheets. */
export const collection = {
  'indicators.view': query(z.strictObject({ ...scope, territory: optionalId.default('') }).meta({ description: 'Indicators of the determination with their numbers at a territory, and whether the official list was loaded and checked.' })).returns<IndicatorsView>(),
  'indicator.add': mutation(z.strictObject({ id: id.optional(), number: text(40).default(''), wording, basis: z.enum(BASES).default('jan1'), source: text(500).default(''), link: linkSchema.nullable().default(null), after: optionalId.default('') }).meta({ description: 'Adds an indicator, at the end or after another one.' })).returns<Revision>(),
  'indicator.update': mutation(z.strictObject({ cells: z.array(z.strictObject({ id, number: text(40).optional(), wording: wording.optional(), basis: z.enum(BASES).optional(), source: text(500).optional(), link: linkSchema.nullable().optional() })).min(1).max(1000) }).meta({ description: 'Changes number, wording, basis, source or link of indicators; fields left out stay.' })).returns<Revision>(),
  'indicator.move': mutation(z.strictObject({ id, by: z.number().int().min(-1000).max(1000) }).meta({ description: 'Moves an indicator up (below zero) or down in the list.' })).returns<Revision>(),
  'indicator.remove': mutation(z.strictObject({ id }).meta({ description: 'Removes an indicator from the list; its figures stay.' })).returns<Revision>(),
  'indicator.ownGroup': mutation(z.strictObject({ id, unit: z.enum(['person', 'family', 'child']).default('person') }).meta({ description: 'Makes a target group of the community’s own for an indicator without a link.' })).returns<Revision>(),
  'indicators.replace': mutation(z.strictObject({ rows: listRows, mode: z.enum(['replace', 'append']).default('replace') }).meta({ description: 'Takes over a list of indicators (pasted or read from a file); links are proposed by their words.' })).returns<Revision>(),
  'indicators.reset': mutation(z.strictObject({}).meta({ description: 'Goes back to the list the program proposes.' })).returns<Revision>(),
  'indicators.confirm': mutation(z.strictObject({ by: text(200).min(1), on: isoDate, source: text(400).min(1), notAPerson }).meta({ description: 'Says that the official list was loaded and checked: by which role, when, by which text. Holds until the list changes.' })).returns<Revision>(),
  'indicators.unconfirm': mutation(z.strictObject({}).meta({ description: 'Takes the confirmation of the list back.' })).returns<Revision>(),
  'indicators.readList': command(z.strictObject({ name: fileName, base64: fileBytes }).meta({ description: 'Reads a list of indicators from a table file, to be looked at before it is taken over. Nothing is stored.' })).returns<{ readonly rows: readonly { readonly number: string; readonly wording: string; readonly basis: Basis; readonly source: string }[] }>(),
  'indicators.file': query(z.strictObject({ ...scope, territory: optionalId.default(''), language, format: z.enum(['docx', 'xlsx']), snapshot: id.optional() }).meta({ description: 'The table of indicators as a paper or workbook, with the columns of annex 1; with `snapshot` as it was approved (whole community only).' })).returns<FileOut>(),

  'sheets.view': query(z.strictObject({ year }).meta({ description: 'Collection sheets of a year: who fills in what, what was given out, sent and returned, what is still empty.' })).returns<SheetsView>(),
  'sheets.make': mutation(z.strictObject({ year, sheets: z.array(z.strictObject(place)).min(1).max(500), due: optionalDate.default(''), giveTo: text(200).default(''), notAPerson }).meta({ description: 'Makes sheets, or makes them anew with the rows the list asks for now; their ids stay.' })).returns<Revision>(),
  'sheets.file': query(z.strictObject({ ids: z.array(id).min(1).max(500) }).meta({ description: 'Sheets as .xlsx files to be filled in: one file, or a zip of several.' })).returns<FileOut>(),
  'sheets.set': mutation(z.strictObject({ ids: z.array(id).min(1).max(500), due: optionalDate.optional(), sent: optionalDate.optional(), returned: optionalDate.optional(), giveTo: text(200).optional(), notAPerson }).meta({ description: 'Notes when sheets are due, were sent or returned, and to whom.' })).returns<Revision>(),
  'sheets.remove': mutation(z.strictObject({ ids: z.array(id).min(1).max(500) }).meta({ description: 'Forgets sheets; figures they brought stay.' })).returns<Revision>(),
  'sheets.reminder': query(z.strictObject({ year, language }).meta({ description: 'The list of sheets that are not back, as a paper.' })).returns<FileOut>(),
  'collector.save': mutation(z.strictObject({ id: id.optional(), name: text(200).regex(/\S/), scope: z.enum(SCOPES), indicators: z.array(id).max(1000), services: z.array(id).max(200).default([]), measures: z.array(z.enum(COLLECTOR_MEASURES)).max(6).default([]), notAPerson }).meta({ description: 'Adds or changes who fills in a sheet and what it asks for.' })).returns<Revision>(),
  'collector.remove': mutation(z.strictObject({ id }).meta({ description: 'Removes one who fills in a sheet; sheets given out stay.' })).returns<Revision>(),
  'collectors.reset': mutation(z.strictObject({}).meta({ description: 'Goes back to the collectors the program proposes.' })).returns<Revision>(),

  'return.read': command(z.strictObject({ returnId: id.nullable().default(null), name: fileName, base64: fileBytes }).meta({ description: 'Reads one filled sheet and lays it beside those read before; its rows stay in memory until the return is closed.' })).returns<{ readonly returnId: string; readonly file: ReturnedFile }>(),
  'return.check': command(z.strictObject({ returnId, choices: z.array(z.strictObject({ address: text(1000), choice: z.union([z.number().int().min(0).max(1000), z.literal('sum')]) })).max(5000).default([]) }).meta({ description: 'Dry run over all sheets read: what is new, changed, unchanged, rejected and why; where two sheets differ. Nothing is stored.' })).returns<ReturnCheck>(),
  'return.apply': mutation(z.strictObject({ returnId }).meta({ description: 'Stores what the last check found and marks the sheets as returned, in one undo step.' })).returns<Revision>(),
  'return.close': command(z.strictObject({ returnId }).meta({ description: 'Drops the sheets that were read; a return that is gone already is no error.' })).returns<null>(),
};
