import type { Unit } from './models.ts';

/** Language of the reader. */
export type Language = 'uk' | 'en';

/**
 * How a number is written. `digits` = decimals, always shown; `{min, max}` = decimals shown only as far as needed.
 * `sign` puts a plus before positive numbers (differences).
 */
export interface NumberStyle { readonly digits?: number | Digits; readonly sign?: boolean }
interface Digits { readonly min: number; readonly max: number }

const NBSP = '\u00A0';
const MINUS = '\u2212';
const EN_DASH = '\u2013';

const DIGITS: Partial<Record<Unit, Digits>> = {
  post: { min: 0, max: 2 }, perPost: { min: 0, max: 2 }, perPlace: { min: 0, max: 2 }, perVehicle: { min: 0, max: 2 },
  perThousand: { min: 1, max: 1 }, km2: { min: 1, max: 1 }, km: { min: 0, max: 1 }, thousandUah: { min: 1, max: 1 }, uah: { min: 2, max: 2 }, share: { min: 1, max: 1 },
  hour: { min: 0, max: 1 }, minute: { min: 0, max: 1 }, times: { min: 0, max: 2 }, amount: { min: 0, max: 2 }, points: { min: 1, max: 1 },
};

const digitsOf = (unit: Unit): Digits => DIGITS[unit] ?? { min: 0, max: 0 };

/**
 * Rounds half away from zero at `digits` decimals, as people do on paper: 2.675 → 2.68.
 * Noise of binary arithmetic beyond 15 significant digits is dropped first. Refuses what is not a number.
 */
export function roundHalf(n: number, digits: number): number {
  if (!Number.isFinite(n)) throw new RangeError('Not a finite number');
  const shift = (x: number, by: number): number => {
    const [mantissa, exponent = '0'] = String(x).split('e');
    return Number(`${mantissa}e${Number(exponent) + by}`);
  };
  const magnitude = shift(Math.round(shift(Number(Math.abs(n).toPrecision(15)), digits)), -digits);
  return n < 0 && magnitude !== 0 ? -magnitude : magnitude;
}

/**
 * The number that is shown for a value of this unit, rounded once: persons whole, posts to 0.01, km² and thousands of hryvnias
 * to 0.1, hryvnias to 0.01, a share (0–1) to 0.1 %. Colour classes and verdicts use this value, so that they fit what is read.
 */
export function roundFor(value: number, unit: Unit): number {
  return unit === 'share' ? roundHalf(value, digitsOf(unit).max + 2) : roundHalf(value, digitsOf(unit).max);
}

const formatters = new Map<string, Intl.NumberFormat>();
function formatter(language: Language, { min, max }: Digits): Intl.NumberFormat {
  const key = `${language} ${min} ${max}`;
  let found = formatters.get(key);
  if (!found) {
    found = new Intl.NumberFormat(language === 'uk' ? 'uk-UA' : 'en-GB', { useGrouping: 'always', minimumFractionDigits: min, maximumFractionDigits: max });
    formatters.set(key, found);
  }
  return found;
}

/**
 * A number as text: «1 574», «12,5» in Ukrainian (groups with U+00A0), "1,574", "12.5" in English; a true minus U+2212; never a negative zero.
 * Without `digits` up to three decimals are shown as far as needed.
 */
export function formatNumber(n: number, language: Language, style: NumberStyle = {}): string {
  const digits = typeof style.digits === 'number' ? { min: style.digits, max: style.digits } : style.digits ?? { min: 0, max: 3 };
  const rounded = roundHalf(n, digits.max);
  const body = formatter(language, digits).format(Math.abs(rounded)).replaceAll('\u202F', NBSP);
  if (rounded < 0) return MINUS + body;
  return style.sign && rounded > 0 ? `+${body}` : body;
}

/** A share 0–1 as per cent: «69,8 %» (U+00A0 before the sign) or "69.8%". */
export function formatShare(share: number, language: Language, digits = 1): string {
  return formatNumber(share * 100, language, { digits }) + (language === 'uk' ? `${NBSP}%` : '%');
}

/** Bounds as text: «137–169»; one number when both round to the same. Without `digits` whole numbers. */
export function formatRange(low: number, high: number, language: Language, digits: number | Digits = 0): string {
  return joinRange(formatNumber(low, language, { digits }), formatNumber(high, language, { digits }));
}

/** Bounds of a value of this unit; a per cent sign is written once: «65,0–70,5 %». */
export function formatValueRange(low: number, high: number, unit: Unit, language: Language): string {
  if (unit !== 'share') return formatRange(low, high, language, digitsOf(unit));
  const range = formatRange(low * 100, high * 100, language, digitsOf(unit));
  return range + (language === 'uk' ? `${NBSP}%` : '%');
}

const joinRange = (low: string, high: string): string => (low === high ? low : `${low}${EN_DASH}${high}`);

/** A value as text, rounded once as its unit asks (see {@link roundFor}); the name of the unit is not written: it stands in the head of the table. */
export function formatValue(value: number, unit: Unit, language: Language, style: { readonly sign?: boolean } = {}): string {
  const digits = digitsOf(unit);
  if (unit !== 'share') return formatNumber(value, language, { digits, sign: style.sign });
  return formatNumber(value * 100, language, { digits, sign: style.sign }) + (language === 'uk' ? `${NBSP}%` : '%');
}

/**
 * A value as it is typed and copied to a spreadsheet: no groups, ASCII minus, decimal comma in Ukrainian, nothing rounded away
 * (up to 10 decimals); a share as per cent «69,8%». `parseNumber` reads it back to the same value.
 */
export function editText(value: number, unit: Unit, language: Language): string {
  const plain = (n: number): string => {
    const text = roundHalf(n, 10).toFixed(10).replace(/\.?0+$/, '');
    return language === 'uk' ? text.replace('.', ',') : text;
  };
  return unit === 'share' ? `${plain(value * 100)}%` : plain(value);
}

const monthNames = new Intl.DateTimeFormat('en-US', { month: 'short', timeZone: 'UTC' });

/**
 * An ISO date as text: «01.02.2020» or "1 Feb 2020"; a year or a month alone stays as coarse as it is. The date part of a timestamp is
 * taken in the time zone of this computer. What is not a date comes back unchanged.
 */
export function formatDate(iso: string, language: Language): string {
  if (iso.includes('T')) {
    const at = new Date(iso);
    return Number.isNaN(at.getTime()) ? iso : formatDate(localDate(at), language);
  }
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(iso);
  if (!match) return iso;
  const [, year, month, day] = match;
  if (month === undefined) return iso;
  if (language === 'uk') return day === undefined ? `${month}.${year}` : `${day}.${month}.${year}`;
  const name = monthNames.format(new Date(Date.UTC(2000, Number(month) - 1, 1)));
  return day === undefined ? `${name} ${year}` : `${Number(day)} ${name} ${year}`;
}

const two = (n: number): string => String(n).padStart(2, '0');
const localDate = (at: Date): string => `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;

/** Time of an ISO timestamp on this computer's clock, 24 hours: «14:32» in both languages. */
export function formatTime(iso: string): string {
  const at = new Date(iso);
  return Number.isNaN(at.getTime()) ? iso : `${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** Date and time: «03.02.2020, 10:12» or "3 Feb 2020, 10:12". */
export function formatDateTime(iso: string, language: Language): string {
  return `${formatDate(iso, language)}, ${formatTime(iso)}`;
}

const collators = { uk: new Intl.Collator('uk', { numeric: true }), en: new Intl.Collator('en', { numeric: true }) };
/** Order of two texts in a list, by the alphabet of the reader; numbers inside by value. */
export function compareText(a: string, b: string, language: Language): number {
  return collators[language].compare(a, b);
}
