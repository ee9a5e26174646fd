// @vitest-environment jsdom
import { act, cleanup, render, screen, fireEvent } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Num } from '#contract/models.ts';
import { PARSE_REASONS } from '#contract/parse.ts';
import { choiceParser, dateParser, numberParser, numCell, type GridHandle } from '../../src-renderer/grid/index.ts';
import { hasText } from '../../src-renderer/i18n/index.ts';
import { at, columns, drawGrid, grid, rowsOf, settle } from './gridHarness.tsx';

afterEach(() => { cleanup(); vi.unstubAllGlobals(); });
const num = (more: Partial<Num>): Num => ({ state: 'known', value: 453, low: null, high: null, unit: 'person', assumed: false, recalled: false, ref: null, missing: [], ...more });

describe('a number as a cell', () => {
  test.each<[string, Partial<Num>, string, string, number | null]>([
    ['known', { value: 1574 }, '1574', '1\u00A0574', 1574],
    ['share', { value: 0.698, unit: 'share', state: 'computed' }, '69,8%', '69,8\u00A0%', 0.698],
    ['unknown', { value: null, state: 'unknown' }, '', 'н/д', null],
    ['partly known', { value: 2, state: 'partial' }, '2', 'від 2', 2],
    ['contradiction', { value: 26, state: 'conflict' }, '26', '+26', 26],
    ['does not apply', { value: null, state: 'na' }, '', '', null],
  ])('%s', (_, more, text, shown, number) => {
    const cell = numCell(num(more), 'uk');
    expect([cell.text, cell.number, cell.state]).toEqual([text, number, more.state ?? 'known']);
    const display = typeof cell.display === 'function' ? cell.display() : null;
    const { container } = render(<>{display}</>);
    expect(container.textContent.replace('суперечність у даних', '').trim()).toBe(shown);
  });
  test('says value, unit and state in words', () => {
    const { words } = numCell(num({ state: 'carried', value: 12 }), 'uk');
    expect(typeof words === 'function' && words()).toMatch(/^12 осіб, .*не підтверджено/);
  });
});

describe('parsers of columns', () => {
  test('every refusal has a sentence in both languages', () => {
    for (const reason of [...PARSE_REASONS, 'date', 'choice']) for (const language of ['uk', 'en'] as const) expect(hasText(`grid.parse.${reason}`, language), `${reason} ${language}`).toBe(true);
  });
  test('numbers, dates, choices', () => {
    expect(numberParser('whole', 'uk')('~50')).toEqual({ ok: true, value: { value: 50, estimate: true } });
    expect(numberParser('whole', 'en')('12x')).toEqual({ ok: false, message: 'A number or “n/k” is needed. Example: 453.' });
    expect(dateParser('uk')('1.2.2020')).toEqual({ ok: true, value: '2020-02-01' });
    expect(dateParser('uk')('31.02.2020')).toEqual({ ok: false, message: 'Потрібна дата. Приклад: 01.02.2020.' });
    const choices = choiceParser(new Map([['облік', 'register'], ['опитування', 'survey']]), 'uk');
    expect(choices(' Облік ')).toEqual({ ok: true, value: 'register' });
    expect(choices('')).toEqual({ ok: false, message: 'Потрібен один із варіантів: облік, опитування.' });
  });
});

describe('columns', () => {
  const narrow = (): unknown => vi.stubGlobal('matchMedia', () => ({ matches: true, addEventListener: () => undefined, removeEventListener: () => undefined }));
  const heads = (): number => screen.getAllByRole('columnheader').length;

  test('a narrow window hides secondary columns until asked; numbers of columns stay', () => {
    narrow();
    drawGrid(rowsOf(3));
    expect(heads()).toBe(8);
    expect(grid().getAttribute('aria-colcount')).toBe('10');
    expect(screen.getByRole('columnheader', { name: 'Дата' }).getAttribute('aria-colindex')).toBe('9');
    fireEvent.click(screen.getByText('Стовпці'));
    expect(heads()).toBe(10);
  });

  test('a link to a hidden column shows it first', async () => {
    narrow();
    let handle: GridHandle | null = null;
    drawGrid(rowsOf(3), { ref: (value) => { handle = value; } });
    await act(async () => { expect((handle as GridHandle | null)?.focusCell('r1', 'method')).toBe(true); });
    await settle();
    expect(at(1, 'method')).toBe(true);
  });

  test('a column grows with its numbers: no digit is cut off', () => {
    drawGrid(rowsOf(3));
    const before = widths();
    cleanup();
    drawGrid(rowsOf(3).map((row) => ({ ...row, cells: { ...row.cells, a: '123456789' } })));
    const a = columns.findIndex(({ id }) => id === 'a');
    expect(widths()[a]).toBeGreaterThan(before[a] ?? 0);
    expect(widths()[a + 1]).toBe(before[a + 1]);
  });
  const widths = (): number[] => (grid().querySelector<HTMLElement>('.g-hr')?.style.gridTemplateColumns ?? '').replace(/minmax\(([\d.]+px), 1fr\)/, '$1').split(' ').map(Number.parseFloat);
});

test('a cell over several columns is one cell for the arrows and for screen readers', () => {
  const spanned = columns.map((column) => (column.id === 'sum' ? { ...column, cell: () => ({ text: '', state: 'unknown' as const, span: 2, display: 'введіть виявлених' }) } : column));
  drawGrid(rowsOf(2), { columns: spanned });
  const found = screen.getAllByText('введіть виявлених')[0]?.closest<HTMLElement>('[role=gridcell]');
  expect(found?.getAttribute('aria-colspan')).toBe('2');
  fireEvent.mouseDown(found as HTMLElement, { button: 0 });
  fireEvent.keyDown(document.activeElement as Element, { key: 'ArrowRight' });
  expect(at(0, 'date')).toBe(true);
  fireEvent.keyDown(document.activeElement as Element, { key: 'ArrowLeft' });
  expect(document.activeElement).toBe(found);
});
