import { useState } from 'react';
import type { Input } from '#contract/api.ts';
import type { PublicationView } from '#contract/api/publishing.ts';
import { formatDate } from '#contract/format.ts';
import { asApiError, type ApiError } from '../../../api.ts';
import { Loaded } from '../../../components/Loaded.tsx';
import { Card, PageHead } from '../../../components/Page.tsx';
import { useText } from '../../../i18n/index.ts';
import { download } from '../../../lib/files.ts';
import { navigate, useRoute } from '../../../lib/route.ts';
import { plainText } from '../../../lib/text.ts';
import { planStore, usePlan, useScope } from '../../../plan/store.ts';
import { change } from '../../../plan/useChange.ts';
import { useView } from '../../../plan/useView.ts';
import { flushAll } from '../drafts.ts';
import { Progress } from '../MakePanel.tsx';
import { useJob, type Job } from '../useJob.ts';
import { WordsField } from '../WordsField.tsx';
import { CheckCard } from './CheckCard.tsx';

type Language = 'uk' | 'en';
type Work = Input<'job.start'>['job'];

/** What residents and other programs get: the one-page summary, open data, and the check before both. */
export function PublishPage() {
  const { t, language: reader } = useText();
  const scope = useScope();
  const [chosen, setLanguage] = useState<Language | null>(null);
  const language = chosen ?? reader;
  const wanted = useRoute().params.get('snapshot');
  const own = useView('publishing.view', { ...scope, language, ...(wanted === null ? {} : { snapshot: wanted }) }, ['documents', 'overview', 'cycle', 'checks']);
  const snapshot = own.data?.snapshots.find((each) => each.id === wanted) ?? null;
  const from = { ...(snapshot ? { year: snapshot.year, scenario: snapshot.scenario, snapshot: snapshot.id } : scope), language };
  const job = useJob(download);
  const [error, setError] = useState<ApiError | null>(null);
  const make = async (work: Work): Promise<void> => {
    setError(null);
    try { await flushAll(); } catch (thrown) { return setError(asApiError(thrown)); }
    await job.start(work);
  };
  return (
    <>
      <PageHead title={t('publishing.title')} sub={t('publishing.sub', { year: from.year })} />
      <Loaded view={own} lines={10}>
        {(view) => (
          <div className="pub">
            <div className="col">
              <Card>
                <Progress job={job} error={error} done="publishing.done" cancelled="publishing.cancelled" />
                <div className="fld"><span className="lb" id="plg">{t('publishing.language')}</span><div><span className="seg" role="group" aria-labelledby="plg">{(['uk', 'en'] as const).map((id) => <button key={id} type="button" aria-pressed={language === id} onClick={() => setLanguage(id)}>{t(`documents.languages.${id}`)}</button>)}</span></div></div>
                <div className="fld"><label htmlFor="psn">{t('publishing.data')}</label>
                  <select id="psn" className="in" value={snapshot?.id ?? ''} onChange={(event) => navigate('documents', { tab: 'publish', ...(event.target.value === '' ? {} : { snapshot: event.target.value }) }, true)}>
                    <option value="">{t('documents.dataNow')}</option>
                    {view.snapshots.map((each) => <option key={each.id} value={each.id}>{t('documents.dataApproved', { name: plainText(each.name, reader), date: formatDate(each.decidedOn, reader) })}</option>)}
                  </select></div>
              </Card>
              <SummaryCard view={view} from={from} job={job} make={make} />
              <Card title={t('publishing.openData.title')}>
                <p className="note text">{t('publishing.openData.note')}</p>
                <div className="bt"><button type="button" className="ctl" disabled={job.running || view.stops.openData > 0} aria-label={t('publishing.openData.makeOf')} onClick={() => void make({ kind: 'openData', ...from })}>{t('publishing.openData.make')}</button></div>
              </Card>
            </div>
            <CheckCard view={view} from={from} />
          </div>
        )}
      </Loaded>
    </>
  );
}

/** The one-page summary: the department's words of it, and its files. */
function SummaryCard({ view, from, job, make }: { readonly view: PublicationView; readonly from: { readonly year: number; readonly scenario?: string | undefined; readonly language: Language }; readonly job: Job; readonly make: (work: Work) => Promise<void> }) {
  const { t } = useText();
  const { info } = usePlan();
  const path = info?.path ?? '';
  const send = (section: 'plans' | 'contact') => (words: string): Promise<unknown> => {
    if (planStore.get().info?.path !== info?.path) return Promise.reject(new Error('another plan is open'));
    return change('publishing.setWords', { section, language: from.language, words });
  };
  return (
    <Card title={t('publishing.summary.title')}>
      <p className="note text">{t('publishing.summary.note')}</p>
      <div className="bt">{(['pdf', 'docx', 'png'] as const).map((format, i) => <button key={format} type="button" className={i === 0 ? 'ctl pri' : 'ctl'} disabled={job.running || view.stops.summary > 0} aria-label={t('publishing.summary.makeOf', { format })} onClick={() => void make({ kind: 'summary', format, ...from })}>{t('publishing.summary.make', { format })}</button>)}</div>
      {(['plans', 'contact'] as const).map((section) => {
        const id = [path, 'public-summary', section, from.language].join('\n');
        return <WordsField key={id} id={id} most={400} label={t(`publishing.summary.${section}`)} note={t(`publishing.summary.${section}Note`)} placeholder={t(`publishing.summary.${section}Placeholder`)} saved={view.words[section]} language={from.language} readOnly={info?.readOnly ?? false} send={send(section)} />;
      })}
    </Card>
  );
}
