import { describe, expect, test } from 'vitest';
import { byId, manualPlan } from './helper.ts';

const home = 's015.1';
const care = { service: home };

describe('a new year from the last one', () => {
  const carried = async () => {
    const p = await manualPlan(2026);
    await p.ask('figures.set', { cells: [
      { key: p.key('identified', care), patch: { value: 50, source: 'облік', asOf: '2026-01-01' } }, { key: p.key('served', care), patch: { value: 30 } },
      { key: p.key('groupSize', { group: 'elderly' }), patch: { value: 200 } }, { key: p.key('population'), patch: { value: 1000 } },
      { key: p.key('postsFilled', care), patch: { value: 3 } }, { key: p.key('waiting', care), patch: { value: null, source: 'питали, не знають' } },
    ] });
    await p.ask('year.add', { year: 2027, from: 2026 });
    return { ...p, at: (measure: Parameters<typeof p.key>[0], more = {}) => p.key(measure, { year: 2027, ...more }) };
  };
  test('figures are grey and count as not known until confirmed', async () => {
    const p = await carried();
    const row = byId((await p.ask('needs.view', { year: 2027 })).rows, home);
    expect(row).toMatchObject({ state: 'carried', identified: { state: 'carried', value: 50, source: 'облік', asOf: '2026-01-01' }, general: { value: null }, unmet: { value: null }, coverage: { value: null } });
    expect(byId((await p.ask('groups.view', { year: 2027 })).rows, 'elderly').size.state).toBe('carried');
    expect((await p.ask('plan.view', { year: 2027 })).counts).toMatchObject({ needs: { known: 0 }, groups: { known: 0 } });
    expect(byId((await p.ask('capacity.view', { year: 2027 })).rows, home).byStaff.value).toBeNull();
    expect((await p.ask('overview.view', { year: 2027 })).next.map((step) => step.id)).toContain('carried');
    expect(row.waiting.state).toBe('unknown');
  });
  test('the old year stays as it was', async () => {
    const p = await carried();
    expect(byId((await p.ask('needs.view', { year: 2026 })).rows, home)).toMatchObject({ state: 'known', unmet: { value: 20 } });
    expect((await p.ask('plan.view', { year: 2027 })).years).toEqual([2026, 2027]);
  });
  test('a block is confirmed in one step, which can be undone', async () => {
    const p = await carried();
    await p.ask('figures.confirm', { keys: [p.at('identified', care), p.at('served', care), p.at('posts', care)] });
    expect(byId((await p.ask('needs.view', { year: 2027 })).rows, home)).toMatchObject({ state: 'known', unmet: { value: 20 } });
    expect(byId((await p.ask('groups.view', { year: 2027 })).rows, 'elderly').size.state).toBe('carried');
    expect((await p.ask('plan.view', { year: 2027 })).undo).toEqual({ key: 'figures.confirm', params: { count: 2 } });
    await p.ask('history.undo');
    expect(byId((await p.ask('needs.view', { year: 2027 })).rows, home).state).toBe('carried');
  });
  test('typing over a carried figure makes it known', async () => {
    const p = await carried();
    await p.ask('figures.set', { cells: [{ key: p.at('identified', care), patch: { value: 55 } }] });
    expect(byId((await p.ask('needs.view', { year: 2027 })).rows, home).identified).toMatchObject({ state: 'known', value: 55 });
  });
  test('confirming nothing that waits changes nothing', async () => {
    const p = await carried();
    const before = await p.ask('plan.view', { year: 2027 });
    await p.ask('figures.confirm', { keys: [p.key('identified', care)] });
    expect((await p.ask('plan.view', { year: 2027 })).revision).toBe(before.revision);
  });
  test('a year that is there, and one from a year that is not, are refused', async () => {
    const p = await carried();
    await p.refuse('year.exists', 'year.add', { year: 2027 });
    await p.refuse('input.unknownId', 'year.add', { year: 2028, from: 2020 });
    await p.refuse('input.invalid', 'year.add', { year: 1990 });
    await p.refuse('input.unknownId', 'needs.view', { year: 2028 });
  });
  test('adding the year can be undone whole', async () => {
    const p = await carried();
    await p.ask('history.undo');
    expect((await p.ask('plan.view', { year: 2026 })).years).toEqual([2026]);
    await p.ask('year.add', { year: 2027, from: null });
    expect(byId((await p.ask('needs.view', { year: 2027 })).rows, home).identified.state).toBe('unknown');
  });
});

describe('scenarios', () => {
  const withScenario = async () => {
    const p = await manualPlan();
    await p.ask('figures.set', { cells: [{ key: p.key('identified', care), patch: { value: 50 } }, { key: p.key('served', care), patch: { value: 30 } }] });
    await p.ask('scenario.add', { id: 'more', name: 'Більше ВПО' });
    return p;
  };
  const unmet = async (p: Awaited<ReturnType<typeof withScenario>>, scenario: string) => byId((await p.ask('needs.view', { year: 2027, scenario })).rows, home).unmet.value;
  test('a scenario is the base until something differs; the base never changes with it', async () => {
    const p = await withScenario();
    expect(await unmet(p, 'more')).toBe(20);
    await p.ask('figures.set', { cells: [{ key: p.key('identified', { ...care, scenario: 'more' }), patch: { value: 80 } }] });
    expect(await unmet(p, 'more')).toBe(50);
    expect(await unmet(p, 'base')).toBe(20);
    await p.ask('figures.set', { cells: [{ key: p.key('served', care), patch: { value: 40 } }] });
    expect(await unmet(p, 'more')).toBe(40);
    expect(await unmet(p, 'base')).toBe(10);
  });
  test('clearing a difference returns to the base', async () => {
    const p = await withScenario();
    await p.ask('figures.set', { cells: [{ key: p.key('identified', { ...care, scenario: 'more' }), patch: { value: 80, source: 'припущення' } }] });
    expect(await unmet(p, 'more')).toBe(50);
    await p.ask('figures.set', { cells: [{ key: p.key('identified', { ...care, scenario: 'more' }), patch: { value: null } }], label: 'clear' });
    expect(await unmet(p, 'more')).toBe(20);
  });
  test('an unknown scenario, the base, and a name given twice', async () => {
    const p = await withScenario();
    await p.refuse('input.unknownId', 'needs.view', { year: 2027, scenario: 'none' });
    await p.refuse('input.unknownId', 'scenario.remove', { id: 'base' });
    await p.refuse('input.unknownId', 'scenario.remove', { id: 'none' });
    await p.ask('scenario.remove', { id: 'more' });
    await p.refuse('input.unknownId', 'needs.view', { year: 2027, scenario: 'more' });
    await p.ask('history.undo');
    expect(await unmet(p, 'more')).toBe(20);
  });
});

describe('the territory tree', () => {
  test('a loop is refused, and removing a place with places inside', async () => {
    const p = await manualPlan();
    await p.ask('territory.add', { id: 'd1', parent: p.root, kind: 'starosta', name: 'Округ' });
    await p.ask('territory.update', { id: 'v1', parent: 'd1' });
    await p.refuse('input.unknownId', 'territory.update', { id: 'd1', parent: 'v1' });
    await p.refuse('input.unknownId', 'territory.update', { id: 'd1', parent: 'd1' });
    await p.refuse('territory.hasChildren', 'territory.remove', { id: 'd1' });
    await p.refuse('territory.hasChildren', 'territory.remove', { id: p.root });
    await p.refuse('input.unknownId', 'territory.add', { id: 'v1', parent: p.root, kind: 'settlement', name: 'Двічі' });
    await p.refuse('input.unknownId', 'territory.add', { parent: 'nowhere', kind: 'settlement', name: 'Х' });
    await p.refuse('input.unknownId', 'territory.remove', { id: 'nowhere' });
    await p.refuse('input.unknownId', 'needs.view', { year: 2027, territory: 'nowhere' });
    await p.ask('territory.update', { id: p.root, parent: 'v1' }).catch(() => undefined);
    expect((await p.ask('community.view', { year: 2027 })).territories.find((row) => row.id === p.root)?.parent).toBeNull();
  });
  test('a total of which parts are not known is "at least"; with all parts it is whole; an own figure stands beside the sum', async () => {
    const p = await manualPlan();
    const at = (territory: string, value: number | null) => ({ key: p.key('identified', { ...care, territory }), patch: { value } });
    const row = async () => byId((await p.ask('needs.view', { year: 2027 })).rows, home);
    await p.ask('figures.set', { cells: [at('v1', 10), at('v2', 5)] });
    expect((await row()).identified).toMatchObject({ state: 'partial', value: null, low: 15, high: null });
    expect((await row()).general).toMatchObject({ state: 'partial', value: null, low: 15 });
    await p.ask('figures.set', { cells: [at('v3', 0)] });
    expect((await row()).identified).toMatchObject({ state: 'computed', value: 15 });
    await p.ask('figures.set', { cells: [at(p.root, 20)] });
    expect((await row()).identified).toMatchObject({ state: 'known', value: 20 });
    const trace = await p.ask('trace.get', { ref: { kind: 'figure', key: p.key('identified', care) } });
    expect(trace.assumptions).toContainEqual({ key: 'assumption.totalConflict', params: { difference: 5 } });
  });
  test('a removed place takes its figures along, and undo brings both back', async () => {
    const p = await manualPlan();
    await p.ask('figures.set', { cells: ['v1', 'v2', 'v3'].map((territory) => ({ key: p.key('identified', { ...care, territory }), patch: { value: 4 } })) });
    const total = async () => byId((await p.ask('needs.view', { year: 2027 })).rows, home).identified.value;
    await p.ask('territory.remove', { id: 'v3' });
    expect(await total()).toBe(8);
    await p.ask('history.undo');
    expect(await total()).toBe(12);
  });
  test('moving a village moves its people', async () => {
    const p = await manualPlan();
    await p.ask('territory.add', { id: 'd1', parent: p.root, kind: 'starosta', name: 'Округ' });
    await p.ask('figures.set', { cells: ['v1', 'v2', 'v3'].map((territory) => ({ key: p.key('population', { territory }), patch: { value: 100 } })) });
    await p.ask('territory.update', { id: 'v1', parent: 'd1' });
    await p.ask('territory.update', { id: 'v2', parent: 'd1' });
    const { territories } = await p.ask('community.view', { year: 2027 });
    expect(byId(territories, 'd1').population).toMatchObject({ state: 'computed', value: 200 });
    expect(byId(territories, p.root).population.value).toBe(300);
  });
});
