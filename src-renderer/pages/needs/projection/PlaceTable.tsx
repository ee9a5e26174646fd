import { formatNumber } from '#contract/format.ts';
import type { Output } from '#contract/api.ts';
import { Num } from '../../../components/Num.tsx';
import { Card } from '../../../components/Page.tsx';
import { TableActions } from '../../../components/TableActions.tsx';
import { Uk } from '../../../components/Text.tsx';
import { useText } from '../../../i18n/index.ts';
import { boundsText } from '../../../lib/numbers.ts';
import { plain, shown } from '../../../lib/text.ts';
import { cellOf } from './fields.tsx';

/** Population of the places inside: the first and the last year. */
export function PlaceTable({ data }: { readonly data: Output<'projection.view'> }) {
  const { t, language } = useText();
  const heads = [t('projection.places.name'), String(data.start), String(data.target), t('projection.places.change')];
  const table = () => ({ title: t('projection.places.title'), columns: heads.map((title, at) => ({ title, kind: at === 0 ? 'text' as const : 'number' as const })), rows: data.places.map((row) => [shown(row.name, language), cellOf(row.start), cellOf(row.target), cellOf(row.change)]) });
  return (
    <Card title={t('projection.places.title')} action={<span className="row"><TableActions table={table} /></span>}>
      <div className="pj-scroll pj-tall" role="group" aria-label={t('projection.places.title')} tabIndex={0}>
        <table className="tb">
          <caption className="vh">{t('projection.places.title')}</caption>
          <thead><tr>{heads.map((head, at) => <th key={head} scope="col" className={at > 0 ? 'r' : undefined}>{head}</th>)}</tr></thead>
          <tbody>
            {data.places.map((row) => (
                <tr key={row.id}>
                  <th scope="row"><Uk>{row.name}</Uk></th>
                  <td className="r"><Num num={row.start} label={`${plain(row.name, language)}, ${data.start}`} /></td>
                  <td className="r"><Num num={row.target} label={`${plain(row.name, language)}, ${data.target}`} marks="none" /><span className="pj-b">{boundsText(row.target, language)}</span></td>
                  <td className="r">{row.change.value === null ? '' : formatNumber(row.change.value, language, { sign: true })}</td>
                </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
}
