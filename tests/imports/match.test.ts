import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDate, readPeriod, fromSerial } from '../../src-main/imports/match/dates.ts';
import { typingErrors } from '../../src-main/imports/match/fold.ts';
import { readNumber } from '../../src-main/imports/match/numbers.ts';
import { createPlaceMatcher } from '../../src-main/imports/match/places.ts';
import { kindOfRow, rowKind } from '../../src-main/imports/match/totals.ts';
import type { Place, RawCell } from '../../src-main/imports/types.ts';
import { loadData } from '../../src-main/reference/load.ts';
import { RESOURCES } from '../reference/resources.ts';

const place = (id: string, name: string, more: Partial<Place> = {}): Place => ({ id, parent: 'c', kind: 'settlement', name, formerName: '', category: 'village', ...more });
const PLACES: readonly Place[] = [
  { id: 'c', parent: null, kind: 'community', name: 'Срібнянська селищна територіальна громада', formerName: '', category: '' },
  { id: 'd1', parent: 'c', kind: 'starosta', name: 'Іванівський старостинський округ', formerName: '', category: '' },
  { id: 'd2', parent: 'c', kind: 'starosta', name: 'Поділський старостинський округ', formerName: '', category: '' },
  place('UA74080010010012345', 'Срібне', { category: 'selyshche' }), place('iv1', 'Іванівка', { parent: 'd1' }), place('iv2', 'Іванівка', { parent: 'd2', category: 'selyshche' }),
  place('mar', 'Марʼянівка'), place('nova', 'Нова Гребля'), place('sosna', 'Сосна'), place('dem', 'Демʼянівка', { formerName: 'Жовтневе' }), place('per', 'Перше Травня'), place('pid', 'Поділ', { parent: 'd2' }), place('luka', 'Гурбинці-Друге'), place('kyiv', 'Сокиринці', { category: 'city' }),
];
const matcher = createPlaceMatcher(PLACES);
const id = (text: string, within?: string): unknown => { const m = matcher.match(text, within); return m === null ? null : 'id' in m ? m.id : m.ambiguous; };

describe('places that are not there', () => {
  test.each(['', ' ', '–', '123', 'Полтава', 'UA00000000000000000', 'Усього', 'х'.repeat(400), 'Іванівський', 'старостинський округ', 'громада', '((((', 'с.'])('«%s» is none', (text) => {
    if (text === 'Іванівський') expect(id(text)).toBe('d1');
    else expect(matcher.match(text)).toBeNull();
  });
  test('a misspelt one is offered with its neighbours, never taken', () => {
    expect(id('Сокиренці')).toBeNull();
    expect(matcher.nearest('с. Сокиренці')[0]).toBe('kyiv');
    expect(matcher.nearest('Маріянівка')[0]).toBe('mar');
    expect(matcher.nearest('Нова Грeбля с.')[0]).toBe('nova');
    expect(matcher.nearest('Житомир')).toEqual([]);
    expect(matcher.nearest('')).toEqual([]);
    expect(matcher.nearest('а'.repeat(5000))).toEqual([]);
    expect(matcher.nearest('Іванівк').slice(0, 2).toSorted()).toEqual(['iv1', 'iv2']);
  });
});

describe('ways to write a place', () => {
  test.each([
    ['Срібне', 'UA74080010010012345'], ['срібне', 'UA74080010010012345'], ['СРІБНЕ', 'UA74080010010012345'], ['  Срібне  ', 'UA74080010010012345'], ['селище Срібне', 'UA74080010010012345'], ['с-ще Срібне', 'UA74080010010012345'], ['смт Срібне', 'UA74080010010012345'], ['смт. Срібне', 'UA74080010010012345'], ['с.м.т. Срібне', 'UA74080010010012345'],
    ['UA74080010010012345', 'UA74080010010012345'], ['уа74080010010012345', 'UA74080010010012345'], ['UA74080010010012345 Срібне', 'UA74080010010012345'], ['Cpiбнe', 'UA74080010010012345'], ['Sribne', 'UA74080010010012345'], ['Срібне (центр)', 'UA74080010010012345'], ['Срібне*', 'UA74080010010012345'], ['Срібне, Прилуцький район', 'UA74080010010012345'], ['Срібне – опорний пункт', 'UA74080010010012345'],
    ["Мар'янівка", 'mar'], ['Мар’янівка', 'mar'], ['Мар`янівка', 'mar'], ['Мар"янівка', 'mar'], ['Марянівка', 'mar'], ['с.Марʼянівка', 'mar'], ['село Марʼянівка', 'mar'], ['С. МАР’ЯНІВКА', 'mar'], ['Марʼянівка (село)', 'mar'], ['Марʼянівка с.', 'mar'],
    ['Нова  Гребля', 'nova'], ['Нова-Гребля', 'nova'], ['Нова Гребля 2', 'nova'], ['COCHA', 'sosna'], ['Жовтневе', 'dem'], ['с. Жовтневе (нині Демʼянівка)', 'dem'], ['Перше Травня', 'per'], ['Гурбинці Друге', 'luka'], ['м. Сокиринці', 'kyiv'], ['місто Сокиринці', 'kyiv'],
    ['Іванівський старостинський округ', 'd1'], ['Іванівський СО', 'd1'], ['ІВАНІВСЬКИЙ СТАРОСТИНСЬКИЙ ОКРУГ', 'd1'], ['Іванівська сільська рада', null], ['Поділський ст. округ', 'd2'], ['Срібнянська громада', 'c'], ['Срібнянська ТГ', 'c'], ['Срібнянська селищна рада', 'c'], ['Срібнянська селищна територіальна громада', 'c'], ['Поділ', 'pid'],
  ])('«%s» → %s', (text, expected) => { expect(id(text)).toBe(expected); });
  test('namesakes are asked about, unless the kind or the district tells', () => {
    expect(id('Іванівка')).toEqual(['iv1', 'iv2']);
    expect([id('с. Іванівка'), id('селище Іванівка'), id('Іванівка', 'd2'), id('Іванівка (Іванівський старостинський округ)'), id('Іванівка', 'c')]).toEqual(['iv1', 'iv2', 'iv2', 'iv1', ['iv1', 'iv2']]);
  });
  test('a former name that is another place’s name today is asked about', () => {
    const two = createPlaceMatcher([place('a', 'Вишневе'), place('b', 'Садове', { formerName: 'Вишневе' })]);
    expect(two.match('Вишневе')).toEqual({ ambiguous: ['a', 'b'] });
  });
  test('a tree with a circle in it ends', () => {
    const circle = createPlaceMatcher([place('a', 'Лісове', { parent: 'b' }), place('b', 'Лісове', { parent: 'a' })]);
    expect(circle.match('Лісове', 'zzz')).toEqual({ ambiguous: ['a', 'b'] });
  });
});

describe('every settlement of the country in its community', () => {
  test('is found by its name in any dress, or asked about with its namesakes', () => {
    const data = loadData(RESOURCES);
    let asked = 0;
    let all = 0;
    const wrong: string[] = [];
    for (const community of data.communities().filter((_, i) => i % 11 === 0)) {
      const places = data.settlementsOf(community.code).map((s): Place => ({ id: s.code, parent: community.code, kind: 'settlement', name: s.name.uk, formerName: s.formerName?.uk ?? '', category: s.category }));
      const here = createPlaceMatcher([{ id: community.code, parent: null, kind: 'community', name: community.fullName.uk, formerName: '', category: '' }, ...places]);
      const prefix = { city: 'м.', selyshche: 'с-ще ', village: 'с. ', '': '' };
      for (const p of places) {
        for (const text of [p.name, p.name.toUpperCase(), `${prefix[p.category]}${p.name.replaceAll('ʼ', "'")}`, `${p.name} (*)`, p.id]) {
          const found = here.match(text);
          all += 1;
          if (found !== null && 'ambiguous' in found) asked += 1;
          if (found === null || ('id' in found ? found.id !== p.id : !found.ambiguous.includes(p.id))) wrong.push(`${text} in ${community.name.uk}`);
        }
      }
    }
    process.stdout.write(`  settlements: ${all} texts matched, ${((asked / all) * 100).toFixed(2)} % asked about\n`);
    expect(wrong).toEqual([]);
    expect(asked / all).toBeLessThan(0.02);
  });
});

describe('typing errors', () => {
  test('are counted alike both ways and given up above the limit', () => {
    expect([typingErrors('', '', 3), typingErrors('аб', 'ба', 3), typingErrors('срібне', 'срібна', 3), typingErrors('а', 'абвгд', 3)]).toEqual([0, 1, 1, 4]);
    fc.assert(fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (a, b) => {
      const d = typingErrors(a, b, 20);
      expect(d).toBe(typingErrors(b, a, 20));
      expect(d === 0).toBe(a === b);
      expect(d).toBeGreaterThanOrEqual(Math.abs(a.length - b.length));
    }));
  });
});

describe('total rows', () => {
  test.each(['Усього', 'усього:', 'ВСЬОГО:', 'Всього по громаді', 'РАЗОМ', 'Разом по Іванівському СО', 'Разом по с. Лісове', 'Всього осіб', 'Усього, осіб:', 'Усього (осіб)', 'Підсумок', 'Загалом', 'Итого', 'По громаді всього', 'Срібнянська громада, усього', 'Всього у громаді:', 'Total', 'Grand total'])('«%s» is a total', (text) => {
    expect(rowKind(text)).toBe('total');
  });
  test.each(['', 'Усівка', 'Разомське', 'Разом з дітьми', 'Всього разом із сімʼями', 'Всього потребують догляду вдома', 'Загальна середня освіта', 'Срібне', 'Іванівський старостинський округ', 'усього '.repeat(60)])('«%s» is none', (text) => {
    expect(rowKind(text)).not.toBe('total');
  });
  test.each(['у т. ч. діти', 'в т.ч.', 'У тому числі:', 'з них жінки', 'із них', '– з них сільське', 'з яких отримують', 'of which women'])('«%s» is a part of the row above', (text) => { expect(rowKind(text)).toBe('part'); });
  test('of a whole row, wherever its label stands', () => {
    expect([[null, 'Усього', 5], [31, '', 'Разом:', 5], [5, 6, null], [], ['Лісове', 5], ['з них', 3]].map((row) => kindOfRow(row))).toEqual(['total', 'total', 'row', 'row', 'row', 'part']);
  });
});

describe('numbers of cells', () => {
  const value = (cell: RawCell, whole?: boolean): unknown => { const r = readNumber(cell, whole); return r.ok ? r.value : r.reason; };
  test.each<[RawCell, unknown]>([
    [null, null], ['', null], ['–', null], ['н/д', null], ['немає', 0], ['0', 0], [0, 0], [true, 'notNumber'], [{ date: '2025-01-01' }, 'notNumber'], [{ error: '#REF!' }, 'error'], ['#N/A', 'error'], ['#Н/Д', 'error'], ['#DIV/0!', 'error'], ['#ЗНАЧ!', 'error'],
    ['багато', 'notNumber'], ['8–15', 'range'], ['12 34', 'grouping'], ['1,234', 'ambiguous'], ['9'.repeat(30), 'tooLarge'], ['x'.repeat(500), 'tooLarge'], [NaN, 'error'], [1e15, 'tooLarge'], ['5 котів', 'notNumber'], ['12.03.2025', 'notNumber'], ['=A1+B1', 'notNumber'], ['1e5', 'notNumber'],
    ['1 234', 1234], ['1\u00A0234', 1234], ['12,5', 12.5], ['12.5', 12.5], ['1 234,5', 1234.5], ['-5', -5], ['−5', -5], ['~50', 50], ['≈ 1 200', 1200], ['15*', 15], ['15 **', 15], ['15¹', 15], ['12 осіб', 12], ['12 ос.', 12], ['3 сімʼї', 3], ['0,25 ставки', 0.25], ['25 місць', 25],
    ['12,5 тис. грн', 12500], ['1,234 тис.', 1234], ['2 млн', 2_000_000], ['50 %', 0.5], ['69,8%', 0.698], [0.30000000000000004, 0.3], [12.000000000000002, 12], [{ share: 0.5 }, 0.5], ["'15", 'notNumber'],
  ])('%j is %j', (cell, expected) => { expect(value(cell)).toEqual(expected); });
  test('three digits after a comma are a fraction where fractions are allowed', () => { expect([value('1,234', false), value('1,234', true)]).toEqual([1.234, 'ambiguous']); });
  test('what was said beside the number is kept', () => {
    expect(readNumber('~ 12 осіб')).toEqual({ ok: true, value: 12, estimate: true, unit: 'осіб', percent: false });
    expect(readNumber('50 %')).toEqual({ ok: true, value: 0.5, estimate: false, unit: '%', percent: true });
  });
  test('a whole number reads as itself however it is grouped', () => {
    fc.assert(fc.property(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), fc.constantFrom(' ', '\u00A0', '\u202F', ''), (n, gap) => {
      const text = (n < 0 ? '-' : '') + String(Math.abs(n)).replace(/\B(?=(\d{3})+(?!\d))/g, gap);
      expect(value(text)).toBe(n === 0 ? 0 : n);
      expect(value(n)).toBe(n);
    }));
  });
});

describe('days and periods', () => {
  test.each<[RawCell, string | null]>([
    [null, ''], ['–', ''], [true, null], ['31.02.2025', null], ['вчора', null], ['01.01.1899', null], [12, null], [99_999, null], ['x'.repeat(200), null], [{ error: '#REF!' }, null], ['січень 2025', null],
    ['01.02.2025', '2025-02-01'], ['1.2.2025 р.', '2025-02-01'], ['2025-02-01', '2025-02-01'], ['01/02/2025', '2025-02-01'], ['01.02.25', '2025-02-01'], ['01.02.2025 00:00:00', '2025-02-01'], [45_689, '2025-02-01'], [45_689.75, '2025-02-01'], [{ date: '2025-02-01' }, '2025-02-01'], ['станом на 01.02.2025', '2025-02-01'], ['1 лютого 2025 року', '2025-02-01'],
  ])('%j is %j', (cell, expected) => { expect(readDate(cell)).toBe(expected); });
  test('books of old Macs count from 1904', () => { expect([fromSerial(44_227, true), fromSerial(45_689)]).toEqual(['2025-02-01', '2025-02-01']); });
  test.each<[string, string | null]>([
    ['', null], ['Виявлено', null], ['порівняння 2024 і 2025', null], ['КЕКВ 2282 1900', null], ['станом на 31.02.2026', null], ['закон № 2671-VIII', null], ['1'.repeat(500), null],
    ['станом на 01.01.2026', 'asOf 2026-01-01 2026-01-01'], ['Кількість осіб (на 1 січня 2026 року)', 'asOf 2026-01-01 2026-01-01'], ['2025 рік', 'year 2025-01-01 2025-12-31'], ['за 2025 р.', 'year 2025-01-01 2025-12-31'], ['2025', 'year 2025-01-01 2025-12-31'], ['у 2025 році, осіб', 'year 2025-01-01 2025-12-31'],
    ['І кв. 2025', 'quarter 2025-01-01 2025-03-31'], ['II квартал 2025 року', 'quarter 2025-04-01 2025-06-30'], ['ІІІ кв. 2024', 'quarter 2024-07-01 2024-09-30'], ['IV квартал 2024', 'quarter 2024-10-01 2024-12-31'], ['1 квартал 2025', 'quarter 2025-01-01 2025-03-31'], ['3-й квартал 2025', 'quarter 2025-07-01 2025-09-30'], ['Q2 2025', 'quarter 2025-04-01 2025-06-30'],
    ['І півріччя 2025', 'half 2025-01-01 2025-06-30'], ['2 півріччя 2025 р.', 'half 2025-07-01 2025-12-31'], ['9 місяців 2025 року', 'months 2025-01-01 2025-09-30'], ['6 міс. 2025', 'months 2025-01-01 2025-06-30'], ['січень 2025', 'month 2025-01-01 2025-01-31'], ['лютий 2024 р.', 'month 2024-02-01 2024-02-29'], ['листопад 2025', 'month 2025-11-01 2025-11-30'], ['01.01.2025 – 31.12.2025', 'range 2025-01-01 2025-12-31'],
  ])('«%s» → %s', (text, expected) => { const p = readPeriod(text); expect(p === null ? null : `${p.kind} ${p.from} ${p.to}`).toBe(expected); });
});
