import { Refusal } from '../contract/errors.ts';
import { MEASURES } from '../contract/measures.ts';
import type { FigureKey, Label, Num, ResultId, Sentence, Trace, TraceInput, TraceRef } from '../contract/models.ts';
import { figureSentence, totalTrace, unknownFigureSentence, type SentenceFrame, type TracePieces } from '../domain/trace.ts';
import type { Total } from '../domain/tree/totals.ts';
import { figureTouched } from '../store/figures.ts';
import { figureCell, numOf } from './cells.ts';
import { providerPart, providersIn, serviceTotal, unitsOf } from './facts.ts';
import { unknownId } from './figures.ts';
import type { PlanModel } from './model.ts';
import { resultRef } from './needFacts.ts';
import { loadNorms, loadOf } from './norms.ts';
import { isSummed } from './num.ts';
import { sentence, type Program } from './program.ts';
import { projectedTrace } from './projectionTrace.ts';
import { integrationTrace } from './integrationTrace.ts';
import { surveyTrace } from './surveyTrace.ts';
import { staffTrace } from './staffTrace.ts';
import { reachTrace } from './reachTrace.ts';
import { groupTrace } from './traceGroups.ts';
import { capacityTraceOf } from './traceCapacity.ts';
import { providerTrace } from './traceProviders.ts';
import { needTrace } from './traceNeeds.ts';
import { packageTrace } from './tracePackage.ts';
import { planTrace } from './tracePlan.ts';

type ResultRef = Extract<TraceRef, { kind: 'result' }>;

/** A computed number's trace before place and frame are added. */
export interface ResultTrace {
  readonly num: Num;
  readonly pieces: TracePieces;
  readonly inputs: readonly TraceInput[];
  readonly norms: Trace['norms'];
  readonly sentence: Sentence;
}

/** What a figure is called in a trace. */
export const measureSentence = (measure: FigureKey['measure']): Sentence => sentence(`measures.${measure}.full`);

/** An entered figure as an input of a trace. */
export function figureInput(model: PlanModel, key: FigureKey, label: Sentence = measureSentence(key.measure)): TraceInput {
  const cell = figureCell(model, key);
  return { label, num: numOf(cell), method: cell.source === '' && cell.value === null ? null : cell.method, source: cell.source, asOf: cell.asOf, note: cell.note };
}

/** A computed number as an input of a trace. */
export const resultInput = (label: Sentence, num: Num): TraceInput => ({ label, num, method: null, source: '', asOf: '', note: '' });

/** Frame of the official sentence: name, unit, date and source of the figures it rests on. */
export function frameOf(model: PlanModel, name: Label, unit: SentenceFrame['unit'], inputs: readonly TraceInput[]): SentenceFrame {
  const sources = [...new Set(inputs.map((input) => input.source).filter(Boolean))];
  const dates = [...new Set(inputs.map((input) => input.asOf).filter(Boolean))].sort();
  return { name, unit, year: model.year, asOf: dates.at(-1) ?? '', source: sources.join('; ') };
}

/** Name of a service, its code when the official name is not confirmed. */
export const serviceName = (model: PlanModel, id: string): Label => {
  const service = model.service(id);
  return service.name ?? { uk: service.code ?? id, en: service.code ?? id };
};

function subjectOf(model: PlanModel, what: Sentence, of: { service: string; group: string; territory: string }, scenario: string): Trace['subject'] {
  const service = of.service === '' ? null : model.service(of.service);
  return {
    what, service: service === null ? null : serviceName(model, service.id), serviceCode: service?.code ?? null,
    group: model.groups.find((group) => group.id === of.group)?.name ?? null, territory: model.territory(of.territory)?.name ?? null, year: model.year, scenario,
  };
}

/** At most this many parts of a sum are listed; the rest are counted. */
const PARTS = 12;

/** A sum over places or providers: every part with its value, source and date. */
function sumTrace(model: PlanModel, key: FigureKey, total: Total, num: Num): TracePieces & { readonly inputs: readonly TraceInput[] } {
  const places = model.children(key.territory).map((territory) => ({ id: territory, key: { ...key, territory }, name: model.territory(territory)?.name ?? { uk: territory, en: null } }));
  const inPlaces = key.service === '' || key.group !== '' || model.series.total(key.measure, key, key.territory).source !== 'none';
  const parts = inPlaces ? places : (key.provider === '' ? providersIn(model, key.service, key.territory) : unitsOf(model, key.provider).map((unit) => unit.id)).map((provider) => ({
    id: provider, key: model.key(key.measure, { service: key.service, provider }, model.root), name: { uk: model.providers.find((row) => row.id === provider)?.name ?? provider, en: null },
  }));
  const known = parts.map((part) => ({ ...part, input: figureInput(model, part.key, sentence('label.group', { name: part.name })) }))
    .filter(({ input }) => input.num.state !== 'carried' && (input.num.value ?? input.num.low) !== null);
  const refs = { own: { kind: 'figure', key } as const, ...Object.fromEntries(known.map((part) => [part.id, { kind: 'figure', key: part.key } as const])) };
  const pieces = totalTrace(total, known.map((part) => ({ id: part.id, value: part.input.num.value ?? part.input.num.low })), refs, num.unit);
  const rest = known.length - PARTS;
  return {
    ...pieces, ...(inPlaces ? {} : { formula: sentence('formula.total.providers') }), inputs: known.slice(0, PARTS).map((part) => part.input),
    assumptions: [...pieces.assumptions, ...(rest > 0 ? [sentence('assumption.moreParts', { count: rest })] : []), ...(total.assumed && num.assumed ? [sentence('assumption.partsAssumed')] : [])],
  };
}

function figureTrace(program: Program, model: PlanModel, ref: Extract<TraceRef, { kind: 'figure' }>): Trace {
  const { key } = ref;
  const input = figureInput(model, key);
  const total = key.service !== '' && key.group === '' ? (key.provider === '' ? serviceTotal(model, key.measure, key.service, key.territory) : providerPart(model, key.measure, key.service, key.provider, key.territory)) : model.series.total(key.measure, key, key.territory);
  const summed = input.num.state !== 'carried' && isSummed(model.series.at(key.measure, key, key.territory), total);
  const sum = summed ? sumTrace(model, key, total, input.num) : null;
  const own = input.num.value === null && input.num.low === null && input.num.high === null ? [] : [input];
  const norms = key.measure === 'loadPerPost' && key.provider === '' ? loadNorms(loadOf(model, key.service, key.territory)) : [];
  const name = key.service !== '' ? serviceName(model, key.service) : (model.groups.find((group) => group.id === key.group)?.name ?? model.territory(key.territory)?.name ?? { uk: '', en: '' });
  const share = MEASURES[key.measure].value === 'share';
  return {
    ref, subject: subjectOf(model, measureSentence(key.measure), key, key.scenario), num: input.num,
    formula: sum?.formula ?? sentence('formula.figure'), steps: sum?.steps ?? [], inputs: sum?.inputs ?? own, norms, assumptions: sum?.assumptions ?? [
      ...(input.num.state === 'carried' ? [sentence('assumption.carriedLeftOut', { n: input.num.value })] : []), ...(input.num.state === 'prefilled' ? [sentence('assumption.prefilled')] : []),
      ...(total.conflict && total.difference !== null ? [sentence('assumption.totalConflict', { difference: total.difference })] : []),
    ],
    missing: input.num.value === null ? [key] : [], rounding: sum?.rounding ?? null,
    who: figureTouched(program.store().read, key) ?? figureTouched(program.store().read, { ...key, scenario: 'base' }),
    sentence: input.num.value === null
      ? unknownFigureSentence(frameOf(model, name, 'person', []), { measure: key.measure, atLeast: input.num.low })
      : figureSentence(frameOf(model, name, 'person', [input]), { n: input.num.value, measure: key.measure, share }),
  };
}

/** Results of a group; those that are of no service. */
const OF_GROUP: ReadonlySet<ResultId> = new Set<ResultId>(['groupSize', 'potential', 'surveyRate']);
const OF_COMMUNITY: ReadonlySet<ResultId> = new Set<ResultId>(['groupSize', 'groupUnion', 'assumedShare', 'knownNeeds', 'knownGroups', 'costPerRecipient']);

/** The number of a result, what it rests on, and how: from the use case that explains it. */
export function resultTrace(model: PlanModel, ref: ResultRef): ResultTrace {
  switch (ref.result) {
    case 'generalNeed': case 'unmet': case 'coverage': case 'excess':
      return needTrace(model, ref.result, ref.service, ref.territory);
    case 'groupSize': case 'groupUnion': case 'potential': case 'surveyRate':
      return groupTrace(model, ref.result, ref.group, ref.service, ref.territory);
    case 'capacity': case 'capacityStaff': case 'capacityPlaces': case 'capacityVehicles': case 'capacityHours': case 'vacancies': case 'vacancyEffect': case 'gapPersons': case 'gapPosts': case 'gapPlaces':
      return capacityTraceOf(model, ref.result, ref.service, ref.territory);
    case 'leftOut': case 'leftOutResidents':
      return packageTrace(model, ref.result, ref.service);
    case 'caseload': case 'providerVacancies': case 'costPerRecipient': case 'providerCoverage':
      return providerTrace(model, ref.result, ref.provider ?? '', ref.service, ref.territory);
    case 'priority': case 'assumedShare': case 'knownNeeds': case 'knownGroups':
      return planTrace(model, ref.result, ref.service, ref.territory);
    default:
      throw new Refusal('input.unknownId', { what: 'result', id: ref.result });
  }
}

/** Why a number is what it is. */
export function traceOf(program: Program, ref: TraceRef): Trace {
  const { year, scenario } = ref.kind === 'figure' ? ref.key : ref;
  const model = program.model(year, scenario);
  if (ref.kind === 'survey') return surveyTrace(program, model, ref);
  if (ref.kind === 'staff') return staffTrace(model, ref);
  if (ref.kind === 'reach') {
    program.place(model, ref.territory);
    return reachTrace(program, model, ref);
  }
  if (ref.kind === 'integration') return integrationTrace(program, model, ref);
  const { territory, service, group } = ref.kind === 'figure' ? ref.key : ref;
  program.place(model, territory);
  if (service !== '' && model.service(service) === undefined) throw new Refusal('input.unknownId', { what: 'service', id: service });
  if (group !== '' && !model.groups.some((row) => row.id === group)) throw new Refusal('input.unknownId', { what: 'group', id: group });
  if (ref.kind === 'figure') {
    if (unknownId(model, ref.key)) throw new Refusal('input.unknownId', { what: 'figure', id: ref.key.measure });
    return figureTrace(program, model, ref);
  }
  if (ref.kind === 'projected') return projectedTrace(program, model, ref);
  if (OF_GROUP.has(ref.result) && group === '') throw new Refusal('input.unknownId', { what: 'group', id: '' });
  if (!OF_COMMUNITY.has(ref.result) && service === '') throw new Refusal('input.unknownId', { what: 'service', id: '' });
  const { num, pieces, inputs, norms, sentence: official } = resultTrace(model, ref);
  return {
    ref: { ...resultRef(model, ref.result, ref, territory), ...(ref.provider ? { provider: ref.provider } : {}) }, subject: subjectOf(model, sentence(`what.${ref.result}`), ref, scenario), num, ...pieces, inputs, norms,
    missing: num.missing, who: null, sentence: official,
  };
}
