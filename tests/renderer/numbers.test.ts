// @vitest-environment jsdom
import { expect, test } from 'vitest';
import type { Num } from '#contract/models.ts';
import { numText, numWords } from '../../src-renderer/lib/numbers.ts';

const partial = (low: number | null, high: number | null): Num => ({ state: 'partial', value: null, low, high, unit: 'person', assumed: false, recalled: false, ref: null, missing: [] });

test('what is known only from one side says the side, and never reads as a number or as nothing', () => {
  expect([numText(partial(2, null), 'uk'), numText(partial(null, 25), 'uk')]).toEqual(['від 2', 'до 25']);
  expect([numText(partial(2, null), 'en'), numText(partial(null, 25), 'en')]).toEqual(['from 2', 'up to 25']);
  expect(numText(partial(null, null), 'uk')).toBe('н/д');
  expect(numWords(partial(2, null), 'uk')).toContain('не менше ніж 2');
  expect(numWords(partial(null, 25), 'en')).toContain('at most 25');
});
