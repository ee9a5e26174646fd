import { access } from './003/access.ts';
import { integration } from './003/integration.ts';
import { minimalPackage } from './003/package.ts';
import { places } from './003/places.ts';
import { reach } from './003/reach.ts';
import { restoration } from './003/restoration.ts';
import { staff } from './003/staff.ts';

/** What capacity adds to a plan: units, facilities, transfers and the tables of its other parts. Frozen once released. */
export const sql = [places, minimalPackage, access, staff, restoration, reach, integration].join('\n');
