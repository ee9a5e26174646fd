import type { RestorationTask, ScheduledTask } from '../../contract/api/restoration.ts';

const DAY = 86_400_000;
const dayOf = (iso: string): number => Date.parse(`${iso}T00:00:00Z`) / DAY;
const isoOf = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);
/** Days from one ISO day to another. */
export const daysBetween = (from: string, to: string): number => dayOf(to) - dayOf(from);

/** What the calculation asks of a task. */
export type TaskFacts = Pick<RestorationTask, 'id' | 'days' | 'from' | 'due' | 'state' | 'done' | 'after'>;
/** What it answers. */
export type TaskDates = Pick<ScheduledTask, 'start' | 'end' | 'sure' | 'slack' | 'critical' | 'blockedBy' | 'heldBy' | 'canStart' | 'lateDays'>;
/** Days of all tasks, and when all is done. */
export interface Schedule { readonly tasks: ReadonlyMap<string, TaskDates>; /** The earliest end of all that is not done, '' = nothing is left. */ readonly end: string; readonly sure: boolean }

/** Ids of tasks that wait for each other in a circle, in order, or null. */
export function circleIn(tasks: readonly Pick<TaskFacts, 'id' | 'after'>[]): readonly string[] | null {
  const after = new Map(tasks.map((task) => [task.id, task.after]));
  const finished = new Set<string>();
  for (const { id } of tasks) {
    const path: { readonly id: string; next: number }[] = finished.has(id) ? [] : [{ id, next: 0 }];
    const onPath = new Set(path.map((each) => each.id));
    for (let at = path.at(-1); at !== undefined; at = path.at(-1)) {
      const next = after.get(at.id)?.[at.next++];
      if (next === undefined) {
        path.pop();
        onPath.delete(at.id);
        finished.add(at.id);
      } else if (onPath.has(next)) return path.slice(path.findIndex((each) => each.id === next)).map((each) => each.id);
      else if (!finished.has(next) && after.has(next)) {
        path.push({ id: next, next: 0 });
        onPath.add(next);
      }
    }
  }
  return null;
}

/** Tasks so that each stands after those it waits for; a task not in the list is not waited for. */
function ordered<T extends TaskFacts>(tasks: readonly T[]): readonly T[] {
  const byId = new Map(tasks.map((task) => [task.id, task]));
  const open = new Map(tasks.map((task) => [task.id, task.after.filter((id) => byId.has(id)).length]));
  const waiting = Map.groupBy(tasks.flatMap((task) => task.after.map((before) => ({ before, task }))), ({ before }) => before);
  const order = tasks.filter((task) => open.get(task.id) === 0);
  for (const done of order) {
    for (const { task } of waiting.get(done.id) ?? []) {
      const left = (open.get(task.id) ?? 0) - 1;
      open.set(task.id, left);
      if (left === 0) order.push(task);
    }
  }
  return order;
}

/** Days of a task while they are found; `held` has a bit for each task (by its place in the order) that holds it and is itself held by none. */
interface Dates { readonly id: string; readonly at: number; readonly start: number; readonly end: number; readonly sure: boolean; readonly open: boolean; readonly before: readonly string[]; readonly held: Uint32Array | null }

/** Adds what a task before it brings to what holds a task: the task itself when nothing holds it, else what holds it. */
function hold(held: Uint32Array, { at, held: theirs }: Dates): void {
  if (theirs === null) held[at >> 5] = (held[at >> 5] ?? 0) | (1 << (at & 31));
  else for (let word = 0; word < held.length; word++) held[word] = (held[word] ?? 0) | (theirs[word] ?? 0);
}

/**
 * Earliest days by the critical path, in calendar days, both ends included: a task starts the day after the last task before it ends,
 * not before its own day and, unless begun, not before today; it cannot end before today while it is not done. An unknown duration counts as one day
 * and makes what follows "not before"; so does a stopped task. Refused circles (see {@link circleIn}) must be found before: their tasks are left out.
 * Method: critical path method (Kelley and Walker 1959).
 */
export function schedule(tasks: readonly TaskFacts[], today: string): Schedule {
  const now = dayOf(today);
  const order = ordered(tasks);
  const words = Math.ceil(order.length / 32);
  const dates = new Map<string, Dates>();
  for (const [at, task] of order.entries()) {
    const before = [...new Set(task.after)].flatMap((id) => dates.get(id) ?? []);
    if (task.state === 'done') {
      const end = task.done === '' ? now : dayOf(task.done);
      const start = task.from === '' ? end - (task.days ?? 1) + 1 : Math.min(dayOf(task.from), end);
      dates.set(task.id, { id: task.id, at, start, end, sure: true, open: false, before: [], held: null });
      continue;
    }
    const begun = task.state === 'going' && task.from !== '';
    const own = Math.max(task.from === '' ? now : dayOf(task.from), begun ? -Infinity : now);
    // What was done today leaves the rest of today.
    const start = Math.max(own, ...before.map((each) => each.end + (each.open ? 1 : 0)));
    const blockers = before.filter((each) => each.open);
    const held = blockers.length === 0 ? null : new Uint32Array(words);
    if (held) for (const each of blockers) hold(held, each);
    dates.set(task.id, {
      id: task.id, at, held, start, end: Math.max(start + (task.days ?? 1) - 1, now), open: true, sure: task.days !== null && task.state !== 'stopped' && blockers.every((each) => each.sure), before: blockers.map((each) => each.id),
    });
  }
  const open = [...dates.values()].filter((each) => each.open);
  const end = Math.max(...open.map((each) => each.end));
  const latest = new Map<string, number>();
  for (const task of order.toReversed()) {
    const own = dates.get(task.id);
    if (!own?.open) continue;
    const last = latest.get(task.id) ?? end;
    latest.set(task.id, last);
    for (const id of own.before) latest.set(id, Math.min(latest.get(id) ?? end, last - (own.end - own.start) - 1));
  }
  const idsIn = (held: Uint32Array | null): readonly string[] => (held === null ? [] : order.flatMap(({ id }, at) => (((held[at >> 5] ?? 0) >>> (at & 31)) & 1 ? [id] : [])));
  return {
    end: open.length === 0 ? '' : isoOf(end), sure: open.every((each) => each.sure),
    tasks: new Map(order.map((task) => {
      const own = dates.get(task.id);
      if (!own) throw new Error('schedule: a task without days');
      const slack = own.open ? (latest.get(task.id) ?? end) - own.end : null;
      return [task.id, {
        start: isoOf(own.start), end: isoOf(own.end), sure: own.sure, slack, critical: slack === 0, blockedBy: own.before, heldBy: idsIn(own.held),
        canStart: task.state === 'planned' && own.before.length === 0 && own.start <= now, lateDays: task.due === '' ? 0 : Math.max(0, own.end - dayOf(task.due)),
      }];
    })),
  };
}
