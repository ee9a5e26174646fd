import { useMemo, useRef, useState } from 'react';
import type { GroupRow } from '#contract/api/groups.ts';
import type { Num } from '#contract/models.ts';
import { choosePlace, ConfirmButton, FigureTools, Help, keysInside, leadOf, RowTabs, useCellRoute, useFigures, useNarrow, usePlace } from '../../components/figures/index.ts';
import { Loaded } from '../../components/Loaded.tsx';
import { EmptyState, PageHead } from '../../components/Page.tsx';
import { TableActions } from '../../components/TableActions.tsx';
import { openTrace } from '../../components/trace/store.ts';
import { Grid, type ActiveCell, type CellChange, type GridHandle } from '../../grid/index.ts';
import { useText } from '../../i18n/index.ts';
import { plain } from '../../lib/text.ts';
import { todayText } from '../../lib/today.ts';
import { usePlan, useScope } from '../../plan/store.ts';
import { change } from '../../plan/useChange.ts';
import { useView } from '../../plan/useView.ts';
import { groupColumns } from './columns.tsx';
import { GroupBar } from './GroupBar.tsx';
import { AddGroup, RemoveGroup } from './GroupDialogs.tsx';
import { groupTable } from './groupTable.ts';
import { carriedKeys, cellsOf, columnOf, countsOf, FIGURES, hasSplit, rowsOf, TABS, type Tab } from './rows.ts';
import { UnionCard } from './UnionCard.tsx';

const NO_ROWS: readonly GroupRow[] = [];
const idOf = (row: GroupRow): string => row.id;
const kindOf = (row: GroupRow): string => (row.own ? 'own' : 'book');

/** Is the window too narrow for whole names beside the columns of sex and age? Then these wait behind «Стовпці». */
const tight = (): boolean => window.matchMedia?.('(max-width: 1500px)').matches === true;

/** New names of own groups. */
async function rename(cells: readonly CellChange[]): Promise<void> {
  for (const cell of cells) if (cell.col === 'group' && typeof cell.value === 'string') await change('group.update', { id: cell.row, name: cell.value });
}

/** Who lives in the community: sizes of the target groups, by sex and age, with bounds and sources. */
export function GroupsTable() {
  const { t, language } = useText();
  const scope = useScope();
  const { info } = usePlan();
  const place = usePlace();
  const narrow = useNarrow();
  const view = useView('groups.view', { ...scope, territory: place.territory }, ['groups', 'community']);
  const all = view.data?.rows ?? NO_ROWS;
  const [tab, setTab] = useState<Tab>('all');
  const [words, setWords] = useState('');
  const [asked, setMore] = useState<boolean | null>(null);
  const [adding, setAdding] = useState(false);
  const [removing, setRemoving] = useState<GroupRow | null>(null);
  const grid = useRef<GridHandle>(null);
  const find = useRef<HTMLInputElement>(null);
  const rows = useMemo(() => rowsOf(all, tab, words), [all, tab, words]);
  const byId = useMemo(() => new Map(all.map((row) => [row.id, row])), [all]);
  const split = useMemo(() => hasSplit(all), [all]);
  const more = asked ?? (split && !tight());
  const columns = useMemo(() => groupColumns(language, more || narrow), [language, more, narrow]);
  const figures = useFigures<GroupRow>({ rowOf: (id) => byId.get(id), columns: FIGURES, bounds: 'bounds' }, rename);

  const key = all[0]?.size.key;
  const ready = rows.length > 0 && key?.territory === (place.territory === '' ? place.root : place.territory) && key.year === scope.year;
  useCellRoute('groups', grid, ready, (wanted) => ({ row: wanted.group, col: columnOf(wanted) }), (wanted) => {
    const territory = wanted.territory === place.root ? '' : wanted.territory;
    if (territory !== place.territory && place.all.some((one) => one.id === wanted.territory)) choosePlace(territory);
    if (!rows.some((row) => row.id === wanted.group)) { setTab('all'); setWords(''); }
    if (!more && !narrow && (wanted.sex !== 'all' || wanted.age !== 'all')) { setMore(true); return false; }
    return true;
  });

  const onTrace = ({ row, column }: ActiveCell<GroupRow>): void => {
    const num: Num | undefined = column.id === 'bounds' ? row.size : FIGURES.find((one) => one.id === column.id)?.cell(row) ?? leadOf(cellsOf(row)) ?? row.size;
    if (num.ref) openTrace(num.ref);
  };
  const counts = useMemo(() => countsOf(all), [all]);
  const keep = `groups ${info?.path ?? ''} ${scope.year} ${scope.scenario} ${place.territory}`;
  const actions = <TableActions table={() => groupTable(rows, language, t('groups.title'), t('groups.tableNote', { year: scope.year }))} />;
  const bar = (at: ActiveCell<GroupRow>) => <GroupBar at={at} readOnly={figures.readOnly} onRemove={setRemoving} />;
  const add = <button type="button" className="ctl pri" disabled={figures.readOnly} onClick={() => setAdding(true)}>{t('groups.add')}</button>;

  return (
    <>
      <PageHead title={t('groups.title')} mark={narrow ? null : undefined} sub={view.data && <RowTabs label={t('groups.tabs')} tabs={TABS.map((id) => ({ id, text: t(`groups.tab.${id}`, { n: counts[id] }) }))} tab={tab} onTab={setTab} />}>{narrow ? <Help text={t('groups.help')} /> : <>{actions}{add}</>}</PageHead>
      <FigureTools
        place={place} words={words} onWords={setWords} hint={t('groups.findHint')} find={find} more={more} onMore={narrow ? null : setMore} moreHint={t('groups.splitHint')} onDone={() => grid.current?.focus()}
        extra={counts.carried > 0 ? <ConfirmButton label={t('groups.confirmAll')} disabled={figures.readOnly} keys={() => keysInside(all.flatMap(carriedKeys), place)} confirm={figures.confirm} /> : null}
      >{narrow ? <>{actions}{add}</> : <Help text={t('groups.help')} />}</FigureTools>
      <Loaded view={view} lines={10}>
        {(data) => (
          <>
            <UnionCard view={data} readOnly={figures.readOnly} />
            <div className="fg-grid">
              <Grid
                key={keep} keep={keep} ref={grid} label={t('groups.gridLabel')} columns={columns} rows={rows} rowId={idOf} rowName={(row) => plain(row.name, language)}
                groups={{ of: kindOf, title: (kind) => t(`groups.section.${kind}`) }} onChange={figures.onChange} describe={figures.describe} readOnly={figures.readOnly}
                onTrace={onTrace} onFilter={() => find.current?.focus()} today={todayText(language)}
                bar={bar}
                empty={<EmptyState title={t(`groups.empty.${words === '' ? tab : 'search'}`)} text={t(`groups.emptyText.${words === '' ? tab : 'search'}`)}>
                  <button type="button" className="ctl" onClick={() => { setTab('all'); setWords(''); }}>{t('groups.showAll')}</button>
                </EmptyState>}
              />
            </div>
          </>
        )}
      </Loaded>
      {adding && <AddGroup onClose={() => setAdding(false)} onAdded={() => { setTab('all'); setWords(''); }} />}
      {removing && <RemoveGroup group={removing} onClose={() => setRemoving(null)} />}
    </>
  );
}
