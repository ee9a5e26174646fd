import { useMemo, useState } from 'react';
import type { Input } from '#contract/api.ts';
import type { StaffActivity, StaffMode, StaffWay, StaffWorkView } from '#contract/api/staff.ts';
import { formatDate, type Language } from '#contract/format.ts';
import { TRAVEL_MODES } from '#contract/lists.ts';
import { asApiError, type ApiError } from '../../../api.ts';
import { Loaded } from '../../../components/Loaded.tsx';
import { ErrorNotice, Notice } from '../../../components/Notice.tsx';
import { Num } from '../../../components/Num.tsx';
import { Card } from '../../../components/Page.tsx';
import { TableActions } from '../../../components/TableActions.tsx';
import { Says, Tx } from '../../../components/Text.tsx';
import { Grid, numberParser, useBlankRows, type ActiveCell, type CellChange, type CellError, type GridCell, type GridColumn, type NumberValue } from '../../../grid/index.ts';
import { translate, useText } from '../../../i18n/index.ts';
import { wayBack } from '../../../lib/formFocus.ts';
import { href } from '../../../lib/route.ts';
import { hasCyrillic, plain, shown } from '../../../lib/text.ts';
import { usePlan } from '../../../plan/store.ts';
import { change } from '../../../plan/useChange.ts';
import { useView } from '../../../plan/useView.ts';
import { ChoiceField } from '../../needs/projection/fields.tsx';
import { NumberField } from '../../needs/surveys/NumberField.tsx';
import { amountCell } from './cells.ts';
import { namesOf } from './names.ts';
import { describeRefusal, refusedCells } from './refused.ts';

type At = Input<'staffWork.view'>;
interface Line { readonly id: string; readonly line: StaffActivity | null }
const NUMBERS = ['recipients', 'times', 'volume', 'minutes'] as const;
/** Empty rows kept for typing and pasting, and how many are pasted at once. */
const EMPTY_ROWS = 3;
const MOST_ROWS = 200;

/** The work behind a number of posts: what is done, for how many, how often, how long; travel; support work. */
export function WorkView({ at, readOnly, onBack }: { readonly at: At; readonly readOnly: boolean; readonly onBack: () => void }) {
  const { t } = useText();
  const view = useView('staffWork.view', at, ['capacity', 'needs', 'reference']);
  return (
    <>
      <div className="bt"><button type="button" ref={wayBack} className="ctl" onClick={onBack}>{t('staff.work.back')}</button></div>
      <Loaded view={view} lines={10}>{(data) => <Work view={data} at={at} readOnly={readOnly} />}</Loaded>
    </>
  );
}

function Work({ view, at, readOnly }: { readonly view: StaffWorkView; readonly at: At; readonly readOnly: boolean }) {
  const { t, language } = useText();
  const table = useView('staff.view', { year: at.year, scenario: at.scenario }, ['capacity']);
  const names = table.data && namesOf(table.data, language);
  const [error, setError] = useState<ApiError | null>(null);
  const run = (act: Promise<unknown>): void => { setError(null); act.catch((thrown: unknown) => setError(asApiError(thrown))); };
  const { year, provider, service, category } = at;
  const address = { year, provider, service, category };
  const keep = `work ${usePlan((state) => state.info?.path) ?? ''} ${Object.values(address).join(' ')}`;
  const blank = useBlankRows(keep, useMemo(() => new Set(view.activities.map((line) => line.activity)), [view]), EMPTY_ROWS);
  const rows = useMemo((): readonly Line[] => [...view.activities.map((line) => ({ id: line.activity, line })), ...(readOnly ? [] : blank.ids.map((id) => ({ id, line: null })))], [view, readOnly, blank.ids]);
  const columns = useMemo(() => workColumns(language), [language]);
  const onChange = async (cells: readonly CellChange[]): Promise<void | readonly CellError[]> => {
    const lines = [...Map.groupBy(cells, (cell) => cell.row)].flatMap(([id, own]): Input<'staff.setWork'>['lines'][number][] => {
      const patch = Object.fromEntries(own.map(({ col, value }) => [col, typeof value === 'object' && value !== null ? (value as NumberValue).value : String(value)]));
      const known = rows.find((row) => row.id === id)?.line;
      return known || own.some((cell) => cell.text.trim() !== '') ? [{ ...patch, activity: id }] : [];
    });
    try { if (lines.length > 0) await change('staff.setWork', { ...address, lines }); } catch (thrown) { return refusedCells(thrown, cells, language); }
    return undefined;
  };
  const bar = ({ row }: ActiveCell<Line>) => row.line && row.line.kind === 'action' && (
    <>
      <span className="m">{row.line.hint ? <Hint line={row.line} /> : shown(row.line.label, language)}</span>
      <button type="button" className="g-bt" disabled={readOnly || NUMBERS.every((id) => row.line?.[id] === null)} onClick={() => run(change('staff.removeWork', { year, provider, service, activity: row.id }))}>{t('staff.work.removeLine')}</button>
    </>
  );
  const out = () => ({
    title: t('staff.work.grid'), note: names ? `${names.unit(provider)}, ${names.service(service)}, ${names.category(category)}` : '',
    columns: [{ title: t('staff.work.col.name'), kind: 'text' as const }, ...['recipients', 'times', 'volume', 'minutes', 'hours'].map((id) => ({ title: t(`staff.work.col.${id}`), kind: 'number' as const }))],
    rows: view.activities.map((line) => [line.kind === 'travel' ? t('staff.work.travel') : shown(line.label, language), line.recipientsUsed, line.timesUsed, line.volumeUsed, line.minutesUsed, line.hours]),
  });
  const { compare } = view;
  return (
    <>
      {error && <ErrorNotice error={error} />}
      <Card title={<Tx k="staff.work.title" p={{ name: names ? `${names.category(category)}, ${names.service(service)}, ${names.unit(provider)}` : '' }} />} action={<span className="row"><TableActions table={out} /></span>}>
        {compare && <p className="row">{(['norm', 'workload', 'actual', 'difference', 'ratio'] as const).map((id) => <span key={id}>{t(`staff.compare.${id}`)}: <b><Num num={compare[id]} label={t(`staff.compare.${id}`)} /></b></span>)}</p>}
        {compare && <ul className="lst">{compare.reasons.map((reason, at) => <li key={at} className="note"><Says>{reason}</Says></li>)}</ul>}
        {view.activities.some((line) => line.visit && line.minutesUsed === null && line.volumeUsed !== 0) && <Notice kind="wn">{t('staff.work.noMinutes')}</Notice>}
        <p className="note text">{t('staff.work.about')}</p>
        <div className="st-low"><Grid key={keep} keep={keep} label={t('staff.work.grid')} columns={columns} rows={rows} rowId={(row) => row.id} rowName={(row) => (row.line ? (row.line.kind === 'travel' ? t('staff.work.travel') : plain(row.line.label, language)) : t('staff.work.newRow'))} onChange={onChange} describe={(thrown) => describeRefusal(thrown, language)} onGrow={readOnly ? undefined : (count) => blank.grow(Math.min(count, MOST_ROWS - blank.ids.length))} readOnly={readOnly} bar={bar} /></div>
        <div className="row pj-bar">
          <NumberField label={t('staff.work.support')} value={Math.round(view.support * 1e6) / 1e4} low={0} high={95} disabled={readOnly} onSet={(value) => run(change('staff.setShare', { ...address, support: value / 100 }))} onEmpty={() => run(change('staff.setShare', { ...address, support: null }))} />
          <NumberField label={t('staff.work.individual')} value={view.individual / 60} low={0} high={1e6} disabled={readOnly} onSet={(value) => run(change('staff.setShare', { ...address, individual: value * 60 }))} onEmpty={() => run(change('staff.setShare', { ...address, individual: null }))} />
          <span className="note">{view.hours === null ? t('staff.work.hoursUnknown') : t('staff.work.hours', { n: view.hours })}</span>
        </div>
      </Card>
      <Ways view={view} readOnly={readOnly} onRun={run} onMode={(mode) => run(change('staff.setShare', { ...address, mode }))} />
    </>
  );
}

function Hint({ line }: { readonly line: StaffActivity }) {
  const { language } = useText();
  const text = line.hint ? shown(line.hint, language) : '';
  return <span lang={language === 'en' && hasCyrillic(text) ? 'uk' : undefined}>{text}</span>;
}

const UNITS = { recipients: 'person', times: 'times', volume: 'times', minutes: 'minute' } as const;

/** Entered values in ink, those of norms and of the register as assumptions. */
function workColumns(language: Language): readonly GridColumn<Line>[] {
  const t = (key: string): string => translate(key, { lng: language });
  const isAction = (row: Line): boolean => row.line === null || row.line.kind === 'action';
  const number = (id: (typeof NUMBERS)[number]): GridColumn<Line> => ({
    id, title: t(`staff.work.col.${id}`), width: 104, align: 'right', kind: 'number', editable: isAction, parse: numberParser('decimal', language),
    cell: ({ line }): GridCell => {
      if (line === null) return { text: '', state: 'known' };
      const own = line[id];
      const used = line[`${id}Used`];
      if (line.kind === 'travel') return used === null ? { text: '', state: 'na' } : { ...amountCell(used, UNITS[id], language, { own: false }), why: t('staff.work.travelWhy') };
      const value = own ?? used;
      return amountCell(value, UNITS[id], language, { own: own !== null });
    },
  });
  return [
    {
      id: 'name', title: t('staff.work.col.name'), width: 260, grow: true, kind: 'text', frozen: true, rowHeader: true, editable: (row) => row.line === null || row.line.name !== '',
      cell: ({ line }) => { const text = line === null ? '' : line.kind === 'travel' ? t('staff.work.travel') : shown(line.label, language); return { text, ...(line === null ? { display: <span className="q">{t('staff.work.newRow')}</span>, words: t('staff.work.newRow') } : { title: text }), state: 'known', why: line?.kind === 'travel' ? t('staff.work.travelWhy') : t('staff.work.bookName'), lang: language === 'en' && hasCyrillic(text) ? 'uk' : undefined }; },
      parse: (text) => (text.length > 200 ? { ok: false, message: t('staff.table.tooLong') } : { ok: true, value: text.trim() }),
    },
    ...NUMBERS.map(number),
    { id: 'hours', title: t('staff.work.col.hours'), width: 104, align: 'right', kind: 'computed', cell: ({ line }) => (line === null ? { text: '', state: 'na' } : amountCell(line.hours, 'hour', language, { state: 'computed' })) },
    { id: 'source', title: t('staff.work.col.source'), width: 150, kind: 'text', priority: 2, editable: (row) => row.line?.kind === 'action', cell: ({ line }) => ({ text: line?.source ?? '', state: 'known', lang: language === 'en' && hasCyrillic(line?.source ?? '') ? 'uk' : undefined }) },
  ];
}

/** Minutes to the settlements where recipients live. */
function Ways({ view, readOnly, onRun, onMode }: { readonly view: StaffWorkView; readonly readOnly: boolean; readonly onRun: (act: Promise<unknown>) => void; readonly onMode: (mode: StaffMode) => void }) {
  const { t, language } = useText();
  const { mode } = view;
  const columns = useMemo(() => wayColumns(mode, language), [mode, language]);
  const onChange = async (cells: readonly CellChange[]): Promise<void> => {
    const ways = [...Map.groupBy(cells, (cell) => cell.row)].flatMap(([id, own]) => {
      const way = view.ways.find((each) => each.territory === id);
      const typed = new Map(own.map((cell) => [cell.col, cell.value]));
      const minutes = typed.has('minutes') ? (typed.get('minutes') as NumberValue).value : way?.from === 'matrix' ? way.minutes : null;
      return way && mode !== '' ? [{ origin: way.origin, destination: id, mode, minutes, source: typed.has('note') ? String(typed.get('note')) : way.note }] : [];
    });
    if (ways.length > 0) await change('travel.own', { ways });
  };
  const bar = ({ row }: ActiveCell<StaffWay>) => row.from === 'matrix' && mode !== '' && <button type="button" className="g-bt" disabled={readOnly} onClick={() => onRun(change('travel.own', { ways: [{ origin: row.origin, destination: row.territory, mode, minutes: null }] }))}>{t('staff.work.removeLine')}</button>;
  return (
    <Card title={t('staff.work.ways')}>
      {view.ways.length === 0 ? <p className="note text">{t('staff.work.waysNone')}</p> : (
        <>
          <p className="note text"><Tx k="staff.work.waysAbout" p={{ seat: view.seat }} /> <a href={href('capacity', { tab: 'reach', view: 'times' })}>{t('staff.work.toReach')}</a></p>
          <div className="row pj-bar"><ChoiceField label={t('staff.work.mode')} value={mode} options={(['', ...TRAVEL_MODES] as const).map((each) => [each, t(`staff.work.modes.${each || 'none'}`)] as const)} onChange={(next) => { if (!readOnly) onMode(next); }} /></div>
          <div className="st-low"><Grid label={t('staff.work.ways')} columns={columns} rows={view.ways} rowId={(row) => row.territory} rowName={(row) => plain(row.name, language)} onChange={onChange} readOnly={readOnly} bar={bar} /></div>
        </>
      )}
    </Card>
  );
}

function wayColumns(mode: StaffMode, language: Language): readonly GridColumn<StaffWay>[] {
  const t = (key: string): string => translate(key, { lng: language });
  return [
    { id: 'place', title: t('staff.work.way.place'), width: 220, grow: true, kind: 'text', frozen: true, rowHeader: true, editable: () => false, cell: (row) => ({ text: shown(row.name, language), state: 'known', lang: language === 'en' && hasCyrillic(shown(row.name, language)) ? 'uk' : undefined }) },
    { id: 'served', title: t('staff.work.way.served'), width: 90, align: 'right', kind: 'number', editable: () => false, cell: (row) => amountCell(row.served, 'person', language) },
    { id: 'minutes', title: t('staff.work.way.minutes'), width: 130, align: 'right', kind: 'number', editable: (row) => mode !== '' && row.from !== 'inside' && row.from !== 'correction', parse: numberParser('decimal', language), cell: (row) => ({ ...amountCell(row.minutes === null ? null : Math.round(row.minutes), 'minute', language, { own: row.from === 'matrix' || row.from === 'correction' }), why: row.from === 'correction' ? t('staff.work.corrected') : mode === '' ? t('staff.work.modeFirst') : undefined }) },
    { id: 'from', title: t('staff.work.way.from'), width: 210, kind: 'text', editable: () => false, cell: (row) => ({ text: row.why === null || row.from === 'correction' ? `${t(`staff.work.from.${row.from}`)}${row.until === '' ? '' : `, ${translate('staff.work.until', { lng: language, day: formatDate(row.until, language) })}`}` : t(`reach.why.${row.why}`), state: 'known' }) },
    { id: 'note', title: t('staff.work.way.note'), width: 200, kind: 'text', editable: (row) => mode !== '' && row.from === 'matrix', cell: (row) => ({ text: row.note, state: 'known', lang: language === 'en' && hasCyrillic(row.note) ? 'uk' : undefined }), parse: (text) => (text.length > 300 ? { ok: false, message: t('staff.table.tooLong') } : { ok: true, value: text.trim() }) },
  ];
}
