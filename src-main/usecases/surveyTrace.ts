import type { Label, Sentence, Trace, TraceInput, TraceRef } from '../contract/models.ts';
import { Refusal } from '../contract/errors.ts';
import type { Share } from '../contract/api/surveys.ts';
import { kish } from '../domain/surveys/rake.ts';
import { exact } from '../domain/range.ts';
import { effectiveTrace, surveyShareTrace, type WeightSums } from '../domain/trace/surveys.ts';
import type { PlanModel } from './model.ts';
import { resultNum } from './num.ts';
import { sentence, type Program } from './program.ts';
import { optionName, respondentsOf, sizeOf, type Respondents } from './surveyFacts.ts';
import { amongOf, saysOf, shareAmong, weightsOf, type Among } from './surveyResults.ts';
import { figureInput, resultInput, serviceName } from './traceParts.ts';

type Ref = Extract<TraceRef, { kind: 'survey' }>;
const say = (key: string, params: Sentence['params'] = {}): Sentence => sentence(`surveys.trace.${key}`, params);

/** Sums of the weights of those who answered; null = unweighted. */
function sumsOf(among: Among, said: ReturnType<typeof saysOf>): WeightSums | null {
  if (among.weights === null) return null;
  const sums = { yes: 0, all: 0, squares: 0 };
  among.rows.forEach((row, i) => {
    const is = said(row);
    const w = among.weights?.[i] ?? 0;
    if (is === null) return;
    sums.all += w;
    sums.squares += w * w;
    if (is) sums.yes += w;
  });
  return sums;
}

/** How many people the share stands for: entered for the survey, or a figure of the plan. */
function populationInput(model: PlanModel, { survey }: Respondents, { role, part }: Ref): TraceInput {
  const { population, from } = sizeOf(model, survey, role === '' ? 'whole' : role, part);
  const key = {
    ...model.key(role === 'groups' ? 'groupSize' : 'population', role === 'groups' ? { group: part } : {}, role === 'territory' ? part : model.root),
    ...(role === 'sex' ? { sex: part as 'female' } : role === 'age' ? { age: part as '60+' } : {}),
  };
  const label = say('input.population');
  return from === 'plan' ? figureInput(model, key, label) : resultInput(label, resultNum(exact(population), 'person', null, { state: population === null ? 'unknown' : 'known' }));
}

/** How respondents were chosen, and to what their answers were weighted. */
function howSaid(all: Respondents, weighted: boolean, view: ReturnType<typeof weightsOf>['view']): readonly Sentence[] {
  const { survey } = all;
  return [
    say('selection', { what: `surveys.select.${survey.selection}` }),
    ...(weighted ? view.margins.filter((margin) => margin.state === 'used').map((margin) => say('raked', { what: `surveys.role.${margin.role}` })) : []),
    ...(weighted && view.result ? [say('limits', { low: survey.weighting.low, high: survey.weighting.high, count: view.result.trimmed })] : []),
  ];
}

/** Why a number of a survey is what it is: a share of its answers, how many are satisfied, or the effective number of answers. */
export function surveyTrace(program: Program, model: PlanModel, ref: Ref): Trace {
  const all = respondentsOf(program, model, ref.survey);
  const { survey } = all;
  const { view, weights } = weightsOf(model, all);
  const place = model.territory(ref.role === 'territory' ? ref.part : model.root)?.name ?? null;
  const answered = (label: string, n: number): TraceInput => ({ label: say(label), num: resultNum(exact(n), 'person', null, { state: 'known' }), method: 'survey', source: survey.name, asOf: survey.ended, note: '' });
  const common = { ref, norms: [], missing: [], who: null };
  const subject = (what: Sentence, service: string, group: Label | null): Trace['subject'] => ({
    what, service: service === '' ? null : serviceName(model, service), serviceCode: service === '' ? null : model.service(service)?.code ?? null, group, territory: place, year: model.year, scenario: model.scenario,
  });
  if (ref.what === 'kish') {
    if (weights === null) throw new Refusal('input.unknownId', { what: 'weights', id: ref.survey });
    const sums = { all: weights.reduce((a, b) => a + b, 0), squares: weights.reduce((a, b) => a + b * b, 0) };
    const effective = kish(weights);
    return {
      ...common, ...effectiveTrace(sums, effective), subject: subject(say('what.kish'), '', null), num: resultNum(exact(effective), 'count', ref),
      inputs: [answered('input.answers', all.rows.length), resultInput(say('input.lowest'), resultNum(exact(Math.min(...weights)), 'count', null)), resultInput(say('input.highest'), resultNum(exact(Math.max(...weights)), 'count', null))],
      assumptions: howSaid(all, true, view), sentence: say('sentence.kish', { name: survey.name, n: effective, answered: all.rows.length }),
    };
  }
  const question = all.questions.find((each) => each.id === ref.question);
  const option = question?.options.find((each) => each.id === ref.option);
  if (!question || (ref.what === 'satisfied' && question.kind !== 'service')) throw new Refusal('input.unknownId', { what: 'question', id: ref.question });
  const weighted = ref.weighted && weights !== null && ref.what === 'share';
  const among = amongOf(model, all, weighted ? weights : null, ref.role, ref.part);
  const said = saysOf(question, ref.what, ref.option);
  const share: Share = shareAmong(ref.what === 'satisfied' ? { ...among, population: null } : among, said);
  const population = populationInput(model, all, ref);
  const made = surveyShareTrace(share, sumsOf(among, said), { population: population.num.ref });
  const rate = { low: share.low, base: share.rate, high: share.high };
  const title: Label = question.kind === 'service' ? serviceName(model, question.service) : option ? (question.role === '' ? { uk: option.text, en: null } : optionName(model, question.role, option)) : { uk: ref.option === '' ? question.title : ref.option, en: null };
  const part = ref.role === '' || ref.role === 'territory' ? null : all.byRole.get(ref.role)?.options.find((each) => each.id === ref.part);
  const group = part && ref.role !== '' ? optionName(model, ref.role, part) : null;
  const name = question.kind === 'service' && model.service(question.service) ? question.service : '';
  return {
    ...common, ...made, subject: subject(name === '' ? say('what.option', { name: title }) : say(`what.${ref.what}`), name, group),
    num: resultNum(rate, 'share', ref, { state: share.rate === null ? 'unknown' : share.kind === 'indicative' ? 'assumption' : 'computed', assumed: share.kind === 'indicative' }),
    inputs: [
      answered(ref.what === 'satisfied' ? 'input.satisfied' : 'input.yes', share.yes), answered('input.answered', share.answered), ...(ref.what === 'share' ? [population] : []),
      ...(weighted ? [resultInput(say('input.kish'), resultNum(exact(kish(weights)), 'count', { ...ref, what: 'kish', question: '', option: '', role: '', part: '' }))] : []),
    ],
    assumptions: [...made.assumptions, ...howSaid(all, weighted, view)],
    sentence: say(`sentence.${share.rate === null ? 'counts' : share.low === null ? 'plain' : 'rate'}`, { name: survey.name, title, n: share.rate, low: share.low, high: share.high, yes: share.yes, answered: share.answered }),
  };
}
