import { useEffect, useId, useMemo, useRef, useState, type ReactNode } from 'react';
import type { Output } from '#contract/api.ts';
import type { CentreAge, CentrePlace } from '#contract/api/centre.ts';
import { figureColumn, provenanceColumns, useCellRoute, useFigures, usePlace, useWantedCell, type FigureColumn } from '../../../components/figures/index.ts';
import { Loaded } from '../../../components/Loaded.tsx';
import { Notice } from '../../../components/Notice.tsx';
import { Card } from '../../../components/Page.tsx';
import { TableActions, type TableOut } from '../../../components/TableActions.tsx';
import { Says } from '../../../components/Text.tsx';
import { openTrace } from '../../../components/trace/store.ts';
import { Grid, numCell, type ActiveCell, type GridColumn, type GridHandle } from '../../../grid/index.ts';
import { useText } from '../../../i18n/index.ts';
import { plain, plainText, shown } from '../../../lib/text.ts';
import { todayText } from '../../../lib/today.ts';
import { useScope } from '../../../plan/store.ts';
import { useView } from '../../../plan/useView.ts';
import { nameAt, nameCell, outOf, serviceText, type Centre } from './names.ts';

type People = Output<'centre.people'>;
const MEASURES = ['served', 'waiting'] as const;
const SEXES = ['all', 'female', 'male'] as const;

/** People of one service at the provider or a unit: by settlement with coverage, or by sex and age. */
export function PeopleCard({ centre }: { readonly centre: Centre }) {
  const { t, language } = useText();
  const scope = useScope();
  const id = useId();
  const [chosen, setChosen] = useState('');
  const [by, setBy] = useState<'places' | 'served' | 'waiting'>('places');
  // A link to a figure of a place, a sex or an age opens the service and the part it stands in.
  const wanted = useWantedCell();
  const { root } = usePlace();
  const split = wanted !== null && (wanted.sex !== 'all' || wanted.age !== 'all');
  const measure = MEASURES.find((each) => each === wanted?.measure);
  const asked = wanted !== null && measure !== undefined && (split || wanted.territory !== root) && centre.lines.some((row) => row.provider === wanted.provider && row.service === wanted.service) ? `${wanted.provider} ${wanted.service}` : '';
  useEffect(() => { if (asked !== '' && measure !== undefined) { setChosen(asked); setBy(split ? measure : 'places'); } }, [asked, split, measure]);
  const line = centre.lines.find((row) => `${row.provider} ${row.service}` === chosen) ?? centre.lines.find((row) => row.provider !== centre.provider.id) ?? centre.lines[0];
  if (!line) return null;
  const name = (row: Centre['lines'][number]): string => `${row.provider === centre.provider.id ? t('centre.whole') : nameAt(centre, row.provider)}: ${serviceText(row, language)}`;
  return (
    <Card title={t('centre.people.title')} note={t('centre.people.note')}>
      <div className="fg-tools">
        <label className="note" htmlFor={id}>{t('centre.people.which')}</label>
        <select id={id} className="in cy-which" value={`${line.provider} ${line.service}`} onChange={(event) => setChosen(event.target.value)}>
          {centre.lines.map((row) => <option key={`${row.provider} ${row.service}`} value={`${row.provider} ${row.service}`}>{plainText(name(row), language)}</option>)}
        </select>
        <span className="seg" role="group" aria-label={t('centre.people.by')}>
          {(['places', ...MEASURES] as const).map((each) => <button key={each} type="button" aria-pressed={by === each} onClick={() => setBy(each)}>{t(`centre.people.${each}`)}</button>)}
        </span>
      </div>
      <PeopleOf key={`${line.provider} ${line.service} ${by}`} provider={line.provider} service={line.service} by={by} whole={centre.provider.id} keep={`centre people ${line.provider} ${line.service} ${by} ${scope.year} ${scope.scenario}`} title={name(line)} />
    </Card>
  );
}

function PeopleOf({ provider, service, by, whole, keep, title }: { readonly provider: string; readonly service: string; readonly whole: string; readonly by: 'places' | 'served' | 'waiting'; readonly keep: string; readonly title: string }) {
  const scope = useScope();
  const view = useView('centre.people', { ...scope, provider, service }, ['capacity', 'needs']);
  return (
    <Loaded view={view} lines={6}>
      {(people) => (
        <>
          {people.differences.map((each) => <Notice key={`${each.key} ${JSON.stringify(each.params)}`} kind="wn"><Says>{each}</Says></Notice>)}
          {by === 'places' ? <PlacesGrid people={people} whole={whole} keep={keep} title={title} /> : <AgesGrid people={people} whole={whole} measure={by} keep={keep} />}
        </>
      )}
    </Loaded>
  );
}

const PLACE_FIGURES: readonly FigureColumn<CentrePlace>[] = MEASURES.map((id) => ({ id, title: id, width: 0, cell: (row) => row[id] }));
const placeId = (row: CentrePlace): string => row.territory;

function PlacesGrid({ people, whole, keep, title }: { readonly people: People; readonly whole: string; readonly keep: string; readonly title: string }) {
  const { t, language } = useText();
  const { year } = useScope();
  const byId = useMemo(() => new Map(people.places.map((row) => [row.territory, row])), [people]);
  const figures = useFigures<CentrePlace>({ rowOf: (id) => byId.get(id), columns: PLACE_FIGURES });
  const grid = useRef<GridHandle>(null);
  useCellRoute('capacity', grid, true, (key) => ({ row: key.territory, col: key.measure }), (key) => key.provider === people.provider && key.service === people.service && key.sex === 'all' && key.age === 'all' && byId.has(key.territory), { tab: 'providers', provider: whole });
  const name = (row: CentrePlace): string => shown(row.name, language);
  const columns: readonly GridColumn<CentrePlace>[] = [
    { id: 'place', title: t('centre.col.place'), width: 190, grow: true, kind: 'computed', frozen: true, rowHeader: true, cell: (row) => ({ ...nameCell(name(row), language), ...(row.district ? { display: bold(name(row)) } : {}) }) },
    ...MEASURES.map((id) => figureColumn<CentrePlace>({ id, title: t(`centre.col.${id}`), width: 90, cell: (row) => row[id] }, language)),
    { id: 'identified', title: t('centre.col.identified'), width: 90, align: 'right', kind: 'computed', cell: (row) => numCell(row.identified, language, { why: t('centre.identifiedWhy') }) },
    { id: 'coverage', title: t('centre.col.coverage'), width: 96, align: 'right', kind: 'computed', cell: (row) => numCell(row.coverage, language, { why: t('centre.computed') }) },
    ...provenanceColumns<CentrePlace>((row) => MEASURES.map((id) => row[id]), language, { method: 84, source: 120, asOf: 78 }),
  ];
  const table = (): TableOut => ({
    title: t('centre.people.title'), note: t('centre.outNote', { name: title, year }),
    columns: [{ title: t('centre.col.place'), kind: 'text' }, { title: t('centre.col.served'), kind: 'number' }, { title: t('centre.col.waiting'), kind: 'number' }, { title: t('centre.col.identified'), kind: 'number' }, { title: t('centre.col.coverage'), kind: 'share' }],
    rows: people.places.map((row) => [name(row), outOf(row.served), outOf(row.waiting), outOf(row.identified), outOf(row.coverage)]),
  });
  const onTrace = ({ row, column }: ActiveCell<CentrePlace>): boolean => openTrace(column.id === 'place' ? null : row[column.id as 'served']?.ref);
  return (
    <>
      <div className="bt cy-right"><TableActions table={table} /></div>
      <div className="fg-grid">
        <Grid<CentrePlace> key={keep} keep={keep} ref={grid} label={t('centre.people.places')} columns={columns} rows={people.places} rowId={placeId} rowName={(row) => plain(row.name, language)} onChange={figures.onChange} describe={figures.describe} readOnly={figures.readOnly} onTrace={onTrace}
          today={todayText(language)} empty={<p className="note">{t('centre.people.noPlaces')}</p>} />
      </div>
    </>
  );
}

/** A district among its settlements. */
const bold = (text: string): ReactNode => <b className="w5">{text}</b>;

const AGE_FIGURES: readonly FigureColumn<CentreAge>[] = SEXES.map((id) => ({ id, title: id, width: 0, cell: (row) => row.cells[id] }));
const ageId = (row: CentreAge): string => row.age;

function AgesGrid({ people, whole, measure, keep }: { readonly people: People; readonly whole: string; readonly measure: 'served' | 'waiting'; readonly keep: string }) {
  const { t, language } = useText();
  const rows = people.ages[measure];
  const figures = useFigures<CentreAge>({ rowOf: (id) => rows.find((row) => row.age === id), columns: AGE_FIGURES });
  const grid = useRef<GridHandle>(null);
  useCellRoute('capacity', grid, true, (key) => ({ row: key.age, col: key.sex }), (key) => key.provider === people.provider && key.service === people.service && key.measure === measure && (key.sex !== 'all' || key.age !== 'all'), { tab: 'providers', provider: whole });
  const columns: readonly GridColumn<CentreAge>[] = [
    { id: 'age', title: t('centre.col.age'), width: 150, grow: true, kind: 'computed', frozen: true, rowHeader: true, cell: (row) => nameCell(t(`centre.age.${row.age}`), language) },
    ...SEXES.map((id) => figureColumn<CentreAge>({ id, title: t(`centre.sex.${id}`), width: 110, cell: (row) => row.cells[id] }, language)),
    ...provenanceColumns<CentreAge>((row) => SEXES.map((id) => row.cells[id]), language, { method: 84, source: 150, asOf: 78 }),
  ];
  const onTrace = ({ row, column }: ActiveCell<CentreAge>): boolean => { const cell = SEXES.find((id) => id === column.id); return openTrace(cell && row.cells[cell].ref); };
  return (
    <div className="fg-grid cy-short">
      <Grid<CentreAge> key={keep} keep={keep} ref={grid} label={t(`centre.people.${measure}`)} columns={columns} rows={rows} rowId={ageId} rowName={(row) => t(`centre.age.${row.age}`)} onChange={figures.onChange} describe={figures.describe} readOnly={figures.readOnly} onTrace={onTrace}
        today={todayText(language)} />
    </div>
  );
}
