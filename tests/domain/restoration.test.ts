import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aidByRisk, gapOf } from '../../src-main/domain/restoration/informing.ts';
import { circleIn, schedule, type TaskFacts } from '../../src-main/domain/restoration/schedule.ts';
import { isUntold, newest, sumOf } from '../../src-main/domain/restoration/states.ts';

describe('earliest days of tasks', () => {
  /** Tasks without circles: each waits only for those before it in the list. */
  const plans = fc.array(fc.record({
    days: fc.option(fc.integer({ min: 1, max: 90 })), from: fc.constantFrom('', '2026-01-05', '2026-05-01'), due: fc.constantFrom('', '2026-04-01'), state: fc.constantFrom('planned' as const, 'going' as const, 'done' as const, 'stopped' as const),
    done: fc.constantFrom('', '2026-02-10'), after: fc.array(fc.nat(40), { maxLength: 4 }),
  }), { minLength: 1, maxLength: 25 }).map((rows) => rows.map((row, at): TaskFacts => ({ ...row, id: `t${at}`, after: at === 0 ? [] : row.after.map((n) => `t${n % at}`) })));
  const today = '2026-03-02';

  test('their order in the list does not matter', () => {
    fc.assert(fc.property(plans.chain((tasks) => fc.tuple(fc.constant(tasks), fc.shuffledSubarray([...tasks], { minLength: tasks.length }))), ([tasks, other]) => {
      const [a, b] = [schedule(tasks, today), schedule(other, today)];
      expect([b.end, b.sure]).toEqual([a.end, a.sure]);
      for (const [id, task] of a.tasks) {
        const twin = b.tasks.get(id);
        expect({ ...twin, heldBy: twin?.heldBy.toSorted() }).toEqual({ ...task, heldBy: task.heldBy.toSorted() });
      }
    }), { numRuns: 60 });
  });
  test('another dependency or more days make nothing earlier; nothing ends before it starts, nor starts before what it waits for ends', () => {
    fc.assert(fc.property(plans, fc.nat(1000), fc.nat(1000), (tasks, x, y) => {
      const at = x % tasks.length;
      const more = tasks.map((task, n) => (n === at && at > 0 ? { ...task, after: [...task.after, `t${y % at}`], days: task.days === null ? null : task.days + 3 } : task));
      const [before, after] = [schedule(tasks, today), schedule(more, today)];
      for (const [id, task] of before.tasks) {
        const next = after.tasks.get(id);
        expect(next && next.end >= task.end && (task.slack === null || next.start >= task.start)).toBe(true);
        expect(task.start <= task.end && (task.slack ?? 0) >= 0).toBe(true);
        for (const id2 of task.blockedBy) expect((before.tasks.get(id2)?.end ?? '') < task.start).toBe(true);
      }
      expect(after.end >= before.end).toBe(true);
    }), { numRuns: 100 });
  });
  test('500 tasks, each waiting for up to ten others, are all given days and what holds them', () => {
    const many = Array.from({ length: 500 }, (_, n): TaskFacts => ({ id: `t${n}`, days: 1 + (n % 7), from: '', due: '', state: 'planned', done: '', after: Array.from({ length: Math.min(10, n) }, (_x, k) => `t${(n * 7 + k * 13) % n}`) }));
    const { tasks } = schedule(many, today);
    expect([tasks.size, tasks.get('t499')?.heldBy]).toEqual([500, ['t0']]);
  });
  test('a circle is found and told in its order; a list without one has none', () => {
    fc.assert(fc.property(plans, (tasks) => { expect(circleIn(tasks)).toBeNull(); }), { numRuns: 40 });
    expect(circleIn([{ id: 'a', after: ['c'] }, { id: 'b', after: ['a'] }, { id: 'c', after: ['b'] }, { id: 'd', after: ['a'] }])).toEqual(['a', 'c', 'b']);
    expect(circleIn([{ id: 'a', after: ['a'] }])).toEqual(['a']);
    const chain = Array.from({ length: 20_000 }, (_, n) => ({ id: `${n}`, after: n === 0 ? [] : [`${n - 1}`] }));
    expect(circleIn(chain)).toBeNull();
    expect(circleIn([...chain, { id: '0', after: ['19999'] }])).not.toBeNull();
  });
});

describe('states, informing and help', () => {
  const state = (phase: 'before' | 'during' | 'now' | 'plan', day: string, level: 0 | 1 | 2 | 3 | 4, told = '') => ({ id: `${phase}${day}`, phase, day, level, told });
  test('the newest of a phase holds; a change nobody was told of is found, a plan is none', () => {
    const states = [state('plan', '2026-06-01', 4), state('now', '2026-02-01', 2), state('now', '2026-01-01', 1), state('before', '', 3)];
    expect([newest(states).now?.level, newest(states).during]).toEqual([2, null]);
    expect([isUntold(states), isUntold([state('now', '2026-02-01', 2, '2026-02-02'), state('during', '', 0)]), isUntold([state('now', '', 3), state('before', '', 3)]), isUntold([state('now', '', 3)])]).toEqual([true, false, false, false]);
  });
  test('not known is neither stopped nor restored', () => {
    const row = (now: 0 | 1 | 3 | null, before: 3 | null = null) => ({ levels: { before, during: null, now, plan: null } });
    expect(sumOf([row(0, 3), row(null, 3), row(3, 3), row(1)])).toEqual({ rows: 4, known: 3, restored: 1, stopped: 1, worse: 1 });
  });
  test('a channel whose work without power is not known closes no gap', () => {
    const channel = (withoutPower: '' | 'yes', withoutInternet: '' | 'yes') => ({ audiences: ['older'], withoutPower, withoutInternet });
    expect([gapOf('older', []), gapOf('older', [channel('', 'yes')]), gapOf('older', [channel('yes', '')]), gapOf('older', [channel('yes', 'yes')]), gapOf('hearing', [channel('yes', 'yes')])].map((each) => each.gap)).toEqual(['none', 'power', 'internet', null, 'none']);
  });
  test('help that ends without anybody after it comes first', () => {
    const aid = (id: string, to: string, after = '') => ({ id, donor: id, what: '', amountKop: null, task: '', service: '', from: '', to, ends: '', after });
    expect(aidByRisk([aid('taken', '2026-03-10', 'бюджет'), aid('later', '2027-01-01'), aid('none', ''), aid('soon', '2026-05-01'), aid('ended', '2026-02-01')], '2026-03-02', 90).map((each) => [each.id, each.risk, each.daysLeft])).toEqual([
      ['ended', 'ended', -29], ['soon', 'soon', 60], ['none', 'noEnd', null], ['later', 'later', 305], ['taken', 'soon', 8],
    ]);
  });
});
