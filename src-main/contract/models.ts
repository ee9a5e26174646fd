import type { REACH_RESULTS, TRAVEL_MODES } from './lists.ts';

/** The vocabulary every room shares. Plain readonly JSON; null always means "not known", never zero. */

/** A text in both languages; `en` is null when no confirmed translation exists (show `uk` in a `lang="uk"` element). */
export interface Label { readonly uk: string; readonly en: string | null }

/** `verified` = seen in a source; `recalled` = from memory, marked «звірте» on screen and in papers. */
export type Confidence = 'verified' | 'recalled';

/** How a figure was obtained: облік, статистика, опитування, оцінка, за часткою. */
export const FIGURE_METHODS = ['register', 'statistics', 'survey', 'estimate', 'default'] as const;
export type FigureMethod = (typeof FIGURE_METHODS)[number];

/** Units. Persons and families are never added to each other nor converted without an entered factor. */
export type Unit =
  | 'person' | 'family' | 'child' | 'place' | 'post' | 'vehicle' | 'km2' | 'km' | 'settlement' | 'share'
  | 'thousandUah' | 'uah' | 'perPost' | 'perPlace' | 'perVehicle' | 'neighbour' | 'point' | 'count'
  | 'hour' | 'minute' | 'times' | 'perThousand'
  /** A bare number with up to two decimals; a difference of two shares. */
  | 'amount' | 'points';

/** What a figure counts: persons or families. */
export type Counted = 'person' | 'family';

/**
 * `entered` counts as known. `carried` was taken over from another year and does not count until confirmed.
 * `prefilled` came with the bundled data and was not confirmed by the community: it is used, and what rests on it is marked.
 */
export type FigureState = 'entered' | 'carried' | 'prefilled';

/** Everything that can be measured. Meaning, unit and allowed values stand in `measures.ts`. */
export type MeasureId =
  // of a territory
  | 'population' | 'area' | 'settlements' | 'declarations' | 'idpBalance' | 'budgetIncome' | 'budgetOwnIncome' | 'budgetTransfers'
  | 'personalIncomeTax' | 'ownIncomePerPerson' | 'distanceToOblastCentre' | 'cnapPoints' | 'neighbours' | 'populationUrban' | 'populationRural'
  // of a target group
  | 'groupSize'
  // of a service
  | 'identified' | 'served' | 'waiting' | 'places' | 'occupied' | 'posts' | 'postsFilled'
  | 'vehicles' | 'loadPerPost' | 'turnover' | 'loadPerVehicle' | 'hours' | 'hoursPerPerson' | 'hiddenShare'
  // of a provider
  | 'providerCost'
  // of a service among a group
  | 'surveyYes' | 'surveyAnswered' | 'surveyPopulation' | 'groupIdentified' | 'publishedRate' | 'needRate';

/** Sex and age of the people a figure counts. `all` = not split. */
export type Sex = 'all' | 'female' | 'male';
export type AgeBand = 'all' | '0-17' | '18-59' | '60+';

/** The address of one figure. Empty string = does not apply. One row per address and year and scenario. */
export interface FigureKey {
  readonly measure: MeasureId;
  readonly group: string;
  readonly service: string;
  readonly provider: string;
  readonly territory: string;
  readonly sex: Sex;
  readonly age: AgeBand;
  readonly year: number;
  /** `base` or the id of a scenario: a scenario holds only its differences from the base. */
  readonly scenario: string;
}

/** One entered, sourced number with its provenance. */
export interface Figure extends FigureKey {
  readonly value: number | null;
  /** Bounds of the value where it is an estimate; null = no bounds given. */
  readonly low: number | null;
  readonly high: number | null;
  readonly method: FigureMethod;
  /** Where it comes from, as it will be printed. Empty = no source: the number is marked. */
  readonly source: string;
  /** ISO date `YYYY-MM-DD` of the count, or '' when not given. */
  readonly asOf: string;
  readonly counted: Counted;
  /** A role or computer label, never a person. */
  readonly author: string;
  readonly note: string;
  readonly state: FigureState;
}

/** low ≤ base ≤ high; a null bound is not known. A result with exact inputs has all three equal. */
export interface Range { readonly low: number | null; readonly base: number | null; readonly high: number | null }

/** What a number on a page is. Drives its looks, see the state sheet; `na` = does not apply. */
export type NumState =
  | 'known' | 'computed' | 'unknown' | 'partial' | 'na' | 'assumption' | 'conflict' | 'carried' | 'prefilled';

/** Names a result or a figure so that its trace can be asked for. */
export type TraceRef =
  | { readonly kind: 'figure'; readonly key: FigureKey }
  | {
    readonly kind: 'result'; readonly result: ResultId; readonly service: string; readonly group: string; readonly territory: string; readonly year: number; readonly scenario: string;
    /** Of one provider or unit; left out = of the community. */
    readonly provider?: string | undefined;
  }
  /** A projected number: `year` is the first year, `target` the year it is of. */
  | { readonly kind: 'projected'; readonly what: Projected; readonly service: string; readonly group: string; readonly territory: string; readonly year: number; readonly target: number; readonly scenario: string }
  /** A number of a survey: a share of a question or of one of its options (`option`), weighted or not, among all or one part of a stratum (`role`, `part`); how many are satisfied; the effective number of answers. */
  | { readonly kind: 'survey'; readonly what: SurveyNumber; readonly survey: string; readonly question: string; readonly option: string; readonly role: 'territory' | 'sex' | 'age' | 'groups' | ''; readonly part: string; readonly weighted: boolean; readonly year: number; readonly scenario: string }
  /** Posts of a category of staff for a service of a provider. */
  | { readonly kind: 'staff'; readonly what: StaffNumber; readonly provider: string; readonly service: string; readonly category: string; readonly year: number; readonly scenario: string }
  | ReachRef
  /** People who come to a facility, by services given in premises. */
  | { readonly kind: 'access'; readonly facility: string; readonly year: number; readonly scenario: string }
  /** A number of integration: the value of an indicator for a population in a period, the way done to its target, the gap to the residents. */
  | { readonly kind: 'integration'; readonly what: IntegrationNumber; readonly indicator: string; readonly population: string; readonly period: string; readonly year: number; readonly scenario: string };

/** What of an indicator of integration can be explained. */
export const INTEGRATION_NUMBERS = ['value', 'progress', 'gap'] as const;
export type IntegrationNumber = (typeof INTEGRATION_NUMBERS)[number];

/** What of a survey can be explained. */
export const SURVEY_NUMBERS = ['share', 'satisfied', 'kish'] as const;
export type SurveyNumber = (typeof SURVEY_NUMBERS)[number];

/** Numbers of posts: by norm, by workload, filled, and filled against workload. */
export const STAFF_NUMBERS = ['norm', 'workload', 'actual', 'difference', 'ratio'] as const;
export type StaffNumber = (typeof STAFF_NUMBERS)[number];

/** A number of reach: of what (`point` = one place of service, '' = the nearest; `territory` = whose), and how it was asked. */
export interface ReachRef {
  readonly kind: 'reach';
  readonly what: (typeof REACH_RESULTS)[number];
  readonly service: string; readonly target: string; readonly point: string; readonly territory: string;
  readonly mode: (typeof TRAVEL_MODES)[number];
  /** Minutes. */
  readonly within: number;
  /** `population`, `need`, `unmet` or the id of a group. */
  readonly who: string;
  readonly barrierFree: boolean; readonly smooth: boolean;
  readonly year: number; readonly scenario: string;
}

/** What a projection can give: people, a group, the need of a service and what of it is unmet. */
export const PROJECTED = ['population', 'group', 'need', 'unmet'] as const;
export type Projected = (typeof PROJECTED)[number];

/** Computed quantities that a page can show. */
export const RESULTS = [
  'generalNeed', 'unmet', 'coverage', 'excess', 'groupSize', 'groupUnion', 'potential', 'surveyRate',
  'capacity', 'capacityStaff', 'capacityPlaces', 'capacityVehicles', 'capacityHours', 'gapPersons', 'gapPosts', 'gapPlaces', 'vacancies', 'vacancyEffect',
  'caseload', 'providerVacancies', 'costPerRecipient', 'providerCoverage',
  'priority', 'assumedShare', 'knownNeeds', 'knownGroups', 'total', 'basicProvided', 'density', 'populationNow', 'leftOut', 'leftOutResidents',
] as const;
export type ResultId = (typeof RESULTS)[number];

/** A number as a page shows it. */
export interface Num {
  readonly state: NumState;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly unit: Unit;
  /** Rests on at least one assumption (an estimate, a default share, a recalled norm, an unconfirmed prefill). */
  readonly assumed: boolean;
  /** Rests on a norm that is only recalled. */
  readonly recalled: boolean;
  readonly ref: TraceRef | null;
  /** The cells to fill before this number can be seen. */
  readonly missing: readonly FigureKey[];
  /** The approved value where it reads otherwise than this one; null = it was not known. Absent = the same, or nothing is approved. */
  readonly approved?: number | null;
}

/** A number that can be typed over: its address and provenance. */
export interface Cell extends Num {
  readonly key: FigureKey;
  readonly method: FigureMethod;
  readonly source: string;
  readonly asOf: string;
  readonly note: string;
}

/** A sentence to be built in the reader's language: `traces.<key>` in the locales, with parameters. */
export interface Sentence { readonly key: string; readonly params: Readonly<Record<string, string | number | null | Label>> }

/** One input of a result, as its trace shows it. */
export interface TraceInput {
  readonly label: Sentence;
  readonly num: Num;
  readonly method: FigureMethod | null;
  readonly source: string;
  readonly asOf: string;
  readonly note: string;
}

/** A norm that took part in a result, or would have. */
export interface TraceNorm {
  readonly normId: string;
  readonly subject: Label;
  readonly value: number | string | null;
  readonly unit: Label;
  readonly act: Label;
  readonly article: Label;
  readonly confidence: Confidence;
  /** `used` changes this number; `context` does not; `missing` would be needed but is not known; `notInForce` on the plan's date. */
  readonly effect: 'used' | 'context' | 'missing' | 'notInForce';
}

/** Why a number is what it is. */
export interface Trace {
  readonly ref: TraceRef;
  /** What the number measures, of what, where, when. */
  readonly subject: { readonly what: Sentence; readonly service: Label | null; readonly serviceCode: string | null; readonly group: Label | null; readonly territory: Label | null; readonly year: number; readonly scenario: string };
  readonly num: Num;
  /** The formula in words. */
  readonly formula: Sentence;
  /** The formula in numbers, language-free: "453 − 316 = 137" is built from these parts; number parts are links. */
  readonly steps: readonly (readonly (string | { readonly n: number | null; readonly unit: Unit; readonly ref: TraceRef | null })[])[];
  readonly inputs: readonly TraceInput[];
  readonly norms: readonly TraceNorm[];
  readonly assumptions: readonly Sentence[];
  readonly missing: readonly FigureKey[];
  readonly rounding: Sentence | null;
  /** Role and time of the last change of the figure (ISO), null for results. */
  readonly who: { readonly author: string; readonly at: string } | null;
  /** One official sentence with figure, date, source, formula and act. */
  readonly sentence: Sentence;
  /** What was approved, where it reads otherwise now. */
  readonly approved?: { readonly num: Num; readonly snapshot: string; readonly name: string; readonly decision: string; readonly decidedOn: string };
}

/** A file made by the program, small enough to cross a door in one piece. */
export interface FileOut { readonly name: string; readonly mime: string; readonly base64: string }
