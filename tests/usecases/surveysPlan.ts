import type { Question } from '#contract/api/surveys.ts';
import { manualPlan, type TestProgram } from './helper.ts';

export const scope = { year: 2027, scenario: 'base' } as const;
export const SERVICE = 's015.1';

/** A plan with a built-in survey in it. */
export async function started() {
  const p = await manualPlan();
  const { id } = await p.ask('surveys.add', { name: 'Потреби 2027', from: 'builtin', language: 'uk' });
  const form = await p.ask('surveys.form.view', { survey: id });
  const of = (is: (question: Question) => boolean): string => {
    const found = form.list.findLast(is);
    if (!found) throw new Error('the built-in questionnaire lacks a question');
    return found.id;
  };
  const role = (asked: Question['role']): string => of((each) => each.role === asked);
  return { ...p, id, form, q: { territory: role('territory'), sex: role('sex'), age: role('age'), groups: role('groups'), home: of((each) => each.service === SERVICE), open: of((each) => each.kind === 'open') } };
}
export type Started = Awaited<ReturnType<typeof started>>;

/** Pastes `n` respondents of one kind, in the words of a table. */
export async function paste(p: Started, n: number, said: { readonly sex?: string; readonly groups?: string; readonly needs?: string; readonly gets?: string; readonly satisfied?: string; readonly open?: string; readonly territory?: string }): Promise<void> {
  const uses = Object.keys(said).map((column) => (column === 'needs' || column === 'gets' || column === 'satisfied' ? { question: p.q.home, part: column } as const : { question: p.q[column as 'sex'], part: '' } as const));
  await p.ask('surveys.answers.add', { survey: p.id, head: false, rows: Array.from({ length: n }, () => Object.values(said)), uses });
}
/** Sets figures of the plan, known from a register. */
export const set = (p: TestProgram, cells: readonly (readonly [object, number])[]) => p.ask('figures.set', { label: 'edit', cells: cells.map(([key, value]) => ({ key: key as never, patch: { value, method: 'register' as const, source: 'облік' } })) });
