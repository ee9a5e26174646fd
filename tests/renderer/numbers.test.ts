// @vitest-environment jsdom
import { expect, test } from 'vitest';
import type { Num } from '#contract/models.ts';
import { numText, numWords } from '../../src-renderer/lib/numbers.ts';
import { numbersAsOneStop } from '../../src-renderer/lib/numberStop.ts';

const partial = (low: number | null, high: number | null): Num => ({ state: 'partial', value: null, low, high, unit: 'person', assumed: false, recalled: false, ref: null, missing: [] });

test('what is known only from one side says the side, and never reads as a number or as nothing', () => {
  expect([numText(partial(2, null), 'uk'), numText(partial(null, 25), 'uk')]).toEqual(['від 2', 'до 25']);
  expect([numText(partial(2, null), 'en'), numText(partial(null, 25), 'en')]).toEqual(['from 2', 'up to 25']);
  expect(numText(partial(null, null), 'uk')).toBe('н/д');
  expect(numWords(partial(2, null), 'uk')).toContain('не менше ніж 2');
  expect(numWords(partial(null, 25), 'en')).toContain('at most 25');
});

test('the numbers of a plain table are one stop of Tab with arrows between them; fields and buttons of its rows stay stops', () => {
  const stop = numbersAsOneStop();
  const row = (...cells: readonly string[]): string => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
  const number = (id: string): string => `<button class="n" id="${id}">1</button>`;
  document.body.innerHTML = `<table class="tb">${row('а', number('a1'), number('b1'), '<input id="field">')}${row('разом', '')}${row('б', '', number('b2'), '<button id="act"></button>')}</table><table class="tb" data-one-stop>${row(number('own'))}</table>`;
  const one = (id: string): HTMLElement => document.getElementById(id) as HTMLElement;
  const stops = (): string => [...document.querySelectorAll<HTMLElement>('button, input')].filter((each) => each.tabIndex === 0).map((each) => each.id).join(' ');
  const press = (key: string, ctrlKey = false): string => { document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, ctrlKey, bubbles: true, cancelable: true })); return document.activeElement?.id ?? ''; };
  press('Tab');
  expect(stops()).toBe('a1 field act own');
  one('a1').focus();
  expect([press('ArrowDown'), press('ArrowDown'), press('ArrowUp'), press('Home'), press('ArrowRight'), press('End', true), press('Home', true)]).toEqual(['b2', 'b2', 'b1', 'a1', 'b1', 'b2', 'a1']);
  one('b2').focus();
  one('field').focus();
  press('Tab');
  expect(stops()).toBe('field b2 act own');
  stop();
  expect((one('b2').focus(), press('Home', true))).toBe('b2');
});
