import type { Better } from '../../contract/api/integration.ts';
import type { Range } from '../../contract/models.ts';
import { lift } from '../range.ts';

/** Distance from the base to a bound combined with the opposite one of the other value: √(d₁² + d₂²). */
const joined = (a: number | null, b: number | null): number | null => lift(a, b, Math.hypot);

/**
 * a − b of independent values with their own 95 % intervals: the hybrid of Newcombe (1998, method 10; Wilson intervals of two shares), which is the general
 * rule MOVER. Without bounds on either side the difference has none; a value nobody is missing from adds nothing to its width.
 */
export function difference(a: Range, b: Range): Range {
  const base = lift(a.base, b.base, (x, y) => x - y);
  const less = (x: number | null, y: number | null): number | null => lift(x, y, (p, q) => p - q);
  const down = joined(less(a.base, a.low), less(b.high, b.base));
  const up = joined(less(a.high, a.base), less(b.base, b.low));
  return { low: lift(base, down, (x, y) => x - y), base, high: lift(base, up, (x, y) => x + y) };
}

/** Is a difference more than chance? By its interval, else by the difference from which on the scale means something; null = cannot be said. */
export function isCertain(d: Range, notable: number | null): boolean | null {
  if (d.base === null) return null;
  if (d.low !== null && d.high !== null) return d.low === d.high ? d.base !== 0 : d.low > 0 || d.high < 0;
  return notable === null ? null : Math.abs(d.base) >= notable;
}

/** Noise of binary arithmetic is no difference. */
const EPSILON = 1e-9;

/** Who is better off where residents less newcomers is `gap`: null = the indicator has no better side. */
export function favours(gap: number, better: Better): 'host' | 'group' | 'equal' | null {
  if (Math.abs(gap) < EPSILON) return 'equal';
  if (better === 'neutral') return null;
  return (gap > 0) === (better === 'up') ? 'host' : 'group';
}

/** Did the gap shrink from one period to another, whoever it favours? `certain` says whether the change is more than chance. */
export function gapTrend(first: Range, last: Range): { readonly way: 'shrinks' | 'widens' | 'same'; readonly certain: boolean | null } | null {
  if (first.base === null || last.base === null) return null;
  const change = Math.abs(last.base) - Math.abs(first.base);
  const way = Math.abs(change) < EPSILON ? 'same' : change < 0 ? 'shrinks' : 'widens';
  // Gaps on different sides: their sizes cannot be compared by one interval.
  const sameSide = first.base * last.base >= 0;
  return { way, certain: sameSide ? isCertain(difference(last, first), null) : null };
}
