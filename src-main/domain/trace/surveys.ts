import type { Share } from '../../contract/api/surveys.ts';
import { SMALL_SAMPLE } from '../needs/survey.ts';
import { num, pieces, type Refs, roundedShare, say, step, type Step, type TracePieces } from './pieces.ts';

/** Sums of weights behind a weighted share: of those who said yes, of all who answered, and of the squares of the latter. */
export interface WeightSums { readonly yes: number; readonly all: number; readonly squares: number }

const key = (name: string): string => `surveys.trace.${name}`;
const squared = '²';

/** Effective number of weighted answers (Kish 1965): (Σw)² / Σw². */
const kishStep = (all: number, squares: number, effective: number): Step => step(num(all, 'count'), `${squared} / `, num(squares, 'count'), ' = ', num(effective, 'count'));

/**
 * A share among respondents: yes ÷ answered (weighted: sums of weights), the effective number of answers (Kish), the correction for the finite
 * population n·(N−1)/(N−n), and Wilson's 95 % interval over it. Refs: `population`.
 */
export function surveyShareTrace(share: Share, weights: WeightSums | null, refs: Refs): TracePieces {
  const { kind, yes, answered, rate, kish, nEff, population } = share;
  const formula = kind === 'rate' && weights !== null ? 'rateWeighted' : kind;
  const steps: Step[] = rate === null ? [step(num(yes, 'person'), ' / ', num(answered, 'person'))]
    : weights === null ? [step(num(yes, 'person'), ' / ', num(answered, 'person'), ' = ', num(rate, 'share'))] : [step(num(weights.yes, 'count'), ' / ', num(weights.all, 'count'), ' = ', num(rate, 'share'))];
  if (weights !== null && kind !== 'exact') steps.push(kishStep(weights.all, weights.squares, kish));
  if (kind === 'rate' && nEff !== null && population !== null) {
    steps.push(step(num(kish, 'count'), ' × (', num(population, 'person', refs['population']), ' − 1) / (', num(population, 'person', refs['population']), ' − ', num(kish, 'count'), ') = ', num(nEff, 'count')));
  }
  if (kind === 'rate') steps.push(step(num(share.low, 'share'), '–', num(share.high, 'share')));
  return pieces(say(key(`formula.${formula}`), { least: SMALL_SAMPLE }), steps, [kind === 'rate' && population === null && say('surveys.how.infinite')], roundedShare({ low: share.low, base: rate, high: share.high }));
}

/** Effective number of answers of a survey after weighting, by Kish. */
export const effectiveTrace = ({ all, squares }: Pick<WeightSums, 'all' | 'squares'>, effective: number): TracePieces =>
  pieces(say(key('formula.kish')), [kishStep(all, squares, effective)]);
