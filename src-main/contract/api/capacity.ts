import { z } from 'zod';
import { id, isoDate, optionalId, scope, text } from '../inputs.ts';
import { mutation, query, type Revision } from '../method.ts';
import { FACILITY_STATES, LICENCES, PREMISES, PROVIDER_KINDS, SECTORS, TRANSFERRED, YES_NO } from '../lists.ts';
import type { Cell, Num } from '../models.ts';
import type { ServiceInfo } from './needs.ts';

export type Sector = (typeof SECTORS)[number];
export type ProviderKind = (typeof PROVIDER_KINDS)[number];
export type YesNo = (typeof YES_NO)[number];

/** What is known of a provider, or of a unit (відділення) of one, besides its services. */
export interface ProviderFacts {
  readonly id: string;
  /** Registered name of an organisation; never of a person served or working. */
  readonly name: string;
  readonly kind: ProviderKind;
  readonly sector: Sector;
  /** Seat; '' = the whole community. */
  readonly territory: string;
  readonly note: string;
  /** The provider this one is a unit of; '' = it stands alone. A unit has no units. */
  readonly parent: string;
  /** The facility a unit works in; '' = none is named. */
  readonly facility: string;
  /** Identification code of a legal person, 8 digits (ЄДРПОУ); '' = not entered. A tax number of a person is refused. */
  readonly code: string;
  /** The act the provider or unit works by. */
  readonly act: string;
  /** Is it in the Register of providers, and since or as of which day (ISO, '' = not given)? */
  readonly register: YesNo;
  readonly registerOn: string;
  readonly licence: (typeof LICENCES)[number];
}

/** Who provides services: a provider or a unit of one, with what it has for each service. */
export interface Provider extends ProviderFacts {
  readonly services: readonly { readonly service: string; readonly standard: YesNo; readonly places: Cell; readonly posts: Cell; readonly postsFilled: Cell; readonly vehicles: Cell; readonly hours: Cell; readonly served: Cell; readonly waiting: Cell }[];
}

/** A place where services are given. */
export interface Facility {
  readonly id: string;
  readonly provider: string;
  readonly name: string;
  /** Settlement; '' = not said. */
  readonly territory: string;
  readonly address: string;
  readonly lat: number | null;
  readonly lon: number | null;
  readonly premises: (typeof PREMISES)[number];
  /** Square metres. */
  readonly area: number | null;
  readonly generator: YesNo;
  readonly shelter: YesNo;
  readonly internet: YesNo;
  readonly state: (typeof FACILITY_STATES)[number];
  /** Since when the state holds, ISO; '' = not given. */
  readonly since: string;
  readonly note: string;
  readonly source: string;
}

/** Staff, recipients, places or property taken over from another body or given to it. */
export interface Transfer {
  readonly id: string;
  readonly provider: string;
  /** ISO day. */
  readonly day: string;
  readonly direction: 'in' | 'out';
  /** The other body: a rayon, a neighbouring community, an institution. */
  readonly body: string;
  readonly what: (typeof TRANSFERRED)[number];
  /** Service concerned; '' = all. */
  readonly service: string;
  /** Posts, persons or places; null = not counted. */
  readonly amount: number | null;
  readonly act: string;
  readonly note: string;
}

/** Which resource limits a service. */
export type Limit = 'staff' | 'places' | 'vehicles' | 'hours';

/** What a service can carry at a place: resources, the one that limits, what is free. */
export interface CapacityRow extends ServiceInfo {
  readonly posts: Cell;
  readonly postsFilled: Cell;
  readonly loadPerPost: Cell;
  readonly places: Cell;
  readonly occupied: Cell;
  readonly turnover: Cell;
  readonly vehicles: Cell;
  readonly loadPerVehicle: Cell;
  readonly hours: Cell;
  readonly hoursPerPerson: Cell;
  readonly byStaff: Num;
  readonly byPlaces: Num;
  readonly byVehicles: Num;
  readonly byHours: Num;
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

/** What the page of capacity shows of a place. */
export interface CapacityView {
  readonly territory: string;
  readonly rows: readonly CapacityRow[];
  /** Providers and their units. */
  readonly providers: readonly Provider[];
  readonly facilities: readonly Facility[];
  readonly transfers: readonly Transfer[];
  readonly known: number;
  readonly all: number;
}

const day = z.union([isoDate, z.literal('')]);
/** Code of a legal person: 8 digits. The ten digits of a person's tax number do not fit. */
const legalCode = z.string().regex(/^(\d{8})?$/);

const aboutProvider = {
  name: text(300).min(1), kind: z.enum(PROVIDER_KINDS), sector: z.enum(SECTORS), territory: optionalId, services: z.array(id).max(60), note: text(1000),
  parent: optionalId, facility: optionalId, code: legalCode, act: text(400), register: z.enum(YES_NO), registerOn: day, licence: z.enum(LICENCES),
  /** Services that meet the state standard (yes) or do not (no); a service left out is not known. */
  standards: z.record(id, z.enum(['yes', 'no'])),
};
/** A provider or unit to add; without `id` it gets one. */
const provider = z.strictObject({
  ...aboutProvider, id: id.optional(), territory: optionalId.default(''), services: aboutProvider.services.default([]), note: text(1000).default(''),
  parent: optionalId.default(''), facility: optionalId.default(''), code: legalCode.default(''), act: text(400).default(''),
  register: z.enum(YES_NO).default(''), registerOn: day.default(''), licence: z.enum(LICENCES).default(''), standards: aboutProvider.standards.default({}),
});
const facility = z.strictObject({
  id: id.optional(), provider: id, name: text(300).min(1), territory: optionalId.default(''), address: text(300).default(''),
  lat: z.number().min(-90).max(90).nullable().default(null), lon: z.number().min(-180).max(180).nullable().default(null),
  premises: z.enum(PREMISES).default(''), area: z.number().positive().max(1e6).nullable().default(null),
  generator: z.enum(YES_NO).default(''), shelter: z.enum(YES_NO).default(''), internet: z.enum(YES_NO).default(''),
  state: z.enum(FACILITY_STATES).default('works'), since: day.default(''), note: text(1000).default(''), source: text(400).default(''),
});
const transfer = z.strictObject({
  id: id.optional(), provider: id, day: isoDate, direction: z.enum(['in', 'out']), body: text(300).min(1), what: z.enum(TRANSFERRED), service: optionalId.default(''),
  amount: z.number().min(0).max(1e9).nullable().default(null), act: text(400).default(''), note: text(1000).default(''),
});

/** Actions of providers, facilities, transfers and norms of load. */
export const capacity = {
  'capacity.view': query(z.strictObject({ ...scope, territory: optionalId.default('') })
    .meta({ description: 'What each service can carry: the smallest of staff, places, vehicles and hours; vacancies; providers with services and limits.' })).returns<CapacityView>(),
  'provider.add': mutation(provider.meta({ description: 'Adds a provider with its services.' })).returns<Revision>(),
  'provider.addAll': mutation(z.strictObject({ providers: z.array(provider).min(1).max(2000) })
    .meta({ description: 'Adds several providers in one undo step; one wrong one refuses all and nothing is stored.' })).returns<Revision>(),
  'provider.update': mutation(z.strictObject(aboutProvider).partial().extend({ id })
    .meta({ description: 'Changes a provider or unit; a service left out of the list is removed with its figures.' })).returns<Revision>(),
  'provider.remove': mutation(z.strictObject({ id }).meta({ description: 'Removes a provider with its units, facilities and figures.' })).returns<Revision>(),
  'facility.put': mutation(facility.meta({ description: 'Adds a facility of a provider, or changes the one of this id whole: settlement, point, premises, generator, shelter, internet, state.' })).returns<Revision>(),
  'facility.point': mutation(z.strictObject({ id, point: z.strictObject({ lat: z.number().min(-90).max(90), lon: z.number().min(-180).max(180) }).nullable() })
    .meta({ description: 'Places a facility on the map; null = it stands where its settlement stands.' })).returns<Revision>(),
  'facility.remove': mutation(z.strictObject({ id }).meta({ description: 'Removes a facility; units that worked in it stay without one.' })).returns<Revision>(),
  'transfer.put': mutation(transfer.meta({ description: 'Adds or changes a transfer of staff, recipients, places or property between a provider and another body.' })).returns<Revision>(),
  'transfer.remove': mutation(z.strictObject({ id }).meta({ description: 'Removes a transfer.' })).returns<Revision>(),
  'service.setProvided': mutation(z.strictObject({ answers: z.array(z.strictObject({ service: id, provided: z.enum(['yes', 'no', 'unknown']) })).min(1).max(200) })
    .meta({ description: 'Says in one undo step whether services are provided in the community at all when their providers are not entered.' })).returns<Revision>(),
};
