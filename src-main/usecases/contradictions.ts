import type { RedFlag } from '../contract/api/gaps.ts';
import type { NeedRow, ServiceInfo } from '../contract/api/needs.ts';
import type { FigureKey, Sentence } from '../contract/models.ts';
import { disjoint } from '../domain/range.ts';
import { calledOf, placesNamed } from './called.ts';
import { capacityAt } from './capacityFacts.ts';
import { isInside, providerTotal, serviceTotal } from './facts.ts';
import type { PlanModel } from './model.ts';
import { needAt } from './needFacts.ts';
import { sentence } from './program.ts';

/** Measures a provider has figures of its own for. */
const OF_PROVIDERS = ['served', 'places', 'posts', 'postsFilled', 'vehicles'] as const;

/** What the numbers of the whole community do not show: places and providers against it, a place against itself, persons against families. */
export function contradictions(model: PlanModel, row: NeedRow): RedFlag[] {
  const flags: RedFlag[] = [];
  const flag = (kind: string, text: Sentence, link: FigureKey, page: RedFlag['page'] = 'needs'): void => {
    flags.push({ id: `${kind}:${row.id}`, level: 'conflict', title: sentence(`flags.${kind}.title`), text, service: row.id, link, page });
  };
  const places = model.children(model.root).filter((id) => (needAt(model, row.id, id).result.excess ?? 0) > 0);
  if (row.excess.state !== 'conflict' && places[0] !== undefined) {
    flag('excessInside', sentence('flags.excessInside.text', { service: calledOf(row), places: placesNamed(model, places) }), model.key('served', { service: row.id }, places[0]));
  }
  for (const measure of ['identified', 'served'] as const) {
    const total = serviceTotal(model, measure, row.id, model.root);
    const figure = model.series.at(measure, { service: row.id }, model.root);
    const own = figure?.value ?? figure?.low ?? figure?.high ?? null;
    const sum = total.inside?.base ?? total.inside?.low ?? null;
    if (total.conflict && own !== null && sum !== null) {
      flag(`inside.${measure}`, sentence(`flags.inside.${measure}.text`, { service: calledOf(row), own, sum }), model.key(measure, { service: row.id }, model.root));
    }
  }
  let mixed = (['identified', 'served'] as const).some((measure) => { const total = serviceTotal(model, measure, row.id, model.root); return total.source === 'none' && total.conflict; });
  for (const measure of OF_PROVIDERS) {
    const providers = providerTotal(model, measure, row.id, model.root);
    const total = serviceTotal(model, measure, row.id, model.root);
    if (providers === null || total.source === 'none' || providers.total.state !== 'known' || total.range.base === null) continue;
    if (providers.counted !== null && providers.counted !== row.counted) mixed = true;
    else if (disjoint(total.range, providers.total.range)) {
      flag(`providers.${measure}`, sentence(`flags.providers.${measure}.text`, { service: calledOf(row), own: total.range.base, sum: providers.total.range.base }), model.key(measure, { service: row.id }, model.root), measure === 'served' ? 'needs' : 'capacity');
    }
  }
  if (mixed || needAt(model, row.id, model.root).result.mixedUnits) flag('units', sentence('flags.units.text', { service: calledOf(row) }), row.identified.key);
  return flags;
}

/** More posts filled than there are, more places held than there are: in the community, or else in places inside it. */
export function overfull(model: PlanModel, service: ServiceInfo): RedFlag[] {
  const of = [['overFilled', 'postsFilled', 'posts'], ['overOccupied', 'occupied', 'places']] as const;
  return of.flatMap(([kind, measure, against]): RedFlag[] => {
    const over = (place: string): number => capacityAt(model, service.id, place).result[kind] ?? 0;
    const made = (id: string, text: Sentence, place: string): RedFlag => ({
      id: `${id}:${service.id}`, level: 'conflict', title: sentence(`flags.${id}.title`), text, service: service.id, link: model.key(measure, { service: service.id }, place), page: 'capacity',
    });
    const n = over(model.root);
    if (n > 0) return [made(kind, sentence(`flags.${kind}.text`, { service: calledOf(service), n, count: n }), model.root)];
    // Only a place with a figure of its own can contradict itself, or what lies inside it.
    const entered = new Set([measure, against].flatMap((each) => [...model.series.places(each, { service: service.id }).keys()]));
    const places = [...entered].filter((place) => place !== model.root && isInside(model, place, model.root) && over(place) > 0);
    const [first] = places;
    return first === undefined ? [] : [made(`${kind}Inside`, sentence(`flags.${kind}Inside.text`, { service: calledOf(service), places: placesNamed(model, places), count: places.length }), first)];
  });
}
