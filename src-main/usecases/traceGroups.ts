import { groupSentence, groupShareTrace, groupUnionTrace, plainSentence, potentialTrace, rateTrace, totalTrace, unknownSentence } from '../domain/trace.ts';
import type { MeasureId, TraceInput } from '../contract/models.ts';
import { childrenOf, groupSize, populationOf } from './groupSizes.ts';
import { groupsView, groupUnion, unionParts } from './groupsView.ts';
import type { PlanModel } from './model.ts';
import { resultRef, surveyPart, type SurveyPart } from './needFacts.ts';
import { needNorms } from './traceNeeds.ts';
import { resultNum } from './num.ts';
import { sentence } from './program.ts';
import { figureInput, frameOf, resultInput, serviceName, type ResultTrace } from './traceParts.ts';

const nameOf = (model: PlanModel, group: string) => model.groups.find((row) => row.id === group)?.name ?? { uk: group, en: group };

function sizeTrace(model: PlanModel, group: string, territory: string): ResultTrace {
  const unit = model.groups.find((row) => row.id === group)?.unit ?? 'person';
  const size = groupSize(model, group, territory);
  const population = figureInput(model, model.key('population', {}, territory));
  const ref = resultRef(model, 'groupSize', { group }, territory);
  const num = resultNum(size.range, unit, ref, { assumed: size.assumed, missing: size.range.base === null ? [model.key('groupSize', { group }, territory)] : [] });
  const inputs = size.share === null ? [figureInput(model, model.key('groupSize', { group }, territory))] : [
    population,
    ...(size.share.share.of === 'children_0_17' ? [resultInput(sentence('label.children'), resultNum(childrenOf(model, territory), 'child', null, { assumed: true }))] : []),
    { ...resultInput(sentence('label.publishedShare'), resultNum({ low: size.share.share.low, base: size.share.share.base, high: size.share.share.high }, 'share', null, { assumed: true, recalled: size.share.share.confidence === 'recalled' })), source: size.share.share.source.uk, asOf: size.share.share.asOf, method: 'default' as const },
  ];
  const frame = frameOf(model, nameOf(model, group), unit, inputs);
  const pieces = size.share === null
    ? totalTrace(size.total, [], { own: { kind: 'figure', key: model.key('groupSize', { group }, territory) } }, unit)
    : groupShareTrace(size.share.of, size.share.share, size.range, { population: { kind: 'figure', key: model.key('population', {}, territory) } }, unit,
        size.share.share.of === 'children_0_17' && model.meta.childrenShare !== null ? { population: populationOf(model, territory).range, share: model.meta.childrenShare } : null);
  return { num, pieces, inputs, norms: [], sentence: size.range.base === null ? unknownSentence(frame, 'groupSize') : groupSentence(frame, { n: size.range.base, low: size.range.low, high: size.range.high }) };
}

function unionTrace(model: PlanModel, territory: string): ResultTrace {
  const union = groupUnion(model, territory);
  const parts = unionParts(model, territory).map((part) => ({ id: part.id, range: part.size.range }));
  const inputs = [
    ...unionParts(model, territory).map((part) => resultInput(sentence('label.group', { name: nameOf(model, part.id) }), resultNum(part.size.range, 'person', resultRef(model, 'groupSize', { group: part.id }, territory), { assumed: part.size.assumed }))),
    figureInput(model, model.key('population', {}, territory)),
  ];
  const refs = Object.fromEntries(parts.map((part) => [part.id, resultRef(model, 'groupSize', { group: part.id }, territory)]));
  const frame = frameOf(model, model.territory(territory)?.name ?? model.meta.title, 'person', inputs);
  return {
    num: groupsView(model, territory).union, pieces: groupUnionTrace(union, parts, refs, 'person', model.overlaps.get('')?.share ?? null), inputs, norms: [],
    sentence: union.range.base === null ? unknownSentence(frame, 'groupUnion') : groupSentence(frame, { n: union.range.base, low: union.range.low, high: union.range.high }),
  };
}

/** What the share in force rests on: answers, counts of the register, a publication, an assumption. */
function rateInputs(model: PlanModel, part: SurveyPart, service: string, territory: string): readonly TraceInput[] {
  const { group, at, rate } = part;
  const figure = (measure: MeasureId, place = territory): TraceInput => figureInput(model, model.key(measure, { service, group }, place));
  switch (rate.source) {
    case 'register':
      return at.register === null ? [] : [figure('groupIdentified', at.register.place), figureInput(model, model.key('groupSize', { group }, at.register.place))];
    case 'published': {
      const { pack } = at.published;
      return pack === null ? [figure('publishedRate')]
        : [{ ...resultInput(sentence('label.publishedRate'), resultNum(rate.range, 'share', null, { assumed: true, recalled: pack.confidence === 'recalled' })), source: `${pack.source.uk}, ${pack.url}`, asOf: pack.asOf, method: 'default' }];
    }
    default:
      return [figure('surveyYes'), figure('surveyAnswered'), ...(at.survey.population === null ? [] : [figure('surveyPopulation')]), ...(rate.source === 'default' ? [figure('needRate')] : [])];
  }
}

/** Trace of a group: its size, the union of groups, and its part in the survey-based need of a service. */
export function groupTrace(model: PlanModel, result: 'groupSize' | 'groupUnion' | 'potential' | 'surveyRate', group: string, service: string, territory: string): ResultTrace {
  if (result === 'groupSize') return sizeTrace(model, group, territory);
  if (result === 'groupUnion') return unionTrace(model, territory);
  const part = surveyPart(model, service, group, territory);
  const key = (measure: 'surveyYes' | 'surveyAnswered' | 'surveyPopulation' | 'groupIdentified' | 'publishedRate' | 'needRate') => model.key(measure, { service, group }, territory);
  const figure = (measure: Parameters<typeof key>[0]) => ({ kind: 'figure' as const, key: key(measure) });
  const { assumed, at } = part;
  const unit = model.groups.find((row) => row.id === group)?.unit ?? 'person';
  const rate = resultNum(part.rate.range, 'share', resultRef(model, 'surveyRate', { service, group }, territory), { assumed: part.rate.assumed, missing: part.rate.missing.map(key) });
  const size = resultNum(part.size, unit, resultRef(model, 'groupSize', { group }, territory), { assumed: part.sizeAssumed });
  const answers = rateInputs(model, part, service, territory);
  const inputs = result === 'surveyRate' ? answers : [resultInput(sentence('label.groupSize'), size), resultInput(sentence('what.surveyRate'), rate)];
  const num = result === 'surveyRate' ? rate : resultNum(part.range, unit, resultRef(model, 'potential', { service, group }, territory), { assumed, missing: rate.missing });
  const frame = frameOf(model, serviceName(model, service), 'person', answers);
  const pieces = result === 'surveyRate'
    ? rateTrace({ survey: at.survey, register: at.register && { identified: at.register.identified, size: at.register.size.range }, rate: part.rate, reason: model.rateChoices.get(`${group} ${service}`)?.reason ?? '', unit },
      { surveyYes: figure('surveyYes'), surveyAnswered: figure('surveyAnswered'), surveyPopulation: figure('surveyPopulation'), groupIdentified: figure('groupIdentified'), groupSize: size.ref, publishedRate: at.published.pack === null ? figure('publishedRate') : null, needRate: figure('needRate') })
    : potentialTrace(part.size, part.rate.range, part.range, { groupSize: size.ref, surveyRate: rate.ref }, unit);
  return { num, pieces, inputs, norms: needNorms(model), sentence: num.value === null ? unknownSentence(frame, result) : plainSentence(frame, { result, n: num.value }) };
}

