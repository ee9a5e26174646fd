import { join } from 'node:path';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { loadPack, packToText } from '../../src-main/reference/load.ts';
import { root } from '../helpers/root.ts';
import { byId, manualPlan, program, type TestProgram } from './helper.ts';

const year = 2027;
const home = 's015.1';

interface Tables { pack: { version: string }; norms: { id: string; value: number | null; note?: unknown }[]; groups: { id: string; share: { low: number; base: number; high: number } | null }[] }

/** A pack as a file: a newer one, or of the version named; null = of its own. */
function pack(change: (tables: Tables) => void, version: string | null = '2099.01'): string {
  const tables = JSON.parse(packToText(loadPack(join(root, 'resources/reference')))) as Tables;
  if (version !== null) tables.pack.version = version;
  change(tables);
  return Buffer.from(JSON.stringify(tables)).toString('base64');
}
const load = (value: number) => (tables: Tables): void => { for (const norm of tables.norms) if (norm.id === 'sw_load_village') norm.value = value; };

/** A rural community with 10 filled posts of home care, 100 people known and 40 served: its capacity rests on the load norm. */
async function rural() {
  const p = await manualPlan();
  const cell = (measure: Parameters<typeof p.key>[0], value: number, service = home) => ({ key: p.key(measure, service === '' ? {} : { service }), patch: { value } });
  await p.ask('figures.set', { cells: [cell('postsFilled', 10), cell('posts', 12), cell('identified', 100), cell('served', 40), cell('populationUrban', 0, ''), cell('population', 5000, '')] });
  return p;
}
const capacity = async (p: TestProgram) => byId((await p.ask('capacity.view', { year })).rows, home).capacity.value;

test('a newer load norm moves the capacity and the gap it makes, and says so with the norm, before anything is accepted', async () => {
  const p = await rural();
  expect(await capacity(p)).toBe(60);
  const { moves } = await p.ask('reference.compare', { base64: pack(load(9)) });
  const of = (result: string) => moves?.moved.find((row) => row.of?.id === home && row.result === result);
  expect([of('capacity')?.before.value, of('capacity')?.after.value, of('gapPersons')?.before.value, of('gapPersons')?.after.value]).toEqual([60, 90, 40, 10]);
  expect(of('capacity')?.because.map((entry) => `${entry.table} ${entry.id}`)).toEqual(['norms sw_load_village']);
  expect(moves?.moved.filter((row) => row.because.length === 0)).toEqual([]);
  expect([of('unmet'), of('coverage'), moves?.moved.every((row) => row.of?.id === home)], 'what does not rest on it stays').toEqual([undefined, undefined, true]);
  expect((moves?.unmoved ?? 0) > 3).toBe(true);
  expect([await capacity(p), (await p.ask('plan.view', { year })).newerReference]).toEqual([60, undefined]);
});

test('a share of a group moves its size; a pack that touches no result moves none', async () => {
  const p = await rural();
  const share = await p.ask('reference.compare', { base64: pack((tables) => { for (const group of tables.groups) if (group.id === 'elderly' && group.share) for (const part of ['low', 'base', 'high'] as const) group.share[part] /= 2; }) });
  expect(share.moves?.moved.map((row) => [row.result, row.of?.id, row.because.map((entry) => entry.id)])).toEqual([['groupSize', 'elderly', ['elderly']]]);
  const note = await p.ask('reference.compare', { base64: pack((tables) => { if (tables.norms[0]) tables.norms[0].note = { uk: 'примітка', en: 'note' }; }) });
  expect([note.differences.length, note.moves?.moved]).toEqual([1, []]);
});

test('accepting is one undo step of the plan; another plan keeps its book until it is accepted there', async () => {
  const p = await rural();
  const first = (await p.ask('plan.current'))?.path ?? '';
  await p.ask('plan.create', { community: { name: 'Друга', type: 'rural' }, year });
  const { token } = await p.ask('reference.compare', { base64: pack(load(9)) });
  await p.ask('reference.accept', { token });
  expect((await p.ask('plan.view', { year })).newerReference).toBeUndefined();
  await p.ask('plan.open', { path: first });
  expect([await capacity(p), (await p.ask('plan.view', { year })).newerReference]).toEqual([60, { own: expect.any(String) as string, present: '2099.01' }]);
  expect((await p.ask('trace.get', { ref: { kind: 'result', result: 'capacityStaff', service: home, group: '', territory: p.root, year, scenario: 'base' } })).norms.find((norm) => norm.normId === 'sw_load_village')?.value).toBe(6);
  const waiting = await p.ask('reference.plan');
  expect([waiting.state, waiting.kept, waiting.moves.moved.some((row) => row.result === 'capacity')]).toEqual(['older', true, true]);
  await p.ask('reference.adopt');
  expect([await capacity(p), (await p.ask('reference.plan')).state]).toEqual([90, 'same']);
  await p.ask('history.undo');
  expect(await capacity(p)).toBe(60);
  await p.ask('history.redo');
  expect(await capacity(p)).toBe(90);
  await p.ask('plan.close');
  const elsewhere = program();
  await elsewhere.ask('plan.open', { path: first });
  expect([await capacity(elsewhere), (await elsewhere.ask('reference.plan')).state, (await elsewhere.ask('plan.view', { year })).newerReference]).toEqual([90, 'newer', undefined]);
  expect([p.log, elsewhere.log]).toEqual([[], []]);
});

test('a book kept before packs had all their parts is still the book of its plan', async () => {
  const p = await rural();
  const path = (await p.ask('plan.current'))?.path ?? '';
  await p.ask('plan.close');
  const db = new Database(path);
  const text = inflateRawSync(db.prepare('SELECT pack FROM reference_pack').pluck().get() as Uint8Array).toString('utf8');
  const { sources: _, ...older } = JSON.parse(text) as Tables & { readonly sources: unknown };
  older.pack.version = '2001.01';
  load(5)(older);
  db.prepare('UPDATE reference_pack SET version = ?, pack = ?').run('2001.01', deflateRawSync(JSON.stringify(older)));
  db.prepare("UPDATE meta SET value = ? WHERE key = 'referenceVersion'").run('"2001.01"');
  db.close();
  const again = program({ library: p.library });
  await again.ask('plan.open', { path });
  expect([await capacity(again), await again.ask('reference.plan')]).toMatchObject([50, { own: '2001.01', state: 'older', kept: true }]);
});

test('a plan that keeps a broken book of its own counts with the newest one and says that its own is not there', async () => {
  const p = await rural();
  const path = (await p.ask('plan.current'))?.path ?? '';
  await p.ask('plan.close');
  const db = new Database(path);
  db.exec("UPDATE reference_pack SET pack = x'00ff'; UPDATE meta SET value = '\"2001.01\"' WHERE key = 'referenceVersion'; UPDATE reference_pack SET version = '2001.01'");
  db.close();
  const again = program({ library: p.library });
  await again.ask('plan.open', { path });
  expect([await capacity(again), await again.ask('reference.plan')]).toMatchObject([60, { own: '2001.01', state: 'older', kept: false, moves: { moved: [] } }]);
});

describe('a reference pack from a file', () => {
  test('a newer one is shown as a difference first and takes effect when accepted, also after a restart', async () => {
    const p = await manualPlan();
    const compared = await p.ask('reference.compare', { base64: pack(load(123)) });
    expect(compared.version).toBe('2099.01');
    expect(compared.differences).toContainEqual(expect.objectContaining({ table: 'norms', id: 'sw_load_village', change: 'changed', field: 'value', after: '123' }));
    expect((await p.ask('app.info')).referenceVersion).not.toBe('2099.01');
    await p.refuse('input.unknownId', 'reference.accept', { token: 'another' });
    await p.ask('reference.accept', { token: compared.token });
    expect((await p.ask('app.info')).referenceVersion).toBe('2099.01');
    expect(byId((await p.ask('reference.view')).norms, 'sw_load_village').value).toBe(123);
    await p.refuse('input.unknownId', 'reference.accept', { token: compared.token });
    await p.ask('plan.close');
    expect((await program({ library: p.library }).ask('app.info')).referenceVersion).toBe('2099.01');
  });
  test.each([
    ['no base64', '!!!'], ['no JSON', Buffer.from('не JSON').toString('base64')], ['an empty file', ''], ['another JSON', Buffer.from('{"a":1}').toString('base64')], ['a list', Buffer.from('[]').toString('base64')],
    ['zeros', Buffer.alloc(100_000).toString('base64')], ['deep nesting', Buffer.from(`${'['.repeat(50_000)}${']'.repeat(50_000)}`).toString('base64')],
  ])('%s is refused in plain words', async (_what, base64) => {
    const p = await manualPlan();
    await p.refuse('reference.noBook', 'reference.compare', { base64 });
    expect(p.log).toEqual([]);
  });
  test('an older one, one with an unknown field, and one whose ids lead nowhere', async () => {
    const p = await manualPlan();
    await p.refuse('reference.invalid', 'reference.compare', { base64: pack((tables) => { tables.norms[0] = { hostile: true } as never; }, null) });
    await p.refuse('reference.invalid', 'reference.compare', { base64: pack((tables) => { Object.assign(tables.groups[0] ?? {}, { services: ['nowhere'] }); }, null) });
    const older = await p.refuse('reference.older', 'reference.compare', { base64: pack(() => undefined, '2001.01') });
    expect(older.details['version']).toBe('2001.01');
    const same = await p.ask('reference.compare', { base64: pack(() => undefined, null) });
    expect(same.differences).toEqual([]);
    await p.refuse('reference.older', 'reference.accept', { token: same.token });
    expect((await p.ask('app.info')).referenceVersion).not.toBe('2001.01');
  });
});
