import { useId, useMemo } from 'react';
import { formatValueRange } from '#contract/format.ts';
import type { Num } from '#contract/models.ts';
import { Frame } from './Frame.tsx';
import { rowGeometry, textWidth, unit, wrapLines } from './layout.ts';
import { Hatch, RowName, svgId, Value } from './marks.tsx';
import { bySizeUnknownLast, hasValue, isEstimate, type Named, type OnTrace, type TwinTable } from './types.ts';
import { useWidth } from './useWidth.ts';
import { useWords, type Words } from './words.ts';
import './charts.css';

/** One bar: a size with its bounds. */
export interface RangeDatum extends Named { readonly id: string; readonly num: Num }

const order = (rows: readonly RangeDatum[]) => bySizeUnknownLast(rows, (r) => r.num);
/** What a partly known number is at least. */
const leastOf = (num: Num): number => (!hasValue(num) && num.state === 'partial' ? Math.max(0, num.low ?? 0) : 0);
const bounds = (num: Num) => (num.low !== null && num.high !== null && num.high > num.low ? { low: num.low, high: num.high } : null);

/** Table twin of {@link RangeBars}: value, bounds and state in columns of their own. */
export function rangeTable(rows: readonly RangeDatum[], { t }: Words, head?: string): TwinTable {
  return {
    columns: [{ id: 'name', label: head ?? t('range.name') }, { id: 'value', label: t('range.value'), numeric: true }, { id: 'low', label: t('range.low'), numeric: true }, { id: 'high', label: t('range.high'), numeric: true }, { id: 'state', label: t('range.state') }],
    rows: order(rows).map((r) => {
      const edge = (value: number | null) => ({ kind: 'num' as const, num: { ...r.num, value, state: hasValue(r.num) && value !== null && bounds(r.num) ? 'known' as const : 'na' as const, assumed: false } });
      return {
        id: r.id,
        cells: [{ kind: 'text', label: r.full ?? r.label, lang: r.lang }, { kind: 'num', num: r.num }, edge(r.num.low), edge(r.num.high), { kind: 'text', label: t(`state.${isEstimate(r.num) && hasValue(r.num) && r.num.state !== 'carried' ? 'assumption' : r.num.state}`) }],
      };
    }),
  };
}

interface Props { readonly rows: readonly RangeDatum[]; readonly onTrace?: OnTrace; readonly width?: number; readonly name?: string; readonly rowHeight?: number }

/** Horizontal bars with whiskers: estimates paler, last year's palest and named, what is not known hatched, from its least on; values at the right. */
export function RangeBars({ rows, onTrace, width: fixed = 368, name, rowHeight = 21 }: Props) {
  const words = useWords();
  const { t, lang } = words;
  const [ref, width] = useWidth<HTMLDivElement>(fixed);
  const pattern = svgId(useId());
  const u = unit();
  const sorted = useMemo(() => order(rows), [rows]);
  const valueWidth = Math.max(0, ...sorted.map((r) => textWidth(words.num(r.num))));
  const right = Math.max(62 * u, valueWidth + 14 * u);
  const longest = Math.max(0, ...sorted.map((r) => textWidth(r.label)));
  const nameWidth = Math.min(longest + 1, Math.max(90 * u, (width - right) * 0.55));
  const lines = sorted.map((r) => wrapLines(r.label, nameWidth));
  const left = Math.max(0, ...lines.flat().map((l) => textWidth(l))) + 10 * u;
  const { mid, height } = rowGeometry(lines, rowHeight * u, 14 * u);
  const largest = Math.max(0, ...sorted.map((r) => (hasValue(r.num) ? Math.max(r.num.value, bounds(r.num)?.high ?? 0) : leastOf(r.num))));
  const unknown = sorted.filter((r) => !hasValue(r.num)).length;

  return (
    <div ref={ref} className="ch-fit">
      <Frame width={width} left={left} right={right} top={0} rows={height} ticks={[0, largest || 1]} axis={false} lang={lang} name={name ?? t('range.aria', { count: sorted.length, unknown })}
        renderMarks={(x) => (
          <>
            <Hatch id={pattern} />
            {sorted.map((row, i) => {
              const y = mid[i] ?? 0;
              const { num } = row;
              const range = hasValue(num) ? bounds(num) : null;
              return (
                <g key={row.id}>
                  <RowName lines={lines[i] ?? []} name={row} x={left - 10 * u} y={y} leading={14 * u} />
                  {hasValue(num)
                    ? <rect data-mark="bar" x={x(0)} y={y - 6 * u} width={Math.max(0, x(num.value) - x(0))} height={12 * u} fill="var(--have)" fillOpacity={num.state === 'carried' ? 0.35 : isEstimate(num) ? 0.62 : 1} />
                    : <>
                      {leastOf(num) > 0 && <rect data-mark="bar" x={x(0)} y={y - 6 * u} width={x(leastOf(num)) - x(0)} height={12 * u} fill="var(--have)" fillOpacity={0.62} />}
                      <rect className="ch-hatch" data-unknown="value" x={x(leastOf(num))} y={y - 6 * u} width={Math.max(0, x(0) + width - left - right - x(leastOf(num)))} height={12 * u} fill={`url(#${pattern})`} />
                    </>}
                  {range && (
                    <g>
                      <title>{formatValueRange(range.low, range.high, num.unit, lang)}</title>
                      <path data-mark="whisker" d={`M${x(range.low)} ${y}H${x(range.high)}M${x(range.low)} ${y - 4 * u}v${8 * u}M${x(range.high)} ${y - 4 * u}v${8 * u}`} stroke="var(--ink)" strokeWidth={1.3 * u} fill="none" />
                    </g>
                  )}
                  {num.state === 'carried' && hasValue(num) && <text x={x(num.value) + 7 * u} y={y + 4 * u} className="t3 halo">{t('carried')}</text>}
                  <Value num={num} onTrace={onTrace} x={width - 2 * u} y={y + 4 * u} className={hasValue(num) ? (num.state === 'carried' ? 't3 ch-carried' : '') : 't2'}>{words.num(num)}</Value>
                </g>
              );
            })}
          </>
        )} />
    </div>
  );
}
