import { roundFor } from '../../contract/format.ts';
import type { Num } from '../../contract/models.ts';
import { isSmall } from './suppress.ts';

/** The value as it is shown (rounded once), null when not known or only partly known. */
export const shown = (num: Num): number | null => (num.value === null || num.state === 'unknown' || num.state === 'carried' || num.state === 'na' ? null : roundFor(num.value, num.unit));
/** A bound as it is shown. */
export const bound = (n: number | null, num: Num): number | null => (n === null ? null : roundFor(n, num.unit));
/**
 * What is printed of a number, for hiding and for leaving rows out: the value, or of bounds alone the one a small count could be read from.
 * null = nothing is printed but «н/д».
 */
export function printed(num: Num): number | null {
  if (num.state !== 'partial' || num.value !== null) return shown(num);
  const bounds = [bound(saysMore(num.low, num.high), num), bound(num.high, num)];
  return bounds.find(isSmall) ?? bounds.find((n) => n !== null) ?? null;
}
/** "At least 0" says nothing of a number that cannot be less. */
export const saysMore = (low: number | null, high: number | null): number | null => (low !== null && low <= 0 && high === null ? null : low);
/** Is there a number to be hidden? */
export const hasShown = (num: Num): boolean => shown(num) !== null && shown(num) !== 0;
/** Is anything printed of a number at all? */
export const known = (num: Num): boolean => printed(num) !== null;
