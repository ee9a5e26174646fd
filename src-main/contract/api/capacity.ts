import { z } from 'zod';
import { id, optionalId, scope, text } from '../inputs.ts';
import { mutation, query, type Revision } from '../method.ts';
import type { Cell, Num } from '../models.ts';
import type { ServiceInfo } from './needs.ts';

export type Sector = 'state' | 'municipal' | 'non_state';
export type ProviderKind = 'territorial_centre' | 'cnsp' | 'css' | 'residential' | 'ngo' | 'fop' | 'mobile_team' | 'shelter' | 'day_centre' | 'rehabilitation' | 'other';

/** Who provides services; a registered name of an organisation, never of a person served or working. */
export interface Provider {
  readonly id: string;
  readonly name: string;
  readonly kind: ProviderKind;
  readonly sector: Sector;
  readonly territory: string;
  readonly note: string;
  /** Services with their limits at this provider. */
  readonly services: readonly { readonly service: string; readonly places: Cell; readonly posts: Cell; readonly postsFilled: Cell; readonly vehicles: Cell; readonly served: Cell }[];
}

/** Which resource limits a service. */
export type Limit = 'staff' | 'places' | 'vehicles';

export interface CapacityRow extends ServiceInfo {
  readonly posts: Cell;
  readonly postsFilled: Cell;
  readonly loadPerPost: Cell;
  readonly places: Cell;
  readonly occupied: Cell;
  readonly turnover: Cell;
  readonly vehicles: Cell;
  readonly loadPerVehicle: Cell;
  readonly byStaff: Num;
  readonly byPlaces: Num;
  readonly byVehicles: Num;
  readonly capacity: Num;
  readonly limit: Limit | null;
  readonly vacancies: Num;
  /** Persons that could be served by filling the vacancies. */
  readonly vacancyEffect: Num;
  readonly served: Num;
  readonly providers: number;
  /** The community's own word whether anybody provides the service; it counts where no provider is entered and nobody is served. */
  readonly provided: 'yes' | 'no' | 'unknown';
  readonly state: 'known' | 'unknown' | 'none';
}

export interface CapacityView {
  readonly territory: string;
  readonly rows: readonly CapacityRow[];
  readonly providers: readonly Provider[];
  readonly known: number;
  readonly all: number;
}

/** A provider to add; without `id` it gets one. */
const provider = z.strictObject({
  id: id.optional(), name: text(300).min(1),
  kind: z.enum(['territorial_centre', 'cnsp', 'css', 'residential', 'ngo', 'fop', 'mobile_team', 'shelter', 'day_centre', 'rehabilitation', 'other']),
  sector: z.enum(['state', 'municipal', 'non_state']), territory: optionalId.default(''), services: z.array(id).max(60).default([]), note: text(1000).default(''),
});

export const capacity = {
  'capacity.view': query(z.strictObject({ ...scope, territory: optionalId.default('') })
    .meta({ description: 'What each service can carry: the smallest of staff, places and vehicles; vacancies; providers with services and limits.' })).returns<CapacityView>(),
  'provider.add': mutation(provider.meta({ description: 'Adds a provider with its services.' })).returns<Revision>(),
  'provider.addAll': mutation(z.strictObject({ providers: z.array(provider).min(1).max(2000) })
    .meta({ description: 'Adds several providers in one undo step; one wrong one refuses all and nothing is stored.' })).returns<Revision>(),
  'provider.update': mutation(z.strictObject({
    id, name: text(300).min(1).optional(),
    kind: z.enum(['territorial_centre', 'cnsp', 'css', 'residential', 'ngo', 'fop', 'mobile_team', 'shelter', 'day_centre', 'rehabilitation', 'other']).optional(),
    sector: z.enum(['state', 'municipal', 'non_state']).optional(), territory: optionalId.optional(), services: z.array(id).max(60).optional(), note: text(1000).optional(),
  }).meta({ description: 'Changes a provider; a service left out of the list is removed with its figures.' })).returns<Revision>(),
  'provider.remove': mutation(z.strictObject({ id }).meta({ description: 'Removes a provider with its figures.' })).returns<Revision>(),
  'service.setProvided': mutation(z.strictObject({ answers: z.array(z.strictObject({ service: id, provided: z.enum(['yes', 'no', 'unknown']) })).min(1).max(200) })
    .meta({ description: 'Says in one undo step whether services are provided in the community at all when their providers are not entered.' })).returns<Revision>(),
};
