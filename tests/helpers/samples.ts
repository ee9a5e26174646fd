import type { TestProject } from 'vitest/node';
import { scratch } from './scratch.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Folder of the sample plans that were made in this run. */
    readonly samples: string;
  }
}

/** Once a run: a folder for all that is temporary, where tests of all workers also find a sample plan that one of them made. */
export default function setup(project: TestProject): () => void {
  const { folder, remove } = scratch();
  project.provide('samples', folder);
  return remove;
}
