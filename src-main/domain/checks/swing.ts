import type { Range } from '../../contract/models.ts';

/** Unmet need at the bounds of one figure while everything else stays as it is. */
export interface Swing { readonly low: number; readonly high: number; readonly swing: number }

/**
 * One-at-a-time swing: the result at the low and at the high bound of an input, in order, and their distance.
 * (One-at-a-time sensitivity, as shown in a tornado diagram; interactions between inputs are not seen by it.)
 */
export function swingOf(atLow: number, atHigh: number): Swing {
  const [low, high] = atLow <= atHigh ? [atLow, atHigh] : [atHigh, atLow];
  return { low, high, swing: high - low };
}

/** The bounds of a figure that can be moved: both known and apart. */
export const movable = (bounds: Range): bounds is Range & { readonly low: number; readonly high: number } => bounds.low !== null && bounds.high !== null && bounds.high > bounds.low;
