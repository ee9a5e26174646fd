import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { MEASURE_IDS } from '#contract/measures.ts';
import type { MeasureId } from '#contract/models.ts';
import { suggestColumn } from '../../src-main/imports/match/columns.ts';
import { GROUP_WORDS, MEASURE_WORDS, SERVICE_WORDS } from '../../src-main/imports/match/synonyms.ts';
import { createFinder } from '../../src-main/imports/match/vocabulary.ts';
import type { ColumnMeaning, RawCell, Vocabulary } from '../../src-main/imports/types.ts';
import { createBook } from '../../src-main/reference/book.ts';
import { loadPack } from '../../src-main/reference/load.ts';
import { RESOURCES } from '../reference/resources.ts';

const book = createBook(loadPack(`${RESOURCES}/reference`));
const labels = JSON.parse(readFileSync(new URL('../../src-renderer/i18n/locales/uk/measures.json', import.meta.url), 'utf8')) as Record<string, { full?: string; short?: string } | undefined>;
const names = (...list: (string | null | undefined)[]): string[] => list.filter((n): n is string => typeof n === 'string' && n !== '');
const WORDS: Vocabulary = {
  groups: book.groups.map((g) => ({ id: g.id, names: names(g.name.uk, g.name.en) })),
  providers: [],
  services: book.services.map((s) => ({ id: s.id, names: names(s.code, s.name?.uk, s.name?.en, s.short?.uk, s.short?.en) })),
  measures: MEASURE_IDS.map((id) => ({ id, names: names(labels[id]?.full, labels[id]?.short) })),
  places: [
    { id: 'c', parent: null, kind: 'community', name: 'Срібнянська селищна територіальна громада', formerName: '', category: '' },
    ...['Срібне', 'Іванівка', 'Гурбинці', 'Поділ', 'Дігтярі'].map((name) => ({ id: name, parent: 'c', kind: 'settlement' as const, name, formerName: '', category: 'village' as const })),
  ],
};
const suggest = (headers: string | readonly string[], sample: readonly RawCell[] = [12, 5, 7, null, 31]): ColumnMeaning => suggestColumn(typeof headers === 'string' ? [headers] : headers, sample, WORDS);

describe('what says nothing', () => {
  test.each<[string, readonly RawCell[]]>([['', []], ['', [null, '']], ['Щось інше', ['абв', 'где']], ['х'.repeat(5000), ['а'.repeat(5000)]], ['((((', ['))))']], ['Стовпець 7', [12, 3, 4]]])('«%s» is skipped or a guess', (header, sample) => {
    const meaning = suggest(header, sample);
    expect(meaning.role === 'skip' || meaning.certainty < 0.5, JSON.stringify(meaning)).toBe(true);
    expect([meaning.measure, meaning.group, meaning.service]).toEqual([null, '', '']);
  });
  test.each(['ПІБ', 'Прізвище, імʼя, по батькові', 'РНОКПП', 'Контактний телефон', 'Дата народження', 'Адреса проживання'])('personal «%s» is skipped for sure', (header) => {
    expect([suggest(header, []), suggest(header, ['Коваленко', '3012345678', '0671234567', '12.03.1956'])]).toMatchObject([{ role: 'skip', certainty: 0.9 }, { role: 'skip', certainty: 0.9 }]);
  });
});

describe('columns of words', () => {
  test.each<[string, readonly RawCell[], ColumnMeaning['role']]>([
    ['№ з/п', [1, 2, 3, 4], 'number'], ['№', [1, 2, 3], 'number'], ['', [1, 2, 3, 4], 'number'], ['Код КАТОТТГ', ['UA74080010010012345'], 'territoryCode'], ['Код', ['UA74080010010012345', 'UA74080010010012346'], 'territoryCode'],
    ['Населений пункт', ['с. Срібне', 'с. Іванівка'], 'territory'], ['Назва', ['Срібне', 'Іванівка', 'Поділ', 'Усього'], 'territory'], ['', ['Срібне', 'Гурбинці', 'Дігтярі'], 'territory'], ['Старостинський округ', ['Срібне', 'Іванівка'], 'territory'],
    ['Цільова група', ['Особи похилого віку', 'ВПО', 'Діти-сироти'], 'group'], ['Категорія', ['Багатодітні сімʼї', 'Безробітні', 'УБД'], 'group'], ['Назва соціальної послуги', ['Догляд вдома', 'Денний догляд', 'Консультування'], 'service'], ['Послуга', ['015.1', '015.3', '019.0'], 'service'],
    ['Надавач', ['КУ «ЦНСП»', 'Карітас'], 'provider'], ['Показник', ['Кількість населення', 'Виявлено осіб', 'Отримують послуги'], 'measure'], ['Одиниця виміру', ['осіб', 'сімей'], 'unit'], ['Джерело інформації', ['облік ЦНСП', 'дані старост'], 'source'],
    ['Примітка', ['уточнити', 'за 2025 рік'], 'note'], ['Стать', ['ж', 'ч', 'ж'], 'sex'], ['', ['жін.', 'чоловіча', 'жіноча'], 'sex'], ['Вікова група', ['0–17', '18–59', '60+'], 'age'], ['Рік', [2024, 2025, 2025], 'year'], ['Станом на', ['01.01.2026', '01.01.2025'], 'asOf'], ['Settlement', ['Sribne', 'Podil'], 'territory'], ['Target group', ['Unemployed persons', 'Homeless persons'], 'group'],
  ])('«%s» %j is %s', (header, sample, role) => {
    const meaning = suggest(header, sample);
    expect(meaning.role).toBe(role);
    if (header !== '') expect(meaning.certainty).toBeGreaterThanOrEqual(0.5);
  });
});

describe('columns of numbers', () => {
  test.each<[string | readonly string[], Partial<ColumnMeaning>]>([
    ['Виявлено осіб, які потребують догляду вдома, станом на 01.01.2026', { role: 'value', measure: 'identified', service: 's015.1', year: 2026 }],
    [['Догляд вдома', 'Отримують послугу, осіб'], { role: 'value', measure: 'served', service: 's015.1' }],
    [['Догляд вдома', 'виявлено'], { measure: 'identified', service: 's015.1' }],
    [['Денний догляд', '2025 рік', 'обслуговується'], { measure: 'served', service: 's015.3', year: 2025 }],
    ['Кількість ВПО', { measure: 'groupSize', group: 'idp' }], ['Чисельність внутрішньо переміщених осіб, осіб', { measure: 'groupSize', group: 'idp' }],
    ['Особи з інвалідністю', { measure: 'groupSize', group: 'pwd' }], ['Особи з інвалідністю І групи', { measure: 'groupSize', group: 'pwd_group1' }], ['Діти з інвалідністю', { measure: 'groupSize', group: 'children_disability' }], ['Дітей-сиріт та дітей, позбавлених батьківського піклування', { measure: 'groupSize', group: 'orphans' }],
    ['Багатодітних сімей', { measure: 'groupSize', group: 'large_families' }], ['Сімей у СЖО', { measure: 'groupSize', group: 'families_szo' }], ['Дітей у СЖО', { measure: 'groupSize', group: 'children_szo' }], ['Учасники бойових дій', { measure: 'groupSize', group: 'veterans' }], ['Безробітні, осіб', { measure: 'groupSize', group: 'unemployed' }],
    ['Наявне населення, тис. осіб', { measure: 'population', scale: 1000, group: '', service: '' }], ['Кількість населення', { measure: 'population', scale: 1 }], ['Населення, жінки', { measure: 'population', sex: 'female' }], ['Населення чоловіки 60+', { measure: 'population', sex: 'male', age: '60+' }], ['Населення 0–17 років', { measure: 'population', age: '0-17' }],
    [['Стаціонарний догляд', 'кількість місць'], { measure: 'places', service: 's015.2' }], [['Стаціонарний догляд', 'зайнято місць'], { measure: 'occupied', service: 's015.2' }], [['015.1', 'ставок за штатом'], { measure: 'posts', service: 's015.1' }], [['Догляд вдома', 'зайнято ставок'], { measure: 'postsFilled', service: 's015.1' }],
    ['Перебуває на черзі (догляд вдома)', { measure: 'waiting', service: 's015.1' }], ['Доходи бюджету, тис. грн', { measure: 'budgetIncome', scale: 1 }], ['Доходи бюджету, грн', { measure: 'budgetIncome', scale: 0.001 }], ['Доходи бюджету, млн грн', { measure: 'budgetIncome', scale: 1000 }], ['Притулок бездомним, виявлено', { measure: 'identified', service: 's005.0' }],
    ['Home care, served', { measure: 'served', service: 's015.1' }], ['IDPs', { measure: 'groupSize', group: 'idp' }], [['Виявлено', 'Іванівка'], { measure: 'identified', territory: 'Іванівка' }], ['Виявлено за І кв. 2025', { measure: 'identified', year: 2025 }], ['Соціальний паспорт: багатодітні сімʼї', { measure: 'groupSize', group: 'large_families' }], ['Мають посвідчення УБД', { group: 'veterans' }], ['нижня межа', { role: 'low' }], ['Максимум', { role: 'high' }],
  ])('%j', (header, expected) => {
    const meaning = suggest(header);
    expect(meaning).toMatchObject(expected);
    if (expected.measure && expected.territory === undefined) expect(meaning.certainty, JSON.stringify(meaning)).toBeGreaterThanOrEqual(0.4);
  });
  test.each(['вільних місць', 'незадоволена потреба', 'охоплення, %', 'вакансій'])('«%s» is computed and not imported', (last) => {
    expect(suggest(['Стаціонарний догляд', last])).toMatchObject({ role: 'skip', measure: null, service: '' });
  });
  test('a part of those who need a service is only a guess', () => {
    expect(suggest('Потребують догляду вдома: ВПО')).toMatchObject({ measure: 'identified', service: 's015.1', certainty: 0.35 });
    expect(suggest('Потребують догляду вдома').certainty).toBeGreaterThan(0.5);
  });
});

describe('the words of working language', () => {
  test('belong to groups and services of the reference book', () => {
    expect(Object.keys(GROUP_WORDS).filter((id) => book.group(id) === undefined)).toEqual([]);
    expect(Object.keys(SERVICE_WORDS).filter((code) => book.serviceByCode(code) === undefined)).toEqual([]);
    expect(MEASURE_WORDS.filter(([id]) => !MEASURE_IDS.includes(id))).toEqual([]);
    expect(book.groups.filter((g) => GROUP_WORDS[g.id] === undefined).map((g) => g.id)).toEqual([]);
  });
  test('every group and service is found by its own official name', () => {
    const groups = createFinder(WORDS.groups.map(({ id, names }) => ({ id, names: [...names, ...(GROUP_WORDS[id] ?? [])] })));
    expect(book.groups.flatMap((g) => names(g.name.uk, g.name.en).filter((n) => groups(n)?.id !== g.id))).toEqual([]);
    for (const service of book.services) for (const name of names(service.name?.uk, service.name?.en)) expect(suggest(`${name}: отримують`).service, name).toBe(service.id);
  });
  test('two names of equal weight name nothing', () => {
    const find = createFinder([{ id: 'a', names: ['денний догляд'] }, { id: 'b', names: ['нічний догляд'] }]);
    expect([find('догляд'), find('денний догляд')?.id, find('')]).toEqual([null, 'a', null]);
  });
  test('measures by words: what the order of the list decides', () => {
    const of = (header: string): MeasureId | null => suggest(`Догляд вдома: ${header}`).measure;
    expect([of('фактично зайнято ставок'), of('штатних одиниць'), of('проживає'), of('ліжко-місць'), of('опитано')]).toEqual(['postsFilled', 'posts', 'occupied', 'places', 'surveyAnswered']);
  });
});
