import { useMemo, useRef } from 'react';
import type { CentreCost } from '#contract/api/centre.ts';
import { figureColumn, provenanceColumns, useCellRoute, useFigures, type FigureColumn } from '../../../components/figures/index.ts';
import { Card } from '../../../components/Page.tsx';
import { openTrace } from '../../../components/trace/store.ts';
import { Grid, numCell, type ActiveCell, type GridColumn, type GridHandle } from '../../../grid/index.ts';
import { useText } from '../../../i18n/index.ts';
import { plainText } from '../../../lib/text.ts';
import { todayText } from '../../../lib/today.ts';
import { useScope } from '../../../plan/store.ts';
import { heightOf, nameAt, nameCell, type Centre } from './names.ts';

const FIGURES: readonly FigureColumn<CentreCost>[] = [{ id: 'cost', title: 'cost', width: 0, cell: (row) => row.cost }];
const idOf = (row: CentreCost): string => row.provider;

/** What the provider and its units cost a year, and what that is for one recipient. */
export function CostsCard({ centre }: { readonly centre: Centre }) {
  const { t, language } = useText();
  const scope = useScope();
  const byId = useMemo(() => new Map(centre.costs.map((row) => [row.provider, row])), [centre]);
  const figures = useFigures<CentreCost>({ rowOf: (id) => byId.get(id), columns: FIGURES });
  const grid = useRef<GridHandle>(null);
  useCellRoute('capacity', grid, true, (key) => ({ row: key.provider, col: 'cost' }), (key) => key.measure === 'providerCost' && byId.has(key.provider), { tab: 'providers', provider: centre.provider.id });
  const columns: readonly GridColumn<CentreCost>[] = [
    { id: 'name', title: t('centre.col.unit'), width: 200, grow: true, kind: 'computed', frozen: true, rowHeader: true, cell: (row) => nameCell(nameAt(centre, row.provider), language) },
    figureColumn<CentreCost>({ id: 'cost', title: t('centre.col.cost'), width: 120, cell: (row) => row.cost }, language),
    { id: 'perRecipient', title: t('centre.col.perRecipient'), width: 130, align: 'right', kind: 'computed', cell: (row) => numCell(row.perRecipient, language, { why: t('centre.costWhy') }) },
    ...provenanceColumns<CentreCost>((row) => [row.cost], language, { method: 84, source: 150, asOf: 78 }),
  ];
  const onTrace = ({ row, column }: ActiveCell<CentreCost>): void => { const ref = column.id === 'cost' ? row.cost.ref : row.perRecipient.ref; if (ref) openTrace(ref); };
  const asks = centre.costs.some((row) => row.perRecipient.value === null);
  const keep = `centre cost ${centre.provider.id} ${scope.year} ${scope.scenario}`;
  return (
    <Card title={t('centre.costs.title')} note={t('centre.costs.note')}>
      <div className="fg-grid" style={{ height: heightOf(centre.costs.length) }}>
        <Grid<CentreCost> key={keep} keep={keep} ref={grid} label={t('centre.costs.title')} columns={columns} rows={centre.costs} rowId={idOf} rowName={(row) => plainText(nameAt(centre, row.provider), language)}
          onChange={figures.onChange} describe={figures.describe} readOnly={figures.readOnly} onTrace={onTrace} today={todayText(language)} />
      </div>
      {asks && <p className="note">{t('centre.costs.asks')}</p>}
    </Card>
  );
}
