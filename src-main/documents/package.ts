import type { PackageView } from '../contract/api/package.ts';
import { formatDate, formatNumber } from '../contract/format.ts';
import { WAYS } from '../contract/lists.ts';
import type { Label, Num } from '../contract/models.ts';
import { en } from './texts.en.ts';
import { uk } from './texts.uk.ts';
import { paragraph, plain, type Block, type Language, type Paper } from './tree.ts';

/** What the page of the minimal package is printed from. */
export interface PackageIn { readonly language: Language; readonly year: number; readonly community: Label; readonly teaching: boolean; readonly view: PackageView }

const TEXTS = {
  uk: {
    title: 'Базові соціальні послуги за населеними пунктами', subject: 'Мінімальний пакет послуг', year: (year: number) => `${year} рік`,
    places: { districts: 'старостинських округів', settlements: 'населених пунктів' }, service: 'Послуга',
    way: { here: 'Тут', mobile: 'Виїзд', centre: 'У центрі', neighbour: 'Сусід', bought: 'Купують', absent: 'Немає', unknown: 'Не зʼясовано' }, leftOut: 'Без послуги, осіб чи сімей',
    sum: (given: string, all: string, absent: string, unknown: string) => `Із ${all} пар «послуга – місце» послуга доступна у ${given}, немає – у ${absent}, не зʼясовано – у ${unknown}.`,
    how: (places: string, of: string) => `Числа – скільки ${of} (усього ${places}) мають послугу в кожен спосіб. «Без послуги» – хто потребує послуги там, де її немає; «від» – потребу частини місць не визначено; «н/д» – не відомо.`,
    no: '№', matrix: 'За місцями', signs: { here: 'т', mobile: 'в', centre: 'ц', neighbour: 'с', bought: 'к', absent: '×', unknown: '?' }, place: 'Місце', key: (pairs: string) => `Стовпці – номери послуг із першої таблиці. ${pairs}.`,
    supposed: 'Спосіб, якого ніхто не підтвердив, визначено за введеними надавачами (припущення).', absent: 'Де послуги немає', everywhere: 'усюди', nowhere: 'Місць, де послуги немає, не зазначено.',
    list: (act: string, article: string, day: string, version: string) => `Перелік базових послуг: ${[act, article].filter((part) => part !== '').join(', ')}${day === '' ? '' : `, звірено ${day}`} (довідник ${version}).`,
    recalled: 'Для послуг із позначкою * належність до базових – за памʼяттю: звірте з текстом акта.', atLeast: (n: string) => `від ${n}`, unknown: 'н/д', more: (n: number) => `і ще ${n}`, basis: 'Підстави', watermark: uk.watermark, edition: uk.edition.service,
  },
  en: {
    title: 'Basic social services by place', subject: 'Minimal package of services', year: (year: number) => `${year}`,
    places: { districts: 'starosta districts', settlements: 'settlements' }, service: 'Service',
    way: { here: 'Here', mobile: 'Mobile', centre: 'In the centre', neighbour: 'Neighbour', bought: 'Bought', absent: 'Absent', unknown: 'Not known' }, leftOut: 'Left out, persons or families',
    sum: (given: string, all: string, absent: string, unknown: string) => `Of ${all} pairs of service and place the service is available in ${given}, absent in ${absent}, not known in ${unknown}.`,
    how: (places: string, of: string) => `The numbers say how many ${of} (${places} in all) have the service each way. “Left out” is who needs the service where it is absent; “from” means that the need of some places is not determined; “n/k” means not known.`,
    no: 'No.', matrix: 'By place', signs: { here: 'h', mobile: 'm', centre: 'c', neighbour: 'n', bought: 'b', absent: '×', unknown: '?' }, place: 'Place', key: (pairs: string) => `The columns are the numbers of the services in the first table. ${pairs}.`,
    supposed: 'A way that nobody has confirmed follows from the providers entered (assumption).', absent: 'Where the service is absent', everywhere: 'everywhere', nowhere: 'No place without a service was named.',
    list: (act: string, article: string, day: string, version: string) => `List of basic services: ${[act, article].filter((part) => part !== '').join(', ')}${day === '' ? '' : `, checked ${day}`} (reference book ${version}).`,
    recalled: 'Services marked * are held to be basic from memory: check with the text of the act.', atLeast: (n: string) => `from ${n}`, unknown: 'n/k', more: (n: number) => `and ${n} more`, basis: 'Grounds', watermark: en.watermark, edition: en.edition.service,
  },
} as const;

/** Names listed for one service before «і ще n». */
const NAMES = 8;
/** So many places stand on the first page. */
const FEW = 12;
/** Services whose places are listed, the most people left out first, so that the page stays one. */
const LISTED = 8;

/** The minimal package on one page: each basic service, how it reaches the places, who is left out, on what grounds. */
export function packagePaper({ language, year, community, teaching, view }: PackageIn): Paper {
  const t = TEXTS[language];
  const said = (label: Label | null): string => (label === null ? '' : language === 'en' ? label.en ?? label.uk : label.uk);
  const count = (n: number): string => formatNumber(n, language);
  const shown = (num: Num): string => (num.value !== null ? count(Math.round(num.value)) : num.low !== null ? t.atLeast(count(Math.round(num.low))) : t.unknown);
  const nameOf = (row: PackageView['rows'][number]): string => `${row.code ?? ''} ${said(row.short ?? row.name)}${row.basicConfidence === 'recalled' ? '*' : ''}`.trim();
  const places = new Map(view.places.map((place) => [place.id, said(place.name)]));
  const without = view.rows.filter((row) => row.counts.absent > 0).toSorted((a, b) => b.counts.absent - a.counts.absent);
  const grounds = [...new Set(view.rows.flatMap((row) => row.cells.filter((cell) => cell.basis !== '').map((cell) => (cell.asOf === '' ? cell.basis : `${cell.basis} (${formatDate(cell.asOf, language)})`))))];
  const left = (text: string): Block => ({ ...paragraph(text), align: 'left' });
  const bold = (title: string, text: string): Block => ({ kind: 'paragraph', align: 'left', runs: [{ text: `${title}: `, bold: true }, { text }] });
  const absentPlaces = (row: PackageView['rows'][number]): string => {
    const names = row.cells.filter((cell) => cell.way === 'absent').map((cell) => places.get(cell.territory) ?? '');
    if (names.length === view.places.length) return t.everywhere;
    return names.length <= NAMES ? names.join(', ') : `${names.slice(0, NAMES).join(', ')} ${t.more(names.length - NAMES)}`;
  };
  const supposed = view.rows.some((row) => row.cells.some((cell) => cell.from === 'providers'));
  const signs = [...WAYS, 'unknown'] as const;
  /** Every place with every service: on the same page while there are few of them. */
  const byPlace: readonly Block[] = view.places.length === 0 ? [] : [
    { kind: 'heading', level: 3, text: t.matrix, newPage: view.places.length > FEW },
    {
      kind: 'table', caption: '', columns: [{ title: t.place, align: 'left', share: 26 }, ...view.rows.map((_, at) => ({ title: String(at + 1), align: 'center' as const, share: 74 / view.rows.length }))],
      rows: view.places.map((place) => [plain(said(place.name)), ...view.rows.map((row) => plain(t.signs[row.cells.find((cell) => cell.territory === place.id)?.way ?? 'unknown']))]),
      note: plain(t.key(signs.map((way) => `${t.signs[way]} – ${t.way[way].toLocaleLowerCase(language)}`).join('; '))),
    },
  ];
  const blocks: Block[] = [
    left(t.sum(count(view.given), count(view.all), count(view.absent), count(view.all - view.given - view.absent))),
    {
      kind: 'table', caption: '', columns: [
        { title: t.no, align: 'right', share: 4 }, { title: t.service, align: 'left', share: 38 }, ...([...WAYS, 'unknown'] as const).map((way) => ({ title: t.way[way], align: 'right' as const, share: 9 })), { title: t.leftOut, align: 'right', share: 14 },
      ],
      rows: view.rows.map((row, at) => [plain(String(at + 1)), plain(nameOf(row)), ...([...WAYS, 'unknown'] as const).map((way) => plain(row.counts[way] === 0 ? '–' : count(row.counts[way]))), plain(row.counts.absent === 0 ? '–' : shown(row.leftOut))]),
      note: plain([t.how(count(view.places.length), t.places[view.level]), supposed ? t.supposed : '', view.rows.some((row) => row.basicConfidence === 'recalled') ? t.recalled : ''].filter((part) => part !== '').join(' ')),
    },
    ...(without.length === 0 ? [left(t.nowhere)] : [bold(t.absent, without.slice(0, LISTED).map((row) => `${nameOf(row)} – ${absentPlaces(row)}`).join('; ') + (without.length > LISTED ? `; ${t.more(without.length - LISTED)}` : '') + '.')]),
    ...(grounds.length === 0 ? [] : [bold(t.basis, `${grounds.slice(0, NAMES).join('; ')}${grounds.length > NAMES ? `; ${t.more(grounds.length - NAMES)}` : ''}.`)]),
    left(t.list(said(view.list.act), said(view.list.article), view.list.checkedOn === '' ? '' : formatDate(view.list.checkedOn, language), view.list.version)),
    ...byPlace,
  ];
  return {
    language, edition: 'service', editionLabel: t.edition, watermark: teaching ? t.watermark : null, compact: true, title: `${t.title}. ${said(community)}`, subject: `${t.subject}. ${t.year(year)}`,
    head: { right: [], left: [], title: [t.title, `${said(community)}, ${t.year(year)}`], below: [] }, words: { table: '', figure: '' }, blocks, notes: [],
  };
}
