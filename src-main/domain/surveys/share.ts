import type { Selection, Share } from '../../contract/api/surveys.ts';
import { SMALL_SAMPLE, wilson } from '../needs/survey.ts';
import { kish } from './rake.ts';

/**
 * A share among respondents. `said` = yes or no of each who answered; `weights` = theirs (null = all equal). The interval is Wilson's over the
 * effective number of answers (Kish) corrected for the finite population; it stands only when people were chosen at random or all were asked.
 * Fewer than 30 answers, counted or effective, are no rate: only their counts stand.
 */
export function shareOf(said: readonly boolean[], weights: readonly number[] | null, population: number | null, selection: Selection): Share {
  const answered = said.length;
  const yes = said.filter(Boolean).length;
  const effective = weights === null ? answered : kish(weights);
  const base = { yes, answered, rate: null, low: null, high: null, nEff: null, kish: effective, population };
  if (answered === 0) return { ...base, kind: 'none' };
  if (population !== null && population < answered) return { ...base, kind: 'conflict' };
  // Everybody answered: nobody has to stand for anybody else.
  if (population === answered) return { ...base, kind: 'exact', rate: yes / answered, low: yes / answered, high: yes / answered };
  const total = weights === null ? answered : weights.reduce((a, b) => a + b, 0);
  const rate = weights === null ? yes / answered : said.reduce((sum, is, i) => (is ? sum + (weights[i] ?? 0) : sum), 0) / total;
  if (effective < SMALL_SAMPLE) return { ...base, kind: 'few' };
  const found = wilson(rate * effective, effective, population);
  if (found === null) return { ...base, kind: 'conflict' };
  return selection === 'random' || selection === 'all'
    ? { ...base, kind: 'rate', rate, low: Math.max(0, Math.min(rate, found.low)), high: Math.min(1, Math.max(rate, found.high)), nEff: found.nEff }
    : { ...base, kind: 'indicative', rate };
}

/** Weighted mean of the numbers given; null when there are none. */
export function meanOf(values: readonly number[], weights: readonly number[] | null): number | null {
  if (values.length === 0) return null;
  let sum = 0;
  let all = 0;
  values.forEach((value, i) => { const w = weights?.[i] ?? 1; sum += w * value; all += w; });
  return sum / all;
}
