import type { OverlapMode } from '../contract/api/groups.ts';
import type { NeedMethod } from '../contract/api/needs.ts';
import type { Readable, Tx } from './handles.ts';
import { forgetGroup } from './projection.ts';

/** How the general need of a service is found. `groups` null = all groups of the service count. */
export interface NeedChoice { readonly service: string; readonly method: NeedMethod; readonly groups: readonly string[] | null; readonly reason: string }

/** All choices made, by service. */
export const needChoicesOf = (read: Readable): readonly NeedChoice[] =>
  read.all<{ service: string; method: NeedMethod; groups: string | null; reason: string }>('SELECT * FROM need_choice ORDER BY service')
    .map((row) => ({ ...row, groups: row.groups === null ? null : (JSON.parse(row.groups) as string[]) }));

/** Stores a choice. */
export const putNeedChoice = (tx: Tx, choice: NeedChoice): number =>
  tx.run(`INSERT INTO need_choice (service, method, groups, reason) VALUES (?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET method = excluded.method, groups = excluded.groups, reason = excluded.reason`,
    choice.service, choice.method, choice.groups === null ? null : JSON.stringify(choice.groups), choice.reason);


/** How people in several groups are counted once; `service` '' = the union of all groups. `share` 0–1. */
export interface StoredOverlap { readonly service: string; readonly mode: OverlapMode; readonly share: number | null; readonly order: readonly string[]; readonly adds: Readonly<Record<string, number>>; readonly source: string }

/** All overlaps entered, by service. */
export const overlapsOf = (read: Readable): readonly StoredOverlap[] =>
  read.all<{ service: string; mode: OverlapMode; share: number | null; ord: string; source: string }>('SELECT * FROM overlap ORDER BY service')
    .map(({ ord, ...row }) => ({ ...row, ...(JSON.parse(ord) as Pick<StoredOverlap, 'order' | 'adds'>) }));

/** Stores an overlap. */
export const putOverlap = (tx: Tx, overlap: StoredOverlap): number =>
  tx.run(`INSERT INTO overlap (service, mode, share, ord, source) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET mode = excluded.mode, share = excluded.share, ord = excluded.ord, source = excluded.source`,
    overlap.service, overlap.mode, overlap.share, JSON.stringify({ order: overlap.order, adds: overlap.adds }), overlap.source);

/** Is a service provided in the community at all? Services never answered are absent (= not known). */
export const providedOf = (read: Readable): ReadonlyMap<string, 'yes' | 'no'> =>
  new Map(read.all<{ service: string; provided: 'yes' | 'no' }>('SELECT * FROM provided').map((row) => [row.service, row.provided]));

/** Stores an answer; `unknown` takes it back. */
export const setProvided = (tx: Tx, service: string, provided: 'yes' | 'no' | 'unknown'): number =>
  provided === 'unknown'
    ? tx.run('DELETE FROM provided WHERE service = ?', service)
    : tx.run('INSERT INTO provided (service, provided) VALUES (?, ?) ON CONFLICT DO UPDATE SET provided = excluded.provided', service, provided);

/** An official name entered for a service whose name is not confirmed. */
export interface ServiceName { readonly service: string; readonly name: string; readonly source: string }

/** Names entered, by service. */
export const serviceNamesOf = (read: Readable): readonly ServiceName[] => read.all<ServiceName>('SELECT * FROM service_name ORDER BY service');

/** Stores a name; an empty one takes it back. */
export const setServiceName = (tx: Tx, { service, name, source }: ServiceName): number =>
  name === ''
    ? tx.run('DELETE FROM service_name WHERE service = ?', service)
    : tx.run('INSERT INTO service_name (service, name, source) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET name = excluded.name, source = excluded.source', service, name, source);

/** A target group of the community's own. */
export interface OwnGroup { readonly id: string; readonly name: string; readonly unit: 'person' | 'family' | 'child' }

/** Own groups, by id. */
export const ownGroupsOf = (read: Readable): readonly OwnGroup[] => read.all<OwnGroup>('SELECT * FROM own_group ORDER BY id');

/** Adds an own group or changes it whole. */
export const putOwnGroup = (tx: Tx, group: OwnGroup): number =>
  tx.run('INSERT INTO own_group (id, name, unit) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET name = excluded.name, unit = excluded.unit', group.id, group.name, group.unit);

/** Removes an own group with its figures, and its id from choices and overlaps. Returns whether it was there. */
export function removeOwnGroup(tx: Tx, id: string): boolean {
  tx.run('DELETE FROM figure WHERE grp = ?', id);
  forgetGroup(tx, id);
  for (const choice of needChoicesOf(tx)) if (choice.groups?.includes(id)) putNeedChoice(tx, { ...choice, groups: choice.groups.filter((each) => each !== id) });
  for (const overlap of overlapsOf(tx)) if (overlap.order.includes(id)) putOverlap(tx, { ...overlap, order: overlap.order.filter((each) => each !== id) });
  tx.run('DELETE FROM rate_choice WHERE grp = ?', id);
  return tx.run('DELETE FROM own_group WHERE id = ?', id) > 0;
}
