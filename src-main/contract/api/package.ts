import { z } from 'zod';
import { id, isoDate, language, paperFormat, scope, text } from '../inputs.ts';
import { WAYS } from '../lists.ts';
import { mutation, query, type Revision } from '../method.ts';
import type { Confidence, FileOut, Label, Num } from '../models.ts';
import type { ServiceInfo } from './needs.ts';

/** How a service reaches the people of a place. */
export type Way = (typeof WAYS)[number];

/** What the community says of a service at a place. */
export interface PackageAnswer {
  readonly service: string;
  readonly territory: string;
  readonly way: Way;
  /** Agreement, decision or order it rests on, as it will be printed. */
  readonly basis: string;
  /** As of which day, ISO; '' = not given. */
  readonly asOf: string;
  readonly note: string;
}

/** A service at a place: what was said there (`own`), said of the district (`district`), seen from the providers (`providers`), or not known. */
export interface PackageCell extends Omit<PackageAnswer, 'service' | 'way'> {
  readonly way: Way | null;
  readonly from: 'own' | 'district' | 'providers' | 'none';
  /** Persons or families of the place that need the service. */
  readonly need: Num;
}

/** A service of the minimal package: its way in each place, who is left out. */
export interface PackageRow extends ServiceInfo {
  readonly cells: readonly PackageCell[];
  /** How many places have the service each way; `unknown` = nobody has said. */
  readonly counts: Readonly<Record<Way | 'unknown', number>>;
  /** Who needs the service in the places where it is absent; "at least" while the need of some of them is not known. */
  readonly leftOut: Num;
  /** Residents of the places where it is absent. */
  readonly residents: Num;
}

/** The basic services of the community by place: the minimal package. */
export interface PackageView {
  readonly level: 'districts' | 'settlements';
  /** Are there starosta districts to look at? */
  readonly districts: boolean;
  /** What its places are, all of them; `mixed` = settlements and districts, or the community alone. Views approved earlier lack it: settlements. */
  readonly kind?: 'settlement' | 'starosta' | 'mixed';
  /** `district` = the starosta district around a settlement. */
  readonly places: readonly { readonly id: string; readonly name: Label; readonly district: { readonly id: string; readonly name: Label } | null; readonly population: Num; readonly absent: number; readonly unknown: number }[];
  readonly rows: readonly PackageRow[];
  /** The list of basic services that was used: act, article, how sure, and when it was checked (ISO). */
  readonly list: { readonly act: Label; readonly article: Label; readonly confidence: Confidence; readonly checkedOn: string; readonly note: Label | null; readonly version: string };
  /** Service × place: all, given some way, absent. */
  readonly all: number;
  readonly given: number;
  readonly absent: number;
}

/** Actions of the minimal package. */
export const minimalPackage = {
  'package.view': query(z.strictObject({ ...scope, level: z.enum(['districts', 'settlements']).default('districts') })
    .meta({ description: 'Each basic service by starosta district or settlement: given here, mobile, in the centre, by a neighbour, bought, absent or not known; people left out; the list of basic services used.' })).returns<PackageView>(),
  'package.set': mutation(z.strictObject({
    answers: z.array(z.strictObject({
      service: id, territory: id, way: z.enum(WAYS).nullable().optional(), basis: text(400).optional(), asOf: z.union([isoDate, z.literal('')]).optional(), note: text(1000).optional(),
    })).min(1).max(20_000),
  }).meta({ description: 'Says in one undo step how services reach places; a field left out stays, `way: null` takes the answer back.' })).returns<Revision>(),
  'package.file': query(z.strictObject({ ...scope, language, format: paperFormat })
    .meta({ description: 'The minimal package by settlement on one page, as a .docx or .pdf file; what the page cannot hold stands in an annex.' })).returns<FileOut>(),
};
