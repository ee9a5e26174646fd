import { useState } from 'react';
import type { Output } from '#contract/api.ts';
import { formatNumber } from '#contract/format.ts';
import { asApiError, type ApiError } from '../../../api.ts';
import { Loaded } from '../../../components/Loaded.tsx';
import { ErrorNotice } from '../../../components/Notice.tsx';
import { Card, EmptyState } from '../../../components/Page.tsx';
import { TableActions } from '../../../components/TableActions.tsx';
import { Raw } from '../../../components/Text.tsx';
import { useText } from '../../../i18n/index.ts';
import { plain, plainText } from '../../../lib/text.ts';
import { change } from '../../../plan/useChange.ts';
import { useView } from '../../../plan/useView.ts';
import { EventForm } from './EventForm.tsx';
import { signed, useScenarioName } from './fields.tsx';

type Setup = Output<'projection.setup'>;
type Event = Setup['events'][number];

/** What age does not show: who arrives, returns, leaves. */
export function EventsView({ year, readOnly, root }: { readonly year: number; readonly readOnly: boolean; readonly root: string }) {
  const view = useView('projection.setup', { year }, ['projection', 'groups', 'community']);
  return <Loaded view={view} lines={6}>{(setup) => <Events setup={setup} year={year} readOnly={readOnly} root={root} />}</Loaded>;
}

function Events({ setup, year, readOnly, root }: { readonly setup: Setup; readonly year: number; readonly readOnly: boolean; readonly root: string }) {
  const { t, language } = useText();
  const nameOf = useScenarioName();
  const [editing, setEditing] = useState<Event | 'new' | null>(null);
  const [error, setError] = useState<ApiError | null>(null);
  const where = (id: string): string => { const place = setup.places.find((row) => row.id === id); return id === '' || !place ? t('projection.events.whole') : plain(place.name, language); };
  const group = (id: string): string => { const found = setup.groups.find((row) => row.group === id); return found ? plain(found.name, language) : '–'; };
  const when = (event: Event): string => t(event.from === event.to ? 'projection.events.once' : 'projection.events.yearly', { from: event.from, to: event.to });
  const amount = (event: Event): string => {
    const unit = t(`projection.events.units.${event.unit}`);
    const range = event.low === event.high ? '' : ` (${formatNumber(event.low, language, { sign: true })} … ${formatNumber(event.high, language, { sign: true })})`;
    return `${signed(event.base, language)} ${unit}${range}`;
  };
  const title = (event: Event): string => event.name || t(`projection.kind.${event.kind}`);
  const remove = async (event: Event): Promise<void> => { setError(null); try { await change('event.remove', { id: event.id }); } catch (thrown) { setError(asApiError(thrown)); } };
  const heads = (['name', 'when', 'where', 'amount', 'group', 'scenario', 'source'] as const).map((id) => t(`projection.events.${id}`));
  const table = () => ({ title: t('projection.events.title'), columns: heads.map((head) => ({ title: head, kind: 'text' as const })), rows: setup.events.map((event) => [title(event), when(event), where(event.territory), amount(event), group(event.group), event.scenario === 'base' ? t('projection.events.everywhere') : nameOf(event.scenario), event.source]) });
  const add = <button type="button" className={`ctl${editing === null ? ' pri' : ''}`} disabled={readOnly} onClick={() => setEditing('new')}>{t('projection.events.add')}</button>;
  return (
    <>
      {error && <ErrorNotice error={error} />}
      {editing !== null && <Card title={t(editing === 'new' ? 'projection.events.add' : 'projection.events.edit')}><EventForm key={editing === 'new' ? '' : editing.id} event={editing === 'new' ? null : editing} setup={setup} year={year} root={root} onDone={() => setEditing(null)} /></Card>}
      {setup.events.length === 0 && editing === null ? <EmptyState title={t('projection.events.empty')} text={t('projection.events.emptyText')}>{add}</EmptyState> : setup.events.length > 0 && (
        <Card title={t('projection.events.title')} note={t('projection.events.note')} action={<span className="row">{add}<TableActions table={table} /></span>}>
          <div className="pj-scroll" role="group" aria-label={t('projection.events.title')} tabIndex={0}>
            <table className="tb">
              <caption className="vh">{t('projection.events.title')}</caption>
              <thead><tr>{heads.map((head) => <th key={head} scope="col">{head}</th>)}<th scope="col"><span className="vh">{t('projection.methods.edit')}</span></th></tr></thead>
              <tbody>
                {setup.events.map((event) => (
                  <tr key={event.id}>
                    <th scope="row"><Raw>{title(event)}</Raw></th>
                    <td>{when(event)}{event.to <= year && <span className="pj-b">{t('projection.events.past')}</span>}</td>
                    <td>{where(event.territory)}</td>
                    <td>{amount(event)}</td>
                    <td className="note">{group(event.group)}</td>
                    <td className="note"><Raw>{event.scenario === 'base' ? t('projection.events.everywhere') : nameOf(event.scenario)}</Raw></td>
                    <td className="note"><Raw>{event.source}</Raw></td>
                    <td className="r"><span className="pj-acts">
                      <button type="button" className="link" disabled={readOnly} aria-label={t('projection.events.editOf', { name: plainText(title(event), language) })} onClick={() => setEditing(event)}>{t('projection.methods.edit')}</button>
                      <button type="button" className="link" disabled={readOnly} aria-label={t('projection.events.removeOf', { name: plainText(title(event), language) })} onClick={() => void remove(event)}>{t('common.remove')}</button>
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
