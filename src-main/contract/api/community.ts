import { z } from 'zod';
import { id, isoDate, scope, text } from '../inputs.ts';
import { mutation, query, type Revision } from '../method.ts';
import type { Cell, Label, Num } from '../models.ts';
import type { CommunityStatus } from './library.ts';

export type TerritoryKind = 'community' | 'starosta' | 'settlement';

/** A node of the tree community → starosta district → settlement. */
export interface Territory {
  readonly id: string;
  readonly parent: string | null;
  readonly kind: TerritoryKind;
  readonly name: Label;
  /** місто, селище, село; '' for others. */
  readonly category: 'city' | 'selyshche' | 'village' | '';
  readonly formerName: string;
  readonly lat: number | null;
  readonly lon: number | null;
}

/** A neighbouring community: from the bundled borders, or added by the user. */
export interface Neighbour {
  readonly code: string;
  readonly name: Label;
  readonly raion: Label;
  readonly oblast: Label;
  readonly population: number | null;
  /** km on simplified lines, ±10–20 %; null for one added by hand. */
  readonly borderKm: number | null;
  readonly sameRaion: boolean;
  readonly doubtful: boolean;
  readonly added: boolean;
}

/** What the page of the community shows. */
export interface CommunityView {
  readonly code: string | null;
  readonly name: Label;
  readonly type: 'urban' | 'settlement' | 'rural' | 'special_city';
  readonly center: Label | null;
  readonly raion: Label;
  readonly oblast: Label;
  readonly status: { readonly value: CommunityStatus; readonly since: string; readonly asOf: string; readonly source: string };
  /** Prefilled figures of the community, each with date and source, in the order to show. */
  readonly facts: readonly Cell[];
  /** Population today: the first question of a plan. */
  readonly population: { readonly cell: Cell; readonly prewar: Num; readonly declarations: Num; readonly idpBalance: Num };
  readonly territories: readonly (Territory & { readonly population: Cell })[];
  readonly neighbours: readonly Neighbour[];
  readonly credits: readonly string[];
}

/** Actions of the community, its places and neighbours. */
export const community = {
  'community.view': query(z.strictObject(scope).meta({ description: 'Profile of the community: facts with source and date, population today, status, territories, neighbours.' })).returns<CommunityView>(),
  'community.setStatus': mutation(z.strictObject({
    status: z.enum(['rear', 'occupied', 'partly_occupied', 'active_hostilities', 'possible_hostilities', 'deoccupied', 'former_hostilities']),
    since: z.union([isoDate, z.literal('')]).default(''), asOf: isoDate, source: text(400).default(''),
  }).meta({ description: 'Sets the war status of the community with its date and source (the official list changes monthly).' })).returns<Revision>(),
  'territory.add': mutation(z.strictObject({ id: id.optional(), parent: id, kind: z.enum(['starosta', 'settlement']), name: text(200).min(1) })
    .meta({ description: 'Adds a starosta district or a settlement.' })).returns<Revision>(),
  'territory.update': mutation(z.strictObject({ id, name: text(200).min(1).optional(), parent: id.optional(), lat: z.number().min(-90).max(90).nullable().optional(), lon: z.number().min(-180).max(180).nullable().optional() })
    .meta({ description: 'Renames a territory, moves it to another district or places it on the map.' })).returns<Revision>(),
  'territory.move': mutation(z.strictObject({ ids: z.array(id).min(1).max(5000), parent: id })
    .meta({ description: 'Moves any number of settlements into a district (or back under the community) in one undo step.' })).returns<Revision>(),
  'territory.remove': mutation(z.strictObject({ id }).meta({ description: 'Removes a territory without territories inside, with its figures.' })).returns<Revision>(),
  'neighbour.add': mutation(z.strictObject({ code: id }).meta({ description: 'Adds a neighbouring community of the bundled list.' })).returns<Revision>(),
  'neighbour.remove': mutation(z.strictObject({ code: id }).meta({ description: 'Drops a neighbouring community.' })).returns<Revision>(),
};
