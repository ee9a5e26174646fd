import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { hintOf } from '../../src-main/imports/personal/headers.ts';
import { personalIn } from '../../src-main/imports/personal/guard.ts';
import { isTaxNumber } from '../../src-main/imports/personal/codes.ts';
import { hasName } from '../../src-main/imports/personal/names.ts';
import { GIVEN, SURNAME_STRONG } from '../../src-main/imports/personal/words.ts';
import type { PersonalClass, RawCell } from '../../src-main/imports/types.ts';
import { foldCell } from '../../src-main/imports/match/fold.ts';
import { RESOURCES } from '../reference/resources.ts';
import * as corpus from './personal/corpus.ts';

const CELLS = 2500;
const report: string[] = [];
const say = (line: string): void => { report.push(line); process.stdout.write(`  ${line}\n`); };

const fixtures = JSON.parse(readFileSync(new URL('personal/institutions.json', import.meta.url), 'utf8')) as { institutions: string[]; addresses: string[]; typical: string[] };
const settlements = readdirSync(`${RESOURCES}/data/settlements`).flatMap((file) => {
  const { communities } = JSON.parse(readFileSync(`${RESOURCES}/data/settlements/${file}`, 'utf8')) as { communities: Record<string, [string, string, string, string | null][]> };
  return Object.values(communities).flatMap((rows) => rows.flatMap((row) => [row[1], row[3] ?? '']).filter((n) => n !== ''));
});

describe('recall on a seeded corpus, cell by cell, with no header to help', () => {
  test('the words of the corpus are not the words of the guard', () => {
    for (const rare of [...corpus.RARE_MEN, ...corpus.RARE_WOMEN]) expect(GIVEN.has(foldCell(rare)), rare).toBe(false);
    const telling = corpus.SURNAME_FORMS.filter((s) => SURNAME_STRONG.test(foldCell(s))).length / corpus.SURNAME_FORMS.length;
    expect(telling).toBeLessThan(0.45);
  });
  const recall = (kind: PersonalClass, least: number, make: (c: corpus.Chance) => RawCell, seed: number): void => {
    test(`${kind}: at least ${least}`, () => {
      const c = corpus.chance(seed);
      const missed: RawCell[] = [];
      let other = 0;
      for (let i = 0; i < CELLS; i += 1) {
        const cell = make(c);
        const found = personalIn(cell);
        if (found === null) missed.push(cell);
        else if (found !== kind) other += 1;
      }
      const found = 1 - missed.length / CELLS;
      say(`${kind}: found ${found.toFixed(4)} of ${CELLS}, called by another kind ${(other / CELLS).toFixed(4)}`);
      expect(found, JSON.stringify(missed.slice(0, 20))).toBeGreaterThanOrEqual(least);
      // A cell with a birthday and a name is personal either way; a phone is not a tax number.
      expect(other / CELLS).toBeLessThan(0.06);
    });
  };
  recall('name', 0.95, corpus.name, 11);
  recall('taxNumber', 0.99, corpus.taxNumber, 12);
  recall('phone', 0.99, corpus.phone, 13);
  recall('email', 0.99, corpus.email, 14);
  recall('passport', 0.95, corpus.passport, 15);
  recall('birthDate', 0.95, corpus.birthDate, 16);
  recall('address', 0.95, corpus.address, 17);
  test('published addresses', () => {
    const missed = fixtures.addresses.filter((a) => personalIn(a) === null);
    const found = 1 - missed.length / fixtures.addresses.length;
    say(`published addresses: found ${found.toFixed(4)} of ${fixtures.addresses.length}`);
    expect(found, missed.slice(0, 10).join('\n')).toBeGreaterThanOrEqual(0.9);
  });
});

describe('false alarms', () => {
  const alarms = (what: string, cells: readonly RawCell[], most: number, header = ''): void => {
    test(`${what}: at most ${most}`, () => {
      const hint = hintOf(header === '' ? [] : [header]);
      const called = cells.filter((cell) => personalIn(cell, hint) !== null);
      say(`${what}: ${called.length} of ${cells.length} called personal (${((called.length / cells.length) * 100).toFixed(3)} %)`);
      expect(called.length / cells.length, JSON.stringify(called.slice(0, 10))).toBeLessThanOrEqual(most);
    });
  };
  const communities = (JSON.parse(readFileSync(`${RESOURCES}/data/communities.json`, 'utf8')) as { columns: (string | [string, string])[]; rows: (string | number | null)[][] });
  const column = (name: string): RawCell[] => { const at = communities.columns.findIndex((c) => (typeof c === 'string' ? c : c[0]) === name); return communities.rows.map((row) => row[at] ?? null); };
  alarms('names of settlements', settlements, 0.002);
  alarms('«с. …»', settlements.map((s) => `с. ${s}`), 0.002);
  alarms('SETTLEMENTS IN CAPITALS', settlements.map((s) => `С. ${s.toUpperCase()}`), 0.01);
  alarms('names of communities', [...column('full_name'), ...column('name'), ...column('name_en')], 0.001);
  alarms('codes', [...column('code'), ...column('budget_code')], 0.005);
  alarms('institutions of a register', fixtures.institutions, 0.01);
  alarms('typical providers', fixtures.typical, 0.01);
  alarms('typical providers under «Надавач»', fixtures.typical, 0, 'Надавач соціальних послуг');
  alarms('ФОП in a column of providers', ['ФОП Коваленко Іван Петрович', 'Фізична особа-підприємець Ткач О. В.', 'ФГ «Нива»'], 0, 'Найменування надавача');
  const services = (JSON.parse(readFileSync(`${RESOURCES}/reference/services.json`, 'utf8')) as { code: string | null; name: { uk: string; en: string } | null }[]).flatMap((s) => [s.code, s.name?.uk ?? null, s.name?.en ?? null]);
  const groups = (JSON.parse(readFileSync(`${RESOURCES}/reference/groups.json`, 'utf8')) as { name: { uk: string; en: string } }[]).flatMap((g) => [g.name.uk, g.name.en]);
  alarms('services and groups', [...services, ...groups], 0);
  const texts = (value: unknown): string[] => (typeof value === 'string' ? [value] : typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : []);
  const locales = new URL('../../src-renderer/i18n/locales/', import.meta.url);
  const own = ['uk', 'en'].flatMap((language) => readdirSync(new URL(language, locales)).flatMap((file) => texts(JSON.parse(readFileSync(new URL(`${language}/${file}`, locales), 'utf8')))));
  alarms('ordinary sentences (texts of this program)', own, 0.001);
  alarms('ordinary sentences (the training plan, the reference book)', ['samples/training.json', 'reference/norms.json', 'reference/acts.json'].flatMap((file) => texts(JSON.parse(readFileSync(`${RESOURCES}/${file}`, 'utf8')))), 0.001);
  const c = corpus.chance(3);
  alarms('counts, years, money, EDRPOU', Array.from({ length: 3000 }, () => c.pick<() => RawCell>([() => c.below(5000), () => 1991 + c.below(60), () => c.below(1e8) / 100, () => c.digits(8), () => `${1 + c.below(9)} ${c.digits(3)} ${c.digits(3)},${c.digits(2)}`, () => `${c.below(99)},5 тис. грн`,
    () => `${c.below(900)} осіб`, () => `0${1 + c.below(9)}.0${1 + c.below(9)}.20${15 + c.below(12)}`, () => `І кв. 20${20 + c.below(7)}`, () => `рішення № ${c.below(900)} від 12.11.2026`, () => `0${c.below(22)}.0`, () => ({ date: `20${10 + c.below(16)}-03-01` }), () => ({ share: 0.5 }), () => `кв. ${c.below(90)},5 м`])()), 0.001);
  test.each(['', '–', 'н/д', 'ст. 5', 'Перше Травня', 'Марія-Галявин', 'догляд вдома', 'наказ № 130-Н', 'І–ІІІ ступенів', 'групи І–V', 'станом на 01.01.2026', 'КЕКВ 2282', 'UA74080010000063011', 'до 100000 грн', 'ДСТУ 4163:2020', 'вул', 'план на 2025-2027', '1 234 567 890', 'Директор', 'Зеленський старостинський округ', 'Козацький клуб', 'Іванівка ІІ', 'органи влади', 'Відкриті дані', 'Пошук і команди', 'Особи, 18–59', 'Іванівка, 12', 'https://rada.gov.ua/news-10-36-08-09-02-2021/', 'до 12.03.30', 'пільговий проїзд', '67 1234'])('«%s» is nobody', (text) => {
    expect(personalIn(text)).toBeNull();
  });
});

describe('hard cells', () => {
  test.each([
    ['Коваленко Іван Петрович', 'name'], ['КОВАЛЕНКО І.П.', 'name'], ['коваленко і.п.', 'name'], ['І. П. Мороз', 'name'], ['Ivanenko Ivan Ivanovych', 'name'], ['Директор Ткач О. В.', 'name'], ['Алієв Мамед Рашид огли', 'name'], ['Коваленку Івану Петровичу', 'name'],
    ['Лук"яненко Дар`я Сергіївна', 'name'], ['Koвaлeнкo Iвaн Пeтpoвич', 'name'], ['ФОП Коваленко І. П.', 'name'], ['син: Мороз Тарас Іванович, школяр', 'name'], ['Нечуй-Левицький І. С.', 'name'], ['Вовк Марія', 'name'], ['вовк марія', 'name'], ['Олена М.', 'name'], ['О.П.Мороз', 'name'], ['Мороз О. П. (син)', 'name'], ['коваленко і п', 'name'],
    ['3025109866', 'taxNumber'], ['0671234567', 'phone'], [380671234567, 'phone'], [671234567, 'phone'], ['+48 512 345 678', 'phone'], ['тел. 2-12-34', 'phone'], ['067/123-45-67', 'phone'], ['04637 2 12 34', 'phone'], ['a.b@c.org.ua', 'email'], ['АА 123456', 'passport'], ['AA123456', 'passport'],
    ['19560312-01234', 'passport'], ['001234567', 'passport'], ['12.03.1956', 'birthDate'], ['1956 р.н.', 'birthDate'], ['12.03.56', 'birthDate'], ['12 березня 1956', 'birthDate'], [{ date: '1956-03-12' }, 'birthDate'], ['вул. Миру, 5, кв. 12', 'address'], ['Миру 5 кв 12', 'address'], ['Прилуцький р-н, с. Лісове, 15', 'address'],
  ] as const)('%j is %s', (cell, kind) => {
    if (kind === 'taxNumber') expect(isTaxNumber(corpus.taxDigits(corpus.chance(1)))).toBe(true);
    expect(personalIn(kind === 'taxNumber' ? corpus.taxDigits(corpus.chance(1)) : cell)).toBe(kind);
  });
  test('a check digit that does not fit is no tax number, unless a word says so', () => {
    const good = corpus.taxDigits(corpus.chance(5));
    const bad = `${good.slice(0, 9)}${(Number(good[9]) + 1) % 10}`;
    expect([isTaxNumber(good), isTaxNumber(bad), isTaxNumber('9999999999'), isTaxNumber('')]).toEqual([true, false, false, false]);
    expect([personalIn(bad), personalIn(`РНОКПП ${bad}`)]).toEqual([null, 'taxNumber']);
  });
  test('streets and institutions that bear a name are not their bearers', () => {
    for (const text of ['ліцей ім. Тараса Шевченка', 'імені І. Франка', 'ім. Т. Г. Шевченка', 'школа імені Коваленка Івана']) expect(hasName(text), text).toBe(false);
  });
  test('something personal at the end of a long text is found; hostile texts end', () => {
    expect(personalIn(`${'опис стану справ '.repeat(500)} Коваленко Іван Петрович`)).toBe('name');
    expect(personalIn(`${'опис стану справ '.repeat(500)} 0671234567`)).toBe('phone');
    for (const text of ['1'.repeat(32_000), '0 '.repeat(16_000), '(0'.repeat(16_000), 'а-'.repeat(16_000), 'a@'.repeat(16_000), 'a.'.repeat(16_000), '+38'.repeat(10_000), 'І. '.repeat(10_000), 'вул. '.repeat(6_000), 'тел.'.repeat(8_000), 'ович'.repeat(8_000), "'".repeat(32_000), 'паспорт '.repeat(4_000)]) {
      expect(() => personalIn(text)).not.toThrow();
    }
  });
});
