import type { Range, TraceRef, ResultId } from '../contract/models.ts';
import type { NeedMethod } from '../contract/api/needs.ts';
import { USUAL_METHOD } from '../contract/lists.ts';
import { type Fact } from '../domain/facts.ts';
import { needOf, type NeedFacts, type NeedResult } from '../domain/needs/need.ts';
import { overlap, type Overlap } from '../domain/needs/overlap.ts';
import type { Rate } from '../domain/needs/rates.ts';
import { potential } from '../domain/needs/survey.ts';
import { add, isKnown } from '../domain/range.ts';
import type { Total } from '../domain/tree/totals.ts';
import { countedOf, countedOfMeasure, factOf, inherited, isInside, serviceTotal } from './facts.ts';
import { groupSize, populationOf } from './groupSizes.ts';
import { remember } from './memo.ts';
import { rateAt, type RateAt } from './rateFacts.ts';
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
/** One group behind the need of a service: its size, share and what follows. */
export interface SurveyPart {
  readonly group: string;
  readonly at: RateAt;
  readonly rate: Rate;
  readonly size: Range;
  readonly sizeAssumed: boolean;
  readonly range: Range;
  /** The share or the size rests on an assumption. */
  readonly assumed: boolean;
}

/** Reference of a result at a place, for its trace. */
export const resultRef = (model: PlanModel, result: ResultId, of: { service?: string; group?: string }, territory: string): TraceRef =>
  ({ kind: 'result', result, service: of.service ?? '', group: of.group ?? '', territory, year: model.year, scenario: model.scenario });

/** Families are not persons: a group counts only where the service counts the same. */
export const fitsUnit = (model: PlanModel, service: string, group: string, territory: string): boolean =>
  (model.groups.find((row) => row.id === group)?.unit === 'family') === (countedOf(model, service, territory) === 'family');

/** Groups that may count in the survey of a service: the chosen ones, else those with a figure for it or a recorded source of its share. */
export function surveyGroups(model: PlanModel, service: string, territory: string): readonly string[] {
  const fits = (group: string): boolean => fitsUnit(model, service, group, territory);
  const taken = (group: string): boolean => model.rateChoices.has(`${group} ${service}`);
  const chosen = model.choices.get(service)?.groups;
  if (chosen) return chosen.filter(fits);
  const asked = remember(model, service, 'asked', () => model.groups.map((group) => group.id)
    .filter((group) => taken(group) || SURVEY.some((measure) => model.series.places(measure, { group, service }).size > 0)));
  return asked.filter((group) => fits(group) && (taken(group) || SURVEY.some((measure) => known(model, measure, { group, service }, territory))));
}

/** Is there a figure at the territory, around it, or (where parts are added up) inside it? */
const known = (model: PlanModel, measure: (typeof SURVEY)[number], of: { readonly group: string; readonly service: string }, territory: string): boolean =>
  (inherited(model, measure, of, territory)?.value ?? null) !== null || (measure === 'groupIdentified' && model.series.total(measure, of, territory).range.base !== null);

/** Figures that make a group count in the survey of a service. */
const SURVEY = ['surveyYes', 'surveyAnswered', 'groupIdentified', 'publishedRate', 'needRate'] as const;

/** One group's part in the need of a service. */
export function surveyPart(model: PlanModel, service: string, group: string, territory: string): SurveyPart {
  const size = groupSize(model, group, territory);
  const at = rateAt(model, service, group, territory);
  // People counted here by the register are those people: their share of a size that is only estimated adds nothing to them.
  const counted = at.rate.source === 'register' && at.register?.place === territory ? at.register.identified : null;
  return { group, at, rate: at.rate, size: size.range, sizeAssumed: size.assumed, range: counted ?? potential(size.range, at.rate.range), assumed: counted === null && (size.assumed || at.rate.assumed) };
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
  const assumed = united.basis === 'bounds' || parts.some((part) => part.assumed);
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
  const method = model.choices.get(service)?.method ?? USUAL_METHOD;
  const register = factOf(identified, countedOfMeasure(model, 'identified', service, territory));
  const inside = hidden === null && identified.source === 'children' ? hiddenInside(model, service, territory) : null;
  const facts: NeedFacts = {
    identified: register !== null && inside !== null ? { ...register, high: inside } : register,
    served: factOf(served, countedOfMeasure(model, 'served', service, territory)), hiddenShare: hidden,
    survey: survey?.range ?? null, surveyAssumed: survey?.assumed ?? false, method,
  };
  return { identified, served, method, facts, survey, hiddenInside: inside !== null, result: needOf(facts) };
}
