import type { Facility, ProviderFacts, Transfer, YesNo } from '../contract/api/capacity.ts';
import { forgetAudits } from './audits.ts';
import { forgetFacility } from './restoration.ts';
import type { Readable, Tx } from './handles.ts';
import { forgetStaffOf } from './staff.ts';

/** A provider or unit with the ids of its services and what is known of their standards. `territory` '' = the whole community. */
export interface StoredProvider extends ProviderFacts { readonly services: readonly string[]; readonly standards: Readonly<Record<string, 'yes' | 'no'>> }

/** A provider with everything left out not known. */
export const NEW_PROVIDER = { territory: '', note: '', parent: '', facility: '', code: '', act: '', register: '', registerOn: '', licence: '', services: [], standards: {} } as const;

interface Row extends Omit<StoredProvider, 'territory' | 'parent' | 'facility' | 'registerOn' | 'services' | 'standards'> { readonly territory: string | null; readonly parent: string | null; readonly facility: string | null; readonly register_on: string }

function withServices(read: Readable, rows: readonly Row[]): StoredProvider[] {
  const services = Map.groupBy(read.all<{ provider: string; service: string; standard: YesNo }>('SELECT provider, service, standard FROM provider_service'), (row) => row.provider);
  return rows.map(({ register_on: registerOn, ...row }) => {
    const own = services.get(row.id) ?? [];
    return {
      ...row, registerOn, territory: row.territory ?? '', parent: row.parent ?? '', facility: row.facility ?? '', services: own.map((each) => each.service),
      standards: Object.fromEntries(own.flatMap((each) => (each.standard === '' ? [] : [[each.service, each.standard]]))),
    };
  });
}

/** All providers and units with their services, by id. */
export const providersOf = (read: Readable): readonly StoredProvider[] => withServices(read, read.all<Row>('SELECT * FROM provider ORDER BY id'));

/** One provider or unit, or undefined. */
export const providerAt = (read: Readable, id: string): StoredProvider | undefined => withServices(read, read.all<Row>('SELECT * FROM provider WHERE id = ?', id))[0];

const COLUMNS = ['name', 'kind', 'sector', 'territory', 'note', 'parent', 'facility', 'code', 'act', 'register', 'register_on', 'licence'];
const PUT = `INSERT INTO provider (id, ${COLUMNS.join(', ')}) VALUES (?${', ?'.repeat(COLUMNS.length)}) ON CONFLICT DO UPDATE SET ${COLUMNS.map((column) => `${column} = excluded.${column}`).join(', ')}`;
const orNull = (id: string): string | null => (id === '' ? null : id);

/** Adds a provider or changes it whole; a service left out of its list is removed with the figures of this provider and service. */
export function putProvider(tx: Tx, p: StoredProvider): void {
  tx.run(PUT, p.id, p.name, p.kind, p.sector, orNull(p.territory), p.note, orNull(p.parent), orNull(p.facility), p.code, p.act, p.register, p.registerOn, p.licence);
  const had = tx.all<{ service: string }>('SELECT service FROM provider_service WHERE provider = ?', p.id).map((row) => row.service);
  for (const service of had.filter((each) => !p.services.includes(each))) {
    tx.run('DELETE FROM figure WHERE provider = ? AND service = ?', p.id, service);
    tx.run('DELETE FROM provider_service WHERE provider = ? AND service = ?', p.id, service);
    forgetStaffOf(tx, p.id, service);
  }
  for (const service of p.services) {
    tx.run(`INSERT INTO provider_service (provider, service, standard) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET standard = excluded.standard WHERE standard <> excluded.standard`, p.id, service, p.standards[service] ?? '');
  }
}

/** Removes a provider with its units, facilities, transfers, services and figures. Returns whether it was there. */
export function removeProvider(tx: Tx, id: string): boolean {
  for (const unit of tx.all<{ id: string }>('SELECT id FROM provider WHERE parent = ?', id)) removeProvider(tx, unit.id);
  for (const own of facilitiesOf(tx).filter((each) => each.provider === id)) removeFacility(tx, own.id);
  tx.run('DELETE FROM transfer WHERE provider = ?', id);
  tx.run('DELETE FROM figure WHERE provider = ?', id);
  forgetStaffOf(tx, id);
  tx.run('DELETE FROM provider_service WHERE provider = ?', id);
  return tx.run('DELETE FROM provider WHERE id = ?', id) > 0;
}

/** All facilities, by id. */
export const facilitiesOf = (read: Readable): readonly Facility[] =>
  read.all<Omit<Facility, 'territory'> & { readonly territory: string | null }>('SELECT * FROM facility ORDER BY id').map((row) => ({ ...row, territory: row.territory ?? '' }));

const FACILITY = ['provider', 'name', 'territory', 'address', 'lat', 'lon', 'premises', 'area', 'generator', 'shelter', 'internet', 'state', 'since', 'note', 'source'] as const;
const PUT_FACILITY = `INSERT INTO facility (id, ${FACILITY.join(', ')}) VALUES (?${', ?'.repeat(FACILITY.length)}) ON CONFLICT DO UPDATE SET ${FACILITY.map((column) => `${column} = excluded.${column}`).join(', ')}`;

/** Adds a facility or changes it whole. */
export function putFacility(tx: Tx, facility: Facility): void {
  tx.run(PUT_FACILITY, facility.id, ...FACILITY.map((column) => (column === 'territory' ? orNull(facility.territory) : facility[column])));
}

/** Removes a facility with its audits; units in it and tasks at it stay without one. Returns whether it was there. */
export function removeFacility(tx: Tx, id: string): boolean {
  forgetAudits(tx, id);
  forgetFacility(tx, id);
  tx.run('UPDATE provider SET facility = NULL WHERE facility = ?', id);
  return tx.run('DELETE FROM facility WHERE id = ?', id) > 0;
}

/** All transfers, by day. */
export const transfersOf = (read: Readable): readonly Transfer[] => read.all<Transfer>('SELECT * FROM transfer ORDER BY day, id');

const TRANSFER = ['provider', 'day', 'direction', 'body', 'what', 'service', 'amount', 'act', 'note'] as const;
const PUT_TRANSFER = `INSERT INTO transfer (id, ${TRANSFER.join(', ')}) VALUES (?${', ?'.repeat(TRANSFER.length)}) ON CONFLICT DO UPDATE SET ${TRANSFER.map((column) => `${column} = excluded.${column}`).join(', ')}`;

/** Adds a transfer or changes it whole. */
export const putTransfer = (tx: Tx, transfer: Transfer): number => tx.run(PUT_TRANSFER, transfer.id, ...TRANSFER.map((column) => transfer[column]));
/** Removes a transfer. */
export const removeTransfer = (tx: Tx, id: string): boolean => tx.run('DELETE FROM transfer WHERE id = ?', id) > 0;
