/**
 * Was something in force on a date? Dates are ISO `YYYY-MM-DD` and compare as text.
 * `since` is the first day in force and `until` the last one, both included; null = no such bound is known.
 */
export function inForce(since: string | null, until: string | null, date: string): boolean {
  return (since === null || since <= date) && (until === null || date <= until);
}
