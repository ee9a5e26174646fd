import { useId, useState } from 'react';
import { formatDate } from '#contract/format.ts';
import { asApiError, call, type ApiError } from '../../api.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { FolderChooser } from '../../components/FolderChooser.tsx';
import { Loaded } from '../../components/Loaded.tsx';
import { ErrorNotice } from '../../components/Notice.tsx';
import { Card, PageHead } from '../../components/Page.tsx';
import { Raw } from '../../components/Text.tsx';
import { useText } from '../../i18n/index.ts';
import { langOfText } from '../../lib/text.ts';
import { changeSettings, useSettings } from '../../lib/settings.ts';
import { broadcast } from '../../plan/store.ts';
import { useView } from '../../plan/useView.ts';

const LANGUAGES = ['uk', 'en'] as const;

/** Preferences of this computer and what the program consists of. */
export default function SettingsPage() {
  const { t } = useText();
  const [error, setError] = useState<ApiError | null>(null);
  const set = (patch: Parameters<typeof changeSettings>[0]): void => { setError(null); changeSettings(patch).catch((thrown: unknown) => setError(asApiError(thrown))); };
  return (
    <>
      <PageHead title={t('settings.title')} sub={t('settings.sub')} mark={null} />
      {error && <ErrorNotice error={error} />}
      <div className="set"><Look set={set} /><Author set={set} /><Program onError={setError} /></div>
    </>
  );
}

type Set = (patch: Parameters<typeof changeSettings>[0]) => void;
function Look({ set }: { readonly set: Set }) {
  const { t } = useText();
  const settings = useSettings();
  return (
    <Card title={t('settings.look')}>
      <div className="fld"><span className="lb" id="lng">{t('settings.language')}</span><div><span className="seg" role="group" aria-labelledby="lng">{LANGUAGES.map((id) => <button key={id} type="button" lang={id} aria-pressed={settings.language === id} onClick={() => set({ language: id })}>{t(`settings.languages.${id}`)}</button>)}</span></div></div>
      <div className="fld"><span className="lb" id="thm">{t('settings.theme')}</span><div><span className="seg" role="group" aria-labelledby="thm">{(['system', 'light', 'dark'] as const).map((id) => <button key={id} type="button" aria-pressed={settings.theme === id} onClick={() => set({ theme: id })}>{t(`settings.themes.${id}`)}</button>)}</span></div></div>
    </Card>
  );
}

function Author({ set }: { readonly set: Set }) {
  const { t } = useText();
  const { author } = useSettings();
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const keep = (): void => { if (typed !== null && typed.trim() !== author) set({ author: typed.trim() }); setTyped(null); };
  return (
    <Card title={t('settings.author')}>
      <div className="fld"><label htmlFor={id} className="vh">{t('settings.author')}</label><input id={id} className="in" maxLength={80} aria-describedby={`${id}n`} placeholder={t('settings.authorExample')} value={typed ?? author} lang={langOfText(typed ?? author)} onChange={(event) => setTyped(event.target.value)} onBlur={keep} onKeyDown={(event) => { if (event.key === 'Enter') keep(); }} /></div>
      <p className="note text" id={`${id}n`}>{t('settings.authorNote')}</p>
    </Card>
  );
}

function Program({ onError }: { readonly onError: (error: ApiError) => void }) {
  const { t, language } = useText();
  const app = useView('app.info', {}, ['library', 'reference']);
  const [choosing, setChoosing] = useState(false);
  const setFolder = async (path: string): Promise<void> => {
    setChoosing(false);
    try {
      await call('library.setFolder', { path });
      broadcast(['library']);
    } catch (thrown) { onError(asApiError(thrown)); }
  };
  return (
    <Card title={t('settings.program')} action={<button type="button" className="link" onClick={() => setChoosing(true)}>{t('settings.changeFolder')}</button>}>
      <Loaded view={app}>
        {(info) => (
          <dl>
            <dt>{t('settings.where')}</dt><dd className="mono"><Raw>{info.library}</Raw></dd>
            <dt>{t('settings.version')}</dt><dd>{info.version}</dd>
            <dt>{t('settings.referenceVersion')}</dt><dd>{formatDate(info.referenceVersion.replace(/^(\d{4})\.(\d{2})$/, '$1-$2'), language)}</dd>
            <dt>{t('settings.dataVersion')}</dt><dd>{formatDate(info.dataVersion.replace(/^(\d{4})\.(\d{2})$/, '$1-$2'), language)}</dd>
          </dl>
        )}
      </Loaded>
      {choosing && <Dialog wide title={t('start.folder.libraryTitle')} onClose={() => setChoosing(false)}><FolderChooser start={app.data?.library ?? ''} plans={false} onFolder={(path) => void setFolder(path)} /></Dialog>}
    </Card>
  );
}
