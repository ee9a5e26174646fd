import { roundFor } from '../../contract/format.ts';
import type { Figure, Num } from '../../contract/models.ts';

/** What of a figure differs: its number or bounds, or only where it comes from. null = nothing. */
export function figureDifference(approved: Figure | null, now: Figure | null): 'figure' | 'provenance' | null {
  const number = (f: Figure | null) => (f === null || (f.value === null && f.low === null && f.high === null) ? null : [f.value, f.low, f.high, f.state, f.counted].join());
  if (number(approved) !== number(now)) return 'figure';
  const rest = (f: Figure | null) => (f === null ? '' : [f.method, f.source, f.asOf, f.note].join('\u0000'));
  return rest(approved) === rest(now) || number(now) === null ? null : 'provenance';
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
