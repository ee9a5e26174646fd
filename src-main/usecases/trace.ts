import { Refusal } from '../contract/errors.ts';
import type { ResultId, Trace, TraceRef } from '../contract/models.ts';
import { accessTrace } from './accessibilityPeople.ts';
import { unknownId } from './figures.ts';
import { integrationTrace } from './integrationTrace.ts';
import type { PlanModel } from './model.ts';
import { resultRef } from './needFacts.ts';
import { sentence, type Program } from './program.ts';
import { projectedTrace } from './projectionTrace.ts';
import { reachTrace } from './reachTrace.ts';
import { staffTrace } from './staffTrace.ts';
import { surveyTrace } from './surveyTrace.ts';
import { capacityTraceOf } from './traceCapacity.ts';
import { figureTrace } from './traceFigure.ts';
import { groupTrace } from './traceGroups.ts';
import { needTrace } from './traceNeeds.ts';
import { packageTrace } from './tracePackage.ts';
import { subjectOf, type ResultTrace } from './traceParts.ts';
import { planTrace } from './tracePlan.ts';
import { providerTrace } from './traceProviders.ts';

type ResultRef = Extract<TraceRef, { kind: 'result' }>;

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
  if (ref.kind === 'staff') return staffTrace(program, model, ref);
  if (ref.kind === 'reach') {
    program.place(model, ref.territory);
    return reachTrace(program, model, ref);
  }
  if (ref.kind === 'access') return accessTrace(model, ref);
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
