import type { Range } from '../../contract/models.ts';

/** Persons by age band: under 35, 35–49, 50–59, 60 and older. */
export interface AgeCounts { readonly under35: number; readonly age35: number; readonly age50: number; readonly age60: number }

/** What only an assumption can say: age of leaving, youngest age under 35, oldest age of 60+. */
export interface AgeLimits { readonly leave: number; readonly first: number; readonly last: number }

const bandsOf = (c: AgeCounts, { first, last }: AgeLimits): readonly (readonly [from: number, to: number, n: number])[] =>
  [[first, 34, c.under35], [35, 49, c.age35], [50, 59, c.age50], [60, Math.max(60, last), c.age60]];

/**
 * Persons still working after `years`, when each leaves on reaching `leave`. Only bands are known, hence a range: low = all as old as their band
 * allows, high = all as young; base = evenly spread over the years of age of the band (assumption). Nobody is hired meanwhile.
 */
export function staying(counts: AgeCounts, years: number, limits: AgeLimits): Range {
  // Who works now works now, whatever the age.
  if (years <= 0) return { low: peopleOf(counts), base: peopleOf(counts), high: peopleOf(counts) };
  // Who is older than this now has left by then.
  const oldest = limits.leave - 1 - years;
  let [low, base, high] = [0, 0, 0];
  for (const [from, to, n] of bandsOf(counts, limits)) {
    low += to <= oldest ? n : 0;
    high += from <= oldest ? n : 0;
    base += n * Math.min(1, Math.max(0, (oldest - from + 1) / (to - from + 1)));
  }
  return { low, base, high };
}

/** Persons of all bands. */
export const peopleOf = (c: AgeCounts): number => c.under35 + c.age35 + c.age50 + c.age60;
