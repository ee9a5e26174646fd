import { z } from 'zod';
import { id, optionalId, scope, text } from '../inputs.ts';
import { mutation, query, type Revision } from '../method.ts';
import type { Cell, Confidence, Label, Num, Range } from '../models.ts';

/** A target group of the reference book or of the community's own, at one territory, year and scenario. */
export interface GroupRow {
  readonly id: string;
  readonly name: Label;
  readonly unit: 'person' | 'family' | 'child';
  readonly own: boolean;
  readonly size: Cell;
  readonly female: Cell;
  readonly male: Cell;
  readonly byAge: readonly Cell[];
  /** Sum over territories inside, when entered there. */
  readonly inside: Num;
  readonly factor: Label | null;
  readonly basis: Label | null;
  readonly basisConfidence: Confidence;
  /** Published share the default rests on, with its bounds and source; null when none was published. */
  readonly share: (Range & { readonly of: 'total_population' | 'children_0_17'; readonly source: Label; readonly confidence: Confidence }) | null;
  readonly services: readonly string[];
  readonly note: Label | null;
}

/** How persons in several groups are counted once. */
export type OverlapMode = 'unknown' | 'share' | 'priority';

/** Target groups of a place with their sizes. */
export interface GroupsView {
  readonly territory: string;
  readonly rows: readonly GroupRow[];
  readonly known: number;
  readonly all: number;
  /** Distinct persons in at least one group: a range from the largest group to the sum capped by the population when nobody knows. */
  readonly union: Num;
  readonly overlap: { readonly mode: OverlapMode; readonly share: number | null; readonly order: readonly string[]; readonly adds: Readonly<Record<string, number>>; readonly source: string };
}

/** Actions of target groups. */
export const groups = {
  'groups.view': query(z.strictObject({ ...scope, territory: optionalId.default('') })
    .meta({ description: 'Target groups with sizes (entered, carried, or by a published share), sex and age, and the number of distinct persons.' })).returns<GroupsView>(),
  'group.add': mutation(z.strictObject({ id: id.optional(), name: text(200).min(1), unit: z.enum(['person', 'family', 'child']).default('person') })
    .meta({ description: 'Adds a target group of the community’s own.' })).returns<Revision>(),
  'group.update': mutation(z.strictObject({ id, name: text(200).min(1) }).meta({ description: 'Renames an own target group.' })).returns<Revision>(),
  'group.remove': mutation(z.strictObject({ id }).meta({ description: 'Removes an own target group with its figures.' })).returns<Revision>(),
  'overlap.set': mutation(z.strictObject({
    /** '' = the union of all groups; a service id = the overlap used in the survey-based need of that service. */
    service: optionalId.default(''),
    mode: z.enum(['unknown', 'share', 'priority']),
    share: z.number().min(0).max(1).nullable().default(null),
    order: z.array(id).max(100).default([]),
    /** With a priority order: share (0–1) of each later group that is in none of the groups before it; a group left out gives only bounds. */
    adds: z.record(id, z.number().min(0).max(1)).default({}),
    source: text(400).default(''),
  }).meta({ description: 'Says how people in several groups are counted once: entered share of double counts, priority order of groups, or not known (a range is shown).' })).returns<Revision>(),
};
