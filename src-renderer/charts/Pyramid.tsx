import { formatNumber } from '#contract/format.ts';
import { Frame } from './Frame.tsx';
import { niceTicks, unit } from './layout.ts';
import type { TwinTable } from './types.ts';
import { useWidth } from './useWidth.ts';
import { useWords, type Words } from './words.ts';
import './charts.css';

/** Men and women of a band of ages in two years, persons. */
export interface PyramidDatum { readonly id: string; readonly label: string; readonly male: number; readonly female: number; readonly maleThen: number; readonly femaleThen: number }
/** What stands around the bars. */
interface Heads { readonly male: string; readonly female: string; readonly age: string; readonly now: string; readonly later: string }

/** Table twin of {@link Pyramid}. */
export function pyramidTable(rows: readonly PyramidDatum[], heads: Heads): TwinTable {
  const head = (sex: string, year: string) => `${sex}, ${year}`;
  return {
    columns: [{ id: 'age', label: heads.age }, ...(['male', 'female'] as const).flatMap((sex) => [{ id: sex, label: head(heads[sex], heads.now), numeric: true }, { id: `${sex}Then`, label: head(heads[sex], heads.later), numeric: true }])],
    rows: rows.map((row) => ({ id: row.id, cells: [{ kind: 'text', label: row.label }, ...[row.male, row.maleThen, row.female, row.femaleThen].map((value) => ({ kind: 'bare' as const, value }))] })),
  };
}

interface Props { readonly rows: readonly PyramidDatum[]; readonly heads: Heads; readonly name: string; readonly width?: number }

/** Men at the left, women at the right, the youngest at the bottom: the later year filled, the first one as an outline over it. */
export function Pyramid({ rows, heads, name, width: fixed = 460 }: Props) {
  const words: Words = useWords();
  const [ref, width] = useWidth<HTMLDivElement>(fixed);
  const u = unit();
  const most = Math.max(1, ...rows.flatMap((row) => [row.male, row.female, row.maleThen, row.femaleThen]));
  const steps = niceTicks(most, 2);
  const ticks = [...steps.slice(1).map((n) => -n).reverse(), ...steps];
  const row = 15 * u, top = 20 * u, left = 46 * u;
  const ordered = rows.toReversed();
  return (
    <div ref={ref} className="ch-fit">
      <Frame width={width} left={left} right={22 * u} top={top} rows={row * ordered.length + 2 * u} ticks={ticks} tickText={(n) => formatNumber(Math.abs(n), words.lang)} axis lang={words.lang} name={name}
        renderMarks={(x) => (
          <>
            <text x={x(0) - 8 * u} y={top - 7 * u} textAnchor="end" className="w5">{heads.male}</text>
            <text x={x(0) + 8 * u} y={top - 7 * u} className="w5">{heads.female}</text>
            {ordered.map((each, i) => {
              const y = top + i * row;
              const bar = (value: number, side: 1 | -1, then: boolean) => {
                const from = Math.min(x(0), x(side * value)), length = Math.abs(x(side * value) - x(0));
                return then
                  ? <rect data-mark="then" x={from} y={y + 2 * u} width={length} height={row - 4 * u} fill={side < 0 ? 'var(--have)' : 'var(--need)'} fillOpacity={0.55} />
                  : <rect data-mark="now" x={from} y={y + 1 * u} width={length} height={row - 2 * u} fill="none" stroke="var(--ink)" strokeWidth={1.2 * u} />;
              };
              return (
                <g key={each.id}>
                  <text x={left - 6 * u} y={y + row / 2 + 4 * u} textAnchor="end" className="t3">{each.label}</text>
                  {bar(each.maleThen, -1, true)}{bar(each.femaleThen, 1, true)}{bar(each.male, -1, false)}{bar(each.female, 1, false)}
                </g>
              );
            })}
            <path d={`M${x(0)} ${top}V${top + row * ordered.length}`} stroke="var(--ink)" strokeWidth={1 * u} />
          </>
        )} />
      <p className="ch-key note">
        <span><svg width="14" height="10" aria-hidden="true"><rect x="1" y="1" width="12" height="8" fill="none" stroke="var(--ink)" strokeWidth="1.2" /></svg> {heads.now}</span>
        <span><svg width="14" height="10" aria-hidden="true"><rect x="1" y="1" width="6" height="8" fill="var(--have)" fillOpacity=".55" /><rect x="7" y="1" width="6" height="8" fill="var(--need)" fillOpacity=".55" /></svg> {heads.later}</span>
      </p>
    </div>
  );
}
