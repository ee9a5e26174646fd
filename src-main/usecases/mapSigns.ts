import type { Facility, ProviderKind } from '../contract/api/capacity.ts';
import type { MapSign, SignShape } from '../contract/api/map.ts';
import type { MeasureId } from '../contract/models.ts';
import { figureCell, numOf } from './cells.ts';
import { seatOf, unitsOf } from './facts.ts';
import type { PlanModel } from './model.ts';

type Provider = PlanModel['providers'][number];
/** A point of the earth, degrees. */
export interface Point { readonly lat: number | null; readonly lon: number | null }

const SHAPE: Readonly<Record<ProviderKind, SignShape>> = {
  territorial_centre: 'centre', cnsp: 'centre', css: 'centre', day_centre: 'day', rehabilitation: 'day', residential: 'stay', shelter: 'stay',
  mobile_team: 'mobile', ngo: 'other', fop: 'other', other: 'other',
};
const NOWHERE: Point = { lat: null, lon: null };

/** Where a territory stands: its own point, or the middle of the settlements inside that have one. */
export function pointAt(model: PlanModel, territory: string): Point & { readonly middle: boolean } {
  const place = model.territory(territory);
  if (place && place.lat !== null && place.lon !== null) return { lat: place.lat, lon: place.lon, middle: false };
  const inside = place === undefined || territory === model.root ? [] : model.children(territory).map((id) => pointAt(model, id)).filter((point) => point.lat !== null);
  // To about a metre.
  const mean = (of: 'lat' | 'lon'): number => Math.round((inside.reduce((sum, point) => sum + (point[of] ?? 0), 0) / inside.length) * 1e5) / 1e5;
  return inside.length === 0 ? { ...NOWHERE, middle: false } : { lat: mean('lat'), lon: mean('lon'), middle: true };
}

/** Numbers of the chosen service at whoever gives it there. */
function numbersOf(model: PlanModel, givers: readonly Provider[], service: string): MapSign['numbers'] {
  const giver = givers.find((row) => row.services.includes(service));
  if (giver === undefined) return [];
  const { applies } = model.service(service);
  const num = (measure: MeasureId) => numOf(figureCell(model, model.key(measure, { service, provider: giver.id }, model.root)));
  return [{ measure: 'served' as const, num: num('served') }, ...(applies.places ? [{ measure: 'places' as const, num: num('places') }] : []), ...(applies.posts ? [{ measure: 'postsFilled' as const, num: num('postsFilled') }] : [])];
}

function facilitySign(model: PlanModel, facility: Facility, whole: Provider, service: string): MapSign {
  const units = unitsOf(model, whole.id);
  const here = units.filter((unit) => unit.facility === facility.id);
  const inUnits = new Set(units.flatMap((unit) => unit.services));
  const own = facility.lat !== null && facility.lon !== null;
  const { lat, lon } = own ? facility : facility.territory === '' ? NOWHERE : pointAt(model, facility.territory);
  return {
    id: facility.id, kind: 'facility', shape: SHAPE[whole.kind], type: whole.kind, name: facility.name, of: whole.name, provider: whole.id, place: facility.territory, lat, lon, own, state: facility.state,
    services: [...new Set([...here.flatMap((unit) => unit.services), ...whole.services.filter((id) => !inUnits.has(id))])], numbers: numbersOf(model, [...here, whole], service),
  };
}

function seatSign(model: PlanModel, row: Provider, service: string): MapSign {
  const seat = seatOf(model, row.id);
  const place = seat === model.root ? '' : seat;
  const whole = model.providers.find((each) => each.id === row.parent);
  const { lat, lon } = place === '' ? NOWHERE : pointAt(model, place);
  return {
    id: row.id, kind: whole ? 'unit' : 'provider', shape: SHAPE[row.kind], type: row.kind, name: row.name, of: whole?.name ?? '', provider: whole?.id ?? row.id, place, lat, lon, own: false, state: 'works',
    services: row.services, numbers: numbersOf(model, [row], service),
  };
}

/** Where services are given: every facility; the seat of a provider without one; a unit that sits elsewhere than its whole and in no facility. */
export function signsOf(model: PlanModel, service: string): readonly MapSign[] {
  const byId = new Map(model.providers.map((row) => [row.id, row]));
  return [
    ...model.facilities.flatMap((facility) => { const whole = byId.get(facility.provider); return whole ? [facilitySign(model, facility, whole, service)] : []; }),
    ...model.providers.filter((row) => (row.parent === '' ? !model.facilities.some((facility) => facility.provider === row.id) : row.facility === '' && row.territory !== '' && row.territory !== seatOf(model, row.parent)))
      .map((row) => seatSign(model, row, service)),
  ];
}
