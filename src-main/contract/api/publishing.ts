import { z } from 'zod';
import { id, language, scope, text } from '../inputs.ts';
import { mutation, query, type Revision } from '../method.ts';
import type { FigureKey, Sentence } from '../models.ts';

/** Files for publication: the report for publication, the one-page summary, the open data. */
export const PUBLISHED = ['report', 'summary', 'openData'] as const;
export type Published = (typeof PUBLISHED)[number];

/**
 * What would leak, or would be recognised. `small` = counts of 1–4; `cover` = numbers that would give a small one away; `place` = people of a
 * very small place; `wordsSmall` = a small count in the department's own words; `personal` = words that read like personal data.
 */
export type PublicationKind = 'small' | 'cover' | 'place' | 'wordsSmall' | 'personal';

/** Something that would leak, mislead or is missing in a publication. */
export interface PublicationIssue {
  readonly id: string;
  readonly kind: PublicationKind;
  /** `hidden` = the program hides it; `change` = the words must be changed, or confirmed with a reason. */
  readonly does: 'hidden' | 'change';
  /** Where: `publishing.where.<key>` in the locales. */
  readonly where: Sentence;
  /** Hidden numbers of 1–4 and numbers hidden with them. */
  readonly small: number;
  readonly covered: number;
  /** What was found in words: small counts as they stand; kinds of personal data (`personal.<class>`), never the data. */
  readonly found: readonly string[];
  readonly files: readonly Published[];
  readonly page: string;
  readonly params: Readonly<Record<string, string>>;
  readonly link: FigureKey | null;
  /** What was found, for telling whether a confirmation still speaks of the same. */
  readonly finding: string;
  readonly accepted: { readonly reason: string; readonly author: string; readonly at: string; readonly holds: boolean } | null;
}

/** The check before publishing. */
export interface PublicationView {
  readonly issues: readonly PublicationIssue[];
  /** Hidden numbers of 1–4, and numbers hidden with them. */
  readonly hidden: { readonly small: number; readonly covered: number };
  /** Issues that stop the making of each file. */
  readonly stops: Readonly<Record<Published, number>>;
  /** The department's words of the summary: what is planned, where to ask (a role or body). */
  readonly words: { readonly plans: string; readonly contact: string };
  /** Approved snapshots the files can be made from, newest first. */
  readonly snapshots: readonly { readonly id: string; readonly name: string; readonly year: number; readonly scenario: string; readonly decision: string; readonly decidedOn: string }[];
}

/** Id of an approved snapshot; left out = the data as they stand now. */
const snapshot = id.optional();
const of = { ...scope, language, snapshot };

/** Actions of publishing. */
export const publishing = {
  'publishing.view': query(z.strictObject(of)
    .meta({ description: 'Publication check: what files for publication hide, and what in the words must be changed or confirmed first; words of the public summary.' })).returns<PublicationView>(),
  'publishing.setWords': mutation(z.strictObject({ section: z.enum(['plans', 'contact']), language, words: text(400) })
    .meta({ description: 'Keeps the department’s words of the public summary: what is planned, where to ask. No persons: a role or body.' })).returns<Revision>(),
  'publishing.accept': mutation(z.strictObject({ ...of, issue: text(200).min(1), reason: text(400).trim().min(5) })
    .meta({ description: 'Confirms with a reason that words found by the publication check may be published; holds while the words stay the same.' })).returns<Revision>(),
  'publishing.reopen': mutation(z.strictObject({ issue: text(200).min(1) }).meta({ description: 'Takes a confirmation back.' })).returns<Revision>(),
};
