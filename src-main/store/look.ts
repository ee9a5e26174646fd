import { closeSync, existsSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
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
 * `whole` always takes the copy in memory, so that the file is free again at once. A plan held by another program keeps readers out
 * by its exclusive lock: `whole` then takes the bytes of a moment between two changes, anything else refuses `plan.locked`.
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
    if (code.startsWith('SQLITE_BUSY')) {
      const still = whole ? stillBytes(path) : null;
      if (still) return fromBytes(still);
      throw lockedRefusal(path, error);
    }
    if ((code.startsWith('SQLITE_READONLY') || code.startsWith('SQLITE_CANTOPEN')) && existsSync(journalPath(path))) {
      const bytes = readFileSync(path);
      return fromBytes(rolledBack(bytes, readFileSync(journalPath(path))) ?? bytes);
    }
    throw refusalOf(error, { path }) ?? error;
  }
}

/** Does a journal lie beside a plan that is more than the emptied one an exclusive connection keeps? */
function isWriting(path: string): boolean {
  if (!existsSync(journalPath(path))) return false;
  const head = Buffer.alloc(8);
  const file = openSync(journalPath(path), 'r');
  try {
    return readSync(file, head, 0, head.length, 0) > 0 && head.some((byte) => byte !== 0);
  } finally {
    closeSync(file);
  }
}

/** Moments tried until a plan in use stands still. */
const TRIES = 20;

/**
 * The bytes of a plan that another program has open, taken while it writes nothing; null when it never stands still. A change is written
 * only while a journal with its mark at the head lies beside the plan (an exclusive connection keeps the file and empties its head), so bytes read
 * without one before and after, with the same time and size of the file, are those between two changes. Not for a plan open in this process (see registry.ts).
 */
function stillBytes(path: string): Buffer | null {
  const moment = (): string | null => {
    if (isWriting(path)) return null;
    const { mtimeNs, size } = statSync(path, { bigint: true });
    return `${mtimeNs} ${size}`;
  };
  for (let tries = 0; tries < TRIES; tries++) {
    const before = moment();
    if (before === null) {
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
      continue;
    }
    const bytes = readFileSync(path);
    if (moment() === before) return bytes;
  }
  return null;
}

/** Opens the bytes of a plan in memory. A write-ahead flag set by another tool is taken off: no log comes with bytes. */
function fromBytes(bytes: Buffer): Database.Database {
  if (bytes.length > 20) bytes.fill(1, 18, 20);
  return new Database(bytes);
}
