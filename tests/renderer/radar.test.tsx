// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import type { Num } from '#contract/models.ts';
import { Radar } from '../../src-renderer/charts/index.ts';
import '../../src-renderer/i18n/index.ts';

const num = (value: number | null): Num => ({ state: value === null ? 'unknown' : 'computed', value, low: value, high: value, unit: 'share', assumed: false, recalled: false, ref: null, missing: [] });
afterEach(cleanup);

it('what is not known has no point and no line, what got worse stands in the middle', () => {
  render(<Radar name="Шлях" axes={['Житло', 'Робота', 'Освіта', 'Участь'].map((label) => ({ id: label, label }))} series={[{ id: 'idp', label: 'ВПО', nums: [num(0.5), num(-0.2), num(null), num(1.4)] }, { id: 'veteran', label: 'Ветерани', nums: [null, num(0), null, null] }]} />);
  expect(screen.getByRole('img', { name: 'Шлях' })).toBeTruthy();
  const points = [...document.querySelectorAll('[data-mark=point]')].map((point) => point.getAttribute('d') ?? '');
  expect(points).toHaveLength(4);
  const [first, second] = document.querySelectorAll('[data-mark=line]');
  expect(first?.getAttribute('d')?.match(/M/g)).toHaveLength(2);
  expect(second?.getAttribute('d')).toBe('');
  // Worse than at the baseline is drawn as 0 %: both lines meet in the centre, each with its own sign.
  expect(points[1]).toContain('A');
  expect(points[3]).not.toContain('A');
  expect(screen.getByText('Освіта')).toBeTruthy();
});
