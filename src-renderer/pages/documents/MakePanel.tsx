import type { SnapshotInfo } from '#contract/api/cycle.ts';
import type { DocumentView, Edition } from '#contract/api/documents.ts';
import { formatDate } from '#contract/format.ts';
import type { ApiError } from '../../api.ts';
import { ErrorNotice, Notice } from '../../components/Notice.tsx';
import { Card } from '../../components/Page.tsx';
import { Tx } from '../../components/Text.tsx';
import { useText } from '../../i18n/index.ts';
import { download } from '../../lib/files.ts';
import { href, navigate, useRoute } from '../../lib/route.ts';
import { plainText } from '../../lib/text.ts';
import { usePlan, useScope } from '../../plan/store.ts';
import { useView } from '../../plan/useView.ts';
import { fileOf, type Job } from './useJob.ts';

type Language = 'uk' | 'en';
interface Choice { readonly language: Language; readonly edition: Edition; readonly setLanguage: (language: Language) => void; readonly setEdition: (edition: Edition) => void; readonly format: 'docx' | 'pdf'; readonly setFormat: (format: 'docx' | 'pdf') => void }

/** Which report is made, what to know before it is made, and how far it is. */
export function MakePanel({ choice, snapshots, snapshot, view, job, error }: { readonly choice: Choice; readonly snapshots: readonly SnapshotInfo[]; readonly snapshot: SnapshotInfo | null; readonly view: DocumentView | null; readonly job: Job; readonly error: ApiError | null }) {
  const { t, language: reader } = useText();
  const { language, edition } = choice;
  const section = useRoute().params.get('section');
  return (
    <Card title={t('documents.report')} className="make">
      <Progress job={job} error={error} />
      <div className="fld"><label htmlFor="dsn">{t('documents.data')}</label>
        <select id="dsn" className="in" value={snapshot?.id ?? ''} onChange={(event) => navigate('documents', { ...(section === null ? {} : { section }), ...(event.target.value === '' ? {} : { snapshot: event.target.value }) }, true)}>
          <option value="">{t('documents.dataNow')}</option>
          {snapshots.map((each) => <option key={each.id} value={each.id}>{t('documents.dataApproved', { name: plainText(each.name, reader), date: formatDate(each.decidedOn, reader) })}</option>)}
        </select>
        <p className="note">{snapshot ? <Tx k="documents.dataApprovedNote" p={{ decision: snapshot.decision, date: formatDate(snapshot.decidedOn, reader) }} /> : t(snapshots.length === 0 ? 'documents.dataNoneNote' : 'documents.dataNowNote')}</p></div>
      <div className="fld"><span className="lb" id="dlg">{t('documents.language')}</span><div><span className="seg" role="group" aria-labelledby="dlg">{(['uk', 'en'] as const).map((id) => <button key={id} type="button" aria-pressed={language === id} onClick={() => choice.setLanguage(id)}>{t(`documents.languages.${id}`)}</button>)}</span></div><p className="note">{t('documents.languageNote')}</p></div>
      <div className="fld"><span className="lb" id="ded">{t('documents.edition')}</span><div><span className="seg" role="group" aria-labelledby="ded">{(['service', 'public'] as const).map((id) => <button key={id} type="button" aria-pressed={edition === id} onClick={() => choice.setEdition(id)}>{t(`documents.editions.${id}`)}</button>)}</span></div><p className="note">{t(`documents.editionNote.${edition}`)}</p></div>
      <div className="fld"><span className="lb" id="dfm">{t('documents.format')}</span><div><span className="seg" role="group" aria-labelledby="dfm">{(['docx', 'pdf'] as const).map((id) => <button key={id} type="button" aria-pressed={choice.format === id} onClick={() => choice.setFormat(id)}>{t(`documents.formats.${id}`)}</button>)}</span></div></div>
      {snapshot === null && <Before view={view} edition={edition} />}
    </Card>
  );
}

/** How far the report is, or what came of it. */
export function Progress({ job, error, done = 'documents.done', cancelled = 'jobs.cancelled' }: { readonly job: Job; readonly error: ApiError | null; readonly done?: string; readonly cancelled?: string }) {
  const { t } = useText();
  const { view, running } = job;
  const file = fileOf(view);
  const step = view?.step === '' || !view ? 'start' : view.step;
  const failed = error ?? job.error;
  return (
    <>
      {failed && <ErrorNotice error={failed}>{error && <span>{t('documents.failedWords')}</span>}</ErrorNotice>}
      {running && (
        <div className="stack" role="status">
          <div className="bar" role="progressbar" aria-label={t('jobs.bar')} aria-valuemin={0} aria-valuemax={view?.of ?? 1} aria-valuenow={view?.done ?? 0}><i style={{ width: `${Math.round((100 * ((view?.done ?? 0) + 0.5)) / ((view?.of ?? 1) + 0.5))}%` }} /></div>
          <p className="note">{t('jobs.progress', { step: t(`jobs.step.${step}`), done: (view?.done ?? 0) + 1, of: view?.of ?? 1 })} <button type="button" className="link" onClick={() => void job.cancel()}>{t('common.cancel')}</button></p>
        </div>
      )}
      {view?.phase === 'cancelled' && <Notice kind="wn">{t(cancelled)}</Notice>}
      {file && <Notice kind="ok"><Tx k={done} p={{ name: file.name }} /><div className="bt"><button type="button" className="link" onClick={() => download(file)}>{t('documents.again')}</button></div></Notice>}
    </>
  );
}

/** What is not known, what is only recalled, what a publication would show: nothing stops the making. */
function Before({ view, edition }: { readonly view: DocumentView | null; readonly edition: Edition }) {
  const { t } = useText();
  const scope = useScope();
  const { view: plan } = usePlan();
  const overview = useView('overview.view', scope, ['overview']);
  const needs = plan?.counts.needs;
  const unknown = needs ? needs.all - needs.known : 0;
  const flags = overview.data?.flags ?? [];
  const norms = flags.filter((flag) => flag.id.startsWith('recalled:') || flag.id.startsWith('notInForce:'));
  const red = flags.length;
  const small = edition === 'public' ? view?.warnings ?? [] : [];
  return (
    <div className="fld">
      <h3>{t('documents.before')}</h3>
      <ul className="bfr">
        {small.map((section) => <li key={section} className="strong"><Tx k="documents.smallCount" p={{ section: t(`documents.section.${section}`) }} /> <a href={href('documents', { section })}>{t('documents.smallCountLink')}</a></li>)}
        {unknown > 0 && <li>{t('documents.unknown', { count: unknown })} <a href={href('needs')}>{t('documents.unknownLink')}</a></li>}
        {red > 0 && <li>{t('documents.flags', { count: red })}</li>}
        {norms.map((flag) => (
          <li key={flag.id}><Tx k={`documents.${flag.id.startsWith('recalled:') ? 'recalled' : 'notInForce'}`} p={{ norm: flag.text.params['norm'] ?? '' }} /> <a href={href('reference', { norm: flag.id.slice(flag.id.indexOf(':') + 1) })}>{t('documents.checkNorm')}</a></li>
        ))}
        {small.length === 0 && unknown === 0 && red === 0 && <li>{t('documents.ready')}</li>}
      </ul>
    </div>
  );
}
