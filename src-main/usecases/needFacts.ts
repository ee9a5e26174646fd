import type { Range, TraceRef, ResultId } from '../contract/models.ts';
import type { NeedMethod } from '../contract/api/needs.ts';
import { factRange, type Fact } from '../domain/facts.ts';
import { needOf, type NeedFacts, type NeedResult } from '../domain/needs/need.ts';
import { overlap, type Overlap } from '../domain/needs/overlap.ts';
import { potential, surveyRate, type SurveyFacts, type SurveyRate } from '../domain/needs/survey.ts';
import { add, isKnown } from '../domain/range.ts';
import type { Total } from '../domain/tree/totals.ts';
import { askedPlace, countedOf, countedOfMeasure, factOf, inherited, isInside, serviceTotal } from './facts.ts';
import { groupSize, populationOf } from './groupSizes.ts';
import { remember } from './memo.ts';
import type { PlanModel } from './model.ts';

/** The need of one service at one territory with everything it was computed from. */
export interface ServiceNeed {
  readonly identified: Total;
  readonly served: Total;
  readonly method: NeedMethod;
  readonly facts: NeedFacts;
  readonly result: NeedResult;
  readonly survey: SurveyNeed | null;
  /** The upper bound of the register is the sum of the bounds inside, where a hidden share was entered by place. */
  readonly hiddenInside: boolean;
}

/** The survey-based need of a service: each group's persons, brought together without counting anybody twice. */
export interface SurveyNeed {
  readonly parts: readonly SurveyPart[];
  readonly overlap: Overlap;
  readonly range: Range;
  readonly assumed: boolean;
}
export interface SurveyPart {
  readonly group: string;
  readonly facts: SurveyFacts;
  readonly rate: SurveyRate;
  readonly size: Range;
  readonly sizeAssumed: boolean;
  readonly range: Range;
}

/** Reference of a result at a place, for its trace. */
export const resultRef = (model: PlanModel, result: ResultId, of: { service?: string; group?: string }, territory: string): TraceRef =>
  ({ kind: 'result', result, service: of.service ?? '', group: of.group ?? '', territory, year: model.year, scenario: model.scenario });

/** Families are not persons: a group counts only where the service counts the same. */
export const fitsUnit = (model: PlanModel, service: string, group: string, territory: string): boolean =>
  (model.groups.find((row) => row.id === group)?.unit === 'family') === (countedOf(model, service, territory) === 'family');

/** Groups that may count in the survey of a service: those that have a figure for it, else the chosen ones. */
export function surveyGroups(model: PlanModel, service: string, territory: string): readonly string[] {
  const fits = (group: string): boolean => fitsUnit(model, service, group, territory);
  const chosen = model.choices.get(service)?.groups;
  if (chosen) return chosen.filter(fits);
  const asked = remember(model, service, 'asked', () => model.groups.map((group) => group.id)
    .filter((group) => SURVEY.some((measure) => model.series.places(measure, { group, service }).size > 0)));
  return asked.filter((group) => fits(group) && SURVEY.some((measure) => (inherited(model, measure, { group, service }, territory)?.value ?? null) !== null));
}

/** Figures that make a group count in the survey of a service. */
const SURVEY = ['surveyYes', 'surveyAnswered', 'needRate'] as const;

/** One group's part in the need of a service. */
export function surveyPart(model: PlanModel, service: string, group: string, territory: string): SurveyPart {
  const of = { group, service };
  const value = (measure: 'surveyYes' | 'surveyAnswered' | 'surveyPopulation'): number | null => {
    const figure = inherited(model, measure, of, territory);
    return figure === null || figure.state === 'carried' ? null : figure.value;
  };
  const size = groupSize(model, group, territory);
  const entered = inherited(model, 'needRate', of, territory);
  const facts: SurveyFacts = {
    yes: value('surveyYes'), answered: value('surveyAnswered'),
    // The people asked may live in a larger place: its group is what the answers were drawn from.
    population: value('surveyPopulation') ?? groupSize(model, group, askedPlace(model, of, territory)).range.base,
    selection: model.meta.surveySelection, defaultRate: factRange(entered),
  };
  const rate = surveyRate(facts);
  return { group, facts, rate, size: size.range, sizeAssumed: size.assumed, range: potential(size.range, rate.range) };
}

function surveyNeed(model: PlanModel, service: string, territory: string): SurveyNeed | null {
  const parts = surveyGroups(model, service, territory).map((group) => surveyPart(model, service, group, territory));
  if (parts.length === 0) return null;
  const how = model.overlaps.get(service);
  const population = populationOf(model, territory);
  const united = overlap({
    parts: parts.map((part) => ({ id: part.group, range: part.range })),
    population: isKnown(population.range) ? population.range : null,
    mode: how?.mode ?? 'unknown', share: how?.share ?? null, order: how?.order ?? [], priorityAdds: how?.adds ?? {},
  });
  const assumed = united.basis === 'bounds' || parts.some((part) => part.sizeAssumed || part.rate.source === 'default' || part.rate.indicative);
  return { parts, overlap: united, range: united.range, assumed };
}

/** Sum of the upper bounds inside, when a share missed by the register was entered for places inside only; null = for none, or a bound is not known. */
function hiddenInside(model: PlanModel, service: string, territory: string): number | null {
  const shares = [...model.series.places('hiddenShare', { service })];
  if (!shares.some(([place, figure]) => figure.value !== null && place !== territory && isInside(model, place, territory))) return null;
  return add(...model.children(territory).map((child) => needAt(model, service, child).result.registry)).high;
}

/** Need of a service at a territory: register, survey, or the larger of both, as chosen. */
export const needAt = (model: PlanModel, service: string, territory: string): ServiceNeed =>
  remember(model, service, `need ${territory}`, () => findNeed(model, service, territory));

function findNeed(model: PlanModel, service: string, territory: string): ServiceNeed {
  const identified = serviceTotal(model, 'identified', service, territory);
  const served = serviceTotal(model, 'served', service, territory);
  const hidden: Fact | null = inherited(model, 'hiddenShare', { service }, territory);
  const survey = surveyNeed(model, service, territory);
  const method = model.choices.get(service)?.method ?? 'registry';
  const register = factOf(identified, countedOfMeasure(model, 'identified', service, territory));
  const inside = hidden === null && identified.source === 'children' ? hiddenInside(model, service, territory) : null;
  const facts: NeedFacts = {
    identified: register !== null && inside !== null ? { ...register, high: inside } : register,
    served: factOf(served, countedOfMeasure(model, 'served', service, territory)), hiddenShare: hidden,
    survey: survey?.range ?? null, surveyAssumed: survey?.assumed ?? false, method,
  };
  return { identified, served, method, facts, survey, hiddenInside: inside !== null, result: needOf(facts) };
}
