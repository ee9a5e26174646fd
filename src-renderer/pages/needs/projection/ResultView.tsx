import { useState } from 'react';
import type { Input, Output } from '#contract/api.ts';
import type { Num as NumData } from '#contract/models.ts';
import { ChartCard, LineRange, lineTable, Pyramid, pyramidTable, useWords } from '../../../charts/index.ts';
import { Notice } from '../../../components/Notice.tsx';
import { Loaded } from '../../../components/Loaded.tsx';
import { Card, EmptyState } from '../../../components/Page.tsx';
import { Says } from '../../../components/Text.tsx';
import { openTrace } from '../../../components/trace/store.ts';
import { useText } from '../../../i18n/index.ts';
import { cellHref } from '../../../lib/route.ts';
import { plainText } from '../../../lib/text.ts';
import { useView } from '../../../plan/useView.ts';
import { langOf, useScenarioName } from './fields.tsx';
import { GroupLines } from './GroupLines.tsx';
import { GroupTable } from './GroupTable.tsx';
import { PeopleTable } from './PeopleTable.tsx';
import { PlaceTable } from './PlaceTable.tsx';
import { TakeDialog } from './TakeDialog.tsx';

type View = Output<'projection.view'>;

/** What comes out in one scenario: population, pyramid, groups, places, and what it rests on. */
export function ResultView({ at, readOnly }: { readonly at: Input<'projection.view'>; readonly readOnly: boolean }) {
  const view = useView('projection.view', at, ['projection', 'groups', 'community']);
  return <Loaded view={view} lines={10}>{(data) => (data.missing.length > 0 ? <Missing data={data} /> : <Result data={data} scenario={at.scenario ?? 'base'} readOnly={readOnly} />)}</Loaded>;
}

function Missing({ data }: { readonly data: View }) {
  const { t } = useText();
  const [key] = data.missing;
  return <EmptyState title={t('projection.empty.title')} text={t(data.occupied ? 'projection.empty.occupied' : 'projection.empty.text')}>{key && <a className="ctl pri" href={cellHref('community', key)}>{t('projection.empty.enter')}</a>}</EmptyState>;
}

function Result({ data, scenario, readOnly }: { readonly data: View; readonly scenario: string; readonly readOnly: boolean }) {
  const { t, language } = useText();
  const words = useWords();
  const nameOf = useScenarioName();
  const [taking, setTaking] = useState(false);
  const population = data.rows.map((row) => row.population);
  const years = { fromYear: data.start, toYear: data.target };
  const line = [{ id: 'population', label: nameOf(scenario), lang: langOf(nameOf(scenario), language), nums: population }];
  const bands = data.pyramid.map((band) => ({ id: String(band.from), label: band.to === null ? `${band.from}+` : `${band.from}–${band.to}`, male: band.male, female: band.female, maleThen: band.maleTarget, femaleThen: band.femaleTarget }));
  const heads = { male: t('projection.pyramid.male'), female: t('projection.pyramid.female'), age: t('projection.pyramid.age'), now: String(data.start), later: String(data.target) };
  const [first] = population as readonly (NumData | undefined)[];
  return (
    <>
      {first?.state === 'prefilled' && <Notice kind="wn">{t('projection.prefilled')}</Notice>}
      {data.conflict !== null && <Notice kind="wn">{t('projection.conflict', { count: Math.round(data.conflict) })}</Notice>}
      <div className="pj-two">
        <ChartCard title={t('projection.line.title')} subtitle={t('projection.sub', years)} table={lineTable(line, data.years, words, t('projection.people.year'))} onTrace={openTrace} note={t('projection.line.legend')}>
          <LineRange years={data.years} series={line} axisNote={t('projection.line.axis')} name={t('projection.line.aria', { what: t('projection.line.title'), ...years, series: plainText(nameOf(scenario), language) })} height={260} />
        </ChartCard>
        <ChartCard title={t('projection.pyramid.title')} subtitle={t('projection.pyramid.note', years)} table={pyramidTable(bands, heads)}>
          <Pyramid rows={bands} heads={heads} name={t('projection.pyramid.aria', { ...years, bands: bands.length })} />
        </ChartCard>
      </div>
      <PeopleTable data={data} />
      <GroupLines data={data} />
      <GroupTable data={data} action={<button type="button" className="ctl" disabled={readOnly} onClick={() => setTaking(true)}>{t('projection.take.open')}</button>} />
      {data.places.length > 0 && <PlaceTable data={data} />}
      <Card title={t('projection.assumptions')}><ul className="lst">{data.assumptions.map((one, i) => <li key={i} className="note"><Says>{one}</Says></li>)}</ul></Card>
      {taking && <TakeDialog data={data} scenario={scenario} onClose={() => setTaking(false)} />}
    </>
  );
}
