import './sheets.css';
import { useRef, useState } from 'react';
import type { SheetRow, SheetsView } from '#contract/api/collection.ts';
import { formatDate } from '#contract/format.ts';
import { asApiError, call, type ApiError } from '../../../api.ts';
import { Help } from '../../../components/figures/index.ts';
import { Loaded } from '../../../components/Loaded.tsx';
import { ErrorNotice } from '../../../components/Notice.tsx';
import { Card, EmptyState, PageHead } from '../../../components/Page.tsx';
import { Uk } from '../../../components/Text.tsx';
import { Dialog } from '../../../components/Dialog.tsx';
import { useText } from '../../../i18n/index.ts';
import { download } from '../../../lib/files.ts';
import { useOneStop } from '../../../lib/oneStop.ts';
import { plain } from '../../../lib/text.ts';
import { usePlan, useScope } from '../../../plan/store.ts';
import { useView } from '../../../plan/useView.ts';
import { useSend } from '../../needs/cycle/useSend.ts';
import { CollectorsCard } from './CollectorsCard.tsx';
import { MakeDialog } from './MakeDialog.tsx';
import { ReturnPanel } from './ReturnPanel.tsx';
import { giveBack, useReturn } from './returns.ts';

/** Name of a sheet among all: the same whether it was made or not. */
const keyOf = (row: Pick<SheetRow, 'collector' | 'territory' | 'provider'>): string => JSON.stringify([row.collector, row.territory, row.provider]);

/** Who fills in what: sheets are made, sent, and come back filled in. */
export default function SheetsTab() {
  const { t, language } = useText();
  const { year } = useScope();
  const readOnly = usePlan((plan) => plan.info?.readOnly !== false);
  const view = useView('sheets.view', { year }, ['collection', 'groups', 'needs', 'community', 'capacity']);
  const [error, setError] = useState<ApiError | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const { active } = useReturn();
  const reminder = async (): Promise<void> => {
    setError(null);
    try { download(await call('sheets.reminder', { year, language })); } catch (thrown) { setError(asApiError(thrown)); }
  };
  return (
    <>
      <PageHead title={t('sheets.title')} sub={t('sheets.sub')}>
        <Help text={t('sheets.help')} />
        <button type="button" className="ctl" onClick={() => void reminder()}>{t('sheets.reminder')}</button>
        <input ref={input} className="vh" type="file" multiple tabIndex={-1} aria-hidden="true" accept=".xlsx,.xlsm,.ods,.csv" onChange={(event) => { const files = [...event.target.files ?? []]; event.target.value = ''; void giveBack(files); }} />
        <button type="button" className="ctl" disabled={readOnly} title={readOnly ? t('sheets.readOnly') : undefined} onClick={() => input.current?.click()}>{t('sheets.back')}</button>
      </PageHead>
      {error && <ErrorNotice error={error} />}
      {active ? <ReturnPanel more={() => input.current?.click()} /> : (
        <Loaded view={view} lines={8}>{(data) => <><SheetsTable key={data.year} view={data} readOnly={readOnly} /><CollectorsCard view={data} readOnly={readOnly} /></>}</Loaded>
      )}
    </>
  );
}

function SheetsTable({ view, readOnly }: { readonly view: SheetsView; readonly readOnly: boolean }) {
  const { t, language } = useText();
  const send = useSend();
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [dialog, setDialog] = useState<'make' | 'remove' | null>(null);
  const [error, setError] = useState<ApiError | null>(null);
  const table = useOneStop<HTMLTableElement>('tr');
  const rows = view.rows.filter((row) => picked.has(keyOf(row)));
  const made = rows.filter((row) => row.id !== '');
  const ids = made.map((row) => row.id);
  const pick = (row: SheetRow): void => { const next = new Set(picked); if (!next.delete(keyOf(row))) next.add(keyOf(row)); setPicked(next); };
  const files = async (): Promise<void> => {
    setError(null);
    try { download(await call('sheets.file', { ids })); } catch (thrown) { setError(asApiError(thrown)); }
  };
  const date = (iso: string): string => (iso === '' ? '' : formatDate(iso, language));
  const count = (state: SheetRow['state']): number => view.rows.filter((row) => row.state === state).length;
  const button = (key: string, act: () => void, able = made.length > 0 && !readOnly) => <button type="button" className="ctl" disabled={!able} onClick={act}>{t(`sheets.${key}`)}</button>;
  if (view.rows.length === 0) return <EmptyState title={t('sheets.empty')} text={t('sheets.emptyText')} />;
  return (
    <Card className="co-list">
      <p className="note">{t('sheets.summary', { made: count('made'), sent: count('sent'), returned: count('returned'), late: view.rows.filter((row) => row.lateDays > 0).length })}</p>
      <div className="bt sh-acts">
        <button type="button" className="ctl pri" disabled={rows.length === 0 || readOnly} onClick={() => setDialog('make')}>{t(made.length > 0 && made.length === rows.length ? 'sheets.makeAgain' : 'sheets.make')}</button>
        {button('files', () => void files(), made.length > 0)}
        {button('sent', () => void send.send('sheets.set', { ids, sent: view.today }))}
        {made.some((row) => row.sent !== '') && button('unsent', () => void send.send('sheets.set', { ids, sent: '' }))}
        {made.some((row) => row.returned !== '') && button('notBack', () => void send.send('sheets.set', { ids, returned: '' }))}
        {button('remove', () => setDialog('remove'))}
        <span className="note" role="status">{rows.length === 0 ? t('sheets.noneChosen') : t('sheets.chosen', { count: rows.length })}</span>
      </div>
      {(error ?? send.error) && <ErrorNotice error={error ?? send.error} />}
      <div className="co-wide"><table ref={table} className="tb sh-table" aria-label={t('sheets.table')}>
        <thead><tr>
          <th scope="col"><input type="checkbox" className="sh-box" aria-label={t('sheets.all')} checked={rows.length === view.rows.length} onChange={() => setPicked(rows.length === view.rows.length ? new Set() : new Set(view.rows.map(keyOf)))} /></th>
          {(['name', 'state', 'known', 'due', 'sent', 'returned'] as const).map((id) => <th key={id} scope="col" className={id === 'known' ? 'r' : undefined}>{t(`sheets.col.${id}`)}</th>)}
        </tr></thead>
        <tbody>
          {view.rows.map((row) => (
            <tr key={keyOf(row)}>
              <td><input type="checkbox" className="sh-box" aria-label={t('sheets.pick', { name: plain(row.name, language) })} checked={picked.has(keyOf(row))} onChange={() => pick(row)} /></td>
              <th scope="row"><Uk>{row.name}</Uk></th>
              <td><span className={`mk ${MARK[row.state]}`}>{t(`sheets.state.${row.state}`)}</span> {row.lateDays > 0 && <span className="mk bd">{t('sheets.late', { count: row.lateDays })}</span>} {row.outdated && <span className="mk as">{t('sheets.outdated')}</span>}</td>
              <td className="r">{t('common.of', { known: row.known, all: row.asks })}</td>
              <td>{date(row.due)}</td><td>{date(row.sent)}</td><td>{date(row.returned)}</td>
            </tr>
          ))}
        </tbody>
      </table></div>
      {dialog === 'make' && <MakeDialog view={view} rows={rows} onClose={() => setDialog(null)} />}
      {dialog === 'remove' && (
        <Dialog title={t('sheets.remove')} onClose={() => setDialog(null)}>
          <p>{t('sheets.removeAsk')}</p>
          <div className="bt"><button type="button" className="ctl" onClick={() => setDialog(null)}>{t('common.cancel')}</button><button type="button" className="ctl pri" onClick={() => void send.send('sheets.remove', { ids }, () => setDialog(null))}>{t('common.remove')}</button></div>
        </Dialog>
      )}
    </Card>
  );
}
const MARK = { none: 'ty', made: 'go', sent: 'go', returned: 'ok' } as const;
