import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Cohorts, movePeople, scaleCohorts, stepYear, totalOf } from '../../src-main/domain/projection/cohort.ts';
import { projectGroup, type GroupFacts } from '../../src-main/domain/projection/groups.ts';
import { AGES } from '../../src-main/domain/projection/lifeTable.ts';
import { parametersOf, type Parameter } from '../../src-main/domain/projection/parameters.ts';
import { projectPeople, type PeopleEvent, type PeopleFacts, type PlaceFacts } from '../../src-main/domain/projection/people.ts';
import { withChanges } from '../../src-main/domain/projection/services.ts';
import { UNKNOWN } from '../../src-main/domain/range.ts';
import { country, evenly, published } from './projectionCases.ts';

const people = fc.array(fc.double({ min: 0, max: 5000, noNaN: true }), { minLength: AGES, maxLength: AGES });
const cohorts: fc.Arbitrary<Cohorts> = fc.record({ male: people, female: people });
const close = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(a), Math.abs(b));

const row = (parameter: string, low: number, base: number, high: number): Parameter => ({ parameter, territory: '', since: 2000, low, base, high });
/** Any rates: a life table that is a multiple of the published one, any fertility and migration. */
const rates = fc.record({ level: fc.double({ min: 0, max: 5, noNaN: true }), tfr: fc.double({ min: 0, max: 8, noNaN: true }), ratio: fc.double({ min: 90, max: 120, noNaN: true }), migration: fc.double({ min: -1200, max: 1000, noNaN: true }) });
const defaults = published();
const base = ['male', 'female'].flatMap((sex) => [0, 1, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55, 60, 65, 70, 75, 80, 85, 90, 95, 100].map((age) => { const m = defaults.value(`mx.${sex}.${age}`, 2026, 'base'); return row(`mx.${sex}.${age}`, m, m, m); }));
const pattern = [15, 20, 25, 30, 35, 40, 45].map((age) => { const f = defaults.value(`asfr.${age}`, 2026, 'base'); return row(`asfr.${age}`, f, f, f); });
const parameters = (r: { level: number; tfr: number; ratio: number; migration: number }) => parametersOf([...base, ...pattern, row('mortality', r.level, r.level, r.level), row('tfr', r.tfr, r.tfr, r.tfr), row('sexRatio', r.ratio, r.ratio, r.ratio), row('migration', r.migration, r.migration, r.migration), row('migrationTo', 59, 59, 59)]);

const event = (more: Partial<PeopleEvent>): PeopleEvent => ({ id: 'e', territory: '', from: 2028, to: 2028, unit: 'person', atStart: false, low: 0, base: 0, high: 0, ageFrom: 0, ageTo: 200, sex: 'all', ...more });
const shape = scaleCohorts(country(), 1 / totalOf(country()));
const place = (id: string, parent: string | null, population: number | null): PlaceFacts => ({ id, parent, shape, population: { low: population, base: population, high: population } });
const facts = (places: readonly PlaceFacts[], events: readonly PeopleEvent[], p = defaults): PeopleFacts => ({ start: 2027, horizon: 10, places, root: 'c', parameters: p, events, eventChanges: [] });

describe('one year', () => {
  test('conserves people: after = before + births − deaths + migration, and nobody is negative', () => {
    fc.assert(fc.property(cohorts, rates, (before, r) => {
      const step = stepYear(before, parameters(r).rates(2027, 'base'));
      return close(totalOf(step.after), totalOf(before) + step.births - step.deaths + step.migration) && [...step.after.male, ...step.after.female].every((n) => n >= 0) && step.births >= 0 && step.deaths >= -1e-6;
    }), { numRuns: 200 });
  });
  test('people of 105 and over leave and come with those of 100 and over', () => {
    const move = (persons: number) => movePeople(country(), { persons, ageFrom: 105, ageTo: 200, sex: 'all' });
    expect(move(-500).moved).toBe(-500);
    expect(move(500).moved).toBe(500);
    expect(totalOf(move(-500).after)).toBeCloseTo(totalOf(country()) - 500, 6);
  });
  test('without births, deaths and migration people only grow older', () => {
    fc.assert(fc.property(cohorts, (before) => {
      const { after } = stepYear(before, { male: evenly(1), female: evenly(1), fertility: Array<number>(AGES).fill(0), boys: 0.5, migration: 0, migrationTo: 200 });
      return close(totalOf(after), totalOf(before)) && after.male[0] === 0 && close(after.female[41] ?? 0, before.female[40] ?? 0) && close(after.male[100] ?? 0, (before.male[99] ?? 0) + (before.male[100] ?? 0));
    }), { numRuns: 50 });
    const still = parameters({ level: 0, tfr: 0, ratio: 106, migration: 0 }).rates(2027, 'base');
    expect(totalOf(stepYear(country(), still).after)).toBeCloseTo(40_997_698, 3);
  });
  test('more deaths, fewer births, more who leave: never more people', () => {
    fc.assert(fc.property(cohorts, rates, fc.double({ min: 0, max: 2, noNaN: true }), (before, r, more) => {
      const people = (x: typeof r): number => totalOf(stepYear(before, parameters(x).rates(2027, 'base')).after);
      const now = people(r);
      return people({ ...r, level: r.level + more }) <= now + 1e-6 && people({ ...r, tfr: Math.max(0, r.tfr - more) }) <= now + 1e-6 && people({ ...r, migration: r.migration - more }) <= now + 1e-6;
    }), { numRuns: 50 });
  });
});

describe('places', () => {
  const sizes = fc.array(fc.integer({ min: 0, max: 3000 }), { minLength: 1, maxLength: 8 });
  const events = fc.array(fc.record({ territory: fc.constantFrom('', 'v0', 'c'), from: fc.integer({ min: 2026, max: 2036 }), unit: fc.constantFrom('person' as const, 'percent' as const), base: fc.integer({ min: -400, max: 400 }), ageFrom: fc.integer({ min: 0, max: 60 }) }), { maxLength: 4 });

  test('add up to the community with the rest, whatever happens; every year closes', () => {
    fc.assert(fc.property(sizes, fc.integer({ min: 0, max: 5000 }), events, (villages, rest, list) => {
      const all = [place('c', null, villages.reduce((a, b) => a + b, 0) + rest), ...villages.map((n, i) => place(`v${i}`, 'c', n))];
      const made = list.map((e, i) => event({ ...e, id: `e${i}`, to: e.from, low: e.base, high: e.base }));
      const result = projectPeople(facts(all, made), 'base');
      const community = result.years('c');
      const inside = villages.map((_, i) => result.years(`v${i}`));
      return community.every((year, at) => {
        const before = community[at - 1];
        const sum = inside.reduce((n, years) => n + (years[at]?.population ?? 0), 0);
        const closes = !before || close(year.population, before.population + year.births - year.deaths + year.migration);
        return closes && sum <= year.population + 1e-6 * Math.max(1, year.population) && (rest > 0 || close(sum, year.population));
      });
    }), { numRuns: 40 });
  });
  test('a community without a figure is the sum of places that are all known, and not known when one is not', () => {
    const known = projectPeople(facts([place('c', null, null), place('a', 'c', 100), place('b', 'c', 50)], []), 'base');
    expect(known.years('c')[0]?.population).toBeCloseTo(150, 9);
    const partly = projectPeople(facts([place('c', null, null), place('a', 'c', 100), place('b', 'c', null)], []), 'base');
    expect([partly.has('c'), partly.years('c'), partly.years('a').length]).toEqual([false, [], 11]);
  });
  test('an event at a place nobody counted is taken from the community around it; a percentage of nobody knows is left out', () => {
    const places = [place('c', null, 1000), place('b', 'c', null)];
    const still = parameters({ level: 0, tfr: 0, ratio: 106, migration: 0 });
    const came = projectPeople(facts(places, [event({ territory: 'b', low: 80, base: 80, high: 80 })], still), 'base');
    expect(came.years('c')[1]?.population).toBeCloseTo(1080, 6);
    expect(projectPeople(facts(places, [event({ territory: 'b', unit: 'percent', base: 10 })], still), 'base').left).toEqual(['e']);
  });
  test('migration of a starosta district holds in its villages; a difference of the district too', () => {
    const tree = [place('c', null, null), place('d', 'c', null), place('v', 'd', 600), place('w', 'd', 400), place('x', 'c', 500)];
    const parents = new Map(tree.map((each) => [each.id, each.parent]));
    const rows = [...base, ...pattern, row('mortality', 0, 0, 0), row('tfr', 0, 0, 0), row('sexRatio', 106, 106, 106), row('migration', 0, 0, 0), row('migrationTo', 200, 200, 200)];
    const run = (p: ReturnType<typeof parametersOf>) => { const result = projectPeople(facts(tree, [], p), 'base'); return ['d', 'v', 'w', 'x'].map((id) => Math.round((result.years(id)[1]?.population ?? 0) * 1000) / 1000); };
    expect(run(parametersOf([...rows, { ...row('migration', -10, -10, -10), territory: 'd' }], [], parents))).toEqual([990, 594, 396, 500]);
    expect(run(parametersOf(rows, [{ parameter: 'migration', territory: 'd', from: 2027, how: 'number', value: -20 }], parents))).toEqual([980, 588, 392, 500]);
    expect(run(parametersOf([...rows, { ...row('migration', 5, 5, 5), territory: 'v' }], [{ parameter: 'migration', territory: 'd', from: 2027, how: 'number', value: -20 }], parents))).toEqual([983, 591, 392, 500]);
  });
  test('a percentage of people of 85 and over moves them and nobody younger; 60–84 leaves the older ones out', () => {
    const still = projectPeople(facts([place('c', null, 10_000)], []), 'base'), moved = projectPeople(facts([place('c', null, 10_000)], [event({ unit: 'percent', low: -50, base: -50, high: -50, ageFrom: 85 })]), 'base');
    const old = still.persons('c', 1, 85, 200, 'all') ?? 0;
    expect(old).toBeGreaterThan(100);
    expect(moved.persons('c', 1, 85, 200, 'all')).toBeCloseTo(old / 2, 6);
    expect(moved.persons('c', 1, 0, 84, 'all')).toBeCloseTo(still.persons('c', 1, 0, 84, 'all') ?? 0, 6);
    expect((still.persons('c', 1, 60, 84, 'all') ?? 0) + old).toBeCloseTo(still.persons('c', 1, 60, 200, 'all') ?? 0, 6);
  });
  test('low has at most as many people as base, high at least as many', () => {
    const [low, middle, high] = (['low', 'base', 'high'] as const).map((variant) => projectPeople(facts([place('c', null, 10_000)], [event({ low: -300, base: -200, high: -100 })]), variant).years('c'));
    middle?.forEach((year, at) => { expect(low?.[at]?.population).toBeLessThanOrEqual(year.population); expect(high?.[at]?.population).toBeGreaterThanOrEqual(year.population); });
    expect(high?.[10]?.population).toBeGreaterThan(low?.[10]?.population ?? 0);
  });
});

describe('groups', () => {
  const places = [place('c', null, 10_000), place('a', 'c', 4000), place('b', 'c', 6000)];
  const result = projectPeople(facts(places, []), 'base');
  const group = (more: Partial<GroupFacts>): GroupFacts => ({
    start: 2027, horizon: 10, root: 'c', parents: new Map(places.map((each) => [each.id, each.parent])), size: (id) => exactly({ c: 1000, a: 400, b: 600 }[id] ?? 0),
    rule: { method: 'constant', from: 0, to: 200, sex: 'all', bornUntil: null, growth: UNKNOWN, definedByAge: false }, events: [], changes: [], trend: () => null, ...more,
  });
  const exactly = (n: number) => ({ low: n, base: n, high: n });
  const at = (f: GroupFacts, id: string, year: number): number | null | undefined => projectGroup(f, result, 'base').get(id)?.[year - 2027];

  test('a difference of 20 % from 2029 holds from that year on, at the places inside too', () => {
    const f = group({ changes: [{ group: 'g', territory: '', from: 2029, how: 'percent', value: 20 }] });
    expect([at(f, 'c', 2028), at(f, 'c', 2029), at(f, 'c', 2037), at(f, 'a', 2030)]).toEqual([1000, 1200, 1200, 480]);
  });
  test('a difference at one place raises the community by as many people', () => {
    const f = group({ changes: [{ group: 'g', territory: 'a', from: 2029, how: 'set', value: 500 }] });
    expect([at(f, 'c', 2029), at(f, 'a', 2029), at(f, 'b', 2029)]).toEqual([1100, 500, 600]);
  });
  test('places add up to the community after any differences and events', () => {
    fc.assert(fc.property(fc.array(fc.record({ territory: fc.constantFrom('', 'a', 'b'), from: fc.integer({ min: 2025, max: 2037 }), how: fc.constantFrom('percent' as const, 'number' as const, 'set' as const), value: fc.integer({ min: -90, max: 900 }) }), { maxLength: 4 }), (changes) => {
      const by = projectGroup(group({ changes: changes.map((each) => ({ ...each, group: 'g', value: each.how === 'set' ? Math.abs(each.value) : each.value })) }), result, 'base');
      return (by.get('c') ?? []).every((all, i) => close(all ?? 0, (by.get('a')?.[i] ?? 0) + (by.get('b')?.[i] ?? 0)) && (all ?? 0) >= 0);
    }), { numRuns: 60 });
  });
  test('people who come are counted in their group even where nobody knows the population', () => {
    const nobody = projectPeople(facts([place('c', null, null)], [event({ low: 60, base: 80, high: 90 })]), 'base');
    const came = { id: 'e', group: 'g', territory: '', from: 2028, to: 2028, unit: 'person' as const, amount: () => 80, moves: true };
    expect(projectGroup(group({ events: [came] }), nobody, 'base').get('c')?.slice(0, 3)).toEqual([1000, 1080, 1080]);
  });
  test('a difference with bounds moves each end by its own bound, one without moves all alike', () => {
    const f = group({ changes: [{ group: 'g', territory: '', from: 2028, how: 'percent', low: 10, value: 20, high: 40 }] });
    expect((['low', 'base', 'high'] as const).map((variant) => projectGroup(f, result, variant).get('c')?.[1])).toEqual([1100, 1200, 1400]);
    expect(withChanges('c', () => exactly(100), [{ territory: 'c', from: 2028, how: 'number', low: 5, value: 10, high: null }], () => true)).toEqual({ low: 105, base: 110, high: 110 });
    const p = parametersOf([row('mortality', 0.9, 1, 1.1), row('migration', -5, 0, 5)], [{ parameter: 'mortality', territory: '', from: 2027, how: 'percent', low: 5, value: 10, high: 20 }, { parameter: 'migration', territory: '', from: 2027, how: 'number', low: -20, value: -15, high: -10 }]);
    // More deaths mean fewer people: the low end takes the high bound.
    expect((['low', 'base', 'high'] as const).map((variant) => p.value('mortality', 2027, variant))).toEqual([1.1 * 1.2, 1.1, 0.9 * 1.05]);
    expect((['low', 'base', 'high'] as const).map((variant) => p.value('migration', 2027, variant))).toEqual([-25, -15, -5]);
  });
  test('the need of places adds up to the community after any differences', () => {
    const sizes: Readonly<Record<string, number>> = { c: 1000, d: 700, v: 300, w: 400, x: 300 };
    const parents: Readonly<Record<string, string>> = { d: 'c', x: 'c', v: 'd', w: 'd' };
    const inside = (inner: string, outer: string): boolean => { for (let one: string | undefined = inner; one; one = parents[one]) if (one === outer) return true; return false; };
    fc.assert(fc.property(fc.array(fc.record({ territory: fc.constantFrom(...Object.keys(sizes)), from: fc.constant(2028), how: fc.constantFrom('percent' as const, 'number' as const, 'set' as const), value: fc.integer({ min: -90, max: 900 }) }), { maxLength: 6 }), (list) => {
      const changes = list.map((each) => ({ ...each, value: each.how === 'set' ? Math.abs(each.value) + 1 : each.how === 'number' ? Math.max(-30, each.value) : each.value }));
      const of = (id: string): number => withChanges(id, (one) => exactly(sizes[one] ?? 0), changes, inside).base ?? -1;
      return of('c') >= 0 && close(of('c'), of('d') + of('x')) && close(of('d'), of('v') + of('w'));
    }), { numRuns: 200 });
  });
  test('an event of n people changes its group by exactly n, the population by n when they come from outside and by nobody when they live here', () => {
    const methods = fc.constantFrom('constant' as const, 'growth' as const, 'trend' as const, 'cohort' as const, 'generation' as const);
    fc.assert(fc.property(methods, fc.integer({ min: -60, max: 400 }), fc.boolean(), fc.constantFrom('', 'a', 'b'), fc.integer({ min: 0, max: 90 }), fc.constantFrom('low' as const, 'base' as const, 'high' as const), (method, n, moves, territory, ageFrom, variant) => {
      const rule = { ...group({}).rule, method, from: 18, bornUntil: 1986, growth: exactly(0.03) };
      const trend = (id: string) => ({ kind: 'linear' as const, slope: 0, fit: 1, at: (year: number) => exactly((id === 'c' ? 1000 : id === 'a' ? 400 : 600) + year - 2027) });
      const moving = event({ id: 'e', territory, low: n, base: n, high: n, ageFrom });
      const still = projectPeople(facts(places, []), variant), moved = projectPeople(facts(places, moves ? [moving] : []), variant);
      const f = group({ rule, trend });
      const before = projectGroup(f, still, variant), after = projectGroup({ ...f, events: [{ id: 'e', group: 'g', territory, from: 2028, to: 2028, unit: 'person', amount: () => n, moves }] }, moved, variant, { apart: still });
      const more = (id: string): number => (after.get(id)?.[1] ?? NaN) - (before.get(id)?.[1] ?? NaN);
      const people = (id: string): number => (moved.years(id)[1]?.population ?? 0) - (still.years(id)[1]?.population ?? 0);
      const gone = n < 0 && moves ? Math.max(n, -(still.persons(territory || 'c', 1, ageFrom, 200, 'all') ?? 0)) : n;
      return Math.abs(more('c') - gone) < 1e-6 && (territory === '' || Math.abs(more(territory) - gone) < 1e-6) && Math.abs(more('a') + more('b') - (territory === '' ? more('a') + more('b') : gone)) < 1e-6
        && Math.abs(people('c') - (moves ? gone : 0)) < 1e-6 && Math.abs(people('c') - people('a') - people('b')) < 1e-6;
    }), { numRuns: 60 });
  });
  test('who joined follows the group afterwards: twice as many stay twice as many, and nobody is counted twice', () => {
    const rule = { ...group({}).rule, method: 'cohort' as const, from: 18 };
    const came = event({ id: 'e', low: 1000, base: 1000, high: 1000 });
    const still = projectPeople(facts(places, []), 'base'), moved = projectPeople(facts(places, [came]), 'base');
    const by = projectGroup(group({ rule, events: [{ id: 'e', group: 'g', territory: '', from: 2028, to: 2028, unit: 'person', amount: () => 1000, moves: true }] }), moved, 'base', { apart: still }).get('c') ?? [];
    const alone = projectGroup(group({ rule }), still, 'base').get('c') ?? [];
    for (let year = 1; year <= 10; year++) expect((by[year] ?? 0) / (alone[year] ?? 0)).toBeCloseTo((by[1] ?? 0) / (alone[1] ?? 0), 9);
  });
  test('growth is compound; an unknown size stays unknown; not projected gives nothing', () => {
    const rule = { ...group({}).rule, method: 'growth' as const, growth: exactly(0.1) };
    expect(at(group({ rule }), 'c', 2029)).toBeCloseTo(1210, 9);
    expect(at(group({ rule, size: () => UNKNOWN }), 'c', 2029)).toBeNull();
    expect(at(group({ rule: { ...rule, method: 'none' } }), 'c', 2027)).toBeNull();
  });
  test('a generation only shrinks', () => {
    const by = projectGroup(group({ rule: { ...group({}).rule, method: 'generation', bornUntil: 1986 } }), result, 'base').get('c') ?? [];
    by.slice(1).forEach((value, i) => expect(value).toBeLessThan(by[i] ?? 0));
  });
  test('people 60 and over of a band that is the group are counted when nobody else did', () => {
    const rule = { ...group({}).rule, method: 'cohort' as const, from: 60, definedByAge: true };
    expect(at(group({ rule, size: () => UNKNOWN }), 'c', 2027)).toBeCloseTo(10_000 * 10_152_383 / 40_997_698, 3);
  });
});
