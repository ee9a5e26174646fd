import type { Range } from '../../contract/models.ts';
import { clampLow0, map, mul, sub } from '../range.ts';
import { changed, type ParameterChange } from './parameters.ts';

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

export type MeasureChange = Omit<ParameterChange, 'parameter' | 'territory'>;

/** Need and unmet need in a later year: need grows as its people do, what is provided stays as today; differences change either. */
export function needThen(now: { readonly general: Range; readonly served: Range }, growth: Range, changes: { readonly general: readonly MeasureChange[]; readonly served: readonly MeasureChange[] }): { readonly general: Range; readonly unmet: Range } {
  const apply = (range: Range, list: readonly MeasureChange[]): Range => list.reduce((value, change) => clampLow0(map(value, (v) => changed(v, change))), range);
  const general = apply(mul(now.general, growth), changes.general);
  return { general, unmet: clampLow0(sub(general, apply(now.served, changes.served))) };
}
