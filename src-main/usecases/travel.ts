import { estimatedMinutes } from '../domain/staffing/time.ts';
import type { PlanModel } from './model.ts';
import { parameterValue } from './staffBook.ts';

/** Minutes of a way and where they come from. */
export interface Travel { readonly minutes: number | null; readonly from: 'inside' | 'entered' | 'estimate' | 'unknown' }

/**
 * How long a worker is on the way between two territories: entered minutes (in either direction), inside one settlement the usual ones,
 * otherwise great circle × detour / speed where both have coordinates.
 */
export function travelMinutes(model: PlanModel, from: string, to: string): Travel {
  if (from === to) return { minutes: parameterValue(model, 'travel.inside'), from: 'inside' };
  const entered = model.staff.travel.find((way) => way.origin === from && way.territory === to) ?? model.staff.travel.find((way) => way.origin === to && way.territory === from);
  if (entered) return { minutes: entered.minutes, from: 'entered' };
  const [a, b] = [pointOf(model, from), pointOf(model, to)];
  const [detour, speed] = [parameterValue(model, 'travel.detour'), parameterValue(model, 'travel.speed')];
  return a === null || b === null || detour === null || speed === null ? { minutes: null, from: 'unknown' } : { minutes: estimatedMinutes(a, b, detour, speed), from: 'estimate' };
}

/** Coordinates of a territory, or else of the first place inside that has them: its centre. */
function pointOf(model: PlanModel, id: string): { readonly lat: number; readonly lon: number } | null {
  const { lat = null, lon = null } = model.territory(id) ?? {};
  if (lat !== null && lon !== null) return { lat, lon };
  for (const child of model.children(id)) {
    const point = pointOf(model, child);
    if (point) return point;
  }
  return null;
}
