import type { Level, Phase, RestoredState } from '../../contract/api/restoration.ts';

const RANK: Readonly<Record<Phase, number>> = { before: 0, during: 1, now: 2, plan: 3 };

/** States in time: by phase, then by day; one without a day stands first. */
export const inTime = <T extends Pick<RestoredState, 'phase' | 'day' | 'id'>>(states: readonly T[]): readonly T[] =>
  states.toSorted((a, b) => RANK[a.phase] - RANK[b.phase] || (a.day < b.day ? -1 : a.day > b.day ? 1 : 0) || (a.id < b.id ? -1 : 1));

/** The newest state of each phase of one service or point. */
export function newest<T extends Pick<RestoredState, 'phase' | 'day' | 'id'>>(states: readonly T[]): Readonly<Record<Phase, T | null>> {
  const last = (phase: Phase): T | null => inTime(states).findLast((each) => each.phase === phase) ?? null;
  return { before: last('before'), during: last('during'), now: last('now'), plan: last('plan') };
}

/** Has the state now changed against the one before it (an older one of now, else of the occupation, else before it), and was nobody told? */
export function isUntold(states: readonly Pick<RestoredState, 'phase' | 'day' | 'id' | 'level' | 'told'>[]): boolean {
  const seen = inTime(states).filter((each) => each.phase !== 'plan');
  const now = seen.at(-1);
  const old = seen.at(-2);
  return now !== undefined && now.phase === 'now' && now.told === '' && old !== undefined && old.level !== now.level;
}

/** From this step of the scale on a service works as it did. */
const AS_BEFORE: Level = 3;

/** How the services stand now: known, as before or better, stopped, and worse than they were before. */
export function sumOf(rows: readonly { readonly levels: Readonly<Record<Phase, Level | null>> }[]): { readonly rows: number; readonly known: number; readonly restored: number; readonly stopped: number; readonly worse: number } {
  const known = rows.flatMap(({ levels: { now, before } }) => (now === null ? [] : [{ now, before }]));
  return {
    rows: rows.length, known: known.length, restored: known.filter(({ now }) => now >= AS_BEFORE).length, stopped: known.filter(({ now }) => now === 0).length,
    worse: known.filter(({ now, before }) => before !== null && now < before).length,
  };
}

/** Is it said to work as before? */
export const worksAsBefore = (level: Level | null): boolean => level !== null && level >= AS_BEFORE;
