/**
 * Was something in force on a date? Dates are ISO `YYYY-MM-DD` and compare as text.
 * `since` is the first day in force and `until` the last one, both included; null = no such bound is known.
 */
export function inForce(since: string | null, until: string | null, date: string): boolean {
  return (since === null || since <= date) && (until === null || date <= until);
}

/** The value in force on a date out of dated ones; with several, the one that began last. null = none was in force. */
export function valueAt<T extends { readonly since: string | null; readonly until: string | null }>(values: readonly T[], date: string): T | null {
  let best: T | null = null;
  for (const v of values) {
    if (!inForce(v.since, v.until, date)) continue;
    if (best === null || (v.since ?? '') > (best.since ?? '')) best = v;
  }
  return best;
}
