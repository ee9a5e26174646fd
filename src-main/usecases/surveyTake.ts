import { formatDate } from '../contract/format.ts';
import type { TakeRow, TakeView } from '../contract/api/surveys.ts';
import type { Figure, MeasureId } from '../contract/models.ts';
import { putFigures } from '../store/figures.ts';
import { putUse, type StoredSurvey } from '../store/surveys.ts';
import { FIGURE_AREAS } from './figures.ts';
import type { PlanModel } from './model.ts';
import { sentence, type Program } from './program.ts';
import type { Respondents } from './surveyFacts.ts';
import { amongOf, needShares, weightsOf } from './surveyResults.ts';

/** How a figure names the survey it comes from, in the plan's language as every source; surveys of the same name and dates are numbered. */
export function sourceOf(model: PlanModel, { id, name, started, ended }: StoredSurvey): string {
  const dates = [...new Set([started, ended].filter((date) => date !== ''))].map((date) => formatDate(date, 'uk')).join('–');
  const base = `Опитування «${name}»${dates === '' ? '' : `, ${dates}`}`;
  const free = (source: string): boolean => (model.surveyUses.get(source)?.survey ?? id) === id;
  let source = base;
  for (let n = 2; !free(source); n += 1) source = `${base} (${n})`;
  return source;
}

/** Cells the answers can fill: each service asked, among each group asked. Weighted results stand as effective answers, so that the interval stays honest. */
export function takeRows(model: PlanModel, all: Respondents, weighted: boolean): { readonly canWeight: boolean; readonly rows: readonly TakeRow[] } {
  const groups = all.byRole.get('groups');
  const { weights } = weightsOf(model, all);
  if (!groups) return { canWeight: weights !== null, rows: [] };
  const used = weighted ? weights : null;
  const rows = groups.options.flatMap((option) => {
    const group = model.groups.find((each) => each.id === option.id);
    if (!group) return [];
    const among = amongOf(model, all, used, 'groups', group.id);
    return all.questions.filter((question) => question.kind === 'service').flatMap((question): TakeRow[] => {
      const service = model.services.find((each) => each.id === question.service);
      if (!service) return [];
      const { share, weighted: by } = needShares(among, question.id);
      if (share.kind === 'none') return [];
      const result = by ?? share;
      // Where everybody answered nothing is weighted; under 30 no weighted rate is named: the plain counts are what is known.
      const plain = used === null || result.rate === null || result.kind === 'exact';
      const answered = plain ? share.answered : Math.floor(result.kish + 1e-9);
      const yes = plain || result.rate === null ? share.yes : Math.round(result.rate * answered);
      const of = { service: service.id, group: group.id };
      const at = (measure: MeasureId): Figure | null => model.series.at(measure, of, model.root);
      return [{
        ...of, serviceName: service.short ?? service.name, code: service.code, groupName: group.name, yes, answered, population: result.population, share: plain ? share : result,
        now: { yes: at('surveyYes')?.value ?? null, answered: at('surveyAnswered')?.value ?? null, source: at('surveyAnswered')?.source ?? '' },
        blocked: result.kind === 'conflict' ? 'conflict' : null,
      }];
    });
  });
  return { canWeight: weights !== null, rows };
}

export const takeView = (model: PlanModel, all: Respondents, weighted: boolean): TakeView => {
  const { canWeight, rows } = takeRows(model, all, weighted);
  return { source: sourceOf(model, all.survey), weighted: weighted && canWeight, canWeight, rows };
};

/** Stores results as figures of service × group and remembers which survey they come from: one undo step. */
export function take(program: Program, model: PlanModel, all: Respondents, weighted: boolean, cells: readonly { readonly service: string; readonly group: string }[]) {
  const { survey } = all;
  const { rows, canWeight } = takeRows(model, all, weighted);
  const wanted = new Set(cells.map(({ service, group }) => `${service} ${group}`));
  const chosen = rows.filter((row) => row.blocked === null && wanted.has(`${row.service} ${row.group}`));
  const source = sourceOf(model, survey);
  const asOf = survey.ended || survey.started;
  const { author } = program.settings();
  return program.change(sentence('surveys.take', { name: survey.name, count: chosen.length }), [...FIGURE_AREAS, 'surveys'], (tx) => {
    const figures = chosen.flatMap((row): Figure[] => {
      const note = weighted && canWeight && row.share.answered !== row.answered ? `Зважено: відповіли ${row.share.answered}, ефективно ${row.answered}.` : '';
      const figure = (measure: MeasureId, value: number): Figure => ({
        ...model.key(measure, { service: row.service, group: row.group }, model.root), value, low: null, high: null, method: 'survey', source, asOf, counted: 'person', author, note, state: 'entered',
      });
      return [figure('surveyYes', row.yes), figure('surveyAnswered', row.answered), ...(row.population === null ? [] : [figure('surveyPopulation', row.population)])];
    });
    putFigures(tx, figures, program.now().toISOString());
    putUse(tx, { source, survey: survey.id, selection: survey.selection });
  });
}
