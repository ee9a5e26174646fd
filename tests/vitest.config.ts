import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import LongestFirst from './sequencer.ts';

/** Files with a window, with modules replaced, or with processes of their own: each runs in a worker of its own. */
const APART = ['tests/renderer/**/*.test.{ts,tsx}', 'tests/shells/**/*.test.ts', 'tests/store/kill.test.ts'];
const NEVER = ['tests/e2e/**', 'tests/electron/**', 'tests/bench/**'];

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    // All other files share workers: what they import – schemas, the reference book – is read once a worker, not once a file.
    projects: [
      { extends: true, test: { name: 'apart', include: APART, exclude: NEVER } },
      { extends: true, test: { name: 'shared', include: ['tests/**/*.test.ts'], exclude: [...NEVER, ...APART], isolate: false } },
    ],
    setupFiles: fileURLToPath(new URL('setup.ts', import.meta.url)),
    // Generous: a slow or busy machine fails no test.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    globalSetup: fileURLToPath(new URL('helpers/samples.ts', import.meta.url)),
    pool: 'forks',
    sequence: { sequencer: LongestFirst },
    maxWorkers: Math.max(2, availableParallelism() - 1),
  },
});
