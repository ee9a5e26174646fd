import type { Answers, Question } from '../contract/api/surveys.ts';
import type { Tx } from '../store/handles.ts';
import { addAnswers, putQuestion, putSurvey, putTheme, setCode, type StoredSurvey, type SurveyUse } from '../store/surveys.ts';
import type { PlanModel } from './model.ts';
import type { Program } from './program.ts';
import { readSample } from './sampleFiles.ts';
import { respondentsOf } from './surveyFacts.ts';
import { factsOf } from './surveyTake.ts';

/** A survey of a sample plan as it lies in `resources/samples`. */
interface SampleSurvey {
  readonly survey: StoredSurvey;
  /** How the figures filled from this survey name it. */
  readonly source: string;
  readonly questions: readonly Question[];
  readonly themes: readonly { readonly question: string; readonly id: string; readonly name: string }[];
  /** Answers that each theme stands on. */
  readonly codes: Readonly<Record<string, readonly string[]>>;
  /** Invented answers by their random ids. */
  readonly answers: Readonly<Record<string, Answers>>;
}

/** Adds a survey of a sample with its answers and themes. */
export function seedSurvey(tx: Tx, program: Program, name: string): void {
  const { survey, questions, themes, codes, answers } = readSample<SampleSurvey>(program, name);
  putSurvey(tx, survey);
  questions.forEach((question, sort) => { putQuestion(tx, survey.id, { ...question, sort }); });
  addAnswers(tx, survey.id, Object.entries(answers).map(([id, said]) => ({ id, answers: said })));
  themes.forEach(({ question, ...theme }, sort) => {
    putTheme(tx, survey.id, question, { ...theme, sort });
    for (const answer of codes[theme.id] ?? []) setCode(tx, survey.id, question, answer, theme.id, true);
  });
}

/** The source under which the figures of a plan hold the results of a survey of a sample: they are its answers, so they follow how its respondents were chosen. */
export function sampleUse(program: Program, model: PlanModel, name: string): SurveyUse {
  const { survey: { id, selection }, source } = readSample<SampleSurvey>(program, name);
  return { source, survey: id, selection, facts: factsOf(model, respondentsOf(program, model, id), false) };
}
