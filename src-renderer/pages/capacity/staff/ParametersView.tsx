import { useMemo, useState } from 'react';
import type { StaffParameter, StaffParametersView } from '#contract/api/staff.ts';
import { formatNumber, type Language } from '#contract/format.ts';
import { asApiError } from '../../../api.ts';
import { Loaded } from '../../../components/Loaded.tsx';
import { Card } from '../../../components/Page.tsx';
import { TableActions } from '../../../components/TableActions.tsx';
import { Grid, numberParser, type CellChange, type CellError, type GridColumn, type NumberValue } from '../../../grid/index.ts';
import { translate, useText } from '../../../i18n/index.ts';
import { hasCyrillic, plain, shown } from '../../../lib/text.ts';
import type { Scope } from '../../../plan/store.ts';
import { change } from '../../../plan/useChange.ts';
import { useView } from '../../../plan/useView.ts';
import { ChoiceField } from '../../needs/projection/fields.tsx';
import { plainCell } from './cells.ts';

/** Working time, travel and ages: proposals of the reference book and own values. */
export function ParametersView({ scope, readOnly }: { readonly scope: Scope; readonly readOnly: boolean }) {
  const [category, setCategory] = useState('');
  const view = useView('staffParameters.view', { ...scope, category }, ['capacity', 'reference']);
  return <Loaded view={view} lines={10}>{(data) => <Parameters key={data.category} view={data} readOnly={readOnly} onCategory={setCategory} />}</Loaded>;
}

function Parameters({ view, readOnly, onCategory }: { readonly view: StaffParametersView; readonly readOnly: boolean; readonly onCategory: (category: string) => void }) {
  const { t, language } = useText();
  const columns = useMemo(() => parameterColumns(language), [language]);
  const onChange = async (cells: readonly CellChange[]): Promise<void | readonly CellError[]> => {
    const values = [...Map.groupBy(cells, (cell) => cell.row)].flatMap(([id, own]) => {
      const row = view.rows.find((each) => each.id === id);
      const typed = new Map(own.map((cell) => [cell.col, cell.value]));
      const entered = typed.has('value') ? (typed.get('value') as NumberValue).value : null;
      const value = !typed.has('value') ? (row?.own ? row.value : null) : entered !== null && row?.unit === 'share' ? entered / 100 : entered;
      return row ? [{ parameter: id, category: view.category, value, note: typed.has('note') ? String(typed.get('note')) : row.note }] : [];
    });
    try { await change('staff.setParameters', { values }); } catch (thrown) {
      const { code, details } = asApiError(thrown);
      if (code !== 'staff.parameter') throw thrown;
      return cells.filter((cell) => cell.row === details['parameter']).map(({ row, col }) => ({ row, col, message: t('staff.parameters.outside', { least: Number(details['least']), most: Number(details['most']) }) }));
    }
    return undefined;
  };
  const out = () => ({
    title: t('staff.parameters.title'), columns: ['name', 'value', 'unit', 'usual', 'basis', 'note'].map((id) => ({ title: t(`staff.parameters.col.${id}`), kind: id === 'value' || id === 'usual' ? 'number' as const : 'text' as const })),
    rows: view.rows.map((row) => [shown(row.name, language), row.value, t(`staff.parameters.unit.${row.unit}`), row.usual, shown(row.basis, language), row.note]),
  });
  return (
    <Card title={t('staff.parameters.title')} action={<span className="row"><TableActions table={out} /></span>}>
      <div className="row pj-bar"><ChoiceField label={t('staff.parameters.for')} value={view.category} options={[['', t('staff.parameters.everybody')], ...view.categories.map((row) => [row.id, `${shown(row.name, language)}${view.special.includes(row.id) ? ' •' : ''}`] as const)]} onChange={onCategory} /></div>
      <p className="note text">{t('staff.parameters.about')}</p>
      <div className="st-grid"><Grid label={t('staff.parameters.grid')} columns={columns} rows={view.rows} rowId={(row) => row.id} rowName={(row) => plain(row.name, language)} onChange={onChange} readOnly={readOnly} /></div>
      {view.hours !== null && <p className="w5">{t('staff.parameters.hours', { n: view.hours })}</p>}
    </Card>
  );
}

function parameterColumns(language: Language): readonly GridColumn<StaffParameter>[] {
  const t = (key: string): string => translate(key, { lng: language });
  const percent = (row: StaffParameter, value: number): number => (row.unit === 'share' ? Math.round(value * 1e6) / 1e4 : value);
  const number = (row: StaffParameter, value: number): string => formatNumber(percent(row, value), language, { digits: { min: 0, max: 2 } });
  const text = (value: string) => ({ text: value, state: 'known' as const, title: value, lang: language === 'en' && hasCyrillic(value) ? 'uk' as const : undefined });
  return [
    { id: 'name', title: t('staff.parameters.col.name'), width: 300, grow: true, kind: 'text', frozen: true, rowHeader: true, editable: () => false, cell: (row) => text(shown(row.name, language)) },
    { id: 'value', title: t('staff.parameters.col.value'), width: 100, align: 'right', kind: 'number', parse: numberParser('decimal', language), cell: (row) => plainCell(percent(row, row.value), language, row.own) },
    { id: 'unit', title: t('staff.parameters.col.unit'), width: 84, kind: 'text', editable: () => false, cell: (row) => text(row.unit === 'share' ? '%' : t(`staff.parameters.unit.${row.unit}`)) },
    { id: 'usual', title: t('staff.parameters.col.usual'), width: 100, align: 'right', kind: 'computed', cell: (row) => ({ text: number(row, row.usual), state: 'known' }) },
    { id: 'basis', title: t('staff.parameters.col.basis'), width: 300, grow: true, kind: 'text', editable: () => false, cell: (row) => text(shown(row.basis, language)) },
    { id: 'note', title: t('staff.parameters.col.note'), width: 220, kind: 'text', editable: (row) => row.own, parse: (typed) => (typed.length > 400 ? { ok: false, message: t('staff.table.tooLong') } : { ok: true, value: typed.trim() }), cell: (row) => ({ ...text(row.note), why: t('staff.parameters.valueFirst') }) },
  ];
}
