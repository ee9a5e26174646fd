import { foldCell } from '../match/fold.ts';

const STREET = /(?<![\p{L}])(?:вул(?:иця|иці|\.)?|ул(?:ица|\.)|пров(?:улок|улку|\.)?|просп(?:ект|екту|\.)?|пр-т|пр-кт|бульв(?:ар|ару|\.)?|б-р|мкр(?:н|\.)?|мікрорайон|str\.)[\s.:]{1,3}[«"]?[\p{L}\d]/u;
/** Words that are also names of places and of trips: a number of a house must follow. */
const LESS_SURE = /(?<![\p{L}])(?:площа|пл\.|пр\.|алея|майдан|шосе|узвіз|тупик|проїзд|набережна|квартал|масив|хутір)\s{1,2}[\p{L}\d-]{2,30}(?:\s[\p{L}-]{2,30})?[\s,]{1,3}(?:буд\.?\s?)?№?\d{1,3}(?![\d%]|\s?(?:осіб|грн|м2|км|рок))/u;
const HOUSE = /(?<![\p{L}])(?:буд\.|б\.|д\.)\s?№?\s?\d{1,4}(?![\d.])|(?<![\p{L}])(?:квартира|кв\.?)\s?№?\s?\d{1,3}(?!\d|[.,]\d|\s?(?:м|рік|році|р\.))/u;
const QUARTER = /(?:[ivі]{1,3}|[1-4])[\s-]{0,2}(?:й|ий)?\s?кв/u;
const HOUSE_AFTER = /^[а-яіїєґ\d.-]{2,30}(?:\s[а-яіїєґ.-]{2,30}){0,3},\s?(?:буд\.?\s?|№\s?)?\d{1,3}\s?-?(?:[а-яіїєґ](?!\p{L}))?(?:\s?\/\s?\d{1,3})?(?:(?<=\d[а-яіїєґ]|\/\s?\d{1,3})$|,\s?(?:кв\.?\s?\d{1,3}$|(?:м|с|смт|с-ще|місто|село)[.\s]|\p{L}+\sобл))/u;
/** «Чернігівська обл., Прилуцький р-н, с. Лісове, 15». */
const VILLAGE_HOUSE = /(?:обл|р-н|район).{0,60},\s?\d{1,3}\s?\p{L}?$/u;

/** Who has an address without being a person. */
const ADDRESSEE = /(?<!\p{L})(?:центр(?!альн)|цнап|терцентр|школ|ліце|гімназ|садо?к|заклад|лікарн|амбулатор|поліклінік|фап|бібліотек|клуб|музе|відділ|управлін|служб|департамент|виконавч|інтернат|пансіонат|притул|гуртожит|магазин|офіс|ринок|зупинк|відремонт|освітлен|тротуар|ремонт|дорог|рад[аи](?!\p{L})|корпус)/u;

/** Does a text hold an address: a street, a house, a flat? The address of an institution that is named beside it does not count unless a flat stands there. */
export function hasAddress(text: string): boolean {
  const folded = foldCell(text);
  const flat = HOUSE.test(folded) && !QUARTER.test(folded);
  if (!flat && !STREET.test(folded) && !LESS_SURE.test(folded) && !HOUSE_AFTER.test(folded) && !VILLAGE_HOUSE.test(folded)) return false;
  return (flat && /кв/.test(folded)) || !ADDRESSEE.test(folded);
}

const BORN = /(?:р\.\s?н\.?|р\.\s?нар|(?<!\p{L})рн(?!\p{L})|(?<!\p{L})нар(?:одж\p{L}*|оди[вл]\p{L}*|\.)|д\.\s?н\.|дн:|born|дата народж)/u;
/** Full dates before this day make an adult of a person; plans and acts are younger. Assumption. */
const OLDEST_PAPER = '2005-01-01';
const DAY = /^\s*(?:(\d{1,2})[./-](\d{1,2})[./-](\d{4})|(\d{4})-(\d{1,2})-(\d{1,2})(?:T.*)?)\s*(?:р\.?|року)?\s*$/;

/** The full date a text is, ISO; null = it is none. */
export function dayOf(text: string): string | null {
  const m = DAY.exec(text);
  if (!m) return null;
  const [year, month, day] = m[4] ? [m[4], m[5], m[6]] : [m[3], m[2], m[1]];
  if (Number(year) < 1900 || Number(year) > 2100 || Number(month) > 12 || Number(month) < 1 || Number(day) < 1 || Number(day) > 31) return null;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** Two digits of a year that is long past: «12.03.56». */
const SHORT_DAY = /^\s*(?:0?[1-9]|[12]\d|3[01])[./](?:0?[1-9]|1[0-2])[./](?:3[6-9]|[4-9]\d)\s*$/;
const WORDY_DAY = /(?<!\d)\d{1,2}\s(?:січня|лютого|березня|квітня|травня|червня|липня|серпня|вересня|жовтня|листопада|грудня)\s(?:19\d{2}|200[0-4])(?!\d)/;

/** Does a text hold a day (or a year) of birth? */
export function hasBirthDate(text: string): boolean {
  const day = dayOf(text);
  if (day !== null) return isAdultDay(day);
  if (SHORT_DAY.test(text) || (text.length < 24 && WORDY_DAY.test(text.toLowerCase()))) return true;
  return /\d{4}|\d{1,2}[./]\d{1,2}[./]\d{2}/.test(text) && BORN.test(text.toLowerCase());
}

/** A full date so old that it is a day of birth rather than of a paper. */
export const isAdultDay = (iso: string): boolean => iso < OLDEST_PAPER;
