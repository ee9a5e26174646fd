import type Database from 'better-sqlite3';
import { APPLICATION_ID } from './fileKind.ts';
import { MIGRATIONS, type Migration } from './migrations/index.ts';

/** `user_version` of an open file. */
export const versionOf = (db: Database.Database): number => db.pragma('user_version', { simple: true }) as number;

/**
 * Brings a file to the newest shape, each step in one transaction together with its `user_version`: a crash leaves the file
 * in the shape before or after a step, never between. Foreign keys are off while tables are rebuilt and checked before each commit.
 */
export function migrate(db: Database.Database, migrations: readonly Migration[] = MIGRATIONS): void {
  const pending = migrations.filter((step) => step.version > versionOf(db));
  if (pending.length === 0) return;
  db.pragma('foreign_keys = OFF');
  try {
    for (const step of pending) {
      if (step.version !== versionOf(db) + 1) throw new Error(`store: migration ${step.name} does not follow version ${versionOf(db)}`);
      db.transaction(() => {
        db.pragma(`application_id = ${APPLICATION_ID}`);
        db.exec(step.sql);
        if ((db.pragma('foreign_key_check') as unknown[]).length > 0) throw new Error(`store: migration ${step.name} breaks foreign keys`);
        db.pragma(`user_version = ${step.version}`);
      }).exclusive();
    }
  } finally {
    db.pragma('foreign_keys = ON');
  }
}
