import { describe, expect, test } from 'vitest';
import type { Input, Output } from '#contract/api.ts';
import type { Num, Trace } from '#contract/models.ts';
import { byId, manualPlan, program, type TestProgram } from './helper.ts';
import { missingTexts, objectsIn, sentencesIn } from './locales.ts';

const SRIBNE = 'UA74080150000033167';
type Plan = TestProgram & { readonly root: string };

/** A plan of a bundled community with 10,000 people in 2027. */
async function plan(community = SRIBNE, population: number | null = 10_000): Promise<Plan> {
  const p = program();
  await p.ask('plan.create', { community: { code: community }, year: 2027 } as Input<'plan.create'>);
  const { root } = await p.ask('plan.view', { year: 2027 });
  if (population !== null) await p.ask('figures.set', { cells: [{ key: { measure: 'population', territory: root, year: 2027 }, patch: { value: population, source: 'ЦНАП' } }] });
  return { ...p, root };
}
const view = (p: Plan, more: Partial<Input<'projection.view'>> = {}): Promise<Output<'projection.view'>> => p.ask('projection.view', { year: 2027, ...more });
const last = (nums: readonly Num[]): Num => nums.at(-1) as Num;
const size = (p: Plan, group: string, value: number) => p.ask('figures.set', { cells: [{ key: { measure: 'groupSize', group, territory: p.root, year: 2027 }, patch: { value, source: 'облік' } }] });
const event = { scenario: 'base', kind: 'idp_arrival', name: 'Прибуття', group: 'idp', from: 2028, to: 2028, low: 50, base: 80, high: 120, source: 'припущення' } as const;

describe('population', () => {
  test('ten years ahead with a range, closed every year, pyramid and assumptions', async () => {
    const p = await plan();
    const seen = await view(p);
    expect(seen.years).toEqual(Array.from({ length: 11 }, (_, n) => 2027 + n));
    expect(seen.rows[0]?.population).toMatchObject({ value: 10_000, state: 'known' });
    for (const [at, row] of seen.rows.entries()) {
      const before = seen.rows[at - 1];
      if (!before) continue;
      expect(row.population.value).toBeCloseTo((before.population.value ?? 0) + (row.births.value ?? 0) - (row.deaths.value ?? 0) + (row.migration.value ?? 0), 6);
      expect(row.population.low).toBeLessThan(row.population.value ?? 0);
      expect(row.population.high).toBeGreaterThan(row.population.value ?? 0);
    }
    const sum = (of: (band: (typeof seen.pyramid)[number]) => number): number => seen.pyramid.reduce((all, band) => all + of(band), 0);
    expect(sum((b) => b.male + b.female)).toBeCloseTo(10_000, 6);
    expect(sum((b) => b.maleTarget + b.femaleTarget)).toBeCloseTo(last(seen.rows.map((row) => row.population)).value ?? 0, 6);
    expect(seen.structure).toMatchObject({ whole: false, aged: true, asOf: '2022-01-01' });
    expect(seen.missing).toEqual([]);
  });
  test('an occupied community says what is missing and invents nothing', async () => {
    const p = await plan('UA14020050000019803', null);
    const seen = await view(p);
    expect(seen).toMatchObject({ occupied: true, missing: [{ measure: 'population' }], pyramid: [] });
    expect(seen.rows.every((row) => row.population.value === null)).toBe(true);
    expect(seen.groups.flatMap((group) => group.years).every((num) => num.value === null)).toBe(true);
  });
  test('a community entered by hand takes the ages of its oblast by name, else of the country', async () => {
    const p = await manualPlan();
    await p.ask('figures.set', { cells: ['v1', 'v2', 'v3'].map((territory, n) => ({ key: p.key('population', { territory }), patch: { value: 100 * (n + 1) } })) });
    const seen = await view(p);
    expect(seen.structure).toMatchObject({ whole: true, region: { uk: 'Україна' } });
    expect(seen.rows[0]?.population.value).toBe(600);
    const target = seen.places.reduce((sum, row) => sum + (row.target.value ?? 0), 0);
    expect(target).toBeCloseTo(last(seen.rows.map((row) => row.population)).value ?? 0, 6);
    await p.ask('figures.set', { cells: [{ key: p.key('population'), patch: { value: 500 } }] });
    expect((await view(p)).conflict).toBeCloseTo(100, 6);
  });
  test('the structure of 2022 as it was has fewer old people than the aged one', async () => {
    const p = await plan();
    const old = async (): Promise<number> => byId((await view(p)).groups, 'elderly').years[0]?.value ?? 0;
    await p.ask('projection.setGroup', { group: 'elderly', choice: { method: 'cohort', from: 60, to: 200 } });
    const bands = async () => (await view(p)).pyramid.filter((b) => b.from >= 60).reduce((n, b) => n + b.male + b.female, 0);
    const aged = await bands();
    await p.ask('projection.setStart', { aged: false });
    expect(await bands()).not.toBeCloseTo(aged, 0);
    expect((await view(p)).structure.aged).toBe(false);
    expect(await old()).toBeGreaterThan(0);
    await p.ask('history.undo');
    expect(await bands()).toBeCloseTo(aged, 9);
  });
});

describe('groups', () => {
  test('every group has a method with a reason; one that is not known says what to enter', async () => {
    const p = await plan();
    const { groups } = await view(p);
    expect(groups).toHaveLength(31);
    expect(groups.filter((group) => group.choice.reason.uk === '' || group.choice.reason.en === null)).toEqual([]);
    expect(byId(groups, 'pwd_group1').years[3]).toMatchObject({ value: null, missing: [{ measure: 'groupSize', group: 'pwd_group1' }] });
    expect(byId(groups, 'probation').years[3]?.state).toBe('na');
  });
  test('events add up, a removed event is gone, and events of the past stay in the first figure', async () => {
    const p = await plan();
    await size(p, 'idp', 1000);
    const idp = async (): Promise<readonly (number | null)[]> => byId((await view(p)).groups, 'idp').years.map((num) => num.value);
    await p.ask('event.put', { ...event, to: 2029 });
    await p.ask('event.put', { ...event, from: 2026, to: 2026 });
    expect((await idp()).slice(0, 4)).toEqual([1000, 1080, 1160, 1160]);
    expect(byId((await view(p)).groups, 'idp').years[2]).toMatchObject({ low: 1100, high: 1240 });
    const { events } = await p.ask('projection.setup', { year: 2027 });
    await p.ask('event.remove', { id: events.find((row) => row.from === 2028)?.id ?? '' });
    expect((await idp()).slice(0, 3)).toEqual([1000, 1000, 1000]);
  });
  test('whoever an event brings into a group is counted in it once, by share and by age alike', async () => {
    const p = await plan();
    await size(p, 'pwd', 500);
    await size(p, 'elderly', 2000);
    const seen = async (group: string) => { const found = await view(p); return { group: byId(found.groups, group).years.map((num) => num.value ?? NaN), people: found.rows.map((each) => each.population.value ?? NaN) }; };
    for (const group of ['pwd', 'elderly']) {
      const before = await seen(group);
      await p.ask('event.put', { ...event, group });
      const after = await seen(group);
      expect([(after.group[1] ?? 0) - (before.group[1] ?? 0), (after.people[1] ?? 0) - (before.people[1] ?? 0)]).toEqual([expect.closeTo(80, 6), expect.closeTo(80, 6)]);
      await p.ask('history.undo');
      if (group === 'elderly') continue;
      await p.ask('event.put', { ...event, group, moves: false });
      const inside = await seen(group);
      expect([(inside.group[1] ?? 0) - (before.group[1] ?? 0), (inside.people[1] ?? 0) - (before.people[1] ?? 0)]).toEqual([expect.closeTo(80, 6), 0]);
      await p.ask('history.undo');
    }
    await p.refuse('projection.ageGroup', 'event.put', { ...event, group: 'elderly', moves: false });
    await p.refuse('projection.ageGroup', 'event.put', { ...event, group: 'elderly', ageTo: 40 });
  });
  test('a trend refuses two years and takes three', async () => {
    const p = await plan();
    await size(p, 'pwd_group1', 130);
    await p.ask('year.add', { year: 2025 });
    await p.ask('year.add', { year: 2026 });
    const put = (year: number, value: number) => p.ask('figures.set', { cells: [{ key: { measure: 'groupSize', group: 'pwd_group1', territory: p.root, year }, patch: { value } }] });
    await put(2026, 120);
    await p.ask('projection.setGroup', { group: 'pwd_group1', choice: { method: 'trend', reason: 'реєстр' } });
    expect(byId((await view(p)).groups, 'pwd_group1')).toMatchObject({ trend: { refused: 'few' }, years: [{ value: 130 }, { value: null }, {}, {}, {}, {}, {}, {}, {}, {}, {}] });
    await put(2025, 110);
    const group = byId((await view(p)).groups, 'pwd_group1');
    expect(group.trend?.slope).toBeCloseTo(10, 9);
    expect(last(group.years).value).toBeCloseTo(230, 6);
    expect(await p.ask('projection.trend', { measure: 'groupSize', group: 'pwd_group1', until: 2030 })).toMatchObject({ refused: null, points: [{ year: 2025 }, {}, {}] });
  });
});

describe('scenarios', () => {
  test('suggested ones are differences that can be changed; the comparison shows them beside the base', async () => {
    const p = await plan();
    await size(p, 'idp', 1000);
    await p.ask('figures.set', { cells: [{ key: { measure: 'identified', service: 's015.1', territory: p.root, year: 2027 }, patch: { value: 453 } }, { key: { measure: 'served', service: 's015.1', territory: p.root, year: 2027 }, patch: { value: 316 } }] });
    await p.ask('scenario.suggest', { suggestion: 'hard', id: 'hard', name: 'Тяжкий', year: 2027 });
    await p.ask('scenario.suggest', { suggestion: 'recovery', id: 'recovery', name: 'Відновлення', year: 2027 });
    await p.refuse('scenario.exists', 'scenario.suggest', { suggestion: 'hard', id: 'hard', name: 'Тяжкий', year: 2027 });
    const compare = await p.ask('projection.compare', { year: 2027, group: 'idp' });
    const people = Object.fromEntries(compare.scenarios.map((row) => [row.id, last(row.population).value ?? 0]));
    expect(people['hard']).toBeLessThan(people['base'] ?? 0);
    expect(people['recovery']).toBeGreaterThan(people['base'] ?? 0);
    expect(Object.fromEntries(compare.scenarios.map((row) => [row.id, last(row.group).value]))).toEqual({ base: 1000, hard: 1200, recovery: 700 });
    const home = (id: string) => byId(byId(compare.scenarios, id).services, 's015.1');
    expect(home('base').unmet.value).toBeCloseTo((home('base').general.value ?? 0) - 316, 9);
    expect(compare.services.find((row) => row.id === 's015.1')?.drivers.length).toBeGreaterThan(0);
    const setup = await p.ask('projection.setup', { year: 2027 });
    expect(setup.suggestions.map((row) => row.taken)).toEqual([true, true]);
    const first = byId(setup.scenarios, 'hard').differences.find((row) => row.target === 'idp');
    await p.ask('difference.put', { ...first, value: 50 } as Input<'difference.put'>);
    await p.ask('difference.put', { scenario: 'hard', what: 'measure', target: 's015.1', measure: 'served', from: 2030, how: 'number', value: 20, reason: 'нова ставка' });
    const again = await p.ask('projection.compare', { year: 2027, group: 'idp' });
    expect(last(byId(again.scenarios, 'hard').group).value).toBe(1500);
    const after = byId(byId(again.scenarios, 'hard').services, 's015.1');
    expect(after.unmet.value).toBeCloseTo((after.general.value ?? 0) - 336, 9);
  });
  test('a difference has a range of its own, within its order; one in an event holds where the event does', async () => {
    const p = await plan();
    await size(p, 'idp', 1000);
    await p.ask('scenario.add', { id: 'a', name: 'А' });
    const more = { scenario: 'a', what: 'group', target: 'idp', from: 2028, how: 'percent', low: 10, value: 20, high: 40 } as const;
    await p.ask('difference.put', more);
    expect(byId((await view(p, { scenario: 'a' })).groups, 'idp').years[1]).toMatchObject({ low: 1100, value: 1200, high: 1400 });
    await p.refuse('input.value', 'difference.put', { ...more, low: 30 });
    await p.refuse('input.value', 'difference.put', { ...more, low: -120 });
    await p.ask('event.put', event);
    const target = (await p.ask('projection.setup', { year: 2027 })).events[0]?.id ?? '';
    const { territories } = await p.ask('community.view', { year: 2027 });
    await p.refuse('projection.eventPlace', 'difference.put', { scenario: 'a', what: 'event', target, territory: territories.find((each) => each.parent === p.root)?.id ?? '', from: 2028, how: 'percent', value: 100 });
    await p.ask('difference.put', { scenario: 'a', what: 'event', target, from: 2028, how: 'percent', value: 100 });
    expect(byId((await view(p, { scenario: 'a' })).groups, 'idp').years[1]?.value).toBe(1160 * 1.2);
  });
  test('families are not taken from persons in later years either', async () => {
    const p = await plan();
    const key = (measure: 'identified' | 'served') => ({ measure, service: 's015.1', territory: p.root, year: 2027 });
    await p.ask('figures.set', { cells: [{ key: key('identified'), patch: { value: 453 } }, { key: key('served'), patch: { value: 100, counted: 'family' } }] });
    const [base] = (await p.ask('projection.compare', { year: 2027 })).scenarios;
    expect(byId(base?.services ?? [], 's015.1')).toMatchObject({ general: { value: expect.any(Number) as number }, unmet: { value: null } });
  });
  test('copying, renaming and removing keep and drop differences, events and figures together', async () => {
    const p = await plan();
    await size(p, 'idp', 1000);
    await p.ask('scenario.add', { id: 'a', name: 'А' });
    const made = await p.ask('event.put', { ...event, scenario: 'a' });
    const own = (await p.ask('projection.setup', { year: 2027 })).events[0]?.id ?? '';
    await p.ask('difference.put', { scenario: 'a', what: 'event', target: own, from: 2028, how: 'percent', value: 100 });
    await p.ask('figures.set', { cells: [{ key: { measure: 'groupSize', group: 'idp', territory: p.root, year: 2027, scenario: 'a' }, patch: { value: 2000 } }] });
    await p.ask('scenario.copy', { from: 'a', id: 'b', name: 'Б' });
    await p.ask('scenario.rename', { id: 'b', name: 'Бета' });
    await p.ask('scenario.remove', { id: 'a' });
    const { scenarios, events } = await p.ask('projection.setup', { year: 2027 });
    expect(scenarios.map((row) => [row.id, row.name, row.differences.length, row.figures.map((figure) => [figure.value, figure.base])])).toEqual([['base', expect.any(String), 0, []], ['b', 'Бета', 1, [[2000, 1000]]]]);
    expect(events.map((row) => row.scenario)).toEqual(['b']);
    expect(byId((await view(p, { scenario: 'b' })).groups, 'idp').years.slice(0, 2).map((num) => num.value)).toEqual([2000, 2160]);
    expect(made.revision).toBeGreaterThan(0);
  });
  test('a figure of the first year in a scenario holds its earlier differences already', async () => {
    const p = await plan();
    await size(p, 'idp', 1000);
    await p.ask('scenario.add', { id: 'a', name: 'А' });
    await p.ask('difference.put', { scenario: 'a', what: 'group', target: 'idp', from: 2027, how: 'percent', value: 20 });
    const idp = async () => byId((await view(p, { scenario: 'a' })).groups, 'idp').years.slice(0, 2).map((num) => num.value);
    expect(await idp()).toEqual([1200, 1200]);
    await p.ask('figures.set', { cells: [{ key: { measure: 'groupSize', group: 'idp', territory: p.root, year: 2027, scenario: 'a' }, patch: { value: 1300 } }] });
    expect(await idp()).toEqual([1300, 1300]);
  });
});

describe('taking over', () => {
  test('writes estimates of a future year in one step; entered figures stay unless asked', async () => {
    const p = await plan();
    await size(p, 'idp', 1000);
    const seen = await view(p);
    const wanted = seen.rows[3]?.population.value ?? 0;
    const take = { year: 2027, target: 2030, groups: ['idp', 'probation'], source: 'Прогноз' };
    await p.ask('projection.take', take);
    expect((await p.ask('plan.view', { year: 2030 })).years).toContain(2030);
    const cell = await p.ask('figure.get', { key: { measure: 'population', territory: p.root, year: 2030 } });
    expect(cell).toMatchObject({ value: Math.round(wanted), method: 'estimate', source: 'Прогноз' });
    expect([cell.low, cell.high].every((bound) => Number.isInteger(bound))).toBe(true);
    await p.refuse('projection.nothing', 'projection.take', take);
    await p.ask('projection.take', { ...take, replace: true });
    await p.ask('history.undo');
    await p.refuse('input.unknownId', 'projection.take', { ...take, target: 2027 });
    expect((await view(p)).rows[3]?.population.value).toBeCloseTo(wanted, 9);
  });
});

describe('parameters', () => {
  test('an entered value stands over the published one from its year on; taken back, the published one stands again', async () => {
    const p = await plan();
    const births = async (): Promise<number> => (await view(p)).rows[2]?.births.value ?? 0;
    const published = await births();
    const cell = { parameter: 'tfr', since: 2028, value: { low: 1.8, base: 2, high: 2.2, source: 'власне' } };
    await p.ask('projection.setParameters', { cells: [cell] });
    expect(await births()).toBeGreaterThan(published * 1.5);
    expect((await p.ask('projection.setup', { year: 2027 })).parameters.find((row) => row.kind === 'own')).toMatchObject({ parameter: 'tfr', since: 2028, source: { uk: 'власне' } });
    await p.ask('projection.setParameters', { cells: [{ ...cell, value: null }] });
    expect(await births()).toBe(published);
    expect((await p.ask('projection.setup', { year: 2027 })).migration2021?.value).toBeCloseTo((-1449 / 976_701) * 1000, 9);
  });
  test('refuses what cannot be', async () => {
    const p = await plan();
    const put = (parameter: string, low: number, base: number, high: number) => ({ cells: [{ parameter, since: 2028, value: { low, base, high } }] });
    await p.refuse('input.unknownId', 'projection.setParameters', put('nothing', 1, 1, 1));
    await p.refuse('input.value', 'projection.setParameters', put('tfr', -1, 1, 2));
    await p.refuse('input.value', 'projection.setParameters', put('tfr', 3, 1, 2));
    await p.refuse('input.value', 'projection.setParameters', put('sexRatio', 10, 10, 10));
    await p.refuse('input.unknownId', 'event.put', { ...event, territory: 'nowhere' });
    await p.refuse('input.unknownId', 'event.put', { ...event, scenario: 'none' });
    await p.refuse('input.value', 'event.put', { ...event, low: 200 });
    await p.refuse('input.value', 'event.put', { ...event, to: 2020 });
    await p.refuse('input.unknownId', 'difference.put', { scenario: 'base', what: 'population', from: 2028, how: 'percent', value: 5 });
    await p.ask('scenario.add', { id: 'a', name: 'А' });
    await p.refuse('input.unknownId', 'difference.put', { scenario: 'a', what: 'measure', target: 's999', measure: 'served', from: 2028, how: 'percent', value: 5 });
    await p.refuse('input.value', 'difference.put', { scenario: 'a', what: 'group', target: 'idp', from: 2028, how: 'percent', value: -120 });
    await p.refuse('input.unknownId', 'projection.setGroup', { group: 'nobody', choice: null });
    await p.refuse('input.value', 'projection.setGroup', { group: 'idp', choice: { method: 'growth' } });
    expect(p.log).toEqual([]);
  });
});

test('every projected number explains itself as it is shown, in both languages', async () => {
  const p = program();
  await p.sample('training');
  const { root, scenarios } = await p.ask('plan.view', { year: 2027 });
  await p.ask('event.put', event);
  await p.ask('event.put', { ...event, group: 'pwd', ageFrom: 18 });
  await p.ask('event.put', { ...event, group: 'elderly' });
  await p.ask('difference.put', { scenario: scenarios[1]?.id ?? '', what: 'group', target: 'idp', from: 2029, how: 'percent', value: 20, reason: 'припущення' });
  const { territories } = await p.ask('community.view', { year: 2027 });
  const found = { view: await p.ask('projection.view', { year: 2027 }), village: await p.ask('projection.view', { year: 2027, territory: territories.find((row) => row.parent === root)?.id ?? '' }), compare: await p.ask('projection.compare', { year: 2027, group: 'elderly' }) };
  const wrong: string[] = [];
  const texts = new Set<string>();
  let numbers = 0;
  for (const [path, object] of objectsIn(found)) {
    const num = object as unknown as Num;
    if (!('missing' in object) || !num.ref || num.ref.kind !== 'projected' || (num.ref.target % 5 !== 0 && num.ref.target !== 2037 && num.ref.target !== 2029)) continue;
    numbers += 1;
    const reply = await p.app.dispatch('trace.get', { ref: num.ref });
    const trace = reply.ok ? reply.value as Trace : null;
    for (const sentence of trace ? sentencesIn(trace) : []) for (const text of missingTexts(sentence)) texts.add(text);
    // The steps lead to the number itself.
    const end = trace?.steps.at(-1)?.at(-1);
    if (num.ref.what === 'group' && typeof end === 'object' && Math.abs((end.n ?? NaN) - (num.value ?? NaN)) > 1e-6) wrong.push(`${path} ${JSON.stringify(num.ref)} steps end in ${end.n} ≠ ${num.value}`);
    const same = trace !== null && trace.num.state === num.state && (['value', 'low', 'high'] as const).every((side) => Math.abs((trace.num[side] ?? 0) - (num[side] ?? 0)) < 1e-6 && (trace.num[side] === null) === (num[side] === null));
    if (!same) wrong.push(`${path} ${JSON.stringify(num.ref)} ${reply.ok ? `${trace?.num.value} ≠ ${num.value}` : reply.error.code}`);
  }
  for (const sentence of sentencesIn(found)) for (const text of missingTexts(sentence)) texts.add(text);
  expect(numbers).toBeGreaterThan(150);
  expect(wrong.slice(0, 10)).toEqual([]);
  expect([...texts]).toEqual([]);
  expect(p.log).toEqual([]);
});
