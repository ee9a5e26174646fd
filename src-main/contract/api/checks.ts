import { z } from 'zod';
import { id, scope, text } from '../inputs.ts';
import { mutation, query, type Revision } from '../method.ts';
import type { FigureKey, Label, Num, Range, Sentence, Unit } from '../models.ts';
import { SEVERITIES } from '../lists.ts';

/** error = cannot be right; warning = must be explained; note = good to know. */
export type Severity = (typeof SEVERITIES)[number];

/** Something the checks found. */
export interface CheckIssue {
  /** Stable: the rule and what it is about. */
  readonly id: string;
  readonly rule: string;
  readonly severity: Severity;
  readonly text: Sentence;
  /** How many figures it is about. */
  readonly count: number;
  /** The cell to go to; null = the page. */
  readonly link: FigureKey | null;
  readonly page: 'community' | 'groups' | 'needs' | 'capacity' | 'reference';
  /** The numbers it was found by: an acceptance holds while they stay the same. */
  readonly finding: string;
  /** An accepted exception; `holds` false = the numbers have changed since, so it is open again. */
  readonly accepted: { readonly reason: string; readonly author: string; readonly at: string; readonly holds: boolean } | null;
}

/** A rule with what the community set. */
export interface CheckRule {
  readonly id: string;
  readonly label: Label;
  readonly why: Label;
  readonly severity: Severity | 'off';
  readonly limit: number | null;
  readonly limitUnit: 'share' | 'months' | 'answers' | 'territories' | null;
  /** What the reference book proposes. */
  readonly proposed: { readonly severity: Severity; readonly limit: number | null };
  /** How many issues it found, and how many of them are listed. */
  readonly found: number;
  readonly shown: number;
}

/** How much of what a determination needs is there: a part of the plan, or a quality of its figures. */
export interface CompletenessPart {
  readonly id: 'population' | 'groups' | 'identified' | 'served' | 'provision' | 'sourced' | 'dated' | 'confirmed';
  readonly known: number;
  readonly of: number;
  /** The first one lacking. */
  readonly link: FigureKey | null;
  readonly page: CheckIssue['page'];
}

/** What the live checks find, and how complete the plan is. */
export interface ChecksView {
  /** Open issues first, the gravest first. */
  readonly issues: readonly CheckIssue[];
  readonly rules: readonly CheckRule[];
  readonly counts: Readonly<Record<Severity | 'accepted', number>>;
  /** Mean of the parts, 0–1. */
  readonly completeness: { readonly score: Num; readonly parts: readonly CompletenessPart[] };
}

/** One figure to find out: how far the unmet need moves between its bounds while all others stay. */
export interface FindOutRow {
  readonly key: FigureKey;
  readonly page: CheckIssue['page'];
  readonly what: Sentence;
  /** Why it is weak and where its bounds come from. */
  readonly why: Sentence;
  readonly kind: 'missing' | 'carried' | 'range' | 'share' | 'survey' | 'hidden' | 'prewar';
  readonly bounds: Range;
  readonly boundsUnit: Unit;
  /** Unmet need at the two bounds: of all services counted the same way. `base` null = not known without this figure. */
  readonly unmet: Range;
  readonly unit: Unit;
  /** unmet.high − unmet.low. */
  readonly swing: number;
  /** Services it moves. */
  readonly services: number;
  readonly text: Sentence;
}
/** Missing and weak figures by how much they move the unmet need. */
export interface FindOutView {
  /** The largest swing first; persons before families. */
  readonly rows: readonly FindOutRow[];
  /** How many more there are that nothing bounds. */
  readonly unbounded: number;
  /** Unmet need as it is known now, by unit: services' needs, not distinct people. */
  readonly now: readonly Num[];
}

/** Actions of the checks. */
export const checks = {
  'checks.view': query(z.strictObject(scope).meta({ description: 'What the validation rules find in the figures of a year, the rules themselves, and how complete the figures are.' })).returns<ChecksView>(),
  'findOut.view': query(z.strictObject(scope).meta({ description: 'What to find out next: missing or weak figures by how far each moves the unmet need between its bounds, all others as they are.' })).returns<FindOutView>(),
  'check.accept': mutation(z.strictObject({ ...scope, issue: text(400).min(1), reason: z.string().trim().min(3).max(1000) }).meta({ description: 'Accepts an issue as an exception with a reason; it is open again when its numbers change.' })).returns<Revision>(),
  'check.reopen': mutation(z.strictObject({ issue: text(400).min(1) }).meta({ description: 'Takes the acceptance of an issue back.' })).returns<Revision>(),
  'check.setRule': mutation(z.strictObject({ rule: id, severity: z.enum([...SEVERITIES, 'off']), limit: z.number().positive().max(100_000).nullable() })
    .meta({ description: 'Sets severity and limit of a rule, or turns it off; what the reference book proposes takes the setting back.' })).returns<Revision>(),
};
