import { cpSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig, type Plugin } from 'vite';

const here = import.meta.dirname;
const root = join(here, '..');
const outDir = join(root, 'dist', 'main');

/** One entry per door, one per thread. */
const ENTRIES = {
  cli: 'shells/cli/run.ts',
  web: 'shells/web/run.ts',
  worker: 'shells/worker.ts',
  jobs: 'jobs/worker.ts',
  electron: 'shells/electron/main.ts',
} as const;

/** The WebAssembly that draws charts into papers stands beside the bundle: packages are not shipped. */
const wasm: Plugin = {
  name: 'sotsplan-wasm',
  writeBundle() {
    const from = join(root, 'node_modules', '@resvg', 'resvg-wasm', 'index_bg.wasm');
    mkdirSync(outDir, { recursive: true });
    if (existsSync(from)) cpSync(from, join(outDir, 'resvg.wasm'));
  },
};

export default defineConfig(({ mode }) => {
  const preload = mode === 'preload';
  const entries = Object.entries(ENTRIES).map(([name, file]) => [name, join(here, file)] as const).filter(([, file]) => existsSync(file));
  return {
    root,
    publicDir: false,
    plugins: preload ? [] : [wasm],
    resolve: { conditions: ['node', 'import', 'default'] },
    // Some CommonJS packages (the writer of PDF files) ask for their folder, which modules know by another name.
    define: { __dirname: 'import.meta.dirname' },
    ssr: { noExternal: true, external: ['better-sqlite3', 'electron'] },
    build: {
      ssr: true,
      target: 'node24',
      outDir,
      emptyOutDir: !preload,
      minify: false,
      sourcemap: false,
      // Texts of the licences of everything bundled are shipped with it.
      license: preload ? false : { fileName: 'licenses.md' },
      rollupOptions: {
        input: preload ? { preload: join(here, 'shells/electron/preload.ts') } : Object.fromEntries(entries),
        external: ['better-sqlite3', 'electron', 'vite'],
        // A sandboxed preload must be CommonJS in one file.
        output: preload
          ? { format: 'cjs', entryFileNames: '[name].cjs' }
          : { format: 'es', entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
      },
    },
  };
});
