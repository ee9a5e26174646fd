import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import LongestFirst from './sequencer.ts';

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    exclude: ['tests/e2e/**', 'tests/electron/**', 'tests/bench/**'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    globalSetup: fileURLToPath(new URL('helpers/samples.ts', import.meta.url)),
    pool: 'forks',
    sequence: { sequencer: LongestFirst },
    // One more than two: the kill test waits most of its time.
    maxWorkers: Math.max(2, availableParallelism() - 1) + 1,
  },
});
