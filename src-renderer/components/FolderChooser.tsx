import { useId, useState } from 'react';
import { useText } from '../i18n/index.ts';
import { useView } from '../plan/useView.ts';
import { Icon } from './Icon.tsx';
import { Loaded } from './Loaded.tsx';
import { Raw, Tx } from './Text.tsx';

/** Folders (and plans) of this computer, walked by mouse or keyboard: a page cannot see paths by itself. */
export function FolderChooser({ start, plans, action, onFolder, onPlan }: {
  readonly start: string;
  /** Show plan files, to be chosen. */
  readonly plans: boolean;
  /** Word on the button that takes the present folder. */
  readonly action?: string;
  readonly onFolder?: (path: string) => void;
  readonly onPlan?: (path: string) => void;
}) {
  const { t } = useText();
  const id = useId();
  const [path, setPath] = useState(start);
  const [typed, setTyped] = useState(start);
  const view = useView('library.folder', { path }, ['library']);
  const go = (to: string): void => { setPath(to); setTyped(to); };
  const folder = view.data;
  return (
    <div className="fch">
      <form className="row" onSubmit={(event) => { event.preventDefault(); setPath(typed.trim()); }}>
        <label className="vh" htmlFor={id}>{t('start.folder.path')}</label>
        <input id={id} className="in mono" value={typed} onChange={(event) => setTyped(event.target.value)} spellCheck={false} />
        <button type="submit" className="ctl">{t('start.folder.go')}</button>
      </form>
      <Loaded view={view}>
        {(data) => (
          <ul className="fls">
            {path !== '' && <li><button type="button" className="fl" onClick={() => go(data.parent ?? '')}><Icon name="up" />{data.parent ? t('start.folder.up') : t('start.folder.places')}</button></li>}
            {data.entries.filter((entry) => plans || entry.kind !== 'plan').map((entry) => (
              <li key={entry.path}>
                <button type="button" className="fl" onClick={() => (entry.kind === 'plan' ? onPlan?.(entry.path) : go(entry.path))}>
                  <Icon name={entry.kind === 'plan' ? 'paper' : 'folder'} /><span className={entry.kind === 'plan' ? 'w5' : ''}><Raw>{entry.name}</Raw></span><span className="sp" /><span className="note">{t(`start.folder.${entry.kind}`)}</span>
                </button>
              </li>
            ))}
            {data.entries.length === 0 && <li className="note">{t('start.folder.empty')}</li>}
          </ul>
        )}
      </Loaded>
      {onFolder && (
        <div className="bt">
          <span className="note">{folder && folder.path !== '' && (folder.writable ? <Tx k="start.folder.here" p={{ path: folder.path }} /> : t('start.folder.notWritable'))}</span>
          <button type="button" className="ctl pri" disabled={!folder || folder.path === '' || !folder.writable} onClick={() => { if (folder) onFolder(folder.path); }}>{action ?? t('start.folder.choose')}</button>
        </div>
      )}
    </div>
  );
}
