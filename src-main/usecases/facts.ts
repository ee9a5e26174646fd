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
  const whole = model.series.total(measure, { service }, territory);
  if (whole.source !== 'none' || whole.carried !== null) return whole;
  const within = model.providers.filter((provider) => provider.services.includes(service) && isInside(model, provider.territory || model.root, territory));
  const parts = within.map((provider) => totalOf(model.series.at(measure, { service, provider: provider.id }, model.root), []));
  return parts.some((part) => part.state !== 'unknown' || part.carried !== null) ? totalOf(null, parts) : whole;
}

/** Is a territory the other one or inside it? */
export function isInside(model: PlanModel, inner: string, outer: string): boolean {
  for (let id: string | null = inner; id !== null; id = model.territory(id)?.parent ?? null) if (id === outer) return true;
  return false;
}

/** A total as a calculation reads it: carried values stay carried, "at least" stays a bound from below. */
export function factOf(total: Total, counted: Counted = 'person'): Fact | null {
  const method = total.assumed ? 'estimate' : 'register';
  const common = { method, counted, low: total.range.low, high: total.range.high } as const;
  if (total.range.base !== null) return { ...common, value: total.range.base, state: 'entered' };
  if (total.carried !== null) return { ...common, value: total.carried, low: null, high: null, state: 'carried' };
  if (total.range.low !== null) return { ...common, value: null, state: 'entered' };
  return null;
}

/** The figure of a place, or of the whole community when the place has none: for loads, turnover and shares, which are not added up. */
export const inherited = (model: PlanModel, measure: MeasureId, of: Of, territory: string): Figure | null =>
  model.series.at(measure, of, territory) ?? model.series.at(measure, of, model.root);

/** What the figures of a service count: families when the figures say so, otherwise as the reference book says. */
export function countedOf(model: PlanModel, service: string, territory: string): Counted {
  return model.series.at('identified', { service }, territory)?.counted ?? model.service(service).counted;
}
