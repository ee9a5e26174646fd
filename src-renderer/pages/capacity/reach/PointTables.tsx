import type { Output } from '#contract/api.ts';
import { Num } from '../../../components/Num.tsx';
import { Card } from '../../../components/Page.tsx';
import { TableActions } from '../../../components/TableActions.tsx';
import { Raw, Uk } from '../../../components/Text.tsx';
import { useText } from '../../../i18n/index.ts';
import { plain, plainText, shown } from '../../../lib/text.ts';
import { cellOf } from '../../needs/projection/fields.tsx';

type View = Output<'reach.view'>;
const NUMBERS = ['capacity', 'near', 'ratio', 'assigned'] as const;

/** Who gives the service: where, for how many, how many live near, how many it takes. */
export function PointTable({ data }: { readonly data: View }) {
  const { t, language } = useText();
  if (data.points.length === 0) return null;
  const head = (id: string): string => t(`reach.point.${id}`, { minutes: data.asked.within });
  const state = (row: View['points'][number]): string => (row.why !== null ? t(`reach.notCounted.${row.why}`) : t(`reach.state.${row.state}`));
  const table = () => ({
    title: t('reach.points.title'), columns: [head('name'), head('place'), head('state')].map((title) => ({ title, kind: 'text' as const })).concat(NUMBERS.map((id) => ({ title: head(id), kind: 'number' as never }))),
    rows: data.points.map((row) => [row.name, row.place ? shown(row.place, language) : '', state(row), ...NUMBERS.map((id) => cellOf(row[id]))]),
  });
  return (
    <Card title={t('reach.points.title')} action={<span className="row"><TableActions table={table} /></span>}>
      <div className="pj-scroll" role="group" aria-label={t('reach.points.title')} tabIndex={0}>
        <table className="tb">
          <caption className="vh">{t('reach.points.title')}</caption>
          <thead><tr>{['name', 'place', 'state'].map((id) => <th key={id} scope="col">{head(id)}</th>)}{NUMBERS.map((id) => <th key={id} scope="col" className="r">{head(id)}</th>)}</tr></thead>
          <tbody>
            {data.points.map((row) => (
              <tr key={row.id}>
                <th scope="row"><Raw>{row.name}</Raw></th>
                <td>{row.place && <Uk>{row.place}</Uk>}</td>
                <td className={`note rc-state${row.counted ? '' : ' rc-no'}`}>{state(row)}</td>
                {NUMBERS.map((id) => <td key={id} className="r"><Num num={row[id]} label={`${head(id)}, ${plainText(row.name, language)}`} /></td>)}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
}

/** All services side by side: people within 15, 30, 60 minutes of the nearest place. */
export function ServiceTable({ data, onService }: { readonly data: View; readonly onService: (service: string) => void }) {
  const { t, language } = useText();
  if (data.all.length === 0) return null;
  const name = (row: View['all'][number]): string => (row.name ? plain(row.name, language) : row.code ?? row.id);
  const head = (minutes: number): string => t('reach.bars.within', { count: minutes });
  const limits = data.bands.map((band) => band.within);
  const table = () => ({
    title: t('reach.all.title'), columns: [{ title: t('reach.service'), kind: 'text' as const }, { title: t('reach.all.points'), kind: 'number' as const }, ...limits.map((minutes) => ({ title: head(minutes), kind: 'number' as const }))],
    rows: data.all.map((row) => [row.name ? shown(row.name, language) : row.code ?? row.id, row.points, ...row.bands.map((band) => cellOf(band.people))]),
  });
  return (
    <Card title={t('reach.all.title')} note={t('reach.all.note')} action={<span className="row"><TableActions table={table} /></span>}>
      <div className="pj-scroll pj-tall" role="group" aria-label={t('reach.all.title')} tabIndex={0}>
        <table className="tb">
          <caption className="vh">{t('reach.all.title')}</caption>
          <thead><tr><th scope="col">{t('reach.service')}</th><th scope="col" className="r">{t('reach.all.points')}</th>{limits.map((minutes) => <th key={minutes} scope="col" className="r">{head(minutes)}</th>)}</tr></thead>
          <tbody>
            {data.all.map((row) => (
              <tr key={row.id}>
                <th scope="row">{row.code} <button type="button" className="link" aria-current={row.id === data.asked.service || undefined} onClick={() => onService(row.id)}>{row.name ? <Uk>{row.name}</Uk> : row.id}</button></th>
                <td className="r">{row.points}</td>
                {row.bands.map((band) => <td key={band.within} className="r"><Num num={band.people} label={`${name(row)}, ${head(band.within)}`} /><span className="pj-b">{t('reach.all.places', { count: band.places })}</span></td>)}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
}
