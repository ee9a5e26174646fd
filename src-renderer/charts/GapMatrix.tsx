import { useCallback, useRef, useState, type FocusEvent, type KeyboardEvent } from 'react';
import { textWidth, unit } from './layout.ts';
import { MatrixLegend } from './MatrixLegend.tsx';
import { MatrixRow } from './MatrixRow.tsx';
import type { MatrixDatum, MatrixMeasure, Named, OnTrace } from './types.ts';
import { useFontsReady } from './useWidth.ts';
import { useWords } from './words.ts';
import './charts.css';
import './matrix.css';

interface Props {
  readonly territories: readonly (Named & { readonly id: string })[];
  readonly rows: readonly MatrixDatum[];
  readonly measure?: MatrixMeasure;
  readonly onTrace?: OnTrace;
  /** Name of the grid for those who cannot see it. */
  readonly name: string;
  /** Head of the last column. */
  readonly totalLabel?: string;
  readonly legend?: boolean;
}

/**
 * Service × territory: number and share as text, heat behind by coverage. Arrows, Home, End (with Ctrl: corners), PageUp, PageDown move;
 * Enter opens the explanation. First and last column and the head stay in sight.
 */
export function GapMatrix({ territories, rows, measure = 'unmet', onTrace, name, totalLabel, legend = true }: Props) {
  const words = useWords();
  const { t } = words;
  useFontsReady();
  const table = useRef<HTMLTableElement>(null);
  const [active, setActive] = useState({ row: 0, column: 0 });
  const columns = territories.length + 1;

  const onKeyDown = useCallback((event: KeyboardEvent) => {
    const to = target(event, active, rows.length, columns);
    if (!to) return;
    event.preventDefault();
    setActive(to);
    const cell = table.current?.querySelector<HTMLElement>(`[data-cell="${to.row}:${to.column}"]`);
    cell?.querySelector<HTMLElement>('button,[tabindex]')?.focus();
    cell?.scrollIntoView?.({ block: 'nearest', inline: 'nearest' });
  }, [active, rows.length, columns]);

  const onFocus = useCallback((event: FocusEvent) => {
    const at = (event.target as HTMLElement).closest<HTMLElement>('[data-cell]')?.dataset['cell']?.split(':').map(Number);
    if (at) setActive((was) => (was.row === at[0] && was.column === at[1] ? was : { row: at[0] ?? 0, column: at[1] ?? 0 }));
  }, []);

  // The longest word of a head must stand whole: names are never cut or broken.
  const word = Math.max(64, ...territories.flatMap((x) => x.label.split(' ')).map((w) => textWidth(w, 500) / unit())) + 8;
  const row = Math.min(active.row, rows.length - 1), column = Math.min(active.column, columns - 1);
  return (
    <div className="mx">
      <div className="mx-scroll">
        <table role="grid" aria-label={name} aria-rowcount={rows.length + 1} aria-colcount={columns + 1} aria-readonly="true" ref={table} onKeyDown={onKeyDown} onFocus={onFocus} style={{ minWidth: `calc((var(--mx-name) + var(--mx-total) + ${territories.length * Math.ceil(word)}) * var(--px))` }}>
          <colgroup><col className="mx-name" />{territories.map((x) => <col key={x.id} />)}<col className="mx-total" /></colgroup>
          <thead>
            <tr role="row" aria-rowindex={1}>
              <th scope="col" role="columnheader" aria-colindex={1}>{t('matrix.service')}</th>
              {territories.map((x, i) => <th key={x.id} scope="col" role="columnheader" aria-colindex={i + 2} className="r" lang={x.lang} title={x.full}>{x.label}</th>)}
              <th scope="col" role="columnheader" aria-colindex={columns + 1} className="r">{totalLabel ?? t('matrix.total')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((datum, i) => <MatrixRow key={datum.id} index={i} datum={datum} measure={measure} words={words} onTrace={onTrace} active={i === row ? column : -1} />)}
          </tbody>
        </table>
      </div>
      {legend && <MatrixLegend words={words} measure={measure} conflict={rows.some((row) => [...row.cells, row.total].some((cell) => cell.unmet.state === 'conflict'))} />}
    </div>
  );
}

const PAGE = 8;

/** Where a key leads; null when it is no key of the grid. */
export function target(event: Pick<KeyboardEvent, 'key' | 'ctrlKey'>, from: { readonly row: number; readonly column: number }, rows: number, columns: number): { row: number; column: number } | null {
  const lastRow = rows - 1, lastColumn = columns - 1;
  const moves: Record<string, readonly [number, number]> = {
    ArrowUp: [event.ctrlKey ? -rows : -1, 0], ArrowDown: [event.ctrlKey ? rows : 1, 0], ArrowLeft: [0, event.ctrlKey ? -columns : -1], ArrowRight: [0, event.ctrlKey ? columns : 1],
    PageUp: [-PAGE, 0], PageDown: [PAGE, 0], Home: [event.ctrlKey ? -rows : 0, -columns], End: [event.ctrlKey ? rows : 0, columns],
  };
  const move = moves[event.key];
  if (!move || rows === 0) return null;
  const clamp = (n: number, max: number) => Math.max(0, Math.min(max, n));
  return { row: clamp(from.row + move[0], lastRow), column: clamp(from.column + move[1], lastColumn) };
}
