import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Folder of the sample plans that were made in this run. */
    readonly samples: string;
  }
}

/** Once a run: a folder where tests of all workers find a sample plan that one of them made. */
export default function setup(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'sotsplan-samples-'));
  project.provide('samples', folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
