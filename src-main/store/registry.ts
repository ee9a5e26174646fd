import { realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Readable } from './handles.ts';

/**
 * Plans open in this process. On POSIX systems closing any descriptor of a file drops all locks the process has on it, so
 * the bytes of a plan that is open here must never be read around SQLite; whoever wants to look asks here first.
 */
const open = new Map<string, { readonly read: Readable; readonly computer: string; readonly since: string }>();

const keyOf = (path: string): string => {
  try {
    return realpathSync.native(path);
  } catch {
    return resolve(path);
  }
};

/** The plan open in this process at this path, if any. */
export const openHere = (path: string) => open.get(keyOf(path));

/** Enters a plan; returns the function that takes it out again. */
export function registerOpen(path: string, plan: { readonly read: Readable; readonly computer: string; readonly since: string }): () => void {
  const key = keyOf(path);
  open.set(key, plan);
  return () => void open.delete(key);
}
