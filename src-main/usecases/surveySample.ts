import type { Question, Role, SampleRow, SampleView } from '../contract/api/surveys.ts';
import { ROLES } from '../contract/lists.ts';
import { chose } from '../domain/surveys/answers.ts';
import { allocate, answersNeeded, invitations, marginOf } from '../domain/surveys/sample.ts';
import type { PlanModel } from './model.ts';
import { optionName, sizeOf, type Respondents } from './surveyFacts.ts';

type Size = Omit<SampleRow, 'needed' | 'invited' | 'margin'>;
const WHOLE = { uk: 'Уся громада', en: 'The whole community' };

/** Parts of a stratum with their people and their answers. */
export function sizesOf(model: PlanModel, { survey, rows }: Respondents, role: Role, question: Question): readonly Size[] {
  // A choice such as «none of these» is no group of the plan.
  return question.options.filter((option) => role !== 'groups' || model.groups.some((group) => group.id === option.id)).map((option) => ({
    id: option.id, name: optionName(model, role, option), ...sizeOf(model, survey, role, option.id), answered: rows.filter((row) => chose(row.answers, question.id, option.id)).length,
  }));
}

/** Answers wanted in each part: for the margin in each, or as shares of what the whole needs. Groups overlap, so each is expected by its share of the people. */
function neededIn(sizes: readonly Size[], whole: { readonly population: number | null; readonly needed: number }, { plan }: Respondents['survey']): (number | null)[] {
  // A part whose people nobody counted needs as many as among very many: leaving it out would make the sum too small.
  if (plan.goal === 'each') return sizes.map(({ population }) => answersNeeded(population, plan));
  if (plan.by === 'groups') return sizes.map(({ population }) => (population === null || !whole.population ? null : Math.min(population, Math.round((whole.needed * population) / whole.population))));
  const known = sizes.every(({ population }) => population !== null);
  return known ? allocate(whole.needed, sizes.map(({ population }) => population ?? 0), plan.allocation) : sizes.map(() => null);
}

/** How many answers are needed and how many there are, by the parts the plan is made for. */
export function sampleView(model: PlanModel, all: Respondents): SampleView {
  const { survey, rows, byRole } = all;
  const { plan } = survey;
  const size = sizeOf(model, survey, 'whole', '');
  const overlapping = plan.by === 'groups';
  const question = byRole.get(plan.by);
  const sizes = question ? sizesOf(model, all, plan.by, question) : [];
  const one = answersNeeded(size.population, plan);
  const parts = neededIn(sizes, { population: size.population, needed: one }, survey);
  const sum = parts.reduce<number>((a, b) => a + (b ?? 0), 0);
  const needed = plan.goal === 'each' && !overlapping && parts.length > 0 ? Math.max(one, sum) : one;
  const row = (of: Size, want: number | null): SampleRow => ({
    ...of, needed: want, invited: want === null ? null : invitations(want, of.population, plan.response), margin: want === null ? null : marginOf(want, of.population, plan.designEffect),
  });
  const chance = survey.selection === 'random' || survey.selection === 'all';
  return {
    plan, overlapping, chance, selection: survey.selection,
    whole: row({ id: '', name: WHOLE, ...size, answered: rows.length }, needed),
    rows: sizes.map((each, i) => row(each, parts[i] ?? null)),
    unplaced: question ? rows.filter(({ answers }) => !question.options.some((option) => chose(answers, question.id, option.id))).length : 0,
    reached: chance ? marginOf(rows.length, size.population, plan.designEffect) : null,
    sizes: ROLES.flatMap((role) => { const of = byRole.get(role); return of ? [{ role, rows: sizesOf(model, all, role, of) }] : []; }),
  };
}
