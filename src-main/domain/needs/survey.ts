import type { Selection } from '../../contract/api/surveys.ts';
import type { Range } from '../../contract/models.ts';
import { isKnown, mul, range, UNKNOWN } from '../range.ts';

/** z of a two-sided 95 % interval. */
export const Z95 = 1.959963984540054;

/** Fewer answers than this are not called a rate (the program's rule, not a legal one). */
export const SMALL_SAMPLE = 30;

/** A surveyed share with its 95 % interval. */
export interface WilsonRate {
  readonly rate: number;
  readonly low: number;
  readonly high: number;
  /** Answers after the correction for a finite population; null = everybody answered, so the share is exact. */
  readonly nEff: number | null;
  /** Fewer than 30 answered (and not everybody): too few to be called a rate. */
  readonly small: boolean;
}

/**
 * Wilson 95 % interval of `yes` among `answered`, for people chosen at random out of `population` persons (null = not known: no correction).
 * Finite population: n_eff = n·(N−1)/(N−n); when everybody answered the share is exact. null when the figures contradict each other
 * (more yes than answers, more answers than people) or nobody answered.
 */
export function wilson(yes: number, answered: number, population: number | null): WilsonRate | null {
  if (answered <= 0 || yes < 0 || yes > answered) return null;
  if (population !== null && population < answered) return null;
  const rate = yes / answered;
  if (population === answered) return { rate, low: rate, high: rate, nEff: null, small: false };
  const n = population === null ? answered : (answered * (population - 1)) / (population - answered);
  const z2 = Z95 * Z95;
  const centre = (rate + z2 / (2 * n)) / (1 + z2 / n);
  const half = (Z95 / (1 + z2 / n)) * Math.sqrt((rate * (1 - rate)) / n + z2 / (4 * n * n));
  return {
    rate,
    low: yes === 0 ? 0 : Math.min(rate, Math.max(0, centre - half)),
    high: yes === answered ? 1 : Math.max(rate, Math.min(1, centre + half)),
    nEff: n,
    small: answered < SMALL_SAMPLE,
  };
}

/** What is known about the share of a group that needs a service. */
export interface SurveyFacts {
  readonly yes: number | null;
  readonly answered: number | null;
  /** Size of the group that was asked; null = not known. */
  readonly population: number | null;
  readonly selection: Selection;
  /** Share to fall back on (published, or entered by the working group); `UNKNOWN` when there is none. */
  readonly defaultRate: Range;
}

/** The share that counts, and why. */
export interface SurveyRate {
  readonly range: Range;
  /** `survey`: the answers; `default`: the entered share; `none`: nothing to count with. */
  readonly source: 'survey' | 'default' | 'none';
  /** The answers themselves, also when they do not count; null when there are none or they contradict each other. */
  readonly observed: WilsonRate | null;
  /** Too few answers. */
  readonly small: boolean;
  /** Respondents were not chosen at random: no margin of error, only «орієнтовно». */
  readonly indicative: boolean;
  /** More yes than answers, or more answers than people. */
  readonly conflict: boolean;
  /** Inputs to enter before there is a share. */
  readonly missing: readonly ('surveyYes' | 'surveyAnswered' | 'needRate')[];
}

/**
 * The share of a group that needs a service. Answers of 30 and more (or of everybody) count; fewer are a small sample and the default
 * share is used instead. People not chosen at random give a share without an interval, marked as indicative. No share at all stays not known.
 */
export function surveyRate(f: SurveyFacts): SurveyRate {
  const { yes, answered } = f;
  const asked = yes !== null && answered !== null && (answered > 0 || yes > 0);
  const observed = asked ? wilson(yes, answered, f.population) : null;
  const conflict = asked && observed === null;
  const chance = f.selection === 'random' || f.selection === 'all';
  const small = observed?.small ?? false;
  const common = { observed, small, conflict };
  if (observed !== null && !small) {
    // Everybody answered: the share is exact however they were invited.
    const margin = chance || observed.nEff === null;
    return {
      ...common, range: margin ? range(observed.low, observed.rate, observed.high) : { low: null, base: observed.rate, high: null },
      source: 'survey', indicative: !margin, missing: [],
    };
  }
  if (isKnown(f.defaultRate)) return { ...common, range: f.defaultRate, source: 'default', indicative: false, missing: [] };
  const missing = [...(yes === null ? ['surveyYes' as const] : []), ...(answered === null ? ['surveyAnswered' as const] : [])];
  return { ...common, range: UNKNOWN, source: 'none', indicative: false, missing: missing.length > 0 && !small ? missing : ['needRate'] };
}

/** Persons of a group who may need a service: size × share, bound by bound, unrounded. */
export const potential = (size: Range, rate: Range): Range => mul(size, rate);

