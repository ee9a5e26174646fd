import { isSmall as isSmallCount } from '../../contract/small.ts';

/**
 * Hiding of small counts of people in the edition for publication: counts of 1–4 are not printed, and neither is any number
 * from which such a count could be worked out. Zero is printed: it speaks of nobody.
 */

/** What is printed in place of a number: the number, «менше 5», or «приховано» (large itself, but it would reveal a small one). */
export type Mask = 'show' | 'small' | 'cover';

/** Is a printed number so small that it must be hidden? A difference tells as much as a count. */
export const isSmall = (n: number | null): boolean => n !== null && isSmallCount(Math.abs(n));

/** Counts of people of one service, as shown (rounded); null = not known. */
export interface ServiceCounts {
  readonly general: number | null;
  readonly served: number | null;
  readonly unmet: number | null;
  readonly excess: number | null;
  readonly occupied: number | null;
  readonly capacity: number | null;
  readonly gapPersons: number | null;
  /** Bounds of the unmet need. */
  readonly low: number | null;
  readonly high: number | null;
}
/** What is printed of each number of a service. */
export interface ServiceMasks {
  readonly general: Mask; readonly served: Mask; readonly unmet: Mask; readonly excess: Mask; readonly occupied: Mask;
  /** Coverage, bounds, and gaps in posts and places: shares and products of the counts. */
  readonly derived: Mask;
  readonly capacity: Mask; readonly gapPersons: Mask;
  /** Something of this service is hidden. */
  readonly any: boolean;
}

const mask = (n: number | null, hide: boolean): Mask => (isSmall(n) ? 'small' : hide && n !== null && n !== 0 ? 'cover' : 'show');

/**
 * What may be printed of one service. The numbers hang together: need − served = unmet (or excess), served / need = coverage,
 * need − capacity = gap. When one is small, enough of the others is covered that at least two values of it stay possible.
 */
export function maskService(c: ServiceCounts, edition: 'service' | 'public'): ServiceMasks {
  const counts = [c.general, c.served, c.unmet, c.excess, c.occupied, c.capacity, c.gapPersons, c.low, c.high];
  if (edition === 'service' || !counts.some(isSmall)) {
    return { general: 'show', served: 'show', unmet: 'show', excess: 'show', occupied: 'show', derived: 'show', capacity: 'show', gapPersons: 'show', any: false };
  }
  const two = [c.served, c.unmet, c.excess].filter(isSmall).length > 1;
  const byCapacity = isSmall(c.gapPersons);
  const rowSmall = byCapacity || [c.general, c.served, c.unmet, c.excess, c.occupied, c.low, c.high].some(isSmall);
  return {
    // The need stays when it is large and only one of its parts is small; the parts are covered. A small gap against the
    // capacity covers the need too: the capacity follows from the places and posts that stay.
    general: mask(c.general, two || byCapacity),
    served: mask(c.served, rowSmall),
    unmet: mask(c.unmet, rowSmall),
    excess: mask(c.excess, rowSmall),
    occupied: mask(c.occupied, rowSmall),
    derived: 'cover',
    capacity: mask(c.capacity, true),
    gapPersons: mask(c.gapPersons, true),
    any: true,
  };
}

/** Would the whole less its known parts give a small count of the parts that are not known? */
export const restSmall = (whole: number | null, parts: readonly (number | null)[]): boolean =>
  whole !== null && parts.includes(null) && parts.some((n) => n !== null) && isSmall(whole - parts.reduce<number>((sum, n) => sum + (n ?? 0), 0));

/** The stronger of two: «менше 5» says more than «приховано», which says more than nothing. */
export const stronger = (a: Mask, b: Mask | undefined): Mask => (b === undefined || a === 'small' || b === 'show' ? a : b === 'small' || a === 'show' ? b : a);

/** Parts of a whole (women and men of a group, its ages): when the whole, a part or what is left for the parts not known is small, no part is printed. */
export function maskParts(whole: number | null, parts: readonly (number | null)[], edition: 'service' | 'public'): { readonly whole: Mask; readonly parts: readonly Mask[] } {
  const hide = edition === 'public' && ([whole, ...parts].some(isSmall) || restSmall(whole, parts));
  return { whole: hide ? mask(whole, false) : 'show', parts: parts.map((p) => (hide && p !== null ? (isSmall(p) ? 'small' : 'cover') : 'show')) };
}

/** Cells of a table row that add up to a total: when any is small, no cell is printed (the total may stay). */
export function maskCells(cells: readonly (number | null)[], edition: 'service' | 'public'): readonly Mask[] {
  const hide = edition === 'public' && cells.some(isSmall);
  return cells.map((n) => (hide && n !== null ? 'cover' : 'show'));
}

/** Places in free text where a number of people under five seems to stand («3 особи», "2 families"). */
export function smallCountsIn(text: string): readonly string[] {
  return [...text.matchAll(/(?<![\d.,\u00a0])[1-4]\s+(?:ос(?:оба|оби|іб|обам|обами)|людин\p{L}*|люд(?:и|ей|ям)|сім(?:ʼ|'|’)\p{L}+|сімей|дит\p{L}+|діт\p{L}+|отримувач\p{L}*|persons?|people|famil\p{L}+|child\p{L}*|recipients?)/giu)].map((m) => m[0]);
}
