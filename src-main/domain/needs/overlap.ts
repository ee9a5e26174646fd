import type { Range } from '../../contract/models.ts';
import { add, addQuadrature, isKnown, lift, range, scale, UNKNOWN } from '../range.ts';

/** One group's persons. */
export interface Part { readonly id: string; readonly range: Range }

/** How people in several groups are counted once. */
export interface OverlapFacts {
  readonly parts: readonly Part[];
  /** Everybody there is: no union can be larger; null = not known. */
  readonly population: Range | null;
  /** `unknown`: nobody knows; `share`: an entered share of double counts; `priority`: a person counts in the first group of the order. */
  readonly mode: 'unknown' | 'share' | 'priority';
  /** Double counts as a share of the plain sum, 0–1 (mode `share`); null = not entered. */
  readonly share?: number | null;
  /** Ids, first group first (mode `priority`); groups left out follow in their given order. */
  readonly order?: readonly string[];
  /** Share of a later group that is in none of the groups before it, 0–1, by id (mode `priority`). */
  readonly priorityAdds?: Readonly<Record<string, number>>;
  /** `quadrature` when every part comes from its own independent survey; `intervals` (the default) otherwise. */
  readonly margins?: 'intervals' | 'quadrature';
}

/** Distinct persons in at least one of the groups. */
export interface Overlap {
  /** Distinct persons. With `basis` `bounds` the base is the least certain number (the largest group), not an estimate of the middle. */
  readonly range: Range;
  /** `single`: one group; `share` and `priority`: by what was entered; `bounds`: only bounds are known; `none`: no group. */
  readonly basis: 'none' | 'single' | 'bounds' | 'share' | 'priority';
  /** The plain sum, which counts some people twice: to be shown as «не унікальні особи», never as people. */
  readonly sum: Range;
  /** Bounds that hold whatever the overlap is (Fréchet): from the largest group to the sum capped by the population. */
  readonly bounds: Range;
  /** The population is smaller than the largest group: one of the two is wrong, so it does not cap the sum. */
  readonly conflict: boolean;
  /** The entered share says less than the largest group or more than the population: the bound counts instead. */
  readonly bounded: boolean;
  /** Groups whose size is not known. */
  readonly missing: readonly string[];
  /** Mode `priority`: what each group adds to the groups before it, in order. */
  readonly adds: readonly Part[];
  /** Mode `priority`: groups that entered only as bounds because their not-yet-counted share is not entered. */
  readonly boundsOf: readonly string[];
}

const largest = (values: readonly (number | null)[]): number | null => {
  const known = values.filter((v) => v !== null);
  return known.length === 0 ? null : Math.max(...known);
};

/** Fréchet bounds of a union of groups, its base the largest group: the number of people there are for certain. */
function frechet(parts: readonly Part[], sum: Range, cap: number | null): Range {
  const low = largest(parts.map((p) => p.range.low));
  const base = parts.every((p) => isKnown(p.range)) ? largest(parts.map((p) => p.range.base)) : null;
  const high = sum.high === null ? cap : cap === null ? sum.high : Math.min(sum.high, cap);
  return { low, base, high };
}

/**
 * The union when there are more groups whose size is not known: somebody may be in one of those only, so the union is at least what is known
 * and at most the population. Their own bounds from below count. With no known group at all nothing is known.
 */
export function withUnknownGroups(o: Overlap, open: readonly Part[], population: Range | null): Overlap {
  if (open.length === 0 || o.basis === 'none') return o;
  const floor = largest(open.map((part) => part.range.low));
  const least = (v: number | null): number | null => (v === null || floor === null ? v : Math.max(v, floor));
  const cap = o.conflict ? null : population?.high ?? population?.base ?? null;
  const base = least(o.range.base);
  const high = cap === null || base === null || cap < base ? null : cap;
  return { ...o, range: { low: least(o.range.low), base, high }, missing: [...o.missing, ...open.map((part) => part.id)] };
}

/** Values of `r` brought within the bounds that cannot be left: at least the largest group, at most the capped sum. */
function within(r: Range, parts: readonly Part[], cap: number | null): Range {
  const side = (v: number | null, floor: number | null): number | null => {
    if (v === null) return null;
    const up = floor === null ? v : Math.max(v, floor);
    return cap === null ? up : Math.min(up, cap);
  };
  const floors = [largest(parts.map((p) => p.range.low)), largest(parts.map((p) => p.range.base)), largest(parts.map((p) => p.range.high))] as const;
  return { low: side(r.low, floors[0]), base: side(r.base, floors[1]), high: side(r.high, floors[2]) };
}

const differs = (a: Range, b: Range): boolean => a.low !== b.low || a.base !== b.base || a.high !== b.high;

/** Counted in the first group of the order: later groups bring only those not yet counted. */
function byPriority(f: OverlapFacts, cap: number | null): { range: Range; adds: Part[]; boundsOf: string[]; bounded: boolean } {
  const order = f.order ?? [];
  const place = (p: Part): number => { const i = order.indexOf(p.id); return i < 0 ? order.length : i; };
  const sorted = [...f.parts].sort((a, b) => place(a) - place(b));
  let union: Range = UNKNOWN;
  let bounded = false;
  const adds: Part[] = [];
  const boundsOf: string[] = [];
  sorted.forEach((part, i) => {
    if (i === 0) { union = part.range; adds.push(part); return; }
    const before = union;
    const share = f.priorityAdds?.[part.id];
    if (share === undefined) {
      boundsOf.push(part.id);
      union = frechet([{ id: '', range: before }, part], add(before, part.range), cap);
    } else {
      const raw = add(before, scale(part.range, share));
      union = within(raw, [{ id: '', range: before }, part], cap);
      bounded ||= differs(raw, union);
    }
    const fresh = share === undefined
      ? { low: lift(part.range.low, before.high, (a, b) => Math.max(0, a - b)), high: part.range.high }
      : scale(part.range, share);
    adds.push({ id: part.id, range: range(fresh.low, lift(union.base, before.base, (a, b) => a - b), fresh.high) });
  });
  return { range: union, adds, boundsOf, bounded };
}

/**
 * Distinct persons in at least one group; never a silent sum.
 * - `unknown`: only the Fréchet bounds are known. Low = the largest group, high = the sum of all, not above the population. The base is
 *   the largest group too: that many people there are whatever the overlap, so a need that rests on it is "at least"; a midpoint would
 *   pretend to know the overlap. The trace says so (`assumption.frechet`).
 * - `share`: sum × (1 − share), kept within the Fréchet bounds (`bounded` says when it had to be).
 * - `priority`: the first group whole; each later one adds its entered not-yet-counted share, or, when none is entered, only bounds.
 * One group alone is itself. A group of unknown size leaves the base unknown; the bound from below stays.
 */
export function overlap(f: OverlapFacts): Overlap {
  const { parts } = f;
  const missing = parts.filter((p) => !isKnown(p.range)).map((p) => p.id);
  const none = { conflict: false, bounded: false, missing, adds: [], boundsOf: [] };
  const [first] = parts;
  if (first === undefined) return { ...none, range: UNKNOWN, basis: 'none', sum: UNKNOWN, bounds: UNKNOWN };
  const sum = f.margins === 'quadrature' ? addQuadrature(...parts.map((p) => p.range)) : add(...parts.map((p) => p.range));
  const everybody = f.population?.high ?? f.population?.base ?? null;
  const biggest = largest(parts.flatMap((p) => [p.range.low, p.range.base]));
  const conflict = everybody !== null && biggest !== null && everybody < biggest;
  const cap = conflict ? null : everybody;
  const bounds = frechet(parts, sum, cap);
  if (parts.length === 1) return { ...none, conflict, range: first.range, basis: 'single', sum, bounds };
  if (f.mode === 'share' && f.share !== null && f.share !== undefined) {
    const raw = scale(sum, 1 - f.share);
    const kept = within(raw, parts, cap);
    const result = { low: kept.low ?? bounds.low, base: kept.base, high: kept.high ?? bounds.high };
    return { ...none, conflict, range: result, basis: 'share', sum, bounds, bounded: differs(raw, kept) };
  }
  if (f.mode === 'priority') {
    const p = byPriority(f, cap);
    const basis = p.boundsOf.length === parts.length - 1 ? 'bounds' : 'priority';
    return { ...none, conflict, range: p.range, basis, sum, bounds, adds: p.adds, boundsOf: p.boundsOf, bounded: p.bounded };
  }
  return { ...none, conflict, range: bounds, basis: 'bounds', sum, bounds };
}
