import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useText } from '../i18n/index.ts';

/** A window over the page, for short questions only; Esc closes it and the focus goes back. */
export function Dialog({ title, onClose, wide = false, children }: { readonly title: string; readonly onClose: () => void; readonly wide?: boolean; readonly children: ReactNode }) {
  const { t } = useText();
  return (
    <Modal opened onClose={onClose} title={title} centered size={wide ? 640 : 460} transitionProps={{ duration: 0 }} attributes={{ header: { role: 'presentation' } }} overlayProps={{ backgroundOpacity: 0.35, color: 'var(--scrim)' }} closeButtonProps={{ 'aria-label': t('common.closeEsc') }}>
      <div className="dlg">{children}</div>
    </Modal>
  );
}
