import { useMemo, type ReactNode } from 'react';
import type { CentreLine } from '#contract/api/centre.ts';
import type { Cell, Num } from '#contract/models.ts';
import { figureColumn, provenanceColumns, useFigures, type FigureColumn } from '../../../components/figures/index.ts';
import { Card } from '../../../components/Page.tsx';
import { TableActions, type TableOut } from '../../../components/TableActions.tsx';
import { Raw } from '../../../components/Text.tsx';
import { openTrace } from '../../../components/trace/store.ts';
import { Grid, numCell, type ActiveCell, type GridColumn } from '../../../grid/index.ts';
import { useText } from '../../../i18n/index.ts';
import { plainText } from '../../../lib/text.ts';
import { todayText } from '../../../lib/today.ts';
import { useScope } from '../../../plan/store.ts';
import { heightOf, nameAt, nameCell, outOf, serviceText, type Centre } from './names.ts';

const ENTERED = ['posts', 'postsFilled', 'places', 'served', 'waiting'] as const;
const COMPUTED = ['vacancies', 'caseload', 'load'] as const;
const FIGURES: readonly FigureColumn<CentreLine>[] = ENTERED.map((id) => ({ id, title: id, width: 0, cell: (row) => row[id] }));
const idOf = (row: CentreLine): string => `${row.provider} ${row.service}`;
const cellsOf = (row: CentreLine): readonly Cell[] => ENTERED.map((id) => row[id]);
const numOf = (row: CentreLine, column: string): Num | null => ([...ENTERED, ...COMPUTED] as readonly string[]).includes(column) ? row[column as (typeof ENTERED)[number]] : null;
const provider = (row: CentreLine): string => row.provider;

/** Title over the lines of the provider and of each unit. */
const titleOf = (centre: Centre, whole: string) => (id: string): ReactNode => (id === centre.provider.id ? whole : <Raw>{nameAt(centre, id)}</Raw>);

/** Staff, places and people of each service, whole and by unit, with the caseload against the load in force. */
export function LinesCard({ centre }: { readonly centre: Centre }) {
  const { t, language } = useText();
  const scope = useScope();
  const rows = centre.lines;
  const byId = useMemo(() => new Map(rows.map((row) => [idOf(row), row])), [rows]);
  const figures = useFigures<CentreLine>({ rowOf: (id) => byId.get(id), columns: FIGURES });
  const columns = useMemo((): readonly GridColumn<CentreLine>[] => [
    { id: 'service', title: t('capacity.col.service'), width: 170, grow: true, kind: 'computed', frozen: true, rowHeader: true, cell: (row) => nameCell(serviceText(row, language), language) },
    ...ENTERED.map((id) => figureColumn<CentreLine>({ id, title: t(`centre.col.${id}`), head: <span className="fg-head">{t(`centre.head.${id}`)}</span>, width: 66, cell: (row) => row[id] }, language)),
    ...COMPUTED.map((id): GridColumn<CentreLine> => ({ id, title: t(`centre.col.${id}`), head: <span className="fg-head">{t(`centre.head.${id}`)}</span>, width: 76, align: 'right', kind: 'computed', cell: (row) => numCell(row[id], language, { why: t('centre.computed') }) })),
    { id: 'state', title: t('centre.col.state'), width: 118, kind: 'computed', cell: (row) => ({ text: t(`centre.load.${row.loadState}`), state: 'known', why: t('centre.computed') }) },
    ...provenanceColumns<CentreLine>(cellsOf, language, { method: 84, source: 110, asOf: 78 }),
  ], [t, language]);
  const table = (): TableOut => ({
    title: t('centre.lines.title'), note: t('centre.outNote', { name: centre.provider.name, year: scope.year }),
    columns: [{ title: t('centre.col.unit'), kind: 'text' }, { title: t('capacity.col.service'), kind: 'text' }, ...[...ENTERED, ...COMPUTED].map((id) => ({ title: t(`centre.col.${id}`), kind: 'number' as const })), { title: t('centre.col.state'), kind: 'text' }],
    rows: rows.map((row) => [nameAt(centre, row.provider), serviceText(row, language), ...[...ENTERED, ...COMPUTED].map((id) => outOf(row[id])), t(`centre.load.${row.loadState}`)]),
  });
  const onTrace = ({ row, column }: ActiveCell<CentreLine>): void => { const ref = numOf(row, column.id)?.ref; if (ref) openTrace(ref); };
  const keep = `centre ${centre.provider.id} ${scope.year} ${scope.scenario}`;
  return (
    <Card title={t('centre.lines.title')} note={t('centre.lines.note')} action={<span className="row"><TableActions table={table} /></span>}>
      <div className="fg-grid" style={{ height: heightOf(rows.length + centre.units.length + 1) }}>
        <Grid<CentreLine> key={keep} keep={keep} label={t('centre.lines.title')} columns={columns} rows={rows} rowId={idOf} rowName={(row) => `${plainText(nameAt(centre, row.provider), language)}, ${plainText(serviceText(row, language), language)}`}
          groups={{ of: provider, title: titleOf(centre, t('centre.whole')) }} onChange={figures.onChange} describe={figures.describe} readOnly={figures.readOnly} onTrace={onTrace}
          today={todayText(language)} />
      </div>
      {rows.some((row) => row.load.recalled) && <p className="note">{t('centre.recalled')}</p>}
    </Card>
  );
}
