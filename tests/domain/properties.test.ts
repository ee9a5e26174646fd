import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Range } from '#contract/models.ts';
import { type CapacityFacts, capacityOf, normOf } from '../../src-main/domain/capacity/capacity.ts';
import { type Fact, registered } from '../../src-main/domain/facts.ts';
import { gapPersons, placesMissing, postsMissing } from '../../src-main/domain/gaps/gap.ts';
import { easeOf, priorityOf } from '../../src-main/domain/gaps/priority.ts';
import { type NeedFacts, needOf } from '../../src-main/domain/needs/need.ts';
import { overlap } from '../../src-main/domain/needs/overlap.ts';
import { potential, surveyRate, wilson } from '../../src-main/domain/needs/survey.ts';
import { add, addQuadrature, clampLow0, div, exact, max, min, mul, sub, UNKNOWN } from '../../src-main/domain/range.ts';
import { ceilQuarter, roundParts, roundPersons } from '../../src-main/domain/rounding.ts';
import { type Total, totalOf } from '../../src-main/domain/tree/totals.ts';

const persons = fc.integer({ min: 0, max: 20_000 });
const share = fc.double({ min: 0, max: 1, noNaN: true });
const orNull = <T>(a: fc.Arbitrary<T>) => fc.option(a, { nil: null, freq: 4 });

/** Ranges in order, some with unknown bounds or without a base. */
const ranges: fc.Arbitrary<Range> = fc.tuple(fc.tuple(persons, persons, persons), fc.constantFrom('full', 'noLow', 'noHigh', 'least', 'most', 'none'))
  .map(([v, kind]) => {
    const [low, base, high] = [...v].sort((a, b) => a - b) as [number, number, number];
    return { low: kind === 'noLow' || kind === 'most' || kind === 'none' ? null : low, base: kind === 'least' || kind === 'most' || kind === 'none' ? null : base, high: kind === 'noHigh' || kind === 'least' || kind === 'none' ? null : high };
  });
const known: fc.Arbitrary<Range> = fc.tuple(persons, persons, persons).map((v) => { const [low, base, high] = [...v].sort((a, b) => a - b) as [number, number, number]; return { low, base, high }; });

const facts: fc.Arbitrary<Fact> = fc.record({
  range: known, bounds: fc.boolean(), value: orNull(fc.constant(0)), method: fc.constantFrom('register', 'statistics', 'survey', 'estimate', 'default'), state: fc.constantFrom('entered', 'prefilled', 'carried'),
}).map((r) => ({ value: r.value === null ? null : r.range.base, low: r.bounds ? r.range.low : null, high: r.bounds ? r.range.high : null, method: r.method, state: r.state }));
const needs: fc.Arbitrary<NeedFacts> = fc.record({
  identified: orNull(facts), served: orNull(facts),
  hiddenShare: orNull(share.map((h): Fact => ({ value: h, low: null, high: null, method: 'estimate', state: 'entered' }))),
  survey: orNull(ranges), method: fc.constantFrom('registry', 'survey', 'max'),
});

/** A value the test relies on. */
const sure = <T>(v: T | null | undefined): T => { if (v === null || v === undefined) throw new Error('nothing there'); return v; };
const EPS = 1e-6;
const le = (a: number | null, b: number | null): boolean => a === null || b === null || a <= b + EPS * Math.max(1, Math.abs(b));
const inOrder = (r: Range): boolean => le(r.low, r.base) && le(r.base, r.high) && le(r.low, r.high);
const holds = (r: Range): void => { if (!inOrder(r)) throw new Error(`out of order: ${JSON.stringify(r)}`); };

describe('ranges', () => {
  test('low ≤ base ≤ high after every operation', () => {
    fc.assert(fc.property(ranges, ranges, (a, b) => {
      for (const r of [add(a, b), sub(a, b), mul(a, b), div(a, b), max(a, b), min(a, b), clampLow0(sub(a, b)), addQuadrature(a, b)]) holds(r);
    }));
  });
  test('a bound resting on an unknown one stays unknown', () => {
    fc.assert(fc.property(ranges, (a) => {
      for (const r of [add(a, UNKNOWN), sub(a, UNKNOWN), mul(a, UNKNOWN), div(a, UNKNOWN), max(a, UNKNOWN), addQuadrature(a, UNKNOWN)]) expect(r).toEqual(UNKNOWN);
    }));
    expect(add()).toEqual(UNKNOWN);
  });
  test('quadrature is never wider than intervals', () => {
    fc.assert(fc.property(fc.array(known, { minLength: 1, maxLength: 6 }), (rs) => {
      const q = addQuadrature(...rs), i = add(...rs);
      return le(i.low, q.low) && le(q.high, i.high) && q.base === i.base;
    }));
  });
});

describe('rounding', () => {
  test('half away from zero, and the parts shown add up', () => {
    expect([0.5, 1.5, 2.5, -0.5, -2.5, 168.71, 0.49999999, 1e-12].map((v) => roundPersons(v))).toEqual([1, 2, 3, -1, -3, 169, 0, 0]);
    expect(Object.is(roundPersons(-0.2), -0)).toBe(false);
    expect(roundPersons(null)).toBe(null);
    fc.assert(fc.property(fc.array(fc.double({ min: 0, max: 40, noNaN: true }), { minLength: 1, maxLength: 5 }), (parts) =>
      roundParts(parts).reduce((a, b) => a + b, 0) === roundPersons(parts.reduce((a, b) => a + b, 0)) && roundParts(parts).every((p, i) => Math.abs(p - sure(parts[i])) <= 1 + EPS)));
  });
  test('posts are never rounded below the need and never by a quarter too many', () => {
    fc.assert(fc.property(fc.double({ min: 0, max: 500, noNaN: true }), (v) => { const c = ceilQuarter(v); return c * 4 === Math.round(c * 4) && c >= v - EPS && c < v + 0.25 + EPS; }));
  });
});

describe('need', () => {
  test('results are in order, nobody is without the service below zero, excess and unmet exclude each other', () => {
    fc.assert(fc.property(needs, (f) => {
      const r = needOf(f);
      for (const x of [r.general, r.met, r.unmet, r.coverage, r.registry]) holds(x);
      for (const v of [r.unmet.low, r.unmet.base, r.unmet.high]) if (v !== null && v < 0) return false;
      return r.excess === null || r.unmet.base === null || r.excess * r.unmet.base === 0;
    }));
  });
  test('unknown never becomes a number, and everything missing is named', () => {
    fc.assert(fc.property(needs, (f) => {
      const noServed = needOf({ ...f, served: null });
      expect([noServed.unmet.base, noServed.coverage.base, noServed.excess]).toEqual([null, null, null]);
      expect(noServed.missing).toContain('served');
      const nothing = needOf({ ...f, identified: null, survey: null });
      expect([nothing.general, nothing.unmet, nothing.coverage, nothing.excess]).toEqual([UNKNOWN, UNKNOWN, UNKNOWN, null]);
      const r = needOf(f);
      return (r.missing.length === 0) === (r.general.base !== null && r.met.base !== null);
    }));
  });
  test('the larger of both is never below what either holds for certain', () => {
    fc.assert(fc.property(needs, (f) => {
      const r = needOf({ ...f, method: 'max' });
      for (const floor of [r.registry.low, f.survey?.low ?? null]) if (floor !== null && (r.general.low === null || r.general.low < floor)) return false;
      return true;
    }));
  });
  test('a carried figure counts as little as none', () => {
    fc.assert(fc.property(needs, facts, (f, old) => {
      const carried = needOf({ ...f, identified: { ...old, state: 'carried' } });
      const none = needOf({ ...f, identified: null });
      expect({ ...carried, unconfirmed: [] }).toEqual({ ...none, unconfirmed: [] });
    }));
  });
  test('coverage × general need = served', () => {
    fc.assert(fc.property(persons, persons, (g, s) => {
      const r = needOf({ identified: registered(g), served: registered(s), hiddenShare: null, survey: null, method: 'registry' });
      return g === 0 ? r.coverage.base === null : Math.abs((r.coverage.base ?? NaN) * g - s) < EPS * Math.max(1, s);
    }));
  });
  test('with the register as the only source the range is the number itself', () => {
    fc.assert(fc.property(persons, persons, (g, s) => {
      const r = needOf({ identified: registered(g), served: registered(s), hiddenShare: null, survey: null, method: 'max' });
      expect(r.unmet).toEqual(exact(Math.max(0, g - s)));
    }));
  });
});

describe('survey', () => {
  const sample = fc.tuple(fc.integer({ min: 1, max: 2000 }), fc.integer({ min: 0, max: 2000 }), fc.integer({ min: 1, max: 20_000 })).map(([n, y, more]) => ({ n, y: Math.min(y, n), N: n + more }));
  test('the interval holds the share and stays between 0 and 1; a smaller population never widens it', () => {
    fc.assert(fc.property(sample, ({ n, y, N }) => {
      const whole = sure(wilson(y, n, null)), finite = sure(wilson(y, n, N));
      const ok = (w: typeof whole): boolean => w.low >= 0 && w.low <= w.rate && w.rate <= w.high && w.high <= 1;
      return ok(whole) && ok(finite) && finite.high - finite.low <= whole.high - whole.low + EPS;
    }));
  });
  test('yes and no are mirror images', () => {
    fc.assert(fc.property(sample, ({ n, y, N }) => {
      const a = sure(wilson(y, n, N)), b = sure(wilson(n - y, n, N));
      return Math.abs(a.low - (1 - b.high)) < EPS && Math.abs(a.high - (1 - b.low)) < EPS;
    }));
  });
  test('only random or complete answers carry a margin', () => {
    fc.assert(fc.property(sample, fc.constantFrom('quota', 'open_link', 'convenience', 'unknown'), ({ n, y, N }, selection) => {
      const r = surveyRate({ yes: y, answered: n, population: N, selection, defaultRate: UNKNOWN });
      return n < 30 ? r.range.base === null && r.small : r.indicative && r.range.low === null && r.range.high === null;
    }));
  });
  test('a possible need never exceeds the group', () => {
    fc.assert(fc.property(known, fc.tuple(share, share, share), (size, s) => {
      const [low, base, high] = [...s].sort((a, b) => a - b) as [number, number, number];
      const p = potential(size, { low, base, high });
      holds(p);
      return le(p.high, size.high) && le(p.base, size.base);
    }));
  });
});

describe('overlap', () => {
  const parts = fc.array(ranges, { minLength: 1, maxLength: 7 }).map((rs) => rs.map((range, i) => ({ id: `g${i}`, range })));
  const modes = fc.record({ mode: fc.constantFrom('unknown', 'share', 'priority'), share: orNull(share), priorityAdds: fc.dictionary(fc.constantFrom('g1', 'g2', 'g3'), share), margins: fc.constantFrom('intervals', 'quadrature') });
  test('in order, not below the largest group, not above the sum, in every mode', () => {
    fc.assert(fc.property(parts, modes, orNull(ranges), (ps, m, population) => {
      const o = overlap({ parts: ps, population, ...m });
      holds(o.range); holds(o.bounds);
      for (const a of o.adds) holds(a.range);
      for (const p of ps) if (o.range.base !== null && !le(p.range.base, o.range.base)) return false;
      return le(o.range.base, o.sum.base) && (o.missing.length === 0 || o.range.base === null);
    }));
  });
  test('the order of groups does not matter while nobody knows the overlap', () => {
    fc.assert(fc.property(parts, orNull(ranges), fc.integer(), (ps, population, seed) => {
      const other = [...ps].sort((a, b) => ((a.id.charCodeAt(1) * 31 + seed) % 7) - ((b.id.charCodeAt(1) * 31 + seed) % 7));
      const a = overlap({ parts: ps, population, mode: 'unknown' }), b = overlap({ parts: other, population, mode: 'unknown' });
      expect(b.range).toEqual(a.range);
    }));
  });
  test('the union of real sets lies within the bounds', () => {
    fc.assert(fc.property(fc.array(fc.uniqueArray(fc.integer({ min: 0, max: 40 }), { maxLength: 30 }), { minLength: 1, maxLength: 5 }), (sets) => {
      const union = new Set(sets.flat()).size;
      const o = overlap({ parts: sets.map((s, i) => ({ id: `g${i}`, range: exact(s.length) })), population: exact(41), mode: 'unknown' });
      return sure(o.range.low) <= union && union <= sure(o.range.high);
    }));
  });
});

describe('capacity and gaps', () => {
  const resources = fc.record({ hours: orNull(fc.integer({ min: 0, max: 5000 })), each: orNull(fc.integer({ min: 1, max: 50 })), filled: orNull(fc.integer({ min: 0, max: 400 }).map((q) => q / 4)), posts: orNull(fc.integer({ min: 0, max: 400 }).map((q) => q / 4)), load: orNull(fc.integer({ min: 1, max: 30 })), places: orNull(fc.integer({ min: 0, max: 200 })), served: orNull(persons) });
  type R = { hours: number | null; each: number | null; filled: number | null; posts: number | null; load: number | null; places: number | null; served: number | null };
  const build = (r: R): CapacityFacts => ({
    applies: { posts: true, places: true, vehicles: false }, posts: registered(r.posts), postsFilled: registered(r.filled), loadPerPost: normOf(r.load, 'n', 'recalled'), places: registered(r.places),
    occupied: null, turnover: null, vehicles: null, loadPerVehicle: null, hours: r.hours === null ? null : registered(r.hours), hoursPerPerson: registered(r.each), served: registered(r.served),
  });
  test('capacity is the smallest resource, in order, and only "at most" while one is unknown', () => {
    fc.assert(fc.property(resources, (r) => {
      const c = capacityOf(build(r));
      for (const x of [c.capacity, c.free, c.freeStaff, c.byStaff, c.byPlaces, c.byHours, c.vacancyEffect]) holds(x);
      const all = r.filled !== null && r.load !== null && r.places !== null && (r.hours === null || r.each !== null);
      expect(c.capacity.base).toBe(all ? Math.min(sure(r.filled) * sure(r.load), sure(r.places), ...(r.hours === null ? [] : [r.hours / sure(r.each)])) : null);
      expect(c.capacity.low).toBe(c.capacity.base);
    }));
  });
  test('more capacity never widens a gap', () => {
    fc.assert(fc.property(known, known, persons, resources, (general, capacity, more, r) => {
      const wider = add(capacity, exact(more));
      const a = gapPersons(general, capacity), b = gapPersons(general, wider);
      const load = exact(r.load ?? 6);
      const p = postsMissing({ unmet: general, freeCapacity: capacity, load, vacancies: 0 }), q = postsMissing({ unmet: general, freeCapacity: wider, load, vacancies: 0 });
      return le(b.low, a.low) && le(b.base, a.base) && le(b.high, a.high) && le(q.posts.base, p.posts.base) && le(q.posts.high, p.posts.high);
    }));
  });
  test('posts: vacancies and new posts add up; an unknown input leaves no base', () => {
    fc.assert(fc.property(ranges, ranges, orNull(fc.integer({ min: 1, max: 30 })), orNull(fc.integer({ min: 0, max: 40 })), (unmet, free, load, vacancies) => {
      const p = postsMissing({ unmet, freeCapacity: free, load: exact(load), vacancies });
      holds(p.posts);
      expect(p.posts.base === null).toBe(p.missing.length > 0);
      const l = placesMissing({ unmet, turnover: exact(load), freePlaces: vacancies });
      holds(l.places);
      return (p.newPosts === null || p.newPosts + sure(p.fromVacancies) === p.posts.base) && (l.newPlaces === null || l.newPlaces + sure(l.fromFree) === l.places.base);
    }));
  });
  test('the score lies between 0 and 100 and grows with the people concerned', () => {
    fc.assert(fc.property(persons, persons, share, orNull(share), orNull(share), fc.boolean(), fc.constantFrom('yes', 'no', 'unknown'), (a, b, risk, growth, ease, basic, provided) => {
      const [few, many] = [Math.min(a, b), Math.max(a, b)];
      const f = { basic, provided, largestUnmet: many, risk, growth, ease } as const;
      const x = sure(priorityOf({ ...f, unmet: few })), y = sure(priorityOf({ ...f, unmet: many }));
      holds(x.score);
      expect(x.shown.reduce((p, q) => p + q, 0)).toBe(roundPersons(x.score.base));
      return sure(x.score.base) >= 0 && sure(y.score.high) <= 100 + EPS && sure(x.score.base) <= sure(y.score.base) + EPS;
    }));
    expect(easeOf({ unmet: null, free: 1, vacancyEffect: 1 })).toBe(null);
    expect(easeOf({ unmet: 10, free: null, vacancyEffect: null })).toBe(null);
    expect(easeOf({ unmet: 10, free: 2, vacancyEffect: 3 })).toBe(0.5);
  });
});

describe('totals', () => {
  type Tree = { own: number | null; children: Tree[] };
  const leaf: fc.Arbitrary<Tree> = orNull(persons).map((own) => ({ own, children: [] }));
  const tree = fc.array(fc.array(leaf, { minLength: 1, maxLength: 5 }).map((children): Tree => ({ own: null, children })), { minLength: 1, maxLength: 5 });
  const total = (t: Tree): Total => totalOf(registered(t.own), t.children.map(total));
  const leaves = (t: Tree): (number | null)[] => (t.children.length === 0 ? [t.own] : t.children.flatMap(leaves));
  test('a tree adds up to its leaves, "at least" when some are unknown', () => {
    fc.assert(fc.property(tree, (children) => {
      const root: Tree = { own: null, children };
      const values = leaves(root);
      const sum = values.reduce<number>((a, v) => a + (v ?? 0), 0);
      const t = total(root);
      const state = values.every((v) => v === null) ? 'unknown' : values.some((v) => v === null) ? 'partial' : 'known';
      expect(t.state).toBe(state);
      expect(t.range).toEqual(state === 'unknown' ? UNKNOWN : state === 'known' ? exact(sum) : { low: sum, base: null, high: null });
    }));
  });
  test('an own value wins, and the difference is what is left', () => {
    fc.assert(fc.property(persons, fc.array(persons, { minLength: 1, maxLength: 6 }), (own, children) => {
      const t = totalOf(registered(own), children.map((c) => totalOf(registered(c), [])));
      const sum = children.reduce((a, b) => a + b, 0);
      return t.range.base === own && t.difference === own - sum && t.conflict === (own !== sum);
    }));
  });
});
