import type { Facility, YesNo } from '../contract/api/capacity.ts';
import type { NotCounted } from '../contract/api/reach.ts';
import type { FigureKey, Label } from '../contract/models.ts';
import { capacityOf, isAssumedNorm, type CapacityResult } from '../domain/capacity/capacity.ts';
import { isAssumed } from '../domain/facts.ts';
import type { End } from '../domain/reach/travel.ts';
import { entranceOf } from './entrance.ts';
import { factOf, inherited, providerPart, seatOf, unitsOf } from './facts.ts';
import { remember } from './memo.ts';
import type { PlanModel } from './model.ts';
import { loadOf, vehicleLoadOf, type Load } from './norms.ts';
import { placeName } from './placeNames.ts';

/** A place where a provider works: a facility, or its seat where no facility is entered. */
export interface Spot { readonly facility: string; readonly end: End; readonly place: Label | null; readonly state: Facility['state']; readonly why: NotCounted | null }

/** Who gives a service, where, and how many persons it can serve. */
export interface SupplyPoint { readonly id: string; readonly name: string; readonly spots: readonly Spot[]; readonly room: Room | null }

/** What a provider can serve of one service, and what it was computed from. */
export interface Room { readonly result: CapacityResult; readonly load: Load; readonly assumed: boolean; readonly missing: readonly FigureKey[]; readonly inputs: readonly FigureKey[] }

/** A territory as the end of a way; what is not said of it is taken from its district, then from the community. */
export const endOf = (model: PlanModel, territory: string): End => remember(model, 'tables', `end ${territory}`, () => {
  const within: string[] = [];
  for (let at: string | null = territory; at !== null && at !== ''; at = model.territory(at)?.parent ?? null) within.push(at);
  const said = within.map((id) => model.travel.places.find((row) => row.territory === id)).filter((row) => row !== undefined);
  const first = <K extends 'terrain' | 'bus' | 'busAccessible' | 'taxi'>(field: K) => said.find((row) => row[field] !== '')?.[field] ?? '';
  const place = model.territory(territory);
  const terrain = first('terrain');
  return {
    settlement: territory, within, lat: place?.lat ?? null, lon: place?.lon ?? null, terrain: terrain === '' ? 'plain' : terrain,
    bus: first('bus') as YesNo, runs: said.find((row) => row.runs !== null)?.runs ?? null, busAccessible: first('busAccessible') as YesNo, taxi: first('taxi') as YesNo,
  };
});

/** Is a territory a place one can travel to: a settlement, or the last level entered by hand? */
const isPlace = (model: PlanModel, id: string): boolean => id !== '' && (model.territory(id)?.kind === 'settlement' || (id !== model.root && model.children(id).length === 0));

function spotAt(model: PlanModel, facility: Facility | null, seat: string, barrierFree: boolean): Spot {
  const territory = facility === null || facility.territory === '' ? (facility?.lat == null ? seat : '') : facility.territory;
  const known = isPlace(model, territory);
  const base = endOf(model, known || territory !== '' ? territory : model.root);
  const own = facility?.lat != null && facility.lon !== null;
  const end: End = { ...base, settlement: known ? territory : '', ...(own ? { lat: facility.lat, lon: facility.lon } : known ? {} : { lat: null, lon: null }) };
  const state = facility?.state ?? 'works';
  const entrance = facility === null ? '' : entranceOf(model, facility.id);
  const why: NotCounted | null = state === 'destroyed' ? 'destroyed' : !known && !own ? 'noPlace' : !barrierFree || entrance === 'yes' ? null : entrance === 'no' ? 'entranceNo' : 'entranceUnknown';
  return { facility: facility?.id ?? '', end, place: placeName(model, territory), state, why };
}

/** Where a provider or unit works: in its facility, in those entered for it, or else at its seat. */
const spotsOf = (model: PlanModel, provider: string, barrierFree: boolean): readonly Spot[] => remember(model, 'tables', `spots ${provider} ${barrierFree}`, () => {
  const row = model.providers.find((each) => each.id === provider);
  const seat = seatOf(model, provider);
  const own = model.facilities.filter((each) => (row?.facility ? each.id === row.facility : each.provider === provider));
  return own.length > 0 ? own.map((each) => spotAt(model, each, seat, barrierFree)) : [spotAt(model, null, seat, barrierFree)];
});

const INPUTS = ['postsFilled', 'places', 'vehicles', 'hours'] as const;
/** Figures of a service, whoever gives it. */
const OF_SERVICE: ReadonlySet<string> = new Set(['loadPerPost', 'loadPerVehicle', 'hoursPerPerson']);

/** What a provider or unit can serve of a service: the smallest of its filled posts, places and vehicles, as for the whole community. */
export const roomOf = (model: PlanModel, service: string, provider: string): Room => remember(model, service, `room ${provider}`, () => {
  const fact = (measure: 'posts' | 'postsFilled' | 'places' | 'occupied' | 'vehicles' | 'hours' | 'served') => factOf(providerPart(model, measure, service, provider, model.root));
  const { applies } = model.service(service);
  const seat = seatOf(model, provider);
  const load = loadOf(model, service, seat);
  const vehicles = fact('vehicles');
  const facts = {
    applies: { ...applies, vehicles: applies.vehicles && vehicles !== null }, posts: fact('posts'), postsFilled: fact('postsFilled'), loadPerPost: load.norm, places: fact('places'), occupied: fact('occupied'),
    turnover: inherited(model, 'turnover', { service }, seat), vehicles, loadPerVehicle: vehicleLoadOf(model, service, seat),
    hours: fact('hours'), hoursPerPerson: inherited(model, 'hoursPerPerson', { service }, seat), served: fact('served'),
  };
  const result = capacityOf(facts);
  const key = (measure: CapacityResult['missing'][number]): FigureKey => model.key(measure, OF_SERVICE.has(measure) ? { service } : { service, provider }, model.root);
  return {
    result, load, missing: result.missing.map(key), inputs: INPUTS.filter((input) => (input === 'hours' ? facts.hours !== null : facts.applies[input === 'postsFilled' ? 'posts' : input])).map(key),
    assumed: result.assumed || result.recalled || isAssumedNorm(load.norm) || [facts.postsFilled, facts.places, facts.vehicles, facts.hours].some(isAssumed),
  };
});

/**
 * Who gives a service. Units stand for themselves; where the figures stand at their whole and not at the units, the whole is one point with
 * all their places, so that nothing is counted twice.
 */
export function pointsOf(model: PlanModel, service: string, target: string, barrierFree: boolean): readonly SupplyPoint[] {
  const facility = model.facilities.find((each) => each.id === target);
  if (facility) return [{ id: facility.id, name: facility.name, spots: [spotAt(model, facility, seatOf(model, facility.provider), barrierFree)], room: null }];
  const point = (row: PlanModel['providers'][number], spots = spotsOf(model, row.id, barrierFree)): SupplyPoint =>
    // The table of all services never asks for room.
    ({ id: row.id, name: row.name, spots, get room() { return service === '' ? null : roomOf(model, service, row.id); } });
  const gives = (row: PlanModel['providers'][number]): boolean => (service === '' ? true : row.services.includes(service));
  const named = model.providers.find((row) => row.id === target);
  const wholes = named ? [named] : model.providers.filter((row) => row.parent === '');
  return wholes.flatMap((whole): readonly SupplyPoint[] => {
    const units = unitsOf(model, whole.id).filter(gives);
    if (units.length === 0) return gives(whole) || named ? [point(whole)] : [];
    const counted = (id: string): boolean => service !== '' && INPUTS.some((measure) => model.series.total(measure, { service, provider: id }, model.root).source !== 'none');
    if (counted(whole.id) && !units.every((unit) => counted(unit.id))) return [point(whole, units.flatMap((unit) => spotsOf(model, unit.id, barrierFree)))];
    return units.map((unit) => point(unit));
  });
}

/** Settlements people travel from: the last level of the territory tree. */
export const originsOf = (model: PlanModel): readonly string[] => remember(model, 'tables', 'origins', () => model.territories.filter((row) => model.children(row.id).length === 0).map((row) => row.id));
