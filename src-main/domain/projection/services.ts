import type { Range } from '../../contract/models.ts';
import { clampLow0, lift, range } from '../range.ts';
import { changed, type ParameterChange, type Variant } from './parameters.ts';

/** One group behind the need of a service: how much it weighs today, and what it grows to. */
export interface Driver { readonly weight: number; readonly now: number; readonly later: Range }

/**
 * How many times the people behind a need grow, with the same rates of need: Σ weight × later : now over the groups, weights being the persons
 * in need of each group today. Null when no group is known.
 */
export function growthOf(drivers: readonly Driver[]): Range | null {
  const known = drivers.filter(({ now, weight, later }) => now > 0 && weight > 0 && later.base !== null);
  const whole = known.reduce((sum, { weight }) => sum + weight, 0);
  if (whole === 0) return null;
  const side = (name: keyof Range): number => known.reduce((sum, { weight, now, later }) => sum + (weight * (later[name] ?? later.base ?? 0)) / now, 0) / whole;
  return { low: side('low'), base: side('base'), high: side('high') };
}

/** A difference of a scenario in what is needed or provided at a place (never '': the whole community is a place). */
export type MeasureChange = Omit<ParameterChange, 'parameter'>;

const parts = (a: Range, b: Range, f: (a: number, b: number, end: Variant) => number): Range => {
  const of = (end: Variant): number | null => lift(a[end], b[end], (x, y) => f(x, y, end));
  return range(of('low'), of('base'), of('high'));
};
/** A range after a difference: each end by its own end. */
const after = (r: Range, change: MeasureChange): Range => parts(r, r, (n, _, end) => changed(n, change, end));

/**
 * A number of a place after the differences, in their order. A difference at the place is taken of its number; one at a place inside changes it by
 * as many people; one at a place around it changes it in proportion. So places stay the sum they were. `start` = the number before differences.
 */
export function withChanges(place: string, start: (place: string) => Range, changes: readonly MeasureChange[], isInside: (inner: string, outer: string) => boolean): Range {
  const kept = new Map<string, Range>();
  const reached = (at: string, count: number): Range => {
    const change = changes[count - 1];
    if (change === undefined) return start(at);
    const name = `${at}|${count}`;
    const found = kept.get(name) ?? step(at, count - 1, change);
    kept.set(name, found);
    return found;
  };
  const step = (at: string, count: number, change: MeasureChange): Range => {
    const own = reached(at, count), { territory } = change;
    if (territory === at) return clampLow0(after(own, change));
    if (isInside(territory, at)) return clampLow0(parts(own, reached(territory, count), (n, inner, end) => n + Math.max(0, changed(inner, change, end)) - inner));
    if (!isInside(at, territory)) return own;
    // A percentage of what nobody knows is still a percentage.
    if (change.how === 'percent') return clampLow0(after(own, change));
    const whole = reached(territory, count);
    // Where nobody is left to scale, the new number is shared out as the places were at the start.
    if (whole.base === 0) return parts(start(at), start(territory), (n, all, end) => (all === 0 ? 0 : (n * Math.max(0, changed(0, change, end))) / all));
    return parts(own, whole, (n, all, end) => (all === 0 ? n : (n * Math.max(0, changed(all, change, end))) / all));
  };
  return reached(place, changes.length);
}
