import { useId, useState } from 'react';
import { asApiError, call, type ApiError } from '../../api.ts';
import { useText } from '../../i18n/index.ts';
import { langOfText } from '../../lib/text.ts';
import { usePlan } from '../../plan/store.ts';
import { Dialog } from '../Dialog.tsx';
import { FolderChooser } from '../FolderChooser.tsx';
import { ErrorNotice, Notice } from '../Notice.tsx';
import { Tx } from '../Text.tsx';

/** Writes a verified copy of the open plan into a folder. */
export function SaveCopy({ onClose }: { readonly onClose: () => void }) {
  const { t } = useText();
  const { info } = usePlan();
  const id = useId();
  const [file, setFile] = useState((info?.path.split(/[\\/]/).at(-1) ?? '').replace(/\.sotsplan$/, '') + '-2');
  const [history, setHistory] = useState(true);
  const [done, setDone] = useState('');
  const [error, setError] = useState<ApiError | null>(null);
  const save = async (folder: string): Promise<void> => {
    setError(null);
    try { setDone((await call('plan.saveCopy', { folder, file, history })).path); } catch (thrown) { setError(asApiError(thrown)); }
  };
  if (done !== '') return <Dialog title={t('shell.saveCopyTitle')} onClose={onClose}><Notice kind="ok"><Tx k="shell.copyDone" p={{ path: done }} /></Notice></Dialog>;
  return (
    <Dialog title={t('shell.saveCopyTitle')} onClose={onClose} wide>
      <div className="fld"><label htmlFor={id}>{t('shell.saveCopyFile')}</label><input id={id} className="in" maxLength={120} value={file} lang={langOfText(file)} data-autofocus onChange={(event) => setFile(event.target.value)} /></div>
      <label><input type="checkbox" checked={!history} aria-describedby={`${id}h`} onChange={() => setHistory(!history)} /> {t('shell.saveCopyNoHistory')}</label>
      <p className="note" id={`${id}h`}>{t('shell.saveCopyNoHistoryHint')}</p>
      {error && <ErrorNotice error={error} />}
      <FolderChooser start="" plans={false} action={t('shell.saveCopyDo')} onFolder={(path) => void save(path)} />
    </Dialog>
  );
}
