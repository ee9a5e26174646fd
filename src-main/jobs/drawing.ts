import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { DocumentResources } from '../documents/raster.ts';

/** The rasteriser lies beside the built program; in the source tree it lies in its package. */
const wasm = async (): Promise<Uint8Array> => {
  try {
    return await readFile(new URL('./resvg.wasm', import.meta.url));
  } catch {
    return readFile(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm'));
  }
};

/** What papers with pictures are drawn with, read from the disk when it is first needed. */
export function drawing(resourcesDir: string): DocumentResources {
  const path = (name: string): string => `${resourcesDir}/${name}`;
  return { wasm, resource: (name) => readFile(path(name)), path };
}
