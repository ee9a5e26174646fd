import type { Better, Turn } from '../../contract/api/integration.ts';
import type { Range } from '../../contract/models.ts';
import { difference, isCertain } from './gap.ts';

/** Which way a change goes for people, and whether it is more than chance. */
export interface Change { readonly turn: Turn; readonly certain: boolean | null }

const EPSILON = 1e-9;
/** Is `a` at least as good as `b`? */
const meets = (a: number, b: number, better: Better): boolean => (better === 'down' ? a <= b + EPSILON : a >= b - EPSILON);

/** From the baseline to the last value; null where the indicator has no better side or a value is not known. */
export function changeOf(baseline: Range, last: Range, better: Better, notable: number | null): Change | null {
  if (better === 'neutral' || baseline.base === null || last.base === null) return null;
  const d = last.base - baseline.base;
  const turn: Turn = Math.abs(d) < EPSILON ? 'same' : (d > 0) === (better === 'up') ? 'better' : 'worse';
  return { turn, certain: isCertain(difference(last, baseline), notable) };
}

/**
 * How much of the way from the baseline to the target is done: (last − baseline) / (target − baseline); below 0 = things got worse, above 1 = more than asked.
 * Where the baseline meets the target already there is no way: 1 while the last value still meets it, else 0. null = cannot be said.
 */
export function progressOf(baseline: number | null, last: number | null, target: number | null, better: Better): number | null {
  if (better === 'neutral' || baseline === null || last === null || target === null) return null;
  if (meets(baseline, target, better)) return meets(last, target, better) ? 1 : 0;
  return (last - baseline) / (target - baseline);
}

/**
 * The same towards the residents, whose value moves too: how much of the gap at the baseline is closed, 1 − gap now / gap then. Where newcomers were not worse off
 * there is no gap to close: 1 while they are not, else 0.
 */
export function progressToHost(baseline: number | null, last: number | null, host: { readonly before: number | null; readonly now: number | null }, better: Better): number | null {
  if (better === 'neutral' || baseline === null || last === null || host.before === null || host.now === null) return null;
  if (meets(baseline, host.before, better)) return meets(last, host.now, better) ? 1 : 0;
  return 1 - (host.now - last) / (host.before - baseline);
}

/** Mean of the ways of several indicators on a scale 0–1: what got worse counts as 0, what exceeded its target as 1. null = none is known. */
export function meanProgress(ways: readonly (number | null)[]): { readonly mean: number | null; readonly known: number; readonly worse: number } {
  const known = ways.filter((way) => way !== null);
  return { mean: known.length === 0 ? null : known.reduce((sum, way) => sum + Math.min(1, Math.max(0, way)), 0) / known.length, known: known.length, worse: known.filter((way) => way < 0).length };
}
