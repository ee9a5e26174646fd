import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Name of the log of errors in the library folder. */
export const LOG_FILE = 'sotsplan.log';
const LIMIT = 1_000_000;

/** Errors go to a file beside the plans, never to the console. The old file is kept once as `.1`. A full disk silences it. */
export function fileLog(libraryDir: string): (line: string) => void {
  const file = join(libraryDir, LOG_FILE);
  return (line) => {
    try {
      mkdirSync(libraryDir, { recursive: true });
      if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > LIMIT) renameSync(file, `${file}.1`);
      appendFileSync(file, `${new Date().toISOString()} ${line}\n`);
    } catch {
      // Nothing better can be done with a log that cannot be written.
    }
  };
}
