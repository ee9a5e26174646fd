import type { Sentence, Trace, TraceInput } from '../contract/models.ts';
import {
  coverageSentence, coverageTrace, excessSentence, excessTrace, generalNeedSentence, generalNeedTrace, groupUnionTrace, unknownSentence, unmetSentence, unmetTrace, type Refs, type TracePieces,
} from '../domain/trace.ts';
import { countedOf, inherited } from './facts.ts';
import type { PlanModel } from './model.ts';
import { needAt, resultRef, type ServiceNeed, type SurveyPart } from './needFacts.ts';
import { sourceOf } from './rateSources.ts';
import { needNums } from './needsView.ts';
import { normOf, traceNorm } from './norms.ts';
import { resultNum } from './num.ts';
import { sentence } from './program.ts';
import { figureInput, frameOf, resultInput, serviceName, type ResultTrace } from './traceParts.ts';

/** Norms that say what a need is; they change no number. */
export function needNorms(model: PlanModel): Trace['norms'] {
  return ['act_needs_basis', 'act_needs_order'].flatMap((id) => {
    const norm = normOf(model, id);
    return norm ? [traceNorm(norm, 'context')] : [];
  });
}

/** How the groups of the survey were brought together stands before the need that rests on it: persons of each group, overlap, bounds. */
function withUnion(model: PlanModel, need: ServiceNeed, service: string, territory: string, own: TracePieces): TracePieces {
  if (need.survey === null || need.result.basis === 'registry' || need.result.basis === 'none') return own;
  const { parts, overlap } = need.survey;
  const refs = Object.fromEntries(parts.map((part) => [part.group, resultRef(model, 'potential', { service, group: part.group }, territory)]));
  const union = groupUnionTrace(overlap, parts.map((part) => ({ id: part.group, range: part.range })), refs, countedOf(model, service, territory), model.overlaps.get(service)?.share ?? null);
  return { ...own, steps: [...union.steps, ...own.steps], assumptions: [...union.assumptions, ...own.assumptions] };
}

/** A group's persons as an input, with where its share comes from. */
function partInput(model: PlanModel, part: SurveyPart, service: string, territory: string): TraceInput {
  const group = model.groups.find((row) => row.id === part.group);
  const { source, asOf } = sourceOf(model, part.at, { group: part.group, service }, territory);
  const num = resultNum(part.range, group?.unit ?? 'person', resultRef(model, 'potential', { service, group: part.group }, territory), { assumed: part.assumed });
  return { ...resultInput(sentence('label.group', { name: group?.name ?? part.group }), num), source: source.uk, asOf };
}

/** The way that was chosen and why. */
function choiceNote(model: PlanModel, service: string): readonly Sentence[] {
  const choice = model.choices.get(service);
  if (choice === undefined || choice.reason.trim() === '') return [];
  return [sentence(`assumption.methodChosen.${choice.method}`, { reason: choice.reason })];
}

/** Trace of the need of a service: general, unmet, coverage, excess. */
export function needTrace(model: PlanModel, result: 'generalNeed' | 'unmet' | 'coverage' | 'excess', service: string, territory: string): ResultTrace {
  const need = needAt(model, service, territory);
  const nums = needNums(model, need, service, territory);
  const counted = countedOf(model, service, territory);
  const figure = (measure: 'identified' | 'served') => ({ kind: 'figure' as const, key: model.key(measure, { service }, territory) });
  const refs: Refs = { identified: figure('identified'), served: figure('served'), general: resultRef(model, 'generalNeed', { service }, territory) };
  const r = need.result;
  const byRegister = r.basis === 'registry' || r.basis === 'none';
  const hidden = inherited(model, 'hiddenShare', { service }, territory);
  const inputs = [
    ...(r.basis === 'survey' ? [] : [figureInput(model, model.key('identified', { service }, territory))]),
    ...(result === 'generalNeed' ? [] : [figureInput(model, model.key('served', { service }, territory))]),
    ...(hidden !== null && r.basis !== 'survey' ? [figureInput(model, model.key('hiddenShare', { service }, hidden.territory))] : []),
    ...(byRegister || need.survey === null ? [] : need.survey.parts.map((part) =>
      partInput(model, part, service, territory))),
  ];
  const frame = frameOf(model, serviceName(model, service), counted, inputs);
  const known = r.general.base !== null && r.met.base !== null;
  const values = { general: r.general.base ?? 0, served: r.met.base ?? 0 };
  const common = { inputs, norms: needNorms(model) };
  const bounded = (own: TracePieces): TracePieces => (need.hiddenInside && r.basis !== 'survey' ? { ...own, assumptions: [...own.assumptions, sentence('assumption.hiddenInside')] } : own);
  const chosen = (own: TracePieces): TracePieces => ({ ...own, assumptions: [...own.assumptions, ...choiceNote(model, service)] });
  switch (result) {
    case 'generalNeed':
      return { ...common, num: nums.general, pieces: chosen(bounded(withUnion(model, need, service, territory, generalNeedTrace(r, need.survey?.range ?? null, refs, counted)))), sentence: r.general.base === null || r.basis === 'none' ? unknownSentence(frame, result) : generalNeedSentence(frame, { general: r.general.base, basis: r.basis }) };
    case 'unmet':
      return { ...common, num: nums.unmet, pieces: bounded(unmetTrace(r, refs, counted)), sentence: r.unmet.base === null ? unknownSentence(frame, result) : unmetSentence(frame, { ...values, unmet: r.unmet.base, high: r.unmet.high, byRegister }) };
    case 'coverage':
      return { ...common, num: nums.coverage, pieces: coverageTrace(r, refs, counted), sentence: r.coverage.base === null ? unknownSentence(frame, result) : coverageSentence(frame, { ...values, coverage: r.coverage.base }) };
    case 'excess':
      return { ...common, num: nums.excess, pieces: excessTrace(r, refs, counted), sentence: known && r.excess !== null ? excessSentence(frame, { ...values, excess: r.excess }) : unknownSentence(frame, result) };
  }
}
