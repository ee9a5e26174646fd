import { useState, type FormEvent } from 'react';
import type { SheetRow, SheetsView } from '#contract/api/collection.ts';
import { asApiError, call, type ApiError } from '../../../api.ts';
import { Dialog } from '../../../components/Dialog.tsx';
import { ErrorNotice } from '../../../components/Notice.tsx';
import { useText } from '../../../i18n/index.ts';
import { download } from '../../../lib/files.ts';
import { DayField, dayOf, dayText, SendError, TextField } from '../../needs/cycle/parts.tsx';
import { useSend } from '../../needs/cycle/useSend.ts';

/** Makes the chosen sheets and hands their files over at once. */
export function MakeDialog({ view, rows, onClose }: { readonly view: SheetsView; readonly rows: readonly SheetRow[]; readonly onClose: () => void }) {
  const { t } = useText();
  const send = useSend();
  const [due, setDue] = useState(dayText(view.due));
  const [giveTo, setGiveTo] = useState(view.giveTo);
  const [error, setError] = useState<ApiError | null>(null);
  const day = dayOf(due);
  const get = async (): Promise<void> => {
    try {
      const now = await call('sheets.view', { year: view.year });
      const wanted = new Set(rows.map((row) => `${row.collector} ${row.territory} ${row.provider}`));
      download(await call('sheets.file', { ids: now.rows.filter((row) => row.id !== '' && wanted.has(`${row.collector} ${row.territory} ${row.provider}`)).map((row) => row.id) }));
      onClose();
    } catch (thrown) { setError(asApiError(thrown)); }
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (day === null) return;
    void send.send('sheets.make', { year: view.year, sheets: rows.map(({ collector, territory, provider }) => ({ collector, territory, provider })), due: day, giveTo: giveTo.trim() }, () => void get());
  };
  return (
    <Dialog title={t(rows.every((row) => row.id !== '') ? 'sheets.dialog.titleAgain' : 'sheets.dialog.title')} onClose={onClose}>
      <form className="dlg" onSubmit={submit}>
        <p>{t('sheets.chosen', { count: rows.length })}</p>
        <DayField label={t('sheets.dialog.due')} value={due} onChange={setDue} />
        <TextField label={t('sheets.dialog.giveTo')} value={giveTo} onChange={setGiveTo} max={200} />
        <p className="note">{t('sheets.dialog.note')}</p>
        <SendError send={send} />
        {error && <ErrorNotice error={error} />}
        <div className="bt"><button type="button" className="ctl" onClick={onClose}>{t('common.cancel')}</button><button type="submit" className="ctl pri" disabled={day === null || send.busy}>{t('sheets.dialog.do')}</button></div>
      </form>
    </Dialog>
  );
}
