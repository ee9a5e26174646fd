import { useEffect, useRef, useState, type RefObject } from 'react';
import { focusBack, opener } from './focus.ts';

/** Gives the focus back to the control that opened what goes away, or to the page when that is gone. A focus set elsewhere meanwhile stays. */
export function useFocusBack(): void {
  const [from] = useState(opener);
  useEffect(() => () => {
    window.setTimeout(() => {
      const now = document.activeElement;
      if (now === null || now === document.body) focusBack(from);
    }, 0);
  }, [from]);
}

/** A form that opens within the page: its first field gets the focus, unless that is where the same is done by hand (`stay`); it goes back to the opener when the form closes. */
export function useFormFocus(stay?: string): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null);
  useFocusBack();
  useEffect(() => { if (stay === undefined || !document.activeElement?.closest(stay)) form.current?.querySelector<HTMLElement>('input, select, textarea')?.focus(); }, [stay]);
  return form;
}

let left = '';

/** Notes the row of a list in whose place its own page opens now. */
export const leaveAt = (row: string): void => { left = row; };

/** Ref of the control of a row: it has the focus again when somebody comes back from its page. */
export const comeBackTo = (row: string) => (control: HTMLElement | null): void => {
  if (control === null || left !== row) return;
  left = '';
  // The heading of a page that appears has taken the focus by then.
  window.setTimeout(() => { if (document.activeElement === document.body || document.activeElement?.matches('h1')) control.focus(); }, 0);
};

/** Ref of a control that is next when what had the focus went away with its part of the page: the way back from a page in place of a list, say. */
export function wayBack(control: HTMLElement | null): void {
  if (document.activeElement === document.body) control?.focus();
}
