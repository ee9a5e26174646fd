import type { MethodName, Output, Parsed } from '../contract/api.ts';
import type { Settings } from '../contract/api/library.ts';
import type { Label, Sentence } from '../contract/models.ts';
import type { ReferenceBook } from '../reference/book.ts';
import type { BundledData } from '../reference/load.ts';
import type { PlanStore, Tx } from '../store/open.ts';
import type { Revision, Area } from '../contract/method.ts';
import type { JobRunner } from '../jobs/runner.ts';
import type { Pack } from '../reference/schema.ts';
import type { PlanModel } from './model.ts';

/** What a use case is: the program and a parsed input in, a plain JSON value out. It refuses by throwing a `Refusal`. */
export type Handlers<N extends MethodName> = { readonly [K in N]: (program: Program, input: Parsed<K>) => Output<K> | Promise<Output<K>> };

/** Everything a use case may lean on. Made once by `createApp`. */
export interface Program {
  readonly resourcesDir: string;
  readonly version: string;
  readonly portable: boolean;
  readonly data: BundledData;
  readonly jobs: JobRunner;
  now(): Date;
  newId(): string;
  /** The reference book the open plan counts with: the one it was computed with until a newer one is accepted for it. */
  book(): ReferenceBook;
  /** The newest reference book on this computer: the shipped one, or a newer pack the user accepted. New plans begin with it. */
  latest(): ReferenceBook;
  /** Lets the open plan count with the newest book from now on, inside a change. */
  adopt(tx: Tx): void;
  /** Makes a newer pack the one in force, on this computer. */
  acceptPack(pack: Pack): void;
  settings(): Settings;
  saveSettings(settings: Settings): void;
  library(): string;
  setLibrary(path: string): void;
  /** The open plan; refuses with `plan.none`. Opens the file again when it was put to sleep. */
  store(): PlanStore;
  /** Years of the open plan, ascending. */
  years(): readonly number[];
  hasPlan(): boolean;
  openPlan(path: string, readOnly: boolean): PlanStore;
  createPlan(path: string, seed: (tx: Tx) => void): PlanStore;
  closePlan(): void;
  backupFolder(planPath: string): string;
  refuseReadOnly(): void;
  /** What is remembered of the open plan is read again: its file changed without a new revision. */
  forget(): void;
  /** Changes whenever anything a view shows may have changed. */
  viewStamp(): string;
  /** Figures and tables of one year and scenario, kept in memory and refreshed by revision. */
  model(year: number, scenario: string): PlanModel;
  /** The territory a page asks for: '' = the whole community; refuses one that is not in the plan. */
  place(model: PlanModel, territory: string): string;
  /** Stores a change in one transaction and answers with its revision. */
  change(what: Sentence, areas: readonly Area[], write: (tx: Tx) => void): Revision;
}

/** Shorthand for a sentence of the history. */
export const sentence = (key: string, params: Sentence['params'] = {}): Sentence => ({ key, params });

/** Name of a service for a sentence: short, full, code, or its id. */
export function nameOfService(program: Program, id: string): Label | string {
  const service = program.book().service(id);
  return service?.short ?? service?.name ?? service?.code ?? id;
}

/** The day on this computer, ISO. */
export function today(program: Program): string {
  const now = program.now();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}
