import { z } from 'zod';
import { id, isoDate, language, optionalId, paperFormat, scope, text } from '../inputs.ts';
import { CHANNEL_KINDS, CHECK_ANSWERS, HOW_OFTEN, PHASES, POINT_KINDS, TASK_KINDS, TASK_STATES, YES_NO } from '../lists.ts';
import { mutation, query, type Revision } from '../method.ts';
import type { Confidence, FileOut, Label } from '../models.ts';
import type { Facility, YesNo } from './capacity.ts';
import type { CommunityView } from './community.ts';
import type { ServiceInfo } from './needs.ts';

export type Phase = (typeof PHASES)[number];
/** A step of the scale of states, 0–4; its words stand in the reference book. */
export type Level = 0 | 1 | 2 | 3 | 4;

/** What a row of restoration is about: a service or a point of administrative services, at a place. '' = not this, or the whole community. */
interface About { readonly service: string; readonly point: string; readonly territory: string }

/** The state of a service or point at a place: seen or planned. */
export interface RestoredState extends About {
  readonly id: string;
  readonly phase: Phase;
  /** ISO day; '' = not given. */
  readonly day: string;
  readonly level: Level;
  readonly source: string;
  readonly note: string;
  /** Day on which residents were told of it, ISO; '' = not told. */
  readonly told: string;
}

/** A point of administrative services. */
export interface ServicePoint {
  readonly id: string;
  readonly kind: (typeof POINT_KINDS)[number];
  readonly name: string;
  /** Settlement; '' = not known. */
  readonly territory: string;
  readonly ramp: YesNo;
  readonly toilet: YesNo;
  readonly braille: YesNo;
  readonly pram: YesNo;
  /** Days of visits a month of a mobile team; null = not known or not mobile. */
  readonly days: number | null;
  /** Which days and where, in words. */
  readonly schedule: string;
  readonly source: string;
  /** As of which day, ISO; '' = not given. */
  readonly asOf: string;
  /** The community compared it with what is there. */
  readonly checked: boolean;
  readonly note: string;
}

/** One task of the plan of restoration. */
export interface RestorationTask extends About {
  readonly id: string;
  /** Facility it is done at; '' = none. */
  readonly facility: string;
  readonly name: string;
  readonly kind: (typeof TASK_KINDS)[number];
  /** Calendar days; null = not known. */
  readonly days: number | null;
  /** Not before this day (begun: since this day), ISO; '' = as soon as possible. */
  readonly from: string;
  /** To be done by this day, ISO; '' = no term. */
  readonly due: string;
  readonly state: (typeof TASK_STATES)[number];
  /** Day done, ISO; '' unless done. */
  readonly done: string;
  /** A role or body. */
  readonly responsible: string;
  readonly donor: string;
  /** Kopiykas; null = not known. */
  readonly costKop: number | null;
  /** Tasks that must be done before. */
  readonly after: readonly string[];
  readonly note: string;
}

/** A task with what follows from the others. Days are ISO. */
export interface ScheduledTask extends RestorationTask {
  /** The earliest it can start and end. */
  readonly start: string;
  readonly end: string;
  /** false = "not before": a duration on the way is not known, or a task on the way is stopped. */
  readonly sure: boolean;
  /** Days it may slip without moving the end of the plan; null for what is done. */
  readonly slack: number | null;
  readonly critical: boolean;
  /** Not done and before it. */
  readonly blockedBy: readonly string[];
  /** Of all that stands in its way, what has nothing in its own way. */
  readonly heldBy: readonly string[];
  readonly canStart: boolean;
  /** Days the earliest end lies after the term; 0 = not late. */
  readonly lateDays: number;
}

/** By what residents learn of services: who informs whom and how often. */
export interface Channel {
  readonly id: string;
  readonly kind: (typeof CHANNEL_KINDS)[number];
  readonly name: string;
  /** A role or body. */
  readonly responsible: string;
  readonly often: (typeof HOW_OFTEN)[number];
  readonly withoutPower: YesNo;
  readonly withoutInternet: YesNo;
  /** Ids of {@link AudienceView}. */
  readonly audiences: readonly string[];
  readonly note: string;
}

/** Who is to be informed: how many channels reach them, and what is missing. */
export interface AudienceView { readonly id: string; readonly name: Label; readonly channels: number; readonly gap: 'none' | 'power' | 'internet' | null }

/** A question on gender and inclusion with its answer. */
export interface InclusionQuestion { readonly id: string; readonly text: Label; readonly source: Label; readonly confidence: Confidence | 'assumption'; readonly answer: (typeof CHECK_ANSWERS)[number]; readonly note: string }

/** Help of a donor. */
export interface Aid {
  readonly id: string;
  /** Name of an organisation or programme. */
  readonly donor: string;
  readonly what: string;
  /** Kopiykas; null = not known or not money. */
  readonly amountKop: number | null;
  readonly task: string;
  readonly service: string;
  readonly from: string;
  /** Last day, ISO; '' = not known. */
  readonly to: string;
  /** What stops when the help ends. */
  readonly ends: string;
  /** Who pays or does it afterwards; '' = nobody is named. */
  readonly after: string;
}
/** `ended` and `soon` (within the days of the reference book) are by date; `noEnd` = no last day is known. `covered` = somebody takes it over. */
export interface AidView extends Aid { readonly risk: 'ended' | 'soon' | 'later' | 'noEnd'; readonly daysLeft: number | null; readonly covered: boolean }

/** A service or point at a place with its states in time. */
export interface RestorationRow extends About {
  /** Key of the row. */
  readonly id: string;
  readonly name: Label;
  readonly code: string | null;
  readonly place: Label | null;
  readonly basic: boolean;
  readonly kind: ServicePoint['kind'] | null;
  /** By phase in time. */
  readonly states: readonly RestoredState[];
  /** The newest of each phase; null = not said. */
  readonly levels: Readonly<Record<Phase, Level | null>>;
  /** It is not as it was, and residents were not told. */
  readonly untold: boolean;
  /** It is said to work as before although every facility of its providers is destroyed. */
  readonly destroyed: boolean;
}

/** What to do first: done, or how many are open. */
export interface RestorationStep { readonly id: 'status' | 'states' | 'points' | 'tasks' | 'blocked' | 'informing' | 'untold' | 'checks' | 'aid'; readonly done: boolean; readonly count: number }

/** Restoration of services in a community that was occupied or stands near the front. */
export interface RestorationView {
  readonly today: string;
  readonly status: CommunityView['status'];
  /** Which words the phases take: occupation, hostilities, or of a community in the rear. */
  readonly words: 'occupation' | 'hostilities' | 'rear';
  readonly scale: readonly { readonly level: Level; readonly name: Label; readonly about: Label }[];
  readonly scaleNote: Label;
  readonly rows: readonly RestorationRow[];
  /** Services whose state now is known; of them as before or better; worse than before. */
  readonly sum: { readonly rows: number; readonly known: number; readonly restored: number; readonly stopped: number; readonly worse: number };
  /** Facilities that are destroyed. */
  readonly destroyed: number;
  readonly points: readonly ServicePoint[];
  /** Points of the bundled register of this community; null = none are bundled. */
  readonly register: { readonly count: number; readonly left: number; readonly asOf: string; readonly source: Label } | null;
  readonly tasks: readonly ScheduledTask[];
  readonly plan: { readonly end: string; readonly sure: boolean; readonly costKop: number; readonly costUnknown: number; readonly canStart: number; readonly blocked: number; readonly done: number; readonly late: number };
  readonly channels: readonly Channel[];
  readonly audiences: readonly AudienceView[];
  readonly questions: readonly InclusionQuestion[];
  readonly checks: { readonly yes: number; readonly no: number; readonly na: number; readonly open: number };
  readonly aid: readonly AidView[];
  readonly aidDays: number;
  readonly steps: readonly RestorationStep[];
  readonly services: readonly ServiceInfo[];
  /** Facilities of the providers, for tasks at them. */
  readonly facilities: readonly { readonly id: string; readonly name: string; readonly state: Facility['state'] }[];
  readonly places: readonly { readonly id: string; readonly name: Label }[];
}

const optionalDay = z.union([isoDate, z.literal('')]).default('');
const about = { service: optionalId.default(''), point: optionalId.default(''), territory: optionalId.default('') };
const yesNo = z.enum(YES_NO).default('');
const note = text(1000).default('');
const money = z.number().int().min(0).max(1e15).nullable().default(null);
const notAPerson = z.boolean().default(false);
const level = z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3), z.literal(4)]);
const Remove = (description: string) => z.strictObject({ id }).meta({ description });

/** Actions of restoration. */
export const restoration = {
  'restoration.view': query(z.strictObject(scope).meta({ description: 'Restoration: states of services and of points of administrative services, tasks with their earliest days, informing of residents, checks, donors’ help.' })).returns<RestorationView>(),
  'restoration.levels.set': mutation(z.strictObject({ items: z.array(z.strictObject({ ...about, phase: z.enum(PHASES), level: level.nullable() })).min(1).max(5000) })
    .meta({ description: 'Says in one undo step how services or points stand in a phase: a state of today is added for `now`, the newest one of the other phases is changed; null takes the newest one back.' })).returns<Revision>(),
  'restoration.state.put': mutation(z.strictObject({ id: id.optional(), ...about, phase: z.enum(PHASES), day: optionalDay, level, source: text(400).default(''), note, told: optionalDay })
    .meta({ description: 'Adds or changes one dated state of a service or point at a place, with its source.' })).returns<Revision>(),
  'restoration.state.remove': mutation(Remove('Removes a state.')).returns<Revision>(),
  'restoration.point.put': mutation(z.strictObject({
    id: id.optional(), kind: z.enum(POINT_KINDS), name: text(300).min(1), territory: optionalId.default(''), ramp: yesNo, toilet: yesNo, braille: yesNo, pram: yesNo,
    days: z.number().int().min(0).max(31).nullable().default(null), schedule: text(400).default(''), source: text(400).default(''), asOf: optionalDay, checked: z.boolean().default(true), note,
  }).meta({ description: 'Adds or changes a point of administrative services.' })).returns<Revision>(),
  'restoration.point.remove': mutation(Remove('Removes a point of administrative services with its states.')).returns<Revision>(),
  'restoration.points.take': mutation(z.strictObject({}).meta({ description: 'Adds the points of the bundled register of administrative-service centres that the plan does not have yet; they wait to be checked.' })).returns<Revision>(),
  'restoration.task.put': mutation(z.strictObject({
    id: id.optional(), ...about, facility: optionalId.default(''), name: text(300).min(1), kind: z.enum(TASK_KINDS), days: z.number().int().min(1).max(3650).nullable().default(null), from: optionalDay, due: optionalDay, state: z.enum(TASK_STATES).default('planned'), done: optionalDay,
    responsible: text(300).default(''), donor: text(300).default(''), costKop: money, after: z.array(id).max(200).default([]), note, notAPerson,
  }).meta({ description: 'Adds or changes a task; `after` names the tasks that must be done before. Tasks that wait for each other in a circle are refused.' })).returns<Revision>(),
  'restoration.task.remove': mutation(Remove('Removes a task; what waited for it waits no more.')).returns<Revision>(),
  'restoration.channel.put': mutation(z.strictObject({
    id: id.optional(), kind: z.enum(CHANNEL_KINDS), name: text(300).default(''), responsible: text(300).default(''), often: z.enum(HOW_OFTEN).default(''), withoutPower: yesNo, withoutInternet: yesNo, audiences: z.array(id).max(50).default([]), note, notAPerson,
  }).meta({ description: 'Adds or changes a channel by which residents are informed.' })).returns<Revision>(),
  'restoration.channel.remove': mutation(Remove('Removes a channel of informing.')).returns<Revision>(),
  'restoration.answers.set': mutation(z.strictObject({ answers: z.array(z.strictObject({ question: id, answer: z.enum(CHECK_ANSWERS).optional(), note: text(1000).optional() })).min(1).max(200) })
    .meta({ description: 'Answers questions on gender and inclusion; a field left out stays, an empty answer without a note takes it back.' })).returns<Revision>(),
  'restoration.aid.put': mutation(z.strictObject({
    id: id.optional(), donor: text(300).min(1), what: text(400).min(1), amountKop: money, task: optionalId.default(''), service: optionalId.default(''), from: optionalDay, to: optionalDay, ends: text(400).default(''), after: text(400).default(''), notAPerson,
  }).meta({ description: 'Adds or changes help of a donor and what ends with it.' })).returns<Revision>(),
  'restoration.aid.remove': mutation(Remove('Removes help of a donor.')).returns<Revision>(),
  'restoration.file': query(z.strictObject({ ...scope, language, format: paperFormat }).meta({ description: 'Restoration in short, one or two pages, as a .docx or .pdf file.' })).returns<FileOut>(),
};
