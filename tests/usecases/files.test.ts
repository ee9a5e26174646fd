import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readFileSync, readdirSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { api, type MethodName } from '#contract/api.ts';
import { anyInput } from '../helpers/inputs.ts';
import { byId, folder, program } from './helper.ts';

const year = 2020;
const bytes = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');

/** A closed plan of Срібне; its path. */
async function closed(): Promise<{ readonly library: string; readonly path: string; readonly root: string }> {
  const p = program();
  const { path } = await p.ask('plan.sample', { sample: 'sribne' });
  const { root } = await p.ask('plan.view', { year });
  await p.ask('figures.set', { cells: [{ key: { measure: 'population', territory: root, year }, patch: { value: 7000 } }] });
  await p.ask('plan.close');
  return { library: p.library, path, root };
}

describe('a file that cannot be opened stays as it is, to the byte', () => {
  test.each<readonly [string, string, (path: string) => void]>([
    ['not a plan at all', 'plan.foreign', (path) => writeFileSync(path, 'PK\u0003\u0004 це документ')],
    ['an empty file', 'plan.damaged', (path) => truncateSync(path, 0)],
    ['a plan cut short', 'plan.damaged', (path) => truncateSync(path, statSync(path).size - 4096 - 100)],
    ['a page of it overwritten', 'plan.damaged', (path) => { const all = readFileSync(path); all.fill(0xff, 8192, 12288); writeFileSync(path, all); }],
    ['another SQLite file', 'plan.foreign', (path) => { writeFileSync(path, ''); const db = new Database(path); db.exec('CREATE TABLE t (a)'); db.close(); }],
    ['made by a newer version', 'plan.newer', (path) => { const db = new Database(path); db.pragma('user_version = 9999'); db.close(); }],
  ])('%s → %s', async (_what, code, spoil) => {
    const { path, library } = await closed();
    spoil(path);
    const before = bytes(path);
    const files = readdirSync(library).toSorted();
    const p = program({ library });
    const reply = await p.app.dispatch('plan.open', { path });
    expect(reply.ok ? 'opened' : reply.error.code).toBe(code);
    expect(bytes(path)).toBe(before);
    expect(readdirSync(library).toSorted()).toEqual(files);
    expect(await p.ask('plan.current')).toBeNull();
    expect((await p.ask('library.list'))[0]?.problem?.code).toBe(code);
    expect(p.log).toEqual([]);
  });
  test('a path without a file, a folder, a relative path, a path with a zero byte', async () => {
    const p = program();
    for (const path of [join(p.library, 'немає.sotsplan'), p.library, 'x.sotsplan', 'a\u0000b', '\\\\server\\share\\x', '/dev/null']) {
      const reply = await p.app.dispatch('plan.open', { path });
      expect(reply.ok ? 'opened' : reply.error.kind, path).toMatch(/^(data|refusal|input)$/);
    }
    expect(p.log).toEqual([]);
  });
  test('a plan that another program has open names the computer, and the first one keeps working', async () => {
    const { path, library, root } = await closed();
    const first = program({ library });
    await first.ask('plan.open', { path });
    const second = program({ library });
    const error = await second.refuse('plan.locked', 'plan.open', { path });
    expect(error.details['computer']).toBeTruthy();
    expect(error.details['since']).toBeTruthy();
    await first.ask('figures.set', { cells: [{ key: { measure: 'population', territory: root, year }, patch: { value: 7001 } }] });
  });
  test('a refused file does not close the plan that is open', async () => {
    const { path, library } = await closed();
    const p = program({ library });
    await p.ask('plan.open', { path });
    const bad = join(library, 'bad.sotsplan');
    writeFileSync(bad, 'no');
    await p.refuse('plan.foreign', 'plan.open', { path: bad });
    expect((await p.ask('plan.current'))?.path).toBe(path);
    await p.ask('needs.view', { year });
  });
});

describe('reading only', () => {
  test('every change is refused and the file keeps every byte', async () => {
    const { path, library } = await closed();
    const before = bytes(path);
    const p = program({ library });
    await p.ask('plan.open', { path, readOnly: true });
    expect((await p.ask('plan.current'))?.readOnly).toBe(true);
    for (const method of Object.keys(api) as MethodName[]) {
      if (api[method].kind !== 'mutation') continue;
      await p.refuse('plan.readOnly', method, anyInput(method) as never);
    }
    expect(byId((await p.ask('needs.view', { year })).rows, 's015.1').unmet.value).toBe(137);
    await p.ask('plan.close');
    expect(bytes(path)).toBe(before);
  });
});

describe('copies and backups', () => {
  test('a copy is a whole plan; an existing name and a missing folder are refused', async () => {
    const { path, library } = await closed();
    const p = program({ library });
    await p.ask('plan.open', { path });
    const target = folder();
    const copy = await p.ask('plan.saveCopy', { folder: target, file: 'Копія' });
    await p.refuse('plan.exists', 'plan.saveCopy', { folder: target, file: 'Копія' });
    await p.refuse('folder.notFound', 'plan.saveCopy', { folder: join(target, 'немає'), file: 'Копія' });
    await p.refuse('input.fileName', 'plan.saveCopy', { folder: target, file: '../вбік' });
    const other = program();
    await other.ask('plan.open', { path: copy.path });
    expect(byId((await other.ask('needs.view', { year })).rows, 's015.1').unmet.value).toBe(137);
  });
  test('the first change of a day makes a backup; going back to it can be undone by going forward again', async () => {
    const { path, library, root } = await closed();
    const p = program({ library, now: '2027-03-05T09:00:00.000Z' });
    await p.ask('plan.open', { path });
    const key = { measure: 'population', territory: root, year } as const;
    const people = async () => (await p.ask('figure.get', { key })).value;
    await p.ask('figures.set', { cells: [{ key, patch: { value: 111 } }] });
    const [backup] = await p.ask('plan.backups');
    expect(backup).toMatchObject({ reason: 'daily', verified: true });
    await p.ask('plan.restore', { path, backup: backup?.path ?? '' });
    expect(await people()).toBe(7000);
    const returned = (await p.ask('plan.backups')).find((each) => each.reason === 'restore');
    expect(returned?.verified).toBe(true);
    await p.ask('plan.restore', { path, backup: returned?.path ?? '' });
    expect(await people()).toBe(111);
    expect((await p.ask('history.view')).length).toBeGreaterThan(0);
  });
  test('a backup that is not there or is no plan leaves the plan as it is', async () => {
    const { path, library } = await closed();
    const before = bytes(path);
    const p = program({ library });
    await p.refuse('backup.notFound', 'plan.restore', { path, backup: join(library, 'backups', 'немає.sotsplan') });
    mkdirSync(join(library, 'backups'), { recursive: true });
    const fake = join(library, 'backups', 'fake.sotsplan');
    writeFileSync(fake, 'це не план');
    const reply = await p.app.dispatch('plan.restore', { path, backup: fake });
    expect(reply.ok ? 'restored' : reply.error.kind).toMatch(/^(data|refusal)$/);
    expect(bytes(path)).toBe(before);
    expect(p.log).toEqual([]);
  });
  test('a plan copied by hand beside the open one opens on its own', async () => {
    const { path, library } = await closed();
    const twin = join(library, 'близнюк.sotsplan');
    copyFileSync(path, twin);
    const p = program({ library });
    await p.ask('plan.open', { path });
    await p.ask('plan.open', { path: twin });
    expect((await p.ask('plan.current'))?.path).toBe(twin);
  });
});

test('preferences survive a restart, and a broken preferences file is no obstacle', async () => {
  const p = program();
  await p.ask('settings.set', { language: 'en', author: 'відділ' });
  expect(await program({ library: p.library }).ask('settings.get')).toEqual({ language: 'en', theme: 'system', author: 'відділ' });
  writeFileSync(join(p.library, 'settings.json'), '{"language": 5, "theme": [], "author": {"a": 1}');
  expect(await program({ library: p.library }).ask('settings.get')).toEqual({ language: 'uk', theme: 'system', author: '' });
  writeFileSync(join(p.library, 'settings.json'), '{"language": "klingon", "theme": 7, "author": {"a": 1}, "library": 9}');
  const odd = program({ library: p.library });
  expect(await odd.ask('settings.get')).toEqual({ language: 'uk', theme: 'system', author: '' });
  await odd.ask('plan.sample', { sample: 'sribne' });
});
