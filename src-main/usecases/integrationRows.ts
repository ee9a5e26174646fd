import type { IndicatorGap, IndicatorPoint, IndicatorRow, Population } from '../contract/api/integration.ts';
import type { Num } from '../contract/models.ts';
import { favours, gapTrend, isCertain } from '../domain/integration/gap.ts';
import { changeOf, progressOf, progressToHost } from '../domain/integration/progress.ts';
import { exact } from '../domain/range.ts';
import type { StoredTarget } from '../store/integration.ts';
import { gapsOf, gapUnit, integrationRef, rowId, unitOf, type Indicator, type IntegrationFacts, type Point } from './integrationFacts.ts';
import { resultNum } from './num.ts';

/** A value as it is shown. */
export function pointNum(facts: IntegrationFacts, indicator: Indicator, population: Population, point: Point | undefined): Num {
  if (!point || point.as === 'none') return resultNum(exact(null), unitOf(indicator.unit), null);
  const entered = point.stored?.value !== null && point.stored !== null;
  return resultNum(point.range, unitOf(indicator.unit), integrationRef(facts, 'value', indicator.id, population, point.period),
    point.as === 'indicative' ? { assumed: true } : entered && point.range.base !== null ? { state: 'known' } : {});
}

function pointView(facts: IntegrationFacts, indicator: Indicator, population: Population, point: Point): IndicatorPoint {
  const { stored, period, as } = point;
  return {
    period, as, num: pointNum(facts, indicator, population, point), numerator: stored?.numerator ?? null, denominator: stored?.denominator ?? null,
    method: stored?.method ?? 'survey', selection: stored?.selection ?? 'unknown', source: stored?.source ?? '', asOf: stored?.asOf ?? '', note: stored?.note ?? '', hidden: false,
  };
}

/** Baseline and last known value of a row. */
export function endsOf(points: readonly Point[], target: StoredTarget | undefined): { readonly baseline: Point | undefined; readonly last: Point | undefined } {
  const known = points.filter((point) => point.range.base !== null);
  const chosen = target?.baseline ? known.find((point) => point.period === target.baseline) : known[0];
  return { baseline: chosen, last: known.at(-1) };
}

/** How much of the way is done; null = no target, no better side, or something is not known. One value alone has gone no way yet. */
export function wayOf(facts: IntegrationFacts, indicator: Indicator, population: Population): number | null {
  const target = facts.targets.get(rowId(indicator.id, population));
  const { baseline, last } = endsOf(facts.points(indicator.id, population), target);
  if (!target || target.kind === 'none' || !baseline || !last || baseline.period === last.period) return null;
  if (target.kind === 'value') return progressOf(baseline.range.base, last.range.base, target.value, indicator.better);
  const gaps = gapsOf(facts, indicator, population);
  const host = (period: string): number | null => gaps.find((gap) => gap.period === period)?.host.range.base ?? null;
  return progressToHost(baseline.range.base, last.range.base, { before: host(baseline.period), now: host(last.period) }, indicator.better);
}

/** The gap of a population to the residents in a period. */
export function gapNum(facts: IntegrationFacts, indicator: Indicator, population: Population, gap: ReturnType<typeof gapsOf>[number]): Num {
  const assumed = gap.host.as === 'indicative' || gap.group.as === 'indicative';
  return resultNum(gap.range, gapUnit(indicator), integrationRef(facts, 'gap', indicator.id, population, gap.period), { assumed });
}

/** From which difference on a gap means something where there is no interval, in the units of the gap. */
const notableGap = ({ notable, unit }: Indicator): number | null => (notable === null ? null : unit === 'share' ? notable * 100 : notable);

/** An indicator for one population as the page shows it. */
export function rowOf(facts: IntegrationFacts, indicator: Indicator, population: Population, today: string): IndicatorRow {
  const id = rowId(indicator.id, population);
  const points = facts.points(indicator.id, population);
  const target = facts.targets.get(id);
  const { baseline, last } = endsOf(points, target);
  const moved = baseline && last && baseline.period !== last.period ? changeOf(baseline.range, last.range, indicator.better, indicator.notable) : null;
  const way = wayOf(facts, indicator, population);
  const found = gapsOf(facts, indicator, population);
  const gaps = found.map((gap): IndicatorGap => ({
    period: gap.period, num: gapNum(facts, indicator, population, gap), favours: gap.range.base === null ? null : favours(gap.range.base, indicator.better), certain: isCertain(gap.range, notableGap(indicator)),
  }));
  const [first, newest] = [found[0], found.at(-1)];
  const host = target?.kind === 'host' ? newest?.host : undefined;
  const assumed = baseline?.as === 'indicative' || last?.as === 'indicative';
  return {
    id, indicator: indicator.id, population, points: points.map((point) => pointView(facts, indicator, population, point)), baseline: baseline?.period ?? null, last: last?.period ?? null,
    target: target ? {
      kind: target.kind, baseline: target.baseline, due: target.due, reason: target.reason, late: target.due !== '' && target.due < today && (way === null || way < 1),
      num: target.kind === 'host' ? pointNum(facts, indicator, 'host', host) : resultNum(exact(target.kind === 'value' ? target.value : null), unitOf(indicator.unit), null, target.kind === 'value' ? { state: 'known' } : {}),
    } : null,
    progress: indicator.better === 'neutral' ? resultNum(exact(null), 'share', null, { state: 'na' }) : resultNum(exact(way), 'share', way === null ? null : integrationRef(facts, 'progress', indicator.id, population), { assumed: assumed && way !== null }),
    turn: moved?.turn ?? null, certain: moved?.certain ?? null, gaps, trend: first && newest && first !== newest ? gapTrend(first.range, newest.range) : null,
  };
}
