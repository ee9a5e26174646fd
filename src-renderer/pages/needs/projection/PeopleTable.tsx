import type { Output } from '#contract/api.ts';
import type { Num as NumData } from '#contract/models.ts';
import { Num } from '../../../components/Num.tsx';
import { Card } from '../../../components/Page.tsx';
import { TableActions } from '../../../components/TableActions.tsx';
import { useText } from '../../../i18n/index.ts';
import { boundsText } from '../../../lib/numbers.ts';
import { cellOf } from './fields.tsx';

const FLOWS = ['births', 'deaths', 'migration'] as const;

/** Population year by year with its range, and the births, deaths and migration that lead to it. */
export function PeopleTable({ data }: { readonly data: Output<'projection.view'> }) {
  const { t, language } = useText();
  const table = () => ({
    title: t('projection.people.title'), note: t('projection.people.note'),
    columns: (['year', 'population', 'low', 'high', ...FLOWS] as const).map((id) => ({ title: t(`projection.people.${id}`), kind: id === 'year' ? 'text' as const : 'number' as const })),
    rows: data.rows.map((row) => [String(row.year), cellOf(row.population), row.population.low, row.population.high, ...FLOWS.map((flow) => cellOf(row[flow]))]),
  });
  const cell = (num: NumData, what: string, year: number) => <td className="r"><Num num={num} label={`${t(`projection.people.${what}`)}, ${year}`} marks="none" /></td>;
  return (
    <Card title={t('projection.people.title')} note={t('projection.people.note')} action={<span className="row"><TableActions table={table} /></span>}>
      <div className="pj-scroll" role="group" aria-label={t('projection.people.title')} tabIndex={0}>
        <table className="tb">
          <caption className="vh">{t('projection.people.title')}</caption>
          <thead><tr>{(['year', 'population'] as const).map((id) => <th key={id} scope="col" className={id === 'year' ? undefined : 'r'}>{t(`projection.people.${id}`)}</th>)}<th scope="col" className="r">{t('projection.people.low')} – {t('projection.people.high')}</th>{FLOWS.map((flow) => <th key={flow} scope="col" className="r" title={t('projection.people.flows')}>{t(`projection.people.${flow}`)}</th>)}</tr></thead>
          <tbody>
            {data.rows.map((row) => (
              <tr key={row.year}>
                <th scope="row">{row.year}</th>
                {cell(row.population, 'population', row.year)}
                <td className="r note">{boundsText(row.population, language) ?? ''}</td>
                {FLOWS.map((flow) => <td key={flow} className="r"><Num num={row[flow]} label={`${t(`projection.people.${flow}`)}, ${row.year}`} marks="none" /></td>)}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
}
