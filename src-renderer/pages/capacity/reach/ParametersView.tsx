import { useMemo, useState } from 'react';
import type { Output } from '#contract/api.ts';
import { formatNumber } from '#contract/format.ts';
import { asApiError, type ApiError } from '../../../api.ts';
import { Loaded } from '../../../components/Loaded.tsx';
import { ErrorNotice } from '../../../components/Notice.tsx';
import { Card } from '../../../components/Page.tsx';
import { TableActions } from '../../../components/TableActions.tsx';
import { Grid, type CellChange, type CellError, type GridColumn } from '../../../grid/index.ts';
import { useText } from '../../../i18n/index.ts';
import { plain, shown } from '../../../lib/text.ts';
import type { Scope } from '../../../plan/store.ts';
import { change } from '../../../plan/useChange.ts';
import { useView } from '../../../plan/useView.ts';
import { readNumber, typed } from '../../needs/projection/fields.tsx';

type View = Output<'travel.view'>;
type Row = View['parameters'][number];
const SIDES = ['low', 'base', 'high'] as const;
const idOf = (row: Row): string => row.id;

/** What the estimate is counted with: every value can be typed over, with its source. */
export function ParametersView({ scope, readOnly }: { readonly scope: Scope; readonly readOnly: boolean }) {
  const view = useView('travel.view', scope, ['capacity', 'reference']);
  return <Loaded view={view} lines={10}>{(data) => <Parameters data={data} readOnly={readOnly} />}</Loaded>;
}

function Parameters({ data, readOnly }: { readonly data: View; readonly readOnly: boolean }) {
  const { t, language } = useText();
  const [active, setActive] = useState<string | null>(null);
  const [error, setError] = useState<ApiError | null>(null);
  const rows = data.parameters;
  const chosen = rows.find((row) => row.id === active);
  const nameOf = (row: Row): string => plain(row.label, language);
  const columns = useMemo((): readonly GridColumn<Row>[] => [
    { id: 'name', title: t('reach.parameters.name'), width: 300, grow: true, kind: 'text', frozen: true, rowHeader: true, editable: () => false, cell: (row) => ({ text: shown(row.label, language), state: 'known', title: row.note ? shown(row.note, language) : undefined }) },
    { id: 'unit', title: t('reach.parameters.unit'), width: 100, kind: 'text', editable: () => false, cell: (row) => ({ text: t(`reach.unit.${row.unit}`), state: 'known' }) },
    ...SIDES.map((side): GridColumn<Row> => ({
      id: side, title: t(`reach.parameters.${side}`), width: 84, align: 'right', kind: 'number',
      cell: (row) => ({ text: typed(row[side], language), state: row.assumption ? 'assumption' : 'known', number: row[side], display: formatNumber(row[side], language, { digits: { min: 0, max: 3 } }) }),
      parse: (text) => { const value = readNumber(text, language); return value === null ? { ok: false, message: t('reach.parameters.needNumber') } : { ok: true, value }; },
    })),
    { id: 'kind', title: t('reach.parameters.kind'), width: 150, kind: 'text', editable: () => false, cell: (row) => ({ text: t(`reach.kind.${row.own ? 'own' : row.assumption ? 'assumption' : row.confidence}`), state: 'known' }) },
    { id: 'source', title: t('reach.parameters.source'), width: 260, grow: true, kind: 'text', priority: 2, cell: (row) => ({ text: shown(row.source, language), state: 'known', title: plain(row.source, language) }) },
  ], [t, language]);
  const onChange = async (changes: readonly CellChange[]): Promise<void | readonly CellError[]> => {
    const next = new Map<string, Row>();
    for (const { row: id, col, value } of changes) {
      const old = next.get(id) ?? rows.find((row) => row.id === id);
      if (!old) continue;
      const moved = { ...old, ...(col === 'source' ? { source: { uk: String(value), en: null } } : { [col]: value as number }) };
      // A base typed beyond its bounds takes them along.
      next.set(id, col === 'base' ? { ...moved, low: Math.min(moved.low, moved.base), high: Math.max(moved.high, moved.base) } : moved);
    }
    try {
      await change('travel.parameters', { cells: [...next.values()].map((row) => ({ parameter: row.id, value: { low: row.low, base: row.base, high: row.high, source: row.own || changes.some((one) => one.row === row.id && one.col === 'source') ? row.source.uk : '', asOf: data.today } })) });
    } catch (thrown) {
      if (asApiError(thrown).code !== 'input.value') throw thrown;
      return changes.map(({ row, col }) => ({ row, col, message: t('reach.parameters.limits') }));
    }
  };
  const reset = async (): Promise<void> => {
    if (!chosen) return;
    setError(null);
    try { await change('travel.parameters', { cells: [{ parameter: chosen.id, value: null }] }); } catch (thrown) { setError(asApiError(thrown)); }
  };
  const table = () => ({ title: t('reach.parameters.title'), columns: columns.map((column) => ({ title: column.title, kind: column.kind === 'number' ? 'number' as const : 'text' as const })), rows: rows.map((row) => [shown(row.label, language), t(`reach.unit.${row.unit}`), row.low, row.base, row.high, t(`reach.kind.${row.own ? 'own' : row.assumption ? 'assumption' : row.confidence}`), shown(row.source, language)]) });
  return (
    <>
      {error && <ErrorNotice error={error} />}
      <Card title={t('reach.parameters.title')} action={<span className="row"><button type="button" className="ctl" disabled={readOnly || chosen?.own !== true} title={chosen?.own ? undefined : t('reach.parameters.pick')} onClick={() => void reset()}>{t('reach.parameters.reset')}</button><TableActions table={table} /></span>}>
        <p className="note text">{t('reach.parameters.about')}</p>
        <div className="pj-grid rc-grid"><Grid label={t('reach.parameters.title')} columns={columns} rows={rows} rowId={idOf} rowName={nameOf} onChange={onChange} onActive={(at) => setActive(at?.rowId ?? null)} readOnly={readOnly} /></div>
      </Card>
    </>
  );
}
