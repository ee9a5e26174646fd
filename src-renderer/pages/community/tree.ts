import type { Output } from '#contract/api.ts';
import { compareText, type Language } from '#contract/format.ts';
import { plain } from '../../lib/text.ts';

/** A territory with its population. */
export type Place = Output<'community.view'>['territories'][number];
/** A row of the tree: how deep it stands and the district it belongs to. */
export interface TreeRow { readonly place: Place; readonly depth: 0 | 1 | 2; readonly district: Place | null }

/** The tree as rows: the community, its districts with their settlements, then settlements outside districts. */
export function treeRows(places: readonly Place[], language: Language): readonly TreeRow[] {
  const root = places.find((place) => place.parent === null);
  if (!root) return [];
  const inside = (parent: Place): readonly Place[] => places.filter((place) => place.parent === parent.id).toSorted((a, b) =>
    (a.kind === b.kind ? compareText(plain(a.name, language), plain(b.name, language), language) : a.kind === 'starosta' ? -1 : 1));
  return [
    { place: root, depth: 0, district: null },
    ...inside(root).flatMap((place): readonly TreeRow[] => [
      { place, depth: 1, district: null },
      ...inside(place).map((inner): TreeRow => ({ place: inner, depth: 2, district: place })),
    ]),
  ];
}

/** Kind of a territory, as its word in the locales is named. */
export const kindOf = (place: Place): string => (place.kind === 'settlement' ? place.category || 'none' : place.kind);
