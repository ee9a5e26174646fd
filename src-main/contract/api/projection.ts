import { z } from 'zod';
import { id, optionalId, scenario, text, year } from '../inputs.ts';
import { mutation, query, type Revision } from '../method.ts';
import type { Confidence, FigureKey, Label, Num, Range, Sentence } from '../models.ts';

/**
 * How a group is carried forward: with the people of an age band (`cohort`), with a band that ages with its people (`generation`),
 * by the trend of its own years (`trend`), by an entered growth a year (`growth`), as today and changed by events alone (`constant`), or not at all.
 */
export const GROUP_METHODS = ['cohort', 'generation', 'trend', 'growth', 'constant', 'none'] as const;
export type GroupMethod = (typeof GROUP_METHODS)[number];

/** Kinds of events that change how many people live somewhere or belong to a group. */
export const EVENT_KINDS = ['idp_arrival', 'idp_return', 'veterans_return', 'line_move', 'evacuation', 'school_closure', 'other'] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** What a difference of a scenario changes. */
export const DIFFERENCE_TARGETS = ['population', 'group', 'measure', 'parameter', 'event'] as const;
export type DifferenceTarget = (typeof DIFFERENCE_TARGETS)[number];
/** Measures of a service a difference may change; they move the need and what is provided. */
export const DIFFERENCE_MEASURES = ['identified', 'served'] as const;

/** Something that happens: in each year from…to, `amount` more (or, below zero, fewer) people. */
export interface ProjectionEvent {
  readonly id: string;
  /** `base` = in every scenario; otherwise only in this one. */
  readonly scenario: string;
  readonly kind: EventKind;
  readonly name: string;
  /** '' = the whole community. */
  readonly territory: string;
  /** Group whose size changes too, '' = none. */
  readonly group: string;
  /** Do people come or leave (true), or do residents enter or leave the group only (false)? */
  readonly moves: boolean;
  readonly from: number;
  readonly to: number;
  readonly unit: 'person' | 'percent';
  /** Signed: what comes is above zero. Persons, or per cent of the people (or of the group when nobody moves). */
  readonly low: number;
  readonly base: number;
  readonly high: number;
  /** Ages (full years) and sex of those who come or leave; 0–200 = all ages. */
  readonly ageFrom: number;
  readonly ageTo: number;
  readonly sex: 'all' | 'female' | 'male';
  readonly source: string;
  readonly note: string;
}

/** One difference of a scenario from the base: «ВПО +20 % з 2027». */
export interface Difference {
  readonly id: string;
  readonly scenario: string;
  readonly what: DifferenceTarget;
  /** Group, service, parameter or event; '' for the population. */
  readonly target: string;
  /** Which figure of the service; '' otherwise. */
  readonly measure: '' | (typeof DIFFERENCE_MEASURES)[number];
  readonly territory: string;
  readonly from: number;
  /** `percent` and `number` are added to the base value, `set` replaces it. */
  readonly how: 'percent' | 'number' | 'set';
  /** Bounds of what is assumed; null = the value alone. */
  readonly low: number | null;
  readonly value: number;
  readonly high: number | null;
  readonly reason: string;
}

/** A parameter from a year on. */
export interface ParameterRow {
  readonly parameter: string;
  /** '' = everywhere. */
  readonly territory: string;
  readonly since: number;
  readonly low: number | null;
  readonly base: number;
  readonly high: number | null;
  readonly source: Label;
  readonly asOf: string;
  readonly note: string;
  readonly confidence: Confidence;
  /** `own` = entered in this plan. A default is an assumption when no statistic stands behind it. */
  readonly kind: 'default' | 'assumption' | 'own';
}

/** How one group is projected, and why. */
export interface GroupChoice {
  readonly group: string;
  readonly method: GroupMethod;
  readonly from: number;
  readonly to: number;
  readonly sex: 'all' | 'female' | 'male';
  /** `generation`: born up to this year. */
  readonly bornUntil: number | null;
  /** Growth a year, shares (0.02 = 2 %). */
  readonly growth: Range;
  readonly reason: Label;
  readonly own: boolean;
  /** Everybody of the band belongs to the group. */
  readonly definedByAge: boolean;
}

/** A line through the years of a figure. */
export interface TrendView {
  readonly kind: 'linear' | 'growth';
  readonly points: readonly { readonly year: number; readonly value: number }[];
  /** Why there is no line: fewer than three years, or a value that has no growth (zero). */
  readonly refused: 'few' | 'zero' | null;
  /** Change a year: persons (linear) or share (growth). */
  readonly slope: number | null;
  /** Share of the spread the line explains, 0–1. */
  readonly fit: number | null;
  /** 95 % prediction range by year. */
  readonly line: readonly { readonly year: number; readonly range: Range }[];
}

/** One year of the projected population and how it came to be; the start has no flows. */
export interface YearRow { readonly year: number; readonly population: Num; readonly births: Num; readonly deaths: Num; readonly migration: Num }
/** A group through the years; `start` is the first of `years`. */
export interface ProjectedGroup { readonly id: string; readonly name: Label; readonly unit: 'person' | 'family' | 'child'; readonly choice: GroupChoice; readonly years: readonly Num[]; readonly trend: TrendView | null }
/** Men and women of a five-year band, base values. */
export interface PyramidBand { readonly from: number; readonly to: number | null; readonly male: number; readonly female: number; readonly maleTarget: number; readonly femaleTarget: number }

/** The projection of a scenario: people, groups, services by year. */
export interface ProjectionView {
  readonly territory: string;
  readonly start: number;
  readonly target: number;
  readonly years: readonly number[];
  /** Where the age structure comes from. */
  readonly structure: { readonly region: Label; readonly whole: boolean; readonly source: Label; readonly asOf: string; readonly aged: boolean; readonly urban: number | null };
  /** Nobody knows how many people live here: what to enter first. */
  readonly missing: readonly FigureKey[];
  readonly occupied: boolean;
  /** The community's own figure is smaller than its settlements together, by this many. */
  readonly conflict: number | null;
  readonly rows: readonly YearRow[];
  readonly pyramid: readonly PyramidBand[];
  readonly groups: readonly ProjectedGroup[];
  readonly places: readonly { readonly id: string; readonly name: Label; readonly start: Num; readonly target: Num; /** Between the two numbers as they are shown. */ readonly change: Num }[];
  /** Everything the range rests on, for the foot of the page. */
  readonly assumptions: readonly Sentence[];
  readonly recalled: boolean;
}

/** One scenario through the years, and at the target year by group and service. */
export interface ScenarioResult {
  readonly id: string;
  readonly name: string;
  readonly population: readonly Num[];
  readonly group: readonly Num[];
  readonly groups: readonly { readonly id: string; readonly now: Num; readonly later: Num; /** Against the base, a share. */ readonly difference: number | null }[];
  readonly services: readonly { readonly id: string; readonly general: Num; readonly unmet: Num; readonly difference: number | null }[];
}
/** Scenarios side by side. */
export interface CompareView {
  readonly territory: string;
  readonly start: number;
  readonly target: number;
  readonly years: readonly number[];
  readonly group: string;
  readonly groups: readonly { readonly id: string; readonly name: Label; readonly unit: 'person' | 'family' | 'child' }[];
  readonly services: readonly { readonly id: string; readonly code: string | null; readonly name: Label | null; readonly generalNow: Num; readonly unmetNow: Num; readonly drivers: readonly Label[] }[];
  readonly scenarios: readonly ScenarioResult[];
}

/** A figure of a year that a scenario changes, as it stands in the plan. */
export interface FigureDifference { readonly key: FigureKey; readonly value: number | null; readonly base: number | null; readonly source: string }
/** What the projection rests on: structure, parameters, methods of groups. */
export interface SetupView {
  readonly parameters: readonly ParameterRow[];
  /** Net migration of the oblast in 2021 per 1,000 persons, to compare with; null when it is not published. */
  readonly migration2021: { readonly value: number; readonly source: Label } | null;
  readonly lifeExpectancy: readonly { readonly year: number; readonly male: number; readonly female: number }[];
  readonly groups: readonly (GroupChoice & { readonly name: Label })[];
  readonly events: readonly ProjectionEvent[];
  readonly scenarios: readonly { readonly id: string; readonly name: string; readonly differences: readonly Difference[]; readonly figures: readonly FigureDifference[]; readonly figureCount: number }[];
  readonly suggestions: readonly { readonly id: 'hard' | 'recovery'; readonly name: Label; readonly count: number; readonly taken: boolean }[];
  readonly places: readonly { readonly id: string; readonly name: Label }[];
  readonly services: readonly { readonly id: string; readonly code: string | null; readonly name: Label | null }[];
  readonly aged: boolean;
  readonly assumedSource: Label;
}

/** Most people a community can have: above it is a slip of the keyboard. */
const amount = z.number().min(-10_000_000).max(10_000_000);
const age = z.number().int().min(0).max(200);
const sex = z.enum(['all', 'female', 'male']).default('all');
const horizon = z.number().int().min(5).max(20).default(10);
const at = { year, territory: optionalId.default(''), horizon };

const eventInput = z.strictObject({
  id: id.optional(), scenario, kind: z.enum(EVENT_KINDS), name: text(200).default(''), territory: optionalId.default(''), group: optionalId.default(''),
  moves: z.boolean().default(true), from: year, to: year, unit: z.enum(['person', 'percent']).default('person'), low: amount, base: amount, high: amount,
  ageFrom: age.default(0), ageTo: age.default(200), sex, source: text(400).default(''), note: text(1000).default(''),
});
const differenceInput = z.strictObject({
  id: id.optional(), scenario: id, what: z.enum(DIFFERENCE_TARGETS), target: optionalId.default(''), measure: z.enum(['', ...DIFFERENCE_MEASURES]).default(''),
  territory: optionalId.default(''), from: year, how: z.enum(['percent', 'number', 'set']), low: amount.nullable().default(null), value: amount, high: amount.nullable().default(null), reason: text(1000).default(''),
});

/** Actions of the projection. */
export const projection = {
  'projection.view': query(z.strictObject({ ...at, scenario })
    .meta({ description: 'Population and target groups of a place for 5–20 years ahead, with low and high, pyramid, flows and what is missing.' })).returns<ProjectionView>(),
  'projection.compare': query(z.strictObject({ ...at, group: optionalId.default('') })
    .meta({ description: 'All scenarios side by side: population, groups, and need of each service with the need rates and the capacity of today.' })).returns<CompareView>(),
  'projection.setup': query(z.strictObject({ year })
    .meta({ description: 'What projections are made of: parameters with source, method of each group, events, scenarios with their differences.' })).returns<SetupView>(),
  'projection.trend': query(z.strictObject({ measure: z.enum(['population', 'groupSize', 'identified', 'served', 'waiting']), group: optionalId.default(''), service: optionalId.default(''), territory: optionalId.default(''), kind: z.enum(['linear', 'growth']).default('linear'), until: year })
    .meta({ description: 'A line through the plan’s own years of a figure, with its fit and its 95 % prediction range; refuses with fewer than three years.' })).returns<TrendView>(),
  'projection.setParameters': mutation(z.strictObject({ cells: z.array(z.strictObject({
    parameter: id, territory: optionalId.default(''), since: year,
    /** null = take the entered value back: the default stands again. */
    value: z.strictObject({ low: z.number().nullable(), base: z.number(), high: z.number().nullable(), source: text(400).default(''), asOf: text(20).default(''), note: text(1000).default('') }).nullable(),
  })).min(1).max(2000) }).meta({ description: 'Enters parameters of the projection with their source, or takes entered ones back to the default.' })).returns<Revision>(),
  'projection.setStart': mutation(z.strictObject({ aged: z.boolean() })
    .meta({ description: 'Says whether the age structure of 2022 is aged to the first year, or taken as it was.' })).returns<Revision>(),
  'projection.setGroup': mutation(z.strictObject({ group: id, choice: z.strictObject({
    method: z.enum(GROUP_METHODS), from: age.default(0), to: age.default(200), sex, bornUntil: year.nullable().default(null),
    growth: z.strictObject({ low: z.number().min(-1).max(1).nullable(), base: z.number().min(-1).max(1).nullable(), high: z.number().min(-1).max(1).nullable() }).default({ low: null, base: null, high: null }), reason: text(1000).default(''),
  }).nullable() }).meta({ description: 'Chooses how a group is projected and why; null takes the choice back.' })).returns<Revision>(),
  'event.put': mutation(eventInput.meta({ description: 'Adds an event that moves people or changes a group, or changes it whole.' })).returns<Revision>(),
  'event.remove': mutation(z.strictObject({ id }).meta({ description: 'Removes an event and the differences that change it.' })).returns<Revision>(),
  'difference.put': mutation(differenceInput.meta({ description: 'Adds a difference of a scenario from the base, or changes it whole.' })).returns<Revision>(),
  'difference.remove': mutation(z.strictObject({ id }).meta({ description: 'Removes a difference of a scenario.' })).returns<Revision>(),
  'scenario.rename': mutation(z.strictObject({ id, name: text(120).min(1) }).meta({ description: 'Renames a scenario.' })).returns<Revision>(),
  'scenario.copy': mutation(z.strictObject({ from: id, id, name: text(120).min(1) }).meta({ description: 'Copies a scenario with its differences, events and figures.' })).returns<Revision>(),
  'scenario.suggest': mutation(z.strictObject({ suggestion: z.enum(['hard', 'recovery']), id, name: text(120).min(1), year, reasons: z.enum(['uk', 'en']).default('uk') })
    .meta({ description: 'Adds a suggested scenario as differences from the base, each marked as an assumption to be changed.' })).returns<Revision>(),
  'projection.take': mutation(z.strictObject({ ...at, scenario, target: year, population: z.boolean().default(true), groups: z.array(id).max(200).default([]), source: text(400).min(1), replace: z.boolean().default(false) })
    .meta({ description: 'Takes projected numbers over as figures of a future year: estimates with low and high and a source. Entered figures stay unless `replace` is set.' })).returns<Revision>(),
};
