import type { Role, Share } from '#contract/api/surveys.ts';
import { formatNumber, formatShare, formatValueRange, type Language } from '#contract/format.ts';
import type { Num, SurveyNumber, TraceRef } from '#contract/models.ts';
import { openTrace } from '../../../components/trace/store.ts';
import { translate, useText } from '../../../i18n/index.ts';
import { useScope } from '../../../plan/store.ts';

/** Is there a share to name? */
export const isRate = (share: Share): boolean => share.rate !== null;

/** The explanation of a number of this survey: what it is, of which question and option, among whom. */
export function useSurveyRef(survey: string, role: Role | '' = '', part = ''): (what: SurveyNumber, more?: Partial<Extract<TraceRef, { kind: 'survey' }>>) => TraceRef {
  const scope = useScope();
  return (what, more = {}) => ({ kind: 'survey', what, survey, question: '', option: '', role, part, weighted: false, ...scope, ...more });
}

/** A share with its interval; only counts where answers are few; why there is none. A click on it opens its explanation. */
export function ShareText({ share, target, quiet = false }: { readonly share: Share; readonly target?: TraceRef; /** Few answers are not marked again in a column full of them. */ readonly quiet?: boolean }) {
  const { t, language } = useText();
  const link = (text: string) => (target ? <button type="button" className="n" title={t('surveys.share.why')} onClick={() => openTrace(target)}>{text}</button> : text);
  const counts = t('surveys.share.counts', { yes: formatNumber(share.yes, language), n: formatNumber(share.answered, language) });
  if (share.kind === 'none') return <span className="note">{t('surveys.share.none')}</span>;
  if (share.kind === 'conflict') return <span className="note"><span className="mk cf">{t('surveys.share.conflict')}</span> {link(counts)}</span>;
  if (share.kind === 'few' || share.rate === null) return <span className="su-few" title={t('surveys.share.fewLong')}>{link(counts)}{!quiet && <> <span className="mk as">{t(share.answered < 30 ? 'surveys.share.few' : 'surveys.share.fewWeighted')}</span></>}</span>;
  const value = formatShare(share.rate, language);
  if (share.kind === 'indicative') return <><span className="mk as" title={t('surveys.share.indicativeLong')}>{t('surveys.share.indicative')}</span> {link(value)}</>;
  if (share.kind === 'exact') return <>{link(value)} <span className="note">{t('surveys.share.exact')}</span></>;
  return <><span className="w5">{link(value)}</span> <span className="note">{formatValueRange(share.low ?? share.rate, share.high ?? share.rate, 'share', language)}</span></>;
}

/** A share as a chart draws it; null where it is only counts. */
export const shareNum = (share: Share): Num => ({
  state: share.rate === null ? 'unknown' : share.kind === 'indicative' ? 'assumption' : 'computed', value: share.rate, low: share.low, high: share.high, unit: 'share', assumed: share.kind === 'indicative', recalled: false, ref: null, missing: [],
});

/** How a share was found, in words and numbers. */
export function howFound(share: Share, language: Language, weighted = false): string {
  const t = (key: string, params: Record<string, unknown> = {}): string => translate(key, { lng: language, ...params });
  const n = (value: number): string => formatNumber(value, language, { digits: { min: 0, max: 1 } });
  if (share.rate === null) return t('surveys.how.counts', { yes: n(share.yes), n: n(share.answered) });
  const base = weighted ? t('surveys.how.weighted', { rate: formatShare(share.rate, language) }) : t('surveys.how.rate', { yes: n(share.yes), n: n(share.answered), rate: formatShare(share.rate, language) });
  if (share.kind === 'exact') return `${base} ${t('surveys.how.exact')}`;
  if (share.kind === 'indicative' || share.nEff === null) return `${base} ${t('surveys.how.noMargin')}`;
  const parts = [base];
  if (Math.abs(share.kish - share.answered) > 0.05) parts.push(t('surveys.how.kish', { n: n(share.kish) }));
  parts.push(share.population === null ? t('surveys.how.infinite') : t('surveys.how.finite', { people: n(share.population), n: n(share.nEff) }));
  parts.push(t('surveys.how.wilson', { range: formatValueRange(share.low ?? share.rate, share.high ?? share.rate, 'share', language) }));
  return parts.join(' ');
}
