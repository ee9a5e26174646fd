import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The window: static files with hashed names. The doors put a fresh nonce in place of the mark at every load. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  plugins: [react()],
  html: { cspNonce: '__CSP_NONCE__' },
  build: {
    outDir: '../dist/renderer',
    emptyOutDir: true,
    target: 'chrome130',
    assetsInlineLimit: 0,
    sourcemap: false,
    license: { fileName: 'licenses.md' },
    chunkSizeWarningLimit: 4000,
  },
});
