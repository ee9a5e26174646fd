import type { Range } from '../../contract/models.ts';
import { type Fact, factRange, isAssumed, isCarried, isKnownFact } from '../facts.ts';
import { add, disjoint, isPartial, isUnknown, lift, UNKNOWN } from '../range.ts';

/** A figure of one place of the territory tree, with what is known of the places inside it. */
export interface Total {
  /** The value that counts here. `low` alone is "at least": some of the places inside are not known. */
  readonly range: Range;
  readonly state: 'known' | 'partial' | 'unknown';
  /** Where the value comes from: the place's own figure, the places inside, or nowhere. */
  readonly source: 'own' | 'children' | 'none';
  /** Sum of the places inside, also when the own figure wins; null when there are no places inside. */
  readonly inside: Range | null;
  /** Own figure less the sum inside (base values); null when one of them is missing. */
  readonly difference: number | null;
  /** Own figure and places inside cannot both be right: to be shown, never evened out. */
  readonly conflict: boolean;
  /** Places inside: how many are known, and of how many. */
  readonly known: number;
  readonly of: number;
  /** Sum of values carried over from another year, here or inside, that do not count; null when there are none. */
  readonly carried: number | null;
  /** Rests on an estimate, a default share or an unconfirmed prefill. */
  readonly assumed: boolean;
}

/** Sum of the places inside: whole when all are known, "at least" when some are, "at most" when only that is known of each, not known when nothing is. */
function sumOf(children: readonly Total[]): Range {
  if (children.length === 0) return UNKNOWN;
  const whole = add(...children.map((c) => c.range));
  if (whole.base !== null) return whole;
  const lows = children.map((c) => c.range.low ?? c.range.base).filter((v) => v !== null);
  return lows.length === 0 ? { ...UNKNOWN, high: whole.high } : { low: lows.reduce((a, b) => a + b, 0), base: null, high: whole.high };
}

/** What two incomplete statements about the same number say together; each bound as it is where they contradict each other. */
const narrower = (a: Range, b: Range): Range => {
  const lows = [a.low, b.low].filter((v) => v !== null);
  const highs = [a.high, b.high].filter((v) => v !== null);
  return disjoint(a, b) ? a : { low: lows.length === 0 ? null : Math.max(...lows), base: null, high: highs.length === 0 ? null : Math.min(...highs) };
};

/**
 * The total of a place. An own entered value wins and the sum of the places inside is reported beside it; an own value that is only
 * prefilled gives way to places inside that are all entered. Without an own value the total is the sum inside: `partial` ("at least") when
 * some places are not known, `unknown` when none is. An own figure of bounds alone ("at least 5") counts as partial: it narrows a sum that is
 * partial itself, and gives way to a whole one. Carried values never count as known; null is never 0.
 */
export function totalOf(own: Fact | null, children: readonly Total[]): Total {
  const ownKnown = isKnownFact(own);
  const sum = sumOf(children);
  const insideAssumed = children.some((c) => c.assumed);
  const ownWins = ownKnown && !(own.state === 'prefilled' && sum.base !== null && !insideAssumed);
  const ownRange = factRange(own);
  const bounds = !ownKnown && isPartial(ownRange);
  const range = ownWins ? ownRange : bounds && sum.base === null ? narrower(ownRange, sum) : sum;
  const carriedInside = children.map((c) => c.carried).filter((v) => v !== null);
  const carried = isCarried(own) ? (own?.value ?? null) : carriedInside.length > 0 ? carriedInside.reduce((a, b) => a + b, 0) : null;
  return {
    range,
    state: range.base !== null ? 'known' : isUnknown(range) ? 'unknown' : 'partial',
    source: ownWins || (bounds && isUnknown(sum)) ? 'own' : isUnknown(sum) ? 'none' : 'children',
    inside: children.length === 0 ? null : sum,
    difference: lift(ownRange.base, sum.base, (a, b) => a - b),
    conflict: (ownKnown || bounds) && disjoint(ownRange, sum),
    known: children.filter((c) => c.state === 'known').length,
    of: children.length,
    carried: ownWins ? null : carried,
    assumed: ownWins ? isAssumed(own) : insideAssumed,
  };
}

/** One check of a published total: does it add places (beds) to people? */
export interface PublishedTotal {
  /** The total as published, persons. */
  readonly total: number;
  /** The services the total is made of: persons identified, and places where the service has them. */
  readonly parts: readonly { readonly id: string; readonly persons: number | null; readonly places: number | null }[];
}

/**
 * A published total that equals people plus places of the services whose people were not counted adds two different units
 * (Срібне 2020: 453 + 576 + 545 persons + 25 places = 1599). Such a total is shown with a warning and never counted on.
 */
export function totalAddsPlaces(facts: PublishedTotal): { readonly adds: boolean; readonly persons: number; readonly places: number; readonly services: readonly string[] } {
  const persons = facts.parts.reduce((a, p) => a + (p.persons ?? 0), 0);
  const beds = facts.parts.filter((p) => p.persons === null && p.places !== null && p.places > 0);
  const places = beds.reduce((a, p) => a + (p.places ?? 0), 0);
  const adds = places > 0 && facts.total === persons + places;
  return { adds, persons, places, services: adds ? beds.map((p) => p.id) : [] };
}
