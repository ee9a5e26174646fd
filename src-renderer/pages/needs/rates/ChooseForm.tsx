import { useId, useState, type FormEvent } from 'react';
import type { RateCellView, RateSource } from '#contract/api/rates.ts';
import { RATE_SOURCES } from '#contract/lists.ts';
import { formatDateTime } from '#contract/format.ts';
import { asApiError, type ApiError } from '../../../api.ts';
import { ErrorNotice } from '../../../components/Notice.tsx';
import { Author, Raw } from '../../../components/Text.tsx';
import { useText } from '../../../i18n/index.ts';
import { langOfText } from '../../../lib/text.ts';
import { change } from '../../../plan/useChange.ts';

/** Records which source of the share holds; another one than the most trusted needs a reason. */
export function ChooseForm({ cell }: { readonly cell: RateCellView }) {
  const { t, language } = useText();
  const id = useId();
  const [source, setSource] = useState<RateSource | ''>(cell.choice?.source ?? '');
  const [reason, setReason] = useState(cell.choice?.reason ?? '');
  const [error, setError] = useState<ApiError | null>(null);
  const of = { year: cell.key.year, scenario: cell.key.scenario, territory: cell.key.territory, group: cell.group.id, service: cell.service.id };
  const usable = RATE_SOURCES.filter((one) => cell.offers.some((offer) => offer.source === one && offer.refused === null) || cell.choice?.source === one);
  const needsReason = source !== '' && source !== cell.trusted;
  const unchanged = source === (cell.choice?.source ?? '') && reason === (cell.choice?.reason ?? '');
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setError(null);
    try { await change('rates.choose', { ...of, source: source === '' ? null : source, reason }); } catch (thrown) { setError(asApiError(thrown)); }
  };
  return (
    <form className="row rt-choose" onSubmit={(event) => void submit(event)}>
      <label htmlFor={id} className="w5">{t('rates.use')}</label>
      <select id={id} className="in fg-sel" value={source} onChange={(event) => setSource(event.target.value as RateSource | '')}>
        <option value="">{t('rates.byTrust')}</option>
        {usable.map((one) => <option key={one} value={one}>{t(`rates.source.${one}`)}</option>)}
      </select>
      {source !== '' && <>
        <label htmlFor={`${id}r`} className="w5">{t(needsReason ? 'rates.reasonNeeded' : 'rates.reason')}</label>
        <input id={`${id}r`} className="in rt-reason" maxLength={1000} aria-required={needsReason} value={reason} lang={langOfText(reason)} placeholder={t('rates.reasonHint')} onChange={(event) => setReason(event.target.value)} />
      </>}
      <button type="submit" className="ctl pri" disabled={unchanged}>{t('rates.record')}</button>
      {cell.choice !== null && <span className="note">{formatDateTime(cell.choice.at, language)}, <Author>{cell.choice.author}</Author>{cell.choice.reason !== '' && <>: <Raw>{cell.choice.reason}</Raw></>}</span>}
      {error && <ErrorNotice error={error} />}
    </form>
  );
}
