import type { DeterminationKind, StageState } from '../../contract/api/cycle.ts';

/** Planned days (ISO, '' = not set), the day done and the state people gave a stage. */
export interface StageDates { readonly from: string; readonly to: string; readonly done: string; readonly state: StageState }

const DAY = 86_400_000;
/** Days from one ISO day to another; below zero when `to` is earlier. */
export const daysBetween = (from: string, to: string): number => Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY);

const isOpen = (stage: StageDates): boolean => stage.state === 'planned' || stage.state === 'going';

/** By how many days a stage is late: its planned end has passed and it is neither done nor left out; 0 = not late. The last planned day is not late. */
export const lateDays = (stage: StageDates, today: string): number => (isOpen(stage) && stage.to !== '' ? Math.max(0, daysBetween(stage.to, today)) : 0);

/** The first planned day has passed, the last one has not, and nothing was begun. */
export const shouldBegin = (stage: StageDates, today: string): boolean => stage.state === 'planned' && stage.from !== '' && stage.from < today && lateDays(stage, today) === 0;

/** Done after the last planned day. */
export const doneLate = (stage: StageDates): boolean => stage.state === 'done' && stage.done !== '' && stage.to !== '' && stage.done > stage.to;

/** A day that is waited for: the begin of a stage not begun, the end of one not done, the return of `count` sheets. `days` from today, below zero = late. */
export interface Due<S> { readonly stage: S; readonly what: 'begin' | 'end' | 'sheets'; readonly count: number; readonly date: string; readonly days: number }

/** Sheets of a stage that are not back, by the day they are due. */
export interface DueSheets<S> { readonly stage: S; readonly due: string; readonly count: number }

/** What is late (the latest first), what comes within 30 days and within 31 to 90 (the nearest first). Today counts as coming. */
export function calendarOf<S extends StageDates>(stages: readonly S[], today: string, sheets: readonly DueSheets<S>[] = []): { readonly late: readonly Due<S>[]; readonly next30: readonly Due<S>[]; readonly next90: readonly Due<S>[] } {
  const due = [...stages.filter(isOpen).flatMap((stage): Due<S>[] => [
    ...(stage.state === 'planned' && stage.from !== '' && stage.from >= today ? [{ stage, what: 'begin' as const, count: 1, date: stage.from, days: daysBetween(today, stage.from) }] : []),
    ...(stage.to !== '' ? [{ stage, what: 'end' as const, count: 1, date: stage.to, days: daysBetween(today, stage.to) }] : []),
  ]), ...sheets.map(({ stage, due: date, count }): Due<S> => ({ stage, what: 'sheets', count, date, days: daysBetween(today, date) }))].sort((a, b) => a.days - b.days);
  const within = (from: number, to: number) => due.filter(({ days }) => days >= from && days <= to);
  return { late: due.filter(({ days }) => days < 0), next30: within(0, 30), next90: within(31, 90) };
}

/** A planned day of a year from `MM-DD`; 29 February of a common year is the 28th. */
export const dayOf = (year: number, day: string): string => {
  const made = new Date(`${year}-${day}T00:00:00Z`);
  return day === '02-29' && made.getUTCMonth() !== 1 ? `${year}-02-28` : `${year}-${day}`;
};

/** The same day in another year. */
export const movedTo = (date: string, years: number): string => (date === '' ? '' : dayOf(Number(date.slice(0, 4)) + years, date.slice(5)));

/**
 * What is usually started next, this year or in the year after the newest one: research when there is none or `every` years have passed since
 * the last one, a yearly update in between (of that research). `copyFrom` is the newest determination of the same kind, or the newest of all.
 */
export function nextDetermination(
  all: readonly { readonly id: string; readonly kind: DeterminationKind; readonly year: number }[], every: number, thisYear: number,
): { readonly kind: DeterminationKind; readonly year: number; readonly research: string | null; readonly copyFrom: string | null } {
  const newest = (kind?: DeterminationKind) => all.filter((each) => kind === undefined || each.kind === kind).toSorted((a, b) => b.year - a.year)[0];
  const research = newest('research_3y');
  if (!research) return { kind: 'research_3y', year: thisYear, research: null, copyFrom: newest()?.id ?? null };
  // Years that passed without one are not made up for.
  const year = Math.max(thisYear, Math.max(...all.map((each) => each.year)) + 1);
  const kind = year - research.year >= every ? 'research_3y' : 'annual_update';
  return { kind, year, research: kind === 'annual_update' ? research.id : null, copyFrom: (newest(kind) ?? newest())?.id ?? null };
}
