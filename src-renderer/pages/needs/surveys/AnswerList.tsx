import { useState } from 'react';
import type { Answers, FormView, Question } from '#contract/api/surveys.ts';
import { ROLES } from '#contract/lists.ts';
import { formatNumber } from '#contract/format.ts';
import { Icon } from '../../../components/Icon.tsx';
import { Loaded } from '../../../components/Loaded.tsx';
import { ErrorNotice, Notice } from '../../../components/Notice.tsx';
import { EmptyState } from '../../../components/Page.tsx';
import { Raw } from '../../../components/Text.tsx';
import { useText } from '../../../i18n/index.ts';
import { change } from '../../../plan/useChange.ts';
import { useView } from '../../../plan/useView.ts';
import { EntryForm } from './EntryForm.tsx';
import { useAct } from './useAct.ts';

/** Rows shown at once. */
const LIMIT = 50;

/** Words of the options chosen in a question. */
const chosen = ({ id, options }: Question, answers: Answers): string => {
  const value = answers[id];
  const ids: readonly unknown[] = Array.isArray(value) ? value : [value];
  return options.filter((option) => ids.includes(option.id)).map((option) => option.text).join('; ');
};

/** The answers there are, by a running number that says nothing of who or when: opened, or removed one by one. */
export function AnswerList({ form, readOnly, onOpen }: { readonly form: FormView; readonly readOnly: boolean; readonly onOpen: (answer: string) => void }) {
  const { t, language } = useText();
  const [asked, setFrom] = useState(0);
  const [gone, setGone] = useState(false);
  const from = asked < form.answers ? asked : Math.max(0, Math.ceil(form.answers / LIMIT) - 1) * LIMIT;
  const view = useView('surveys.answers.view', { survey: form.id, from, limit: LIMIT }, ['surveys']);
  const { busy, error, act } = useAct();
  const columns = ROLES.flatMap((role) => form.list.find((question) => question.role === role) ?? []);
  const known = new Set(form.list.map((question) => question.id));
  const n = (value: number): string => formatNumber(value, language);
  const remove = async (id: string): Promise<void> => { if (await act(() => change('surveys.answer.remove', { survey: form.id, id }))) setGone(true); };
  if (form.answers === 0) return <EmptyState title={t('surveys.list.empty')} text={t('surveys.list.emptyText')} />;
  return (
    <Loaded view={view} lines={6}>
      {({ count, rows }) => (
        <>
          <p className="note text">{t('surveys.list.about')}</p>
          {error && <ErrorNotice error={error} />}
          {gone && <Notice kind="ok">{t('surveys.list.removed')}</Notice>}
          <div className="su-wide su-tall" role="group" aria-label={t('surveys.mode.list')} tabIndex={0}>
            <table className="tb">
              <thead><tr><th scope="col" className="r">{t('surveys.list.no')}</th>{columns.map((question) => <th key={question.id} scope="col">{t(`surveys.role.${question.role}`)}</th>)}<th scope="col" className="r">{t('surveys.list.said')}</th><th scope="col"><span className="vh">{t('surveys.list.open')}</span></th></tr></thead>
              <tbody>
                {rows.map((row) => (
                  <tr key={row.id}>
                    <td className="r">{n(row.n)}</td>
                    {columns.map((question) => <td key={question.id} className="su-cell"><Raw>{chosen(question, row.answers)}</Raw></td>)}
                    <td className="r">{n(Object.keys(row.answers).filter((id) => known.has(id)).length)}</td>
                    <td>
                      <span className="su-acts">
                        <button type="button" className="ctl ghost" aria-label={t('surveys.list.openOf', { n: row.n })} onClick={() => onOpen(row.id)}>{t('surveys.list.open')}</button>
                        <button type="button" className="ctl ico ghost" disabled={readOnly || busy} aria-label={t('surveys.list.removeOf', { n: row.n })} onClick={() => void remove(row.id)}><Icon name="close" /></button>
                      </span>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          {count > LIMIT && (
            <div className="bt">
              <button type="button" className="ctl" disabled={from === 0} onClick={() => setFrom(from - LIMIT)}>{t('surveys.list.prev')}</button>
              <span className="note" role="status">{t('surveys.list.range', { from: n(from + 1), to: n(from + rows.length), n: n(count) })}</span>
              <button type="button" className="ctl" disabled={from + LIMIT >= count} onClick={() => setFrom(from + LIMIT)}>{t('surveys.list.next')}</button>
            </div>
          )}
        </>
      )}
    </Loaded>
  );
}

/** One stored questionnaire, opened for correcting. */
export function OneAnswer({ form, answer, readOnly, onClose }: { readonly form: FormView; readonly answer: string; readonly readOnly: boolean; readonly onClose: () => void }) {
  const { t } = useText();
  const view = useView('surveys.answers.view', { survey: form.id, answer }, ['surveys']);
  return (
    <Loaded view={view} lines={6}>
      {({ rows: [row] }) => (row === undefined
        ? <EmptyState title={t('surveys.list.goneTitle')} text={t('surveys.list.goneText')}><button type="button" className="ctl pri" onClick={onClose}>{t('surveys.list.toList')}</button></EmptyState>
        : <><h2>{t('surveys.list.one', { n: row.n })}</h2><EntryForm form={form} readOnly={readOnly} edit={row} onOpen={onClose} /></>)}
    </Loaded>
  );
}
