import { describe, expect, test } from 'vitest';
import type { RawCell } from '../../src-main/imports/types.ts';
import { utf8 } from '../imports/files.ts';
import { excelXml, HEADS, line, register } from '../imports/registerFile.ts';
import { manualPlan } from './helper.ts';
import { opened } from './importing.ts';

const year = 2027;

/** A plan with the settlements of the export, and the export staged. */
async function staged(rows: readonly (readonly RawCell[])[] = register()) {
  const p = await manualPlan(year, []);
  for (const name of ['Вишневе', 'Садове']) await p.ask('territory.add', { id: name, parent: p.root, kind: 'settlement', name });
  const importId = await opened(p, 'Реєстр_22.11.2026.xml.xls', utf8(excelXml('Реєстр', rows)));
  return {
    ...p, importId, check: (columns: readonly { column: number; role: 'name' | 'skip' }[] = []) => p.ask('import.register.check', { importId, columns: [...columns] }),
    rows: (more: object = {}) => p.ask('import.register.rows', { importId, from: 0, count: 50, ...more }), providers: async () => (await p.ask('capacity.view', { year })),
  };
}

describe('the state register of providers', () => {
  test('a dry run, then the chosen ones in one undo step: provider, services, addresses, register; nothing of a person', async () => {
    const p = await staged();
    const check = await p.check();
    expect([check.counts.maybe.new, check.counts.elsewhere.new, check.counts.here.new, check.dropped, check.missing, check.proposed]).toEqual([2, 1, 0, { persons: 1, codes: 1, contacts: 7, addresses: 2 }, [], []]);
    expect((await p.providers()).providers).toEqual([]);
    const { rows } = await p.rows({ where: 'maybe' });
    expect(rows.map((row) => [row.name, row.filter, row.territory?.uk, row.services])).toEqual([['Територіальний центр соціального обслуговування', 'new', 'Вишневе', ['015.1', '015.3', '019.0']], ['ФОП «Турбота»', 'new', 'Вишневе', ['015.1']]]);
    expect((await p.rows({ search: 'поруч' })).rows.map((row) => row.code)).toEqual(['04061234']);
    await p.ask('import.register.apply', { importId: p.importId, rows: rows.map((row) => row.row) });
    const view = await p.providers();
    expect(view.providers.map((row) => [row.name, row.code, row.kind, row.register, row.registerOn, row.territory, row.services.length]).toSorted()).toEqual([
      ['Територіальний центр соціального обслуговування', '26145678', 'territorial_centre', 'yes', '2026-11-20', 'Вишневе', 3], ['ФОП «Турбота»', '', 'fop', 'yes', '2026-10-01', 'Вишневе', 1],
    ]);
    expect(view.facilities.map((row) => [row.address, row.territory]).toSorted()).toEqual([['с. Вишневе, вул. Шкільна, 4', 'Вишневе'], ['с. Садове, вул. Лісова, 1', 'Садове']]);
    await p.refuse('import.stale', 'import.register.rows', { importId: p.importId, from: 0, count: 1 });
    const again = await p.check();
    expect([again.counts.here.same, again.counts.maybe.new, again.proposed]).toEqual([2, 0, []]);
    await p.ask('history.undo');
    expect((await p.providers()).providers).toEqual([]);
    expect((await p.providers()).facilities).toEqual([]);
  });

  test('matches what the plan has by code, then by name; adds, never overwrites or removes', async () => {
    const p = await staged();
    await p.ask('provider.add', { id: 'tc', name: 'територіальний  центр соціального обслуговування', kind: 'territorial_centre', sector: 'municipal', services: ['s015.1', 's015.2'], note: 'наша' });
    await p.ask('provider.add', { id: 'ngo', name: 'Інша назва', kind: 'ngo', sector: 'non_state', code: '04061234', register: 'yes', registerOn: '2026-12-01', services: ['s002.0'] });
    await p.ask('facility.put', { provider: 'ngo', name: 'Офіс', address: 'м. Київ, вул. Хрещатик, 1' });
    const check = await p.check();
    expect(check.counts.here).toEqual({ new: 0, changed: 1, same: 1, rejected: 0 });
    const [row] = (await p.rows({ filter: 'changed' })).rows;
    expect([row?.known, row?.changes, row?.services, row?.denied]).toEqual(['tc', ['code', 'register', 'services', 'facilities'], ['015.3', '019.0'], ['015.2']]);
    await p.ask('import.register.apply', { importId: p.importId, rows: check.proposed.slice() });
    const tc = (await p.providers()).providers.find((each) => each.id === 'tc');
    expect([tc?.code, tc?.note, tc?.services.map((each) => each.service).toSorted()]).toEqual(['26145678', 'наша', ['s015.1', 's015.2', 's015.3', 's019.0']]);
  });

  test('two of one name in the plan are asked for, a plan changed meanwhile is checked again, rows nobody offered are refused', async () => {
    const p = await staged([HEADS, line({ code: '26145678', name: 'Центр', yes: ['015.1'], service: 'с. Садове' })]);
    for (const id of ['a', 'b']) await p.ask('provider.add', { id, name: 'Центр', kind: 'css', sector: 'municipal' });
    await p.check();
    expect((await p.rows()).rows.map((row) => [row.filter, row.reason])).toEqual([['rejected', 'ambiguous']]);
    await p.refuse('input.unknownId', 'import.register.apply', { importId: p.importId, rows: [2] });
    await p.ask('provider.remove', { id: 'a' });
    await p.refuse('import.stale', 'import.register.apply', { importId: p.importId, rows: [2] });
    await p.check([{ column: 1, role: 'skip' }, { column: 2, role: 'name' }]);
    await p.refuse('import.register', 'import.register.check', { importId: p.importId, columns: [{ column: 1, role: 'skip' }] });
    await p.refuse('input.unknownId', 'import.register.check', { importId: p.importId, sheet: 7 });
    await p.refuse('input.unknownId', 'import.register.check', { importId: p.importId, columns: [{ column: 1, role: 'service', service: 's999' }] });
    await p.refuse('import.unknown', 'import.register.check', { importId: 'nothing' });
  });
});
