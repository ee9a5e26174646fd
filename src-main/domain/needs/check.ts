import type { RateVerdict } from '../../contract/api/rates.ts';
import type { Range } from '../../contract/models.ts';
import { disjoint, isUnknown } from '../range.ts';

/** The three numbers of a service, and whether they count the same. */
export interface CheckFacts { readonly groups: Range; readonly identified: Range; readonly served: Range; readonly mixedUnits: boolean }

/** A verdict and by how many persons (or families); null bound = not known. */
export interface Check { readonly verdict: RateVerdict; readonly low: number | null; readonly high: number | null }

const less = (a: number | null, b: number | null): number | null => (a === null || b === null ? null : a - b);
const known = (r: Range): boolean => !isUnknown(r);

/** By how much `more` is above `than`: between the nearest and the farthest bounds. */
const above = (verdict: RateVerdict, more: Range, than: Range): Check => ({ verdict, low: less(more.low ?? more.base, than.high ?? than.base), high: less(more.high, than.low ?? than.base) });

/** A base without a bound on a side says nothing of that side. */
const open = (r: Range): boolean => r.base !== null && (r.low === null || r.high === null);

/**
 * Compares the persons computed from groups with those identified and those served. Served above the groups comes first: people who are there
 * cannot be fewer than none. Ranges that touch agree; nothing is said of what is not known.
 */
export function checkNeed({ groups, identified, served, mixedUnits }: CheckFacts): Check {
  const none = (verdict: RateVerdict): Check => ({ verdict, low: null, high: null });
  if (!known(groups)) return none('noGroups');
  if (mixedUnits) return none('units');
  if (open(groups)) {
    if (served.base !== null && groups.high !== null && served.base > groups.high) return above('servedAbove', served, groups);
    const seen = identified.base ?? served.base;
    if (seen === null) return none('noIdentified');
    const by = less(groups.base, seen);
    return { verdict: 'indicative', low: by, high: by };
  }
  const overServed = disjoint(served, groups) && (served.low ?? served.base ?? 0) > (groups.high ?? Number.POSITIVE_INFINITY);
  if (overServed) return above('servedAbove', served, groups);
  if (!known(identified)) return none('noIdentified');
  if (!disjoint(groups, identified)) return none(groups.base === null ? 'partial' : 'agrees');
  return (groups.low ?? groups.base ?? 0) > (identified.high ?? Number.POSITIVE_INFINITY) ? above('registerMisses', groups, identified) : above('registerAbove', identified, groups);
}
