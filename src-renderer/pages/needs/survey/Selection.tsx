import { useId, useState } from 'react';
import type { SurveyView } from '#contract/api/needs.ts';
import { SELECTIONS } from '#contract/lists.ts';
import { asApiError, type ApiError } from '../../../api.ts';
import { ErrorNotice } from '../../../components/Notice.tsx';
import { useText } from '../../../i18n/index.ts';
import { change } from '../../../plan/useChange.ts';

/** How the respondents of the plan's survey were chosen: only chance allows a margin of error. */
export function Selection({ survey, readOnly }: { readonly survey: SurveyView; readonly readOnly: boolean }) {
  const { t } = useText();
  const id = useId();
  const [error, setError] = useState<ApiError | null>(null);
  const set = (selection: SurveyView['selection']): void => {
    setError(null);
    change('plan.set', { surveySelection: selection }).catch((thrown: unknown) => setError(asApiError(thrown)));
  };
  return (
    <div className="stack">
      <div className="fld fg-short">
        <label htmlFor={id}>{t('needs.survey.selection')}</label>
        <select id={id} className="in" value={survey.selection} disabled={readOnly} onChange={(event) => set(event.target.value as SurveyView['selection'])}>
          {SELECTIONS.map((one) => <option key={one} value={one}>{t(`surveys.select.${one}`)}</option>)}
        </select>
      </div>
      <p className="note text">{t(survey.selection === 'all' || survey.selection === 'random' ? 'needs.survey.margin' : 'needs.survey.noMargin')}</p>
      <p className="note text">{t('needs.survey.wholePlan')}</p>
      {error && <ErrorNotice error={error} />}
    </div>
  );
}
