import { useState } from 'react';
import type { CapacityView, Facility } from '#contract/api/capacity.ts';
import { formatDate, formatNumber } from '#contract/format.ts';
import type { Place } from '../../../components/figures/index.ts';
import { Card, EmptyState } from '../../../components/Page.tsx';
import { ErrorNotice } from '../../../components/Notice.tsx';
import { TableActions, type TableOut } from '../../../components/TableActions.tsx';
import { Raw } from '../../../components/Text.tsx';
import { useText } from '../../../i18n/index.ts';
import { plainText, shown } from '../../../lib/text.ts';
import { usePlan } from '../../../plan/store.ts';
import { useSend } from '../../needs/cycle/useSend.ts';
import { FacilityForm } from './FacilityForm.tsx';

/** Facilities of one provider: list, adding, changing, removing. */
export function Facilities({ view, provider, place }: { readonly view: CapacityView; readonly provider: string; readonly place: Place }) {
  const { t, language } = useText();
  const send = useSend();
  const readOnly = usePlan((plan) => plan.info?.readOnly === true);
  const [editing, setEditing] = useState<Facility | 'new' | null>(null);
  const rows = view.facilities.filter((row) => row.provider === provider);
  const where = (row: Facility): string => { const found = place.all.find((one) => one.id === row.territory); return found ? shown(found.name, language) : ''; };
  const stateOf = (row: Facility): string => t(`places.state.${row.state}`) + (row.since === '' ? '' : `, ${t('places.facility.sinceDay', { day: formatDate(row.since, language) })}`);
  const has = (row: Facility): string => (['generator', 'shelter', 'internet'] as const).map((each) => `${t(`places.facility.${each}`).toLocaleLowerCase(language)}: ${t(`places.yesNo.${row[each] || 'unknown'}`)}`).join(' · ');
  const heads = (['name', 'territory', 'state', 'premises', 'has'] as const).map((id) => t(`places.facility.${id}`));
  const premises = (row: Facility): string => [t(`places.premises.${row.premises || 'unknown'}`), row.area === null ? '' : t('places.facility.metres', { n: formatNumber(row.area, language) })].filter((part) => part !== '').join(', ');
  const table = (): TableOut => ({
    title: t('places.facility.title'), columns: [...heads, t('places.facility.address'), t('places.facility.source'), t('places.facility.note')].map((title) => ({ title, kind: 'text' as const })),
    rows: rows.map((row) => [row.name, where(row), stateOf(row), premises(row), has(row), row.address, row.source, row.note]),
  });
  const add = <button type="button" className="ctl" disabled={readOnly} onClick={() => setEditing('new')}>{t('places.facility.add')}</button>;
  return (
    <Card title={t('places.facility.title')} action={rows.length > 0 && <span className="row">{add}<TableActions table={table} /></span>}>
      {send.error && <ErrorNotice error={send.error} />}
      {rows.length === 0 ? <EmptyState title={t('places.facility.empty')} text={t('places.facility.emptyText')}>{add}</EmptyState> : (
        <div className="cy-scroll" role="group" aria-label={t('places.facility.title')} tabIndex={0}>
          <table className="tb">
            <caption className="vh">{t('places.facility.title')}</caption>
            <thead><tr>{heads.map((head) => <th key={head} scope="col">{head}</th>)}<th scope="col"><span className="vh">{t('capacity.field.actions')}</span></th></tr></thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.id}>
                  <th scope="row"><Raw>{row.name}</Raw>{row.address !== '' && <span className="note cy-under"><Raw>{row.address}</Raw></span>}</th>
                  <td><Raw>{where(row)}</Raw></td>
                  <td className={row.state === 'works' ? undefined : 'cy-no'}>{stateOf(row)}</td>
                  <td>{premises(row)}</td>
                  <td className="note">{has(row)}</td>
                  <td className="r"><span className="cy-acts">
                    <button type="button" className="link" disabled={readOnly} aria-label={t('capacity.providers.editOf', { name: plainText(row.name, language) })} onClick={() => setEditing(row)}>{t('capacity.providers.edit')}</button>
                    <button type="button" className="link" disabled={readOnly} aria-label={t('capacity.providers.removeOf', { name: plainText(row.name, language) })} onClick={() => void send.send('facility.remove', { id: row.id })}>{t('common.remove')}</button>
                  </span></td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {editing !== null && <FacilityForm facility={editing === 'new' ? null : editing} provider={provider} seat={view.providers.find((row) => row.id === provider)?.territory ?? ''} place={place} onDone={() => setEditing(null)} />}
    </Card>
  );
}
