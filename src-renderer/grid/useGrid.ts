import { useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { blockToHtml, blockToText, layOut, parseBlock } from './clipboard.ts';
import { enter, move, rectOf, sizeOf, tab, type Pos, type Rect, type Shape } from './model.ts';
import type { ActiveCell, GridColumn, GridProps } from './types.ts';
import { usePending, type Outcome, type Write } from './usePending.ts';
import { useStable } from './useStable.ts';
import { canEdit, extentAt, shownCell, type ShownCell } from './view.ts';

/** An open editor: `replace` began by typing (arrows leave it), `edit` by F2 or a double click (arrows move in the text). */
export interface Editing { readonly mode: 'replace' | 'edit'; readonly text: string }
/** What the status line says; a key of `grid.said` with numbers, or a sentence. */
export type Said = { readonly key: string; readonly params?: Readonly<Record<string, number>>; readonly tone?: 'bad' } | { readonly sentence: string; readonly tone?: 'bad' };

interface Place { readonly row: string; readonly col: string }

/** State and actions of a grid: active cell, selection, editor, clipboard, texts on their way. */
export function useGrid<R>(props: GridProps<R>, columns: readonly GridColumn<R>[]) {
  const { rows, rowId } = props;
  const index = useMemo(() => new Map(rows.map((row, i) => [rowId(row), i])), [rows, rowId]);
  const colIndex = useMemo(() => new Map(columns.map((column, i) => [column.id, i])), [columns]);
  const allColumns = useMemo(() => new Map(props.columns.map((column) => [column.id, column])), [props.columns]);
  const firstOpen = Math.max(0, columns.findIndex((column) => !column.frozen && !column.rowHeader));

  const [activePlace, setActive] = useState<Place | null>(null);
  const [anchorPlace, setAnchor] = useState<Place | null>(null);
  const [editing, setEditing] = useState<Editing | null>(null);
  const [said, setSaid] = useState<Said | null>(null);
  const lastPos = useRef<Pos>({ r: 0, c: firstOpen });
  const draft = useRef('');
  const tabOrigin = useRef<number | null>(null);
  const page = useRef(10);

  /** Where the grid is entered: the first cell of the first row that applies. */
  const entry = (): number => {
    const [row] = rows;
    return Math.max(firstOpen, row === undefined ? 0 : columns.findIndex((column, c) => c >= firstOpen && column.cell(row).state !== 'na'));
  };
  const posOf = (place: Place | null): Pos => {
    const r = place ? index.get(place.row) ?? Math.min(lastPos.current.r, Math.max(0, rows.length - 1)) : 0;
    return { r, c: place ? colIndex.get(place.col) ?? Math.min(lastPos.current.c, columns.length - 1) : entry() };
  };
  const active = posOf(activePlace);
  const anchor = anchorPlace ? posOf(anchorPlace) : active;
  const selection: Rect = rectOf(active, anchor);

  const lastOutcome = useRef<Outcome | null>(null);
  const onOutcome = (outcome: Outcome): void => {
    lastOutcome.current = outcome;
    if (outcome.refused > 0) setSaid({ key: 'refused', params: { count: outcome.refused, cells: outcome.cells }, tone: 'bad' });
    else if (outcome.kind === 'paste' && outcome.cells > 1) setSaid({ key: 'pasted', params: { count: outcome.cells } });
    else if (outcome.kind === 'fill') setSaid({ key: 'filled', params: { count: outcome.cells } });
    else if (outcome.kind === 'clear') setSaid({ key: 'cleared', params: { count: outcome.cells } });
    else setSaid(null);
  };
  const pending = usePending<R>({
    rows, keep: props.keep, onChange: props.onChange, describe: props.describe, onOutcome,
    rowOf: (id) => rows[index.get(id) ?? -1], columnOf: (id) => allColumns.get(id),
  });

  const cellAt = (r: number, c: number): ShownCell | null => {
    const row = rows[r];
    const column = columns[c];
    return row === undefined || !column ? null : shownCell(column, row, pending.echoes.get(rowId(row)));
  };
  const editableAt = (r: number, c: number): boolean => {
    const row = rows[r];
    const column = columns[c];
    return row !== undefined && column !== undefined && canEdit(column, row, props.readOnly);
  };
  const shape: Shape = {
    rows: rows.length, cols: columns.length, page: page.current, firstOpen,
    applies: (r, c) => cellAt(r, c)?.state !== 'na',
    filled: (r, c) => (cellAt(r, c)?.text ?? '') !== '',
    extent: (r, c) => { const row = rows[r]; return row === undefined ? [c, c] : extentAt(columns, row, c); },
  };
  const at = (pos: Pos): (ActiveCell<R> & { readonly cell: ShownCell }) | null => {
    const row = rows[pos.r];
    const column = columns[pos.c];
    const cell = cellAt(pos.r, pos.c);
    return row === undefined || !column || !cell ? null : { row, rowId: rowId(row), column, cell };
  };

  /** Makes a cell active; with `extend` the selection grows from where it began. */
  const go = useStable((to: Pos, extend = false): void => {
    const row = rows[to.r];
    const column = columns[to.c];
    if (row === undefined || !column) return;
    const place = { row: rowId(row), col: column.id };
    const from = rows[active.r];
    const fromColumn = columns[active.c];
    if (!extend) setAnchor(null);
    else if (!anchorPlace && from !== undefined && fromColumn) setAnchor({ row: rowId(from), col: fromColumn.id });
    lastPos.current = to;
    setActive(place);
    const next = at(to);
    if (!extend && next?.cell.echo?.message) setSaid({ sentence: next.cell.echo.message, tone: 'bad' });
    else if (!extend) setSaid(null);
    props.onActive?.(next);
  });

  /** Why nothing is written into a block: the reason of its first closed cell. */
  const closed = (rect: Rect): Said | null => {
    for (let r = rect.top; r <= rect.bottom; r++) for (let c = rect.left; c <= rect.right; c++) {
      const cell = cellAt(r, c);
      if (cell === null || editableAt(r, c)) continue;
      return props.readOnly ? { key: 'readOnly' } : cell.why ? { sentence: cell.why } : { key: cell.state === 'na' ? 'na' : 'computed' };
    }
    return null;
  };

  const startEdit = useStable((mode: Editing['mode'], text?: string): void => {
    const target = at(active);
    if (!target) return;
    if (!editableAt(active.r, active.c)) { setSaid(closed(rectOf(active, active))); return; }
    // The letter that opens a list chooses in it, as it does in an open one.
    const begins = text ? target.column.options?.(target.row).find((option) => option.toLowerCase().startsWith(text.toLowerCase())) : undefined;
    draft.current = target.column.kind === 'select' ? begins ?? target.cell.text : text ?? target.cell.text;
    setEditing({ mode, text: draft.current });
  });

  /** Ends the editor; writes its text when it differs, or when it confirms a value that is not confirmed yet. */
  const commit = useStable((): void => {
    if (!editing) return;
    setEditing(null);
    const target = at(active);
    if (!target) return;
    const unconfirmed = target.cell.state === 'carried' || target.cell.state === 'prefilled';
    if (draft.current === target.cell.text && !unconfirmed && target.cell.state !== 'error') return;
    pending.write([{ row: target.rowId, col: target.column.id, text: draft.current }], 'edit');
  });

  const writable = (rect: Rect, text: (r: number, c: number) => string): Write[] => {
    const writes: Write[] = [];
    for (let r = rect.top; r <= rect.bottom; r++) for (let c = rect.left; c <= rect.right; c++) {
      const row = rows[r];
      const column = columns[c];
      if (row !== undefined && column && editableAt(r, c)) writes.push({ row: rowId(row), col: column.id, text: text(r, c) });
    }
    return writes;
  };

  const clear = useStable((): void => {
    let needed: Said | null = null;
    const writes = writable(selection, () => '').filter(({ row, col }) => {
      const source = rows[index.get(row) ?? -1];
      const read = source && allColumns.get(col)?.parse?.('', source);
      if (read?.ok === false) needed ??= { sentence: read.message };
      return source !== undefined && read?.ok !== false;
    });
    if (writes.length > 0) pending.write(writes, 'clear');
    else setSaid(closed(selection) ?? needed);
  });

  const fillDown = useStable((): void => {
    const single = selection.top === selection.bottom;
    const source = single ? selection.top - 1 : selection.top;
    if (source < 0) { setSaid({ key: 'noneAbove' }); return; }
    const target = { ...selection, top: source + 1 };
    const writes = writable(target, (_, c) => cellAt(source, c)?.text ?? '');
    if (writes.length > 0) pending.write(writes, 'fill');
    else setSaid(closed(target));
  });

  const fillSelection = useStable((): void => {
    const text = draft.current;
    setEditing(null);
    pending.write(writable(selection, () => text), 'fill');
  });

  const copy = useStable((data: DataTransfer): void => {
    const block: string[][] = [];
    for (let r = selection.top; r <= selection.bottom; r++) {
      const line: string[] = [];
      for (let c = selection.left; c <= selection.right; c++) line.push(cellAt(r, c)?.text ?? '');
      block.push(line);
    }
    data.setData('text/plain', blockToText(block));
    data.setData('text/html', blockToHtml(block));
    setSaid({ key: 'copied', params: { count: sizeOf(selection) } });
  });

  const paste = (text: string): void => {
    const block = layOut(parseBlock(text), selection.bottom - selection.top + 1, selection.right - selection.left + 1);
    const missing = selection.top + block.length - rows.length;
    // The new rows are drawn before anything is written into them.
    if (missing > 0 && props.onGrow) flushSync(() => props.onGrow?.(missing));
    lay(block);
  };
  const lay = useStable((block: readonly (readonly string[])[]): void => {
    const height = block.length;
    const width = block[0]?.length ?? 0;
    if (height === 0) return;
    const fit: Rect = { top: selection.top, left: selection.left, bottom: Math.min(selection.top + height, rows.length) - 1, right: Math.min(selection.left + width, columns.length) - 1 };
    const writes = writable(fit, (r, c) => block[r - fit.top]?.[c - fit.left] ?? '');
    if (writes.length > 0) pending.write(writes, 'paste');
    const outside = height * width - sizeOf(fit);
    const shut = sizeOf(fit) - writes.length;
    const key = outside > 0 && shut > 0 ? 'pastedPart' : outside > 0 ? 'pastedOutside' : 'pastedClosed';
    if (writes.length === 0) setSaid(closed(fit));
    else if (outside > 0 || shut > 0) setSaid({ key, params: { count: lastOutcome.current?.cells ?? 0, outside, closed: shut }, tone: outside > 0 ? 'bad' : undefined });
    const first = rows[fit.top];
    const last = rows[fit.bottom];
    const left = columns[fit.left];
    const right = columns[fit.right];
    if (first !== undefined && last !== undefined && left && right) {
      setActive({ row: rowId(first), col: left.id });
      setAnchor({ row: rowId(last), col: right.id });
    }
  });

  const selectAll = useStable((): void => {
    const first = rows[0];
    const last = rows.at(-1);
    const left = columns[0];
    const right = columns.at(-1);
    if (first === undefined || last === undefined || !left || !right) return;
    setActive({ row: rowId(first), col: left.id });
    setAnchor({ row: rowId(last), col: right.id });
  });

  const selectColumn = useStable((c: number): void => {
    const first = rows[0];
    const last = rows.at(-1);
    const column = columns[c];
    if (first === undefined || last === undefined || !column) return;
    setActive({ row: rowId(first), col: column.id });
    setAnchor({ row: rowId(last), col: column.id });
  });

  /** Moves after Enter or Tab; Enter returns to the column where a run of Tabs began: its first cell that can be filled. false = the grid ends here. */
  const step = useStable((how: 'enter' | 'tab', back: boolean): boolean => {
    if (how === 'tab') {
      const to = tab(shape, active, back);
      if (!to) return false;
      if (!back && editableAt(active.r, active.c)) tabOrigin.current ??= active.c;
      go(to);
      return true;
    }
    const column = tabOrigin.current ?? active.c;
    tabOrigin.current = null;
    const to = enter(shape, { r: active.r, c: column }, back);
    go(to.r === active.r ? active : to);
    return true;
  });

  const moveBy = useStable((key: string, ctrl: boolean, shift: boolean): boolean => {
    const to = move(shape, active, key, ctrl);
    if (!to) return false;
    tabOrigin.current = null;
    go(to, shift);
    return true;
  });

  /** The next refused text after the active cell, round the grid; null = there is none. */
  const nextError = useStable((): Pos | null => {
    const bad = rows.flatMap((row, r) => {
      const cells = pending.echoes.get(rowId(row));
      return cells ? columns.flatMap((column, c) => (cells.get(column.id)?.status === 'bad' ? [{ r, c }] : [])) : [];
    });
    const next = bad.find(({ r, c }) => r > active.r || (r === active.r && c > active.c)) ?? bad[0] ?? null;
    if (next) go(next);
    return next;
  });

  const revertActive = useStable((): boolean => {
    const target = at(active);
    return target !== null && pending.revert(target.rowId, target.column.id);
  });

  return {
    active, selection, selected: sizeOf(selection) > 1, hasActive: activePlace !== null, editing, said, draft, page, pending, at, cellAt, editableAt,
    go, step, moveBy, startEdit, cancelEdit: () => setEditing(null), commit, clear, fillDown, fillSelection, copy, paste, selectAll, selectColumn, nextError, revertActive, setSaid,
    endTabRun: () => { tabOrigin.current = null; },
  };
}

/** State and actions of a grid. */
export type GridState<R> = ReturnType<typeof useGrid<R>>;
