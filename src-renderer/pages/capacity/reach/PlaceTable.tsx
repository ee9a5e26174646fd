import type { Output } from '#contract/api.ts';
import { Num } from '../../../components/Num.tsx';
import { Card } from '../../../components/Page.tsx';
import { TableActions } from '../../../components/TableActions.tsx';
import { Raw, Uk } from '../../../components/Text.tsx';
import { useText } from '../../../i18n/index.ts';
import { boundsText } from '../../../lib/numbers.ts';
import { plain, shown } from '../../../lib/text.ts';
import { cellOf } from '../../needs/projection/fields.tsx';

type View = Output<'reach.view'>;
const NUMBERS = ['people', 'minutes', 'assigned', 'index'] as const;

/** Every settlement: people, minutes to the nearest place, where they come from, room, index. */
export function PlaceTable({ data }: { readonly data: View }) {
  const { t, language } = useText();
  const capacity = data.asked.service !== '';
  const numbers = NUMBERS.filter((id) => capacity || id === 'people' || id === 'minutes');
  const head = (id: string): string => t(`reach.col.${id}`, { minutes: data.asked.within });
  const how = (row: View['rows'][number]): string => (row.why !== null ? t(`reach.why.${row.why}`) : row.source === null ? '' : t(`reach.source.${row.source}`));
  const nearest = (row: View['rows'][number]): string => (row.nearest === null ? '' : [row.nearest.name, row.nearest.place ? shown(row.nearest.place, language) : '', row.nearest.state === 'works' ? '' : t(`reach.state.${row.nearest.state}`)].filter(Boolean).join(', '));
  const table = () => ({
    title: `${t('reach.places.title')}, ${t(`reach.by.${data.asked.mode}`)}`,
    columns: [{ title: head('place'), kind: 'text' as const }, ...numbers.map((id) => ({ title: head(id), kind: 'number' as const })), { title: head('how'), kind: 'text' as const }, { title: head('nearest'), kind: 'text' as const }],
    rows: data.rows.map((row) => [shown(row.name, language), ...numbers.map((id) => cellOf(row[id])), how(row), nearest(row)]),
  });
  return (
    <Card title={t('reach.places.title')} note={t('reach.places.note')} action={<span className="row"><TableActions table={table} /></span>}>
      <div className="pj-scroll pj-tall" role="group" aria-label={t('reach.places.title')} tabIndex={0}>
        <table className="tb">
          <caption className="vh">{t('reach.places.title')}</caption>
          <thead><tr><th scope="col">{head('place')}</th>{numbers.map((id) => <th key={id} scope="col" className="r">{head(id)}</th>)}<th scope="col" className="rc-how">{head('how')}</th><th scope="col">{head('nearest')}</th></tr></thead>
          <tbody>
            {data.rows.map((row) => (
              <tr key={row.id}>
                <th scope="row"><Uk>{row.name}</Uk></th>
                {numbers.map((id) => <td key={id} className="r"><Num num={row[id]} label={`${head(id)}, ${plain(row.name, language)}`} />{id === 'minutes' && boundsText(row.minutes, language) !== null && <span className="pj-b">{boundsText(row.minutes, language)}</span>}</td>)}
                <td className="note rc-how">{how(row)}{row.unsure && <span className="pj-b">{t('reach.unsure')}</span>}</td>
                <td className="note rc-near"><Raw>{nearest(row)}</Raw></td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {capacity && <p className="note text">{t(data.asked.smooth ? 'reach.places.ruleSmooth' : 'reach.places.rule', { minutes: data.asked.within })}</p>}
    </Card>
  );
}
