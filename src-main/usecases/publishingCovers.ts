import type { Num } from '../contract/models.ts';
import { isSmall } from '../contract/small.ts';
import { shown } from '../documents/needsReport/amounts.ts';
import { Report } from '../documents/needsReport/model.ts';
import type { ReportViews } from '../documents/needsReport/views.ts';
import { restSmall, type Mask } from '../documents/needsReport/suppress.ts';
import { suppress, SMALL_PLACE, type CountCell, type Cover, type SumRelation } from '../domain/publishing/suppress.ts';

/** A relation that the shown numbers keep exactly; one they do not keep tells nothing sure. */
const holds = (values: ReadonlyMap<string, number | null>, { total, parts }: SumRelation): boolean => {
  const all = [total, ...parts].map((id) => values.get(id) ?? null);
  return all.every((n) => n !== null) && all[0] === parts.reduce((sum, id) => sum + (values.get(id) ?? 0), 0);
};

/** What must be hidden beyond `already`, by cell. */
function more(cells: readonly CountCell[], relations: readonly SumRelation[], already: ReadonlyMap<string, Cover>): (readonly [string, Mask])[] {
  const values = new Map(cells.map((cell) => [cell.id, cell.value]));
  if (![...already.values()].some((cover) => cover !== 'show') && !cells.some(({ value }) => isSmall(value))) return [];
  return [...suppress(cells, relations.filter((sum) => holds(values, sum)), already)].filter(([id, cover]) => cover !== 'show' && cover !== (already.get(id) ?? 'show'));
}

/** need = served + unmet, or served = need + excess; need = capacity + what is above it. */
function ofServices(r: Report): (readonly [string, Mask])[] {
  return r.services.flatMap(({ info, need, gap, capacity, mask }) => {
    const numbers: Readonly<Record<string, readonly [Num | null, Mask]>> = {
      general: [need.general, mask.general], served: [need.served, mask.served], unmet: [need.unmet, mask.unmet], excess: [need.excess, mask.excess],
      capacity: [capacity?.capacity ?? null, mask.capacity], gapPersons: [gap?.gapPersons ?? null, mask.gapPersons],
    };
    const id = (name: string): string => `service|${info.id}|${name}`;
    const cells = Object.entries(numbers).map(([name, [num]]) => ({ id: id(name), value: num === null ? null : shown(num) }));
    const conflict = (shown(need.excess) ?? 0) > 0;
    const sums = [conflict ? { total: id('served'), parts: [id('general'), id('excess')] } : { total: id('general'), parts: [id('served'), id('unmet')] }, ...((gap ? shown(gap.gapPersons) : null) ? [{ total: id('general'), parts: [id('capacity'), id('gapPersons')] }] : [])];
    return more(cells, sums, new Map(Object.entries(numbers).map(([name, [, cover]]) => [id(name), cover])));
  });
}

/** Places so small that whoever needs a service there is known to everybody. */
export function smallPlaces(views: ReportViews): ReadonlySet<string> {
  return new Set(views.community.territories.filter((place) => place.kind !== 'community' && (shown(place.population) ?? SMALL_PLACE) < SMALL_PLACE).map((place) => place.id));
}

/** Services of which a small place has people: their numbers by territory are not printed. */
function ofPlaces(r: Report): (readonly [string, Mask])[] {
  const small = smallPlaces(r.views);
  const people = (num: Num): boolean => (shown(num) ?? 0) > 0;
  return r.services.filter(({ gap }) => gap?.cells.some((cell) => small.has(cell.territory) && [cell.need, cell.served, cell.unmet].some(people))).map(({ info }) => [`places|${info.id}`, 'cover'] as const);
}

/** A group is the sum of women and men, and of ages. */
function ofGroups(r: Report): (readonly [string, Mask])[] {
  return r.views.groups.rows.flatMap((row) => {
    const mask = r.groupMasks(row);
    const id = (part: string): string => `group|${row.id}|${part}`;
    const parts: readonly (readonly [string, Num, Mask])[] = [['size', row.size, mask.size], ['female', row.female, mask.female], ['male', row.male, mask.male], ...row.byAge.map((cell, i) => [cell.key.age, cell, mask.ages[i] ?? 'show'] as const)];
    const sums = [{ total: id('size'), parts: [id('female'), id('male')] }, ...(row.byAge.length > 0 ? [{ total: id('size'), parts: row.byAge.map((cell) => id(cell.key.age)) }] : [])];
    return more(parts.map(([part, num]) => ({ id: id(part), value: shown(num) })), sums, new Map(parts.map(([part, , cover]) => [id(part), cover])));
  });
}

/** A place is the sum of the places inside it; the community of its towns and villages. */
function ofPopulation(views: ReportViews): (readonly [string, Mask])[] {
  const { territories, facts } = views.community;
  const id = (territory: string): string => `population|${territory}`;
  const cells: CountCell[] = territories.map((place) => ({ id: id(place.id), value: shown(place.population) }));
  const inside = Map.groupBy(territories.filter((place) => place.parent !== null), (place) => id(place.parent ?? ''));
  const sums: SumRelation[] = [...inside].map(([total, places]) => ({ total, parts: places.map((place) => id(place.id)) }));
  const urban = facts.filter((cell) => cell.key.measure === 'populationUrban' || cell.key.measure === 'populationRural');
  for (const cell of urban) cells.push({ id: `fact|${cell.key.measure}`, value: shown(cell) });
  if (urban.length === 2) sums.push({ total: id(views.plan.root), parts: urban.map((cell) => `fact|${cell.key.measure}`) });
  const out = more(cells, sums, new Map());
  // The rest of a place whose parts are not all known is a part too.
  const values = new Map(cells.map((cell) => [cell.id, cell.value]));
  const rests = sums.filter(({ total, parts }) => restSmall(values.get(total) ?? null, parts.map((part) => values.get(part) ?? null)));
  return [...out, ...rests.flatMap(({ parts }) => parts.filter((part) => values.get(part) != null && !out.some(([hidden]) => hidden === part)).map((part) => [part, 'cover'] as const))];
}

/**
 * The pages of a publication with everything that sums would give away hidden too. One answer for the report for publication, the summary and
 * the open data, so that none shows what another hides.
 */
export function withCovers(views: ReportViews): ReportViews {
  const r = new Report(views, { language: 'uk', edition: 'public' });
  const population = ofPopulation(views);
  const root = population.find(([id]) => id === `population|${views.plan.root}`);
  const covers = Object.fromEntries([...ofServices(r), ...ofPlaces(r), ...ofGroups(r), ...population, ...(root ? [['fact|population', root[1]] as const] : [])]);
  return { ...views, covers };
}
