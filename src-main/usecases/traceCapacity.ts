import type { Num, Trace, TraceInput } from '../contract/models.ts';
import type { CapacityInput } from '../domain/capacity/capacity.ts';
import {
  capacityHoursTrace, capacityPlacesTrace, capacitySentence, capacityStaffTrace, capacityTrace, capacityVehiclesTrace, gapPersonsTrace, gapPlacesTrace, gapPostsTrace, plainSentence, postsSentence,
  unknownSentence, vacanciesTrace, vacancyEffectTrace, type Refs, type TracePieces,
} from '../domain/trace.ts';
import { capacityAt, gapAt } from './capacityFacts.ts';
import { capacityNums } from './capacityView.ts';
import { countedOf } from './facts.ts';
import { gapCell, gapNums } from './gapsView.ts';
import type { PlanModel } from './model.ts';
import { needAt, resultRef } from './needFacts.ts';
import { needNums } from './needsView.ts';
import { loadNorms } from './norms.ts';
import { resultNum } from './num.ts';
import { sentence } from './program.ts';
import { figureInput, frameOf, resultInput, serviceName, type ResultTrace } from './traceParts.ts';

/** Results of capacity and gaps. */
export type CapacityResultId = 'capacity' | 'capacityStaff' | 'capacityPlaces' | 'capacityVehicles' | 'capacityHours' | 'vacancies' | 'vacancyEffect' | 'gapPersons' | 'gapPosts' | 'gapPlaces';

/** Trace of capacity and gap of a service. */
export function capacityTraceOf(model: PlanModel, result: CapacityResultId, service: string, territory: string): ResultTrace {
  const capacity = capacityAt(model, service, territory);
  const { facts, result: r, load } = capacity;
  const need = needAt(model, service, territory);
  const gap = gapAt(need, capacity);
  const unit = countedOf(model, service, territory);
  const nums = { ...capacityNums(model, service, territory), ...gapNums(model, service, territory) };
  const ref = (id: CapacityResultId | 'generalNeed' | 'unmet') => resultRef(model, id, { service }, territory);
  const figure = (measure: CapacityInput | 'turnover') => ({ kind: 'figure' as const, key: model.key(measure, { service }, territory) });
  const refs: Refs = {
    posts: figure('posts'), postsFilled: figure('postsFilled'), loadPerPost: figure('loadPerPost'), places: figure('places'), turnover: figure('turnover'),
    vehicles: figure('vehicles'), loadPerVehicle: figure('loadPerVehicle'), hours: figure('hours'), hoursPerPerson: figure('hoursPerPerson'), capacityHours: ref('capacityHours'), capacityStaff: ref('capacityStaff'), capacityPlaces: ref('capacityPlaces'),
    capacityVehicles: ref('capacityVehicles'), vacancies: ref('vacancies'), general: ref('generalNeed'), capacity: ref('capacity'), unmet: ref('unmet'),
  };
  const norms: Trace['norms'] = loadNorms(load);
  const inputs = (...measures: readonly (CapacityInput | 'turnover')[]): TraceInput[] => measures.map((measure) => measure === 'loadPerPost' && load.norm !== null && load.norm.normId !== ''
    ? resultInput(sentence('label.loadPerPost'), resultNum(load.norm.range, 'perPost', null, { assumed: true, recalled: load.norm.confidence === 'recalled' }))
    : figureInput(model, model.key(measure, { service }, territory)));
  const unmet = resultInput(sentence('what.unmet'), needNums(model, need, service, territory).unmet);
  const partsOf = (): TraceInput[] => [
    ...(facts.applies.posts ? [resultInput(sentence('what.capacityStaff'), nums.byStaff)] : []), ...(facts.applies.places ? [resultInput(sentence('what.capacityPlaces'), nums.byPlaces)] : []),
    ...(facts.applies.vehicles ? [resultInput(sentence('what.capacityVehicles'), nums.byVehicles)] : []), ...(facts.hours === null ? [] : [resultInput(sentence('what.capacityHours'), nums.byHours)]),
  ];
  const build: Record<CapacityResultId, () => { num: Num; pieces: TracePieces; inputs: readonly TraceInput[]; norms: Trace['norms'] }> = {
    capacity: () => ({ num: nums.capacity, pieces: capacityTrace(facts, r, refs, unit), inputs: partsOf(), norms }),
    capacityStaff: () => ({ num: nums.byStaff, pieces: capacityStaffTrace(facts, r, refs, unit), inputs: inputs('postsFilled', 'loadPerPost'), norms }),
    capacityPlaces: () => ({ num: nums.byPlaces, pieces: capacityPlacesTrace(facts, r, refs, unit), inputs: inputs('places', ...(facts.turnover === null ? [] : ['turnover' as const])), norms: [] }),
    capacityVehicles: () => ({ num: nums.byVehicles, pieces: capacityVehiclesTrace(facts, r, refs, unit), inputs: inputs('vehicles', 'loadPerVehicle'), norms: [] }),
    capacityHours: () => ({ num: nums.byHours, pieces: capacityHoursTrace(facts, r, refs, unit), inputs: inputs('hours', 'hoursPerPerson'), norms: [] }),
    vacancies: () => ({ num: nums.vacancies, pieces: vacanciesTrace(facts, r, refs), inputs: inputs('posts', 'postsFilled'), norms: [] }),
    vacancyEffect: () => ({ num: nums.vacancyEffect, pieces: vacancyEffectTrace(facts, r, refs, unit), inputs: [resultInput(sentence('what.vacancies'), nums.vacancies), ...inputs('loadPerPost')], norms }),
    gapPersons: () => ({ num: nums.gapPersons, pieces: gapPersonsTrace(need.result.general, r.capacity, gap.persons, refs, unit), inputs: [resultInput(sentence('what.generalNeed'), gapCell(model, service, territory).need), resultInput(sentence('what.capacity'), nums.capacity)], norms }),
    gapPosts: () => ({ num: nums.gapPosts, pieces: gapPostsTrace({ unmet: need.result.unmet, freeCapacity: r.freeStaff, load: facts.loadPerPost }, gap.posts, refs, unit), inputs: [unmet, ...inputs('loadPerPost')], norms }),
    gapPlaces: () => ({ num: nums.gapPlaces, pieces: gapPlacesTrace({ unmet: need.result.unmet, turnover: gap.turnover }, gap.places, refs, unit), inputs: [unmet, ...inputs('places')], norms: [] }),
  };
  const built = build[result]();
  const frame = frameOf(model, serviceName(model, service), unit, built.inputs);
  const { num } = built;
  const n = num.value ?? (result === 'capacity' ? num.high : null);
  const official = n === null ? unknownSentence(frame, result)
    : result === 'capacity' && r.limit !== null ? capacitySentence(frame, { capacity: n, limit: r.limit, partial: r.state === 'partial' })
      : result === 'gapPosts' && facts.loadPerPost?.range.base ? postsSentence(frame, { posts: n, fromVacancies: gap.posts.fromVacancies, newPosts: gap.posts.newPosts, load: facts.loadPerPost.range.base })
        : plainSentence(frame, { result, n });
  return { ...built, sentence: official };
}
