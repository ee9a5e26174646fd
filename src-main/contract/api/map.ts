import { z } from 'zod';
import { optionalId, scope } from '../inputs.ts';
import { MAP_LEVELS, MAP_MEASURES, type SIGN_SHAPES } from '../lists.ts';
import { query } from '../method.ts';
import type { FigureKey, Label, Num } from '../models.ts';
import type { Facility, ProviderKind } from './capacity.ts';
import type { ServiceInfo } from './needs.ts';

export type MapMeasure = (typeof MAP_MEASURES)[number];
export type SignShape = (typeof SIGN_SHAPES)[number];

/** A settlement or starosta district with what is measured there. */
export interface MapPlace {
  readonly id: string;
  readonly name: Label;
  /** The starosta district it lies in; null = none, or it is one. */
  readonly district: Label | null;
  /** The centre of the community. */
  readonly centre: boolean;
  readonly lat: number | null;
  readonly lon: number | null;
  /** A district has no point of its own: it stands in the middle of its settlements. */
  readonly middle: boolean;
  readonly value: Num;
  /** What its card lists: people, then the group or the service that was chosen. */
  readonly numbers: readonly { readonly measure: MapMeasure; readonly num: Num }[];
  /** The cell in which the value is entered. */
  readonly cell: FigureKey;
  /** Signs that stand here. */
  readonly signs: readonly string[];
}

/** A place where services are given: a facility, or the seat of a provider or unit that has none. */
export interface MapSign {
  readonly id: string;
  readonly kind: 'provider' | 'unit' | 'facility';
  readonly shape: SignShape;
  /** What the provider is. */
  readonly type: ProviderKind;
  readonly name: string;
  /** The provider of a facility, the whole of a unit; '' = it stands alone. */
  readonly of: string;
  /** The provider's page. */
  readonly provider: string;
  /** Where it stands; '' = the settlement is not said. */
  readonly place: string;
  /** Of the facility, or else of its settlement or district; null = not known. */
  readonly lat: number | null;
  readonly lon: number | null;
  /** A facility with a point of its own, not that of its settlement. */
  readonly own: boolean;
  readonly state: Facility['state'];
  /** Services given here. */
  readonly services: readonly string[];
  /** Of the chosen service. */
  readonly numbers: readonly { readonly measure: 'served' | 'places' | 'postsFilled'; readonly num: Num }[];
}

/** What the map shows: places with a number, signs of providers, neighbours. */
export interface MapView {
  /** What was asked, with the group or service that was taken where none was named, and the level that there is. */
  readonly asked: { readonly measure: MapMeasure; readonly level: (typeof MAP_LEVELS)[number]; readonly group: string; readonly service: string };
  /** ISO day the numbers are of. */
  readonly today: string;
  /** Are there starosta districts to choose? */
  readonly districts: boolean;
  /** Code of the community's boundary in the bundled map; null = entered by hand. */
  readonly code: string | null;
  /** «Срібнянська громада». */
  readonly name: Label;
  readonly groups: readonly { readonly id: string; readonly name: Label }[];
  readonly services: readonly ServiceInfo[];
  /** The largest value first, not known last. */
  readonly places: readonly MapPlace[];
  /** The same for the whole community, which may be known where its parts are not. */
  readonly total: Num;
  readonly signs: readonly MapSign[];
  readonly neighbours: readonly { readonly code: string; readonly name: Label; readonly population: number | null }[];
}

/** The question of the map. */
export const map = {
  'map.view': query(z.strictObject({
    ...scope, measure: z.enum(MAP_MEASURES).default('people'), level: z.enum(MAP_LEVELS).default('settlements'), group: optionalId.default(''), service: optionalId.default(''),
  }).meta({ description: 'The community as a map: settlements or districts with coordinates and one measure, providers and facilities with their state, neighbours. A group or service not named is the one known at most places.' })).returns<MapView>(),
};
