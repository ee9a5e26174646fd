import type { Range } from '../../contract/models.ts';

/**
 * By how much the first number is certainly above the second: 0 when it is not, null when that cannot be said.
 * Of two ranges only what lies above every possible value of the other counts.
 */
export function above(a: Range, b: Range): number | null {
  const low = a.low ?? a.base;
  const high = b.high ?? b.base;
  return low === null || high === null ? null : Math.max(0, low - high);
}

/** Whole less the sum of its parts; null while a part or the whole is not known. */
export function splitDifference(whole: number | null, parts: readonly (number | null)[]): number | null {
  if (whole === null || parts.length === 0) return null;
  let sum = 0;
  for (const part of parts) {
    if (part === null) return null;
    sum += part;
  }
  return whole - sum;
}

/**
 * Change against the year before as a share of that year's number, signed (of the new number when there was none: 1); null when it is within
 * the limit, or when both are so small that one person changes everything (fewer than `least`).
 */
export function jump(now: number, before: number, limit: number, least = 20): number | null {
  const larger = Math.max(Math.abs(now), Math.abs(before));
  if (larger < least) return null;
  const base = before === 0 ? larger : Math.abs(before);
  const share = (now - before) / base;
  return Math.abs(share) > limit ? share : null;
}

/** Whole months from one day to another (ISO `YYYY-MM-DD`); negative when the second is earlier. */
export function monthsBetween(from: string, to: string): number {
  const [fromYear = 0, fromMonth = 0, fromDay = 0] = from.split('-').map(Number);
  const [toYear = 0, toMonth = 0, toDay = 0] = to.split('-').map(Number);
  return (toYear - fromYear) * 12 + (toMonth - fromMonth) - (toDay < fromDay ? 1 : 0);
}

/** Numbers that stand in at least `limit` places, each place with the same one: 0 and numbers below `least` are common by nature. */
export function repeated<P>(values: readonly { readonly place: P; readonly value: number }[], limit: number, least = 10): readonly { readonly value: number; readonly places: readonly P[] }[] {
  const by = Map.groupBy(values.filter(({ value }) => value >= least), ({ value }) => value);
  return [...by].filter(([, rows]) => rows.length >= limit).map(([value, rows]) => ({ value, places: rows.map(({ place }) => place) }));
}

/** Width of a range as a share of its base; null where it has none. */
export function relativeWidth({ low, base, high }: Range): number | null {
  return low === null || high === null || base === null || base === 0 ? null : (high - low) / Math.abs(base);
}
