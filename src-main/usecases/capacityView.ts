import type { CapacityRow, CapacityView, Provider } from '../contract/api/capacity.ts';
import type { ServiceInfo } from '../contract/api/needs.ts';
import type { Cell, FigureKey, MeasureId, Num } from '../contract/models.ts';
import { isAssumedNorm, type CapacityInput } from '../domain/capacity/capacity.ts';
import { isAssumed } from '../domain/facts.ts';
import { exact } from '../domain/range.ts';
import { provisionOf, capacityAt } from './capacityFacts.ts';
import { figureCell } from './cells.ts';
import { countedOf } from './facts.ts';
import { remember } from './memo.ts';
import type { PlanModel } from './model.ts';
import { resultRef } from './needFacts.ts';
import { countedUnit, naCell, notApplicable, resultNum } from './num.ts';
import { basicOf } from './services.ts';

const missing = (model: PlanModel, service: string, territory: string, inputs: readonly CapacityInput[]): readonly FigureKey[] =>
  inputs.map((measure) => model.key(measure, { service }, territory));

/** Numbers of the capacity of a service: by resource, whole, vacancies and their effect. */
export const capacityNums = (model: PlanModel, service: string, territory: string): CapacityNums =>
  remember(model, service, `capacity nums ${territory}`, () => findNums(model, service, territory));

type CapacityNums = Pick<CapacityRow, 'byStaff' | 'byPlaces' | 'byVehicles' | 'byHours' | 'capacity' | 'limit' | 'vacancies' | 'vacancyEffect' | 'state'>;

function findNums(model: PlanModel, service: string, territory: string): CapacityNums {
  const { facts, result, load, used } = capacityAt(model, service, territory);
  const ref = (id: 'capacity' | 'capacityStaff' | 'capacityPlaces' | 'capacityVehicles' | 'capacityHours' | 'vacancies' | 'vacancyEffect') => resultRef(model, id, { service }, territory);
  const cells = (...inputs: readonly CapacityInput[]) => missing(model, service, territory, result.missing.filter((each) => inputs.includes(each)));
  const recalled = load.norm?.confidence === 'recalled';
  const assumedLoad = isAssumedNorm(load.norm);
  const unit = countedUnit('person', countedOf(model, service, territory));
  const byStaff: Num = facts.applies.posts
    ? resultNum(result.byStaff, unit, ref('capacityStaff'), { assumed: assumedLoad || isAssumed(facts.postsFilled), recalled, missing: cells('postsFilled', 'loadPerPost') }) : notApplicable(unit);
  return {
    byStaff,
    byPlaces: facts.applies.places ? resultNum(result.byPlaces, unit, ref('capacityPlaces'), { assumed: isAssumed(facts.places) || isAssumed(facts.turnover), missing: cells('places') }) : notApplicable(unit),
    byVehicles: facts.applies.vehicles ? resultNum(result.byVehicles, unit, ref('capacityVehicles'), { assumed: isAssumedNorm(facts.loadPerVehicle) || isAssumed(facts.vehicles), missing: cells('vehicles', 'loadPerVehicle') }) : notApplicable(unit),
    byHours: facts.hours === null ? notApplicable(unit) : resultNum(result.byHours, unit, ref('capacityHours'), { assumed: isAssumed(facts.hours) || isAssumed(facts.hoursPerPerson), missing: cells('hours', 'hoursPerPerson') }),
    capacity: resultNum(result.capacity, unit, ref('capacity'), { assumed: result.assumed || result.recalled, recalled: result.recalled, missing: missing(model, service, territory, result.missing) }),
    limit: result.limit,
    vacancies: facts.applies.posts
      ? resultNum(exact(result.vacancies), 'post', ref('vacancies'), { assumed: isAssumed(facts.posts) || isAssumed(facts.postsFilled), missing: result.vacancies === null ? missing(model, service, territory, ['posts', 'postsFilled']) : [], ...(result.overFilled ? { state: 'conflict' } : {}) })
      : notApplicable('post'),
    vacancyEffect: facts.applies.posts ? resultNum(result.vacancyEffect, unit, ref('vacancyEffect'), { assumed: assumedLoad || isAssumed(facts.posts) || isAssumed(facts.postsFilled), recalled, missing: cells('postsFilled', 'loadPerPost') }) : notApplicable(unit),
    state: result.state === 'known' ? 'known' : used ? 'unknown' : 'none',
  };
}

function row(model: PlanModel, service: ServiceInfo, territory: string): CapacityRow {
  const cell = (measure: MeasureId): Cell => figureCell(model, model.key(measure, { service: service.id }, territory));
  const placed = (measure: MeasureId): Cell => (service.applies.places ? cell(measure) : naCell(model.key(measure, { service: service.id }, territory)));
  const driven = (measure: MeasureId): Cell => (service.applies.vehicles ? cell(measure) : naCell(model.key(measure, { service: service.id }, territory)));
  return {
    ...service,
    posts: cell('posts'), postsFilled: cell('postsFilled'), loadPerPost: cell('loadPerPost'),
    places: placed('places'), occupied: placed('occupied'), turnover: placed('turnover'), vehicles: driven('vehicles'), loadPerVehicle: driven('loadPerVehicle'), hours: cell('hours'), hoursPerPerson: cell('hoursPerPerson'),
    served: cell('served'), ...pickProvision(model, service.id),
    ...capacityNums(model, service.id, territory),
  };
}

const pickProvision = (model: PlanModel, service: string): Pick<CapacityRow, 'providers' | 'provided'> => {
  const { providers, provided } = provisionOf(model, service);
  return { providers, provided };
};

/** A provider or unit with the figures of its services. */
export function provider(model: PlanModel, { standards, ...stored }: PlanModel['providers'][number]): Provider {
  const cell = (measure: MeasureId, service: string): Cell => figureCell(model, model.key(measure, { service, provider: stored.id }, model.root));
  return {
    ...stored,
    services: stored.services.map((service) => ({
      service, standard: standards[service] ?? '', places: model.service(service)?.applies.places ? cell('places', service) : naCell(model.key('places', { service, provider: stored.id }, model.root)),
      posts: cell('posts', service), postsFilled: cell('postsFilled', service), vehicles: cell('vehicles', service), hours: cell('hours', service), served: cell('served', service), waiting: cell('waiting', service),
    })),
  };
}

/** What the capacity page shows. */
export function capacityView(model: PlanModel, territory: string): CapacityView {
  const rows = model.services.map((service) => remember(model, service.id, `capacity row ${territory}`, () => row(model, service, territory)));
  const basic = basicOf(rows);
  return { territory, rows, providers: model.providers.map((stored) => provider(model, stored)), facilities: model.facilities, transfers: model.transfers, known: basic.filter((each) => each.state === 'known').length, all: basic.length };
}
