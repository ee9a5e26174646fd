import type { Difference, GroupChoice } from '../contract/api/projection.ts';
import type { Range } from '../contract/models.ts';
import { isQuiet, rangesOf, projectGroup, type GroupChange, type GroupFacts, type GroupPart } from '../domain/projection/groups.ts';
import { changed, type Variant } from '../domain/projection/parameters.ts';
import { conflicts, projectPeople, type PeopleEvent, type PeopleResult, type PlaceFacts } from '../domain/projection/people.ts';
import { trendOf, type Point, type TrendResult } from '../domain/projection/trend.ts';
import { UNKNOWN } from '../domain/range.ts';
import { valuesOf } from '../store/projection.ts';
import { groupSize, populationOf } from './groupSizes.ts';
import { remember } from './memo.ts';
import type { PlanModel } from './model.ts';
import type { Program } from './program.ts';
import { parametersFor, setupOf, shapeOf, structureOf } from './projectionSetup.ts';
import { figure } from './seed.ts';
import { createSeries } from './series.ts';

/** A year and scenario of the plan carried forward: people and groups of every place. */
export interface Projected {
  readonly horizon: number;
  readonly people: Readonly<Record<Variant, PeopleResult>>;
  readonly conflicts: ReadonlyMap<string, number>;
  /** Group → place → range by year, the first year first. */
  group(group: string, place: string): readonly Range[];
  population(place: string): readonly Range[];
  /** What events and differences make of a group at a place in a year, base values; and the people its rule follows. */
  groupParts(group: string, place: string, year: number): { readonly parts: readonly GroupPart[]; readonly apart: PeopleResult };
}

const byVariant = <T>(make: (variant: Variant) => T): Readonly<Record<Variant, T>> => ({ low: make('low'), base: make('base'), high: make('high') });

/** Does the scenario say the first year's figure itself? Then differences up to that year are in it already. */
function ownAtStart(model: PlanModel, row: Difference): boolean {
  if (model.scenario === 'base' || row.from > model.year) return false;
  const own = model.series.at(row.what === 'population' ? 'population' : 'groupSize', row.what === 'group' ? { group: row.target } : {}, row.territory || model.root);
  return own?.scenario === model.scenario;
}

/** Differences of the model's scenario of one kind. */
export const differencesFor = (program: Program, model: PlanModel, what: Difference['what']): readonly Difference[] =>
  setupOf(program, model).differences.filter((row) => row.what === what && row.scenario === model.scenario && !ownAtStart(model, row));

function peopleEvents(program: Program, model: PlanModel): readonly PeopleEvent[] {
  const events = setupOf(program, model).events.filter((event) => event.moves && (event.scenario === 'base' || event.scenario === model.scenario));
  return [
    ...events.map((event): PeopleEvent => {
      // Those who join a group that is an age band are of these ages.
      const choice = setupOf(program, model).choices.get(event.group);
      return { ...event, ...(choice?.definedByAge === true && event.ageTo >= choice.from ? { ageFrom: Math.max(event.ageFrom, choice.from), sex: choice.sex === 'all' ? event.sex : choice.sex } : {}), atStart: false };
    }),
    ...differencesFor(program, model, 'population').map((row): PeopleEvent => ({
      id: row.id, territory: row.territory, from: row.from, to: Math.max(row.from, model.year), atStart: true, unit: row.how === 'number' ? 'person' : row.how,
      low: row.low ?? row.value, base: row.value, high: row.high ?? row.value, ageFrom: 0, ageTo: 200, sex: 'all',
    })),
  ];
}

/** The plan's own years of a figure at a place up to a year, carried ones left out. */
export function pointsOf(program: Program, model: PlanModel, of: { readonly measure: 'population' | 'groupSize' | 'identified' | 'served' | 'waiting'; readonly group: string; readonly service: string }): (place: string) => readonly Point[] {
  const years = model.years.filter((year) => year <= model.year).map((year) => {
    const figures = valuesOf(program.store().read, year, of.measure, of.group, of.service).map((row) => figure({ ...of, ...row, year }));
    return { year, series: createSeries(figures, model.children) };
  });
  return (place) => years.flatMap(({ year, series }) => { const value = series.total(of.measure, of, place).range.base; return value === null ? [] : [{ year, value }]; });
}

/** The line through a group's own years at a place. */
export function groupTrend(program: Program, model: PlanModel, group: string, place: string): { readonly points: readonly Point[]; readonly result: TrendResult } {
  const points = pointsOf(program, model, { measure: 'groupSize', group, service: '' })(place);
  return { points, result: trendOf(points, 'linear') };
}

/**
 * Projects a model; kept as long as its figures of people and its tables stay, and the other years too where a group follows its own years.
 * A longer projection holds every shorter one.
 */
export function projectionOf(program: Program, model: PlanModel, horizon: number): Projected {
  const kept = remember(model, 'people', 'projected', () => ({ stamp: '', made: null as Projected | null }));
  const trends = [...setupOf(program, model).choices.values()].some((choice) => choice.method === 'trend');
  const stamp = trends ? String(program.store().revision()) : '';
  if (kept.made === null || kept.stamp !== stamp || kept.made.horizon < horizon) Object.assign(kept, { stamp, made: project(program, model, horizon) });
  return { ...(kept.made as Projected), horizon };
}

function project(program: Program, model: PlanModel, horizon: number): Projected {
  const structure = structureOf(program, model);
  const setup = setupOf(program, model);
  const places = model.territories.map((place): PlaceFacts => {
    const total = populationOf(model, place.id);
    return { id: place.id, parent: place.parent, population: total.source === 'own' ? total.range : UNKNOWN, shape: shapeOf(structure, model, place.id) };
  });
  const eventChanges = differencesFor(program, model, 'event').map((row) => ({ ...row, event: row.target }));
  const facts = { start: model.year, horizon, places, root: model.root, parameters: parametersFor(program, model), events: peopleEvents(program, model), eventChanges };
  const people = byVariant((variant) => projectPeople(facts, variant));
  /** Without those whom the events of a group move: they are counted in it as the events say. */
  const without = (own: ReadonlySet<string>): Projected['people'] => (own.size === 0 ? people : byVariant((variant) => projectPeople({ ...facts, events: facts.events.filter((event) => !own.has(event.id)) }, variant)));
  const parents = new Map(model.territories.map((place) => [place.id, place.parent]));
  const groupChanges = differencesFor(program, model, 'group').map((row): GroupChange => ({ ...row, group: row.target }));
  const events = setup.events.filter((event) => event.group !== '' && (event.scenario === 'base' || event.scenario === model.scenario));
  const groups = new Map<string, { readonly made: Readonly<Record<Variant, ReadonlyMap<string, readonly (number | null)[]>>>; readonly facts: GroupFacts; readonly apart: Projected['people'] }>();
  const projected = (group: string, place: string) => {
    const whole = groups.get(group) ?? groups.get(`${group}|${place}`);
    if (whole) return whole;
    const rule = setup.choices.get(group) as GroupChoice;
    const points = rule.method === 'trend' ? pointsOf(program, model, { measure: 'groupSize', group, service: '' }) : () => [];
    const groupFacts: GroupFacts = {
      start: model.year, horizon, root: model.root, parents, rule, size: (of: string) => groupSize(model, group, of).range,
      events: events.filter((event) => event.group === group).map((event) => ({ ...event, amount: (variant: Variant, year: number) => eventChanges.filter((row) => row.event === event.id && row.from <= year).reduce((at, row) => changed(at, row, variant), event[variant]) })),
      changes: groupChanges.filter((change) => change.group === group),
      trend: (of: string) => { const result = trendOf(points(of), 'linear'); return result.ok ? result.trend : null; },
    };
    const apart = without(new Set(rule.method === 'cohort' || rule.method === 'generation' ? groupFacts.events.filter((event) => event.moves && !people.base.left.includes(event.id)).map((event) => event.id) : []));
    const found = { made: byVariant((variant) => projectGroup(groupFacts, people[variant], variant, { only: place, apart: apart[variant] })), facts: groupFacts, apart };
    groups.set(isQuiet(groupFacts) ? `${group}|${place}` : group, found);
    return found;
  };
  return {
    horizon, people, conflicts: conflicts(places),
    group: (group, place) => rangesOf(projected(group, place).made, place),
    groupParts: (group, place, year) => {
      const { facts: of, apart } = projected(group, place);
      const parts: GroupPart[] = [];
      projectGroup({ ...of, horizon: year - model.year }, people.base, 'base', { apart: apart.base, asked: { place, year, parts } });
      return { parts, apart: apart.base };
    },
    population: (place) => rangesOf(byVariant((variant) => new Map([[place, Array.from({ length: people[variant].has(place) ? horizon + 1 : 0 }, (_, at) => people[variant].persons(place, at, 0, 200, 'all'))]])), place),
  };
}
