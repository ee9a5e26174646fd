import type { GroupMethod } from '../../contract/api/projection.ts';
import type { Range } from '../../contract/models.ts';
import { UNKNOWN } from '../range.ts';
import { changed, type ParameterChange, VARIANTS, type Variant } from './parameters.ts';
import type { PeopleResult } from './people.ts';
import type { Trend } from './trend.ts';

/** How a group is carried forward. Ages in full years; growth a year as shares. */
export interface GroupRule {
  readonly method: GroupMethod;
  readonly from: number;
  readonly to: number;
  readonly sex: 'all' | 'female' | 'male';
  readonly bornUntil: number | null;
  readonly growth: Range;
  readonly definedByAge: boolean;
}

/** Something that changes the size of a group at a place. */
export interface GroupEvent {
  readonly id: string;
  readonly group: string;
  readonly territory: string;
  readonly from: number;
  readonly to: number;
  readonly unit: 'person' | 'percent';
  readonly amount: (variant: Variant, year: number) => number;
  /** Those who join or leave also come or leave: as many as moved. */
  readonly moves: boolean;
}
/** A difference of a scenario in the size of a group. */
export interface GroupChange extends Omit<ParameterChange, 'parameter'> { readonly group: string }

/** What a group is carried forward from. */
export interface GroupFacts {
  readonly start: number;
  readonly horizon: number;
  readonly root: string;
  readonly parents: ReadonlyMap<string, string | null>;
  /** Size at the first year of a place. */
  readonly size: (place: string) => Range;
  readonly rule: GroupRule;
  readonly events: readonly GroupEvent[];
  readonly changes: readonly GroupChange[];
  /** Line through the group's own years, by place; only for `trend`. */
  readonly trend: (place: string) => Trend | null;
}

/** Ages of the group's band in a year: a generation grows older. */
export function bandOf(rule: GroupRule, start: number, year: number): { readonly from: number; readonly to: number } {
  if (rule.method !== 'generation') return { from: rule.from, to: rule.to };
  return { from: Math.max(0, year - (rule.bornUntil ?? start)), to: 200 };
}

/** People of the group's band at a place in a year; null = not known. */
type Band = (people: PeopleResult, year: number) => number | null;
const bandAt = ({ rule, start }: GroupFacts, place: string): Band => (people, year) => {
  const { from, to } = bandOf(rule, start, year);
  return people.persons(place, year - start, from, to, rule.sex);
};

/** The group follows the people of a band. */
const follows = ({ method }: GroupRule): boolean => method === 'cohort' || method === 'generation';

/** How many times those who belong to the group at a place grow from a year to a later one by its rule: as their band, by the growth, or not at all. */
function followed(facts: GroupFacts, apart: PeopleResult, variant: Variant, place: string): (since: number, year: number) => number {
  const { rule } = facts;
  if (rule.method === 'growth') return (since, year) => (1 + (rule.growth[variant] ?? rule.growth.base ?? 0)) ** (year - since);
  if (!follows(rule)) return () => 1;
  const band = bandAt(facts, place);
  return (since, year) => { const then = band(apart, since), now = band(apart, year); return now === null || !then ? 1 : now / then; };
}

/**
 * Size by its rule alone: how it follows the years at a place; null = not known. `people` without those whom the group's own events move: they are
 * counted as the event says, not once more by their ages. Where everybody of the band is the group, they are the people the events add to it.
 */
function ruled(facts: GroupFacts, people: PeopleResult, apart: PeopleResult, variant: Variant, place: string): (year: number) => number | null {
  const { rule, start } = facts;
  const size = facts.size(place);
  const now = size[variant] ?? size.base;
  const unknown = (): null => null;
  switch (rule.method) {
    case 'none': return unknown;
    case 'constant': return () => now;
    case 'growth': {
      const growth = followed(facts, apart, variant, place);
      return now === null || (rule.growth[variant] ?? rule.growth.base) === null ? unknown : (year) => now * growth(start, year);
    }
    case 'trend': {
      const line = facts.trend(place);
      return (year) => (year === start ? now : line?.at(year)[variant] ?? null);
    }
    default: {
      const byAgeAlone = rule.definedByAge && size.low === null && size.high === null;
      if (!people.has(place) || (now === null && !byAgeAlone)) return unknown;
      const band = bandAt(facts, place);
      const today = band(apart, start) ?? 0;
      if (now === null) return (year) => band(people, year);
      if (now !== 0 && today === 0) return unknown;
      return (year) => {
        const alone = band(apart, year) ?? 0;
        const moved = rule.definedByAge ? (band(people, year) ?? 0) - alone : 0;
        return (now === 0 ? 0 : (now * alone) / today) + moved;
      };
    }
  }
}

/** Does nothing but its rule change the group? */
export const isQuiet = ({ events, changes }: Pick<GroupFacts, 'events' | 'changes'>): boolean => events.length === 0 && changes.length === 0;

/** People an event added to the group (or, below zero, took) in a year, at the place and the places around and inside; they follow the rule at the place. */
interface Joined { readonly event: string; readonly year: number; readonly by: ReadonlyMap<string, number>; readonly grown: (since: number, year: number) => number }

/** What stands between the rule and the result of a place in a year. */
export type GroupPart =
  /** `joined` in the event's year are `now` today. */
  | { readonly kind: 'event'; readonly event: string; readonly year: number; readonly joined: number; readonly now: number }
  | { readonly kind: 'change'; readonly change: GroupChange; readonly before: number; readonly after: number };
/** Asks what a place is made of in a year, one end of the range at a time. */
export interface Asked { readonly place: string; readonly year: number; readonly parts: GroupPart[] }

/**
 * Sizes of a group by place and year, one end of the range. Events add to what the rule gives; whom they added follows the rule from then on. A
 * difference of a scenario is taken of the result each year. What changes at a place changes the places around it by as many people, and the places
 * inside in proportion to their size. Where nothing changes the group, places do not touch each other: `only` one of them can be asked for.
 * `apart` = the people without those whom the group's own events move.
 */
export function projectGroup(facts: GroupFacts, people: PeopleResult, variant: Variant, { only, apart = people, asked }: { readonly only?: string; readonly apart?: PeopleResult; readonly asked?: Asked } = {}): ReadonlyMap<string, readonly (number | null)[]> {
  const { start, horizon, parents, root } = facts;
  const quiet = isQuiet(facts);
  const ids = quiet && only !== undefined ? [only] : [...parents.keys()];
  const path = (place: string): string[] => { const way: string[] = []; for (let at: string | null | undefined = place; at; at = parents.get(at)) way.push(at); return way; };
  const ways = new Map(quiet ? [] : ids.map((id) => [id, path(id)]));
  const joined: Joined[] = [];
  const result = new Map<string, (number | null)[]>();
  const rules = ids.map((id) => { const rule = ruled(facts, people, apart, variant, id); result.set(id, []); return [id, rule] as const; });
  if (quiet) {
    for (const [id, rule] of rules) for (let year = start; year <= start + horizon; year++) result.get(id)?.push(rule(year));
    return result;
  }
  const { definedByAge } = facts.rule;

  for (let year = start; year <= start + horizon; year++) {
    const tell = asked?.year === year ? (part: GroupPart): void => { asked.parts.push(part); } : null;
    const since = joined.map((one) => ({ ...one, factor: one.grown(one.year, year) }));
    const values = new Map(rules.map(([id, rule]) => {
      const value = rule(year);
      return [id, value === null ? null : Math.max(0, since.reduce((sum, one) => sum + (one.by.get(id) ?? 0) * one.factor, value))] as const;
    }));
    if (tell) for (const one of since) { const by = one.by.get(asked?.place ?? ''); if (by !== undefined) tell({ kind: 'event', event: one.event, year: one.year, joined: by, now: by * one.factor }); }
    /** Adds people at a place: who came where. */
    const shift = (place: string, by: number): { readonly at: string; readonly by: ReadonlyMap<string, number> } => {
      const at = values.get(place) === null ? ways.get(place)?.find((each) => values.get(each) !== null) ?? place : place;
      const before = values.get(at) ?? null;
      const parts = new Map<string, number>();
      if (before === null) return { at, by: parts };
      const delta = Math.max(by, -before);
      for (const id of ids) {
        const value = values.get(id) ?? null;
        if (value === null) continue;
        const around = ways.get(at)?.includes(id) === true;
        const part = around ? delta : ways.get(id)?.includes(at) && before > 0 ? (delta * value) / before : 0;
        if (part === 0) continue;
        values.set(id, Math.max(0, value + part));
        parts.set(id, part);
      }
      return { at, by: parts };
    };
    for (const event of facts.events) {
      if (year === start || year < event.from || year > event.to) continue;
      const place = event.territory === '' ? root : event.territory;
      // Who comes or leaves is counted in the band already when the band is the group.
      if (event.moves && definedByAge) continue;
      // Where nobody knows the population, the people of the event are still counted in their group.
      const counted = event.moves && !(event.unit === 'person' && people.left.includes(event.id));
      const amount = counted ? people.moved.get(event.id)?.get(year) ?? 0 : event.unit === 'percent' ? ((values.get(place) ?? 0) * event.amount(variant, year)) / 100 : event.amount(variant, year);
      const { at, by } = shift(place, amount);
      joined.push({ event: event.id, year, by, grown: followed(facts, apart, variant, at) });
      const here = asked && by.get(asked.place);
      if (tell && here !== undefined) tell({ kind: 'event', event: event.id, year, joined: here, now: here });
    }
    for (const change of facts.changes) {
      if (year < change.from) continue;
      const place = change.territory === '' ? root : change.territory;
      const value = values.get(place) ?? null;
      if (value === null) continue;
      const before = values.get(asked?.place ?? '') ?? null;
      shift(place, changed(value, change, variant) - value);
      const after = values.get(asked?.place ?? '') ?? null;
      if (tell && before !== null && after !== null) tell({ kind: 'change', change, before, after });
    }
    for (const id of ids) result.get(id)?.push(values.get(id) ?? null);
  }
  return result;
}

/** A group at a place through the years as ranges; bounds in order whatever a difference does. */
export function rangesOf(by: Readonly<Record<Variant, ReadonlyMap<string, readonly (number | null)[]>>>, place: string): readonly Range[] {
  const [low, base, high] = VARIANTS.map((variant) => by[variant].get(place) ?? []);
  return (base ?? []).map((value, at) => {
    if (value === null) return UNKNOWN;
    const ends = [low?.[at], value, high?.[at]].filter((one): one is number => typeof one === 'number');
    return { low: Math.min(...ends), base: value, high: Math.max(...ends) };
  });
}
