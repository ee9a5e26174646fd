import { useState } from 'react';
import { formatNumber } from '#contract/format.ts';
import { Loaded } from '../../../components/Loaded.tsx';
import { ErrorNotice } from '../../../components/Notice.tsx';
import { PageHead } from '../../../components/Page.tsx';
import { Tabs } from '../../../components/Tabs.tsx';
import { Raw } from '../../../components/Text.tsx';
import { useText } from '../../../i18n/index.ts';
import { href, navigate, useRoute } from '../../../lib/route.ts';
import { usePlan } from '../../../plan/store.ts';
import { change } from '../../../plan/useChange.ts';
import { useView } from '../../../plan/useView.ts';
import { AnswersTab } from './AnswersTab.tsx';
import { FormTab } from './FormTab.tsx';
import { OpenTab } from './OpenTab.tsx';
import { ResultsTab } from './ResultsTab.tsx';
import { SampleTab } from './SampleTab.tsx';
import { TakeTab } from './TakeTab.tsx';
import { useAct } from './useAct.ts';

const STEPS = ['form', 'sample', 'answers', 'results', 'open', 'take'] as const;
type Step = (typeof STEPS)[number];

/** One survey, step by step: questionnaire, sample, answers, results, open answers, what goes to the needs. */
export function OneSurvey({ id }: { readonly id: string }) {
  const { t, language } = useText();
  const { params } = useRoute();
  const view = useView('surveys.form.view', { survey: id }, ['surveys', 'groups', 'community', 'reference']);
  const readOnly = usePlan((plan) => plan.info?.readOnly === true);
  const [sure, setSure] = useState(false);
  const { error, act } = useAct();
  const asked = params.get('step');
  const step: Step = STEPS.find((one) => one === asked) ?? ((view.data?.answers ?? 0) > 0 ? 'results' : 'form');
  const remove = async (): Promise<void> => {
    if (await act(() => change('surveys.remove', { survey: id }))) navigate('needs', { tab: 'surveys' });
  };
  return (
    <>
      <PageHead title={t('surveys.one')} sub={view.data && <><Raw>{view.data.name}</Raw> · {t('surveys.answersOf', { count: view.data.answers, n: formatNumber(view.data.answers, language) })}</>}>
        {sure
          ? <><span className="note" role="alert">{t('surveys.removeSure', { count: view.data?.answers ?? 0 })}</span><button type="button" className="ctl" onClick={() => void remove()}>{t('surveys.removeYes')}</button><button type="button" className="ctl" onClick={() => setSure(false)}>{t('common.cancel')}</button></>
          : <button type="button" className="ctl" disabled={readOnly} onClick={() => setSure(true)}>{t('surveys.remove')}</button>}
        <a className="ctl" href={href('needs', { tab: 'surveys' })}>{t('surveys.all')}</a>
      </PageHead>
      {error && <ErrorNotice error={error} />}
      <Tabs name="survey" label={t('surveys.steps')} tabs={STEPS.map((one) => ({ id: one, text: t(`surveys.step.${one}`) }))} tab={step} onTab={(to) => navigate('needs', { tab: 'surveys', id, step: to })} />
      <div className="su-panel" role="tabpanel" id="surveypanel" aria-labelledby={`survey-${step}`}>
        <Loaded view={view} lines={8}>
          {(form) => (step === 'form' ? <FormTab form={form} readOnly={readOnly} />
            : step === 'sample' ? <SampleTab form={form} readOnly={readOnly} />
              : step === 'answers' ? <AnswersTab form={form} readOnly={readOnly} />
                : step === 'results' ? <ResultsTab form={form} readOnly={readOnly} />
                  : step === 'open' ? <OpenTab survey={id} readOnly={readOnly} />
                    : <TakeTab survey={id} readOnly={readOnly} />)}
        </Loaded>
      </div>
    </>
  );
}
