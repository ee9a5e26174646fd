import type { CompareView, ScenarioResult } from '../contract/api/projection.ts';
import type { Num, Range } from '../contract/models.ts';
import { growthOf, withChanges, type Driver, type MeasureChange } from '../domain/projection/services.ts';
import { clampLow0, mul, sub, UNKNOWN } from '../domain/range.ts';
import { groupSize } from './groupSizes.ts';
import type { PlanModel } from './model.ts';
import { fitsUnit, needAt } from './needFacts.ts';
import { needNums } from './needsView.ts';
import { countedOf, isInside } from './facts.ts';
import { countedUnit } from './num.ts';
import type { Program } from './program.ts';
import { differencesFor, projectionOf, type Projected } from './projectionFacts.ts';
import { groupNums, populationNums, projectedNum, projectedRef } from './projectionView.ts';

/** Groups whose people need a service, with the persons in need of each today: by the survey where there is one, else those typical of it, in proportion to their size. */
export function driversOf(model: PlanModel, service: string, place: string): readonly { readonly group: string; readonly weight: number }[] {
  const need = needAt(model, service, place);
  const survey = need.method === 'registry' ? [] : need.survey?.parts.flatMap((part) => (part.range.base !== null && part.range.base > 0 ? [{ group: part.group, weight: part.range.base }] : [])) ?? [];
  if (survey.length > 0) return survey;
  return model.groups.filter((group) => model.book.group(group.id)?.services.includes(service) && fitsUnit(model, service, group.id, place)).flatMap((group) => {
    const size = groupSize(model, group.id, place).range.base;
    return size === null || size === 0 ? [] : [{ group: group.id, weight: size }];
  });
}

/** How the need of a service grows by a year: with its groups; with the whole population where none of them is known. */
export function serviceGrowth(model: PlanModel, projected: Projected, service: string, place: string, at: number): { readonly growth: Range; readonly drivers: readonly string[] } {
  const drivers = driversOf(model, service, place).map(({ group, weight }): Driver & { readonly group: string } => ({ group, weight, now: groupSize(model, group, place).range.base ?? 0, later: projected.group(group, place)[at] ?? UNKNOWN }));
  const known = drivers.filter((driver) => driver.later.base !== null && driver.now > 0);
  const growth = growthOf(known);
  if (growth) return { growth, drivers: known.map((driver) => driver.group) };
  const people = projected.population(place);
  const now = people[0]?.base ?? null;
  return { growth: now === null ? UNKNOWN : growthOf([{ weight: 1, now, later: people[at] ?? UNKNOWN }]) ?? UNKNOWN, drivers: [] };
}

/** A service in a later year: its need by growth alone and after the differences of the scenario, who is served, and who is left without. */
export interface ServiceThen { readonly grown: Range; readonly general: Range; readonly served: Range; readonly unmet: Range }

/** Need and unmet need of a service in a later year: need grows as its people do, what is provided stays as today; differences change either. */
export function serviceThen(program: Program, model: PlanModel, projected: Projected, service: string, place: string, target: number): ServiceThen {
  const changes = (measure: 'identified' | 'served'): MeasureChange[] => differencesFor(program, model, 'measure')
    .filter((row) => row.target === service && row.measure === measure && row.from <= target).map((row) => ({ ...row, territory: row.territory || model.root }));
  const inside = (inner: string, outer: string): boolean => isInside(model, inner, outer);
  const grownAt = (at: string): Range => mul(needAt(model, service, at).result.general, serviceGrowth(model, projected, service, at, target - model.year).growth);
  const general = withChanges(place, grownAt, changes('identified'), inside);
  const served = withChanges(place, (at) => needAt(model, service, at).served.range, changes('served'), inside);
  // Families are not taken from persons, in later years neither.
  return { grown: grownAt(place), general, served, unmet: needAt(model, service, place).result.mixedUnits ? UNKNOWN : clampLow0(sub(general, served)) };
}

function scenarioResult(program: Program, base: PlanModel, scenario: { readonly id: string; readonly name: string }, place: string, horizon: number, group: string): ScenarioResult {
  const model = program.model(base.year, scenario.id);
  const projected = projectionOf(program, model, horizon);
  const target = base.year + horizon;
  return {
    ...scenario, population: populationNums(program, model, projected, place), group: group === '' ? [] : groupNums(program, model, projected, group, place),
    groups: model.groups.map(({ id }) => {
      const nums = groupNums(program, model, projected, id, place);
      return { id, now: nums[0] as Num, later: nums.at(-1) as Num, difference: null };
    }),
    services: model.services.map(({ id }) => {
      const unit = countedUnit('person', countedOf(model, id, place));
      const { general, unmet } = serviceThen(program, model, projected, id, place, target);
      const missing = needNums(model, needAt(model, id, place), id, place).unmet.missing;
      return {
        id, general: projectedNum(general, unit, projectedRef(model, 'need', place, target, { service: id }), missing),
        unmet: projectedNum(unmet, unit, projectedRef(model, 'unmet', place, target, { service: id }), missing), difference: null,
      };
    }),
  };
}

/** All scenarios of the plan side by side. */
export function compareView(program: Program, model: PlanModel, place: string, horizon: number, group: string): CompareView {
  const projected = projectionOf(program, model, horizon);
  return {
    territory: place, start: model.year, target: model.year + horizon, years: Array.from({ length: horizon + 1 }, (_, at) => model.year + at), group,
    groups: model.groups.map(({ id, name, unit }) => ({ id, name, unit })),
    services: model.services.map((service) => {
      const need = needNums(model, needAt(model, service.id, place), service.id, place);
      const { drivers } = serviceGrowth(model, projected, service.id, place, horizon);
      return { id: service.id, code: service.code, name: service.short ?? service.name, generalNow: need.general, unmetNow: need.unmet, drivers: drivers.flatMap((id) => model.groups.find((row) => row.id === id)?.name ?? []) };
    }),
    scenarios: againstBase(model.scenarios.map((scenario) => scenarioResult(program, model, scenario, place, horizon, group))),
  };
}

/** Each scenario beside the base: how much larger or smaller, as a share. */
function againstBase(results: readonly ScenarioResult[]): readonly ScenarioResult[] {
  const [base, ...others] = results;
  if (!base) return results;
  const share = (value: number | null, of: number | null | undefined): number | null => (value === null || !of ? null : value / of - 1);
  return [base, ...others.map((result) => ({
    ...result, groups: result.groups.map((row, at) => ({ ...row, difference: share(row.later.value, base.groups[at]?.later.value) })),
    services: result.services.map((row, at) => ({ ...row, difference: share(row.general.value, base.services[at]?.general.value) })),
  }))];
}

