import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folder, program } from './helper.ts';

const year = 2027;

describe('a plan of a bundled community', () => {
  test('the overview shows at least 12 figures with date and source, and a first link that lands on its cell', async () => {
    const p = program();
    const { items } = await p.ask('community.search', { query: 'срібнянська', limit: 5 });
    await p.ask('plan.create', { community: { code: items[0]?.code ?? '' }, year });
    const view = await p.ask('overview.view', { year });
    const known = view.facts.filter((cell) => cell.value !== null);
    expect(known.filter((cell) => cell.source !== '' && cell.asOf !== '').length).toBeGreaterThanOrEqual(12);
    expect(known.filter((cell) => cell.source === '').map((cell) => cell.key.measure)).toEqual([]);
    // Nobody published the day of the area.
    expect(known.filter((cell) => cell.asOf === '').map((cell) => cell.key.measure)).toEqual(['area']);
    const first = view.next[0];
    expect(first?.id).toBe('population');
    expect(first?.link?.measure).toBe('population');
    if (first?.link) expect(await p.ask('cell.find', { key: first.link })).toEqual({ page: 'community' });
  });
  test('the population of 2022 is a prefill: what rests on it is marked until somebody confirms it', async () => {
    const p = program();
    await p.ask('plan.create', { community: { code: 'UA74080150000033167' }, year });
    const before = await p.ask('community.view', { year });
    expect(before.population.cell).toMatchObject({ state: 'prefilled', assumed: true });
    expect(before.population.prewar.value).toBe(before.population.cell.value);
    const elderly = (await p.ask('groups.view', { year })).rows.find((row) => row.id === 'elderly');
    expect(elderly?.size).toMatchObject({ state: 'assumption', assumed: true, method: 'default' });
    expect([elderly?.size.low, elderly?.size.high].every((bound) => typeof bound === 'number')).toBe(true);

    await p.ask('figures.confirm', { keys: [before.population.cell.key] });
    const after = await p.ask('community.view', { year });
    expect(after.population.cell).toMatchObject({ state: 'known', value: before.population.cell.value, assumed: false, source: before.population.cell.source });
    expect((await p.ask('overview.view', { year })).next.map((step) => step.id)).not.toContain('population');
  });
  test('groups without a published share stay not known and head the list of what to enter', async () => {
    const p = program();
    await p.ask('plan.create', { community: { code: 'UA74080150000033167' }, year });
    const { rows } = await p.ask('groups.view', { year });
    expect(rows).toHaveLength(31);
    expect(rows.filter((row) => row.share === null && row.size.value !== null).map((row) => row.id)).toEqual([]);
    expect((await p.ask('overview.view', { year })).next.some((step) => step.page === 'groups')).toBe(true);
  });
  test('its settlements are territories, its neighbours come with the length of the border', async () => {
    const p = program();
    await p.ask('plan.create', { community: { code: 'UA74080150000033167' }, year });
    const view = await p.ask('community.view', { year });
    expect(view.territories.filter((row) => row.kind === 'settlement').length).toBe(view.facts.find((cell) => cell.key.measure === 'settlements')?.value);
    expect(view.neighbours.length).toBeGreaterThan(3);
    expect(view.neighbours.every((row) => row.borderKm !== null)).toBe(true);
  });
  test('a second plan of the same community gets a name of its own; a name given twice is refused', async () => {
    const p = program();
    const community = { code: 'UA74080150000033167' };
    const one = await p.ask('plan.create', { community, year });
    const two = await p.ask('plan.create', { community, year });
    expect(two.path).not.toBe(one.path);
    await p.ask('plan.create', { community, year, file: 'Моя' });
    await p.refuse('plan.exists', 'plan.create', { community, year, file: 'Моя' });
  });
  test.each(['../x', 'a/b', 'CON', 'a\\b', ' ', 'a\u0000b', '.', 'a:b', 'x'.repeat(119)])('the file name %j cannot leave the library or break a disk', async (file) => {
    const p = program();
    const reply = await p.app.dispatch('plan.create', { community: { code: 'UA74080150000033167' }, year, file });
    if (reply.ok) expect(join((reply.value as { path: string }).path, '..')).toBe(p.library);
    else expect(['input.fileName', 'disk.full']).toContain(reply.error.code);
    expect(p.log).toEqual([]);
  });
  test('a community nobody knows is refused and leaves no file', async () => {
    const p = program();
    await p.refuse('input.unknownId', 'plan.create', { community: { code: 'UA00000000000000000' }, year });
    expect(await p.ask('library.list')).toEqual([]);
    expect(await p.ask('plan.current')).toBeNull();
  });
});

test('an occupied community starts without a population: nobody knows who lives there now', async () => {
  const p = program();
  const { items } = await p.ask('community.search', { query: '', limit: 2000 });
  const occupied = items.find((item) => item.status === 'occupied');
  await p.ask('plan.create', { community: { code: occupied?.code ?? '' }, year });
  const view = await p.ask('community.view', { year });
  expect(view.population.cell).toMatchObject({ state: 'unknown', value: null });
  expect(view.status.value).toBe('occupied');
  expect(view.territories.every((row) => row.population.value === null)).toBe(true);
  expect((await p.ask('groups.view', { year })).rows.every((row) => row.size.value === null)).toBe(true);
});

test('a community entered by hand knows nothing but its name', async () => {
  const p = program();
  await p.ask('plan.create', { community: { name: 'Їжакова громада', type: 'settlement', raion: '', oblast: '' }, year });
  const view = await p.ask('community.view', { year });
  expect(view.name).toEqual({ uk: 'Їжакова громада', en: 'Yizhakova hromada' });
  expect(view.code).toBeNull();
  expect(view.facts.every((cell) => cell.value === null)).toBe(true);
  expect(view.neighbours).toEqual([]);
  const overview = await p.ask('overview.view', { year });
  expect(overview.next[0]?.id).toBe('population');
});

test('the search finds the eight Mykolaivska communities apart, by any apostrophe and case', async () => {
  const p = program();
  const { items } = await p.ask('community.search', { query: 'миколаївська', limit: 50 });
  const same = items.filter((item) => item.name.uk === 'Миколаївська');
  expect(same).toHaveLength(8);
  expect(new Set(same.map((item) => `${item.type} ${item.raion.uk} ${item.oblast.uk}`)).size).toBe(8);
  const apostrophes = await Promise.all(["СЛОВ'ЯНСЬКА", 'словʼянська', 'слов’янська'].map((query) => p.ask('community.search', { query })));
  expect(new Set(apostrophes.map((found) => JSON.stringify(found.items))).size).toBe(1);
  expect(apostrophes[0]?.items.length).toBeGreaterThan(0);
});

test('a plan of every kind of community can be made and its pages built: a sample of all statuses, types and oblasts, with Kyiv', async () => {
  const library = folder();
  const p = program({ library });
  const { items, total } = await p.ask('community.search', { query: '', limit: 2000 });
  expect(total).toBe(1470);
  const kinds = Map.groupBy(items, (item) => `${item.status} ${item.type} ${item.oblast.uk}`);
  const chosen = [...kinds.values()].map((rows) => rows[rows.length >> 1] ?? rows[0]).filter((item) => item !== undefined);
  expect(chosen.some((item) => item.type === 'special_city')).toBe(true);
  for (const item of chosen) {
    await p.ask('plan.create', { community: { code: item.code }, year, file: 'all' });
    const view = await p.ask('overview.view', { year });
    expect(view.facts.filter((cell) => cell.value !== null && cell.source === '').map((cell) => `${item.code} ${cell.key.measure}`)).toEqual([]);
    expect(view.next.length, item.code).toBeGreaterThan(0);
    for (const cell of view.facts) expect(cell.value === null || Number.isFinite(cell.value), `${item.code} ${cell.key.measure}`).toBe(true);
    await p.ask('plan.close');
    rmSync(join(library, 'all.sotsplan'), { force: true });
  }
  expect(p.log).toEqual([]);
}, 300_000);

test('a library folder that does not exist yet is made', async () => {
  const library = join(folder(), 'a', 'b');
  const p = program({ library });
  expect(await p.ask('library.list')).toEqual([]);
  await p.ask('plan.create', { community: { code: 'UA74080150000033167' }, year });
  expect(await p.ask('library.list')).toHaveLength(1);
});

test('the library lists damaged files with what is wrong, beside the good ones', async () => {
  const library = folder();
  mkdirSync(library, { recursive: true });
  writeFileSync(join(library, 'порожній.sotsplan'), '');
  writeFileSync(join(library, 'чужий.sotsplan'), 'це не план');
  const p = program({ library });
  await p.ask('plan.sample', { sample: 'sribne' });
  const files = await p.ask('library.list');
  expect(files.map((file) => file.problem?.code ?? 'good').toSorted()).toEqual(['good', 'plan.damaged', 'plan.foreign']);
});
