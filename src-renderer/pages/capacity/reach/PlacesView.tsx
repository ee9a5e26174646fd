import { useMemo, useState } from 'react';
import type { Output } from '#contract/api.ts';
import { TERRAINS, YES_NO } from '#contract/lists.ts';
import { formatNumber } from '#contract/format.ts';
import { asApiError } from '../../../api.ts';
import { Loaded } from '../../../components/Loaded.tsx';
import { Card } from '../../../components/Page.tsx';
import { TableActions } from '../../../components/TableActions.tsx';
import { Grid, type CellChange, type CellError, type GridColumn } from '../../../grid/index.ts';
import { useText } from '../../../i18n/index.ts';
import { plain, shown } from '../../../lib/text.ts';
import type { Scope } from '../../../plan/store.ts';
import { change } from '../../../plan/useChange.ts';
import { useView } from '../../../plan/useView.ts';
import { readNumber, typed } from '../../needs/projection/fields.tsx';
import { PointForm } from './PointForm.tsx';

type View = Output<'travel.view'>;
type Row = View['places'][number];
const idOf = (row: Row): string => row.territory;

/** What is known of each settlement: coordinates, terrain, bus, accessible transport. The row of the community holds where a settlement says nothing. */
export function PlacesView({ scope, readOnly }: { readonly scope: Scope; readonly readOnly: boolean }) {
  const view = useView('travel.view', scope, ['capacity', 'community']);
  return <Loaded view={view} lines={10}>{(data) => <Places data={data} readOnly={readOnly} />}</Loaded>;
}

function Places({ data, readOnly }: { readonly data: View; readonly readOnly: boolean }) {
  const { t, language } = useText();
  const [active, setActive] = useState<string | null>(null);
  const [placing, setPlacing] = useState<string | null>(null);
  const rows = data.places;
  const nameOf = (row: Row): string => plain(row.name, language);
  const columns = useMemo((): readonly GridColumn<Row>[] => {
    const choice = (id: 'terrain' | 'bus' | 'busAccessible' | 'taxi', values: readonly string[], width: number): GridColumn<Row> => {
      const text = (value: string): string => (value === '' ? '' : t(id === 'terrain' ? `reach.terrain.${value}` : `reach.yesNo.${value}`));
      return {
        id, title: t(`reach.place.${id}`), width, kind: 'select', options: () => values.map(text), cell: (row) => ({ text: text(row[id]), state: row[id] === '' ? 'unknown' : 'known' }),
        parse: (typedText) => { const found = values.find((value) => text(value).toLowerCase() === typedText.trim().toLowerCase()); return found === undefined ? { ok: false, message: t('reach.place.choose', { list: values.map(text).filter(Boolean).join(', ') }) } : { ok: true, value: found }; },
      };
    };
    return [
      { id: 'name', title: t('reach.col.place'), width: 200, grow: true, kind: 'text', frozen: true, rowHeader: true, editable: () => false, cell: (row) => ({ text: row.kind === 'community' ? t('reach.place.whole') : shown(row.name, language), state: 'known', title: shown(row.name, language) }) },
      { id: 'point', title: t('reach.place.point'), width: 160, kind: 'text', editable: () => false, cell: (row) => ({ text: row.lat === null || row.lon === null ? '' : `${formatNumber(row.lat, language, { digits: 4 })}; ${formatNumber(row.lon, language, { digits: 4 })}`, state: row.kind !== 'settlement' ? 'known' : row.lat === null ? 'unknown' : 'known', title: row.point ? t(`reach.place.how.${row.point.how}`) : undefined }) },
      choice('terrain', TERRAINS, 150), choice('bus', YES_NO, 90),
      { id: 'runs', title: t('reach.place.runs'), width: 100, align: 'right', kind: 'number', cell: (row) => ({ text: typed(row.runs, language), state: row.runs === null ? 'unknown' : 'known', number: row.runs }), parse: (text) => { const value = text.trim() === '' ? null : readNumber(text, language); return text.trim() !== '' && (value === null || value < 0 || value > 2000) ? { ok: false, message: t('reach.parameters.needNumber') } : { ok: true, value }; } },
      choice('busAccessible', YES_NO, 120), choice('taxi', YES_NO, 120),
      { id: 'source', title: t('reach.parameters.source'), width: 200, grow: true, kind: 'text', priority: 2, cell: (row) => ({ text: row.source, state: 'known' }) },
    ];
  }, [t, language]);
  const onChange = async (changes: readonly CellChange[]): Promise<void | readonly CellError[]> => {
    const next = new Map<string, Row>();
    for (const { row: id, col, value } of changes) {
      const old = next.get(id) ?? rows.find((row) => row.territory === id);
      if (old) next.set(id, { ...old, [col]: col === 'source' ? String(value) : value });
    }
    try {
      await change('travel.places', { places: [...next.values()].map(({ territory, terrain, bus, runs, busAccessible, taxi, source }) => ({ territory, terrain, bus, runs, busAccessible, taxi, source })) });
    } catch (thrown) {
      if (asApiError(thrown).code !== 'input.invalid') throw thrown;
      return changes.map(({ row, col }) => ({ row, col, message: t('reach.place.tooLong') }));
    }
  };
  const place = rows.find((row) => row.territory === (placing ?? active) && row.kind === 'settlement') ?? null;
  const missing = rows.filter((row) => row.kind === 'settlement' && row.lat === null);
  const table = () => ({ title: t('reach.place.title'), columns: columns.map((column) => ({ title: column.title, kind: column.kind === 'number' ? 'number' as const : 'text' as const })), rows: rows.map((row) => columns.map((column) => { const cell = column.cell(row); return column.kind === 'number' ? cell.number ?? null : cell.text; })) });
  return (
    <Card title={t('reach.place.title')} action={<span className="row"><button type="button" className={`ctl${placing === null && missing.length > 0 ? ' pri' : ''}`} disabled={readOnly} aria-expanded={placing !== null} onClick={() => setPlacing(place?.territory ?? missing[0]?.territory ?? rows.find((row) => row.kind === 'settlement')?.territory ?? null)}>{t('reach.place.put')}</button><TableActions table={table} /></span>}>
      <p className="note text">{t('reach.place.about')}</p>
      {placing !== null && place && <PointForm key={place.territory} data={data} place={place} missing={missing.map((row) => row.territory)} onPlace={setPlacing} onDone={() => setPlacing(null)} />}
      <div className="pj-grid rc-grid"><Grid label={t('reach.place.title')} columns={columns} rows={rows} rowId={idOf} rowName={nameOf} onChange={onChange} onActive={(at) => setActive(at?.rowId ?? null)} readOnly={readOnly} /></div>
    </Card>
  );
}
