import { isSmall } from '../../contract/small.ts';

/**
 * Must a value stay out of a publication? Where it, its denominator, or the rest of a whole is a count of 1–4: the share would give it away
 * (the rule of the program, see `publishing/suppress`).
 */
export function isTooSmall(kind: 'share' | 'ratio' | 'value', numerator: number | null, denominator: number | null): boolean {
  return isSmall(numerator) || isSmall(denominator) || (kind === 'share' && numerator !== null && denominator !== null && isSmall(denominator - numerator));
}
