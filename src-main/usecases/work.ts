import { Refusal } from '../contract/errors.ts';
import type { PlanWork } from '../contract/api/plan.ts';
import type { Program } from './program.ts';

/** How far a long action of the plan is, told before each step. */
export type WorkStep = Pick<PlanWork, 'step' | 'done' | 'of'>;
interface Running extends PlanWork { stopped: boolean }

const running = new WeakMap<Program, Running>();

/** The long action that runs now, or null. */
export function workNow(program: Program): PlanWork | null {
  const now = running.get(program);
  return now ? { what: now.what, step: now.step, done: now.done, of: now.of } : null;
}

/** Asks the long action to end before its next step. */
export function stopWork(program: Program): void {
  const now = running.get(program);
  if (now) now.stopped = true;
}

/**
 * Prepares a long action of the open plan step by step in this thread (the plan has one connection): pages are answered in between.
 * What it gives back is to be stored at once. Refuses `job.cancelled` when it was stopped, `work.running` when another runs, and
 * `work.stale` when the plan was changed, closed or exchanged on the way.
 */
export async function inSteps<T>(program: Program, what: PlanWork['what'], steps: AsyncGenerator<WorkStep, T> | Generator<WorkStep, T>): Promise<T> {
  if (running.has(program)) throw new Refusal('work.running');
  const { path } = program.store();
  const revision = program.store().revision();
  const now: Running = { what, step: 'start', done: 0, of: 1, stopped: false };
  running.set(program, now);
  try {
    for (;;) {
      const next = await steps.next();
      if (next.done) {
        refuseEnded();
        return next.value;
      }
      Object.assign(now, next.value);
      await new Promise((resolve) => setImmediate(resolve));
      refuseEnded();
    }
  } finally {
    running.delete(program);
  }
  function refuseEnded(): void {
    if (now.stopped) throw new Refusal('job.cancelled');
    if (!program.hasPlan() || program.store().path !== path || program.store().revision() !== revision) throw new Refusal('work.stale');
  }
}
