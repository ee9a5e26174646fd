import { useEffect, useId, useMemo, useRef, useState } from 'react';
import type { CapacityView } from '#contract/api/capacity.ts';
import { asApiError, type ApiError } from '../../../api.ts';
import type { Place } from '../../../components/figures/index.ts';
import { ErrorNotice, Notice } from '../../../components/Notice.tsx';
import { Raw, Tx } from '../../../components/Text.tsx';
import { useText } from '../../../i18n/index.ts';
import { change } from '../../../plan/useChange.ts';
import { readProviders } from './readProviders.ts';

/** Providers from a spreadsheet: paste, see what was read of each row, add the rows that are right; the others stay to be put right. */
export function PastePanel({ view, territories }: { readonly view: CapacityView; readonly territories: Place['all'] }) {
  const { t } = useText();
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState('');
  const [added, setAdded] = useState(0);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const rows = useMemo(() => readProviders(text, { services: view.rows, providers: view.providers, territories }), [text, view, territories]);
  const good = rows.filter((row) => row.provider !== null);
  useEffect(() => { area.current?.focus(); }, []);

  const add = async (): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      await change('provider.addAll', { providers: good.flatMap(({ provider }) => (provider ? [{ ...provider, services: [...provider.services] }] : [])) });
      setAdded(good.length);
      setText(rows.filter((row) => row.provider === null).map((row) => row.text).join('\n'));
    } catch (thrown) { setError(asApiError(thrown)); }
    setBusy(false);
  };
  return (
    <div className="cy-form">
      <p className="note text" id={`${id}h`}>{t('capacity.paste.about')}</p>
      <label className="w5" htmlFor={`${id}t`}>{t('capacity.paste.field')}</label>
      <textarea id={`${id}t`} ref={area} className="in mono" rows={6} spellCheck={false} value={text} disabled={busy} placeholder={t('capacity.paste.example')} aria-describedby={`${id}h`} onChange={(event) => { setText(event.target.value); setAdded(0); }} />
      {added > 0 && <Notice kind="ok">{t('capacity.paste.added', { count: added })}{rows.length > 0 && ` ${t('capacity.paste.rest', { count: rows.length })}`}</Notice>}
      {error && <ErrorNotice error={error} />}
      {rows.length > 0 && (
        <ol className="cy-read" tabIndex={0} aria-label={t('capacity.paste.read')}>
          {rows.map((row) => (
            <li key={row.line} className={row.provider ? 'ok' : 'bad'}>
              <b className="w5"><Raw>{row.name === '' ? t('capacity.paste.nameless', { line: row.line }) : row.name}</Raw></b>
              {row.provider
                ? <span className="note">{[t(`capacity.kind.${row.provider.kind}`), t(`capacity.sector.${row.provider.sector}`), t('capacity.paste.services', { count: row.provider.services.length })].join(' · ')}</span>
                : row.reasons.map((reason) => <span key={`${reason.id} ${reason.text}`} className="err"><span><Tx k={`capacity.paste.why.${reason.text === '' && (reason.id === 'kind' || reason.id === 'sector') ? `${reason.id}Empty` : reason.id}`} p={{ text: reason.text }} /></span></span>)}
            </li>
          ))}
        </ol>
      )}
      <div className="bt cy-save">
        <button type="button" className="ctl pri" disabled={busy || good.length === 0} onClick={() => void add()}>{good.length === 0 ? t('capacity.providers.add') : t('capacity.paste.add', { count: good.length })}</button>
        {rows.length > good.length && <span className="note">{t('capacity.paste.bad', { count: rows.length - good.length })}</span>}
      </div>
    </div>
  );
}
