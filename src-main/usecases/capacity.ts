import { Refusal } from '../contract/errors.ts';
import type { capacity as methods } from '../contract/api/capacity.ts';
import type { Revision } from '../contract/method.ts';
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
  'service.setProvided': (program, { answers }) => {
    for (const { service } of answers) if (!program.book().service(service)) throw new Refusal('input.unknownId', { what: 'service', id: service });
    const [first] = answers;
    const what = answers.length === 1 && first ? sentence('service.provided', { service: nameOfService(program, first.service) }) : sentence('services.provided', { count: answers.length });
    return program.change(what, FIGURE_AREAS, (tx) => answers.forEach(({ service, provided }) => setProvided(tx, service, provided)));
  },
};
