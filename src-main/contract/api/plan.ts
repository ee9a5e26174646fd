import { z } from 'zod';
import { figureKey, figurePatch, id, isoDate, Nothing, scope, text, traceRef, year } from '../inputs.ts';
import { SELECTIONS } from '../lists.ts';
import { command, mutation, query, type Revision } from '../method.ts';
import type { Cell, Figure, Label, Sentence, Trace } from '../models.ts';
import type { PlanInfo } from './library.ts';

/** What stands around every page: names, years, counts of the navigation, undo. */
export interface PlanView extends PlanInfo {
  readonly title: Label;
  readonly place: Label;
  /** null, or which figures are invented: `sribne` (published figures only), `training` (all invented). */
  readonly teaching: 'training' | 'sribne' | null;
  readonly root: string;
  readonly scenarios: readonly { readonly id: string; readonly name: string }[];
  /** Date of the calculation: norms are taken as of this day (ISO). */
  readonly calcDate: string;
  readonly counts: { readonly community: Count; readonly groups: Count; readonly needs: Count; readonly capacity: Count };
  readonly undo: Sentence | null;
  readonly redo: Sentence | null;
  /** ISO time of the last stored change. */
  readonly savedAt: string | null;
  /** A newer reference book waits to be accepted for this plan; absent when none does. */
  readonly newerReference?: { readonly own: string; readonly present: string };
  /** Why the automatic backup of today failed; absent when it did not. */
  readonly backupProblem?: { readonly code: 'backup.failed'; readonly details: { readonly path: string } };
}
/** How many of all are known. */
export interface Count { readonly known: number; readonly all: number }

/** One step of the history of the plan. */
export interface HistoryEntry {
  readonly revision: number;
  readonly at: string;
  readonly author: string;
  readonly what: Sentence;
  readonly rows: number;
  readonly undone: boolean;
  /** ISO time its details were given up to make the file smaller; null when they are there. Such a change cannot be taken back. */
  readonly compactedAt: string | null;
}

/** Bytes the details of the history take: of all entries and of those older than the chosen age; bytes of the file. */
export interface HistorySize {
  readonly all: { readonly entries: number; readonly bytes: number };
  readonly older: { readonly entries: number; readonly bytes: number };
  readonly file: number;
}

/** What compaction of the history did: entries that lost their details, bytes of the file before and after, the backup made first (null when there was nothing to do). */
export interface Compacted extends Revision { readonly entries: number; readonly before: number; readonly after: number; readonly backup: string | null }

/** A long action of the open plan (an approval, a compaction) and the step it is at: `jobs.step.<step>` in the locales. */
export interface PlanWork {
  readonly what: 'approve' | 'compact';
  readonly step: 'start' | 'places' | 'pages' | 'figures' | 'pack' | 'backup' | 'shrink';
  readonly done: number;
  readonly of: number;
}

/** Age of an entry in months; 0 = every entry. */
const months = z.number().int().min(0).max(240).default(12);

/** One past value of a figure. */
export interface FigureChange { readonly revision: number; readonly at: string; readonly author: string; readonly before: Partial<Figure> | null; readonly after: Partial<Figure> | null }

/** Answer of a figures change: what the program thinks of each refused cell; nothing is stored when any is refused. */
export const plan = {
  'plan.view': query(z.strictObject(scope).meta({ description: 'Names, years, scenarios, counts known/all of each section, undo and redo of the open plan.' })).returns<PlanView>(),
  'plan.set': mutation(z.strictObject({ calcDate: isoDate.optional(), surveySelection: z.enum(SELECTIONS).optional() })
    .meta({ description: 'Changes facts about the whole plan: calculation date; how survey respondents were chosen.' })).returns<Revision>(),
  'figures.set': mutation(z.strictObject({ cells: z.array(z.strictObject({ key: figureKey, patch: figurePatch })).min(1).max(100_000), label: z.enum(['edit', 'paste', 'fill', 'clear', 'import']).default('edit') })
    .meta({ description: 'Stores any number of entered figures in one undo step; one wrong cell refuses all (details.cells lists each) and nothing is stored.' })).returns<Revision>(),
  'figures.confirm': mutation(z.strictObject({ keys: z.array(figureKey).min(1).max(100_000) })
    .meta({ description: 'Confirms carried over or prefilled figures as they stand: from now on they count as known.' })).returns<Revision>(),
  'figure.get': query(z.strictObject({ key: figureKey }).meta({ description: 'One figure with its provenance, or an empty cell.' })).returns<Cell>(),
  'figure.history': query(z.strictObject({ key: figureKey }).meta({ description: 'All stored changes of one figure, newest first.' })).returns<readonly FigureChange[]>(),
  'trace.get': query(z.strictObject({ ref: traceRef }).meta({ description: 'Why a number is what it is: formula, inputs, norms with act and article, assumptions, rounding, official sentence.' })).returns<Trace>(),
  'year.add': mutation(z.strictObject({ year, from: year.nullable().default(null) })
    .meta({ description: 'Adds a year; with `from`, its figures are carried over grey and count as not known until confirmed.' })).returns<Revision>(),
  'scenario.add': mutation(z.strictObject({ id, name: text(120).min(1) }).meta({ description: 'Adds a scenario: a list of differences from the base, empty at first.' })).returns<Revision>(),
  'scenario.remove': mutation(z.strictObject({ id }).meta({ description: 'Removes a scenario with its differences.' })).returns<Revision>(),
  'history.view': query(z.strictObject({ limit: z.number().int().min(1).max(1000).default(200) }).meta({ description: 'Stored changes of the plan, newest first.' })).returns<readonly HistoryEntry[]>(),
  'history.size': query(z.strictObject({ months }).meta({ description: 'How much room the details of the history take: of all entries and of those older than some months.' })).returns<HistorySize>(),
  'history.compact': mutation(z.strictObject({ months })
    .meta({ description: 'Gives up the details of the entries older than some months, after a verified backup, and makes the file smaller; the entries stay in the list and can no longer be taken back.' })).returns<Compacted>(),
  'plan.work': query(Nothing('How far the long action of the open plan is that runs now, an approval or a compaction; null = none runs.')).returns<PlanWork | null>(),
  'plan.stop': command(Nothing('Stops the long action that runs now before its next step; nothing of it is stored. None running is no error.')).returns<null>(),
  'history.undo': mutation(Nothing('Takes the last change back; works over restarts.')).returns<Revision>(),
  'history.redo': mutation(Nothing('Does the last undone change again; works over restarts.')).returns<Revision>(),
};
