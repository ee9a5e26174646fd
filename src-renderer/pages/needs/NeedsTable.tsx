import { useMemo, useRef, useState } from 'react';
import type { NeedRow } from '#contract/api/needs.ts';
import type { Cell, FigureKey } from '#contract/models.ts';
import { choosePlace, ConfirmButton, FigureTools, Help, keysInside, leadOf, RowTabs, useCellRoute, useFigures, useNarrow, usePlace } from '../../components/figures/index.ts';
import { Loaded } from '../../components/Loaded.tsx';
import { EmptyState, PageHead } from '../../components/Page.tsx';
import { ErrorNotice } from '../../components/Notice.tsx';
import { TableActions } from '../../components/TableActions.tsx';
import { openTrace } from '../../components/trace/store.ts';
import { Grid, type ActiveCell, type GridHandle } from '../../grid/index.ts';
import { useStable } from '../../grid/useStable.ts';
import { useText } from '../../i18n/index.ts';
import { href, navigate } from '../../lib/route.ts';
import { todayText } from '../../lib/today.ts';
import { usePlan, useScope } from '../../plan/store.ts';
import { useView } from '../../plan/useView.ts';
import { needColumns } from './columns.tsx';
import { NameDialog } from './NameDialog.tsx';
import { NeedBar } from './NeedBar.tsx';
import { needTable } from './needTable.ts';
import { carriedKeys, cellsOf, ENTERED, EXTRA, FIGURES, plainName, rowsOf, TABS, type Entered, type Tab } from './rows.ts';

const NO_ROWS: readonly NeedRow[] = [];
const idOf = (row: NeedRow): string => row.id;
const sectionOf = (row: NeedRow): string => row.section;
const toSurvey = (row: NeedRow): void => navigate('needs', { survey: row.id });
const bar = (at: ActiveCell<NeedRow>) => <NeedBar at={at} onSurvey={toSurvey} />;

/** The table of needs: every service with what was entered, what follows, and where it comes from. */
export function NeedsTable() {
  const { t, language } = useText();
  const scope = useScope();
  const path = usePlan((plan) => plan.info?.path ?? '');
  const place = usePlace();
  const narrow = useNarrow();
  const view = useView('needs.view', { ...scope, territory: place.territory }, ['needs', 'reference']);
  const all = view.data?.rows ?? NO_ROWS;
  const [tab, setTab] = useState<Tab>('all');
  const [words, setWords] = useState('');
  const [more, setMore] = useState(false);
  const [naming, setNaming] = useState<NeedRow | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const [active, setActive] = useState<string | null>(null);
  const grid = useRef<GridHandle>(null);
  const find = useRef<HTMLInputElement>(null);
  const rows = useMemo(() => rowsOf(all, tab, words), [all, tab, words]);
  const byId = useMemo(() => new Map(all.map((row) => [row.id, row])), [all]);
  const figures = useFigures<NeedRow>({ rowOf: (id) => byId.get(id), columns: FIGURES });

  const confirm = useStable(async (keys: readonly FigureKey[]): Promise<void> => {
    setFailure(null);
    try { await figures.confirm(keysInside(keys, place)); } catch (thrown) { setFailure(thrown); }
  });
  const columns = useMemo(() => needColumns(language, more || narrow, {
    onName: setNaming,
    onConfirm: (row) => void confirm(carriedKeys(row)),
    onSurvey: toSurvey,
    onWhy: (num) => { if (num.ref) openTrace(num.ref); },
  }), [language, more, narrow, confirm]);

  const shownPlace = all[0]?.identified.key;
  const wantedPlace = place.territory === '' ? place.root : place.territory;
  const ready = rows.length > 0 && shownPlace?.territory === wantedPlace && shownPlace.year === scope.year;
  useCellRoute('needs', grid, ready, (key) => ({ row: key.service, col: key.measure }), (key) => {
    const territory = key.territory === place.root ? '' : key.territory;
    if (territory !== place.territory && place.all.some((one) => one.id === key.territory)) choosePlace(territory);
    if (tab !== 'all' && !rows.some((row) => row.id === key.service)) setTab('all');
    if (words !== '' && !rows.some((row) => row.id === key.service)) setWords('');
    if (!more && !narrow && EXTRA.includes(key.measure as Entered)) { setMore(true); return false; }
    return true;
  });

  const onTrace = ({ row, column }: ActiveCell<NeedRow>): boolean => {
    const num = column.id === 'unmet' || column.id === 'bounds' ? (row.excess.state === 'conflict' ? row.excess : row.unmet)
      : column.id === 'coverage' ? row.coverage : (ENTERED as readonly string[]).includes(column.id) ? row[column.id as Entered] : leadOf(cellsOf(row)) as Cell | undefined;
    return openTrace(num?.ref);
  };
  const keep = `needs ${path} ${scope.year} ${scope.scenario} ${place.territory}`;
  const actions = <TableActions table={() => needTable(rows, language, t('needs.title'), t('needs.tableNote', { year: scope.year }))} />;

  const tabs = TABS.map((id) => ({ id, text: t(`needs.tab.${id}`, { n: view.data?.counts[id] }) }));

  return (
    <>
      <PageHead title={t('needs.title')} mark={narrow ? null : undefined} sub={view.data && <RowTabs label={t('needs.tabs')} tabs={tabs} tab={tab} onTab={setTab} />}>{narrow ? <Help text={t('needs.help')} /> : actions}</PageHead>
      <FigureTools
        place={place} words={words} onWords={setWords} hint={t('needs.findHint')} find={find} more={more} onMore={narrow ? null : setMore} onDone={() => grid.current?.focus()}
        extra={<>
          <a className="ctl" href={href('needs', { survey: active ?? rows[0]?.id ?? all[0]?.id ?? '' })}>{t('needs.toSurvey')}</a>
          {view.data && view.data.counts.carried > 0 && <ConfirmButton label={t('needs.confirmAll')} disabled={figures.readOnly} keys={() => keysInside(all.flatMap(carriedKeys), place)} confirm={figures.confirm} />}
        </>}
      >{narrow ? actions : <Help text={t('needs.help')} />}</FigureTools>
      {failure !== null && <ErrorNotice error={failure} />}
      <Loaded view={view} lines={10}>
        {() => (
          <div className="fg-grid">
            <Grid
              key={keep} keep={keep} ref={grid} label={t('needs.gridLabel')} columns={columns} rows={rows} rowId={idOf} rowName={(row) => plainName(row, language)}
              groups={{ of: sectionOf, title: (section) => t(`needs.section.${section}`) }} onChange={figures.onChange} describe={figures.describe} readOnly={figures.readOnly}
              onTrace={onTrace} onActive={(at) => setActive(at?.rowId ?? null)} onFilter={() => find.current?.focus()} today={todayText(language)}
              bar={bar}
              empty={<EmptyState title={t(`needs.empty.${words === '' ? tab : 'search'}`)} text={t(`needs.emptyText.${words === '' ? tab : 'search'}`)}>
                <button type="button" className="ctl" onClick={() => { setTab('all'); setWords(''); }}>{t('needs.showAll')}</button>
              </EmptyState>}
            />
          </div>
        )}
      </Loaded>
      {naming && <NameDialog service={naming} onClose={() => setNaming(null)} />}
    </>
  );
}
