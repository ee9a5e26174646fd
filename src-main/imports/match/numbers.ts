import { parseNumber } from '../../contract/parse.ts';
import type { RawCell, ReadNumber } from '../types.ts';

/** Words that may follow a number, folded; what they count does not change its value. */
const UNITS = /^(?:осіб|особи|особа|ос|чол|чоловік|люд|людей|дітей|дитини|дитина|діт|сімей|сімї|сім|родин|одиниць|один|од|шт|місць|місця|місце|ліжок|ставок|ставки|ставка|ст|грн|гривень|км|км2|кв км|м2|років|р|год|послуг|звернень|випадків|persons|people|families|places|posts|uah)$/;
const SCALES: readonly (readonly [RegExp, number])[] = [[/^(?:тис|тисяч[іа]?|thousand)(?![\p{L}])/u, 1e3], [/^(?:млн|мільйон(?:ів|и)?|million)(?![\p{L}])/u, 1e6], [/^(?:млрд|мільярд(?:ів|и)?|billion)(?![\p{L}])/u, 1e9]];

/** Footnote marks that people put after numbers. */
const MARKS = /[*†‡¹²³⁴⁵⁶⁷⁸⁹⁰]+$/;

const EXCEL_ERROR = /^\s*#(?:REF|N\/A|VALUE|DIV\/0|NAME|NUM|NULL|Н\/Д|ЗНАЧ|ССЫЛКА|ДЕЛ\/0|ПОСИЛАННЯ|ДІЛ\/0)/i;

/** What a number is multiplied with by the words of its unit: «тис. грн» 1000, «млн» 10⁶, «%» 0.01, others 1. */
export function scaleOf(unit: string): number {
  const word = unit.toLowerCase().replace(/['’ʼ]/g, '').replace(/^[\s,(]+/, '');
  if (word.startsWith('%')) return 0.01;
  return SCALES.find(([pattern]) => pattern.test(word))?.[1] ?? 1;
}

const fine = (value: number | null, estimate = false, unit = '', percent = false): ReadNumber => ({ ok: true, value, estimate, unit, percent });

/**
 * The number of a cell, as `parseNumber` reads texts, with what stands only in files: words after the number («12 осіб»), marks of
 * footnotes («15*»), errors of formulas, noise of binary fractions. «12,5 тис.» and «50 %» are already multiplied (12500; 0.5).
 * `whole` = people are counted: «1,234» has two readings and is refused; otherwise it is one and 234 thousandths.
 */
export function readNumber(cell: RawCell, whole = true): ReadNumber {
  if (cell === null) return fine(null);
  if (typeof cell === 'number') return Number.isFinite(cell) ? (Math.abs(cell) > 1e12 ? { ok: false, reason: 'tooLarge' } : fine(Number(cell.toPrecision(14)))) : { ok: false, reason: 'error' };
  if (typeof cell === 'boolean') return { ok: false, reason: 'notNumber' };
  if (typeof cell === 'object') {
    if ('error' in cell) return { ok: false, reason: 'error' };
    return 'share' in cell ? fine(Number(cell.share.toPrecision(14)), false, '%', true) : { ok: false, reason: 'notNumber' };
  }
  if (cell.length > 200) return { ok: false, reason: 'tooLarge' };
  if (EXCEL_ERROR.test(cell)) return { ok: false, reason: 'error' };
  const text = cell.trim();
  if (/^\d{1,2}[./]\d{1,2}[./]\d{2,4}\D*$/.test(text)) return { ok: false, reason: 'notNumber' };
  // A number, then words: «12 осіб», «~ 1 234,5 тис. грн», «15*».
  const parts = /^([~≈∼]?\s*)([-−–]?)\s*(\d[\d\s.,]*)(.*)$/su.exec(text);
  const unit = (parts?.[4] ?? '').replace(MARKS, '').trim();
  if (!parts || (unit !== '' && !isUnit(unit))) return parsed(text, whole, false, 1, '');
  const number = (parts[3] ?? '').trim().replace(/[.,]$/, unit === '' ? '$&' : '');
  return parsed((parts[1] ?? '') + number, whole && !unit.startsWith('%') && scaleOf(unit) === 1, parts[2] !== '', scaleOf(unit), unit);
}

/** {@link readNumber} for a large file: numbers written as text repeat, each is read once. */
export function createNumberReader(): typeof readNumber {
  const kept = { whole: new Map<string, ReadNumber>(), any: new Map<string, ReadNumber>() };
  return (cell, whole = true) => {
    if (typeof cell !== 'string') return readNumber(cell, whole);
    const known = whole ? kept.whole : kept.any;
    let read = known.get(cell);
    if (read === undefined) {
      read = readNumber(cell, whole);
      if (known.size < 5_000) known.set(cell, read);
    }
    return read;
  };
}

function isUnit(unit: string): boolean {
  const words = unit.toLowerCase().replace(/['’ʼ]/g, '').replace(/[.,()]/g, ' ').replace(/\s+/g, ' ').trim();
  return unit.startsWith('%') || scaleOf(unit) !== 1 || UNITS.test(words);
}

function parsed(text: string, whole: boolean, negative: boolean, scale: number, unit: string): ReadNumber {
  const counted = whole ? parseNumber(text, { kind: 'whole' }) : null;
  const read = counted?.ok || (counted && counted.reason !== 'notWhole') ? counted : parseNumber(text, { kind: 'decimal' });
  if (!read.ok) {
    const { reason } = read;
    return { ok: false, reason: reason === 'ambiguous' || reason === 'grouping' || reason === 'range' || reason === 'tooLarge' ? reason : 'notNumber' };
  }
  const value = read.value === null ? null : Number((read.value * scale * (negative ? -1 : 1)).toPrecision(14));
  return fine(value === 0 ? 0 : value, read.estimate, unit, unit.startsWith('%'));
}
