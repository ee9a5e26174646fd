import type { Readable, Tx } from './handles.ts';

/** An accepted exception: it holds as long as the issue finds the same. */
export interface Accepted { readonly issue: string; readonly finding: string; readonly reason: string; readonly author: string; readonly at: string }

/** Accepted exceptions, by issue. */
export const acceptedOf = (read: Readable): ReadonlyMap<string, Accepted> =>
  new Map(read.all<Accepted>('SELECT * FROM check_accepted').map((row) => [row.issue, row]));

/** Accepts an exception or gives it a new reason. */
export const putAccepted = (tx: Tx, row: Accepted): number =>
  tx.run(`INSERT INTO check_accepted (issue, finding, reason, author, at) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET finding = excluded.finding, reason = excluded.reason, author = excluded.author, at = excluded.at`, row.issue, row.finding, row.reason, row.author, row.at);

/** Takes an acceptance back. */
export const removeAccepted = (tx: Tx, issue: string): number => tx.run('DELETE FROM check_accepted WHERE issue = ?', issue);

/** A rule set otherwise than the reference book proposes; `off` = it does not run. */
export interface OwnRule { readonly rule: string; readonly severity: 'error' | 'warning' | 'note' | 'off'; readonly limit: number | null }

/** Rules set otherwise, by id. */
export const ownRulesOf = (read: Readable): ReadonlyMap<string, OwnRule> =>
  new Map(read.all<OwnRule>('SELECT rule, severity, "limit" FROM check_rule').map((row) => [row.rule, row]));

/** Sets a rule otherwise. */
export const putOwnRule = (tx: Tx, row: OwnRule): number =>
  tx.run('INSERT INTO check_rule (rule, severity, "limit") VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET severity = excluded.severity, "limit" = excluded."limit"', row.rule, row.severity, row.limit);

/** Back to what the reference book proposes. */
export const removeOwnRule = (tx: Tx, rule: string): number => tx.run('DELETE FROM check_rule WHERE rule = ?', rule);
