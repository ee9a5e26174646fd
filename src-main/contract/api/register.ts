import { z } from 'zod';
import { id, optionalId, text } from '../inputs.ts';
import { REGISTER_FILTERS, REGISTER_ROLES } from '../lists.ts';
import { command, mutation, query, type Revision } from '../method.ts';
import type { Label } from '../models.ts';
import type { ProviderKind, Sector } from './capacity.ts';

export type RegisterRole = (typeof REGISTER_ROLES)[number];
export type RegisterFilter = (typeof REGISTER_FILTERS)[number];
/** Why a row of the register is not taken; sentences stand in the locales (`register.reason.<reason>`). */
export type RegisterReason = 'noName' | 'badCode' | 'duplicate' | 'ambiguous';

/** A column of the register’s export with what was understood of it. */
export interface RegisterColumnView {
  readonly column: number;
  readonly letter: string;
  readonly head: string;
  readonly role: RegisterRole;
  readonly service: string;
  /** Recognised by its head, by its place in the order of the classifier, said by a person, or not at all. */
  readonly by: 'head' | 'order' | 'choice' | 'none';
}
/** What an export of the register of providers would change. */
export interface RegisterCheck {
  readonly columns: readonly RegisterColumnView[];
  /** Providers in this community, possibly in it, and elsewhere, by what they are to the plan. */
  readonly counts: Readonly<Record<'here' | 'maybe' | 'elsewhere', Readonly<Record<RegisterFilter, number>>>>;
  /** Left out before anything was kept: rows of natural persons, tax numbers of sole traders, phones and e-mail, addresses of people. */
  readonly dropped: { readonly persons: number; readonly codes: number; readonly contacts: number; readonly addresses: number };
  /** Rows with further addresses of a provider above, and empty rows. */
  readonly extra: number;
  readonly blank: number;
  /** Services of the classifier without a column. */
  readonly missing: readonly { readonly code: string; readonly name: Label }[];
  /** Rows here that are new or changed: chosen to begin with. */
  readonly proposed: readonly number[];
}
/** One provider of the export beside the plan. */
export interface RegisterLine {
  /** Row of the file from 1; the id of the line. */
  readonly row: number;
  readonly filter: RegisterFilter;
  readonly where: 'here' | 'maybe' | 'elsewhere';
  readonly reason: RegisterReason | null;
  readonly name: string;
  readonly code: string;
  readonly kind: ProviderKind;
  readonly sector: Sector;
  readonly address: string;
  readonly territory: Label | null;
  /** Codes of services: of a new provider all, of a known one those that come. */
  readonly services: readonly string[];
  /** The provider of the plan it is; '' = none. */
  readonly known: string;
  /** What would change in it. */
  readonly changes: readonly ('code' | 'register' | 'services' | 'facilities')[];
  /** Services that the plan has and the register answers with «Ні»: shown, not removed. */
  readonly denied: readonly string[];
  /** Heads of service columns whose answer was not understood. */
  readonly unclear: readonly string[];
}

const column = z.strictObject({ column: z.number().int().min(0).max(2048), role: z.enum(REGISTER_ROLES), service: optionalId.default('') });
const where = z.enum(['here', 'maybe', 'elsewhere']);
/** Actions of the import of the provider register. */
export const register = {
  'import.register.check': command(z.strictObject({ importId: id, sheet: z.number().int().min(0).max(200).default(0), columns: z.array(column).max(2048).default([]) })
    .meta({ description: 'Reads a staged file as an export of the state register of providers and compares it with the plan: new, changed, unchanged, rejected. Phones, e-mail, tax numbers and natural persons are dropped and counted. Nothing is stored.' })).returns<RegisterCheck>(),
  'import.register.rows': query(z.strictObject({ importId: id, filter: z.enum(REGISTER_FILTERS).nullable().default(null), where: where.nullable().default(null), search: text(200).default(''), from: z.number().int().min(0).max(2_000_000), count: z.number().int().min(1).max(2000) })
    .meta({ description: 'Providers of the last check, by what they are to the plan, where they are and words of their name, code or address.' })).returns<{ readonly of: number; readonly rows: readonly RegisterLine[] }>(),
  'import.register.apply': mutation(z.strictObject({ importId: id, rows: z.array(z.number().int().min(1).max(2_000_000)).min(1).max(2000) })
    .meta({ description: 'Adds the chosen new providers and brings the chosen known ones up to date, in one undo step. Services are only added, never removed.' })).returns<Revision>(),
};
