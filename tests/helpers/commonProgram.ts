import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { startProgram, type RunningProgram } from './program.ts';

/** One program that tests use one after another. */
export interface CommonProgram {
  /** The program as a new person finds it: an empty library folder, no plan open, the usual preferences in a language. What it wrote before is not shown. */
  fresh(language: 'uk' | 'en'): Promise<RunningProgram>;
  /** Ends the program; it must end well. */
  end(): Promise<void>;
}

/** Starts a program for several tests. */
export async function startCommon(): Promise<CommonProgram> {
  const program = await startProgram();
  let uses = 0;
  let library = '';
  return {
    fresh: async (language) => {
      await program.ask('plan.close', {});
      if (library) rmSync(library, { recursive: true, force: true });
      library = join(program.library, `test-${uses++}`);
      mkdirSync(library, { recursive: true });
      await program.ask('library.setFolder', { path: library });
      await program.ask('settings.set', { language, theme: 'system', author: '' });
      const before = { network: program.network().length, log: program.log().length, said: program.said().length };
      return { ...program, library, network: () => program.network().slice(before.network), log: () => program.log().slice(before.log), said: () => program.said().slice(before.said) };
    },
    end: async () => {
      const code = await program.stop();
      if (code !== 0) throw new Error(`the program ended with code ${code}`);
    },
  };
}
