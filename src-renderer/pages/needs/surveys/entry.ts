import type { Answers, AnswerValue, Question } from '#contract/api/surveys.ts';
import { parseNumber } from '#contract/parse.ts';

/** One field of the entry form: a question, or one of the three parts of a question about a service. */
export interface Field { readonly id: string; readonly question: Question; readonly part: '' | 'needs' | 'gets' | 'satisfied' }
/** What was typed, by field. */
export type Typed = Readonly<Record<string, string>>;

const PARTS = ['needs', 'gets', 'satisfied'] as const;

/** Fields in the order of the questionnaire. */
export const fieldsOf = (questions: readonly Question[]): readonly Field[] =>
  questions.flatMap((question) => (question.kind === 'service' ? PARTS.map((part): Field => ({ id: `${question.id}.${part}`, question, part })) : [{ id: question.id, question, part: '' } satisfies Field]));

/** What would have been typed for answers that are stored: for correcting them. */
export function typedOf(fields: readonly Field[], answers: Answers): Typed {
  const typed: Record<string, string> = {};
  for (const { id, question, part } of fields) {
    const value = answers[question.id];
    if (value === undefined) continue;
    const numbers = (ids: readonly unknown[]): number[] => ids.map((one) => question.options.findIndex((option) => option.id === one) + 1).filter((at) => at > 0).toSorted((a, b) => a - b);
    const text = part !== '' ? (Array.isArray(value) ? String(value[PARTS.indexOf(part)] ?? '') : '')
      : Array.isArray(value) ? numbers(value).join(question.options.length <= 9 ? '' : ' ')
        : question.kind === 'single' ? numbers([value]).join('') : typeof value === 'number' ? String(value).replace('.', ',') : String(value);
    if (text !== '') typed[id] = text;
  }
  return typed;
}

/** Numbers of options typed for a question with several: «135» or «1, 3, 12» when there are ten and more. */
const manyOf = (text: string, count: number): number[] => (count <= 9 ? [...text.replace(/\D/g, '')] : text.split(/\D+/).filter((piece) => piece !== '')).map(Number);

/** What a field means: a value, `null` for nothing typed, undefined when it cannot be understood. */
export function valueOf({ question, part }: Field, typed: string): number | string | string[] | null | undefined {
  const text = typed.trim();
  if (text === '') return null;
  const n = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (part === 'needs' || part === 'gets') return n === 1 ? 1 : n === 0 || n === 2 ? 0 : undefined;
  if (part === 'satisfied') return n >= 1 && n <= 5 ? n : undefined;
  switch (question.kind) {
    case 'single': return question.options[n - 1]?.id;
    case 'multiple': { const ids = manyOf(text, question.options.length).map((each) => question.options[each - 1]?.id); return ids.length > 0 && ids.every((id) => id !== undefined) ? ids : undefined; }
    case 'scale': return n >= 1 && n <= question.max ? n : undefined;
    case 'number': { const read = parseNumber(text, { kind: 'decimal' }); return read.ok ? read.value : undefined; }
    default: return text;
  }
}

/** Is the field full, so that the next one can be gone to without Enter? */
export function isFull({ question, part }: Field, typed: string): boolean {
  if (part !== '') return /^\d$/.test(typed);
  const last = question.kind === 'single' ? question.options.length : question.kind === 'scale' ? question.max : 0;
  return last > 0 && /^\d+$/.test(typed) && Number(typed) > 0 && Number(typed) * 10 > last;
}

/** Satisfaction is asked of those who get the service. */
export const isAsked = (field: Field, typed: Typed): boolean => field.part !== 'satisfied' || typed[`${field.question.id}.gets`]?.trim() === '1';

/** Answers of one respondent, or the first field that cannot be understood. */
export function answersOf(fields: readonly Field[], typed: Typed): { readonly ok: true; readonly answers: Record<string, AnswerValue> } | { readonly ok: false; readonly field: Field } {
  const answers: Record<string, AnswerValue> = {};
  for (const field of fields) {
    const value = isAsked(field, typed) ? valueOf(field, typed[field.id] ?? '') : null;
    if (value === undefined) return { ok: false, field };
    if (value === null) continue;
    const { id } = field.question;
    if (field.part === '') answers[id] = value;
    else {
      const [needs, gets, satisfied] = (answers[id] ?? [null, null, null]) as readonly (number | null)[];
      const said = value as number;
      answers[id] = [field.part === 'needs' ? said : needs ?? null, field.part === 'gets' ? said : gets ?? null, field.part === 'satisfied' ? said : satisfied ?? null];
    }
  }
  return { ok: true, answers };
}
