import { Fragment, useState } from 'react';
import type { IndicatorInfo, IndicatorPoint, IndicatorRow, IntegrationView, Population } from '#contract/api/integration.ts';
import type { Label } from '#contract/models.ts';
import { formatDate } from '#contract/format.ts';
import { Num } from '../../../components/Num.tsx';
import { Raw, Uk } from '../../../components/Text.tsx';
import { useText } from '../../../i18n/index.ts';
import { periodText } from '../../../lib/period.ts';
import { plain } from '../../../lib/text.ts';
import { comeBackTo, leaveAt } from '../../../lib/formFocus.ts';
import { goIntegration } from './go.ts';
import { peopleOf, pointOf, unitName } from './texts.ts';

const GROUPED = ['dimension', 'criterion'] as const;
/** Indicators under one head; `free` = of the criterion, without values yet. */
interface Group { readonly id: string; readonly name: Label | null; readonly rows: readonly { readonly row: IndicatorRow; readonly indicator: IndicatorInfo }[]; readonly free: readonly IndicatorInfo[] }

/** Every indicator with values: baseline, last value, target, way done, gap to the residents. */
export function StateTable({ view }: { readonly view: IntegrationView }) {
  const { t } = useText();
  const [people, setPeople] = useState<Population | ''>('');
  const rows = view.rows.filter((row) => people === '' || row.population === people);
  const there = view.populations.filter(({ id }) => view.rows.some((row) => row.population === id));
  const [by, setBy] = useState<(typeof GROUPED)[number]>('dimension');
  const of = (belongs: (indicator: IndicatorInfo) => boolean) => rows.flatMap((row) => { const indicator = view.indicators.find((each) => each.id === row.indicator && belongs(each)); return indicator ? [{ row, indicator }] : []; });
  const groups: readonly Group[] = by === 'dimension'
    ? view.dimensions.map(({ id, name }) => ({ id, name, rows: of((each) => each.dimension === id), free: [] })).filter((each) => each.rows.length > 0)
    : [...view.criteria.map(({ id, text }) => ({ id, name: text, rows: of((each) => each.criteria.includes(id)), free: view.indicators.filter((each) => each.criteria.includes(id) && !view.rows.some((row) => row.indicator === each.id)) })),
      { id: 'outside', name: null, rows: of((each) => each.criteria.length === 0), free: [] }].filter((each) => each.name !== null || each.rows.length > 0);
  return (
    <>
      <div className="row">
        <span className="seg" role="group" aria-label={t('integration.people')}>
          <button type="button" aria-pressed={people === ''} onClick={() => setPeople('')}>{t('integration.everyone')}</button>
          {there.map(({ id, name }) => <button key={id} type="button" aria-pressed={people === id} onClick={() => setPeople(id)}><Uk>{name}</Uk></button>)}
        </span>
        {view.criteria.length > 0 && (
          <span className="seg" role="group" aria-label={t('integration.by.label')}>
            {GROUPED.map((id) => <button key={id} type="button" aria-pressed={by === id} onClick={() => setBy(id)}>{t(`integration.by.${id}`)}</button>)}
          </span>
        )}
        <span className="sp" />
        {view.book && <details className="fg-about"><summary className="link">{t('integration.read')}</summary><p className="note"><Uk>{view.book.rule}</Uk> <Uk>{view.book.caution}</Uk> <Uk>{view.book.wording}</Uk> <Uk>{view.book.source}</Uk>.</p></details>}
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a part that scrolls must be reachable by keys */}
      <div className="ig-scroll" role="group" aria-label={t('integration.table')} tabIndex={0}>
        <table className="tb ig-state">
          <caption className="vh">{t('integration.table')}</caption>
          <thead><tr>{(['indicator', 'people', 'baseline', 'last', 'target', 'progress', 'gap', 'source'] as const).map((id) => <th key={id} scope="col">{t(`integration.col.${id}`)}</th>)}</tr></thead>
          {groups.map((group) => (
            <tbody key={group.id}>
              <tr className="ig-dim"><th colSpan={8} scope="rowgroup">{group.name ? <Uk>{group.name}</Uk> : t('integration.by.outside')}</th></tr>
              {group.rows.map(({ row, indicator }, at) => <Line key={row.id} view={view} row={row} indicator={indicator} again={group.rows[at - 1]?.indicator === indicator} />)}
              {by === 'criterion' && (group.free.length > 0 || group.rows.length === 0) && (
                <tr><td colSpan={8} className="note">{group.free.length === 0 ? t('integration.by.none') : <>{t(group.rows.length === 0 ? 'integration.by.toMeasure' : 'integration.by.more')} {group.free.map((each, at) => <Fragment key={each.id}>{at > 0 && '; '}<button type="button" className="link" onClick={() => goIntegration({ indicator: each.id })}><Uk>{each.name}</Uk></button></Fragment>)}</>}</td></tr>
              )}
            </tbody>
          ))}
        </table>
      </div>
    </>
  );
}

function Line({ view, row, indicator, again }: { readonly view: IntegrationView; readonly row: IndicatorRow; readonly indicator: IndicatorInfo; readonly again: boolean }) {
  const { t, language } = useText();
  const name = plain(indicator.name, language);
  const people = peopleOf(view, row.population);
  const [first, last] = [pointOf(row, row.baseline), pointOf(row, row.last)];
  const gap = row.gaps.at(-1);
  return (
    <tr>
      <th scope="row" className={again ? 'ig-again' : undefined}>
        <button type="button" ref={again ? undefined : comeBackTo(indicator.id)} className="link" aria-label={t('integration.open', { name })} onClick={() => { leaveAt(indicator.id); goIntegration({ indicator: indicator.id }); }}><Uk>{indicator.name}</Uk></button> <span className="note">{unitName(indicator, language)}</span>
      </th>
      <td><Uk>{people}</Uk></td>
      <td><Value point={first} label={name} /></td>
      <td><Value point={last ?? row.points.at(-1)} label={name} bounds /></td>
      <td><Target row={row} /></td>
      <td><Way row={row} label={name} /></td>
      <td>{gap ? <Gap row={row} label={name} /> : <span className="q" aria-hidden="true">–</span>}</td>
      <td className="note">{indicator.gapOf !== null ? t('integration.byProgram') : last && <>{t(`methods.${last.method}`)}{last.source !== '' && <> · <Raw>{last.source}</Raw></>}</>}</td>
    </tr>
  );
}

/** A value with its period; what is hidden says so. */
export function Value({ point, label, bounds = false }: { readonly point: IndicatorPoint | undefined; readonly label: string; readonly bounds?: boolean }) {
  const { t, language } = useText();
  if (!point) return <span className="q" aria-hidden="true">–</span>;
  return (
    <>
      {point.hidden ? <span className="sup">{t('integration.hidden')}</span> : <Num num={point.num} label={label} bounds={bounds} unit={point.num.unit === 'points'} />}
      <span className="note ig-sub">{periodText(point.period, language)}{bounds && !point.hidden && point.as !== 'whole' && ` · ${t(`integration.as.${point.as}`)}`}</span>
    </>
  );
}

function Target({ row: { target } }: { readonly row: IndicatorRow }) {
  const { t, language } = useText();
  if (!target || target.kind === 'none') return <span className="note">{t('integration.noTarget')}</span>;
  return (
    <>
      {target.num.state === 'na' ? <span className="sup">{t('integration.hidden')}</span> : <Num num={target.num} label={t('integration.col.target')} />}
      <span className="note ig-sub">{[target.kind === 'host' ? t('integration.toHost') : '', target.due === '' ? '' : t('integration.due', { date: formatDate(target.due, language) })].filter(Boolean).join(', ')}{target.late && <> <span className="mk bd">{t('integration.late')}</span></>}</span>
    </>
  );
}

/** How much of the way is done: number, bar and words; worse is said in words. */
export function Way({ row, label }: { readonly row: IndicatorRow; readonly label: string }) {
  const { t } = useText();
  const { progress, turn, certain } = row;
  if (progress.state === 'na' && turn === null) return <span className="q" aria-hidden="true">–</span>;
  const share = progress.value;
  return (
    <>
      {share !== null && <span className="ig-way"><Num num={progress} label={label} /><progress aria-hidden="true" max={1} value={Math.max(0, Math.min(1, share))} /></span>}
      <span className={`note ig-sub${turn === 'worse' ? ' ig-worse' : ''}`}>
        {turn === null ? t('integration.noWay') : <Fragment>{turn === 'worse' ? '▼ ' : turn === 'better' ? '▲ ' : ''}{t(`integration.turn.${turn}`)}{certain === false && turn !== 'same' && `, ${t('integration.unsure')}`}</Fragment>}
      </span>
    </>
  );
}

function Gap({ row, label }: { readonly row: IndicatorRow; readonly label: string }) {
  const { t } = useText();
  const gap = row.gaps.at(-1);
  if (!gap) return null;
  if (gap.num.state === 'na') return <span className="sup">{t('integration.hidden')}</span>;
  return (
    <>
      <Num num={gap.num} label={`${t('integration.col.gap')}: ${label}`} unit bounds />
      <span className="note ig-sub">{[gap.favours === null ? '' : t(`integration.favours.${gap.favours}`), gap.certain === false && gap.favours !== 'equal' ? t('integration.unsure') : '', row.trend ? t(`integration.trend.${row.trend.way}`) + (row.trend.certain === false && row.trend.way !== 'same' ? ` (${t('integration.unsure')})` : '') : ''].filter(Boolean).join(', ')}</span>
    </>
  );
}
