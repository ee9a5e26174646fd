import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Range } from '#contract/models.ts';
import { difference } from '../../src-main/domain/integration/gap.ts';
import { comparePeriods, covers, spanOf } from '../../src-main/domain/integration/periods.ts';
import { wilson } from '../../src-main/domain/needs/survey.ts';

const share = (yes: number, answered: number): Range => { const found = wilson(yes, answered, null); if (!found) throw new Error('no share'); return { low: found.low, base: found.rate, high: found.high }; };

test.each([[56, 70, 48, 80, 0.0524, 0.3339], [9, 10, 3, 10, 0.1705, 0.809], [6, 7, 2, 7, 0.0582, 0.8062], [5, 56, 0, 29, -0.0381, 0.1926], [0, 10, 0, 10, -0.2775, 0.2775]])('%i/%i − %i/%i as Newcombe (1998) prints it', (a, m, b, n, low, high) => {
  const found = difference(share(a, m), share(b, n));
  expect([found.low, found.high].map((bound) => Number(bound?.toFixed(4)))).toEqual([low, high]);
});

const counts = fc.integer({ min: 1, max: 500 }).chain((answered) => fc.tuple(fc.integer({ min: 0, max: answered }), fc.constant(answered)));
test('a difference lies within its bounds, these within −1…1, and the other way round it is the mirror', () => {
  fc.assert(fc.property(counts, counts, ([a, m], [b, n]) => {
    const [there, back] = [difference(share(a, m), share(b, n)), difference(share(b, n), share(a, m))];
    const [low, base, high] = [there.low ?? 0, there.base ?? 0, there.high ?? 0];
    expect(low <= base && base <= high && low >= -1 - 1e-9 && high <= 1 + 1e-9).toBe(true);
    expect(back.low).toBeCloseTo(-high, 12);
    expect(back.high).toBeCloseTo(-low, 12);
  }));
});
test('periods: the order is one, a part lies within its whole', () => {
  const all = ['2026', '2026-H1', '2026-H2', '2026-Q1', '2026-Q4', '2026-03', '2026-12', '2025'];
  expect(all.toSorted(comparePeriods)).toEqual(['2025', '2026-Q1', '2026-03', '2026-H1', '2026', '2026-H2', '2026-Q4', '2026-12']);
  fc.assert(fc.property(fc.constantFrom(...all), fc.constantFrom(...all), (a, b) => { if (covers(a, b)) expect(spanOf(a).last - spanOf(a).first).toBeGreaterThanOrEqual(spanOf(b).last - spanOf(b).first); }));
});
