import type { GridProps } from './types.ts';
import type { Layout } from './useColumns.ts';
import type { GridState } from './useGrid.ts';
import { langOf } from './view.ts';
import { useText } from '../i18n/index.ts';

interface Props<R> { readonly grid: GridState<R>; readonly props: GridProps<R>; readonly layout: Layout<R>; readonly onTrace: () => void }

/** Above the grid: place · figure · formula or source of the active cell, the way to its explanation, the hidden columns. */
export function GridBar<R>({ grid, props, layout, onTrace }: Props<R>) {
  const { t, language } = useText();
  const at = grid.at(grid.active);
  const note = at && !grid.editableAt(grid.active.r, grid.active.c) && at.cell.state !== 'na' ? t('grid.notEditable') : null;
  return (
    <div className="g-fb">
      {at && (props.bar?.(at) ?? <>
        <span className="m">{`${props.rowName(at.row)} · ${at.column.title}`}</span>
        <span className="mono" lang={langOf(at.cell, language)}>{at.cell.text}</span>
      </>)}
      <span className="sp" />
      {note && <span className="q">{note}</span>}
      {at && props.onTrace && at.cell.state !== 'na' && <button type="button" className="g-bt" onClick={onTrace}>{t('grid.trace')}<span className="kbd">F4</span></button>}
      {layout.hidden !== null && <button type="button" className="g-bt" aria-pressed={!layout.hidden} onClick={layout.toggle}>{t('grid.columns')}</button>}
    </div>
  );
}
