import type { Question, ResultsView, Role, ServiceResult, Share, ShareRow, WeightMargin, WeightView } from '../contract/api/surveys.ts';
import { ROLES } from '../contract/lists.ts';
import { chose, SATISFIED_FROM, serviceAnswer } from '../domain/surveys/answers.ts';
import { kish, rake, type Margin } from '../domain/surveys/rake.ts';
import { meanOf, shareOf } from '../domain/surveys/share.ts';
import type { PlanModel } from './model.ts';
import { infoOf, optionName, sizeOf, type Respondents } from './surveyFacts.ts';
import { sizesOf } from './surveySample.ts';
import type { Program } from './program.ts';

const WEIGHTED = ['territory', 'sex', 'age'] as const;

/** Whether a stratum can be a margin, and the margin itself. */
function marginOfRole(model: PlanModel, all: Respondents, role: Role): { readonly about: WeightMargin; readonly margin: Margin | null } {
  const chosen = all.survey.weighting.by.includes(role);
  const question = all.byRole.get(role);
  const nothing = { role, chosen, missing: [], empty: [], unsaid: 0 };
  if (!question) return { about: { ...nothing, state: 'noQuestion' }, margin: null };
  const sizes = sizesOf(model, all, role, question);
  const of = all.rows.map(({ answers }) => sizes.findIndex(({ id }) => chose(answers, question.id, id)));
  const missing = sizes.filter(({ population }) => population === null).map(({ name }) => name);
  const empty = sizes.filter(({ population, answered }) => (population ?? 0) > 0 && answered === 0).map(({ name }) => name);
  const zero = sizes.some(({ population, answered }) => population === 0 && answered > 0);
  const state = missing.length > 0 ? 'missing' : zero ? 'zero' : chosen ? 'used' : 'off';
  const about: WeightMargin = { role, chosen, state, missing, empty, unsaid: of.filter((c) => c < 0).length };
  return { about, margin: state === 'used' && about.unsaid < of.length ? { of, people: sizes.map(({ population }) => population ?? 0) } : null };
}

/** Weights of the respondents, null when there is nothing to weight to or the weights did not settle. */
export function weightsOf(model: PlanModel, all: Respondents): { readonly view: WeightView; readonly weights: readonly number[] | null } {
  const margins = WEIGHTED.map((role) => marginOfRole(model, all, role));
  const used = margins.flatMap(({ margin }) => (margin === null ? [] : [margin]));
  const view = { margins: margins.map(({ about }) => about) };
  if (used.length === 0 || all.rows.length === 0) return { view: { ...view, result: null }, weights: null };
  const raked = rake(all.rows.length, used, all.survey.weighting);
  const { weights, converged, iterations, off, trimmed } = raked;
  return {
    view: { ...view, result: { converged, iterations, off, trimmed, kish: kish(weights), lowest: Math.min(...weights), highest: Math.max(...weights) } },
    weights: converged ? weights : null,
  };
}

/** Some respondents with their weights. */
export interface Among { readonly rows: Respondents['rows']; readonly weights: readonly number[] | null; readonly population: number | null; readonly selection: Respondents['survey']['selection'] }

/** Those of them who are meant, with their number of people. */
export const only = (from: Among, keep: (row: Respondents['rows'][number]) => boolean, population: number | null): Among => {
  const at = from.rows.flatMap((row, i) => (keep(row) ? [i] : []));
  return { ...from, population, rows: at.flatMap((i) => from.rows[i] ?? []), weights: from.weights === null ? null : at.map((i) => from.weights?.[i] ?? 0) };
};

/** What a respondent said: yes, no, or nothing (null). */
type Says = (row: Respondents['rows'][number]) => boolean | null;

/** A share of those who said yes or no, with the weights of `among`. */
export function shareAmong({ rows, weights, population, selection }: Among, said: Says): Share {
  const answers = rows.map(said);
  const known = answers.flatMap((each, i) => (each === null ? [] : [i]));
  return shareOf(known.map((i) => answers[i] === true), weights === null ? null : known.map((i) => weights[i] ?? 0), population, selection);
}

/** The same unweighted and weighted. */
const shares = (among: Among, said: Says): { readonly share: Share; readonly weighted: Share | null } =>
  ({ share: shareAmong({ ...among, weights: null }, said), weighted: among.weights === null ? null : shareAmong(among, said) });

/** What counts as yes to a question: needs the service; is satisfied with it; chose the option. */
export function saysOf(question: Question, what: 'share' | 'satisfied', option: string): Says {
  if (question.kind !== 'service') return ({ answers }) => (answers[question.id] === undefined ? null : chose(answers, question.id, option) || answers[question.id] === Number(option));
  return ({ answers }) => {
    const [needs, , satisfied] = serviceAnswer(answers, question.id);
    return what === 'satisfied' ? (satisfied === null ? null : satisfied >= SATISFIED_FROM) : needs === null ? null : needs === 1;
  };
}

/** Shares of those who need a service. */
export const needShares = (among: Among, question: string) => shares(among, ({ answers }) => { const [needs] = serviceAnswer(answers, question); return needs === null ? null : needs === 1; });

/** All respondents of a survey, or those of one stratum. */
export function amongOf(model: PlanModel, all: Respondents, weights: readonly number[] | null, role: Role | '', option: string): Among {
  const { survey } = all;
  const whole: Among = { rows: all.rows, weights, population: sizeOf(model, survey, 'whole', '').population, selection: survey.selection };
  const question = role === '' ? undefined : all.byRole.get(role);
  return role === '' || !question ? whole : only(whole, ({ answers }) => chose(answers, question.id, option), sizeOf(model, survey, role, option).population);
}

function serviceResult(model: PlanModel, among: Among, question: Question): ServiceResult {
  const service = model.services.find((each) => each.id === question.service);
  const said = among.rows.map(({ answers }) => serviceAnswer(answers, question.id));
  const marks = said.flatMap(([, , satisfied], i) => (satisfied === null ? [] : [{ satisfied, weight: among.weights?.[i] ?? 1 }]));
  return {
    id: question.service, question: question.id, name: service?.short ?? service?.name ?? { uk: question.title, en: null }, code: service?.code ?? null, ...needShares(among, question.id),
    gets: said.filter(([, gets]) => gets === 1).length, getsAnswered: said.filter(([, gets]) => gets !== null).length,
    without: said.filter(([needs, gets]) => needs === 1 && gets === 0).length,
    satisfied: shareAmong({ ...among, weights: null, population: null }, saysOf(question, 'satisfied', '')),
    satisfaction: meanOf(marks.map(({ satisfied }) => satisfied), among.weights === null ? null : marks.map(({ weight }) => weight)),
  };
}

/** Shares of the options of a question among those who answered it, and the mean of a scale or a number. */
function distribution(model: PlanModel, among: Among, question: Question): ResultsView['questions'][number] {
  const options = question.kind === 'scale' ? Array.from({ length: question.max }, (_, i) => ({ id: String(i + 1), text: String(i + 1) })) : question.kind === 'number' ? [] : question.options;
  const has = (row: Respondents['rows'][number]): boolean => row.answers[question.id] !== undefined;
  const numbers = question.kind === 'scale' || question.kind === 'number' ? among.rows.flatMap(({ answers }, i) => { const value = answers[question.id]; return typeof value === 'number' ? [{ value, weight: among.weights?.[i] ?? 1 }] : []; }) : [];
  return {
    id: question.id, title: question.title, kind: question.kind, answered: among.rows.filter(has).length,
    mean: meanOf(numbers.map(({ value }) => value), among.weights === null ? null : numbers.map(({ weight }) => weight)),
    rows: options.map((option): ShareRow => ({
      id: option.id, code: null, name: question.role === '' ? { uk: option.text, en: question.kind === 'scale' ? option.text : null } : optionName(model, question.role, option),
      ...shares(among, saysOf(question, 'share', option.id)),
    })),
  };
}

/** What the page of results shows. */
export function resultsView(program: Program, model: PlanModel, all: Respondents, { role, option, question: asked }: { readonly role: Role | ''; readonly option: string; readonly question: string }): ResultsView {
  const { view, weights } = weightsOf(model, all);
  const among = amongOf(model, all, weights, role, option);
  const split = all.questions.find((each) => each.id === asked && each.kind === 'service');
  const strata = ROLES.flatMap((each) => { const question = all.byRole.get(each); return question ? [{ role: each, question }] : []; });
  return {
    survey: infoOf(program, all.survey), answers: all.rows.length, among: among.rows.length, population: among.population, weights: view,
    services: all.questions.filter((each) => each.kind === 'service').map((each) => serviceResult(model, among, each)),
    questions: all.questions.filter((each) => each.kind !== 'service' && each.kind !== 'open').map((each) => distribution(model, among, each)),
    strata: strata.map(({ role: each, question }) => ({ role: each, options: sizesOf(model, all, each, question).map(({ id, name, answered }) => ({ id, name, answers: answered })) })),
    split: split === undefined ? [] : strata.map(({ role: each, question }) => ({
      role: each, rows: sizesOf(model, all, each, question).map(({ id, name }): ShareRow => ({ id, name, code: null, ...needShares(amongOf(model, all, weights, each, id), split.id) })),
    })),
  };
}

/**
 * A share as answers that can be stored: a weighted one as the answers it is worth, so that its interval stays honest. Where everybody answered
 * nothing is weighted, and under 30 no weighted rate is named: the plain counts are what is known.
 */
export function asAnswers(plain: Share, by: Share | null): { readonly yes: number; readonly answered: number; readonly share: Share; readonly weighted: boolean } {
  if (by === null || by.rate === null || by.kind === 'exact') return { yes: plain.yes, answered: plain.answered, share: plain, weighted: false };
  const answered = Math.floor(by.kish + 1e-9);
  return { yes: Math.round(by.rate * answered * 1e4) / 1e4, answered, share: by, weighted: true };
}
