import type { Range } from '../../contract/models.ts';
import type { Travel } from './travel.ts';

/** A settlement: its people, and the fewest minutes to the places that count. */
export interface Origin { readonly people: Range; readonly best: Best }

/** Fewest minutes of all ways, bound by bound (Infinity = none is known); `unknown` = the way to some place is not known. */
export interface Best { readonly low: number; readonly base: number; readonly high: number; readonly unknown: boolean }

/** The fewest minutes of several ways. */
export function bestOf(ways: readonly Travel[]): Best {
  let [low, base, high, unknown] = [Infinity, Infinity, Infinity, false];
  for (const { minutes, impossible } of ways) {
    if (minutes === null || minutes.base === null) { if (!impossible) unknown = true; continue; }
    low = Math.min(low, minutes.low ?? minutes.base);
    base = Math.min(base, minutes.base);
    high = Math.min(high, minutes.high ?? minutes.base);
  }
  return { low, base, high, unknown };
}

/** The nearest place that counts. */
export interface Nearest {
  /** Index of the place; null = no way to any is known. */
  readonly at: number | null;
  readonly minutes: Range | null;
  /** The way to some place is not known, so another one may be nearer. */
  readonly unsure: boolean;
  /** Every way is known, and there is none. */
  readonly impossible: boolean;
}

/** Finds the nearest place by base minutes; of equally near ones the first. */
export function nearestOf(ways: readonly Travel[]): Nearest {
  let at: number | null = null;
  let least = Infinity;
  for (const [index, { minutes }] of ways.entries()) {
    if (minutes?.base != null && minutes.base < least) { least = minutes.base; at = index; }
  }
  const unsure = ways.some((way) => way.minutes?.base == null && !way.impossible);
  return { at, minutes: at === null ? null : ways[at]?.minutes ?? null, unsure, impossible: at === null && !unsure && ways.length > 0 };
}

/** Is a settlement within so many minutes: by the base values, surely (`low`), possibly (`high`); null = not known. */
export const isWithin = ({ low, base, high, unknown }: Best, limit: number): { readonly low: boolean; readonly base: boolean | null; readonly high: boolean } =>
  ({ low: high <= limit, base: base <= limit ? true : unknown ? null : false, high: low <= limit || unknown });

/** People and settlements within so many minutes of a place that counts. */
export interface Band { readonly people: Range; readonly places: number; readonly unnumbered: number; readonly unknown: number }

/**
 * Adds up who is within so many minutes. `low` counts settlements that are near even at the slow end of the estimate, `high` those near at the
 * fast end; a settlement without a number of people leaves the total open ("at least"), and so does one of which the way is not known.
 */
export function bandOf(origins: readonly Origin[], limit: number): Band {
  let [low, base, high]: [number, number | null, number | null] = [0, 0, 0];
  let [places, unnumbered, unknown] = [0, 0, 0];
  for (const { people, best } of origins) {
    const near = isWithin(best, limit);
    if (near.base === null) unknown += 1;
    if (near.base) { places += 1; if (people.base === null) unnumbered += 1; }
    if (near.low) low += people.low ?? people.base ?? 0;
    if (near.base !== false && base !== null && people.base !== 0) base = near.base && people.base !== null ? base + people.base : null;
    if (near.high && high !== null) high = people.high === null && people.base === null ? null : high + (people.high ?? people.base ?? 0);
  }
  return { people: { low, base, high }, places, unnumbered, unknown };
}
