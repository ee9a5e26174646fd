import type { FigureKey, MeasureId, Num, Range } from '../contract/models.ts';
import { factRange, isAssumed, type Fact } from '../domain/facts.ts';
import { against, caseload, costPerRecipient, type Against } from '../domain/providers/centre.ts';
import { add, div, exact, isKnown, sub, UNKNOWN } from '../domain/range.ts';
import { figureCell } from './cells.ts';
import { factOf, providerPart, seatOf, serviceTotal, unitsOf } from './facts.ts';
import type { PlanModel } from './model.ts';
import { resultRef } from './needFacts.ts';
import { loadOf } from './norms.ts';
import { resultNum } from './num.ts';

type ProviderResult = 'caseload' | 'providerVacancies' | 'costPerRecipient' | 'providerCoverage';

/** What a provider or unit has of a measure of a service: its own figure, its settlements, or its units; null = not known. */
export const partOf = (model: PlanModel, measure: MeasureId, service: string, provider: string): Fact | null => factOf(providerPart(model, measure, service, provider, model.root));

/** Address of a provider's figure. */
export const keyAt = (model: PlanModel, measure: MeasureId, provider: string, service = '', territory = model.root): FigureKey => model.key(measure, { provider, service }, territory);

/** Services of a provider and of its units, in the order of the classifier. */
export function servicesAt(model: PlanModel, provider: string): readonly string[] {
  const all = new Set([provider, ...unitsOf(model, provider).map((unit) => unit.id)].flatMap((id) => model.providers.find((row) => row.id === id)?.services ?? []));
  return model.services.filter((service) => all.has(service.id)).map((service) => service.id);
}

const ref = (model: PlanModel, result: ProviderResult, provider: string, service: string, territory = model.root) => ({ ...resultRef(model, result, { service }, territory), provider });
const unknown = (model: PlanModel, provider: string, service: string, facts: Readonly<Partial<Record<MeasureId, Fact | null>>>): readonly FigureKey[] =>
  (Object.entries(facts) as [MeasureId, Fact | null][]).flatMap(([measure, fact]) => (isKnown(factRange(fact)) ? [] : [keyAt(model, measure, provider, service)]));

/** Persons per filled post, with what it rests on. */
export function caseloadAt(model: PlanModel, provider: string, service: string): { readonly served: Range; readonly filled: Range; readonly range: Range; readonly num: Num } {
  const facts = { served: partOf(model, 'served', service, provider), postsFilled: partOf(model, 'postsFilled', service, provider) };
  const [served, filled] = [factRange(facts.served), factRange(facts.postsFilled)];
  const range = caseload(served, filled);
  const missing = unknown(model, provider, service, facts);
  return { served, filled, range, num: resultNum(range, 'perPost', ref(model, 'caseload', provider, service), { assumed: isAssumed(facts.served) || isAssumed(facts.postsFilled), missing }) };
}

/** The load in force where a provider works, and how its caseload stands to it. */
export function loadAt(model: PlanModel, provider: string, service: string): { readonly num: Num; readonly state: Against } {
  const territory = seatOf(model, provider);
  const { norm } = loadOf(model, service, territory);
  const key = model.key('loadPerPost', { service }, territory);
  if (norm === null) return { num: resultNum(UNKNOWN, 'perPost', { kind: 'figure', key }, { missing: [key] }), state: 'none' };
  const recalled = norm.confidence === 'recalled';
  return { num: resultNum(norm.range, 'perPost', { kind: 'figure', key }, { recalled, assumed: recalled }), state: against(caseloadAt(model, provider, service).range, { low: norm.range.low ?? norm.range.base, high: norm.range.high ?? norm.range.base }) };
}

/** Vacant posts of a service at a provider; more filled than there are is a contradiction. */
export function vacanciesAt(model: PlanModel, provider: string, service: string): { readonly posts: Range; readonly filled: Range; readonly range: Range; readonly num: Num } {
  const facts = { posts: partOf(model, 'posts', service, provider), postsFilled: partOf(model, 'postsFilled', service, provider) };
  const [posts, filled] = [factRange(facts.posts), factRange(facts.postsFilled)];
  const range = exact(sub(posts, filled).base);
  return {
    posts, filled, range,
    num: resultNum(range, 'post', ref(model, 'providerVacancies', provider, service), { assumed: isAssumed(facts.posts) || isAssumed(facts.postsFilled), missing: unknown(model, provider, service, facts), ...(range.base !== null && range.base < 0 ? { state: 'conflict' } : {}) }),
  };
}

/** Cost of a recipient a year at a provider; people of its services are added, so who gets two services is counted twice. */
export function costAt(model: PlanModel, provider: string): { readonly cost: Range; readonly served: readonly { readonly service: string; readonly range: Range }[]; readonly range: Range; readonly num: Num } {
  const key = keyAt(model, 'providerCost', provider);
  const cell = figureCell(model, key);
  const cost: Range = cell.state === 'carried' ? UNKNOWN : { low: cell.low ?? cell.value, base: cell.value, high: cell.high ?? cell.value };
  const facts = servicesAt(model, provider).map((service) => ({ service, fact: partOf(model, 'served', service, provider) }));
  const served = facts.map(({ service, fact }) => ({ service, range: factRange(fact) }));
  const people = add(...served.map((each) => each.range));
  const range = costPerRecipient(cost, people);
  const missing = [...(cost.base === null ? [key] : []), ...served.flatMap((each) => (isKnown(each.range) ? [] : [keyAt(model, 'served', provider, each.service)]))];
  return { cost, served, range, num: resultNum(range, 'uah', ref(model, 'costPerRecipient', provider, ''), { assumed: cell.assumed || facts.some(({ fact }) => isAssumed(fact)), missing }) };
}

/** People served in a place by a provider: its figure there, or the sum of its units' figures there. */
export function servedIn(model: PlanModel, measure: 'served' | 'waiting', provider: string, service: string, territory: string): Fact | null {
  const own = model.series.total(measure, { provider, service }, territory);
  if (own.source !== 'none' || own.carried !== null) return factOf(own);
  const units = unitsOf(model, provider).flatMap((unit) => { const fact = factOf(model.series.total(measure, { provider: unit.id, service }, territory)); return fact === null ? [] : [fact]; });
  if (units.length === 0) return null;
  const sum = add(...units.map(factRange));
  return { value: sum.base, low: sum.low, high: sum.high, method: units.some(isAssumed) ? 'estimate' : 'register', state: 'entered' };
}

/** Share of those identified in a place whom a provider serves there. */
export function coverageAt(model: PlanModel, provider: string, service: string, territory: string): { readonly served: Range; readonly identified: Range; readonly range: Range; readonly num: Num } {
  const served = territory === model.root ? partOf(model, 'served', service, provider) : servedIn(model, 'served', provider, service, territory);
  const identified = factOf(serviceTotal(model, 'identified', service, territory));
  const ranges = [factRange(served), factRange(identified)] as const;
  const range = div(...ranges);
  const missing = [...(isKnown(ranges[0]) ? [] : [keyAt(model, 'served', provider, service, territory)]), ...(isKnown(ranges[1]) ? [] : [model.key('identified', { service }, territory)])];
  const conflict = range.base !== null && range.base > 1;
  return { served: ranges[0], identified: ranges[1], range, num: resultNum(range, 'share', ref(model, 'providerCoverage', provider, service, territory), { assumed: isAssumed(served) || isAssumed(identified), missing, ...(conflict ? { state: 'conflict' } : {}) }) };
}
