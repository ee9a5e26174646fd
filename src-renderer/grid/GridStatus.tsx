import { useMemo } from 'react';
import { formatNumber } from '#contract/format.ts';
import type { NumState, Unit } from '#contract/models.ts';
import { each } from './echoes.ts';
import { sizeOf } from './model.ts';
import type { GridColumn, GridProps } from './types.ts';
import type { GridState } from './useGrid.ts';
import { Legend } from '../components/Legend.tsx';
import { useText } from '../i18n/index.ts';
import { unitAfter } from '../lib/numbers.ts';

/** Above this many cells only the first rows are looked through for the legend and the sum. */
const LIMIT = 100_000;

interface Props<R> { readonly grid: GridState<R>; readonly columns: readonly GridColumn<R>[]; readonly props: GridProps<R>; readonly onNextError: () => void }

/** Below the grid: the sentence of the last action or error, the sum of the selection, the legend of the states present. */
export function GridStatus<R>({ grid, columns, props: { rows }, onNextError }: Props<R>) {
  const { t, language } = useText();
  const { pending, said } = grid;
  const all = [...each(pending.echoes)];
  const bad = all.filter(({ echo }) => echo.status === 'bad').length;
  const held = all.filter(({ echo }) => echo.status === 'held').length;
  const { states, approved } = useMemo(() => {
    const found = new Set<NumState>();
    let changed = false;
    for (const row of rows.slice(0, Math.ceil(LIMIT / Math.max(1, columns.length)))) for (const column of columns) {
      const cell = column.cell(row);
      const { state } = cell;
      changed ||= cell.approved === true;
      if (state !== 'error' && state !== 'known') found.add(state);
    }
    return { states: [...found], approved: changed };
  }, [rows, columns]);
  const sum = grid.selected ? selectionSum(grid) : null;
  const number = (n: number): string => formatNumber(n, language, { digits: { min: 0, max: 2 } });
  const added = [...sum?.sums ?? []].map(([unit, total]) => `${number(total)} ${unit === '' ? '' : unitAfter(total, unit, language)}`.trimEnd()).join('; ');

  return (
    <div className="g-st">
      <div role="status" className={said?.tone === 'bad' || pending.failure ? 'g-said bad' : 'g-said'}>
        {pending.failure ? pending.failure.message || t('grid.failed') : said && ('sentence' in said ? said.sentence : t(`grid.said.${said.key}`, { ...said.params }))}
        {pending.stuck < held && ` ${t('grid.held', { count: held - pending.stuck })}`}
        {!pending.failure && pending.stuck > 0 && ` ${t('grid.failed')}`}
      </div>
      {pending.stuck > 0 && <button type="button" className="ctl" onClick={pending.retry}>{t('grid.retry')}</button>}
      {held > 0 && <button type="button" className="ctl" onClick={pending.discard}>{t('grid.discard')}</button>}
      {bad > 0 && <>
        <span className="g-bad">{t('grid.errors', { count: bad })}</span>
        <button type="button" className="ctl" onClick={onNextError}>{t('grid.nextError')}</button>
      </>}
      {sum && <span>{t(added === '' ? 'grid.selectedCount' : 'grid.selected', { cells: number(sum.cells), numbers: number(sum.count), sum: added })}</span>}
      <Legend states={states} approved={approved} />
    </div>
  );
}

/** Shares, caseloads and averages have no sum. */
const NOT_ADDED: ReadonlySet<Unit | ''> = new Set<Unit>(['share', 'perPost', 'perPlace', 'perVehicle', 'uah']);

/** How many numbers of the selection are known, and their sum for each unit: persons are never added to places. A contradiction is not summed on. */
function selectionSum<R>(grid: GridState<R>): { readonly cells: number; readonly count: number; readonly sums: ReadonlyMap<Unit | '', number> } {
  const { selection } = grid;
  let count = 0;
  const sums = new Map<Unit | '', number>();
  const cells = sizeOf(selection);
  const bottom = cells > LIMIT ? selection.top + Math.floor(LIMIT / (selection.right - selection.left + 1)) : selection.bottom;
  for (let r = selection.top; r <= bottom; r++) for (let c = selection.left; c <= selection.right; c++) {
    const cell = grid.cellAt(r, c);
    if (cell?.number == null) continue;
    count++;
    const unit = cell.unit ?? '';
    if (!NOT_ADDED.has(unit) && cell.state !== 'conflict') sums.set(unit, (sums.get(unit) ?? 0) + cell.number);
  }
  return { cells, count, sums };
}
