import type { GroupRow, GroupsView } from '../contract/api/groups.ts';
import type { AgeBand, Cell, Sex } from '../contract/models.ts';
import { overlap, withUnknownGroups, type Overlap } from '../domain/needs/overlap.ts';
import { isKnown } from '../domain/range.ts';
import { figureCell } from './cells.ts';
import { groupSize, populationOf, type GroupSize } from './groupSizes.ts';
import type { GroupInfo, PlanModel } from './model.ts';
import { resultRef } from './needFacts.ts';
import { resultNum } from './num.ts';

const AGES: readonly AgeBand[] = ['0-17', '18-59', '60+'];

/** Groups of persons (families are not persons and stay out) that have a size, for the union. */
export function unionParts(model: PlanModel, territory: string): readonly { readonly id: string; readonly size: GroupSize }[] {
  return model.groups.filter((group) => group.unit !== 'family').map((group) => ({ id: group.id, size: groupSize(model, group.id, territory) }))
    .filter((part) => part.size.range.base !== null);
}

/** Distinct persons in at least one group, never a silent sum. */
export function groupUnion(model: PlanModel, territory: string): Overlap {
  const how = model.overlaps.get('');
  const people = populationOf(model, territory).range;
  const population = isKnown(people) ? people : null;
  const known = overlap({
    parts: unionParts(model, territory).map((part) => ({ id: part.id, range: part.size.range })),
    population, mode: how?.mode ?? 'unknown', share: how?.share ?? null, order: how?.order ?? [], priorityAdds: how?.adds ?? {},
  });
  const open = model.groups.filter((group) => group.unit !== 'family').map((group) => ({ id: group.id, range: groupSize(model, group.id, territory).range })).filter((part) => !isKnown(part.range));
  return withUnknownGroups(known, open, population);
}

function row(model: PlanModel, group: GroupInfo, territory: string): GroupRow {
  const known = model.book.group(group.id);
  const split = (sex: Sex, age: AgeBand): Cell => figureCell(model, { ...model.key('groupSize', { group: group.id }, territory), sex, age });
  const inside = model.series.total('groupSize', { group: group.id }, territory).inside;
  return {
    ...group, size: split('all', 'all'), female: split('female', 'all'), male: split('male', 'all'), byAge: AGES.map((age) => split('all', age)),
    inside: resultNum(inside ?? { low: null, base: null, high: null }, group.unit, null),
    factor: known?.factor ?? null, basis: known?.basis ?? null, basisConfidence: known?.basisConfidence ?? 'verified',
    share: known?.share ? { low: known.share.low, base: known.share.base, high: known.share.high, of: known.share.of, source: known.share.source, confidence: known.share.confidence } : null,
    services: known?.services ?? [], note: known?.note ?? null,
  };
}

/** What the target groups page shows. */
export function groupsView(model: PlanModel, territory: string): GroupsView {
  const rows = model.groups.map((group) => row(model, group, territory));
  const union = groupUnion(model, territory);
  const how = model.overlaps.get('');
  return {
    territory, rows, known: rows.filter((each) => ['known', 'computed'].includes(each.size.state) || (each.size.state === 'assumption' && each.size.method !== 'default')).length, all: rows.length,
    union: resultNum(union.range, 'person', resultRef(model, 'groupUnion', {}, territory), { assumed: union.basis === 'bounds' || union.missing.length > 0 || unionParts(model, territory).some((part) => part.size.assumed) }),
    overlap: { mode: how?.mode ?? 'unknown', share: how?.share ?? null, order: how?.order ?? [], adds: how?.adds ?? {}, source: how?.source ?? '' },
  };
}
