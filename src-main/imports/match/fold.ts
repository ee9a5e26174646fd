const APOSTROPHES = /['’‘ʼ`´ʹ′"]/g;
/** Nothing to see, but another text: soft hyphen, zero-width blanks, marks of direction. */
const INVISIBLE = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060\uFEFF]/g;
/** Latin letters that look like Cyrillic ones, small or capital. */
const LOOKALIKES: Readonly<Record<string, string>> = { a: 'а', b: 'в', c: 'с', e: 'е', h: 'н', i: 'і', k: 'к', m: 'м', o: 'о', p: 'р', t: 'т', x: 'х', y: 'у', ï: 'ї' };

/** Latin letters typed by mistake inside a Cyrillic word («Cрібне», «Iванівка») become Cyrillic; words of one alphabet stay. Takes small letters. */
export function healLetters(lower: string): string {
  if (!/[a-zï]/.test(lower) || !/[а-яіїєґ]/.test(lower)) return lower;
  return lower.replace(/[\p{L}ʼ]+/gu, (word) => (/[а-яіїєґ]/.test(word) ? word.replace(/[abcehikmoptxyï]/g, (c) => LOOKALIKES[c] ?? c) : word));
}

/** A text to be compared: small letters, healed alphabet, no apostrophes, single blanks; hyphens and brackets stay. */
export function foldCell(text: string): string {
  return healLetters(text.normalize('NFC').replace(INVISIBLE, '').toLowerCase()).replace(APOSTROPHES, '').replace(/[‐‑‒–—−]/g, '-').replace(/\s+/g, ' ').trim();
}

/** A Latin-only word made of look-alikes, in Cyrillic letters («COCHA» → «сосна»… read as Ukrainian); null when it has other letters. */
export function asCyrillic(folded: string): string | null {
  return /^[abcehikmoptxyï -]+$/.test(folded) ? folded.replace(/[a-zï]/g, (c) => LOOKALIKES[c] ?? c) : null;
}

/**
 * Number of typing errors between two texts: insertions, losses, exchanges and swapped neighbours (optimal string alignment),
 * given up above `limit` (then `limit + 1`).
 */
export function typingErrors(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      row.push(cost);
    }
    if (Math.min(...row) > limit) return limit + 1;
    [before, last] = [last, row];
  }
  return last[b.length] ?? 0;
}
