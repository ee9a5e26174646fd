import { Z95 } from '../needs/survey.ts';
import { ceilWhole, roundParts } from '../rounding.ts';

/** What a sampling plan rests on. Shares are 0–1. */
export interface SampleDesign { readonly margin: number; readonly designEffect: number; readonly response: number }

/** The most careful share: any other gives a smaller margin. */
const P = 0.5;

/**
 * Answers needed for ± `margin` at 95 % among `population` people (null = not known: as among very many), share 50 %.
 * n₀ = deff·z²·p(1−p)/e²; n = n₀ / (1 + (n₀−1)/N), up to the next whole (Cochran 1977, Sampling Techniques, 4.4; Krejcie & Morgan 1970).
 */
export function answersNeeded(population: number | null, { margin, designEffect }: Pick<SampleDesign, 'margin' | 'designEffect'>): number {
  const n0 = (designEffect * Z95 ** 2 * P * (1 - P)) / margin ** 2;
  if (population === null) return ceilWhole(n0);
  return population <= 0 ? 0 : Math.min(population, ceilWhole(n0 / (1 + (n0 - 1) / population)));
}

/** People to invite so that `answers` come back, never more than there are. */
export const invitations = (answers: number, population: number | null, response: number): number =>
  Math.min(population ?? Number.POSITIVE_INFINITY, ceilWhole(answers / response));

/**
 * Half-width of the 95 % interval that `answers` among `population` give for a share of 50 %; 0 when everybody answered, null below two answers.
 * e = z·√(deff·p(1−p)/n · (N−n)/(N−1)).
 */
export function marginOf(answers: number, population: number | null, designEffect: number): number | null {
  if (answers < 2) return population !== null && answers === population && answers > 0 ? 0 : null;
  if (population !== null && population < answers) return null;
  const finite = population === null ? 1 : population === 1 ? 0 : (population - answers) / (population - 1);
  return Z95 * Math.sqrt(((designEffect * P * (1 - P)) / answers) * finite);
}

/**
 * Splits `total` answers among parts: by their sizes (largest remainders) or equally. No part gets more than it has people; what it cannot
 * take goes to the others. The sum is `total` unless all people together are fewer.
 */
export function allocate(total: number, sizes: readonly number[], how: 'proportional' | 'equal'): number[] {
  const all = sizes.reduce((a, b) => a + b, 0);
  let left = Math.min(total, all);
  if (how === 'proportional') return roundParts(sizes.map((size) => (all === 0 ? 0 : (left * size) / all)));
  const given = sizes.map(() => 0);
  while (left > 0) {
    const open = sizes.flatMap((size, i) => (size > (given[i] ?? 0) ? [i] : []));
    const each = Math.max(1, Math.floor(left / open.length));
    for (const i of open) {
      const take = Math.min(each, (sizes[i] ?? 0) - (given[i] ?? 0), left);
      given[i] = (given[i] ?? 0) + take;
      left -= take;
    }
  }
  return given;
}
