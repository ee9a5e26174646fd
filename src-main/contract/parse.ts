import type { Language } from './format.ts';

/** Which values a cell allows, as in `measures.ts`. */
export type NumberKind = 'whole' | 'quarter' | 'share' | 'decimal' | 'signed';

/** Why a text is not taken as a number. Sentences stand in the locales (`grid.parse.<reason>`). */
export const PARSE_REASONS = [
  /** Not a number and no word that has a meaning. */
  'notNumber',
  /** A fraction where things are counted. */
  'notWhole',
  /** Below zero where that cannot be. */
  'negative',
  /** Two readings: "1,234" among whole numbers, "1" without % as a share, "n/a". */
  'ambiguous',
  /** Spaces that do not make groups of three: "12 34". */
  'grouping',
  /** Bounds instead of one number: "8–15". */
  'range',
  /** Posts not in steps of 0.25. */
  'step',
  /** A share above 100 %. */
  'shareRange',
  /** A share above 1 without the % sign: write "50 %". */
  'percentSign',
  /** A % sign where no share is asked. */
  'percent',
  /** Above 10^12, or a text longer than 40 characters. */
  'tooLarge',
] as const;
export type ParseReason = (typeof PARSE_REASONS)[number];

/** `value: null` = not known. `estimate` = typed with "~". */
export type ParsedNumber =
  | { readonly ok: true; readonly value: number | null; readonly estimate: boolean }
  | { readonly ok: false; readonly reason: ParseReason };

const UNKNOWN = new Set(['', '-', '–', '—', '−', '...', '…', '?', 'н/д', 'нд', 'н.д.', 'н. д.', 'невідомо', 'не відомо', 'немає даних', 'даних немає', 'n/k', 'nk', 'not known', 'unknown']);
const ZERO = new Set(['немає', 'нема', 'none']);
const TWO_READINGS = new Set(['n/a', 'н/з', 'відсутні', 'відсутня', 'відсутнє']);
const LIMIT = 1e12;

const no = (reason: ParseReason): ParsedNumber => ({ ok: false, reason });
const yes = (value: number | null, estimate = false): ParsedNumber => ({ ok: true, value, estimate });

/**
 * Reads what people type or paste into a cell. Every text has one meaning:
 * - empty, "–", "-", "н/д", "невідомо", "немає даних", "n/k", "…" = not known (`null`);
 * - "0" and "немає", "none" («таких осіб немає») = zero;
 * - "~50", "≈ 50" = 50, an estimate;
 * - "1 234,5", "1234.5": spaces of any kind separate groups of three, both comma and point may be the decimal sign; with both
 *   signs or a repeated one ("1,234.5", "1.234,5", "1,234,567") the last single one is the decimal sign and the others separate groups;
 * - "1,234" and "1.234": a decimal number where fractions are allowed and the text is Ukrainian; among whole numbers it is refused as
 *   ambiguous. In English a comma before three digits separates groups, as on screen;
 * - "−5", "-5", "–5" = minus five where the measure may be negative;
 * - shares: "69,8 %" or "0,698"; above 1 the % sign is required, and "1" alone is refused as ambiguous (1 % or 100 %).
 */
export function parseNumber(text: string, options: { readonly kind: NumberKind; readonly language?: Language }): ParsedNumber {
  const { kind, language = 'uk' } = options;
  if (text.length > 200) return no('tooLarge');
  let body = text.replace(/[\s\u00A0\u2000-\u200B\u202F\u2060\uFEFF]+/g, ' ').trim().toLowerCase();
  if (UNKNOWN.has(body)) return yes(null);
  if (ZERO.has(body)) return yes(0);
  if (TWO_READINGS.has(body)) return no('ambiguous');
  if (body.length > 40) return no('tooLarge');

  const estimate = /^[~≈∼]/.test(body);
  if (estimate) body = body.slice(1).trim();
  const percent = body.endsWith('%');
  if (percent) body = body.slice(0, -1).trim();
  if (percent && kind !== 'share') return no('percent');

  const signed = /^([-−–+])? ?(.*)$/.exec(body);
  const negative = signed?.[1] !== undefined && signed[1] !== '+';
  const unsigned = signed?.[2] ?? '';
  if (/^[\d., ]+[-–—−][\d., ]+$/.test(unsigned)) return no('range');
  if (!/^[\d., ]+$/.test(unsigned) || !/\d/.test(unsigned)) return no('notNumber');

  const plain = plainDecimal(unsigned, kind === 'whole' || kind === 'signed', language);
  if (!plain.ok) return no(plain.reason);
  const magnitude = Number(plain.text);
  if (magnitude > LIMIT) return no('tooLarge');
  const value = negative && magnitude !== 0 ? -magnitude : magnitude;
  if (value < 0 && kind !== 'signed') return no('negative');
  return checked(value, kind, percent, estimate);
}

function checked(value: number, kind: NumberKind, percent: boolean, estimate: boolean): ParsedNumber {
  switch (kind) {
    case 'whole':
    case 'signed':
      return Number.isInteger(value) ? yes(value, estimate) : no('notWhole');
    case 'quarter':
      return Number.isInteger(value * 4) ? yes(value, estimate) : no('step');
    case 'share':
      if (percent) return value <= 100 ? yes(Number((value / 100).toPrecision(15)), estimate) : no('shareRange');
      if (value > 1) return no('percentSign');
      return value === 1 ? no('ambiguous') : yes(value, estimate);
    case 'decimal':
      return yes(value, estimate);
  }
}

type Plain = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly reason: ParseReason };

/** Takes groups away and turns the decimal sign into a point: "1 234,5" → "1234.5". */
function plainDecimal(text: string, whole: boolean, language: Language): Plain {
  const signs = text.replace(/[\d ]/g, '');
  const last = signs.at(-1);
  const decimalSign = last === undefined || (signs.length > 1 && signs.indexOf(last) !== signs.length - 1) ? null : last;
  const groupSigns = decimalSign === null ? signs : signs.slice(0, -1);
  if (new Set(groupSigns).size > 1) return { ok: false, reason: 'notNumber' };

  const at = decimalSign === null ? text.length : text.lastIndexOf(decimalSign);
  const integer = text.slice(0, at);
  const fraction = text.slice(at + 1);
  if (/[ ]/.test(fraction) || integer.endsWith(' ') || (decimalSign !== null && (integer === '' || fraction === ''))) return { ok: false, reason: 'notNumber' };
  if (integer.includes(' ') && groupSigns !== '') return { ok: false, reason: 'notNumber' };
  if (/[ .,]/.test(integer) && !/^\d{1,3}([ .,]\d{3})+$/.test(integer)) return { ok: false, reason: 'grouping' };

  const looksGrouped = decimalSign !== null && groupSigns === '' && /^[1-9]\d{0,2}$/.test(integer) && fraction.length === 3;
  if (looksGrouped && language === 'en' && decimalSign === ',') return { ok: true, text: integer + fraction };
  if (looksGrouped && whole) return { ok: false, reason: 'ambiguous' };
  return { ok: true, text: integer.replace(/[ .,]/g, '') + (decimalSign === null ? '' : `.${fraction}`) };
}

/**
 * Reads a date: "01.02.2020", "1.2.2020", "01/02/2020" (day first), "2020-02-01", "1 Feb 2020" → ISO; empty, "–", "н/д" → ''.
 * null = not a date of the calendar between 1991 and 2100.
 */
export function parseDate(text: string): string | null {
  const body = text.replace(/[\s\u00A0\u202F]+/g, ' ').trim().toLowerCase();
  if (UNKNOWN.has(body)) return '';
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:t.*)?$/.exec(body);
  const dayFirst = /^(\d{1,2})[./](\d{1,2})[./](\d{4})(?: ?р\.?)?$/.exec(body);
  const english = /^(\d{1,2}) (jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* (\d{4})$/.exec(body);
  if (iso) return calendar(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  if (dayFirst) return calendar(Number(dayFirst[3]), Number(dayFirst[2]), Number(dayFirst[1]));
  if (english) return calendar(Number(english[3]), 'janfebmaraprmayjunjulaugsepoctnovdec'.indexOf(english[2] ?? '') / 3 + 1, Number(english[1]));
  return null;
}

function calendar(year: number, month: number, day: number): string | null {
  if (year < 1991 || year > 2100) return null;
  const at = new Date(Date.UTC(year, month - 1, day));
  return at.getUTCMonth() === month - 1 && at.getUTCDate() === day ? at.toISOString().slice(0, 10) : null;
}

/** Folds a text for searching and comparing: lower case, one apostrophe (U+02BC), single spaces. */
export function foldText(text: string): string {
  return text.toLocaleLowerCase('uk').replace(/['’‘`´ʹ′]/g, 'ʼ').replace(/[\s\u00A0\u202F]+/g, ' ').trim();
}
