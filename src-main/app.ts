import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { Refusal } from './contract/errors.ts';
import type { Settings } from './contract/api/library.ts';
import { createDispatch, type Dispatch } from './dispatch.ts';
import { createJobs } from './jobs/runner.ts';
import { createBook, type ReferenceBook } from './reference/book.ts';
import { loadData, loadPack, packFromBuffer, packToText, type BundledData } from './reference/load.ts';
import type { Pack } from './reference/schema.ts';
import { ensureFolder, isThere, readJson, writeJson } from './store/files.ts';
import { figuresChangedSince } from './store/figures.ts';
import { referenceVersionOf, setMeta, yearsOf } from './store/meta.ts';
import { createPlan, openPlan, type OpenOptions, type PlanStore, type Tx } from './store/open.ts';
import { packAt, packBytes, putPack } from './store/packs.ts';
import { onlyFiguresSince } from './store/changes.ts';
import { handlers } from './usecases/handlers.ts';
import { unstageAll } from './usecases/imports/staged.ts';
import { createModel, refreshFigures, type PlanModel } from './usecases/model.ts';
import type { Program } from './usecases/program.ts';
import { settingsFrom } from './usecases/settings.ts';

/** What the program is made of; everything that differs between doors, tests and computers comes in here. */
export interface AppOptions {
  /** Folder of plans; preferences lie in it too. */
  readonly libraryDir: string;
  readonly resourcesDir: string;
  /** What lies in it, when it was read before: tests make hundreds of programs. */
  readonly shipped?: Shipped;
  readonly now: () => Date;
  readonly newId: () => string;
  readonly log: (line: string) => void;
  /** File of the worker of jobs; by default the one beside this file. */
  readonly jobsWorker?: URL;
  readonly version?: string;
  readonly portable?: boolean;
  /** A plan nobody uses this long (ms) is closed, so that its one file is whole; the next action opens it again. */
  readonly idleAfter?: number;
}

/** The reference pack and the data about communities that come with the program. Nobody changes them, so programs may share them. */
export interface Shipped { readonly pack: Pack; readonly data: BundledData }

/** Reads what lies in the folder of resources. */
export const loadShipped = (resourcesDir: string): Shipped => ({ pack: loadPack(`${resourcesDir}/reference`), data: loadData(resourcesDir) });

/** Packs as plans keep them: packing one takes longer than the rest of a new plan. */
const packed = new WeakMap<Pack, Uint8Array>();

/** The program: ask it through `dispatch`, end it with `close`. */
export interface App { readonly dispatch: Dispatch; close(): Promise<void> }

const IDLE = 5 * 60_000;

/** Wires the rooms together. */
export function createApp(options: AppOptions): App {
  const { now, newId, log, shipped = loadShipped(options.resourcesDir) } = options;
  const programStart = now().toISOString();
  const version = options.version ?? '0.1.0';
  const settingsFile = join(options.libraryDir, 'settings.json');
  const saved = readJson(settingsFile);
  let settings: Settings = settingsFrom(saved);
  const chosen = (saved as { library?: unknown } | null)?.library;
  let library = typeof chosen === 'string' && isThere(chosen) ? chosen : ensureFolder(options.libraryDir);
  const packFile = join(options.libraryDir, 'reference.json');
  const jobs = createJobs(options.jobsWorker ?? new URL('./jobs/worker.ts', import.meta.url), newId, () => now().getTime());

  let pack = shippedOrAccepted();
  let book = createBook(pack);
  function shippedOrAccepted() {
    const accepted = readJson(packFile);
    if (accepted === null) return shipped.pack;
    try {
      const own = packFromBuffer(new TextEncoder().encode(JSON.stringify(accepted)));
      return own.pack.version > shipped.pack.pack.version ? own : shipped.pack;
    } catch (error) {
      log(`reference pack of the library is not used: ${String(error)}`);
      return shipped.pack;
    }
  }

  let open: { store: PlanStore | null; readonly path: string; readonly readOnly: boolean } | null = null;
  let models = new Map<string, { readonly model: PlanModel; revision: number }>();
  let epoch = 0;
  let idle: NodeJS.Timeout | undefined;

  /** The book the open plan was computed with; null when it is the newest one or the plan does not keep it. */
  let own: { readonly path: string; readonly version: string; readonly book: ReferenceBook | null } | null = null;
  const ownBook = (): ReferenceBook | null => {
    if (open === null) return null;
    const { read, path } = program.store();
    const version = referenceVersionOf(read);
    if (version === pack.pack.version) return null;
    if (own?.path !== path || own.version !== version) own = { path, version, book: keptBook(packAt(read, version)) };
    return own.book;
  };
  const keptBook = (text: string | null): ReferenceBook | null => {
    try {
      // Parts that packs did not have yet when it was kept are those of the newest one.
      return text === null ? null : createBook(packFromBuffer(new TextEncoder().encode(JSON.stringify({ ...pack, ...(JSON.parse(text) as object) }))));
    } catch (error) {
      log(`reference pack of the plan is not used: ${String(error)}`);
      return null;
    }
  };
  const keepPack = (tx: Tx): void => {
    const bytes = packed.get(pack) ?? packBytes(packToText(pack));
    packed.set(pack, bytes);
    putPack(tx, pack.pack.version, bytes);
  };

  const openOptions = (path: string, readOnly: boolean): OpenOptions => ({
    readOnly, computer: hostname(), programStart, pid: process.pid, now, appVersion: version, backupDir: backupFolder(path),
  });
  const backupFolder = (path: string): string => join(dirname(path), 'backups');
  const forget = (): void => { models = new Map(); epoch += 1; };
  /** An idle plan is closed but not forgotten. */
  const sleepLater = (): void => {
    clearTimeout(idle);
    idle = setTimeout(() => {
      if (open?.store && !open.readOnly) {
        open.store.close();
        open.store = null;
        forget();
      }
    }, options.idleAfter ?? IDLE);
    idle.unref();
  };
  const use = (path: string, store: PlanStore): PlanStore => {
    unstageAll(program);
    open = { store, path, readOnly: store.readOnly };
    forget();
    sleepLater();
    return store;
  };
  const closePlan = (): void => {
    unstageAll(program);
    open?.store?.close();
    open = null;
    forget();
    clearTimeout(idle);
  };

  const program: Program = {
    resourcesDir: options.resourcesDir, version, portable: options.portable ?? false, data: shipped.data, jobs, now, newId,
    book: () => ownBook() ?? book, latest: () => book,
    adopt(tx) {
      setMeta(tx, { referenceVersion: pack.pack.version });
      keepPack(tx);
    },
    acceptPack(next) {
      writeJson(packFile, JSON.parse(packToText(next)));
      pack = next;
      book = createBook(next);
      forget();
    },
    settings: () => settings,
    saveSettings(next) {
      settings = next;
      writeJson(settingsFile, { ...next, library });
      epoch += 1;
    },
    library: () => library,
    setLibrary(path) {
      library = path;
      writeJson(settingsFile, { ...settings, library });
    },
    store() {
      if (open === null) throw new Refusal('plan.none');
      open.store ??= openPlan(open.path, openOptions(open.path, open.readOnly));
      sleepLater();
      return open.store;
    },
    years: () => yearsOf(program.store().read),
    hasPlan: () => open !== null,
    openPlan(path, readOnly) {
      if (open?.path === path && open.readOnly === readOnly) return program.store();
      const store = openPlan(path, openOptions(path, readOnly));
      open?.store?.close();
      return use(path, store);
    },
    createPlan(path, seed) {
      const store = createPlan(path, openOptions(path, false), (tx) => { seed(tx); keepPack(tx); });
      open?.store?.close();
      return use(path, store);
    },
    closePlan, backupFolder, forget,
    refuseReadOnly() {
      if (program.store().readOnly) throw new Refusal('plan.readOnly', { reason: 'asked', path: program.store().path });
    },
    // What is late depends on the day.
    viewStamp: () => (open === null ? `${epoch}` : `${epoch} ${program.store().revision()} ${now().toDateString()}`),
    model(year, scenario) {
      const { read } = program.store();
      const revision = program.store().revision();
      const name = `${year} ${scenario}`;
      const kept = models.get(name);
      if (kept?.revision === revision) return kept.model;
      const changed = kept ? figuresChangedSince(read, kept.revision) : null;
      if (kept && changed && onlyFiguresSince(read, kept.revision)) {
        refreshFigures(kept.model, read, changed);
        kept.revision = revision;
        return kept.model;
      }
      if (!yearsOf(read).includes(year)) throw new Refusal('input.unknownId', { what: 'year', id: String(year) });
      const model = createModel(read, program.book(), year, scenario);
      if (!model.scenarios.some((row) => row.id === scenario)) throw new Refusal('input.unknownId', { what: 'scenario', id: scenario });
      models.set(name, { model, revision });
      return model;
    },
    place(model, territory) {
      if (territory === '') return model.root;
      if (!model.territory(territory)) throw new Refusal('input.unknownId', { what: 'territory', id: territory });
      return territory;
    },
    change: (what, areas, write) => ({ revision: program.store().write(what, settings.author, write), areas: [...areas] }),
  };

  return {
    dispatch: createDispatch(program, handlers, log),
    async close() {
      closePlan();
      await jobs.close();
    },
  };
}

