import { minimalPackage } from './003/package.ts';
import { places } from './003/places.ts';

/** What capacity adds to a plan: units, facilities, transfers. Frozen once released. */
export const sql = [places, minimalPackage].join('\n');
