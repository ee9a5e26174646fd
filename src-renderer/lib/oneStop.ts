import { useEffect, useRef, type RefObject } from 'react';

type Control = HTMLButtonElement | HTMLInputElement;

/**
 * A long list with the same buttons or boxes in each row is one stop of Tab: arrows go between rows and buttons, Home and End to the ends,
 * as in a grid. When the button of the focus goes away with its row, the one in its place takes the focus.
 */
export function useOneStop<T extends HTMLElement>(rows = 'li'): RefObject<T | null> {
  const ref = useRef<T>(null);
  const at = useRef({ row: 0, column: 0, inside: false });
  const table = (): readonly (readonly Control[])[] => [...(ref.current?.querySelectorAll(rows) ?? [])].map((row) => [...row.querySelectorAll<Control>('button, input[type=checkbox]')]).filter((row) => row.length > 0);
  /** The button of a place, or the nearest of its row that can be pressed. */
  const nearest = (all: ReturnType<typeof table>, row: number, column: number): Control | undefined => {
    const here = all[Math.max(0, Math.min(row, all.length - 1))]?.map((button, n) => ({ button, far: Math.abs(n - column) })).filter(({ button }) => !button.disabled);
    return here?.toSorted((a, b) => a.far - b.far)[0]?.button;
  };
  useEffect(() => {
    const all = table();
    const { row, column, inside } = at.current;
    const stop = nearest(all, row, column) ?? all.flat().find((button) => !button.disabled);
    for (const button of all.flat()) button.tabIndex = button === stop ? 0 : -1;
    const now = document.activeElement;
    if (inside && (now === document.body || now?.matches(':disabled') === true)) stop?.focus();
  });
  useEffect(() => {
    const list = ref.current;
    list?.setAttribute('data-one-stop', '');
    // A button that goes away sends nobody the focus: only what has it elsewhere has taken it from the list.
    const onFocus = ({ target }: FocusEvent): void => {
      const all = table();
      const row = all.findIndex((each) => each.includes(target as Control));
      if (row < 0) { at.current.inside = false; return; }
      at.current = { row, column: all[row]?.indexOf(target as Control) ?? 0, inside: true };
      for (const button of all.flat()) button.tabIndex = button === target ? 0 : -1;
    };
    const onKey = (event: KeyboardEvent): void => {
      const all = table();
      const { row, column } = at.current;
      const flat = all.flat().filter((button) => !button.disabled);
      const n = flat.indexOf(event.target as Control);
      if (n < 0) return;
      const to = { ArrowDown: () => nearest(all, row + 1, column), ArrowUp: () => nearest(all, row - 1, column), ArrowRight: () => flat[n + 1], ArrowLeft: () => flat[n - 1], Home: () => nearest(all, 0, column), End: () => nearest(all, all.length - 1, column) }[event.key];
      if (!to || event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault();
      to()?.focus();
    };
    document.addEventListener('focusin', onFocus);
    list?.addEventListener('keydown', onKey);
    return () => { document.removeEventListener('focusin', onFocus); list?.removeEventListener('keydown', onKey); };
  });
  return ref;
}
