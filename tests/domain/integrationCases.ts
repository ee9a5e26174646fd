import { difference, favours, gapTrend, isCertain } from '../../src-main/domain/integration/gap.ts';
import type { IndicatorEntry } from '#contract/api/integration.ts';
import { measured } from '../../src-main/domain/integration/measured.ts';
import { covers, periodFor } from '../../src-main/domain/integration/periods.ts';
import { changeOf, meanProgress, progressOf, progressToHost } from '../../src-main/domain/integration/progress.ts';
import { exact } from '../../src-main/domain/range.ts';
import type { Better } from '#contract/api/integration.ts';
import type { Range } from '#contract/models.ts';

interface Facts {
  readonly entered?: Partial<IndicatorEntry>; readonly kind?: 'share' | 'ratio' | 'value'; readonly factor?: number;
  readonly shares?: readonly (readonly [number, number])[]; readonly values?: readonly (number | readonly [number | null, number, number | null])[]; readonly better?: Better; readonly notable?: number;
  readonly baseline?: number | null; readonly last?: number | null; readonly target?: number | null; readonly host?: { readonly before: number | null; readonly now: number | null };
  readonly ways?: readonly (number | null)[]; readonly period?: string; readonly known?: readonly string[];
}
const EMPTY: IndicatorEntry = { numerator: null, denominator: null, value: null, low: null, high: null, method: 'register', selection: 'unknown' };
const random = ([numerator, denominator]: readonly [number, number]): Range => {

  const { range } = measured({ kind: 'share', factor: 1 }, { ...EMPTY, numerator, denominator, method: 'survey', selection: 'random' });
  return range;
};

/** A case of integration: a value, a difference, the way done, a mean, or a period. */
export function runIntegration({ entered, kind = 'share', factor = 1, shares, values, better = 'up', notable, baseline, last, target, host, ways, period, known }: Facts): Record<string, unknown> {
  if (entered) { const found = measured({ kind, factor }, { ...EMPTY, ...entered }); return { range: found.range, as: found.as }; }
  if (ways) return { ...meanProgress(ways) };
  if (period && known) return { found: periodFor(period, known) ?? null, covered: known.map((each) => covers(each, period)) };
  if (shares || values) {
    const ranges = shares ? shares.map(random) : (values ?? []).map((each): Range => (typeof each === 'number' ? exact(each) : { low: each[0], base: each[1], high: each[2] }));
    const [a, b, c, d] = ranges;
    if (!a || !b) throw new Error('two values are needed');
    const gap = difference(a, b);
    return { difference: gap, certain: isCertain(gap, notable ?? null), favours: gap.base === null ? null : favours(gap.base, better), trend: c && d ? gapTrend(gap, difference(c, d)) : null };
  }
  const change = changeOf(exact(baseline ?? null), exact(last ?? null), better, null);
  return { way: host ? progressToHost(baseline ?? null, last ?? null, host, better) : progressOf(baseline ?? null, last ?? null, target ?? null, better), turn: change?.turn ?? null };
}
