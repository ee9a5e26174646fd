import { afterEach } from 'vitest';
import { tidy } from './helpers/after.ts';

// Vitest runs this for every file of tests, also where files share a worker and helpers are loaded only once.
afterEach(tidy);
