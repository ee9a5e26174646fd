import { Card } from '../../../components/Page.tsx';
import { Mark } from '../../../components/Marks.tsx';
import { Num } from '../../../components/Num.tsx';
import { Raw, Uk } from '../../../components/Text.tsx';
import { TableActions, type TableOut } from '../../../components/TableActions.tsx';
import { useText } from '../../../i18n/index.ts';
import { shown } from '../../../lib/text.ts';
import { nameAt, outOf, type Centre } from './names.ts';

/** Sizes of units against those of the act. */
export function NormsCard({ centre }: { readonly centre: Centre }) {
  const { t, language } = useText();
  const heads = (['unit', 'norm', 'value', 'actual', 'state'] as const).map((id) => t(`centre.norms.${id}`));
  const measure = (row: Centre['norms'][number]): string => t(`measures.${row.actual.key.measure}.short`);
  const table = (): TableOut => ({
    title: t('centre.norms.title'), columns: [...heads, t('centre.norms.act')].map((title, at) => ({ title, kind: at === 3 ? 'number' as const : 'text' as const })),
    rows: centre.norms.map((row) => [nameAt(centre, row.provider), shown(row.norm.subject, language), `${row.norm.value ?? ''} ${shown(row.norm.unit, language)}`, outOf(row.actual), t(`centre.size.${row.state}`), shown(row.norm.act, language)]),
  });
  return (
    <Card title={t('centre.norms.title')} note={t('centre.norms.note')} action={<span className="row"><TableActions table={table} /></span>}>
      <div className="cy-scroll" role="group" aria-label={t('centre.norms.title')} tabIndex={0}>
        <table className="tb">
          <caption className="vh">{t('centre.norms.title')}</caption>
          <thead><tr>{heads.map((head, at) => <th key={head} scope="col" className={at === 3 ? 'r' : undefined}>{head}</th>)}</tr></thead>
          <tbody>
            {centre.norms.map((row) => (
              <tr key={`${row.provider} ${row.service}`}>
                <th scope="row"><Raw>{nameAt(centre, row.provider)}</Raw></th>
                <td><Uk>{row.norm.subject}</Uk><span className="note cy-under"><Uk>{row.norm.act}</Uk>{row.norm.confidence === 'recalled' && <> <Mark kind="recalled" /></>}{row.norm.effect === 'notInForce' && <> <Mark kind="notInForce" /></>}</span></td>
                <td>{row.norm.value} <Uk>{row.norm.unit}</Uk></td>
                <td className="r"><Num num={row.actual} label={measure(row)} /> <span className="q s">{measure(row).toLocaleLowerCase(language)}</span></td>
                <td className={row.state === 'below' || row.state === 'above' ? 'cy-no' : undefined}>{t(`centre.size.${row.state}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
}
