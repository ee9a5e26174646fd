import type { Figure, Range } from '../contract/models.ts';
import { factRange } from '../domain/facts.ts';
import { rateOf, type Rate } from '../domain/needs/rates.ts';
import type { SurveyFacts } from '../domain/needs/survey.ts';
import { range, UNKNOWN } from '../domain/range.ts';
import type { PackRate } from '../reference/schema.ts';
import { askedPlace, inherited, isInside } from './facts.ts';
import { groupSize, type GroupSize } from './groupSizes.ts';
import { remember } from './memo.ts';
import type { PlanModel } from './model.ts';

/** Persons of a group whom the own register knows to need a service, where they were counted. */
export interface RegisterFacts { readonly place: string; readonly identified: Range; readonly size: GroupSize }

/** The share of a group that needs a service with everything it was found from. */
export interface RateAt {
  readonly rate: Rate;
  readonly survey: SurveyFacts;
  readonly register: RegisterFacts | null;
  /** The published share that stands in the plan, or else in the reference book. */
  readonly published: { readonly figure: Figure | null; readonly pack: PackRate | null };
}

/** A group and a service. */
export type Of = { readonly group: string; readonly service: string };

/** A share somebody else published: bounds only where they were printed. */
const quoted = (figure: Figure | null): Range => (figure === null || figure.value === null || figure.state === 'carried' ? UNKNOWN : range(figure.low, figure.value, figure.high));

/** The nearest place, from the territory upwards, where persons of the group were counted as needing the service. */
function registerAt(model: PlanModel, of: Of, territory: string): RegisterFacts | null {
  if (model.series.places('groupIdentified', of).size === 0) return null;
  for (let place: string | null = territory; place !== null; place = model.territory(place)?.parent ?? null) {
    const { range: identified } = model.series.total('groupIdentified', of, place);
    if (identified.base !== null) return { place, identified, size: groupSize(model, of.group, place) };
  }
  return null;
}

/** Do the figures behind the register count what the group counts? */
function mixed(model: PlanModel, of: Of, place: string): boolean {
  const families = model.groups.find((row) => row.id === of.group)?.unit === 'family';
  return [...model.series.places('groupIdentified', of)].some(([at, figure]) => figure.value !== null && (figure.counted === 'family') !== families && isInside(model, at, place));
}

/** How the respondents behind the answers were chosen: as their own survey says when the figure names it as its source, otherwise as the plan says. */
const selectionOf = (model: PlanModel, of: Of, territory: string): SurveyFacts['selection'] =>
  model.surveyUses.get(inherited(model, 'surveyAnswered', of, territory)?.source ?? '')?.selection ?? model.meta.surveySelection;

/** The share of a group that needs a service at a territory: every source, and the one in force. */
export const rateAt = (model: PlanModel, service: string, group: string, territory: string): RateAt =>
  remember(model, service, `rate ${group} ${territory}`, () => findRate(model, { group, service }, territory));

function findRate(model: PlanModel, of: Of, territory: string): RateAt {
  const value = (measure: 'surveyYes' | 'surveyAnswered' | 'surveyPopulation'): number | null => {
    const figure = inherited(model, measure, of, territory);
    return figure === null || figure.state === 'carried' ? null : figure.value;
  };
  const assumed = factRange(inherited(model, 'needRate', of, territory));
  const survey: SurveyFacts = {
    yes: value('surveyYes'), answered: value('surveyAnswered'),
    // The people asked may live in a larger place: its group is what the answers were drawn from.
    population: value('surveyPopulation') ?? groupSize(model, of.group, askedPlace(model, of, territory)).range.base,
    selection: selectionOf(model, of, territory), defaultRate: assumed,
  };
  const register = registerAt(model, of, territory);
  const figure = inherited(model, 'publishedRate', of, territory);
  const own = quoted(figure);
  const pack = own.base === null ? model.book.rate(of.group, of.service) ?? null : null;
  const rate = rateOf({
    survey, assumed, chosen: model.rateChoices.get(`${of.group} ${of.service}`)?.source ?? null,
    register: register === null ? null : { identified: register.identified, size: register.size.range, assumed: register.size.assumed, mixedUnits: mixed(model, of, register.place) },
    published: pack === null ? own : { low: pack.low, base: pack.base, high: pack.high }, publishedSourced: pack !== null || (figure?.source ?? '') !== '',
  });
  return { rate, survey, register, published: { figure: own.base === null ? null : figure, pack } };
}
