import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import LongestFirst from './sequencer.ts';

/** Files with modules in their first state or with processes of their own: each runs in a worker of its own. */
const APART = ['tests/shells/**/*.test.ts', 'tests/store/kill.test.ts', 'tests/renderer/charts-maps.test.tsx'];
/** Files with a window share one too; `setup.ts` leaves it as the next file expects it. */
const WINDOW = ['tests/renderer/**/*.test.{ts,tsx}'];
const NEVER = ['tests/e2e/**', 'tests/electron/**', 'tests/bench/**'];

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    // All other files share workers: what they import – schemas, the reference book, components – is read once a worker, not once a file.
    projects: [
      { extends: true, test: { name: 'apart', include: APART, exclude: NEVER } },
      { extends: true, test: { name: 'window', include: WINDOW, exclude: [...NEVER, ...APART], isolate: false, environment: 'jsdom' } },
      { extends: true, test: { name: 'shared', include: ['tests/**/*.test.ts'], exclude: [...NEVER, ...APART, ...WINDOW], isolate: false } },
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
