import { createHash } from 'node:crypto';
import { foldText } from '../contract/parse.ts';

/** Short hash of a folded text: words of a file are compared by it and never stored. */
export const hashOf = (text: string): string => createHash('sha256').update(foldText(text)).digest('hex').slice(0, 24);

/** Fingerprint of a head: the same columns in another order have the same one. */
export const fingerprintOf = (heads: readonly (readonly string[])[]): string => hashOf(heads.map((head) => hashOf(head.join(' / '))).toSorted().join(' '));
