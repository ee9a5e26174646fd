import type { Phase, RestorationRow, RestorationView } from '#contract/api/restoration.ts';
import type { Language } from '#contract/format.ts';
import { PHASES } from '#contract/lists.ts';
import { Frame } from '../../../charts/Frame.tsx';
import { ChartCard, type TwinTable } from '../../../charts/index.ts';
import { rowGeometry, textWidth, unit, wrapLines } from '../../../charts/layout.ts';
import { RowName } from '../../../charts/marks.tsx';
import { useWidth } from '../../../charts/useWidth.ts';
import { useText } from '../../../i18n/index.ts';
import { hasCyrillic } from '../../../lib/text.ts';
import { day, levelText, rowName, say } from './words.ts';

/** Rows of one picture; the rest stands in the table. */
const MOST = 30;

/** Every state of every row: what the chart shows, as a table. */
export function statesTable(view: RestorationView, rows: readonly RestorationRow[], language: Language): TwinTable {
  const t = say(language);
  const text = (label: string) => ({ kind: 'text' as const, label, lang: language === 'en' && hasCyrillic(label) ? 'uk' as const : undefined });
  return {
    columns: (['name', 'phase', 'day', 'level', 'source', 'told', 'note'] as const).map((id) => ({ id, label: t(`restoration.state.col.${id}`) })),
    rows: rows.flatMap((row) => row.states.map((state) => ({ id: state.id, cells: [rowName(row, language), t(`restoration.phase.${view.words}.${state.phase}`), day(state.day, language), levelText(view, state.level, language), state.source, day(state.told, language), state.note].map(text) }))),
  };
}

/** Each service and point before, during, now and by plan: the step of the scale as a number and as the height of its bar. */
export function TimeChart({ view, rows }: { readonly view: RestorationView; readonly rows: readonly RestorationRow[] }) {
  const { t, language } = useText();
  const [ref, width] = useWidth<HTMLDivElement>(640);
  const u = unit();
  const shown = rows.slice(0, MOST);
  const names = shown.map((row) => { const label = rowName(row, language); return { label, lang: language === 'en' && hasCyrillic(label) ? 'uk' as const : undefined }; });
  const lines = names.map(({ label }) => wrapLines(label, Math.min(220 * u, width * 0.32)));
  const left = Math.max(0, ...lines.flat().map((line) => textWidth(line))) + 10 * u;
  const { mid, height } = rowGeometry(lines, 26 * u, 14 * u);
  const top = 20 * u;
  return (
    <ChartCard title={t('restoration.chart.title')} subtitle={t('restoration.chart.note')} table={statesTable(view, rows, language)} note={rows.length > MOST ? t('restoration.chart.first', { count: MOST, all: rows.length }) : undefined}>
      <div ref={ref} className="ch-fit">
        <Frame width={width} left={left} right={6 * u} top={top} rows={height} ticks={[0, PHASES.length]} axis={false} lang={language} name={t('restoration.chart.aria', { count: shown.length })}
          renderMarks={(x) => (
            <>
              {PHASES.map((phase, at) => (
                <g key={phase}>
                  <path d={`M${x(at)} 0V${height + top}`} className="rs-band" />
                  <text x={x(at) + 6 * u} y={13 * u} className={phase === 'now' ? 'tb' : 't2'}>{t(`restoration.phase.${view.words}.${phase}`)}</text>
                </g>
              ))}
              {shown.map((row, i) => (
                <g key={row.id}>
                  <RowName lines={lines[i] ?? []} name={names[i] ?? { label: '' }} x={left - 10 * u} y={(mid[i] ?? 0) + top} leading={14 * u} />
                  {PHASES.map((phase, at) => <Band key={phase} view={view} row={row} phase={phase} from={x(at) + 6 * u} to={x(at + 1) - 4 * u} y={(mid[i] ?? 0) + top} />)}
                </g>
              ))}
            </>
          )} />
      </div>
    </ChartCard>
  );
}

/** The states of one row in one phase, side by side in time. */
function Band({ view, row, phase, from, to, y }: { readonly view: RestorationView; readonly row: RestorationRow; readonly phase: Phase; readonly from: number; readonly to: number; readonly y: number }) {
  const { t, language } = useText();
  const u = unit();
  const states = row.states.filter((state) => state.phase === phase);
  if (states.length === 0) return <text x={from} y={y + 4 * u} className="t3">{t('states.sign.unknown')}</text>;
  const each = (to - from) / states.length;
  return (
    <>
      {states.map((state, at) => {
        const x = from + each * at;
        const high = (3 + state.level * 4) * u;
        return (
          <g key={state.id}>
            <text x={x} y={y + 4 * u} className={at === states.length - 1 ? 'tb' : 't2'}>{state.level}</text>
            <rect x={x + 11 * u} y={y + 10 * u - high} width={Math.max(2, each - 15 * u)} height={high} data-mark="bar" className={`rs-bar rs-l${state.level}${phase === 'plan' ? ' plan' : ''}`}><title>{[levelText(view, state.level, language), day(state.day, language)].filter((part) => part !== '').join(', ')}</title></rect>
          </g>
        );
      })}
    </>
  );
}
