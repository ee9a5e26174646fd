import type { RateRefusal, RateSource } from '../../contract/api/rates.ts';
import type { Range } from '../../contract/models.ts';
import { disjoint, div, isKnown, map, UNKNOWN } from '../range.ts';
import { surveyRate, type SurveyFacts, type SurveyRate } from './survey.ts';

/** What is known of one group and one service. */
export interface RateFacts {
  readonly survey: Omit<SurveyFacts, 'defaultRate'>;
  /** Persons (or families) of the group known to need the service, and the size of the group where they were counted; null = not entered. */
  readonly register: { readonly identified: Range; readonly size: Range; readonly assumed: boolean; readonly mixedUnits: boolean } | null;
  /** A share published elsewhere (`UNKNOWN` when there is none) and whether it says where. */
  readonly published: Range;
  readonly publishedSourced: boolean;
  /** The share the working group assumes; `UNKNOWN` when there is none. */
  readonly assumed: Range;
  /** The source somebody chose, null = the order of trust decides. */
  readonly chosen: RateSource | null;
}

/** One source of a share: its value, or why it cannot count. */
export interface RateOffer {
  readonly source: RateSource;
  /** The share; also of a source that cannot count where it can be computed, so that it can be shown. */
  readonly range: Range;
  readonly refused: RateRefusal | null;
  /** Rests on an assumption: not measured here, a group sized by a published share, respondents not chosen by chance. */
  readonly assumed: boolean;
}

/** The share in force, and everything beside it. */
export interface Rate extends Pick<SurveyRate, 'observed' | 'small' | 'indicative' | 'conflict'> {
  readonly range: Range;
  readonly source: RateSource | 'none';
  /** The recorded choice, whether or not it has a value; null = the order of trust. */
  readonly chosen: RateSource | null;
  /** The first source by trust that can count. */
  readonly trusted: RateSource | null;
  readonly offers: readonly RateOffer[];
  readonly assumed: boolean;
  /** Two sources that can count say things that cannot both be true, and nobody recorded which one holds. */
  readonly disputed: boolean;
  readonly missing: readonly ('surveyYes' | 'surveyAnswered' | 'groupIdentified' | 'publishedRate' | 'needRate')[];
}

const MISSING = { survey: ['surveyYes', 'surveyAnswered'], register: ['groupIdentified'], published: ['publishedRate'], default: ['needRate'] } as const;

function surveyOffer(r: SurveyRate): RateOffer {
  const refused = r.conflict ? 'conflict' : r.small ? 'small' : r.source === 'survey' ? null : 'none';
  const seen = r.observed;
  return { source: 'survey', range: refused === 'small' && seen !== null ? { low: seen.low, base: seen.rate, high: seen.high } : r.range, refused, assumed: r.indicative };
}

function registerOffer(f: RateFacts['register']): RateOffer {
  const none = { source: 'register', range: UNKNOWN, refused: 'none', assumed: false } as const;
  if (f === null) return none;
  if (f.mixedUnits) return { ...none, refused: 'units' };
  const share = div(f.identified, f.size);
  if (!isKnown(share)) return none;
  if (share.base > 1) return { ...none, range: share, refused: 'aboveAll' };
  // Bounds of the size may lead above everybody: nobody is needed twice.
  return { source: 'register', range: map(share, (v) => Math.min(1, v)), refused: null, assumed: f.assumed };
}

function entered(source: 'published' | 'default', range: Range, sourced = true): RateOffer {
  const above = (range.base ?? range.low ?? 0) > 1 || (range.high ?? 0) > 1;
  return { source, range, refused: !isKnown(range) ? 'none' : above ? 'aboveAll' : sourced ? null : 'unsourced', assumed: true };
}

/** Can two shares not be the same? Where a bound is not known, different numbers are. */
const contradict = (a: Range, b: Range): boolean =>
  disjoint(a, b) || (a.base !== b.base && [a.low, a.high, b.low, b.high].includes(null));

/**
 * The share of a group that needs a service: the chosen source, or the first by trust that can count (own survey → own register → published →
 * assumed). A chosen source without a value leaves the share not known: another one never takes its place unseen.
 */
export function rateOf(f: RateFacts): Rate {
  const survey = surveyRate({ ...f.survey, defaultRate: UNKNOWN });
  const offers: readonly RateOffer[] = [surveyOffer(survey), registerOffer(f.register), entered('published', f.published, f.publishedSourced), entered('default', f.assumed)];
  const usable = offers.filter((offer) => offer.refused === null);
  const [first] = usable;
  const used = f.chosen === null ? first : usable.find((offer) => offer.source === f.chosen);
  const missing = f.chosen === null ? (survey.small ? MISSING.default : survey.missing.length > 0 ? survey.missing : MISSING.default) : MISSING[f.chosen];
  return {
    observed: survey.observed, small: survey.small, conflict: survey.conflict, indicative: used?.source === 'survey' && survey.indicative,
    range: used?.range ?? UNKNOWN, source: used?.source ?? 'none', chosen: f.chosen, trusted: first?.source ?? null, offers, assumed: used?.assumed ?? false,
    disputed: f.chosen === null && used !== undefined && usable.some((offer) => offer !== used && contradict(offer.range, used.range)),
    missing: used === undefined ? missing : [],
  };
}
