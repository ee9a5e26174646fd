import { useEffect, useRef, useState } from 'react';
import type { Output } from '#contract/api.ts';
import type { TravelMode } from '#contract/api/reach.ts';
import { TRAVEL_MODES } from '#contract/lists.ts';
import { formatDate } from '#contract/format.ts';
import { asApiError, call, type ApiError } from '../../../api.ts';
import { FileButton } from '../../../components/FileButton.tsx';
import { ErrorNotice, Notice } from '../../../components/Notice.tsx';
import { Card } from '../../../components/Page.tsx';
import { Raw, Tx } from '../../../components/Text.tsx';
import { useText } from '../../../i18n/index.ts';
import { fileIn } from '../../../lib/files.ts';
import { change } from '../../../plan/useChange.ts';
import { ChoiceField, Field, TextField } from '../../needs/projection/fields.tsx';

type View = Output<'travel.view'>;
type Read = Output<'travel.read'>;

/** The community's own minutes between settlements: pasted or from a file, looked at, then taken over. */
export function OwnTimes({ data, readOnly }: { readonly data: View; readonly readOnly: boolean }) {
  const { t, language } = useText();
  const foot = useRef<HTMLDivElement>(null);
  /** The name of the last file: it is the source until another one is typed. */
  const last = useRef('');
  const [mode, setMode] = useState<TravelMode>('car');
  const [text, setText] = useState('');
  const [source, setSource] = useState('');
  const [read, setRead] = useState<Read | null>(null);
  const [done, setDone] = useState(0);
  const [replace, setReplace] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const attempt = async (work: () => Promise<void>): Promise<void> => { setBusy(true); setError(null); try { await work(); } catch (thrown) { setError(asApiError(thrown)); } setBusy(false); };
  const look = (input: () => Promise<{ readonly text: string } | Awaited<ReturnType<typeof fileIn>>>) => attempt(async () => { setDone(0); setRead(null); setRead(await call('travel.read', { ...await input(), mode })); });
  const open = async (file: File): Promise<void> => { if (source === last.current) setSource(file.name); last.current = file.name; await look(async () => fileIn(file)); };
  // The buttons of what was read are gone with it.
  useEffect(() => { if (done > 0 && !busy && document.activeElement === document.body) foot.current?.querySelector<HTMLElement>('button:not(:disabled)')?.focus(); }, [done, busy]);
  const good = read?.rows.filter((row) => row.why === null) ?? [];
  const bad = read?.rows.filter((row) => row.why !== null) ?? [];
  const modes = [...new Set(good.map((row) => row.mode))];
  const take = () => attempt(async () => {
    await change('travel.import', { times: good.map(({ origin, destination, mode: by, minutes }) => ({ origin, destination, mode: by, minutes: minutes ?? 0 })), source: source.trim(), asOf: data.today, replace: replace ? modes : [] });
    setDone(good.length);
    setRead(null);
    setText('');
  });
  return (
    <Card title={t('reach.own.title')} note={t('reach.own.note')}>
      {data.times.map((row) => (
        <p key={row.mode} className="row rc-own"><span>{t('reach.own.has', { count: row.count, by: t(`reach.by.${row.mode}`) })}{row.source !== '' && <>, <Raw>{row.source}</Raw></>}{row.asOf !== '' && `, ${formatDate(row.asOf, language)}`}</span>
          <button type="button" className="link" disabled={readOnly || busy} aria-label={t('reach.own.clearOf', { by: t(`reach.by.${row.mode}`) })} onClick={() => void attempt(async () => { await change('travel.import', { times: [], replace: [row.mode] }); })}>{t('common.remove')}</button></p>
      ))}
      <p className="note text">{t('reach.own.about')}</p>
      <div className="pj-form">
        <ChoiceField label={t('reach.own.mode')} value={mode} options={TRAVEL_MODES.map((each) => [each, t(`reach.by.${each}`)] as const)} onChange={(next) => { setMode(next); setRead(null); }} />
        <TextField label={t('reach.parameters.source')} value={source} onChange={setSource} />
        <div className="fld pj-wide"><Field label={t('reach.own.paste')}>{(id) => <textarea id={id} className="in mono" rows={4} spellCheck={false} disabled={readOnly || busy} placeholder={t('reach.own.example')} value={text} onChange={(event) => { setText(event.target.value); setRead(null); setDone(0); }} />}</Field></div>
      </div>
      <div className="bt" ref={foot}><button type="button" className={`ctl${read === null ? ' pri' : ''}`} disabled={readOnly || busy || text.trim() === ''} onClick={() => void look(async () => ({ text }))}>{t('reach.own.look')}</button>
        <FileButton disabled={readOnly || busy} onFile={(file) => void open(file)}>{t('reach.own.file')}</FileButton></div>
      {error && <ErrorNotice error={error} />}
      {done > 0 && <Notice kind="ok">{t('reach.own.done', { count: done })}</Notice>}
      {read && (
        <>
          <p className="note" role="status">{t(`reach.own.layout.${read.layout}`)} {t('reach.own.good', { count: good.length })}{bad.length > 0 && ` ${t('reach.own.bad', { count: bad.length })}`}</p>
          {bad.length > 0 && (
            <ol className="cy-read" tabIndex={0} aria-label={t('reach.own.badList')}>
              {bad.slice(0, 100).map((row) => <li key={`${row.line} ${row.column}`} className="bad"><b className="w5"><Raw>{`${row.fromText} – ${row.toText}: ${row.minutesText}`}</Raw></b><span className="err"><span><Tx k={`reach.own.why.${row.why ?? ''}`} p={{ line: row.line }} /></span></span></li>)}
            </ol>
          )}
          <div className="rc-switches"><label><input type="checkbox" checked={replace} onChange={() => setReplace(!replace)} /> {t('reach.own.replace')}</label></div>
          <div className="bt"><button type="button" className="ctl pri" disabled={readOnly || busy || good.length === 0} onClick={() => void take()}>{t('reach.own.take', { count: good.length })}</button><button type="button" className="ctl" onClick={() => setRead(null)}>{t('common.cancel')}</button></div>
        </>
      )}
    </Card>
  );
}
