import { foldCell } from '../match/fold.ts';
import type { PersonalClass } from '../types.ts';

const word = (list: string): RegExp => new RegExp(`(?<![\\p{L}])(?:${list})(?![\\p{L}])`, 'u');

/** Words of headers by which people name personal data, folded; the first that fits decides. */
const TELLING: readonly (readonly [PersonalClass, RegExp])[] = [
  ['taxNumber', word('рнокпп|іпн|і\\.?\\s?п\\.?\\s?н\\.?|ідн|инн|ідентифікаційн\\p{L}* (?:номер|код)\\p{L}*|ідент\\.? ?(?:код|номер)|код дрфо|дрфо|tax (?:id|number|code)|tin|рнкопп|рнок\\s?пп')],
  ['passport', word('паспорт\\p{L}*|серія(?: та| і| \\/)? номер\\p{L}*|серія|унзр|id[ -]?карт\\p{L}*|ід[ -]?карт\\p{L}*|посвідченн\\p{L}*|свідоцтв\\p{L}* про народж\\p{L}*|passport|документ,? що посвідчує.*')],
  ['phone', word('тел|телефон|телефону|телефони|моб|мобільн\\p{L}*|№ тел|номер телефону|контакт|контакти|контактн\\p{L}* (?:дані|тел|телефон|номер)\\p{L}*|phone|mobile|tel|viber|вайбер')],
  ['email', word('e-?mail|емейл|емайл|імейл|ел\\.? ?(?:пошта|адреса|скринька)|електронн\\p{L}* (?:пошт|адрес|скриньк)\\p{L}*|мейл')],
  ['birthDate', word('дата нар\\p{L}*|день нар\\p{L}*|рік нар\\p{L}*|д\\.?\\/?н\\.?|дн|р\\.?\\s?н\\.?|д\\.?\\s?нар\\p{L}*|число,? місяць,? рік.*|місце народжен\\p{L}*|дата рожд\\p{L}*|date of birth|birth ?date|birthday|dob|born')],
  ['address', word('адреса|адреси|адрес|адресу|місце прожив\\p{L}*|місце реєстрац\\p{L}*|зареєстрован\\p{L}* за|вулиця|номер будинку|прописка|address|street')],
  ['name', word('піб|п\\.?\\s?і\\.?\\s?б\\.?|піп|п\\.?\\s?і\\.?\\s?п\\.?|фио|прізвищ\\p{L}*|імя|по[ -]?батькові|фамилия|фамілія|прізв|імя та прізвище|name and surname|full name|first name|last name|surname|patronymic|given name')],
];

/** Columns of one part of an address; the same words elsewhere are quarters and institutions. */
const PART_OF_ADDRESS = /(?:^|\| )(?:вул|буд|будинок|кв|квартира)\.?(?:$| \|)/u;

/** Headers of institutions, papers and money: what stands below is not about a person. */
const INSTITUTION = /надавач|заклад|установ|організац|юридичн|провайдер|суб[ʼ]?єкт|підприємств|місцезнаходж|обʼєкт|обєкт|provider|institution|організатор/u;
const COUNTS = /кільк|к-?сть|к-ть|чисельн|число осіб|усього|всього|осіб|частк|відсот|%|number of|count|share/u;
const PAPER_DATE = /створ|заснув|реєстрац|рішен|наказ|договор|договір|угод|відкрит|введен|станом|дат[аи] (?:подан|подач|надан|зверн|взятт|початк|закінч|прийнят|затвердж|акт|оновл)|строк|термін|період|договор|чинн|as of|since|until/u;
const MONEY = /грн|сум[аи]|вартіст|коштів|кошти|бюджет|тис\.|видатк|рахун|код бюдж|uah|едрпоу|єдрпоу|кпквк/u;

/** What the header of a column says about personal data in it. */
export interface HeaderHint {
  readonly class: PersonalClass | null;
  /** Names of providers stand here: a sole trader's registered name and the provider's address are allowed. */
  readonly provider: boolean;
  /** Dates of papers and of institutions. */
  readonly paperDate: boolean;
  /** Sums and codes of money: long numbers are no numbers of people. */
  readonly money: boolean;
}

/** Reads the header texts of a column. Counts («кількість осіб за адресою») tell nothing. */
export function hintOf(headers: readonly string[]): HeaderHint {
  const text = foldCell(headers.join(' | ').slice(0, 1000)).replaceAll('ʼ', '');
  const provider = INSTITUTION.test(text);
  const told = TELLING.find(([, pattern]) => pattern.test(text))?.[0] ?? (PART_OF_ADDRESS.test(text) ? 'address' : null);
  const counted = COUNTS.test(text) && told !== 'taxNumber' && told !== 'birthDate';
  const ofProvider = provider && (told === 'address' || (told === 'name' && !/піб|прізвищ/u.test(text)));
  return { class: counted || ofProvider ? null : told, provider, paperDate: PAPER_DATE.test(text) && !/народж/u.test(text), money: MONEY.test(text) };
}
