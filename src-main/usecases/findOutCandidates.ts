import type { FindOutRow } from '../contract/api/checks.ts';
import type { FigureKey, MeasureId, Range, Sentence } from '../contract/models.ts';
import { factRange } from '../domain/facts.ts';
import { range, UNKNOWN } from '../domain/range.ts';
import { groupSize, populationConfirmed, populationOf } from './groupSizes.ts';
import type { PlanModel } from './model.ts';
import { fitsUnit, needAt, surveyGroups, type ServiceNeed } from './needFacts.ts';

/** A figure that is missing or weak: its bounds and the services whose need rests on it. */
export interface Candidate {
  readonly key: FigureKey;
  readonly kind: FindOutRow['kind'];
  /** Key of the reason where the kind does not say it all. */
  readonly why?: string;
  readonly params?: Sentence['params'];
  readonly bounds: Range;
  readonly services: readonly string[];
  /** Figures that are not known either and count as 0 meanwhile. */
  readonly asZero?: readonly FigureKey[];
}

/** People who may need a service at most: by its survey, else all of the groups typical of it, never more than there are people. */
function atMost(model: PlanModel, service: string, need: ServiceNeed): { readonly high: number | null; readonly why: string } {
  const people = populationOf(model, model.root).range;
  const cap = people.high ?? people.base;
  if (need.survey?.range.high != null) return { high: need.survey.range.high, why: 'missing.survey' };
  const typical = model.groups.filter((group) => (group.own || model.book.group(group.id)?.services.includes(service)) && fitsUnit(model, service, group.id, model.root));
  const sizes = typical.flatMap((group) => { const { range: size } = groupSize(model, group.id, model.root); return size.high ?? size.base ?? []; });
  // Families are not people: without a counted group nothing bounds them.
  const sum = sizes.reduce((a, b) => a + b, 0);
  if (sizes.length > 0) return { high: cap === null ? sum : Math.min(sum, cap), why: 'missing.groups' };
  return { high: model.service(service).counted === 'family' ? null : cap, why: 'missing.people' };
}

/** Of a service whose need or service is not known: the missing figure and what bounds it; last year's number is missing until it is confirmed. */
function missingOf(model: PlanModel, service: string): readonly Candidate[] {
  const need = needAt(model, service, model.root);
  const { result } = need;
  const key = (measure: 'identified' | 'served') => model.key(measure, { service }, model.root);
  const begun = need.identified.source !== 'none' || need.served.source !== 'none' || result.unconfirmed.length > 0;
  if (result.mixedUnits || (!model.service(service).basic && !begun)) return [];
  const measure = result.missing.find((what) => what !== 'survey');
  if (measure === undefined) return [];
  const servedKnown = result.met.base !== null;
  const top = measure === 'served' ? { high: result.general.high ?? result.general.base, why: 'missing.served' } : atMost(model, service, need);
  const low = measure === 'served' ? 0 : (result.met.base ?? result.met.low ?? 0);
  const carried = result.unconfirmed.includes(measure);
  const both = measure === 'identified' && !servedKnown;
  return [{
    key: key(measure), kind: carried ? 'carried' : 'missing', why: carried ? 'carried' : both ? `${top.why}NoServed` : top.why, params: { value: need[measure].carried },
    bounds: { low, base: null, high: top.high === null ? null : Math.max(low, top.high) }, services: [service], ...(both ? { asZero: [key('served')] } : {}),
  }];
}

/** Figures of a service with bounds of their own, and what the register is believed to miss. */
function rangesOf(model: PlanModel, service: string): readonly Candidate[] {
  const need = needAt(model, service, model.root);
  const own = (['identified', 'served'] as const).flatMap((measure): Candidate[] => {
    const bounds = need[measure].range;
    return bounds.base === null || need[measure].source !== 'own' ? [] : [{ key: model.key(measure, { service }, model.root), kind: 'range', bounds, services: [service] }];
  });
  const { registry, hidden } = need.result;
  return hidden === null || registry.base === null || need.method === 'survey' ? own : [...own, { key: model.key('identified', { service }, model.root), kind: 'hidden', params: { share: hidden }, bounds: { low: registry.base, base: registry.base, high: registry.high }, services: [service] }];
}

/** Rates of the groups a service is surveyed in: answers with their interval, entered shares with their bounds, or none at all. */
function ratesOf(model: PlanModel, service: string): readonly Candidate[] {
  const need = needAt(model, service, model.root);
  if (need.method === 'registry' || need.survey === null) return [];
  return need.survey.parts.map((part): Candidate => {
    const key = (measure: MeasureId) => model.key(measure, { service, group: part.group }, model.root);
    const { rate, at } = part;
    if (rate.source === 'survey' && at.survey.answered !== null) {
      const answered = at.survey.answered;
      const scaled = (value: number | null): number | null => (value === null ? null : value * answered);
      return { key: key('surveyYes'), kind: 'survey', params: { answered, count: answered }, bounds: { low: scaled(rate.range.low), base: at.survey.yes, high: scaled(rate.range.high) }, services: [service] };
    }
    if (rate.source === 'register' && at.register !== null) return { key: key('groupIdentified'), kind: 'range', bounds: at.register.identified, services: [service] };
    if (rate.source === 'none') return { key: key('needRate'), kind: 'missing', why: 'missing.rate', bounds: { low: 0, base: null, high: 1 }, services: [service] };
    return { key: key(rate.source === 'published' ? 'publishedRate' : 'needRate'), kind: 'range', bounds: rate.range, services: [service] };
  });
}

/** Sizes of groups that needs rest on, and the population when it is that of before the war. */
function peopleOf(model: PlanModel): readonly Candidate[] {
  const using = new Map<string, string[]>();
  for (const service of model.services) {
    if (needAt(model, service.id, model.root).method === 'registry') continue;
    for (const group of surveyGroups(model, service.id, model.root)) using.set(group, [...(using.get(group) ?? []), service.id]);
  }
  const people = populationOf(model, model.root).range;
  const groups = [...using].map(([group, services]): Candidate => {
    const size = groupSize(model, group, model.root);
    const key = model.key('groupSize', { group }, model.root);
    if (size.source === 'none') return { key, kind: 'missing', why: 'missing.group', bounds: { low: 0, base: null, high: people.high ?? people.base }, services };
    return { key, kind: size.source === 'share' ? 'share' : 'range', bounds: size.range, services };
  });
  const byShare = [...using].filter(([group]) => groupSize(model, group, model.root).source === 'share').flatMap(([, services]) => services);
  if (populationConfirmed(model) || byShare.length === 0) return groups;
  return [...groups, { key: model.key('population', {}, model.root), kind: 'prewar', bounds: populationBounds(model), services: [...new Set(byShare)] }];
}

/** The figure of before the war beside what else is known of today: declarations with doctors, and the balance of displaced persons. */
function populationBounds(model: PlanModel): Range {
  const at = (measure: 'population' | 'declarations' | 'idpBalance') => factRange(model.series.at(measure, {}, model.root)).base;
  const [before, declared, balance] = [at('population'), at('declarations'), at('idpBalance')];
  if (before === null) return UNKNOWN;
  const known = [before, declared, balance === null ? null : Math.max(0, before + balance)].filter((value) => value !== null);
  return range(Math.min(...known), before, Math.max(...known));
}

/** Every figure the unmet need waits for, or rests on with bounds. */
export const candidatesOf = (model: PlanModel): readonly Candidate[] => [
  ...model.services.flatMap((service) => [...missingOf(model, service.id), ...rangesOf(model, service.id), ...ratesOf(model, service.id)]), ...peopleOf(model),
];
