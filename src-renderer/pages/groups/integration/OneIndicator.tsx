import { useState } from 'react';
import type { IndicatorInfo, IndicatorRow, IntegrationView, Population } from '#contract/api/integration.ts';
import { formatDate, formatNumber } from '#contract/format.ts';
import type { Num as NumData } from '#contract/models.ts';
import { ChartCard, LineRange, lineTable, MOST_LINES, useWords } from '../../../charts/index.ts';
import { Dialog } from '../../../components/Dialog.tsx';
import { Num } from '../../../components/Num.tsx';
import { Card } from '../../../components/Page.tsx';
import { Raw, Tx, Uk } from '../../../components/Text.tsx';
import { openTrace } from '../../../components/trace/store.ts';
import { useText } from '../../../i18n/index.ts';
import { periodText } from '../../../lib/period.ts';
import { hasCyrillic, plain, shown } from '../../../lib/text.ts';
import { SendError } from '../../needs/cycle/parts.tsx';
import { useSend } from '../../needs/cycle/useSend.ts';
import { wayBack } from '../../../lib/formFocus.ts';
import { goIntegration } from './go.ts';
import { OwnDialog } from './OwnDialog.tsx';
import { Value, Way } from './StateTable.tsx';
import { TargetDialog } from './TargetDialog.tsx';
import { dimensionOf, peopleOf, pointOf, unitName } from './texts.ts';

interface Props { readonly view: IntegrationView; readonly indicator: IndicatorInfo; readonly readOnly: boolean }

/** One indicator: what it counts, its history, the gap to the residents, targets, and all its values. */
export function OneIndicator({ view, indicator, readOnly }: Props) {
  const { t } = useText();
  const send = useSend();
  const [opened, setOpened] = useState<'edit' | 'remove' | Population | null>(null);
  const rows = view.rows.filter((row) => row.indicator === indicator.id);
  const target = indicator.populations.find((each) => each === opened);
  return (
    <div className="ig">
      <div className="row">
        <button type="button" ref={wayBack} className="ctl" onClick={() => goIntegration()}>{t('integration.one.back')}</button>
        {indicator.own && <button type="button" className="ctl" disabled={readOnly} onClick={() => setOpened('edit')}>{t('integration.one.edit')}</button>}
        {indicator.own && <button type="button" className="ctl" disabled={readOnly} onClick={() => setOpened('remove')}>{t('integration.one.remove')}</button>}
      </div>
      <About view={view} indicator={indicator} />
      <History view={view} indicator={indicator} rows={rows} />
      <Targets view={view} indicator={indicator} rows={rows} readOnly={readOnly} onOpen={setOpened} />
      <Gaps view={view} indicator={indicator} rows={rows} />
      <Values view={view} rows={rows} />
      {target && <TargetDialog view={view} indicator={indicator} population={target} row={rows.find((row) => row.population === target)} onClose={() => setOpened(null)} />}
      {opened === 'edit' && <OwnDialog view={view} indicator={indicator} onClose={() => setOpened(null)} />}
      {opened === 'remove' && (
        <Dialog title={t('integration.one.removeTitle')} onClose={() => setOpened(null)}>
          <p><b className="w5"><Uk>{indicator.name}</Uk></b></p>
          <p className="note">{t('integration.one.removeNote')}</p>
          <SendError send={send} />
          <div className="bt"><button type="button" className="ctl" onClick={() => setOpened(null)}>{t('common.cancel')}</button><button type="button" className="ctl pri" disabled={send.busy} onClick={() => void send.send('integration.own.remove', { id: indicator.id }, () => { setOpened(null); goIntegration(); })}>{t('integration.one.remove')}</button></div>
        </Dialog>
      )}
    </div>
  );
}

function About({ view, indicator }: Pick<Props, 'view' | 'indicator'>) {
  const { t, language } = useText();
  const of = view.indicators.find((each) => each.id === indicator.gapOf);
  return (
    <Card title={<Uk>{indicator.name}</Uk>} note={<Uk>{dimensionOf(view, indicator.dimension)}</Uk>}>
      <p className="note text">
        {of ? <Tx k="integration.one.gapOf" p={{ name: of.name }} /> : <Tx k={`integration.one.${indicator.kind === 'value' ? 'number' : indicator.kind}`} p={{ numerator: indicator.numerator, denominator: indicator.denominator, factor: indicator.factor }} />}
        {' · '}{unitName(indicator, language)} · {t(`integration.better.${indicator.better}`)} · {t(`integration.frequency.${indicator.frequency}`)}
      </p>
      <p className="note text">
        {indicator.framework.uk !== '' && <><Tx k="integration.one.framework" p={{ name: indicator.framework }} />. </>}{indicator.source.uk !== '' && <><Tx k="integration.one.source" p={{ name: indicator.source }} />. </>}
        {t(`integration.confidence.${indicator.confidence ?? 'own'}`)}.{indicator.note && <> <Uk>{indicator.note}</Uk></>}
      </p>
    </Card>
  );
}

/** A value on the scale of the chart: shares in per cent. */
const onScale = (num: NumData): NumData => { const times = (n: number | null): number | null => (n === null ? null : n * 100); return num.unit === 'share' ? { ...num, value: times(num.value), low: times(num.low), high: times(num.high), unit: 'points' } : num; };
const UNKNOWN = (unit: NumData['unit']): NumData => ({ state: 'unknown', value: null, low: null, high: null, unit, assumed: false, recalled: false, ref: null, missing: [] });
/** Middle of a period in years: where it stands on the axis of time. */
const middle = (period: string): number => { const [year = '0', part = ''] = period.split('-'); const nth = Number(part.replace(/\D/g, '')); const many = part === '' ? 1 : part.startsWith('H') ? 2 : part.startsWith('Q') ? 4 : 12; return Number(year) + ((part === '' ? 1 : nth) - 0.5) / many; };

function History({ view, indicator, rows }: Pick<Props, 'view' | 'indicator'> & { readonly rows: readonly IndicatorRow[] }) {
  const { t, language } = useText();
  const words = useWords();
  const drawn = rows.filter((row) => row.points.some((point) => point.num.value !== null)).slice(0, MOST_LINES);
  const periods = [...new Map(drawn.flatMap((row) => row.points).filter((point) => point.num.value !== null).map((point) => [middle(point.period), point.period])).entries()].toSorted(([a], [b]) => a - b);
  const title = t('integration.one.history');
  if (periods.length < 2) return <Card title={title}><p className="note">{t('integration.one.noHistory')}</p></Card>;
  const series = drawn.map((row) => {
    const label = shown(peopleOf(view, row.population), language);
    return { id: row.population, label, lang: language === 'en' && hasCyrillic(label) ? 'uk' as const : undefined, row };
  });
  const numOf = (row: IndicatorRow, period: string): NumData => pointOf(row, period)?.num ?? UNKNOWN('amount');
  const spread = series[0]?.row.points.some(({ num }) => num.low !== null && num.high !== null && num.low < num.high) === true;
  const table = lineTable(series.map((one) => ({ ...one, nums: periods.map(([, period]) => numOf(one.row, period)) })), periods.map(([at]) => at), words, t('integration.col.period'));
  return (
    <ChartCard title={title} subtitle={t(`integration.one.${spread ? 'historyNote' : 'historyUnit'}`, { unit: unitName(indicator, language) })} onTrace={openTrace}
      table={{ ...table, rows: table.rows.map((row, at) => ({ ...row, cells: [{ kind: 'text' as const, label: periodText(periods[at]?.[1] ?? '', language) }, ...row.cells.slice(1)] })) }}>
      <LineRange years={periods.map(([at]) => at)} series={series.map((one) => ({ ...one, nums: periods.map(([, period]) => onScale(numOf(one.row, period))) }))} axisNote={t('integration.one.axis')} height={220} joined
        tickText={(at) => periodText(periods.find(([each]) => each === at)?.[1] ?? '', language)} name={`${plain(indicator.name, language)}: ${series.map((one) => plain(peopleOf(view, one.row.population), language)).join(', ')}`} />
    </ChartCard>
  );
}

function Targets({ view, indicator, rows, readOnly, onOpen }: Props & { readonly rows: readonly IndicatorRow[]; readonly onOpen: (population: Population) => void }) {
  const { t, language } = useText();
  if (indicator.better === 'neutral') return null;
  const name = plain(indicator.name, language);
  return (
    <Card title={t('integration.one.targets')}>
      <table className="tb ig-small">
        <caption className="vh">{t('integration.one.targets')}</caption>
        <thead><tr>{(['people', 'baseline', 'last', 'target', 'progress'] as const).map((id) => <th key={id} scope="col">{t(`integration.col.${id}`)}</th>)}<th scope="col"><span className="vh">{t('integration.one.setTarget')}</span></th></tr></thead>
        <tbody>
          {indicator.populations.map((population) => {
            const row = rows.find((each) => each.population === population);
            const people = peopleOf(view, population);
            const has = row?.target != null && row.target.kind !== 'none';
            return (
              <tr key={population}>
                <th scope="row"><Uk>{people}</Uk></th>
                <td><Value point={row && pointOf(row, row.baseline)} label={name} /></td>
                <td><Value point={row && pointOf(row, row.last)} label={name} bounds /></td>
                <td>{row?.target && row.target.kind !== 'none' ? <><Num num={row.target.num} label={t('integration.col.target')} /><span className="note ig-sub">{row.target.kind === 'host' && `${t('integration.toHost')} `}{row.target.due !== '' && t('integration.due', { date: formatDate(row.target.due, language) })}{row.target.late && <> <span className="mk bd">{t('integration.late')}</span></>}</span><span className="note ig-sub"><Raw>{row.target.reason}</Raw></span></> : <span className="note">{t('integration.noTarget')}</span>}</td>
                <td>{row ? <Way row={row} label={name} /> : <span className="q" aria-hidden="true">–</span>}</td>
                <td><button type="button" className="ctl" disabled={readOnly} aria-label={t(`integration.one.${has ? 'setTargetOf' : 'newTargetOf'}`, { people: plain(people, language) })} onClick={() => onOpen(population)}>{t(`integration.one.${has ? 'setTarget' : 'newTarget'}`)}</button></td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Card>
  );
}

function Gaps({ view, indicator, rows }: Pick<Props, 'view' | 'indicator'> & { readonly rows: readonly IndicatorRow[] }) {
  const { t, language } = useText();
  if (!indicator.populations.includes('host') || indicator.populations.length === 1) return null;
  const all = rows.flatMap((row) => row.gaps.map((gap) => ({ row, gap })));
  return (
    <Card title={t('integration.one.gaps')} note={t('integration.one.gapsNote')}>
      {all.length === 0 ? <p className="note">{t('integration.one.noGaps')}</p> : (
        <table className="tb ig-small">
          <caption className="vh">{t('integration.one.gaps')}</caption>
          <thead><tr>{(['people', 'period', 'gap', 'trend'] as const).map((id) => <th key={id} scope="col">{t(`integration.col.${id}`)}</th>)}</tr></thead>
          <tbody>
            {all.map(({ row, gap }) => (
              <tr key={`${row.id} ${gap.period}`}>
                <th scope="row"><Uk>{peopleOf(view, row.population)}</Uk></th>
                <td>{periodText(gap.period, language)}</td>
                <td>{gap.num.state === 'na' ? <span className="sup">{t('integration.hidden')}</span> : <Num num={gap.num} label={t('integration.col.gap')} unit bounds />} <span className="note">{[gap.favours === null ? '' : t(`integration.favours.${gap.favours}`), gap.certain === false && gap.favours !== 'equal' ? t('integration.unsure') : ''].filter(Boolean).join(', ')}</span></td>
                <td>{gap === row.gaps.at(-1) && row.trend ? t(`integration.trend.${row.trend.way}`) + (row.trend.certain === false && row.trend.way !== 'same' ? ` (${t('integration.unsure')})` : '') : ''}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Card>
  );
}

function Values({ view, rows }: { readonly view: IntegrationView; readonly rows: readonly IndicatorRow[] }) {
  const { t, language } = useText();
  const all = rows.flatMap((row) => row.points.map((point) => ({ row, point })));
  if (all.length === 0) return null;
  const count = (n: number | null, hidden: boolean) => (hidden ? <span className="sup">{t('integration.hidden')}</span> : n === null ? <span className="q" aria-hidden="true">–</span> : formatNumber(n, language));
  return (
    <Card title={t('integration.one.values')}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a part that scrolls must be reachable by keys */}
      <div className="ig-scroll" role="group" aria-label={t('integration.one.values')} tabIndex={0}>
        <table className="tb ig-small">
          <caption className="vh">{t('integration.one.values')}</caption>
          <thead><tr>{(['people', 'period', 'numerator', 'denominator', 'value', 'as', 'source', 'asOf'] as const).map((id) => <th key={id} scope="col" className={id === 'numerator' || id === 'denominator' ? 'r' : undefined}>{t(`integration.col.${id}`)}</th>)}</tr></thead>
          <tbody>
            {all.map(({ row, point }) => (
              <tr key={`${row.id} ${point.period}`}>
                <th scope="row"><Uk>{peopleOf(view, row.population)}</Uk></th>
                <td><button type="button" className="link" onClick={() => goIntegration({ view: 'values', period: point.period })}>{periodText(point.period, language)}</button></td>
                <td className="r">{count(point.numerator, point.hidden)}</td><td className="r">{count(point.denominator, point.hidden)}</td>
                <td>{point.hidden ? <span className="sup">{t('integration.hidden')}</span> : <Num num={point.num} label={periodText(point.period, language)} bounds />}</td>
                <td className="note">{t(`integration.as.${point.as}`)}</td>
                <td className="note">{view.indicators.find((each) => each.id === row.indicator)?.gapOf ? t('integration.byProgram') : t(`methods.${point.method}`)}{point.source !== '' && <> · <Raw>{point.source}</Raw></>}{point.note !== '' && <> · <Raw>{point.note}</Raw></>}</td>
                <td>{point.asOf !== '' && formatDate(point.asOf, language)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
}
