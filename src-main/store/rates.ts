import type { RateSource } from '../contract/api/rates.ts';
import type { Readable, Tx } from './handles.ts';

/** Which source of a share holds for a group and a service. `author` is a role; `at` an ISO time. */
export interface RateChoice { readonly group: string; readonly service: string; readonly source: RateSource; readonly reason: string; readonly author: string; readonly at: string }

/** All choices made. */
export const rateChoicesOf = (read: Readable): readonly RateChoice[] =>
  read.all<RateChoice>('SELECT grp AS "group", service, source, reason, author, at FROM rate_choice ORDER BY grp, service');

/** Stores a choice. */
export const putRateChoice = (tx: Tx, choice: RateChoice): number =>
  tx.run(`INSERT INTO rate_choice (grp, service, source, reason, author, at) VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET source = excluded.source, reason = excluded.reason, author = excluded.author, at = excluded.at`,
    choice.group, choice.service, choice.source, choice.reason, choice.author, choice.at);

/** Takes a choice back: the order of trust decides again. */
export const removeRateChoice = (tx: Tx, group: string, service: string): number => tx.run('DELETE FROM rate_choice WHERE grp = ? AND service = ?', group, service);
