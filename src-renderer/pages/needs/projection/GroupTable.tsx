import { useState, type ReactNode } from 'react';
import type { Output } from '#contract/api.ts';
import { Num } from '../../../components/Num.tsx';
import { Card } from '../../../components/Page.tsx';
import { TableActions } from '../../../components/TableActions.tsx';
import { Uk } from '../../../components/Text.tsx';
import { useText } from '../../../i18n/index.ts';
import { boundsText } from '../../../lib/numbers.ts';
import { plain, shown } from '../../../lib/text.ts';
import { cellOf } from './fields.tsx';

/** Groups by year: value, range below it, and how each one is projected. */
export function GroupTable({ data, action }: { readonly data: Output<'projection.view'>; readonly action: ReactNode }) {
  const { t, language } = useText();
  const [all, setAll] = useState(false);
  const shownYears = data.years.map((year, at) => ({ year, at })).filter(({ at }) => all || at === 0 || at === data.years.length - 1 || at % 5 === 0);
  const table = () => ({
    title: t('projection.groups.title'), columns: [{ title: t('projection.groups.group'), kind: 'text' as const }, { title: t('projection.groups.method'), kind: 'text' as const }, ...data.years.flatMap((year) => ['', 'low', 'high'].map((side) => ({ title: side === '' ? String(year) : `${year}, ${t(`projection.people.${side}`).toLocaleLowerCase(language)}`, kind: 'number' as const })))],
    rows: data.groups.map((group) => [shown(group.name, language), t(`projection.method.${group.choice.method}`), ...group.years.flatMap((num) => [cellOf(num), num.state === 'na' ? null : num.low, num.state === 'na' ? null : num.high])]),
  });
  return (
    <Card title={t('projection.groups.title')} action={<span className="row">{action}<button type="button" className={`ctl${all ? ' on' : ''}`} aria-pressed={all} onClick={() => setAll(!all)}>{t('projection.groups.allYears')}</button><TableActions table={table} /></span>}>
      <div className="pj-scroll pj-tall" role="group" aria-label={t('projection.groups.title')} tabIndex={0}>
        <table className="tb">
          <caption className="vh">{t('projection.groups.title')}</caption>
          <thead><tr><th scope="col">{t('projection.groups.group')}</th><th scope="col">{t('projection.groups.method')}</th>{shownYears.map(({ year }) => <th key={year} scope="col" className="r">{year}</th>)}</tr></thead>
          <tbody>
            {data.groups.map((group) => (
              <tr key={group.id}>
                <th scope="row"><Uk>{group.name}</Uk></th>
                <td className="note" title={plain(group.choice.reason, language)}>{group.trend?.refused ? t(`projection.groups.refused.${group.trend.refused}`) : t(`projection.method.${group.choice.method}`)}</td>
                {group.choice.method === 'none' && group.years[0]?.state === 'na' ? <td className="note r" colSpan={shownYears.length}>{t('projection.groups.none')}</td>
                  : shownYears.map(({ year, at }) => { const num = group.years[at]; return <td key={year} className="r">{num && <><Num num={num} label={`${plain(group.name, language)}, ${year}`} marks="none" /><span className="pj-b">{num.state === 'na' ? '' : boundsText(num, language)}</span></>}</td>; })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
}
