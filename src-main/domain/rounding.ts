import { roundHalf } from '../contract/format.ts';

/**
 * Rounding. Estimates stay unrounded to the end; a number is rounded once, when it is shown.
 * `NOISE` takes back what binary fractions add (22.999999999999996 is 23), far below any figure that a community enters.
 */
const NOISE = 1e-9;

const plus0 = (v: number): number => (v === 0 ? 0 : v);

/** Persons, families, places: to a whole number, half away from zero (168.5 → 169, −2.5 → −3), as the contract's format shows it. null stays null. */
export function roundPersons(v: number): number;
export function roundPersons(v: number | null): number | null;
export function roundPersons(v: number | null): number | null {
  return v === null ? null : roundHalf(v, 0);
}

/** Up to the next whole unit: a place cannot be opened by half. */
export const ceilWhole = (v: number): number => plus0(Math.ceil(v - NOISE));

/** Posts: up to the next quarter of a post, the smallest step of a staffing table. */
export const ceilQuarter = (v: number): number => plus0(Math.ceil(v * 4 - NOISE) / 4);

/** Posts: down to a quarter of a post. */
export const floorQuarter = (v: number): number => plus0(Math.floor(v * 4 + NOISE) / 4);

/** Is the number whole, apart from the noise of binary fractions? */
export const isWhole = (v: number): boolean => Math.abs(v - Math.round(v)) <= NOISE * Math.max(1, Math.abs(v));

/**
 * Whole points that add up to the rounded sum (largest remainders first, ties in the given order),
 * so that the parts of a score shown side by side give the score shown.
 */
export function roundParts(parts: readonly number[]): number[] {
  const total = roundPersons(parts.reduce((a, b) => a + b, 0));
  const floors = parts.map((p) => Math.floor(p + NOISE));
  let left = total - floors.reduce((a, b) => a + b, 0);
  const order = parts.map((p, i) => ({ i, rest: p - (floors[i] ?? 0) })).sort((a, b) => b.rest - a.rest || a.i - b.i);
  for (const { i } of order) {
    if (left <= 0) break;
    floors[i] = (floors[i] ?? 0) + 1;
    left -= 1;
  }
  return floors;
}
