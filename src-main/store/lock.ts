import { accessSync, constants, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type Database from 'better-sqlite3';
import { Refusal } from '../contract/errors.ts';
import { codeOf } from './sqliteErrors.ts';

/** Who holds a plan: written beside it as `<plan>.lock`, for people. The lock of SQLite decides, this note only tells. */
export interface LockNote { readonly computer: string; readonly since: string; readonly pid: number }

/** Path of the note of a plan. */
export const notePath = (plan: string): string => `${plan}.lock`;

/** The note beside a plan, null when there is none or it cannot be understood. */
export function readNote(plan: string): LockNote | null {
  try {
    const note = JSON.parse(readFileSync(notePath(plan), 'utf8')) as Partial<LockNote> | null;
    if (!note || typeof note.computer !== 'string' || typeof note.since !== 'string') return null;
    return { computer: note.computer, since: note.since, pid: typeof note.pid === 'number' ? note.pid : 0 };
  } catch {
    return null;
  }
}

/** Writes the note; a stale one of a program that crashed is replaced. A folder that cannot be written refuses `plan.readOnly`. */
export function writeNote(plan: string, note: LockNote): void {
  try {
    writeFileSync(notePath(plan), JSON.stringify(note));
  } catch (error) {
    if (codeOf(error) === 'ENOSPC') throw new Refusal('disk.full', { path: plan }, { cause: error });
    throw new Refusal('plan.readOnly', { path: plan, reason: 'folder' }, { cause: error });
  }
}

/** Removes the note; a note that is gone already is fine. */
export const removeNote = (plan: string): void => rmSync(notePath(plan), { force: true });

/** `plan.locked` with the computer and the start of the program that holds the plan; null when its note cannot be read. */
export function lockedRefusal(plan: string, cause?: unknown): Refusal {
  const note = readNote(plan);
  return new Refusal('plan.locked', { path: plan, computer: note?.computer ?? null, since: note?.since ?? null }, { cause });
}

/** May this file and its folder be written at all? Refuses `plan.readOnly` with the reason `file` or `folder`. */
export function mustBeWritable(plan: string): void {
  for (const [place, reason] of [[plan, 'file'], [dirname(plan), 'folder']] as const) {
    try {
      accessSync(place, constants.W_OK);
    } catch (error) {
      throw new Refusal('plan.readOnly', { path: plan, reason }, { cause: error });
    }
  }
  if ((statSync(plan).mode & 0o222) === 0) throw new Refusal('plan.readOnly', { path: plan, reason: 'file' });
}

/**
 * Takes the lock of SQLite at once and keeps it until the connection closes: in exclusive mode SQLite would otherwise lock only
 * at the first access. Also rolls back what a crash left in the journal. Every commit is synced to the disk (FULL); nothing of a
 * change reaches the file before its commit (no spilling), so the moment in which file and journal belong together is short.
 */
export function takeLock(db: Database.Database, plan: string): void {
  db.pragma('locking_mode = EXCLUSIVE');
  try {
    db.exec('BEGIN EXCLUSIVE; COMMIT');
  } catch (error) {
    if (codeOf(error).startsWith('SQLITE_BUSY')) throw lockedRefusal(plan, error);
    throw error;
  }
  db.pragma('journal_mode = DELETE');
  db.pragma('synchronous = FULL');
  db.pragma('foreign_keys = ON');
  db.pragma('cache_size = -65536');
  db.pragma('cache_spill = OFF');
}
