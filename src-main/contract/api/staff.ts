import { z } from 'zod';
import { id, isoDate, language, optionalId, paperFormat, scope, Scope, text, year } from '../inputs.ts';
import { mutation, query, type Revision } from '../method.ts';
import type { Cell, Confidence, FileOut, Label, Num, Sentence, Trace } from '../models.ts';
import { AGE_BANDS, POSITION_MOST, QUALIFICATIONS, TRAVEL_MODES } from '../lists.ts';
import type { NoTravel, TravelMode, TravelSource } from './reach.ts';

export type StaffBand = (typeof AGE_BANDS)[number];
export type Qualification = (typeof QUALIFICATIONS)[number];
/** Persons by age band and by qualification; null = not counted. */
export type StaffCounts = { readonly [K in StaffBand | Qualification]: number | null };

/** A position of the staffing table: a role with its posts, never a person. */
export interface Position extends StaffCounts {
  readonly id: string;
  readonly year: number;
  /** Provider or unit. */
  readonly provider: string;
  /** Service it gives; '' = management and support. */
  readonly service: string;
  readonly category: string;
  /** Title of the position as the table names it. */
  readonly position: string;
  /** Posts and those filled, in steps of 0.25; null = not known. */
  readonly posts: number | null;
  readonly filled: number | null;
  /** Pay of a full post, kopiykas a month; null = not entered. */
  readonly payKop: number | null;
  readonly source: string;
  /** ISO day, '' = not given. */
  readonly asOf: string;
  readonly note: string;
  /** `carried` = taken over from the year before and not confirmed: it does not count. */
  readonly state: 'entered' | 'carried';
}

/** Work entered for a provider and service: of an activity of the reference book, or an own one (then it has a name). */
export interface WorkLine {
  readonly year: number; readonly provider: string; readonly service: string;
  /** Id in the reference book, or an own id. */
  readonly activity: string;
  readonly category: string;
  readonly name: string;
  /** Recipients it is done for; times a year for each; null = as the book says, or not known. */
  readonly recipients: number | null;
  readonly times: number | null;
  /** Actions a year in place of recipients × times; null = those. */
  readonly volume: number | null;
  /** Minutes of one action; null = as the book says, or not known. */
  readonly minutes: number | null;
  readonly source: string;
}
/** Support work (share of everybody’s time), additional work of individuals (minutes a year) and how the staff travels; null = the usual share, none; '' = not said. */
export interface WorkShare { readonly year: number; readonly provider: string; readonly service: string; readonly category: string; readonly support: number | null; readonly individual: number | null; readonly mode: StaffMode }
/** The plan's own value of a parameter of the reference book; `category` '' = of all staff. */
export interface StaffParameterValue { readonly parameter: string; readonly category: string; readonly value: number; readonly note: string }
/** How staff travels; '' = not said. */
export type StaffMode = '' | TravelMode;

/** A provider or unit with its services, in the order whole → units. */
export interface StaffUnit { readonly id: string; readonly name: string; readonly parent: string; readonly services: readonly string[] }

/** What the staffing table says of a provider and service against the figures of posts. */
export interface StaffSum {
  readonly provider: string;
  readonly service: string;
  /** Sums of the table; null = a row is not known. */
  readonly posts: number | null;
  readonly filled: number | null;
  readonly figurePosts: Cell;
  readonly figureFilled: Cell;
  /** `same`; `differs`: both are known and differ; `noFigure`: the figure is not entered; `unknown`: the table has gaps. */
  readonly state: 'same' | 'differs' | 'noFigure' | 'unknown';
}

/** What rows of the table hold together. */
export interface StaffTotal { readonly posts: number | null; readonly filled: number | null; readonly vacant: number | null; /** Kopiykas a month for filled posts; null = of some row pay or posts are not known. */ readonly payKop: number | null }

/** The staffing table with its sums. */
export interface StaffView {
  readonly categories: readonly { readonly id: string; readonly name: Label }[];
  readonly units: readonly StaffUnit[];
  readonly services: readonly { readonly id: string; readonly code: string | null; readonly name: Label }[];
  readonly rows: readonly Position[];
  readonly sums: readonly StaffSum[];
  readonly total: StaffTotal;
  /** Rows taken over from the year before and not confirmed. */
  readonly carried: number;
}

/** Posts of a category for a service of a provider: three numbers side by side. */
export interface StaffCompare {
  readonly provider: string;
  readonly service: string;
  readonly category: string;
  readonly served: Num;
  /** By the norm of persons per post. */
  readonly norm: Num;
  /** By the work there is (WISN). */
  readonly workload: Num;
  /** Posts filled, and posts there are. */
  readonly actual: Num;
  readonly posts: Num;
  /** Filled less required by workload, and their ratio. */
  readonly difference: Num;
  readonly ratio: Num;
  /** Why the three differ, in words. */
  readonly reasons: readonly Sentence[];
  /** Norm without a value to be entered by decision; '' = none. */
  readonly askNorm: string;
}
/** Posts by norm, by workload and as they are. */
export interface StaffCompareView { readonly units: StaffView['units']; readonly services: StaffView['services']; readonly categories: StaffView['categories']; readonly rows: readonly StaffCompare[] }

/** A line of work as it counts. */
export interface StaffActivity extends Omit<WorkLine, 'year' | 'provider' | 'service'> {
  readonly label: Label;
  /** Travel to the recipients: counted by the program. */
  readonly kind: 'action' | 'travel';
  readonly visit: boolean;
  /** What counts: entered, or of the book; null = not known, the line stops the calculation. `off` = the line is not done here (volume 0). */
  readonly volumeUsed: number | null;
  readonly minutesUsed: number | null;
  readonly recipientsUsed: number | null;
  readonly timesUsed: number | null;
  readonly hours: number | null;
  /** Norm that minutes or times come from. */
  readonly norms: readonly string[];
  readonly hint: Label | null;
}
/** A way to a settlement: `matrix` = entered minutes, `inside` = the usual ones inside a settlement. Minutes null: `why` says why not. */
export interface StaffWay { readonly origin: string; readonly territory: string; readonly name: Label; readonly served: number | null; readonly minutes: number | null; readonly from: TravelSource | 'inside' | 'unknown'; readonly why: NoTravel | null; /** The source of entered minutes, the reason of a correction. */ readonly note: string; /** With a correction: minutes without it. */ readonly before: number | null; /** Last day of the correction; '' = none. */ readonly until: string }
/** The work behind one number of posts. */
export interface StaffWorkView {
  readonly provider: string; readonly service: string; readonly category: string;
  readonly activities: readonly StaffActivity[];
  readonly ways: readonly StaffWay[];
  /** How the staff travels; '' = not said: a mixture of foot, bicycle and bus is assumed. */
  readonly mode: StaffMode;
  /** Seat that ways begin at. */
  readonly seat: Label;
  readonly support: number; readonly supportEntered: boolean;
  readonly individual: number;
  readonly hours: number | null;
  readonly compare: StaffCompare | null;
}

/** A parameter with what the plan entered. */
export interface StaffParameter {
  readonly id: string; readonly name: Label; readonly unit: string; readonly least: number; readonly most: number; readonly kind: 'law' | 'assumption'; readonly confidence: Confidence; readonly basis: Label;
  readonly byCategory: boolean; readonly usual: number; readonly value: number; readonly own: boolean; readonly note: string;
}
/** Parameters of working time, travel and ages as they count. */
export interface StaffParametersView { readonly category: string; readonly rows: readonly StaffParameter[]; readonly hours: number | null; readonly categories: StaffView['categories']; /** Categories with values of their own. */ readonly special: readonly string[] }

/** Filled posts of a category in the years to come when nobody is hired. */
export interface StaffCliff { readonly category: string; readonly filled: number | null; readonly people: number | null; /** By year, from this one. */ readonly left: readonly Num[] }
/** What stops when one thing drops out. */
export interface StaffPoint {
  readonly id: string;
  readonly kind: 'staff' | 'vehicle' | 'power';
  readonly name: Sentence;
  readonly services: readonly { readonly service: string; readonly provider: string; readonly people: Num }[];
  readonly atRisk: Num;
  /** A facility of which it is not known whether it has a generator. */
  readonly unsure: boolean;
}
/** Vacancies, ages, and what stops when one thing drops out. */
export interface StaffRisksView {
  readonly years: readonly number[];
  readonly leave: number;
  readonly cliff: readonly StaffCliff[];
  readonly vacancies: readonly { readonly provider: string; readonly service: string; readonly category: string; readonly posts: number; readonly filled: number; readonly vacant: number }[];
  readonly points: readonly StaffPoint[];
  readonly units: StaffView['units']; readonly services: StaffView['services']; readonly categories: StaffView['categories'];
}

/** Why a number of posts by workload is what it is: formula in words, steps in numbers, source of the method. */
export type WorkloadTrace = Pick<Trace, 'num' | 'formula' | 'steps' | 'inputs' | 'norms' | 'assumptions' | 'rounding'>;

/** Posts by workload, unrounded. */
export interface WorkloadResult {
  /** Posts that the work takes. */
  readonly required: number;
  /** Posts filled less posts required: below 0 = a shortage. */
  readonly difference: number;
  /** Posts filled / posts required: below 1 = pressure of work; null when nothing is required. */
  readonly ratio: number | null;
  readonly trace: WorkloadTrace;
}

const number = z.number().max(1e12);
const amount = z.number().min(0).max(1e9).nullable();
const count = z.number().int().min(0).max(POSITION_MOST.posts).nullable();
const quarters = z.number().min(0).max(POSITION_MOST.posts).multipleOf(0.25).nullable();
const counts = Object.fromEntries([...AGE_BANDS, ...QUALIFICATIONS].map((each) => [each, count.optional()])) as { [K in StaffBand | Qualification]: z.ZodOptional<typeof count> };

/** Actions of staff. */
export const staff = {
  'staff.view': query(Scope('The staffing table of a year: positions as counts and roles, sums by service against the figures of posts.')).returns<StaffView>(),
  'staff.set': mutation(z.strictObject({
    year,
    rows: z.array(z.strictObject({
      id: id.optional().meta({ description: 'A position of this year, or an own UUID for a new one (then with `provider`); left out = a new one.' }), provider: id.optional(), service: optionalId.optional(), category: id.optional(), position: text(200).optional(),
      posts: quarters.optional(), filled: quarters.optional(), payKop: z.number().int().min(0).max(POSITION_MOST.payKop).nullable().optional(), ...counts,
      source: text(400).optional(), asOf: z.union([isoDate, z.literal('')]).optional(), note: text(1000).optional(),
    })).min(1).max(2000),
  }).meta({ description: 'Adds positions or changes what is given of them, in one undo step; one wrong row refuses all.' })).returns<Revision>(),
  'staff.remove': mutation(z.strictObject({ ids: z.array(id).min(1).max(2000) }).meta({ description: 'Removes positions in one undo step.' })).returns<Revision>(),
  'staff.confirm': mutation(z.strictObject({ year, ids: z.array(id).max(2000).default([]) }).meta({ description: 'Confirms positions taken over from another year; an empty list confirms all of the year.' })).returns<Revision>(),
  'staff.toFigures': mutation(z.strictObject({ ...scope, pairs: z.array(z.strictObject({ provider: id, service: id })).min(1).max(2000) })
    .meta({ description: 'Takes the sums of the staffing table over as the figures of posts and of filled posts of these providers and services, in one undo step.' })).returns<Revision>(),
  'staffCompare.view': query(Scope('Posts by norm, by workload and as they are, for every provider, service and category, with the reasons they differ.')).returns<StaffCompareView>(),
  'staffWork.view': query(z.strictObject({ ...scope, provider: id, service: id, category: id }).meta({ description: 'The work of a category of staff for a service of a provider: actions, travel by settlement, support work.' })).returns<StaffWorkView>(),
  'staff.setWork': mutation(z.strictObject({
    year, provider: id, service: id, category: id,
    lines: z.array(z.strictObject({ activity: id.optional().meta({ description: 'An activity of the reference book, an own line, or an own UUID for a new own line; left out = a new own line.' }), name: text(200).optional(), recipients: amount.optional(), times: amount.optional(), volume: amount.optional(), minutes: amount.optional(), source: text(400).optional() })).min(1).max(200),
  }).meta({ description: 'Enters recipients, times, volume and minutes of actions; null takes a value back.' })).returns<Revision>(),
  'staff.removeWork': mutation(z.strictObject({ year, provider: id, service: id, activity: id }).meta({ description: 'Removes a line of work, or takes back what was entered for one of the reference book.' })).returns<Revision>(),
  'staff.setShare': mutation(z.strictObject({ year, provider: id, service: id, category: id, support: z.number().min(0).max(0.95).nullable().optional(), individual: amount.optional(), mode: z.enum(['', ...TRAVEL_MODES]).optional() })
    .meta({ description: 'Enters the share of support work, the minutes a year of additional work of individuals (null = the usual), and how the staff travels.' })).returns<Revision>(),
  'staffParameters.view': query(z.strictObject({ ...scope, category: optionalId.default('') }).meta({ description: 'Working time, travel and age parameters with source; of all staff or of one category.' })).returns<StaffParametersView>(),
  'staff.setParameters': mutation(z.strictObject({ values: z.array(z.strictObject({ parameter: id, category: optionalId.default(''), value: z.number().nullable(), note: text(400).default('') })).min(1).max(400) })
    .meta({ description: 'Enters the plan’s own values of parameters in one undo step; null takes one back.' })).returns<Revision>(),
  'staffRisks.view': query(Scope('Vacancies, staff left by year by age, and what stops when one worker, vehicle or generator drops out.')).returns<StaffRisksView>(),
  'staff.file': query(z.strictObject({ ...scope, language, format: paperFormat }).meta({ description: 'The staffing table, posts by norm, workload and as they are with the reasons, vacancies, ages, single points, as a .docx or .pdf file.' })).returns<FileOut>(),
  'calculator.workload': query(z.strictObject({
    activities: z.array(z.strictObject({
      name: text(300).optional(),
      volume: number.meta({ description: 'Actions a year.' }),
      minutesEach: number.meta({ description: 'Minutes that one action takes.' }),
    })).max(500).meta({ description: 'Recurring work; may be empty.' }),
    supportShare: number.default(0).meta({ description: 'Share of everybody’s time for meetings, reports, training: 0 to below 1.' }),
    individualMinutes: number.default(0).meta({ description: 'Minutes a year of additional work of some of the staff.' }),
    availableHoursPerYear: number.meta({ description: 'Working hours a year of one worker, without leave, holidays, training and illness; above 0.' }),
    existing: number.meta({ description: 'Posts filled now.' }),
  }).meta({ description: 'Posts required by workload (WISN of the WHO), the difference from the posts filled and their ratio, unrounded, with the calculation. Needs no open plan.' })).returns<WorkloadResult>(),
};
