import { useMemo, useState } from 'react';
import type { Phase, RestorationRow, RestorationView, RestoredState } from '#contract/api/restoration.ts';
import type { Language } from '#contract/format.ts';
import { PHASES } from '#contract/lists.ts';
import { Dialog } from '../../../components/Dialog.tsx';
import { Help } from '../../../components/figures/index.ts';
import { ErrorNotice } from '../../../components/Notice.tsx';
import { Card, EmptyState } from '../../../components/Page.tsx';
import { TableActions, type TableOut } from '../../../components/TableActions.tsx';
import { Raw, Uk } from '../../../components/Text.tsx';
import { choiceParser, Grid, type ActiveCell, type GridCell, type GridColumn, type Parsed } from '../../../grid/index.ts';
import { useText } from '../../../i18n/index.ts';
import { useFocusBack } from '../../../lib/formFocus.ts';
import { hasCyrillic, plain, plainText } from '../../../lib/text.ts';
import { usePlan } from '../../../plan/store.ts';
import { change } from '../../../plan/useChange.ts';
import { dayText } from '../../needs/cycle/parts.tsx';
import { useSend } from '../../needs/cycle/useSend.ts';
import { EntryForm, type FormField } from './EntryForm.tsx';
import { statesTable, TimeChart } from './TimeChart.tsx';
import { day, levelText, named, placeChoices, rowName, say, serviceChoices } from './words.ts';

/** How services and points worked and work: the chart, the table to fill, and the dated states of one row. */
export function StatesView({ view }: { readonly view: RestorationView }) {
  const { t, language } = useText();
  const readOnly = usePlan((plan) => plan.info?.readOnly === true);
  const [asked, setAsked] = useState<string | null>(null);
  const [adding, setAdding] = useState(false);
  const columns = useMemo(() => columnsOf(view, language), [view, language]);
  const known = view.rows.filter((row) => row.states.length > 0);
  const row = view.rows.find((each) => each.id === asked);
  const table = (): TableOut => {
    const twin = statesTable(view, known, language);
    return { title: t('restoration.state.title'), note: `${t('restoration.state.scale')} ${view.scale.map((step) => levelText(view, step.level, language)).join(', ')} (${t('restoration.state.proposal')})`, columns: twin.columns.map((column) => ({ title: column.label, kind: 'text' as const })), rows: twin.rows.map((each) => each.cells.map((cell) => (cell.kind === 'text' ? cell.label : null))) };
  };
  const bar = ({ row: at, column, cell }: ActiveCell<RestorationRow>) => (
    <>
      <span className="m">{column.title}{cell.text !== '' && ` · ${cell.text}`}</span>
      <button type="button" className="g-bt" onClick={() => setAsked(at.id)}>{t('restoration.state.dates')}</button>
    </>
  );
  return (
    <>
      {known.length === 0 ? <EmptyState title={t('restoration.state.none')} text={t('restoration.state.emptyText')} /> : <TimeChart view={view} rows={known} />}
      <Card title={t('restoration.state.title')} action={<span className="row"><button type="button" className="ctl" disabled={readOnly} onClick={() => setAdding(true)}>{t('restoration.state.add')}</button>{known.length > 0 && <TableActions table={table} />}</span>}>
        <div className="note">{t('restoration.state.scale')} {view.scale.map((step) => <span key={step.level}>{step.level} – <Uk>{step.name}</Uk> (<Uk>{step.about}</Uk>); </span>)}<span className="mk as">{t('restoration.state.proposal')}</span> <Help text={t('restoration.state.help')} /></div>
        <div className="rs-grid">
          <Grid<RestorationRow>
            label={t('restoration.state.title')} columns={columns} rows={view.rows} rowId={(each) => each.id} rowName={(each) => plainText(rowName(each, language), language)} readOnly={readOnly} bar={bar} onTrace={({ rowId }) => setAsked(rowId)}
            onChange={async (cells) => {
              await change('restoration.levels.set', { items: cells.flatMap(({ row: id, col, value }) => { const of = view.rows.find((each) => each.id === id); return of ? [{ service: of.service, point: of.point, territory: of.territory, phase: col as Phase, level: value === null ? null : Number(value) as RestoredState['level'] }] : []; }) });
            }}
          />
        </div>
      </Card>
      {row && <RowStates view={view} row={row} readOnly={readOnly} onClose={() => setAsked(null)} />}
      {adding && <StateForm view={view} state={null} about={null} onDone={() => setAdding(false)} />}
    </>
  );
}

function columnsOf(view: RestorationView, language: Language): readonly GridColumn<RestorationRow>[] {
  const t = say(language);
  const parser = choiceParser(new Map(view.scale.flatMap((step) => [[levelText(view, step.level, language), String(step.level)], [String(step.level), String(step.level)]])), language);
  const parse = (text: string): Parsed => (text.trim() === '' ? { ok: true, value: null } : parser(text));
  const options = (): readonly string[] => view.scale.map((step) => levelText(view, step.level, language));
  const flag = (row: RestorationRow): string => [row.destroyed ? t('restoration.state.destroyed') : '', row.untold ? t('restoration.state.untold') : ''].filter((part) => part !== '').join(', ');
  return [
    { id: 'code', title: t('restoration.state.col.code'), width: 58, kind: 'computed', frozen: true, priority: 2, cell: (row) => ({ text: row.code ?? '', state: 'known' }) },
    { id: 'name', title: t('restoration.state.col.name'), width: 220, grow: true, kind: 'computed', frozen: true, rowHeader: true, cell: (row) => { const text = rowName(row, language); return { text, state: 'known', title: text, lang: language === 'en' && hasCyrillic(text) ? 'uk' : undefined }; } },
    ...PHASES.map((phase): GridColumn<RestorationRow> => ({
      id: phase, title: t(`restoration.phase.${view.words}.${phase}`), width: 160, kind: 'select', parse, options,
      cell: (row): GridCell => {
        const text = levelText(view, row.levels[phase], language);
        const state = row.states.findLast((each) => each.phase === phase);
        return text === '' ? { text, state: 'unknown' } : { text, state: 'known', title: [text, day(state?.day ?? '', language)].filter((part) => part !== '').join(' · '), ...(row.levels[phase] === 0 ? { display: () => <span className="cy-no">{text}</span> } : {}) };
      },
    })),
    { id: 'flag', title: t('restoration.state.col.flag'), width: 150, kind: 'computed', cell: (row) => { const text = flag(row); return { text, state: 'computed', why: row.destroyed ? t('restoration.state.destroyedLong') : t('restoration.state.why'), title: row.destroyed ? t('restoration.state.destroyedLong') : text, ...(text === '' ? {} : { display: () => <span className="cy-no">{text}</span> }) }; } },
  ];
}

/** The dated states of one row: changing, adding, removing. */
function RowStates({ view, row, readOnly, onClose }: { readonly view: RestorationView; readonly row: RestorationRow; readonly readOnly: boolean; readonly onClose: () => void }) {
  const { t, language } = useText();
  const send = useSend();
  const [editing, setEditing] = useState<RestoredState | 'new' | null>(null);
  // List and form take each other's place: the cell that asked gets the focus back in the end.
  useFocusBack();
  const title = t('restoration.state.list', { name: plain(row.name, language) });
  if (editing !== null) return <StateForm view={view} state={editing === 'new' ? null : editing} about={row} onDone={() => setEditing(null)} />;
  return (
    <Dialog wide title={title} onClose={onClose}>
      {row.destroyed && <p className="err">{t('restoration.state.destroyedLong')}</p>}
      {send.error && <ErrorNotice error={send.error} />}
      {row.states.length === 0 ? <p className="note">{t('restoration.state.none')}</p> : (
        <ul className="rs-states">
          {row.states.map((state) => (
            <li key={state.id}>
              <div><b className="w5">{t(`restoration.phase.${view.words}.${state.phase}`)}{state.day !== '' && `, ${day(state.day, language)}`}: {levelText(view, state.level, language)}</b>
                <p className="note">{state.source === '' ? t('figures.noSource') : <Raw>{state.source}</Raw>}{state.told !== '' && ` · ${t('restoration.state.col.told')}: ${day(state.told, language)}`}{state.note !== '' && <> · <Raw>{state.note}</Raw></>}</p></div>
              <span className="cy-acts">
                <button type="button" className="link" disabled={readOnly} onClick={() => setEditing(state)}>{t('capacity.providers.edit')}</button>
                <button type="button" className="link" disabled={readOnly} onClick={() => void send.send('restoration.state.remove', { id: state.id })}>{t('common.remove')}</button>
              </span>
            </li>
          ))}
        </ul>
      )}
      <div className="bt"><button type="button" className="ctl pri" disabled={readOnly} onClick={() => setEditing('new')}>{t('restoration.state.add')}</button><button type="button" className="ctl" onClick={onClose}>{t('common.close')}</button></div>
    </Dialog>
  );
}

/** One dated state; `about` = of this row, null = the service or point is chosen. */
function StateForm({ view, state, about, onDone }: { readonly view: RestorationView; readonly state: RestoredState | null; readonly about: RestorationRow | null; readonly onDone: () => void }) {
  const { t, language } = useText();
  const col = (id: string): string => t(`restoration.state.col.${id}`);
  const of = state ?? about;
  const fields: readonly FormField[] = [
    ...(of ? [] : [
      { id: 'service', label: col('service'), kind: 'choice', options: serviceChoices(view, t('restoration.state.notService'), language), hidden: (draft) => draft['point'] !== '' } as const,
      { id: 'point', label: col('point'), kind: 'choice', options: named(view.points, t('restoration.state.notPoint'), language), hidden: (draft) => draft['service'] !== '' } as const,
      { id: 'territory', label: col('place'), kind: 'choice', options: placeChoices(view, t('restoration.state.wholeCommunity'), language), hidden: (draft) => draft['point'] !== '' } as const,
    ] satisfies readonly FormField[]),
    { id: 'phase', label: col('phase'), kind: 'choice', options: PHASES.map((phase) => [phase, t(`restoration.phase.${view.words}.${phase}`)]) },
    { id: 'level', label: col('level'), kind: 'choice', options: view.scale.map((step) => [String(step.level), levelText(view, step.level, language)]) },
    { id: 'day', label: col('day'), kind: 'day' },
    { id: 'told', label: col('told'), kind: 'day', note: t('restoration.state.toldNote'), hidden: (draft) => draft['phase'] !== 'now' },
    { id: 'source', label: col('source'), kind: 'text', max: 400 }, { id: 'note', label: col('note'), kind: 'words', max: 1000 },
  ];
  return (
    <EntryForm title={`${t(state ? 'restoration.state.edit' : 'restoration.state.add')}${about ? `: ${plain(about.name, language)}` : ''}`} fields={fields} onDone={onDone}
      first={{ service: of?.service ?? '', point: of?.point ?? '', territory: of?.territory ?? '', phase: state?.phase ?? 'now', level: String(state?.level ?? 2), day: dayText(state?.day ?? view.today), told: dayText(state?.told ?? ''), source: state?.source ?? '', note: state?.note ?? '' }}
      onSave={(send, values, done) => void send('restoration.state.put', {
        ...(state ? { id: state.id } : {}), service: of?.service ?? '', point: of?.point ?? '', territory: of?.territory ?? '', told: '', ...values, level: Number(values['level']) as RestoredState['level'], phase: values['phase'] as Phase,
      }, done)} />
  );
}
