import type { Label } from '../contract/models.ts';
import type { Community, DataSource } from './data.ts';

export type AreaKind = 'total' | 'urban' | 'rural';

/** Persons by single year of age; the last entry (80) is 80 and over. */
export interface AgeStructure { readonly male: readonly number[]; readonly female: readonly number[] }

/** What an estimate needs to know. {@link BundledData} of `load.ts` fits. */
export interface AgeData {
  readonly ageStructure: (regionCode: string, area: AreaKind) => AgeStructure | undefined;
  readonly ageSource: () => DataSource;
}

/** An estimated number of people of an age in a community: never a count. */
export interface AgeEstimate {
  /** Persons, not rounded; null when it cannot be estimated. */
  readonly value: number | null;
  /** Lowest and highest value if the whole community had the rural or the urban share of its oblast. */
  readonly low: number | null;
  readonly high: number | null;
  readonly urbanShare: number | null;
  readonly ruralShare: number | null;
  readonly asOf: string;
  readonly source: Label;
}

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

/** Share (0–1) of persons aged from…to (inclusive, 80 = 80 and over) in a structure; null when nobody is counted. */
export function shareOfAges(structure: AgeStructure | undefined, from: number, to: number): number | null {
  if (!structure) return null;
  const all = sum(structure.male) + sum(structure.female);
  return all === 0 ? null : (sum(structure.male.slice(from, to + 1)) + sum(structure.female.slice(from, to + 1))) / all;
}

/** persons = share × population; nobody living there needs no share. */
const part = (population: number, share: number | null): number | null => (population === 0 ? 0 : share === null ? null : population * share);

/** Kyiv is all urban: its table is not split. */
const cityTable = (data: AgeData, community: Community): AgeStructure | undefined =>
  (community.type === 'special_city' ? data.ageStructure(community.oblastCode, 'total') : undefined);

/**
 * Estimate of the people of an age in a community: urban and rural shares of its oblast (resident population, State Statistics Service,
 * 01.01.2022) × its urban and rural population of the same day. There is no published age table of communities.
 */
export function estimateAges(data: AgeData, community: Community, from: number, to: number): AgeEstimate {
  const urbanShare = shareOfAges(data.ageStructure(community.oblastCode, 'urban') ?? cityTable(data, community), from, to);
  const ruralShare = shareOfAges(data.ageStructure(community.oblastCode, 'rural'), from, to);
  const { total, urban, rural } = community.population;
  const parts = urban === null || rural === null ? [null] : [part(urban, urbanShare), part(rural, ruralShare)];
  const value = parts.reduce((a, b) => (a === null || b === null ? null : a + b), 0);
  const shares = [urbanShare, ruralShare].filter((s) => s !== null);
  const bounds = value === null || total === null || shares.length === 0 ? null : [Math.min(...shares) * total, Math.max(...shares) * total] as const;
  const source = data.ageSource();
  return {
    value, low: bounds && value !== null ? Math.min(bounds[0], value) : null, high: bounds && value !== null ? Math.max(bounds[1], value) : null, urbanShare, ruralShare, asOf: source.asOf,
    source: {
      uk: `Оцінка: частки віку ${ages(from, to)} серед міського і сільського населення області × населення громади. ${source.title.uk}`,
      en: `Estimate: shares of age ${ages(from, to)} among the urban and rural population of the oblast × population of the community. ${source.title.en ?? source.title.uk}`,
    },
  };
}

const ages = (from: number, to: number): string => (to >= 80 ? `${from}+` : `${from}–${to}`);

/** Estimated children, 0–17 full years. */
export const estimateChildren = (data: AgeData, community: Community): AgeEstimate => estimateAges(data, community, 0, 17);
