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

/** The first field; of a group of choices the chosen one. */
function firstField(body: HTMLElement): HTMLElement | undefined {
  const fields = [...body.querySelectorAll<HTMLElement>('input:not([type=hidden], [tabindex="-1"]), select, textarea')].filter((field) => !field.matches(':disabled, [hidden]'));
  const first = fields[0];
  return (first?.matches('[type=radio]') ? fields.find((field) => field.matches('[type=radio]:checked')) : undefined) ?? first;
}

/** Where typing begins: the first field gets the focus when the dialog does not name another; without a field it stays on the cross. */
function fieldFirst(body: HTMLDivElement | null): (() => void) | undefined {
  if (body === null) return undefined;
  if (!body.querySelector('[data-autofocus]')) firstField(body)?.setAttribute('data-autofocus', '');
  // What arrives later, or a low window, must not push the field with the focus out of sight.
  const show = (): void => { const now = document.activeElement; if (body.contains(now)) now?.scrollIntoView?.({ block: 'nearest' }); };
  // The dialog moves the focus by script; a field reached by Tab has its text chosen all the same, as fields of a page have.
  let tabbed = false;
  let begun = false;
  const onKey = (event: KeyboardEvent): void => { tabbed = event.key === 'Tab'; begun = true; };
  const onFocus = (event: FocusEvent): void => { show(); if (tabbed && event.target instanceof HTMLInputElement) event.target.select(); tabbed = false; begun = true; };
  // Fields that are fetched arrive when the focus stands on the cross already.
  const onSize = (): void => { if (begun) show(); else if (body.closest('[role=dialog]')?.contains(document.activeElement)) firstField(body)?.focus(); };
  const grown = typeof ResizeObserver === 'undefined' ? null : new ResizeObserver(onSize);
  grown?.observe(body);
  document.addEventListener('keydown', onKey, true);
  body.addEventListener('focusin', onFocus);
  return () => { grown?.disconnect(); document.removeEventListener('keydown', onKey, true); body.removeEventListener('focusin', onFocus); };
}
