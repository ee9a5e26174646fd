import type { StaffMode, StaffWay } from '../contract/api/staff.ts';
import { createTravel, ownTime, type End } from '../domain/reach/travel.ts';
import { exact } from '../domain/range.ts';
import { remember } from './memo.ts';
import type { PlanModel } from './model.ts';
import { today, type Program } from './program.ts';
import { parametersOf, travelOf } from './reachFacts.ts';
import { endOf } from './reachPoints.ts';
import { parameterValue } from './staffBook.ts';

/** A mixture of ways: minutes and corrections of the road, estimated at the staff’s usual speed and detour. */
const mixedOf = (program: Program, model: PlanModel): ReturnType<typeof createTravel> => {
  const day = today(program);
  return remember(model, 'tables', `staff travel ${day}`, () => {
    const usual = parametersOf(program, model);
    const value = (id: string): number | null => (id.startsWith('detour.') ? parameterValue(model, 'travel.detour') : id === 'speed.car' ? parameterValue(model, 'travel.speed') : id === 'wait.car' ? 0 : usual(id).base);
    return createTravel({ parameters: (id) => exact(value(id)), times: model.travel.times, corrections: model.travel.corrections, today: day });
  });
};

/** A territory as the end of a way; a district stands at the first place inside that has coordinates: its centre. */
function standing(model: PlanModel, id: string): End {
  const end = endOf(model, id);
  return end.lat === null ? { ...end, ...pointOf(model, id) } : end;
}

function pointOf(model: PlanModel, id: string): { readonly lat: number; readonly lon: number } | null {
  for (const child of model.children(id)) {
    const { lat = null, lon = null } = model.territory(child) ?? {};
    const point = lat !== null && lon !== null ? { lat, lon } : pointOf(model, child);
    if (point) return point;
  }
  return null;
}

/**
 * How long a worker is on the way between two territories. Inside one settlement the usual minutes; otherwise what counts for reach as well:
 * a correction that holds, entered minutes, an estimate.
 */
export function staffWay(program: Program, model: PlanModel, mode: StaffMode, from: string, to: string): Pick<StaffWay, 'minutes' | 'from' | 'why' | 'note' | 'before' | 'until'> {
  if (from === to) return { minutes: parameterValue(model, 'travel.inside'), from: 'inside', why: null, note: '', before: null, until: '' };
  const way = (mode === '' ? mixedOf : travelOf)(program, model)(standing(model, from), standing(model, to), mode || 'car', false);
  const row = model.travel.corrections.find((each) => each.id === way.correction);
  return {
    minutes: way.minutes?.base ?? null, from: way.source ?? 'unknown', why: way.why, before: way.before?.minutes?.base ?? null, until: row?.until ?? '',
    note: row?.reason ?? (way.source === 'matrix' ? ownTime(model.travel.times, from, to, mode || 'car')?.source : null) ?? '',
  };
}
