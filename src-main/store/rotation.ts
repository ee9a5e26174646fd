const DAY = 86_400_000;

/** Days since 1970 of a moment (UTC). */
const dayOf = (at: string): number => Math.floor(Date.parse(at) / DAY);

/**
 * Which backups to keep: all of the last 7 days, then the newest of each week for 8 weeks, then the newest of each month for
 * 24 months; always the newest one and those from the future (a clock was wrong). `at` = ISO times. Returns the kept ones.
 */
export function keptBackups<T extends { readonly at: string }>(backups: readonly T[], now: Date): readonly T[] {
  const today = dayOf(now.toISOString());
  const newestFirst = backups.toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
  const seen = new Set<string>();
  return newestFirst.filter((backup, index) => {
    const day = dayOf(backup.at);
    const age = today - day;
    // Day 0 of 1970 was a Thursday; weeks begin on Monday.
    const slot = age <= 7 * 8 ? `week ${Math.floor((day + 3) / 7)}` : monthsBetween(backup.at, now) <= 24 ? `month ${backup.at.slice(0, 7)}` : '';
    const first = slot !== '' && !seen.has(slot);
    seen.add(slot);
    return index === 0 || age < 7 || first;
  });
}

function monthsBetween(at: string, now: Date): number {
  const then = new Date(at);
  return (now.getUTCFullYear() - then.getUTCFullYear()) * 12 + now.getUTCMonth() - then.getUTCMonth();
}
