import { columnName, renderForm, type CellLook, type FormCell, type FormRule, type FormSheet } from './workbook.ts';

/** A row to be filled in. */
export interface SheetLine { readonly address: string; readonly number: string; readonly what: string; readonly place: string; readonly period: string; readonly unit: string; readonly quarter: boolean }
/** What a collection sheet is made from. Days are ISO, '' = not set. */
export interface CollectionSheetIn {
  readonly meta: string; readonly name: string; readonly community: string; readonly year: number; readonly due: string; readonly giveTo: string; readonly teaching: boolean; readonly lines: readonly SheetLine[];
}

/** Tags of the columns, in the hidden first row: columns may be moved and still are known. */
export const SHEET_TAGS = ['key', 'no', 'what', 'place', 'period', 'unit', 'value', 'how', 'note'] as const;
/** Tags of single cells, in the column of keys. */
export const FILLED_ON = 'filledOn';
export const FILLED_BY = 'filledBy';
/** Names of the heads, by which columns are known when the tags are gone. */
export const SHEET_HEADS = { no: '№', what: 'Показник', place: 'Територія', period: 'Станом на / за період', unit: 'Одиниця', value: 'Кількість', how: 'Звідки число', note: 'Примітка' } as const;
/** What «Звідки число» may say. */
export const SHEET_METHODS = { register: 'облік', statistics: 'статистика', survey: 'опитування', estimate: 'оцінка' } as const;
const DATA = 'Дані';
const HEAD_ROW = 6;
/** Characters across the sheet of explanations: one page of A4. */
const HELP_WIDTH = 84;
/** Column of the numbers, from 0. */
const VALUE = SHEET_TAGS.indexOf('value');
const WIDTHS = [0, 6, 52, 26, 18, 10, 14, 15, 32];

const day = (iso: string): string => iso.split('-').toReversed().join('.');
const cell = (text: string, look: CellLook): FormCell => ({ text, look });
/** About how many lines a text takes in a column of so many characters. */
const lines = (text: string, width: number): number => text.split('\n').reduce((sum, part) => sum + Math.max(1, Math.ceil(part.length / Math.max(1, width - 1))), 0);

function dataSheet(input: CollectionSheetIn): FormSheet {
  const { meta, name, community, year, due, giveTo, lines: asked } = input;
  const back = [due === '' ? '' : `до ${day(due)}`, giveTo].filter((part) => part !== '').join(', ');
  const top: (FormCell | null)[][] = [
    [cell(meta, 'plain'), ...SHEET_TAGS.slice(1).map((tag) => cell(tag, 'plain'))],
    [null, cell(`${name}. ${community}`, 'title')],
    [null, cell(`Дані для визначення потреб у соціальних послугах, ${year} рік.${back === '' ? '' : ` Повернути: ${back}.`} Порожня клітинка – ще не заповнено, 0 – немає нікого, н/д – невідомо.${input.teaching ? ' Навчальні дані.' : ''}`, 'note')],
    [cell(FILLED_ON, 'plain'), cell('Дата заповнення (дд.мм.рррр)', 'bold'), null, null, null, null, cell('', 'date')],
    [cell(FILLED_BY, 'plain'), cell('Посада того, хто заповнив (без прізвища)', 'bold'), null, null, null, null, cell('', 'text'), cell('', 'text'), cell('', 'text')],
    [cell('', 'plain'), ...Object.values(SHEET_HEADS).map((head) => cell(head, 'head'))],
  ];
  const rows = asked.map((line): (FormCell | null)[] => [cell(line.address, 'plain'), cell(line.number, 'centre'), cell(line.what, 'locked'), cell(line.place, 'locked'), cell(line.period, 'centre'), cell(line.unit, 'centre'), cell('', 'number'), cell('', 'text'), cell('', 'text')]);
  const first = HEAD_ROW + 1;
  const last = HEAD_ROW + asked.length;
  const column = (at: number, from = first, to = last): string => `${columnName(at)}${from}:${columnName(at)}${to}`;
  const heights = Object.fromEntries(asked.map((line, n) => [first + n, 15 * Math.max(lines(line.what, 52), lines(line.place, 26), 1) + 1]));
  const rules: FormRule[] = [
    ...runs(asked).map(({ quarter, from, to }): FormRule => (quarter
      ? { cells: column(VALUE, first + from, first + to), kind: 'quarter', title: 'Ставки', say: 'Число ставок кроком 0,25 (наприклад, 1,5) або н/д, якщо невідомо.' }
      : { cells: column(VALUE, first + from, first + to), kind: 'whole', title: 'Ціле число', say: 'Ціле число, не менше за 0, або н/д, якщо невідомо. 0 – немає нікого.' })),
    { cells: column(VALUE + 1), kind: 'list', list: Object.values(SHEET_METHODS), title: 'Звідки число', say: 'Оберіть зі списку: облік, статистика, опитування, оцінка.' },
    { cells: column(VALUE + 2), kind: 'length', most: 300, title: 'Примітка', say: 'До 300 знаків. Без прізвищ, телефонів, адрес і номерів документів.' },
    { cells: `${columnName(VALUE)}4`, kind: 'date', from: `${year - 1}-01-01`, title: 'Дата', say: 'День, коли заповнено аркуш: дд.мм.рррр.' },
    { cells: `${columnName(VALUE)}5`, kind: 'length', most: 100, title: 'Посада', say: 'Лише посада або назва органу, без прізвища.' },
  ];
  const end = columnName(SHEET_TAGS.length - 1);
  return {
    name: DATA, widths: WIDTHS, rows: [...top, ...rows], hiddenRows: [1], headRow: HEAD_ROW, landscape: true, foot: `${name}. ${community}. ${year}`, rules,
    merges: [`B2:${end}2`, `B3:${end}3`, `B4:${columnName(VALUE - 1)}4`, `B5:${columnName(VALUE - 1)}5`, `${columnName(VALUE)}5:${end}5`], heights: { 2: 15 * lines(name + community, 120) + 8, 3: 32, 6: 32, ...heights },
  };
}

/** Blocks of rows of one kind of number. */
function runs(asked: readonly SheetLine[]): readonly { readonly quarter: boolean; readonly from: number; readonly to: number }[] {
  const found: { quarter: boolean; from: number; to: number }[] = [];
  for (const [at, { quarter }] of asked.entries()) {
    const open = found.at(-1);
    if (open && open.quarter === quarter) open.to = at;
    else found.push({ quarter, from: at, to: at });
  }
  return found;
}

function helpSheet({ meta, name, community, year, due, giveTo }: CollectionSheetIn): FormSheet {
  const texts: readonly (readonly [string, CellLook])[] = [
    [`Аркуш збору даних: ${name}`, 'title'],
    [`${community}. Визначення потреб населення у соціальних послугах, ${year} рік`, 'note'],
    ['Кому й коли повернути', 'bold'],
    [`${giveTo === '' ? 'Органу, який надіслав аркуш' : giveTo}${due === '' ? '' : `, до ${day(due)}`}. Поверніть файл .xlsx, а не знімок чи скановану копію.`, 'body'],
    ['Що заповнити', 'bold'],
    [`На аркуші «${DATA}» заповніть лише жовті клітинки: кількість, за потреби – звідки число і примітку. Угорі впишіть дату заповнення і свою посаду без прізвища.`, 'body'],
    ['Що рахувати', 'bold'],
    [`«На 01.01.${year}» – скільки осіб (сімей, дітей) було на цей день. «За ${year - 1} рік» – скільки різних осіб було за рік: кожну рахують один раз, скільки б разів вона не зверталася. Кожна особа може належати до кількох груп; у кожному рядку рахуйте всіх, кого він стосується.`, 'body'],
    ['Рахуйте в одиницях, які стоять у рядку: сімʼї не переводьте в осіб і навпаки. Число – лише по своїй території чи закладу.', 'body'],
    ['Нуль, невідомо, порожньо', 'bold'],
    ['0 – перевірено, немає нікого. н/д – невідомо: не пишіть 0 замість невідомого. Порожня клітинка – ще не заповнено. Приблизне число позначте словом «оцінка» у стовпці «Звідки число».', 'body'],
    ['Без персональних даних', 'bold'],
    ['Не пишіть прізвищ, імен, номерів документів, РНОКПП, телефонів, адрес і дат народження – ні в числах, ні в примітках: Закон України «Про захист персональних даних» № 2297-VI. Потрібні лише кількості. Рядки з такими даними програма не прийме.', 'body'],
    ['Якщо аркуш не дає змінити клітинку', 'bold'],
    ['Заголовки й рядки захищено від випадкових змін, без пароля. Рядок, якого бракує, не дописуйте: напишіть про нього в примітці. Прихований перший стовпець не вилучайте: за ним програма впізнає рядки.', 'body'],
  ];
  const rows = [[cell(meta, 'plain')], ...texts.map(([text, look]) => [null, cell(text, look)])];
  return {
    name: 'Як заповнити', widths: [0, HELP_WIDTH], rows, hiddenRows: [1], merges: [], rules: [], headRow: null, landscape: false, foot: `${name}. ${community}. ${year}`,
    heights: Object.fromEntries(texts.map(([text, look], n) => [n + 2, look === 'title' ? 20 * lines(text, 60) + 6 : 15 * lines(text, HELP_WIDTH) + (look === 'bold' ? 6 : 2)])),
  };
}

/** A sheet to be filled in: how to fill it in first, then the rows asked for. Always Ukrainian: those who fill it in are. */
export const renderCollectionSheet = (input: CollectionSheetIn): Uint8Array => renderForm([helpSheet(input), dataSheet(input)]);
