import { useState } from 'react';
import type { Output } from '#contract/api.ts';
import { formatDate } from '#contract/format.ts';
import type { Num as NumData } from '#contract/models.ts';
import { asApiError, type ApiError } from '../../../api.ts';
import { Loaded } from '../../../components/Loaded.tsx';
import { ErrorNotice } from '../../../components/Notice.tsx';
import { Mark } from '../../../components/Marks.tsx';
import { Num } from '../../../components/Num.tsx';
import { Card, EmptyState } from '../../../components/Page.tsx';
import { TableActions } from '../../../components/TableActions.tsx';
import { Raw, Uk } from '../../../components/Text.tsx';
import { useText } from '../../../i18n/index.ts';
import { boundsText } from '../../../lib/numbers.ts';
import { plain, shown } from '../../../lib/text.ts';
import type { Scope } from '../../../plan/store.ts';
import { change } from '../../../plan/useChange.ts';
import { useView } from '../../../plan/useView.ts';
import { cellOf } from '../../needs/projection/fields.tsx';
import { CorrectionForm } from './CorrectionForm.tsx';
import { MatrixCard } from './MatrixCard.tsx';
import { OwnTimes } from './OwnTimes.tsx';

type View = Output<'travel.view'>;
type Correction = View['corrections'][number];

/** Local corrections, and the community's own minutes. */
export function TimesView({ scope, readOnly }: { readonly scope: Scope; readonly readOnly: boolean }) {
  const view = useView('travel.view', scope, ['capacity', 'community']);
  return <Loaded view={view} lines={8}>{(data) => <><Corrections data={data} readOnly={readOnly} /><MatrixCard scope={scope} readOnly={readOnly} /><OwnTimes data={data} readOnly={readOnly} /></>}</Loaded>;
}

/** Minutes, or the fewest and most of all ways of a district. */
function Minutes({ num, label }: { readonly num: NumData; readonly label: string }) {
  const { language } = useText();
  const range = num.value === null ? boundsText(num, language) : null;
  return range === null ? <Num num={num} label={label} /> : <><Mark kind="assumption" /> {range}</>;
}

function Corrections({ data, readOnly }: { readonly data: View; readonly readOnly: boolean }) {
  const { t, language } = useText();
  const [editing, setEditing] = useState<Correction | 'new' | null>(null);
  const [error, setError] = useState<ApiError | null>(null);
  const way = (row: Correction, of: (label: Correction['from']) => string): string => t(row.oneWay ? 'reach.correction.oneWayOf' : 'reach.correction.bothOf', { from: of(row.from), to: of(row.to) });
  const what = (row: Correction): string => t(`reach.correction.does.${row.how}`, { minutes: row.minutes });
  const days = (row: Correction): string => t(`reach.correction.days.${row.since !== '' ? (row.until !== '' ? 'both' : 'since') : row.until !== '' ? 'until' : 'none'}`, { from: formatDate(row.since || data.today, language), to: formatDate(row.until || data.today, language) });
  const remove = async (row: Correction): Promise<void> => { setError(null); try { await change('travel.remove', { id: row.id }); } catch (thrown) { setError(asApiError(thrown)); } };
  const heads = (['way', 'mode', 'what', 'before', 'now', 'reason', 'when', 'state'] as const).map((id) => t(`reach.correction.${id}`));
  const table = () => ({
    title: t('reach.correction.title'), columns: heads.map((title, at) => ({ title, kind: at === 3 || at === 4 ? 'number' as const : 'text' as const })),
    rows: data.corrections.map((row) => [way(row, (label) => shown(label, language)), t(`reach.by.${row.mode}`), what(row), cellOf(row.before), cellOf(row.now), row.reason, days(row), t(`reach.correction.states.${row.state}`)]),
  });
  const add = <button type="button" className={`ctl${editing === null ? ' pri' : ''}`} disabled={readOnly} onClick={() => setEditing('new')}>{t('reach.correction.add')}</button>;
  return (
    <>
      {error && <ErrorNotice error={error} />}
      {editing !== null && <Card title={t(editing === 'new' ? 'reach.correction.add' : 'reach.correction.edit')}><CorrectionForm key={editing === 'new' ? '' : editing.id} correction={editing === 'new' ? null : editing} data={data} onDone={() => setEditing(null)} /></Card>}
      {data.corrections.length === 0 && editing === null ? <EmptyState title={t('reach.correction.empty')} text={t('reach.correction.emptyText')}>{add}</EmptyState> : data.corrections.length > 0 && (
        <Card title={t('reach.correction.title')} note={t('reach.correction.note', { day: formatDate(data.today, language) })} action={<span className="row">{add}<TableActions table={table} /></span>}>
          <div className="pj-scroll" role="group" aria-label={t('reach.correction.title')} tabIndex={0}>
            <table className="tb">
              <caption className="vh">{t('reach.correction.title')}</caption>
              <thead><tr>{heads.map((head, at) => <th key={head} scope="col" className={at === 3 || at === 4 ? 'r' : undefined}>{head}</th>)}<th scope="col"><span className="vh">{t('reach.correction.acts')}</span></th></tr></thead>
              <tbody>
                {data.corrections.map((row) => (
                  <tr key={row.id} className={row.state === 'holds' ? undefined : 'rc-off'}>
                    <th scope="row"><Uk>{row.from}</Uk> {row.oneWay ? '→' : '↔'} <Uk>{row.to}</Uk></th>
                    <td>{t(`reach.by.${row.mode}`)}</td>
                    <td>{what(row)}</td>
                    <td className="r"><Minutes num={row.before} label={t('reach.correction.before')} /></td>
                    <td className="r"><Minutes num={row.now} label={t('reach.correction.now')} /></td>
                    <td className="note"><Raw>{row.reason}</Raw></td>
                    <td className="note">{days(row)}</td>
                    <td className={row.state === 'holds' ? 'note' : 'note rc-no'}>{t(`reach.correction.states.${row.state}`)}</td>
                    <td className="r"><span className="pj-acts">
                      <button type="button" className="link" disabled={readOnly} aria-label={t('reach.correction.editOf', { way: way(row, (label) => plain(label, language)) })} onClick={() => setEditing(row)}>{t('reach.correction.change')}</button>
                      <button type="button" className="link" disabled={readOnly} aria-label={t('reach.correction.removeOf', { way: way(row, (label) => plain(label, language)) })} onClick={() => void remove(row)}>{t('common.remove')}</button>
                    </span></td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </Card>
      )}
    </>
  );
}
