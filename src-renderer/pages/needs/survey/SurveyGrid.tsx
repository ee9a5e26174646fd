import { useMemo, useRef, useState } from 'react';
import type { SurveyRow, SurveyView } from '#contract/api/needs.ts';
import type { Cell, Num } from '#contract/models.ts';
import { asApiError, type ApiError } from '../../../api.ts';
import { choosePlace, leadOf, useCellRoute, useFigures, type FigureColumn, type Place } from '../../../components/figures/index.ts';
import { ErrorNotice } from '../../../components/Notice.tsx';
import { Card } from '../../../components/Page.tsx';
import { openTrace } from '../../../components/trace/store.ts';
import { Grid, type ActiveCell, type GridHandle } from '../../../grid/index.ts';
import { useText } from '../../../i18n/index.ts';
import { plain } from '../../../lib/text.ts';
import { todayText } from '../../../lib/today.ts';
import { usePlan, useScope } from '../../../plan/store.ts';
import { useView } from '../../../plan/useView.ts';
import { choose } from './choose.ts';
import { surveyColumns } from './surveyColumns.tsx';

const cellsOf = (row: SurveyRow): readonly Cell[] => [row.answered, row.yes, row.population, row.defaultRate];
const FIGURES: readonly FigureColumn<SurveyRow>[] = [
  { id: 'surveyAnswered', title: '', width: 0, method: 'survey', cell: (row) => row.answered },
  { id: 'surveyYes', title: '', width: 0, method: 'survey', cell: (row) => row.yes },
  { id: 'surveyPopulation', title: '', width: 0, cell: (row) => row.population },
  { id: 'needRate', title: '', width: 0, method: 'estimate', cell: (row) => row.defaultRate },
];

/** Answers of the survey by groups, the share that follows with its interval, and the persons it means. */
export function SurveyGrid({ survey, place }: { readonly survey: SurveyView; readonly place: Place }) {
  const { t, language } = useText();
  const scope = useScope();
  const { info } = usePlan();
  const grid = useRef<GridHandle>(null);
  const [added, setAdded] = useState<readonly string[]>([]);
  const [error, setError] = useState<ApiError | null>(null);
  const groups = useView('groups.view', { ...scope, territory: place.territory }, ['groups']);
  const { rows } = survey;
  const byId = useMemo(() => new Map(rows.map((row) => [row.group, row])), [rows]);
  const figures = useFigures<SurveyRow>({ rowOf: (id) => byId.get(id), columns: FIGURES }, async (cells) => {
    const counts = cells.filter((cell) => cell.col === 'counted');
    if (counts.length === 0) return;
    const changed = new Map(counts.map((cell) => [cell.row, cell.value === 'yes']));
    await choose(survey, { groups: rows.filter((row) => changed.get(row.group) ?? row.counted).map((row) => row.group) });
  });
  const columns = useMemo(() => surveyColumns(language, cellsOf, FIGURES), [language]);
  const key = rows[0]?.yes.key;
  const ready = key !== undefined && key.year === scope.year && key.territory === (place.territory === '' ? place.root : place.territory);
  useCellRoute('needs', grid, ready, (figure) => ({ row: figure.group === '' ? rows[0]?.group ?? '' : figure.group, col: figure.measure }), (figure) => {
    const territory = figure.territory === place.root ? '' : figure.territory;
    if (territory !== place.territory && place.all.some((one) => one.id === figure.territory)) choosePlace(territory);
    return true;
  }, { survey: survey.service.id });

  const onTrace = ({ row, column }: ActiveCell<SurveyRow>): boolean => {
    const nums: Readonly<Record<string, Num | undefined>> = { size: row.size, surveyAnswered: row.answered, surveyYes: row.yes, surveyPopulation: row.population, needRate: row.defaultRate, rate: row.rate, potential: row.potential };
    const num = nums[column.id] ?? leadOf(cellsOf(row));
    return openTrace(num?.ref);
  };
  const rest = (groups.data?.rows ?? []).filter((group) => !rows.some((row) => row.group === group.id) && !added.includes(group.id));
  const add = async (group: string): Promise<void> => {
    setError(null);
    try {
      await choose(survey, { groups: [...rows.filter((row) => row.counted).map((row) => row.group), group] });
      setAdded([...added, group]);
    } catch (thrown) { setError(asApiError(thrown)); }
  };
  const keep = `survey ${survey.service.id} ${info?.path ?? ''} ${scope.year} ${scope.scenario} ${place.territory}`;
  return (
    <Card
      title={t('needs.survey.groups')} note={<span className="fg-wide">{t('needs.survey.groupsNote')}</span>}
      action={rest.length > 0 && (
        <span className="row">
          <label className="vh" htmlFor="sv-add">{t('needs.survey.addGroup')}</label>
          <select id="sv-add" className="in fg-sel" value="" disabled={figures.readOnly} onChange={(event) => void add(event.target.value)}>
            <option value="">{t('needs.survey.addGroup')}</option>
            {rest.map((group) => <option key={group.id} value={group.id}>{plain(group.name, language)}</option>)}
          </select>
        </span>
      )}
    >
      {error && <ErrorNotice error={error} />}
      {rows.length === 0 ? <p className="note text">{t('needs.survey.noGroups')}</p> : (
        <div className="sv-grid" style={{ height: `calc(${Math.min(330, 114 + 26 * rows.length)} * var(--px))` }}>
          <Grid
            key={keep} keep={keep} ref={grid} label={t('needs.survey.gridLabel')} columns={columns} rows={rows} rowId={(row) => row.group} rowName={(row) => plain(row.name, language)}
            onChange={figures.onChange} describe={figures.describe} readOnly={figures.readOnly} onTrace={onTrace} today={todayText(language)}
          />
        </div>
      )}
    </Card>
  );
}
