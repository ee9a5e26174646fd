import type { Readable, Tx } from './handles.ts';

/** The council's own value of a norm with the number and date of its decision. */
export interface LocalNorm { readonly norm: string; readonly value: number; readonly decision: string; readonly since: string }

/** Own norms, by id. */
export const localNormsOf = (read: Readable): readonly LocalNorm[] => read.all<LocalNorm>('SELECT * FROM norm_local ORDER BY norm');

/** Stores an own norm. */
export const putLocalNorm = (tx: Tx, { norm, value, decision, since }: LocalNorm): number =>
  tx.run(`INSERT INTO norm_local (norm, value, decision, since) VALUES (?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET value = excluded.value, decision = excluded.decision, since = excluded.since`, norm, value, decision, since);

/** Takes an own norm back. */
export const removeLocalNorm = (tx: Tx, norm: string): number => tx.run('DELETE FROM norm_local WHERE norm = ?', norm);

/** A recalled norm that was compared with the text of its act. */
export interface NormCheck { readonly norm: string; readonly at: string; readonly author: string }

/** Norms compared, by id. */
export const normChecksOf = (read: Readable): readonly NormCheck[] => read.all<NormCheck>('SELECT * FROM norm_check ORDER BY norm');

/** Marks a norm as compared; one compared before keeps its first mark. */
export const putNormCheck = (tx: Tx, { norm, at, author }: NormCheck): number =>
  tx.run('INSERT INTO norm_check (norm, at, author) VALUES (?, ?, ?) ON CONFLICT DO NOTHING', norm, at, author);

/** Takes the mark back. */
export const removeNormCheck = (tx: Tx, norm: string): number => tx.run('DELETE FROM norm_check WHERE norm = ?', norm);
