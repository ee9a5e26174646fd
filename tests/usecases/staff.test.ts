import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { workload } from '../../src-main/domain/staffing/workload.ts';
import { program } from './helper.ts';
import { missingTexts } from './locales.ts';

const one = { activities: [{ name: 'Відвідування', volume: 6240, minutesEach: 60 }, { volume: 3120, minutesEach: 45 }], supportShare: 0.2, individualMinutes: 12_000, availableHoursPerYear: 1600, existing: 5 };

describe('the calculator of posts by workload', () => {
  test('counts without an open plan and says how', async () => {
    const p = program();
    const { required, difference, ratio, trace } = await p.ask('calculator.workload', one);
    // (6240·1 h + 3120·0.75 h) / 1600 h / 0.8 + 200 h / 1600 h
    expect(required).toBeCloseTo(6.703125 + 0.125, 12);
    expect(difference).toBeCloseTo(5 - 6.828125, 12);
    expect(ratio).toBeCloseTo(5 / 6.828125, 12);
    expect(trace.steps.flat().filter((part) => typeof part !== 'string').map(({ n }) => n)).toContain(required);
    expect(trace.norms.map(({ normId, confidence }) => [normId, confidence])).toEqual([['wisn', 'recalled']]);
    expect([trace.formula, trace.rounding, ...trace.assumptions].flatMap((each) => (each ? missingTexts(each) : []))).toEqual([]);
    expect(await p.ask('calculator.workload', { activities: [], availableHoursPerYear: 1600, existing: 2 })).toMatchObject({ required: 0, difference: 2, ratio: null });
  });
  test.each([
    ['supportShare', 'share', { supportShare: 1 }], ['supportShare', 'share', { supportShare: 1.4 }], ['supportShare', 'negative', { supportShare: -0.1 }],
    ['availableHoursPerYear', 'hours', { availableHoursPerYear: 0 }], ['availableHoursPerYear', 'hours', { availableHoursPerYear: -8 }], ['availableHoursPerYear', 'hours', { availableHoursPerYear: -0 }],
    ['individualMinutes', 'negative', { individualMinutes: -1 }], ['existing', 'negative', { existing: -0.25 }],
    ['activities', 'negative', { activities: [{ volume: -1, minutesEach: 5 }] }], ['activities', 'negative', { activities: [{ volume: 1, minutesEach: -5 }] }],
    ['activities', 'tooLarge', { activities: [{ volume: 1e12, minutesEach: 1e12 }], availableHoursPerYear: 5e-324 }],
  ])('refuses %s (%s)', async (field, reason, wrong) => {
    const { details } = await program().refuse('workload.value', 'calculator.workload', { ...one, ...wrong });
    expect(details).toEqual({ field, reason });
  });
  test('refuses what is no number or unknown', async () => {
    const p = program();
    for (const wrong of [{ existing: '5' }, { availableHoursPerYear: null }, { activities: null }, { minutes: 1 }]) await p.refuse('input.invalid', 'calculator.workload', { ...one, ...wrong } as never);
  });

  const amount = fc.integer({ min: 0, max: 1_000_000 });
  const facts = fc.record({
    activities: fc.array(fc.record({ volume: amount, minutesEach: fc.integer({ min: 0, max: 600 }) }), { maxLength: 6 }), supportShare: fc.double({ min: 0, max: 0.95, noNaN: true }),
    individualMinutes: amount, availableHoursPerYear: fc.integer({ min: 1, max: 3000 }), existing: fc.integer({ min: 0, max: 400 }).map((quarters) => quarters / 4),
  });
  const near = (a: number, b: number) => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));
  test('more work never needs fewer posts; doubling all volumes doubles the standards; the order does not matter', () => {
    fc.assert(fc.property(facts, amount, (f, more) => {
      const r = workload(f);
      const grown = workload({ ...f, activities: [...f.activities, { volume: more, minutesEach: 7 }] });
      const doubled = workload({ ...f, activities: f.activities.map((each) => ({ ...each, volume: each.volume * 2 })) });
      expect(grown.required).toBeGreaterThanOrEqual(r.required);
      expect(near(doubled.standards, 2 * r.standards)).toBe(true);
      expect(near(workload({ ...f, activities: f.activities.toReversed() }).required, r.required)).toBe(true);
      expect(near(r.required + r.difference, f.existing)).toBe(true);
      expect(workload({ ...f, availableHoursPerYear: f.availableHoursPerYear * 2 }).required).toBeLessThanOrEqual(r.required);
      expect(r.ratio === null ? r.required === 0 : near(r.ratio * r.required, f.existing)).toBe(true);
    }), { seed: 5 });
  });
});
