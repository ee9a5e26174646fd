import type { Pack, PackAccessibility, PackCheck, PackCycle, PackGroup, PackIndicators, PackIntegration, PackNorm, PackRate, PackRestoration, PackService, PackSource, PackStaffing, PackTravel } from './schema.ts';

/** Which measures make sense for a service. */
export interface Applies { readonly places: boolean; readonly posts: boolean; readonly vehicles: boolean }

/** A service of the book with what can be measured about it. */
export type BookService = PackService & { readonly applies: Applies };

/** An entry of the norms on a date. */
export type DatedNorm = PackNorm & {
  /** In force on that date: not repealed, and the date is not outside the known days of force. */
  readonly inForce: boolean;
};

/** The reference book: classifier, target groups, norms and acts of one pack. */
export interface ReferenceBook {
  /** The pack it was built over. */
  readonly pack: Pack;
  readonly version: string;
  readonly date: string;
  readonly credit: PackSource['credit'];
  /** In the order of the classifier. */
  readonly services: readonly BookService[];
  readonly service: (id: string) => BookService | undefined;
  readonly serviceByCode: (code: string) => BookService | undefined;
  readonly groups: readonly PackGroup[];
  readonly group: (id: string) => PackGroup | undefined;
  /** Everything but acts. */
  readonly norms: readonly PackNorm[];
  readonly acts: readonly PackNorm[];
  /** A norm or act as of a day (ISO `YYYY-MM-DD`); undefined when the book has no such id. */
  readonly norm: (id: string, atDate: string) => DatedNorm | undefined;
  /** Norms that speak of a service, in the order of the book. */
  readonly normsOf: (serviceId: string, atDate: string) => readonly DatedNorm[];
  /** How often needs are determined, the usual stages, dates and bodies. */
  readonly cycle: PackCycle;
  readonly sources: readonly PackSource[];
  /** The published share of a group that needs a service, or undefined. */
  readonly rate: (group: string, service: string) => PackRate | undefined;
  /** Rules of the checks, in their order. */
  readonly checks: readonly PackCheck[];
  /** Indicators and collection sheets the program proposes; undefined in an older book. */
  readonly indicators: PackIndicators | undefined;
  /** Staffing; undefined in an older book. */
  readonly staffing: PackStaffing | undefined;
  /** The checklist of accessibility; undefined in an older book. */
  readonly accessibility: PackAccessibility | undefined;
  /** Scale, audiences and questions of restoration; undefined in an older book. */
  readonly restoration: PackRestoration | undefined;
  /** Parameters of the estimate of travel times; none in an older book. */
  readonly travel: readonly PackTravel[];
  /** Indicators of integration; undefined in an older book. */
  readonly integration: PackIntegration | undefined;
}

/** Sections in which a place in the provider's premises is what a person occupies (and not the room of a talk or of an emergency). */
const STAYS: ReadonlySet<PackService['section']> = new Set(['shelter', 'supported_living', 'care', 'rehabilitation', 'respite', 'integration']);

/**
 * Which measures apply, from the places where the classifier lets the service be given:
 * places – it is given `stationary` or `semi_stationary` in a section where people stay (shelter, supported living, care, rehabilitation,
 * respite, integration), or only `stationary` (children's care); vehicles – it goes to people (`home`, `street`, `outside_provider`);
 * posts – always. Where the places are not known nothing is excluded.
 */
export function appliesOf(service: Pick<PackService, 'places' | 'section'>): Applies {
  const given = new Set(service.places);
  if (given.size === 0) return { places: true, posts: true, vehicles: true };
  const inside = given.has('stationary') || given.has('semi_stationary');
  return {
    places: (inside && STAYS.has(service.section)) || (given.size === 1 && given.has('stationary')),
    posts: true,
    vehicles: given.has('home') || given.has('street') || given.has('outside_provider'),
  };
}

/** Is an entry in force on a day? A day of force that is not known excludes nothing; a repealed act never is. */
export function inForce(norm: Pick<PackNorm, 'since' | 'until' | 'repealed'>, atDate: string): boolean {
  return !norm.repealed && (norm.since === '' || norm.since <= atDate) && (norm.until === '' || atDate <= norm.until);
}

/** Builds the book over a validated pack. */
export function createBook(pack: Pack): ReferenceBook {
  const services = pack.services.map((s): BookService => ({ ...s, applies: appliesOf(s) }));
  const byId = new Map(services.map((s) => [s.id, s]));
  const byCode = new Map(services.flatMap((s) => (s.code === null ? [] : [[s.code, s] as const])));
  const groups = new Map(pack.groups.map((g) => [g.id, g]));
  const entries = new Map([...pack.norms, ...pack.acts].map((n) => [n.id, n]));
  const dated = (n: PackNorm, at: string): DatedNorm => ({ ...n, inForce: inForce(n, at) });
  return {
    pack,
    version: pack.pack.version,
    date: pack.pack.date,
    credit: pack.pack.credit,
    services,
    service: (id) => byId.get(id),
    serviceByCode: (code) => byCode.get(code),
    groups: pack.groups,
    group: (id) => groups.get(id),
    norms: pack.norms,
    acts: pack.acts,
    norm: (id, atDate) => {
      const found = entries.get(id);
      return found && dated(found, atDate);
    },
    normsOf: (serviceId, atDate) => pack.norms.filter((n) => n.appliesTo.includes(serviceId)).map((n) => dated(n, atDate)),
    cycle: pack.cycle,
    sources: pack.sources,
    rate: (group, service) => pack.rates.find((r) => r.group === group && r.service === service),
    checks: pack.checks,
    indicators: pack.indicators,
    staffing: pack.staffing,
    accessibility: pack.accessibility,
    restoration: pack.restoration,
    travel: pack.travel,
    integration: pack.integration,
  };
}
