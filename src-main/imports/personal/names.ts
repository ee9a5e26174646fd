import { foldCell } from '../match/fold.ts';
import { GIVEN_NAME, MAYBE, MAYBE_GIVEN, PART_OF_PLACE, PATRONYMIC, scan, type Scan, SURNAME, THING, type Token } from './scan.ts';
import { IN_HONOUR } from './words.ts';

const is = (t: Token | undefined, bits: number): boolean => t !== undefined && (t.bits & bits) !== 0;
/** «с. Іванівка», «м. Суми», «С. ІВАНІВКА»: one such letter beside a name is not an initial, unless only the letter is a capital. */
const isPlacePrefix = (t: Token, name: Token): boolean => /^[смхрогд]$/.test(t.word) && (!t.capital || name.shouted);
const near = (a: Token, b: Token): boolean => b.from - a.to <= 3;

/** The words of a text that are a name whatever stands around: a given name with a patronymic or a surname, a surname with initials. */
function inside({ text, tokens }: Scan): boolean {
  return tokens.some((a, i) => {
    const [b, c] = [tokens[i + 1], tokens[i + 2]];
    if (!b || !near(a, b)) return false;
    const third = c && near(b, c) ? c : undefined;
    const fits = (is(b, PATRONYMIC) && a.word.length > 1 && (is(a, GIVEN_NAME | MAYBE_GIVEN) || (a.capital && b.capital && !is(a, THING))))
      || (((is(a, GIVEN_NAME | MAYBE_GIVEN) && is(b, SURNAME)) || (is(a, SURNAME) && is(b, GIVEN_NAME | MAYBE_GIVEN))) && a.capital === b.capital)
      // «Іваненко І. І.», «І. І. Іваненко»
      || (third !== undefined && a.word.length > 2 && a.capital && b.initial && third.initial && b.capital && b.dot)
      || (third !== undefined && a.initial && b.initial && a.capital && b.capital && a.dot && third.capital && third.word.length > 2)
      || (is(a, SURNAME) && a.capital && b.initial && b.capital && b.dot)
      || (a.initial && a.capital && a.dot && is(b, SURNAME) && b.capital);
    return fits && !IN_HONOUR.test(foldCell(text.slice(Math.max(0, a.from - 24), a.from)));
  });
}

/** Two capitals that are a body or a number, not initials. */
const BODIES = /^(?:тг|со|мр|ср|рв|вп|цр|ку|кп|го|нп|рс|рр|по|[іivх]{2})$/u;

/** A text that is nothing but a name: 2–4 words (and initials) without digits. */
function bare(tokens: readonly Token[]): boolean {
  const initials = tokens.filter((t) => t.initial);
  const words = tokens.filter((t) => !t.initial);
  const [a, b, c] = words;
  const [first] = initials;
  if (!a || words.length > 4 || initials.length > 2) return false;
  if (words.length >= 2 && words.some((t) => is(t, PATRONYMIC))) return true;
  if (first) {
    if (words.length > 2) return false;
    if (initials.some((t) => isPlacePrefix(t, a))) return !b && ((is(a, SURNAME) && (first.capital || first.from > a.from)) || (initials.length === 2 && first.dot));
    if (b) return is(a, SURNAME | GIVEN_NAME) || is(b, SURNAME | GIVEN_NAME);
    return initials.length === 2 ? a.word.length > 1 : is(a, SURNAME | MAYBE) || (a.word.length > 2 && a.capital && !a.shouted && first.dot && first.capital);
  }
  if (!b) return false;
  // «коваленко і п»
  if (is(a, SURNAME) && words.slice(1).every((t) => t.word.length === 1) && words.length > 2) return true;
  if (!c) {
    // «Мороз ОВ»: initials without points.
    if (b.shouted && b.word.length === 2 && !BODIES.test(b.word) && a.capital && !a.shouted) return is(a, SURNAME | MAYBE);
    if (a.capital !== b.capital) return false;
    const given = (t: Token, other: Token): boolean => is(t, GIVEN_NAME) || (is(t, MAYBE_GIVEN) && t.capital && is(other, SURNAME | MAYBE | GIVEN_NAME));
    const [one, two] = [given(a, b), given(b, a)];
    if (one && two) return true;
    if ((is(a, PART_OF_PLACE) && !(two && a.word.endsWith('ий'))) || (is(b, PART_OF_PLACE) && !(one && b.word.endsWith('ий')))) return false;
    if (one || two) return (one ? b : a).word.length > 2;
    return a.capital && (is(a, SURNAME) || is(b, SURNAME)) && a.word.length > 3 && b.word.length > 3;
  }
  return words.length === 3 && words.some((t) => is(t, GIVEN_NAME)) && words.some((t) => is(t, SURNAME | MAYBE));
}

/** Does a text hold a person's name? Streets and institutions named after people, places and services do not count. */
export function nameIn(seen: Scan): boolean {
  const { tokens, text } = seen;
  if (tokens.length < 2) return false;
  const lone = tokens.length === 2 && tokens[1]?.shouted === true && tokens[1].word.length === 2;
  if ((seen.bits & (GIVEN_NAME | MAYBE_GIVEN | PATRONYMIC | SURNAME)) === 0 && seen.initials === 0 && !lone) return false;
  if (tokens.length <= 6 && seen.digits === 0 && (seen.bits & THING) === 0 && bare(tokens) && !IN_HONOUR.test(foldCell(text.slice(0, tokens.at(-1)?.from)))) return true;
  return inside(seen);
}

/** {@link nameIn} of a text. */
export const hasName = (text: string): boolean => nameIn(scan(text));

/** One word that may be a surname, a given name or a patronymic: enough only for a whole column of them. */
export function singleName({ tokens, digits }: Scan): 'strong' | 'weak' | null {
  const [only] = tokens;
  if (tokens.length !== 1 || !only || digits > 0) return null;
  return is(only, SURNAME | GIVEN_NAME | PATRONYMIC) || (is(only, MAYBE_GIVEN) && only.capital) ? 'strong' : is(only, MAYBE) ? 'weak' : null;
}
