import type { Answers, Question } from '../contract/api/surveys.ts';
import type { Tx } from '../store/handles.ts';
import { addAnswers, putQuestion, putSurvey, putTheme, putUse, setCode, type StoredSurvey } from '../store/surveys.ts';
import type { Program } from './program.ts';
import { readSample } from './sampleFiles.ts';

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

/** Adds a survey of a sample with its answers and themes; the figures that name it as their source are its results. */
export function seedSurvey(tx: Tx, program: Program, name: string): void {
  const { survey, source, questions, themes, codes, answers } = readSample<SampleSurvey>(program, name);
  putSurvey(tx, survey);
  questions.forEach((question, sort) => { putQuestion(tx, survey.id, { ...question, sort }); });
  addAnswers(tx, survey.id, Object.entries(answers).map(([id, said]) => ({ id, answers: said })));
  themes.forEach(({ question, ...theme }, sort) => {
    putTheme(tx, survey.id, question, { ...theme, sort });
    for (const answer of codes[theme.id] ?? []) setCode(tx, survey.id, question, answer, theme.id, true);
  });
  putUse(tx, { source, survey: survey.id, selection: survey.selection });
}
