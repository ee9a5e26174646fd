import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { guardSheet } from '../../src-main/imports/personal/guard.ts';
import { mask } from '../../src-main/imports/personal/mask.ts';
import type { PersonalClass, RawCell } from '../../src-main/imports/types.ts';
import * as corpus from './personal/corpus.ts';

type Rows = RawCell[][];
const found = (rows: Rows, headers: readonly number[] = [0]) => guardSheet(rows, headers).map((f) => `${f.column}:${f.class}:${f.where}`);

describe('what is no personal data', () => {
  test('an empty sheet, headers alone, one empty column', () => {
    expect([found([], []), found([], [0]), found([['ПІБ', 'Телефон', 'Адреса']]), found([['ПІБ'], [null], [' ']])]).toEqual([[], [], [], []]);
  });
  test('rows with holes, header rows that are not there, a cell far to the right', () => {
    const far: RawCell[] = [];
    far[300] = 'Коваленко Іван Петрович';
    expect([found([[], ['а'], far], [9]), found([far], [0, 1]), found([[], far, far, ['а']])]).toEqual([['300:name:cells'], ['300:name:cells'], ['300:name:column']]);
  });
  test('a table of needs, with every kind of number', () => {
    expect(found([
      ['№ з/п', 'Код КАТОТТГ', 'Населений пункт', 'Адресна допомога, осіб', 'Телефон довіри, звернень', 'Кількість осіб за місцем проживання', 'ЄДРПОУ', 'Рік', 'Кошти, грн', 'Дата рішення', 'Надавач'],
      ...Array.from({ length: 30 }, (_, i): RawCell[] => [i + 1, 'UA74080010000063011', i % 2 ? 'с. Шевченкове' : 'Коваленки', 12 * i, i, 400 - i, `0402345${i % 10}`, 2025, 3_012_345_678 + i * 11, `${10 + (i % 18)}.03.199${i % 9}`, 'КУ «Центр надання соціальних послуг»']),
      ['', '', 'Усього', 700, 20, 9000, '', '', '1 234 567 890', '', ''],
    ])).toEqual([]);
  });
  test('roles are no names; quarters, passports of programmes and births are no papers of people', () => {
    expect(found([
      ['Відповідальна особа', 'Керівник', 'І кв. 2025', 'Соціальний паспорт', 'Народжено, осіб', 'Дитячий будинок', 'Телефон довіри'],
      ['відділ соціального захисту', 'директор центру', 1234, 'є', 2025, 'так', 15], ['староста округу', 'головна медична сестра', 2345, 'немає', 31, 'ні', 120],
    ])).toEqual([]);
  });
  test('villages named after people are a column of places', () => {
    expect(found([['Село'], ['Шевченко'], ['Іванівка'], ['Марʼянівка'], ['Богданівка'], ['Осипенко'], ['Рудка'], ['Вовчик'], ['Львів'], ['Ковалі'], ['Нова Надія'], ['Петрівка'], ['Гурби']])).toEqual([]);
  });
});

describe('columns', () => {
  const c = corpus.chance(77);
  const people = Array.from({ length: 60 }, () => corpus.person(c));
  test('a register of people under its headers', () => {
    const rows: Rows = [['№', 'Прізвище, імʼя, по батькові', 'Ідентифікаційний номер', 'Паспорт (серія, №)', 'Конт. тел.', 'Дата народж.', 'Адреса проживання', 'Електронна пошта', 'Група інвалідності'],
      ...people.map((p, i): RawCell[] => [i + 1, p.surname, corpus.taxDigits(c).slice(0, 9) + '0', corpus.passport(c), '2-12-34', 1940 + i, 'центр села', 'немає', 'ІІ'])];
    expect(found(rows)).toEqual(['1:name:column', '2:taxNumber:column', '3:passport:column', '4:phone:column', '5:birthDate:column', '6:address:column']);
  });
  test('the same without headers, from the cells alone', () => {
    const rows: Rows = people.map((p, i): RawCell[] => [i + 1, `${p.surname} ${p.given} ${p.patronymic}`, Number(`3${corpus.taxDigits(c).slice(1)}`) > 0 ? corpus.taxDigits(c) : '', `00${c.digits(7)}`, Number(`67${c.digits(7)}`), { date: `20${10 + (i % 9)}-0${1 + (i % 9)}-1${i % 7}` }, corpus.address(c)]);
    expect(found(rows, []).filter((f) => f.endsWith('column'))).toEqual(['1:name:column', '2:taxNumber:column', '3:passport:column', '4:phone:column', '5:birthDate:column', '6:address:column']);
  });
  test('surnames, given names and patronymics each in a column of its own, no telling header', () => {
    expect(found([['А', 'Б', 'В'], ...people.map((p): RawCell[] => [p.surname, p.given, p.patronymic])])).toEqual(['0:name:column', '1:name:column', '2:name:column']);
  });
  test('two header rows: the hint of either counts; the count of people under «осіб» does not', () => {
    expect(found([['Отримувач', '', 'Потребують'], ['прізвище', 'тел.', 'осіб'], ['Мороз', '33-44-55', 5], ['Вовк', '2 12 34', 7]], [0, 1])).toEqual(['0:name:column', '1:phone:column']);
  });
  test('a natural person under «Надавач» is a person, a sole trader is a provider', () => {
    expect(found([['Надавач'], ['ФОП Коваленко І. П.'], ['КУ «ЦНСП»'], ['Фізична особа-підприємець Мороз Іван Петрович']])).toEqual([]);
    expect(guardSheet([['Надавач'], ['КУ «ЦНСП»'], ['ТОВ «Догляд»'], ['КЗ «Дім»'], ['Мороз Іван Петрович']], [0])).toMatchObject([{ column: 0, class: 'name', where: 'cells', rows: [4], count: 1 }]);
  });
});

describe('stray cells', () => {
  test('a name and a phone in notes and in the lines around the table are found with their rows', () => {
    const rows: Rows = [['Звіт. Відповідальна: Коваленко О. П., тел. 0671234567'], ['Село', 'Осіб', 'Примітка'], ...Array.from({ length: 40 }, (_, i): RawCell[] => [`с. Лісове ${i}`, i, i === 7 ? 'зокрема Мороз Іван Петрович' : 'уточнити']), ['Начальник відділу', null, 'Ткач О. В.']];
    expect(guardSheet(rows, [1]).map((f) => [f.column, f.class, f.where, f.rows])).toEqual([[0, 'phone', 'cells', [0]], [2, 'name', 'cells', [9, 42]]]);
    expect(guardSheet(rows, [0, 1]).find((f) => f.column === 0)).toMatchObject({ class: 'phone', where: 'cells', rows: [0] });
  });
  test('one tax number among counts is a stray, and each row of many strays is known, so that none is kept', () => {
    const rows: Rows = [['Примітка'], ...Array.from({ length: 3000 }, (_, i): RawCell[] => [i % 10 === 0 ? `код ${corpus.taxDigits(corpus.chance(i))}` : `рядок ${i}`])];
    const stray = guardSheet(rows, [0]);
    expect(stray[0]).toMatchObject({ class: 'taxNumber', where: 'cells' });
    for (const finding of stray) expect(finding.rows).toHaveLength(finding.count);
    expect(stray.reduce((sum, f) => sum + f.count, 0)).toBe(300);
  });
});

describe('examples', () => {
  test('show the form and nobody', () => {
    expect([mask('Іваненко Іван Іванович', 'name'), mask('0671234567', 'phone'), mask('a.b@c.ua', 'email'), mask('12.03.1956', 'birthDate'), mask('вул. Миру, 5', 'address'), mask('АА 123456', 'passport')]).toEqual(['І… І… І…', '0…', 'a…@…', '…', 'в… М…', 'А…']);
  });
  test('never hold more than one sign of a word of the cell', () => {
    const makers: readonly (readonly [PersonalClass, (c: corpus.Chance) => RawCell])[] = [['name', corpus.name], ['taxNumber', corpus.taxNumber], ['phone', corpus.phone], ['email', corpus.email], ['passport', corpus.passport], ['birthDate', corpus.birthDate], ['address', corpus.address]];
    fc.assert(fc.property(fc.integer(), fc.constantFrom(...makers), (seed, [, make]) => {
      const c = corpus.chance(seed);
      const cells = Array.from({ length: 8 }, () => make(c));
      for (const finding of guardSheet([['а'], ...cells.map((cell) => [cell])], [0])) {
        for (const example of finding.examples) for (const part of example.split(/[\s@]+/)) expect(part.replace('…', '').length, example).toBeLessThanOrEqual(1);
      }
    }), { numRuns: 150 });
  });
});
