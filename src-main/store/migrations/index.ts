import { sql as initial } from './001-initial.ts';
import { sql as determination } from './002-determination.ts';
import { sql as capacity } from './003-capacity.ts';

/** One step of the shape of a plan: its number is the `user_version` after it. Frozen once released. */
export interface Migration { readonly version: number; readonly name: string; readonly sql: string }

/** All steps, in order, without gaps. */
export const MIGRATIONS: readonly Migration[] = [
  { version: 1, name: '001-initial', sql: initial },
  { version: 2, name: '002-determination', sql: determination },
  { version: 3, name: '003-capacity', sql: capacity },
];

/** The shape this program reads and writes. */
export const SCHEMA_VERSION = MIGRATIONS.length;
