import { useMemo, useReducer } from 'react';
import { holdsText } from './usePending.ts';

/** Ids of empty rows, kept while their page is away like the texts typed into them. */
const made = new Map<string, readonly string[]>();
/** Ids that were stored when the rows were last drawn. */
const stored = new Map<string, ReadonlySet<string>>();

function make(keep: string, count: number): readonly string[] {
  // In order: what is stored by id stays in the order of the rows.
  const more = Array.from({ length: count }, () => window.crypto.randomUUID()).toSorted();
  made.set(keep, [...made.get(keep) ?? [], ...more]);
  return more;
}

/** Rows that undo empties make the empty rows added after them needless; one that holds a text stays. */
function settle(keep: string, taken: ReadonlySet<string>, least: number): readonly string[] {
  const [all, before] = [made.get(keep) ?? [], stored.get(keep)];
  stored.set(keep, taken);
  const free = all.filter((id) => !taken.has(id));
  if (!free.some((id) => before?.has(id))) return free;
  const needless = new Set(free.slice(least).filter((id) => !holdsText(keep, id)));
  made.set(keep, all.filter((id) => !needless.has(id)));
  return free.filter((id) => !needless.has(id));
}

/**
 * Ids for at least so many empty rows at the end of a grid, and the way to more of them. A row stored under the id it had while it was
 * empty stays the same row: the cell being typed in, refused texts and undo follow it. `taken`: ids that are stored.
 */
export function useBlankRows(keep: string, taken: ReadonlySet<string>, least: number): { readonly ids: readonly string[]; readonly grow: (count: number) => void } {
  const [version, draw] = useReducer((n: number) => n + 1, 0);
  const ids = useMemo(() => {
    const free = settle(keep, taken, least);
    return free.length >= least ? free : [...free, ...make(keep, least - free.length)];
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- `version` says that there are more
  }, [keep, taken, least, version]);
  return { ids, grow: (count) => { make(keep, count); draw(); } };
}
