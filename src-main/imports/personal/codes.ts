/** Digits of a number written with blanks, points, hyphens and brackets between them. */
const digitsOf = (text: string): string => text.replace(/\D/g, '');
/** Dates are no phones. */
const withoutDates = (text: string): string => text.replace(/(?<![\d.-])(?:(?:0?[1-9]|[12]\d|3[01])[./](?:0?[1-9]|1[0-2])[./](?:19|20)?\d{2}|(?:19|20)\d{2}-(?:0[1-9]|1[0-2])-\d{2})(?![\d-]|[./]\d)|(?<![\d.])(?:0[1-9]|1[0-2])\.(?:19|20)\d{2}(?!\d)/g, ' · ');

const WEIGHTS = [-1, 5, 7, 9, 4, 6, 10, 5, 7];
/** Day of birth in the first five digits: days since 31.12.1899. Nobody who is counted is born after 2036. */
const LAST_BIRTHDAY = 50_000;

/**
 * A registration number of a taxpayer (РНОКПП): ten digits, the last one by the formula (Σ dᵢ·wᵢ mod 11) mod 10 with weights −1 5 7 9 4 6 10 5 7,
 * the first five a possible day of birth. The formula is used by all registers; confidence: recalled.
 */
export function isTaxNumber(digits: string): boolean {
  if (!/^\d{10}$/.test(digits) || /0{5}$/.test(digits) || /^(\d)\1{9}$/.test(digits)) return false;
  const day = Number(digits.slice(0, 5));
  if (day < 1 || day > LAST_BIRTHDAY) return false;
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(digits[i]), 0);
  return ((sum % 11) + 11) % 11 % 10 === Number(digits[9]);
}

const TAX = /(?<![\d\p{L}/=_&]|\d[.,])\d(?:[\s\u00A0]?\d){9}(?!\d|[.,]\d|[\s\u00A0]\d{3}(?!\d))/gu;
const TAX_WORD = /(?:рнокпп|ідентифікаційн\p{L}* (?:номер|код)|(?<!\p{L})(?:іпн|і\.п\.н|ідн|инн|ін)(?!\p{L})|tax (?:number|id))\D{0,12}\d(?:[\s-]?\d){9}(?!\d)/u;

/** Does a text hold a taxpayer's number? Money in groups of three («1 234 567 890») does not count, a word before it («ІПН») makes any ten digits count. */
export function hasTaxNumber(text: string): boolean {
  if (TAX_WORD.test(text.toLowerCase())) return true;
  for (const [found] of text.matchAll(TAX)) if (!/^\d[\s\u00A0]\d{3}[\s\u00A0]\d{3}[\s\u00A0]\d{3}$/.test(found) && isTaxNumber(digitsOf(found))) return true;
  return false;
}

/** First digits of Ukrainian mobile numbers, without the zero. */
const MOBILE = /^(?:39|50|63|66|67|68|73|75|77|89|9[1-9])\d{7}$/;
const GAP = '[\\s\\u00A0()./‐-―−-]{0,3}';
const PHONE = new RegExp(`(?<![\\p{L}\\d/=_]|\\d-)(?:\\+?${GAP}3${GAP}8${GAP}|8${GAP})?0${GAP}[3-9](?:${GAP}\\d){8}(?!\\d)`, 'u');
const ABROAD = /(?<![\d\p{L}])(?:\+|00(?=[1-9]{2}))\d(?:[\s().-]{0,2}\d){8,13}(?!\d)/u;
const PHONE_WORD = /(?<!\p{L})(?:тел|телефон|моб|т|факс|tel|phone|mob|viber|вайбер)\.?(?:\s*[:№-]?\s*)\(?\+?\d(?:[\s().‐-―-]{0,2}\d){4,13}/u;
const MOBILE_SHORT = /(?<![\p{L}\d.,-])\(?(?:39|50|63|66|67|68|73|9[1-9])\)?[\s-]{0,2}\d{3}[\s-]\d{2}[\s-]?\d{2}(?!\d)/u;

/** Does a text hold a phone number? */
export function hasPhone(text: string): boolean {
  const plain = withoutDates(text);
  const found = PHONE.exec(plain);
  if (found && !/0{5}$/.test(digitsOf(found[0]))) return true;
  return ABROAD.test(plain) || MOBILE_SHORT.test(plain) || PHONE_WORD.test(plain.toLowerCase());
}

/** Ten digits of a phone or a tax number kept as a number: zeros at the beginning are lost. Shares, counts and money are shorter or have another form. */
export function numberClass(value: number): 'taxNumber' | 'phone' | null {
  if (!Number.isInteger(value) || value < 1e8 || value > 1e12) return null;
  const digits = String(value);
  if (/^380[3-9]\d{8}$/.test(digits) || /^80[3-9]\d{8}$/.test(digits)) return 'phone';
  if (digits.length === 9) return MOBILE.test(digits) && !/0{5}$/.test(digits) ? 'phone' : null;
  return isTaxNumber(digits) ? 'taxNumber' : null;
}

const AT = /\s{0,2}(?:@|＠|\(at\)|\[at\]|\(собака\))\s{0,2}/iu;
const LOCAL_END = /[\p{L}\p{N}._%+-]$/u;
const DOMAIN = /^(?:[\p{L}\p{N}-]{1,63}(?:\s?[.,]\s?|\(dot\))){1,4}[\p{L}]{2,12}(?![\p{L}\p{N}])/u;

/** Does a text hold an e-mail address? «name(at)ukr.net» and a comma for a point count too. */
export function hasEmail(text: string): boolean {
  if (!/@|＠|\(at\)|\[at\]|собака/i.test(text)) return false;
  let rest = text;
  for (let i = 0; i < 50; i += 1) {
    const at = AT.exec(rest);
    if (!at) return false;
    if (LOCAL_END.test(rest.slice(Math.max(0, at.index - 1), at.index)) && DOMAIN.test(rest.slice(at.index + at[0].length, at.index + at[0].length + 260))) return true;
    rest = rest.slice(at.index + at[0].length);
  }
  return false;
}

const SERIES = /(?<![\p{L}\d])(?:\p{Lu}{2}[\s№N-]{0,3}\d{6}|[IІV]{1,4}-\p{Lu}{2}[\s№-]{0,3}\d{6})(?![\d\p{L}])/u;
const GLUED = /(?<![\p{L}\d])[\p{Ll}]{2}(?:№\s?)?\d{6}(?![\d\p{L}])/u;
const REGISTER = /(?<![\p{L}\d])(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[\s-]?-?\s?\d{5}(?!\d)/u;
const PAPER_WORD = /(?:паспорт|посвідчен|id[\s-]?карт|ід[\s-]?карт|свідоцтв|серія|унзр|passport)\p{L}*[^\d\n]{0,30}\d{6,9}(?!\d)/u;
const ID_CARD = /^\s*0\d{8}\s*$/;

/** Does a text hold the number of a passport, an ID card, a certificate or of the demographic register (УНЗР)? */
export function hasPassport(text: string): boolean {
  return SERIES.test(text) || GLUED.test(text) || REGISTER.test(text) || ID_CARD.test(text) || PAPER_WORD.test(text.toLowerCase());
}
