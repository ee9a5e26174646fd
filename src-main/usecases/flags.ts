import type { RedFlag } from '../contract/api/gaps.ts';
import type { NeedRow } from '../contract/api/needs.ts';
import { basicWithoutProvider } from '../domain/gaps/gap.ts';
import { totalAddsPlaces } from '../domain/tree/totals.ts';
import { calledAll, calledOf, NAMED } from './called.ts';
import { provisionOf } from './capacityFacts.ts';
import { contradictions, overfull } from './contradictions.ts';
import type { PlanModel } from './model.ts';
import { LOAD_NORMS, normOf } from './norms.ts';
import { sentence } from './program.ts';

/** A published total that adds places to people. */
export function publishedFlags(model: PlanModel): RedFlag[] {
  const total = model.meta.published;
  if (total === null) return [];
  const check = totalAddsPlaces({
    total: total.identified,
    parts: model.services.map((service) => ({
      id: service.id, persons: model.series.total('identified', { service: service.id }, model.root).range.base,
      places: model.series.total('places', { service: service.id }, model.root).range.base,
    })),
  });
  if (!check.adds) return [];
  return [{
    id: 'published', level: 'conflict', title: sentence('flags.published.title'),
    text: sentence('flags.published.text', { total: total.identified, places: check.places, persons: check.persons, count: check.places }),
    service: check.services[0] ?? null, link: model.key('identified', { service: check.services[0] ?? '' }, model.root), page: 'needs',
  }];
}

/** More people served than need the service. */
export const excessFlags = (rows: readonly NeedRow[]): readonly RedFlag[] => rows.filter((row) => row.excess.state === 'conflict').map((row): RedFlag => ({
  id: `excess:${row.id}`, level: 'conflict', title: sentence('flags.excess.title'),
  text: sentence('flags.excess.text', { service: calledOf(row), served: row.served.value, identified: row.general.value, n: row.excess.value }),
  service: row.id, link: row.served.key, page: 'needs',
}));

/** Warnings that must be seen, the gravest first. */
export function redFlags(model: PlanModel, rows: readonly NeedRow[]): readonly RedFlag[] {
  const without = rows.filter((row) => basicWithoutProvider(provisionOf(model, row.id), row.served.value) === 'flag');
  const flags: RedFlag[] = [];
  if (without.length > 0) {
    flags.push({
      id: 'noProvider', level: 'bad', title: sentence('flags.noProvider.title', { count: without.length }),
      text: sentence(without.length > NAMED ? 'flags.noProvider.more' : 'flags.noProvider.text', { services: calledAll(without.slice(0, NAMED)), codes: without.map((row) => row.code ?? '').filter(Boolean).join(', '), count: without.length - NAMED }),
      service: without[0]?.id ?? null, link: null, page: 'capacity',
    });
  }
  flags.push(...excessFlags(rows), ...rows.flatMap((row) => contradictions(model, row)));
  flags.push(...model.services.flatMap((service) => overfull(model, service)));
  flags.push(...publishedFlags(model), ...recalledNorms(model));
  const union = model.series.total('population', {}, model.root);
  if (union.conflict) flags.push({ id: 'population', level: 'conflict', title: sentence('flags.population.title'), text: sentence('flags.population.text', { difference: Math.abs(union.difference ?? 0), count: Math.abs(union.difference ?? 0) }), service: null, link: model.key('population', {}, model.root), page: 'community' });
  return flags;
}

/** Recalled norms that change a number of this plan, and norms that were not in force on its date. */
function recalledNorms(model: PlanModel): RedFlag[] {
  return Object.entries(LOAD_NORMS).flatMap(([code, ids]): RedFlag[] => {
    const service = model.book.serviceByCode(code);
    if (!service || model.series.total('postsFilled', { service: service.id }, model.root).state === 'unknown') return [];
    const norm = normOf(model, ids.village);
    if (norm === null || norm.value === null) return [];
    const id = norm.inForce ? (norm.confidence === 'recalled' ? 'recalled' : null) : 'notInForce';
    if (id === null) return [];
    return [{ id: `${id}:${norm.id}`, level: 'warn', title: sentence(`flags.${id}.title`), text: sentence(`flags.${id}.text`, { norm: norm.subject, value: norm.value, unit: norm.unit }), service: service.id, link: null, page: 'reference' }];
  });
}
