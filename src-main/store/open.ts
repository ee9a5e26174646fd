import { existsSync, writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { Refusal } from '../contract/errors.ts';
import { defaultBackupDir, listBackups, makeBackup } from './backup.ts';
import { mustBeWhole } from './check.ts';
import { placeNew, removePart, sync } from './copy.ts';
import { handlesOf, type Tx } from './handles.ts';
import { mustBeWritable, removeNote, takeLock, writeNote } from './lock.ts';
import { journalPath, judge, openToRead } from './look.ts';
import { migrate, versionOf } from './migrate.ts';
import { SCHEMA_VERSION } from './migrations/index.ts';
import { storeOver, type PlanStore } from './planStore.ts';
import { openHere, registerOpen } from './registry.ts';
import { refusalOf } from './sqliteErrors.ts';

export type { PlanStore } from './planStore.ts';
export type { Readable, Tx, Writable } from './handles.ts';
export { peekHeld, peekPlan, type PlanGlance } from './peek.ts';

/** Who opens a plan, and how. */
export interface OpenOptions {
  /** Read a copy in memory and leave the file alone: no lock, no note; works for read-only files, folders and media. */
  readonly readOnly?: boolean;
  /** Name of this computer, for the note beside the plan. */
  readonly computer: string;
  /** ISO time the program started. */
  readonly programStart: string;
  readonly pid: number;
  readonly now: () => Date;
  readonly appVersion: string;
  /** Folder of backups; when given, the first change of each day makes one. Left out: none by itself, `backups` beside the plan for the rest. */
  readonly backupDir?: string;
}

/**
 * Opens a plan and takes its lock at once. What is wrong is refused before anything is written:
 * `plan.notFound`, `plan.foreign`, `plan.newer`, `plan.damaged` (details.backup = newest verified backup or null), `plan.locked`
 * (details.computer, details.since; null when its note cannot be read), `plan.readOnly` (details.reason `file` or `folder`: open again with `readOnly`).
 *
 * A plan copied while a change was being written, without its `-journal`: SQLite cannot tell. Therefore a mark stands in the
 * file from the first change of a session until the plan is closed. A plan with the mark was not closed. It is compared row by row
 * with its change log (`agreesWithLog`) besides the usual checks; when that fails and no journal lies beside it, it is refused as
 * `plan.journalMissing`; when it passes, the copy was taken between two changes and nothing is missing.
 */
export function openPlan(path: string, options: OpenOptions): PlanStore {
  const here = openHere(path);
  if (here) throw new Refusal('plan.locked', { path, computer: here.computer, since: here.since });
  const backupDir = options.backupDir ?? defaultBackupDir(path);
  try {
    return options.readOnly ? openReadOnly(path, options, backupDir) : openWritable(path, options, backupDir);
  } catch (error) {
    const refusal = refusalOf(error, { path });
    if (refusal?.code !== 'plan.damaged' && refusal?.code !== 'plan.journalMissing') throw refusal ?? error;
    const backup = listBackups(path, backupDir).find((each) => each.verified)?.path ?? null;
    throw new Refusal(refusal.code, { ...refusal.details, path, backup }, { cause: error });
  }
}

function openReadOnly(path: string, options: OpenOptions, backupDir: string): PlanStore {
  const journal = existsSync(journalPath(path));
  const db = openToRead(path, true);
  try {
    mustBeWhole(db, path, journal);
    migrate(db);
  } catch (error) {
    db.close();
    throw error;
  }
  return storeOver(db, { path, readOnly: true, backupDir, automatic: false, session: '', now: options.now, released: () => undefined });
}

function openWritable(path: string, options: OpenOptions, backupDir: string): PlanStore {
  judge(path);
  mustBeWritable(path);
  const journal = existsSync(journalPath(path));
  const note = { computer: options.computer, since: options.programStart, pid: options.pid };
  const db = new Database(path, { fileMustExist: true, timeout: 0 });
  try {
    takeLock(db, path);
    const marked = mustBeWhole(db, path, journal);
    if (versionOf(db) < SCHEMA_VERSION) {
      makeBackup(db, path, backupDir, 'migration', options.now());
      migrate(db);
      db.prepare('UPDATE sotsplan SET app_version = ?').run(options.appVersion);
    }
    if (marked) db.exec("UPDATE sotsplan SET open_by = ''");
    writeNote(path, note);
  } catch (error) {
    db.close();
    throw error;
  }
  const unregister = registerOpen(path, { read: handlesOf(db).read, computer: note.computer, since: note.since });
  return storeOver(db, {
    path, readOnly: false, backupDir, automatic: options.backupDir !== undefined, session: JSON.stringify(note), now: options.now,
    released: () => {
      unregister();
      removeNote(path);
    },
  });
}

/**
 * Makes a new plan and opens it. `seed` fills it in one transaction that is not logged: the plan begins at revision 0 and its
 * first content cannot be undone. The file is built under an unfinished name in the same folder and gets its name
 * when it is whole; a crash never leaves half a plan. Refuses `plan.exists`, `disk.full`, `plan.readOnly` (folder).
 */
export function createPlan(path: string, options: OpenOptions, seed: (tx: Tx) => void): PlanStore {
  if (existsSync(path)) throw new Refusal('plan.exists', { path });
  const part = `${path}.${options.pid}.part`;
  try {
    removePart(part);
    build(part, options, seed);
    sync(part);
    placeNew(part, path);
  } catch (error) {
    throw refusalOf(error, { path }) ?? error;
  } finally {
    removePart(part);
  }
  return openPlan(path, options);
}

let empty: Buffer | undefined;
/** The bytes of an empty file of the newest shape: all migrations are run once a program, not for every new plan. */
function emptyFile(): Buffer {
  if (empty) return empty;
  const db = new Database(':memory:');
  try {
    migrate(db);
    return empty = db.serialize();
  } finally {
    db.close();
  }
}

function build(part: string, options: OpenOptions, seed: (tx: Tx) => void): void {
  writeFileSync(part, emptyFile());
  const db = new Database(part, { timeout: 0 });
  try {
    db.pragma('foreign_keys = ON');
    // The whole file is synced before it gets its name.
    db.pragma('synchronous = OFF');
    db.transaction(() => {
      db.prepare("INSERT INTO sotsplan (id, created_at, app_version) VALUES (1, '', ?)").run(options.appVersion);
      db.exec("INSERT INTO scenario (id, name) VALUES ('base', '')");
      seed(handlesOf(db).tx);
      // Never before the time of a figure: the check of an unclosed plan rests on this order.
      db.prepare("UPDATE sotsplan SET created_at = max(?, coalesce((SELECT max(updated_at) FROM figure), ''))").run(options.now().toISOString());
    })();
  } finally {
    db.close();
  }
}
