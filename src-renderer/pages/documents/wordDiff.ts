import { diffArrays } from 'diff';

/** A piece of a compared text; `only` = stands on this side alone. */
export interface DiffPiece { readonly text: string; readonly only: boolean }

/** Words with their apostrophes and hyphens, spaces, and every other sign apart. */
const words = (text: string): string[] => text.match(/[\p{L}\p{M}\p{N}ʼ’'-]+|\s+|[^\p{L}\p{M}\p{N}\s]/gu) ?? [];

/** Compares two texts word by word: the left one and the right one, each in its pieces. */
export function wordDiff(left: string, right: string): { readonly left: readonly DiffPiece[]; readonly right: readonly DiffPiece[] } {
  const parts = diffArrays(words(left), words(right));
  const side = (skip: 'added' | 'removed', mine: 'added' | 'removed'): DiffPiece[] =>
    parts.filter((part) => !part[skip]).map((part) => ({ text: part.value.join(''), only: part[mine] === true }));
  return { left: side('added', 'removed'), right: side('removed', 'added') };
}
