import type { Edition, IndicatorRow, IntegrationAxis, IntegrationView, Population } from '../contract/api/integration.ts';
import type { Num } from '../contract/models.ts';
import { isTooSmall } from '../domain/integration/cover.ts';
import { comparePeriods } from '../domain/integration/periods.ts';
import { meanProgress } from '../domain/integration/progress.ts';
import { exact } from '../domain/range.ts';
import { gapsOf, integrationOf, rowId, type Indicator, type IntegrationFacts } from './integrationFacts.ts';
import { rowOf } from './integrationRows.ts';
import { resultNum } from './num.ts';
import type { PlanModel } from './model.ts';
import type { Program } from './program.ts';

const gone = ({ unit }: Num): Num => resultNum(exact(null), unit, null, { state: 'na' });

/** Values that stay out of a publication, by `indicator population period`: small counts, and the whole where a hidden part could be found by subtraction. */
function coveredOf(facts: IntegrationFacts): ReadonlySet<string> {
  const key = (indicator: string, population: string, period: string): string => `${indicator} ${population} ${period}`;
  const covered = new Set(facts.values.filter((row) => {
    const indicator = facts.indicators.get(row.indicator);
    return indicator && isTooSmall(indicator.kind, row.numerator ?? (indicator.unit === 'person' ? row.value : null), row.denominator);
  }).map((row) => key(row.indicator, row.population, row.period)));
  for (const row of facts.values) if (row.population !== 'all' && covered.has(key(row.indicator, row.population, row.period))) covered.add(key(row.indicator, 'all', row.period));
  return covered;
}

/** A row without what would give a small count away. */
function publicRow(facts: IntegrationFacts, row: IndicatorRow, covered: ReadonlySet<string>): IndicatorRow {
  const indicator = facts.indicators.get(row.indicator) as Indicator;
  const own = (population: string, period: string | null): boolean => period !== null && covered.has(`${indicator.gapOf ?? indicator.id} ${population} ${period}`);
  const behind = new Map(gapsOf(facts, indicator.gapOf === null ? indicator : facts.indicators.get(indicator.gapOf) ?? indicator, row.population).map((gap) => [gap.period, gap.hostPeriod]));
  const pair = (period: string | null): boolean => own(row.population, period) || own('host', behind.get(period ?? '') ?? null);
  const hides = (period: string | null): boolean => (indicator.gapOf === null ? own(row.population, period) : pair(period));
  const toHost = row.target?.kind === 'host';
  const way = hides(row.baseline) || hides(row.last) || (toHost && (pair(row.baseline) || pair(row.last)));
  const gaps = row.gaps.map((gap) => (pair(gap.period) ? { ...gap, num: gone(gap.num), favours: null, certain: null } : gap));
  return {
    ...row, gaps, trend: gaps.some((gap, at) => (at === 0 || at === gaps.length - 1) && gap.num.state === 'na') ? null : row.trend,
    points: row.points.map((point) => (hides(point.period) ? { ...point, num: gone(point.num), numerator: null, denominator: null, hidden: true, note: '' } : point)),
    target: row.target && toHost && own('host', behind.get(row.last ?? '') ?? null) ? { ...row.target, num: gone(row.target.num) } : row.target,
    ...(way ? { progress: gone(row.progress), turn: null, certain: null } : {}),
  };
}

/** The mean way by dimension and population; dimensions whose indicators have no better side have none. */
function axesOf(facts: IntegrationFacts, rows: readonly IndicatorRow[]): readonly IntegrationAxis[] {
  const valued = rows.filter((row) => facts.indicators.get(row.indicator)?.better !== 'neutral' && row.points.length > 0);
  return facts.book.dimensions.flatMap(({ id: dimension }) => facts.book.populations.flatMap(({ id }) => {
    const own = valued.filter((row) => row.population === id && facts.indicators.get(row.indicator)?.dimension === dimension);
    if (own.length === 0) return [];
    const { mean, known, worse } = meanProgress(own.map((row) => row.progress.value));
    return [{ dimension, population: id as Population, progress: resultNum(exact(mean), 'share', null, { assumed: mean !== null && own.some((row) => row.progress.value !== null && row.progress.assumed) }), known, of: own.length, worse }];
  }));
}

const NOTHING = { dimensions: [], populations: [], criteria: [], indicators: [], rows: [], axes: [], periods: [], hidden: 0 } as const;

/** What the page of integration shows. */
export function integrationView(program: Program, model: PlanModel, edition: Edition, today: string): IntegrationView {
  const facts = integrationOf(program, model);
  if (!facts) return { book: null, ...NOTHING, today };
  const { source, asOf, wording, rule, ruleSource, caution, dimensions, populations, criteria } = facts.book;
  const indicators = [...facts.indicators.values()];
  const all = indicators.flatMap((indicator) => indicator.populations.filter((population) => facts.points(indicator.id, population).length > 0 || facts.targets.has(rowId(indicator.id, population)))
    .map((population) => rowOf(facts, indicator, population, today)));
  const covered = edition === 'public' ? coveredOf(facts) : new Set<string>();
  const rows = covered.size === 0 ? all : all.map((row) => publicRow(facts, row, covered));
  return {
    book: { source, asOf, wording, rule, ruleSource, caution }, dimensions, criteria, populations: populations.map(({ id, name }) => ({ id: id as Population, name })),
    indicators: indicators.map(({ notable: _notable, fromPlan: _fromPlan, ...info }) => info), rows, axes: axesOf(facts, rows),
    periods: [...new Set(facts.values.map((value) => value.period))].toSorted(comparePeriods), hidden: rows.flatMap((row) => row.points).filter((point) => point.hidden).length, today,
  };
}
