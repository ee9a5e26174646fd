import { Modal } from '@mantine/core';
import { useEffect, useState, type ReactNode } from 'react';
import { useText } from '../i18n/index.ts';
import { focusBack, opener } from '../lib/focus.ts';

/** A window over the page, for short questions only; Esc closes it and the focus goes back. */
export function Dialog({ title, onClose, wide = false, children }: { readonly title: string; readonly onClose: () => void; readonly wide?: boolean; readonly children: ReactNode }) {
  const { t } = useText();
  useFocusBack();
  return (
    <Modal opened onClose={onClose} returnFocus={false} title={title} centered size={wide ? 640 : 460} transitionProps={{ duration: 0 }} attributes={{ header: { role: 'presentation' } }} overlayProps={{ backgroundOpacity: 0.35, color: 'var(--scrim)' }} closeButtonProps={{ 'aria-label': t('common.closeEsc') }}>
      <div className="dlg">{children}</div>
    </Modal>
  );
}

/** Gives the focus back to the control that opened the dialog, or to the page when that is gone. A focus set elsewhere meanwhile stays. */
function useFocusBack(): void {
  const [from] = useState(opener);
  useEffect(() => () => {
    window.setTimeout(() => {
      const now = document.activeElement;
      if (now === null || now === document.body) focusBack(from);
    }, 0);
  }, [from]);
}
