import { z } from 'zod';
import { id, isoDate, language, Nothing, paperFormat, scenario, text, year } from '../inputs.ts';
import { mutation, query, type Revision } from '../method.ts';
import type { Confidence, FileOut, Label, Num, Sentence, TraceRef } from '../models.ts';
import type { ServiceInfo } from './needs.ts';
import { APPROVED_PAPERS, PAPER_KINDS, STAGE_STATES } from '../lists.ts';

/** Research once in three years, or the yearly update between two of them. */
export const DETERMINATION_KINDS = ['research_3y', 'annual_update'] as const;
export type DeterminationKind = (typeof DETERMINATION_KINDS)[number];

/** Stages of a determination, in order. */
export const STAGES = ['start', 'collection', 'analysis', 'report', 'approval', 'publication', 'use'] as const;
export type StageId = (typeof STAGES)[number];

export type StageState = (typeof STAGE_STATES)[number];


/** A document of a stage: an act, minutes, a publication. `link` is a https address, the name of a file, or ''. */
export interface StagePaper { readonly kind: (typeof PAPER_KINDS)[number]; readonly number: string; readonly date: string; readonly title: string; readonly link: string }

/** A role or body of the working group and what it does there; never a person. */
export interface Member { readonly role: string; readonly tasks: string }

/** Why a duty or a date stands where it does; `assumption` = no act names it, the program proposes it. */
export interface Basis { readonly text: Label; readonly confidence: Confidence | 'assumption' }

/** A stage as people planned and did it. Dates are ISO days, '' = not set. */
export interface Stage {
  readonly id: StageId;
  readonly name: Label;
  readonly from: string;
  readonly to: string;
  readonly done: string;
  /** A role or body. */
  readonly responsible: string;
  readonly state: StageState;
  /** Why the stage is not needed. */
  readonly reason: string;
  readonly note: string;
  readonly papers: readonly StagePaper[];
  /** The end of the plan has passed and the stage is neither done nor left out; by so many days (0 = not late). */
  readonly lateDays: number;
  /** The stage should have begun and has not. */
  readonly shouldBegin: boolean;
  /** Done after the planned end. */
  readonly doneLate: boolean;
  readonly basis: Basis;
  /** What the dates the program proposes rest on. */
  readonly datesBasis: Basis;
  /** The planned dates are still those the program proposes. */
  readonly datesProposed: boolean;
  /** Of the collection: its sheets of the year; null for other stages and when none were made. */
  readonly sheets: SheetCounts | null;
}

/** Collection sheets of a year: how many there are, were given out (those that came back among them), came back, and are late. */
export interface SheetCounts { readonly all: number; readonly sent: number; readonly returned: number; readonly late: number }

/** One determination of needs. */
export interface Determination {
  readonly id: string;
  readonly kind: DeterminationKind;
  readonly year: number;
  readonly note: string;
  /** The research that a yearly update brings up to date, null when none was named. */
  readonly research: string | null;
  readonly stages: readonly Stage[];
  readonly members: readonly Member[];
  /** Ids of its approved snapshots, newest first. */
  readonly snapshots: readonly string[];
}

/** What is to be done and by when: a stage is to begin or end, or sheets of its year are to come back. */
export interface CalendarItem {
  readonly determination: string;
  readonly stage: StageId;
  readonly name: Label;
  readonly what: 'begin' | 'end' | 'sheets';
  /** How many sheets are not back; 1 for a stage. */
  readonly count: number;
  readonly date: string;
  /** Days from today; below zero = late by so many. */
  readonly days: number;
}

/** The figures of a year as they were approved: named, never changed. */
export interface SnapshotInfo {
  readonly id: string;
  readonly determination: string;
  readonly name: string;
  readonly decision: string;
  readonly decidedOn: string;
  readonly body: string;
  readonly year: number;
  readonly scenario: string;
  /** Why it was approved with needs not known; '' = all were known. */
  readonly reason: string;
  /** Services whose need was not known. */
  readonly unknown: readonly string[];
  /** A role. */
  readonly author: string;
  /** ISO time. */
  readonly at: string;
  /** Date of the calculation the figures are as of. */
  readonly calcDate: string;
  readonly referenceVersion: string;
  readonly appVersion: string;
  readonly figures: number;
}

/** Determinations of needs with their stages, calendar and snapshots. */
export interface CycleView {
  readonly today: string;
  readonly determinations: readonly Determination[];
  readonly snapshots: readonly SnapshotInfo[];
  /** Newest first stand the late ones; then what comes within 30 and within 31–90 days. */
  readonly calendar: { readonly late: readonly CalendarItem[]; readonly next30: readonly CalendarItem[]; readonly next90: readonly CalendarItem[] };
  /** What is usually started next. */
  readonly next: { readonly kind: DeterminationKind; readonly year: number; readonly research: string | null; readonly copyFrom: string | null };
  readonly kinds: readonly { readonly id: DeterminationKind; readonly name: Label; readonly window: Label; readonly basis: Basis }[];
  /** Roles and bodies seen in working groups of communities. */
  readonly bodies: readonly { readonly role: Label; readonly tasks: Label }[];
}

/** What stands in the way of an approval. */
export interface ApprovalView {
  /** Basic services whose need is not known: they need a reason. */
  readonly unknown: readonly ServiceInfo[];
  /** Services with a contradiction in their figures. */
  readonly conflicts: readonly ServiceInfo[];
  /** Figures carried over and not confirmed. */
  readonly carried: number;
  /** Stages before the approval that are neither done nor left out. */
  readonly open: readonly Label[];
  /** Names of the snapshots there are. */
  readonly taken: readonly string[];
}

/** One difference from what was approved. */
export interface ApprovedChange {
  readonly id: string;
  /** A value, its bounds, or its source, method, date and unit. */
  readonly kind: 'figure' | 'provenance' | 'result' | 'words';
  readonly what: Sentence;
  readonly service: Label | null;
  readonly group: Label | null;
  readonly territory: Label | null;
  /** null where there is no number to show. */
  readonly approved: Num | null;
  readonly now: Num | null;
  /** What the number is now; null when it is no longer in the plan. */
  readonly ref: TraceRef | null;
  /** Role and ISO time of the last change of a figure. */
  readonly who: { readonly author: string; readonly at: string } | null;
}
/** An approved snapshot and what differs from it now. */
export interface SnapshotView {
  readonly info: SnapshotInfo;
  readonly counts: { readonly figures: number; readonly results: number; readonly words: number };
  /** Results first, then figures; at most as many as asked for. */
  readonly changes: readonly ApprovedChange[];
  /** Version of the reference book now, when it is another. */
  readonly referenceNow: string | null;
}

const optionalDate = z.union([isoDate, z.literal('')]);
const determination = id;
/** A https address, or the name of a file without folders. */
const link = text(500).regex(/^(?:|https:\/\/[^\s<>"]+|[^\s/\\<>:"|?*][^/\\<>:"|?*]*)$/);
const papers = z.array(z.strictObject({ kind: z.enum(PAPER_KINDS), number: text(60), date: optionalDate, title: text(300), link })).max(50);
/** Say that a text which looks like a person's name is none. */
const notAPerson = z.boolean().default(false);

/** Actions of the determination of needs and its approval. */
export const cycle = {
  'cycle.view': query(Nothing('Determinations of needs with their stages, working groups and approved snapshots; what is late and what comes next.')).returns<CycleView>(),
  'cycle.add': mutation(z.strictObject({ id: id.optional(), kind: z.enum(DETERMINATION_KINDS), year, research: id.nullable().default(null), copyFrom: id.nullable().default(null) })
    .meta({ description: 'Starts a determination with the usual stages and dates; `copyFrom` takes over stages, responsible bodies and the working group of another one.' })).returns<Revision>(),
  'cycle.set': mutation(z.strictObject({ id, research: id.nullable().optional(), note: text(2000).optional() })
    .meta({ description: 'Names the research a yearly update brings up to date, and keeps a note.' })).returns<Revision>(),
  'cycle.remove': mutation(z.strictObject({ id }).meta({ description: 'Removes a determination that was never approved.' })).returns<Revision>(),
  'cycle.stage': mutation(z.strictObject({
    determination, stage: z.enum(STAGES), from: optionalDate.optional(), to: optionalDate.optional(), done: optionalDate.optional(), responsible: text(300).optional(),
    state: z.enum(STAGE_STATES).optional(), reason: text(500).optional(), note: text(2000).optional(), papers: papers.optional(), notAPerson,
  }).meta({ description: 'Changes a stage: planned dates, day done, responsible role or body, state, documents; fields left out stay.' })).returns<Revision>(),
  'cycle.members': mutation(z.strictObject({ determination, members: z.array(z.strictObject({ role: text(300).min(1), tasks: text(500).default('') })).max(100), notAPerson })
    .meta({ description: 'Sets the roles and bodies of the working group and their tasks, never persons.' })).returns<Revision>(),
  'approval.view': query(z.strictObject({ year, scenario }).meta({ description: 'What stands in the way of an approval of the figures of a year: needs not known, contradictions, stages not done.' })).returns<ApprovalView>(),
  'cycle.approve': mutation(z.strictObject({
    determination, year, scenario, name: text(120).min(1), decision: text(60).min(1), decidedOn: isoDate, body: text(300).min(1), reason: text(1000).default(''), notAPerson,
  }).meta({ description: 'Approves the figures of a year: keeps them, and what the papers say, as a named snapshot that nothing changes.' })).returns<Revision>(),
  'snapshot.paper': query(z.strictObject({ snapshot: id, paper: z.enum(APPROVED_PAPERS), language, format: paperFormat })
    .meta({ description: 'A paper beside the report as it was approved: minimal package, staff, restoration, integration.' })).returns<FileOut>(),
  'snapshot.view': query(z.strictObject({ snapshot: id, limit: z.number().int().min(0).max(5000).default(500) })
    .meta({ description: 'An approved snapshot and how the plan differs from it now: figures and results, who changed them and when.' })).returns<SnapshotView>(),
};
