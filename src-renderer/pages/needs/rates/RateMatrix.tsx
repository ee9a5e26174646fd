import { useCallback, useMemo, useRef, useState } from 'react';
import type { RatesView } from '#contract/api/rates.ts';
import type { FigureKey } from '#contract/models.ts';
import { asApiError } from '../../../api.ts';
import { choosePlace, PlaceChooser, useCellRoute, type Place } from '../../../components/figures/index.ts';
import { EmptyState } from '../../../components/Page.tsx';
import { Raw, Uk } from '../../../components/Text.tsx';
import { openTrace } from '../../../components/trace/store.ts';
import { Grid, type ActiveCell, type GridHandle } from '../../../grid/index.ts';
import { useText } from '../../../i18n/index.ts';
import { navigate } from '../../../lib/route.ts';
import { boundsText } from '../../../lib/numbers.ts';
import { plain } from '../../../lib/text.ts';
import { usePlan, useScope } from '../../../plan/store.ts';
import { CellPanel } from './CellPanel.tsx';
import { rateColumns } from './columns.tsx';
import { matrixOf, MEASURED, rowsOf, serviceText, SHOWS, type Measured, type RateRow, type Show } from './rows.ts';
import { useRateChanges } from './useRateChanges.ts';

interface Props { readonly view: RatesView; readonly place: Place; readonly only: string | null }

const bar = (at: ActiveCell<RateRow>) => <RateBar at={at} />;

/** The matrix of shares, group by service, and under it the sources of the cell that is chosen. */
export function RateMatrix({ view, place, only }: Props) {
  const { t, language } = useText();
  const scope = useScope();
  const path = usePlan((plan) => plan.info?.path ?? '');
  const readOnly = usePlan((plan) => plan.info?.readOnly === true);
  const [show, setShow] = useState<Show>('matter');
  const [measured, setMeasured] = useState<Measured>('rate');
  const [words, setWords] = useState('');
  const [active, setActive] = useState<{ readonly group: string; readonly service: string } | null>(null);
  const grid = useRef<GridHandle>(null);
  const find = useRef<HTMLInputElement>(null);
  const before = useRef<readonly RateRow[]>([]);
  const all = useMemo(() => { before.current = rowsOf(view, before.current); return before.current; }, [view]);
  const matrix = useMemo(() => matrixOf(all, view.services, show, words, only), [all, view.services, show, words, only]);
  const byId = useMemo(() => new Map(all.map((row) => [row.group.id, row])), [all]);
  const at = { territory: place.territory === '' ? place.root : place.territory, ...scope };
  const onChange = useRateChanges((id) => byId.get(id), at);
  const columns = useMemo(() => rateColumns(matrix.services, measured, language), [matrix.services, measured, language]);
  const isService = (id: string): boolean => view.services.some((service) => service.id === id);
  const disputed = useMemo(() => view.cells.filter((cell) => cell.disputed).length, [view.cells]);

  const ready = view.territory === at.territory && matrix.rows.length > 0;
  useCellRoute('needs', grid, ready, (key) => ({ row: key.group, col: key.service }), (key: FigureKey) => {
    const territory = key.territory === place.root ? '' : key.territory;
    if (territory !== place.territory && place.all.some((one) => one.id === key.territory)) choosePlace(territory);
    const seen = matrix.rows.some((row) => row.group.id === key.group) && matrix.services.some((service) => service.id === key.service);
    if (seen || (show === 'all' && words === '')) return true;
    setShow('all');
    setWords('');
    return false;
  }, { tab: 'rates' });

  const onTrace = ({ row, column }: ActiveCell<RateRow>): boolean => {
    const cell = row.cells.get(column.id);
    const num = column.id === 'size' ? row.group.size : measured === 'potential' ? cell?.potential : cell?.rate;
    return openTrace(num?.ref);
  };
  const describe = useCallback((thrown: unknown): string => { const { code, details } = asApiError(thrown); return t('figures.notStored', { why: t([`errors.${code}`, 'errors.bug'], details) }); }, [t]);
  const keep = `rates ${path} ${scope.year} ${scope.scenario} ${place.territory}`;
  const onlyService = only === null ? undefined : view.services.find((service) => service.id === only);
  return (
    <>
      <div className="fg-tools">
        <PlaceChooser place={place} />
        <label className="vh" htmlFor="rt-find">{t('figures.find')}</label>
        <input
          id="rt-find" ref={find} className="in fg-find" type="search" title="Ctrl+F" placeholder={t('rates.findHint')} value={words} onChange={(event) => setWords(event.target.value)}
          onKeyDown={(event) => { if (event.key === 'Escape') { event.stopPropagation(); setWords(''); grid.current?.focus(); } else if (event.key === 'Enter') grid.current?.focus(); }}
        />
        <span className="seg" role="group" aria-label={t('rates.shows')}>
          {SHOWS.map((one) => <button key={one} type="button" aria-pressed={show === one} onClick={() => setShow(one)}>{t(`rates.show.${one}`, { n: disputed })}</button>)}
        </span>
        <span className="seg" role="group" aria-label={t('rates.measures')}>
          {MEASURED.map((one) => <button key={one} type="button" aria-pressed={measured === one} onClick={() => setMeasured(one)}>{t(`rates.measure.${one}`)}</button>)}
        </span>
        {onlyService && <button type="button" className="ctl" onClick={() => navigate('needs', { tab: 'rates' })}>{t('rates.onlyOff', { service: serviceText(onlyService, language) })}</button>}
      </div>
      <div className="fg-grid rt-grid">
        <Grid
          key={keep} keep={keep} ref={grid} label={t('rates.gridLabel')} columns={columns} rows={matrix.rows} rowId={(row) => row.group.id} rowName={(row) => plain(row.group.name, language)}
          onChange={onChange} describe={describe} readOnly={readOnly} onTrace={onTrace} onFilter={() => find.current?.focus()}
          onActive={(cell) => setActive(cell !== null && isService(cell.column.id) ? { group: cell.rowId, service: cell.column.id } : null)}
          bar={bar}
          empty={<EmptyState title={t(`rates.empty.${words === '' ? show : 'search'}`)} text={t(`rates.emptyText.${words === '' ? show : 'search'}`)}>
            <button type="button" className="ctl" onClick={() => { setShow('all'); setWords(''); }}>{t('rates.showAll')}</button>
          </EmptyState>}
        />
      </div>
      <CellPanel of={active} territory={place.territory} readOnly={readOnly} />
    </>
  );
}

/** Above the matrix: group · service, the share with its bounds, where it comes from. */
function RateBar({ at: { row, column } }: { readonly at: ActiveCell<RateRow> }) {
  const { t, language } = useText();
  const cell = row.cells.get(column.id);
  return (
    <>
      <span className="m nd-place"><Uk>{row.group.name}</Uk> · <Raw>{column.title}</Raw></span>
      {cell !== undefined && cell.source !== 'none' && <span className="m s">{[t(`rates.source.${cell.source}`), boundsText(cell.rate, language) === null ? '' : t('common.bounds', { range: boundsText(cell.rate, language) }), cell.counted ? '' : t('rates.notCounted'), cell.disputed ? t('rates.disputed') : ''].filter((part) => part !== '').join(' · ')}</span>}
    </>
  );
}
