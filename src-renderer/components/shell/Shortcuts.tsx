import type { ReactNode } from 'react';
import { useText } from '../../i18n/index.ts';
import { Dialog } from '../Dialog.tsx';

const ROWS: readonly (readonly [string, readonly string[]])[] = [
  ['palette', ['Ctrl+K']], ['sections', ['Alt+1…9']], ['trace', ['Enter', 'F4']], ['back', ['Backspace']], ['close', ['Esc']], ['undo', ['Ctrl+Z']], ['redo', ['Ctrl+Y']],
  ['gridEdit', ['F2']], ['gridMove', ['Enter', 'Tab']], ['gridFill', ['Ctrl+D']], ['gridClear', ['Delete']], ['gridLeave', ['Esc']], ['numbers', ['arrows', 'Home', 'End']], ['list', ['F1', '?']],
];

/** The list of keyboard shortcuts (F1 or ?). */
export function Shortcuts({ onClose }: { readonly onClose: () => void }) {
  const { t } = useText();
  const keys = (names: readonly string[]): ReactNode => names.map((name, at) => <span key={name}>{at > 0 && ` ${t('shell.shortcuts.or')} `}<kbd className="kbd">{name === 'arrows' ? t('shell.shortcuts.arrows') : name}</kbd></span>);
  return (
    <Dialog title={t('shell.shortcuts.title')} onClose={onClose}>
      <dl className="keys">{ROWS.map(([id, names]) => <div key={id} style={{ display: 'contents' }}><dt>{keys(names)}</dt><dd>{t(`shell.shortcuts.${id}`)}</dd></div>)}</dl>
    </Dialog>
  );
}
