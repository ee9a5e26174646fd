import type { Position, StaffParameterValue, WorkLine, WorkShare } from '../contract/api/staff.ts';
import type { Readable, Tx } from './handles.ts';
import { put } from './projection.ts';

/** A position of the staffing table as stored. */
export interface StoredPosition extends Position { readonly sort: number }

/** Everything a plan holds of staff, of all years. */
export interface StaffTables {
  readonly positions: readonly StoredPosition[];
  readonly work: readonly WorkLine[];
  readonly shares: readonly WorkShare[];
  readonly parameters: readonly StaffParameterValue[];
}

/** A position of which nothing is known yet. */
export const NEW_POSITION: Omit<StoredPosition, 'id' | 'year' | 'provider' | 'sort'> = {
  service: '', category: 'other', position: '', posts: null, filled: null, payKop: null, under35: null, age35: null, age50: null, age60: null, profile: null, higher: null, vocational: null, untrained: null,
  source: '', asOf: '', note: '', state: 'entered',
};

/** Reads what a plan holds of staff. */
export const staffOf = (read: Readable): StaffTables => ({
  positions: read.all<StoredPosition>(`SELECT id, year, provider, service, category, position, posts, filled, pay_kop AS payKop, under35, age35, age50, age60, profile, higher, vocational, untrained,
    source, as_of AS asOf, note, state, sort FROM staff_position ORDER BY year, provider, sort, id`),
  work: read.all<WorkLine>('SELECT * FROM staff_work ORDER BY year, provider, service, activity'),
  shares: read.all<WorkShare>('SELECT * FROM staff_share ORDER BY year, provider, service, category'),
  parameters: read.all<StaffParameterValue>('SELECT * FROM staff_parameter ORDER BY parameter, category'),
});

/** Adds a position or changes it whole. */
export const putPosition = (tx: Tx, { payKop, asOf, ...rest }: StoredPosition): number => put(tx, 'staff_position', { ...rest, pay_kop: payKop, as_of: asOf });
/** Removes a position. */
export const removePosition = (tx: Tx, id: string): number => tx.run('DELETE FROM staff_position WHERE id = ?', id);
/** Makes carried positions entered ones. */
export const confirmPosition = (tx: Tx, id: string): number => tx.run("UPDATE staff_position SET state = 'entered' WHERE id = ?", id);

/** Stores a line of work; a line that says nothing is removed. */
export function putWork(tx: Tx, line: WorkLine): void {
  const { year, provider, service, activity, category, name, recipients, times, volume, minutes, source } = line;
  if (name === '' && [recipients, times, volume, minutes].every((value) => value === null)) tx.run('DELETE FROM staff_work WHERE year = ? AND provider = ? AND service = ? AND activity = ?', year, provider, service, activity);
  else put(tx, 'staff_work', { year, provider, service, activity, category, name, recipients, times, volume, minutes, source });
}
/** Removes a line of work. */
export const removeWork = (tx: Tx, { year, provider, service, activity }: Pick<WorkLine, 'year' | 'provider' | 'service' | 'activity'>): number =>
  tx.run('DELETE FROM staff_work WHERE year = ? AND provider = ? AND service = ? AND activity = ?', year, provider, service, activity);

/** Stores share of support work, minutes of individual work and the way to travel; a row that says nothing goes. */
export function putShare(tx: Tx, { year, provider, service, category, support, individual, mode }: WorkShare): void {
  if (support === null && individual === null && mode === '') tx.run('DELETE FROM staff_share WHERE year = ? AND provider = ? AND service = ? AND category = ?', year, provider, service, category);
  else put(tx, 'staff_share', { year, provider, service, category, support, individual, mode });
}

/** Stores an own parameter; null takes it back. */
export function putStaffParameter(tx: Tx, { parameter, category, value, note }: Omit<StaffParameterValue, 'value'> & { readonly value: number | null }): void {
  if (value === null) tx.run('DELETE FROM staff_parameter WHERE parameter = ? AND category = ?', parameter, category);
  else put(tx, 'staff_parameter', { parameter, category, value, note });
}

/** Carries positions (to be confirmed) and work over to a new year. Ids are made by the caller. */
export function carryStaff(tx: Tx, from: number, to: number, newId: () => string): void {
  for (const row of staffOf(tx).positions.filter((each) => each.year === from)) putPosition(tx, { ...row, id: newId(), year: to, state: 'carried' });
  tx.run('INSERT INTO staff_work (year, provider, service, activity, category, name, recipients, times, volume, minutes, source) SELECT ?, provider, service, activity, category, name, recipients, times, volume, minutes, source FROM staff_work WHERE year = ? ON CONFLICT DO NOTHING', to, from);
  tx.run('INSERT INTO staff_share (year, provider, service, category, support, individual, mode) SELECT ?, provider, service, category, support, individual, mode FROM staff_share WHERE year = ? ON CONFLICT DO NOTHING', to, from);
}

/** Forgets staff and work of a provider; of one service of it: its positions stay as those of management and support. */
export function forgetStaffOf(tx: Tx, provider: string, service?: string): void {
  if (service === undefined) for (const table of ['staff_position', 'staff_work', 'staff_share']) tx.run(`DELETE FROM ${table} WHERE provider = ?`, provider);
  else {
    tx.run("UPDATE staff_position SET service = '' WHERE provider = ? AND service = ?", provider, service);
    for (const table of ['staff_work', 'staff_share']) tx.run(`DELETE FROM ${table} WHERE provider = ? AND service = ?`, provider, service);
  }
}
