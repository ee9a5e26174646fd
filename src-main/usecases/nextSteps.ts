import type { NextStep } from '../contract/api/gaps.ts';
import type { NeedRow } from '../contract/api/needs.ts';
import type { FigureKey, Sentence } from '../contract/models.ts';
import { basicWithoutProvider } from '../domain/gaps/gap.ts';
import { calledAll, calledOf } from './called.ts';
import { capacityAt, provisionOf } from './capacityFacts.ts';
import { groupSize, populationConfirmed } from './groupSizes.ts';
import type { PlanModel } from './model.ts';
import { sentence } from './program.ts';

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
    steps.push({ id: `need:${row.id}`, title: sentence(`next.need.${link.measure === 'served' ? 'served' : 'identified'}`, { service: calledOf(row) }), text: needText(row), page: 'needs', link });
  }
  const carried = rows.filter((row) => row.state === 'carried');
  if (carried[0]) steps.push({ id: 'carried', title: sentence('next.carried.title', { count: carried.length }), text: sentence('next.carried.text', { services: calledAll(carried.slice(0, 3)) }), page: 'needs', link: carried[0].identified.key });
  const load = model.services.find((service) => {
    const { facts, result } = capacityAt(model, service.id, model.root);
    return facts.postsFilled !== null && result.missing.includes('loadPerPost');
  });
  if (load) steps.push({ id: `load:${load.id}`, title: sentence('next.load.title', { service: calledOf(load) }), text: sentence('next.load.text'), page: 'capacity', link: model.key('loadPerPost', { service: load.id }, model.root) });
  const provision = model.services.filter((service) => basicWithoutProvider(provisionOf(model, service.id), rows.find((row) => row.id === service.id)?.served.value ?? null) === 'unknown');
  if (provision[0]) steps.push({ id: 'provision', title: sentence('next.provision.title', { count: provision.length }), text: sentence('next.provision.text', { services: calledAll(provision.slice(0, 2)) }), page: 'capacity', link: null });
  return steps.slice(0, STEPS);
}
