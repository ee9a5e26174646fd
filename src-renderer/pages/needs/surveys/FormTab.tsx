import { useState } from 'react';
import type { FormView, QuestionView } from '#contract/api/surveys.ts';
import { call } from '../../../api.ts';
import { Icon } from '../../../components/Icon.tsx';
import { ErrorNotice, Notice } from '../../../components/Notice.tsx';
import { EmptyState } from '../../../components/Page.tsx';
import { Raw } from '../../../components/Text.tsx';
import { useText } from '../../../i18n/index.ts';
import { download } from '../../../lib/files.ts';
import { useOneStop } from '../../../lib/oneStop.ts';
import { plainText } from '../../../lib/text.ts';
import { change } from '../../../plan/useChange.ts';
import { QuestionForm } from './QuestionForm.tsx';
import { useAct } from './useAct.ts';

/** What of a question is stored. */
export const contentOf = ({ kind, role, title, options, service, max }: QuestionView) => ({ kind, role, title, options: role === 'territory' || role === 'sex' || role === 'age' ? [] : options.map((option) => ({ ...option })), service, max });

/** The questionnaire: its questions in order, adding, changing, copying, moving, removing, printing. */
export function FormTab({ form, readOnly }: { readonly form: FormView; readonly readOnly: boolean }) {
  const { t, language } = useText();
  const { busy, error, act } = useAct();
  const [editing, setEditing] = useState<QuestionView | 'new' | null>(null);
  const [large, setLarge] = useState(false);
  const questions = useOneStop<HTMLOListElement>();
  const survey = form.id;
  const personal = form.list.filter((question) => question.asks !== null);
  const print = (format: 'docx' | 'pdf') => act(async () => download(await call('surveys.questionnaire', { survey, language, large, format })));
  const open = editing === 'new' ? null : form.list.find((question) => question.id === editing?.id) ?? null;
  const showing = editing !== null && (editing === 'new' || open !== null);
  const name = (question: QuestionView): string => plainText(question.title, language);
  return (
    <>
      <div className="fg-tools">
        <button type="button" className={`ctl${form.list.length === 0 ? '' : ' pri'}`} disabled={readOnly} onClick={() => setEditing('new')}>{t('surveys.question.add')}</button>
        <span className="sp" />
        <label className="row"><input type="checkbox" className="su-check" checked={large} onChange={(event) => setLarge(event.target.checked)} />{t('surveys.large')}</label>
        {(['docx', 'pdf'] as const).map((format) => <button key={format} type="button" className="ctl" disabled={busy || form.list.length === 0} onClick={() => void print(format)}><Icon name="paper" />{t(format === 'docx' ? 'surveys.print' : 'surveys.printPdf')}</button>)}
      </div>
      {error && <ErrorNotice error={error} />}
      {personal.length > 0 && <Notice kind="wn">{t('surveys.asksSome', { count: personal.length })}</Notice>}
      <div className={`su-split${showing ? ' open' : ''}`}>
        {form.list.length === 0 ? <EmptyState title={t('surveys.question.empty')} text={t('surveys.question.emptyText')}><button type="button" className="ctl pri" disabled={readOnly} onClick={() => setEditing('new')}>{t('surveys.question.add')}</button></EmptyState> : (
          <ol ref={questions} className="su-questions" aria-label={t('surveys.step.form')}>
            {form.list.map((question, at) => (
              <li key={question.id} className={open?.id === question.id ? 'on' : ''}>
                <span className="q su-no">{at + 1}</span>
                <span className="su-title">
                  <Raw>{question.title}</Raw>
                  <span className="note">
                    {t(`surveys.kind.${question.kind}`)}
                    {question.role !== '' && ` · ${t(`surveys.role.${question.role}`)}`}
                    {question.serviceName && <> · <Raw>{language === 'uk' ? question.serviceName.uk : question.serviceName.en ?? question.serviceName.uk}</Raw></>}
                    {(question.kind === 'single' || question.kind === 'multiple') && ` · ${t('surveys.optionsOf', { count: question.options.length })}`}
                  </span>
                  {question.asks !== null && <span className="err"><Icon name="flag" size={14} /><span>{t(`surveys.asks.${question.asks}`)}</span></span>}
                </span>
                <span className="su-acts">
                  <button type="button" className="ctl ico ghost" disabled={readOnly || at === 0} aria-label={t('surveys.question.up', { name: name(question) })} onClick={() => void act(() => change('surveys.question.move', { survey, id: question.id, by: -1 }))}><Icon name="up" /></button>
                  <button type="button" className="ctl ico ghost fg-down" disabled={readOnly || at === form.list.length - 1} aria-label={t('surveys.question.down', { name: name(question) })} onClick={() => void act(() => change('surveys.question.move', { survey, id: question.id, by: 1 }))}><Icon name="up" /></button>
                  <button type="button" className="ctl ico ghost" disabled={readOnly || question.role !== ''} aria-label={t('surveys.question.copy', { name: name(question) })} onClick={() => void act(() => change('surveys.question.put', { survey, after: question.id, question: contentOf(question) }))}><Icon name="copy" /></button>
                  <button type="button" className="ctl ghost" disabled={readOnly} aria-label={t('surveys.question.editOf', { name: name(question) })} onClick={() => setEditing(question)}>{t('surveys.question.edit')}</button>
                  <button type="button" className="ctl ico ghost" disabled={readOnly} aria-label={t('surveys.question.removeOf', { name: name(question) })} onClick={() => void act(() => change('surveys.question.remove', { survey, id: question.id }))}><Icon name="close" /></button>
                </span>
              </li>
            ))}
          </ol>
        )}
        {showing && <QuestionForm key={open?.id ?? 'new'} survey={survey} answers={form.answers} question={open} list={form.list} onClose={() => setEditing(null)} />}
      </div>
    </>
  );
}
