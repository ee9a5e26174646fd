import { en } from '../texts.en.ts';
import { uk } from '../texts.uk.ts';

const joined = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join(', ');

/** Words of the page of the minimal package. */
export const TEXTS = {
  uk: {
    title: (by: string) => `Базові соціальні послуги ${by}`, subject: 'Мінімальний пакет послуг', year: (year: number) => `${year} рік`, watermark: uk.watermark, edition: uk.edition.service,
    no: '№', service: 'Послуга', leftOut: 'Без послуги', services: (many: string) => `Базові послуги: скільки ${many} мають кожну`, district: 'Старостинський округ',
    where: {
      settlement: { by: 'за населеними пунктами', matrix: 'За населеними пунктами', place: 'Населений пункт', many: 'населених пунктів', one: 'населений пункт' },
      starosta: { by: 'за старостинськими округами', matrix: 'За старостинськими округами', place: 'Старостинський округ', many: 'старостинських округів', one: 'старостинський округ' },
      mixed: { by: 'за місцями', matrix: 'За місцями', place: 'Місце', many: 'місць', one: 'місце' },
    },
    way: { here: 'тут', mobile: 'виїзд', centre: 'у центрі громади', neighbour: 'у сусідній громаді', bought: 'купують', absent: 'немає', unknown: 'не зʼясовано' },
    signs: { here: 'т', mobile: 'в', centre: 'ц', neighbour: 'с', bought: 'к', absent: '×', unknown: '?' }, mixed: '+',
    sum: (one: string, given: string, all: string, absent: string, unknown: string) => `Із ${all} пар «послуга – ${one}» послуга доступна у ${given}, немає – у ${absent}, не зʼясовано – у ${unknown}.`,
    most: (list: string) => `Найбільше без послуги, осіб чи сімей: ${list}.`,
    signsAre: 'Знаки', columns: (by: string) => `Стовпці таблиці ${by} – номери послуг.`,
    how: (many: string, places: string) => `Числа – скільки ${many} (усього ${places}) мають послугу в кожен спосіб. «Без послуги» – скільки осіб чи сімей потребують її там, де її немає; «від» – потребу частини місць не визначено; «н/д» – не відомо.`,
    supposed: 'Сірий знак – ніхто не підтвердив, визначено за введеними надавачами (припущення).',
    grouped: 'Округ: один знак – усюди так; ×3 – немає у 3 населених пунктах, ?3 – не зʼясовано у 3, + – по-різному. Кожен населений пункт – у додатку.',
    rest: (n: number) => `ще ${n} – у додатку`, worst: 'Спершу – де немає найбільше послуг.',
    basis: 'Підстави (за номерами послуг)', noBasis: 'Підстав не зазначено.', more: (n: number) => `ще ${n} – у додатку`, annex: 'Додаток', annexMatrix: 'Усі населені пункти',
    list: (act: string, article: string, day: string, version: string) => `Перелік базових послуг: ${joined(act, article, day === '' ? '' : `звірено ${day}`)} (довідник ${version}).`,
    recalled: '* Належність до базових – за памʼяттю: звірте з текстом акта.', atLeast: (n: string) => `від ${n}`, unknown: 'н/д',
  },
  en: {
    title: (by: string) => `Basic social services ${by}`, subject: 'Minimal package of services', year: (year: number) => `${year}`, watermark: en.watermark, edition: en.edition.service,
    no: 'No.', service: 'Service', leftOut: 'Left out', services: (many: string) => `Basic services: how many ${many} have each`, district: 'Starosta district',
    where: {
      settlement: { by: 'by settlement', matrix: 'By settlement', place: 'Settlement', many: 'settlements', one: 'settlement' },
      starosta: { by: 'by starosta district', matrix: 'By starosta district', place: 'Starosta district', many: 'starosta districts', one: 'starosta district' },
      mixed: { by: 'by place', matrix: 'By place', place: 'Place', many: 'places', one: 'place' },
    },
    way: { here: 'here', mobile: 'mobile', centre: 'in the centre of the community', neighbour: 'in a neighbouring community', bought: 'bought', absent: 'absent', unknown: 'not known' },
    signs: { here: 'H', mobile: 'M', centre: 'C', neighbour: 'N', bought: 'B', absent: '×', unknown: '?' }, mixed: '+',
    sum: (one: string, given: string, all: string, absent: string, unknown: string) => `Of ${all} pairs of service and ${one} the service is available in ${given}, absent in ${absent}, not known in ${unknown}.`,
    most: (list: string) => `Most left out, persons or families: ${list}.`,
    signsAre: 'Signs', columns: (by: string) => `The columns of the table ${by} are the numbers of the services.`,
    how: (many: string, places: string) => `The numbers say how many ${many} (${places} in all) have the service each way. “Left out” is how many persons or families need it where it is absent; “from” means that the need of some places is not determined; “n/k” means not known.`,
    supposed: 'A grey sign: nobody has confirmed it, it follows from the providers entered (assumption).',
    grouped: 'District: one sign – the same everywhere; ×3 – absent in 3 settlements, ?3 – not known in 3, + – in different ways. Each settlement stands in the annex.',
    rest: (n: number) => `${n} more – in the annex`, worst: 'Those where most services are absent come first.',
    basis: 'Grounds (by the numbers of services)', noBasis: 'No grounds are given.', more: (n: number) => `${n} more – in the annex`, annex: 'Annex', annexMatrix: 'All settlements',
    list: (act: string, article: string, day: string, version: string) => `List of basic services: ${joined(act, article, day === '' ? '' : `checked ${day}`)} (reference book ${version}).`,
    recalled: '* Held to be basic from memory: check with the text of the act.', atLeast: (n: string) => `from ${n}`, unknown: 'n/k',
  },
} as const;
