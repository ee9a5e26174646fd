import { Refusal } from '../../contract/errors.ts';
import { REGISTER_FILTERS } from '../../contract/lists.ts';
import type { RegisterCheck, RegisterFilter, RegisterLine, register as methods } from '../../contract/api/register.ts';
import type { Facility } from '../../contract/api/capacity.ts';
import { foldCell } from '../../imports/match/fold.ts';
import { columnLetters } from '../../imports/read/sheet.ts';
import { registerTable } from '../../imports/register/columns.ts';
import { createHere, type Here } from '../../imports/register/here.ts';
import { readRegister, type RegisterRead, type RegisterRow } from '../../imports/register/rows.ts';
import { NEW_PROVIDER, putFacility, putProvider, type StoredProvider } from '../../store/providers.ts';
import { FIGURE_AREAS } from '../figures.ts';
import type { PlanModel } from '../model.ts';
import { sentence, today, type Handlers, type Program } from '../program.ts';
import { sheetAt, stagedAt, type ComparedProvider, type RegisterChecked } from './staged.ts';

const model = (program: Program): PlanModel => program.model(program.years().at(-1) ?? 0, 'base');
const namesOf = (service: PlanModel['services'][number]): readonly string[] => [service.name, service.short].flatMap((label) => (label === null ? [] : [label.uk, ...(label.en === null ? [] : [label.en])]));

/** Where addresses lie, by the plan's own places. */
function hereOf(plan: PlanModel): (places: readonly string[]) => Here {
  const settlements = plan.territories.filter((row) => row.kind === 'settlement');
  return createHere({
    codes: new Map(plan.territories.map((row) => [row.id, row.parent === null ? '' : row.id])), settlements: settlements.flatMap((row) => [row.name.uk, row.formerName].filter((name) => name !== '').map((name) => ({ id: row.id, name }))),
    community: plan.meta.title.uk, raion: plan.meta.raion.uk, oblast: plan.meta.oblast.uk,
  });
}

/** Compares the rows of the register with the providers of the plan: by code, then by name. */
function compare(plan: PlanModel, read: RegisterRead): readonly ComparedProvider[] {
  const here = hereOf(plan);
  const byCode = Map.groupBy(plan.providers.filter((row) => row.code !== ''), (row) => row.code);
  const byName = Map.groupBy(plan.providers.filter((row) => row.parent === ''), (row) => foldCell(row.name));
  const lines = read.rows.map((row): ComparedProvider => {
    const named = (byName.get(foldCell(row.name)) ?? []).filter((each) => each.code === '' || row.code === '' || each.code === row.code);
    const same = row.code === '' ? named : byCode.get(row.code) ?? named;
    const known = same[0] ?? null;
    const at = here(row.places);
    const common = { row, at: row.row, name: row.name, here: at, search: foldCell([row.name, row.code, ...row.addresses].join(' ')) };
    if (same.length > 1) return { ...common, filter: 'rejected', reason: 'ambiguous', known: null, changes: [] };
    if (known === null) return { ...common, filter: 'new', reason: null, known, changes: [] };
    const changes = changesOf(plan, known, row);
    return { ...common, here: at.where === 'here' ? at : { ...at, where: 'here' }, filter: changes.length > 0 ? 'changed' : 'same', reason: null, known, changes };
  });
  const rejected = read.rejected.map(({ row, name, reason }): ComparedProvider => ({ filter: 'rejected', reason, row: null, at: row, name, here: { where: 'elsewhere', territory: '' }, known: null, changes: [], search: foldCell(name) }));
  return [...lines, ...rejected].sort((a, b) => a.at - b.at);
}

const addressesOf = (plan: PlanModel, provider: string): ReadonlySet<string> => new Set(plan.facilities.filter((row) => row.provider === provider).map((row) => foldCell(row.address)));

/** What the register would change in a provider of the plan. Nothing that people entered is overwritten or removed. */
function changesOf(plan: PlanModel, known: StoredProvider, row: RegisterRow): ComparedProvider['changes'] {
  const has = addressesOf(plan, known.id);
  return [
    ...(known.code === '' && row.code !== '' ? ['code' as const] : []), ...(known.register !== 'yes' || (row.statusOn !== '' && row.statusOn > known.registerOn) ? ['register' as const] : []),
    ...(row.yes.some((service) => !known.services.includes(service)) ? ['services' as const] : []), ...(row.addresses.some((address) => !has.has(foldCell(address))) ? ['facilities' as const] : []),
  ];
}

function summary(plan: PlanModel, { lines, read, table }: RegisterChecked): RegisterCheck {
  const count = (where: Here['where']) => Object.fromEntries(REGISTER_FILTERS.map((filter) => [filter, lines.filter((line) => line.filter === filter && line.here.where === where).length])) as Record<RegisterFilter, number>;
  const columned = new Set(table.columns.filter((each) => each.role === 'service').map((each) => each.service));
  return {
    columns: table.columns.map((each) => ({ ...each, letter: columnLetters(each.column) })), counts: { here: count('here'), maybe: count('maybe'), elsewhere: count('elsewhere') },
    dropped: read.dropped, extra: read.extra, blank: read.blank,
    missing: plan.services.flatMap((service) => (service.code === null || columned.has(service.id) ? [] : [{ code: service.code, name: service.short ?? service.name ?? { uk: service.code, en: service.code } }])),
    proposed: lines.filter((line) => line.here.where === 'here' && (line.filter === 'new' || line.filter === 'changed')).map((line) => line.at + 1).slice(0, 2000),
  };
}

function lineView(plan: PlanModel, line: ComparedProvider): RegisterLine {
  const { row, known } = line;
  const code = (service: string): string => plan.service(service).code ?? service;
  const fresh = row === null ? [] : known === null ? row.yes : row.yes.filter((service) => !known.services.includes(service));
  return {
    row: line.at + 1, filter: line.filter, where: line.here.where, reason: line.reason, name: line.name, code: row?.code ?? '', kind: row?.kind ?? 'other', sector: row?.sector ?? 'non_state',
    address: row?.addresses.join('; ') ?? '', territory: plan.territory(line.here.territory)?.name ?? null, services: fresh.map(code), known: known?.id ?? '', changes: line.changes,
    denied: known === null || row === null ? [] : known.services.filter((service) => row.no.includes(service)).map(code), unclear: row?.unclear ?? [],
  };
}

function checkedAt(program: Program, importId: string): RegisterChecked {
  const { register: checked } = stagedAt(program, importId);
  if (checked === null) throw new Refusal('import.stale');
  return checked;
}

/** What is stored of one line: the provider as it becomes, and the facilities that come with it. */
function stored(program: Program, plan: PlanModel, { row, known, here }: ComparedProvider): { readonly provider: StoredProvider; readonly facilities: readonly Facility[] } | null {
  if (row === null) return null;
  const registerOn = row.statusOn || today(program);
  const provider: StoredProvider = known === null
    ? { ...NEW_PROVIDER, id: program.newId(), name: row.name, kind: row.kind, sector: row.sector, territory: here.territory, code: row.code, register: 'yes', registerOn, services: row.yes }
    : { ...known, code: known.code || row.code, register: 'yes', registerOn: row.statusOn > known.registerOn ? row.statusOn : known.registerOn || registerOn, services: [...known.services, ...row.yes.filter((service) => !known.services.includes(service))] };
  const has = addressesOf(plan, provider.id);
  const at = hereOf(plan);
  return {
    provider,
    facilities: row.addresses.filter((address) => !has.has(foldCell(address))).map((address) => ({
      id: program.newId(), provider: provider.id, name: address, territory: at([address]).territory, address, lat: null, lon: null, premises: '', area: null, generator: '', shelter: '', internet: '', state: 'works', since: '', note: '', source: 'Реєстр надавачів та отримувачів соціальних послуг',
    })),
  };
}

/** Use cases of the import of the state register of providers. The file is staged by `import.open`, its rows lie in memory only. */
export const register: Handlers<keyof typeof methods> = {
  'import.register.check': (program, { importId, sheet, columns }) => {
    const found = stagedAt(program, importId);
    const { rows } = sheetAt(found, sheet);
    const plan = model(program);
    for (const { role, service } of columns) if (role === 'service' && plan.service(service) === undefined) throw new Refusal('input.unknownId', { what: 'service', id: service });
    found.register = null;
    const table = registerTable(rows, plan.services.map((service) => ({ id: service.id, code: service.code, names: namesOf(service) })), columns);
    if (table === null || !table.columns.some((each) => each.role === 'name')) throw new Refusal('import.register');
    const read = readRegister(rows, table);
    found.register = { revision: program.store().revision(), table, read, lines: compare(plan, read) };
    return summary(plan, found.register);
  },
  'import.register.rows': (program, { importId, filter, where, search, from, count }) => {
    const plan = model(program);
    const words = foldCell(search).split(' ').filter((word) => word !== '');
    const chosen = checkedAt(program, importId).lines.filter((line) => (filter === null || line.filter === filter) && (where === null || line.here.where === where) && words.every((word) => line.search.includes(word)));
    return { of: chosen.length, rows: chosen.slice(from, from + count).map((line) => lineView(plan, line)) };
  },
  'import.register.apply': (program, { importId, rows }) => {
    const found = stagedAt(program, importId);
    const checked = checkedAt(program, importId);
    if (checked.revision !== program.store().revision()) throw new Refusal('import.stale');
    const plan = model(program);
    const wanted = new Set(rows);
    const lines = checked.lines.filter((line) => wanted.has(line.at + 1) && (line.filter === 'new' || line.filter === 'changed'));
    if (lines.length !== wanted.size) throw new Refusal('input.unknownId', { what: 'row', id: String(rows.find((row) => !lines.some((line) => line.at + 1 === row)) ?? '') });
    const puts = lines.flatMap((line) => stored(program, plan, line) ?? []);
    const revision = program.change(sentence('register.import', { count: puts.length }), FIGURE_AREAS, (tx) => {
      for (const { provider, facilities } of puts) { putProvider(tx, provider); for (const facility of facilities) putFacility(tx, facility); }
    });
    found.register = null;
    return revision;
  },
};
