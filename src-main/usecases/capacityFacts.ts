import { capacityOf, type CapacityFacts, type CapacityResult } from '../domain/capacity/capacity.ts';
import { gapPersons, placesMissing, postsMissing, isProvided, type PlacesMissing, type PostsMissing, type Provision } from '../domain/gaps/gap.ts';
import type { Range } from '../contract/models.ts';
import { factRange } from '../domain/facts.ts';
import { exact, isKnown, UNKNOWN } from '../domain/range.ts';
import { factOf, inherited, providersIn, serviceTotal } from './facts.ts';
import { remember } from './memo.ts';
import type { PlanModel } from './model.ts';
import type { ServiceNeed } from './needFacts.ts';
import { loadOf, vehicleLoadOf, type Load } from './norms.ts';

/** Capacity of one service at one territory with everything it was computed from. */
export interface ServiceCapacity { readonly facts: CapacityFacts; readonly result: CapacityResult; readonly load: Load; readonly used: boolean }

/**
 * What a service can carry at a territory. Vehicles and hours limit a service only where somebody entered them:
 * most home services are walked to, and no act sets a norm.
 */
export const capacityAt = (model: PlanModel, service: string, territory: string): ServiceCapacity =>
  remember(model, service, `capacity ${territory}`, () => findCapacity(model, service, territory));

function findCapacity(model: PlanModel, service: string, territory: string): ServiceCapacity {
  const total = (measure: 'posts' | 'postsFilled' | 'places' | 'occupied' | 'vehicles' | 'hours' | 'served') => factOf(serviceTotal(model, measure, service, territory));
  const load = loadOf(model, service, territory);
  const vehicles = total('vehicles');
  const { applies } = model.service(service);
  const facts: CapacityFacts = {
    applies: { ...applies, vehicles: applies.vehicles && vehicles !== null },
    posts: total('posts'), postsFilled: total('postsFilled'), loadPerPost: load.norm,
    places: total('places'), occupied: total('occupied'), turnover: inherited(model, 'turnover', { service }, territory),
    vehicles, loadPerVehicle: vehicleLoadOf(model, service, territory), hours: total('hours'), hoursPerPerson: inherited(model, 'hoursPerPerson', { service }, territory), served: total('served'),
  };
  const used = [facts.posts, facts.postsFilled, facts.places, facts.occupied, facts.vehicles, facts.hours].some((fact) => fact !== null);
  return { facts, result: capacityOf(facts), load, used };
}

/** What is known about who provides a service. */
export function provisionOf(model: PlanModel, service: string): Provision {
  return {
    basic: model.service(service).basic,
    providers: providersIn(model, service, model.root).length,
    provided: model.provided.get(service) ?? 'unknown',
  };
}

/** Is a service provided in the community at all? */
export const providedAt = (model: PlanModel, service: string, need: ServiceNeed): 'yes' | 'no' | 'unknown' =>
  isProvided(provisionOf(model, service), need.result.met.base ?? need.result.met.low);

/** The gap of a service in persons, posts and places. */
export interface ServiceGap { readonly persons: Range; readonly posts: PostsMissing; readonly places: PlacesMissing; readonly turnover: Range }

/** Gap of a service at a territory out of its need and capacity. */
export function gapAt(need: ServiceNeed, capacity: ServiceCapacity): ServiceGap {
  const { facts, result } = capacity;
  const turnover = factRange(facts.turnover);
  const perPlace = isKnown(turnover) ? turnover : exact(1);
  return {
    persons: gapPersons(need.result.general, result.capacity),
    posts: postsMissing({ unmet: need.result.unmet, freeCapacity: result.freeStaff, load: facts.applies.posts ? (facts.loadPerPost?.range ?? UNKNOWN) : UNKNOWN, vacancies: result.vacancies }),
    places: placesMissing({ unmet: facts.applies.places ? need.result.unmet : UNKNOWN, turnover: perPlace, freePlaces: result.freePlaces }),
    turnover: perPlace,
  };
}
