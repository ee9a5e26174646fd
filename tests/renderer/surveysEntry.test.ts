import { describe, expect, test } from 'vitest';
import type { Question } from '#contract/api/surveys.ts';
import { answersOf, fieldsOf, isAsked, isFull, typedOf, valueOf } from '../../src-renderer/pages/needs/surveys/entry.ts';
import { optionsOf } from '../../src-renderer/pages/needs/surveys/QuestionForm.tsx';

const options = (n: number) => Array.from({ length: n }, (_, i) => ({ id: `o${i + 1}`, text: `варіант ${i + 1}` }));
const q = (id: string, kind: Question['kind'], more: Partial<Question> = {}): Question => ({ id, kind, title: id, role: '', options: [], service: '', max: 5, ...more });
const fields = fieldsOf([q('one', 'single', { options: options(12) }), q('many', 'multiple', { options: options(4) }), q('wide', 'multiple', { options: options(14) }), q('home', 'service'), q('mark', 'scale', { max: 10 }), q('km', 'number'), q('open', 'open')]);
const at = (id: string) => fields.find((field) => field.id === id)!;

describe('typing answers by number', () => {
  test.each([
    ['one', '3', 'o3'], ['one', '13', undefined], ['one', '', null], ['many', '13', ['o1', 'o3']], ['many', '1, 5', undefined], ['wide', '1 3 12', ['o1', 'o3', 'o12']],
    ['home.needs', '1', 1], ['home.needs', '2', 0], ['home.needs', '3', undefined], ['home.satisfied', '5', 5], ['mark', '10', 10], ['mark', '11', undefined], ['km', '12,5', 12.5], ['km', 'далеко', undefined], ['open', ' лікаря ', 'лікаря'],
  ] as const)('%s: «%s» → %j', (id, typed, value) => expect(valueOf(at(id), typed)).toEqual(value));
  test('the next field is gone to when no further digit can follow', () => {
    expect([isFull(at('one'), '1'), isFull(at('one'), '3'), isFull(at('one'), '12'), isFull(at('home.needs'), '0'), isFull(at('many'), '1'), isFull(at('mark'), '1'), isFull(at('mark'), '7')]).toEqual([false, true, true, true, false, false, true]);
  });
  test('satisfaction is asked of those who get the service; the first field that makes no sense is named', () => {
    expect([isAsked(at('home.satisfied'), { 'home.gets': '0' }), isAsked(at('home.satisfied'), { 'home.gets': '1' })]).toEqual([false, true]);
    expect(answersOf(fields, { one: '2', 'home.needs': '1', 'home.gets': '0', 'home.satisfied': '4', open: '' })).toEqual({ ok: true, answers: { one: 'o2', home: [1, 0, null] } });
    expect(answersOf(fields, { one: '2', mark: '0' })).toMatchObject({ ok: false, field: { id: 'mark' } });
  });
});

test('stored answers are typed again as they were: an option that is gone is left out', () => {
  const typed = { one: '2', many: '13', wide: '1 3 12', 'home.needs': '1', 'home.gets': '1', 'home.satisfied': '4', mark: '10', km: '12,5', open: 'лікаря' };
  const read = answersOf(fields, typed);
  expect(read.ok && typedOf(fields, read.answers)).toEqual(typed);
  expect(typedOf(fields, { one: 'o99', many: ['o99', 'o2'], home: [0, null, null] })).toEqual({ many: '2', 'home.needs': '0' });
});

test('options keep their ids when lines are reworded, moved, added or removed', () => {
  const old = options(3);
  expect(optionsOf(['варіант 1', 'другий', 'варіант 3'], old).map((each) => each.id)).toEqual(['o1', 'o2', 'o3']);
  expect(optionsOf(['варіант 3', 'варіант 1'], old).map((each) => each.id)).toEqual(['o3', 'o1']);
  expect(optionsOf(['варіант 1', 'новий', 'варіант 2', 'варіант 3'], old).map((each) => each.id)).toEqual(['o1', 'o4', 'o2', 'o3']);
  expect(new Set(optionsOf(['a', 'a', 'b'], []).map((each) => each.id)).size).toBe(3);
});
