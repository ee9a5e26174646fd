import type { GroupChoice, ProjectedGroup, ProjectionView, PyramidBand, TrendView, YearRow } from '../contract/api/projection.ts';
import type { FigureKey, Num, Projected as What, Range, Sentence, TraceRef, Unit } from '../contract/models.ts';
import { personsOf } from '../domain/projection/cohort.ts';
import { PUBLISHED_OPEN } from '../domain/projection/lifeTable.ts';
import { VARIANTS } from '../domain/projection/parameters.ts';
import type { Trend, TrendResult } from '../domain/projection/trend.ts';
import { exact, lift, range, UNKNOWN } from '../domain/range.ts';
import { roundPersons } from '../domain/rounding.ts';
import { figureCell, numOf } from './cells.ts';
import { groupSize } from './groupSizes.ts';
import type { PlanModel } from './model.ts';
import { notApplicable, resultNum } from './num.ts';
import { sentence, type Program } from './program.ts';
import { groupTrend, projectionOf, type Projected } from './projectionFacts.ts';
import { setupOf, structureOf } from './projectionSetup.ts';

/** Reference of a projected number, for its trace. */
export const projectedRef = (model: PlanModel, what: What, territory: string, target: number, of: { group?: string; service?: string } = {}): TraceRef =>
  ({ kind: 'projected', what, group: of.group ?? '', service: of.service ?? '', territory, year: model.year, target, scenario: model.scenario });

/** A projected number: always an assumption, whatever it began with. */
export const projectedNum = (value: Range, unit: Unit, ref: TraceRef | null, missing: readonly FigureKey[] = []): Num =>
  resultNum(value, unit, ref, { assumed: value.base !== null, missing: value.base === null ? missing : [] });

/** What to enter before the population of a place is known. */
export const populationMissing = (model: PlanModel, place: string): readonly FigureKey[] => [model.key('population', {}, place)];

/** What to enter before a group can be projected. */
export function groupMissing(model: PlanModel, choice: GroupChoice, place: string, projected: Projected): readonly FigureKey[] {
  if (choice.method === 'none' || choice.method === 'growth' || choice.method === 'trend') return groupSize(model, choice.group, place).range.base === null ? [model.key('groupSize', { group: choice.group }, place)] : [];
  const people = choice.method === 'cohort' || choice.method === 'generation' ? projected.people.base.has(place) : true;
  const sized = choice.definedByAge || groupSize(model, choice.group, place).range.base !== null;
  return [...(people ? [] : populationMissing(model, place)), ...(sized ? [] : [model.key('groupSize', { group: choice.group }, place)])];
}

/** The population of a place through the years: the first one as the plan has it. */
export function populationNums(program: Program, model: PlanModel, projected: Projected, place: string): readonly Num[] {
  const ranges = projected.population(place);
  const missing = populationMissing(model, place);
  return Array.from({ length: projected.horizon + 1 }, (_, at) => {
    if (at === 0 && startsAsEntered(program, model, 'population', '', place)) return numOf(figureCell(model, model.key('population', {}, place)));
    return projectedNum(ranges[at] ?? UNKNOWN, 'person', projectedRef(model, 'population', place, model.year + at), missing);
  });
}

/** Nothing that a scenario says of the first year stands between the figure of the plan and the start. */
function startsAsEntered(program: Program, model: PlanModel, what: 'population' | 'group', target: string, _place: string): boolean {
  return model.scenario === 'base' || !setupOf(program, model).differences.some((row) => row.scenario === model.scenario && row.what === what && row.target === target && row.from <= model.year);
}

/** A group through the years. */
export function groupNums(program: Program, model: PlanModel, projected: Projected, group: string, place: string): readonly Num[] {
  const choice = setupOf(program, model).choices.get(group) as GroupChoice;
  const unit = model.groups.find((row) => row.id === group)?.unit ?? 'person';
  const ranges = projected.group(group, place);
  const missing = groupMissing(model, choice, place, projected);
  const start = figureCell(model, model.key('groupSize', { group }, place));
  return Array.from({ length: projected.horizon + 1 }, (_, at) => {
    if (at === 0 && start.value !== null && start.state !== 'carried' && startsAsEntered(program, model, 'group', group, place)) return numOf(start);
    if (choice.method === 'none') return notApplicable(unit);
    return projectedNum(ranges[at] ?? UNKNOWN, unit, projectedRef(model, 'group', place, model.year + at, { group }), missing);
  });
}

/** A line as a page shows it. */
export function trendView(points: TrendView['points'], result: TrendResult, kind: Trend['kind'], from: number, until: number): TrendView {
  if (!result.ok) return { kind, points, refused: result.refused, slope: null, fit: null, line: [] };
  const { trend } = result;
  const first = Math.min(from, ...points.map((point) => point.year));
  return { kind, points, refused: null, slope: trend.slope, fit: trend.fit, line: Array.from({ length: until - first + 1 }, (_, at) => ({ year: first + at, range: trend.at(first + at) })) };
}

function yearRow(model: PlanModel, projected: Projected, place: string, at: number, population: Num): YearRow {
  const years = VARIANTS.map((variant) => projected.people[variant].years(place)[at]);
  const flow = (name: 'births' | 'deaths' | 'migration'): Num => {
    const known = years.flatMap((year) => (year ? [year[name]] : []));
    const base = projected.people.base.years(place)[at]?.[name] ?? null;
    return base === null || at === 0 ? notApplicable('person') : projectedNum(range(Math.min(...known), base, Math.max(...known)), 'person', null);
  };
  return { year: model.year + at, population, births: flow('births'), deaths: flow('deaths'), migration: flow('migration') };
}

function pyramid(projected: Projected, place: string): readonly PyramidBand[] {
  const years = projected.people.base.years(place);
  const first = years[0], last = years[projected.horizon];
  if (!first || !last) return [];
  return Array.from({ length: PUBLISHED_OPEN / 5 + 1 }, (_, at): PyramidBand => {
    const from = at * 5;
    const to = from >= PUBLISHED_OPEN ? null : from + 4;
    const of = (people: typeof first, sex: 'male' | 'female'): number => personsOf(people.people, from, to ?? 200, sex);
    return { from, to, male: of(first, 'male'), female: of(first, 'female'), maleTarget: of(last, 'male'), femaleTarget: of(last, 'female') };
  });
}

/** In words: what the numbers rest on. */
export function assumptionsOf(program: Program, model: PlanModel, projected: Projected): readonly Sentence[] {
  const structure = structureOf(program, model);
  const setup = setupOf(program, model);
  const used = setup.rows.filter((row) => row.kind === 'assumption' && !setup.rows.some((own) => own.kind === 'own' && own.parameter === row.parameter));
  const say = (key: string, params: Sentence['params'] = {}): Sentence => sentence(`projection.assumption.${key}`, params);
  return [
    structure.whole ? say('country', { asOf: structure.asOf }) : say('oblast', { region: structure.region, asOf: structure.asOf }),
    ...(structure.urban === null ? [say('mixed')] : []), ...(structure.aged ? [say('aged', { year: model.year })] : []),
    ...[...new Set(used.map((row) => row.parameter))].map((parameter) => say(`default.${parameter}`)),
    say('scaled'), say('old'), say('rates'), say('halves'), ...(projected.people.base.left.length > 0 ? [say('left', { count: projected.people.base.left.length })] : []),
  ];
}

/** What the page of projections shows of one scenario. */
export function projectionView(program: Program, model: PlanModel, place: string, horizon: number): ProjectionView {
  const projected = projectionOf(program, model, horizon);
  const setup = setupOf(program, model);
  const { of: _, ...structure } = structureOf(program, model);
  const population = populationNums(program, model, projected, place);
  const known = projected.people.base.has(place);
  return {
    territory: place, start: model.year, target: model.year + horizon, years: Array.from({ length: horizon + 1 }, (_year, at) => model.year + at), structure,
    missing: known ? [] : populationMissing(model, place), occupied: !known && model.meta.status.value === 'occupied', conflict: projected.conflicts.get(place) ?? null,
    rows: population.map((num, at) => yearRow(model, projected, place, at, num)), pyramid: pyramid(projected, place),
    groups: model.groups.map((group): ProjectedGroup => {
      const choice = setup.choices.get(group.id) as GroupChoice;
      const line = choice.method === 'trend' ? groupTrend(program, model, group.id, place) : null;
      return { id: group.id, name: group.name, unit: group.unit, choice, years: groupNums(program, model, projected, group.id, place), trend: line && trendView(line.points, line.result, 'linear', model.year, model.year + horizon) };
    }),
    places: model.territories.filter((row) => row.parent === place).map((row) => {
      const nums = populationNums(program, model, projected, row.id);
      const [start = notApplicable('person')] = nums, target = nums.at(-1) ?? start;
      const change = lift(target.value, start.value, (a, b) => roundPersons(a) - roundPersons(b));
      return { id: row.id, name: row.name, start, target, change: projectedNum(exact(change), 'person', null) };
    }),
    assumptions: assumptionsOf(program, model, projected), recalled: setup.rows.some((row) => row.confidence === 'recalled'),
  };
}
