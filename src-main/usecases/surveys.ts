import type { Answers, QuestionView, surveys as methods } from '../contract/api/surveys.ts';
import { Refusal } from '../contract/errors.ts';
import type { Area } from '../contract/method.ts';
import { fitAll } from '../domain/surveys/answers.ts';
import { asksPersonal } from '../domain/surveys/personal.ts';
import {
  addAnswers, answerAt, answerCounts, answersOf, clearAnswers, codesOf, orderQuestions, putQuestion, putSurvey, putTheme, questionsOf, removeAnswer, removeQuestion, removeSurvey, removeTheme, setAnswers, setCode, setUseSelection, surveysOf, themesOf, type StoredQuestion,
} from '../store/surveys.ts';
import { FIGURE_AREAS } from './figures.ts';
import { sentence, type Handlers, type Program } from './program.ts';
import { anyModel, asked, defaultPlan, infoOf, respondentsOf, surveyOf, templateOf } from './surveyFacts.ts';
import { newQuestions } from './surveyForm.ts';
import { questionnaire } from './surveyPaper.ts';
import { fileRows, readTable, readView, withoutPersonal } from './surveyRead.ts';
import { resultsView } from './surveyResults.ts';
import { sampleView } from './surveySample.ts';
import { take, takeView } from './surveyTake.ts';

const AREAS: readonly Area[] = ['surveys', 'plan', 'history'];

function questionOf(program: Program, survey: string, id: string): StoredQuestion {
  const found = questionsOf(program.store().read, survey).find((each) => each.id === id);
  if (!found) throw new Refusal('input.unknownId', { what: 'question', id });
  return found;
}

function answerOf(program: Program, survey: string, id: string): Answers {
  const found = answerAt(program.store().read, survey, id);
  if (!found) throw new Refusal('input.unknownId', { what: 'answer', id });
  return found;
}

/** Answers of one respondent as they are kept: refused when one does not fit its question or nothing was said, with what looks personal hidden. */
function cleanAnswers(program: Program, survey: string, answers: Answers): ReturnType<typeof withoutPersonal> {
  const model = anyModel(program);
  const questions = questionsOf(program.store().read, survey).map((question) => asked(model, question));
  const unknown = Object.keys(answers).find((each) => !questions.some((question) => question.id === each));
  if (unknown !== undefined) throw new Refusal('input.unknownId', { what: 'question', id: unknown });
  const fitted = fitAll(questions, answers);
  if (!fitted.ok) throw new Refusal('survey.answer', { question: questions.find((question) => question.id === fitted.question)?.title ?? '', id: fitted.question });
  if (Object.keys(fitted.answers).length === 0) throw new Refusal('survey.nothing');
  return withoutPersonal(questions, fitted.answers);
}

function refuseUnknownService(program: Program, service: string): void {
  if (service !== '' && !program.book().service(service)) throw new Refusal('input.unknownId', { what: 'service', id: service });
}

/** Use cases of surveys. */
export const surveys: Handlers<keyof typeof methods> = {
  'surveys.view': (program) => surveysOf(program.store().read).map((survey) => infoOf(program, survey)),
  'surveys.form.view': (program, { survey: id }) => {
    const model = anyModel(program);
    const survey = surveyOf(program, id);
    const list = questionsOf(program.store().read, id).map((question): QuestionView => {
      const service = model.services.find((each) => each.id === question.service);
      return { ...asked(model, question), asks: asksPersonal(question.title), serviceName: service?.name ?? null };
    });
    return { ...infoOf(program, survey), list, plan: survey.plan, weighting: survey.weighting, assumptions: templateOf(program).defaults.basis };
  },
  'surveys.sample.view': (program, { year, scenario, survey }) => {
    const model = program.model(year, scenario);
    return sampleView(model, respondentsOf(program, model, survey));
  },
  'surveys.results.view': (program, { year, scenario, survey, ...of }) => {
    const model = program.model(year, scenario);
    return resultsView(program, model, respondentsOf(program, model, survey), of);
  },
  'surveys.open.view': (program, { survey, question }) => {
    const { questions, rows } = respondentsOf(program, anyModel(program), survey);
    const open = questions.filter((each) => each.kind === 'open');
    const id = open.find((each) => each.id === question)?.id ?? open[0]?.id ?? '';
    const { read } = program.store();
    const codes = codesOf(read, survey, id);
    const byAnswer = Map.groupBy(codes, (code) => code.answer);
    const said = rows.flatMap(({ id: answer, answers }) => { const text = answers[id]; return typeof text === 'string' && id !== '' ? [{ answer, text, themes: (byAnswer.get(answer) ?? []).map((code) => code.theme) }] : []; });
    return {
      question: id, rows: said, coded: said.filter((row) => row.themes.length > 0).length,
      questions: open.map((each) => ({ id: each.id, title: each.title, answered: rows.filter(({ answers }) => answers[each.id] !== undefined).length })),
      themes: themesOf(read, survey, id).map((theme) => ({ id: theme.id, name: theme.name, count: codes.filter((code) => code.theme === theme.id).length })),
    };
  },
  'surveys.answers.view': (program, { survey, from, limit, answer }) => {
    surveyOf(program, survey);
    const rows = answersOf(program.store().read, survey).map((row, i) => ({ ...row, n: i + 1 }));
    return { count: rows.length, rows: answer === '' ? rows.slice(from, from + limit) : rows.filter((row) => row.id === answer) };
  },
  'surveys.take.view': (program, { year, scenario, survey, weighted, by }) => {
    const model = program.model(year, scenario);
    return takeView(model, respondentsOf(program, model, survey), weighted, by);
  },
  'surveys.read': (program, input) => readView(program, input),
  'surveys.file': (program, { name, base64 }) => fileRows(program, name, base64),
  'surveys.questionnaire': (program, { survey, ...how }) => questionnaire(program, survey, how),
  'surveys.add': (program, { name, from, copy, language }) => {
    const id = program.newId();
    const { read } = program.store();
    const copied = from === 'copy' ? surveyOf(program, copy) : null;
    const template = templateOf(program);
    const base = copied ?? { ...defaultPlan(template), targets: {} };
    const questions = copied ? questionsOf(read, copied.id) : from === 'builtin' ? newQuestions(program, anyModel(program), template, language) : [];
    const revision = program.change(sentence('surveys.add', { name }), AREAS, (tx) => {
      putSurvey(tx, { id, name: name.trim(), started: '', ended: '', selection: 'unknown', invited: null, note: '', plan: base.plan, weighting: base.weighting, targets: base.targets, sort: (surveysOf(read).at(-1)?.sort ?? 0) + 1 });
      questions.forEach((question, sort) => putQuestion(tx, id, { ...question, sort }));
    });
    return { ...revision, id };
  },
  'surveys.set': (program, { survey: id, ...patch }) => {
    const survey = surveyOf(program, id);
    const given = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
    const chosen = patch.selection !== undefined && patch.selection !== survey.selection;
    return program.change(sentence('surveys.set', { name: survey.name }), chosen ? [...FIGURE_AREAS, 'surveys'] : AREAS, (tx) => {
      putSurvey(tx, { ...survey, ...given });
      if (patch.selection !== undefined) setUseSelection(tx, id, patch.selection);
    });
  },
  'surveys.size': (program, { survey: id, role, option, people }) => {
    const survey = surveyOf(program, id);
    const { [option]: _, ...rest } = survey.targets[role] ?? {};
    return program.change(sentence('surveys.set', { name: survey.name }), AREAS, (tx) => putSurvey(tx, { ...survey, targets: { ...survey.targets, [role]: people === null ? rest : { ...rest, [option]: people } } }));
  },
  'surveys.remove': (program, { survey: id }) => {
    const survey = surveyOf(program, id);
    return program.change(sentence('surveys.remove', { name: survey.name }), AREAS, (tx) => removeSurvey(tx, id));
  },
  'surveys.question.put': (program, { survey: id, id: question, question: given, after }) => {
    const survey = surveyOf(program, id);
    refuseUnknownService(program, given.service);
    const list = questionsOf(program.store().read, id);
    const old = question === '' ? null : questionOf(program, id, question);
    if (given.role !== '' && list.some((each) => each.role === given.role && each.id !== question)) throw new Refusal('survey.roleTwice', { role: given.role });
    const own = old?.id ?? program.newId();
    const revision = program.change(sentence(`surveys.question.${old ? 'change' : 'add'}`, { name: survey.name }), AREAS, (tx) => {
      putQuestion(tx, id, { ...given, id: own, title: given.title.trim(), sort: old?.sort ?? list.length });
      if (old) return;
      const order = list.map((each) => each.id);
      order.splice(after === '' ? order.length : order.indexOf(after) + 1, 0, own);
      orderQuestions(tx, id, order);
    });
    return { ...revision, id: own };
  },
  'surveys.question.move': (program, { survey, id, by }) => {
    const { name } = surveyOf(program, survey);
    questionOf(program, survey, id);
    const order = questionsOf(program.store().read, survey).map((each) => each.id);
    const from = order.indexOf(id);
    order.splice(from, 1);
    order.splice(Math.max(0, Math.min(order.length, from + by)), 0, id);
    return program.change(sentence('surveys.question.move', { name }), AREAS, (tx) => orderQuestions(tx, survey, order));
  },
  'surveys.question.remove': (program, { survey, id }) => {
    const { name } = surveyOf(program, survey);
    questionOf(program, survey, id);
    return program.change(sentence('surveys.question.remove', { name }), AREAS, (tx) => removeQuestion(tx, survey, id));
  },
  'surveys.answer.add': (program, { survey: id, answers }) => {
    const { name } = surveyOf(program, id);
    const clean = cleanAnswers(program, id, answers);
    const own = program.newId();
    const revision = program.change(sentence('surveys.answer', { name }), AREAS, (tx) => addAnswers(tx, id, [{ id: own, answers: clean.answers }]));
    return { ...revision, id: own, hidden: clean.hidden, answers: answerCounts(program.store().read).get(id) ?? 0 };
  },
  'surveys.answer.set': (program, { survey, id, answers }) => {
    const { name } = surveyOf(program, survey);
    const old = answerOf(program, survey, id);
    const clean = cleanAnswers(program, survey, answers);
    // What was said to questions that are no longer asked stays, as it does when a question is removed.
    const asked = new Set(questionsOf(program.store().read, survey).map((question) => question.id));
    const gone = Object.fromEntries(Object.entries(old).filter(([question]) => !asked.has(question)));
    return { ...program.change(sentence('surveys.answerSet', { name }), AREAS, (tx) => setAnswers(tx, survey, id, { ...gone, ...clean.answers })), hidden: clean.hidden };
  },
  'surveys.answer.remove': (program, { survey, id }) => {
    const { name } = surveyOf(program, survey);
    answerOf(program, survey, id);
    return program.change(sentence('surveys.answerRemove', { name }), AREAS, (tx) => removeAnswer(tx, survey, id));
  },
  'surveys.answers.add': (program, input) => {
    const survey = surveyOf(program, input.survey);
    const { answers } = readTable(program, input);
    if (answers.length === 0) throw new Refusal('survey.nothing');
    const revision = program.change(sentence('surveys.answers', { name: survey.name, count: answers.length }), AREAS, (tx) => addAnswers(tx, survey.id, answers.map((each) => ({ id: program.newId(), answers: each }))));
    return { ...revision, added: answers.length };
  },
  'surveys.answers.clear': (program, { survey: id }) => {
    const survey = surveyOf(program, id);
    return program.change(sentence('surveys.clear', { name: survey.name }), AREAS, (tx) => clearAnswers(tx, id));
  },
  'surveys.theme.put': (program, { survey, question, id, name }) => {
    questionOf(program, survey, question);
    const themes = themesOf(program.store().read, survey, question);
    const old = themes.find((theme) => theme.id === id);
    if (id !== '' && !old) throw new Refusal('input.unknownId', { what: 'theme', id });
    const own = old?.id ?? program.newId();
    const revision = program.change(sentence('surveys.theme', { name }), AREAS, (tx) => putTheme(tx, survey, question, { id: own, name: name.trim(), sort: old?.sort ?? (themes.at(-1)?.sort ?? 0) + 1 }));
    return { ...revision, id: own };
  },
  'surveys.theme.remove': (program, { survey, question, id }) => {
    const theme = themesOf(program.store().read, survey, question).find((each) => each.id === id);
    if (!theme) throw new Refusal('input.unknownId', { what: 'theme', id });
    return program.change(sentence('surveys.themeRemove', { name: theme.name }), AREAS, (tx) => removeTheme(tx, survey, question, id));
  },
  'surveys.code': (program, { survey, question, answer, theme, on }) => {
    const { read } = program.store();
    const found = themesOf(read, survey, question).find((each) => each.id === theme);
    if (!found) throw new Refusal('input.unknownId', { what: 'theme', id: theme });
    answerOf(program, survey, answer);
    return program.change(sentence('surveys.code', { name: found.name }), AREAS, (tx) => setCode(tx, survey, question, answer, theme, on));
  },
  'surveys.take': (program, { year, scenario, survey, weighted, cells }) => {
    const model = program.model(year, scenario);
    return take(program, model, respondentsOf(program, model, survey), weighted, cells);
  },
};
