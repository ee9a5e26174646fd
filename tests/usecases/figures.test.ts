import { describe, expect, test } from 'vitest';
import type { Input } from '#contract/api.ts';
import { byId, manualPlan, program } from './helper.ts';

type Cells = Input<'figures.set'>['cells'];
const year = 2027;
const home = 's015.1';

describe('a figure that cannot be is refused and changes nothing', () => {
  const wrong: readonly (readonly [string, Partial<Cells[number]['key']>, Cells[number]['patch'], string])[] = [
    ['fewer than nobody', { measure: 'identified', service: home }, { value: -1 }, 'negative'],
    ['half a person', { measure: 'identified', service: home }, { value: 12.5 }, 'notWhole'],
    ['a third of a post', { measure: 'posts', service: home }, { value: 1.3 }, 'notQuarter'],
    ['a share above one', { measure: 'hiddenShare', service: home }, { value: 1.01 }, 'notShare'],
    ['a share below zero', { measure: 'hiddenShare', service: home }, { value: -0.1 }, 'negative'],
    ['more people than can be', { measure: 'population' }, { value: 1e13 }, 'tooLarge'],
    ['a low bound above the value', { measure: 'identified', service: home }, { value: 10, low: 11 }, 'bounds'],
    ['a high bound below the value', { measure: 'identified', service: home }, { value: 10, high: 9 }, 'bounds'],
    ['bounds the wrong way round', { measure: 'identified', service: home }, { value: null, low: 9, high: 8 }, 'bounds'],
    ['a negative bound', { measure: 'identified', service: home }, { value: 1, low: -2 }, 'negative'],
    ['an unknown service', { measure: 'identified', service: 's999' }, { value: 1 }, 'unknownId'],
    ['no service where one is needed', { measure: 'identified' }, { value: 1 }, 'unknownId'],
    ['a service where none belongs', { measure: 'population', service: home }, { value: 1 }, 'unknownId'],
    ['a group where none belongs', { measure: 'identified', service: home, group: 'elderly' }, { value: 1 }, 'unknownId'],
    ['an unknown group', { measure: 'groupSize', group: '__proto__' }, { value: 1 }, 'unknownId'],
    ['an unknown provider', { measure: 'posts', service: home, provider: 'nobody' }, { value: 1 }, 'unknownId'],
    ['a group of a service without the service', { measure: 'surveyYes', group: 'elderly' }, { value: 1 }, 'unknownId'],
  ];
  test.each(wrong)('%s', async (_what, key, patch, reason) => {
    const p = await manualPlan();
    const cell = { key: { ...p.key('population'), ...key }, patch };
    const error = await p.refuse('input.value', 'figures.set', { cells: [cell] });
    expect(error.details).toMatchObject({ reason, cells: [{ index: 0, reason }] });
    expect((await p.ask('figure.history', { key: p.key(cell.key.measure, key) })).length).toBe(0);
  });
  test('a territory, year or scenario that is not in the plan', async () => {
    const p = await manualPlan();
    const set = (key: Partial<Cells[number]['key']>) => p.app.dispatch('figures.set', { cells: [{ key: { ...p.key('population'), ...key }, patch: { value: 1 } }] });
    for (const key of [{ territory: 'nowhere' }, { year: 2031 }, { scenario: 'none' }]) {
      const reply = await set(key);
      expect(reply.ok ? 'ok' : reply.error.code, JSON.stringify(key)).toMatch(/^input\.(value|unknownId)$/);
    }
  });
  test.each([Number.NaN, Number.POSITIVE_INFINITY, '5', true, {}, [1]])('%j is not a number', async (value) => {
    const p = await manualPlan();
    await p.refuse('input.invalid', 'figures.set', { cells: [{ key: p.key('population'), patch: { value: value as number } }] });
  });
  test('-0 is stored as 0 and never shown as a negative zero', async () => {
    const p = await manualPlan();
    await p.ask('figures.set', { cells: [{ key: p.key('idpBalance'), patch: { value: -0 } }] });
    expect(Object.is((await p.ask('figure.get', { key: p.key('idpBalance') })).value, -0)).toBe(false);
  });
  test('one wrong cell of 10,000 refuses all; each wrong one is named; nothing is stored', async () => {
    const p = await manualPlan(year, Array.from({ length: 100 }, (_, n) => `v${n}`));
    const services = (await p.ask('needs.view', { year })).rows.slice(0, 25).map((row) => row.id);
    const cells: Cells[number][] = [];
    for (let v = 0; v < 100; v++) for (const service of services) for (const measure of ['identified', 'served', 'waiting', 'posts'] as const) cells.push({ key: p.key(measure, { service, territory: `v${v}` }), patch: { value: 3 } });
    expect(cells).toHaveLength(10_000);
    const bad = cells.with(7_777, { ...(cells[7_777] as Cells[number]), patch: { value: -5 } });
    const { revision } = (await p.ask('plan.current')) ?? { revision: -1 };
    const error = await p.refuse('input.value', 'figures.set', { cells: bad, label: 'paste' });
    expect(error.details).toMatchObject({ refused: 1, cells: [{ index: 7_777, reason: 'negative', key: bad[7_777]?.key }] });
    expect((await p.ask('plan.current'))?.revision).toBe(revision);
    expect((await p.ask('needs.view', { year })).rows.every((row) => row.identified.value === null)).toBe(true);
  });
  test('100,001 cells are refused before anything is looked at', async () => {
    const p = await manualPlan();
    const cell = { key: p.key('population'), patch: { value: 1 } };
    await p.refuse('input.invalid', 'figures.set', { cells: Array.from({ length: 100_001 }, () => cell) });
    await p.refuse('input.invalid', 'figures.set', { cells: [] });
  });
});

test('the same cell twice in one call: the last one counts, as in a pasted column', async () => {
  const p = await manualPlan();
  const key = p.key('population');
  await p.ask('figures.set', { cells: [{ key, patch: { value: 1 } }, { key, patch: { value: 2 } }] });
  expect((await p.ask('figure.get', { key })).value).toBe(2);
  // A patch of the source alone after a value keeps the value of the same call.
  await p.ask('figures.set', { cells: [{ key, patch: { value: 7 } }, { key, patch: { source: 'облік' } }] });
  expect(await p.ask('figure.get', { key })).toMatchObject({ value: 7, source: 'облік' });
  await p.ask('figures.set', { cells: [{ key, patch: { value: 8 } }, { key, patch: { value: null, source: '' } }] });
  expect((await p.ask('figure.get', { key })).value).toBeNull();
  await p.ask('figures.set', { cells: [{ key, patch: { value: null, source: '' } }, { key, patch: { value: 9 } }] });
  expect((await p.ask('figure.get', { key })).value).toBe(9);
});

test.each(["'; DROP TABLE figure; --", '<script>alert(1)</script>', '=HYPERLINK("http://x")', '\u202E\u0000\uD800', '𝔘'.repeat(200), '{{name}}', '$t(errors.bug)', '../../etc/passwd'])('a source %j is kept as it is, whatever it says', async (source) => {
  const p = await manualPlan();
  const key = p.key('population');
  const reply = await p.app.dispatch('figures.set', { cells: [{ key, patch: { value: 5, source, note: source } }] });
  if (reply.ok) {
    const kept = await p.ask('figure.get', { key });
    // SQLite and JSON hold whole characters only: a lone half of one cannot survive.
    expect(kept.source).toBe(source.toWellFormed());
    expect(kept.value).toBe(5);
  } else expect(reply.error.code).toBe('input.invalid');
  expect(p.log).toEqual([]);
  await p.ask('overview.view', { year });
});

test('a pasted block of 1,000 × 10 is one step: one undo takes it back, one redo brings it again, also after a restart', async () => {
  const p = await manualPlan(year, Array.from({ length: 100 }, (_, n) => `v${n}`));
  const services = (await p.ask('needs.view', { year })).rows.slice(0, 25).map((row) => row.id);
  const cells = Array.from({ length: 100 }, (_, v) => services.flatMap((service) =>
    (['identified', 'served', 'waiting', 'posts'] as const).map((measure, m) => ({ key: p.key(measure, { service, territory: `v${v}` }), patch: { value: m + 1 } })))).flat();
  const before = await p.ask('plan.view', { year });
  const { revision } = await p.ask('figures.set', { cells, label: 'paste' });
  expect(revision).toBe(before.revision + 1);
  expect((await p.ask('plan.view', { year })).undo).toEqual({ key: 'figures.paste', params: { count: 10_000 } });
  const total = async (one = p): Promise<number | null> => (await one.ask('needs.view', { year })).rows[0]?.identified.value ?? null;
  expect(await total()).toBe(100);
  await p.ask('history.undo');
  expect(await total()).toBeNull();
  const { path } = await p.ask('plan.view', { year });
  await p.ask('plan.close');

  const again = program({ library: p.library });
  await again.ask('plan.open', { path });
  expect(await total({ ...p, ...again })).toBeNull();
  expect((await again.ask('plan.view', { year })).redo).toEqual({ key: 'figures.paste', params: { count: 10_000 } });
  await again.ask('history.redo');
  expect(await total({ ...p, ...again })).toBe(100);
  await again.ask('plan.close');

  const third = program({ library: p.library });
  await third.ask('plan.open', { path });
  await third.ask('history.undo');
  expect(await total({ ...p, ...third })).toBeNull();
});

test('undo goes back to the empty plan and no further; a new change after undo forgets what could be redone', async () => {
  const p = await manualPlan(year, []);
  await p.ask('figures.set', { cells: [{ key: p.key('population'), patch: { value: 10 } }] });
  await p.ask('figures.set', { cells: [{ key: p.key('population'), patch: { value: 20 } }] });
  await p.ask('history.undo');
  expect((await p.ask('figure.get', { key: p.key('population') })).value).toBe(10);
  await p.ask('history.redo');
  await p.refuse('plan.nothingToRedo', 'history.redo');
  await p.ask('history.undo');
  await p.ask('figures.set', { cells: [{ key: p.key('population'), patch: { value: 30 } }] });
  await p.refuse('plan.nothingToRedo', 'history.redo');
  await p.ask('history.undo');
  await p.ask('history.undo');
  expect((await p.ask('figure.get', { key: p.key('population') })).value).toBeNull();
  await p.refuse('plan.nothingToUndo', 'history.undo');
});

test('a new value loses the bounds of the old one; a new source leaves them', async () => {
  const p = await manualPlan();
  const key = p.key('identified', { service: home });
  await p.ask('figures.set', { cells: [{ key, patch: { value: 100, low: 90, high: 120, method: 'estimate', source: 'оцінка' } }] });
  await p.ask('figures.set', { cells: [{ key, patch: { source: 'інша оцінка' } }] });
  expect(await p.ask('figure.get', { key })).toMatchObject({ value: 100, low: 90, high: 120, state: 'assumption' });
  await p.ask('figures.set', { cells: [{ key, patch: { value: 130 } }] });
  expect(await p.ask('figure.get', { key })).toMatchObject({ value: 130, low: null, high: null });
});

test('a cell set to not known is not zero: the need rests on nothing again', async () => {
  const p = await manualPlan();
  const cells = (identified: number | null, served: number | null) => [{ key: p.key('identified', { service: home }), patch: { value: identified } }, { key: p.key('served', { service: home }), patch: { value: served } }];
  await p.ask('figures.set', { cells: cells(0, 0) });
  expect(byId((await p.ask('needs.view', { year })).rows, home)).toMatchObject({ unmet: { value: 0 }, coverage: { state: 'na', value: null } });
  await p.ask('figures.set', { cells: cells(null, 5), label: 'clear' });
  expect(byId((await p.ask('needs.view', { year })).rows, home)).toMatchObject({ unmet: { value: null }, identified: { state: 'unknown' } });
});

test('served above the need is shown as a conflict and never clipped', async () => {
  const p = await manualPlan();
  await p.ask('figures.set', { cells: [{ key: p.key('identified', { service: home }), patch: { value: 9 } }, { key: p.key('served', { service: home }), patch: { value: 12 } }] });
  const row = byId((await p.ask('needs.view', { year })).rows, home);
  expect(row).toMatchObject({ state: 'conflict', excess: { state: 'conflict', value: 3 }, coverage: { state: 'conflict', value: 12 / 9 } });
  expect((await p.ask('overview.view', { year })).flags.map((flag) => flag.id)).toContain(`excess:${home}`);
});

test('the history of a figure tells each change with what was before', async () => {
  const p = await manualPlan();
  await p.ask('settings.set', { author: 'начальник відділу' });
  const key = p.key('population');
  for (const value of [1, 2, 3]) await p.ask('figures.set', { cells: [{ key, patch: { value } }] });
  const changes = await p.ask('figure.history', { key });
  expect(changes.map((change) => [change.before?.value ?? null, change.after?.value ?? null])).toEqual([[2, 3], [1, 2], [null, 1]]);
  expect(changes.every((change) => change.author === 'начальник відділу')).toBe(true);
  expect((await p.ask('trace.get', { ref: { kind: 'figure', key } })).who).toMatchObject({ author: 'начальник відділу' });
});

test('what is remembered between edits is what a fresh start computes', async () => {
  const p = await manualPlan(year, ['v1', 'v2']);
  await p.ask('scenario.add', { id: 'more', name: 'Більше' });
  const views = async (one: Pick<typeof p, 'ask'>) => Promise.all([
    one.ask('needs.view', { year }), one.ask('gaps.view', { year }), one.ask('capacity.view', { year }), one.ask('groups.view', { year }), one.ask('overview.view', { year }), one.ask('needs.view', { year, scenario: 'more' }),
  ]);
  const edits: Cells = [
    { key: p.key('identified', { service: home, territory: 'v1' }), patch: { value: 40 } }, { key: p.key('served', { service: home }), patch: { value: 12 } }, { key: p.key('population'), patch: { value: 900 } },
    { key: p.key('groupSize', { group: 'elderly' }), patch: { value: 200 } }, { key: p.key('surveyYes', { group: 'elderly', service: home }), patch: { value: 9 } }, { key: p.key('surveyAnswered', { group: 'elderly', service: home }), patch: { value: 60 } },
    { key: p.key('identified', { service: home, territory: 'v1', scenario: 'more' }), patch: { value: 44 } }, { key: p.key('postsFilled', { service: home }), patch: { value: 2 } }, { key: p.key('loadPerPost', { service: home }), patch: { value: 9 } },
    { key: p.key('identified', { service: home, territory: 'v2' }), patch: { value: 8 } }, { key: p.key('populationUrban'), patch: { value: 0 } }, { key: p.key('identified', { service: home, territory: 'v1' }), patch: { value: null } },
  ];
  for (const cell of edits) {
    await p.ask('figures.set', { cells: [cell] });
    await views(p);
  }
  await p.ask('need.choose', { service: home, method: 'max', reason: 'приклад' });
  const kept = await views(p);
  const { path } = await p.ask('plan.view', { year });
  await p.ask('plan.close');
  const fresh = program({ library: p.library });
  await fresh.ask('plan.open', { path });
  expect(await views(fresh)).toEqual(kept);
});
