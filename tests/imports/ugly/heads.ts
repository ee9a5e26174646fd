import { ods, windows1251, xlsx } from '../files.ts';
import type { UglyCase } from './case.ts';

/** Heads, titles, signatures, tables beside and below each other. */
export const HEADS: readonly UglyCase[] = [
  {
    name: 'merged head of two rows under title lines, a numbered row, a total that does not add up, a signature',
    file: 'догляд.xlsx', rows: '5-7 8-12',
    bytes: xlsx({ name: 'Лист1', merges: ['A1:F1', 'A5:A6', 'B5:B6', 'C5:D5', 'E5:F5'], rows: [
      ['Додаток 2 до листа відділу'], ['Відомості про отримувачів послуг станом на 01.01.2026'], ['Теплицька громада'], [],
      ['№ з/п', 'Населений пункт', 'Догляд вдома', null, 'Соціальна адаптація', null], [null, null, 'виявлено', 'отримують', 'виявлено', 'отримують'], [1, 2, 3, 4, 5, 6],
      [1, 'смт Теплик', 112, 80, 40, 12], [2, 'с. Бджільна', 15, 9, 4, 0], [3, 'село Важне', 7, 7, 'н/д', '–'], [4, 'с-ще Кублич', 21, 10, 5, 1], [null, 'Усього:', 155, 106, 50, 13],
      [], ['Начальник відділу', null, null, null, null, 'Олена БОНДАР'], ['Виконавець: Петренко, тел. 2-12-34'],
    ] }),
    heads: { C: 'Догляд вдома / виявлено', F: 'Соціальна адаптація / отримують' },
    lines: [
      'C8 identified 015.1 Теплик 2026 = 112', 'D8 served 015.1 Теплик 2026 = 80', 'E8 identified 013.0 Теплик 2026 = 40', 'F8 served 013.0 Теплик 2026 = 12',
      'C9 identified 015.1 Бджільна 2026 = 15', 'D9 served 015.1 Бджільна 2026 = 9', 'E9 identified 013.0 Бджільна 2026 = 4', 'F9 served 013.0 Бджільна 2026 = 0',
      'C10 identified 015.1 Важне 2026 = 7', 'D10 served 015.1 Важне 2026 = 7',
      'C11 identified 015.1 Кублич 2026 = 21', 'D11 served 015.1 Кублич 2026 = 10', 'E11 identified 013.0 Кублич 2026 = 5', 'F11 served 013.0 Кублич 2026 = 1',
    ],
    totals: ['E12 50 49'], totalsFine: 3, passed: { totals: 1 },
  },
  {
    name: 'years over columns without joined cells, units row, thousands with blanks and commas, a footnote',
    file: 'населення.xlsx', rows: '3-5 6-9',
    bytes: xlsx({ name: 'Населення', rows: [
      ['Чисельність наявного населення'], [], ['Населений пункт', '2025', null, '2026', null], [null, 'усього', 'у т. ч. жінки', 'усього', 'у т. ч. жінки'], [null, 'осіб', 'осіб', 'осіб', 'осіб'],
      ['Теплик', '5 212', '2 800', '5 101*', '2\u00A0744'], ['Комарівка', '1\u202F024', 530, '998 осіб', 519], ['Удич', 760, '401', '~750', '396'], ['Саша', '', '', '12,5', 7],
      [], ['* за даними сільського голови'], ['Примітка: станом на 1 січня'],
    ] }),
    heads: { B: '2025 / усього / осіб', C: '2025 / у т. ч. жінки / осіб', E: '2026 / у т. ч. жінки / осіб' },
    say: { B: { role: 'value', measure: 'population', year: 2025 }, C: { role: 'value', measure: 'population', year: 2025, sex: 'female' }, D: { role: 'value', measure: 'population', year: 2026 }, E: { role: 'value', measure: 'population', year: 2026, sex: 'female' } },
    lines: [
      'B6 population Теплик 2025 = 5212', 'C6 population Теплик 2025 female = 2800', 'D6 population Теплик 2026 = 5101', 'E6 population Теплик 2026 female = 2744',
      'B7 population Комарівка 2025 = 1024', 'C7 population Комарівка 2025 female = 530', 'D7 population Комарівка 2026 = 998', 'E7 population Комарівка 2026 female = 519',
      'B8 population Удич 2025 = 760', 'C8 population Удич 2025 female = 401', 'D8 population Удич 2026 = 750', 'E8 population Удич 2026 female = 396',
      'E9 population Саша 2026 female = 7', 'D9 ✗ notWhole',
    ],
  },
  {
    name: 'two tables below each other on one sheet: the second',
    file: 'два.xlsx', table: 1, rows: '8-8 9-10',
    bytes: xlsx({ name: 'Аркуш', rows: [
      ['Таблиця 1. Черга'], ['Населений пункт', 'У черзі'], ['Теплик', 10], ['Саша', 2], ['Разом', 12], [], ['Таблиця 2. Отримувачі догляду вдома за 2025 рік'],
      ['Населений пункт', 'Отримують догляд вдома'], ['Теплик', 77], ['Погоріла', 3],
    ] }),
    lines: ['B9 served 015.1 Теплик 2025 = 77', 'B10 served 015.1 Погоріла 2025 = 3'],
  },
  {
    name: 'two tables beside each other, an empty column between: the right one',
    file: 'поруч.xlsx', table: 1, rows: '2-2 3-5',
    bytes: xlsx({ name: 'Поруч', rows: [
      ['Виявлено потребу в догляді вдома, 2026 рік'], ['Село', 'Виявлено', null, 'Село', 'Виявлено'], ['Теплик', 5, null, 'Удич', 8], ['Бджільна', 6, null, 'Саша', 9], ['Важне', 7, null, 'Росоша', 4],
    ] }),
    say: { E: { role: 'value', measure: 'identified', service: 's015.1' } },
    lines: ['E3 identified 015.1 Удич 2026 = 8', 'E4 identified 015.1 Саша 2026 = 9', 'E5 identified 015.1 Росоша 2026 = 4'],
  },
  {
    name: 'the head is repeated on every page; empty columns between; a row that only numbers the columns',
    file: 'сторінки.ods', rows: '1-2 3-9',
    bytes: ods({ name: 'Друк', rows: [
      ['Населений пункт', null, 'Виявлено', null, 'Отримують'], [1, null, 2, null, 3], ['Теплик', null, 10, null, 5], ['Саша', null, 4, null, 1],
      ['Населений пункт', null, 'Виявлено', null, 'Отримують'], [1, null, 2, null, 3], ['Удич', null, 6, null, 2], [null, null, null, null, null], ['Разом', null, 20, null, 8],
    ] }),
    say: { C: { role: 'value', measure: 'identified', service: 's015.1' }, E: { role: 'value', measure: 'served', service: 's015.1' } }, more: { rest: { year: 2026 } },
    lines: ['C3 identified 015.1 Теплик 2026 = 10', 'E3 served 015.1 Теплик 2026 = 5', 'C4 identified 015.1 Саша 2026 = 4', 'E4 served 015.1 Саша 2026 = 1', 'C7 identified 015.1 Удич 2026 = 6', 'E7 served 015.1 Удич 2026 = 2'],
    totalsFine: 2, passed: { repeated: 2, totals: 1, blank: 1 },
  },
  {
    name: 'windows-1251 with semicolons, decimal commas, quotes inside names, Latin letters in a Ukrainian word',
    file: 'ставки.csv', rows: '1-1 2-4',
    bytes: windows1251('Населений пункт;Послуга;Штатних одиниць;Зайнято\r\nТеплик;"Догляд вдома";12,5;11,75\r\n"с. Бджiльна";Догляд вдома;"1,3";1\r\nc. Комарiвка;"Догляд ""вдома""";2,00;0\r\n'),
    say: { C: { role: 'value', measure: 'posts' }, D: { role: 'value', measure: 'postsFilled' } }, more: { rest: { year: 2026 } },
    lines: ['C2 posts 015.1 Теплик 2026 = 12.5', 'D2 postsFilled 015.1 Теплик 2026 = 11.75', 'C3 ✗ notQuarter', 'D3 postsFilled 015.1 Бджільна 2026 = 1', 'C4 posts 015.1 Комарівка 2026 = 2', 'D4 postsFilled 015.1 Комарівка 2026 = 0'],
  },
  {
    name: 'a sheet for each year: the others go along',
    file: 'роки.xlsx', rows: '1-1 2-3',
    bytes: xlsx({ name: '2025', rows: [['Населений пункт', 'Отримують догляд вдома'], ['Теплик', 70], ['Саша', 3]] }, { name: '2026 рік', rows: [['Населений пункт', 'Отримують догляд вдома'], ['Теплик', 75], ['Удич', 6]] }, { name: 'довідка', state: 'hidden', rows: [['інше', 'щось'], ['а', 1]] }),
    more: { alsoSheets: [{ sheet: 1, year: 2026 }] },
    lines: ['B2 served 015.1 Теплик 2025 = 70', 'B2 served 015.1 Теплик 2026 = 75', 'B3 served 015.1 Саша 2025 = 3', 'B3 served 015.1 Удич 2026 = 6'],
  },
];
