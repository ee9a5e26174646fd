import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { utf8, xlsx } from '../imports/files.ts';
import { manualPlan, NOW } from './helper.ts';
import { lookedAt, meaning, opened } from './importing.ts';

const HEAD = ['Населений пункт', 'Виявлено осіб', 'Отримує'];

test('a sheet becomes figures in one undo step, and comes unchanged the second time', async () => {
  const p = await manualPlan(2027, ['Вишневе', 'Річки']);
  const file = xlsx({ name: 'Дані', rows: [['Догляд вдома, 2027 рік'], [], HEAD, ['с. Вишневе', 12, '7'], ['Річки', '1 204', 'н/д'], ['Усього', 1216, 7]] });
  const importId = await opened(p, 'дані.xlsx', file);
  const { area, look } = await lookedAt(p, importId);
  expect([area.headTop, area.headBottom, area.dataTop, area.dataBottom]).toEqual([2, 2, 3, 5]);
  expect(look.mapping.rest.year).toBe(2027);
  const { services } = await p.ask('reference.view', { });
  const service = services[0]?.id ?? '';
  const mapping = meaning(look, { A: { role: 'territory' }, B: { role: 'value', measure: 'identified', service }, C: { role: 'value', measure: 'served', service } }, { source: 'Звіт терцентру', asOf: '2027-01-01' });
  const check = await p.ask('import.check', { importId, area, mapping });
  expect(check).toMatchObject({ counts: { new: 3, changed: 0, same: 0, kept: 0, rejected: 0 }, totals: [], totalsFine: 2, questions: [], passed: { totals: 1 } });
  const before = await p.ask('plan.view', { year: 2027 });
  await p.ask('import.apply', { importId });
  const cell = await p.ask('figure.get', { key: p.key('identified', { service, territory: 'Річки' }) });
  expect([cell.value, cell.source, cell.asOf]).toEqual([1204, 'Звіт терцентру', '2027-01-01']);
  expect((await p.ask('plan.view', { year: 2027 })).undo?.key).toBe('import');

  const again = await opened(p, 'дані.xlsx', file);
  const second = await lookedAt(p, again);
  expect(second.look.remembered).toBe(true);
  const repeated = await p.ask('import.check', { importId: again, area: second.area, mapping: { ...second.look.mapping, asOf: '2027-01-01' } });
  expect(repeated.counts).toEqual({ new: 0, changed: 0, same: 3, kept: 0, rejected: 0 });

  const { layouts } = await p.ask('import.memory');
  expect(layouts).toMatchObject([{ source: 'Звіт терцентру', usedAt: NOW, columns: [{ role: 'territory' }, { measure: 'identified', service }, { measure: 'served', service }] }]);
  expect(JSON.stringify(layouts)).not.toContain('Виявлено');
  await p.ask('import.forget', { layouts: [layouts[0]?.id ?? ''] });
  expect((await lookedAt(p, again)).look.remembered).toBe(false);
  await p.refuse('input.unknownId', 'import.forget', { layouts: [layouts[0]?.id ?? ''] });
  await p.ask('history.undo');
  expect((await p.ask('import.memory')).layouts).toEqual(layouts);

  await p.ask('history.undo', {});
  expect((await p.ask('figure.get', { key: p.key('identified', { service, territory: 'Річки' }) })).value).toBeNull();
  expect((await p.ask('import.memory')).layouts).toEqual([]);
  expect((await p.ask('plan.view', { year: 2027 })).undo).toEqual(before.undo);
  expect(p.log).toEqual([]);
});

test('an unknown place is asked and its answer is kept; nothing of the file stays after closing', async () => {
  const p = await manualPlan(2027, ['Вишневе', 'Річки']);
  const importId = await opened(p, 'a.csv', utf8('Село;Населення\nВишневе;100\nЗаріччя;50\n'));
  const { area, look } = await lookedAt(p, importId);
  const mapping = meaning(look, { A: { role: 'territory' }, B: { role: 'value', measure: 'population' } }, { rest: { ...look.mapping.rest, year: 2027 } });
  const asked = await p.ask('import.check', { importId, area, mapping });
  expect(asked.questions).toMatchObject([{ kind: 'territory', text: 'Заріччя', rows: 1, firstRow: 3 }]);
  expect(asked.counts).toMatchObject({ new: 1, rejected: 1 });
  const answered = await p.ask('import.check', { importId, area, mapping: { ...mapping, names: [{ kind: 'territory', text: 'Заріччя', id: 'Річки' }] } });
  expect(answered.counts).toMatchObject({ new: 2, rejected: 0 });
  await p.ask('import.apply', { importId });
  await p.ask('import.close', { importId });
  await p.refuse('import.unknown', 'import.look', { importId, area });
  const second = await opened(p, 'a.csv', utf8('Село;Населення\nВишневе;100\nЗаріччя;51\n'));
  const view = await lookedAt(p, second);
  const again = { importId: second, area: view.area, mapping: { ...view.look.mapping, rest: { ...view.look.mapping.rest, year: 2027 } } };
  expect(await p.ask('import.check', again)).toMatchObject({ questions: [], counts: { same: 1, changed: 1 } });
  expect((await p.ask('import.memory')).names).toEqual([{ kind: 'territory', id: 'Річки', spellings: 1 }]);
  await p.ask('import.forget', { names: [{ kind: 'territory', id: 'Річки' }] });
  expect((await p.ask('import.check', again)).questions).toMatchObject([{ kind: 'territory', text: 'Заріччя' }]);
});

test('personal columns are never kept; what changed meanwhile is compared again; the rows go with the plan', async () => {
  const p = await manualPlan(2027, ['Вишневе', 'Річки']);
  const people = ['Шевченко Тарас Григорович', 'Косач Лариса Петрівна', 'Франко Іван Якович', 'Коваленко Марія Іванівна'];
  const importId = await opened(p, 'а.csv', utf8(`ПІБ;Село;Населення;Телефон\n${people.map((name, n) => `${name};${n % 2 ? 'Річки' : 'Вишневе'};${n};067 123 45 6${n}`).join('\n')}`));
  const { area, look } = await lookedAt(p, importId);
  expect(look.findings.map((finding) => [finding.column, finding.class, finding.where])).toEqual(expect.arrayContaining([[0, 'name', 'column'], [3, 'phone', 'column']]));
  expect(look.findings.flatMap((finding) => finding.examples).some((example) => people.includes(example) || /\d{7}/.test(example))).toBe(false);
  const { rows, masked } = await p.ask('import.rows', { importId, sheet: 0, from: 0, count: 5 });
  expect([masked, rows[0]?.[0], rows[1]?.[0], rows[1]?.[1]]).toEqual([[0, 3], 'ПІБ', '•••', 'Вишневе']);
  const rest = { ...look.mapping.rest, year: 2027 };
  const kept = meaning(look, { A: { role: 'note' }, B: { role: 'territory' }, C: { role: 'value', measure: 'population' } }, { how: 'values', rest });
  expect((await p.refuse('import.personal', 'import.check', { importId, area, mapping: kept })).details['columns']).toBe('A');
  const asNumber = meaning(look, { B: { role: 'territory' }, D: { role: 'value', measure: 'population' } }, { how: 'values', rest });
  await p.refuse('import.personal', 'import.check', { importId, area, mapping: asNumber });

  const counted = meaning(look, { A: { role: 'distinct' }, B: { role: 'territory' }, C: { role: 'skip' } }, { how: 'count', rest: { ...rest, measure: 'population' } });
  expect((await p.ask('import.check', { importId, area, mapping: counted })).counts).toMatchObject({ new: 2, rejected: 0 });
  await p.ask('figures.set', { cells: [{ key: p.key('population', { territory: 'Річки' }), patch: { value: 9 } }] });
  await p.refuse('import.stale', 'import.apply', { importId });
  expect((await p.ask('import.check', { importId, area, mapping: counted })).counts).toMatchObject({ new: 1, changed: 1 });
  await p.ask('import.apply', { importId });
  await p.refuse('import.stale', 'import.apply', { importId });
  const { path } = (await p.ask('plan.current'))!;
  await p.ask('plan.close');
  await p.ask('plan.open', { path });
  await p.refuse('import.unknown', 'import.sheets', { importId });
  expect(p.log).toEqual([]);
});

test('an empty cell leaves what is known or erases it; a year the plan lacks is added when asked; a choice that is not complete is refused', async () => {
  const p = await manualPlan(2027, ['Вишневе', 'Річки']);
  await p.ask('figures.set', { cells: [{ key: p.key('population', { territory: 'Вишневе' }), patch: { value: 100 } }] });
  const importId = await opened(p, 'а.csv', utf8('Село;Рік;Населення\nВишневе;2027;н/д\nРічки;2028;40\n'));
  const { area, look } = await lookedAt(p, importId);
  const mapping = meaning(look, { A: { role: 'territory' }, B: { role: 'year' }, C: { role: 'value', measure: 'population' } });
  const kept = await p.ask('import.check', { importId, area, mapping });
  expect([kept.counts, kept.newYears, kept.reasons]).toEqual([{ new: 0, changed: 0, same: 0, kept: 1, rejected: 1 }, [2028], [{ reason: 'newYear', count: 1 }]]);
  expect((await p.ask('import.check', { importId, area, mapping: { ...mapping, empty: 'erase', addYears: true } })).counts).toEqual({ new: 1, changed: 1, same: 0, kept: 0, rejected: 0 });
  await p.ask('import.apply', { importId });
  expect((await p.ask('plan.view', { year: 2028 })).years).toEqual([2027, 2028]);
  expect((await p.ask('figure.get', { key: p.key('population', { territory: 'Вишневе' }) })).value).toBeNull();
  expect((await p.ask('figure.get', { key: p.key('population', { territory: 'Річки', year: 2028 }) })).value).toBe(40);
  await p.ask('history.undo', {});
  expect((await p.ask('plan.view', { year: 2027 })).years).toEqual([2027]);

  expect((await p.refuse('import.mapping', 'import.check', { importId, area, mapping: meaning(look, { C: { role: 'skip' } }, { how: 'values' }) })).details['reason']).toBe('noValues');
  expect((await p.refuse('import.mapping', 'import.check', { importId, area: { ...area, dataBottom: 99 }, mapping })).details['reason']).toBe('area');
  await p.refuse('input.unknownId', 'import.check', { importId, area, mapping: { ...mapping, rest: { ...mapping.rest, group: 'nobody' } } });
  await p.refuse('input.unknownId', 'import.rows', { importId, sheet: 7, from: 0, count: 1 });
});

test.each([[1, 'as rows'], [60, 'packed']])('an import taken back and done again after a restart is the same import (%i numbers a place and year: its changes stand %s)', async (services) => {
  const p = await manualPlan(2027, Array.from({ length: 5 }, (_, n) => `Село ${n}`));
  const ids = (await p.ask('reference.view', {})).services.map(({ id }) => id);
  const measures = ['identified', 'served'] as const;
  const columns = Array.from({ length: services }, (_, n) => ({ service: ids[Math.floor(n / 2)] ?? '', measure: measures[n % 2] ?? 'served' }));
  await p.ask('figures.set', { cells: [3, null, 7].flatMap((value, n) => (value === null ? [] : [{ key: p.key('identified', { service: ids[0], territory: `Село ${n}` }), patch: { value, source: 'торік', asOf: '2026-01-01' } }])) });
  const { path } = (await p.ask('plan.current'))!;
  /** Everything of the plan but its log, read between closing and opening. */
  const stored = async (): Promise<Readonly<Record<string, unknown>>> => {
    await p.ask('plan.close');
    const db = new Database(path, { readonly: true });
    const tables = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT IN ('txn', 'change', 'change_pack') AND name NOT LIKE 'sqlite_%' ORDER BY name").pluck().all() as string[];
    const found = Object.fromEntries(tables.map((name) => [name, (db.prepare(`SELECT * FROM "${name}"`).all() as object[]).map((row) => JSON.stringify(row)).toSorted()]));
    db.close();
    await p.ask('plan.open', { path });
    return found;
  };
  const before = await stored();
  const rows = [2027, 2028].flatMap((year) => Array.from({ length: 5 }, (_, n) => [`Село ${n}`, year, ...columns.map((_each, c) => (n === 0 && c === 0 ? 'н/д' : String(year + n * c)))]));
  const importId = await opened(p, 'а.csv', utf8([['Село', 'Рік', ...columns.map((_, n) => `Число ${n}`)], ...rows].map((row) => row.join(';')).join('\n')));
  const { area, look } = await lookedAt(p, importId);
  const named = look.columns.map(({ letter }) => letter);
  const mapping = meaning(look, { A: { role: 'territory' }, B: { role: 'year' }, ...Object.fromEntries(columns.map((one, n) => [named[n + 2] ?? '', { role: 'value' as const, ...one }])) }, { how: 'values', empty: 'erase', addYears: true, source: 'Звіт', asOf: '2027-02-01' });
  const check = await p.ask('import.check', { importId, area, mapping });
  expect(check.counts).toMatchObject({ changed: 2, rejected: 0, new: services * 10 - 3 });
  const applied = await p.ask('import.apply', { importId });
  const after = await stored();
  expect(after['figure']).toHaveLength(services * 10 - 2);
  const undone = await p.ask('history.undo', {});
  expect(await stored()).toEqual(before);
  const redone = await p.ask('history.redo', {});
  expect(await stored()).toEqual(after);
  expect([undone.revision, redone.revision]).toEqual([applied.revision + 1, applied.revision + 2]);
  for (const { areas } of [undone, redone]) expect(areas).toEqual(expect.arrayContaining([...applied.areas]));
  const view = await p.ask('plan.view', { year: 2028 });
  expect([view.years, view.undo?.key, view.redo]).toEqual([[2027, 2028], 'import', null]);
  await p.refuse('plan.nothingToRedo', 'history.redo', {});
  expect(p.log).toEqual([]);
});

test('a file that cannot be read fails in words, a cancelled reading leaves nothing', async () => {
  const p = await manualPlan(2027, []);
  await expect(opened(p, 'a.xls', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3, 4]))).rejects.toThrow('import.oldExcel');
  const { importId, jobId } = await p.ask('import.open', { name: 'а.csv', base64: Buffer.from('а;б\n'.repeat(10_000)).toString('base64') });
  await p.ask('import.close', { importId });
  expect((await p.ask('job.get', { jobId })).phase).toBe('cancelled');
  await p.refuse('import.unknown', 'import.sheets', { importId });
  await p.ask('import.close', { importId });
});

test('a long check tells how far it is and can be stopped; the file stays to be checked again', async () => {
  const p = await manualPlan(2027, ['Вишневе']);
  const importId = await opened(p, 'а.csv', utf8(`Село;Населення\n${'Вишневе;100\n'.repeat(12_000)}`));
  const { area, look } = await lookedAt(p, importId);
  const mapping = meaning(look, { A: { role: 'territory' }, B: { role: 'value', measure: 'population' } }, { rest: { ...look.mapping.rest, year: 2027 } });
  const running = p.refuse('job.cancelled', 'import.check', { importId, area, mapping });
  const { done, of } = await p.ask('import.progress', { importId });
  expect(of).toBeGreaterThan(12_000);
  expect(done).toBeLessThan(of);
  await p.ask('import.stop', { importId });
  await running;
  await p.refuse('import.stale', 'import.apply', { importId });
  expect((await p.ask('import.check', { importId, area, mapping })).counts).toMatchObject({ new: 1, rejected: 0 });
  expect(await p.ask('import.progress', { importId })).toEqual({ done: 0, of: 0 });
});
