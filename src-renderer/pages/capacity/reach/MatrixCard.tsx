import { useMemo, useState } from 'react';
import type { Output } from '#contract/api.ts';
import type { TravelMode } from '#contract/api/reach.ts';
import { formatNumber, type Language } from '#contract/format.ts';
import { TRAVEL_MODES } from '#contract/lists.ts';
import { Loaded } from '../../../components/Loaded.tsx';
import { Card } from '../../../components/Page.tsx';
import { TableActions, type TableOut } from '../../../components/TableActions.tsx';
import { Grid, numberParser, type CellChange, type GridCell, type GridColumn, type NumberValue } from '../../../grid/index.ts';
import { translate, useText } from '../../../i18n/index.ts';
import { hasCyrillic, plain, shown } from '../../../lib/text.ts';
import type { Scope } from '../../../plan/store.ts';
import { change } from '../../../plan/useChange.ts';
import { useView } from '../../../plan/useView.ts';
import { ChoiceField } from '../../needs/projection/fields.tsx';

type Matrix = Output<'travel.matrix'>;
interface Row { readonly id: string; readonly name: Matrix['places'][number]['name']; readonly at: number; readonly cells: Matrix['rows'][number] }

/** Minutes from every settlement to every other: what was typed stands plain, an estimate with its mark; a number can be typed over, pasted, taken out. */
export function MatrixCard({ scope, readOnly }: { readonly scope: Scope; readonly readOnly: boolean }) {
  const { t } = useText();
  const [mode, setMode] = useState<TravelMode>('car');
  const view = useView('travel.matrix', { ...scope, mode }, ['capacity', 'community']);
  return (
    <Loaded view={view} lines={8}>
      {(data) => (data.places.length < 2 ? null : (
        <Card title={t('reach.matrix.title')} note={t('reach.matrix.note')} action={<span className="row"><TableActions table={() => matrixOut(data, t(`reach.by.${mode}`))} /></span>}>
          <div className="row pj-bar"><ChoiceField label={t('reach.mode')} value={mode} options={TRAVEL_MODES.map((each) => [each, t(`reach.by.${each}`)] as const)} onChange={setMode} /></div>
          <Table data={data} readOnly={readOnly} />
        </Card>
      ))}
    </Loaded>
  );
}

function Table({ data, readOnly }: { readonly data: Matrix; readonly readOnly: boolean }) {
  const { t, language } = useText();
  const rows = useMemo((): readonly Row[] => data.places.map((place, at) => ({ ...place, at, cells: data.rows[at] ?? [] })), [data]);
  const columns = useMemo(() => columnsOf(data, language), [data, language]);
  const onChange = async (cells: readonly CellChange[]): Promise<void> => {
    await change('travel.own', { ways: cells.map(({ row, col, value }) => ({ origin: row, destination: col, mode: data.mode, minutes: (value as NumberValue).value })) });
  };
  return <div className="rc-matrix"><Grid<Row> label={t('reach.matrix.title')} columns={columns} rows={rows} rowId={(row) => row.id} rowName={(row) => plain(row.name, language)} onChange={onChange} readOnly={readOnly} /></div>;
}

function columnsOf(data: Matrix, language: Language): readonly GridColumn<Row>[] {
  const t = (key: string): string => translate(key, { lng: language });
  const lang = (text: string): 'uk' | undefined => (language === 'en' && hasCyrillic(text) ? 'uk' : undefined);
  const cellOf = (row: Row, at: number): GridCell => {
    const cell = row.cells[at];
    if (cell === undefined || row.at === at) return { text: '', state: 'na' };
    if (cell.minutes === null) return { text: '', state: 'unknown', title: cell.why === null ? undefined : t(`reach.why.${cell.why}`) };
    const text = formatNumber(cell.minutes, language, { digits: { min: 0, max: 0 } });
    return { text: cell.source === 'matrix' ? text : '', display: cell.source === 'estimate' ? text : <b className="w5">{text}</b>, number: cell.minutes, unit: 'minute', words: `${text}, ${t(`reach.source.${cell.source ?? 'estimate'}`)}`, inWords: true, title: t(`reach.source.${cell.source ?? 'estimate'}`), state: cell.source === 'estimate' ? 'computed' : 'known', why: cell.source === 'correction' ? t('reach.matrix.corrected') : undefined };
  };
  return [
    { id: 'name', title: t('reach.matrix.from'), width: 150, kind: 'computed', frozen: true, rowHeader: true, cell: (row) => { const text = shown(row.name, language); return { text, state: 'known', lang: lang(text) }; } },
    ...data.places.map((place, at): GridColumn<Row> => {
      const text = shown(place.name, language);
      return { id: place.id, title: plain(place.name, language), head: <span className="fg-head" title={text} lang={lang(text)}>{text}</span>, width: Math.max(78, 14 + 7.2 * Math.max(...text.split(/[ -]/).map((word) => word.length))), align: 'right', kind: 'number', editable: (row) => row.at !== at && row.cells[at]?.source !== 'correction', parse: numberParser('decimal', language), cell: (row) => cellOf(row, at) };
    }),
  ];
}

/** The same square as it can be read back from a spreadsheet: places are known by their Ukrainian names. */
function matrixOut(data: Matrix, by: string): TableOut {
  const nameOf = (place: Matrix['places'][number] | undefined): string => place?.name.uk ?? '';
  const round = (minutes: number | null): number | null => (minutes === null ? null : Math.round(minutes * 10) / 10);
  return {
    title: `${translate('reach.matrix.title')}, ${by}`, columns: [{ title: translate('reach.matrix.from'), kind: 'text' }, ...data.places.map((place) => ({ title: nameOf(place), kind: 'number' as const }))],
    rows: data.rows.map((row, at) => [nameOf(data.places[at]), ...row.map((cell, to) => (to === at ? null : round(cell.minutes)))]),
  };
}
