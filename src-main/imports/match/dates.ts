import { parseDate } from '../../contract/parse.ts';
import type { RawCell } from '../types.ts';
import { foldCell } from './fold.ts';

/** A span of time a text names. `asOf` = one day («станом на»); all days are ISO, ends included. */
export interface Period { readonly kind: 'asOf' | 'year' | 'half' | 'quarter' | 'months' | 'month' | 'range'; readonly year: number; readonly from: string; readonly to: string }

const MONTHS = ['січ', 'лют', 'берез', 'квіт', 'трав', 'черв', 'лип', 'серп', 'верес', 'жовт', 'листопад', 'груд'];
const WORDY = /(?<!\d)(\d{1,2})\s+(січ|лют|берез|квіт|трав|черв|лип|серп|верес|жовт|листопад|груд)\p{L}*\s+(\d{4})(?!\d)/u;

const iso = (year: number, month: number, day: number): string | null => {
  const at = new Date(Date.UTC(year, month - 1, day));
  return year >= 1991 && year <= 2100 && at.getUTCMonth() === month - 1 && at.getUTCDate() === day ? at.toISOString().slice(0, 10) : null;
};
const lastDay = (year: number, month: number): string => new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
const span = (kind: Period['kind'], year: number, first: number, last: number): Period | null => {
  const from = iso(year, first, 1);
  return from === null ? null : { kind, year, from, to: lastDay(year, last) };
};

/** Excel's day number (1900 system; `system1904` = books of old Macs) as an ISO day; null outside 1991–2100. */
export function fromSerial(serial: number, system1904 = false): string | null {
  const whole = Math.floor(serial) + (system1904 ? 1462 : 0);
  if (!Number.isFinite(whole) || whole < 33_239 || whole > 73_415) return null;
  return new Date(Date.UTC(1899, 11, 30 + whole)).toISOString().slice(0, 10);
}

/** The day of a cell: '' = not known, null = no day between 1991 and 2100. Numbers are day numbers of Excel. */
export function readDate(cell: RawCell, system1904 = false): string | null {
  if (cell === null) return '';
  if (typeof cell === 'number') return fromSerial(cell, system1904);
  if (typeof cell === 'object') return 'date' in cell ? parseDate(cell.date) : null;
  if (typeof cell === 'boolean' || cell.length > 100) return null;
  const plain = parseDate(cell.replace(/\s+\d{1,2}:\d{2}(?::\d{2})?$/, ''));
  if (plain !== null) return plain;
  const short = /^\s*(\d{1,2})[./](\d{1,2})[./](\d{2})(?:\s*р\.?)?\s*$/.exec(cell);
  if (short) return iso(2000 + Number(short[3]), Number(short[2]), Number(short[1]));
  const period = readPeriod(cell);
  return period?.kind === 'asOf' ? period.from : null;
}

const ROMAN: Readonly<Record<string, number>> = { і: 1, i: 1, іі: 2, ii: 2, ііі: 3, iii: 3, іv: 4, iv: 4, '1': 1, '2': 2, '3': 3, '4': 4 };
const ROMAN_WORD = '([іi]{1,3}|[іi]v|[1-4])';
const YEAR = '(\\d{4})';

/** Folds for periods: alphabets of Roman numbers are kept as typed, «й» and «ий» after digits dropped. */
const folded = (text: string): string => foldCell(text).replace(/(\d)-?(?:й|ий|го|ше|ге|те|е)(?![\p{L}])/gu, '$1');

/**
 * The time a text names: «станом на 01.01.2026», «на 1 січня 2026 року», «2025 рік», «за 2025 р.», «І кв. 2025», «II півріччя 2025»,
 * «9 місяців 2025», «січень 2025», «01.01.2025 – 31.12.2025»; null when it names none, or more than one year without a range.
 */
export function readPeriod(text: string): Period | null {
  if (text.length > 400) return null;
  const t = folded(text);
  const days = [...t.matchAll(/(?<!\d)(?:(\d{1,2})[./](\d{1,2})[./](\d{4})|(\d{4})-(\d{2})-(\d{2}))(?!\d)/g)]
    .map((m) => (m[4] ? iso(Number(m[4]), Number(m[5]), Number(m[6])) : iso(Number(m[3]), Number(m[2]), Number(m[1]))));
  const [first, second] = days;
  if (days.length === 2 && first && second && first <= second) return { kind: 'range', year: Number(second.slice(0, 4)), from: first, to: second };
  if (days.length === 1 && first) return { kind: 'asOf', year: Number(first.slice(0, 4)), from: first, to: first };
  if (days.length > 0) return null;
  const wordy = WORDY.exec(t);
  if (wordy) {
    const day = iso(Number(wordy[3]), MONTHS.indexOf(wordy[2] ?? '') + 1, Number(wordy[1]));
    return day === null ? null : { kind: 'asOf', year: Number(wordy[3]), from: day, to: day };
  }
  const quarter = new RegExp(`(?<![\\p{L}\\d])${ROMAN_WORD}\\s*(?:кв(?:\\.|артал\\p{L}*)?|q)\\s*,?\\s*${YEAR}(?!\\d)`, 'u').exec(t) ?? new RegExp(`(?<![\\p{L}\\d])q([1-4])\\s*${YEAR}(?!\\d)`, 'u').exec(t);
  if (quarter) { const q = ROMAN[quarter[1] ?? ''] ?? 0; return span('quarter', Number(quarter[2]), q * 3 - 2, q * 3); }
  const half = new RegExp(`(?<![\\p{L}\\d])([іi]{1,2}|[12])\\s*(?:півріч\\p{L}*|п/р)\\s*,?\\s*${YEAR}(?!\\d)`, 'u').exec(t);
  if (half) { const h = ROMAN[half[1] ?? ''] ?? 0; return span('half', Number(half[2]), h * 6 - 5, h * 6); }
  const months = new RegExp(`(?<!\\d)(\\d{1,2})\\s*(?:міс(?:\\.|яц\\p{L}*)?)\\s*,?\\s*${YEAR}(?!\\d)`, 'u').exec(t);
  if (months && Number(months[1]) >= 1 && Number(months[1]) <= 12) return span('months', Number(months[2]), 1, Number(months[1]));
  const years = [...new Set([...t.matchAll(/(?<![\d.,])((?:19|20)\d{2})(?![\d]|[.,]\d)/g)].map((m) => Number(m[1])))];
  const [year] = years;
  if (years.length !== 1 || year === undefined || year < 1991) return null;
  const named = MONTHS.findIndex((m) => new RegExp(`(?<!\\p{L})${m}(?:ень|ня|ні|ий|ого|ад|ада|опад|опада)?(?!\\p{L})`, 'u').test(t));
  return named >= 0 ? span('month', year, named + 1, named + 1) : span('year', year, 1, 12);
}
