import { Refusal } from '../contract/errors.ts';
import type { Answers, Option, Question, Role, SamplePlan, SurveyInfo, Weighting } from '../contract/api/surveys.ts';
import { ROLES } from '../contract/lists.ts';
import type { Label } from '../contract/models.ts';
import { readJson } from '../store/files.ts';
import { answerCounts, answersOf, questionsOf, surveyAt, type StoredSurvey } from '../store/surveys.ts';
import { groupSize, populationOf } from './groupSizes.ts';
import type { PlanModel } from './model.ts';
import type { Program } from './program.ts';

interface Words extends Label { readonly id: string; readonly en: string }
/** The built-in questionnaire and the defaults of a sampling plan (resources/templates/questionnaire.json). */
export interface Template {
  readonly defaults: { readonly margin: number; readonly designEffect: number; readonly response: number; readonly trimLow: number; readonly trimHigh: number; readonly basis: Label };
  readonly name: { readonly uk: string; readonly en: string };
  readonly questions: Readonly<Record<Role | 'open', { readonly uk: string; readonly en: string }>>;
  readonly groups: readonly Words[];
  readonly services: readonly Words[];
}

/** Reads the template that is shipped. */
export function templateOf(program: Program): Template {
  const read = readJson(`${program.resourcesDir}/templates/questionnaire.json`);
  if (read === null) throw new Error('the built-in questionnaire is missing from the resources');
  return read as Template;
}

/** What a new survey begins with. */
export const defaultPlan = ({ defaults }: Template): { readonly plan: SamplePlan; readonly weighting: Weighting } => ({
  plan: { margin: defaults.margin, goal: 'whole', allocation: 'proportional', designEffect: defaults.designEffect, response: defaults.response, by: 'territory' },
  weighting: { by: ['territory', 'sex', 'age'], low: defaults.trimLow, high: defaults.trimHigh },
});

/** The survey of an id; refuses one that is not there. */
export function surveyOf(program: Program, id: string): StoredSurvey {
  const found = surveyAt(program.store().read, id);
  if (!found) throw new Refusal('input.unknownId', { what: 'survey', id });
  return found;
}

/** Model for names and choices where the page has no year of its own. */
export const anyModel = (program: Program): PlanModel => program.model(program.years().at(-1) ?? 0, 'base');

const FIXED: Readonly<Record<'sex' | 'age', readonly (Option & { readonly en: string })[]>> = {
  sex: [{ id: 'female', text: 'жінка', en: 'woman' }, { id: 'male', text: 'чоловік', en: 'man' }],
  age: [{ id: '0-17', text: 'до 18', en: 'under 18' }, { id: '18-59', text: '18–59', en: '18–59' }, { id: '60+', text: '60 і більше', en: '60 and over' }],
};

/** A question as it is asked now, in the language of its title: territories come from the plan, sex and age bands are those of the program. */
export function asked<Q extends Question>(model: PlanModel, question: Q): Q {
  const english = !/\p{Script=Cyrillic}/u.test(question.title);
  if (question.role === 'territory') return { ...question, options: model.children(model.root).map((id) => ({ id, text: (english ? model.territory(id)?.name.en : null) ?? model.territory(id)?.name.uk ?? id })) };
  if (question.role === 'sex' || question.role === 'age') return { ...question, options: FIXED[question.role].map(({ id, text, en }) => ({ id, text: english ? en : text })) };
  return question;
}

/** Name of a choice of a stratum for people who read results. */
export function optionName(model: PlanModel, role: Role, option: Option): Label {
  if (role === 'territory') return model.territory(option.id)?.name ?? { uk: option.text, en: null };
  if (role === 'groups') return model.groups.find((group) => group.id === option.id)?.name ?? { uk: option.text, en: null };
  const fixed = FIXED[role].find((each) => each.id === option.id);
  return { uk: fixed?.text ?? option.text, en: fixed?.en ?? null };
}

/** People in a stratum, or in the whole with role `whole`: entered for the survey, else by the plan (rounded to persons), else not known. */
export function sizeOf(model: PlanModel, survey: StoredSurvey, role: Role | 'whole', option: string): { readonly population: number | null; readonly from: 'entered' | 'plan' | 'none' } {
  const entered = survey.targets[role]?.[option];
  if (entered !== undefined) return { population: entered, from: 'entered' };
  const plan = role === 'whole' ? populationOf(model, model.root).range.base
    : role === 'territory' ? (model.territory(option) ? populationOf(model, option).range.base : null)
      : role === 'groups' ? (model.groups.some((group) => group.id === option) ? groupSize(model, option, model.root).range.base : null)
        : model.series.at('population', role === 'sex' ? { sex: option as 'female' } : { age: option as '60+' }, model.root)?.value ?? null;
  return plan === null ? { population: null, from: 'none' } : { population: Math.round(plan), from: 'plan' };
}

/** A survey with its questions as they are asked and its answers. */
export interface Respondents {
  readonly survey: StoredSurvey;
  readonly questions: readonly Question[];
  readonly rows: readonly { readonly id: string; readonly answers: Answers }[];
  /** The question of each stratum that is asked and has choices. */
  readonly byRole: ReadonlyMap<Role, Question>;
}

/** Reads a survey whole. */
export function respondentsOf(program: Program, model: PlanModel, id: string): Respondents {
  const survey = surveyOf(program, id);
  const { read } = program.store();
  const questions = questionsOf(read, id).map((question) => asked(model, question));
  const byRole = new Map<Role, Question>();
  for (const role of ROLES) {
    const question = questions.find((each) => each.role === role && each.options.length > 0);
    if (question) byRole.set(role, question);
  }
  return { survey, questions, rows: answersOf(read, id), byRole };
}

/** What a list says of a survey. */
export function infoOf(program: Program, survey: StoredSurvey): SurveyInfo {
  const { read } = program.store();
  const { id, name, started, ended, selection, invited, note } = survey;
  return { id, name, started, ended, selection, invited, note, questions: questionsOf(read, id).length, answers: answerCounts(read).get(id) ?? 0 };
}
