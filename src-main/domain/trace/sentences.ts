import type { Label, ResultId, Sentence } from '../../contract/models.ts';
import { roundPersons } from '../rounding.ts';
import { say } from './pieces.ts';

/** What the official sentences need to know besides the numbers. */
export interface SentenceFrame {
  /** Name of the service, group or place; it stands in quotation marks and is never inflected. */
  readonly name: Label;
  /** What is counted. */
  readonly unit: 'person' | 'family' | 'child';
  /** ISO date of the figures, '' when none was given: then the year stands. */
  readonly asOf: string;
  readonly year: number;
  /** Source as printed, '' when none was given. */
  readonly source: string;
}

const NO_SOURCE: Label = { uk: 'джерело не вказано', en: 'no source given' };

const when = (f: SentenceFrame): string => (f.asOf === '' ? 'year' : 'date');
const frame = (f: SentenceFrame): Record<string, string | number | Label> => ({ name: f.name, asOf: f.asOf, year: f.year, source: f.source === '' ? NO_SOURCE : f.source });
const whole = (v: number): number => roundPersons(v);

/** Need without the service by the register; `high` when an upper bound differs. */
export function unmetSentence(f: SentenceFrame, v: { readonly unmet: number; readonly high: number | null; readonly general: number; readonly served: number; readonly byRegister: boolean }): Sentence {
  const n = whole(v.unmet);
  const top = v.high === null ? n : whole(v.high);
  const kind = v.byRegister ? 'unmet' : 'unmetGeneral';
  const params = { ...frame(f), n, count: n, general: whole(v.general), served: whole(v.served), high: top };
  return say(`sentence.${kind}${top > n ? 'Range' : ''}.${when(f)}.${f.unit}`, params);
}

/** General need. `low`–`high` when they differ from the base. */
export const generalNeedSentence = (f: SentenceFrame, v: { readonly general: number; readonly basis: 'registry' | 'survey' | 'max' }): Sentence =>
  say(`sentence.generalNeed.${v.basis}.${when(f)}.${f.unit}`, { ...frame(f), n: whole(v.general), count: whole(v.general) });

/** Coverage: how many of those in need are served. */
export const coverageSentence = (f: SentenceFrame, v: { readonly coverage: number; readonly general: number; readonly served: number }): Sentence =>
  say(`sentence.coverage.${when(f)}`, { ...frame(f), share: v.coverage, general: whole(v.general), served: whole(v.served) });

/** Served above the need. */
export const excessSentence = (f: SentenceFrame, v: { readonly excess: number; readonly general: number; readonly served: number }): Sentence =>
  say(`sentence.excess.${when(f)}`, { ...frame(f), n: whole(v.excess), general: whole(v.general), served: whole(v.served) });

/** Size of a group, or distinct persons in all groups. */
export const groupSentence = (f: SentenceFrame, v: { readonly n: number; readonly low: number | null; readonly high: number | null }): Sentence => {
  const n = whole(v.n);
  const spread = v.low !== null && v.high !== null && (whole(v.low) !== n || whole(v.high) !== n);
  return say(`sentence.group${spread ? 'Range' : ''}.${when(f)}.${f.unit}`, { ...frame(f), n, count: n, low: v.low === null ? n : whole(v.low), high: v.high === null ? n : whole(v.high) });
};

/** Capacity of a service. */
export const capacitySentence = (f: SentenceFrame, v: { readonly capacity: number; readonly limit: 'staff' | 'places' | 'vehicles' | 'hours'; readonly partial: boolean }): Sentence =>
  say(`sentence.capacity${v.partial ? 'AtMost' : ''}.${v.limit}.${when(f)}`, { ...frame(f), n: whole(v.capacity) });

/** Posts lacking. */
export const postsSentence = (f: SentenceFrame, v: { readonly posts: number; readonly fromVacancies: number | null; readonly newPosts: number | null; readonly load: number }): Sentence =>
  say(v.fromVacancies === null ? `sentence.posts.${when(f)}` : `sentence.postsVacant.${when(f)}`,
    { ...frame(f), n: v.posts, vacant: v.fromVacancies, fresh: v.newPosts, load: v.load });

/** Any other result: what it is, its value (unrounded; the text rounds once), date and source. */
export const plainSentence = (f: SentenceFrame, v: { readonly result: ResultId; readonly n: number }): Sentence =>
  say(`sentence.plain.${v.result}.${when(f)}`, { ...frame(f), n: v.n });

/** A figure as entered. `measure` is an id of a measure; it is named by the reader's locale. */
export const figureSentence = (f: SentenceFrame, v: { readonly n: number; readonly measure: string; readonly share?: boolean }): Sentence =>
  say(`sentence.figure${v.share === true ? 'Share' : ''}.${when(f)}`, { ...frame(f), n: v.n, measure: v.measure });

/** A figure nobody entered: not known, never 0. `atLeast` = what is known of it from below. */
export const unknownFigureSentence = (f: SentenceFrame, v: { readonly measure: string; readonly atLeast: number | null }): Sentence =>
  say(v.atLeast === null ? 'sentence.figureUnknown' : 'sentence.figureAtLeast', { ...frame(f), measure: v.measure, ...(v.atLeast === null ? {} : { n: v.atLeast }) });

/** The number is not known: nothing to quote but that. */
export const unknownSentence = (f: SentenceFrame, result: ResultId): Sentence => say(`sentence.unknown.${result}.${when(f)}`, frame(f));
