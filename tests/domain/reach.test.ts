import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { catchment } from '../../src-main/domain/reach/catchment.ts';
import { distanceKm, offset } from '../../src-main/domain/reach/distance.ts';
import { assign } from '../../src-main/domain/reach/flow.ts';

/** A community: people, room, minutes (whole, so that nothing lies on a threshold by noise). */
const community = fc.tuple(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 5 })).chain(([m, n]) => fc.record({
  people: fc.array(fc.nat(500), { minLength: m, maxLength: m }), room: fc.array(fc.nat(300), { minLength: n, maxLength: n }),
  minutes: fc.array(fc.array(fc.option(fc.integer({ min: 1, max: 90 })), { minLength: n, maxLength: n }), { minLength: m, maxLength: m }),
}));
const LIMIT = 60;
const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

describe('two-step floating catchment', () => {
  test('shares out exactly the room of the places that reach somebody, weighted or not', () => {
    fc.assert(fc.property(community, fc.boolean(), ({ people, room, minutes }, smooth) => {
      const { ratios, indexes } = catchment({ people, room, minutes, limit: LIMIT, ...(smooth ? { weights: [1, 0.68, 0.22] as const } : {}) });
      const reached = sum(room.map((places, j) => (ratios[j]?.value === null ? 0 : places)));
      expect(sum(indexes.map((index, i) => (index.value ?? 0) * (people[i] ?? 0)))).toBeCloseTo(reached, 6);
    }), { numRuns: 200 });
  });
  test('more room never lowers an index', () => {
    fc.assert(fc.property(community, fc.nat(4), fc.integer({ min: 1, max: 200 }), ({ people, room, minutes }, at, more) => {
      const before = catchment({ people, room, minutes, limit: LIMIT });
      const after = catchment({ people, room: room.map((one, j) => (j === at % room.length ? one + more : one)), minutes, limit: LIMIT });
      before.indexes.forEach((index, i) => { expect(after.indexes[i]?.value ?? 0).toBeGreaterThanOrEqual((index.value ?? 0) - 1e-12); });
    }), { numRuns: 150 });
  });
});

describe('sharing out people among places with room', () => {
  test('nobody goes beyond the limit, no place takes more than it has room for, nobody goes twice', () => {
    fc.assert(fc.property(community, ({ people, room, minutes }) => {
      const { flow, total } = assign(people, room, minutes, LIMIT);
      flow.forEach((row, i) => {
        expect(sum(row)).toBeLessThanOrEqual((people[i] ?? 0) + 1e-6);
        row.forEach((amount, j) => { if (amount > 1e-9) expect(minutes[i]?.[j] ?? Infinity).toBeLessThanOrEqual(LIMIT); });
      });
      room.forEach((places, j) => { expect(sum(flow.map((row) => row[j] ?? 0))).toBeLessThanOrEqual(places + 1e-6); });
      expect(total).toBeCloseTo(sum(flow.flat()), 6);
    }), { numRuns: 150 });
  });
  test('the order of settlements and places changes neither the people nor their minutes', () => {
    fc.assert(fc.property(community, ({ people, room, minutes }) => {
      const one = assign(people, room, minutes, LIMIT);
      const other = assign(people.toReversed(), room.toReversed(), minutes.toReversed().map((row) => row.toReversed()), LIMIT);
      expect(other.total).toBeCloseTo(one.total, 6);
      expect(other.minutes).toBeCloseTo(one.minutes, 5);
    }), { numRuns: 150 });
  });
  test('more room never leaves more people without; longer ways never less; nobody beyond people and room together', () => {
    fc.assert(fc.property(community, fc.nat(4), fc.integer({ min: 1, max: 60 }), ({ people, room, minutes }, at, more) => {
      const { total } = assign(people, room, minutes, LIMIT);
      expect(assign(people, room.map((one, j) => (j === at % room.length ? one + more : one)), minutes, LIMIT).total).toBeGreaterThanOrEqual(total - 1e-6);
      expect(assign(people, room, minutes.map((row) => row.map((way) => (way === null ? null : way + more))), LIMIT).total).toBeLessThanOrEqual(total + 1e-6);
      expect(total).toBeLessThanOrEqual(Math.min(sum(people), sum(room)) + 1e-6);
    }), { numRuns: 100 });
  });
});

test('a place put by distance and direction lies that far away, wherever it is', () => {
  fc.assert(fc.property(fc.double({ min: -85, max: 85, noNaN: true }), fc.double({ min: -180, max: 180, noNaN: true }), fc.double({ min: 0.01, max: 300, noNaN: true }), fc.double({ min: 0, max: 360, noNaN: true }), (lat, lon, km, bearing) => {
    const point = offset({ lat, lon }, km, bearing);
    expect(distanceKm({ lat, lon }, point)).toBeCloseTo(km, 4);
    expect(Math.abs(point.lat) <= 90 && Math.abs(point.lon) <= 180).toBe(true);
  }), { numRuns: 150 });
});
