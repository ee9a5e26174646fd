import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useText } from '../i18n/index.ts';
import { useFocusBack } from '../lib/formFocus.ts';

/** A window over the page, for short questions only; it opens on its first field, Esc closes it and the focus goes back. */
export function Dialog({ title, onClose, wide = false, children }: { readonly title: string; readonly onClose: () => void; readonly wide?: boolean; readonly children: ReactNode }) {
  const { t } = useText();
  useFocusBack();
  return (
    <Modal opened onClose={onClose} returnFocus={false} title={title} centered size={wide ? 640 : 460} transitionProps={{ duration: 0 }} attributes={{ header: { role: 'presentation' } }} overlayProps={{ backgroundOpacity: 0.35, color: 'var(--scrim)' }} closeButtonProps={{ 'aria-label': t('common.closeEsc') }}>
      <div className="dlg" ref={fieldFirst}>{children}</div>
    </Modal>
  );
}

/** Where typing begins: the first field gets the focus when the dialog does not name another; without a field it stays on the cross. */
function fieldFirst(body: HTMLDivElement | null): (() => void) | undefined {
  if (body === null) return undefined;
  const fields = [...body.querySelectorAll<HTMLElement>('input:not([type=hidden], [tabindex="-1"]), select, textarea')].filter((field) => !field.matches(':disabled, [hidden]'));
  const first = fields[0];
  // One stop of a group of choices is the chosen one.
  const chosen = first?.matches('[type=radio]') ? fields.find((field) => field.matches('[type=radio]:checked')) : undefined;
  if (!body.querySelector('[data-autofocus]')) (chosen ?? first)?.setAttribute('data-autofocus', '');
  // What arrives later, or a low window, must not push the field with the focus out of sight.
  const show = (): void => { const now = document.activeElement; if (body.contains(now)) now?.scrollIntoView?.({ block: 'nearest' }); };
  // The dialog moves the focus by script; a field reached by Tab has its text chosen all the same, as fields of a page have.
  let tabbed = false;
  const onKey = (event: KeyboardEvent): void => { tabbed = event.key === 'Tab'; };
  const onFocus = (event: FocusEvent): void => { show(); if (tabbed && event.target instanceof HTMLInputElement) event.target.select(); tabbed = false; };
  const grown = typeof ResizeObserver === 'undefined' ? null : new ResizeObserver(show);
  grown?.observe(body);
  document.addEventListener('keydown', onKey, true);
  body.addEventListener('focusin', onFocus);
  return () => { grown?.disconnect(); document.removeEventListener('keydown', onKey, true); body.removeEventListener('focusin', onFocus); };
}
