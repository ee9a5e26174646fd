import { Mark } from '../../components/Marks.tsx';
import { Num } from '../../components/Num.tsx';
import { hasText, useText } from '../../i18n/index.ts';
import { cellHref, pageOf } from '../../lib/route.ts';
import { serviceNamed, type Gaps } from './data.ts';
import { SIZE_COLUMNS, sizeOf, type SizeColumn } from './tables.ts';

/** Columns told apart by what they count: each group has one unit, nothing is added across them. */
const GROUPS: readonly { readonly id: 'persons' | 'posts' | 'places'; readonly columns: readonly SizeColumn[] }[] = [
  { id: 'persons', columns: SIZE_COLUMNS.slice(0, 5) }, { id: 'posts', columns: SIZE_COLUMNS.slice(5, 8) }, { id: 'places', columns: SIZE_COLUMNS.slice(8) },
];

/** What is lacking per service, in persons (or families), posts and places; vacancies and empty places are told apart from new ones. */
export function Sizes({ view }: { readonly view: Gaps }) {
  const { t } = useText();
  return (
    <div className="gp-sizes" role="group" aria-label={t('gaps.view.sizes')} tabIndex={0}>
      <table className="tb">
        <caption className="vh">{t('gaps.view.sizes')}</caption>
        <thead>
          <tr><th className="gp-corner" scope="col" rowSpan={2}>{t('gaps.col.service')}</th>{GROUPS.map((group) => <th key={group.id} scope="colgroup" colSpan={group.columns.length}>{t(`gaps.group.${group.id}`)}</th>)}</tr>
          <tr>{SIZE_COLUMNS.map((id) => <th key={id} scope="col" className={`r${starts(id) ? ' gp-from' : ''}`}>{t(`gaps.size.${id}`)}</th>)}</tr>
        </thead>
        <tbody>{view.rows.map((row) => <Row key={row.id} row={row} />)}</tbody>
      </table>
    </div>
  );
}

const starts = (id: SizeColumn): boolean => id === 'gapPosts' || id === 'gapPlaces' || id === 'need';

function Row({ row }: { readonly row: Gaps['rows'][number] }) {
  const { t, language } = useText();
  const name = serviceNamed(row, language);
  return (
    <tr>
      <th scope="row">
        <span className="w5" lang={name.lang} title={name.full}>{name.label}</span>
        <small>{[row.code, row.counted === 'family' ? t('gaps.families') : ''].filter(Boolean).join(', ')}{row.noProvider && <> <Mark kind="noProvider" /></>}</small>
      </th>
      {GROUPS.map((group) => <Cells key={group.id} row={row} group={group} label={name.lang ? row.code ?? '' : name.label} />)}
    </tr>
  );
}

/** The numbers of one unit; where they wait for one entered figure, one link stands in their place. */
function Cells({ row, group, label }: { readonly row: Gaps['rows'][number]; readonly group: (typeof GROUPS)[number]; readonly label: string }) {
  const { t, language } = useText();
  const lead: SizeColumn = group.id === 'persons' ? 'unmet' : group.id === 'posts' ? 'gapPosts' : 'gapPlaces';
  const from = group.columns.indexOf(lead);
  const [first] = isUnknown(sizeOf(row, lead)) && group.columns.slice(from).every((id) => isUnknown(sizeOf(row, id))) ? sizeOf(row, lead).missing : [];
  // What waits for the need is said once, among the persons.
  const link = first && (group.id === 'persons' || pageOf(first) === 'capacity') && hasText(`gaps.missing.${first.measure}`, language) ? first : undefined;
  return (
    <>
      {group.columns.slice(0, link ? from : undefined).map((id) => {
        const num = sizeOf(row, id);
        return (
          <td key={id} className={`r${starts(id) ? ' gp-from' : ''}${num.state === 'na' ? ' na' : num.state === 'conflict' ? ' cfc' : num.value === null || num.state === 'partial' ? ' nd' : ''}`}>
            <Num num={num} label={t('common.colon', { what: label, value: t(`gaps.out.${id}`) })} />
          </td>
        );
      })}
      {link && <td colSpan={group.columns.length - from} className={`gp-ask${starts(lead) ? ' gp-from' : ''}`}><a href={cellHref(pageOf(link), link)}>{t(`gaps.missing.${link.measure}`)}</a></td>}
    </>
  );
}

const isUnknown = (num: ReturnType<typeof sizeOf>): boolean => num.value === null && num.low === null && num.high === null && num.state !== 'na';
