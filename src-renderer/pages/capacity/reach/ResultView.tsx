import { useState } from 'react';
import type { Output } from '#contract/api.ts';
import { TRAVEL_MODES } from '#contract/lists.ts';
import { Loaded } from '../../../components/Loaded.tsx';
import { Notice } from '../../../components/Notice.tsx';
import { EmptyState } from '../../../components/Page.tsx';
import { Num } from '../../../components/Num.tsx';
import { useText } from '../../../i18n/index.ts';
import { href } from '../../../lib/route.ts';
import { plain } from '../../../lib/text.ts';
import { usePlan, type Scope } from '../../../plan/store.ts';
import { useView } from '../../../plan/useView.ts';
import { ChoiceField, TextField } from '../../needs/projection/fields.tsx';
import { LIMITS, useAsk, type Ask } from './ask.ts';
import { Bars } from './Bars.tsx';
import { PointTable, ServiceTable } from './PointTables.tsx';
import { PlaceTable } from './PlaceTable.tsx';

type View = Output<'reach.view'>;

/** The question, and who is within reach. */
export function ResultView({ scope }: { readonly scope: Scope }) {
  const plan = usePlan((state) => state.info?.path ?? '');
  const [ask, put] = useAsk(plan);
  const view = useView('reach.view', { ...scope, ...ask }, ['capacity', 'reference', 'groups', 'needs', 'community']);
  return <Loaded view={view} lines={10}>{(data) => <Result data={data} put={put} />}</Loaded>;
}

function Result({ data, put }: { readonly data: View; readonly put: (change: Partial<Ask>) => void }) {
  const { t } = useText();
  if (data.all.length === 0 && data.targets.length === 0) return <EmptyState title={t('reach.empty')} text={t('reach.emptyText')}><a className="ctl pri" href={href('capacity', { tab: 'providers' })}>{t('reach.toProviders')}</a></EmptyState>;
  return (
    <>
      <Question data={data} put={put} />
      <Remarks data={data} />
      <Bars data={data} />
      <PlaceTable data={data} />
      <PointTable data={data} />
      <ServiceTable data={data} onService={(service) => put({ service, target: '' })} />
    </>
  );
}

/** Service or provider, way to travel, minutes, people, switches. */
function Question({ data, put }: { readonly data: View; readonly put: (change: Partial<Ask>) => void }) {
  const { t, language } = useText();
  const { asked } = data;
  const [within, setWithin] = useState(String(asked.within));
  const nameOf = (row: View['all'][number]): string => `${row.code ?? ''} ${row.name ? plain(row.name, language) : ''}`.trim();
  const named = (kind: 'provider' | 'facility') => data.targets.filter((row) => row.kind === kind).map((row) => [row.id, t(`reach.target.${kind}`, { name: language === 'uk' ? row.name : plain({ uk: row.name, en: null }, language) })] as const);
  const wrong = !/^\d{1,3}$/.test(within.trim()) || Number(within) < 1 || Number(within) > 600;
  const typeWithin = (text: string): void => { setWithin(text); if (/^\d{1,3}$/.test(text.trim()) && Number(text) >= 1 && Number(text) <= 600) put({ within: Number(text) }); };
  const who: readonly (readonly [string, string])[] = [['population', t('reach.who.population')], ...(asked.service === '' ? [] : [['need', t('reach.who.need')], ['unmet', t('reach.who.unmet')]] as const), ...data.groups.map((row) => [row.id, plain(row.name, language)] as const)];
  return (
    <section className="card rc-ask" aria-label={t('reach.question')}>
      <ChoiceField label={t('reach.service')} value={asked.service} options={[...(asked.service === '' ? [['', t('reach.anyService')] as const] : []), ...data.all.map((row) => [row.id, nameOf(row)] as const)]} onChange={(service) => put({ service, target: '' })} />
      <ChoiceField label={t('reach.targetField')} value={asked.target} options={[['', t('reach.anybody')], ...named('provider'), ...named('facility')]} onChange={(target) => put({ target, service: asked.service })} />
      <ChoiceField label={t('reach.mode')} value={asked.mode} options={TRAVEL_MODES.map((mode) => [mode, t(`reach.by.${mode}`)] as const)} onChange={(mode) => put({ mode })} />
      <TextField label={t('reach.within')} value={within} onChange={typeWithin} max={3} numeric error={wrong ? t('reach.withinWrong') : null} note={<span className="row rc-quick">{LIMITS.map((minutes) => <button key={minutes} type="button" className="link" aria-label={t('reach.minutesOf', { count: minutes })} onClick={() => typeWithin(String(minutes))}>{minutes}</button>)}</span>} />
      <ChoiceField label={t('reach.whoField')} value={asked.who} options={who} onChange={(next) => put({ who: next })} />
      <div className="rc-switches">
        <label><input type="checkbox" checked={asked.barrierFree} onChange={() => put({ barrierFree: !asked.barrierFree })} /> {t('reach.barrierFree')}</label>
        <label><input type="checkbox" checked={asked.smooth} onChange={() => put({ smooth: !asked.smooth })} /> {t('reach.smooth')}</label>
      </div>
    </section>
  );
}

/** What is not known, and where to say it. */
function Remarks({ data }: { readonly data: View }) {
  const { t } = useText();
  const not = (why: View['points'][number]['why']): number => data.points.filter((point) => point.why === why).length;
  const unsaid = data.rows.filter((row) => row.why === 'busUnknown').length;
  const access = data.rows.filter((row) => row.why === 'accessUnknown').length;
  const places = <a href={href('capacity', { tab: 'reach', view: 'places' })}>{t('reach.toPlaces')}</a>;
  const remarks = [
    data.unplaced > 0 && <>{t('reach.unplaced', { count: data.unplaced })} {places}</>,
    unsaid > 0 && <>{t('reach.busUnsaid', { count: unsaid })} {places}</>,
    access > 0 && <>{t('reach.accessUnsaid', { count: access })} {places}</>,
    data.unnumbered > 0 && <>{t('reach.unnumbered', { count: data.unnumbered })}{data.rest.value !== null && data.rest.value > 0 && <> {t('reach.rest')} <Num num={data.rest} unit />.</>} <a href={href(data.asked.who === 'population' ? 'community' : 'groups')}>{t('reach.toNumbers')}</a></>,
    not('noPlace') > 0 && <>{t('reach.noPlace', { count: not('noPlace') })} <a href={href('capacity', { tab: 'providers' })}>{t('reach.toProviders')}</a></>,
    not('destroyed') > 0 && <>{t('reach.destroyed', { count: not('destroyed') })}</>,
    not('entranceUnknown') + not('entranceNo') > 0 && <>{t('reach.entrance', { count: not('entranceUnknown') + not('entranceNo') })} <a href={href('capacity', { tab: 'access' })}>{t('reach.toAccess')}</a></>,
    data.unitsDiffer && <>{t('reach.unitsDiffer')}</>,
  ].filter(Boolean);
  if (remarks.length === 0) return null;
  return <Notice kind="wn"><ul className="rc-remarks">{remarks.map((remark, at) => <li key={at}>{remark}</li>)}</ul></Notice>;
}
