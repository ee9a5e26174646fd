import { useState } from 'react';
import type { AccessibilityView, AuditDetail, Checklist } from '#contract/api/accessibility.ts';
import type { Edition } from '#contract/api/documents.ts';
import { formatDate } from '#contract/format.ts';
import { call } from '../../../api.ts';
import { EditionField } from '../../../components/EditionField.tsx';
import { Icon } from '../../../components/Icon.tsx';
import { ErrorNotice } from '../../../components/Notice.tsx';
import { Card, PageHead } from '../../../components/Page.tsx';
import { TableActions } from '../../../components/TableActions.tsx';
import { Raw } from '../../../components/Text.tsx';
import { useText } from '../../../i18n/index.ts';
import { download } from '../../../lib/files.ts';
import { href, navigate, useRoute } from '../../../lib/route.ts';
import { plainText } from '../../../lib/text.ts';
import { usePlan, useScope } from '../../../plan/store.ts';
import { change } from '../../../plan/useChange.ts';
import { useAct } from '../../needs/surveys/useAct.ts';
import { AuditForm } from './AuditForm.tsx';
import { Fixes } from './Fixes.tsx';
import { History } from './History.tsx';
import { Questions } from './Questions.tsx';
import { ReachEffect } from './ReachEffect.tsx';
import { fixesOut, questionsOut } from './tables.ts';
import { areaNames, EntranceMark, listNumbers, numbersOf, statusName, StatusMark } from './words.tsx';

const VIEWS = ['questions', 'fixes', 'history'] as const;

/** One audit: result, questions, fixes, what changed since the one before; the act. */
export function AuditPage({ view, checklist, audit }: { readonly view: AccessibilityView; readonly checklist: Checklist; readonly audit: AuditDetail }) {
  const { t, language } = useText();
  const scope = useScope();
  const asked = useRoute().params.get('view');
  const readOnly = usePlan().info?.readOnly === true;
  const { busy, error, act } = useAct();
  const [editing, setEditing] = useState<'this' | 'new' | null>(null);
  const [edition, setEdition] = useState<Edition>('service');
  const shown = VIEWS.find((each) => each === asked) ?? 'questions';
  const facility = view.facilities.find((each) => each.id === audit.facility);
  const name = plainText(facility?.name ?? '', language);
  const to = (next: (typeof VIEWS)[number]): void => navigate('capacity', { tab: 'access', audit: audit.id, ...(next === 'questions' ? {} : { view: next }) });
  const print = (format: 'docx' | 'pdf'): void => void act(async () => download(await call('accessibility.document', { ...scope, kind: 'act', audit: audit.id, edition, language, format })));
  return (
    <>
      <PageHead title={t('access.title')} sub={<><Raw>{facility?.name ?? ''}</Raw>, {formatDate(audit.day, language)}</>}>
        <EditionField edition={edition} onEdition={setEdition} />
        <button type="button" className="ctl" disabled={busy} onClick={() => print('docx')}><Icon name="paper" />{t('access.act')}</button>
        <button type="button" className="ctl" disabled={busy} onClick={() => print('pdf')}>{t('access.actPdf')}</button>
        <a className="ctl" href={href('capacity', { tab: 'access' })}><Icon name="back" />{t('access.toList')}</a>
      </PageHead>
      <div className="ac">
        {error && <ErrorNotice error={error} />}
        <Result checklist={checklist} audit={audit} />
        <div className="fg-tools">
          <span className="seg" role="group" aria-label={t('access.views')}>{VIEWS.map((each) => <button key={each} type="button" aria-pressed={shown === each} onClick={() => to(each)}>{t(`access.view.${each}`, { n: audit.fixes.length })}</button>)}</span>
          <button type="button" className="ctl" disabled={readOnly} onClick={() => setEditing('this')}>{t('access.form.edit')}</button>
          <button type="button" className="ctl" disabled={readOnly} onClick={() => setEditing('new')}>{t('access.again')}</button>
          <button type="button" className="ctl" disabled={readOnly || busy} onClick={() => void act(async () => { await change('audit.remove', { id: audit.id }); navigate('capacity', { tab: 'access' }); })}>{t('access.remove')}</button>
          <span className="sp" />
          {shown !== 'history' && <TableActions table={() => (shown === 'fixes' ? fixesOut(checklist, audit, name, language) : questionsOut(checklist, audit, name, language))} />}
        </div>
        {shown === 'questions' && <Questions checklist={checklist} audit={audit} readOnly={readOnly} />}
        {shown === 'fixes' && <Fixes checklist={checklist} audit={audit} readOnly={readOnly} />}
        {shown === 'history' && <History view={view} checklist={checklist} audit={audit} />}
      </div>
      {editing && <AuditForm view={view} facility={audit.facility} audit={editing === 'this' ? audit : null} onClose={() => setEditing(null)} />}
    </>
  );
}

/** What the answers give, and why. */
function Result({ checklist, audit }: { readonly checklist: Checklist; readonly audit: AuditDetail }) {
  const { t, language } = useText();
  const { result } = audit;
  const all = checklist.items.length;
  const conflicts = audit.answers.filter((answer) => answer.conflict).length;
  const [best, worst] = [statusName(checklist, result.best, language), statusName(checklist, result.worst, language)];
  return (
    <Card title={t('access.result')} action={<StatusMark checklist={checklist} result={result} />}>
      <div className="ac-result">
        <div>
          <p className="w5">{t('access.progress', { done: all - result.open, all })}</p>
          <div className="bar" role="progressbar" aria-label={t('access.progress', { done: all - result.open, all })} aria-valuemin={0} aria-valuemax={all} aria-valuenow={all - result.open}><svg className="ac-bar" viewBox={`0 0 ${all} 1`} preserveAspectRatio="none" aria-hidden="true"><rect width={all - result.open} height="1" /></svg></div>
        </div>
        <div>
          <p>{t('access.counts', { yes: result.yes, no: result.no, na: result.na })}</p>
          {result.score !== null && <p className="note">{t('access.score', { yes: result.yes, no: result.no, score: result.score })}</p>}
          {result.open > 0 && result.best !== null && <p className="note">{result.best === result.worst ? t('access.certain', { status: best }) : t('access.range', { best, worst })}</p>}
          {result.open === 0 && result.status === null && <p className="note">{t('access.nothingText')}</p>}
        </div>
        <div>
          <p>{t('access.col.entrance')}: <EntranceMark entrance={audit.entrance} /></p>
          <p className="note">{t('access.entranceBasis', { areas: areaNames(checklist, language) })}</p>
          <ReachEffect facility={audit.facility} />
        </div>
      </div>
      {result.criticalNo.length > 0 && <p className="note ac-bad">{t('access.criticalNo', { list: listNumbers(result.criticalNo, numbersOf(checklist)) })}</p>}
      {conflicts > 0 && <p className="note ac-conf">{t('access.conflicts', { count: conflicts })}</p>}
    </Card>
  );
}
