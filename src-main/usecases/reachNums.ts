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
  // Nobody near: nobody finds room there, and that is known once every way is.
  const open = rows.some((at) => (touches(at) && rangeOf(reach.people[at] as Num).base === null) || (reach.nearest[at]?.unsure ?? false)) || (reach.roomUnknown && rows.some(touches));
  const notes = { assumed: rows.some((at) => reach.counted.some((each, j) => near(reach, at, j) && (estimated(reach, at, j) || each.point.room?.assumed === true)) || reach.people[at]?.assumed === true) };
  const ref = reachRef(model, reach, 'assigned', { territory: i === null ? model.root : reach.origins[i] ?? model.root });
  return resultNum(reach.blind !== null ? UNKNOWN : open ? (value === 0 ? UNKNOWN : { low: value, base: null, high: null }) : exact(value), unitOf(reach), ref, notes);
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
  return resultNum(rows.every((one) => one.base !== null) ? exact(sum) : sum === 0 ? UNKNOWN : { low: sum, base: null, high: null }, unitOf(reach), null, { assumed: anyEstimate(reach) || reach.people.some((num) => num.assumed) });
}

/** People a point takes. */
export const takenNum = (reach: Reach, j: number): Num =>
  resultNum(exact(reach.unitsDiffer || reach.counted[j]?.point.room?.result.capacity.base == null ? null : reach.assignment.flow.reduce((sum, row) => sum + (row[j] ?? 0), 0)), unitOf(reach), null, { assumed: anyEstimate(reach) });

/** What a point can serve. */
export const roomNum = (reach: Reach, { room }: Reach['points'][number]['point']): Num =>
  resultNum(room?.result.capacity ?? UNKNOWN, unitOf(reach), null, { assumed: room?.assumed ?? false, recalled: room?.result.recalled ?? false, missing: room?.missing ?? [] });
