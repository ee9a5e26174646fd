/**
 * Ukrainian names in Latin letters by the table of the Cabinet of Ministers' resolution of 27.01.2010 No 55:
 * Zghurskyi, Yenakiieve, Znamianka. One way only; what is not Ukrainian stays as it is.
 */
const LETTERS: Readonly<Record<string, string>> = {
  а: 'a', б: 'b', в: 'v', г: 'h', ґ: 'g', д: 'd', е: 'e', є: 'ie', ж: 'zh', з: 'z', и: 'y', і: 'i', ї: 'i', й: 'i', к: 'k', л: 'l',
  м: 'm', н: 'n', о: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ф: 'f', х: 'kh', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'shch', ь: '', ю: 'iu', я: 'ia',
};
/** Letters written otherwise at the beginning of a word. */
const FIRST: Readonly<Record<string, string>> = { є: 'ye', ї: 'yi', й: 'y', ю: 'yu', я: 'ya' };
const APOSTROPHES = "'’‘ʼ`´′ʹ";

/** Transliterates a Ukrainian text for the English edition, keeping the case of each letter («ЮРІЙ» → "YURII", «Юрій» → "Yurii"). */
export function translit(text: string): string {
  const letters = [...text.normalize('NFC')];
  const isLetter = (c: string | undefined): boolean => c !== undefined && /\p{L}/u.test(c);
  const isUpper = (c: string | undefined): boolean => c !== undefined && isLetter(c) && c !== c.toLowerCase();
  let out = '';
  for (let i = 0; i < letters.length; i++) {
    const letter = letters[i] ?? '';
    const before = letters[i - 1];
    const after = letters[i + 1];
    if (APOSTROPHES.includes(letter) && isLetter(before) && isLetter(after)) continue;
    const lower = letter.toLowerCase();
    const starts = !isLetter(before) && !(before !== undefined && APOSTROPHES.includes(before) && isLetter(letters[i - 2]));
    const joined = lower === 'г' && before?.toLowerCase() === 'з' ? 'gh' : undefined;
    const latin = joined ?? (starts ? FIRST[lower] : undefined) ?? LETTERS[lower];
    if (latin === undefined) { out += letter; continue; }
    if (letter === lower) { out += latin; continue; }
    const shouting = isUpper(after) || (!isLetter(after) && isUpper(before));
    out += shouting ? latin.toUpperCase() : latin.charAt(0).toUpperCase() + latin.slice(1);
  }
  return out;
}
