import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Question } from '#contract/api/surveys.ts';
import { fit, fitAll } from '../../src-main/domain/surveys/answers.ts';
import { asksPersonal, hidePersonal } from '../../src-main/domain/surveys/personal.ts';
import { kish, rake } from '../../src-main/domain/surveys/rake.ts';
import { readAnswers, suggestColumns } from '../../src-main/domain/surveys/read.ts';
import { allocate, answersNeeded, marginOf } from '../../src-main/domain/surveys/sample.ts';
import { shareOf } from '../../src-main/domain/surveys/share.ts';

const wide = { low: 1e-6, high: 1e6 };
/** Respondents in every combination of categories, so that each set of margins can be met. */
const full = fc.tuple(fc.integer({ min: 2, max: 3 }), fc.integer({ min: 2, max: 3 })).chain(([a, b]) => fc.record({
  cells: fc.array(fc.integer({ min: 1, max: 6 }), { minLength: a * b, maxLength: a * b }),
  first: fc.array(fc.integer({ min: 1, max: 900 }), { minLength: a, maxLength: a }), second: fc.array(fc.integer({ min: 1, max: 900 }), { minLength: b, maxLength: b }),
}));

describe('raking', () => {
  test('reproduces the margins with positive weights of average 1, and never more effective answers than answers', () => {
    fc.assert(fc.property(full, ({ cells, first, second }) => {
      const people = cells.flatMap((n, i) => Array.from({ length: n }, () => [Math.floor(i / second.length), i % second.length] as const));
      const margins = [{ of: people.map(([a]) => a), people: first }, { of: people.map(([, b]) => b), people: second }];
      const { weights, converged } = rake(people.length, margins, wide);
      expect(converged).toBe(true);
      expect(Math.min(...weights)).toBeGreaterThan(0);
      expect(weights.reduce((x, y) => x + y, 0) / weights.length).toBeCloseTo(1, 6);
      for (const { of, people: sizes } of margins) {
        const all = sizes.reduce((x, y) => x + y, 0);
        sizes.forEach((size, c) => expect(weights.filter((_, i) => of[i] === c).reduce((x, y) => x + y, 0) / weights.length).toBeCloseTo(size / all, 4));
      }
      expect(kish(weights)).toBeLessThanOrEqual(weights.length + 1e-9);
    }), { numRuns: 60 });
  });
  test('limits hold for every weight', () => {
    fc.assert(fc.property(full, fc.double({ min: 0.1, max: 0.9, noNaN: true }), fc.double({ min: 1.2, max: 5, noNaN: true }), ({ cells, first }, low, high) => {
      const of = cells.flatMap((n, i) => Array.from({ length: n }, () => i % first.length));
      const { weights } = rake(of.length, [{ of, people: first }], { low, high });
      for (const w of weights) { expect(w).toBeGreaterThanOrEqual(low * 0.98); expect(w).toBeLessThanOrEqual(high * 1.02); }
    }), { numRuns: 60 });
  });
});

describe('shares', () => {
  test('an interval holds its share, lies within 0–1 and shrinks with more answers', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 60, max: 200 }), fc.integer({ min: 2, max: 5 }), (yes, answered, times) => {
      const said = (k: number): boolean[] => Array.from({ length: answered * k }, (_, i) => i < yes * k);
      const one = shareOf(said(1), null, null, 'random');
      const more = shareOf(said(times), null, null, 'random');
      for (const { low, rate, high } of [one, more]) { expect(low).toBeGreaterThanOrEqual(0); expect(low).toBeLessThanOrEqual(rate!); expect(rate).toBeLessThanOrEqual(high!); expect(high).toBeLessThanOrEqual(1); }
      expect(more.high! - more.low!).toBeLessThan(one.high! - one.low!);
    }), { numRuns: 80 });
  });
  test('a smaller population gives a narrower interval', () => {
    const said = Array.from({ length: 91 }, (_, i) => i < 28);
    const width = (population: number | null): number => { const { low, high } = shareOf(said, null, population, 'random'); return high! - low!; };
    expect([width(100) < width(545), width(545) < width(54_000), width(54_000) < width(null)]).toEqual([true, true, true]);
  });
});

test('the needed answers give the margin, one fewer does not', () => {
  fc.assert(fc.property(fc.integer({ min: 60, max: 200_000 }), fc.double({ min: 0.02, max: 0.15, noNaN: true }), fc.double({ min: 1, max: 2, noNaN: true }), (population, margin, designEffect) => {
    const n = answersNeeded(population, { margin, designEffect });
    expect(n).toBeLessThanOrEqual(population);
    if (designEffect === 1 && n < population) expect(marginOf(n, population, 1)).toBeLessThanOrEqual(margin + 1e-9);
    expect(answersNeeded(population, { margin: margin * 1.3, designEffect })).toBeLessThanOrEqual(n);
  }));
});

test('parts add up and none gets more answers than people', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 800 }), fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 9 }), fc.constantFrom('proportional' as const, 'equal' as const), (total, sizes, how) => {
    const parts = allocate(total, sizes, how);
    expect(parts.reduce((a, b) => a + b, 0)).toBe(Math.min(total, sizes.reduce((a, b) => a + b, 0)));
    parts.forEach((part, i) => { expect(part).toBeGreaterThanOrEqual(0); expect(part).toBeLessThanOrEqual(sizes[i]!); });
  }));
});

describe('words that ask for personal data', () => {
  test.each([
    ['Ваше прізвище та імʼя', 'name'], ['ПІБ', 'name'], ['Вкажіть номер телефону для звʼязку', 'phone'], ['Адреса проживання (вулиця, будинок)', 'address'], ['РНОКПП', 'taxNumber'],
    ['Серія і номер паспорта', 'document'], ['Ваш e-mail', 'email'], ['Дата народження', 'birthDate'],
    ['Де ви живете?', null], ['Скільки вам років?', null], ['Якої ще допомоги вам бракує? Не пишіть імен, телефонів і адрес.', null], ['Чи є у вашому селі піблікація оголошень?', null], ['Чи потребуєте ви послуги «Телефон довіри»?', 'phone'],
  ] as const)('%s → %s', (text, kind) => expect(asksPersonal(text)).toBe(kind));
  test('codes in open answers are hidden, counts stay', () => {
    expect(hidePersonal('Дзвоніть 067 123-45-67 або пишіть на olena@ukr.net, нас 12 сімей, 2026 рік')).toEqual({ text: 'Дзвоніть […] або пишіть на […], нас 12 сімей, 2026 рік', hidden: 2 });
  });
});

const q = (id: string, kind: Question['kind'], title: string, more: Partial<Question> = {}): Question => ({ id, kind, title, role: '', options: [], service: '', max: 5, ...more });
const QUESTIONS: readonly Question[] = [
  q('sex', 'single', 'Ваша стать', { role: 'sex', options: [{ id: 'female', text: 'жінка' }, { id: 'male', text: 'чоловік' }] }),
  q('age', 'single', 'Скільки вам років?', { role: 'age', options: [{ id: '0-17', text: 'до 18' }, { id: '18-59', text: '18–59' }, { id: '60+', text: '60 і більше' }] }),
  q('place', 'single', 'Де ви живете?', { role: 'territory', options: [{ id: 'v1', text: 'Гаї' }, { id: 'v2', text: 'Нові Гаї' }] }),
  q('groups', 'multiple', 'Що з цього про вас?', { role: 'groups', options: [{ id: 'elderly', text: 'мені 60 років або більше' }, { id: 'elderly_alone', text: 'мені 60 років або більше і я живу сам чи сама' }, { id: 'veterans', text: 'ветеран, ветеранка або член сімʼї ветерана' }] }),
  q('home', 'service', 'Допомога вдома: прибрати, приготувати', { service: 's015.1' }), q('day', 'service', 'Денний центр', { service: 's015.3' }),
  q('grade', 'scale', 'Оцініть роботу ЦНАПу'), q('km', 'number', 'Скільки кілометрів до лікарні?'), q('open', 'open', 'Чого бракує?'),
];

describe('reading a table of an online form', () => {
  const heads = ['Позначка часу', 'Ваша стать', '2. Скільки вам років?', 'Населений пункт', 'Що з цього про вас?', 'Допомога вдома: прибрати, приготувати – потребую', 'Допомога вдома: прибрати, приготувати [отримую]', 'Допомога вдома: прибрати, приготувати – наскільки задоволені', '015.3 Денний догляд', 'Оцініть роботу ЦНАПу', 'Скільки кілометрів до лікарні?', 'Чого бракує?'];
  const uses = suggestColumns(heads, QUESTIONS, new Map([['s015.1', '015.1'], ['s015.3', '015.3']]));
  test('columns find their questions, whoever wrote the heads', () => {
    expect(uses.map(({ question, part }) => `${question}${part === '' ? '' : `/${part}`}`)).toEqual(['', 'sex', 'age', 'place', 'groups', 'home/needs', 'home/gets', 'home/satisfied', 'day', 'grade', 'km', 'open']);
  });
  test('cells are understood as people write them; what is not is listed and left unanswered', () => {
    const { answers, unread } = readAnswers([
      ['01.03.2026 9:14', 'Ж', '67', 'с. Гаї', 'мені 60 років або більше і я живу сам чи сама, ветеран, ветеранка або член сімʼї ветерана', 'так', 'Ні', '4', 'Потребую, отримую', '3', '12,5', 'лікаря'],
      ['', 'чоловік', '18–59', '2', '1;3', '1', '1', '5 – дуже', 'не потребую', '9', 'далеко', '–'],
      ['', '', '', '', '', '', '', '', '', '', '', ''],
    ], uses, QUESTIONS);
    expect(answers).toEqual([
      { sex: 'female', age: '60+', place: 'v1', groups: ['elderly_alone', 'veterans'], home: [1, 0, null], day: [1, 1, null], grade: 3, km: 12.5, open: 'лікаря' },
      { sex: 'male', age: '18-59', place: 'v2', groups: ['elderly', 'veterans'], home: [1, 1, 5], day: [0, 0, null] },
    ]);
    expect(unread).toEqual([{ row: 2, column: 9, text: '9' }, { row: 2, column: 10, text: 'далеко' }]);
  });
});

describe('answers fit their questions', () => {
  test.each([
    ['sex', 'other', undefined], ['sex', '', null], ['groups', ['elderly', 'elderly'], ['elderly']], ['groups', ['x'], undefined], ['grade', 6, undefined], ['grade', 1.5, undefined], ['km', -1, undefined], ['km', 0, 0],
    ['home', [1, 0, 4], [1, 0, null]], ['home', [null, null, null], null], ['home', [2, 0, null], undefined], ['open', '  ', null], ['open', ' лікаря ', 'лікаря'],
  ] as const)('%s: %j → %j', (id, value, kept) => expect(fit(QUESTIONS.find((each) => each.id === id)!, value as never)).toEqual(kept));
  test('the first answer that does not fit is named; questions that are gone are left out', () => {
    expect(fitAll(QUESTIONS, { sex: 'female', grade: 11 })).toEqual({ ok: false, question: 'grade' });
    expect(fitAll(QUESTIONS, { gone: 'x', sex: 'male' })).toEqual({ ok: true, answers: { sex: 'male' } });
  });
});
