import type { Range } from '../contract/models.ts';

/**
 * Arithmetic of ranges. Each bound is counted on its own; a bound that rests on something not known is not known (null), never 0.
 * `{low: 2, base: null, high: null}` says "at least 2"; `{low: null, base: null, high: 25}` says "at most 25".
 */
export type { Range };

/** Nothing is known. */
export const UNKNOWN: Range = { low: null, base: null, high: null };

/** A number without any spread; null = not known. */
export const exact = (v: number | null): Range => ({ low: v, base: v, high: v });

/** A range in order: bounds given the wrong way round are widened so that the base lies within. */
export function range(low: number | null, base: number | null, high: number | null): Range {
  if (base !== null) return { low: low === null ? null : Math.min(low, base), base, high: high === null ? null : Math.max(high, base) };
  return low !== null && high !== null && low > high ? { low: high, base, high: low } : { low, base, high };
}

/** "At least v": the rest is not known. */
export const atLeast = (v: number | null): Range => ({ low: v, base: null, high: null });
/** "At most v": the rest is not known. */
export const atMost = (v: number | null): Range => ({ low: null, base: null, high: v });

/** Is there a base value? */
export const isKnown = (r: Range): r is Range & { readonly base: number } => r.base !== null;
/** Nothing at all is known, not even one bound. */
export const isUnknown = (r: Range): boolean => r.low === null && r.base === null && r.high === null;
/** Known bounds, but no base: "at least", "at most" or between. */
export const isPartial = (r: Range): boolean => r.base === null && !isUnknown(r);

/** Can the two not be the same number? */
export const disjoint = (a: Range, b: Range): boolean =>
  (a.low !== null && b.high !== null && a.low > b.high) || (a.high !== null && b.low !== null && a.high < b.low);

/** f(a, b) when both are known, otherwise null. */
export const lift = (a: number | null, b: number | null, f: (a: number, b: number) => number): number | null => (a === null || b === null ? null : f(a, b));

const plus = (a: number, b: number): number => a + b;
const minus = (a: number, b: number): number => a - b;

/** Sum as intervals: all lows, all bases, all highs. The sum of nothing is not known. */
export function add(...ranges: readonly Range[]): Range {
  const [first, ...rest] = ranges;
  if (first === undefined) return UNKNOWN;
  return rest.reduce<Range>((a, b) => ({ low: lift(a.low, b.low, plus), base: lift(a.base, b.base, plus), high: lift(a.high, b.high, plus) }), first);
}

/** Sum of independent survey estimates: the margins combine as the root of the sum of their squares, upwards and downwards apart. */
export function addQuadrature(...ranges: readonly Range[]): Range {
  const sum = add(...ranges);
  if (sum.base === null) return sum;
  const margin = (of: (r: Range) => number | null): number | null => {
    let squares = 0;
    for (const r of ranges) {
      const d = lift(of(r), r.base, minus);
      if (d === null) return null;
      squares += d * d;
    }
    return Math.sqrt(squares);
  };
  return { low: lift(sum.base, margin((r) => r.low), minus), base: sum.base, high: lift(sum.base, margin((r) => r.high), plus) };
}

/** Difference as intervals: the smallest a less the largest b, and the other way round. */
export const sub = (a: Range, b: Range): Range => ({ low: lift(a.low, b.high, minus), base: lift(a.base, b.base, minus), high: lift(a.high, b.low, minus) });

/** Product of quantities that cannot be negative (persons, shares, loads). */
export function mul(a: Range, b: Range): Range {
  const times = (x: number, y: number): number => x * y;
  return { low: lift(a.low, b.low, times), base: lift(a.base, b.base, times), high: lift(a.high, b.high, times) };
}

/** Quotient of quantities that cannot be negative; a bound whose divisor is 0 does not exist (null). */
export function div(a: Range, b: Range): Range {
  const by = (x: number | null, y: number | null): number | null => (x === null || y === null || y === 0 ? null : x / y);
  return { low: by(a.low, b.high), base: by(a.base, b.base), high: by(a.high, b.low) };
}

/** Both bounds and the base times a number that is not negative. */
export const scale = (r: Range, k: number): Range => map(r, (v) => v * k);

/** The larger of two, bound by bound. */
export const max = (a: Range, b: Range): Range => ({ low: lift(a.low, b.low, Math.max), base: lift(a.base, b.base, Math.max), high: lift(a.high, b.high, Math.max) });

/** The smaller of two, bound by bound. */
export const min = (a: Range, b: Range): Range => ({ low: lift(a.low, b.low, Math.min), base: lift(a.base, b.base, Math.min), high: lift(a.high, b.high, Math.min) });

/** One rising function on every known bound. */
export const map = (r: Range, f: (v: number) => number): Range => ({
  low: r.low === null ? null : f(r.low), base: r.base === null ? null : f(r.base), high: r.high === null ? null : f(r.high),
});

/** What lies below zero becomes zero: people without a service cannot be fewer than none. */
export const clampLow0 = (r: Range): Range => map(r, (v) => Math.max(0, v));
