import { beforeEach, describe, expect, test } from 'vitest';
import type { NeedRow } from '#contract/api/needs.ts';
import { byId, program, type TestProgram } from './helper.ts';

/** «Срібне 2020» as its territorial centre published it on 01.02.2020: every result to the digit. */
describe('Срібне 2020', () => {
  let p: TestProgram;
  let rows: readonly NeedRow[];
  beforeEach(async () => {
    p = program();
    await p.sample('sribne');
    rows = (await p.ask('needs.view', { year: 2020 })).rows;
  });
  const row = (code: string): NeedRow => rows.find((each) => each.code === code) as NeedRow;

  test('home care: 453 identified, 316 served, 137 without, bounds equal, coverage 316/453 unrounded', () => {
    const home = row('015.1');
    expect(home.identified).toMatchObject({ state: 'known', value: 453 });
    expect(home.served).toMatchObject({ state: 'known', value: 316 });
    expect(home.general).toMatchObject({ state: 'computed', value: 453, low: 453, high: 453, assumed: false });
    expect(home.unmet).toMatchObject({ state: 'computed', value: 137, low: 137, high: 137, assumed: false, missing: [] });
    expect(home.coverage.value).toBe(316 / 453);
    expect(home.excess.state).toBe('na');
    expect(home.state).toBe('known');
  });
  test('day department: 545 and 361, 184 without', () => {
    expect(row('015.3').unmet).toMatchObject({ value: 184, low: 184, high: 184 });
    expect(row('015.3').coverage.value).toBe(361 / 545);
  });
  test('in-kind help: everybody identified is served, 0 is a number and not "not known"', () => {
    expect(row('019.0')).toMatchObject({ state: 'known', unmet: { state: 'computed', value: 0 }, coverage: { value: 1 } });
  });
  test('residential: 25 places, 18 occupied; nobody counted who needs it, so nothing follows', () => {
    const residential = row('015.2');
    expect(residential.places.value).toBe(25);
    expect(residential.occupied.value).toBe(18);
    expect(residential.identified).toMatchObject({ state: 'unknown', value: null });
    for (const num of [residential.general, residential.unmet, residential.coverage]) expect(num.value).toBeNull();
    expect(residential.unmet.missing.map((key) => key.measure)).toEqual(['identified']);
    expect(residential.state).toBe('unknown');
  });
  test('services nobody entered stay not known, never 0', () => {
    for (const each of rows.filter((one) => !['015.1', '015.2', '015.3', '019.0'].includes(one.code ?? ''))) {
      expect([each.identified.value, each.served.value, each.general.value, each.unmet.value, each.coverage.value], each.id).toEqual([null, null, null, null, null]);
    }
  });
  test('the published total of 1599 adds 25 places to 1574 people: a flag says so', async () => {
    const { flags } = await p.ask('overview.view', { year: 2020 });
    const flag = byId(flags, 'published');
    expect(flag.level).toBe('conflict');
    expect(flag.text.params).toMatchObject({ total: 1599, places: 25, persons: 1574 });
  });
  test('the total of the matrix never holds places: every unmet is in persons', async () => {
    const { rows: gaps } = await p.ask('gaps.view', { year: 2020 });
    expect(gaps.filter((each) => each.total.unmet.value !== null).map((each) => [each.code, each.total.unmet.value, each.total.unmet.unit])).toEqual([['015.3', 184, 'person'], ['015.1', 137, 'person'], ['019.0', 0, 'person']]);
  });
  test('norms not in force on 01.02.2020 take no part and are named as such', async () => {
    await p.ask('figures.set', { cells: [{ key: { measure: 'postsFilled', service: 's015.1', territory: rows[0]?.identified.key.territory ?? '', year: 2020 }, patch: { value: 40 } }] });
    const { rows: capacity } = await p.ask('capacity.view', { year: 2020 });
    const norms = (await p.ask('trace.get', { ref: { kind: 'result', result: 'capacityStaff', service: 's015.1', group: '', territory: rows[0]?.identified.key.territory ?? '', year: 2020, scenario: 'base' } })).norms;
    const home = byId(capacity, 's015.1');
    for (const norm of norms) expect(norm.effect === 'used' ? home.byStaff.value : 'not used', norm.normId).not.toBeNull();
    await p.ask('plan.set', { calcDate: '1992-01-01' });
    const old = await p.ask('trace.get', { ref: { kind: 'result', result: 'generalNeed', service: 's015.1', group: '', territory: rows[0]?.identified.key.territory ?? '', year: 2020, scenario: 'base' } });
    expect(old.norms.length).toBeGreaterThan(0);
    expect(old.norms.map((norm) => norm.effect)).toEqual(old.norms.map(() => 'notInForce'));
  });
});
