import type { Num, Range, ReachRef, TraceRef, Unit } from '../contract/models.ts';
import type { Bounded } from '../domain/reach/catchment.ts';
import type { Band } from '../domain/reach/within.ts';
import { exact, range, UNKNOWN } from '../domain/range.ts';
import { resultNum } from './num.ts';
import type { PlanModel } from './model.ts';
import { rangeOf, type Reach, type Ways } from './reachFacts.ts';

/** The address of a number of reach. */
export const reachRef = (model: PlanModel, reach: Ways, what: ReachRef['what'], of: { readonly point?: string; readonly territory?: string; readonly within?: number } = {}): TraceRef =>
  ({ kind: 'reach', what, ...reach.ask, point: '', territory: model.root, year: model.year, scenario: model.scenario, ...of });

/** Does a result rest on an estimated way within the limit? */
const estimated = (reach: Reach, i: number, j: number): boolean => reach.counted[j]?.ways[i]?.source === 'estimate';
const near = (reach: Reach, i: number, j: number): boolean => { const m = reach.minutes[i]?.[j] ?? null; return m !== null && m <= reach.ask.within; };
const anyEstimate = (reach: Ways): boolean => reach.counted.some(({ ways }) => ways.some((way) => way.source === 'estimate'));

/** Unit of the people counted. */
export const unitOf = (reach: Ways): Unit => reach.people[0]?.unit ?? 'person';
const bounded = ({ value, bound }: Bounded): Range => (value === null || bound === 'none' ? UNKNOWN : bound === 'exact' ? exact(value) : bound === 'most' ? { low: null, base: null, high: value } : { low: value === 0 ? null : value, base: null, high: null });

/** Persons a place can serve, in the unit of the people counted. */
const roomAt = (reach: Reach, j: number): number | null => (reach.unitsDiffer ? null : reach.counted[j]?.point.room?.result.capacity.base ?? null);

/** A number that may turn out larger, smaller, or both; none is below nought. */
const oneSided = (value: number, more: boolean, less: boolean): Range => (more ? (less || value === 0 ? UNKNOWN : { low: value, base: null, high: null }) : less && value > 0 ? { low: null, base: null, high: value } : exact(value));

/** Minutes to the nearest place that counts, or to one point; not known where no way is. */
export function minutesNum(model: PlanModel, reach: Reach, i: number, point = ''): Num {
  const territory = reach.origins[i] ?? model.root;
  const at = point === '' ? reach.nearest[i]?.at ?? null : reach.counted.findIndex((each) => each.point.id === point);
  const way = at === null ? undefined : reach.counted[at]?.ways[i];
  const ref = reachRef(model, reach, 'minutes', { territory, point });
  return resultNum(way?.minutes ?? UNKNOWN, 'minute', ref, { assumed: way?.source === 'estimate' });
}

/** People within so many minutes. */
export function bandNum(model: PlanModel, reach: Ways, band: Band, within: number): Num {
  const { low, base, high } = band.people;
  const people = base === null ? range(low === 0 ? null : low, null, high) : band.people;
  return resultNum(people, unitOf(reach), reachRef(model, reach, 'within', { within }), { assumed: anyEstimate(reach) || reach.people.some((num) => num.assumed) });
}

/** People of a settlement who find room; `i` null = of all of them. */
export function assignedNum(model: PlanModel, reach: Reach, i: number | null): Num {
  const rows = i === null ? reach.origins.map((_, at) => at) : [i];
  const value = rows.reduce((sum, at) => sum + (reach.assignment.flow[at] ?? []).reduce((a, b) => a + b, 0), 0);
  const touches = (at: number): boolean => reach.counted.some((_, j) => near(reach, at, j));
  // Room or own people that are not known let more find room; others who are not known take it away. Nobody near: nobody finds room.
  const full = i === null && value >= reach.counted.reduce((sum, _, j) => sum + (roomAt(reach, j) ?? Infinity), 0);
  const more = !full && (rows.some((at) => reach.crowd[at]) || (reach.roomUnknown && rows.some(touches)));
  const less = i !== null && reach.crowd.some((open, at) => open && at !== i);
  const notes = { assumed: rows.some((at) => reach.counted.some((each, j) => near(reach, at, j) && (estimated(reach, at, j) || each.point.room?.assumed === true)) || reach.people[at]?.assumed === true) };
  const ref = reachRef(model, reach, 'assigned', { territory: i === null ? model.root : reach.origins[i] ?? model.root });
  return resultNum(reach.blind !== null ? UNKNOWN : oneSided(value, more, less), unitOf(reach), ref, notes);
}

/** Capacity per 1,000 people a settlement can reach. */
export function indexNum(model: PlanModel, reach: Reach, i: number): Num {
  const index = reach.catchment.indexes[i] ?? { value: null, bound: 'none' as const };
  return resultNum(reach.blind !== null ? UNKNOWN : perThousand(bounded(index)), 'perThousand', reachRef(model, reach, 'index', { territory: reach.origins[i] ?? model.root }), { assumed: anyEstimate(reach) });
}
const perThousand = (r: Range): Range => ({ low: r.low === null ? null : r.low * 1000, base: r.base === null ? null : r.base * 1000, high: r.high === null ? null : r.high * 1000 });

/** Capacity of a point that counts per 1,000 people near it. */
export function ratioNum(model: PlanModel, reach: Reach, j: number): Num {
  const { point } = reach.counted[j] ?? {};
  return resultNum(perThousand(bounded(reach.catchment.ratios[j] ?? { value: null, bound: 'none' })), 'perThousand', reachRef(model, reach, 'ratio', { point: point?.id ?? '' }), { assumed: anyEstimate(reach) || point?.room?.assumed === true, missing: point?.room?.missing ?? [] });
}

/** People within the minutes asked of a point: everybody counts the same, whatever the weights of the index. */
export function nearNum(reach: Reach, j: number): Num {
  const rows = reach.people.filter((_, i) => near(reach, i, j)).map(rangeOf);
  const sum = rows.reduce((all, one) => all + (one.base ?? one.low ?? 0), 0);
  const more = rows.some((one) => one.base === null) || reach.people.some((num, i) => reach.wayUnknown[i]?.[j] === true && rangeOf(num).base !== 0);
  return resultNum(oneSided(sum, more, false), unitOf(reach), null, { assumed: anyEstimate(reach) || reach.people.some((num) => num.assumed) });
}

/** People a point takes: more where others may come, but no more than it has room for; fewer where another place may have room. */
export function takenNum(reach: Reach, j: number): Num {
  const room = roomAt(reach, j);
  const value = reach.assignment.flow.reduce((sum, row) => sum + (row[j] ?? 0), 0);
  return resultNum(room === null ? UNKNOWN : oneSided(value, value < room && reach.crowd.some(Boolean), reach.roomUnknown), unitOf(reach), null, { assumed: anyEstimate(reach) });
}

/** What a point can serve. */
export const roomNum = (reach: Reach, { room }: Reach['points'][number]['point']): Num =>
  resultNum(room?.result.capacity ?? UNKNOWN, unitOf(reach), null, { assumed: room?.assumed ?? false, recalled: room?.result.recalled ?? false, missing: room?.missing ?? [] });
