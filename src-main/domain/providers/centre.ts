import type { Range } from '../../contract/models.ts';
import { div, isKnown, scale } from '../range.ts';

/** Persons one filled post serves: served / filled posts. No filled post, or one of the two not known: not known. */
export const caseload = (served: Range, filled: Range): Range => div(served, filled);

/** Hryvnias a year for one recipient, out of thousands of hryvnias a year. Nobody served: not known. */
export const costPerRecipient = (thousands: Range, served: Range): Range => scale(div(thousands, served), 1000);

/** How a value stands to a norm: `none` = there is no norm, or its value is not known; `unknown` = the value is not known. */
export type Against = 'below' | 'within' | 'above' | 'unknown' | 'none';

/** A value against a norm: outside only where it lies beyond every value the norm allows; noise of binary fractions is no difference. */
export function against(value: Range, norm: { readonly low: number | null; readonly high: number | null } | null): Against {
  if (norm === null || (norm.low === null && norm.high === null)) return 'none';
  if (!isKnown(value)) return 'unknown';
  if (norm.high !== null && value.base - norm.high > 1e-9) return 'above';
  return norm.low !== null && norm.low - value.base > 1e-9 ? 'below' : 'within';
}

/** What was taken over of one kind. */
export interface Moved { readonly direction: 'in' | 'out'; readonly what: string; readonly amount: number | null }

/**
 * Running balance of transfers in their order, kind by kind: what came less what went. After one that nobody counted
 * the balance of its kind is not known any more.
 */
export function balances<T extends Moved>(moves: readonly T[]): readonly { readonly move: T; readonly balance: number | null }[] {
  const sums = new Map<string, number | null>();
  return moves.map((move) => {
    const before = sums.get(move.what) ?? (sums.has(move.what) ? null : 0);
    const balance = before === null || move.amount === null ? null : before + (move.direction === 'in' ? move.amount : -move.amount);
    sums.set(move.what, balance);
    return { move, balance };
  });
}
