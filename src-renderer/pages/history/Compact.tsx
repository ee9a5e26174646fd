import { useId, useState } from 'react';
import type { Output } from '#contract/api.ts';
import { formatNumber } from '#contract/format.ts';
import { asApiError, type ApiError } from '../../api.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { Loaded } from '../../components/Loaded.tsx';
import { ErrorNotice, Notice } from '../../components/Notice.tsx';
import { Tx } from '../../components/Text.tsx';
import { stopWork, WorkProgress } from '../../components/WorkProgress.tsx';
import { useText } from '../../i18n/index.ts';
import { change } from '../../plan/useChange.ts';
import { useView } from '../../plan/useView.ts';

/** Ages offered, in months; 0 = the whole history. */
const AGES = [24, 12, 6, 3, 0] as const;

/** Says what compaction of the history does and what it frees, and does it when told so. */
export function Compact({ onClose }: { readonly onClose: () => void }) {
  const { t, language } = useText();
  const id = useId();
  const [months, setMonths] = useState<number>(12);
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState<Output<'history.compact'> | null>(null);
  const [error, setError] = useState<ApiError | null>(null);
  const view = useView('history.size', { months }, ['history']);
  const size = (bytes: number): string => (bytes < 1e6
    ? t('history.compact.kb', { n: formatNumber(Math.ceil(bytes / 1e3), language) })
    : t('history.compact.mb', { n: formatNumber(bytes / 1e6, language, { digits: { min: 1, max: 1 } }) }));
  const compact = async (): Promise<void> => {
    setBusy(true);
    setError(null);
    try { setDone(await change('history.compact', { months })); } catch (thrown) { setError(asApiError(thrown)); }
    setBusy(false);
  };
  const close = (): void => {
    if (busy) stopWork();
    onClose();
  };
  if (done) {
    return (
      <Dialog title={t('history.compact.title')} onClose={onClose}>
        <Notice kind="ok">{t('history.compact.done', { count: done.entries, before: size(done.before), after: size(done.after) })}</Notice>
        {done.backup && <p className="note"><Tx k="history.compact.backup" p={{ path: done.backup }} /></p>}
        <div className="bt"><button type="button" className="ctl" data-autofocus onClick={onClose}>{t('common.close')}</button></div>
      </Dialog>
    );
  }
  return (
    <Dialog title={t('history.compact.title')} onClose={close}>
      <p>{t('history.compact.about')}</p>
      <div className="fld">
        <label htmlFor={id}>{t('history.compact.age')}</label>
        <select id={id} className="in" value={months} disabled={busy} data-autofocus onChange={(event) => setMonths(Number(event.target.value))}>
          {AGES.map((age) => <option key={age} value={age}>{t(`history.compact.ages.${age}`)}</option>)}
        </select>
      </div>
      {error && (error.code === 'job.cancelled' ? <Notice kind="wn">{t('history.compact.stopped')}</Notice> : <ErrorNotice error={error} />)}
      {busy && <WorkProgress what="compact" />}
      <Loaded view={view} lines={2}>
        {({ all, older, file }) => (
          <>
            <p role="status">{older.entries === 0 ? t('history.compact.nothing') : t('history.compact.frees', { count: older.entries, mb: size(older.bytes) })}</p>
            <p className="note">{t('history.compact.all', { count: all.entries, mb: size(all.bytes), file: size(file) })}</p>
            <div className="bt">
              <button type="button" className="ctl" onClick={close}>{t('common.cancel')}</button>
              <button type="button" className="ctl pri" disabled={busy || older.entries === 0} onClick={() => void compact()}>{t('history.compact.do')}</button>
            </div>
          </>
        )}
      </Loaded>
    </Dialog>
  );
}
