import type { FigureKey } from '#contract/models.ts';
import { ownFigure, storeCells, type Stored } from '../../../components/figures/index.ts';
import type { CellChange, CellError, ChangeKind, NumberValue } from '../../../grid/index.ts';
import { useText } from '../../../i18n/index.ts';
import { emptyKey, type RateRow } from './rows.ts';

/** Stores typed shares as assumptions of the working group: one action is one undo step; a refused share comes back with a sentence. */
export function useRateChanges(rowOf: (id: string) => RateRow | undefined, at: Pick<FigureKey, 'territory' | 'year' | 'scenario'>) {
  const { t } = useText();
  return async (changes: readonly CellChange[], kind: ChangeKind): Promise<void | readonly CellError[]> => {
    const stored = changes.map(({ row, col, value }): Stored => {
      const cell = rowOf(row)?.cells.get(col)?.assumed;
      const typed = value as NumberValue;
      // A share somebody typed is an estimate until its source says otherwise; its method stays when only the number of the base changes.
      const method = cell !== undefined && ownFigure(cell) && !typed.estimate && at.scenario === 'base' ? {} : { method: 'estimate' as const };
      return { key: cell?.key ?? emptyKey(row, col, at), patch: { value: typed.value, ...method }, from: [{ row, col }] };
    });
    return stored.length > 0 ? storeCells(stored, kind, t) : undefined;
  };
}
