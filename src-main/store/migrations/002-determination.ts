import { checks } from './002/checks.ts';
import { collection } from './002/collection.ts';
import { cycle } from './002/cycle.ts';
import { imports } from './002/imports.ts';
import { log } from './002/log.ts';
import { projection } from './002/projection.ts';
import { rates } from './002/rates.ts';
import { surveys } from './002/surveys.ts';

/** What the determination of needs adds to a plan: the cycle, imports, surveys, rates, projections and checks. Frozen once released. */
export const sql = [cycle, imports, surveys, rates, projection, checks, collection, log].join('\n');
