import { z } from 'zod';
import { id, isoDate, Nothing, text } from '../inputs.ts';
import { command, mutation, query, type Revision } from '../method.ts';
import type { Confidence, Label, Num, ResultId } from '../models.ts';
import type { AccessItem } from './accessibility.ts';
import type { TravelParameter } from './reach.ts';
import type { IndicatorInfo } from './integration.ts';
import type { ServiceInfo } from './needs.ts';

/** A norm, rule, price or act of the reference book, as the plan sees it on its date. */
export interface NormView {
  readonly id: string;
  readonly subject: Label;
  /** As printed in the source. */
  readonly printed: string;
  readonly value: number | null;
  readonly unit: Label;
  readonly kind: string;
  readonly act: Label;
  readonly article: Label;
  readonly since: string;
  readonly until: string;
  readonly inForce: boolean;
  readonly confidence: Confidence;
  readonly checkedOn: string;
  readonly source: Label;
  readonly note: Label | null;
  readonly appliesTo: readonly string[];
  /** The council's own value with its decision. */
  readonly local: { readonly value: number; readonly decision: string; readonly since: string } | null;
  /** The user compared it with the text of the act. */
  readonly checked: { readonly at: string; readonly author: string } | null;
}
/** A service as the book has it. */
export interface ServiceReference extends ServiceInfo { readonly recipients: Label | null; readonly places: readonly string[]; readonly durations: readonly string[]; readonly standard: { readonly act: string; readonly date: string; readonly confidence: Confidence } | null; readonly source: Label; readonly note: Label | null }
/** A target group as the book has it. */
export interface GroupReference { readonly id: string; readonly name: Label; readonly unit: string; readonly basis: Label; readonly basisConfidence: Confidence; readonly share: number | null; readonly shareSource: Label | null; readonly note: Label | null }
/** An indicator of integration as the book has it. */
export type IndicatorReference = Pick<IndicatorInfo, 'id' | 'name' | 'numerator' | 'denominator' | 'unit' | 'better' | 'frequency' | 'framework' | 'source' | 'confidence' | 'note'> & { readonly dimension: Label; readonly populations: readonly Label[] };
/** A criterion of accessibility as the book has it; `critical` = the proposal of the program. */
export type CriterionReference = Pick<AccessItem, 'id' | 'question' | 'parts' | 'unit' | 'ref' | 'critical' | 'confidence' | 'evidence' | 'note'> & { readonly area: Label };
/** A parameter of the estimate of travel times and of the catchment index: low, base, high. */
export type TravelReference = Omit<TravelParameter, 'own'>;
/** A parameter of staffing (working time, allowances, travel, ages), or the method by workload, as the book has it; `own` = the plan counts with another value. */
export interface StaffingReference { readonly id: string; readonly name: Label; readonly value: number | null; readonly unit: string; readonly kind: 'law' | 'assumption' | 'method'; readonly confidence: Confidence; readonly basis: Label; readonly own: { readonly value: number; readonly note: string } | null }
/** The reference book as the plan counts with it. */
export interface ReferenceView {
  readonly version: string;
  readonly planVersion: string;
  readonly services: readonly ServiceReference[];
  readonly norms: readonly NormView[];
  readonly acts: readonly NormView[];
  readonly groups: readonly GroupReference[];
  /** Indicators of integration; none in an older book. */
  readonly integration: readonly IndicatorReference[];
  /** Criteria of accessibility; none in an older book. */
  readonly accessibility: readonly CriterionReference[];
  /** Parameters of travel times; none in an older book. */
  readonly travel: readonly TravelReference[];
  /** Parameters of staffing; none in an older book. */
  readonly staffing: readonly StaffingReference[];
  readonly credits: readonly { readonly what: Label; readonly credit: Label; readonly licence: Label; readonly asOf: string }[];
}
/** One difference between two reference packs. */
export interface ReferenceDifference { readonly table: 'services' | 'norms' | 'groups'; readonly id: string; readonly name: Label; readonly change: 'added' | 'removed' | 'changed'; readonly field: string; readonly before: string; readonly after: string }
/** A newer pack against the present one: differences, and results that move. */
export interface ReferenceComparison { readonly token: string; readonly version: string; readonly present: string; readonly differences: readonly ReferenceDifference[]; /** null when no plan is open. */ readonly moves: ResultMoves | null }

/** A result of the plan that another reference pack changes. */
export interface MovedResult {
  /** Service or group it is a result of; null = of the whole community. */
  readonly of: { readonly id: string; readonly code: string | null; readonly name: Label } | null;
  readonly result: ResultId;
  readonly before: Num;
  readonly after: Num;
  /** Entries of the pack that differ and that this result rests on. */
  readonly because: readonly { readonly table: ReferenceDifference['table']; readonly id: string; readonly name: Label }[];
}
/** What another reference pack does to the results of the plan's newest year (base scenario, whole community). */
export interface ResultMoves { readonly year: number; readonly moved: readonly MovedResult[]; /** Known results that stay as they are. */ readonly unmoved: number }

/** The book a plan counts with against the newest one of this computer. */
export interface PlanReference {
  /** Version the plan was computed with, and the newest one here. */
  readonly own: string;
  readonly present: string;
  /** `older`: waits to be accepted for this plan; `newer`: the plan brought a newer book of its own. */
  readonly state: 'same' | 'older' | 'newer';
  /** The plan keeps its book and counts with it; false = only its version is known, so it counts with the newest one already. */
  readonly kept: boolean;
  readonly differences: readonly ReferenceDifference[];
  readonly moves: ResultMoves;
}

/** Actions of the reference book. */
export const reference = {
  'reference.view': query(Nothing('Classifier, norms, acts and target groups with source and confidence; the council’s own norms.')).returns<ReferenceView>(),
  'norm.setLocal': mutation(z.strictObject({ norm: id, value: z.number().min(0).nullable(), decision: text(300).default(''), since: z.union([isoDate, z.literal('')]).default('') })
    .meta({ description: 'Enters the council’s own value of a norm with the number and date of its decision; null takes it back.' })).returns<Revision>(),
  'norm.check': mutation(z.strictObject({ norm: id, checked: z.boolean() }).meta({ description: 'Marks a recalled norm as compared with the text of the act.' })).returns<Revision>(),
  'reference.plan': query(Nothing('The book the open plan counts with against the newest one here: what differs and which results of the plan it changes, and why.')).returns<PlanReference>(),
  'reference.adopt': mutation(Nothing('Lets the open plan count with the newest reference book from now on; one undo step.')).returns<Revision>(),
  'reference.compare': command(z.strictObject({ base64: z.string().max(20_000_000) }).meta({ description: 'Reads a newer reference pack and lists what it changes in the book and in the results of the open plan; nothing is accepted yet.' })).returns<ReferenceComparison>(),
  'reference.accept': command(z.strictObject({ token: id }).meta({ description: 'Accepts the reference pack that was compared: on this computer, and for the open plan when it can be changed (one undo step).' })).returns<{ readonly version: string }>(),
};
