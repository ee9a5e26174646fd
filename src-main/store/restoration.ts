import type { Aid, Channel, InclusionQuestion, RestorationTask, RestoredState, ServicePoint } from '../contract/api/restoration.ts';
import type { Readable, SqlValue, Tx } from './handles.ts';

/** An answer to a question on gender and inclusion. */
export interface StoredAnswer { readonly question: string; readonly answer: InclusionQuestion['answer']; readonly note: string }

/** A table whose rows are put whole. `columns` name the field of each column; fields of `links` are NULL in the table where they are ''. */
function table<T extends object>(name: string, key: string & keyof T, columns: Readonly<Record<string, string & keyof T>>, order: string, links: readonly (keyof T)[] = []) {
  const names = Object.keys(columns);
  const text = (value: unknown): SqlValue => (typeof value === 'boolean' ? Number(value) : typeof value === 'object' && value !== null ? JSON.stringify(value) : value as SqlValue);
  return {
    all: (read: Readable): readonly T[] => read.all<T>(`SELECT ${names.map((column) => (links.includes(columns[column] as keyof T) ? `coalesce(${column}, '')` : column) + ` AS "${columns[column] as string}"`).join(', ')} FROM ${name} ORDER BY ${order}`),
    put: (tx: Tx, row: T): number => tx.run(
      `INSERT INTO ${name} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')}) ON CONFLICT DO UPDATE SET ${names.filter((column) => columns[column] !== key).map((column) => `${column} = excluded.${column}`).join(', ')}`,
      ...names.map((column) => { const field = columns[column] as keyof T; return links.includes(field) && row[field] === '' ? null : text(row[field]); }),
    ),
    remove: (tx: Tx, id: string): number => tx.run(`DELETE FROM ${name} WHERE ${key} = ?`, id),
  };
}
const same = <K extends string>(...fields: readonly K[]): Readonly<Record<K, K>> => Object.fromEntries(fields.map((field) => [field, field])) as Record<K, K>;

const points = table<ServicePoint>('restore_point', 'id', { ...same('id', 'kind', 'name', 'territory', 'ramp', 'toilet', 'braille', 'pram', 'days', 'schedule', 'source'), as_of: 'asOf', ...same('checked', 'note') }, 'id', ['territory']);
/** States of services and points. */
export const states = table<RestoredState>('restore_state', 'id', same('id', 'service', 'point', 'territory', 'phase', 'day', 'level', 'source', 'note', 'told'), 'id', ['point', 'territory']);
type TaskRow = Omit<RestorationTask, 'after'>;
const taskRows = table<TaskRow>('restore_task', 'id', { ...same('id', 'service', 'point', 'territory', 'facility', 'name', 'kind', 'days'), from_day: 'from', ...same('due', 'state', 'done', 'responsible', 'donor'), cost_kop: 'costKop', note: 'note' }, 'id', ['point', 'territory', 'facility']);
const channelRows = table<Channel>('restore_channel', 'id', { ...same('id', 'kind', 'name', 'responsible', 'often'), without_power: 'withoutPower', without_internet: 'withoutInternet', ...same('audiences', 'note') }, 'id');
/** Answers to the questions of inclusion. */
export const answers = table<StoredAnswer>('restore_answer', 'question', same('question', 'answer', 'note'), 'question');
/** Help of donors. */
export const aid = table<Aid>('restore_aid', 'id', { ...same('id', 'donor', 'what'), amount_kop: 'amountKop', ...same('task', 'service'), from_day: 'from', to_day: 'to', ...same('ends', 'after') }, 'id', ['task']);

/** Points of administrative services, by id. */
export const pointsOf = (read: Readable): readonly ServicePoint[] => points.all(read).map((row) => ({ ...row, checked: Boolean(row.checked) }));
/** Adds a point or changes it whole. */
export const putPoint = points.put;
/** Removes a point with its states; tasks at it stay without one. */
export function removePoint(tx: Tx, id: string): number {
  tx.run('DELETE FROM restore_state WHERE point = ?', id);
  tx.run('UPDATE restore_task SET point = NULL WHERE point = ?', id);
  return points.remove(tx, id);
}

/** Tasks with what they wait for, by id. */
export function tasksOf(read: Readable): readonly RestorationTask[] {
  const after = Map.groupBy(read.all<{ task: string; before: string }>('SELECT task, before FROM restore_task_after ORDER BY task, before'), (row) => row.task);
  return taskRows.all(read).map((row) => ({ ...row, after: (after.get(row.id) ?? []).map((each) => each.before) }));
}
/** Adds a task or changes it whole. */
export function putTask(tx: Tx, { after, ...task }: RestorationTask): void {
  taskRows.put(tx, task);
  tx.run('DELETE FROM restore_task_after WHERE task = ?', task.id);
  for (const before of after) tx.run('INSERT INTO restore_task_after (task, before) VALUES (?, ?)', task.id, before);
}
/** Removes a task; others wait for it no more and help stays without it. */
export function removeTask(tx: Tx, id: string): number {
  tx.run('DELETE FROM restore_task_after WHERE task = ? OR before = ?', id, id);
  tx.run('UPDATE restore_aid SET task = NULL WHERE task = ?', id);
  return taskRows.remove(tx, id);
}

/** Tasks at a facility that is removed stay without it. */
export const forgetFacility = (tx: Tx, id: string): number => tx.run('UPDATE restore_task SET facility = NULL WHERE facility = ?', id);

/** Channels of informing, by id. */
export const channelsOf = (read: Readable): readonly Channel[] => channelRows.all(read).map((row) => ({ ...row, audiences: JSON.parse(row.audiences as unknown as string) as string[] }));
/** Adds a channel or changes it whole. */
export const putChannel = channelRows.put;
/** Removes a channel. */
export const removeChannel = channelRows.remove;

/** A place that is removed takes its states along; points and tasks stay without it. */
export function forgetRestoration(tx: Tx, territory: string): void {
  tx.run('DELETE FROM restore_state WHERE territory = ?', territory);
  tx.run('UPDATE restore_point SET territory = NULL WHERE territory = ?', territory);
  tx.run('UPDATE restore_task SET territory = NULL WHERE territory = ?', territory);
}
