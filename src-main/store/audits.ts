import type { AccessAnswer } from '../contract/api/accessibility.ts';
import type { Readable, Tx } from './handles.ts';

/** An answer to one criterion as stored. */
export interface StoredAnswer { readonly item: string; readonly answer: AccessAnswer; readonly measured: readonly (number | null)[]; readonly note: string }
/** What mends criteria; cost in kopiykas; null = not known. */
export interface StoredFix { readonly id: string; readonly audit: string; readonly name: string; readonly costKop: number | null; readonly people: number | null; readonly items: readonly string[] }
/** An accessibility audit with its answers and fixes. */
export interface StoredAudit {
  readonly id: string;
  readonly facility: string;
  /** ISO day. */
  readonly day: string;
  readonly role: string;
  readonly note: string;
  readonly answers: readonly StoredAnswer[];
  readonly fixes: readonly StoredFix[];
}
/** The plan's own rule of the result, see `domain/accessibility/status`. */
export interface StoredAccessRule { readonly critical: readonly string[]; readonly freeShare: number; readonly partialShare: number }

/** All audits, the newest first. */
export function auditsOf(read: Readable): readonly StoredAudit[] {
  const answers = Map.groupBy(read.all<Omit<StoredAnswer, 'measured'> & { audit: string; measured: string }>('SELECT audit, item, answer, measured, note FROM audit_answer'), (row) => row.audit);
  const fixes = Map.groupBy(read.all<Omit<StoredFix, 'items'> & { items: string }>('SELECT id, audit, name, cost_kop AS costKop, people, items FROM audit_fix ORDER BY id'), (row) => row.audit);
  return read.all<Omit<StoredAudit, 'answers' | 'fixes'>>('SELECT id, facility, day, role, note FROM audit ORDER BY day DESC, id DESC').map((row) => ({
    ...row,
    answers: (answers.get(row.id) ?? []).map(({ item, answer, measured, note }) => ({ item, answer, note, measured: JSON.parse(measured) as (number | null)[] })),
    fixes: (fixes.get(row.id) ?? []).map((fix) => ({ ...fix, items: JSON.parse(fix.items) as string[] })),
  }));
}

/** Adds an audit or changes its facts; answers and fixes stay. */
export const putAudit = (tx: Tx, { id, facility, day, role, note }: Omit<StoredAudit, 'answers' | 'fixes'>): number =>
  tx.run('INSERT INTO audit (id, facility, day, role, note) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET facility = excluded.facility, day = excluded.day, role = excluded.role, note = excluded.note', id, facility, day, role, note);

/** Stores an answer; one that says nothing is removed. */
export function putAuditAnswer(tx: Tx, audit: string, { item, answer, measured, note }: StoredAnswer): void {
  if (answer === '' && note === '' && measured.every((value) => value === null)) tx.run('DELETE FROM audit_answer WHERE audit = ? AND item = ?', audit, item);
  else {
    tx.run('INSERT INTO audit_answer (audit, item, answer, measured, note) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET answer = excluded.answer, measured = excluded.measured, note = excluded.note',
      audit, item, answer, JSON.stringify(measured), note);
  }
}

/** Adds a fix or changes it whole; its criteria leave the other fixes of the audit. */
export function putAuditFix(tx: Tx, { id, audit, name, costKop, people, items }: StoredFix): void {
  const own = new Set(items);
  for (const other of tx.all<{ id: string; items: string }>('SELECT id, items FROM audit_fix WHERE audit = ? AND id <> ?', audit, id)) {
    const had = JSON.parse(other.items) as string[];
    if (had.some((item) => own.has(item))) tx.run('UPDATE audit_fix SET items = ? WHERE id = ?', JSON.stringify(had.filter((item) => !own.has(item))), other.id);
  }
  tx.run('INSERT INTO audit_fix (id, audit, name, cost_kop, people, items) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET name = excluded.name, cost_kop = excluded.cost_kop, people = excluded.people, items = excluded.items',
    id, audit, name, costKop, people, JSON.stringify(items));
}
/** Removes a fix. */
export const removeAuditFix = (tx: Tx, id: string): number => tx.run('DELETE FROM audit_fix WHERE id = ?', id);

/** Removes an audit with its answers and fixes. */
export function removeAudit(tx: Tx, id: string): number {
  tx.run('DELETE FROM audit_answer WHERE audit = ?', id);
  tx.run('DELETE FROM audit_fix WHERE audit = ?', id);
  return tx.run('DELETE FROM audit WHERE id = ?', id);
}
/** Removes the audits of a facility that goes. */
export function forgetAudits(tx: Tx, facility: string): void {
  for (const { id } of tx.all<{ id: string }>('SELECT id FROM audit WHERE facility = ?', facility)) removeAudit(tx, id);
}

/** The plan's own rule; undefined = the proposal of the program holds. */
export function accessRuleOf(read: Readable): StoredAccessRule | undefined {
  const row = read.get<{ critical: string; freeShare: number; partialShare: number }>('SELECT critical, free_share AS freeShare, partial_share AS partialShare FROM access_rule');
  return row && { ...row, critical: JSON.parse(row.critical) as string[] };
}
/** Sets the rule, or goes back to the proposal. */
export function putAccessRule(tx: Tx, rule: StoredAccessRule | null): void {
  if (rule === null) tx.run('DELETE FROM access_rule');
  else {
    tx.run('INSERT INTO access_rule (id, critical, free_share, partial_share) VALUES (1, ?, ?, ?) ON CONFLICT DO UPDATE SET critical = excluded.critical, free_share = excluded.free_share, partial_share = excluded.partial_share',
      JSON.stringify(rule.critical), rule.freeShare, rule.partialShare);
  }
}
