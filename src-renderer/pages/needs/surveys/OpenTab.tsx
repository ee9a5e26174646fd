import { useId, useRef, useState, type FormEvent, type KeyboardEvent } from 'react';
import type { OpenView } from '#contract/api/surveys.ts';
import { formatNumber } from '#contract/format.ts';
import { Icon } from '../../../components/Icon.tsx';
import { Loaded } from '../../../components/Loaded.tsx';
import { ErrorNotice } from '../../../components/Notice.tsx';
import { Card, EmptyState } from '../../../components/Page.tsx';
import { TableActions } from '../../../components/TableActions.tsx';
import { Raw } from '../../../components/Text.tsx';
import { useText } from '../../../i18n/index.ts';
import { plainText } from '../../../lib/text.ts';
import { change } from '../../../plan/useChange.ts';
import { useView } from '../../../plan/useView.ts';
import { useAct } from './useAct.ts';

/** Answers shown at once. */
const SHOWN = 200;

/** Open answers with their themes: number keys put a theme on the answer in focus. */
export function OpenTab({ survey, readOnly }: { readonly survey: string; readonly readOnly: boolean }) {
  const { t, language } = useText();
  const id = useId();
  const [question, setQuestion] = useState('');
  const [left, setLeft] = useState(false);
  const view = useView('surveys.open.view', { survey, question }, ['surveys']);
  const out = (open: OpenView) => ({
    title: t('surveys.step.open'), columns: [{ title: t('surveys.open.theme'), kind: 'text' as const }, { title: t('surveys.open.count'), kind: 'number' as const }],
    rows: open.themes.map((theme) => [theme.name, theme.count]),
  });
  return (
    <Loaded view={view} lines={6}>
      {(open) => {
        if (open.questions.length === 0) return <EmptyState title={t('surveys.open.noQuestion')} text={t('surveys.open.noQuestionText')} />;
        const rows = left ? open.rows.filter((row) => row.themes.length === 0) : open.rows;
        return (
          <>
            <div className="fg-tools">
              <label className="vh" htmlFor={id}>{t('surveys.question.one')}</label>
              <select id={id} className="in fg-sel su-use" value={open.question} onChange={(event) => setQuestion(event.target.value)}>{open.questions.map((one) => <option key={one.id} value={one.id}>{plainText(one.title, language)} – {formatNumber(one.answered, language)}</option>)}</select>
              <label className="row"><input type="checkbox" className="su-check" checked={left} onChange={(event) => setLeft(event.target.checked)} />{t('surveys.open.left', { n: formatNumber(open.rows.length - open.coded, language) })}</label>
              <span className="sp" />
              {open.themes.length > 0 && <TableActions table={() => out(open)} />}
            </div>
            <div className="su-split open">
              {open.rows.length === 0 ? <EmptyState title={t('surveys.open.empty')} text={t('surveys.open.emptyText')} /> : <AnswerList survey={survey} open={open} rows={rows} readOnly={readOnly} />}
              <Themes survey={survey} open={open} readOnly={readOnly} />
            </div>
          </>
        );
      }}
    </Loaded>
  );
}

function AnswerList({ survey, open, rows, readOnly }: { readonly survey: string; readonly open: OpenView; readonly rows: OpenView['rows']; readonly readOnly: boolean }) {
  const { t, language } = useText();
  const box = useRef<HTMLUListElement>(null);
  const { error, act } = useAct();
  const toggle = (row: OpenView['rows'][number], theme: string): void => void act(() => change('surveys.code', { survey, question: open.question, answer: row.answer, theme, on: !row.themes.includes(theme) }));
  const onKeyDown = (event: KeyboardEvent<HTMLLIElement>, row: OpenView['rows'][number]): void => {
    const items = [...(box.current?.children ?? [])] as HTMLElement[];
    const at = items.indexOf(event.currentTarget);
    const theme = /^[1-9]$/.test(event.key) ? open.themes[Number(event.key) - 1] : undefined;
    if (theme && !readOnly) toggle(row, theme.id);
    else if (event.key === 'ArrowDown' || event.key === 'Enter') items[at + 1]?.focus();
    else if (event.key === 'ArrowUp') items[at - 1]?.focus();
    else return;
    event.preventDefault();
  };
  const names = new Map(open.themes.map((theme) => [theme.id, theme.name]));
  return (
    <div>
      <p className="note text">{t('surveys.open.about')}</p>
      {error && <ErrorNotice error={error} />}
      {rows.length > SHOWN && <p className="note">{t('surveys.open.first', { shown: SHOWN, n: formatNumber(rows.length, language) })}</p>}
      <ul ref={box} className="su-answers" aria-label={t('surveys.step.open')}>
        {rows.slice(0, SHOWN).map((row) => (
          <li key={row.answer} tabIndex={0} onKeyDown={(event) => onKeyDown(event, row)}>
            <Raw>{row.text}</Raw>
            {row.themes.length > 0 && <span className="su-tags">{row.themes.map((theme) => <span key={theme} className="mk ty"><Raw>{names.get(theme) ?? ''}</Raw></span>)}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Themes({ survey, open, readOnly }: { readonly survey: string; readonly open: OpenView; readonly readOnly: boolean }) {
  const { t, language } = useText();
  const id = useId();
  const [name, setName] = useState('');
  const { busy, error, act } = useAct();
  const of = { survey, question: open.question };
  const add = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (name.trim() !== '' && await act(() => change('surveys.theme.put', { ...of, name: name.trim() }))) setName('');
  };
  return (
    <Card title={t('surveys.open.themes')} note={t('surveys.open.themesNote')} className="su-side">
      <ol className="su-themes">
        {open.themes.map((theme, at) => (
          <li key={theme.id}>
            <span className="kbd">{at < 9 ? at + 1 : ''}</span>
            <input className="in" lang="uk" aria-label={t('surveys.open.rename', { name: plainText(theme.name, language) })} defaultValue={theme.name} key={theme.name} maxLength={120} disabled={readOnly} onBlur={(event) => { const next = event.target.value.trim(); if (next === '') event.target.value = theme.name; else if (next !== theme.name) void act(() => change('surveys.theme.put', { ...of, id: theme.id, name: next })); }} />
            <span className="r su-n">{formatNumber(theme.count, language)}</span>
            <button type="button" className="ctl ico ghost" disabled={readOnly} aria-label={t('surveys.open.remove', { name: plainText(theme.name, language) })} onClick={() => void act(() => change('surveys.theme.remove', { ...of, id: theme.id }))}><Icon name="close" /></button>
          </li>
        ))}
      </ol>
      <form className="row" onSubmit={(event) => void add(event)}>
        <label className="vh" htmlFor={id}>{t('surveys.open.new')}</label>
        <input id={id} className="in su-new" lang="uk" maxLength={120} value={name} placeholder={t('surveys.open.new')} disabled={readOnly || open.question === ''} onChange={(event) => setName(event.target.value)} />
        <button type="submit" className="ctl" disabled={readOnly || busy || name.trim() === ''}>{t('common.add')}</button>
      </form>
      {error && <ErrorNotice error={error} />}
    </Card>
  );
}
