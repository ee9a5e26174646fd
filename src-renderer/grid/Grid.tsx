import { observeElementRect, useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useId, useImperativeHandle, useMemo, useRef, useState, type ClipboardEvent, type CSSProperties, type KeyboardEvent, type MouseEvent } from 'react';
import './grid.css';
import { GridBar } from './GridBar.tsx';
import { GridRow } from './GridRow.tsx';
import { GridStatus } from './GridStatus.tsx';
import { onGridKey } from './keys.ts';
import type { Pos } from './model.ts';
import type { GridProps } from './types.ts';
import { useColumns } from './useColumns.ts';
import { useGrid } from './useGrid.ts';
import { useStable } from './useStable.ts';
import { itemsOf } from './view.ts';
import { useText } from '../i18n/index.ts';

const HEAD = 34;
const ROW = 26;
const GROUP = 24;
/** Height taken where nothing can be measured. */
const UNMEASURED = 600;
/** How far the pointer moves before a press becomes a drag, px: cells that are drawn anew under a resting pointer are not dragged over. */
const DRAG = 4;

/**
 * The figures grid: it feels like a spreadsheet, one action is one call of `onChange`, typed texts are shown at once and never lost, and only
 * the rows in sight are drawn. It knows nothing of services: pages describe columns and cells.
 */
export function Grid<R extends object>(props: GridProps<R>) {
  const { rows, rowId, groups } = props;
  const { t } = useText();
  const scroller = useRef<HTMLDivElement>(null);
  const leaving = useRef(false);
  /** A cell to go to once its column is in sight. */
  const awaited = useRef<{ readonly row: string; readonly col: string } | null>(null);
  /** Where the pointer was pressed on a cell, while it is. */
  const pressed = useRef<{ readonly x: number; readonly y: number } | null>(null);
  /** Wishes to have the focus on the active cell: how many there were when this was drawn, and how many were served. */
  const [wish, setWish] = useState(0);
  const served = useRef(0);
  const help = useId();
  const layout = useColumns(props.columns, rows);
  const { columns, scale } = layout;
  const grid = useGrid(props, columns);
  const { active, selection } = grid;

  const groupOf = groups?.of;
  const items = useMemo(() => itemsOf(rows, rowId, groupOf), [rows, rowId, groupOf]);
  const itemOfRow = useMemo(() => items.flatMap((item, i) => (item.kind === 'row' ? [i] : [])), [items]);
  /** Height in which rows are seen, between the heads and the lower edge or the scrollbar. */
  const room = (): number => (scroller.current?.clientHeight || UNMEASURED) - HEAD * scale;
  const keepInSight = useRef(() => {});
  // oxlint-disable-next-line react/incompatible-library -- the React Compiler is not used, and nothing of the virtualizer goes to memoised parts
  const virtual = useVirtualizer({
    count: items.length, getScrollElement: () => scroller.current, overscan: 8, useFlushSync: false,
    estimateSize: (i) => (items[i]?.kind === 'group' ? GROUP : ROW) * scale,
    getItemKey: (i) => { const item = items[i]; return item === undefined ? i : item.kind === 'row' ? `r${item.id}` : `g${item.id}${i}`; },
    initialRect: { width: 800, height: UNMEASURED - HEAD * scale },
    // A chosen cell that is seen stays so when something opens under the grid.
    observeElementRect: (instance, report) => observeElementRect(instance, (rect) => {
      const height = room();
      const lower = height < (instance.scrollRect?.height ?? 0);
      report({ ...rect, height });
      if (lower) keepInSight.current();
    }),
    rangeExtractor: ({ startIndex, endIndex, overscan, count }) => {
      const shown = new Set<number>();
      for (let i = Math.max(0, startIndex - overscan); i <= Math.min(count - 1, endIndex + overscan); i++) shown.add(i);
      const own = itemOfRow[active.r];
      if (own !== undefined) shown.add(own);
      return [...shown].sort((a, b) => a - b);
    },
  });
  grid.page.current = Math.max(1, Math.floor(room() / (ROW * scale)) - 1);

  const seen = useRef(false);
  // A chosen cell that was seen stays so when rows come above it.
  useEffect(() => {
    const item = itemOfRow[active.r];
    if (seen.current && item !== undefined) virtual.scrollToIndex(item, { align: 'auto' });
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- only when rows changed
  }, [itemOfRow]);
  useEffect(() => {
    const item = itemOfRow[active.r];
    const at = item === undefined ? undefined : virtual.measurementsCache[item];
    const top = scroller.current?.scrollTop ?? 0;
    seen.current = grid.hasActive && at !== undefined && at.start >= top && at.end <= top + room();
    keepInSight.current = () => { if (seen.current && at) virtual.scrollToIndex(at.index, { align: 'auto' }); };
  });
  /** Shows the columns after the frozen ones from the first. */
  const toStart = (): void => { if (scroller.current) scroller.current.scrollLeft = 0; };
  const activeElement = (): HTMLElement | null => scroller.current?.querySelector<HTMLElement>('.g-c.act') ?? null;
  useEffect(() => {
    // An effect of an older drawing knows nothing of a newer wish: it would take the focus back to the cell it knows.
    if (wish === served.current || grid.editing) return;
    const item = itemOfRow[active.r];
    if (item !== undefined) virtual.scrollToIndex(item, { align: 'auto' });
    const element = activeElement();
    if (!element) return;
    served.current = wish;
    element.focus({ preventScroll: true });
    showSideways(scroller.current, element, layout.frozenWidth);
    // On a page longer than the window, as at 200 % zoom, the page goes along.
    element.scrollIntoView?.({ block: 'nearest', inline: 'nearest' });
  });
  /** Does something and keeps the focus on the active cell. */
  const act = (action: () => void): void => { setWish((n) => n + 1); action(); };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (rows.length === 0 || (event.target instanceof Element && event.target.closest('.g-ed'))) return;
    onGridKey(event, grid, { onTrace: trace, onFilter: props.onFilter, today: props.today, leaving });
    const leadsAway = event.key === 'F4' || event.code === 'KeyF';
    if (event.defaultPrevented && !leadsAway) act(() => undefined);
    if (event.key === 'Home') toStart();
  };

  const focusCell = (row: string, col: string): boolean => {
    const r = rows.findIndex((candidate) => rowId(candidate) === row);
    const c = columns.findIndex((column) => column.id === col);
    if (r >= 0 && c < 0 && props.columns.some((column) => column.id === col)) { awaited.current = { row, col }; layout.showAll(); return true; }
    if (r < 0 || c < 0) return false;
    act(() => { grid.endTabRun(); grid.go({ r, c }); });
    return true;
  };
  useEffect(() => {
    const target = awaited.current;
    if (!target || !columns.some((column) => column.id === target.col)) return;
    awaited.current = null;
    focusCell(target.row, target.col);
  });
  useImperativeHandle(props.ref, () => ({ focusCell, focus: () => act(() => grid.go(active)) }));

  const trace = (): void => { const at = grid.at(active); if (at && props.onTrace?.(at) === false) act(() => grid.setSaid({ key: 'noTrace' })); };
  const place = (event: MouseEvent): Pos | null => {
    const cell = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-c]') : null;
    const row = cell?.closest<HTMLElement>('[data-r]');
    return cell && row ? { r: Number(row.dataset['r']), c: Number(cell.dataset['c']) } : null;
  };
  const onMouseDown = (event: MouseEvent): void => {
    if (event.button !== 0) return;
    const to = place(event);
    if (!to) return;
    event.preventDefault();
    leaving.current = false;
    act(() => { grid.commit(); grid.endTabRun(); grid.go(to, event.shiftKey); });
    pressed.current = { x: event.clientX, y: event.clientY };
  };
  const onMouseMove = (event: MouseEvent): void => {
    if (!pressed.current) return;
    if (event.buttons === 0) { pressed.current = null; return; }
    if (Math.hypot(event.clientX - pressed.current.x, event.clientY - pressed.current.y) < DRAG) return;
    const to = place(event);
    if (to && (to.r !== active.r || to.c !== active.c)) act(() => grid.go(to, true));
  };
  const onClick = (event: MouseEvent): void => {
    const to = place(event);
    const onNumber = event.target instanceof Element && event.target.closest('.g-n') !== null;
    if (onNumber && to && columns[to.c]?.kind === 'computed' && !event.shiftKey && !grid.selected) trace();
  };
  const clipboard = (event: ClipboardEvent, action: (data: DataTransfer) => void): void => {
    if (rows.length === 0 || (event.target instanceof Element && event.target.closest('.g-ed'))) return;
    event.preventDefault();
    act(() => action(event.clipboardData));
  };
  const actions = useStableActions(grid, act);
  const template: CSSProperties = { gridTemplateColumns: layout.template };
  const width = { minWidth: layout.width };

  return (
    <div className="g">
      <GridBar grid={grid} props={props} layout={layout} onTrace={trace} />
      <div
        ref={scroller} role="grid" className="g-sc" aria-label={props.label} aria-multiselectable aria-readonly={props.readOnly ? true : undefined} aria-describedby={help}
        aria-rowcount={items.length + 1} aria-colcount={props.columns.length} tabIndex={rows.length === 0 ? 0 : undefined}
        onKeyDown={onKeyDown}
        onFocus={() => { if (!grid.hasActive && rows.length > 0) grid.go(active); }}
        onBlur={({ currentTarget, relatedTarget }) => { if (relatedTarget instanceof Node && !currentTarget.contains(relatedTarget)) grid.endTabRun(); }}
        onMouseDown={onMouseDown} onMouseMove={onMouseMove} onMouseUp={() => { pressed.current = null; }} onClick={onClick}
        onDoubleClick={(event) => { if (place(event)) grid.startEdit('edit'); }}
        onCopy={(event) => clipboard(event, grid.copy)} onCut={(event) => clipboard(event, (data) => { grid.copy(data); grid.clear(); })}
        onPaste={(event) => clipboard(event, (data) => { if (columns[active.c]?.frozen) toStart(); grid.paste(data.getData('text/plain')); })}
      >
        <div role="rowgroup" className="g-hd" style={width}>
          <div role="row" aria-rowindex={1} className="g-hr" style={template}>
            {columns.map((column, c) => (
              <div
                key={column.id} role="columnheader" aria-colindex={layout.ariaCols[c]} aria-label={column.head === undefined ? undefined : column.title}
                className={`g-h${column.align === 'right' ? ' r' : ''}${column.kind === 'computed' && !column.frozen ? ' g-cp' : ''}${column.frozen ? ' g-fz' : ''}`}
                style={layout.lefts[c] === undefined ? undefined : { left: layout.lefts[c] }} onMouseDown={(event) => { event.preventDefault(); act(() => grid.selectColumn(c)); }}
              ><span>{column.head ?? column.title}</span></div>
            ))}
          </div>
        </div>
        {rows.length > 0 && <div role="rowgroup" className="g-bd" style={{ ...width, height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start, size, key }) => {
            const item = items[index];
            if (!item) return null;
            if (item.kind === 'group') return (
              <div key={key} role="row" aria-rowindex={index + 2} className="g-gr" style={{ top: start, height: size, ...template }}>
                <div role="rowheader" aria-colindex={1} aria-colspan={props.columns.length} className="g-gh"><span>{groups?.title(item.id)}</span></div>
              </div>
            );
            const r = item.index;
            const isSelected = r >= selection.top && r <= selection.bottom;
            return (
              <GridRow
                key={key} row={item.row} id={item.id} index={r} ariaRow={index + 2} name={props.rowName(item.row)} columns={columns} ariaCols={layout.ariaCols} lefts={layout.lefts}
                echoes={grid.pending.echoes.get(item.id)} activeCol={r === active.r ? active.c : -1} selFrom={isSelected && grid.hasActive ? selection.left : -1} selTo={isSelected ? selection.right : -1} selEdge={isSelected ? `${r === selection.top ? ' st' : ''}${r === selection.bottom ? ' sb' : ''}` : ''}
                editing={r === active.r ? grid.editing : null} draft={grid.draft} actions={actions} readOnly={props.readOnly} top={start} height={size} template={layout.template}
              />
            );
          })}
        </div>}
      </div>
      {rows.length === 0 && props.empty}
      <GridStatus grid={grid} columns={columns} props={props} onNextError={() => act(() => grid.nextError())} />
      <p className="vh" id={help}>{t('grid.help')}</p>
    </div>
  );
}

function useStableActions<R>(grid: ReturnType<typeof useGrid<R>>, act: (action: () => void) => void) {
  const commit = useStable(() => grid.commit());
  const cancel = useStable(() => act(grid.cancelEdit));
  const step = useStable((how: 'enter' | 'tab', back: boolean) => act(() => { grid.step(how, back); }));
  const moveBy = useStable((key: string) => act(() => { grid.moveBy(key, false, false); }));
  const fill = useStable(() => act(grid.fillSelection));
  return useMemo(() => ({ commit, cancel, step, moveBy, fill }), [commit, cancel, step, moveBy, fill]);
}

/** Scrolls sideways until the cell stands free of the frozen columns. */
function showSideways(scroller: HTMLElement | null, cell: HTMLElement, frozen: number): void {
  if (!scroller || cell.classList.contains('g-fz')) return;
  const left = cell.offsetLeft;
  const right = left + cell.offsetWidth;
  if (left < scroller.scrollLeft + frozen) scroller.scrollLeft = left - frozen;
  else if (right > scroller.scrollLeft + scroller.clientWidth) scroller.scrollLeft = right - scroller.clientWidth;
}
