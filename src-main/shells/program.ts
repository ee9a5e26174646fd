import { pathToFileURL } from 'node:url';
import { createApp, type App } from '../app.ts';
import type { ThreadPlaces } from './appThread.ts';
import { fileLog } from './log.ts';

/** The program, wired to the real clock, chance and log of this computer. Tests and benches wire their own. */
export function openProgram(where: ThreadPlaces): App {
  return createApp({
    libraryDir: where.libraryDir,
    resourcesDir: where.resourcesDir,
    now: () => new Date(),
    newId: () => crypto.randomUUID(),
    log: fileLog(where.libraryDir),
    jobsWorker: pathToFileURL(where.jobsWorker),
    version: where.version,
    portable: where.portable,
  });
}
