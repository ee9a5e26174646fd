import { useId, useState } from 'react';
import type { Input, Output } from '#contract/api.ts';
import { formatNumber } from '#contract/format.ts';
import type { Num as NumData } from '#contract/models.ts';
import { ChartCard, LineRange, lineTable, MOST_LINES, useWords } from '../../../charts/index.ts';
import { Loaded } from '../../../components/Loaded.tsx';
import { Num } from '../../../components/Num.tsx';
import { Card } from '../../../components/Page.tsx';
import { TableActions } from '../../../components/TableActions.tsx';
import { Raw, Uk } from '../../../components/Text.tsx';
import { openTrace } from '../../../components/trace/store.ts';
import { useText } from '../../../i18n/index.ts';
import { boundsText } from '../../../lib/numbers.ts';
import { plain, plainText, shown } from '../../../lib/text.ts';
import { useView } from '../../../plan/useView.ts';
import { cellOf, langOf, useScenarioName } from './fields.tsx';
import { ScenarioCards } from './ScenarioCards.tsx';

type View = Output<'projection.compare'>;

/** Scenarios side by side: their differences, lines through the years, and what comes out in the last year. */
export function CompareView({ at: { year = 0, territory, horizon }, readOnly, root }: { readonly at: Input<'projection.view'>; readonly readOnly: boolean; readonly root: string }) {
  const [group, setGroup] = useState('');
  const setup = useView('projection.setup', { year }, ['projection', 'groups', 'community', 'plan']);
  const view = useView('projection.compare', { year, territory, horizon, group }, ['projection', 'groups', 'needs', 'community', 'plan']);
  return (
    <>
      <Loaded view={setup} lines={4}>{(data) => <ScenarioCards setup={data} year={year} root={root} readOnly={readOnly} />}</Loaded>
      <Loaded view={view} lines={8}>{(data) => <><Lines data={data} group={group} onGroup={setGroup} /><Outcome data={data} /></>}</Loaded>
    </>
  );
}

function Lines({ data, group, onGroup }: { readonly data: View; readonly group: string; readonly onGroup: (group: string) => void }) {
  const { t, language } = useText();
  const words = useWords();
  const nameOf = useScenarioName();
  const chosen = data.groups.find((row) => row.id === group && data.group === group);
  const what = chosen ? plain(chosen.name, language) : t('projection.people.population');
  const [wanted, setWanted] = useState<readonly string[] | null>(null);
  const id = useId();
  const lineOf = (row: View['scenarios'][number]): readonly NumData[] => (chosen ? row.group : row.population);
  const [base, ...others] = data.scenarios;
  const last = (row: View['scenarios'][number] | undefined): number | null => (row && lineOf(row).at(-1)?.value) ?? null;
  const away = (row: View['scenarios'][number]): number => { const [own, usual] = [last(row), last(base)]; return own === null || usual === null ? 0 : Math.abs(own - usual); };
  // Without a choice: the base and the two that differ most from it in the last year.
  const drawn = wanted ?? [base, ...others.toSorted((a, b) => away(b) - away(a)).slice(0, 2)].flatMap((row) => row?.id ?? []);
  const shownRows = data.scenarios.filter((row) => drawn.includes(row.id)).slice(0, MOST_LINES);
  const series = shownRows.map((row, at) => ({ id: row.id, label: nameOf(row.id, row.name), lang: langOf(nameOf(row.id, row.name), language), nums: lineOf(row), dashed: at > 0 }));
  const years = { fromYear: data.start, toYear: data.target };
  return (
    <ChartCard title={what} subtitle={t('projection.sub', years)} table={lineTable(series, data.years, words, t('projection.people.year'))} onTrace={openTrace} note={t('projection.line.legend')}>
      <label className="row note" data-noimage>{t('projection.compare.show')}
        <select className="in fg-sel" value={group} onChange={(event) => onGroup(event.target.value)}>
          <option value="">{t('projection.compare.population')}</option>
          {data.groups.map((row) => <option key={row.id} value={row.id}>{shown(row.name, language)}</option>)}
        </select>
      </label>
      {data.scenarios.length > 3 && <fieldset className="pj-pick" data-noimage>
        <legend className="note">{t('projection.compare.chartPick')}</legend>
        {data.scenarios.map((row) => <label key={row.id} htmlFor={`${id}${row.id}`}><input id={`${id}${row.id}`} type="checkbox" checked={drawn.includes(row.id)} disabled={!drawn.includes(row.id) && shownRows.length >= MOST_LINES} onChange={() => setWanted(drawn.includes(row.id) ? drawn.filter((each) => each !== row.id) : [...drawn, row.id])} /> <Raw>{nameOf(row.id, row.name)}</Raw></label>)}
      </fieldset>}
      {series.length > 0 && <LineRange years={data.years} series={series} axisNote={t('projection.line.axis')} name={t('projection.line.aria', { what, ...years, series: series.map((one) => plainText(one.label, language)).join('; ') })} height={220} />}
    </ChartCard>
  );
}

/** One row of the table: a number now, and then in each scenario. */
interface Row { readonly id: string; readonly name: NonNullable<View['services'][number]['name']>; readonly code: string | null; readonly note: string; readonly now: NumData | undefined; readonly later: readonly (NumData | undefined)[]; readonly more: readonly (NumData | undefined)[]; readonly differences: readonly (number | null | undefined)[] }

function Outcome({ data }: { readonly data: View }) {
  const { t, language } = useText();
  const nameOf = useScenarioName();
  const [tab, setTab] = useState<'groups' | 'services'>('groups');
  const [known, setKnown] = useState(true);
  const rows = (tab === 'groups'
    ? data.groups.map((row): Row => ({ ...row, code: null, note: '', now: data.scenarios[0]?.groups.find((one) => one.id === row.id)?.now, later: data.scenarios.map((each) => each.groups.find((one) => one.id === row.id)?.later), more: [], differences: data.scenarios.map((each) => each.groups.find((one) => one.id === row.id)?.difference) }))
    : data.services.map((row): Row => ({
      ...row, name: row.name ?? { uk: row.code ?? row.id, en: row.code ?? row.id }, note: row.drivers.length > 0 ? t('projection.compare.drivers', { names: row.drivers.map((name) => plain(name, language)).join('; ') }) : t('projection.compare.byPopulation'),
      now: row.generalNow, later: data.scenarios.map((each) => each.services.find((one) => one.id === row.id)?.general), more: data.scenarios.map((each) => each.services.find((one) => one.id === row.id)?.unmet), differences: data.scenarios.map((each) => each.services.find((one) => one.id === row.id)?.difference),
    }))).filter((row) => !known || row.later.some((num) => num && num.value !== null));
  const table = () => ({
    title: `${t('projection.compare.title')}, ${data.target}`,
    columns: [{ title: t(tab === 'groups' ? 'projection.groups.group' : 'projection.compare.service'), kind: 'text' as const }, { title: String(data.start), kind: 'number' as const }, ...data.scenarios.flatMap((row) => (tab === 'groups' ? [''] : [`, ${t('projection.compare.general')}`, `, ${t('projection.compare.unmet')}`]).flatMap((part) => ['', `, ${t('projection.people.low')}`, `, ${t('projection.people.high')}`].map((side) => ({ title: `${nameOf(row.id, row.name)}${part}${side}`, kind: 'number' as const }))))],
    rows: rows.map((row) => [[row.code, shown(row.name, language)].filter(Boolean).join(' '), cellOf(row.now), ...row.later.flatMap((num, at) => [num, ...(tab === 'groups' ? [] : [row.more[at]])].flatMap((one) => [cellOf(one), one?.state === 'na' ? null : one?.low ?? null, one?.state === 'na' ? null : one?.high ?? null]))]),
  });
  return (
    <Card title={`${t('projection.compare.title')}, ${data.target}`} action={<span className="row"><TableActions table={table} /></span>}>
      <div className="row pj-bar">
        <span className="seg" role="group" aria-label={t('projection.compare.tables')}>{(['groups', 'services'] as const).map((each) => <button key={each} type="button" aria-pressed={tab === each} onClick={() => setTab(each)}>{t(`projection.compare.table.${each}`)}</button>)}</span>
        <label className="row"><input type="checkbox" checked={known} onChange={() => setKnown(!known)} /> {t('projection.compare.only')}</label>
        {tab === 'services' && <span className="note">{t('projection.compare.servicesNote')}</span>}
      </div>
      <div className="pj-scroll pj-tall" role="group" aria-label={t('projection.compare.title')} tabIndex={0}>
        <table className="tb">
          <caption className="vh">{t('projection.compare.title')}</caption>
          <thead><tr><th scope="col">{t(tab === 'groups' ? 'projection.groups.group' : 'projection.compare.service')}</th><th scope="col" className="r">{data.start}</th>{data.scenarios.map((row) => <th key={row.id} scope="col" className="r"><Raw>{nameOf(row.id, row.name)}</Raw></th>)}</tr></thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <th scope="row" title={row.note || undefined}>{row.code !== null && <span className="q">{row.code} </span>}<Uk>{row.name}</Uk></th>
                <td className="r">{row.now && <Num num={row.now} label={`${plain(row.name, language)}, ${data.start}`} marks="none" />}</td>
                {row.later.map((num, at) => <td key={data.scenarios[at]?.id} className="r"><Then num={num} difference={row.differences[at] ?? null} label={`${plain(row.name, language)}, ${plainText(nameOf(data.scenarios[at]?.id ?? '', data.scenarios[at]?.name), language)}`} />{tab === 'services' && <span className="pj-b">{t('projection.compare.unmet').toLocaleLowerCase(language)}: {row.more[at] && <Num num={row.more[at]} label={`${plain(row.name, language)}, ${t('projection.compare.unmet')}`} marks="none" />}</span>}</td>)}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
}

/** A number of the last year with its range and its difference from the base. */
function Then({ num, difference, label }: { readonly num: NumData | undefined; readonly difference: number | null; readonly label: string }) {
  const { language } = useText();
  if (!num) return null;
  return <><Num num={num} label={label} marks="none" /><span className="pj-b">{num.state === 'na' ? '' : boundsText(num, language)}{difference !== null && Math.abs(difference) > 0.0005 && ` · ${formatNumber(difference * 100, language, { digits: 1, sign: true })} %`}</span></>;
}
