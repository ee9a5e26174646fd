import { useMemo, useState, type ReactNode } from 'react';
import type { Input } from '#contract/api.ts';
import type { StaffView } from '#contract/api/staff.ts';
import { formatNumber } from '#contract/format.ts';
import { asApiError, type ApiError } from '../../../api.ts';
import { Loaded } from '../../../components/Loaded.tsx';
import { ErrorNotice, Notice } from '../../../components/Notice.tsx';
import { Card, EmptyState } from '../../../components/Page.tsx';
import { TableActions } from '../../../components/TableActions.tsx';
import { Raw } from '../../../components/Text.tsx';
import { Grid, useBlankRows, type ActiveCell, type CellChange, type CellError, type NumberValue } from '../../../grid/index.ts';
import { useText } from '../../../i18n/index.ts';
import { href } from '../../../lib/route.ts';
import { plainText } from '../../../lib/text.ts';
import { todayText } from '../../../lib/today.ts';
import { usePlan, type Scope } from '../../../plan/store.ts';
import { change } from '../../../plan/useChange.ts';
import { useView } from '../../../plan/useView.ts';
import { ChoiceField } from '../../needs/projection/fields.tsx';
import { ImportDialog } from './ImportDialog.tsx';
import { describeRefusal, refusedCells } from './refused.ts';
import { SumsCard } from './SumsCard.tsx';
import { tableColumns, tableOut, type Row } from './tableColumns.tsx';

/** Empty rows kept below the table for typing and pasting, and how many rows are pasted at once. */
const EMPTY_ROWS = 15;
const MOST_ROWS = 2000;
const AREAS = ['capacity', 'reference'] as const;

/** The staffing table of a provider or unit, or of all. */
export function TableView({ scope, readOnly }: { readonly scope: Scope; readonly readOnly: boolean }) {
  const view = useView('staff.view', scope, AREAS);
  return <Loaded view={view} lines={10}>{(data) => (data.units.length === 0 ? <NoProviders /> : <Table view={data} scope={scope} readOnly={readOnly} />)}</Loaded>;
}

function NoProviders() {
  const { t } = useText();
  return <EmptyState title={t('staff.noProviders.title')} text={t('staff.noProviders.text')}><a className="ctl" href={href('capacity', { tab: 'providers' })}>{t('staff.noProviders.go')}</a></EmptyState>;
}

type Patch = Input<'staff.set'>['rows'][number];

/** Title of the rows of a unit. */
const titleOf = (units: StaffView['units']) => (id: string): ReactNode => <Raw>{units.find((each) => each.id === id)?.name ?? ''}</Raw>;

/** A changed cell as a part of a position. */
function patchOf({ col, value }: CellChange): Partial<Patch> {
  const typed = typeof value === 'object' && value !== null ? (value as NumberValue).value : undefined;
  if (col === 'payKop') return { payKop: typed == null ? null : Math.round(typed * 100) };
  return { [col]: typed === undefined ? String(value) : typed };
}

function Table({ view, scope, readOnly }: { readonly view: StaffView; readonly scope: Scope; readonly readOnly: boolean }) {
  const { t, language } = useText();
  const { info } = usePlan();
  const [unit, setUnit] = useState(() => (view.units.find((each) => view.rows.some((row) => row.provider === each.id)) ?? view.units[0])?.id ?? '');
  const [error, setError] = useState<ApiError | null>(null);
  const [importing, setImporting] = useState(false);
  const keep = `staff ${info?.path ?? ''} ${scope.year} ${unit}`;
  const blank = useBlankRows(keep, useMemo(() => new Set(view.rows.map((row) => row.id)), [view]), EMPTY_ROWS);
  const rows = useMemo((): readonly Row[] => [
    ...view.rows.filter((row) => unit === '' || row.provider === unit).map((position) => ({ id: position.id, position })),
    ...(unit === '' || readOnly ? [] : blank.ids.map((id) => ({ id, position: null }))),
  ], [view, unit, readOnly, blank.ids]);
  const columns = useMemo(() => tableColumns(view, unit, language), [view, unit, language]);
  const run = (act: Promise<unknown>): void => { setError(null); act.catch((thrown: unknown) => setError(asApiError(thrown))); };
  const onChange = async (cells: readonly CellChange[]): Promise<void | readonly CellError[]> => {
    const known = new Map(rows.map((row) => [row.id, row]));
    const patches = [...Map.groupBy(cells, (cell) => cell.row)].flatMap(([id, own]): Patch[] => {
      const patch = Object.assign({}, ...own.map(patchOf)) as Patch;
      if (known.get(id)?.position) return [{ ...patch, id }];
      // An empty row in the middle of a pasted block stays empty.
      return own.every((cell) => cell.text.trim() === '') ? [] : [{ provider: unit, ...patch, id }];
    });
    try { if (patches.length > 0) await change('staff.set', { year: scope.year, rows: patches }); } catch (thrown) { return refusedCells(thrown, cells, language); }
    return undefined;
  };
  const bar = ({ row }: ActiveCell<Row>) => (row.position === null ? <span className="m">{t('staff.table.newRow')}</span> : (
    <>
      <span className="m"><Raw>{row.position.position}</Raw></span>
      {row.position.state === 'carried' && <button type="button" className="g-bt" disabled={readOnly} onClick={() => run(change('staff.confirm', { year: scope.year, ids: [row.id] }))}>{t('staff.table.confirm')}</button>}
      <button type="button" className="g-bt" disabled={readOnly} onClick={() => run(change('staff.remove', { ids: [row.id] }))}>{t('staff.table.remove')}</button>
    </>
  ));
  const number = (value: number | null): string => (value === null ? t('states.sign.unknown') : formatNumber(value, language, { digits: { min: 0, max: 2 } }));
  const { total } = view;
  return (
    <>
      {error && <ErrorNotice error={error} />}
      {view.carried > 0 && <Notice kind="wn">{t('staff.table.carried', { count: view.carried })}<div className="bt"><button type="button" className="ctl" disabled={readOnly} onClick={() => run(change('staff.confirm', { year: scope.year }))}>{t('staff.table.confirmAll')}</button></div></Notice>}
      <div className="row pj-bar">
        <ChoiceField label={t('staff.table.unit')} value={unit} options={[...view.units.map((row) => [row.id, `${row.parent === '' ? '' : '– '}${plainText(row.name, language)}`] as const), ['', t('staff.table.all')]]} onChange={setUnit} />
        <button type="button" className="ctl" disabled={readOnly} onClick={() => setImporting(true)}>{t('staff.import.file')}</button>
        <TableActions table={() => tableOut(view, scope.year, language)} />
      </div>
      <p className="note text">{t(unit === '' ? 'staff.table.hintAll' : 'staff.table.hint')}</p>
      <div className="st-grid">
        <Grid
          key={keep} keep={keep} label={t('staff.table.label')} columns={columns} rows={rows} rowId={(row) => row.id} rowName={(row) => (row.position === null ? t('staff.table.newRow') : plainText(row.position.position, language) || t('staff.table.row'))}
          groups={unit === '' ? { of: (row) => row.position?.provider ?? '', title: titleOf(view.units) } : undefined}
          onChange={onChange} describe={(thrown) => describeRefusal(thrown, language)} onGrow={unit === '' || readOnly ? undefined : (count) => blank.grow(Math.min(count, MOST_ROWS - blank.ids.length))} readOnly={readOnly} bar={bar} today={todayText(language)} empty={<EmptyState title={t('staff.table.empty')} text={t('staff.table.emptyText')} />}
        />
      </div>
      <p className="note">{t('staff.table.total', { posts: number(total.posts), filled: number(total.filled), vacant: number(total.vacant), pay: number(total.payKop === null ? null : total.payKop / 100) })}</p>
      {importing && <ImportDialog view={view} scope={scope} unit={unit} onClose={() => setImporting(false)} />}
      {view.sums.length > 0 && <Card title={t('staff.sums.title')}><SumsCard view={view} scope={scope} readOnly={readOnly} onRun={run} /></Card>}
    </>
  );
}
