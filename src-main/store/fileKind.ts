import { closeSync, openSync, readSync, statSync } from 'node:fs';

/** `application_id` of a plan: the letters «SPLN» in the header of the file (SQLite magic.txt convention). */
export const APPLICATION_ID = 0x53504c4e;

/** The first table of every plan; its text in the schema tells a damaged plan from a file of another program. */
export const MARK_TABLE = 'sotsplan';

/** What the first page of a file says, before SQLite looks at it. */
export type FileKind =
  | { readonly kind: 'missing' | 'foreign' | 'damaged' }
  | { readonly kind: 'plan'; readonly version: number; readonly truncated: boolean };

const MAGIC = Buffer.from('SQLite format 3\0', 'latin1');
const HEAD = 65_536;

/**
 * Looks at the header of a file and nothing else; never writes.
 *
 * Must not be called for a plan this process holds open: closing any descriptor of a file drops all POSIX locks
 * the process has on it, SQLite's own included (see `registry.ts`).
 */
export function fileKind(path: string): FileKind {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return { kind: 'missing' };
  if (!stat.isFile()) return { kind: 'foreign' };
  if (stat.size === 0) return { kind: 'damaged' };
  const head = Buffer.alloc(Math.min(HEAD, stat.size));
  const file = openSync(path, 'r');
  try {
    readSync(file, head, 0, head.length, 0);
  } finally {
    closeSync(file);
  }
  const ours = head.includes(`CREATE TABLE ${MARK_TABLE} (`) || head.every((byte) => byte === 0);
  if (head.length < 100 || !head.subarray(0, 16).equals(MAGIC)) return { kind: ours || MAGIC.subarray(0, head.length).equals(head.subarray(0, 16)) ? 'damaged' : 'foreign' };
  if (head.readUInt32BE(68) !== APPLICATION_ID) return { kind: ours ? 'damaged' : 'foreign' };
  const pageSize = head.readUInt16BE(16) === 1 ? 65_536 : head.readUInt16BE(16);
  return { kind: 'plan', version: head.readUInt32BE(60), truncated: stat.size < pageSize * head.readUInt32BE(28) };
}
