import { existsSync, readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { Refusal } from '../contract/errors.ts';
import { fileKind } from './fileKind.ts';
import { lockedRefusal } from './lock.ts';
import { SCHEMA_VERSION } from './migrations/index.ts';
import { rolledBack } from './journal.ts';
import { codeOf, refusalOf } from './sqliteErrors.ts';

/** Path of the rollback journal of a plan. */
export const journalPath = (plan: string): string => `${plan}-journal`;

/**
 * Judges a file by its header before SQLite touches it and refuses what is not a plan of this version:
 * `plan.notFound`, `plan.foreign`, `plan.newer` (details.version = version of the program that made it, where readable), `plan.damaged`.
 * Returns the shape's number. Not for a plan open in this process.
 */
export function judge(path: string): number {
  const found = fileKind(path);
  if (found.kind === 'missing') throw new Refusal('plan.notFound', { path });
  if (found.kind !== 'plan') throw new Refusal(found.kind === 'damaged' ? 'plan.damaged' : 'plan.foreign', found.kind === 'damaged' ? { path, backup: null } : { path });
  if (found.version > SCHEMA_VERSION) throw new Refusal('plan.newer', { path, version: madeBy(path) ?? String(found.version) });
  const waiting = existsSync(journalPath(path));
  if (found.version < 1 || (found.truncated && !waiting)) throw new Refusal('plan.damaged', { path, backup: null });
  return found.version;
}

function madeBy(path: string): string | null {
  let db: Database.Database | undefined;
  try {
    db = new Database(path, { readonly: true, fileMustExist: true, timeout: 0 });
    const version = db.prepare('SELECT app_version FROM sotsplan').pluck().get();
    return typeof version === 'string' ? version : null;
  } catch {
    return null;
  } finally {
    db?.close();
  }
}

/**
 * A connection that reads a plan and never writes: no lock file, no journal, no change of the file. It is read in place under a
 * shared lock; after a crash, when SQLite would first have to roll back, the journal is applied to a copy in memory instead.
 * `whole` always takes the copy in memory, so that the file is free again at once. A plan held by a program refuses `plan.locked`:
 * its exclusive lock keeps readers out too, since what they would read is not yet decided.
 */
export function openToRead(path: string, whole: boolean): Database.Database {
  judge(path);
  let db: Database.Database | undefined;
  try {
    db = new Database(path, { readonly: true, fileMustExist: true, timeout: 0 });
    db.exec('BEGIN');
    db.prepare('SELECT count(*) FROM sqlite_schema').get();
    if (!whole) return db;
    const bytes = readFileSync(path);
    db.close();
    return fromBytes(bytes);
  } catch (error) {
    db?.close();
    const code = codeOf(error);
    if (code.startsWith('SQLITE_BUSY')) throw lockedRefusal(path, error);
    if ((code.startsWith('SQLITE_READONLY') || code.startsWith('SQLITE_CANTOPEN')) && existsSync(journalPath(path))) {
      const bytes = readFileSync(path);
      return fromBytes(rolledBack(bytes, readFileSync(journalPath(path))) ?? bytes);
    }
    throw refusalOf(error, { path }) ?? error;
  }
}

/** Opens the bytes of a plan in memory. A write-ahead flag set by another tool is taken off: no log comes with bytes. */
function fromBytes(bytes: Buffer): Database.Database {
  if (bytes.length > 20) bytes.fill(1, 18, 20);
  return new Database(bytes);
}
