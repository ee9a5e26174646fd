import type { Provider } from '../contract/api/capacity.ts';
import type { Readable, Tx } from './handles.ts';

/** A provider with the ids of its services. `territory` '' = the whole community. */
export type StoredProvider = Omit<Provider, 'services'> & { readonly services: readonly string[] };

type Row = Omit<StoredProvider, 'territory' | 'services'> & { readonly territory: string | null };

function withServices(read: Readable, rows: readonly Row[]): StoredProvider[] {
  const services = Map.groupBy(read.all<{ provider: string; service: string }>('SELECT provider, service FROM provider_service'), (row) => row.provider);
  return rows.map((row) => ({ ...row, territory: row.territory ?? '', services: (services.get(row.id) ?? []).map((each) => each.service) }));
}

/** All providers with their services, by id. */
export const providersOf = (read: Readable): readonly StoredProvider[] => withServices(read, read.all<Row>('SELECT * FROM provider ORDER BY id'));

/** One provider, or undefined. */
export const providerAt = (read: Readable, id: string): StoredProvider | undefined => withServices(read, read.all<Row>('SELECT * FROM provider WHERE id = ?', id))[0];

/** Adds a provider or changes it whole; a service left out of its list is removed with the figures of this provider and service. */
export function putProvider(tx: Tx, provider: StoredProvider): void {
  tx.run(`INSERT INTO provider (id, name, kind, sector, territory, note) VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET name = excluded.name, kind = excluded.kind, sector = excluded.sector, territory = excluded.territory, note = excluded.note`,
    provider.id, provider.name, provider.kind, provider.sector, provider.territory === '' ? null : provider.territory, provider.note);
  const had = tx.all<{ service: string }>('SELECT service FROM provider_service WHERE provider = ?', provider.id).map((row) => row.service);
  for (const service of had.filter((each) => !provider.services.includes(each))) {
    tx.run('DELETE FROM figure WHERE provider = ? AND service = ?', provider.id, service);
    tx.run('DELETE FROM provider_service WHERE provider = ? AND service = ?', provider.id, service);
  }
  for (const service of provider.services) tx.run('INSERT INTO provider_service (provider, service) VALUES (?, ?) ON CONFLICT DO NOTHING', provider.id, service);
}

/** Removes a provider with its services and figures. Returns whether it was there. */
export function removeProvider(tx: Tx, id: string): boolean {
  tx.run('DELETE FROM figure WHERE provider = ?', id);
  tx.run('DELETE FROM provider_service WHERE provider = ?', id);
  return tx.run('DELETE FROM provider WHERE id = ?', id) > 0;
}
