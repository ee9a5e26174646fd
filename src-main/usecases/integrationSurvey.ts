import type { Parsed } from '../contract/api.ts';
import type { SurveyOffer } from '../contract/api/integration.ts';
import type { Question, Selection } from '../contract/api/surveys.ts';
import { Refusal } from '../contract/errors.ts';
import type { PlanModel } from './model.ts';
import type { Program } from './program.ts';
import { respondentsOf } from './surveyFacts.ts';
import { amongOf, asAnswers, saysOf, shareAmong, weightsOf } from './surveyResults.ts';
import { sourceOf } from './surveyTake.ts';

type Of = Omit<Parsed<'integration.survey.view'>, 'year' | 'scenario'>;

/** What counts as yes: the need of a service, or any of the chosen options. Who did not answer the question is left out. */
function says(question: Question, options: readonly string[]) {
  if (question.kind === 'service') return saysOf(question, 'share', '');
  const each = options.map((option) => saysOf(question, 'share', option));
  return (row: Parameters<ReturnType<typeof saysOf>>[0]): boolean | null => { const said = each.map((one) => one(row)); return said.every((one) => one === null) ? null : said.includes(true); };
}

/** A share of a survey as an indicator takes it. */
export function surveyOffer(program: Program, model: PlanModel, { survey: id, question: asked, options, among: group, weighted: wanted }: Of): SurveyOffer & { readonly selection: Selection } {
  const all = respondentsOf(program, model, id);
  const question = all.questions.find((each) => each.id === asked);
  if (!question || question.kind === 'open') throw new Refusal('input.unknownId', { what: 'question', id: asked });
  const known = new Set(question.kind === 'scale' ? Array.from({ length: question.max }, (_, i) => String(i + 1)) : question.options.map((option) => option.id));
  for (const option of options) if (!known.has(option)) throw new Refusal('input.unknownId', { what: 'option', id: option });
  const groups = all.byRole.get('groups');
  if (group !== '' && !groups?.options.some((option) => option.id === group)) throw new Refusal('input.unknownId', { what: 'group', id: group });
  if (question.kind !== 'service' && options.length === 0) throw new Refusal('integration.surveyNothing', { question: question.title });
  const { weights } = weightsOf(model, all);
  const of = (used: readonly number[] | null) => shareAmong({ ...amongOf(model, all, used, group === '' ? '' : 'groups', group), population: null }, says(question, options));
  const plain = of(null);
  if (plain.answered === 0) throw new Refusal('integration.surveyNothing', { question: question.title });
  const { weighted, ...worth } = asAnswers(plain, wanted && weights !== null ? of(weights) : null);
  const text = (option: string): string => question.options.find((each) => each.id === option)?.text ?? option;
  const who = group === '' ? '' : `серед: ${groups?.options.find((option) => option.id === group)?.text ?? group}`;
  return {
    ...worth, weighted, canWeight: weights !== null, selection: all.survey.selection, asOf: all.survey.ended || all.survey.started,
    source: `${sourceOf(model, all.survey, weighted)}: «${question.title}»`.slice(0, 400),
    note: [question.kind === 'service' ? 'потребують послуги' : options.map(text).join(' або '), who, weighted ? `відповіли ${plain.answered}, ефективно ${worth.answered}` : ''].filter(Boolean).join('; ').slice(0, 1000),
  };
}
