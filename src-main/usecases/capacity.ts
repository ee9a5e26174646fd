import { Refusal } from '../contract/errors.ts';
import type { capacity as methods } from '../contract/api/capacity.ts';
import type { Revision } from '../contract/method.ts';
import { setProvided } from '../store/choices.ts';
import { facilitiesOf, providerAt, providersOf, putFacility, putProvider, putTransfer, removeFacility, removeProvider, removeTransfer, transfersOf, type StoredProvider } from '../store/providers.ts';
import { territoryAt } from '../store/territories.ts';
import { capacityView } from './capacityView.ts';
import { FIGURE_AREAS } from './figures.ts';
import { nameOfService, sentence, type Handlers, type Program } from './program.ts';

function stored(program: Program, id: string): StoredProvider {
  const found = providerAt(program.store().read, id);
  if (!found) throw new Refusal('input.unknownId', { what: 'provider', id });
  return found;
}

function refuseService(program: Program, service: string): void {
  if (!program.book().service(service)) throw new Refusal('input.unknownId', { what: 'service', id: service });
}
function refuseTerritory(program: Program, territory: string): void {
  if (territory !== '' && !territoryAt(program.store().read, territory)) throw new Refusal('input.unknownId', { what: 'territory', id: territory });
}

/** Refuses services, territories, facilities and wholes that do not exist, and a unit of a unit. */
function checked(program: Program, provider: StoredProvider): StoredProvider {
  const { read } = program.store();
  for (const id of [...provider.services, ...Object.keys(provider.standards)]) refuseService(program, id);
  refuseTerritory(program, provider.territory);
  if (provider.parent !== '' && (provider.parent === provider.id || stored(program, provider.parent).parent !== '' || providersOf(read).some((row) => row.parent === provider.id))) throw new Refusal('provider.unitOfUnit', { name: provider.name });
  const facility = provider.facility === '' ? undefined : facilitiesOf(read).find((row) => row.id === provider.facility);
  if (provider.facility !== '' && (facility === undefined || (facility.provider !== provider.id && facility.provider !== provider.parent))) throw new Refusal('input.unknownId', { what: 'facility', id: provider.facility });
  return provider;
}

/** The row of an id; refuses one that is not there. */
function known<T extends { readonly id: string }>(rows: readonly T[], what: string, id: string): T {
  const found = rows.find((row) => row.id === id);
  if (!found) throw new Refusal('input.unknownId', { what, id });
  return found;
}

/** Adds providers in one step; ids that are taken or given twice are refused. */
function add(program: Program, inputs: readonly (Omit<StoredProvider, 'id'> & { readonly id?: string | undefined })[]): Revision {
  const providers = inputs.map(({ id, ...rest }) => checked(program, { ...rest, id: id ?? program.newId() }));
  const ids = new Set<string>();
  for (const { id } of providers) {
    if (ids.has(id) || providerAt(program.store().read, id)) throw new Refusal('input.unknownId', { what: 'provider', id });
    ids.add(id);
  }
  const what = providers.length === 1 ? sentence('provider.add', { name: providers[0]?.name ?? '' }) : sentence('providers.add', { count: providers.length });
  return program.change(what, FIGURE_AREAS, (tx) => providers.forEach((provider) => putProvider(tx, provider)));
}

/** Facilities and transfers move what capacity, gaps and papers show. */
const AREAS = FIGURE_AREAS;

/** Use cases of capacity: providers and what they carry. */
export const capacity: Handlers<keyof typeof methods> = {
  'capacity.view': (program, { year, scenario, territory }) => {
    const model = program.model(year, scenario);
    return capacityView(model, program.place(model, territory));
  },
  'provider.add': (program, provider) => add(program, [provider]),
  'provider.addAll': (program, { providers }) => add(program, providers),
  'provider.update': (program, { id, ...patch }) => {
    const old = stored(program, id);
    const next = checked(program, { ...old, ...Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined)) });
    return program.change(sentence('provider.update', { name: next.name }), FIGURE_AREAS, (tx) => putProvider(tx, next));
  },
  'provider.remove': (program, { id }) => {
    const old = stored(program, id);
    return program.change(sentence('provider.remove', { name: old.name }), FIGURE_AREAS, (tx) => removeProvider(tx, id));
  },
  'facility.put': (program, { id, ...rest }) => {
    stored(program, rest.provider);
    refuseTerritory(program, rest.territory);
    return program.change(sentence(id === undefined ? 'facility.add' : 'facility.update', { name: rest.name }), AREAS, (tx) => putFacility(tx, { ...rest, id: id ?? program.newId() }));
  },
  'facility.point': (program, { id, point }) => {
    const row = known(facilitiesOf(program.store().read), 'facility', id);
    // To about a metre.
    const degrees = (of: 'lat' | 'lon'): number | null => (point === null ? null : Math.round(point[of] * 1e5) / 1e5);
    return program.change(sentence(point === null ? 'facility.unpoint' : 'facility.point', { name: row.name }), AREAS, (tx) => putFacility(tx, { ...row, lat: degrees('lat'), lon: degrees('lon') }));
  },
  'facility.remove': (program, { id }) => {
    const { name } = known(facilitiesOf(program.store().read), 'facility', id);
    return program.change(sentence('facility.remove', { name }), AREAS, (tx) => removeFacility(tx, id));
  },
  'transfer.put': (program, { id, ...rest }) => {
    const { name } = stored(program, rest.provider);
    if (rest.service !== '') refuseService(program, rest.service);
    return program.change(sentence(id === undefined ? 'transfer.add' : 'transfer.update', { name, body: rest.body }), AREAS, (tx) => putTransfer(tx, { ...rest, id: id ?? program.newId() }));
  },
  'transfer.remove': (program, { id }) => {
    const { body } = known(transfersOf(program.store().read), 'transfer', id);
    return program.change(sentence('transfer.remove', { body }), AREAS, (tx) => removeTransfer(tx, id));
  },
  'service.setProvided': (program, { answers }) => {
    for (const { service } of answers) if (!program.book().service(service)) throw new Refusal('input.unknownId', { what: 'service', id: service });
    const [first] = answers;
    const what = answers.length === 1 && first ? sentence('service.provided', { service: nameOfService(program, first.service) }) : sentence('services.provided', { count: answers.length });
    return program.change(what, FIGURE_AREAS, (tx) => answers.forEach(({ service, provided }) => setProvided(tx, service, provided)));
  },
};
