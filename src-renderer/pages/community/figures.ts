import type { Cell } from '#contract/models.ts';
import type { CellChange, NumberValue } from '../../grid/index.ts';
import { isProvenance } from '../../components/figures/index.ts';

/**
 * A number typed over a published one is no longer that source's number: method, source and date begin anew,
 * unless they were given in the same action.
 */
export function ownWords<R>(changes: readonly CellChange[], rowOf: (id: string) => R | undefined, cellOf: (row: R) => Cell): readonly CellChange[] {
  return [...Map.groupBy(changes, (change) => change.row)].flatMap(([id, own]) => {
    const row = rowOf(id);
    const typed = own.find((change) => change.col === 'value')?.value as NumberValue | undefined;
    if (row === undefined || typed === undefined || typed.value === null || own.some((change) => isProvenance(change.col))) return own;
    const cell = cellOf(row);
    if (cell.method !== 'statistics' || cell.source === '' || cell.value === typed.value) return own;
    const anew = (col: string, value: string): CellChange => ({ row: id, col, text: value, value });
    return [...own, anew('method', typed.estimate ? 'estimate' : 'register'), anew('source', ''), anew('asOf', '')];
  });
}
