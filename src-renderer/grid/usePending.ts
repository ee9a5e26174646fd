import { useCallback, useEffect, useRef, useState } from 'react';
import { drop, each, NO_ECHOES, put, released, stuck, type EchoAt, type Echoes } from './echoes.ts';
import type { CellChange, ChangeKind, GridColumn, GridProps, Parsed } from './types.ts';
import { useStable } from './useStable.ts';

/** A cell to be written: where and which text. */
export interface Write { readonly row: string; readonly col: string; readonly text: string }
/** Outcome of an action as it is announced: how many cells were sent, how many were refused, why it failed as a whole. */
export interface Outcome { readonly kind: ChangeKind; readonly cells: number; readonly refused: number }

/** Texts kept while their page is away. */
const kept = new Map<string, Echoes>();
/** Does this row of the page hold a text that is not stored? */
export const holdsText = (keep: string, row: string): boolean => kept.get(keep)?.has(row) === true;
/** How long a stored text is shown if no new rows arrive. */
const SAVED_SHOWN_MS = 2000;

interface Options<R> extends Pick<GridProps<R>, 'onChange' | 'describe' | 'keep' | 'rows'> {
  readonly rowOf: (id: string) => R | undefined;
  readonly columnOf: (id: string) => GridColumn<R> | undefined;
  readonly onOutcome: (outcome: Outcome) => void;
}

/**
 * The texts on their way: shown at once, sent as one action, kept when refused. Nothing that was typed is lost: an action the store
 * refuses is held as a whole and sent again when its last refused cell is put right.
 */
export function usePending<R>(options: Options<R>) {
  const { keep, rows } = options;
  const [echoes, setEchoes] = useState<Echoes>(() => (keep === undefined ? NO_ECHOES : kept.get(keep) ?? NO_ECHOES));
  const [failure, setFailure] = useState<{ readonly message: string } | null>(null);
  const current = useRef(echoes);
  const lastBatch = useRef(Math.max(0, ...[...each(echoes)].map((at) => at.echo.batch)));
  const rowsNow = useRef(rows);

  const change = useCallback((next: Echoes): void => {
    if (next === current.current) return;
    current.current = next;
    if (keep !== undefined) {
      const unsaved = drop(next, ({ echo }) => echo.status === 'sent' || echo.status === 'saved');
      if (unsaved.size > 0) kept.set(keep, unsaved);
      else kept.delete(keep);
    }
    setEchoes(next);
  }, [keep]);

  useEffect(() => {
    if (rowsNow.current === rows) return;
    rowsNow.current = rows;
    change(drop(current.current, ({ echo }) => echo.status === 'saved'));
  }, [rows, change]);

  const read = ({ row, col, text }: Write): Parsed | null => {
    const source = options.rowOf(row);
    const column = options.columnOf(col);
    if (source === undefined || column === undefined) return null;
    return column.parse?.(text, source) ?? { ok: true, value: text };
  };

  const send = useStable(async (writes: readonly Write[], kind: ChangeKind): Promise<void> => {
    const batch = ++lastBatch.current;
    const good: CellChange[] = [];
    const next: EchoAt[] = [];
    for (const { row, col, text } of writes) {
      const parsed = read({ row, col, text });
      if (!parsed) continue;
      if (parsed.ok) good.push({ row, col, text, value: parsed.value });
      next.push({ row, col, echo: parsed.ok ? { text, status: 'sent', batch } : { text, status: 'bad', batch, message: parsed.message } });
    }
    change(put(current.current, next));
    options.onOutcome({ kind, cells: good.length, refused: next.length - good.length });
    if (good.length === 0) return;
    const mine = ({ echo }: EchoAt): boolean => echo.batch === batch && echo.status === 'sent';
    const rowsBefore = rowsNow.current;
    const hold = (): void => change(put(current.current, [...each(current.current)].filter(mine).map((at) => ({ ...at, echo: { ...at.echo, status: 'held' as const } }))));
    try {
      const errors = await options.onChange(good, kind);
      if (errors && errors.length > 0) {
        hold();
        change(put(current.current, errors.flatMap(({ row, col, message }) => {
          const echo = current.current.get(row)?.get(col);
          return echo?.batch === batch ? [{ row, col, echo: { ...echo, status: 'bad' as const, message, byStore: true } }] : [];
        })));
        options.onOutcome({ kind, cells: 0, refused: errors.length });
      } else if (rowsNow.current !== rowsBefore) {
        change(drop(current.current, mine));
      } else {
        change(put(current.current, [...each(current.current)].filter(mine).map((at) => ({ ...at, echo: { ...at.echo, status: 'saved' as const } }))));
        setTimeout(() => change(drop(current.current, ({ echo }) => echo.batch === batch && echo.status === 'saved')), SAVED_SHOWN_MS);
      }
    } catch (error) {
      hold();
      setFailure({ message: options.describe?.(error) ?? '' });
    }
  });

  /** Writes texts into cells: one action, one call of `onChange`. Cells held by an action that is put right now go along. */
  const write = useStable((writes: readonly Write[], kind: ChangeKind): void => {
    if (writes.length === 0) return;
    const before = current.current;
    const batches = new Set(stuck(before).map((at) => at.echo.batch));
    for (const { row, col } of writes) {
      const echo = before.get(row)?.get(col);
      if (echo && (echo.status === 'held' || (echo.status === 'bad' && echo.byStore))) batches.add(echo.batch);
    }
    const isWritten = new Set(writes.map(({ row, col }) => `${row}\n${col}`));
    const rest = drop(before, ({ row, col }) => isWritten.has(`${row}\n${col}`));
    const along: Write[] = [];
    for (const batch of batches) {
      const stillBad = [...each(rest)].some(({ echo }) => echo.batch === batch && echo.status === 'bad' && echo.byStore);
      const wholly = writes.every((w) => before.get(w.row)?.get(w.col)?.batch === batch && read(w)?.ok === true);
      if (stillBad && wholly) {
        change(put(rest, writes.map(({ row, col, text }) => ({ row, col, echo: { text, status: 'held', batch } }))));
        return;
      }
      for (const { row, col, echo } of released(rest, batch)) along.push({ row, col, text: echo.text });
    }
    setFailure(null);
    void send([...writes, ...along], along.length > 0 ? 'paste' : kind);
  });

  /** Takes the old value of a cell back; true = there was a kept text. What its action held is sent when nothing else stands against it. */
  const revert = useStable((row: string, col: string): boolean => {
    const echo = current.current.get(row)?.get(col);
    if (!echo || (echo.status !== 'bad' && echo.status !== 'held')) return false;
    change(drop(current.current, (at) => at.row === row && at.col === col));
    const along = echo.status === 'bad' && echo.byStore ? released(current.current, echo.batch) : [];
    if (along.length > 0) void send(along.map((at) => ({ row: at.row, col: at.col, text: at.echo.text })), 'paste');
    return true;
  });

  /** Sends again what failed as a whole. */
  const retry = useStable((): void => {
    setFailure(null);
    const writes = stuck(current.current).map((at) => ({ row: at.row, col: at.col, text: at.echo.text }));
    if (writes.length > 0) void send(writes, 'paste');
  });

  /** Returns the old values of every action that failed or was refused by the store. */
  const discard = useStable((): void => {
    setFailure(null);
    change(drop(current.current, ({ echo }) => echo.status === 'held' || (echo.status === 'bad' && echo.byStore === true)));
  });

  return { echoes, failure, stuck: stuck(echoes).length, write, revert, retry, discard };
}
