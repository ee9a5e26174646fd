import { useId, useState } from 'react';
import type { Output } from '#contract/api.ts';
import { ChartCard, hasValue, LineRange, lineTable, MOST_LINES, useWords } from '../../../charts/index.ts';
import { openTrace } from '../../../components/trace/store.ts';
import { useText } from '../../../i18n/index.ts';
import { plain, shown } from '../../../lib/text.ts';
import { langOf } from './fields.tsx';

type Group = Output<'projection.view'>['groups'][number];
const drawn = (group: Group): boolean => group.years.filter(hasValue).length > 1;

/** Up to four groups as lines; which ones is chosen above. Nothing when none is known. */
export function GroupLines({ data }: { readonly data: Output<'projection.view'> }) {
  const { t, language } = useText();
  const words = useWords();
  const id = useId();
  const known = data.groups.filter(drawn);
  const [chosen, setChosen] = useState<readonly string[] | null>(null);
  const wanted = chosen ?? known.slice(0, 3).map((group) => group.id);
  const picked = known.filter((group) => wanted.includes(group.id)).slice(0, MOST_LINES);
  if (known.length === 0) return null;
  const years = { fromYear: data.start, toYear: data.target };
  const series = picked.map((group) => ({ id: group.id, label: short(shown(group.name, language)), lang: langOf(shown(group.name, language), language), full: shown(group.name, language), nums: group.years }));
  const toggle = (group: string): void => setChosen(wanted.includes(group) ? wanted.filter((each) => each !== group) : [...wanted, group]);
  return (
    <ChartCard title={t('projection.line.groups')} subtitle={t('projection.sub', years)} table={lineTable(series, data.years, words, t('projection.people.year'))} onTrace={openTrace}>
      <fieldset className="pj-pick" data-noimage>
        <legend className="note">{t('projection.line.pick')} · {t('projection.line.max')}</legend>
        {known.map((group) => <label key={group.id} htmlFor={`${id}${group.id}`}><input id={`${id}${group.id}`} type="checkbox" checked={wanted.includes(group.id)} disabled={!wanted.includes(group.id) && picked.length >= MOST_LINES} onChange={() => toggle(group.id)} /> {plain(group.name, language)}</label>)}
      </fieldset>
      {picked.length > 0 && <LineRange years={data.years} series={series} axisNote={t('projection.line.axis')} name={t('projection.line.aria', { what: t('projection.line.groups'), ...years, series: picked.map((group) => plain(group.name, language)).join('; ') })} height={220} />}
    </ChartCard>
  );
}

/** A name that fits at the end of a line. */
const MOST = 26;
export const short = (name: string): string => (name.length <= MOST ? name : `${name.slice(0, MOST - 1).replace(/[\s,(]+\S*$/, '')}…`);
