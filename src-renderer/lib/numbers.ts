import { formatDate, formatValue, formatValueRange, roundFor, type Language } from '#contract/format.ts';
import type { Cell, Num, Unit } from '#contract/models.ts';
import { translate } from '../i18n/index.ts';

/** How a number of a page reads: «137», «від 2», «н/д», «+26»; empty when it does not apply. */
export function numText(num: Num, language: Language): string {
  if (num.state === 'na') return '';
  const bound = boundOf(num, language);
  if (bound !== null) return translate(`states.sign.${bound.side}`, { lng: language, value: bound.text });
  if (num.value === null || num.state === 'unknown') return translate('states.sign.unknown', { lng: language });
  return formatValue(num.value, num.unit, language, { sign: num.state === 'conflict' && num.value > 0 });
}

/** What is known of a number that is only partly known: «від 2» when it is at least that, «до 25» when it is at most that; null otherwise. */
function boundOf(num: Num, language: Language): { readonly side: 'partial' | 'atMost'; readonly text: string } | null {
  if (num.state !== 'partial') return null;
  const least = num.value ?? num.low;
  if (least !== null) return { side: 'partial', text: formatValue(least, num.unit, language) };
  return num.high === null ? null : { side: 'atMost', text: formatValue(num.high, num.unit, language) };
}

/** The approved value where it reads otherwise now: «137», «н/д»; null when there is none to show. */
export const approvedText = (num: Num, language: Language): string | null =>
  (num.approved === undefined ? null : num.approved === null ? translate('states.sign.unknown', { lng: language }) : formatValue(num.approved, num.unit, language));

/** Bounds as text, or null when they are not known or equal the value. */
export function boundsText(num: Num, language: Language): string | null {
  if (num.low === null || num.high === null || num.state === 'unknown' || num.state === 'na') return null;
  if (roundFor(num.low, num.unit) === roundFor(num.high, num.unit)) return null;
  return formatValueRange(num.low, num.high, num.unit, language);
}

/** How old a figure is: its date, or that its source gives none; empty when there is no source either. */
export function dated(figure: Pick<Cell, 'asOf' | 'source'>, language: Language): string {
  if (figure.asOf !== '') return formatDate(figure.asOf, language);
  return figure.source === '' ? '' : translate('figures.noDate', { lng: language });
}

/** Name of a unit after a number, in the right form: «1 особа», «2 особи», «5 осіб»; empty for per cent. */
export function unitAfter(value: number | null, unit: Unit, language: Language): string {
  if (unit === 'share' || unit === 'count' || unit === 'amount') return '';
  return translate(`units.${unit}.of`, { lng: language, count: value === null ? 0 : Math.abs(roundFor(value, unit)) });
}

/** Name of a unit for the head of a column: «осіб». */
export const unitHead = (unit: Unit, language: Language): string => translate(`units.${unit}.head`, { lng: language });

/** A number in words, for screen readers: value, unit, range, state, and the approved value where it differs. */
export function numWords(num: Num, language: Language): string {
  const approved = approvedText(num, language);
  return approved === null ? wordsOf(num, language) : `${wordsOf(num, language)}, ${translate('states.approved', { lng: language, value: approved })}`;
}

function wordsOf(num: Num, language: Language): string {
  const t = (key: string, more: Record<string, unknown> = {}): string => translate(key, { lng: language, ...more });
  if (num.state === 'na') return t('states.na');
  const bound = boundOf(num, language);
  if (bound !== null) return `${t(`states.${bound.side}`)} ${bound.text}${named(unitHead(num.unit, language), num.unit)}`;
  if (num.value === null || num.state === 'unknown') return t('states.unknown');
  const value = formatValue(num.value, num.unit, language) + named(unitAfter(num.value, num.unit, language), num.unit);
  const bounds = boundsText(num, language);
  const words = [value];
  if (bounds !== null) words.push(t('common.bounds', { range: bounds }));
  if (num.state !== 'known' && num.state !== 'computed') words.push(t(`states.${num.state}`));
  else if (num.assumed) words.push(t('states.assumption'));
  if (num.recalled) words.push(t('states.recalled'));
  return words.join(', ');
}

/** A unit as it follows a number in words; per cent signs and bare counts need none. */
const named = (name: string, unit: Unit): string => (name === '' || name === '%' || unit === 'count' || unit === 'amount' ? '' : ` ${name}`);
