import { Refusal } from '../contract/errors.ts';
import type { groups as methods } from '../contract/api/groups.ts';
import { ownGroupsOf, putOverlap, putOwnGroup, removeOwnGroup } from '../store/choices.ts';
import { FIGURE_AREAS } from './figures.ts';
import { groupsView } from './groupsView.ts';
import { sentence, type Handlers, type Program } from './program.ts';

function ownGroup(program: Program, id: string) {
  const found = ownGroupsOf(program.store().read).find((row) => row.id === id);
  if (!found) throw new Refusal('input.unknownId', { what: 'group', id });
  return found;
}

/** Refuses ids that are neither groups of the reference book nor of the community's own. */
export function refuseUnknownGroups(program: Program, ids: readonly string[]): void {
  const own = new Set(ids.length === 0 ? [] : ownGroupsOf(program.store().read).map((row) => row.id));
  for (const id of ids) if (!own.has(id) && !program.book().group(id)) throw new Refusal('input.unknownId', { what: 'group', id });
}

/** Use cases of target groups. */
export const groups: Handlers<keyof typeof methods> = {
  'groups.view': (program, { year, scenario, territory }) => {
    const model = program.model(year, scenario);
    return groupsView(model, program.place(model, territory));
  },
  'group.add': (program, { id, name, unit }) => {
    const row = { id: id ?? `own-${program.newId()}`, name, unit };
    if (program.book().group(row.id) || ownGroupsOf(program.store().read).some((each) => each.id === row.id)) throw new Refusal('input.unknownId', { what: 'group', id: row.id });
    return program.change(sentence('group.add', { name }), FIGURE_AREAS, (tx) => putOwnGroup(tx, row));
  },
  'group.update': (program, { id, name }) => {
    const old = ownGroup(program, id);
    return program.change(sentence('group.update', { name }), FIGURE_AREAS, (tx) => putOwnGroup(tx, { ...old, name }));
  },
  'group.remove': (program, { id }) => {
    const old = ownGroup(program, id);
    return program.change(sentence('group.remove', { name: old.name }), FIGURE_AREAS, (tx) => removeOwnGroup(tx, id));
  },
  'overlap.set': (program, { service, mode, share, order, adds, source }) => {
    if (service !== '' && !program.book().service(service)) throw new Refusal('input.unknownId', { what: 'service', id: service });
    refuseUnknownGroups(program, order);
    return program.change(sentence('overlap.set'), FIGURE_AREAS, (tx) => putOverlap(tx, { service, mode, share, order, adds, source }));
  },
};
