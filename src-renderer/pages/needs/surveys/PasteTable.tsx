import { useEffect, useId, useMemo, useRef, useState, type ChangeEvent } from 'react';
import type { ColumnUse, FormView, ReadView } from '#contract/api/surveys.ts';
import { formatNumber } from '#contract/format.ts';
import { asApiError, call, type ApiError } from '../../../api.ts';
import { ErrorNotice, Notice } from '../../../components/Notice.tsx';
import { Raw } from '../../../components/Text.tsx';
import { blockToText, parseBlock } from '../../../grid/clipboard.ts';
import { useText } from '../../../i18n/index.ts';
import { fileIn } from '../../../lib/files.ts';
import { hasCyrillic, plainText } from '../../../lib/text.ts';
import { change } from '../../../plan/useChange.ts';
import { useAct } from './useAct.ts';

const PARTS = ['needs', 'gets', 'satisfied'] as const;
const nameOf = ({ question, part }: ColumnUse): string => (question === '' ? '' : `${question} ${part}`);
const columnUse = (name: string): ColumnUse => { const [question = '', part = ''] = name.split(' '); return { question, part: part as ColumnUse['part'] }; };
/** Asked again this long (ms) after the last key. */
const WAIT = 250;

/** A table of answers: pasted or from a file, what each column is, what was not understood, then one step to store it all. */
export function PasteTable({ form, readOnly }: { readonly form: FormView; readonly readOnly: boolean }) {
  const { t, language } = useText();
  const id = useId();
  const [text, setText] = useState('');
  const [head, setHead] = useState(true);
  const [uses, setUses] = useState<readonly ColumnUse[] | null>(null);
  const [view, setView] = useState<ReadView | null>(null);
  const [failed, setFailed] = useState<ApiError | null>(null);
  const [added, setAdded] = useState(0);
  const [cut, setCut] = useState(0);
  const { busy, error, act } = useAct();
  const table = useRef<string[][]>([]);
  table.current = useMemo(() => parseBlock(text).filter((row) => row.some((cell) => cell.trim() !== '')), [text]);
  const input = { survey: form.id, rows: table.current, head, ...(uses ? { uses: uses.map((use) => ({ ...use })) } : {}) };
  useEffect(() => {
    setFailed(null);
    if (table.current.length === 0) { setView(null); return undefined; }
    const abort = new AbortController();
    const timer = window.setTimeout(() => {
      call('surveys.read', { survey: form.id, rows: table.current, head, ...(uses ? { uses: uses.map((use) => ({ ...use })) } : {}) }, abort.signal)
        .then((read) => { if (!abort.signal.aborted) setView(read); }, (thrown: unknown) => { if (!abort.signal.aborted) setFailed(asApiError(thrown)); });
    }, WAIT);
    return () => { window.clearTimeout(timer); abort.abort(); };
  }, [text, head, uses, form.id]);
  const load = async (event: ChangeEvent<HTMLInputElement>): Promise<void> => {
    const file = event.target.files?.[0];
    event.target.value = '';
    if (!file) return;
    const read = await act(async () => call('surveys.file', await fileIn(file)));
    if (!read) return;
    setUses(null);
    setAdded(0);
    setCut(read.cut);
    setText(blockToText(read.rows));
  };
  const store = async (): Promise<void> => {
    const done = await act(() => change('surveys.answers.add', { ...input, ...(view ? { uses: view.columns.map(({ use }) => ({ ...use })) } : {}) }));
    if (!done) return;
    setAdded(done.added);
    setText('');
    setUses(null);
  };
  const set = (at: number, name: string): void => { if (view) setUses(view.columns.map(({ use }, i) => (i === at ? columnUse(name) : use))); };
  const n = (value: number): string => formatNumber(value, language);
  return (
    <div className="su-form">
      <p className="note text" id={`${id}a`}>{t('surveys.paste.about')}</p>
      <div className="row">
        <label className="ctl su-file">{t('surveys.paste.file')}<input type="file" className="vh" accept=".xlsx,.ods,.csv,.tsv,.txt" disabled={readOnly || busy} onChange={(event) => void load(event)} /></label>
        <label className="row"><input type="checkbox" className="su-check" checked={head} onChange={(event) => { setHead(event.target.checked); setUses(null); }} />{t('surveys.paste.head')}</label>
      </div>
      <label className="w5" htmlFor={`${id}t`}>{t('surveys.paste.field')}</label>
      <textarea id={`${id}t`} className="in mono" lang={hasCyrillic(text) ? 'uk' : undefined} rows={view ? 3 : 8} spellCheck={false} value={text} disabled={readOnly || busy} aria-describedby={`${id}a`} onChange={(event) => { setText(event.target.value); setAdded(0); setCut(0); setUses(null); }} />
      {added > 0 && <Notice kind="ok">{t('surveys.paste.added', { count: added, n: n(added) })}</Notice>}
      {(failed ?? error) && <ErrorNotice error={failed ?? error} />}
      {cut > 0 && <Notice kind="wn">{t('surveys.paste.cut', { count: cut, n: n(cut) })}</Notice>}
      {view && text !== '' && (
        <>
          <div className="su-wide su-tall" role="group" aria-label={t('surveys.paste.columns')} tabIndex={0}>
            <table className="tb">
              <thead><tr><th scope="col">{t('surveys.paste.column')}</th><th scope="col">{t('surveys.paste.use')}</th><th scope="col">{t('surveys.paste.sample')}</th></tr></thead>
              <tbody>
                {view.columns.map((column, at) => (
                  <tr key={at}>
                    <th scope="row"><span className="q">{at + 1}.</span> <Raw>{column.title}</Raw></th>
                    <td>
                      {column.personal !== null ? <span className="mk bd">{t('surveys.paste.personal', { what: t(`surveys.personal.${column.personal}`) })}</span> : (
                        <select className="in fg-sel su-use" aria-label={t('surveys.paste.useOf', { n: at + 1 })} value={nameOf(column.use)} onChange={(event) => set(at, event.target.value)}>
                          <option value="">{t('surveys.paste.skip')}</option>
                          {form.list.flatMap((question) => (question.kind === 'service'
                            ? (['', ...PARTS] as const).map((part) => <option key={`${question.id} ${part}`} value={`${question.id} ${part}`}>{t(part === '' ? 'surveys.paste.bothOf' : `surveys.paste.partOf.${part}`, { name: plainText(question.title, language) })}</option>)
                            : [<option key={question.id} value={`${question.id} `}>{plainText(question.title, language)}</option>]))}
                        </select>
                      )}
                    </td>
                    <td className="note"><Raw>{column.sample.join(' · ')}</Raw></td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          {view.unreadCount > 0 && (
            <Notice kind="wn">
              {t('surveys.paste.unread', { count: view.unreadCount })} <span className="note">{view.unread.slice(0, 6).map((cell, at) => <span key={at}>{at > 0 && '; '}{t('surveys.paste.cell', { row: cell.row, column: cell.column + 1 })} «<Raw>{cell.text}</Raw>»</span>)}</span>
            </Notice>
          )}
          {view.hidden > 0 && <Notice kind="wn">{t('surveys.entry.hidden', { count: view.hidden })}</Notice>}
          <div className="bt">
            <button type="button" className="ctl pri" disabled={readOnly || busy || view.good === 0} onClick={() => void store()}>{t('surveys.paste.store', { count: view.good, n: n(view.good) })}</button>
            {view.rows > view.good && <span className="note">{t('surveys.paste.empty', { count: view.rows - view.good })}</span>}
          </div>
        </>
      )}
    </div>
  );
}
