import { useState, type FormEvent } from 'react';
import type { Output } from '#contract/api.ts';
import type { StaffView } from '#contract/api/staff.ts';
import type { ReadPosition } from '#contract/api/staffImport.ts';
import { AGE_BANDS, QUALIFICATIONS } from '#contract/lists.ts';
import { formatNumber } from '#contract/format.ts';
import { asApiError, call, type ApiError } from '../../../api.ts';
import { Dialog } from '../../../components/Dialog.tsx';
import { FileButton } from '../../../components/FileButton.tsx';
import { Mark } from '../../../components/Marks.tsx';
import { ErrorNotice } from '../../../components/Notice.tsx';
import { Raw } from '../../../components/Text.tsx';
import { useText } from '../../../i18n/index.ts';
import { fileIn } from '../../../lib/files.ts';
import type { Scope } from '../../../plan/store.ts';
import { change } from '../../../plan/useChange.ts';
import { DayField, dayOf } from '../../needs/cycle/parts.tsx';
import { TextField } from '../../needs/projection/fields.tsx';
import { namesOf } from './names.ts';

type Read = Output<'staff.read'>;
const NUMBERS = ['posts', 'filled', 'payKop', ...AGE_BANDS, ...QUALIFICATIONS] as const;

/** What of a row is stored: numbers the file does not say leave those of the plan as they are. */
const patchOf = (row: ReadPosition, source: string, asOf: string) => ({
  ...(row.id === '' ? {} : { id: row.id }), provider: row.provider, service: row.service, category: row.category, position: row.position, ...Object.fromEntries(NUMBERS.flatMap((id) => (row[id] === null ? [] : [[id, row[id]]]))),
  source: row.source === '' ? source : row.source, ...(asOf === '' ? {} : { asOf }), ...(row.note === '' ? {} : { note: row.note }),
});

/** A staffing table from a file: read, looked at, then taken over in one step. */
export function ImportDialog({ view, scope, unit, onClose }: { readonly view: StaffView; readonly scope: Scope; readonly unit: string; readonly onClose: () => void }) {
  const { t, language } = useText();
  const [read, setRead] = useState<Read | null>(null);
  const [source, setSource] = useState('');
  const [asOf, setAsOf] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const names = namesOf(view, language);
  const attempt = async (work: () => Promise<void>): Promise<void> => { setBusy(true); setError(null); try { await work(); } catch (thrown) { setError(asApiError(thrown)); } setBusy(false); };
  const open = (file: File): Promise<void> => attempt(async () => {
    setRead(null);
    setSource(file.name.slice(0, 120));
    setRead(await call('staff.read', { ...scope, ...await fileIn(file), unit }));
  });
  const good = read?.rows.filter((row) => row.why === null && row.does !== 'same') ?? [];
  const bad = read?.rows.filter((row) => row.why !== null) ?? [];
  const day = dayOf(asOf);
  const takes = good.length > 0 && day !== null && !busy;
  const take = (event: FormEvent): void => {
    event.preventDefault();
    if (takes) void attempt(async () => {
      await change('staff.set', { year: scope.year, rows: good.map((row) => patchOf(row, source.trim(), day ?? '')) });
      onClose();
    });
  };
  const number = (value: number | null, min = 0): string => (value === null ? t('states.sign.unknown') : formatNumber(value, language, { digits: { min, max: 2 } }));
  return (
    <Dialog title={t('staff.import.title')} onClose={onClose} wide>
      <p className="note text">{t('staff.import.about', { year: scope.year })}</p>
      <div className="row">
        <FileButton first primary={read === null} onFile={(file) => void open(file)}>{t('staff.import.choose')}</FileButton>
      </div>
      {error && <ErrorNotice error={error} />}
      <form onSubmit={take}>
        <div role="status">{read && <p className="note">{t('staff.import.found', { rows: read.rows.length, fresh: read.rows.filter((row) => row.why === null && row.does === 'new').length, changed: read.rows.filter((row) => row.does === 'change').length, same: read.rows.filter((row) => row.does === 'same').length, bad: bad.length })}{read.personal > 0 && ` ${t('staff.import.personal', { count: read.personal })}`}</p>}</div>
        {read && (
          <>
            <div className="pj-scroll pj-tall st-import" role="group" aria-label={t('staff.import.preview')} tabIndex={0}>
              <table className="tb">
                <caption className="vh">{t('staff.import.preview')}</caption>
                <thead><tr><th scope="col" className="r">{t('staff.import.line')}</th><th scope="col">{t('staff.table.col.position')}</th><th scope="col">{t('staff.import.does')}</th><th scope="col" className="r">{t('staff.table.col.posts')}</th><th scope="col" className="r">{t('staff.table.col.filled')}</th><th scope="col" className="r">{t('staff.table.col.pay')}</th></tr></thead>
                <tbody>{[...bad, ...read.rows.filter((row) => row.why === null)].map((row) => (
                  <tr key={row.line}>
                    <td className="r">{row.line}</td>
                    <th scope="row"><Raw>{row.position === '' ? row.text || '•••' : row.position}</Raw>{row.why === null && <span className="pj-b"><Raw>{`${names.category(row.category)} · ${names.service(row.service)} · ${names.unit(row.provider)}`}</Raw></span>}</th>
                    <td>{row.why === null ? <>{t(`staff.import.will.${row.does}`)}{row.guessed && row.does !== 'same' && <> <Mark kind="assumption" /> {t('staff.import.guessed')}</>}</> : <span className="bad">{t(`staff.import.why.${row.why}`)}{row.text !== '' && row.position !== '' && <> <Raw>{`«${row.text}»`}</Raw></>}</span>}</td>
                    <td className="r">{number(row.posts)}</td><td className="r">{number(row.filled)}</td><td className="r">{number(row.payKop === null ? null : row.payKop / 100, 2)}</td>
                  </tr>
                ))}</tbody>
              </table>
            </div>
            <div className="pj-form"><TextField label={t('staff.table.col.source')} value={source} onChange={setSource} max={400} /><DayField label={t('staff.table.col.asOf')} value={asOf} onChange={setAsOf} /></div>
          </>
        )}
        <div className="bt">
          {read && <button type="submit" className="ctl pri" disabled={!takes}>{t('staff.import.take', { count: good.length })}</button>}
          <button type="button" className="ctl" onClick={onClose}>{t('common.cancel')}</button>
        </div>
      </form>
    </Dialog>
  );
}
