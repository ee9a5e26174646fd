import { useId, useMemo, useState } from 'react';
import type { Output } from '#contract/api.ts';
import { asApiError, call, type ApiError } from '../../../api.ts';
import { Dialog } from '../../../components/Dialog.tsx';
import { FileButton } from '../../../components/FileButton.tsx';
import { ErrorNotice } from '../../../components/Notice.tsx';
import { Raw } from '../../../components/Text.tsx';
import { useText } from '../../../i18n/index.ts';
import { fileIn } from '../../../lib/files.ts';
import { hasCyrillic } from '../../../lib/text.ts';
import { useSend } from '../../needs/cycle/useSend.ts';

type Rows = Output<'indicators.readList'>['rows'];
const MODES = ['replace', 'append'] as const;

/** Lines pasted from a table: a number first, then the wording; the last of several columns is the source. */
function pasted(text: string): Rows {
  return text.split(/\r?\n/).flatMap((line) => {
    const cells = line.split('\t').map((cell) => cell.trim());
    const first = cells[0] ?? '';
    const numbered = cells.length > 1 && /^[\d.]*$/.test(first);
    const alone = numbered ? null : /^(\d+(?:\.\d+)*)[.)]?\s+(\S.*)$/.exec(first);
    const said = numbered ? cells[1] ?? '' : alone?.[2] ?? first;
    if (!/\p{L}{2}/u.test(said)) return [];
    const rest = cells.slice(numbered ? 2 : 1).filter((cell) => /\p{L}{2}/u.test(cell));
    return [{ number: (numbered ? first : alone?.[1] ?? '').slice(0, 40), wording: said.replaceAll(/\s*\*+/g, '').slice(0, 500), basis: said.includes('**') ? 'year' as const : 'jan1' as const, source: (rest.at(-1) ?? '').slice(0, 500) }];
  }).slice(0, 1000);
}

/** Takes over a list of indicators: pasted, or from a file; looked at before it is taken. */
export function LoadDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useText();
  const id = useId();
  const send = useSend();
  const [text, setText] = useState('');
  const [read, setRead] = useState<Rows | null>(null);
  const [mode, setMode] = useState<(typeof MODES)[number]>('replace');
  const [error, setError] = useState<ApiError | null>(null);
  const typed = useMemo(() => pasted(text), [text]);
  const rows = read ?? typed;
  const open = async (file: File): Promise<void> => {
    setError(null);
    try { setRead((await call('indicators.readList', await fileIn(file))).rows); } catch (thrown) { setRead(null); setError(asApiError(thrown)); }
  };
  return (
    <Dialog title={t('sheets.ind.loadTitle')} onClose={onClose} wide>
      <div className="dlg">
        <p className="note">{t('sheets.ind.loadNote')}</p>
        <div className="fld"><label htmlFor={id}>{t('sheets.ind.paste')}</label><textarea id={id} className="in ia-paste" rows={5} lang={hasCyrillic(text) ? 'uk' : undefined} value={text} data-autofocus onChange={(event) => { setText(event.target.value); setRead(null); }} /></div>
        <div className="bt"><FileButton onFile={(file) => void open(file)}>{t('sheets.ind.file')}</FileButton></div>
        {error && <ErrorNotice error={error} />}
        {send.error && <ErrorNotice error={send.error} />}
        <p role="status">{rows.length > 0 && t('sheets.ind.found', { count: rows.length })}</p>
        {rows.length > 0 && <div className="co-wide sh-boxes" role="region" aria-label={t('sheets.ind.grid')} tabIndex={0}><table className="tb"><tbody>{rows.slice(0, 100).map((row, at) => <tr key={`${at} ${row.wording}`}><td>{row.number}</td><th scope="row"><Raw>{row.wording}</Raw></th><td>{t(`sheets.ind.basis.${row.basis}`)}</td><td><Raw>{row.source}</Raw></td></tr>)}</tbody></table></div>}
        <span className="seg" role="group" aria-label={t('sheets.ind.modeLabel')}>{MODES.map((each) => <button key={each} type="button" aria-pressed={mode === each} onClick={() => setMode(each)}>{t(`sheets.ind.mode.${each}`)}</button>)}</span>
        <div className="bt"><button type="button" className="ctl" onClick={onClose}>{t('common.cancel')}</button><button type="button" className="ctl pri" disabled={rows.length === 0 || send.busy} onClick={() => void send.send('indicators.replace', { rows: [...rows], mode }, onClose)}>{t('sheets.ind.take')}</button></div>
      </div>
    </Dialog>
  );
}
