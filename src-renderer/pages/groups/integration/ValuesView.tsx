import { useMemo, useRef, useState } from 'react';
import type { Input } from '#contract/api.ts';
import type { IntegrationView } from '#contract/api/integration.ts';
import { formatDate, formatNumber } from '#contract/format.ts';
import { foldText } from '#contract/parse.ts';
import { asApiError } from '../../../api.ts';
import { Help } from '../../../components/figures/index.ts';
import { Loaded } from '../../../components/Loaded.tsx';
import { EmptyState } from '../../../components/Page.tsx';
import { Raw, Tx, Uk } from '../../../components/Text.tsx';
import { openTrace } from '../../../components/trace/store.ts';
import { Grid, type ActiveCell, type CellChange, type CellError, type GridHandle, type NumberValue } from '../../../grid/index.ts';
import { useText } from '../../../i18n/index.ts';
import { periodText } from '../../../lib/period.ts';
import { plain } from '../../../lib/text.ts';
import { usePlan, useScope } from '../../../plan/store.ts';
import { change } from '../../../plan/useChange.ts';
import { useView } from '../../../plan/useView.ts';
import { useRoute } from '../../../lib/route.ts';
import { goIntegration } from './go.ts';
import { MoveDialog, TakeDialog } from './periodDialogs.tsx';
import { kindOf, PeriodChooser } from './PeriodChooser.tsx';
import { SurveyDialog } from './SurveyDialog.tsx';
import { dimensionOf, peopleOf } from './texts.ts';
import { valueColumns, type ValueRow } from './valueColumns.tsx';

type Line = Input<'integration.set'>['cells'][number];
const NUMBERS: ReadonlySet<string> = new Set(['numerator', 'denominator', 'value', 'low', 'high']);

/** Changed cells of one line as a change of it: «~50» is an estimate. */
function lineOf(id: string, cells: readonly CellChange[]): Line {
  const [indicator = '', population = ''] = id.split(' ');
  const fields = cells.flatMap((cell): readonly (readonly [string, unknown])[] => {
    if (!NUMBERS.has(cell.col)) return [[cell.col, cell.value]];
    const { value, estimate } = cell.value as NumberValue;
    return estimate ? [[cell.col, value], ['method', 'estimate']] : [[cell.col, value]];
  });
  return { indicator, population: population as Line['population'], ...Object.fromEntries(fields) };
}

/** The sheet of one period: every indicator and population as a line to fill in. */
export function ValuesView({ view, readOnly }: { readonly view: IntegrationView; readonly readOnly: boolean }) {
  const { t, language } = useText();
  const { params } = useRoute();
  const scope = useScope();
  const { info } = usePlan();
  const asked = params.get('period');
  const period = asked !== null && /^\d{4}(-([HQ]\d|\d\d))?$/.test(asked) ? asked : view.periods.at(-1) ?? String(scope.year);
  const [words, setWords] = useState('');
  const [only, setOnly] = useState(false);
  const [opened, setOpened] = useState<'take' | 'move' | 'survey' | null>(null);
  const grid = useRef<GridHandle>(null);
  const find = useRef<HTMLInputElement>(null);
  const sheet = useView('integration.sheet', { ...scope, period }, ['groups', 'community', 'needs', 'reference']);
  const columns = useMemo(() => valueColumns(view, language), [view, language]);
  const all = useMemo(() => {
    const byId = new Map(view.indicators.map((each) => [each.id, each]));
    return (sheet.data?.rows ?? []).flatMap((row): readonly ValueRow[] => { const indicator = byId.get(row.indicator); return indicator ? [{ ...row, info: indicator }] : []; });
  }, [sheet.data, view.indicators]);
  const rows = useMemo(() => {
    const wanted = foldText(words).split(' ').filter(Boolean);
    return all.filter((row) => {
      const text = foldText(`${row.info.name.uk} ${row.info.name.en ?? ''} ${plain(dimensionOf(view, row.info.dimension), language)} ${plain(peopleOf(view, row.population), language)}`);
      return wanted.every((word) => text.includes(word)) && (!only || row.stored || row.info.frequency === kindOf(period));
    });
  }, [all, words, only, view, language, period]);
  const goTo = (next: string): void => goIntegration({ view: 'values', period: next });
  const onChange = async (cells: readonly CellChange[]): Promise<void | readonly CellError[]> => {
    const lines = [...Map.groupBy(cells, (cell) => cell.row)].map(([id, own]) => lineOf(id, own));
    try { await change('integration.set', { period, cells: lines }); } catch (thrown) {
      const { code, details } = asApiError(thrown);
      const id = `${String(details['indicator'])} ${String(details['population'])}`;
      const wrong = cells.filter((cell) => cell.row === id);
      if (wrong.length === 0) throw thrown;
      const own = wrong.filter((cell) => cell.col === details['field']);
      return (own.length > 0 ? own : wrong).map(({ row, col }) => ({ row, col, message: t(`errors.${code}`, details) }));
    }
  };
  const onTrace = ({ row }: ActiveCell<ValueRow>): boolean => openTrace(row.num.ref);
  const bar = ({ row }: ActiveCell<ValueRow>) => (
    <>
      <span className="m gr-name"><Uk>{row.info.name}</Uk> · <Uk>{peopleOf(view, row.population)}</Uk></span>
      <span className="m s">{row.info.denominator !== null && row.info.kind !== 'value' ? <Tx k={`integration.values.${row.info.factor === 1 ? 'of' : 'ofFactor'}`} p={{ numerator: row.info.numerator, denominator: row.info.denominator, factor: row.info.factor }} /> : <Uk>{row.info.numerator}</Uk>}{row.offer && <> · {t('integration.values.offer', { numbers: [row.offer.numerator, row.offer.denominator].map((n) => (n === null ? '–' : formatNumber(n, language))).join(' ÷ ') })} (<Raw>{row.offer.source}</Raw>)</>}</span>
      {row.offer && <button type="button" className="g-bt" disabled={readOnly} onClick={() => void change('integration.take', { ...scope, period, cells: [{ indicator: row.indicator, population: row.population }] }).catch(() => undefined)}>{t('integration.values.take')}</button>}
    </>
  );
  const keep = `integration ${info?.path ?? ''} ${period}`;
  return (
    <>
      <div className="fg-tools">
        <PeriodChooser period={period} onChange={goTo} />
        {view.periods.length > 0 && (
          <select className="in fg-sel" aria-label={t('integration.period.entered')} value={view.periods.includes(period) ? period : ''} onChange={(event) => { if (event.target.value !== '') goTo(event.target.value); }}>
            <option value="">{t('integration.period.entered')}</option>
            {view.periods.toReversed().map((each) => <option key={each} value={each}>{periodText(each, language)}</option>)}
          </select>
        )}
        <input ref={find} className="in fg-find" type="search" title="Ctrl+F" aria-label={t('integration.values.find')} placeholder={t('integration.values.find')} value={words} onChange={(event) => setWords(event.target.value)} onKeyDown={(event) => { if (event.key === 'Enter') grid.current?.focus(); }} />
        <button type="button" className={`ctl${only ? ' on' : ''}`} aria-pressed={only} title={t('integration.values.onlyHint')} onClick={() => setOnly(!only)}>{t('integration.values.only')}</button>
        <span className="sp" />
        {(sheet.data?.offered ?? 0) > 0 && <button type="button" className="ctl" disabled={readOnly} onClick={() => setOpened('take')}>{t('integration.values.takeAll', { n: sheet.data?.offered })}</button>}
        <button type="button" className="ctl" disabled={readOnly} onClick={() => setOpened('survey')}>{t('integration.survey.open')}</button>
        {view.periods.includes(period) && <button type="button" className="ctl" disabled={readOnly} onClick={() => setOpened('move')}>{t('integration.values.move')}</button>}
        <Help text={t('integration.values.help')} />
      </div>
      <Loaded view={sheet} lines={10}>
        {() => (
          <div className="fg-grid">
            <Grid<ValueRow>
              key={keep} keep={keep} ref={grid} label={`${t('integration.values.grid')}: ${periodText(period, language)}`} columns={columns} rows={rows} rowId={(row) => row.id} rowName={(row) => `${plain(row.info.name, language)}, ${plain(peopleOf(view, row.population), language)}`}
              groups={{ of: (row) => row.info.dimension, title: (id) => <Uk>{dimensionOf(view, id)}</Uk> }} onChange={onChange} describe={(thrown) => { const { code, details } = asApiError(thrown); return t('figures.notStored', { why: t([`errors.${code}`, 'errors.bug'], details) }); }}
              readOnly={readOnly} onTrace={onTrace} onFilter={() => find.current?.focus()} today={formatDate(view.today, language)} bar={bar}
              empty={<EmptyState title={t('integration.values.empty')} text={t('integration.values.emptyText')}><button type="button" className="ctl" onClick={() => { setWords(''); setOnly(false); }}>{t('integration.values.showAll')}</button></EmptyState>}
            />
          </div>
        )}
      </Loaded>
      {opened === 'take' && sheet.data && <TakeDialog view={view} sheet={sheet.data} onClose={() => setOpened(null)} />}
      {opened === 'survey' && <SurveyDialog view={view} period={period} onClose={() => setOpened(null)} />}
      {opened === 'move' && <MoveDialog period={period} onClose={() => setOpened(null)} onMoved={goTo} />}
    </>
  );
}
