import { describe, expect, it } from 'vitest';
import { loadData } from '../../src-main/reference/load.ts';
import { createSearch, fold } from '../../src-main/reference/search.ts';
import { RESOURCES } from './resources.ts';

const data = loadData(RESOURCES);
const search = createSearch(data.communities());
const names = (query: string, limit = 20) => search(query, limit).items.map((c) => c.name.uk);
const marked = (query: string) => { const hit = search(query, 1).items[0]; return hit?.match ? hit.name.uk.slice(...hit.match) : null; };

describe('queries nobody meant', () => {
  it.each([['10,000 letters', 'а'.repeat(10_000)], ['10,000 blanks and a word', `${' '.repeat(10_000)}київ`], ['10,000 words', 'ки '.repeat(10_000)], ['regular expression', '.*+?^${}()|[]\\'], ['brackets', '(((('], ['only a hyphen', '-'], ['nulls', '\u0000\u0000'], ['half an emoji', '\ud83d'], ['SQL', "'; DROP TABLE x; --"]])('%s', (_, query) => {
    const found = search(query, 5);
    expect(found.all).toBe(1470);
    expect(found.items.length).toBeLessThanOrEqual(5);
    for (const hit of found.items) if (hit.match) expect(hit.match[1]).toBeLessThanOrEqual(hit.name.uk.length);
  });
  it('find nothing rather than everything', () => {
    for (const query of ['((((', '-', '.*', 'жжжжж', 'київ жжжжж']) expect(search(query, 5).total, query).toBe(0);
  });
});

describe('finding a community', () => {
  it('an empty query lists all in alphabetical order', () => {
    const found = search('  ', 3);
    expect(found.total).toBe(1470);
    expect(found.items).toHaveLength(3);
    expect(found.items[0]?.match).toBeNull();
  });
  it('eight Миколаївська, told apart by raion and oblast or type', () => {
    const found = search('миколаївська', 2000).items.filter((c) => c.name.uk === 'Миколаївська');
    expect(found).toHaveLength(8);
    expect(new Set(found.map((c) => `${c.oblast.uk} ${c.raion.uk} ${c.type}`)).size).toBe(8);
    expect(found.map((c) => c.oblast.uk)).toEqual(['Дніпропетровська область', 'Дніпропетровська область', 'Донецька область', 'Львівська область', 'Миколаївська область', 'Одеська область', 'Сумська область', 'Сумська область']);
    expect(names('миколаї', 8)).toEqual(Array.from({ length: 8 }, () => 'Миколаївська'));
    expect(marked('миколаї')).toBe('Миколаї');
  });
  it('narrows by further words in any order', () => {
    expect(search('миколаївська донецька', 9).items[0]?.code).toBe('UA14120130000086767');
    expect(search('донецька миколаїв', 9).items[0]?.code).toBe('UA14120130000086767');
  });
  it('by the present name of the centre before anything in the raion of that name', () => {
    expect(search('Самар', 5).items[0]).toMatchObject({ name: { uk: 'Новомосковська' }, center: { uk: 'Самар' }, match: null });
  });
  it('by the former name of the centre', () => {
    expect(search('Червоноград', 5).items.map((c) => c.center.uk)).toContain('Шептицький');
    expect(search('сєвєродонецьк', 5).items[0]?.formerName?.uk).toBe('Сєвєродонецьк');
    expect(search('звягельська', 5).items.map((c) => c.name.uk)).toContain('Новоград-Волинська');
  });
  it('by raion, oblast and code', () => {
    expect(search('Прилуцький район', 50).items.map((c) => c.name.uk)).toContain('Срібнянська');
    const oblast = search('чернігівська область', 2000).items;
    expect(oblast.filter((c) => c.oblast.uk === 'Чернігівська область')).toHaveLength(57);
    expect(oblast.filter((c) => c.oblast.uk !== 'Чернігівська область').map((c) => [c.name.uk, c.oblast.uk])).toEqual([['Чернігівська', 'Запорізька область']]);
    expect(search('UA14120130000086767', 5).items.map((c) => c.name.uk)).toEqual(['Миколаївська']);
    expect(search('уа14120130000086767', 5).total).toBe(1);
    expect(search('ua8000', 5).items.map((c) => c.name.uk)).toEqual(['Київ']);
  });
  it('whatever the apostrophe and the case', () => {
    for (const apostrophe of ["'", '’', 'ʼ', '`', '']) {
      expect(names(`ЗНАМ${apostrophe}ЯНСЬКА`), apostrophe).toContain('Знамʼянська');
      expect(marked(`знам${apostrophe}я`), apostrophe).toBe('Знамʼя');
    }
    expect(fold(' Слов’янськ \u00a0 ')).toBe('словянськ');
    expect(fold('Ґалаґан')).toBe('ґалаґан');
  });
  it('a part of a name with a hyphen', () => {
    expect(names('франківська')).toContain('Івано-Франківська');
    expect(names('івано-франківська')[0]).toBe('Івано-Франківська');
    expect(marked('волинська новоград')).toBe('Волинська');
  });
  it('typed on a Latin layout', () => {
    expect(names('vbrjkf]dcmrf', 8)).toEqual(Array.from({ length: 8 }, () => 'Миколаївська'));
    expect(names('rb]d')).toContain('Київ');
    expect(marked('rb]d')).toBe('Київ');
    expect(names('ghbkewmrbq hfqjy')).toEqual(names('прилуцький район'));
    expect(names(',skjpt')).toEqual(names('білозе'));
  });
  it('by English names', () => {
    expect(search('Kramatorsk', 5).items[0]?.name.uk).toBe('Краматорська');
    expect(search('Mykolaivska Donetska', 5).items[0]?.code).toBe('UA14120130000086767');
  });
});
