import { formatDate } from '../contract/format.ts';
import type { TakeBy, TakenFacts, TakePlace, TakeRow, TakeView } from '../contract/api/surveys.ts';
import { ROLES } from '../contract/lists.ts';
import type { Figure, MeasureId } from '../contract/models.ts';
import { Refusal } from '../contract/errors.ts';
import { SMALL_SAMPLE } from '../domain/needs/survey.ts';
import { chose } from '../domain/surveys/answers.ts';
import { marginOf } from '../domain/surveys/sample.ts';
import { putFigures } from '../store/figures.ts';
import { putUse, type StoredSurvey, type SurveyUse } from '../store/surveys.ts';
import { FIGURE_AREAS } from './figures.ts';
import { groupSize } from './groupSizes.ts';
import type { PlanModel } from './model.ts';
import { sentence, type Program } from './program.ts';
import { sizeOf, type Respondents } from './surveyFacts.ts';
import { amongOf, asAnswers, needShares, only, weightsOf, type Among } from './surveyResults.ts';
import { sizesOf } from './surveySample.ts';

/**
 * How a figure names the survey it comes from, in the plan's language as every source; weighted results are another source than plain ones,
 * and surveys of the same name and dates are numbered.
 */
export function sourceOf(model: PlanModel, { id, name, started, ended }: StoredSurvey, weighted: boolean): string {
  const dates = [...new Set([started, ended].filter((date) => date !== ''))].map((date) => formatDate(date, 'uk')).join('–');
  const base = `Опитування «${name}»${dates === '' ? '' : `, ${dates}`}${weighted ? ', зважено' : ''}`;
  const free = (source: string): boolean => (model.surveyUses.get(source)?.survey ?? id) === id;
  let source = base;
  for (let n = 2; !free(source); n += 1) source = `${base} (${n})`;
  return source;
}

type Place = { readonly id: string; readonly name: TakeRow['territoryName'] };
const WHOLE: Place = { id: '', name: null };

/** Cells the answers of some people can fill at one place: each service asked, among each group asked. */
function rowsAt(model: PlanModel, all: Respondents, place: Place, amongGroup: (group: string) => Among): readonly TakeRow[] {
  const territory = place.id === '' ? model.root : place.id;
  return (all.byRole.get('groups')?.options ?? []).flatMap((option) => {
    const group = model.groups.find((each) => each.id === option.id);
    if (!group) return [];
    const among = amongGroup(group.id);
    return all.questions.filter((question) => question.kind === 'service').flatMap((question): TakeRow[] => {
      const service = model.services.find((each) => each.id === question.service);
      if (!service) return [];
      const { share, weighted: by } = needShares(among, question.id);
      if (share.kind === 'none') return [];
      const result = by ?? share;
      const worth = asAnswers(share, by);
      const of = { service: service.id, group: group.id };
      const at = (measure: MeasureId): Figure | null => model.series.at(measure, of, territory);
      return [{
        ...of, territory: place.id, territoryName: place.name, serviceName: service.short ?? service.name, code: service.code, groupName: group.name, yes: worth.yes, answered: worth.answered, population: result.population, share: worth.share,
        now: { yes: at('surveyYes')?.value ?? null, answered: at('surveyAnswered')?.value ?? null, source: at('surveyAnswered')?.source ?? '' },
        blocked: result.kind === 'conflict' ? 'conflict' : null,
      }];
    });
  });
}

/** What can be taken over: for the whole community every cell with answers, in territories those with a share. */
function takeRows(model: PlanModel, all: Respondents, weighted: boolean, by: TakeBy): Pick<TakeView, 'canWeight' | 'rows' | 'places'> {
  const { weights } = weightsOf(model, all);
  const used = weighted ? weights : null;
  const canWeight = weights !== null;
  if (by === 'whole') return { canWeight, places: [], rows: rowsAt(model, all, WHOLE, (group) => amongOf(model, all, used, 'groups', group)) };
  const asked = all.byRole.get('groups')?.id ?? '';
  const found = (all.byRole.get('territory')?.options ?? []).map((option) => {
    const among = amongOf(model, all, used, 'territory', option.id);
    const name = model.territory(option.id)?.name ?? { uk: option.text, en: null };
    const sizeAt = (group: string): number | null => { const { base } = groupSize(model, group, option.id).range; return base === null ? null : Math.round(base); };
    const cells = among.rows.length < SMALL_SAMPLE ? [] : rowsAt(model, all, { id: option.id, name }, (group) => only(among, ({ answers }) => chose(answers, asked, group), sizeAt(group)));
    const rows = cells.filter((row) => row.share.rate !== null || row.blocked !== null);
    const ready = rows.filter((row) => row.blocked === null).length;
    const why = ready > 0 ? null : among.rows.length < SMALL_SAMPLE ? 'few' : rows.length > 0 ? 'conflict' : 'fewInGroups';
    return { rows, place: { id: option.id, name, answers: among.rows.length, cells: ready, why } satisfies TakePlace };
  });
  return { canWeight, rows: found.flatMap(({ rows }) => rows), places: found.map(({ place }) => place) };
}

/** What of a survey can be taken over to the needs. */
export function takeView(model: PlanModel, all: Respondents, wanted: boolean, by: TakeBy): TakeView {
  const found = takeRows(model, all, wanted, by);
  const weighted = wanted && found.canWeight;
  return { ...found, by, weighted, source: sourceOf(model, all.survey, weighted) };
}

/** Who answered and how the results are weighted, kept with the source: papers tell it when the answers have changed or are gone. */
export function factsOf(model: PlanModel, all: Respondents, weighted: boolean): TakenFacts {
  const { survey: { name, started, ended, invited, note, plan }, survey, rows } = all;
  const { margins, result } = weightsOf(model, all).view;
  return {
    name, started, ended, invited, note, answered: rows.length, population: sizeOf(model, survey, 'whole', '').population, designEffect: plan.designEffect,
    strata: ROLES.flatMap((role) => {
      const question = all.byRole.get(role);
      if (!question) return [];
      return [{
        role, unsaid: rows.filter(({ answers }) => answers[question.id] === undefined).length,
        rows: sizesOf(model, all, role, question).map((size) => ({ name: size.name, people: size.population, answered: size.answered })),
      }];
    }),
    weights: weighted && result !== null ? { by: margins.filter((margin) => margin.state === 'used').map((margin) => margin.role), kish: result.kish, lowest: result.lowest, highest: result.highest } : null,
  };
}

/** Margin of error of results taken over, for the whole community: of those chosen by chance, from 30 answers on. */
export function marginTaken({ selection, facts: { answered, population, designEffect, weights } }: SurveyUse): number | null {
  if (answered > 0 && answered === population) return 0;
  const effective = weights?.kish ?? answered;
  return (selection === 'random' || selection === 'all') && effective >= SMALL_SAMPLE && !(population !== null && population < answered) ? marginOf(effective, population, designEffect) : null;
}

type Cells = readonly { readonly service: string; readonly group: string; readonly territory: string }[];
const keyOf = ({ service, group, territory }: Cells[number]): string => `${service} ${group} ${territory}`;

/** Stores results as figures of service × group and remembers which survey they come from: one undo step. */
export function take(program: Program, model: PlanModel, all: Respondents, wanted: boolean, cells: Cells) {
  const { survey } = all;
  const chosenKeys = new Set(cells.map(keyOf));
  const ways = [...new Set(cells.map(({ territory }) => (territory === '' ? 'whole' : 'territory')))] as const;
  const found = ways.map((by) => takeRows(model, all, wanted, by));
  const weighted = wanted && found.some(({ canWeight }) => canWeight);
  if (wanted && !weighted) throw new Refusal('survey.notWeighted', { off: weightsOf(model, all).view.result?.off ?? null });
  const chosen = found.flatMap(({ rows }) => rows).filter((row) => row.blocked === null && chosenKeys.has(keyOf(row)));
  const source = sourceOf(model, survey, weighted);
  const asOf = survey.ended || survey.started;
  const { author } = program.settings();
  return program.change(sentence('surveys.take', { name: survey.name, count: chosen.length }), [...FIGURE_AREAS, 'surveys'], (tx) => {
    const figures = chosen.flatMap((row): Figure[] => {
      const note = weighted && row.share.answered !== row.answered ? `Зважено: відповіли ${row.share.answered}, ефективно ${row.answered}.` : '';
      const figure = (measure: MeasureId, value: number): Figure => ({
        ...model.key(measure, { service: row.service, group: row.group }, row.territory === '' ? model.root : row.territory), value, low: null, high: null, method: 'survey', source, asOf, counted: 'person', author, note, state: 'entered',
      });
      return [figure('surveyYes', row.yes), figure('surveyAnswered', row.answered), ...(row.population === null ? [] : [figure('surveyPopulation', row.population)])];
    });
    putFigures(tx, figures, program.now().toISOString());
    putUse(tx, { source, survey: survey.id, selection: survey.selection, facts: factsOf(model, all, weighted) });
  });
}
