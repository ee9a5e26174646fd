import type { Range } from '../../contract/models.ts';
import { roundParts } from '../rounding.ts';

/**
 * Order of urgency of gaps, 0–100. It is the program's own way of comparing, open and tunable by its weights; no act prescribes it.
 */
export interface Weights { readonly duty: number; readonly people: number; readonly risk: number; readonly growth: number; readonly start: number }
/** Weights of the parts of the rank as proposed; an assumption of the program. */
export const DEFAULT_WEIGHTS: Weights = { duty: 40, people: 25, risk: 20, growth: 5, start: 10 };
/** A part of the rank. */
export type PartId = keyof Weights;
const PARTS: readonly PartId[] = ['duty', 'people', 'risk', 'growth', 'start'];

/** Yearly growth of a group that gives the full points for growth. */
export const FULL_GROWTH = 0.1;

/**
 * How directly a service protects life or health, 0–1 (the program's judgement, tunable): 1 – without it life is at risk (crisis, care,
 * shelter, palliative); 0.75 – health worsens (supported living, accompaniment of the disabled, rehabilitation of the addicted, children without
 * family care); 0.4 – the condition of a family or person worsens (day care, support of families, rehabilitation, in-kind help);
 * 0.25 – adaptation and integration; 0.15 – information, advice, prevention. Services not listed: 0.25.
 */
const RISK: Readonly<Record<string, number>> = {
  '012.0': 1, '015.1': 1, '015.2': 1, '015.4': 1, '005.0': 1, '015.3.1': 1,
  '008.1': 0.75, '009.1': 0.75, '009.2': 0.75, '017.3': 0.75, '021.0': 0.75,
  '007.0': 0.4, '009.3': 0.4, '010.1': 0.4, '010.2': 0.4, '015.3': 0.4, '017.1': 0.4, '017.2': 0.4, '018.1': 0.4, '018.2': 0.4, '019.0': 0.4,
  '011.0': 0.25, '013.0': 0.25, '013.1': 0.25, '014.0': 0.25, '020.0': 0.25, '022.0': 0.25,
  '001.0': 0.15, '002.0': 0.15, '003.0': 0.15, '004.0': 0.15, '006.0': 0.15,
};
/** Risk of a service by its classifier code; services without a code or not listed take 0.25. */
export const riskOf = (code: string | null): number => (code === null ? 0.25 : (RISK[code] ?? 0.25));

/** What a rank is counted from. */
export interface PriorityFacts {
  readonly basic: boolean;
  /** Is it provided at all? */
  readonly provided: 'yes' | 'no' | 'unknown';
  /** People (or families) without the service; null = not known, then there is no rank. */
  readonly unmet: number | null;
  /** The largest unmet need among the services compared that count the same unit. */
  readonly largestUnmet: number;
  /** 0–1, see `riskOf`. */
  readonly risk: number;
  /** Yearly growth of the people in need as a share (0.05 = 5 % a year); null = not known. */
  readonly growth: number | null;
  /** Ease of beginning, 0–1, see `easeOf`; null = not known. */
  readonly ease: number | null;
}

/** One part of the score; `points` 0…`of`, unrounded. */
export interface PriorityPart { readonly id: PartId; readonly points: number; readonly of: number; readonly known: boolean }
/** A rank with its parts. */
export interface Priority {
  /** Low: parts that are not known count nothing; high: they count in full. Base = low. */
  readonly score: Range;
  readonly parts: readonly PriorityPart[];
  /** Whole points in the order of the parts; they add up to the rounded score. */
  readonly shown: readonly number[];
}

const share = (v: number): number => Math.min(1, Math.max(0, v));

/**
 * Ease of beginning: the part of the unmet need that filled posts, empty places and vacancies of today could take on.
 * null while nothing of this is known.
 */
export function easeOf(f: { readonly unmet: number | null; readonly free: number | null; readonly vacancyEffect: number | null }): number | null {
  if (f.unmet === null || (f.free === null && f.vacancyEffect === null)) return null;
  return f.unmet <= 0 ? 1 : share(((f.free ?? 0) + (f.vacancyEffect ?? 0)) / f.unmet);
}

/**
 * Score of a gap, every part visible: duty (full for a basic service nobody provides, half for a basic one), people (in proportion to the
 * largest unmet need), risk, growth (full at 10 % a year), start (ease). A service whose unmet need is not known has no score (null).
 */
export function priorityOf(f: PriorityFacts, weights: Weights = DEFAULT_WEIGHTS): Priority | null {
  if (f.unmet === null) return null;
  const shares: Readonly<Record<PartId, number | null>> = {
    duty: !f.basic ? 0 : f.provided === 'no' ? 1 : 0.5,
    people: f.largestUnmet <= 0 ? 0 : share(f.unmet / f.largestUnmet),
    risk: share(f.risk),
    growth: f.growth === null ? null : share(f.growth / FULL_GROWTH),
    start: f.ease === null ? null : share(f.ease),
  };
  const parts = PARTS.map((id): PriorityPart => ({ id, points: (shares[id] ?? 0) * weights[id], of: weights[id], known: shares[id] !== null }));
  const sum = parts.reduce((a, p) => a + p.points, 0);
  const open = parts.reduce((a, p) => a + (p.known ? 0 : p.of), 0);
  return { score: { low: sum, base: sum, high: sum + open }, parts, shown: roundParts(parts.map((p) => p.points)) };
}
