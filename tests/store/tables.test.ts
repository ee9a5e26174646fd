import { expect, test } from 'vitest';
import { needChoicesOf, overlapsOf, ownGroupsOf, providedOf, putNeedChoice, putOverlap, putOwnGroup, removeOwnGroup, serviceNamesOf, setProvided, setServiceName } from '../../src-main/store/choices.ts';
import { carryOver, figureTouched, figuresOf, putFigures, removeFiguresWhere } from '../../src-main/store/figures.ts';
import { addYear, META_DEFAULTS, metaOf, putScenario, removeScenario, scenariosOf, setMeta, yearsOf } from '../../src-main/store/meta.ts';
import { localNormsOf, normChecksOf, putLocalNorm, putNormCheck, removeLocalNorm, removeNormCheck } from '../../src-main/store/norms.ts';
import { NEW_PROVIDER, providerAt, providersOf, putProvider } from '../../src-main/store/providers.ts';
import { neighboursOf, putNeighbours, removeNeighbour } from '../../src-main/store/territories.ts';
import { setWords, wordsOf } from '../../src-main/store/words.ts';
import type { Tx } from '../../src-main/store/open.ts';
import { create, figure, say } from './helper.ts';

const AT = '2026-03-02T08:59:00.000Z';
const plan = () => {
  const store = create();
  return { read: store.read, revision: store.revision, write: (fn: (tx: Tx) => void) => store.write(say('edit'), 'відділ', fn) };
};

test('carrying over keeps what is there, takes known base figures only and marks them', () => {
  const { read, write } = plan();
  write((tx) => {
    putScenario(tx, { id: 's1', name: 'Більше ВПО' });
    putFigures(tx, [
      figure({ year: 2025, value: 1 }), figure({ year: 2025, service: 'day-care', value: 2 }), figure({ year: 2025, service: 'unknown', value: null }),
      figure({ year: 2025, scenario: 's1', service: 'other', value: 3 }), figure({ year: 2026, value: 9 }),
    ], AT);
    expect(carryOver(tx, 2025, 2026, '2026-04-01T00:00:00.000Z')).toBe(1);
  });
  expect(figuresOf(read, 2026, 'base').map((each) => [each.service, each.value, each.state])).toEqual([['day-care', 2, 'carried'], ['home-care', 9, 'entered']]);
  expect(figureTouched(read, figure({ service: 'day-care' }))).toEqual({ author: 'відділ', at: '2026-04-01T00:00:00.000Z' });
});

test('removing by a filter needs a filter, and all its fields must fit', () => {
  const { read, write } = plan();
  write((tx) => void putFigures(tx, [figure(), figure({ territory: 'village' }), figure({ group: 'g', measure: 'groupSize', service: '' })], AT));
  write((tx) => expect([removeFiguresWhere(tx, {}), removeFiguresWhere(tx, { service: 'home-care', territory: 'village' }), removeFiguresWhere(tx, { group: 'g' })]).toEqual([0, 1, 1]));
  expect(figuresOf(read, 2026, 'base')).toEqual([figure()]);
});

test('a scenario goes with its differences, the base stays', () => {
  const { read, write } = plan();
  write((tx) => {
    putScenario(tx, { id: 's1', name: 'А' });
    putFigures(tx, [figure(), figure({ scenario: 's1', value: 500 })], AT);
  });
  write((tx) => {
    removeScenario(tx, 'base');
    removeScenario(tx, 's1');
  });
  expect([scenariosOf(read), figuresOf(read, 2026, 's1'), figuresOf(read, 2026, 'base').length]).toEqual([[{ id: 'base', name: '' }], [], 1]);
});

test('facts never set have their defaults, years are added once', () => {
  const { read, write, revision } = plan();
  expect(metaOf(read)).toMatchObject({ surveySelection: 'unknown', weights: META_DEFAULTS.weights, root: 'root' });
  expect(write((tx) => expect([addYear(tx, 2026), addYear(tx, 2027)]).toEqual([false, true]))).toBe(1);
  expect(write((tx) => setMeta(tx, { root: 'root', calcDate: undefined }))).toBe(revision());
  expect([yearsOf(read), revision()]).toEqual([[2025, 2026, 2027], 1]);
});

test('a service left out of a provider goes with its figures there', () => {
  const { read, write } = plan();
  const p = { ...NEW_PROVIDER, id: 'p', name: 'ТЦ', kind: 'css', sector: 'municipal', territory: '', note: '', services: ['a', 'b'] } as const;
  write((tx) => {
    putProvider(tx, p);
    putFigures(tx, [figure({ provider: 'p', service: 'a' }), figure({ provider: 'p', service: 'b' })], AT);
  });
  expect(providersOf(read)).toEqual([p]);
  write((tx) => putProvider(tx, { ...p, services: ['b'] }));
  expect([providerAt(read, 'p')?.services, figuresOf(read, 2026, 'base').map((each) => each.service), providerAt(read, 'q')]).toEqual([['b'], ['b'], undefined]);
});

test('an own group goes with its figures and leaves choices and overlaps', () => {
  const { read, write } = plan();
  write((tx) => {
    putOwnGroup(tx, { id: 'own', name: 'Рибалки', unit: 'person' });
    putNeedChoice(tx, { service: 'a', method: 'survey', groups: ['own', 'idp'], reason: '' });
    putOverlap(tx, { service: '', mode: 'priority', share: null, order: ['idp', 'own'], adds: {}, source: '' });
    putFigures(tx, [figure({ group: 'own', service: '', measure: 'groupSize' })], AT);
  });
  write((tx) => expect([removeOwnGroup(tx, 'own'), removeOwnGroup(tx, 'own')]).toEqual([true, false]));
  expect([ownGroupsOf(read), needChoicesOf(read), overlapsOf(read)[0]?.order, figuresOf(read, 2026, 'base')]).toEqual(
    [[], [{ service: 'a', method: 'survey', groups: ['idp'], reason: '' }], ['idp'], []]);
});

test('answers, names, norms, neighbours and words come back, and are taken back', () => {
  const { read, write } = plan();
  const words = { document: 'needs-report', section: 'intro', language: 'uk', words: 'Наші слова', basedOn: '', at: AT } as const;
  const all = () => [[...providedOf(read)], serviceNamesOf(read), localNormsOf(read), normChecksOf(read), neighboursOf(read), [...wordsOf(read, 'needs-report', 'uk').values()]];
  write((tx) => {
    setProvided(tx, 'a', 'no');
    setServiceName(tx, { service: 'a', name: 'Послуга', source: 'наказ' });
    putLocalNorm(tx, { norm: 'n', value: 0.25, decision: '№ 5', since: '2026-01-01' });
    putNormCheck(tx, { norm: 'n', at: AT, author: 'відділ' });
    putNeighbours(tx, [{ code: 'UA1', borderKm: null, added: true, removed: false }, { code: 'UA2', borderKm: 12.5, added: false, removed: true }]);
    setWords(tx, words);
  });
  expect(all()).toEqual([
    [['a', 'no']], [{ service: 'a', name: 'Послуга', source: 'наказ' }], [{ norm: 'n', value: 0.25, decision: '№ 5', since: '2026-01-01' }], [{ norm: 'n', at: AT, author: 'відділ' }],
    [{ code: 'UA2', borderKm: 12.5, added: false, removed: true }, { code: 'UA1', borderKm: null, added: true, removed: false }], [words],
  ]);
  expect(write((tx) => void setWords(tx, { ...words, at: '2027-01-01T00:00:00.000Z' }))).toBe(1);
  write((tx) => {
    setProvided(tx, 'a', 'unknown');
    setServiceName(tx, { service: 'a', name: '', source: '' });
    removeLocalNorm(tx, 'n');
    removeNormCheck(tx, 'n');
    for (const code of ['UA1', 'UA2']) removeNeighbour(tx, code);
    setWords(tx, { ...words, words: '' });
  });
  expect(all()).toEqual([[], [], [], [], [], []]);
});
