import { places } from './003/places.ts';

/** What capacity adds to a plan: units, facilities, transfers. Frozen once released. */
export const sql = [places].join('\n');
