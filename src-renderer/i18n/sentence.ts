import type { Language } from '#contract/format.ts';
import type { Label, Sentence } from '#contract/models.ts';
import { hasCyrillic, lowerFirst, plain } from '../lib/text.ts';
import { periodText } from '../lib/period.ts';
import { hasText, translate } from './index.ts';

type Params = Sentence['params'];
/** A piece of a sentence: text of the reader's language, or a Ukrainian name inside it. */
export type Piece = { readonly text: string; readonly uk: boolean };

const isLabel = (value: unknown): value is Label => typeof value === 'object' && value !== null && 'uk' in value;
const OPEN = '\uE000';
const CLOSE = '\uE001';

/** Branches a sentence may stand in, and the names of measures and results that stand elsewhere. */
function candidates(key: string): readonly string[] {
  const [first = '', ...rest] = key.split('.');
  const inner = rest.join('.');
  const own = first === 'measure' ? [`measures.${inner}.full`] : first === 'result' ? [`traces.what.${inner}`] : [];
  return [...own, `traces.${key}`, `history.${key}`, key];
}

/** Key of the locales for a sentence of the program. */
const keyOf = (key: string, language: Language): string => candidates(key).find((one) => isText(one, language)) ?? key;
const isText = (key: string, language: Language): boolean => hasText(key, language) || hasText(`${key}_other`, language);

/** Measures, units and methods come as ids and are named in the reader's language. */
const NAMED: Readonly<Record<string, string>> = { measure: 'measures', method: 'methods', status: 'statuses' };

function named(name: string, value: string, language: Language): string {
  if (/period$/i.test(name)) return periodText(value, language);
  const area = NAMED[name];
  if (area === undefined) return value;
  const key = area === 'measures' ? `measures.${value}.full` : `${area}.${value}`;
  return hasText(key, language) ? translate(key, { lng: language }) : value;
}

/** Builds a text of the locales whose parameters may be Ukrainian names. */
export function pieces(key: string, params: Params | Readonly<Record<string, unknown>>, language: Language): readonly Piece[] {
  const ukrainian: string[] = [];
  const values: Record<string, unknown> = { lng: language };
  const keep = (text: string): string => `${OPEN}${ukrainian.push(text) - 1}${CLOSE}`;
  if (typeof params['measure'] === 'string' && !('place' in params)) values['place'] = placeOf(params, language).map((piece) => (piece.uk ? keep(piece.text) : piece.text)).join('');
  for (const [name, value] of Object.entries(params)) {
    if (name === 'what' && typeof value === 'string' && isText(keyOf(value, language), language)) {
      const { what: _, ...inner } = params;
      values[name] = lowerFirst(pieces(keyOf(value, language), inner, language).map((piece) => (piece.uk ? keep(piece.text) : piece.text)).join(''));
      continue;
    }
    const text = isLabel(value) ? (language === 'uk' ? value.uk : value.en ?? value.uk) : typeof value === 'string' ? named(name, value, language) : value;
    if (typeof text === 'number') values[name] = /year/i.test(name) ? String(text) : text;
    else if (typeof text === 'string' && language === 'en' && hasCyrillic(text)) values[name] = keep(text);
    else values[name] = text ?? '';
  }
  const whole: string = translate(key, values);
  return whole.split(/(\uE000\d+\uE001)/).filter((part) => part !== '').map((part) => {
    const index = part.startsWith(OPEN) ? Number(part.slice(1, -1)) : -1;
    return index < 0 ? { text: part, uk: false } : { text: ukrainian[index] ?? '', uk: true };
  });
}

/** «Догляд вдома – виявлено»: the figure a change was made in; the group or service stands by its name when the program gave one. */
function placeOf(params: Params | Readonly<Record<string, unknown>>, language: Language): readonly Piece[] {
  const measure = named('measure', String(params['measure']), language);
  const names = ['service', 'group', 'territory'].flatMap((name): readonly Piece[] => {
    const value = params[name];
    const text = isLabel(value) ? (language === 'uk' ? value.uk : value.en ?? value.uk) : typeof value === 'string' ? value.replace(/^s(?=\d)/, '') : '';
    return text === '' ? [] : [{ text: ', ', uk: false }, { text, uk: language === 'en' && hasCyrillic(text) }];
  }).slice(1);
  return names.length === 0 ? [{ text: measure, uk: false }] : [...names, { text: ` – ${lowerFirst(measure)}`, uk: false }];
}

/** The pieces of a sentence of the program. */
export const sentencePieces = (sentence: Sentence, language: Language): readonly Piece[] => pieces(keyOf(sentence.key, language), sentence.params, language);

/** A sentence as plain text, for accessible names: Ukrainian names in Latin letters in English. */
export const sentencePlain = (sentence: Sentence, language: Language): string =>
  sentencePieces(sentence, language).map((piece) => (piece.uk ? plain({ uk: piece.text, en: null }, language) : piece.text)).join('');

/** A sentence as it will be copied: names stay as they are written. */
export const sentenceText = (sentence: Sentence, language: Language): string => sentencePieces(sentence, language).map((piece) => piece.text).join('');
