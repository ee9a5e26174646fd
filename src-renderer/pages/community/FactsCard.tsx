import { useMemo, useRef, type ReactNode } from 'react';
import type { Cell, Unit } from '#contract/models.ts';
import { ConfirmButton, figureColumn, provenanceColumns, useCellRoute, useFigures, useNarrow, type FigureTable } from '../../components/figures/index.ts';
import { Card } from '../../components/Page.tsx';
import { TableActions, type TableOut } from '../../components/TableActions.tsx';
import { Raw } from '../../components/Text.tsx';
import { openTrace } from '../../components/trace/store.ts';
import { Grid, type ActiveCell, type GridColumn, type GridHandle } from '../../grid/index.ts';
import { useText } from '../../i18n/index.ts';
import { dated, numText, unitHead } from '../../lib/numbers.ts';
import { hasCyrillic } from '../../lib/text.ts';
import { todayText } from '../../lib/today.ts';
import { useScope } from '../../plan/store.ts';
import { ownWords } from './figures.ts';

/** Units that the name of the figure says already. */
const NAMED: ReadonlySet<Unit> = new Set<Unit>(['settlement', 'neighbour', 'point']);
/** A longer name gives way to the short one; the whole name stays in the tooltip. */
const LONG = 36;
const idOf = (cell: Cell): string => cell.key.measure;

/** Figures of the community with method, source and date; every cell can be typed over. */
export function FactsCard({ facts }: { readonly facts: readonly Cell[] }) {
  const { t, language } = useText();
  const scope = useScope();
  const narrow = useNarrow();
  const grid = useRef<GridHandle>(null);
  const name = (cell: Cell): string => t(`measures.${cell.key.measure}.full`);
  const withUnit = (cell: Cell): string => {
    const unit = NAMED.has(cell.unit) ? '' : `, ${unitHead(cell.unit, language)}`;
    const full = name(cell) + unit;
    return full.length > LONG ? t(`measures.${cell.key.measure}.short`) + unit : full;
  };
  const rowOf = (id: string): Cell | undefined => facts.find((cell) => idOf(cell) === id);
  const table: FigureTable<Cell> = { rowOf, columns: [{ id: 'value', title: t('community.facts.value'), width: 96, cell: (cell) => cell }] };
  const figures = useFigures(table);
  useCellRoute('community', grid, facts.length > 0, (key) => ({ row: key.measure, col: 'value' }), (key) => key.measure !== 'population' && key.service === '' && key.group === '');

  const columns = useMemo((): readonly GridColumn<Cell>[] => {
    const [value] = table.columns;
    return [
      { id: 'name', title: t('community.facts.measure'), width: 236, grow: narrow, kind: 'text', editable: () => false, frozen: true, rowHeader: true, cell: (cell) => ({ text: withUnit(cell), state: 'known', title: name(cell) }) },
      ...(value ? [figureColumn(value, language)] : []),
      ...provenanceColumns<Cell>((cell) => [cell], language, { method: 138, source: 110, asOf: language === 'uk' ? 80 : 92 }),
    ];
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the columns change with the words and the rows only
  }, [language, t, narrow]);
  const out = (): TableOut => ({
    title: t('community.facts.title'),
    columns: [{ title: t('community.facts.measure'), kind: 'text' }, { title: t('community.facts.value'), kind: 'number' }, { title: t('community.facts.unit'), kind: 'text' }, { title: t('figures.col.method'), kind: 'text' }, { title: t('figures.col.source'), kind: 'text' }, { title: t('figures.col.asOf'), kind: 'date' }],
    rows: facts.map((cell) => [name(cell), cell.value, unitHead(cell.unit, language), cell.value === null ? '' : t(`methods.${cell.method}`), cell.source, cell.asOf]),
  });
  const bar = ({ row }: ActiveCell<Cell>): ReactNode => <Origin cell={row} name={name(row)} />;
  const carried = facts.filter((cell) => cell.state === 'carried');
  return (
    <Card title={t('community.facts.title')} note={t('community.facts.note')} action={<span className="row"><TableActions table={out} /></span>} className="cm-facts">
      {carried.length > 0 && <div className="bt"><ConfirmButton label={t('community.facts.confirm', { count: carried.length })} keys={() => carried.map((cell) => cell.key)} confirm={figures.confirm} /></div>}
      <Grid key={`facts ${scope.year} ${scope.scenario}`} keep={`facts ${scope.year} ${scope.scenario}`} ref={grid} label={t('community.facts.title')} columns={columns} rows={facts} rowId={idOf} rowName={name}
        onChange={(cells, kind) => figures.onChange(ownWords(cells, rowOf, (cell) => cell), kind)} describe={figures.describe} readOnly={figures.readOnly}
        onTrace={(at) => openTrace({ kind: 'figure', key: at.row.key })} bar={bar} today={todayText(language)} />
    </Card>
  );
}

/** Above the table: figure · value · method, source and date, in full. */
function Origin({ cell, name }: { readonly cell: Cell; readonly name: string }) {
  const { t, language } = useText();
  const parts = cell.value === null ? [] : [t(`methods.${cell.method}`), cell.source === '' ? t('figures.noSource') : '', dated(cell, language)].filter((part) => part !== '');
  const title = [...parts.slice(0, 1), cell.source, ...parts.slice(1)].filter((part) => part !== '').join(' · ');
  return (
    <>
      <span className="cm-fact">{name}</span>
      <span className="mono">{numText(cell, language)}</span>
      <span className="m s" title={title} lang={language === 'en' && hasCyrillic(title) ? 'uk' : undefined}>{parts[0]}{cell.value !== null && cell.source !== '' && <> · <Raw>{cell.source}</Raw></>}{parts.slice(1).map((part) => ` · ${part}`)}</span>
    </>
  );
}
