import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import type Database from 'better-sqlite3';
import type { BackupFile } from '../contract/api/library.ts';
import { Refusal } from '../contract/errors.ts';
import { closeAndCheck, placeNew, removePart, sync, verifiedCopy } from './copy.ts';
import { structureIsWhole } from './check.ts';
import { fileKind } from './fileKind.ts';
import { mustBeWritable, notePath } from './lock.ts';
import { journalPath, openToRead } from './look.ts';
import { versionOf } from './migrate.ts';
import { openHere } from './registry.ts';
import { refusing } from './sqliteErrors.ts';
import { keptBackups } from './rotation.ts';

type Reason = BackupFile['reason'];
const REASONS: readonly Reason[] = ['daily', 'migration', 'restore', 'manual', 'compaction'];

/** Folder of the backups of a plan unless another was chosen: `backups` beside it. */
export const defaultBackupDir = (plan: string): string => join(dirname(plan), 'backups');

const stem = (plan: string) => basename(plan, extname(plan));
/** Colons are not allowed in names on Windows. */
const fileName = (plan: string, at: Date, reason: Reason) => `${stem(plan)}--${at.toISOString().replaceAll(':', '-')}--${reason}${extname(plan)}`;
const NAME = /^(?<stem>.+)--(?<day>\d{4}-\d{2}-\d{2})T(?<h>\d{2})-(?<m>\d{2})-(?<s>\d{2}\.\d{3})Z--(?<reason>[a-z]+)(?<ext>\.[^.]*)?$/;

/**
 * Backups of a plan, newest first. A file gets its final name only after it was opened and checked; `verified` is false when its
 * size or header no longer fits. A missing folder holds none.
 */
export function listBackups(planPath: string, backupDir: string = defaultBackupDir(planPath)): readonly BackupFile[] {
  if (!existsSync(backupDir)) return [];
  return readdirSync(backupDir).flatMap((name): BackupFile[] => {
    const parts = NAME.exec(name)?.groups;
    const reason = REASONS.find((each) => each === parts?.['reason']);
    if (!parts || !reason || parts['stem'] !== stem(planPath) || (parts['ext'] ?? '') !== extname(planPath)) return [];
    const path = join(backupDir, name);
    const stat = statSync(path, { throwIfNoEntry: false });
    if (!stat) return [];
    const kind = fileKind(path);
    return [{ path, at: `${parts['day']}T${parts['h']}:${parts['m']}:${parts['s']}Z`, reason, verified: kind.kind === 'plan' && !kind.truncated, size: stat.size }];
  }).sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
}

/** A free path for a backup made now; two within one millisecond do not collide. */
function freePath(planPath: string, backupDir: string, now: Date, reason: Reason): string {
  mkdirSync(backupDir, { recursive: true });
  let at = now;
  while (existsSync(join(backupDir, fileName(planPath, at, reason)))) at = new Date(at.getTime() + 1);
  return join(backupDir, fileName(planPath, at, reason));
}

/** Makes a checked backup of an open plan and drops those the rotation no longer keeps. Returns its path. */
export function makeBackup(db: Database.Database, planPath: string, backupDir: string, reason: Reason, now: Date): string {
  return refusing({ path: backupDir }, () => {
    const path = freePath(planPath, backupDir, now, reason);
    verifiedCopy(db, path);
    rotate(planPath, backupDir, now);
    return path;
  });
}

function rotate(planPath: string, backupDir: string, now: Date): void {
  const all = listBackups(planPath, backupDir);
  const kept = new Set(keptBackups(all, now));
  for (const backup of all) if (!kept.has(backup)) rmSync(backup.path, { force: true });
}

/** Is the first backup of this day still to be made? (Day of this computer's clock.) */
export function backupDue(planPath: string, backupDir: string, now: Date): boolean {
  return !listBackups(planPath, backupDir).some((backup) => backup.verified && backup.reason === 'daily' && new Date(backup.at).toDateString() === now.toDateString());
}

/** Proves that a file is a whole plan of this version. Refuses like opening it does. */
function proved(path: string): { readonly revision: number; readonly version: number } {
  const db = openToRead(path, true);
  try {
    if (!structureIsWhole(db)) throw new Refusal('plan.damaged', { path, backup: null });
    return { revision: (db.prepare('SELECT max(id) FROM txn').pluck().get() as number | null) ?? 0, version: versionOf(db) };
  } finally {
    db.close();
  }
}

/**
 * Brings a closed plan back to a backup. The present file is first kept as a backup with the reason `restore`, even when it is
 * damaged, so the return can be returned; its path is the result (null when there was no file). Refuses `plan.locked` when a
 * program holds the plan, `backup.notFound`, and whatever is wrong with the backup.
 */
export function restoreBackup(planPath: string, backupPath: string, now: Date = new Date(), backupDir: string = defaultBackupDir(planPath)): string | null {
  const here = openHere(planPath);
  if (here) throw new Refusal('plan.locked', { path: planPath, computer: here.computer, since: here.since });
  if (!existsSync(backupPath)) throw new Refusal('backup.notFound', { path: backupPath });
  const expected = proved(backupPath);
  const part = `${planPath}.part`;
  try {
    return refusing({ path: planPath }, () => {
      removePart(part);
      copyFileSync(backupPath, part);
      closeAndCheck(part, expected);
      sync(part);
      if (!existsSync(planPath)) {
        placeNew(part, planPath);
        return null;
      }
      mustBeWritable(planPath);
      const kept = keepPresent(planPath, backupDir, now);
      // The journal belongs to the file that leaves: beside the new one it would destroy it.
      for (const stale of [journalPath(planPath), notePath(planPath)]) rmSync(stale, { force: true });
      renameSync(part, planPath);
      return kept;
    });
  } finally {
    removePart(part);
  }
}

/** Keeps the present file as a backup: checked when it is whole, otherwise its bytes as they are, journal included. */
function keepPresent(planPath: string, backupDir: string, now: Date): string {
  const path = freePath(planPath, backupDir, now, 'restore');
  let db: Database.Database | undefined;
  try {
    db = openToRead(planPath, true);
    if (structureIsWhole(db)) {
      verifiedCopy(db, path);
      return path;
    }
  } catch (error) {
    if (error instanceof Refusal && (error.code === 'plan.locked' || error.code === 'disk.full')) throw error;
  } finally {
    db?.close();
  }
  copyFileSync(planPath, path);
  if (existsSync(journalPath(planPath))) copyFileSync(journalPath(planPath), journalPath(path));
  return path;
}
