import { Refusal } from '../contract/errors.ts';
import type { capacity as methods } from '../contract/api/capacity.ts';
import { setProvided } from '../store/choices.ts';
import { providerAt, putProvider, removeProvider, type StoredProvider } from '../store/providers.ts';
import { territoryAt } from '../store/territories.ts';
import { capacityView } from './capacityView.ts';
import { FIGURE_AREAS } from './figures.ts';
import { nameOfService, sentence, type Handlers, type Program } from './program.ts';

function stored(program: Program, id: string): StoredProvider {
  const found = providerAt(program.store().read, id);
  if (!found) throw new Refusal('input.unknownId', { what: 'provider', id });
  return found;
}

/** Refuses services and territories that do not exist. */
function checked(program: Program, provider: StoredProvider): StoredProvider {
  for (const id of provider.services) if (!program.book().service(id)) throw new Refusal('input.unknownId', { what: 'service', id });
  if (provider.territory !== '' && !territoryAt(program.store().read, provider.territory)) throw new Refusal('input.unknownId', { what: 'territory', id: provider.territory });
  return provider;
}

/** Use cases of capacity: providers and what they carry. */
export const capacity: Handlers<keyof typeof methods> = {
  'capacity.view': (program, { year, scenario, territory }) => {
    const model = program.model(year, scenario);
    return capacityView(model, program.place(model, territory));
  },
  'provider.add': (program, { id, ...rest }) => {
    const provider = checked(program, { id: id ?? program.newId(), ...rest });
    if (providerAt(program.store().read, provider.id)) throw new Refusal('input.unknownId', { what: 'provider', id: provider.id });
    return program.change(sentence('provider.add', { name: provider.name }), FIGURE_AREAS, (tx) => putProvider(tx, provider));
  },
  'provider.update': (program, { id, ...patch }) => {
    const old = stored(program, id);
    const next = checked(program, { ...old, ...Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined)) });
    return program.change(sentence('provider.update', { name: next.name }), FIGURE_AREAS, (tx) => putProvider(tx, next));
  },
  'provider.remove': (program, { id }) => {
    const old = stored(program, id);
    return program.change(sentence('provider.remove', { name: old.name }), FIGURE_AREAS, (tx) => removeProvider(tx, id));
  },
  'service.setProvided': (program, { service, provided }) => {
    if (!program.book().service(service)) throw new Refusal('input.unknownId', { what: 'service', id: service });
    return program.change(sentence('service.provided', { service: nameOfService(program, service) }), FIGURE_AREAS, (tx) => setProvided(tx, service, provided));
  },
};
