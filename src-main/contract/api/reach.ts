import { z } from 'zod';
import { fileBytes, fileName, id, isoDate, reachAsk, scope, text } from '../inputs.ts';
import { command, mutation, query, type Revision } from '../method.ts';
import { CORRECTIONS, TERRAINS, TRAVEL_MODES, YES_NO } from '../lists.ts';
import type { Confidence, Label, Num } from '../models.ts';
import type { Facility } from './capacity.ts';

export type TravelMode = (typeof TRAVEL_MODES)[number];
export type Terrain = (typeof TERRAINS)[number];
/** Where minutes come from: a local correction, the community's own table, or an estimate. */
export type TravelSource = 'correction' | 'matrix' | 'estimate';
/** Why there are no minutes: no coordinates; nothing known of the bus, or of its accessibility; or there is no way: no bus, too few runs, no accessible transport, road closed. */
export type NoTravel = 'noPoint' | 'busUnknown' | 'accessUnknown' | 'noBus' | 'fewRuns' | 'notAccessible' | 'closed';
/** Why a place of service does not count. */
export type NotCounted = 'destroyed' | 'noPlace' | 'entranceUnknown' | 'entranceNo';

/** One settlement as the result shows it. */
export interface ReachRow {
  readonly id: string;
  readonly name: Label;
  /** People counted. */
  readonly people: Num;
  /** To the nearest place that counts. */
  readonly minutes: Num;
  readonly source: TravelSource | null;
  /** Why there are no minutes: of the way, or of the places when none counts yet; null = there are, or nothing counts at all. */
  readonly why: NoTravel | Extract<NotCounted, 'noPlace' | 'entranceUnknown'> | null;
  /** Some places might be nearer: the way to them is not known. */
  readonly unsure: boolean;
  readonly nearest: { readonly point: string; readonly name: string; readonly place: Label | null; readonly state: Facility['state'] } | null;
  /** First of 15, 30, 60 minutes it lies within; `more` = farther, `no` = no way, '' = not known. */
  readonly band: '15' | '30' | '60' | 'more' | 'no' | '';
  /** Of the people, those who find room where there is capacity within the minutes asked. */
  readonly assigned: Num;
  /** Two-step floating catchment: capacity per 1,000 people that the settlement can reach. */
  readonly index: Num;
}

/** Who gives the service: a provider, one of its units, or a single facility. */
export interface ReachPoint {
  readonly id: string;
  readonly name: string;
  readonly place: Label | null;
  readonly state: Facility['state'];
  readonly counted: boolean;
  readonly why: NotCounted | null;
  /** Persons it can serve. */
  readonly capacity: Num;
  /** People within the minutes asked. */
  readonly near: Num;
  /** Capacity per 1,000 people near. */
  readonly ratio: Num;
  /** People it takes when everybody goes where there is room. */
  readonly assigned: Num;
}

/** Within so many minutes: people and settlements. */
export interface ReachBand { readonly within: number; readonly people: Num; readonly places: number; /** Of those, without a number of people. */ readonly unnumbered: number; /** Settlements of which it is not known. */ readonly unknown: number }
/** One service among all: people and settlements within 15, 30, 60 minutes. */
export interface ReachService { readonly id: string; readonly code: string | null; readonly name: Label | null; readonly points: number; readonly bands: readonly ReachBand[] }

/** Who is within reach of what was asked. */
export interface ReachView {
  /** What was asked, with the service that was chosen where none was named. */
  readonly asked: { readonly service: string; readonly target: string; readonly mode: TravelMode; readonly within: number; readonly who: string; readonly barrierFree: boolean; readonly smooth: boolean };
  /** ISO day corrections are judged by. */
  readonly today: string;
  readonly targets: readonly { readonly id: string; readonly kind: 'provider' | 'facility'; readonly name: string }[];
  readonly groups: readonly { readonly id: string; readonly name: Label }[];
  readonly rows: readonly ReachRow[];
  readonly points: readonly ReachPoint[];
  /** 15, 30, 60 minutes. */
  readonly bands: readonly ReachBand[];
  /** Everybody counted, and with room within the minutes asked. */
  readonly people: Num;
  readonly assigned: Num;
  /** Settlements without coordinates; without a number of people; people of the community that stand in no settlement (null = not known). */
  readonly unplaced: number;
  readonly unnumbered: number;
  readonly rest: Num;
  /** The service counts families and the people asked for are persons, or the other way round: capacity is not set against them. */
  readonly unitsDiffer: boolean;
  /** All services somebody gives, in the order of the classifier. */
  readonly all: readonly ReachService[];
}

/** A parameter of the estimate: three values, unit, source. */
export interface TravelParameter {
  readonly id: string;
  readonly label: Label;
  readonly unit: 'factor' | 'kmh' | 'minute' | 'km' | 'runs';
  readonly low: number; readonly base: number; readonly high: number;
  readonly source: Label;
  readonly asOf: string;
  readonly note: Label | null;
  readonly confidence: Confidence;
  readonly assumption: boolean;
  /** Entered in this plan. */
  readonly own: boolean;
}

/** A local correction of travel times. */
export interface TravelCorrection {
  readonly id: string;
  /** A settlement or a starosta district; the nearer to the settlement wins. */
  readonly origin: string;
  readonly destination: string;
  readonly mode: TravelMode;
  readonly how: (typeof CORRECTIONS)[number];
  /** Null where there is no way. */
  readonly minutes: number | null;
  /** Only from origin to destination. */
  readonly oneWay: boolean;
  readonly reason: string;
  /** ISO days; '' = since ever, until further notice. */
  readonly since: string;
  readonly until: string;
  readonly source: string;
}

/** What is known of travelling from a settlement; stored for the whole community as well: '' takes its word. */
export interface TravelPlace {
  readonly territory: string;
  readonly terrain: Terrain;
  readonly bus: (typeof YES_NO)[number];
  /** Runs a week. */
  readonly runs: number | null;
  /** Can the bus be used with a wheelchair? */
  readonly busAccessible: (typeof YES_NO)[number];
  /** Is there a social taxi or another accessible car? */
  readonly taxi: (typeof YES_NO)[number];
  readonly source: string;
}

/** Where the coordinates of a place come from; bundled ones have no row. */
export interface PlacePoint { readonly territory: string; readonly how: 'typed' | 'offset' | 'map'; readonly source: string; readonly asOf: string }

/** What reach rests on. */
export interface TravelView {
  readonly today: string;
  readonly parameters: readonly TravelParameter[];
  readonly corrections: readonly (TravelCorrection & { readonly state: 'holds' | 'expired' | 'coming'; readonly from: Label; readonly to: Label; /** Minutes without it, between two settlements. */ readonly before: Num; readonly now: Num })[];
  readonly places: readonly (TravelPlace & { readonly name: Label; readonly kind: 'community' | 'starosta' | 'settlement'; readonly lat: number | null; readonly lon: number | null; readonly point: PlacePoint | null })[];
  /** Rows of the own table of minutes, by way to travel. */
  readonly times: readonly { readonly mode: TravelMode; readonly count: number; readonly source: string; readonly asOf: string }[];
}

/** Minutes from every settlement to every other by one way to travel. */
export interface TravelMatrix {
  readonly mode: TravelMode;
  /** Settlements: rows and columns alike. */
  readonly places: readonly { readonly id: string; readonly name: Label }[];
  /** Row = from, in the order of the places; null = not known or no way (`why`). */
  readonly rows: readonly (readonly { readonly minutes: number | null; readonly source: TravelSource | null; readonly why: NoTravel | null }[])[];
}

/** Why a row of a table of minutes cannot be taken. */
export type TimeRefusal = 'place' | 'twoPlaces' | 'minutes' | 'mode' | 'same' | 'twice';
/** A row of a table of minutes as it was read. */
export interface ReadTime {
  /** Line and column of the table, from 1. */
  readonly line: number; readonly column: number;
  readonly fromText: string; readonly toText: string; readonly minutesText: string;
  readonly origin: string; readonly destination: string; readonly mode: TravelMode; readonly minutes: number | null;
  readonly why: TimeRefusal | null;
}

const minutes = z.number().positive().max(1440);
const ends = { origin: id, destination: id, mode: z.enum(TRAVEL_MODES) };
const asOf = z.union([isoDate, z.literal('')]).default('');
const source = text(400).default('');

/** Actions of reach, travel times and places on the map. */
export const reach = {
  'reach.view': query(z.strictObject(reachAsk)
    .meta({ description: 'Who is within 15, 30, 60 minutes of a service, provider or facility by car, bus or on foot; who finds room; two-step floating catchment index.' })).returns<ReachView>(),
  'travel.view': query(z.strictObject(scope)
    .meta({ description: 'What reach rests on: parameters of the estimate, corrections, own minutes, coordinates, terrain, buses and accessible transport of each settlement.' })).returns<TravelView>(),
  'travel.set': mutation(z.strictObject({
    id: id.optional(), ...ends, how: z.enum(CORRECTIONS), minutes: minutes.nullable(), oneWay: z.boolean().default(false),
    reason: text(400).min(1), since: asOf, until: asOf, source,
  }).meta({ description: 'Adds or changes a local correction of minutes between two settlements or districts, with reason and days; it wins over own minutes and the estimate.' })).returns<Revision>(),
  'travel.remove': mutation(z.strictObject({ id }).meta({ description: 'Removes a local correction.' })).returns<Revision>(),
  'travel.parameters': mutation(z.strictObject({ cells: z.array(z.strictObject({
    parameter: id,
    /** null = the default holds again. */
    value: z.strictObject({ low: z.number(), base: z.number(), high: z.number(), source: text(400).default(''), asOf }).nullable(),
  })).min(1).max(100) }).meta({ description: 'Enters parameters of the estimate with their source, or takes entered ones back.' })).returns<Revision>(),
  'travel.places': mutation(z.strictObject({ places: z.array(z.strictObject({
    territory: id, terrain: z.enum(TERRAINS).default(''), bus: z.enum(YES_NO).default(''), runs: z.number().min(0).max(2000).nullable().default(null),
    busAccessible: z.enum(YES_NO).default(''), taxi: z.enum(YES_NO).default(''), source,
  })).min(1).max(2000) }).meta({ description: 'Says of settlements, or of the whole community, what terrain lies around, whether a bus goes and how often, and what accessible transport there is.' })).returns<Revision>(),
  'travel.read': command(z.strictObject({
    text: text(2_000_000).default(''), name: fileName.optional(), base64: fileBytes.optional(), mode: z.enum(TRAVEL_MODES).default('car'),
  }).meta({ description: 'Reads a list from–to–minutes or a square table of minutes, pasted or from a file, and says of each row what was understood. Nothing is stored.' })).returns<{ readonly layout: 'list' | 'square'; readonly rows: readonly ReadTime[] }>(),
  'travel.matrix': query(z.strictObject({ ...scope, mode: z.enum(TRAVEL_MODES).default('car') })
    .meta({ description: 'Minutes from every settlement to every other by one way to travel: corrections that hold, own minutes, else the estimate.' })).returns<TravelMatrix>(),
  'travel.own': mutation(z.strictObject({ ways: z.array(z.strictObject({ origin: id, destination: id, mode: z.enum(TRAVEL_MODES).default('car'), minutes: minutes.nullable(), source: text(400).default('') })).min(1).max(20_000) })
    .meta({ description: 'Enters own minutes of single ways, both directions alike; null removes them. Reach and the travel of home-care staff count with them.' })).returns<Revision>(),
  'travel.import': mutation(z.strictObject({
    times: z.array(z.strictObject({ ...ends, minutes, oneWay: z.boolean().default(false) })).max(20_000), source: text(400).default(''), asOf,
    /** Rows of these ways to travel that are not named go. */
    replace: z.array(z.enum(TRAVEL_MODES)).max(3).default([]),
  }).meta({ description: 'Takes over the community’s own minutes between settlements; they win over the estimate. An empty list with `replace` removes them.' })).returns<Revision>(),
  'place.point': mutation(z.strictObject({
    territory: id, how: z.enum(['typed', 'map', 'offset', 'none']),
    /** Coordinates, for `typed` and `map`. */
    lat: z.number().min(-90).max(90).optional(), lon: z.number().min(-180).max(180).optional(),
    /** A known place, straight kilometres and degrees clockwise from north, for `offset`. */
    from: id.optional(), km: z.number().min(0).max(300).optional(), bearing: z.number().min(0).max(360).optional(), source,
  }).meta({ description: 'Places a settlement: by coordinates, by distance and direction from a known place, or takes its coordinates away; where they come from is kept.' })).returns<Revision>(),
};
