import type { Range } from '../contract/models.ts';

import { isKnown, mul, scale, UNKNOWN } from '../domain/range.ts';
import { totalOf, type Total } from '../domain/tree/totals.ts';
import type { PackGroup } from '../reference/schema.ts';
import { remember } from './memo.ts';
import type { PlanModel } from './model.ts';

/** Size of a group at a territory and where it comes from. */
export interface GroupSize {
  readonly range: Range;
  readonly source: 'entered' | 'share' | 'none';
  readonly assumed: boolean;
  readonly total: Total;
  /** The published share and what it was taken of, when the size is by a share. */
  readonly share: { readonly of: Range; readonly share: NonNullable<PackGroup['share']> } | null;
}

/** Population of a territory at this year and scenario. */
export const populationOf = (model: PlanModel, territory: string): Total => remember(model, 'people', `population ${territory}`, () => model.series.total('population', {}, territory));

/** Is the population of the community confirmed, in one figure or place by place, or only the bundled figure of 2022? */
export function populationConfirmed(model: PlanModel): boolean {
  const people = populationOf(model, model.root);
  return people.source === 'children' ? people.state === 'known' && !people.assumed : model.series.at('population', {}, model.root)?.state === 'entered';
}

/**
 * Children 0–17 of a territory: the community's pre-war share of children (an estimate from the oblast age structure)
 * times the population. `UNKNOWN` when either is not known.
 */
export function childrenOf(model: PlanModel, territory: string): Range {
  const population = populationOf(model, territory).range;
  return model.meta.childrenShare === null ? UNKNOWN : scale(population, model.meta.childrenShare);
}

/** Entered size (own, or the sum inside); else the published share of the people; else not known. */
export const groupSize = (model: PlanModel, group: string, territory: string): GroupSize =>
  remember(model, 'people', `group ${group} ${territory}`, () => findSize(model, group, territory));

function findSize(model: PlanModel, group: string, territory: string): GroupSize {
  const total = model.series.total('groupSize', { group }, territory);
  if (total.source !== 'none') return { range: total.range, source: 'entered', assumed: total.assumed, total, share: null };
  const bySex = (['female', 'male'] as const).map((sex) => totalOf(model.series.at('groupSize', { group, sex }, territory), []));
  if (bySex.every((part) => part.state === 'known')) {
    const split = totalOf(null, bySex);
    return { range: split.range, source: 'entered', assumed: split.assumed, total: split, share: null };
  }
  const share = model.book.group(group)?.share ?? null;
  const none = { range: UNKNOWN, source: 'none', assumed: false, total, share: null } as const;
  if (share === null || total.carried !== null) return none;
  const of = share.of === 'total_population' ? populationOf(model, territory).range : childrenOf(model, territory);
  if (!isKnown(of)) return none;
  return { range: mul(of, { low: share.low, base: share.base, high: share.high }), source: 'share', assumed: true, total, share: { of, share } };
}

