import { afterEach } from 'vitest';
import { tidy } from './helpers/after.ts';

// Vitest runs this for every file of tests, also where files share a worker and helpers are loaded only once.
afterEach(tidy);

// A page has time to show what is waited for, also while the browser suite runs beside it.
if ('document' in globalThis) (await import('@testing-library/react')).configure({ asyncUtilTimeout: 20_000 });
