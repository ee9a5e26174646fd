import type { Range } from '../../contract/models.ts';
import type { Way } from '../../contract/api/package.ts';

/** A provider of the service, as seen from a place. */
export interface Offer { readonly inside: boolean; readonly mobile: boolean }

/**
 * How a service seems to reach a place when nobody has said it (assumption, to be confirmed): a provider seated there gives it there,
 * a mobile team elsewhere brings it, another provider of the community gives it in the centre. A community that says that nobody
 * provides it has none. null = not known.
 */
export function wayByProviders(offers: readonly Offer[], provided: 'yes' | 'no' | 'unknown'): Way | null {
  if (offers.some((offer) => offer.inside)) return 'here';
  if (offers.some((offer) => offer.mobile)) return 'mobile';
  if (offers.length > 0) return 'centre';
  return provided === 'no' ? 'absent' : null;
}

/** A sum over places of which some are not known: "at least" what is known; nobody where there are no places. */
export function sumKnown(parts: readonly Range[]): Range {
  const bound = (of: (part: Range) => number | null): number => parts.reduce((sum, part) => sum + (of(part) ?? 0), 0);
  const whole = parts.every((part) => part.base !== null);
  if (!whole && parts.every((part) => part.low === null && part.base === null)) return { low: null, base: null, high: null };
  return { low: bound((part) => part.low ?? part.base), base: whole ? bound((part) => part.base) : null, high: parts.every((part) => (part.high ?? part.base) !== null) ? bound((part) => part.high ?? part.base) : null };
}
