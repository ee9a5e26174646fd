import { ods, utf16, utf8, xlsx } from '../files.ts';
import type { UglyCase } from './case.ts';

/** Names of places, doubtful cells, long form, lists of people. */
export const CELLS: readonly UglyCase[] = [
  {
    name: 'apostrophes, former names, prefixes, codes, namesakes and unknown villages',
    file: 'назви.csv', rows: '1-1 2-9',
    bytes: utf8('\uFEFFНаселений пункт,Населення\r\nс. Кам\'янки,1\r\nКам’янки (Теплицька),2\r\nЛенінка,3\r\nРОЗКОШІВКА,4\r\nселище Розкошівка,5\r\nЗабутиця,6\r\nUA05040230000017028,7\r\nсмт. ТЕПЛИК,8\r\n'),
    say: { B: { role: 'value', measure: 'population' } }, more: { rest: { year: 2026 } },
    lines: ['B2 ✗ duplicate', 'B3 ✗ duplicate', 'B4 population Привітне 2026 = 3', 'A5 ✗ askTerritory', 'B6 population Розкошівка 2026 = 5', 'A7 ✗ askTerritory', 'B8 population Теплицька 2026 = 7', 'B9 population Теплик 2026 = 8'],
    asks: ['РОЗКОШІВКА: Розкошівка, Розкошівка', 'Забутиця: Залужжя'],
  },
  {
    name: 'formulas with and without kept values, errors, per cents, booleans, dates where numbers belong, two numbers in a cell',
    file: 'формули.xlsx', rows: '1-1 2-8',
    bytes: xlsx({ name: 'Ф', rows: [
      ['Населений пункт', 'Отримують догляд вдома, осіб'], ['Теплик', { f: 'SUM(C2:D2)', v: 41 }], ['Бджільна', { f: 'B2*2' }], ['Важне', { error: '#REF!' }], ['Удич', { percent: 0.5 }], ['Саша', { date: '2026-01-05' }], ['Росоша', '8–15'], ['Погоріла', -3],
    ] }),
    say: { B: { role: 'value', measure: 'served', service: 's015.1' } }, more: { how: 'values', rest: { year: 2026 } },
    lines: ['B2 served 015.1 Теплик 2026 = 41', 'B3 ✗ error', 'B4 ✗ error', 'B5 ✗ percent', 'B6 ✗ notNumber', 'B7 ✗ range', 'B8 ✗ negative'],
  },
  {
    name: 'long form: place joined over its rows, group, service, measure, sex and age in words, date and source of each row',
    file: 'довга.xlsx', rows: '2-2 3-8',
    bytes: xlsx({ name: 'Довга', merges: ['A3:A5', 'A6:A7'], rows: [
      ['Показники громади'], ['Територія', 'Показник', 'Послуга', 'Цільова група', 'Стать', 'Вік', 'Рік', 'Значення', 'Дата', 'Джерело'],
      ['Теплик', 'Виявлено', 'Догляд вдома', null, null, null, 2026, 14, { date: '2026-01-01' }, 'Терцентр'],
      [null, 'Розмір цільової групи', null, 'Внутрішньо переміщені особи', 'жінки', '60+', 2026, '1 200', '01.03.2026', 'Реєстр ВПО'],
      [null, 'Розмір цільової групи', null, 'Внутрішньо переміщені особи', 'ч', 'діти', 2025, 300, '31.02.2026', ''],
      ['Саша', 'Отримує', 'догляд  вдома', 'н/д', '', '', '2026', 3, '', ''],
      [null, 'Невідомий показник', 'Догляд вдома', '', '', '', 2026, 5, '', ''],
      ['Удич', 'Виявлено', '', '', '', '', 2026, 5, '', ''],
    ] }),
    say: { A: { role: 'territory' }, B: { role: 'measure' }, C: { role: 'service' }, D: { role: 'group' }, E: { role: 'sex' }, F: { role: 'age' }, G: { role: 'year' }, H: { role: 'value', measure: null }, I: { role: 'asOf' }, J: { role: 'source' } },
    more: { fillDown: false, names: [{ kind: 'group', text: 'н/д', id: '' }] },
    lines: ['H3 identified 015.1 Теплик 2026 = 14', 'H4 groupSize idp Теплик 2026 female 60+ = 1200', 'I5 ✗ date', '6 ✗ left', 'B7 ✗ askMeasure', 'H8 ✗ noService'],
    asks: ['Невідомий показник: '],
  },
  {
    name: 'places written once for several rows without joined cells; two rows of one address added up',
    file: 'пропуски.xlsx', rows: '1-1 2-6',
    bytes: xlsx({ name: 'П', rows: [['Населений пункт', 'Послуга', 'Отримують'], ['Теплик', 'Догляд вдома', 10], [null, 'Консультування', 20], ['Саша', 'Догляд вдома', 3], [null, 'Консультування', 4], [null, 'Консультування', 2]] }),
    say: { C: { role: 'value', measure: 'served' } }, more: { fillDown: true, duplicates: 'sum', rest: { year: 2026 } },
    lines: ['C2 served 015.1 Теплик 2026 = 10', 'C3 served 002.0 Теплик 2026 = 20', 'C4 served 015.1 Саша 2026 = 3', 'C5 served 002.0 Саша 2026 = 6'],
  },
  {
    name: 'hidden rows and columns, «з них», subtotals of districts before the grand total, LibreOffice',
    file: 'приховане.ods', rows: '1-1 2-9',
    bytes: ods({ name: 'Х', hiddenRows: [4], hiddenColumns: [3], rows: [
      ['Населений пункт', 'Отримують догляд вдома', 'чернетка'], ['Теплик', 10, 99], ['з них жінки', 6, 1], ['Удич', 100, 1], ['Саша', 5, 2], ['Разом по старостинському округу', 15, null], ['Росоша', 7, 3], ['Важне', 1, 4], ['УСЬОГО', 24, null],
    ] }),
    more: { rest: { year: 2026 } },
    lines: ['B2 served 015.1 Теплик 2026 = 10', '3 ✗ part', 'B5 served 015.1 Саша 2026 = 5', 'B7 served 015.1 Росоша 2026 = 7', 'B8 served 015.1 Важне 2026 = 1'],
    totals: ['B9 24 23'], totalsFine: 1, passed: { hidden: 1, totals: 2 },
  },
  {
    name: 'places over the columns, indicators in the rows, UTF-16 with tabs',
    file: 'навпаки.txt', rows: '1-1 2-4',
    bytes: utf16('Показник\tТеплик\tУдич\nВиявлено\t12\t3\nОтримує\t10\tн/д\nЧерга\t2\t0\n'),
    say: { A: { role: 'measure' }, B: { role: 'value', measure: null, territory: 'Теплик' }, C: { role: 'value', measure: null, territory: 'Удич' } }, more: { rest: { year: 2026, service: 's015.1' } },
    lines: ['B2 identified 015.1 Теплик 2026 = 12', 'C2 identified 015.1 Удич 2026 = 3', 'B3 served 015.1 Теплик 2026 = 10', 'B4 waiting 015.1 Теплик 2026 = 2', 'C4 waiting 015.1 Удич 2026 = 0'],
  },
  {
    name: 'a list of people is counted: nobody twice, by place, sex and age at the day of the data; names and numbers go nowhere',
    file: 'список ВПО.xlsx', rows: '3-3 4-9', personal: 'B C F G',
    bytes: xlsx({ name: 'ВПО', rows: [
      ['Список внутрішньо переміщених осіб станом на 01.01.2026'], [], ['№', 'Прізвище, імʼя, по батькові', 'РНОКПП', 'Населений пункт', 'Стать', 'Дата народження', 'Телефон'],
      [1, 'Шевченко Тарас Григорович', '3184710691', 'Теплик', 'ч', '09.03.1950', '067 123 45 67'], [2, 'Косач Лариса Петрівна', '2222222228', 'смт Теплик', 'ж', '25.02.1961', '+380501234567'],
      [3, 'Франко Іван Якович', '1111111118', 'Саша', 'ч', '27.08.2015', '0931234567'], [4, 'Шевченко Тарас Григорович', '3184710691', 'Теплик', 'ч', '09.03.1950', '067 123 45 67'],
      [5, 'Кобилянська Ольга Юліанівна', '3333333335', 'Саша', 'ж', '27.11.1990', '0951234567'], [6, 'Стефаник Василь Семенович', '1234567899', 'Теплик', 'ч', '02.01.1966', '0971234567'],
    ] }),
    say: { B: { role: 'skip' }, C: { role: 'distinct' }, D: { role: 'territory' }, E: { role: 'sex' }, F: { role: 'age' }, G: { role: 'skip' } }, more: { how: 'count', rest: { measure: 'groupSize', group: 'idp', year: 2026 } },
    lines: ['4 groupSize idp Теплик 2026 male 60+ = 1', '5 groupSize idp Теплик 2026 female 60+ = 1', '6 groupSize idp Саша 2026 male 0-17 = 1', '8 groupSize idp Саша 2026 female 18-59 = 1', '9 groupSize idp Теплик 2026 male 18-59 = 1'],
  },
];
