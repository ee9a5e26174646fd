import type { Confidence, Range } from '../../contract/models.ts';
import { type Fact, factRange, isAssumed, isCarried } from '../facts.ts';
import { clampLow0, div, exact, isKnown, lift, mul, range, sub, UNKNOWN } from '../range.ts';

/** A norm: how many persons one post or vehicle serves; entered by the council or taken from the reference book. */
export interface Norm {
  readonly range: Range;
  /** Id in the reference book; '' for an own figure. */
  readonly normId: string;
  readonly confidence: Confidence;
}

/** Which resources a service needs at all. */
export interface Applies { readonly posts: boolean; readonly places: boolean; readonly vehicles: boolean }

/** Resources of one service. null = not known. */
export interface CapacityFacts {
  readonly applies: Applies;
  readonly posts: Fact | null;
  readonly postsFilled: Fact | null;
  /** Persons per post; null = no norm is known, so staff capacity is not computable. */
  readonly loadPerPost: Norm | null;
  readonly places: Fact | null;
  readonly occupied: Fact | null;
  /** Persons per place in a year; null = one (a place is held by one person at a time). */
  readonly turnover: Fact | null;
  readonly vehicles: Fact | null;
  readonly loadPerVehicle: Norm | null;
  /** Hours of service a year that the staff can give; null = nobody entered them, and they limit nothing. */
  readonly hours: Fact | null;
  /** Hours a year that one recipient needs. */
  readonly hoursPerPerson: Fact | null;
  /** Persons served now, for the free capacity. */
  readonly served: Fact | null;
}

/** A resource that can limit a service. */
export type Limit = 'staff' | 'places' | 'vehicles' | 'hours';
/** An input that may be missing. */
export type CapacityInput = 'posts' | 'postsFilled' | 'loadPerPost' | 'places' | 'occupied' | 'vehicles' | 'loadPerVehicle' | 'hours' | 'hoursPerPerson' | 'served';

/** What a service can carry, and why. */
export interface CapacityResult {
  /** Persons that the filled posts, the places, the vehicles, the hours can serve; `UNKNOWN` when it does not apply or an input is missing. */
  readonly byStaff: Range;
  readonly byPlaces: Range;
  readonly byVehicles: Range;
  readonly byHours: Range;
  /** The smallest of those that apply; only an upper bound ("at most") while one that applies is not known. */
  readonly capacity: Range;
  /** The resource that limits (of the known ones, by base value); null when none is known. */
  readonly limit: Limit | null;
  /** `none`: no resource applies; `partial`: "at most", something is missing. */
  readonly state: 'known' | 'partial' | 'unknown' | 'none';
  /** Persons that could be served besides those served now. */
  readonly free: Range;
  /** The same by staff alone: what posts that are filled could still carry. */
  readonly freeStaff: Range;
  /** Places nobody holds; null when not known. */
  readonly freePlaces: number | null;
  /** More persons than places: a contradiction or overcrowding, shown. */
  readonly overOccupied: number | null;
  /** Posts of the staffing table nobody holds. */
  readonly vacancies: number | null;
  /** More filled posts than posts: a contradiction, shown. */
  readonly overFilled: number | null;
  /** Persons who could be served by filling the vacancies, without new posts. */
  readonly vacancyEffect: Range;
  /** Inputs that apply and are not known. */
  readonly missing: readonly CapacityInput[];
  readonly unconfirmed: readonly CapacityInput[];
  /** No turnover was entered: one person per place. */
  readonly turnoverOne: boolean;
  /** Norms that took part. */
  readonly norms: readonly Norm[];
  readonly assumed: boolean;
  /** A norm that took part is only recalled. */
  readonly recalled: boolean;
}

/**
 * Load of a home-care post in a community of towns and villages. With a known share of town recipients the mixed load is
 * 1 / (u/town + (1−u)/village): so many persons does one post serve on average. With an unknown mix the load lies between the two
 * and the base is the smaller one, so that capacity is never promised that may not be there.
 */
export function mixedLoad(town: number | null, village: number | null, townShare: number | null): Range {
  // Where nobody lives in a town, or nobody in a village, the other load is not asked for.
  if (townShare === 0) return exact(village !== null && village > 0 ? village : null);
  if (townShare === 1) return exact(town !== null && town > 0 ? town : null);
  if (town === null || village === null || town <= 0 || village <= 0) return UNKNOWN;
  if (townShare !== null) return exact(1 / (townShare / town + (1 - townShare) / village));
  return range(Math.min(town, village), Math.min(town, village), Math.max(town, village));
}

const less = (a: number, b: number): number => Math.max(0, a - b);

/** What a service can carry: posts filled × load, places × turnover, vehicles × load, hours / hours per person; the smallest of those that apply. Hours apply where somebody entered them. */
export function capacityOf(f: CapacityFacts): CapacityResult {
  const { applies } = f;
  const missing: CapacityInput[] = [];
  const unconfirmed: CapacityInput[] = [];
  const need = (id: CapacityInput, fact: Fact | null): Range => {
    const r = factRange(fact);
    if (!isKnown(r)) { missing.push(id); if (isCarried(fact)) unconfirmed.push(id); }
    return r;
  };
  const norm = (id: CapacityInput, n: Norm | null): Range => {
    if (n === null || !isKnown(n.range)) missing.push(id);
    return n?.range ?? UNKNOWN;
  };
  const byStaff = applies.posts ? mul(need('postsFilled', f.postsFilled), norm('loadPerPost', f.loadPerPost)) : UNKNOWN;
  const turnover = factRange(f.turnover);
  const byPlaces = applies.places ? mul(need('places', f.places), isKnown(turnover) ? turnover : exact(1)) : UNKNOWN;
  const byVehicles = applies.vehicles ? mul(need('vehicles', f.vehicles), norm('loadPerVehicle', f.loadPerVehicle)) : UNKNOWN;
  const byHours = f.hours === null ? UNKNOWN : div(need('hours', f.hours), need('hoursPerPerson', f.hoursPerPerson));

  const resources = ([['staff', byStaff, applies.posts], ['places', byPlaces, applies.places], ['vehicles', byVehicles, applies.vehicles], ['hours', byHours, f.hours !== null]] as const).filter((r) => r[2]);
  const known = resources.filter((r): r is typeof r & { 1: { base: number } } => isKnown(r[1]));
  const limiting = known.reduce<(typeof known)[number] | null>((a, r) => (a === null || (r[1].base ?? 0) < (a[1].base ?? 0) ? r : a), null);
  const smallest = (of: (r: Range) => number | null): number | null => {
    const values = known.map((r) => of(r[1]));
    return values.length === 0 || values.some((v) => v === null) ? null : Math.min(...values.filter((v) => v !== null));
  };
  const complete = resources.length > 0 && known.length === resources.length;
  const top = known.map((r) => r[1].high).filter((v) => v !== null);
  const capacity: Range = complete
    ? { low: smallest((r) => r.low), base: smallest((r) => r.base), high: top.length === 0 ? null : Math.min(...top) }
    : { low: null, base: null, high: top.length === 0 ? null : Math.min(...top) };

  const places = factRange(f.places).base;
  const occupied = factRange(f.occupied).base;
  const posts = factRange(f.posts).base;
  const filled = factRange(f.postsFilled).base;
  const served = factRange(f.served);
  const load = applies.posts ? (f.loadPerPost?.range ?? UNKNOWN) : UNKNOWN;
  const vacancies = applies.posts ? lift(posts, filled, less) : null;
  const norms = [applies.posts ? f.loadPerPost : null, applies.vehicles ? f.loadPerVehicle : null].filter((n) => n !== null && isKnown(n.range)) as Norm[];
  return {
    byStaff, byPlaces, byVehicles, byHours, capacity, limit: limiting?.[0] ?? null,
    state: resources.length === 0 ? 'none' : complete ? 'known' : known.length > 0 ? 'partial' : 'unknown',
    free: clampLow0(sub(capacity, served)), freeStaff: clampLow0(sub(byStaff, served)),
    freePlaces: applies.places ? lift(places, occupied, less) : null,
    overOccupied: applies.places ? lift(occupied, places, less) : null,
    vacancies, overFilled: applies.posts ? lift(filled, posts, less) : null,
    vacancyEffect: mul(exact(vacancies), load),
    missing, unconfirmed, turnoverOne: applies.places && isKnown(factRange(f.places)) && !isKnown(turnover), norms,
    assumed: [applies.posts ? f.postsFilled : null, applies.places ? f.places : null, applies.places ? f.turnover : null, applies.vehicles ? f.vehicles : null, f.hours, f.hours === null ? null : f.hoursPerPerson].some(isAssumed) || norms.some((n) => !isExactNorm(n)),
    recalled: norms.some((n) => n.confidence === 'recalled'),
  };
}

/** Does a load rest on an assumption: only recalled, an estimate, or known between bounds only? */
export const isAssumedNorm = (n: Norm | null): boolean => n !== null && (n.confidence === 'recalled' || !isExactNorm(n));

const isExactNorm = (n: Norm): boolean => n.range.low === n.range.base && n.range.high === n.range.base;


/** A norm without spread, or null while its value is not known. `normId` '' = the council's own figure. */
export const normOf = (value: number | null, normId: string, confidence: Confidence): Norm | null => (value === null ? null : { range: exact(value), normId, confidence });
