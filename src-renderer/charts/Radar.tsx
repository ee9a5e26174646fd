import type { ReactNode } from 'react';
import { PolarAngleAxis, PolarGrid, PolarRadiusAxis, RadarChart } from 'recharts';
import { formatShare } from '#contract/format.ts';
import type { Num } from '#contract/models.ts';
import { unit, wrapLines } from './layout.ts';
import { hasValue, isEstimate, type Named } from './types.ts';
import { useWidth } from './useWidth.ts';
import { useWords } from './words.ts';
import './charts.css';

/** More axes than this cannot be told apart. */
export const MOST_AXES = 8;
const COLOURS = ['var(--have)', 'var(--need)', 'var(--s3)', 'var(--s4)', 'var(--ink2)'] as const;
const DASHES = ['', '7 4', '2 4', '9 3 2 3', '4 2'] as const;

/** An axis of the star. */
export interface RadarAxis extends Named { readonly id: string }
/** A line around the star: shares 0–1 in the order of the axes, null = there is none. */
export interface RadarSeries extends Named { readonly id: string; readonly nums: readonly (Num | null)[] }
interface Props { readonly axes: readonly RadarAxis[]; readonly series: readonly RadarSeries[]; readonly name: string; readonly width?: number }
interface Point { readonly x: number; readonly y: number }

/** Signs of the lines: colour is never alone. */
function sign(index: number, { x, y }: Point, r: number): string {
  switch (index % 4) {
    case 0: return `M${x - r} ${y}A${r} ${r} 0 1 0 ${x + r} ${y}A${r} ${r} 0 1 0 ${x - r} ${y}Z`;
    case 1: return `M${x - r} ${y - r}H${x + r}V${y + r}H${x - r}Z`;
    case 2: return `M${x} ${y - r * 1.3}L${x + r * 1.2} ${y + r}H${x - r * 1.2}Z`;
    default: return `M${x} ${y - r * 1.4}L${x + r * 1.4} ${y}L${x} ${y + r * 1.4}L${x - r * 1.4} ${y}Z`;
  }
}

/** Shares on axes from one centre: 0 % in the middle, 100 % at the edge. What is not known has no point, and no line leads to it. */
export function Radar({ axes, series, name, width: fixed = 520 }: Props) {
  const { lang } = useWords();
  const [ref, width] = useWidth<HTMLDivElement>(fixed);
  const u = unit();
  const room = Math.min(120 * u, width * 0.26);
  const names = axes.map((axis) => wrapLines(axis.label, room));
  const radius = Math.max(60 * u, Math.min(150 * u, width / 2 - room - 10 * u));
  const [cx, cy] = [width / 2, radius + 34 * u];
  const at = (index: number, share: number): Point => { const angle = Math.PI / 2 - (2 * Math.PI * index) / axes.length; return { x: cx + Math.cos(angle) * radius * share, y: cy - Math.sin(angle) * radius * share }; };
  const shares = (one: RadarSeries): readonly (number | null)[] => axes.map((_, index) => { const num = one.nums[index]; return num && hasValue(num) ? Math.max(0, Math.min(1, num.value)) : null; });
  const marks: ReactNode = (
    <g>
      {axes.map((axis, index) => {
        const { x, y } = at(index, 1 + (10 * u) / radius);
        const lines = names[index] ?? [];
        const anchor = Math.abs(x - cx) < 2 ? 'middle' : x > cx ? 'start' : 'end';
        const top = y + 4 * u - (y < cy - radius * 0.9 ? (lines.length - 1) * 14 * u : y > cy + radius * 0.9 ? -8 * u : ((lines.length - 1) * 14 * u) / 2);
        return <g key={axis.id} lang={axis.lang}>{lines.map((line, n) => <text key={n} x={x} y={top + n * 14 * u} textAnchor={anchor}>{line}</text>)}</g>;
      })}
      {[0.5, 1].map((share) => <text key={share} x={cx + 4 * u} y={cy - radius * share + 12 * u} className="t3 halo" style={{ fill: 'var(--ink3)' }}>{formatShare(share, lang, 0)}</text>)}
      {series.map((one, index) => <Line key={one.id} shares={shares(one)} at={at} index={index} u={u} estimates={one.nums.map((num) => num !== null && isEstimate(num))} />)}
    </g>
  );
  return (
    <div ref={ref} className="ch-fit">
      <div className="ch-plot">
        <RadarChart width={width} height={cy + radius + 40 * u} cx={cx} cy={cy} outerRadius={radius} data={axes.map((axis) => ({ id: axis.id }))} accessibilityLayer={false} role="img" aria-label={name} margin={{ top: 0, right: 0, bottom: 0, left: 0 }}>
          <PolarGrid stroke="var(--line)" polarRadius={[0.25, 0.5, 0.75, 1].map((share) => share * radius)} />
          <PolarAngleAxis dataKey="id" tick={false} axisLine={false} />
          <PolarRadiusAxis domain={[0, 1]} tick={false} axisLine={false} />
          {marks}
        </RadarChart>
      </div>
      <ul className="ch-key" aria-hidden="true">
        {series.map((one, index) => (
          <li key={one.id} className="ch-sign" lang={one.lang}>
            <svg width={28 * u} height={14 * u} aria-hidden="true"><path d={`M1 ${7 * u}H${27 * u}`} stroke={COLOURS[index % 5]} strokeWidth={2 * u} strokeDasharray={DASHES[index % 5] || undefined} fill="none" /><path d={sign(index, { x: 14 * u, y: 7 * u }, 4 * u)} fill={COLOURS[index % 5]} /></svg> {one.label}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Lines between neighbouring known axes and a sign at each known one; an assumed one is open. */
function Line({ shares, at, index, u, estimates }: { readonly shares: readonly (number | null)[]; readonly at: (index: number, share: number) => Point; readonly index: number; readonly u: number; readonly estimates: readonly boolean[] }) {
  const colour = COLOURS[index % 5];
  const points = shares.map((share, axis) => (share === null ? null : at(axis, share)));
  const d = points.map((from, axis) => { const to = points[(axis + 1) % points.length]; return from && to ? `M${from.x} ${from.y}L${to.x} ${to.y}` : ''; }).join('');
  return (
    <>
      <path data-mark="line" d={d} fill="none" stroke={colour} strokeWidth={2 * u} strokeDasharray={DASHES[index % 5] || undefined} />
      {points.map((point, axis) => point && <path key={axis} data-mark="point" d={sign(index, point, 4 * u)} fill={estimates[axis] ? 'var(--surface)' : colour} stroke={colour} strokeWidth={1.5 * u} />)}
    </>
  );
}
