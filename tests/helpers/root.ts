import { join } from 'node:path';

/** Folder of the project. */
export const root = join(import.meta.dirname, '..', '..');
/** Node of the project, able to run TypeScript and to open plans. */
export const node = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
