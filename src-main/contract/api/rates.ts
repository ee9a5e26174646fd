import { z } from 'zod';
import { id, optionalId, scope, text } from '../inputs.ts';
import { mutation, query, type Revision } from '../method.ts';
import type { Cell, FigureKey, Label, Num, Sentence } from '../models.ts';
import type { OverlapMode } from './groups.ts';
import type { NeedMethod, ServiceInfo } from './needs.ts';
import { RATE_SOURCES } from '../lists.ts';

export type RateSource = (typeof RATE_SOURCES)[number];
/** Why a source cannot count: nothing entered, fewer than 30 answers, contradicting figures, above 100 %, persons against families, published nobody says where. */
export type RateRefusal = 'none' | 'small' | 'conflict' | 'aboveAll' | 'units' | 'unsourced';

/** One group and one service of which something is known. */
export interface RateCell {
  readonly group: string;
  readonly service: string;
  /** The share in force. */
  readonly rate: Num;
  readonly source: RateSource | 'none';
  /** Somebody recorded the source. */
  readonly chosen: boolean;
  /** Persons of the group that follow. */
  readonly potential: Num;
  /** The group counts in the need of the service; a share offered by the reference book counts once somebody takes it. */
  readonly counted: boolean;
  /** Sources contradict each other and nobody recorded which one holds. */
  readonly disputed: boolean;
  /** The assumed share as it is typed; the only one that is typed in the matrix. */
  readonly assumed: Cell;
}

/** A group as a row of the matrix. */
export interface RateGroup { readonly id: string; readonly name: Label; readonly unit: 'person' | 'family' | 'child'; readonly size: Num; readonly typical: readonly string[] }

/**
 * What the need computed from groups says of the register and of the service. `noGroups`, `noIdentified`, `units`: nothing to compare.
 * `partial`: the groups are known from below only. `agrees`: all numbers can be true. `registerMisses`: the groups give more than the register.
 * `registerAbove`, `servedAbove`: they give less than are identified or served, so a share or a size is too small. `indicative`: a share without bounds.
 */
export type RateVerdict = 'noGroups' | 'noIdentified' | 'units' | 'partial' | 'agrees' | 'registerMisses' | 'registerAbove' | 'servedAbove' | 'indicative';

/** A service with its need by groups, register and service side by side. */
export interface RateCheck extends ServiceInfo {
  /** Distinct persons by the groups that count. */
  readonly groups: Num;
  readonly identified: Cell;
  readonly served: Cell;
  readonly verdict: RateVerdict;
  readonly text: readonly Sentence[];
  /** The three ways side by side, the one in force and why. */
  readonly ways: { readonly registry: Num; readonly survey: Num; readonly max: Num };
  readonly method: NeedMethod;
  readonly reason: string;
  readonly overlap: OverlapMode;
  /** Groups that count. */
  readonly groupsIn: readonly string[];
}

/** The matrix of groups and services with the shares that count. */
export interface RatesView {
  readonly territory: string;
  readonly groups: readonly RateGroup[];
  /** Services in the order of the classifier, with their check. */
  readonly services: readonly RateCheck[];
  /** Cells of which something is known; the others are empty. */
  readonly cells: readonly RateCell[];
}

/** A source of a share beside the others. */
export interface RateOffer {
  readonly source: RateSource;
  readonly rate: Num;
  readonly potential: Num;
  readonly refused: RateRefusal | null;
  /** Difference from the share in force, as a share (−1…1); null = none, or one of the two is not known. */
  readonly difference: number | null;
  /** Where, when, how many were asked or counted, who assumed it; '' and null = not said. */
  readonly from: string;
  readonly place: Label | null;
  readonly asOf: string;
  readonly n: number | null;
  readonly author: string;
  readonly note: Label | null;
  /** The figures behind it, to be typed over. */
  readonly cells: readonly Cell[];
}

/** One share with all its sources side by side. */
export interface RateCellView {
  readonly group: RateGroup;
  readonly service: ServiceInfo;
  /** Groups that count families and services that count persons have no share. */
  readonly fits: boolean;
  readonly cell: RateCell;
  readonly offers: readonly RateOffer[];
  /** The source the order of trust gives; another one needs a reason. */
  readonly trusted: RateSource | null;
  readonly choice: { readonly source: RateSource; readonly reason: string; readonly author: string; readonly at: string } | null;
  readonly key: FigureKey;
}

/** Actions of rates of need. */
export const rates = {
  'rates.view': query(z.strictObject({ ...scope, territory: optionalId.default('') })
    .meta({ description: 'Shares of groups that need services, with their sources, and a check of what follows against identified and served; empty territory = the whole community.' })).returns<RatesView>(),
  'rates.cell': query(z.strictObject({ ...scope, territory: optionalId.default(''), group: id, service: id })
    .meta({ description: 'All sources of the share of one group that needs one service, side by side.' })).returns<RateCellView>(),
  'rates.choose': mutation(z.strictObject({ ...scope, territory: optionalId.default(''), group: id, service: id, source: z.enum(RATE_SOURCES).nullable(), reason: text(1000).default('') })
    .meta({ description: 'Records which source of a share holds for a group and a service; another one than the order of trust gives needs a reason. null takes the choice back.' })).returns<Revision>(),
};
