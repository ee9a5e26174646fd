import { detectTables, type Layout } from './detect/detect.ts';
import { readFile, type OnProgress } from './read/read.ts';
import type { RawSheet } from './types.ts';

/** A sheet with the tables found on it. */
export interface ReadSheet extends RawSheet { readonly tables: readonly Layout[] }

/** Reads a file and finds its tables. */
export const readSheets = (name: string, bytes: Uint8Array, onProgress?: OnProgress): readonly ReadSheet[] =>
  readFile(name, bytes, onProgress).map((sheet) => ({ ...sheet, tables: detectTables(sheet) }));
