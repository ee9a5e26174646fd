import { foldCell } from '../match/fold.ts';
import { GIVEN, GIVEN_CASES, IN_HONOUR, isPatronymic, NOT_PERSON, SURNAME_STRONG, SURNAME_WEAK } from './words.ts';

/** A word of a text: folded, whether it begins with a capital, whether it is all capitals, and where. */
interface Token { readonly word: string; readonly capital: boolean; readonly shouted: boolean; readonly dot: boolean; readonly from: number; readonly to: number }

const WORD = /\p{L}[\p{L}\p{M}'’‘ʼ`´ʹ′"]*(?:-\p{L}[\p{L}\p{M}'’‘ʼ`´]*)*/gu;

function tokens(text: string): Token[] {
  const found: Token[] = [];
  for (const match of text.matchAll(WORD)) {
    const raw = match[0];
    const to = match.index + raw.length;
    const first = raw.charAt(0);
    found.push({ word: foldCell(raw), capital: first !== first.toLowerCase(), shouted: raw.length > 1 && raw === raw.toUpperCase(), dot: text.charAt(to) === '.', from: match.index, to });
  }
  return found;
}

const isGiven = (word: string): boolean => GIVEN.has(word) || GIVEN_CASES.has(word);
const lastPart = (word: string): string => word.slice(word.lastIndexOf('-') + 1);
const isStrong = (word: string): boolean => word.length > 4 && SURNAME_STRONG.test(lastPart(word));
const isWeak = (word: string): boolean => word.length > 3 && SURNAME_WEAK.test(lastPart(word));
const isInitial = (t: Token | undefined): boolean => t !== undefined && (t.word.length === 1 || (t.dot && t.word.length === 2 && /^(?:ю|я|є|ї|дж|дз|iu|yu|ya|ye|zh|kh|ts|ch|sh)/.test(t.word)));
/** «с. Іванівка», «м. Суми», «р. Дніпро»: one small letter before a name is not an initial. */
const isPlacePrefix = (t: Token): boolean => /^[смхрогд]$/.test(t.word) && !t.capital;

/** The words of a text that are a name whatever stands around: a name with a patronymic, a surname with initials, a given name beside a surname. */
function inside(text: string, list: readonly Token[]): boolean {
  for (let i = 0; i < list.length; i += 1) {
    const [a, b, c] = [list[i], list[i + 1], list[i + 2]];
    if (!a) continue;
    const near = (x: Token, y: Token): boolean => y.from - x.to <= 3;
    const honoured = (): boolean => IN_HONOUR.test(foldCell(text.slice(Math.max(0, a.from - 24), a.from)));
    if (b && near(a, b)) {
      if (isPatronymic(b.word) && a.word.length > 1 && (isGiven(a.word) || (a.capital && b.capital && c !== undefined && near(b, c) && (isStrong(c.word) || isWeak(c.word)))) && !honoured()) return true;
      if (((isGiven(a.word) && isStrong(b.word)) || (isStrong(a.word) && isGiven(b.word))) && a.capital === b.capital && !honoured()) return true;
      // «Іваненко І. І.», «І. І. Іваненко»
      if (c && near(b, c)) {
        if (a.word.length > 2 && a.capital && isInitial(b) && isInitial(c) && b.capital && (b.dot || c.dot) && !honoured()) return true;
        if (isInitial(a) && isInitial(b) && a.capital && b.capital && a.dot && c.capital && c.word.length > 2 && !honoured()) return true;
      }
      if (isStrong(a.word) && a.capital && isInitial(b) && b.capital && b.dot && !honoured()) return true;
      if (isInitial(a) && a.capital && a.dot && isStrong(b.word) && b.capital && !honoured()) return true;
    }
  }
  return false;
}

/** A text that is nothing but a name: 2–4 words (and initials) without digits. */
function bare(list: readonly Token[]): boolean {
  const initials = list.filter(isInitial);
  const words = list.filter((t) => !isInitial(t));
  const [a, b, c] = words;
  if (!a || words.length > 4 || initials.length > 2) return false;
  if (words.length >= 2 && words.some((t) => isPatronymic(t.word))) return true;
  if (initials.length > 0) {
    if (words.length > 2 || initials.some(isPlacePrefix)) return initials.length === 2 && words.length === 1 && isStrong(a.word);
    if (words.length === 2) return b !== undefined && (isStrong(a.word) || isStrong(b.word) || isGiven(a.word) || isGiven(b.word));
    return initials.length === 2 ? a.word.length > 1 : isStrong(a.word) || isWeak(a.word) || (a.word.length > 2 && a.capital && !a.shouted && initials[0]?.dot === true && initials[0].capital);
  }
  if (words.length === 1 || !b) return false;
  // «Мороз ОВ»: initials without points.
  if (words.length === 2 && b.shouted && b.word.length === 2 && a.capital && !a.shouted) return isStrong(a.word) || isWeak(a.word);
  if (words.length === 2) {
    if (isGiven(a.word) && isGiven(b.word)) return true;
    if (GIVEN.has(a.word) !== GIVEN.has(b.word)) { const other = GIVEN.has(a.word) ? b : a; return other.word.length > 2 && !/^(?:[нсв]ова|стара|велик[аіе]|мала|верхн.+|нижн.+)$/.test(other.word); }
    return (isStrong(a.word) && (isWeak(b.word) || b.word.length > 3)) || (isStrong(b.word) && a.word.length > 3);
  }
  return words.length === 3 && c !== undefined && words.some((t) => isGiven(t.word)) && words.filter((t) => isStrong(t.word) || isWeak(t.word)).length > 0;
}

/** Does a text hold a person's name? Streets and institutions named after people, places and services do not count. */
export function hasName(text: string): boolean {
  if (text.length < 4 || !/\p{L}{2}/u.test(text)) return false;
  const list = tokens(text);
  if (list.length < 2) return false;
  if (list.length <= 6 && !/\d/.test(text) && !NOT_PERSON.test(foldCell(text)) && !IN_HONOUR.test(foldCell(text.slice(0, list.at(-1)?.from)))) if (bare(list)) return true;
  return inside(text, list);
}

/** One word that may be a surname, a given name or a patronymic: enough only for a whole column of them. */
export function singleName(text: string): 'strong' | 'weak' | null {
  const list = tokens(text);
  const [only] = list;
  if (list.length !== 1 || !only || /\d/.test(text)) return null;
  return isStrong(only.word) || GIVEN.has(only.word) || isPatronymic(only.word) ? 'strong' : isWeak(only.word) ? 'weak' : null;
}
