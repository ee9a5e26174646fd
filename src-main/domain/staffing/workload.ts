/**
 * Posts by workload: WISN, «Workload Indicators of Staffing Need» (WHO, user's manual, 2010; second edition 2023).
 * Times are in hours a year; nothing is rounded.
 */

/** Work that recurs with every recipient or case: how often a year and how many minutes once. */
export interface Activity { readonly volume: number; readonly minutesEach: number }

/** What posts by workload are counted from. */
export interface WorkloadFacts {
  readonly activities: readonly Activity[];
  /** Share of everybody's time that goes into meetings, reports, training … (category allowance standard), 0 ≤ share < 1. */
  readonly supportShare: number;
  /** Minutes a year of additional work that only some of the staff do (individual allowance standard). */
  readonly individualMinutes: number;
  /** Available working time of one worker, hours a year; above 0. */
  readonly availableHoursPerYear: number;
  /** Posts filled now. */
  readonly existing: number;
}

/** Posts by workload against those there are. */
export interface Workload {
  /** Hours and posts that each activity takes, in the order given. */
  readonly parts: readonly { readonly hours: number; readonly posts: number }[];
  /** Posts for all activities before allowances. */
  readonly standards: number;
  /** 1 / (1 − share): how much larger the staff must be because everybody also does support work. */
  readonly categoryFactor: number;
  /** Posts for the additional work of some. */
  readonly individual: number;
  readonly required: number;
  /** Existing less required: below 0 = a shortage. */
  readonly difference: number;
  /** Existing / required: below 1 = workload pressure; null when nothing is required. */
  readonly ratio: number | null;
}

/** Why facts cannot be counted with; null when they can. */
export function wrongWorkload(f: WorkloadFacts): { readonly field: keyof WorkloadFacts; readonly reason: 'negative' | 'share' | 'hours' | 'tooLarge' } | null {
  if (f.activities.some(({ volume, minutesEach }) => volume < 0 || minutesEach < 0)) return { field: 'activities', reason: 'negative' };
  for (const field of ['supportShare', 'individualMinutes', 'existing'] as const) if (f[field] < 0) return { field, reason: 'negative' };
  if (f.supportShare >= 1) return { field: 'supportShare', reason: 'share' };
  if (f.availableHoursPerYear <= 0) return { field: 'availableHoursPerYear', reason: 'hours' };
  return Number.isFinite(workload(f).required) ? null : { field: 'activities', reason: 'tooLarge' };
}

/** Required posts = Σ (volume × minutes / 60 / available hours) / (1 − support share) + individual minutes / 60 / available hours. */
export function workload(f: WorkloadFacts): Workload {
  const parts = f.activities.map(({ volume, minutesEach }) => {
    const hours = (volume * minutesEach) / 60;
    return { hours, posts: hours / f.availableHoursPerYear };
  });
  const standards = parts.reduce((sum, part) => sum + part.posts, 0);
  const categoryFactor = 1 / (1 - f.supportShare);
  const individual = f.individualMinutes / 60 / f.availableHoursPerYear;
  const required = standards * categoryFactor + individual;
  return { parts, standards, categoryFactor, individual, required, difference: f.existing - required, ratio: required === 0 ? null : f.existing / required };
}
