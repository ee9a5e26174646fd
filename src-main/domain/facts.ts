import type { Counted, FigureMethod, FigureState, Range } from '../contract/models.ts';
import { range, UNKNOWN } from './range.ts';

/** What a calculation reads of an entered figure; a `Figure` of the contract is one. */
export interface Fact {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly method: FigureMethod;
  readonly state: FigureState;
  readonly counted?: Counted;
}

/** An exact figure of a register, for short. */
export const registered = (value: number | null, counted: Counted = 'person'): Fact => ({ value, low: null, high: null, method: 'register', state: 'entered', counted });

/** Carried over from another year and not confirmed: it waits and does not count as known. */
export const isCarried = (f: Fact | null): boolean => f !== null && f.value !== null && f.state === 'carried';

/** Does the figure count as known? A value that is null or only carried over does not. */
export const isKnownFact = (f: Fact | null): f is Fact & { readonly value: number } => f !== null && f.value !== null && f.state !== 'carried';

/**
 * The range of a figure. Registers and statistics without bounds are exact; an estimate, a survey result or a default
 * without bounds has a base whose spread is not known. Not known and carried over give `UNKNOWN`.
 */
export function factRange(f: Fact | null): Range {
  // A value not known may still have bounds: a sum with unknown parts is "at least" what is known.
  if (f !== null && f.value === null && f.state !== 'carried') return { low: f.low, base: null, high: f.high };
  if (!isKnownFact(f)) return UNKNOWN;
  const counted = f.method === 'register' || f.method === 'statistics';
  return range(f.low ?? (counted ? f.value : null), f.value, f.high ?? (counted ? f.value : null));
}

/** Does the figure rest on an assumption: an estimate, a default share, or bundled data the community has not confirmed? */
export const isAssumed = (f: Fact | null): boolean =>
  isKnownFact(f) && (f.method === 'estimate' || f.method === 'default' || f.state === 'prefilled');
