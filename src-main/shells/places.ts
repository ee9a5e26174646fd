import { existsSync, readFileSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { ThreadPlaces } from './appThread.ts';

/** Name of the folder that, lying beside the program, makes it portable. */
export const PORTABLE_FOLDER = 'Sotsplan-data';

/** Folder of the program (holds `resources` and `dist`), found from the folder of the running bundle or source file. */
export function programDir(from: string): string {
  for (let folder = from; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json')) && existsSync(join(folder, 'resources'))) return folder;
    if (dirname(folder) === folder) return from;
  }
}

/**
 * Where plans lie: the folder asked for; else `Sotsplan-data` beside the program (portable mode); else `Documents/Sotsplan`.
 * @param beside folder of the program file: of the project, or of the installed executable
 */
export function librarySpot(asked: string | undefined, beside: string, documents = join(homedir(), 'Documents')): Pick<ThreadPlaces, 'libraryDir' | 'portable'> {
  if (asked) return { libraryDir: resolve(asked), portable: false };
  const portable = join(beside, PORTABLE_FOLDER);
  return existsSync(portable) ? { libraryDir: portable, portable: true } : { libraryDir: join(documents, 'Sotsplan'), portable: false };
}

/**
 * Where the built program keeps its compiled code for the next start: beside itself, as trusted as its own files, gone with the next build;
 * without it where that folder cannot be written. Threads take it from the environment. The files of an Electron program are sealed: not there.
 */
export function keepCompiled(bundleDir: string): void {
  process.env['NODE_COMPILE_CACHE'] ??= join(bundleDir, '.compiled');
  enableCompileCache(process.env['NODE_COMPILE_CACHE']);
}

/** All folders of a door that runs from the built bundle. */
export function places(bundleDir: string, library: string | undefined): ThreadPlaces & { readonly rendererDir: string } {
  const root = programDir(bundleDir);
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  return {
    ...librarySpot(library, root),
    resourcesDir: join(root, 'resources'),
    jobsWorker: join(bundleDir, 'jobs.mjs'),
    version,
    rendererDir: join(root, 'dist', 'renderer'),
  };
}
