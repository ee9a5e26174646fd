import { z } from 'zod';
import { id, optionalId, scope, text } from '../inputs.ts';
import type { RATE_SOURCES, SELECTIONS } from '../lists.ts';
import { mutation, query, type Revision } from '../method.ts';
import type { Cell, Confidence, Counted, Label, Num } from '../models.ts';

/** A service of the classifier (own id; `code` may be null) or of the community's own. */
export interface ServiceInfo {
  readonly id: string;
  readonly code: string | null;
  /** null = the official name is not confirmed: show «назву не підтверджено» with a way to enter it. */
  readonly name: Label | null;
  readonly short: Label | null;
  readonly nameConfidence: Confidence;
  readonly section: string;
  readonly basic: boolean;
  readonly basicConfidence: Confidence;
  readonly counted: Counted;
  /** Which measures make sense: a service without premises has no places. */
  readonly applies: { readonly places: boolean; readonly posts: boolean; readonly vehicles: boolean };
}

/** One row of the needs grid. */
export interface NeedRow extends ServiceInfo {
  readonly identified: Cell;
  readonly served: Cell;
  readonly waiting: Cell;
  readonly places: Cell;
  readonly occupied: Cell;
  readonly posts: Cell;
  readonly postsFilled: Cell;
  readonly hiddenShare: Cell;
  readonly general: Num;
  readonly unmet: Num;
  readonly coverage: Num;
  /** served above the need: a contradiction in the data, shown and never clipped. */
  readonly excess: Num;
  readonly chosen: NeedMethod;
  readonly state: 'known' | 'unknown' | 'conflict' | 'carried';
}

/** How the general need of a service is found. */
export type NeedMethod = 'registry' | 'survey' | 'max';

/** Needs of all services at a place. */
export interface NeedsView {
  readonly territory: string;
  readonly rows: readonly NeedRow[];
  readonly counts: { readonly all: number; readonly unknown: number; readonly conflict: number; readonly carried: number; readonly known: number };
  /** Share of the needs shown that rests on assumptions, 0–1. */
  readonly assumedShare: Num;
}

/** A group's part in the survey-based need of one service. */
export interface SurveyRow {
  readonly group: string;
  readonly name: Label;
  readonly counted: boolean;
  /** Why the group cannot count: it counts families where the service counts persons, or the other way round. */
  readonly leftOut?: 'unit';
  readonly size: Num;
  readonly yes: Cell;
  readonly answered: Cell;
  readonly population: Cell;
  readonly defaultRate: Cell;
  readonly rate: Num;
  /** Where the share comes from. */
  readonly rateSource: (typeof RATE_SOURCES)[number] | 'none';
  readonly smallSample: boolean;
  /** How the respondents of these answers were chosen: by their own survey, else as the plan says. */
  readonly selection: SurveyView['selection'];
  readonly potential: Num;
}
/** Groups and rates behind the need of one service. */
export interface SurveyView {
  readonly service: ServiceInfo;
  readonly method: NeedMethod;
  readonly reason: string;
  readonly selection: (typeof SELECTIONS)[number];
  readonly rows: readonly SurveyRow[];
  /** The three ways side by side. */
  readonly registry: Num;
  readonly survey: Num;
  readonly max: Num;
  readonly overlap: { readonly mode: 'unknown' | 'share' | 'priority'; readonly share: number | null; readonly order: readonly string[]; readonly adds: Readonly<Record<string, number>> };
}

/** Actions of needs. */
export const needs = {
  'needs.view': query(z.strictObject({ ...scope, territory: optionalId.default('') })
    .meta({ description: 'Need per service: identified, served, waiting, general and unmet need, coverage, range; empty territory = the whole community.' })).returns<NeedsView>(),
  'survey.view': query(z.strictObject({ ...scope, service: id, territory: optionalId.default('') })
    .meta({ description: 'How the need of one service is found: register, survey by groups with rates and intervals, or the larger of both.' })).returns<SurveyView>(),
  'need.choose': mutation(z.strictObject({ service: id, method: z.enum(['registry', 'survey', 'max']), groups: z.array(id).max(100).optional(), reason: text(1000).default('') })
    .meta({ description: 'Chooses how the general need of a service is found, which groups count, and why. A way other than the register needs a reason.' })).returns<Revision>(),
  'service.setName': mutation(z.strictObject({ service: id, name: text(300), source: text(400).default('') })
    .meta({ description: 'Enters the official name of a service whose name is not confirmed; an empty name takes it back.' })).returns<Revision>(),
};
