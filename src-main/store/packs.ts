import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Readable, Tx } from './handles.ts';

/** A pack longer than this is none of ours. */
const LONGEST = 20_000_000;

/** Text of the reference pack of a version as the plan keeps it, null when it does not. It is not checked. */
export function packAt(read: Readable, version: string): string | null {
  const bytes = read.value<Uint8Array>('SELECT pack FROM reference_pack WHERE version = ?', version);
  try {
    return bytes === undefined ? null : inflateRawSync(bytes, { maxOutputLength: LONGEST }).toString('utf8');
  } catch {
    return null;
  }
}

/** The text of a pack as plans keep it. */
export const packBytes = (text: string): Uint8Array => deflateRawSync(text);

/** Keeps a reference pack in the plan; it stays, so that undo finds it. */
export const putPack = (tx: Tx, version: string, bytes: Uint8Array): number =>
  tx.run('INSERT INTO reference_pack (version, pack) VALUES (?, ?) ON CONFLICT DO NOTHING', version, bytes);
