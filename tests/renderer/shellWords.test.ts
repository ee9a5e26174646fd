// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { ERRORS } from '#contract/errors.ts';
import { MEASURE_IDS, MEASURES } from '#contract/measures.ts';
import type { FigureKey, Num } from '#contract/models.ts';
import { hasText, translate } from '../../src-renderer/i18n/index.ts';
import { sentencePieces, sentencePlain, sentenceText } from '../../src-renderer/i18n/sentence.ts';
import { boundsText, numText, numWords, unitAfter } from '../../src-renderer/lib/numbers.ts';
import { cellParam, pageOf, parseCell } from '../../src-renderer/lib/route.ts';

const LANGUAGES = ['uk', 'en'] as const;
const num = (state: Num['state'], value: number | null, more: Partial<Num> = {}): Num => ({ state, value, low: value, high: value, unit: 'person', assumed: false, recalled: false, ref: null, missing: [], ...more });

it.each(LANGUAGES)('has a sentence for every error, in %s, that ends as a sentence does', (lng) => {
  for (const code of Object.keys(ERRORS)) {
    expect(hasText(`errors.${code}`, lng), code).toBe(true);
    expect(translate(`errors.${code}`, { lng, id: '7', path: 'x', computer: 'x', since: '09:14' }), code).toMatch(/[.]$/);
  }
});

it.each(LANGUAGES)('names every measure and its unit, in %s', (lng) => {
  for (const id of MEASURE_IDS) {
    for (const form of ['full', 'short']) expect(hasText(`measures.${id}.${form}`, lng), `${id}.${form}`).toBe(true);
    expect(hasText(`units.${MEASURES[id].unit}.head`, lng), MEASURES[id].unit).toBe(true);
  }
});

it('puts units into the right form and writes none after per cent', () => {
  expect([1, 2, 5, 0, 2.5].map((n) => unitAfter(n, 'post', 'uk'))).toEqual(['ставка', 'ставки', 'ставок', 'ставок', 'ставки']);
  expect([1, 137, 453].map((n) => unitAfter(n, 'person', 'uk'))).toEqual(['особа', 'осіб', 'особи']);
  expect(unitAfter(0.5, 'share', 'uk')).toBe('');
  expect(unitAfter(1, 'person', 'en')).toBe('person');
});

it('never shows what is not known as a number, and says its state in words', () => {
  expect(numText(num('unknown', null), 'uk')).toBe('н/д');
  expect(numText(num('partial', 2), 'uk')).toBe('від 2');
  expect(numText(num('na', null), 'uk')).toBe('');
  expect(numText(num('conflict', 26), 'uk')).toBe('+26');
  expect(numText(num('known', 0), 'uk')).toBe('0');
  expect(numWords(num('unknown', null), 'uk')).toBe('не відомо');
  expect(numWords(num('assumption', 11, { low: 8, high: 15 }), 'en')).toBe('11 people, range 8–15, rests on an assumption');
  expect(numWords(num('partial', 2), 'uk')).toBe('відомо не все, не менше ніж 2 осіб');
});

it('shows bounds only where they differ on screen', () => {
  expect(boundsText(num('computed', 137, { low: 137, high: 168.71 }), 'uk')).toBe('137–169');
  expect(boundsText(num('computed', 137, { low: 136.9, high: 137.2 }), 'uk')).toBeNull();
  expect(boundsText(num('computed', 137, { low: null, high: 169 }), 'uk')).toBeNull();
});

it('keeps Ukrainian names apart in English sentences, and writes them in Latin letters for screen readers', () => {
  const added = { key: 'territory.add', params: { name: 'Дігтярі' } };
  expect(sentencePieces(added, 'en')).toEqual([{ text: 'Territory “', uk: false }, { text: 'Дігтярі', uk: true }, { text: '” added', uk: false }]);
  expect(sentencePlain(added, 'en')).toBe('Territory “Dihtiari” added');
  expect(sentenceText(added, 'uk')).toBe('Додано територію «Дігтярі»');
});

it('builds the sentence of an undone change from the sentence of the change', () => {
  const undone = { key: 'history.undone', params: { what: 'figures.paste', count: 1040, revision: 3 } };
  expect(sentenceText(undone, 'uk')).toBe('Скасовано: вставлено 1\u00a0040 чисел');
  expect(sentenceText({ key: 'figure', params: { measure: 'identified', year: 2026, service: 's015.1', group: '' } }, 'uk')).toBe('Змінено: 015.1 – виявлено, 2026');
  expect(sentenceText({ key: 'year.carry', params: { year: 2027, from: 2026 } }, 'uk')).toBe('Додано рік 2027 з числами 2026 року');
});

it('carries the address of a cell through a link', () => {
  const key: FigureKey = { measure: 'identified', group: '', service: 's015.1', provider: '', territory: 'UA74~1', sex: 'all', age: 'all', year: 2026, scenario: 'base' };
  expect(parseCell(cellParam(key), 'base')).toEqual(key);
  expect(parseCell('identified', 'base')).toBeNull();
  expect(parseCell(null, 'base')).toBeNull();
  expect(pageOf(key)).toBe('needs');
  expect(pageOf({ ...key, service: '', measure: 'population' })).toBe('community');
});
