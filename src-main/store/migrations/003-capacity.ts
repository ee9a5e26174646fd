import { access } from './003/access.ts';
import { minimalPackage } from './003/package.ts';
import { places } from './003/places.ts';
import { staff } from './003/staff.ts';

export const sql = [places, minimalPackage, access, staff].join('\n');
