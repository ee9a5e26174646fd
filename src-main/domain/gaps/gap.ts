import type { Range } from '../../contract/models.ts';
import { clampLow0, div, isKnown, map, sub } from '../range.ts';
import { ceilQuarter, ceilWhole, floorQuarter } from '../rounding.ts';

/** Gap in persons: general need − capacity, bound by bound. Negative = a reserve; it is shown with its sign. */
export const gapPersons = (general: Range, capacity: Range): Range => sub(general, capacity);

/** Posts that are lacking, and how many of them stand vacant in the staffing table already. */
export interface PostsMissing {
  /** Posts in steps of 0.25, rounded up. */
  readonly posts: Range;
  /** Of these, posts that are vacancies (base values); null when vacancies are not known. */
  readonly fromVacancies: number | null;
  /** Of these, posts to be added to the staffing table; null when vacancies are not known. */
  readonly newPosts: number | null;
  readonly missing: readonly ('unmet' | 'freeCapacity' | 'loadPerPost')[];
}

/**
 * Posts lacking = max(0, people without the service − free capacity) / persons per post, rounded up to a quarter of a post:
 * the smallest step in which staffing tables are written, and never less than the need. Without the free capacity only an upper bound is known.
 */
export function postsMissing(f: { readonly unmet: Range; readonly freeCapacity: Range; readonly load: Range; readonly vacancies: number | null }): PostsMissing {
  const uncovered = clampLow0(sub(f.unmet, f.freeCapacity));
  // At most everybody without the service has to be reached by new work.
  const most = uncovered.high ?? f.unmet.high;
  const posts = map(div({ ...uncovered, high: most }, f.load), ceilQuarter);
  const fromVacancies = posts.base === null || f.vacancies === null ? null : Math.min(posts.base, floorQuarter(Math.max(0, f.vacancies)));
  return {
    posts, fromVacancies,
    newPosts: posts.base === null || fromVacancies === null ? null : posts.base - fromVacancies,
    missing: [
      ...(isKnown(f.unmet) ? [] : ['unmet' as const]), ...(isKnown(f.freeCapacity) ? [] : ['freeCapacity' as const]),
      ...(isKnown(f.load) ? [] : ['loadPerPost' as const]),
    ],
  };
}

/** Places that are lacking, and how many people can be taken into places that stand empty. */
export interface PlacesMissing {
  /** Places for everybody without the service: unmet / turnover, rounded up to whole places. */
  readonly places: Range;
  /** Of these, places that stand empty already (base values); null when occupancy is not known. */
  readonly fromFree: number | null;
  /** Of these, places to be created; null when occupancy is not known. */
  readonly newPlaces: number | null;
}

/** Places lacking = people without the service / persons per place in a year, rounded up; empty places are told apart, as vacancies are. */
export function placesMissing(f: { readonly unmet: Range; readonly turnover: Range; readonly freePlaces: number | null }): PlacesMissing {
  const places = map(div(f.unmet, f.turnover), ceilWhole);
  const fromFree = places.base === null || f.freePlaces === null ? null : Math.min(places.base, Math.max(0, f.freePlaces));
  return { places, fromFree, newPlaces: places.base === null || fromFree === null ? null : places.base - fromFree };
}

/** Is a service provided in the community, as entered, and by how many providers? */
export interface Provision { readonly basic: boolean; readonly providers: number; readonly provided: 'yes' | 'no' | 'unknown' }

/**
 * Has the service somebody who provides it? A provider entered, or people served, or the word of the community. `unknown` is not `no`.
 */
export function isProvided(p: Provision, served: number | null): 'yes' | 'no' | 'unknown' {
  if (p.providers > 0 || (served !== null && served > 0)) return 'yes';
  return p.provided;
}

/** A basic service that nobody provides: always a red flag. Not known whether anybody does: `unknown`, to be asked. */
export function basicWithoutProvider(p: Provision, served: number | null): 'flag' | 'unknown' | 'none' {
  if (!p.basic) return 'none';
  const provided = isProvided(p, served);
  return provided === 'no' ? 'flag' : provided === 'unknown' ? 'unknown' : 'none';
}
