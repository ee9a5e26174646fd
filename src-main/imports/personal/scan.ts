import { foldCell } from '../match/fold.ts';
import { isGiven, isPatronymic, isSurname, isThing, maybeGiven, OF_PLACE, SURNAME_WEAK } from './words.ts';

/** What a word may be, as bits. */
export const GIVEN_NAME = 1;
export const PATRONYMIC = 2;
/** A surname by its ending; `MAYBE` = the ending is shared with other words. */
export const SURNAME = 4;
export const MAYBE = 8;
export const THING = 16;
export const PART_OF_PLACE = 32;
export const STREET_WORD = 64;
/** «тел.», «паспорт», «народж.»: what stands after them is known by the word. */
export const PHONE_WORD = 128;
export const PAPER_WORD = 256;
export const BIRTH_WORD = 512;
/** A given name in another case, or a word that is also a given name. */
export const MAYBE_GIVEN = 1024;

const STREET = /^(?:вул|вулиц[яіюи]|ул|улица|пров|провулок|провулку|просп|проспект|проспекту|пр|пр-т|пр-кт|бульв|бульвар|бульвару|б-р|мкр|мкрн|мікрорайон|str|площа|пл|майдан|шосе|узвіз|тупик|проїзд|набережна|квартал|масив|хутір|алея|буд|б|д|квартира|кв)$/u;

const PHONE = /^(?:тел|телефон\p{L}*|моб|мобільн\p{L}*|т|факс|tel|phone|mob|viber|вайбер)$/u;
const PAPER = /^(?:паспорт|посвідчен|свідоцтв|серія$|унзр|passport|картк|карт[аиу]$|id$|ід$|card)/u;
const BIRTH = /^(?:нар|народж|народив|народил|рн$|дн$|born|рнар)/u;

interface Known { readonly word: string; readonly bits: number }
const known = new Map<string, Known>();

/** A word as the guard knows it; answers are kept, since words of a table repeat. */
function lookUp(raw: string): Known {
  const kept = known.get(raw);
  if (kept) return kept;
  const word = foldCell(raw);
  const end = word.slice(word.lastIndexOf('-') + 1);
  const bits = word.length > 40 ? 0
    : (isGiven(word) ? GIVEN_NAME : 0) | (isPatronymic(word) ? PATRONYMIC : 0) | (isSurname(end) ? SURNAME : 0) | (end.length > 3 && SURNAME_WEAK.test(end) ? MAYBE : 0)
      | (maybeGiven(word) ? MAYBE_GIVEN : 0) | (isThing(word) ? THING : 0) | (OF_PLACE.test(word) ? PART_OF_PLACE : 0) | (STREET.test(word) ? STREET_WORD : 0)
      | (PHONE.test(word) ? PHONE_WORD : 0) | (PAPER.test(word) ? PAPER_WORD : 0) | (BIRTH.test(word) ? BIRTH_WORD : 0);
  const made = { word, bits };
  if (known.size > 60_000) known.clear();
  if (raw.length < 40) known.set(raw, made);
  return made;
}

/** A word of a text, folded: begins with a capital, is all capitals, a point follows, an initial. */
export interface Token { readonly word: string; readonly bits: number; readonly capital: boolean; readonly shouted: boolean; readonly dot: boolean; readonly initial: boolean; readonly from: number; readonly to: number }
/** One look at a text: its words, what they may be together, how many digits it has. `run` = most digits without a letter between; `solid` = bit n: n digits stand together; `series` = six digits after two letters. */
export interface Scan { readonly text: string; readonly tokens: readonly Token[]; readonly bits: number; readonly initials: number; readonly digits: number; readonly run: number; readonly solid: number; readonly series: boolean; readonly at: boolean }

const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 0xC0 && code <= 0x24F) || (code >= 0x370 && code <= 0x52F) || code === 0x301 || code === 0x306 || code === 0x308;
const isJoint = (code: number): boolean => code === 0x27 || code === 0x2019 || code === 0x2018 || code === 0x2BC || code === 0x60 || code === 0xB4 || code === 0x22 || code === 0x2D || code === 0x2032 || code === 0xAD || code === 0x200B;
/** Two letters that begin one sound may be an initial («Ю.», «Yu.»). */
const PAIR = /^(?:дж|дз|iu|yu|ya|ye|yi|zh|kh|ts|ch|sh)$/;

/** Reads a text once, letter by letter. */
export function scan(text: string): Scan {
  const tokens: Token[] = [];
  let bits = 0;
  let initials = 0;
  let digits = 0;
  let at = false;
  let since = 0;
  let run = 0;
  let solid = 0;
  let series = false;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code >= 48 && code <= 57) {
      let to = i + 1;
      for (let next = text.charCodeAt(to); next >= 48 && next <= 57; next = text.charCodeAt(to)) to += 1;
      digits += to - i;
      since += to - i;
      run = Math.max(run, since);
      solid |= 1 << Math.min(to - i, 30);
      const before = tokens.at(-1);
      if (to - i === 6 && before && i - before.to <= 4 && before.to - before.from <= 7 && (before.word.length === 2 || before.word.charAt(before.word.length - 3) === '-')) series = true;
      i = to - 1;
      continue;
    }
    if (code === 0x40 || code === 0xFF20) { at = true; continue; }
    if (!isLetter(code)) continue;
    since = 0;
    let to = i + 1;
    while (to < text.length) {
      const next = text.charCodeAt(to);
      if (!isLetter(next) && !(isJoint(next) && to + 1 < text.length && isLetter(text.charCodeAt(to + 1)))) break;
      to += 1;
    }
    const raw = text.slice(i, to);
    const { word, bits: own } = lookUp(raw);
    const first = raw.charAt(0);
    const capital = first !== first.toLowerCase();
    const dot = text.charCodeAt(to) === 46;
    const initial = (word.length === 1 && (capital || dot)) || (dot && PAIR.test(word));
    if (initial) initials += 1;
    bits |= own;
    tokens.push({ word, bits: own, capital, shouted: raw.length > 1 && capital && raw === raw.toUpperCase(), dot, initial, from: i, to });
    i = to - 1;
  }
  return { text, tokens, bits, initials, digits, run, solid, series, at };
}
