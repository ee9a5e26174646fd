import { expect, test } from 'vitest';
import { utf8, xlsx } from '../imports/files.ts';
import { manualPlan } from './helper.ts';
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

  await p.ask('history.undo', {});
  expect((await p.ask('figure.get', { key: p.key('identified', { service, territory: 'Річки' }) })).value).toBeNull();
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
  const check = await p.ask('import.check', { importId: second, area: view.area, mapping: { ...view.look.mapping, rest: { ...view.look.mapping.rest, year: 2027 } } });
  expect(check).toMatchObject({ questions: [], counts: { same: 1, changed: 1 } });
});
