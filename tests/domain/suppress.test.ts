import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SMALL } from '#contract/small.ts';
import { suppress, type CountCell, type Cover, type SumRelation } from '../../src-main/domain/publishing/suppress.ts';

/** All values the hidden small cells may have, found by trying every table a reader cannot tell from the printed one. */
function possible(cells: readonly CountCell[], relations: readonly SumRelation[], covers: ReadonlyMap<string, Cover>, top: number): ReadonlyMap<string, ReadonlySet<number>> {
  const hidden = cells.filter((cell) => covers.get(cell.id) !== 'show');
  const found = new Map(hidden.map((cell) => [cell.id, new Set<number>()]));
  const values = new Map(cells.map((cell) => [cell.id, cell.value as number]));
  const fits = (): boolean => relations.every(({ total, parts }) => values.get(total) === parts.reduce((sum, id) => sum + (values.get(id) ?? 0), 0));
  const walk = (at: number): void => {
    const cell = hidden[at];
    if (cell === undefined) { if (fits()) for (const each of hidden) found.get(each.id)?.add(values.get(each.id) as number); return; }
    const [from, to] = covers.get(cell.id) === 'small' ? [1, SMALL - 1] : [0, top];
    // What is covered is none of 1–4: it would be printed as small.
    for (let value = from; value <= to; value += value === 0 && covers.get(cell.id) === 'cover' ? SMALL : 1) { values.set(cell.id, value); walk(at + 1); }
    values.set(cell.id, cell.value as number);
  };
  walk(0);
  return found;
}

const names = (covers: ReadonlyMap<string, Cover>): Record<string, Cover> => Object.fromEntries(covers);

test('nothing small, nothing hidden; zero and not known are printed', () => {
  expect(names(suppress([{ id: 'a', value: 0 }, { id: 'b', value: 12 }, { id: 't', value: 12 }, { id: 'x', value: null }], [{ total: 't', parts: ['a', 'b'] }]))).toEqual({ a: 'show', b: 'show', t: 'show', x: 'show' });
});

test('one small part of a printed total takes a second one with it: the smaller', () => {
  expect(names(suppress([{ id: 'a', value: 3 }, { id: 'b', value: 40 }, { id: 'c', value: 12 }, { id: 't', value: 55 }], [{ total: 't', parts: ['a', 'b', 'c'] }]))).toEqual({ a: 'small', b: 'show', c: 'cover', t: 'show' });
});

test('two small parts that the rest gives away together are not enough: 1 + 1 = 2', () => {
  const covers = suppress([{ id: 'a', value: 1 }, { id: 'b', value: 1 }, { id: 'c', value: 30 }, { id: 't', value: 32 }], [{ total: 't', parts: ['a', 'b', 'c'] }]);
  expect(names(covers)).toEqual({ a: 'small', b: 'small', c: 'cover', t: 'show' });
});

test('a total of two parts is covered when there is no third part', () => {
  const covers = suppress([{ id: 'a', value: 2 }, { id: 'b', value: 30 }, { id: 't', value: 32 }], [{ total: 't', parts: ['a', 'b'] }]);
  expect(covers.get('b')).toBe('cover');
});

test('«приховано» is none of 1–4, so 6 = «менше 5» + «приховано» would say 1 + 5: the total is covered too', () => {
  const covers = suppress([{ id: 'a', value: 1 }, { id: 'b', value: 5 }, { id: 't', value: 6 }], [{ total: 't', parts: ['a', 'b'] }]);
  expect(names(covers)).toEqual({ a: 'small', b: 'cover', t: 'cover' });
});

test('a part that is not known leaves the sum without a say', () => {
  expect(names(suppress([{ id: 'a', value: 2 }, { id: 'b', value: null }, { id: 't', value: 32 }], [{ total: 't', parts: ['a', 'b'] }]))).toEqual({ a: 'small', b: 'show', t: 'show' });
});

test('in no table of rows and columns can a hidden small count be worked out', () => {
  fc.assert(fc.property(fc.array(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 2, maxLength: 3 }), { minLength: 2, maxLength: 2 }).filter((rows) => rows.every((row) => row.length === rows[0]?.length)), (rows) => {
    const width = rows[0]?.length ?? 0;
    const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
    const cells: CountCell[] = [
      ...rows.flatMap((row, i) => row.map((value, j) => ({ id: `c${i}${j}`, value }))), ...rows.map((row, i) => ({ id: `r${i}`, value: sum(row) })),
      ...Array.from({ length: width }, (_, j) => ({ id: `k${j}`, value: sum(rows.map((row) => row[j] ?? 0)) })), { id: 't', value: sum(rows.flat()) },
    ];
    const relations: SumRelation[] = [
      ...rows.map((row, i) => ({ total: `r${i}`, parts: row.map((_, j) => `c${i}${j}`) })), ...Array.from({ length: width }, (_, j) => ({ total: `k${j}`, parts: rows.map((_, i) => `c${i}${j}`) })),
      { total: 't', parts: rows.map((_, i) => `r${i}`) }, { total: 't', parts: Array.from({ length: width }, (_, j) => `k${j}`) },
    ];
    const covers = suppress(cells, relations);
    const hidden = [...covers].filter(([, cover]) => cover !== 'show').length;
    fc.pre(hidden <= 4);
    for (const cell of cells) if ((cell.value ?? 0) > 0 && (cell.value ?? 0) < SMALL) expect(covers.get(cell.id)).toBe('small');
    for (const [id, values] of possible(cells, relations, covers, 10)) if (covers.get(id) === 'small') expect(values.size, `${id} in ${JSON.stringify(rows)}`).toBeGreaterThan(1);
  }), { numRuns: 60, seed: 20261122 });
});
