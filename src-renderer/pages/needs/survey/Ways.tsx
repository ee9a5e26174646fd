import { useEffect, useId, useState, type FormEvent } from 'react';
import type { NeedMethod, SurveyView } from '#contract/api/needs.ts';
import { USUAL_METHOD } from '#contract/lists.ts';
import { asApiError, type ApiError } from '../../../api.ts';
import { ErrorNotice } from '../../../components/Notice.tsx';
import { Num } from '../../../components/Num.tsx';
import { Card } from '../../../components/Page.tsx';
import { useText } from '../../../i18n/index.ts';
import { langOfText } from '../../../lib/text.ts';
import { choose } from './choose.ts';

const METHODS: readonly NeedMethod[] = ['registry', 'survey', 'max'];

/** The three ways of finding the need, side by side; the chosen one and why. */
export function Ways({ survey, readOnly }: { readonly survey: SurveyView; readonly readOnly: boolean }) {
  const { t } = useText();
  const id = useId();
  const [method, setMethod] = useState(survey.method);
  const [reason, setReason] = useState(survey.reason);
  const [error, setError] = useState<ApiError | null>(null);
  const [said, setSaid] = useState('');
  useEffect(() => { setMethod(survey.method); setReason(survey.reason); }, [survey.method, survey.reason]);
  const changed = method !== survey.method || reason !== survey.reason;
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setError(null);
    try {
      await choose(survey, { method, reason });
      setSaid(t('needs.survey.chosen'));
    } catch (thrown) { setError(asApiError(thrown)); }
  };
  return (
    <Card title={t('needs.survey.ways')} note={t('needs.survey.waysNote')}>
      <form className="stack" onSubmit={(event) => void submit(event)}>
        <fieldset className="sv-ways" disabled={readOnly}>
          <legend className="vh">{t('needs.survey.ways')}</legend>
          {METHODS.map((one) => (
            <div key={one} className={`sv-way${method === one ? ' on' : ''}`}>
              <input id={`${id}${one}`} type="radio" name={id} value={one} checked={method === one} onChange={() => { setMethod(one); setSaid(''); }} />
              <div>
                <label htmlFor={`${id}${one}`} className="w5">{t(`needs.survey.way.${one}`)}</label>
                <div className="big"><Num num={survey[one]} label={t(`needs.survey.way.${one}`)} bounds /></div>
                <p className="note">{t(`needs.survey.about.${one}`)}</p>
              </div>
            </div>
          ))}
        </fieldset>
        <div className="row">
          <label className="w5" htmlFor={`${id}r`}>{t(method === USUAL_METHOD ? 'needs.survey.reason' : 'needs.survey.reasonNeeded')}</label>
          <input id={`${id}r`} className="in sv-reason" maxLength={1000} aria-required={method !== USUAL_METHOD} value={reason} lang={langOfText(reason)} disabled={readOnly} placeholder={t('needs.survey.reasonHint')} onChange={(event) => { setReason(event.target.value); setSaid(''); }} />
          <button type="submit" className="ctl pri" disabled={readOnly || !changed}>{t('needs.survey.choose')}</button>
          <span className="note" role="status">{said}</span>
        </div>
        {error && <ErrorNotice error={error} />}
      </form>
    </Card>
  );
}
