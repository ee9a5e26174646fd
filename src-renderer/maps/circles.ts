import type { Num } from '#contract/models.ts';
import { hasValue } from '../charts/types.ts';

/** Radius of the largest circle, of a value that is not known, of zero and the least of others, px at the usual text size. */
export const RADIUS = { most: 26, unknown: 6, zero: 2.5, least: 2 } as const;

/** So many of the largest circles fit well. */
const ROOM = 12;

/** How a place is drawn: a circle by its value, hollow and hatched when it is not known (or only a bound is), a dot when it is zero. */
export interface Circle { readonly look: 'value' | 'estimate' | 'bound' | 'unknown' | 'zero'; readonly r: number }

/** Radius of a value: its area grows with the value. `most` is the largest value, `scale` makes room where places are many. */
export const radiusOf = (value: number, most: number, scale = 1): number => (most <= 0 ? RADIUS.least : Math.max(RADIUS.least, RADIUS.most * scale * Math.sqrt(value / most)));

/** How large circles are beside the usual ones: all of them together cover no more than a dozen of the largest would, and are never under half. */
export function scaleOf(nums: readonly Num[]): number {
  const most = mostOf(nums);
  const all = most <= 0 ? 0 : nums.reduce((sum, num) => sum + (counts(num) ? Math.max(0, num.value) : 0) / most, 0);
  return all <= ROOM ? 1 : Math.max(0.5, Math.sqrt(ROOM / all));
}

/** A number carried over from last year does not count until it is confirmed. */
const counts = (num: Num): num is Num & { readonly value: number } => hasValue(num) && num.state !== 'carried';

/** The largest value that is drawn. */
export const mostOf = (nums: readonly Num[]): number => Math.max(0, ...nums.map((num) => (counts(num) ? num.value : num.state === 'partial' ? num.low ?? 0 : 0)));

/** The circle of a number among others of which `most` is the largest. */
export function circleOf(num: Num, most: number, scale = 1): Circle {
  if (counts(num)) return num.value <= 0 ? { look: 'zero', r: RADIUS.zero } : { look: num.assumed || num.state === 'assumption' || num.state === 'prefilled' ? 'estimate' : 'value', r: radiusOf(num.value, most, scale) };
  if (num.state === 'partial' && num.low !== null && num.low > 0) return { look: 'bound', r: Math.max(RADIUS.unknown, radiusOf(num.low, most, scale)) };
  return { look: 'unknown', r: RADIUS.unknown };
}

/** Round values for the legend, the largest first: about the largest, a third and a twelfth of it. */
export function classesOf(most: number): readonly number[] {
  if (most <= 0) return [];
  const round = (value: number): number => {
    const power = 10 ** Math.floor(Math.log10(value));
    return Math.max(1, Math.round(([5, 2, 1].find((step) => step * power <= value) ?? 1) * power));
  };
  return [...new Set([most, most / 3.5, most / 14].filter((value) => value >= 1).map(round))];
}
