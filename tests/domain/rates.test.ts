import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RateSource } from '#contract/api/rates.ts';
import { RATE_SOURCES } from '#contract/lists.ts';
import { checkNeed } from '../../src-main/domain/needs/check.ts';
import { rateOf, type RateFacts } from '../../src-main/domain/needs/rates.ts';
import { range, UNKNOWN, type Range } from '../../src-main/domain/range.ts';

const shares: fc.Arbitrary<Range> = fc.option(fc.tuple(fc.double({ min: 0, max: 1.2, noNaN: true }), fc.double({ min: 0, max: 1.2, noNaN: true }), fc.double({ min: 0, max: 1.2, noNaN: true })), { nil: null })
  .map((v) => { if (v === null) return UNKNOWN; const [low, base, high] = v.toSorted((a, b) => a - b) as [number, number, number]; return { low, base, high }; });
const people = fc.integer({ min: 0, max: 400 });
const facts: fc.Arbitrary<RateFacts> = fc.record({
  survey: fc.record({ yes: fc.option(people), answered: fc.option(people), population: fc.option(fc.integer({ min: 1, max: 2000 })), selection: fc.constantFrom('all', 'random', 'convenience') }),
  register: fc.option(fc.record({ identified: people.map((n) => range(n, n, n)), size: people.map((n) => range(n, n, n)), assumed: fc.boolean(), mixedUnits: fc.boolean() })),
  published: shares, publishedSourced: fc.boolean(), assumed: shares, chosen: fc.constant(null),
});
const sources = fc.constantFrom(...RATE_SOURCES);
/** The same facts without one source. */
const without = (f: RateFacts, source: RateSource): RateFacts => ({
  ...f, ...(source === 'survey' ? { survey: { ...f.survey, yes: null, answered: null } } : source === 'register' ? { register: null } : source === 'published' ? { published: UNKNOWN } : { assumed: UNKNOWN }),
});

test('a recorded choice: no other source that comes or goes moves the share', () => fc.assert(fc.property(facts, sources, sources, (f, chosen, other) => {
  fc.pre(other !== chosen);
  const all = rateOf({ ...f, chosen });
  const less = rateOf({ ...without(f, other), chosen });
  expect([less.range, less.source]).toEqual([all.range, all.source]);
  const own = all.offers.find((offer) => offer.source === chosen);
  expect(all.range).toEqual(own?.refused === null ? own.range : UNKNOWN);
})));

test('without a choice: a less trusted source moves nothing, and a share that moved shows what it displaced', () => fc.assert(fc.property(facts, sources, (f, added) => {
  const before = rateOf(without(f, added));
  const after = rateOf(f);
  if (before.source !== 'none' && RATE_SOURCES.indexOf(added) > RATE_SOURCES.indexOf(before.source)) expect(after.range).toEqual(before.range);
  if (before.source !== 'none' && after.source !== before.source) {
    expect(after.source).toBe(added);
    expect(after.offers.find((offer) => offer.source === before.source)).toMatchObject({ refused: null, range: before.range });
    if ((before.range.low ?? 2) > (after.range.high ?? 2) || (before.range.high ?? -1) < (after.range.low ?? -1)) expect(after.disputed).toBe(true);
  }
})));

test('a share is between nobody and everybody, in order; nothing usable is not known', () => fc.assert(fc.property(facts, fc.option(sources), (f, chosen) => {
  const r = rateOf({ ...f, chosen });
  const known = [r.range.low, r.range.base, r.range.high].filter((v) => v !== null);
  expect(known.every((v) => v >= 0 && v <= 1)).toBe(true);
  expect(known).toEqual(known.toSorted((a, b) => a - b));
  expect(r.source === 'none').toBe(r.range.base === null);
  expect(r.missing.length > 0).toBe(r.source === 'none');
})));

test('a verdict follows the order of the numbers: more identified never turns «misses nobody» into «misses somebody»', () => {
  const whole = fc.integer({ min: 0, max: 500 });
  fc.assert(fc.property(fc.tuple(whole, whole, whole), whole, whole, fc.integer({ min: 1, max: 200 }), (v, identified, served, more) => {
    const [low, base, high] = v.toSorted((a, b) => a - b) as [number, number, number];
    const at = (n: number) => checkNeed({ groups: { low, base, high }, identified: range(n, n, n), served: range(served, served, served), mixedUnits: false });
    const [first, then] = [at(identified), at(identified + more)];
    if (first.verdict === 'agrees') expect(then.verdict).not.toBe('registerMisses');
    if (first.verdict === 'registerMisses') expect([first.low, first.high]).toEqual([low - identified, high - identified]);
    if (first.verdict !== 'agrees') expect((first.low ?? 0) > 0 && (first.high ?? 0) >= (first.low ?? 0)).toBe(true);
    expect((first.verdict === 'servedAbove') === served > high).toBe(true);
  }));
});
