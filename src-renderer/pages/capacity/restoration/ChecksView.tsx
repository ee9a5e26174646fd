import { useState } from 'react';
import type { InclusionQuestion, RestorationView } from '#contract/api/restoration.ts';
import { CHECK_ANSWERS } from '#contract/lists.ts';
import { ErrorNotice } from '../../../components/Notice.tsx';
import { Card } from '../../../components/Page.tsx';
import { Mark } from '../../../components/Marks.tsx';
import { TableActions, type TableOut } from '../../../components/TableActions.tsx';
import { Uk } from '../../../components/Text.tsx';
import { useText } from '../../../i18n/index.ts';
import { langOfText, plain, shown } from '../../../lib/text.ts';
import { usePlan } from '../../../plan/store.ts';
import { Proposal } from '../../needs/cycle/parts.tsx';
import { useSend, type Send } from '../../needs/cycle/useSend.ts';
import { choices } from './words.ts';

/** Questions on gender and inclusion with their answers. */
export function ChecksView({ view }: { readonly view: RestorationView }) {
  const { t, language } = useText();
  const send = useSend();
  const col = (id: string): string => t(`restoration.check.col.${id}`);
  const heads = (['question', 'answer', 'note', 'source'] as const).map(col);
  const table = (): TableOut => ({ title: t('restoration.check.title'), columns: heads.map((title) => ({ title, kind: 'text' as const })), rows: view.questions.map((each) => [shown(each.text, language), each.answer === '' ? null : t(`restoration.check.answer.${each.answer}`), each.note || null, shown(each.source, language)]) });
  return (
    <Card title={t('restoration.check.title')} note={t('restoration.check.sum', { ...view.checks })} action={<span className="row"><TableActions table={table} /></span>}>
      {send.error && <ErrorNotice error={send.error} />}
      <div className="rs-scroll" role="group" aria-label={t('restoration.check.title')} tabIndex={0}>
        <table className="tb rs-table rs-q">
          <caption className="vh">{t('restoration.check.title')}</caption>
          <thead><tr>{heads.map((head) => <th key={head} scope="col">{head}</th>)}</tr></thead>
          <tbody>{view.questions.map((question) => <Row key={`${question.id} ${question.note}`} question={question} send={send} />)}</tbody>
        </table>
      </div>
    </Card>
  );
}

function Row({ question, send }: { readonly question: InclusionQuestion; readonly send: Send }) {
  const { t, language } = useText();
  const readOnly = usePlan((plan) => plan.info?.readOnly === true);
  const [note, setNote] = useState(question.note);
  const put = (patch: { readonly answer?: InclusionQuestion['answer']; readonly note?: string }): void => void send.send('restoration.answers.set', { answers: [{ question: question.id, ...patch }] });
  return (
    <tr>
      <th scope="row"><Uk>{question.text}</Uk></th>
      <td>
        <select className={`in${question.answer === 'no' ? ' cy-no' : ''}`} value={question.answer} disabled={readOnly} aria-label={t('restoration.check.answerOf', { question: plain(question.text, language) })} onChange={(event) => put({ answer: event.target.value as InclusionQuestion['answer'] })}>
          {choices(CHECK_ANSWERS, 'restoration.check.answer', language).map(([id, text]) => <option key={id} value={id}>{text}</option>)}
        </select>
      </td>
      <td><input className="in" value={note} maxLength={1000} disabled={readOnly} lang={langOfText(note)} aria-label={t('restoration.check.noteOf', { question: plain(question.text, language) })} onChange={(event) => setNote(event.target.value)} onBlur={() => { if (note.trim() !== question.note) put({ note: note.trim() }); }} /></td>
      <td className="note"><Uk>{question.source}</Uk>{question.confidence === 'recalled' && <> <Mark kind="recalled" /></>}{question.confidence === 'assumption' && <> <Proposal /></>}</td>
    </tr>
  );
}
