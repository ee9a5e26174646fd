import { act, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { vi, type Mock } from 'vitest';
import { Grid, numberParser, type CellChange, type CellError, type ChangeKind, type GridColumn, type GridProps } from '../../src-renderer/grid/index.ts';

/** A row of the test grid: a name and four figures; '' = not known, 'x' = does not apply. */
export interface TestRow { readonly id: string; readonly code: string; readonly name: string; readonly group: string; readonly cells: Readonly<Record<string, string>> }

const figure = (id: string, title: string, more: Partial<GridColumn<TestRow>> = {}): GridColumn<TestRow> => ({
  id, title, width: 64, align: 'right', kind: 'number', parse: numberParser('whole', 'uk'),
  cell: ({ cells }) => {
    const text = cells[id] ?? '';
    return text === 'x' ? { text: '', state: 'na' } : text === '' || text === 'н/д' ? { text: '', state: 'unknown' } : { text, state: 'known', number: Number(text) };
  },
  ...more,
});

/** Columns of the test grid: code and name frozen, four figures, one computed. */
export const columns: readonly GridColumn<TestRow>[] = [
  { id: 'code', title: 'Код', width: 58, kind: 'computed', frozen: true, cell: (row) => ({ text: row.code, state: 'known' }) },
  { id: 'name', title: 'Послуга', width: 160, grow: true, kind: 'computed', frozen: true, rowHeader: true, cell: (row) => ({ text: row.name, state: 'known' }) },
  figure('a', 'Виявлено'), figure('b', 'Отримує'), figure('c', 'Черга'), figure('d', 'Місць'),
  {
    id: 'sum', title: 'Без послуги', width: 60, kind: 'computed', align: 'right', priority: 2,
    cell: ({ cells }) => (cells['a'] && cells['b'] ? { text: String(Number(cells['a']) - Number(cells['b'])), state: 'computed' } : { text: '', state: 'unknown' }),
  },
  { id: 'method', title: 'Метод', width: 82, kind: 'select', priority: 2, cell: ({ cells }) => ({ text: cells['method'] ?? 'облік', state: 'known' }), options: () => ['облік', 'опитування'], parse: (text) => (['облік', 'опитування'].includes(text) ? { ok: true, value: text } : { ok: false, message: 'Такого методу немає.' }) },
  { id: 'date', title: 'Дата', width: 78, kind: 'date', cell: ({ cells }) => ({ text: cells['date'] ?? '', state: 'known' }) },
  { id: 'note', title: 'Примітка', width: 90, kind: 'text', cell: ({ cells }) => ({ text: cells['note'] ?? '', state: 'known' }) },
];

export const rowsOf = (count: number): TestRow[] => Array.from({ length: count }, (_, i) => ({
  id: `r${i}`, code: `0${i}`, name: `Послуга ${i}`, group: i < count / 2 ? 'Догляд' : 'Супровід', cells: { a: String(100 + i), b: String(i), c: '', d: i % 2 ? 'x' : '7' },
}));

export type OnChange = GridProps<TestRow>['onChange'];
export interface Calls { readonly cells: readonly CellChange[]; readonly kind: ChangeKind }

interface Drawn { readonly calls: Calls[]; readonly onTrace: Mock; readonly container: HTMLElement; readonly unmount: () => void }

/** Draws a grid that keeps its rows as a page would: stored changes come back as new rows. */
export function drawGrid(start: readonly TestRow[], more: Partial<GridProps<TestRow>> & { readonly answer?: (cells: readonly CellChange[]) => Promise<void | readonly CellError[]> | void } = {}): Drawn {
  const calls: Calls[] = [];
  const onTrace: Mock = vi.fn();
  function Page() {
    const [rows, setRows] = useState(start);
    const onChange: OnChange = async (cells, kind) => {
      calls.push({ cells, kind });
      const errors = await more.answer?.(cells);
      if (errors && errors.length > 0) return errors;
      setRows((before) => before.map((row) => {
        const own = cells.filter((changed) => changed.row === row.id);
        return own.length === 0 ? row : { ...row, cells: { ...row.cells, ...Object.fromEntries(own.map(({ col, text }) => [col, text])) } };
      }));
      return undefined;
    };
    const { answer: _, ...rest } = more;
    return <Grid label="Потреби" columns={columns} rows={rows} rowId={idOf} rowName={nameOf} onChange={onChange} onTrace={onTrace} today="22.11.2026" {...rest} />;
  }
  const view = render(<Page />);
  return { calls, onTrace, container: view.container, unmount: view.unmount };
}
const idOf = (row: TestRow): string => row.id;
const nameOf = (row: TestRow): string => row.name;

export const grid = (): HTMLElement => screen.getByRole('grid');
/** The cell in row `r` and column `col` (by id). */
export function cell(r: number, col: string): HTMLElement {
  const c = columns.findIndex((column) => column.id === col);
  const found = grid().querySelector<HTMLElement>(`[data-r="${r}"] [data-c="${c}"]`);
  if (!found) throw new Error(`no cell ${r} ${col}`);
  return found;
}
export const activeName = (): string | null | undefined => document.activeElement?.getAttribute('aria-label');
export const at = (r: number, col: string): boolean => document.activeElement === cell(r, col);
export function click(r: number, col: string, shift = false): void {
  fireEvent.mouseDown(cell(r, col), { button: 0, shiftKey: shift });
  fireEvent.mouseUp(cell(r, col));
  fireEvent.click(cell(r, col), { shiftKey: shift });
}
const CODES: Readonly<Record<string, string>> = { d: 'KeyD', a: 'KeyA', f: 'KeyF', z: 'KeyZ', ';': 'Semicolon' };
/** Presses a key where the focus is; true = the grid took it. */
export function press(key: string, mods: { readonly ctrl?: boolean; readonly shift?: boolean; readonly alt?: boolean } = {}): boolean {
  return !fireEvent.keyDown(document.activeElement ?? document.body, { key, code: CODES[key] ?? key, ctrlKey: mods.ctrl, shiftKey: mods.shift, altKey: mods.alt });
}
/** Types a text into the open editor, or begins one as typing does, and ends with Enter. */
export function typeIn(text: string, end: string | null = 'Enter'): void {
  press(text[0] ?? '');
  const field = document.activeElement as HTMLInputElement;
  fireEvent.change(field, { target: { value: text } });
  if (end !== null) press(end);
}
function transfer(text = ''): DataTransfer {
  const data = new Map([['text/plain', text]]);
  return { getData: (kind: string) => data.get(kind) ?? '', setData: (kind: string, value: string) => { data.set(kind, value); } } as unknown as DataTransfer;
}
export async function paste(text: string): Promise<void> {
  await act(async () => { fireEvent.paste(document.activeElement ?? document.body, { clipboardData: transfer(text) }); });
}
export function copy(kind: 'copy' | 'cut' = 'copy'): { readonly text: string; readonly html: string } {
  const data = transfer();
  fireEvent[kind](document.activeElement ?? document.body, { clipboardData: data });
  return { text: data.getData('text/plain'), html: data.getData('text/html') };
}
/** Lets promises that are on their way arrive. */
export const settle = (): Promise<void> => act(async () => { await Promise.resolve(); });
