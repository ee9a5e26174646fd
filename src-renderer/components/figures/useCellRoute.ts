import { useEffect, useRef, type RefObject } from 'react';
import type { FigureKey } from '#contract/models.ts';
import type { GridHandle } from '../../grid/index.ts';
import { navigate, parseCell, useRoute } from '../../lib/route.ts';
import { chooseYear, usePlan } from '../../plan/store.ts';

/** The cell a link leads to (`#/needs?cell=…`), or null. */
export function useWantedCell(): FigureKey | null {
  const { params } = useRoute();
  const scenario = usePlan((plan) => plan.scenario);
  return parseCell(params.get('cell'), scenario);
}

/**
 * Goes to the cell a link names as soon as it is there: the year is chosen, `prepare` opens what hides the cell (a territory, a filter,
 * a column), then the cell gets the focus and the parameter leaves the address, so that the same link works again;
 * `rest` stays in the address.
 */
export function useCellRoute(page: string, grid: RefObject<GridHandle | null>, ready: boolean, place: (key: FigureKey) => { readonly row: string; readonly col: string } | null, prepare: (key: FigureKey) => boolean, rest: Readonly<Record<string, string>> = {}): void {
  const year = usePlan((plan) => plan.year);
  const years = usePlan((plan) => (plan.view ?? plan.info)?.years);
  const wanted = useWantedCell();
  const text = JSON.stringify(wanted);
  const tries = useRef(0);
  useEffect(() => { tries.current = 0; }, [text]);
  useEffect(() => {
    if (!wanted) return;
    if (wanted.year !== year && years !== undefined && !years.includes(wanted.year)) { navigate(page, rest, true); return; }
    if (wanted.year !== year) { chooseYear(wanted.year); return; }
    if (!prepare(wanted) || !ready) return;
    const at = place(wanted);
    const found = at !== null && grid.current?.focusCell(at.row, at.col) === true;
    tries.current += 1;
    if (found || tries.current > 5) navigate(page, rest, true);
  });
}
