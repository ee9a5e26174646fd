import { MEASURES } from '../contract/measures.ts';
import type { Counted, Figure, MeasureId } from '../contract/models.ts';
import type { Fact } from '../domain/facts.ts';
import { totalOf, type Total } from '../domain/tree/totals.ts';
import { remember } from './memo.ts';
import type { PlanModel } from './model.ts';
import type { Of } from './series.ts';

/**
 * Total of a measure of a service at a territory: the figure of the place, or the sum of the places inside,
 * or else the sum over the providers that have their own figures.
 */
export const serviceTotal = (model: PlanModel, measure: MeasureId, service: string, territory: string): Total =>
  remember(model, service, `total ${measure} ${territory}`, () => findTotal(model, measure, service, territory));

function findTotal(model: PlanModel, measure: MeasureId, service: string, territory: string): Total {
  // Persons and families are not added: the parts count different things, so there is no total.
  const mixed = countedBy(model, measure, service, territory) === 'mixed';
  const whole = mixed ? { ...totalOf(null, []), conflict: true } : model.series.total(measure, { service }, territory);
  if (mixed || whole.source !== 'none' || whole.carried !== null) return whole;
  const parts = providersIn(model, service, territory).map((provider) => providerPart(model, measure, service, provider, territory));
  return parts.some((part) => part.state !== 'unknown' || part.carried !== null) ? totalOf(null, parts) : whole;
}

/** What a provider has of a measure of a service at a territory: its own figure, or the sum of its settlements, or else the sum of its units there. */
export function providerPart(model: PlanModel, measure: MeasureId, service: string, provider: string, territory: string): Total {
  const own = model.series.total(measure, { service, provider }, model.root);
  if (own.source !== 'none' || own.carried !== null) return own;
  const units = unitsOf(model, provider).filter((unit) => unit.services.includes(service) && isInside(model, seatOf(model, unit.id), territory));
  return units.length === 0 ? own : totalOf(null, units.map((unit) => model.series.total(measure, { service, provider: unit.id }, model.root)));
}

/** What the providers at a territory have together of a measure of a service, and what their figures count (null = of several kinds, or nothing that is counted). */
export function providerTotal(model: PlanModel, measure: MeasureId, service: string, territory: string): { readonly total: Total; readonly counted: Counted | null } | null {
  const parts = providersIn(model, service, territory).map((provider) => providerPart(model, measure, service, provider, territory));
  if (parts.every((part) => part.source === 'none' && part.carried === null)) return null;
  const kinds = new Set(MEASURES[measure].unit === 'person' ? figuresOfProviders(model, measure, service, territory).map((figure) => figure.counted) : []);
  return { total: totalOf(null, parts), counted: kinds.size === 1 ? [...kinds][0] ?? null : null };
}

/** Figures with a value of the providers at a territory and of their units. */
export const figuresOfProviders = (model: PlanModel, measure: MeasureId, service: string, territory: string): readonly Figure[] =>
  model.providers.filter((provider) => isInside(model, seatOf(model, provider.id), territory))
    .flatMap(({ id }) => [...model.series.places(measure, { service, provider: id }).values()]).filter((figure) => figure.value !== null);

/** Units of a provider. */
export const unitsOf = (model: PlanModel, provider: string): PlanModel['providers'] => model.providers.filter((row) => row.parent === provider);

/** Where a provider or unit is seated: its own place, that of its facility, that of its whole, or the community. */
export function seatOf(model: PlanModel, provider: string): string {
  const row = model.providers.find((each) => each.id === provider);
  if (row === undefined) return model.root;
  return row.territory || model.facilities.find((each) => each.id === row.facility)?.territory || (row.parent === '' ? model.root : seatOf(model, row.parent));
}

/** Providers of a service seated at a territory or inside it; units only where their whole is not among them. */
export function providersIn(model: PlanModel, service: string, territory: string): readonly string[] {
  const here = model.providers.filter((row) => isInside(model, seatOf(model, row.id), territory));
  const offers = (row: (typeof here)[number]): boolean => row.services.includes(service) || unitsOf(model, row.id).some((unit) => unit.services.includes(service) && isInside(model, seatOf(model, unit.id), territory));
  const found = here.filter(offers);
  return found.filter((row) => !found.some((whole) => whole.id === row.parent)).map((row) => row.id);
}

/** What the figures behind a total count: of the place itself, else of the places inside, else of the providers; `mixed` = persons and families, null = there is none. */
const countedBy = (model: PlanModel, measure: MeasureId, service: string, territory: string): Counted | 'mixed' | null =>
  remember(model, service, `counted ${measure} ${territory}`, () => {
    if (MEASURES[measure].unit !== 'person') return null;
    const own = model.series.at(measure, { service }, territory);
    if (own !== null && own.value !== null) return own.counted;
    const inside = [...model.series.places(measure, { service })].filter(([place, figure]) => figure.value !== null && isInside(model, place, territory)).map(([, figure]) => figure);
    const behind = inside.length > 0 ? inside : figuresOfProviders(model, measure, service, territory);
    const kinds = new Set(behind.map((figure) => figure.counted));
    return kinds.size > 1 ? 'mixed' : [...kinds][0] ?? null;
  });

/** Is a territory the other one or inside it? */
export function isInside(model: PlanModel, inner: string, outer: string): boolean {
  for (let id: string | null = inner; id !== null; id = model.territory(id)?.parent ?? null) if (id === outer) return true;
  return false;
}

/** A total as a calculation reads it: carried values stay carried, "at least" stays a bound from below, a bound not known stays so. */
export function factOf(total: Total, counted: Counted = 'person'): Fact | null {
  const exactly = total.range.low !== null && total.range.high !== null;
  const method = total.assumed ? 'estimate' : exactly ? 'register' : 'survey';
  const common = { method, counted, low: total.range.low, high: total.range.high } as const;
  if (total.range.base !== null) return { ...common, value: total.range.base, state: 'entered' };
  if (total.carried !== null) return { ...common, value: total.carried, low: null, high: null, state: 'carried' };
  if (total.range.low !== null || total.range.high !== null) return { ...common, value: null, state: 'entered' };
  return null;
}

/** Answers of one survey belong together: they are all taken from the place that was asked. */
const ANSWERS: ReadonlySet<MeasureId> = new Set<MeasureId>(['surveyYes', 'surveyAnswered', 'surveyPopulation']);

/** The nearest place, from the territory upwards, where one of the measures has a value; null = nowhere. */
function nearest(model: PlanModel, measures: readonly MeasureId[], of: Of, territory: string): string | null {
  for (let id: string | null = territory; id !== null; id = model.territory(id)?.parent ?? null) {
    const place = id;
    if (measures.some((measure) => (model.series.at(measure, of, place)?.value ?? null) !== null)) return place;
  }
  return null;
}

/** The place whose answers count at a territory: the territory itself, or the nearest one around it that was asked. */
export const askedPlace = (model: PlanModel, of: Of, territory: string): string => nearest(model, ['surveyYes', 'surveyAnswered'], of, territory) ?? territory;

/** The figure of a place, or of the nearest place around it when it has none: for loads, turnover, shares and answers, which are not added up. */
export function inherited(model: PlanModel, measure: MeasureId, of: Of, territory: string): Figure | null {
  const place = ANSWERS.has(measure) ? askedPlace(model, of, territory) : nearest(model, [measure], of, territory);
  return model.series.at(measure, of, place ?? territory);
}

/** What a figure of a service counts at a territory: as the figures say, otherwise as the service is counted. */
export function countedOfMeasure(model: PlanModel, measure: 'identified' | 'served', service: string, territory: string): Counted {
  const found = countedBy(model, measure, service, territory);
  return found === null || found === 'mixed' ? countedOf(model, service, territory) : found;
}

/** What the need of a service is counted in: as its figures say, otherwise as the reference book says. */
export function countedOf(model: PlanModel, service: string, territory: string): Counted {
  const found = countedBy(model, 'identified', service, territory) ?? countedBy(model, 'served', service, territory);
  return found === null || found === 'mixed' ? model.service(service).counted : found;
}
