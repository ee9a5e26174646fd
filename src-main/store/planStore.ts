import type Database from 'better-sqlite3';
import type { BackupFile } from '../contract/api/library.ts';
import type { Compacted } from '../contract/api/plan.ts';
import { Refusal } from '../contract/errors.ts';
import type { Revision } from '../contract/method.ts';
import type { Sentence } from '../contract/models.ts';
import { backupDue, makeBackup } from './backup.ts';
import { beginEntry, dropRedo, endEntry, redoableOf, revisionOf, savedAtOf, step, undoableOf } from './changes.ts';
import { dropDetails, fileSize, historySize } from './compact.ts';
import { verifiedCopy } from './copy.ts';
import { handlesOf, type Readable, type Tx } from './handles.ts';
import { refusalOf } from './sqliteErrors.ts';
import { installTriggers } from './triggers.ts';

/** An open plan. One at a time writes; every change is on the disk when its method returns. */
export interface PlanStore {
  readonly path: string;
  readonly readOnly: boolean;
  /** Folder of the plan's backups. */
  readonly backupDir: string;
  /** Handle for the read functions of the store. */
  readonly read: Readable;
  /** Number of the last stored transaction; 0 = nothing changed yet. Undo and redo let it grow too. */
  revision(): number;
  /** ISO time of the last stored transaction. */
  savedAt(): string | null;
  /**
   * Runs `fn` as one transaction and one undo step, logged as `what` by `author` (a role). Returns the new revision once it is on
   * the disk; when `fn` changed nothing, the old one and no entry is made. An error inside leaves the plan as it was.
   * Refuses `plan.readOnly`, `disk.full`.
   */
  write(what: Sentence, author: string, fn: (tx: Tx) => void): number;
  /** Takes the last change back, also one of an earlier session. Refuses `plan.nothingToUndo`, `plan.compacted`. */
  undo(author: string): number;
  /** Does the last undone change again. Refuses `plan.nothingToRedo`, `plan.compacted`. */
  redo(author: string): number;
  /** What undo would take back, null when nothing. */
  undoable(): Sentence | null;
  /** What redo would do again, null when nothing. */
  redoable(): Sentence | null;
  /** Writes a checked copy under a new name, with its history or without. Refuses `plan.exists`, `disk.full`. */
  saveCopy(target: string, history?: boolean): void;
  /**
   * Makes a checked backup, then takes the details of the entries older than `before` (ISO time) away and makes the file smaller: each
   * step is told before it is made, and to go no further leaves the plan as it was. A disk too full for the last step leaves it whole
   * and its size as it was. The revision stays. Refuses `plan.readOnly`, `disk.full`.
   */
  compact(before: string): Generator<{ readonly step: 'backup' | 'shrink'; readonly done: number; readonly of: number }, Omit<Compacted, keyof Revision>>;
  /** Makes a checked backup now and returns its path. */
  backup(reason: BackupFile['reason'], now: Date): string;
  /** Why the last automatic backup failed, null when it did not: work goes on, but people must know. */
  backupProblem(): Refusal | null;
  /** Gives the lock back; the one file is whole then. A second call does nothing. */
  close(): void;
}

interface Parts {
  readonly path: string;
  readonly readOnly: boolean;
  readonly backupDir: string;
  /** Make the daily backup before the first change of a day. */
  readonly automatic: boolean;
  /** Computer, program start and process: stands in the file while it is open for writing. */
  readonly session: string;
  readonly now: () => Date;
  /** Called after the connection is closed. */
  readonly released: () => void;
}

/** The store over an open, checked, migrated connection. */
export function storeOver(db: Database.Database, parts: Parts): PlanStore {
  const { read, tx } = handlesOf(db);
  let marked = false;
  let day = '';
  let problem: Refusal | null = null;

  const safely = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      if (db.open && db.inTransaction) db.exec('ROLLBACK');
      throw refusalOf(error, { path: parts.path }) ?? error;
    }
  };

  const backupOncePerDay = (): void => {
    const now = parts.now();
    if (!parts.automatic || day === now.toDateString()) return;
    day = now.toDateString();
    try {
      problem = null;
      if (backupDue(parts.path, parts.backupDir, now)) makeBackup(db, parts.path, parts.backupDir, 'daily', now);
    } catch (error) {
      problem = refusalOf(error, { path: parts.backupDir });
      if (!problem) throw error;
    }
  };

  /**
   * The mark is on the disk before the first change: a copy taken from now on can be told from a closed plan. The triggers of the log
   * take longer to make than the rest of opening a plan, so looking at one goes without.
   */
  const mark = (): void => {
    if (marked) return;
    db.prepare('UPDATE sotsplan SET open_by = ?').run(parts.session);
    installTriggers(db);
    marked = true;
  };

  /** Runs a logged transaction; null from `work` = nothing to do. */
  const logged = (work: () => number | null): number | null => {
    if (parts.readOnly) throw new Refusal('plan.readOnly', { path: parts.path, reason: 'chosen' });
    if (db.inTransaction) throw new Error('store: a change inside a change');
    return safely(() => {
      backupOncePerDay();
      mark();
      db.exec('BEGIN IMMEDIATE');
      const id = work();
      if (id === null || endEntry(tx, id, parts.now().toISOString()) === 0) {
        db.exec('ROLLBACK');
        return null;
      }
      db.exec('COMMIT');
      return id;
    });
  };

  return {
    path: parts.path,
    readOnly: parts.readOnly,
    backupDir: parts.backupDir,
    read,
    revision: () => revisionOf(read),
    savedAt: () => savedAtOf(read),
    write: (what, author, fn) => {
      const id = logged(() => {
        const entry = beginEntry(tx, { kind: 'do', label: what, author, target: null });
        fn(tx);
        dropRedo(tx);
        return entry;
      });
      return id ?? revisionOf(read);
    },
    undo: (author) => {
      const id = logged(() => step(db, tx, 'undo', author));
      if (id === null) throw new Refusal('plan.nothingToUndo');
      return id;
    },
    redo: (author) => {
      const id = logged(() => step(db, tx, 'redo', author));
      if (id === null) throw new Refusal('plan.nothingToRedo');
      return id;
    },
    undoable: () => undoableOf(read),
    redoable: () => redoableOf(read),
    saveCopy: (target, history) => verifiedCopy(db, target, history),
    *compact(before) {
      if (parts.readOnly) throw new Refusal('plan.readOnly', { path: parts.path, reason: 'chosen' });
      const was = fileSize(read);
      if (historySize(read, before).older.entries === 0) return { entries: 0, before: was, after: was, backup: null };
      const now = parts.now();
      yield { step: 'backup', done: 0, of: 2 };
      const backup = makeBackup(db, parts.path, parts.backupDir, 'compaction', now);
      yield { step: 'shrink', done: 1, of: 2 };
      return safely(() => {
        mark();
        db.exec('BEGIN IMMEDIATE');
        const entries = dropDetails(tx, before, now.toISOString());
        db.exec('COMMIT');
        try {
          db.exec('VACUUM');
        } catch (error) {
          if (refusalOf(error, {})?.code !== 'disk.full') throw error;
        }
        return { entries, before: was, after: fileSize(read), backup };
      });
    },
    backup: (reason, now) => makeBackup(db, parts.path, parts.backupDir, reason, now),
    backupProblem: () => problem,
    close: () => {
      if (!db.open) return;
      try {
        if (marked) safely(() => db.exec("UPDATE sotsplan SET open_by = ''"));
      } finally {
        db.close();
        parts.released();
      }
    },
  };
}
