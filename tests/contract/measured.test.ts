import { expect, test } from 'vitest';
import { parseMeasured } from '#contract/measured.ts';

test.each<[string, 'm' | '%', number, number | null | string]>([
  ['0,9', 'm', 0.9, 0.9], ['0.9 м', 'm', 0.9, 0.9], ['82 см', 'm', 0.9, 0.82], ['900мм', 'm', 0.9, 0.9], ['90 cm', 'm', 0.9, 0.9], ['', 'm', 0.9, null], ['н/д', 'm', 0.9, null],
  ['82', 'm', 0.9, 'centimetres'], ['25 м', 'm', 1.8, 25], ['80', 'm', 100, 80], ['8 %', '%', 8, 8], ['14', '%', 8, 14],
  ['8 %', 'm', 0.9, 'notNumber'], ['8 см', '%', 8, 'notNumber'], ['-1', 'm', 0.9, 'negative'], ['широко', 'm', 0.9, 'notNumber'], ['99999 м', 'm', 100, 'tooLarge'], ['<b>1</b>', 'm', 0.9, 'notNumber'],
])('«%s» (%s, about %d) → %s', (text, unit, bound, expected) => {
  const parsed = parseMeasured(text, unit, bound, 'uk');
  expect(parsed.ok ? parsed.value : parsed.reason).toBe(expected);
});
