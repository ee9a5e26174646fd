import { z } from 'zod';
import { id, isoDate, language, optionalId, paperFormat, scope, text } from '../inputs.ts';
import { ACCESS_ANSWERS, type ACCESS_STATUSES, type ACCESS_TARGETS, EDITIONS } from '../lists.ts';
import { mutation, query, type Revision } from '../method.ts';
import type { Confidence, FileOut, Label, Num } from '../models.ts';

/** '' = not answered, `na` = does not apply. */
export type AccessAnswer = (typeof ACCESS_ANSWERS)[number];
export type AccessStatus = (typeof ACCESS_STATUSES)[number];
export type AccessTarget = (typeof ACCESS_TARGETS)[number];
/** Can people get in: '' = not known. */
export type Entrance = 'yes' | 'no' | '';

/** A measured value of a criterion and its bounds, both inclusive; null = open on that side. */
export interface AccessPart { readonly label: Label | null; readonly low: number | null; readonly high: number | null }

/** A criterion of the checklist. */
export interface AccessItem {
  readonly id: string;
  readonly area: string;
  readonly question: Label;
  readonly parts: readonly AccessPart[];
  /** `answer`: the measurement settles the question; `no`: it can only fail it, because the question asks more; null = nothing is measured. */
  readonly decides: 'answer' | 'no' | null;
  readonly unit: 'm' | '%' | null;
  readonly ref: Label;
  /** As the rule of the plan has it, and as the program proposes. */
  readonly critical: boolean;
  readonly proposed: boolean;
  readonly confidence: Confidence;
  readonly evidence: Label;
  readonly note: Label | null;
}
/** A section of the checklist. */
export interface AccessArea { readonly id: string; readonly name: Label; readonly entrance: boolean }
/** The checklist of accessibility as the book has it, with the rule and procedure it serves. */
export interface Checklist {
  readonly areas: readonly AccessArea[];
  readonly items: readonly AccessItem[];
  readonly statuses: readonly { readonly id: AccessStatus; readonly name: Label }[];
  readonly procedure: { readonly act: Label; readonly who: Label; readonly when: Label; readonly submit: Label; readonly methodical: Label };
  readonly norm: Label;
  readonly caution: Label;
  readonly scoring: Label;
  readonly ruleNote: Label;
  readonly criticality: Label;
}

/** How a result follows from the answers. */
export interface AccessRule {
  /** Criteria without which nobody with reduced mobility gets in: one «no» makes the facility one with barriers. */
  readonly critical: readonly string[];
  /** Shares of yes among yes and no, 0–1, from which on a facility is barrier-free, and partly so. */
  readonly freeShare: number;
  readonly partialShare: number;
  /** The plan's own; false = the program's proposal. */
  readonly own: boolean;
}

/** What the answers give. */
export interface AccessResult {
  readonly yes: number;
  readonly no: number;
  readonly na: number;
  /** Not answered. */
  readonly open: number;
  /** Share of yes among yes and no; null = neither. */
  readonly score: number | null;
  /** null = not finished, or nothing applies. */
  readonly status: AccessStatus | null;
  /** What it becomes when everything open turns out yes, and no; equal = already certain. */
  readonly best: AccessStatus | null;
  readonly worst: AccessStatus | null;
  /** Critical criteria answered no. */
  readonly criticalNo: readonly string[];
}

/** An audit of a facility. */
export interface AuditInfo {
  readonly id: string;
  readonly facility: string;
  /** ISO day. */
  readonly day: string;
  /** Roles of those who looked, never persons. */
  readonly role: string;
  readonly note: string;
  readonly result: AccessResult;
  readonly entrance: Entrance;
}
/** What was said and measured of one criterion, and what counts of it. */
export interface AuditAnswer {
  readonly item: string;
  /** As it was said. */
  readonly answer: AccessAnswer;
  /** One value for each part of the criterion, null = not measured. */
  readonly measured: readonly (number | null)[];
  readonly note: string;
  /** What counts: the measurement where it decides, otherwise what was said. */
  readonly counts: AccessAnswer;
  readonly measuredDecides: boolean;
  /** What was said contradicts what was measured. */
  readonly conflict: boolean;
  /** What counted in the audit before; null = there was none. */
  readonly was: AccessAnswer | null;
}
/** What mends criteria answered no. */
export interface AuditFix {
  readonly id: string;
  readonly name: string;
  /** Kopiykas; null = not known. */
  readonly costKop: number | null;
  readonly people: number | null;
  /** Entered, or the people served at the facility. */
  readonly peopleFrom: 'entered' | 'served' | null;
  /** Kopiykas for one of them. */
  readonly costPerPersonKop: number | null;
  /** All criteria it mends, and those answered no now. */
  readonly items: readonly string[];
  readonly mends: readonly string[];
  readonly critical: boolean;
  /** After this fix and all before it. */
  readonly after: { readonly status: AccessStatus | null; readonly entrance: Entrance };
}
/** The cheapest set of fixes that reaches a target. */
export interface FixPlan {
  readonly target: AccessTarget;
  readonly fixes: readonly string[];
  /** Criteria to mend for which no fix was chosen. */
  readonly bare: readonly string[];
  /** Sum of the known costs, kopiykas. */
  readonly costKop: number;
  /** How many of them have no known cost. */
  readonly unknown: number;
  /** A cheaper set is possible: costs of others are not known. */
  readonly maybeCheaper: boolean;
  /** Criteria not answered that are taken as met. */
  readonly assumes: number;
}
/** One audit whole: answers, fixes, the cheapest ways on. */
export interface AuditDetail extends AuditInfo {
  /** People who come to the facility. */
  readonly comes: Num;
  readonly answers: readonly AuditAnswer[];
  /** Cheapest first, those of critical criteria before the others. */
  readonly fixes: readonly AuditFix[];
  /** Criteria answered no without a fix. */
  readonly bare: readonly string[];
  readonly plans: readonly FixPlan[];
  readonly previous: { readonly id: string; readonly day: string } | null;
  /** Sizes of groups whom accessibility concerns first. */
  readonly groups: readonly { readonly id: string; readonly name: Label; readonly size: number | null }[];
}
/** A facility with the state of its entrance and its newest audit. */
export interface AccessFacility {
  readonly id: string;
  readonly name: string;
  readonly provider: string;
  readonly place: Label | null;
  /** People who come there: served by services given in premises (somebody with two services counts twice). */
  readonly comes: Num;
  readonly entrance: Entrance;
  /** The newest audit up to the end of the year. */
  readonly latest: string | null;
  readonly audits: number;
}
/** What the page of accessibility shows. */
export interface AccessibilityView {
  /** null = the reference book of the plan is older than the checklist. */
  readonly checklist: Checklist | null;
  readonly rule: AccessRule;
  readonly facilities: readonly AccessFacility[];
  /** Newest first. */
  readonly audits: readonly AuditInfo[];
  readonly audit: AuditDetail | null;
  /** Facilities whose entrance keeps people out, and people served there as far as known. */
  readonly out: { readonly facilities: number; readonly served: number | null; readonly unknown: number };
  /** ISO day on this computer. */
  readonly today: string;
}

const notAPerson = z.boolean().default(false);
const costKop = z.number().int().min(0).max(1e13).nullable();
const measured = z.array(z.number().min(0).max(10_000).nullable()).max(3);

/** Actions of accessibility audits. */
export const accessibility = {
  'accessibility.view': query(z.strictObject({ ...scope, audit: optionalId.default('') })
    .meta({ description: 'Facilities with their accessibility audits, the rule of the result, and one audit with answers, fixes ranked and cheapest sets.' })).returns<AccessibilityView>(),
  'audit.put': mutation(z.strictObject({ id: id.optional(), facility: id, day: isoDate, role: text(400).default(''), note: text(2000).default(''), copy: optionalId.default(''), notAPerson })
    .meta({ description: 'Adds an accessibility audit of a facility (no id; copy = take over the answers of another one) or changes its date, roles and note.' })).returns<Revision & { readonly id: string }>(),
  'audit.remove': mutation(z.strictObject({ id }).meta({ description: 'Removes an accessibility audit with its answers and fixes.' })).returns<Revision>(),
  'audit.answers.set': mutation(z.strictObject({
    audit: id, answers: z.array(z.strictObject({ item: id, answer: z.enum(ACCESS_ANSWERS).optional(), measured: measured.optional(), note: text(600).optional() })).min(1).max(200), notAPerson,
  }).meta({ description: 'Answers criteria of an audit: yes, no, does not apply, measured values, a note; what is left out stays.' })).returns<Revision>(),
  'audit.fix.put': mutation(z.strictObject({ audit: id, id: id.optional(), name: text(300).min(1), costKop: costKop.default(null), people: z.number().int().min(0).max(1e8).nullable().default(null), items: z.array(id).max(200).default([]), notAPerson })
    .meta({ description: 'Adds a fix with its cost, the people it helps and the criteria it mends, or changes it whole; a criterion has one fix.' })).returns<Revision>(),
  'audit.fix.remove': mutation(z.strictObject({ id }).meta({ description: 'Removes a fix of an audit.' })).returns<Revision>(),
  'accessibility.rule': mutation(z.strictObject({ critical: z.array(id).max(200).optional(), freeShare: z.number().min(0).max(1).optional(), partialShare: z.number().min(0).max(1).optional(), reset: z.boolean().default(false) })
    .meta({ description: 'Sets which criteria are critical and from which shares on a facility is barrier-free or partly so; reset = back to the proposal of the program.' })).returns<Revision>(),
  'accessibility.document': query(z.strictObject({ ...scope, kind: z.enum(['act', 'blank']), audit: optionalId.default(''), facility: optionalId.default(''), edition: z.enum(EDITIONS).default('service'), language, format: paperFormat })
    .meta({ description: 'The act of an audit (for publication: without notes, small counts hidden), or a blank checklist to take along, as a .docx or .pdf file.' })).returns<FileOut>(),
};
