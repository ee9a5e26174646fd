import { Fragment, useMemo, useRef, useState, type FormEvent, type KeyboardEvent } from 'react';
import { flushSync } from 'react-dom';
import type { AnswersView, FormView } from '#contract/api/surveys.ts';
import type { Input } from '#contract/api.ts';
import { ErrorNotice, Notice } from '../../../components/Notice.tsx';
import { Raw } from '../../../components/Text.tsx';
import { useText } from '../../../i18n/index.ts';
import { hasCyrillic, plainText } from '../../../lib/text.ts';
import { change } from '../../../plan/useChange.ts';
import { answersOf, fieldsOf, isAsked, isFull, typedOf, valueOf, type Field, type Typed } from './entry.ts';
import { useAct } from './useAct.ts';

/** From this many options on they are chosen from a list. */
const LONG = 12;

/** One questionnaire after another by the keyboard: numbers of the answers, Enter goes on, Ctrl+Enter stores. With `edit` a stored one is corrected; `onOpen` opens the one just stored, or goes back ('') from a corrected one. */
export function EntryForm({ form, readOnly, edit, onOpen }: { readonly form: FormView; readonly readOnly: boolean; readonly edit?: AnswersView['rows'][number]; readonly onOpen: (answer: string) => void }) {
  const { t, language } = useText();
  const box = useRef<HTMLFormElement>(null);
  const fields = useMemo(() => fieldsOf(form.list), [form.list]);
  const [typed, setTyped] = useState<Typed>(() => (edit ? typedOf(fields, edit.answers) : {}));
  const [wrong, setWrong] = useState<string | null>(null);
  const [said, setSaid] = useState<{ readonly id: string; readonly hidden: number; readonly answers: number } | null>(null);
  const { busy, error, act } = useAct();

  const inputs = (): HTMLElement[] => [...(box.current?.querySelectorAll<HTMLElement>('[data-field]:not(:disabled)') ?? [])];
  const go = (from: HTMLElement | null, step: 1 | -1): boolean => {
    const all = inputs();
    const next = all[from === null ? 0 : all.indexOf(from) + step];
    if (next instanceof HTMLInputElement) next.select();
    next?.focus();
    next?.scrollIntoView({ block: 'nearest' });
    return next !== undefined;
  };
  const save = async (): Promise<void> => {
    const read = answersOf(fields, typed);
    setSaid(null);
    if (!read.ok) {
      setWrong(read.field.id);
      box.current?.querySelector<HTMLElement>(`[data-field="${CSS.escape(read.field.id)}"]`)?.focus();
      return;
    }
    const answers = read.answers as Input<'surveys.answer.add'>['answers'];
    if (edit) {
      const set = await act(() => change('surveys.answer.set', { survey: form.id, id: edit.id, answers }));
      if (set && set.hidden === 0) onOpen('');
      else if (set) setSaid({ id: edit.id, hidden: set.hidden, answers: form.answers });
      return;
    }
    const done = await act(() => change('surveys.answer.add', { survey: form.id, answers }));
    if (!done) return;
    setTyped({});
    setWrong(null);
    setSaid(done);
    go(null, 1);
  };
  const type = (field: Field, text: string, input: HTMLElement | null): void => {
    // Drawn at once: the next field may only now be asked, and the next key must already find it.
    flushSync(() => { setTyped((before) => ({ ...before, [field.id]: text })); if (wrong === field.id) setWrong(null); });
    if (input && isFull(field, text) && valueOf(field, text) !== undefined) go(input, 1);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const input = event.currentTarget;
    if (event.key === 'Enter') { event.preventDefault(); if (event.ctrlKey || !go(input, 1)) void save(); }
    else if (event.key === 'ArrowUp' && input instanceof HTMLInputElement) { event.preventDefault(); go(input, -1); }
    else if (event.key === 'ArrowDown' && input instanceof HTMLInputElement) { event.preventDefault(); go(input, 1); }
    else if (event.key === 'Backspace' && input instanceof HTMLInputElement && input.value === '') { event.preventDefault(); go(input, -1); }
  };
  const field = (each: Field, label: string, numeric = true) => (
    <input
      className="in" data-field={each.id} inputMode={numeric ? 'numeric' : 'text'} autoComplete="off" maxLength={each.question.kind === 'open' ? 4000 : 60} aria-label={label} lang={hasCyrillic(typed[each.id] ?? '') ? 'uk' : undefined} aria-invalid={wrong === each.id || undefined}
      value={typed[each.id] ?? ''} disabled={readOnly || !isAsked(each, typed)} onChange={(event) => type(each, event.target.value, event.target)} onKeyDown={onKeyDown}
    />
  );
  const choose = (each: Field, at: number): void => {
    const count = each.question.options.length;
    const now = new Set((typed[each.id] ?? '').split(count <= 9 ? '' : /\D+/).filter((piece) => /^\d+$/.test(piece)).map(Number));
    if (each.question.kind === 'single') { setTyped({ ...typed, [each.id]: String(at) }); return; }
    if (now.has(at)) now.delete(at); else now.add(at);
    setTyped({ ...typed, [each.id]: [...now].toSorted((a, b) => a - b).join(count <= 9 ? '' : ' ') });
  };
  const chosen = (each: Field, id: string): boolean => { const value = valueOf(each, typed[each.id] ?? ''); return value === id || (Array.isArray(value) && value.includes(id)); };
  const serviceRow = (question: FormView['list'][number], number: number, first: boolean) => (
    <Fragment key={question.id}>
      {first && <div className="su-three su-head" aria-hidden="true"><span /><span>{t('surveys.entry.needs')}</span><span>{t('surveys.entry.gets')}</span><span>{t('surveys.entry.satisfied')}</span></div>}
      <div className="su-three" role="group" aria-label={`${number}. ${plainText(question.title, language)}`}>
        <span><span className="q">{number}.</span> <Raw>{question.title}</Raw></span>
        {fields.filter((each) => each.question.id === question.id).map((each) => <Fragment key={each.id}>{field(each, t(`surveys.entry.${each.part}`))}</Fragment>)}
      </div>
    </Fragment>
  );
  const usualRow = (question: FormView['list'][number], number: number) => {
    const each = fields.find((one) => one.question.id === question.id);
    if (!each) return null;
    const label = `${number}. ${plainText(question.title, language)}`;
    const options = question.kind === 'single' || question.kind === 'multiple' ? question.options : [];
    return (
      <div key={question.id} className="su-entry">
        <span><span className="q">{number}.</span> <Raw>{question.title}</Raw></span>
        {question.kind === 'single' && options.length > LONG ? (
          <select className="in" data-field={each.id} aria-label={label} lang="uk" value={typed[each.id] ?? ''} disabled={readOnly} onChange={(event) => setTyped({ ...typed, [each.id]: event.target.value })} onKeyDown={onKeyDown}>
            <option value="">{t('surveys.share.none')}</option>
            {options.map((option, at) => <option key={option.id} value={at + 1}>{option.text}</option>)}
          </select>
        ) : field(each, label, question.kind !== 'open')}
        {options.length > 0 && options.length <= LONG + 3 && !(question.kind === 'single' && options.length > LONG) && (
          <span className="su-opts">
            {options.map((option, at) => <button key={option.id} type="button" tabIndex={-1} className={`su-opt${chosen(each, option.id) ? ' on' : ''}`} aria-pressed={chosen(each, option.id)} disabled={readOnly} onClick={() => choose(each, at + 1)}><span className="q">{at + 1}</span> <Raw>{option.text}</Raw></button>)}
          </span>
        )}
        {question.kind === 'scale' && <span className="note">{t('surveys.entry.scale', { max: question.max })}</span>}
      </div>
    );
  };
  if (fields.length === 0) return <p className="note text">{t('surveys.question.emptyText')}</p>;
  const submit = (event: FormEvent): void => { event.preventDefault(); void save(); };
  return (
    <form ref={box} className="su-form" onSubmit={submit}>
      <p className="note text">{t('surveys.entry.about')}</p>
      <div className="su-sheet">{form.list.map((question, at) => (question.kind === 'service' ? serviceRow(question, at + 1, form.list[at - 1]?.kind !== 'service') : usualRow(question, at + 1)))}</div>
      {wrong !== null && <Notice>{t('surveys.entry.wrong')}</Notice>}
      {error && <ErrorNotice error={error} />}
      {said !== null && said.hidden > 0 && <Notice kind="wn">{t('surveys.entry.hidden', { count: said.hidden })}</Notice>}
      <div className="bt">
        <button type="submit" className="ctl pri" disabled={busy || readOnly}>{t(edit ? 'surveys.list.save' : 'surveys.entry.save')} <span className="su-key">Ctrl+Enter</span></button>
        <span className="note" role="status">{said === null ? '' : t('surveys.entry.saved', { n: said.answers })}</span>
        {edit && <button type="button" className="ctl" onClick={() => onOpen('')}>{t('surveys.list.toList')}</button>}
        {!edit && said !== null && <button type="button" className="ctl" disabled={readOnly} onClick={() => onOpen(said.id)}>{t('surveys.list.correct')}</button>}
      </div>
    </form>
  );
}
