// Run under the project's Node: bundles one part of the program with Vite. `node bundle.mjs main|renderer`
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';

const root = join(import.meta.dirname, '..', '..', '..');
const part = process.argv[2];
process.env.NODE_ENV = 'production';
const logLevel = 'warn';

if (part === 'main') {
  const configFile = join(root, 'src-main', 'vite.config.ts');
  await build({ configFile, mode: 'production', logLevel });
  if (existsSync(join(root, 'src-main/shells/electron/preload.ts'))) await build({ configFile, mode: 'preload', logLevel });
} else {
  await build({ configFile: join(root, 'src-renderer', 'vite.config.ts'), logLevel });
}
