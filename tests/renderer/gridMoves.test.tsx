// @vitest-environment jsdom
import { cleanup, fireEvent, screen } from '@testing-library/react';
import axe from 'axe-core';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { activeName, at, cell, click, columns, drawGrid, grid, press, rowsOf, settle, type TestRow } from './gridHarness.tsx';
import type { Unit } from '#contract/models.ts';
import type { GridColumn } from '../../src-renderer/grid/index.ts';
import { setLanguage } from '../../src-renderer/i18n/index.ts';

afterEach(() => { cleanup(); setLanguage('uk'); });

const activeRow = (): number => Number(document.activeElement?.closest<HTMLElement>('[data-r]')?.dataset['r']);

describe('moving', () => {
  test('arrows, Home, End, Ctrl and Page keys', () => {
    drawGrid(rowsOf(40));
    click(0, 'a');
    press('ArrowRight'); expect(at(0, 'b')).toBe(true);
    press('ArrowDown'); expect(at(1, 'b')).toBe(true);
    press('ArrowUp'); press('ArrowUp'); expect(at(0, 'b')).toBe(true);
    press('End'); expect(at(0, 'note')).toBe(true);
    press('Home'); expect(at(0, 'code')).toBe(true);
    press('End', { ctrl: true }); expect(at(39, 'note')).toBe(true);
    press('Home', { ctrl: true }); expect(at(0, 'code')).toBe(true);
    click(0, 'b'); press('ArrowDown', { ctrl: true }); expect(at(39, 'b')).toBe(true);
    press('ArrowLeft', { ctrl: true }); expect(at(39, 'code')).toBe(true);
    press('PageUp'); expect(activeRow()).toBeGreaterThan(0); expect(activeRow()).toBeLessThan(39);
  });

  test('Enter goes down, Tab right; both skip what does not apply, arrows do not', () => {
    drawGrid(rowsOf(4));
    click(0, 'd');
    press('Enter'); expect(at(2, 'd')).toBe(true);
    press('Enter', { shift: true }); expect(at(0, 'd')).toBe(true);
    press('ArrowDown'); expect(at(1, 'd')).toBe(true);
    click(1, 'c'); press('Tab'); expect(at(1, 'sum')).toBe(true);
    press('Tab', { shift: true }); expect(at(1, 'c')).toBe(true);
  });

  test('Tab goes on in the next row, Enter returns under the column where the Tabs began', () => {
    drawGrid(rowsOf(4));
    click(0, 'note'); press('Tab'); expect(at(1, 'a')).toBe(true);
    click(0, 'b'); press('Tab'); press('Tab'); press('Enter'); expect(at(1, 'b')).toBe(true);
    // In the last row there is nowhere to return to.
    click(3, 'a'); press('Tab'); press('Enter'); expect(at(3, 'b')).toBe(true);
    // What cannot be filled begins no run; a run ends where the grid is left.
    click(0, 'name'); press('Tab'); press('Enter'); expect(at(1, 'a')).toBe(true);
    click(0, 'a'); press('Tab');
    fireEvent.blur(document.activeElement as Element, { relatedTarget: document.querySelector('button') });
    press('Enter'); expect(at(1, 'b')).toBe(true);
  });

  test('Tab leaves at the end, and after Esc from anywhere', () => {
    drawGrid(rowsOf(2));
    click(1, 'note');
    expect(press('Tab')).toBe(false);
    click(0, 'a');
    press('Escape');
    expect(press('Tab')).toBe(false);
    press('Escape'); press('Shift');
    expect(press('Tab', { shift: true })).toBe(false);
    expect(press('Tab')).toBe(true);
  });

  test('keys of the program pass through', () => {
    const onFilter = vi.fn();
    const { onTrace } = drawGrid(rowsOf(3), { onFilter });
    click(0, 'sum');
    expect(press('z', { ctrl: true })).toBe(false);
    expect(press('1', { alt: true })).toBe(false);
    expect(press('f', { ctrl: true })).toBe(true);
    expect(onFilter).toHaveBeenCalledOnce();
    press('F4');
    expect(onTrace).toHaveBeenCalledWith(expect.objectContaining({ rowId: 'r0', column: expect.objectContaining({ id: columns[6]?.id }) }));
  });

  test('a click on a computed number asks for its trace, a click on a typed one only selects', () => {
    const { onTrace } = drawGrid(rowsOf(3));
    const number = cell(0, 'sum').querySelector('.g-n') as Element;
    fireEvent.mouseDown(number, { button: 0 }); fireEvent.mouseUp(number); fireEvent.click(number);
    expect(onTrace).toHaveBeenCalledTimes(1);
    click(1, 'a');
    expect(onTrace).toHaveBeenCalledTimes(1);
  });
});

describe('selection', () => {
  const selected = (): number => grid().querySelectorAll('[aria-selected=true]').length;
  test('Shift with arrows, Shift with a click, dragging, Ctrl+A', () => {
    drawGrid(rowsOf(4));
    click(0, 'a');
    press('ArrowRight', { shift: true }); press('ArrowDown', { shift: true });
    expect(selected()).toBe(4);
    expect(screen.getByText(/чисел: 4 · сума: 202/)).toBeTruthy();
    click(2, 'c', true); expect(selected()).toBe(9);
    fireEvent.mouseDown(cell(0, 'a'), { button: 0 });
    fireEvent.mouseMove(cell(2, 'b'), { buttons: 1, clientX: 50, clientY: 60 });
    fireEvent.mouseUp(cell(2, 'b'));
    expect(selected()).toBe(6);
    fireEvent.mouseMove(cell(3, 'd'), { buttons: 0, clientX: 90, clientY: 90 });
    expect(selected()).toBe(6);
    press('a', { ctrl: true }); expect(selected()).toBe(40);
  });
  test('a pressed pointer that rests chooses the cell it was pressed on, whatever is drawn under it meanwhile', () => {
    drawGrid(rowsOf(4));
    fireEvent.mouseDown(cell(0, 'a'), { button: 0, clientX: 50, clientY: 60 });
    fireEvent.mouseMove(cell(2, 'b'), { buttons: 1, clientX: 51, clientY: 60 });
    fireEvent.mouseUp(cell(2, 'b'));
    expect(selected()).toBe(1);
    expect(cell(0, 'a').getAttribute('aria-selected')).toBe('true');
  });
  test('numbers of different units are not added, shares and contradictions not at all', () => {
    const unit = (id: string, of: Unit, state: 'known' | 'conflict' = 'known'): GridColumn<TestRow> => ({ id, title: id, width: 60, kind: 'number', cell: ({ cells }) => ({ text: cells[id] ?? '', state, number: Number(cells[id]), unit: of }) });
    const cells = { a: '1200', b: '25', c: '0.5', d: '-3' };
    drawGrid([{ id: 'r0', code: '', name: 'Послуга', group: '', cells }, { id: 'r1', code: '', name: 'Послуга', group: '', cells }], { columns: [...columns.slice(0, 2), unit('a', 'person'), unit('b', 'place'), unit('c', 'share'), unit('d', 'person', 'conflict')] });
    click(0, 'a'); press('a', { ctrl: true });
    expect(screen.getByText('Вибрано: 12 · чисел: 8 · сума: 2 400 осіб; 50 місць')).toBeTruthy();
    click(0, 'c'); press('ArrowDown', { shift: true });
    expect(screen.getByText('Вибрано: 2 · чисел: 2')).toBeTruthy();
  });
  test('not known is no zero in the sum', () => {
    drawGrid(rowsOf(2));
    click(0, 'c'); press('ArrowRight', { shift: true });
    expect(screen.getByText(/Вибрано: 2 · чисел: 1 · сума: 7/)).toBeTruthy();
  });
});

describe('what screen readers get', () => {
  test('5,000 rows: fewer than 100 drawn, all counted, the active one is always there', () => {
    drawGrid(rowsOf(5000), { groups: { of: (row) => row.group, title: (group) => group } });
    expect(grid().querySelectorAll('[role=row]').length).toBeLessThan(100);
    expect(grid().getAttribute('aria-rowcount')).toBe('5003');
    expect(grid().getAttribute('aria-colcount')).toBe('10');
    click(0, 'a');
    press('End', { ctrl: true });
    expect(at(4999, 'note')).toBe(true);
    expect(cell(4999, 'note').closest('[role=row]')?.getAttribute('aria-rowindex')).toBe('5003');
    expect(cell(4999, 'note').getAttribute('aria-colindex')).toBe('10');
    expect(grid().querySelectorAll('[role=row]').length).toBeLessThan(100);
  });

  test('names say row, column, value and state; one tab stop', () => {
    drawGrid(rowsOf(3));
    click(0, 'a'); expect(activeName()).toBe('Послуга 0, Виявлено, 100');
    press('ArrowRight'); press('ArrowRight'); expect(activeName()).toBe('Послуга 0, Черга, н/д, не відомо');
    expect(cell(1, 'd').getAttribute('aria-label')).toBe('Послуга 1, Місць, не буває');
    expect(cell(0, 'sum').getAttribute('aria-label')).toBe('Послуга 0, Без послуги, 100, обчислене');
    expect(cell(0, 'sum').getAttribute('aria-readonly')).toBe('true');
    expect(grid().querySelectorAll('[tabindex="0"]').length).toBe(1);
    expect(cell(0, 'name').getAttribute('role')).toBe('rowheader');
  });

  test('Ukrainian texts in an English window are marked as Ukrainian', () => {
    setLanguage('en');
    drawGrid(rowsOf(2));
    expect(cell(0, 'method').getAttribute('lang')).toBe('uk');
    expect(cell(0, 'a').getAttribute('lang')).toBe(null);
    expect(cell(0, 'c').textContent).toBe('n/k');
  });

  test.each(['plain', 'editing', 'error', 'empty'])('axe finds nothing: %s', async (kind) => {
    const { container } = drawGrid(kind === 'empty' ? [] : rowsOf(6), { groups: { of: (row) => row.group, title: (group) => group }, empty: <p>Ще немає</p> });
    if (kind !== 'empty') click(0, 'a');
    if (kind === 'editing') press('F2');
    if (kind === 'error') { press('x'); press('Enter'); await settle(); }
    const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual([]);
  });
});

test('a page can put the focus on a cell', async () => {
  let handle: { focusCell: (row: string, col: string) => boolean } | null = null;
  drawGrid(rowsOf(300), { ref: (value) => { handle = value; } });
  const focus = handle as unknown as { focusCell: (row: string, col: string) => boolean };
  expect(focus.focusCell('r250', 'nothing')).toBe(false);
  expect(focus.focusCell('r250', 'b')).toBe(true);
  await settle();
  expect(at(250, 'b')).toBe(true);
});
