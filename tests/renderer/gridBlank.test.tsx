// @vitest-environment jsdom
import { act, cleanup, render, screen } from '@testing-library/react';
import { useEffect, useMemo, useState } from 'react';
import { afterEach, expect, test } from 'vitest';
import { at, cell, click, columns, grid, paste, settle, typeIn, type TestRow } from './gridHarness.tsx';
import { Grid, useBlankRows, type CellChange } from '../../src-renderer/grid/index.ts';

afterEach(cleanup);

/** A page that stores a row under the id it had while it was empty, as the staffing table does. */
function drawPage(keep: string): { readonly sent: (readonly CellChange[])[]; readonly undo: () => void } {
  const sent: (readonly CellChange[])[] = [];
  let undo = (): void => undefined;
  function Page() {
    const [stored, setStored] = useState<readonly TestRow[]>([]);
    useEffect(() => { undo = () => setStored([]); }, []);
    const blank = useBlankRows(keep, useMemo(() => new Set(stored.map((row) => row.id)), [stored]), 3);
    const rows = useMemo(() => [...stored, ...blank.ids.map((id): TestRow => ({ id, code: '', name: id, group: '', cells: {} }))], [stored, blank.ids]);
    return <Grid keep={keep} label="Посади" columns={columns} rows={rows} rowId={(row) => row.id} rowName={(row) => row.name} onGrow={blank.grow} onChange={async (cells) => {
      sent.push(cells);
      await Promise.resolve();
      setStored((before) => [...Map.groupBy(cells, (each) => each.row)].reduce((all, [id, own]) => {
        const typed = Object.fromEntries(own.map(({ col, text }) => [col, text]));
        return all.some((row) => row.id === id) ? all.map((row) => (row.id === id ? { ...row, cells: { ...row.cells, ...typed } } : row)) : [...all, { id, code: '', name: id, group: '', cells: typed }];
      }, before));
    }} />;
  }
  render(<Page />);
  return { sent, undo: () => { act(() => undo()); } };
}
const count = (): number => Number(grid().getAttribute('aria-rowcount')) - 1;

test('what is typed in an empty row stays one row, wherever it stands and however fast', async () => {
  const { sent } = drawPage('typed');
  click(2, 'a');
  typeIn('5', 'Tab');
  typeIn('6', 'Tab');
  await settle();
  expect([count(), at(0, 'c')]).toEqual([4, true]);
  expect([cell(0, 'a').textContent, cell(0, 'b').textContent]).toEqual(['5', '6']);
  expect(new Set(sent.flat().map(({ row }) => row)).size).toBe(1);
});

test('a block pasted into the last empty row gets the rows it needs in one action; a refused text stays in its row', async () => {
  const { sent } = drawPage('pasted');
  click(2, 'a');
  await paste(Array.from({ length: 12 }, (_, i) => (i === 4 ? 'півтори\t4' : `${i}\t${i}`)).join('\r\n'));
  await settle();
  expect([sent.length, sent[0]?.length, count()]).toEqual([1, 23, 12 + 3]);
  expect(screen.getByRole('status').textContent).toContain('1 клітинку не прийнято');
  expect([cell(4, 'a').textContent, cell(4, 'b').textContent, cell(4, 'a').getAttribute('aria-invalid')]).toEqual(['півтори', '4', 'true']);
  click(4, 'a');
  typeIn('1');
  await settle();
  expect([sent[1], count()]).toMatchObject([[{ row: sent[0]?.[8]?.row, col: 'a', text: '1' }], 15]);
});

test('rows added for a paste go when it is undone, but for one that holds a text', async () => {
  const { undo } = drawPage('undone');
  click(2, 'a');
  await paste(Array.from({ length: 12 }, (_, i) => (i === 10 ? 'півтори' : `${i}`)).join('\r\n'));
  await settle();
  undo();
  await settle();
  expect([count(), cell(3, 'a').textContent]).toEqual([3 + 1, 'півтори']);
});
