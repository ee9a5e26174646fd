import { Refusal } from '../contract/errors.ts';
import type { community as methods } from '../contract/api/community.ts';
import { translit } from '../contract/translit.ts';
import { removeFiguresWhere } from '../store/figures.ts';
import { setMeta } from '../store/meta.ts';
import { neighboursOf, putNeighbours, putTerritories, removeNeighbour, removeTerritory, territoriesOf, territoryAt, type StoredTerritory } from '../store/territories.ts';
import { communityView } from './communityView.ts';
import { FIGURE_AREAS } from './figures.ts';
import { sentence, type Handlers, type Program } from './program.ts';

function territory(program: Program, id: string): StoredTerritory {
  const found = territoryAt(program.store().read, id);
  if (!found) throw new Refusal('input.unknownId', { what: 'territory', id });
  return found;
}

/** A territory may not move into itself or into something inside it. */
function refuseLoop(program: Program, id: string, parent: string): void {
  const parents = new Map(territoriesOf(program.store().read).map((row) => [row.id, row.parent]));
  for (let at: string | null = parent; at !== null; at = parents.get(at) ?? null) {
    if (at === id) throw new Refusal('input.unknownId', { what: 'territory', id: parent });
  }
}

/** Use cases of the community: status, territories, neighbours. */
export const community: Handlers<keyof typeof methods> = {
  'community.view': (program, { year, scenario }) => communityView(program.model(year, scenario), program.data),
  'community.setStatus': (program, { status, ...rest }) =>
    program.change(sentence('community.status'), FIGURE_AREAS, (tx) => setMeta(tx, { status: { value: status, ...rest } })),
  'territory.add': (program, { id, parent, kind, name }) => {
    territory(program, parent);
    const siblings = territoriesOf(program.store().read);
    const row: StoredTerritory = {
      id: id ?? program.newId(), parent, kind, name: { uk: name, en: translit(name) }, category: '', formerName: '', lat: null, lon: null,
      // Districts stand before the settlements that are not in one.
      sort: kind === 'starosta' ? -1000 + siblings.filter((each) => each.kind === 'starosta').length : siblings.length,
    };
    if (siblings.some((each) => each.id === row.id)) throw new Refusal('input.unknownId', { what: 'territory', id: row.id });
    return program.change(sentence('territory.add', { name }), FIGURE_AREAS, (tx) => putTerritories(tx, [row]));
  },
  'territory.update': (program, { id, name, parent, lat, lon }) => {
    const old = territory(program, id);
    if (parent !== undefined) {
      territory(program, parent);
      refuseLoop(program, id, parent);
    }
    const row: StoredTerritory = {
      ...old, parent: old.parent === null ? null : parent ?? old.parent, name: name === undefined ? old.name : { uk: name, en: translit(name) },
      lat: lat === undefined ? old.lat : lat, lon: lon === undefined ? old.lon : lon,
    };
    return program.change(sentence('territory.update', { name: row.name }), FIGURE_AREAS, (tx) => putTerritories(tx, [row]));
  },
  'territory.move': (program, { ids, parent }) => {
    territory(program, parent);
    const rows = [...new Set(ids)].map((id) => territory(program, id));
    for (const row of rows) refuseLoop(program, row.id, parent);
    return program.change(sentence('territory.move', { count: rows.length }), FIGURE_AREAS, (tx) => putTerritories(tx, rows.filter((row) => row.parent !== null).map((row) => ({ ...row, parent }))));
  },
  'territory.remove': (program, { id }) => {
    const row = territory(program, id);
    if (row.parent === null || territoriesOf(program.store().read).some((each) => each.parent === id)) throw new Refusal('territory.hasChildren', { id });
    return program.change(sentence('territory.remove', { name: row.name }), FIGURE_AREAS, (tx) => {
      removeFiguresWhere(tx, { territory: id });
      removeTerritory(tx, id);
    });
  },
  'neighbour.add': (program, { code }) => {
    const found = program.data.community(code);
    if (!found) throw new Refusal('input.unknownId', { what: 'community', id: code });
    const bundled = neighboursOf(program.store().read).find((row) => row.code === code);
    return program.change(sentence('neighbour.add', { name: found.name }), FIGURE_AREAS, (tx) =>
      putNeighbours(tx, [bundled ? { ...bundled, removed: false } : { code, borderKm: null, added: true, removed: false }]));
  },
  'neighbour.remove': (program, { code }) => {
    const row = neighboursOf(program.store().read).find((each) => each.code === code);
    if (!row) throw new Refusal('input.unknownId', { what: 'community', id: code });
    const name = program.data.community(code)?.name ?? code;
    return program.change(sentence('neighbour.remove', { name }), FIGURE_AREAS, (tx) => (row.added ? removeNeighbour(tx, code) : putNeighbours(tx, [{ ...row, removed: true }])));
  },
};
