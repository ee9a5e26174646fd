import { useId, useMemo } from 'react';
import type { Num } from '#contract/models.ts';
import { Frame } from './Frame.tsx';
import { GapLegend, legendWidth } from './GapLegend.tsx';
import { niceTicks, rowGeometry, textWidth, unit, wrapLines } from './layout.ts';
import { Hatch, RowName, svgId, Value } from './marks.tsx';
import { placeGapLabels } from './gapLabels.ts';
import { bySizeUnknownLast, hasValue, isSaid, type Named, type OnTrace, type TwinTable } from './types.ts';
import { useWidth } from './useWidth.ts';
import { useWords, type Words } from './words.ts';
import './charts.css';

/** One service: need against what there is. */
export interface GapDatum extends Named {
  readonly id: string;
  readonly code: string | null;
  readonly need: Num;
  readonly served: Num;
  readonly capacity: Num;
  readonly unmet: Num;
  readonly coverage: Num;
}

/** Services in the order of the chart: largest unmet need first, not known last. */
export const orderGaps = <T extends GapDatum>(rows: readonly T[]): T[] => bySizeUnknownLast(rows, (r) => r.unmet, (r) => hasValue(r.need) && hasValue(r.unmet));

/** Table twin of {@link GapDumbbell}. */
export function gapTable(rows: readonly GapDatum[], { t }: Words): TwinTable {
  const columns = (['service', 'code', 'need', 'served', 'capacity', 'unmet', 'coverage'] as const).map((id) => ({ id, label: t(`gap.${id}`), numeric: id !== 'service' && id !== 'code' }));
  return {
    columns,
    rows: orderGaps(rows).map((r) => ({
      id: r.id,
      cells: [
        { kind: 'text', label: r.full ?? r.label, lang: r.lang }, { kind: 'text', label: r.code ?? '' },
        ...[r.need, r.served, r.capacity, r.unmet].map((num) => ({ kind: 'num' as const, num })), { kind: 'num', num: r.coverage, digits: 1 },
      ],
    })),
  };
}

interface Props { readonly rows: readonly GapDatum[]; readonly onTrace?: OnTrace; readonly width?: number; readonly name?: string }

/** Dumbbells: dot = served, ring = need, tick = capacity; unmet need and coverage in words at the right; unknown need hatched. */
export function GapDumbbell({ rows, onTrace, width: fixed = 536, name }: Props) {
  const words = useWords();
  const { t, lang } = words;
  const [ref, width] = useWidth<HTMLDivElement>(fixed);
  const pattern = svgId(useId());
  const u = unit();
  const sorted = useMemo(() => orderGaps(rows), [rows]);

  const coverageWidth = Math.max(textWidth(t('gap.coverage')), ...sorted.map((r) => textWidth(words.num(r.coverage, 1))));
  const unmetWidth = Math.max(textWidth(t('gap.unmet')), ...sorted.map((r) => textWidth(words.num(r.unmet), 600)));
  const coverageX = width - 2 * u, unmetX = coverageX - coverageWidth - 14 * u;
  const right = width - unmetX + unmetWidth + 10 * u;
  const longest = Math.max(0, ...sorted.map((r) => textWidth(r.label)));
  const nameWidth = Math.min(longest + 1, Math.max(90 * u, (width - right) * 0.52));
  const lines = sorted.map((r) => wrapLines(r.label, nameWidth));
  const left = Math.max(0, ...lines.flat().map((l) => textWidth(l))) + 14 * u;
  const { mid, height } = rowGeometry(lines, 20.6 * u, 14 * u);
  const twoLines = legendWidth(words) > unmetX - unmetWidth - 12 * u;
  const top = (twoLines ? 42 : 24) * u;
  const largest = Math.max(0, ...sorted.flatMap((r) => [r.need, r.served, r.capacity].map((n) => (hasValue(n) ? n.value : 0))));
  const ticks = niceTicks(largest, width - left - right > 150 * u ? 3 : 2);
  const unknown = sorted.filter((r) => !hasValue(r.need)).length;

  return (
    <div ref={ref} className="ch-fit">
      <Frame width={width} left={left} right={right} top={top} rows={height} ticks={ticks} axis lang={lang}
        name={name ?? t('gap.aria', { count: sorted.length, unknown })}
        renderMarks={(x) => (
          <>
            <Hatch id={pattern} />
            <GapLegend words={words} pattern={pattern} />
            <text x={unmetX} y={(twoLines ? 30 : 10) * u} textAnchor="end" className="t2">{t('gap.unmet')}</text>
            <text x={coverageX} y={(twoLines ? 30 : 10) * u} textAnchor="end" className="t2">{t('gap.coverage')}</text>
            {sorted.map((row, i) => {
              const y = top + (mid[i] ?? 0);
              return (
                <g key={row.id}>
                  <RowName lines={lines[i] ?? []} name={row} x={left - 14 * u} y={y} leading={14 * u} />
                  <Marks row={row} x={x} end={x(ticks.at(-1) ?? 1)} y={y} u={u} pattern={pattern} words={words} onTrace={onTrace} />
                  {hasValue(row.need) || isSaid(row.unmet)
                    ? (
                      <>
                        <Value num={row.unmet} onTrace={onTrace} x={unmetX} y={y + 4 * u} className={row.unmet.value ? `tb ${row.unmet.state === 'conflict' ? 'ch-conflict' : ''}` : ''}>{words.num(row.unmet)}</Value>
                        <Value num={row.coverage} onTrace={onTrace} x={coverageX} y={y + 4 * u} className="t2">{words.num(row.coverage, 1)}</Value>
                      </>
                    )
                    : <Value num={row.need} onTrace={onTrace} x={coverageX} y={y + 4 * u} className="t2">{t('gap.needUnknown')}</Value>}
                </g>
              );
            })}
          </>
        )} />
    </div>
  );
}

interface MarksProps { readonly row: GapDatum; readonly x: (value: number) => number; readonly end: number; readonly y: number; readonly u: number; readonly pattern: string; readonly words: Words; readonly onTrace?: OnTrace }

function Marks({ row, x, end, y, u, pattern, words, onTrace }: MarksProps) {
  const { need, served, capacity } = row;
  const at = (num: Num) => (hasValue(num) ? x(num.value) : null);
  const needX = at(need), servedX = at(served), capacityX = at(capacity);
  const same = needX !== null && servedX !== null && Math.abs(needX - servedX) < 0.5 * u;
  const pale = (num: Num) => (num.state === 'carried' ? 0.45 : 1);
  const labels = placeGapLabels({
    need: needX === null ? null : { x: needX, text: words.num(need) },
    served: servedX === null ? null : { x: servedX, text: words.num(served) },
    capacity: capacityX, from: x(0), to: end + 26 * u, u,
  });
  const lane = needX === null
    ? [Math.max(x(0), servedX === null ? 0 : servedX + 10 * u, capacityX === null ? 0 : capacityX + 6 * u, ...labels.map((l) => l.right + 6 * u)), end] as const
    : servedX === null ? [x(0), needX - 7 * u] as const : null;
  return (
    <>
      {lane && lane[1] > lane[0] && <rect className="ch-hatch" data-unknown={needX === null ? 'need' : 'served'} x={lane[0]} y={y - 6 * u} width={lane[1] - lane[0]} height={12 * u} fill={`url(#${pattern})`} />}
      {needX !== null && servedX !== null && !same && <path d={`M${servedX} ${y}H${needX}`} stroke="var(--need)" strokeWidth={3 * u} strokeOpacity=".4" />}
      {capacityX !== null && <path data-mark="capacity" d={`M${capacityX} ${y - 8 * u}v${16 * u}`} stroke="var(--ink)" strokeWidth={1.6 * u} fill="none" opacity={pale(capacity)} />}
      {needX !== null && <circle data-mark="need" cx={needX} cy={y} r={(same ? 6.8 : 4.6) * u} fill={same ? 'none' : 'var(--surface)'} stroke="var(--need)" strokeWidth={2 * u} opacity={pale(need)} />}
      {servedX !== null && <circle data-mark="served" cx={servedX} cy={y} r={4.4 * u} fill="var(--have)" opacity={pale(served)} />}
      {labels.map((l) => <Value key={l.of} num={row[l.of]} onTrace={onTrace} x={l.x} y={y + 4 * u} anchor={l.anchor} className={`halo ch-${l.of}`}>{l.text}</Value>)}
    </>
  );
}
