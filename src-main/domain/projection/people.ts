import type { Range } from '../../contract/models.ts';
import { addCohorts, movePeople, type Cohorts, type Move, NOBODY, personsOf, scaleCohorts, stepYear, totalOf } from './cohort.ts';
import { OPEN } from './lifeTable.ts';
import { changed, type ParameterChange, type Parameters, type Variant } from './parameters.ts';

/** A place of the tree at the first year. */
export interface PlaceFacts {
  readonly id: string;
  readonly parent: string | null;
  /** Its own figure of the population; all null when it has none. */
  readonly population: Range;
  /** How ages and sexes are spread there; only the proportions count. */
  readonly shape: Cohorts;
}

/** An event or a difference that moves people. */
export interface PeopleEvent extends Omit<Move, 'persons'> {
  readonly id: string;
  readonly territory: string;
  readonly from: number;
  readonly to: number;
  /** `set` = as many people as this from the year on. */
  readonly unit: 'person' | 'percent' | 'set';
  /** A difference of a scenario holds from the first year on even when it began earlier; an event of the past is in the first figure already. */
  readonly atStart: boolean;
  readonly low: number;
  readonly base: number;
  readonly high: number;
}

/** What the people of all places are carried forward from. */
export interface PeopleFacts {
  readonly start: number;
  readonly horizon: number;
  readonly places: readonly PlaceFacts[];
  readonly root: string;
  readonly parameters: Parameters;
  readonly events: readonly PeopleEvent[];
  /** Differences of events: how many come or leave from a year on. */
  readonly eventChanges: readonly (Omit<ParameterChange, 'parameter'> & { readonly event: string })[];
}

/** A place in one year. */
export interface PlaceYear { readonly people: Cohorts; readonly population: number; readonly births: number; readonly deaths: number; readonly migration: number }
/** One end of the range: every place that is known, year by year from the start. */
export interface PeopleResult {
  /** Is the population of a place known? */
  has(place: string): boolean;
  /** A place through the years, the first year first; none where it is not known. */
  years(place: string): readonly PlaceYear[];
  /** Persons of a place of ages and sex, so many years after the start; null = not known. */
  persons(place: string, at: number, from: number, to: number, sex: Move['sex']): number | null;
  /** People each event moved, by year: event id → year → persons. */
  readonly moved: ReadonlyMap<string, ReadonlyMap<number, number>>;
  /** Events that could not be counted: nobody is known at their place. */
  readonly left: readonly string[];
}

/** People counted together: a place, or what a place has beyond the places inside. It counts in each of `nodes`. */
interface Cell { readonly place: string; readonly nodes: Set<string>; readonly shape: Cohorts; readonly people: Cohorts }

/** How far an own figure lies below the sum inside: the places together have more people. Null where it does not. */
export function conflicts(places: readonly PlaceFacts[]): ReadonlyMap<string, number> {
  return startCells(places, 'base').conflicts;
}

/**
 * The people at the start. A place with a figure has it; what it has beyond the known places inside is counted as the rest of the place, so that
 * places add up to the whole. A figure smaller than the places inside together contradicts them: then it stands for itself, in their proportions.
 */
function startCells(places: readonly PlaceFacts[], variant: Variant): { readonly cells: readonly Cell[]; readonly conflicts: ReadonlyMap<string, number> } {
  const inside = Map.groupBy(places, (place) => place.parent ?? '');
  const cells: Cell[] = [];
  const found = new Map<string, number>();
  const cell = (place: string, shape: Cohorts, persons: number): Cell => {
    const whole = totalOf(shape);
    const made: Cell = { place, nodes: new Set([place]), shape, people: whole === 0 ? NOBODY : scaleCohorts(shape, persons / whole) };
    cells.push(made);
    return made;
  };
  /** Cells that make up a place, null when nobody knows its population. */
  const build = (place: PlaceFacts): readonly Cell[] | null => {
    const children = inside.get(place.id) ?? [];
    const parts = children.map(build);
    const known = parts.flatMap((part) => part ?? []);
    const { base } = place.population;
    if (base === null) {
      if (parts.length === 0 || parts.includes(null)) return null;
      for (const part of known) part.nodes.add(place.id);
      return known;
    }
    const persons = place.population[variant] ?? base;
    const sum = known.reduce((all, part) => all + totalOf(part.people), 0);
    if (sum > persons + 1e-6) {
      if (variant === 'base') found.set(place.id, sum - persons);
      return [cell(place.id, addCohorts(known.map((part) => part.people)), persons)];
    }
    for (const part of known) part.nodes.add(place.id);
    return persons - sum > 1e-6 || known.length === 0 ? [...known, cell(place.id, place.shape, persons - sum)] : known;
  };
  for (const place of inside.get('') ?? []) build(place);
  return { cells, conflicts: found };
}

/** Cells of the same ages, rates and events: they keep their proportions to each other, so one calculation serves them all. */
interface Kind { readonly rates: string; people: Cohorts; flows: Flows; readonly years: PlaceYear[] }
type Flows = Pick<PlaceYear, 'births' | 'deaths' | 'migration'>;
const STILL: Flows = { births: 0, deaths: 0, migration: 0 };

/** Projects every known place, one end of the range. Each year closes exactly: after = before + births − deaths + migration. */
export function projectPeople(facts: PeopleFacts, variant: Variant): PeopleResult {
  const { start, horizon, parameters } = facts;
  const { cells } = startCells(facts.places, variant);
  const parents = new Map(facts.places.map((place) => [place.id, place.parent]));
  const isInside = (inner: string, outer: string): boolean => { for (let at: string | null | undefined = inner; at; at = parents.get(at)) if (at === outer) return true; return false; };

  /** Sets of cells an event touches: the place, and apart from it the places inside that contradict it. The nearest known place around stands in for one nobody knows. */
  const touched = (event: PeopleEvent): readonly (readonly Cell[])[] => {
    const at = event.territory === '' ? facts.root : event.territory;
    for (let place: string | null | undefined = at; place; place = parents.get(place)) {
      const own = cells.filter((one) => one.nodes.has(place ?? ''));
      if (own.length > 0 && (place === at || event.unit === 'person')) return [own, cells.filter((one) => !one.nodes.has(at) && isInside(one.place, at))].filter((set) => set.length > 0);
    }
    return [];
  };
  const events = facts.events.map((event) => ({ event, sets: touched(event) }));
  const shapes = new Map<Cohorts, number>();
  const kinds: Kind[] = [];
  const kindOf = new Map<Cell, Kind>();
  const alike = Map.groupBy(cells, (cell) => {
    if (!shapes.has(cell.shape)) shapes.set(cell.shape, shapes.size);
    return `${shapes.get(cell.shape)}|${parameters.ratesAt(cell.place)}|${events.map(({ sets }) => sets.findIndex((set) => set.includes(cell))).join()}`;
  });
  for (const [name, list] of alike) {
    const kind: Kind = { rates: name.split('|')[1] ?? '', people: addCohorts(list.map((cell) => cell.people)), flows: STILL, years: [] };
    kinds.push(kind);
    for (const cell of list) kindOf.set(cell, kind);
  }
  const weights = new Map([...alike.values()].flatMap((list) => {
    const whole = list.reduce((sum, cell) => sum + totalOf(cell.people), 0);
    return list.map((cell) => [cell, whole === 0 ? 1 / list.length : totalOf(cell.people) / whole] as const);
  }));

  const moved = new Map<string, Map<number, number>>();
  const apply = (event: PeopleEvent, sets: readonly (readonly Cell[])[], year: number): void => {
    const amount = facts.eventChanges.filter((one) => one.event === event.id && one.from <= year).reduce((at, one) => changed(at, one, variant), event[variant]);
    sets.forEach((set, index) => {
      const touchedKinds = [...new Set(set.map((cell) => kindOf.get(cell) as Kind))];
      const there = touchedKinds.map((one) => personsOf(one.people, Math.min(event.ageFrom, OPEN), event.ageTo, event.sex));
      const all = there.reduce((a, b) => a + b, 0);
      const whole = touchedKinds.reduce((a, one) => a + totalOf(one.people), 0);
      const persons = event.unit === 'person' ? amount : event.unit === 'percent' ? (all * amount) / 100 : amount - whole;
      let done = 0;
      touchedKinds.forEach((one, i) => {
        const share = all > 0 ? (there[i] ?? 0) / all : whole > 0 ? totalOf(one.people) / whole : 1 / touchedKinds.length;
        const step = movePeople(one.people, { persons: persons * share, ageFrom: event.ageFrom, ageTo: event.ageTo, sex: event.sex });
        one.people = step.after;
        one.flows = { ...one.flows, migration: one.flows.migration + step.moved };
        done += step.moved;
      });
      if (index === 0) moved.set(event.id, (moved.get(event.id) ?? new Map<number, number>()).set(year, done));
    });
  };

  // What a scenario changes from the first year on, or before, is there from the beginning.
  for (const { event, sets } of events) if (event.atStart && event.from <= start) apply(event, sets, start);
  for (let year = start; year <= start + horizon; year++) {
    for (const kind of kinds) {
      const step = year === start ? null : stepYear(kind.people, parameters.rates(year - 1, variant, kind.rates));
      kind.people = step?.after ?? kind.people;
      kind.flows = step ? { births: step.births, deaths: step.deaths, migration: step.migration } : STILL;
    }
    if (year > start) for (const { event, sets } of events) if (event.from <= year && year <= event.to) apply(event, sets, year);
    for (const kind of kinds) kind.years.push({ people: kind.people, population: totalOf(kind.people), ...kind.flows });
  }
  return { ...placesOf(facts.places, cells, kindOf, weights), moved, left: events.filter(({ sets }) => sets.length === 0).map(({ event }) => event.id) };
}

/** Places out of the kinds of people they are made of. */
function placesOf(places: readonly PlaceFacts[], cells: readonly Cell[], kindOf: ReadonlyMap<Cell, Kind>, weights: ReadonlyMap<Cell, number>): Pick<PeopleResult, 'has' | 'years' | 'persons'> {
  const parts = new Map<string, Map<Kind, number>>();
  const known = new Set(places.map((place) => place.id));
  for (const cell of cells) {
    const kind = kindOf.get(cell) as Kind;
    for (const node of cell.nodes) {
      if (!known.has(node)) continue;
      const list = parts.get(node) ?? new Map<Kind, number>();
      parts.set(node, list.set(kind, (list.get(kind) ?? 0) + (weights.get(cell) ?? 0)));
    }
  }
  const bands = new Map<Kind, Map<string, number>>();
  const band = (kind: Kind, at: number, from: number, to: number, sex: Move['sex']): number => {
    let kept = bands.get(kind);
    if (!kept) bands.set(kind, kept = new Map());
    const name = `${at}|${from}|${to}|${sex}`;
    let found = kept.get(name);
    if (found === undefined) kept.set(name, found = personsOf((kind.years[at] as PlaceYear).people, from, to, sex));
    return found;
  };
  const kept = new Map<string, readonly PlaceYear[]>();
  const make = (place: string): readonly PlaceYear[] => {
    const list = [...parts.get(place) ?? []];
    const length = list[0]?.[0].years.length ?? 0;
    return Array.from({ length }, (_, at): PlaceYear => {
      const sum = (name: keyof Flows | 'population'): number => list.reduce((all, [kind, weight]) => all + weight * (kind.years[at]?.[name] ?? 0), 0);
      return { people: addCohorts(list.map(([kind, weight]) => scaleCohorts(kind.years[at]?.people ?? NOBODY, weight))), population: sum('population'), births: sum('births'), deaths: sum('deaths'), migration: sum('migration') };
    });
  };
  return {
    has: (place) => parts.has(place),
    years: (place) => { let found = kept.get(place); if (!found) kept.set(place, found = make(place)); return found; },
    persons: (place, at, from, to, sex) => {
      const list = parts.get(place);
      if (!list) return null;
      let all = 0;
      for (const [kind, weight] of list) all += weight * band(kind, at, from, to, sex);
      return all;
    },
  };
}
