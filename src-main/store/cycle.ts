import { createHash } from 'node:crypto';
import { gunzipSync, gzip } from 'node:zlib';
import type { DeterminationKind, Member, SnapshotInfo, StageId, StagePaper, StageState } from '../contract/api/cycle.ts';
import type { Readable, SqlValue, Tx } from './handles.ts';

/** A determination of needs as it is stored. */
export interface StoredDetermination {
  readonly id: string;
  readonly kind: DeterminationKind;
  readonly year: number;
  readonly research: string | null;
  readonly note: string;
  readonly members: readonly Member[];
}

/** Determinations, the newest first. */
export const determinationsOf = (read: Readable): readonly StoredDetermination[] =>
  read.all<Omit<StoredDetermination, 'members'> & { members: string }>('SELECT * FROM determination ORDER BY year DESC, kind DESC, id')
    .map((row) => ({ ...row, members: JSON.parse(row.members) as Member[] }));

/** Adds a determination or changes it whole. */
export const putDetermination = (tx: Tx, d: StoredDetermination): number =>
  tx.run(`INSERT INTO determination (id, kind, year, research, note, members) VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET research = excluded.research, note = excluded.note, members = excluded.members`,
    d.id, d.kind, d.year, d.research, d.note, JSON.stringify(d.members));

/** Removes a determination with its stages; yearly updates of it name no research then. */
export function removeDetermination(tx: Tx, id: string): number {
  tx.run('UPDATE determination SET research = NULL WHERE research = ?', id);
  tx.run('DELETE FROM stage WHERE determination = ?', id);
  return tx.run('DELETE FROM determination WHERE id = ?', id);
}

/** A stage as it is stored; dates are ISO days, '' = not set. */
export interface StoredStage {
  readonly determination: string;
  readonly stage: StageId;
  readonly from: string;
  readonly to: string;
  readonly done: string;
  readonly responsible: string;
  readonly state: StageState;
  readonly reason: string;
  readonly note: string;
  readonly papers: readonly StagePaper[];
}

/** All stages of all determinations. */
export const stagesOf = (read: Readable): readonly StoredStage[] =>
  read.all<Omit<StoredStage, 'papers'> & { papers: string }>('SELECT determination, stage, planned_from AS "from", planned_to AS "to", done, responsible, state, reason, note, papers FROM stage')
    .map((row) => ({ ...row, papers: JSON.parse(row.papers) as StagePaper[] }));

/** Adds a stage or changes it whole. */
export const putStage = (tx: Tx, s: StoredStage): number =>
  tx.run(`INSERT INTO stage (determination, stage, planned_from, planned_to, done, responsible, state, reason, note, papers) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET planned_from = excluded.planned_from, planned_to = excluded.planned_to, done = excluded.done, responsible = excluded.responsible,
      state = excluded.state, reason = excluded.reason, note = excluded.note, papers = excluded.papers`,
    s.determination, s.stage, s.from, s.to, s.done, s.responsible, s.state, s.reason, s.note, JSON.stringify(s.papers));

/** A snapshot's row: what people see of it, and the name of what it holds. */
export interface StoredSnapshot extends SnapshotInfo { readonly revision: number; readonly content: string }

const COLUMNS = ['id', 'determination', 'name', 'decision', 'decided_on', 'body', 'year', 'scenario', 'reason', 'unknown', 'author', 'at', 'calc_date', 'reference_version', 'app_version', 'figures', 'revision', 'content'] as const;

/** Approved snapshots, the newest first. */
export const snapshotsOf = (read: Readable): readonly StoredSnapshot[] =>
  read.all<Omit<StoredSnapshot, 'unknown'> & { unknown: string }>(
    `SELECT id, determination, name, decision, decided_on AS decidedOn, body, year, scenario, reason, unknown, author, at, calc_date AS calcDate,
      reference_version AS referenceVersion, app_version AS appVersion, figures, revision, content FROM snapshot ORDER BY revision DESC, id`,
  ).map((row) => ({ ...row, unknown: JSON.parse(row.unknown) as string[] }));

/** The newest snapshot of a year and scenario: its id and the name of what it holds. */
export const newestSnapshot = (read: Readable, year: number, scenario: string): { readonly id: string; readonly content: string } | undefined =>
  read.get<{ id: string; content: string }>('SELECT id, content FROM snapshot WHERE year = ? AND scenario = ? ORDER BY revision DESC, id LIMIT 1', year, scenario);

/** What a snapshot holds, ready to be stored: compressed, under the hash of its text. */
export interface PackedSnapshot { readonly hash: string; readonly packed: string }

/** Compresses what a snapshot holds (JSON text) beside the work of this thread. */
export const packSnapshot = (content: string): Promise<PackedSnapshot> => new Promise((resolve, reject) => {
  gzip(content, (error, bytes) => (error ? reject(error) : resolve({ hash: createHash('sha256').update(content).digest('hex'), packed: bytes.toString('base64') })));
});

/**
 * Keeps a snapshot with what it holds. Contents of approvals that were undone are dropped: they cannot be redone any more once
 * something else was changed.
 */
export function addSnapshot(tx: Tx, info: SnapshotInfo, { hash, packed }: PackedSnapshot): void {
  tx.run('DELETE FROM snapshot_content WHERE hash <> ? AND hash NOT IN (SELECT content FROM snapshot)', hash);
  tx.run('INSERT INTO snapshot_content (hash, content) VALUES (?, ?) ON CONFLICT DO NOTHING', hash, packed);
  const values: SqlValue[] = [
    info.id, info.determination, info.name, info.decision, info.decidedOn, info.body, info.year, info.scenario, info.reason, JSON.stringify(info.unknown),
    info.author, info.at, info.calcDate, info.referenceVersion, info.appVersion, info.figures, tx.value<number>('SELECT max(id) FROM txn') ?? 0, hash,
  ];
  tx.run(`INSERT INTO snapshot (${COLUMNS.join(', ')}) VALUES (${COLUMNS.map(() => '?').join(', ')})`, ...values);
}

/** What a snapshot holds, as JSON text; throws when it is not what was approved. */
export function snapshotContent(read: Readable, hash: string): string {
  const packed = read.value<string>('SELECT content FROM snapshot_content WHERE hash = ?', hash);
  const content = packed === undefined ? '' : gunzipSync(Buffer.from(packed, 'base64')).toString('utf8');
  if (createHash('sha256').update(content).digest('hex') !== hash) throw new Error(`store: the content of a snapshot is not what was approved (${hash})`);
  return content;
}
