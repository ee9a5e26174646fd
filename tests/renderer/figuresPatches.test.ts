import { describe, expect, test } from 'vitest';
import type { Cell } from '#contract/models.ts';
import { patchesOf, refusedCells, type FigureTable } from '../../src-renderer/components/figures/patches.ts';
import type { CellChange } from '../../src-renderer/grid/index.ts';

type Row = Readonly<Record<'identified' | 'served', Cell>>;
const cell = (measure: 'identified' | 'served', value: number | null, more: Partial<Cell> = {}): Cell => {
  const key = { measure, group: '', service: 's1', provider: '', territory: 'T', sex: 'all', age: 'all', year: 2027, scenario: 'base' } as const;
  return { key, value, low: null, high: null, unit: 'person', state: value === null ? 'unknown' : 'known', assumed: false, recalled: false, missing: [], method: 'register', source: '', asOf: '', note: '', ref: { kind: 'figure', key }, ...more };
};
const table = (row: Row): FigureTable<Row> => ({ rowOf: (id) => (id === 's1' ? row : undefined), bounds: 'bounds', columns: [{ id: 'identified', title: '', width: 0, cell: (r) => r.identified }, { id: 'served', title: '', width: 0, cell: (r) => r.served }] });
const change = (col: string, value: unknown): CellChange => ({ row: 's1', col, text: String(value), value });
const number = (value: number | null, estimate = false) => ({ value, estimate });
const from = { source: 'терцентр', asOf: '2027-01-01' };
const patches = (row: Row, changes: readonly CellChange[], kind: 'edit' | 'paste' = 'edit') => patchesOf(changes, kind, table(row)).stored.map(({ key, patch }) => [key.measure, patch]);

describe('what goes with a number', () => {
  test('a date without a number to belong to is refused when typed and left out of a pasted block', () => {
    const row = { identified: cell('identified', null), served: cell('served', null) };
    expect(patchesOf([change('asOf', '2027-01-01')], 'edit', table(row))).toEqual({ stored: [], refused: [{ row: 's1', col: 'asOf' }] });
    expect(patchesOf([change('asOf', '2027-01-01')], 'paste', table(row))).toEqual({ stored: [], refused: [] });
  });
  test('bounds without a number are refused', () => {
    const row = { identified: cell('identified', null), served: cell('served', 3) };
    expect(patchesOf([change('bounds', { low: 8, high: 15 })], 'paste', table(row)).refused).toEqual([{ row: 's1', col: 'bounds' }]);
  });
  test('a row that is gone changes nothing', () => {
    expect(patchesOf([{ ...change('served', number(1)), row: 'gone' }], 'edit', table({ identified: cell('identified', 1), served: cell('served', 1) }))).toEqual({ stored: [], refused: [] });
  });
  test('a sum of territories never takes a source of its own', () => {
    const row = { identified: cell('identified', 40, { state: 'computed' }), served: cell('served', 3, from) };
    expect(patches(row, [change('source', 'відділ')])).toEqual([['served', { source: 'відділ' }]]);
  });
  test('a typed source goes to the figures that shared the old one, not to others', () => {
    const shared = { identified: cell('identified', 5, from), served: cell('served', 3, from) };
    expect(patches(shared, [change('source', 'відділ')])).toEqual([['identified', { source: 'відділ' }], ['served', { source: 'відділ' }]]);
    const apart = { identified: cell('identified', 5, from), served: cell('served', 3, { source: 'освіта' }) };
    expect(patches(apart, [change('source', 'відділ')])).toEqual([['identified', { source: 'відділ' }]]);
  });
  test('a new number takes over source and date of its row, a changed one keeps its own', () => {
    const row = { identified: cell('identified', 5, from), served: cell('served', null) };
    expect(patches(row, [change('served', number(3))])).toEqual([['served', { value: 3, ...from }]]);
    expect(patches(row, [change('identified', number(6))])).toEqual([['identified', { value: 6 }]]);
  });
  test('an estimate of the neighbour does not make a counted number an estimate', () => {
    const row = { identified: cell('identified', 5, { ...from, method: 'estimate', state: 'assumption' }), served: cell('served', null) };
    expect(patches(row, [change('served', number(3))])).toEqual([['served', { value: 3, ...from }]]);
    expect(patches(row, [change('served', number(3, true))])).toEqual([['served', { value: 3, ...from, method: 'estimate' }]]);
  });
  test('numbers and their source pasted together become one change of each figure', () => {
    const row = { identified: cell('identified', null), served: cell('served', null) };
    expect(patches(row, [change('identified', number(5)), change('served', number(null)), change('source', 'терцентр'), change('asOf', '2027-01-01')], 'paste'))
      .toEqual([['identified', { value: 5, ...from }], ['served', { value: null }]]);
  });
  test('in a scenario the number goes along with its new source', () => {
    const base = cell('identified', 5, { ...from, low: 4, high: 6, state: 'assumption' });
    const row = { identified: { ...base, key: { ...base.key, scenario: 's1' } }, served: cell('served', null) };
    expect(patches(row, [change('source', 'відділ')])).toEqual([['identified', { value: 5, low: 4, high: 6, method: 'register', source: 'відділ', asOf: '2027-01-01', note: '' }]]);
  });
  test('refused figures lead back to every cell they came from', () => {
    const row = { identified: cell('identified', null), served: cell('served', null) };
    const { stored } = patchesOf([change('identified', number(5)), change('served', number(7)), change('source', 'x')], 'paste', table(row));
    expect(refusedCells({ cells: [{ index: 1, reason: 'tooLarge' }, { index: 9, reason: 'tooLarge' }] }, stored, (reason) => `!${reason}`)).toEqual([{ row: 's1', col: 'served', message: '!tooLarge' }, { row: 's1', col: 'source', message: '!tooLarge' }]);
    expect(refusedCells({}, stored, String)).toEqual([]);
  });
});
