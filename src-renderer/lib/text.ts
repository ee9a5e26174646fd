import { translit } from '#contract/translit.ts';
import type { Language } from '#contract/format.ts';
import type { Label } from '#contract/models.ts';

/** Does the text hold Ukrainian letters? Such a text needs `lang="uk"` in the English window. */
export const hasCyrillic = (text: string): boolean => /\p{Script=Cyrillic}/u.test(text);

/** A label as plain text for accessible names, titles and sorting: English or, without a translation, Latin letters. */
export function plain(label: Label, language: Language): string {
  return language === 'uk' ? label.uk : label.en ?? translit(label.uk);
}

/** Any text as plain text of the reader's alphabet. */
export const plainText = (text: string, language: Language): string => (language === 'uk' ? text : translit(text));

/** A label as it is shown, in one string (the element that shows it needs `lang="uk"` when {@link hasCyrillic} in English). */
export const shown = (label: Label, language: Language): string => (language === 'uk' ? label.uk : label.en ?? label.uk);

/** `lang` of a field that holds a text people typed. */
export const langOfText = (text: string): 'uk' | undefined => (hasCyrillic(text) ? 'uk' : undefined);

/** Does a source name a public address of the web, so that anybody can look the number up? */
export const namesAddress = (source: string): boolean => /(?:^|[\s,(«"/])(?:[a-z0-9-]+\.)+[a-z]{2,}(?=[/\s,;.)»"]|$)/i.test(source);

/** A sentence as the second half of another one: «Скасувати: вставлено 40 чисел». */
export const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
