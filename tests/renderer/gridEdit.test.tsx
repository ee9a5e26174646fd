// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { at, cell, click, copy, drawGrid, grid, paste, press, rowsOf, settle, typeIn } from './gridHarness.tsx';
import type { CellError } from '../../src-renderer/grid/index.ts';

afterEach(cleanup);
const status = (): string => screen.getByRole('status').textContent ?? '';
const invalid = (): number => grid().querySelectorAll('[aria-invalid=true]').length;

describe('typing', () => {
  test('typing replaces, Enter stores and goes down, the text is shown at once', async () => {
    let store: () => void = () => undefined;
    const { calls } = drawGrid(rowsOf(3), { answer: () => new Promise<void>((resolve) => { store = resolve; }) });
    click(0, 'a');
    typeIn('453');
    expect(cell(0, 'a').textContent).toBe('453');
    expect(cell(0, 'a').getAttribute('aria-busy')).toBe('true');
    expect(at(1, 'a')).toBe(true);
    expect(calls).toEqual([{ kind: 'edit', cells: [{ row: 'r0', col: 'a', text: '453', value: { value: 453, estimate: false } }] }]);
    await act(async () => { store(); });
    expect(cell(0, 'a').getAttribute('aria-busy')).toBe(null);
    expect(cell(0, 'a').textContent).toBe('453');
    expect(cell(0, 'sum').textContent).toBe('453');
  });

  test('F2 keeps the text, Esc gives it up, an unchanged text stores nothing', () => {
    const { calls } = drawGrid(rowsOf(3));
    click(1, 'a');
    press('F2');
    expect((document.activeElement as HTMLInputElement).value).toBe('101');
    fireEvent.change(document.activeElement as Element, { target: { value: '999' } });
    press('Escape');
    expect(at(1, 'a')).toBe(true);
    expect(cell(1, 'a').textContent).toBe('101');
    fireEvent.doubleClick(cell(1, 'a'));
    press('Enter');
    expect(calls).toEqual([]);
  });

  test('arrows end typing but move in the text after F2; Tab stores; a click elsewhere stores', async () => {
    const { calls } = drawGrid(rowsOf(3));
    click(0, 'a'); typeIn('5', 'ArrowRight'); expect(at(0, 'b')).toBe(true);
    press('F2'); press('ArrowLeft'); expect((document.activeElement as Element).tagName).toBe('INPUT'); press('Escape');
    typeIn('6', 'Tab'); expect(at(0, 'c')).toBe(true);
    typeIn('7', null); click(2, 'a');
    await settle();
    expect(calls.map(({ cells }) => cells[0]?.text)).toEqual(['5', '6', '7']);
    expect(at(2, 'a')).toBe(true);
  });

  test('computed cells and cells that do not apply say why they stay closed', async () => {
    const { calls } = drawGrid(rowsOf(3));
    click(0, 'sum'); press('5'); expect(status()).toContain('обчислено');
    click(1, 'sum'); press('Delete'); expect(status()).toContain('обчислено');
    click(2, 'sum'); await paste('7'); expect(status()).toContain('обчислено');
    click(1, 'sum'); press('d', { ctrl: true }); expect(status()).toContain('обчислено');
    click(0, 'sum'); press('d', { ctrl: true }); expect(status()).toContain('немає рядка');
    click(0, 'method'); press('Delete'); expect(status()).toBe('Такого методу немає.');
    click(1, 'd'); press('5'); expect(status()).toContain('не буває');
    click(1, 'd'); press('Delete'); expect(status()).toContain('не буває');
    expect(document.activeElement?.tagName).toBe('DIV');
    expect(calls).toEqual([]);
  });

  test('a plan open for reading takes nothing', async () => {
    const { calls } = drawGrid(rowsOf(3), { readOnly: true });
    click(0, 'a'); press('5'); press('Delete'); await paste('7');
    expect(calls).toEqual([]);
    expect(grid().getAttribute('aria-readonly')).toBe('true');
  });

  test('a select opens with its choices; Ctrl+; writes today into a date; Alt+Enter breaks a line of text', async () => {
    const { calls } = drawGrid(rowsOf(3));
    click(0, 'method'); press('ArrowDown', { alt: true });
    fireEvent.change(document.activeElement as Element, { target: { value: 'опитування' } });
    press('Enter');
    click(0, 'a'); expect(press(';', { ctrl: true })).toBe(false);
    click(0, 'date'); press(';', { ctrl: true });
    click(0, 'note'); press('F2'); press('Enter', { alt: true });
    expect((document.activeElement as HTMLTextAreaElement).value).toBe('\n');
    press('Escape');
    await settle();
    expect(calls.flatMap(({ cells }) => cells.map(({ col, text }) => [col, text]))).toEqual([['method', 'опитування'], ['date', '22.11.2026']]);
  });
});

describe('what was refused', () => {
  test('a wrong text stays as typed, says why, and Esc returns the old value', async () => {
    const { calls } = drawGrid(rowsOf(3));
    click(0, 'a'); typeIn('12ю');
    await settle();
    expect(calls).toEqual([]);
    expect(cell(0, 'a').textContent).toBe('12ю');
    expect(cell(0, 'a').getAttribute('aria-invalid')).toBe('true');
    expect(cell(0, 'a').getAttribute('aria-label')).toBe('Послуга 0, Виявлено, 12ю, помилка');
    press('ArrowUp');
    expect(status()).toContain('Потрібне число або «н/д». Приклад: 453.');
    press('Escape');
    expect(cell(0, 'a').textContent).toBe('100');
    expect(invalid()).toBe(0);
  });

  test('a paste with errors stores the good cells at once, keeps the bad ones, and leads to them', async () => {
    const { calls } = drawGrid(rowsOf(4));
    click(0, 'a');
    await paste('1\tабв\r\n2\t1,234\r\n3\t4\r\n');
    expect(calls).toHaveLength(1);
    expect(calls[0]?.cells).toHaveLength(4);
    expect(invalid()).toBe(2);
    expect(cell(1, 'b').textContent).toBe('1,234');
    fireEvent.click(screen.getByText('Далі: наступна помилка')); expect(at(0, 'b')).toBe(true);
    fireEvent.click(screen.getByText('Далі: наступна помилка')); expect(at(1, 'b')).toBe(true);
    fireEvent.click(screen.getByText('Далі: наступна помилка')); expect(at(0, 'b')).toBe(true);
    typeIn('10'); await settle();
    expect(invalid()).toBe(1);
  });

  test('what the store refuses is held whole and goes together once it is put right', async () => {
    const refuse = (cells: readonly { row: string; col: string; text: string }[]): Promise<CellError[]> =>
      Promise.resolve(cells.filter(({ text }) => text === '666').map(({ row, col }) => ({ row, col, message: 'Забагато.' })));
    const { calls } = drawGrid(rowsOf(4), { answer: refuse });
    click(0, 'a');
    await paste('1\t666\r\n2\t666\r\n');
    expect(calls).toHaveLength(1);
    expect([cell(0, 'a'), cell(0, 'b'), cell(1, 'a')].map((c) => c.textContent)).toEqual(['1', '666', '2']);
    expect(invalid()).toBe(2);
    expect(status()).toContain('чекають');
    click(0, 'b'); expect(status()).toContain('Забагато.');
    typeIn('7'); await settle();
    expect(calls).toHaveLength(1);
    click(1, 'b'); typeIn('8'); await settle();
    expect(calls).toHaveLength(2);
    expect(calls[1]?.cells.map(({ row, col, text }) => `${row}${col}${text}`).sort()).toEqual(['r0a1', 'r0b7', 'r1a2', 'r1b8']);
    expect(invalid()).toBe(0);
    expect(cell(0, 'sum').textContent).toBe('-6');
  });

  test('Esc on the last refused cell sends the rest of its action', async () => {
    const { calls } = drawGrid(rowsOf(3), { answer: (cells) => Promise.resolve(cells.filter(({ text }) => text === '666').map(({ row, col }) => ({ row, col, message: 'Ні.' }))) });
    click(0, 'a');
    await paste('1\t666\r\n');
    click(0, 'b'); press('Escape'); await settle();
    expect(calls[1]?.cells.map(({ text }) => text)).toEqual(['1']);
    expect(cell(0, 'b').textContent).toBe('0');
  });

  test('when storing fails nothing is lost: try again or take the old values back', async () => {
    let broken = true;
    const { calls } = drawGrid(rowsOf(3), { answer: () => (broken ? Promise.reject(new Error('disk')) : undefined), describe: () => 'Диск заповнено.' });
    click(0, 'a');
    await paste('5\t6');
    expect(status()).toContain('Диск заповнено.');
    expect(cell(0, 'a').textContent).toBe('5');
    fireEvent.click(screen.getByText('Спробувати ще')); await settle();
    expect(cell(0, 'a').textContent).toBe('5');
    broken = false;
    fireEvent.click(screen.getByText('Спробувати ще')); await settle();
    expect(calls).toHaveLength(3);
    expect(screen.queryByText('Спробувати ще')).toBe(null);
    broken = true;
    click(1, 'a'); typeIn('9'); await settle();
    fireEvent.click(screen.getByText('Повернути старі значення'));
    expect(cell(1, 'a').textContent).toBe('101');
  });

  test('after a failure the next change takes along what was not stored', async () => {
    let broken = true;
    const { calls } = drawGrid(rowsOf(3), { answer: () => (broken ? Promise.reject(new Error('disk')) : undefined) });
    click(0, 'a'); await paste('5\t6');
    expect(status()).toContain('Не збережено');
    broken = false;
    click(2, 'c'); typeIn('9'); await settle();
    expect(calls).toHaveLength(2);
    expect(calls[1]?.cells.map(({ text }) => text).sort()).toEqual(['5', '6', '9']);
    expect(screen.queryByText('Спробувати ще')).toBe(null);
  });

  test('what failed can be sent again after coming back to the page', async () => {
    const first = drawGrid(rowsOf(3), { keep: 'needs 2021', answer: () => Promise.reject(new Error('disk')) });
    click(0, 'a'); typeIn('5'); await settle();
    first.unmount();
    const { calls } = drawGrid(rowsOf(3), { keep: 'needs 2021' });
    fireEvent.click(screen.getByText('Спробувати ще')); await settle();
    expect(calls[0]?.cells).toMatchObject([{ row: 'r0', col: 'a', text: '5' }]);
  });

  test('an action refused by the store can be given up as a whole', async () => {
    const { calls } = drawGrid(rowsOf(3), { answer: (cells) => Promise.resolve(cells.filter(({ text }) => text === '666').map(({ row, col }) => ({ row, col, message: 'Ні.' }))) });
    click(0, 'a'); await paste('1\t666\r\n2\t3\r\n');
    expect(screen.queryByText('Спробувати ще')).toBe(null);
    fireEvent.click(screen.getByText('Повернути старі значення')); await settle();
    expect([cell(0, 'a'), cell(0, 'b'), cell(1, 'a'), cell(1, 'b')].map((c) => c.textContent)).toEqual(['100', '0', '101', '1']);
    expect(calls).toHaveLength(1);
    expect(invalid()).toBe(0);
  });

  test('texts not stored wait while the page is away', async () => {
    const first = drawGrid(rowsOf(3), { keep: 'needs 2020' });
    click(0, 'a'); typeIn('12ю'); await settle();
    first.unmount();
    const second = drawGrid(rowsOf(3), { keep: 'needs 2020' });
    expect(cell(0, 'a').textContent).toBe('12ю');
    click(0, 'a'); press('Escape');
    second.unmount();
    drawGrid(rowsOf(3), { keep: 'needs 2020' });
    expect(cell(0, 'a').textContent).toBe('100');
  });
});

describe('blocks', () => {
  test('1,000 × 10 pasted is one action', async () => {
    const { calls } = drawGrid(rowsOf(1000).map((row) => ({ ...row, cells: { ...row.cells, d: '1' } })));
    click(0, 'a');
    const block = Array.from({ length: 1000 }, (_, r) => Array.from({ length: 10 }, (_, c) => String(r * 10 + c)).join('\t')).join('\r\n');
    await paste(`${block}\r\n`);
    expect(calls).toHaveLength(1);
    expect(calls[0]?.kind).toBe('paste');
    expect(calls[0]?.cells.filter(({ col }) => 'abcd'.includes(col))).toHaveLength(4000);
    expect(status()).toContain('Вставлено 6\u00A0000 клітинок. Не вмістилося: 2\u00A0000, не редагується: 1\u00A0000');
  });

  test('a block from Excel with quotes and line ends lands where it belongs', async () => {
    const { calls } = drawGrid(rowsOf(3));
    click(0, 'date');
    await paste('01.02.2020\t"ЦНСП ""Надія""\nСрібне"\r\n02.02.2020\t"Мрія" ГО\r\n');
    expect(calls[0]?.cells.map(({ text }) => text)).toEqual(['01.02.2020', 'ЦНСП "Надія"\nСрібне', '02.02.2020', '"Мрія" ГО']);
  });

  test('a single value fills the selection; what stands outside is told', async () => {
    const { calls } = drawGrid(rowsOf(3));
    click(0, 'a'); press('ArrowDown', { shift: true }); press('ArrowRight', { shift: true });
    await paste('н/д\r\n');
    expect(calls[0]?.cells).toHaveLength(4);
    expect(calls[0]?.cells[0]?.value).toEqual({ value: null, estimate: false });
    click(2, 'a');
    await paste('1\r\n2\r\n3\r\n');
    expect(calls[1]?.cells).toHaveLength(1);
    expect(status()).toContain('Не вмістилося: 2');
  });

  test('copy gives text and HTML that come back the same; cut clears', async () => {
    const { calls } = drawGrid(rowsOf(3));
    click(0, 'a'); press('ArrowDown', { shift: true }); press('ArrowRight', { shift: true }); press('ArrowRight', { shift: true });
    const { text, html } = copy();
    expect(text).toBe('100\t0\t\r\n101\t1\t');
    expect(html).toContain('<td>101</td>');
    copy('cut'); await settle();
    expect(calls[0]?.kind).toBe('clear');
    expect(cell(0, 'a').textContent).toBe('н/д');
    click(0, 'a'); await paste(text);
    expect(cell(1, 'a').textContent).toBe('101');
    expect(cell(1, 'c').textContent).toBe('н/д');
  });

  test('Delete makes figures not known, and leaves alone what must have a choice', async () => {
    const { calls } = drawGrid(rowsOf(2));
    click(0, 'd'); press('End', { shift: true }); press('ArrowDown', { shift: true }); press('Delete'); await settle();
    expect(calls).toHaveLength(1);
    expect(calls[0]?.cells.map(({ row, col }) => row + col)).toEqual(['r0d', 'r0date', 'r0note', 'r1date', 'r1note']);
    expect(calls[0]?.cells.every(({ text }) => text === '')).toBe(true);
  });

  test('Ctrl+D fills a selection from its first row, one cell from above; Ctrl+Enter fills with the typed text', async () => {
    const { calls } = drawGrid(rowsOf(4));
    click(0, 'a'); press('ArrowDown', { shift: true }); press('ArrowDown', { shift: true }); press('d', { ctrl: true }); await settle();
    expect(calls[0]).toMatchObject({ kind: 'fill', cells: [{ row: 'r1', text: '100' }, { row: 'r2', text: '100' }] });
    click(3, 'b'); press('d', { ctrl: true }); await settle();
    expect(calls[1]?.cells).toMatchObject([{ row: 'r3', col: 'b', text: '2' }]);
    click(0, 'c'); press('ArrowDown', { shift: true });
    press('8'); press('Enter', { ctrl: true }); await settle();
    expect(calls[2]?.cells.map(({ text }) => text)).toEqual(['8', '8']);
  });
});
