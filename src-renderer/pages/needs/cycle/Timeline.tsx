import { useMemo } from 'react';
import type { Stage } from '#contract/api/cycle.ts';
import { formatDate, type Language } from '#contract/format.ts';
import { Frame } from '../../../charts/Frame.tsx';
import { ChartCard, type TwinTable } from '../../../charts/index.ts';
import { rowGeometry, textWidth, unit, wrapLines } from '../../../charts/layout.ts';
import { RowName } from '../../../charts/marks.tsx';
import { useWidth } from '../../../charts/useWidth.ts';
import { translate, useText } from '../../../i18n/index.ts';
import { hasCyrillic, shown } from '../../../lib/text.ts';
import { datesText, lookOf, stateText } from './parts.tsx';

const DAY = 86_400_000;
const days = (iso: string): number => Date.parse(`${iso}T00:00:00Z`) / DAY;

/** Month starts from the one of the first day to the one after the last, in days. */
function monthsOf(first: number, last: number): readonly number[] {
  const start = new Date(first * DAY);
  const ticks: number[] = [];
  for (let n = 0; ticks.length === 0 || (ticks.at(-1) ?? 0) <= last; n++) ticks.push(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + n, 1) / DAY);
  return ticks;
}

/** The stages of a determination as rows of a table. */
export function stageTable(stages: readonly Stage[], language: Language): TwinTable {
  const t = (key: string): string => translate(`cycle.col.${key}`, { lng: language });
  const day = (iso: string): string => (iso === '' ? '' : formatDate(iso, language));
  return {
    columns: ['stage', 'from', 'to', 'done', 'state', 'responsible'].map((id) => ({ id, label: t(id) })),
    rows: stages.map((stage) => ({
      id: stage.id,
      cells: [shown(stage.name, language), day(stage.from), day(stage.to), day(stage.done), stateText(stage, language), stage.responsible]
        .map((label) => ({ kind: 'text' as const, label, lang: language === 'en' && hasCyrillic(label) ? 'uk' as const : undefined })),
    })),
  };
}

/** When each stage is planned and when it was done; today as a line. */
export function Timeline({ stages, today }: { readonly stages: readonly Stage[]; readonly today: string }) {
  const { t, language } = useText();
  const [ref, width] = useWidth<HTMLDivElement>(640);
  const u = unit();
  const names = stages.map((stage) => ({ label: shown(stage.name, language) }));
  const lines = names.map(({ label }) => wrapLines(label, Math.min(170 * u, width * 0.3)));
  const left = Math.max(0, ...lines.flat().map((line) => textWidth(line))) + 10 * u;
  const { mid, height } = rowGeometry(lines, 24 * u, 14 * u);
  const { origin, ticks } = useMemo(() => {
    const known = stages.flatMap((stage) => [stage.from, stage.to, stage.done]).filter((iso) => iso !== '').map(days);
    const months = monthsOf(Math.min(...known, known.length ? Infinity : days(today)), Math.max(...known, known.length ? -Infinity : days(today)));
    return { origin: months[0] ?? 0, ticks: months };
  }, [stages, today]);
  const end = (ticks.at(-1) ?? origin) - origin;
  const step = Math.ceil((ticks.length - 1) / Math.max(2, Math.floor((width - left) / (52 * u))));
  const shownTicks = ticks.filter((_, at) => at % step === 0 || at === ticks.length - 1).map((tick) => tick - origin);
  const yearOf = (tick: number): number => new Date((tick + origin) * DAY).getUTCFullYear();
  /** The month; the year stands where it begins. */
  const tickText = (tick: number): string => {
    if (tick === end) return '';
    const before = shownTicks[shownTicks.indexOf(tick) - 1];
    const month = new Intl.DateTimeFormat(language === 'uk' ? 'uk-UA' : 'en-GB', { month: 'short', timeZone: 'UTC' }).format((tick + origin) * DAY);
    return before !== undefined && yearOf(before) === yearOf(tick) ? month : `${month} ${yearOf(tick)}`;
  };
  const now = days(today) - origin;
  const late = stages.filter((stage) => stage.lateDays > 0).length;
  return (
    <ChartCard title={t('cycle.timeline')} subtitle={t('cycle.timelineNote', { today })} table={stageTable(stages, language)}>
      <div ref={ref} className="ch-fit">
        <Frame width={width} left={left} right={16 * u} top={14 * u} rows={height} ticks={shownTicks} tickText={tickText} axis lang={language} name={t('cycle.timelineAria', { count: stages.length, late })}
          renderMarks={(x) => (
            <>
              {stages.map((stage, i) => {
                const y = (mid[i] ?? 0) + 14 * u;
                const look = lookOf(stage);
                const from = stage.from || stage.to;
                const to = stage.to || stage.from;
                const x0 = from === '' ? 0 : x(days(from) - origin);
                const x1 = to === '' ? 0 : Math.max(x0 + 3 * u, x(days(to) - origin + 1));
                return (
                  <g key={stage.id}>
                    <RowName lines={lines[i] ?? []} name={names[i] ?? { label: '' }} x={left - 10 * u} y={y} leading={14 * u} />
                    {from !== '' && <rect x={x0} y={y - 6 * u} width={x1 - x0} height={12 * u} rx={2} data-mark="bar" className={`cyc-bar ${look}`}><title>{`${datesText(stage, language)}, ${stateText(stage, language)}`}</title></rect>}
                    {look === 'late' && to !== '' && now > days(to) - origin && <path d={`M${x1} ${y}H${Math.min(x(now), width)}`} className="cyc-over" strokeWidth={2 * u} strokeDasharray={`${3 * u} ${2 * u}`} fill="none" />}
                    {stage.done !== '' && ['cyc-halo', 'cyc-done'].map((name) => <path key={name} d={`M${x(days(stage.done) - origin) - 4 * u} ${y}l${3 * u} ${3.5 * u}l${6 * u} ${-7 * u}`} className={name} strokeWidth={(name === 'cyc-halo' ? 5 : 2) * u} strokeLinecap="round" fill="none" />)}
                  </g>
                );
              })}
              {now >= 0 && now <= end && (
                <g>
                  <path d={`M${x(now)} ${12 * u}V${height + 14 * u}`} className="cyc-today" strokeWidth={1.4 * u} />
                  <text x={x(now)} y={10 * u} textAnchor={now > end * 0.85 ? 'end' : now < end * 0.15 ? 'start' : 'middle'} className="t2">{t('cycle.today')}</text>
                </g>
              )}
            </>
          )} />
      </div>
    </ChartCard>
  );
}
