import type { IndicatorInfo, IndicatorUnit, Population } from '../contract/api/integration.ts';
import type { Range, Sentence, TraceRef, Unit } from '../contract/models.ts';
import { Refusal } from '../contract/errors.ts';
import { difference } from '../domain/integration/gap.ts';
import { measured, type Measured } from '../domain/integration/measured.ts';
import { comparePeriods, periodFor } from '../domain/integration/periods.ts';
import { map } from '../domain/range.ts';
import type { PackIntegration } from '../reference/schema.ts';
import { indicatorTargetsOf, indicatorValuesOf, ownIndicatorsOf, type StoredTarget, type StoredValue } from '../store/integration.ts';
import type { PlanModel } from './model.ts';
import type { Program } from './program.ts';

/** An indicator with what only the calculation needs. */
export interface Indicator extends IndicatorInfo { readonly notable: number | null; readonly fromPlan: PackIntegration['indicators'][number]['fromPlan'] }
/** A value of one period; a computed gap has nothing stored. */
export interface Point extends Measured { readonly period: string; readonly stored: StoredValue | null }

/** Everything of integration in a plan. */
export interface IntegrationFacts {
  readonly model: PlanModel;
  readonly book: PackIntegration;
  readonly indicators: ReadonlyMap<string, Indicator>;
  readonly values: readonly StoredValue[];
  readonly targets: ReadonlyMap<string, StoredTarget>;
  /** Values of an indicator for a population, the oldest first. */
  points(indicator: string, population: Population): readonly Point[];
}

/** Id of an indicator for a population. */
export const rowId = (indicator: string, population: string): string => `${indicator} ${population}`;

/** Indicators of the book and the community's own, in the order of the dimensions. */
function indicatorsOf(program: Program, book: PackIntegration): readonly Indicator[] {
  const shipped = book.indicators.map(({ populations, compare, ...rest }): Indicator => ({ ...rest, own: false, unitText: '', populations: [...populations, ...compare] as Population[] }));
  const own = ownIndicatorsOf(program.store().read).map(({ name, numerator, denominator, unit, note, ...rest }): Indicator => ({
    ...rest, own: true, name: { uk: name, en: null }, unit: rest.kind === 'share' ? 'share' : 'own', unitText: unit, factor: 1, most: null, notable: null,
    numerator: { uk: numerator, en: null }, denominator: rest.kind === 'value' ? null : { uk: denominator, en: null }, criteria: [], framework: { uk: '', en: '' }, source: { uk: '', en: '' },
    gapOf: null, fromPlan: { numerator: null, denominator: null }, confidence: null, note: note === '' ? null : { uk: note, en: null },
  }));
  const order = new Map(book.dimensions.map(({ id }, at) => [id, at]));
  return [...shipped, ...own].toSorted((a, b) => (order.get(a.dimension) ?? 0) - (order.get(b.dimension) ?? 0));
}

/** Residents less a population where both are known: percentage points for shares. A period of residents that covers the other one stands for it. */
export function gapsOf(facts: IntegrationFacts, indicator: Indicator, population: Population): readonly { readonly period: string; readonly hostPeriod: string; readonly range: Range; readonly host: Point; readonly group: Point }[] {
  if (population === 'host' || population === 'all' || indicator.gapOf !== null) return [];
  const hosts = facts.points(indicator.id, 'host').filter((point) => point.range.base !== null);
  return facts.points(indicator.id, population).filter((point) => point.range.base !== null).flatMap((group) => {
    const period = periodFor(group.period, hosts.map((host) => host.period));
    const host = hosts.find((each) => each.period === period);
    return host ? [{ period: group.period, hostPeriod: host.period, range: scaled(indicator, difference(host.range, group.range)), host, group }] : [];
  });
}
const scaled = (indicator: Indicator, range: Range): Range => (indicator.unit === 'share' ? map(range, (value) => value * 100) : range);

function pointsOf(facts: IntegrationFacts, indicator: Indicator, population: Population, stored: readonly StoredValue[]): readonly Point[] {
  if (indicator.gapOf !== null) {
    const of = facts.indicators.get(indicator.gapOf);
    return of ? gapsOf(facts, of, population).map(({ period, range }): Point => ({ period, range, as: range.low === null ? 'indicative' : range.low === range.high ? 'whole' : 'sample', stored: null })) : [];
  }
  return stored.map((value): Point => ({ period: value.period, stored: value, ...measured(indicator, value) })).toSorted((a, b) => comparePeriods(a.period, b.period));
}

/** Integration of the open plan; null = the reference book is older than the indicators. */
export function integrationOf(program: Program, model: PlanModel): IntegrationFacts | null {
  const book = model.book.integration;
  if (!book) return null;
  const values = indicatorValuesOf(program.store().read);
  const byRow = Map.groupBy(values, (value) => rowId(value.indicator, value.population));
  const known = new Map<string, readonly Point[]>();
  const facts: IntegrationFacts = {
    model, book, values, indicators: new Map(indicatorsOf(program, book).map((each) => [each.id, each])),
    targets: new Map(indicatorTargetsOf(program.store().read).map((target) => [rowId(target.indicator, target.population), target])),
    points(id, population) {
      const key = rowId(id, population);
      const indicator = facts.indicators.get(id);
      const found = known.get(key) ?? (indicator ? pointsOf(facts, indicator, population, byRow.get(key) ?? []) : []);
      known.set(key, found);
      return found;
    },
  };
  return facts;
}
/** The same; refuses where the book has no indicators. */
export function needIntegration(program: Program, model: PlanModel): IntegrationFacts {
  const facts = integrationOf(program, model);
  if (!facts) throw new Refusal('integration.noBook');
  return facts;
}

/** An indicator of the plan and one of its populations. */
export function indicatorAt(facts: IntegrationFacts, id: string, population: string): Indicator {
  const indicator = facts.indicators.get(id);
  if (!indicator) throw new Refusal('input.unknownId', { what: 'indicator', id });
  if (!indicator.populations.some((each) => each === population)) throw new Refusal('integration.population', { indicator: id, population, name: indicator.name.uk });
  return indicator;
}

/** What a value is written in: a share, persons, percentage points, or a bare number. */
export const unitOf = (unit: IndicatorUnit): Unit => (unit === 'share' || unit === 'person' || unit === 'points' ? unit : 'amount');
/** What a gap is written in. */
export const gapUnit = (indicator: Indicator): Unit => (indicator.unit === 'share' || indicator.unit === 'points' ? 'points' : unitOf(indicator.unit));

/** What a number of integration is traced by. */
export const integrationRef = (facts: IntegrationFacts, what: 'value' | 'progress' | 'gap', indicator: string, population: string, period = ''): TraceRef =>
  ({ kind: 'integration', what, indicator, population, period, year: facts.model.year, scenario: facts.model.scenario });

/** Name of an indicator and a population, for sentences. */
export const nameParams = (facts: IntegrationFacts, indicator: Indicator, population: Population): Sentence['params'] =>
  ({ name: indicator.name, people: facts.book.populations.find((each) => each.id === population)?.name ?? population });
