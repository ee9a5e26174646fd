import type { ReactNode } from 'react';
import { CartesianGrid, ComposedChart, useXAxisScale, useYAxisScale, XAxis, YAxis } from 'recharts';
import { formatNumber } from '#contract/format.ts';
import type { Num } from '#contract/models.ts';
import { niceTicks, textWidth, unit } from './layout.ts';
import { hasValue, type Named, type TwinTable } from './types.ts';
import { useWidth } from './useWidth.ts';
import { useWords, type Words } from './words.ts';
import './charts.css';

/** A line through the years. `dashed` = a scenario beside the base; the range of the first series is a band. */
export interface LineSeries extends Named { readonly id: string; readonly nums: readonly Num[]; readonly dashed?: boolean }

/** More lines than this cannot be told apart. */
export const MOST_LINES = 4;
const COLOURS = ['var(--have)', 'var(--need)', 'var(--s3)', 'var(--s4)'] as const;
const DASHES = ['', '7 4', '2 4', '9 3 2 3'] as const;

/** Table twin of {@link LineRange}: a row a year, for each line its value and bounds. */
export function lineTable(series: readonly LineSeries[], years: readonly number[], { t }: Words, head: string): TwinTable {
  const edge = (num: Num, side: 'low' | 'high') => ({ kind: 'num' as const, num: { ...num, value: num[side], state: num[side] === null || !hasValue(num) ? 'na' as const : 'known' as const, assumed: false, ref: null } });
  return {
    columns: [{ id: 'year', label: head }, ...series.flatMap((one) => [
      { id: one.id, label: one.label, lang: one.lang, numeric: true }, { id: `${one.id} low`, label: t('range.low'), numeric: true }, { id: `${one.id} high`, label: t('range.high'), numeric: true },
    ])],
    rows: years.map((year, at) => ({
      id: String(year), cells: [{ kind: 'text', label: String(year) }, ...series.flatMap((one) => { const num = one.nums[at]; return num ? [{ kind: 'num' as const, num }, edge(num, 'low'), edge(num, 'high')] : []; })],
    })),
  };
}

/** Steps of an axis that need not begin at zero: it does when the smallest value is below half of the largest. */
export function axisOf(values: readonly number[]): readonly number[] {
  const most = Math.max(1, ...values), least = Math.min(most, ...values);
  if (least < most / 2) return niceTicks(most, 4);
  const step = niceTicks(Math.max(most - least, most / 50), 3)[1] ?? 1;
  const first = Math.floor(least / step) * step;
  const ticks: number[] = [];
  for (let tick = first; tick < most + step * 0.999; tick += step) ticks.push(tick);
  return ticks;
}

interface Props { readonly years: readonly number[]; readonly series: readonly LineSeries[]; readonly name: string; readonly width?: number; readonly height?: number; readonly axisNote: string; /** What stands at a tick; the number itself when left out. */ readonly tickText?: (year: number) => string; /** A line leads over what is not known; each known value has its dot. */ readonly joined?: boolean }

/** Lines through the years, named at their ends: differences of colour are differences of dashes too; what is not known leaves a gap. */
export function LineRange({ years, series: all, name, width: fixed = 460, height = 250, axisNote, tickText = String, joined = false }: Props) {
  const { lang } = useWords();
  const [ref, width] = useWidth<HTMLDivElement>(fixed);
  const u = unit();
  const series = all.slice(0, MOST_LINES);
  const [first] = series;
  const values = series.flatMap((one, i) => one.nums.flatMap((num) => (hasValue(num) ? [num.value, ...(i === 0 ? [num.low ?? num.value, num.high ?? num.value] : [])] : [])));
  const ticks = axisOf(values);
  const right = Math.min(width * 0.4, Math.max(40 * u, ...series.map((one) => textWidth(one.label) + 14 * u)));
  const left = Math.max(...ticks.map((tick) => textWidth(formatNumber(tick, lang)) + 10 * u), textWidth(tickText(years[0] ?? 0)) / 2 + 2 * u);
  const each = Math.max(1, Math.ceil(((years.length - 1) * Math.max(34 * u, ...years.map((year) => textWidth(tickText(year)) + 8 * u))) / Math.max(60, width - left - right)));
  const shown = years.filter((_, at) => at === 0 || at === years.length - 1 || (at % each === 0 && years.length - 1 - at >= each));
  const marks = (x: (n: number) => number, y: (n: number) => number): ReactNode => (
    <>
      {first && <Band years={years} nums={first.nums} x={x} y={y} />}
      {series.map((one, i) => <Line key={one.id} one={one} years={years} x={x} y={y} index={i} joined={joined} />)}
      {endsOf(series, y, 14 * u, joined).map(({ one, index, at }) => <text key={one.id} lang={one.lang} x={x(years.at(-1) ?? 0) + 8 * u} y={at + 4 * u} className="halo w5" style={{ fill: COLOURS[index] }}>{one.label}</text>)}
    </>
  );
  return (
    <div ref={ref} className="ch-fit">
      <div className="ch-plot">
        <ComposedChart width={width} height={height * u} data={EMPTY} margin={{ left: 0, right, top: 8 * u, bottom: 0 }} accessibilityLayer={false} role="img" aria-label={name}>
          <CartesianGrid vertical={false} stroke="var(--line)" horizontalValues={[...ticks]} />
          <XAxis type="number" dataKey="at" domain={[years[0] ?? 0, years.at(-1) ?? 1]} ticks={shown} interval={0} height={20 * u} allowDataOverflow axisLine={false} tickLine={false} tickFormatter={tickText} tick={{ fill: 'var(--ink3)', className: 't3' }} />
          <YAxis type="number" dataKey="value" domain={[ticks[0] ?? 0, ticks.at(-1) ?? 1]} ticks={[...ticks]} interval={0} width={left} axisLine={false} tickLine={false} allowDataOverflow tickFormatter={(n: number) => formatNumber(n, lang)} tick={{ fill: 'var(--ink3)', className: 't3' }} />
          <Layer render={marks} />
        </ComposedChart>
      </div>
      {(ticks[0] ?? 0) > 0 && <p className="note ch-note">{axisNote}</p>}
    </div>
  );
}

const EMPTY: { at: number; value: number }[] = [{ at: 0, value: 0 }];

function Layer({ render }: { readonly render: (x: (n: number) => number, y: (n: number) => number) => ReactNode }) {
  const x = useXAxisScale(), y = useYAxisScale();
  return x && y ? <g>{render((n) => x(n) ?? 0, (n) => y(n) ?? 0)}</g> : null;
}

interface Scales { readonly years: readonly number[]; readonly x: (n: number) => number; readonly y: (n: number) => number }

function Band({ years, nums, x, y }: Scales & { readonly nums: readonly Num[] }) {
  const known = nums.flatMap((num, at) => (hasValue(num) ? [{ year: years[at] ?? 0, low: num.low ?? num.value, high: num.high ?? num.value }] : []));
  if (known.every(({ low, high }) => low === high)) return null;
  const path = [...known.map(({ year, high }) => `${x(year)} ${y(high)}`), ...known.toReversed().map(({ year, low }) => `${x(year)} ${y(low)}`)].join('L');
  return <path data-mark="band" d={`M${path}Z`} fill="var(--have)" fillOpacity={0.16} />;
}

function Line({ one, years, x, y, index, joined }: Scales & { readonly one: LineSeries; readonly index: number; readonly joined: boolean }) {
  const u = unit();
  let drawing = false;
  const d = one.nums.map((num, at) => {
    if (!hasValue(num)) { drawing = drawing && joined; return ''; }
    const part = `${drawing ? 'L' : 'M'}${x(years[at] ?? 0)} ${y(num.value)}`;
    drawing = true;
    return part;
  }).join('');
  const dash = DASHES[one.dashed ? Math.max(1, index) : index === 0 ? 0 : index];
  return (
    <>
      <path data-mark="line" d={d} fill="none" stroke={COLOURS[index]} strokeWidth={2 * u} strokeDasharray={dash === '' ? undefined : dash} />
      {joined && one.nums.map((num, at) => hasValue(num) && <circle key={years[at]} cx={x(years[at] ?? 0)} cy={y(num.value)} r={3 * u} fill={COLOURS[index]} />)}
    </>
  );
}

/** Heights of the names at the ends of the lines, moved apart so that none covers another. */
function endsOf(series: readonly LineSeries[], y: (n: number) => number, gap: number, joined: boolean): readonly { readonly one: LineSeries; readonly index: number; readonly at: number }[] {
  const ends = series.flatMap((one, index) => { const num = joined ? one.nums.findLast(hasValue) : one.nums.at(-1); return num && hasValue(num) ? [{ one, index, at: y(num.value) }] : []; }).sort((a, b) => a.at - b.at);
  for (let i = 1; i < ends.length; i++) {
    const before = ends[i - 1], now = ends[i];
    if (before && now && now.at - before.at < gap) ends[i] = { ...now, at: before.at + gap };
  }
  return ends;
}
