import { roundFor } from '../../contract/format.ts';
import type { Figure, Num } from '../../contract/models.ts';

/** A figure that says nothing is as good as none. */
const isEmpty = (f: Figure | null): boolean => f === null || (f.value === null && f.low === null && f.high === null);

/** What of a figure differs: its number, bounds, state or unit, or only where it comes from. null = nothing. */
export function figureDifference(approved: Figure | null, now: Figure | null): 'figure' | 'provenance' | null {
  if (isEmpty(approved) || isEmpty(now) || approved === null || now === null) return isEmpty(approved) === isEmpty(now) ? null : 'figure';
  if (approved.value !== now.value || approved.low !== now.low || approved.high !== now.high || approved.state !== now.state || approved.counted !== now.counted) return 'figure';
  return approved.method === now.method && approved.source === now.source && approved.asOf === now.asOf && approved.note === now.note ? null : 'provenance';
}

const rounded = (n: number | null, num: Num): number | null => (n === null ? null : roundFor(n, num.unit));

/** Does a number of a page read the same as the approved one? Compared as shown: value and bounds rounded, known or not. */
export function readsTheSame(approved: Num, now: Num): boolean {
  const seen = (num: Num) => (num.state === 'unknown' || num.state === 'na' ? [null, null, null] : [num.value, num.low, num.high].map((n) => rounded(n, num)));
  return seen(approved).join() === seen(now).join() && approved.unit === now.unit && (approved.state === 'carried') === (now.state === 'carried');
}

/** Does its value alone read the same? */
export const sameValue = (approved: Num, now: Num): boolean => rounded(valueOf(approved), approved) === rounded(valueOf(now), now);

/** The value of a number that is known, else null: last year's number does not count as known. */
export const valueOf = (num: Num): number | null => (num.state === 'unknown' || num.state === 'na' || num.state === 'carried' ? null : num.value);
