import { closeSync, existsSync, fsyncSync, linkSync, openSync, renameSync, rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import { Refusal } from '../contract/errors.ts';
import { structureIsWhole } from './check.ts';
import { withoutHistory } from './compact.ts';
import { journalPath } from './look.ts';
import { versionOf } from './migrate.ts';
import { codeOf, refusing } from './sqliteErrors.ts';

/** Forces the bytes of a file to the disk. */
export function sync(path: string): void {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Gives a finished file its final name; refuses `plan.exists` and never replaces. Sticks without hard links get a plain rename. */
export function placeNew(part: string, target: string): void {
  try {
    linkSync(part, target);
    rmSync(part);
  } catch (error) {
    if (codeOf(error) === 'EEXIST' || existsSync(target)) throw new Refusal('plan.exists', { path: target }, { cause: error });
    renameSync(part, target);
  }
}

/** Removes an unfinished file with its journal. */
export function removePart(part: string): void {
  for (const path of [part, journalPath(part)]) rmSync(path, { force: true });
}

const lastRevision = (db: Database.Database) => (db.prepare('SELECT max(id) FROM txn').pluck().get() as number | null) ?? 0;

/**
 * Writes a whole copy of an open plan under a new name: VACUUM INTO an unfinished name beside the target, the mark of an open plan
 * taken off, opened again and checked (structure, foreign keys, same revision), synced, then renamed. Without its history a copy
 * begins at revision 0. Refuses `plan.exists`.
 */
export function verifiedCopy(db: Database.Database, target: string, history = true): void {
  if (existsSync(target)) throw new Refusal('plan.exists', { path: target });
  const part = `${target}.part`;
  try {
    refusing({ path: target }, () => {
      removePart(part);
      db.prepare('VACUUM INTO ?').run(part);
      if (!history) emptyHistory(part);
      closeAndCheck(part, { revision: history ? lastRevision(db) : 0, version: versionOf(db) });
      sync(part);
      placeNew(part, target);
    });
  } finally {
    removePart(part);
  }
}

function emptyHistory(copy: string): void {
  const db = new Database(copy, { fileMustExist: true, timeout: 0 });
  try {
    withoutHistory(db);
  } finally {
    db.close();
  }
}

/** Takes the mark of an open plan off a copy, then proves that the copy opens and is whole. Refuses `plan.damaged`. */
export function closeAndCheck(copy: string, expected: { readonly revision: number; readonly version: number }): void {
  const db = new Database(copy, { fileMustExist: true, timeout: 0 });
  try {
    db.exec("UPDATE sotsplan SET open_by = '' WHERE open_by <> ''");
    const whole = structureIsWhole(db) && lastRevision(db) === expected.revision && versionOf(db) === expected.version;
    if (!whole) throw new Refusal('plan.damaged', { path: copy, backup: null });
  } finally {
    db.close();
  }
}
