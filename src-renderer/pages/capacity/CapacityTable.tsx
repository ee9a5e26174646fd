import { useId, useMemo, useRef, useState, type ReactNode } from 'react';
import type { CapacityRow, CapacityView } from '#contract/api/capacity.ts';
import { choosePlace, ConfirmButton, keysInside, PlaceChooser, useCellRoute, useFigures, useNarrow, type Place } from '../../components/figures/index.ts';
import { EmptyState } from '../../components/Page.tsx';
import { openTrace } from '../../components/trace/store.ts';
import { Grid, type ActiveCell, type CellChange, type GridHandle } from '../../grid/index.ts';
import { useText } from '../../i18n/index.ts';
import { todayText } from '../../lib/today.ts';
import { usePlan, useScope } from '../../plan/store.ts';
import { change } from '../../plan/useChange.ts';
import { CapacityBar } from './CapacityBar.tsx';
import { capacityColumns, hasBounded } from './columns.tsx';
import { carriedKeys, EXTRA, FIGURES, found, numOf, plainName, rowsOf } from './rows.ts';

const idOf = (row: CapacityRow): string => row.id;
const barOf = (at: ActiveCell<CapacityRow>): ReactNode => <CapacityBar at={at} />;
const sectionOf = (row: CapacityRow): string => row.section;

/** What each service can carry, by staff, places and vehicles, and what limits it. */
export function CapacityTable({ view, place, actions }: { readonly view: CapacityView; readonly place: Place; readonly actions: ReactNode }) {
  const { t, language } = useText();
  const scope = useScope();
  const { info } = usePlan();
  const narrow = useNarrow();
  const id = useId();
  const [words, setWords] = useState('');
  const [more, setMore] = useState(false);
  const grid = useRef<GridHandle>(null);
  const find = useRef<HTMLInputElement>(null);
  const all = useMemo(() => rowsOf(view), [view]);
  const rows = useMemo(() => found(all, words), [all, words]);
  const byId = useMemo(() => new Map(all.map((row) => [row.id, row])), [all]);
  const figures = useFigures<CapacityRow>({ rowOf: (service) => byId.get(service), columns: FIGURES }, storeProvided);
  const bounded = hasBounded(all);
  const columns = useMemo(() => capacityColumns(bounded, language, more || narrow, figures.readOnly), [bounded, language, more, narrow, figures.readOnly]);

  const shownAt = all[0]?.posts.key;
  const ready = rows.length > 0 && shownAt?.territory === (place.territory === '' ? place.root : place.territory) && shownAt.year === scope.year;
  useCellRoute('capacity', grid, ready, (key) => ({ row: key.service, col: key.measure }), (key) => {
    if (key.provider !== '') return false;
    const territory = key.territory === place.root ? '' : key.territory;
    if (territory !== place.territory && place.all.some((one) => one.id === key.territory)) choosePlace(territory);
    if (words !== '' && !rows.some((row) => row.id === key.service)) setWords('');
    if (!more && !narrow && EXTRA.includes(key.measure)) { setMore(true); return false; }
    return true;
  });

  const onTrace = ({ row, column }: ActiveCell<CapacityRow>): boolean => openTrace((numOf(row, column.id) ?? row.capacity).ref);
  const carried = all.flatMap(carriedKeys);
  const keep = `capacity ${info?.path ?? ''} ${scope.year} ${scope.scenario} ${place.territory}`;
  return (
    <>
      <div className="fg-tools">
        <PlaceChooser place={place} />
        <label className="vh" htmlFor={id}>{t('figures.find')}</label>
        <input id={id} ref={find} className="in fg-find" type="search" placeholder={t('capacity.find')} value={words} onChange={(event) => setWords(event.target.value)}
          onKeyDown={(event) => { if (event.key === 'Escape') { event.stopPropagation(); setWords(''); grid.current?.focus(); } else if (event.key === 'Enter') grid.current?.focus(); }} />
        {!narrow && <button type="button" className={`ctl${more ? ' on' : ''}`} aria-pressed={more} onClick={() => setMore(!more)}>{t('common.columns')}</button>}
        {carried.length > 0 && <ConfirmButton label={t('capacity.confirmAll')} disabled={figures.readOnly} keys={() => keysInside(carried, place)} confirm={figures.confirm} />}
        <span className="sp" />
        {actions}
      </div>
      <div className="fg-grid">
        <Grid<CapacityRow>
          key={keep} keep={keep} ref={grid} label={t('capacity.title')} columns={columns} rows={rows} rowId={idOf} rowName={(row) => plainName(row, language)}
          groups={{ of: sectionOf, title: (section) => t(`capacity.section.${section}`) }} onChange={figures.onChange} describe={figures.describe} onTrace={onTrace}
          onFilter={() => find.current?.focus()} today={todayText(language)} readOnly={figures.readOnly} bar={barOf}
          empty={<EmptyState title={t('capacity.nothingFound')}><button type="button" className="ctl" onClick={() => setWords('')}>{t('capacity.showAll')}</button></EmptyState>}
        />
      </div>
      {!narrow && <p className="note">{t('capacity.about')}</p>}
    </>
  );
}

/** Stores the answers to «Чи надається» in one step. */
async function storeProvided(cells: readonly CellChange[]): Promise<void> {
  const answers = cells.filter((cell) => cell.col === 'provided').map((cell) => ({ service: cell.row, provided: cell.value as 'yes' | 'no' | 'unknown' }));
  if (answers.length > 0) await change('service.setProvided', { answers });
}
