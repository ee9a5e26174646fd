import type { Range, Unit } from '../../contract/models.ts';
import type { Rate } from '../needs/rates.ts';
import { SMALL_SAMPLE, type SurveyFacts } from '../needs/survey.ts';
import { surveyRateTrace } from './needs.ts';
import { hasSpread, num, pieces, type Refs, roundedShare, say, step, type TracePieces } from './pieces.ts';

/** What the explanation of a share needs. */
export interface RateTraceFacts {
  readonly survey: SurveyFacts;
  readonly register: { readonly identified: Range; readonly size: Range } | null;
  readonly rate: Rate;
  /** Why the source was chosen; '' = the order of trust decided, or nothing was written. */
  readonly reason: string;
  readonly unit: Unit;
}

/**
 * Share of a group that needs a service, by its source, with the other sources beside it.
 * Refs: `surveyYes`, `surveyAnswered`, `surveyPopulation`, `groupIdentified`, `groupSize`, `publishedRate`, `needRate`.
 */
export function rateTrace({ survey, register, rate, reason, unit }: RateTraceFacts, refs: Refs): TracePieces {
  const spread = hasSpread(rate.range) ? [step(num(rate.range.low, 'share'), '–', num(rate.range.high, 'share'))] : [];
  const small = rate.small && say('assumption.smallSample', { n: survey.answered, least: SMALL_SAMPLE });
  const own = rate.source === 'register'
    ? pieces(say('formula.surveyRate.register'), [step(num(register?.identified.base ?? null, unit, refs['groupIdentified']), ' / ', num(register?.size.base ?? null, unit, refs['groupSize']), ' = ', num(rate.range.base, 'share')), ...spread],
      [small, say('assumption.registerRate')], roundedShare(rate.range))
    : rate.source === 'published'
      ? pieces(say('formula.surveyRate.published'), [step(num(rate.range.base, 'share', refs['publishedRate'])), ...spread], [small, say('assumption.publishedRate')], roundedShare(rate.range))
      : surveyRateTrace(survey, { ...rate, source: rate.source, missing: [] }, refs);
  const others = rate.offers.filter((offer) => offer.source !== rate.source && offer.refused === null);
  return {
    ...own, assumptions: [
      ...own.assumptions,
      ...(rate.chosen === null ? [] : [say(`assumption.rateChosen.${rate.chosen}${reason === '' ? '.plain' : '.because'}`, { reason })]),
      ...others.map((offer) => say(`assumption.otherRate.${offer.source}`, { share: offer.range.base })),
      ...(rate.disputed ? [say('assumption.rateDisputed')] : []),
    ],
  };
}
