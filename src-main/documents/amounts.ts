import { formatValue, formatValueRange } from '../contract/format.ts';
import type { Num } from '../contract/models.ts';
import { bound, shown } from './needsReport/amounts.ts';
import type { Language } from './tree.ts';

/** How numbers stand in papers: not known, at least, «~» for what rests on assumptions, «*» for what rests on a recalled norm. */
export interface NumberWords { readonly unknown: string; readonly atLeast: (n: string) => string; readonly na: string }
/** These words in both languages. */
export const NUMBER_WORDS: Readonly<Record<Language, NumberWords>> = {
  uk: { unknown: 'н/д', atLeast: (n) => `від ${n}`, na: '' }, en: { unknown: 'n/k', atLeast: (n) => `from ${n}`, na: '' },
};

/** A number as a paper prints it: rounded as on the screen, with its marks; bounds alone as a range. */
export function numberText(num: Num, language: Language): string {
  const words = NUMBER_WORDS[language];
  if (num.state === 'na') return words.na;
  const value = shown(num);
  if (value !== null) return `${num.assumed ? '~\u00a0' : ''}${formatValue(value, num.unit, language)}${num.recalled ? '*' : ''}`;
  const [low, high] = [bound(num.low, num), bound(num.high, num)];
  if (num.state === 'unknown' || num.state === 'carried' || low === null) return words.unknown;
  return high === null ? words.atLeast(formatValue(low, num.unit, language)) : formatValueRange(low, high, num.unit, language);
}

/** Bounds of a number that has a value and an interval: «3–5»; '' = none. */
export const boundsText = ({ low, high, unit, value }: Num, language: Language): string => (value === null || low === null || high === null || low === high ? '' : formatValueRange(low, high, unit, language));
