import { formatValueRange } from '#contract/format.ts';
import type { Range, Unit } from '#contract/models.ts';
import { Frame } from './Frame.tsx';
import { rowGeometry, textWidth, unit, wrapLines } from './layout.ts';
import { RowName } from './marks.tsx';
import type { Named } from './types.ts';
import { useWidth } from './useWidth.ts';
import { useWords } from './words.ts';
import './charts.css';

/** One input and the result at its two bounds; `base` = the result now, null while it is not known. */
export interface SwingDatum extends Named { readonly id: string; readonly result: Range; readonly unit: Unit }

/** A tornado of bars: from the result at the lower bound of an input to the one at its upper bound; a tick where it stands now. */
export function SwingBars({ rows, name, width: fixed = 640 }: { readonly rows: readonly SwingDatum[]; readonly name: string; readonly width?: number }) {
  const { lang } = useWords();
  const [ref, width] = useWidth<HTMLDivElement>(fixed);
  const u = unit();
  const values = rows.map((row) => formatValueRange(row.result.low ?? 0, row.result.high ?? 0, row.unit, lang));
  const right = Math.max(62 * u, ...values.map((text) => textWidth(text) + 14 * u));
  const longest = Math.max(0, ...rows.map((row) => textWidth(row.label)));
  const nameWidth = Math.min(longest + 1, Math.max(90 * u, (width - right) * 0.5));
  const lines = rows.map((row) => wrapLines(row.label, nameWidth));
  const left = Math.max(0, ...lines.flat().map((line) => textWidth(line))) + 10 * u;
  const { mid, height } = rowGeometry(lines, 22 * u, 14 * u);
  const largest = Math.max(1, ...rows.map((row) => row.result.high ?? 0));
  return (
    <div ref={ref} className="ch-fit">
      <Frame width={width} left={left} right={right} top={0} rows={height} ticks={[0, largest]} axis={false} lang={lang} name={name}
        renderMarks={(x) => rows.map((row, at) => {
          const y = mid[at] ?? 0;
          const [low, high, base] = [row.result.low ?? 0, row.result.high ?? 0, row.result.base];
          return (
            <g key={row.id}>
              <RowName lines={lines[at] ?? []} name={row} x={left - 10 * u} y={y} leading={14 * u} />
              <path d={`M${x(0)} ${y}H${x(largest)}`} stroke="var(--line)" strokeWidth={u} />
              <rect data-mark="swing" x={x(low)} y={y - 6 * u} width={Math.max(2 * u, x(high) - x(low))} height={12 * u} fill="var(--need)" />
              {base !== null && <path data-mark="now" d={`M${x(base)} ${y - 9 * u}v${18 * u}`} stroke="var(--ink)" strokeWidth={2 * u} />}
              <text x={width - 2 * u} y={y + 4 * u} textAnchor="end" className="num">{values[at]}</text>
            </g>
          );
        })} />
    </div>
  );
}
