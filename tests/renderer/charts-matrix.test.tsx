// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import type { Num, TraceRef } from '#contract/models.ts';
import { GapMatrix, type MatrixCell, type MatrixDatum } from '../../src-renderer/charts/index.ts';
import '../../src-renderer/i18n/index.ts';

const refOf = (service: string): TraceRef => ({ kind: 'result', result: 'unmet', service, group: '', territory: 'x', year: 2020, scenario: 'base' });
const num = (value: number | null, more: Partial<Num> = {}): Num => ({ state: value === null ? 'unknown' : 'computed', value, low: value, high: value, unit: 'person', assumed: false, recalled: false, ref: null, missing: [], ...more });
const cell = (id: string, need: number | null, unmet: number | null, coverage: number | null): MatrixCell => ({ need: num(need), unmet: num(unmet, { ref: refOf(id) }), coverage: num(coverage, { unit: 'share' }), posts: num(null) });
const TERRITORIES = ['Срібне', 'Дігтярі', 'Гурбинці'].map((label) => ({ id: label, label }));
const ROWS: MatrixDatum[] = [
  { id: 'day', code: '015.3', label: 'Денний догляд', noProvider: false, cells: [cell('d1', 126, 38, 0.698), cell('d2', 91, 31, 0.66), cell('d3', 70, 24, 0.657)], total: cell('dt', 545, 184, 0.662) },
  { id: 'kids', code: '015.3.1', label: 'Денний догляд дітей', noProvider: true, cells: [cell('k1', 5, 5, 0), cell('k2', 3, 3, 0), cell('k3', 0, 0, null)], total: cell('kt', 8, 8, 0) },
  { id: 'walk', code: '021.0', label: 'Фізичний супровід', noProvider: true, cells: [cell('w1', 2, 2, 0), cell('w2', null, null, null), cell('w3', null, null, null)], total: { ...cell('wt', 2, 2, 0), unmet: num(2, { state: 'partial', ref: refOf('wt') }) } },
];

afterEach(cleanup);
const at = (where: string) => document.querySelector(`[data-cell="${where}"]`) as HTMLElement;
const here = () => (document.activeElement?.closest('[data-cell]') as HTMLElement | null)?.dataset['cell'];

it('writes number and share in each cell, nobody and not known in words', () => {
  render(<GapMatrix territories={TERRITORIES} rows={ROWS} name="Матриця" onTrace={vi.fn()} />);
  expect(at('0:0').textContent).toBe('3870\u00a0%');
  expect(at('0:3').textContent).toBe('18466,2\u00a0%');
  expect(at('1:2').textContent).toBe('0нікому');
  expect(at('2:1').textContent).toBe('н/д');
  expect(at('2:3').textContent).toBe('від 22 н/д');
  expect([...document.querySelectorAll('[data-heat]')].map((c) => (c as HTMLElement).dataset['heat'])).toEqual(['h3', 'h3', 'h3', 'h3', 'h5', 'h5', 'h0', 'h5', 'h5', 'nd', 'nd', 'nd']);
  expect(screen.getAllByText('немає надавача')).toHaveLength(2);
});

it('is a grid with counts, heads and one tab stop', () => {
  render(<GapMatrix territories={TERRITORIES} rows={ROWS} name="Матриця" onTrace={vi.fn()} />);
  const grid = screen.getByRole('grid', { name: 'Матриця' });
  expect([grid.getAttribute('aria-rowcount'), grid.getAttribute('aria-colcount')]).toEqual(['4', '5']);
  expect(screen.getAllByRole('columnheader')).toHaveLength(5);
  expect(screen.getAllByRole('rowheader')).toHaveLength(3);
  expect(grid.querySelectorAll('[tabindex="0"]')).toHaveLength(1);
});

it('says the bound of a partly known number and what a violet cell means', () => {
  const partial = { ...cell('p', null, null, null), unmet: num(null, { state: 'partial', low: 3, ref: refOf('p') }) };
  const conflict = { ...cell('c', 2, -1, null), unmet: num(-1, { state: 'conflict', ref: refOf('c') }) };
  render(<GapMatrix territories={TERRITORIES} rows={[{ id: 'x', code: null, label: 'Послуга', noProvider: false, cells: [partial, conflict, partial], total: partial }]} name="Матриця" onTrace={vi.fn()} />);
  expect(at('0:0').textContent).toContain('від 3');
  expect(at('0:0').querySelector('button')?.getAttribute('aria-label')).toContain('від 3');
  expect([...document.querySelectorAll('.mx-legend li')].map((li) => li.textContent)).toContain('суперечність');
});
it('moves by arrows, Home, End and corners, stops at the edges, and opens a trace by Enter', async () => {
  const onTrace = vi.fn();
  const user = userEvent.setup();
  render(<GapMatrix territories={TERRITORIES} rows={ROWS} name="Матриця" onTrace={onTrace} />);
  await user.tab();
  expect(here()).toBe('0:0');
  await user.keyboard('{ArrowUp}{ArrowLeft}');
  expect(here()).toBe('0:0');
  await user.keyboard('{ArrowDown}{ArrowRight}');
  expect(here()).toBe('1:1');
  await user.keyboard('{Enter}');
  expect(onTrace).toHaveBeenCalledExactlyOnceWith(refOf('k2'));
  await user.keyboard('{End}');
  expect(here()).toBe('1:3');
  await user.keyboard('{Control>}{Home}{/Control}');
  expect(here()).toBe('0:0');
  await user.keyboard('{Control>}{End}{/Control}{ArrowDown}');
  expect(here()).toBe('2:3');
  await user.keyboard('{PageUp}');
  expect(here()).toBe('0:3');
});

it('names cells in words', () => {
  render(<GapMatrix territories={TERRITORIES} rows={ROWS} name="Матриця" onTrace={vi.fn()} />);
  const names = (where: string) => at(where).querySelector('button')?.getAttribute('aria-label');
  expect(names('0:0')).toBe('без послуги: 38; охоплення: 70\u00a0%');
  expect(names('1:2')).toBe('без послуги: 0, нікому не потрібно');
  expect(names('2:1')).toBe('без послуги: н/д, не відомо');
});
