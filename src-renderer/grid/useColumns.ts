import { useMemo, useState, useSyncExternalStore } from 'react';
import type { GridColumn } from './types.ts';

const NARROW = '(max-width: 900px)';

function subscribe(onChange: () => void): () => void {
  const query = typeof window.matchMedia === 'function' ? window.matchMedia(NARROW) : null;
  query?.addEventListener('change', onChange);
  return () => query?.removeEventListener('change', onChange);
}
const isNarrow = (): boolean => typeof window.matchMedia === 'function' && window.matchMedia(NARROW).matches;

/** 1 at the usual text size; grows with the text size of the system. */
function textScale(): number {
  const size = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  return size > 0 ? size / 13 : 1;
}

/** Which columns are in sight, how wide they are and where the frozen ones stand. */
export interface Layout<R> {
  readonly columns: readonly GridColumn<R>[];
  readonly ariaCols: readonly number[];
  readonly lefts: readonly (number | undefined)[];
  readonly template: string;
  readonly width: number;
  readonly frozenWidth: number;
  readonly scale: number;
  /** Are there columns that a narrow window hides? null = no. */
  readonly hidden: boolean | null;
  readonly toggle: () => void;
  readonly showAll: () => void;
}

export function useColumns<R>(all: readonly GridColumn<R>[]): Layout<R> {
  const narrow = useSyncExternalStore(subscribe, isNarrow);
  const [shown, setShown] = useState(false);
  const [scale] = useState(textScale);
  const hides = narrow && all.some((column) => column.priority === 2);
  const hidden = hides && !shown;
  return useMemo(() => {
    const columns = hidden ? all.filter((column) => column.priority !== 2) : all;
    let left = 0;
    const lefts = columns.map((column) => {
      if (!column.frozen) return undefined;
      const at = left;
      left += column.width * scale;
      return at;
    });
    return {
      columns, lefts, scale, frozenWidth: left, ariaCols: columns.map((column) => all.indexOf(column) + 1),
      template: columns.map((column) => (column.grow ? `minmax(${column.width * scale}px, 1fr)` : `${column.width * scale}px`)).join(' '),
      width: columns.reduce((sum, column) => sum + column.width * scale, 0),
      hidden: hides ? hidden : null, toggle: () => setShown((is) => !is), showAll: () => setShown(true),
    };
  }, [all, hidden, hides, scale]);
}
