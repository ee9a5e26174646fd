import { useEffect, useState } from 'react';
import { asApiError, call, type ApiError } from '../../api.ts';
import { Brand, LanguageButton } from '../../components/shell/Header.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { FolderChooser } from '../../components/FolderChooser.tsx';
import { Icon } from '../../components/Icon.tsx';
import { ErrorNotice } from '../../components/Notice.tsx';
import { Tx } from '../../components/Text.tsx';
import { useText } from '../../i18n/index.ts';
import { navigate } from '../../lib/route.ts';
import { openPlan } from '../../plan/open.ts';
import { broadcast, usePlan } from '../../plan/store.ts';
import { useView } from '../../plan/useView.ts';
import { NewPlan } from './NewPlan.tsx';
import { PlanList } from './PlanList.tsx';

/** Where the work begins: plans of the library at the left, a new plan at the right. */
export function StartPage() {
  const { t } = useText();
  const { info, error: planError } = usePlan();
  const app = useView('app.info', {}, ['library', 'settings', 'reference']);
  const [dialog, setDialog] = useState<'none' | 'file' | 'folder'>('none');
  const [error, setError] = useState<ApiError | null>(null);
  useEffect(() => { document.title = t('shell.titleBare', { page: t('start.title') }); }, [t]);
  const open = async (path: string, readOnly = false): Promise<void> => {
    setError(null);
    setDialog('none');
    try { await openPlan(path, readOnly); } catch (thrown) { setError(asApiError(thrown)); }
  };
  const setFolder = async (path: string): Promise<void> => {
    setDialog('none');
    try {
      await call('library.setFolder', { path });
      broadcast(['library']);
    } catch (thrown) { setError(asApiError(thrown)); }
  };
  return (
    <div className="app start">
      <header className="top">
        <Brand /><span className="sp" />
        {app.data && <span className="note"><Tx k="start.offline" p={{ reference: app.data.referenceVersion.replace(/^(\d{4})\.(\d{2})$/, '$1-$2'), version: app.data.version }} />{app.data.portable && ` · ${t('start.portable')}`}</span>}
        {info && <button type="button" className="ctl" onClick={() => navigate('')}><Icon name="back" />{t('start.backToPlan')}</button>}
        <LanguageButton />
      </header>
      <main className="two" id="main">
        <PlanList library={app.data?.library ?? ''} onOpenFile={() => setDialog('file')} onChangeFolder={() => setDialog('folder')} onOpen={(path, readOnly) => void open(path, readOnly)}
          message={error ?? planError ? <ErrorNotice error={error ?? planError} /> : null} />
        <NewPlan communities={app.data?.communities ?? null} />
      </main>
      {dialog === 'file' && <Dialog wide title={t('start.folder.fileTitle')} onClose={() => setDialog('none')}><FolderChooser start={app.data?.library ?? ''} plans onPlan={(path) => void open(path)} /></Dialog>}
      {dialog === 'folder' && <Dialog wide title={t('start.folder.libraryTitle')} onClose={() => setDialog('none')}><FolderChooser start={app.data?.library ?? ''} plans={false} onFolder={(path) => void setFolder(path)} /></Dialog>}
    </div>
  );
}
