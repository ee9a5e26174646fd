import type { Answers, AnswerValue, Question, ServiceAnswer } from '../../contract/api/surveys.ts';

/** Satisfaction is asked on a scale from 1 to this. */
export const SATISFIED_MAX = 5;
/** From this mark on somebody is called satisfied. */
export const SATISFIED_FROM = 4;

const LARGEST = 1e9;
const yesNo = (value: unknown): boolean => value === null || value === 0 || value === 1;
const mark = (value: unknown, max: number): boolean => Number.isInteger(value) && (value as number) >= 1 && (value as number) <= max;

/** A value as it is kept, or undefined when it does not fit the question; null = nothing was answered. */
export function fit(question: Question, value: AnswerValue): AnswerValue | null | undefined {
  const known = (id: unknown): boolean => question.options.some((option) => option.id === id);
  switch (question.kind) {
    case 'single': return value === '' ? null : known(value) ? value : undefined;
    case 'multiple': return !Array.isArray(value) || !value.every(known) ? undefined : value.length === 0 ? null : [...new Set(value as string[])];
    case 'scale': return mark(value, question.max) ? value : undefined;
    case 'number': return typeof value === 'number' && value >= 0 && value <= LARGEST ? value : undefined;
    case 'open': return typeof value !== 'string' ? undefined : value.trim() === '' ? null : value.trim();
    case 'service': {
      if (!Array.isArray(value) || value.length !== 3 || !yesNo(value[0]) || !yesNo(value[1]) || !(value[2] === null || mark(value[2], SATISFIED_MAX))) return undefined;
      const [needs, gets, satisfied] = value as unknown as ServiceAnswer;
      return needs === null && gets === null && satisfied === null ? null : [needs, gets, gets === 1 ? satisfied : null];
    }
  }
}

/** Answers as they are kept, or the id of the first question whose answer does not fit. Questions that are no longer there are left out. */
export function fitAll(questions: readonly Question[], answers: Answers): { readonly ok: true; readonly answers: Answers } | { readonly ok: false; readonly question: string } {
  const kept: Record<string, AnswerValue> = {};
  for (const question of questions) {
    const value = answers[question.id];
    if (value === undefined) continue;
    const fitted = fit(question, value);
    if (fitted === undefined) return { ok: false, question: question.id };
    if (fitted !== null) kept[question.id] = fitted;
  }
  return { ok: true, answers: kept };
}

/** What a respondent says of a service; all null when nothing. */
export const serviceAnswer = (answers: Answers, question: string): ServiceAnswer => {
  const value = answers[question];
  return Array.isArray(value) && value.length === 3 ? value as unknown as ServiceAnswer : [null, null, null];
};

/** Did the respondent choose this option of a question? */
export const chose = (answers: Answers, question: string, option: string): boolean => {
  const value = answers[question];
  return Array.isArray(value) ? (value as readonly unknown[]).includes(option) : value === option;
};
