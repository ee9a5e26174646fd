import type { PlacePoint, TravelCorrection, TravelMode, TravelPlace } from '../contract/api/reach.ts';
import type { Readable, SqlValue, Tx } from './handles.ts';

/** Own minutes between two settlements. */
export interface StoredTime { readonly origin: string; readonly destination: string; readonly mode: TravelMode; readonly minutes: number; readonly oneWay: boolean; readonly source: string; readonly asOf: string }
/** An entered parameter of the estimate. */
export interface StoredTravelParameter { readonly parameter: string; readonly low: number; readonly base: number; readonly high: number; readonly source: string; readonly asOf: string }

/** Everything a plan says of travelling. */
export interface StoredTravel {
  readonly times: readonly StoredTime[];
  readonly corrections: readonly TravelCorrection[];
  readonly parameters: readonly StoredTravelParameter[];
  readonly places: readonly TravelPlace[];
  readonly points: readonly PlacePoint[];
}

const oneWay = <T extends { readonly oneWay: number }>(row: T): Omit<T, 'oneWay'> & { readonly oneWay: boolean } => ({ ...row, oneWay: row.oneWay === 1 });
type Raw<T> = Omit<T, 'oneWay'> & { readonly oneWay: number };

/** All corrections, the last begun first. */
export const correctionsOf = (read: Readable): readonly TravelCorrection[] =>
  read.all<Raw<TravelCorrection>>('SELECT id, origin, destination, mode, how, minutes, one_way AS oneWay, reason, since, until, source FROM travel_correction ORDER BY since DESC, id').map(oneWay);

/** Reads everything about travelling. */
export const travelOf = (read: Readable): StoredTravel => ({
  times: read.all<Raw<StoredTime>>('SELECT origin, destination, mode, minutes, one_way AS oneWay, source, as_of AS asOf FROM travel_time ORDER BY origin, destination, mode').map(oneWay),
  corrections: correctionsOf(read),
  parameters: read.all<StoredTravelParameter>('SELECT parameter, low, base, high, source, as_of AS asOf FROM travel_parameter ORDER BY parameter'),
  places: read.all<TravelPlace>('SELECT territory, terrain, bus, runs, bus_accessible AS busAccessible, taxi, source FROM travel_place ORDER BY territory'),
  points: read.all<PlacePoint>('SELECT territory, how, source, as_of AS asOf FROM place_point ORDER BY territory'),
});

/** Stores minutes whole. */
export const putTime = (tx: Tx, t: StoredTime): number => put(tx, 'travel_time', { origin: t.origin, destination: t.destination, mode: t.mode, minutes: t.minutes, one_way: Number(t.oneWay), source: t.source, as_of: t.asOf });
/** Removes the minutes of one way. */
export const removeTime = (tx: Tx, t: Pick<StoredTime, 'origin' | 'destination' | 'mode'>): number => tx.run('DELETE FROM travel_time WHERE origin = ? AND destination = ? AND mode = ?', t.origin, t.destination, t.mode);

/** Stores a correction whole. */
export const putCorrection = (tx: Tx, c: TravelCorrection): number => put(tx, 'travel_correction', {
  id: c.id, origin: c.origin, destination: c.destination, mode: c.mode, how: c.how, minutes: c.minutes, one_way: Number(c.oneWay), reason: c.reason, since: c.since, until: c.until, source: c.source,
});
/** Removes a correction. */
export const removeCorrection = (tx: Tx, id: string): number => tx.run('DELETE FROM travel_correction WHERE id = ?', id);

/** Stores an entered parameter. */
export const putTravelParameter = (tx: Tx, p: StoredTravelParameter): number => put(tx, 'travel_parameter', { parameter: p.parameter, low: p.low, base: p.base, high: p.high, source: p.source, as_of: p.asOf });
/** Takes an entered parameter back. */
export const removeTravelParameter = (tx: Tx, parameter: string): number => tx.run('DELETE FROM travel_parameter WHERE parameter = ?', parameter);

/** Stores what is known of a place; a row that says nothing goes. */
export function putTravelPlace(tx: Tx, p: TravelPlace): void {
  if (p.terrain === '' && p.bus === '' && p.runs === null && p.busAccessible === '' && p.taxi === '' && p.source === '') tx.run('DELETE FROM travel_place WHERE territory = ?', p.territory);
  else put(tx, 'travel_place', { territory: p.territory, terrain: p.terrain, bus: p.bus, runs: p.runs, bus_accessible: p.busAccessible, taxi: p.taxi, source: p.source });
}

/** Says where the coordinates of a place come from; null = nothing is said. */
export function putPoint(tx: Tx, territory: string, point: Omit<PlacePoint, 'territory'> | null): void {
  if (point === null) tx.run('DELETE FROM place_point WHERE territory = ?', territory);
  else put(tx, 'place_point', { territory, how: point.how, source: point.source, as_of: point.asOf });
}

/** What is said of travelling to and from a territory goes with it. */
export function forgetTravel(tx: Tx, territory: string): void {
  for (const table of ['travel_time', 'travel_correction']) tx.run(`DELETE FROM ${table} WHERE origin = ? OR destination = ?`, territory, territory);
  for (const table of ['travel_place', 'place_point']) tx.run(`DELETE FROM ${table} WHERE territory = ?`, territory);
}

function put(tx: Tx, table: string, row: Readonly<Record<string, SqlValue>>): number {
  const columns = Object.keys(row);
  return tx.run(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')}) ON CONFLICT DO UPDATE SET ${columns.map((column) => `${column} = excluded.${column}`).join(', ')}`, ...Object.values(row));
}
