import '../sheets/sheets.css';
import { useMemo, useRef, useState } from 'react';
import type { IndicatorRow, IndicatorsView } from '#contract/api/collection.ts';
import type { Input } from '#contract/api.ts';
import { formatDate } from '#contract/format.ts';
import { foldText } from '#contract/parse.ts';
import { asApiError, call, type ApiError } from '../../../api.ts';
import { FigureTools, Help, useFigures, usePlace } from '../../../components/figures/index.ts';
import { Loaded } from '../../../components/Loaded.tsx';
import { Mark } from '../../../components/Marks.tsx';
import { ErrorNotice, Notice } from '../../../components/Notice.tsx';
import { EmptyState, PageHead } from '../../../components/Page.tsx';
import { Tx, Uk } from '../../../components/Text.tsx';
import { openTrace } from '../../../components/trace/store.ts';
import { Grid, type ActiveCell, type CellChange, type GridHandle } from '../../../grid/index.ts';
import { useText } from '../../../i18n/index.ts';
import { download } from '../../../lib/files.ts';
import { plain, plainText } from '../../../lib/text.ts';
import { todayText } from '../../../lib/today.ts';
import { usePlan, useScope } from '../../../plan/store.ts';
import { change } from '../../../plan/useChange.ts';
import { useView } from '../../../plan/useView.ts';
import { indicatorColumns, VALUE } from './columns.tsx';
import { AddDialog, ConfirmDialog, LinkDialog, ResetDialog } from './dialogs.tsx';
import { LoadDialog } from './LoadDialog.tsx';

const NO_ROWS: readonly IndicatorRow[] = [];
type Opened = { readonly kind: 'add' | 'load' | 'confirm' | 'reset' } | { readonly kind: 'link'; readonly row: IndicatorRow } | null;

/** What was typed into columns that are not figures. */
async function store(cells: readonly CellChange[]): Promise<void> {
  const changes = [...Map.groupBy(cells, (cell) => cell.row)].flatMap(([id, own]) => {
    const typed = new Map(own.map((cell) => [cell.col, String(cell.value)]));
    const [number, wording, basis, source] = ['number', 'wording', 'basis', 'usual'].map((col) => typed.get(col));
    const patch: Input<'indicator.update'>['cells'][number] = {
      id, ...(number === undefined ? {} : { number }), ...(wording === undefined || wording === '' ? {} : { wording }), ...(basis === undefined ? {} : { basis: basis === 'year' ? 'year' as const : 'jan1' as const }), ...(source === undefined ? {} : { source }),
    };
    return Object.keys(patch).length > 1 ? [patch] : [];
  });
  if (changes.length > 0) await change('indicator.update', { cells: changes });
}

/** The table of indicators (after the model of annex 1): the plan's own numbers under an editable list. */
export default function IndicatorsTab() {
  const { t, language } = useText();
  const scope = useScope();
  const { info } = usePlan();
  const place = usePlace();
  const view = useView('indicators.view', { ...scope, territory: place.territory }, ['collection', 'groups', 'community', 'needs']);
  const cycle = useView('cycle.view', {}, ['cycle']);
  const snapshots = place.territory === '' ? (cycle.data?.snapshots ?? []).filter((each) => each.year === scope.year && each.scenario === scope.scenario) : [];
  const [chosen, setChosen] = useState('');
  const snapshot = snapshots.find((each) => each.id === chosen);
  const all = view.data?.rows ?? NO_ROWS;
  const [words, setWords] = useState('');
  const [opened, setOpened] = useState<Opened>(null);
  const [error, setError] = useState<ApiError | null>(null);
  const grid = useRef<GridHandle>(null);
  const find = useRef<HTMLInputElement>(null);
  const columns = useMemo(() => indicatorColumns(language), [language]);
  const byId = useMemo(() => new Map(all.map((row) => [row.id, row])), [all]);
  const rows = useMemo(() => {
    const wanted = foldText(words).split(' ').filter((word) => word !== '');
    return all.filter((row) => { const text = foldText(`${row.number} ${row.wording.uk} ${row.wording.en ?? ''} ${row.source.uk} ${row.source.en ?? ''}`); return wanted.every((word) => text.includes(word)); });
  }, [all, words]);
  const figures = useFigures<IndicatorRow>({ rowOf: (id) => byId.get(id), columns: [VALUE] }, store);
  const file = async (format: 'docx' | 'xlsx'): Promise<void> => {
    setError(null);
    try { download(await call('indicators.file', { ...scope, territory: place.territory, language, format, snapshot: snapshot?.id })); } catch (thrown) { setError(asApiError(thrown)); }
  };
  const run = async (act: () => Promise<unknown>): Promise<void> => { setError(null); try { await act(); } catch (thrown) { setError(asApiError(thrown)); } };
  const onTrace = ({ row }: ActiveCell<IndicatorRow>): boolean => openTrace(row.value?.ref);
  const bar = ({ row }: ActiveCell<IndicatorRow>) => (
    <>
      <span className="m"><Linked row={row} view={view.data} /></span>
      <button type="button" className="g-bt" disabled={figures.readOnly} onClick={() => setOpened({ kind: 'link', row })}>{t('sheets.ind.link')}</button>
      {row.link === null && <button type="button" className="g-bt" disabled={figures.readOnly} onClick={() => void run(() => change('indicator.ownGroup', { id: row.id }))}>{t('sheets.ind.makeGroup')}</button>}
      <button type="button" className="g-bt" disabled={figures.readOnly || all[0]?.id === row.id} onClick={() => void run(() => change('indicator.move', { id: row.id, by: -1 }))}>{t('sheets.ind.up')}</button>
      <button type="button" className="g-bt" disabled={figures.readOnly || all.at(-1)?.id === row.id} onClick={() => void run(() => change('indicator.move', { id: row.id, by: 1 }))}>{t('sheets.ind.down')}</button>
      <button type="button" className="g-bt" disabled={figures.readOnly} onClick={() => void run(() => change('indicator.remove', { id: row.id }))}>{t('sheets.ind.remove')}</button>
    </>
  );
  const keep = `indicators ${info?.path ?? ''} ${scope.year} ${scope.scenario} ${place.territory}`;
  return (
    <>
      <PageHead title={t(view.data?.confirmed ? 'sheets.ind.formTitle' : 'sheets.ind.title')} sub={view.data && t('sheets.ind.known', { known: view.data.known, all: all.length })}>
        {snapshots.length > 0 && (
          <select className="in fg-sel" aria-label={t('sheets.ind.data')} title={t('sheets.ind.data')} value={snapshot?.id ?? ''} onChange={(event) => setChosen(event.target.value)}>
            <option value="">{t('sheets.ind.dataNow')}</option>
            {snapshots.map((each) => <option key={each.id} value={each.id}>{t('documents.dataApproved', { name: plainText(each.name, language), date: formatDate(each.decidedOn, language) })}</option>)}
          </select>
        )}
        <button type="button" className="ctl" onClick={() => void file('docx')}>{t('sheets.ind.docx')}</button>
        <button type="button" className="ctl" onClick={() => void file('xlsx')}>{t('sheets.ind.xlsx')}</button>
        <button type="button" className="ctl" disabled={figures.readOnly} onClick={() => setOpened({ kind: 'load' })}>{t('sheets.ind.load')}</button>
        <button type="button" className="ctl pri" disabled={figures.readOnly} onClick={() => setOpened({ kind: 'add' })}>{t('sheets.ind.add')}</button>
      </PageHead>
      {view.data && <Confirmed view={view.data} readOnly={figures.readOnly} onOpen={(kind) => setOpened({ kind })} />}
      {error && <ErrorNotice error={error} />}
      <FigureTools place={place} words={words} onWords={setWords} hint={t('sheets.ind.find')} find={find} more={false} onMore={null} onDone={() => grid.current?.focus()}><Help text={t('sheets.ind.help')} /></FigureTools>
      <Loaded view={view} lines={10}>
        {() => (
          <div className="fg-grid">
            <Grid
              key={keep} keep={keep} ref={grid} label={t('sheets.ind.grid')} columns={columns} rows={rows} rowId={(row) => row.id} rowName={(row) => plain(row.wording, language)} onChange={figures.onChange} describe={figures.describe}
              readOnly={figures.readOnly} onTrace={onTrace} onFilter={() => find.current?.focus()} today={todayText(language)} bar={bar}
              empty={<EmptyState title={t('sheets.ind.empty')} text={t('sheets.ind.emptyText')}><button type="button" className="ctl" onClick={() => setWords('')}>{t('sheets.ind.showAll')}</button></EmptyState>}
            />
          </div>
        )}
      </Loaded>
      {opened?.kind === 'add' && <AddDialog onClose={() => setOpened(null)} />}
      {opened?.kind === 'load' && <LoadDialog onClose={() => setOpened(null)} />}
      {opened?.kind === 'confirm' && <ConfirmDialog onClose={() => setOpened(null)} />}
      {opened?.kind === 'reset' && <ResetDialog onClose={() => setOpened(null)} />}
      {opened?.kind === 'link' && view.data && <LinkDialog view={view.data} row={opened.row} onClose={() => setOpened(null)} />}
    </>
  );
}

/** Is the list the official one? Until somebody says so it is only a model. */
function Confirmed({ view, readOnly, onOpen }: { readonly view: IndicatorsView; readonly readOnly: boolean; readonly onOpen: (kind: 'confirm' | 'reset') => void }) {
  const { t } = useText();
  const { confirmed, lapsed, proposed } = view;
  return (
    <Notice kind={confirmed ? 'ok' : 'wn'}>
      <p className="ia-note">{confirmed ? <Tx k="sheets.ind.confirmed" p={{ ...confirmed }} /> : lapsed ? <Tx k="sheets.ind.lapsed" p={{ by: lapsed.by, on: lapsed.on }} /> : t(proposed ? 'sheets.ind.proposed' : 'sheets.ind.own')} {!confirmed && <Mark kind="recalled" />}</p>
      <div className="bt">
        {!proposed && !confirmed && <button type="button" className="ctl" disabled={readOnly} onClick={() => onOpen('confirm')}>{t('sheets.ind.confirm')}</button>}
        {confirmed && <button type="button" className="ctl" disabled={readOnly} onClick={() => void change('indicators.unconfirm', {}).catch(() => undefined)}>{t('sheets.ind.unconfirm')}</button>}
        {!proposed && <button type="button" className="ctl" disabled={readOnly} onClick={() => onOpen('reset')}>{t('sheets.ind.reset')}</button>}
      </div>
    </Notice>
  );
}

/** Which number of the plan stands behind an indicator. */
function Linked({ row, view }: { readonly row: IndicatorRow; readonly view: IndicatorsView | null }) {
  const { t } = useText();
  const { link } = row;
  if (link === null) return <>{t('sheets.ind.noLink')}</>;
  const group = view?.groups.find((each) => each.id === link.group)?.name ?? null;
  const service = view?.services.find((each) => each.id === link.service)?.name ?? null;
  return <>{t(`measures.${link.measure}.full`)}{group && <> · <Uk>{group}</Uk></>}{service && <> · <Uk>{service}</Uk></>}{link.sex !== 'all' && ` · ${t(`collection.sex.${link.sex}`)}`}{link.age !== 'all' && ` · ${t(`collection.age.${link.age.replace('+', '')}`)}`}</>;
}
