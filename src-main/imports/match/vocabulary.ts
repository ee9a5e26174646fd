import { foldCell } from './fold.ts';

/** Words that many names share and that tell nothing. */
const STOP = new Set('особи осіб особа особам людей люди громадян громадяни та і й або чи у в на з із зі що які який яких до від для по за при не їх їхніх інші інших кількість чисельність усього всього разом тис шт од members of the and with persons people number in a to who are'.split(' '));
const SAME: readonly (readonly [RegExp, string])[] = [[/^(?:діт(?:и|ей|ям|ьми|ях)|дитин\p{L}*|дитяч\p{L}*|children|child)$/u, 'діт'], [/^(?:сім(?:я|ї|ей|ям|ю|єю|ями)|родин\p{L}*|famil\p{L}*)$/u, 'сім'], [/^(?:[іi1]|перш\p{L}+)$/u, '1']];

/** The telling words of a text, folded. */
export function tellingWords(text: string): string[] {
  return foldCell(text).replaceAll('ʼ', '').split(/[^\p{L}\d.]+/u).map((w) => w.replace(/^\.+|\.+$/g, '')).map((w) => SAME.find(([p]) => p.test(w))?.[1] ?? w).filter((w) => w !== '' && !STOP.has(w));
}

/** Two forms of one word: short ones (ВПО, УБД) must be equal, long ones share all but an ending. */
export function alike(a: string, b: string): boolean {
  if (a === b) return true;
  const short = Math.min(a.length, b.length);
  if (short < 5 || Math.abs(a.length - b.length) > 4) return false;
  const need = Math.max(4, short - 3);
  return a.slice(0, need) === b.slice(0, need);
}

/** What a text names in a list, with how sure that is, 0–1. */
export interface Named { readonly id: string; readonly certainty: number }
export type Finder = (text: string) => Named | null;

/**
 * A finder of names: words weigh by their rarity in the list; a name counts when at least 60 % of its weight stands in the text, and the name with the
 * most weight wins. Two different ids of equal weight = nothing is named.
 */
export function createFinder(list: readonly { readonly id: string; readonly names: readonly string[] }[]): Finder {
  const names = list.flatMap(({ id, names }) => names.map((name) => ({ id, words: [...new Set(tellingWords(name))] }))).filter((n) => n.words.length > 0);
  const ids = new Map<string, Set<string>>();
  for (const { id, words } of names) for (const word of words) ids.set(word, (ids.get(word) ?? new Set()).add(id));
  const weight = (word: string): number => 1 / Math.sqrt(ids.get(word)?.size ?? 1);
  const kept = new Map<string, Named | null>();
  const find = (text: string): Named | null => {
    const asked = [...new Set(tellingWords(text.slice(0, 400)))];
    let best: { id: string; score: number; certainty: number } | null = null;
    let tied = false;
    for (const { id, words } of names) {
      let all = 0;
      let met = 0;
      let used = 0;
      for (const word of words) {
        const w = weight(word);
        all += w;
        if (asked.some((a) => alike(a, word))) { met += w; used += 1; }
      }
      const share = met / all;
      if (share < 0.6) continue;
      const certainty = share * Math.min(1, 0.4 + 0.6 * (used / asked.length));
      const score = met * share + 0.01 * certainty;
      if (best === null || score > best.score + 1e-9) { best = { id, score, certainty }; tied = false; }
      else if (best.id !== id && Math.abs(score - best.score) <= 1e-9) tied = true;
    }
    return best === null || tied ? null : { id: best.id, certainty: best.certainty };
  };
  return (text) => {
    const known = kept.get(text);
    if (known !== undefined) return known;
    const found = find(text);
    if (kept.size < 5_000) kept.set(text, found);
    return found;
  };
}
