import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AccessAnswer, AccessTarget } from '#contract/api/accessibility.ts';
import { cheapestPlan, effects, ranked, type Mend } from '../../src-main/domain/accessibility/fixes.ts';
import { resultOf, type Answered } from '../../src-main/domain/accessibility/status.ts';

const share = fc.constantFrom(0, 0.25, 0.5, 0.6, 0.75, 0.9, 1);
/** Small audits with fixes that share the failed criteria out among themselves. */
const audit = fc.record({
  items: fc.array(fc.record({ critical: fc.boolean(), counts: fc.constantFrom<AccessAnswer>('yes', 'no', 'no', 'na', ''), fix: fc.nat(5) }), { minLength: 1, maxLength: 9 }),
  costs: fc.array(fc.option(fc.nat(40), { nil: null, freq: 4 }), { minLength: 6, maxLength: 6 }),
  shares: fc.tuple(share, share).map(([a, b]) => ({ freeShare: Math.max(a, b), partialShare: Math.min(a, b) })),
  target: fc.constantFrom<AccessTarget>('entrance', 'partial', 'free'),
}).map(({ items, costs, shares, target }) => {
  const answered = items.map(({ critical, counts }, at): Answered => ({ id: `c${at}`, critical, counts }));
  // Fix 0 stands for none chosen.
  const fixes = costs.map((costKop, n): Mend => ({ id: `f${n}`, costKop, people: null, mends: answered.filter((item, at) => item.counts === 'no' && items[at]?.fix === n).map((item) => item.id) })).filter((fix) => fix.id !== 'f0' && fix.mends.length > 0);
  return { answered, fixes, shares, target };
});
const after = (answered: readonly Answered[], mended: ReadonlySet<string>): readonly Answered[] => answered.map((item) => (mended.has(item.id) ? { ...item, counts: 'yes' } : item));
const reaches = (target: AccessTarget, best: string | null): boolean => best === 'free' || (best === 'partial' && target !== 'free');

test('the cheapest set is the cheapest of all sets that reach the target', () => {
  fc.assert(fc.property(audit, ({ answered, fixes, shares, target }) => {
    const mended = new Set(fixes.flatMap((fix) => fix.mends));
    const all: readonly Mend[] = [...fixes, ...answered.filter((item) => item.counts === 'no' && !mended.has(item.id)).map((item): Mend => ({ id: item.id, costKop: null, people: null, mends: [item.id] }))];
    let best: readonly [number, number] | null = null;
    for (let set = 0; set < 2 ** all.length; set++) {
      const chosen = all.filter((_, at) => (set >> at) & 1);
      if (!reaches(target, resultOf(after(answered, new Set(chosen.flatMap((fix) => fix.mends))), shares).best)) continue;
      const cost: readonly [number, number] = [chosen.filter((fix) => fix.costKop === null).length, chosen.reduce((sum, fix) => sum + (fix.costKop ?? 0), 0)];
      if (best === null || cost[0] < best[0] || (cost[0] === best[0] && cost[1] < best[1])) best = cost;
    }
    const now = resultOf(answered, shares).best;
    const plan = cheapestPlan(target, answered, fixes, shares);
    if (now === null || reaches(target, now)) expect(plan).toBeNull();
    else expect(plan && [plan.unknown, plan.costKop]).toEqual(best);
  }), { numRuns: 400, seed: 3 });
});

test('mending never makes a result worse, and all fixes together leave only what has none', () => {
  const order = [null, 'barrier', 'partial', 'free'];
  fc.assert(fc.property(audit, ({ answered, fixes, shares }) => {
    const done = effects(ranked(fixes, new Set(answered.filter((item) => item.critical).map((item) => item.id))), answered, new Set(answered.map((item) => item.id)), shares);
    const ranks = [resultOf(answered, shares).best, ...done.map((each) => each.status)].map((status) => order.indexOf(status));
    expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
  }), { numRuns: 100, seed: 4 });
});

test('the order of fixes: critical first, then cheap, then for more people; it does not hang on the order given', () => {
  const fix = (id: string, costKop: number | null, people: number | null, ...mends: string[]): Mend => ({ id, costKop, people, mends });
  const all = [fix('dear', 900, 5, 'a'), fix('cheap', 100, 5, 'b'), fix('many', 100, 50, 'c'), fix('unknown', null, 500, 'd'), fix('door', 5000, 1, 'door'), fix('done', 1, 1)];
  fc.assert(fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (some) => {
    expect(ranked(some, new Set(['door'])).map((each) => each.id)).toEqual(['door', 'many', 'cheap', 'dear', 'unknown', 'done']);
  }), { numRuns: 20, seed: 5 });
});
