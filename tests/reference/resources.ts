import { fileURLToPath } from 'node:url';

/** The program's resources folder. */
export const RESOURCES = fileURLToPath(new URL('../../resources', import.meta.url));
