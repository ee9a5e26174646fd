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

/** A form that opens within the page: its first field gets the focus, which goes back to the opener when the form closes. */
export function useFormFocus(): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null);
  useFocusBack();
  useEffect(() => { form.current?.querySelector<HTMLElement>('input, select, textarea')?.focus(); }, []);
  return form;
}

let left = '';

/** Notes the row of a list in whose place its own page opens now. */
export const leaveAt = (row: string): void => { left = row; };

/** Ref of the control of a row: it has the focus again when somebody comes back from its page. */
export const comeBackTo = (row: string) => (control: HTMLElement | null): void => {
  if (control === null || left !== row || document.activeElement !== document.body) return;
  left = '';
  control.focus();
};

/** Ref of the way back: it has the focus when what opened the page went away with its list. */
export function wayBack(control: HTMLElement | null): void {
  if (document.activeElement === document.body) control?.focus();
}
