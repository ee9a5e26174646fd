import type { NextStep, RedFlag } from '../contract/api/gaps.ts';
import type { FigureKey, Label, Sentence } from '../contract/models.ts';
import type { NeedRow } from '../contract/api/needs.ts';
import { basicWithoutProvider } from '../domain/gaps/gap.ts';
import { totalAddsPlaces } from '../domain/tree/totals.ts';
import { capacityAt, provisionOf } from './capacityFacts.ts';
import { serviceTotal } from './facts.ts';
import { groupSize, populationConfirmed } from './groupSizes.ts';
import type { PlanModel } from './model.ts';
import { needAt } from './needFacts.ts';
import { LOAD_NORMS, normOf } from './norms.ts';
import { sentence } from './program.ts';

const nameOf = (row: { readonly name: Label | null; readonly short: Label | null; readonly code: string | null; readonly id: string }): Label | string => row.short ?? row.name ?? row.code ?? row.id;

/** Joins names of services, each language apart. */
function names(rows: readonly Parameters<typeof nameOf>[0][]): Label {
  const inLanguage = (language: 'uk' | 'en'): string => rows.map((row) => {
    const name = nameOf(row);
    return typeof name === 'string' ? name : (name[language] ?? row.code ?? row.id);
  }).join('; ');
  return { uk: inLanguage('uk'), en: inLanguage('en') };
}

/** A flag names at most this many services. */
const NAMED = 4;

function published(model: PlanModel): RedFlag[] {
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

/** What the numbers of the whole community do not show: places against it, a place against itself, persons against families. */
function contradictions(model: PlanModel, row: NeedRow): RedFlag[] {
  const flags: RedFlag[] = [];
  const flag = (kind: string, text: Sentence, link: FigureKey): void => {
    flags.push({ id: `${kind}:${row.id}`, level: 'conflict', title: sentence(`flags.${kind}.title`), text, service: row.id, link, page: 'needs' });
  };
  const places = model.children(model.root).filter((id) => (needAt(model, row.id, id).result.excess ?? 0) > 0);
  if (row.excess.state !== 'conflict' && places[0] !== undefined) {
    const named = places.slice(0, NAMED).flatMap((id) => model.territory(id)?.name ?? []);
    const more = places.length > NAMED ? '…' : '';
    const uk = named.map((name) => name.uk).join('; ') + more;
    const en = named.every((name) => name.en !== null) ? named.map((name) => name.en).join('; ') + more : null;
    flag('excessInside', sentence('flags.excessInside.text', { service: nameOf(row), places: { uk, en } }), model.key('served', { service: row.id }, places[0]));
  }
  for (const measure of ['identified', 'served'] as const) {
    const total = serviceTotal(model, measure, row.id, model.root);
    const sum = total.inside?.base ?? total.inside?.low ?? null;
    if (total.source === 'own' && total.conflict && sum !== null) {
      flag(`inside.${measure}`, sentence(`flags.inside.${measure}.text`, { service: nameOf(row), own: total.range.base, sum }), model.key(measure, { service: row.id }, model.root));
    }
  }
  const mixed = (['identified', 'served'] as const).some((measure) => { const total = serviceTotal(model, measure, row.id, model.root); return total.source === 'none' && total.conflict; });
  if (mixed || needAt(model, row.id, model.root).result.mixedUnits) flag('units', sentence('flags.units.text', { service: nameOf(row) }), row.identified.key);
  return flags;
}

/** Warnings that must be seen, the gravest first. */
export function redFlags(model: PlanModel, rows: readonly NeedRow[]): readonly RedFlag[] {
  const without = rows.filter((row) => basicWithoutProvider(provisionOf(model, row.id), row.served.value) === 'flag');
  const flags: RedFlag[] = [];
  if (without.length > 0) {
    flags.push({
      id: 'noProvider', level: 'bad', title: sentence('flags.noProvider.title', { count: without.length }),
      text: sentence(without.length > NAMED ? 'flags.noProvider.more' : 'flags.noProvider.text', { services: names(without.slice(0, NAMED)), codes: without.map((row) => row.code ?? '').filter(Boolean).join(', '), count: without.length - NAMED }),
      service: without[0]?.id ?? null, link: null, page: 'capacity',
    });
  }
  for (const row of rows.filter((each) => each.excess.state === 'conflict')) {
    flags.push({
      id: `excess:${row.id}`, level: 'conflict', title: sentence('flags.excess.title'),
      text: sentence('flags.excess.text', { service: nameOf(row), served: row.served.value, identified: row.general.value, n: row.excess.value }),
      service: row.id, link: row.served.key, page: 'needs',
    });
  }
  flags.push(...rows.flatMap((row) => contradictions(model, row)));
  for (const service of model.services) {
    const { result } = capacityAt(model, service.id, model.root);
    if (result.overFilled !== null && result.overFilled > 0) {
      flags.push({ id: `overFilled:${service.id}`, level: 'conflict', title: sentence('flags.overFilled.title'), text: sentence('flags.overFilled.text', { service: nameOf(service), n: result.overFilled }), service: service.id, link: model.key('postsFilled', { service: service.id }, model.root), page: 'capacity' });
    }
    if (result.overOccupied !== null && result.overOccupied > 0) {
      flags.push({ id: `overOccupied:${service.id}`, level: 'conflict', title: sentence('flags.overOccupied.title'), text: sentence('flags.overOccupied.text', { service: nameOf(service), n: result.overOccupied, count: result.overOccupied }), service: service.id, link: model.key('occupied', { service: service.id }, model.root), page: 'capacity' });
    }
  }
  flags.push(...published(model), ...recalledNorms(model));
  const union = model.series.total('population', {}, model.root);
  if (union.conflict) flags.push({ id: 'population', level: 'conflict', title: sentence('flags.population.title'), text: sentence('flags.population.text', { difference: union.difference }), service: null, link: model.key('population', {}, model.root), page: 'community' });
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

/** What is known of a service whose need is not. */
function needText(row: NeedRow): Sentence {
  if (row.served.value !== null) return sentence('next.need.begunServed', { count: row.served.value });
  if (row.places.value !== null) return sentence('next.need.begunPlaces', { count: row.places.value });
  return sentence(row.identified.value !== null || row.waiting.value !== null || row.posts.value !== null ? 'next.need.begun' : 'next.need.basic');
}

/** At most this many steps are listed. */
const STEPS = 6;

/** What to enter next, most useful first: the population, groups, what basic services lack, carried figures, loads, provision. */
export function nextSteps(model: PlanModel, rows: readonly NeedRow[]): readonly NextStep[] {
  const steps: NextStep[] = [];
  const unknownGroups = model.groups.filter((group) => groupSize(model, group.id, model.root).source === 'none');
  const byShare = model.groups.filter((group) => groupSize(model, group.id, model.root).source === 'share').length;
  if (!populationConfirmed(model)) {
    const population = model.series.at('population', {}, model.root);
    const text = population === null || population.value === null ? 'unknown' : population.state === 'carried' ? 'carried' : 'text';
    steps.push({ id: 'population', title: sentence('next.population.title'), text: sentence(`next.population.${text}`, { count: byShare }), page: 'community', link: model.key('population', {}, model.root) });
  }
  // Groups with a published share follow from the population; the others are known to nobody but the community.
  const onlyHere = unknownGroups.filter((group) => !model.book.group(group.id)?.share);
  for (const [at, group] of onlyHere.slice(0, 2).entries()) {
    steps.push({ id: `group:${group.id}`, title: sentence('next.group.title', { group: group.name }), text: sentence(at === 0 ? 'next.group.text' : 'next.group.size', { count: unknownGroups.length }), page: 'groups', link: model.key('groupSize', { group: group.id }, model.root) });
  }
  const cells = (row: NeedRow): FigureKey | null => row.unmet.missing[0] ?? null;
  // A service with something entered already is nearer to an answer than one with nothing.
  const begun = (row: NeedRow): number => [row.identified, row.served, row.waiting, row.places, row.posts].filter((cell) => cell.value !== null).length;
  const open = rows.filter((row) => (row.basic || begun(row) > 0) && row.state === 'unknown' && cells(row) !== null).sort((a, b) => begun(b) - begun(a));
  for (const row of open.slice(0, 2)) {
    const link = cells(row) as FigureKey;
    steps.push({ id: `need:${row.id}`, title: sentence(`next.need.${link.measure === 'served' ? 'served' : 'identified'}`, { service: nameOf(row) }), text: needText(row), page: 'needs', link });
  }
  const carried = rows.filter((row) => row.state === 'carried');
  if (carried[0]) steps.push({ id: 'carried', title: sentence('next.carried.title', { count: carried.length }), text: sentence('next.carried.text', { services: names(carried.slice(0, 3)) }), page: 'needs', link: carried[0].identified.key });
  const load = model.services.find((service) => {
    const { facts, result } = capacityAt(model, service.id, model.root);
    return facts.postsFilled !== null && result.missing.includes('loadPerPost');
  });
  if (load) steps.push({ id: `load:${load.id}`, title: sentence('next.load.title', { service: nameOf(load) }), text: sentence('next.load.text'), page: 'capacity', link: model.key('loadPerPost', { service: load.id }, model.root) });
  const provision = model.services.filter((service) => basicWithoutProvider(provisionOf(model, service.id), rows.find((row) => row.id === service.id)?.served.value ?? null) === 'unknown');
  if (provision[0]) steps.push({ id: 'provision', title: sentence('next.provision.title', { count: provision.length }), text: sentence('next.provision.text', { services: names(provision.slice(0, 2)) }), page: 'capacity', link: null });
  return steps.slice(0, STEPS);
}
