import { z } from 'zod';
import { id, isoDate, language, optionalId, paperFormat, scope, text } from '../inputs.ts';
import { BETTERS, EDITIONS, INDICATOR_KINDS, INDICATOR_METHODS, type INDICATOR_UNITS, PERIOD_KINDS, POPULATIONS, SELECTIONS, TARGETS } from '../lists.ts';
import { mutation, query, type Revision } from '../method.ts';
import type { Confidence, FileOut, Label, Num } from '../models.ts';
import type { Selection, Share } from './surveys.ts';

export type IndicatorKind = (typeof INDICATOR_KINDS)[number];
export type IndicatorUnit = (typeof INDICATOR_UNITS)[number];
export type Better = (typeof BETTERS)[number];
export type PeriodKind = (typeof PERIOD_KINDS)[number];
/** `host` = residents who were not displaced, `all` = everybody. */
export type Population = (typeof POPULATIONS)[number];
export type IndicatorMethod = (typeof INDICATOR_METHODS)[number];
export type TargetKind = (typeof TARGETS)[number];
/** `public` = for publication: small counts are hidden with everything that follows from them. */
export type Edition = (typeof EDITIONS)[number];
/** Better or worse for people than at the baseline. */
export type Turn = 'better' | 'worse' | 'same';
/**
 * What a value is: nothing entered, only one of two counts, nobody to count among, too few answers to be a share; a whole count, a random sample with its interval,
 * entered bounds, indicative only.
 */
export type MeasuredAs = 'none' | 'part' | 'nobody' | 'few' | 'whole' | 'sample' | 'bounds' | 'indicative';

/** An indicator of the reference book or the community's own. */
export interface IndicatorInfo {
  readonly id: string;
  readonly own: boolean;
  readonly dimension: string;
  readonly name: Label;
  readonly populations: readonly Population[];
  readonly kind: IndicatorKind;
  readonly factor: number;
  readonly unit: IndicatorUnit;
  /** Words of an own unit. */
  readonly unitText: string;
  readonly most: number | null;
  readonly numerator: Label;
  readonly denominator: Label | null;
  readonly better: Better;
  readonly frequency: PeriodKind;
  /** Ids of {@link IntegrationView.criteria}; empty = of none of them. */
  readonly criteria: readonly string[];
  readonly framework: Label;
  readonly source: Label;
  /** The indicator whose gap this one is: computed, never entered. */
  readonly gapOf: string | null;
  readonly confidence: Confidence | 'composed' | null;
  readonly note: Label | null;
}

/** The value of one period with everything it rests on. */
export interface IndicatorPoint {
  readonly period: string;
  readonly num: Num;
  readonly as: MeasuredAs;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly method: IndicatorMethod;
  readonly selection: Selection;
  readonly source: string;
  readonly asOf: string;
  readonly note: string;
  /** Left out of a table for publication. */
  readonly hidden: boolean;
}
/** Residents less newcomers in one period; null bounds = no interval. */
export interface IndicatorGap {
  readonly period: string;
  readonly num: Num;
  readonly favours: 'host' | 'group' | 'equal' | null;
  readonly certain: boolean | null;
}
/** An indicator for one population. */
export interface IndicatorRow {
  /** `indicator population`. */
  readonly id: string;
  readonly indicator: string;
  readonly population: Population;
  /** By period, the oldest first. */
  readonly points: readonly IndicatorPoint[];
  /** Periods of the baseline and of the last known value; null = no value is known. */
  readonly baseline: string | null;
  readonly last: string | null;
  readonly target: { readonly kind: TargetKind; readonly baseline: string; readonly num: Num; readonly due: string; readonly reason: string; /** The day is over and the way is not done. */ readonly late: boolean } | null;
  readonly progress: Num;
  readonly turn: Turn | null;
  readonly certain: boolean | null;
  /** By period, the oldest first; empty for residents and where nothing can be compared. */
  readonly gaps: readonly IndicatorGap[];
  readonly trend: { readonly way: 'shrinks' | 'widens' | 'same'; readonly certain: boolean | null } | null;
}
/** The mean way done in a dimension. */
export interface IntegrationAxis {
  readonly dimension: string;
  readonly population: Population;
  readonly progress: Num;
  /** Indicators with a known way, all that have a better side and a value, and those that got worse. */
  readonly known: number;
  readonly of: number;
  readonly worse: number;
}
/** What the page of integration shows. */
export interface IntegrationView {
  /** null = the reference book of the plan is older than the indicators. */
  readonly book: { readonly source: Label; readonly asOf: string; readonly wording: Label; readonly rule: Label; readonly ruleSource: Label; readonly caution: Label } | null;
  readonly dimensions: readonly { readonly id: string; readonly name: Label }[];
  readonly populations: readonly { readonly id: Population; readonly name: Label }[];
  /** Criteria of durable solutions (IASC, 2010), in their order. */
  readonly criteria: readonly { readonly id: string; readonly text: Label; readonly confidence: Confidence }[];
  readonly indicators: readonly IndicatorInfo[];
  /** Indicators and populations with a value or a target. */
  readonly rows: readonly IndicatorRow[];
  readonly axes: readonly IntegrationAxis[];
  /** Periods with values, the oldest first. */
  readonly periods: readonly string[];
  /** Values hidden in this edition. */
  readonly hidden: number;
  readonly today: string;
}

/** A share of a survey as an indicator would take it. */
export interface SurveyOffer {
  readonly yes: number;
  /** Answers, or the effective number of them after weighting. */
  readonly answered: number;
  readonly share: Share;
  readonly weighted: boolean;
  /** Can the results be weighted? */
  readonly canWeight: boolean;
  readonly source: string;
  readonly asOf: string;
  readonly note: string;
}

/** What was entered of an indicator in one period; null = not known. Either counts (numerator and denominator) or a value. */
export interface IndicatorEntry {
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly method: IndicatorMethod;
  /** How respondents were chosen; counts for surveys only. */
  readonly selection: Selection;
}

/** Numbers the plan knows already. */
export interface IndicatorOffer { readonly numerator: number | null; readonly denominator: number | null; readonly source: string; readonly asOf: string; readonly assumed: boolean }
/** A line of the sheet of one period. */
export interface IndicatorCell {
  readonly id: string;
  readonly indicator: string;
  readonly population: Population;
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** Computed from the counts, or entered. */
  readonly num: Num;
  readonly as: MeasuredAs;
  /** Bounds as they were entered. */
  readonly low: number | null;
  readonly high: number | null;
  readonly method: IndicatorMethod;
  readonly selection: Selection;
  readonly source: string;
  readonly asOf: string;
  readonly note: string;
  /** Something is stored. */
  readonly stored: boolean;
  readonly offer: IndicatorOffer | null;
}
/** The sheet of one period: a line for each indicator and population. */
export interface IntegrationSheet { readonly period: string; readonly rows: readonly IndicatorCell[]; /** Lines with numbers of the plan that are not taken yet. */ readonly offered: number }

/** `2026`, `2026-H1`, `2026-Q1`, `2026-03`. */
const period = z.string().regex(/^(199[1-9]|20\d\d|2100)(-(H[12]|Q[1-4]|0[1-9]|1[0-2]))?$/);
const population = z.enum(POPULATIONS);
const amount = z.number().min(-1e9).max(1e12).nullable();
const count = z.number().min(0).max(1e12).nullable();
const notAPerson = z.boolean().default(false);
const optionalDate = z.union([isoDate, z.literal('')]);
/** A share of a survey: those who chose one of the options (of a service question: who need the service), among all or one group. */
const ofSurvey = { ...scope, survey: id, question: id, options: z.array(id).max(50).default([]), among: optionalId.default(''), weighted: z.boolean().default(false) };

/** Actions of indicators of integration. */
export const integration = {
  'integration.view': query(z.strictObject({ ...scope, edition: z.enum(EDITIONS).default('service') })
    .meta({ description: 'Indicators of integration of displaced people, veterans and returnees: values, baseline, target, progress, gap to the residents, mean way by dimension; for publication small counts are hidden.' })).returns<IntegrationView>(),
  'integration.sheet': query(z.strictObject({ ...scope, period }).meta({ description: 'All indicators and populations of one period as lines to fill in, with numbers the plan knows already.' })).returns<IntegrationSheet>(),
  'integration.set': mutation(z.strictObject({
    period,
    cells: z.array(z.strictObject({
      indicator: id, population, numerator: count.optional(), denominator: count.optional(), value: amount.optional(), low: amount.optional(), high: amount.optional(),
      method: z.enum(INDICATOR_METHODS).optional(), selection: z.enum(SELECTIONS).optional(), source: text(400).optional(), asOf: optionalDate.optional(), note: text(1000).optional(),
    })).min(1).max(500),
    notAPerson,
  }).meta({ description: 'Enters values of one period; what is left out stays, null = not known; a line without numbers and words goes.' })).returns<Revision>(),
  'integration.take': mutation(z.strictObject({ ...scope, period, cells: z.array(z.strictObject({ indicator: id, population })).max(500).default([]) })
    .meta({ description: 'Takes numbers the plan knows into the lines of a period, with their source; no lines named = all offered ones.' })).returns<Revision>(),
  'integration.survey.view': query(z.strictObject(ofSurvey).meta({ description: 'The share of a survey that an indicator would take, with its interval and source; nothing is stored.' })).returns<SurveyOffer>(),
  'integration.takeSurvey': mutation(z.strictObject({ ...ofSurvey, period, indicator: id, population }).meta({ description: 'Takes a share of a survey as the value of an indicator in a period: numerator, answers, how respondents were chosen, source and day.' })).returns<Revision>(),
  'integration.file': query(z.strictObject({ ...scope, edition: z.enum(EDITIONS).default('service'), language, format: paperFormat }).meta({ description: 'Indicators of integration with baseline, last value, target and gap, by criteria, with the star of the way done, as a .docx or .pdf file.' })).returns<FileOut>(),
  'integration.move': mutation(z.strictObject({ from: period, to: period }).meta({ description: 'Moves all values of a period to another one that has none.' })).returns<Revision>(),
  'integration.target': mutation(z.strictObject({ indicator: id, population, baseline: z.union([period, z.literal('')]).default(''), kind: z.enum(TARGETS).default('none'), value: amount.default(null), due: optionalDate.default(''), reason: text(1000).default(''), notAPerson })
    .meta({ description: 'Sets baseline, target, its day and the reason of an indicator for a population; kind `host` = the value of the residents.' })).returns<Revision>(),
  'integration.own.put': mutation(z.strictObject({
    id: id.optional(), name: text(300).min(1), dimension: id, kind: z.enum(INDICATOR_KINDS), unit: text(60).default(''), populations: z.array(population).min(1).max(5), numerator: text(300).default(''), denominator: text(300).default(''),
    better: z.enum(BETTERS), frequency: z.enum(PERIOD_KINDS).default('year'), note: text(1000).default(''), notAPerson,
  }).meta({ description: 'Adds an indicator of the community’s own, or changes it whole; how it is counted stays once values are there.' })).returns<Revision & { readonly id: string }>(),
  'integration.own.remove': mutation(z.strictObject({ id: optionalId }).meta({ description: 'Removes an own indicator with its values and targets.' })).returns<Revision>(),
};
