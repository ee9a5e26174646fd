import { useCallback } from 'react';
import type { FigureKey } from '#contract/models.ts';
import { asApiError } from '../../api.ts';
import type { CellChange, CellError, ChangeKind, GridProps } from '../../grid/index.ts';
import { useText } from '../../i18n/index.ts';
import { usePlan } from '../../plan/store.ts';
import { change } from '../../plan/useChange.ts';
import { patchesOf, refusedCells, type FigureTable, type Stored } from './patches.ts';

/** What a grid of figures needs besides its columns. */
export interface Figures {
  /** Stores changed cells in one undo step; refused ones come back with a sentence each. */
  readonly onChange: (cells: readonly CellChange[], kind: ChangeKind) => Promise<void | readonly CellError[]>;
  readonly describe: GridProps<never>['describe'];
  readonly readOnly: boolean;
  /** Confirms figures carried over (or taken from bundled data) as they stand. */
  readonly confirm: (keys: readonly FigureKey[]) => Promise<void>;
}

/** Stores cells in one undo step. Refused cells come back with a sentence each; any other error is thrown. */
export async function storeCells(stored: readonly Stored[], kind: ChangeKind, t: ReturnType<typeof useText>['t']): Promise<void | readonly CellError[]> {
  try {
    await change('figures.set', { cells: stored.map(({ key, patch }) => ({ key, patch })), label: kind });
  } catch (thrown) {
    const error = asApiError(thrown);
    const wrong = error.code === 'input.value' ? refusedCells(error.details, stored, (reason) => t([`figures.reason.${reason}`, 'figures.reason.other'])) : [];
    if (wrong.length === 0) throw error;
    return wrong;
  }
}

/** Storing and confirming the figures of a grid. `others` takes the changes of columns that are not figures; it stores them itself. */
export function useFigures<R>(table: FigureTable<R>, others?: (cells: readonly CellChange[]) => Promise<void | readonly CellError[]>): Figures {
  const { t } = useText();
  const readOnly = usePlan((plan) => plan.info?.readOnly === true);
  const onChange = async (cells: readonly CellChange[], kind: ChangeKind): Promise<void | readonly CellError[]> => {
    const { stored, refused } = patchesOf(cells, kind, table);
    if (refused.length > 0) return refused.map((at) => ({ ...at, message: t('figures.numberFirst') }));
    if (stored.length > 0) {
      const wrong = await storeCells(stored, kind, t);
      if (wrong !== undefined) return wrong;
    }
    return others?.(cells);
  };
  const describe = useCallback((thrown: unknown): string => {
    const { code, details } = asApiError(thrown);
    return t('figures.notStored', { why: t([`errors.${code}`, 'errors.bug'], details) });
  }, [t]);
  const confirm = async (keys: readonly FigureKey[]): Promise<void> => {
    if (keys.length > 0) await change('figures.confirm', { keys: [...keys] });
  };
  return { onChange, describe, readOnly, confirm };
}
