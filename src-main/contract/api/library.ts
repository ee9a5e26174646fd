import { z } from 'zod';
import { fileName, id, language, Nothing, optionalPath, path, text, year } from '../inputs.ts';
import { command, query } from '../method.ts';
import type { ErrorObject } from '../errors.ts';
import type { FileOut, Label } from '../models.ts';

/** The program itself. */
export interface AppInfo {
  readonly version: string;
  /** Version (date) of the reference book and of the bundled data. */
  readonly referenceVersion: string;
  readonly dataVersion: string;
  readonly communities: number;
  readonly library: string;
  /** A folder `Sotsplan-data` lies beside the program. */
  readonly portable: boolean;
}

/** Preferences of this computer. `author` is the role written beside changes («начальник відділу»), never a name. */
export interface Settings {
  readonly language: 'uk' | 'en';
  readonly theme: 'system' | 'light' | 'dark';
  readonly author: string;
}

/** One plan file of the library folder. */
export interface PlanFile {
  readonly path: string;
  readonly file: string;
  /** null when the file cannot be read. */
  readonly title: Label | null;
  readonly place: Label | null;
  readonly years: readonly number[];
  readonly needsKnown: number;
  readonly needsAll: number;
  /** ISO time of the last change of the file. */
  readonly modified: string;
  readonly teaching: boolean;
  readonly problem: ErrorObject | null;
}

/** A folder of this computer, for choosing a place (a page cannot see paths). */
export interface Folder {
  readonly path: string;
  readonly parent: string | null;
  readonly entries: readonly { readonly name: string; readonly path: string; readonly kind: 'drive' | 'removable' | 'folder' | 'plan' }[];
  readonly writable: boolean;
}

/** A community of the bundled list, as the search shows it. */
export interface CommunityHit {
  readonly code: string;
  readonly name: Label;
  readonly type: 'urban' | 'settlement' | 'rural' | 'special_city';
  readonly center: Label;
  readonly formerName: Label | null;
  readonly raion: Label;
  readonly oblast: Label;
  readonly population: number | null;
  readonly status: CommunityStatus;
  readonly lat: number | null;
  readonly lon: number | null;
  /** Part of the name that matched, [from, to) in characters of `name.uk`. */
  readonly match: readonly [number, number] | null;
}

export type CommunityStatus = 'rear' | 'occupied' | 'partly_occupied' | 'active_hostilities' | 'possible_hostilities' | 'deoccupied' | 'former_hostilities';

/** What a plan of this community will hold from the first minute. */
export interface CommunityCard extends CommunityHit {
  readonly figures: number;
  readonly area: number | null;
  readonly settlements: number;
  readonly neighbours: number;
  readonly idpBalance: number | null;
  readonly declarations: number | null;
  readonly suggestedFile: string;
}

/** A plan that is open. */
export interface PlanInfo {
  readonly path: string;
  readonly readOnly: boolean;
  readonly revision: number;
  readonly years: readonly number[];
}

/** A backup of a plan. */
export interface BackupFile { readonly path: string; readonly at: string; readonly reason: 'daily' | 'migration' | 'restore' | 'manual' | 'compaction'; readonly verified: boolean; readonly size: number }

/** Actions of the library of plans and of the program itself. */
export const library = {
  'app.info': query(Nothing('Version of the program, of its reference book and of its bundled data; the library folder.')).returns<AppInfo>(),
  'settings.get': query(Nothing('Preferences of this computer: language, theme, role written beside changes.')).returns<Settings>(),
  'settings.set': command(z.strictObject({ language: language.optional(), theme: z.enum(['system', 'light', 'dark']).optional(), author: text(80).optional() })
    .meta({ description: 'Changes preferences of this computer; fields left out stay.' })).returns<Settings>(),
  'library.list': query(Nothing('Plans of the library folder, newest first, with what is wrong with those that cannot be opened.')).returns<readonly PlanFile[]>(),
  'library.folder': query(z.strictObject({ path: optionalPath.default('') })
    .meta({ description: 'Folders and plans under a path, removable drives first; an empty path lists drives and the usual places.' })).returns<Folder>(),
  'library.setFolder': command(z.strictObject({ path }).meta({ description: 'Makes another folder the library of plans.' })).returns<AppInfo>(),
  'community.search': query(z.strictObject({ query: text(200).default(''), limit: z.number().int().min(1).max(2000).default(50) })
    .meta({ description: 'Communities whose name, centre, former name, raion, oblast or code match the words; case and apostrophes do not matter.' }))
    .returns<{ readonly total: number; readonly all: number; readonly items: readonly CommunityHit[] }>(),
  'community.card': query(z.strictObject({ code: id, year }).meta({ description: 'What a new plan of this community will hold from the bundled data.' })).returns<CommunityCard>(),
  'plan.create': command(z.strictObject({
    community: z.union([
      z.strictObject({ code: id }),
      z.strictObject({ name: text(200).min(1), type: z.enum(['urban', 'settlement', 'rural']), raion: text(200).default(''), oblast: text(200).default('') }),
    ]),
    year,
    file: fileName.optional(),
  }).meta({ description: 'Creates a plan file in the library folder for a bundled community (by KATOTTH code) or one entered by hand, prefilled with sourced figures, and opens it.' })).returns<PlanInfo>(),
  'plan.sample': command(z.strictObject({ sample: z.enum(['sribne', 'training']), file: fileName.optional() })
    .meta({ description: 'Creates and opens a copy of a shipped sample: «Срібне 2020» (published figures only) or «Навчальна громада» (invented, every page filled).' })).returns<PlanInfo>(),
  'plan.open': command(z.strictObject({ path, readOnly: z.boolean().default(false) })
    .meta({ description: 'Opens a plan file and takes its lock; refuses damaged, foreign, newer or locked files without touching them.' })).returns<PlanInfo>(),
  'plan.close': command(Nothing('Closes the open plan and gives its lock back.')).returns<null>(),
  'plan.current': query(Nothing('The open plan, or null.')).returns<PlanInfo | null>(),
  'plan.saveCopy': command(z.strictObject({ folder: path, file: fileName, history: z.boolean().default(true) })
    .meta({ description: 'Writes a verified copy of the open plan into a folder; without the history for giving it to others.' })).returns<{ readonly path: string }>(),
  'plan.backups': query(z.strictObject({ path: optionalPath.default('') }).meta({ description: 'Verified backups of a plan, newest first; empty path = the open plan.' })).returns<readonly BackupFile[]>(),
  'plan.restore': command(z.strictObject({ path, backup: path }).meta({ description: 'Brings a plan back to a backup; the present file is kept as a backup first, so the return can be returned.' })).returns<PlanInfo>(),
  'table.xlsx': query(z.strictObject({
    title: text(200), note: text(1000).default(''), language,
    columns: z.array(z.strictObject({ title: text(200), kind: z.enum(['text', 'number', 'share', 'date']) })).min(1).max(60),
    rows: z.array(z.array(z.union([z.string().max(2000), z.number(), z.null()]))).max(100_000),
  }).meta({ description: 'A table as an .xlsx file with real numbers and dates.' })).returns<FileOut>(),
};
