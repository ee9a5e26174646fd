import type { Answers, Option, Question, SamplePlan, Selection, TakenFacts, Targets, Weighting } from '../contract/api/surveys.ts';
import type { Readable, Tx } from './handles.ts';

/** A survey as it is kept. */
export interface StoredSurvey {
  readonly id: string;
  readonly name: string;
  readonly started: string;
  readonly ended: string;
  readonly selection: Selection;
  readonly invited: number | null;
  readonly note: string;
  readonly plan: SamplePlan;
  readonly weighting: Weighting;
  readonly targets: Targets;
  readonly sort: number;
}
type SurveyRow = Omit<StoredSurvey, 'plan' | 'weighting' | 'targets'> & { readonly plan: string; readonly weighting: string; readonly targets: string };

const toSurvey = (row: SurveyRow): StoredSurvey => ({ ...row, plan: JSON.parse(row.plan) as SamplePlan, weighting: JSON.parse(row.weighting) as Weighting, targets: JSON.parse(row.targets) as Targets });

/** All surveys, in the order they were added. */
export const surveysOf = (read: Readable): readonly StoredSurvey[] => read.all<SurveyRow>('SELECT * FROM survey ORDER BY sort, id').map(toSurvey);

/** One survey, or undefined. */
export const surveyAt = (read: Readable, id: string): StoredSurvey | undefined => {
  const row = read.get<SurveyRow>('SELECT * FROM survey WHERE id = ?', id);
  return row && toSurvey(row);
};

const SURVEY = ['name', 'started', 'ended', 'selection', 'invited', 'note', 'plan', 'weighting', 'targets', 'sort'];

/** Adds a survey or changes it whole. */
export const putSurvey = (tx: Tx, s: StoredSurvey): number =>
  tx.run(`INSERT INTO survey (id, ${SURVEY.join(', ')}) VALUES (?${', ?'.repeat(SURVEY.length)}) ON CONFLICT DO UPDATE SET ${SURVEY.map((column) => `${column} = excluded.${column}`).join(', ')}`,
    s.id, s.name, s.started, s.ended, s.selection, s.invited, s.note, JSON.stringify(s.plan), JSON.stringify(s.weighting), JSON.stringify(s.targets), s.sort);

/** Removes a survey with everything of it. Figures taken over from it stay, with their source. */
export function removeSurvey(tx: Tx, id: string): void {
  for (const table of ['survey_code', 'survey_theme', 'survey_answer', 'survey_question']) tx.run(`DELETE FROM ${table} WHERE survey = ?`, id);
  tx.run('DELETE FROM survey WHERE id = ?', id);
}

/** A question with its place. */
export type StoredQuestion = Question & { readonly sort: number };

/** Questions of a survey in their order. */
export const questionsOf = (read: Readable, survey: string): readonly StoredQuestion[] =>
  read.all<Omit<StoredQuestion, 'options'> & { readonly options: string }>('SELECT id, sort, kind, role, title, options, service, max FROM survey_question WHERE survey = ? ORDER BY sort, id', survey)
    .map((row) => ({ ...row, options: JSON.parse(row.options) as Option[] }));

/** Adds a question or changes it whole. */
export const putQuestion = (tx: Tx, survey: string, q: StoredQuestion): number =>
  tx.run(`INSERT INTO survey_question (survey, id, sort, kind, role, title, options, service, max) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET sort = excluded.sort, kind = excluded.kind, role = excluded.role, title = excluded.title, options = excluded.options, service = excluded.service, max = excluded.max`,
    survey, q.id, q.sort, q.kind, q.role, q.title, JSON.stringify(q.options), q.service, q.max);

/** Gives questions the order of the ids. */
export function orderQuestions(tx: Tx, survey: string, ids: readonly string[]): void {
  ids.forEach((id, sort) => { tx.run('UPDATE survey_question SET sort = ? WHERE survey = ? AND id = ? AND sort <> ?', sort, survey, id, sort); });
}

/** Removes a question with its themes. Returns whether it was there. */
export function removeQuestion(tx: Tx, survey: string, id: string): boolean {
  tx.run('DELETE FROM survey_code WHERE survey = ? AND question = ?', survey, id);
  tx.run('DELETE FROM survey_theme WHERE survey = ? AND question = ?', survey, id);
  return tx.run('DELETE FROM survey_question WHERE survey = ? AND id = ?', survey, id) > 0;
}

/** How many answered each survey. */
export const answerCounts = (read: Readable): ReadonlyMap<string, number> =>
  new Map(read.all<{ survey: string; n: number }>('SELECT survey, count(*) AS n FROM survey_answer GROUP BY survey').map((row) => [row.survey, row.n]));

/** Answers of a survey by the random ids of the respondents. */
export const answersOf = (read: Readable, survey: string): readonly { readonly id: string; readonly answers: Answers }[] =>
  read.all<{ id: string; answers: string }>('SELECT id, answers FROM survey_answer WHERE survey = ? ORDER BY id', survey).map((row) => ({ id: row.id, answers: JSON.parse(row.answers) as Answers }));

/** Stores answers in the order of their random ids: the order they came in is lost, in the change log as well. */
export function addAnswers(tx: Tx, survey: string, rows: readonly { readonly id: string; readonly answers: Answers }[]): void {
  for (const row of rows.toSorted((a, b) => (a.id < b.id ? -1 : 1))) tx.run('INSERT INTO survey_answer (survey, id, answers) VALUES (?, ?, ?)', survey, row.id, JSON.stringify(row.answers));
}

/** One respondent's answers, or undefined. */
export const answerAt = (read: Readable, survey: string, id: string): Answers | undefined => {
  const found = read.value<string>('SELECT answers FROM survey_answer WHERE survey = ? AND id = ?', survey, id);
  return found === undefined ? undefined : JSON.parse(found) as Answers;
};

/** Changes one respondent's answers; themes of open answers that are gone go with them. */
export function setAnswers(tx: Tx, survey: string, id: string, answers: Answers): void {
  tx.run('UPDATE survey_answer SET answers = ? WHERE survey = ? AND id = ?', JSON.stringify(answers), survey, id);
  tx.run('DELETE FROM survey_code WHERE survey = ? AND answer = ? AND question NOT IN (SELECT value FROM json_each(?))', survey, id, JSON.stringify(Object.keys(answers)));
}

/** Removes one respondent's answers with their themes. */
export function removeAnswer(tx: Tx, survey: string, id: string): void {
  tx.run('DELETE FROM survey_code WHERE survey = ? AND answer = ?', survey, id);
  tx.run('DELETE FROM survey_answer WHERE survey = ? AND id = ?', survey, id);
}

/** Removes all answers of a survey with their codes. */
export function clearAnswers(tx: Tx, survey: string): void {
  tx.run('DELETE FROM survey_code WHERE survey = ?', survey);
  tx.run('DELETE FROM survey_answer WHERE survey = ?', survey);
}

/** A theme of open answers as stored. */
export interface StoredTheme { readonly id: string; readonly name: string; readonly sort: number }

/** Themes of an open question in their order. */
export const themesOf = (read: Readable, survey: string, question: string): readonly StoredTheme[] =>
  read.all<StoredTheme>('SELECT id, name, sort FROM survey_theme WHERE survey = ? AND question = ? ORDER BY sort, id', survey, question);

/** Adds a theme or renames it. */
export const putTheme = (tx: Tx, survey: string, question: string, theme: StoredTheme): number =>
  tx.run(`INSERT INTO survey_theme (survey, question, id, name, sort) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET name = excluded.name, sort = excluded.sort`, survey, question, theme.id, theme.name, theme.sort);

/** Removes a theme and takes it off all answers. Returns whether it was there. */
export function removeTheme(tx: Tx, survey: string, question: string, id: string): boolean {
  tx.run('DELETE FROM survey_code WHERE survey = ? AND question = ? AND theme = ?', survey, question, id);
  return tx.run('DELETE FROM survey_theme WHERE survey = ? AND question = ? AND id = ?', survey, question, id) > 0;
}

/** Themes put on the answers of a question. */
export const codesOf = (read: Readable, survey: string, question: string): readonly { readonly answer: string; readonly theme: string }[] =>
  read.all('SELECT answer, theme FROM survey_code WHERE survey = ? AND question = ? ORDER BY theme, answer', survey, question);

/** Puts a theme on an answer or takes it off. */
export const setCode = (tx: Tx, survey: string, question: string, answer: string, theme: string, on: boolean): number =>
  on ? tx.run('INSERT INTO survey_code (survey, question, theme, answer) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING', survey, question, theme, answer)
    : tx.run('DELETE FROM survey_code WHERE survey = ? AND question = ? AND theme = ? AND answer = ?', survey, question, theme, answer);

/** A source that results were taken over under, how the respondents behind it were chosen, and who they were. */
export interface SurveyUse { readonly source: string; readonly survey: string; readonly selection: Selection; readonly facts: TakenFacts }

/** Sources of results taken over. */
export const surveyUsesOf = (read: Readable): readonly SurveyUse[] =>
  read.all<Omit<SurveyUse, 'facts'> & { readonly facts: string }>('SELECT source, survey, selection, facts FROM survey_use ORDER BY source').map((row) => ({ ...row, facts: JSON.parse(row.facts) as TakenFacts }));

/** Remembers a source. */
export const putUse = (tx: Tx, { source, survey, selection, facts }: SurveyUse): number =>
  tx.run('INSERT INTO survey_use (source, survey, selection, facts) VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET survey = excluded.survey, selection = excluded.selection, facts = excluded.facts', source, survey, selection, JSON.stringify(facts));

/** A change of how respondents were chosen reaches the sources of this survey. */
export const setUseSelection = (tx: Tx, survey: string, selection: Selection): number => tx.run('UPDATE survey_use SET selection = ? WHERE survey = ? AND selection <> ?', selection, survey, selection);
