import type { ReactNode } from 'react';
import { CartesianGrid, ComposedChart, useXAxisScale, XAxis, YAxis } from 'recharts';
import { formatNumber, type Language } from '#contract/format.ts';
import { unit } from './layout.ts';

interface Props {
  readonly width: number;
  /** Lengths in px: names at the left, values at the right, heads above, rows. */
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly rows: number;
  readonly ticks: readonly number[];
  /** What stands at a tick; the number itself when left out. */
  readonly tickText?: (tick: number) => string;
  /** Is the axis with its gridlines drawn? */
  readonly axis: boolean;
  readonly name: string;
  readonly lang: Language;
  /** Draws the marks: `x` turns a value into px. */
  readonly renderMarks: (x: (value: number) => number) => ReactNode;
}

const AXIS = 20;

/** A zero-based horizontal chart with free layers: scale, gridlines and axis here, marks from the caller. Ticks below zero make it two-sided. */
export function Frame({ width, left, right, top, rows, ticks, tickText, axis, name, lang, renderMarks }: Props) {
  const u = unit();
  const foot = axis ? AXIS * u : 0;
  return (
    <div className="ch-plot">
      <ComposedChart layout="vertical" width={width} height={top + rows + foot} data={EMPTY} margin={{ left, right, top, bottom: 0 }} accessibilityLayer={false} role="img" aria-label={name}>
        {axis && <CartesianGrid horizontal={false} stroke="var(--line)" verticalValues={[...ticks]} />}
        <XAxis type="number" dataKey="value" domain={[Math.min(0, ticks[0] ?? 0), ticks.at(-1) ?? 1]} ticks={[...ticks]} interval={0} hide={!axis} height={foot} axisLine={false} tickLine={false} tickMargin={2 * u}
          allowDataOverflow tickFormatter={(n: number) => (tickText ? tickText(n) : formatNumber(n, lang))} tick={{ fill: 'var(--ink3)', className: 't3' }} />
        <YAxis type="number" dataKey="at" domain={[0, 1]} hide width={0} />
        <Layer renderMarks={renderMarks} />
      </ComposedChart>
    </div>
  );
}

const EMPTY: { value: number; at: number }[] = [{ value: 0, at: 0 }];

function Layer({ renderMarks }: Pick<Props, 'renderMarks'>) {
  const scale = useXAxisScale();
  return scale ? <g>{renderMarks((value) => scale(value) ?? 0)}</g> : null;
}
