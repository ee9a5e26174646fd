import type { TraceRef } from '../../contract/models.ts';
import type { Workload, WorkloadFacts } from '../staffing/workload.ts';
import { chain, num, pieces, say, step, type Step, type TracePieces } from './pieces.ts';

/** Activities written one by one; of a longer list the sum stands alone. */
const LISTED = 12;

/** Posts by workload. `refs` = where the numbers come from. */
export function workloadTrace(f: WorkloadFacts, r: Workload, refs: { readonly existing?: TraceRef | null } = {}): TracePieces {
  const hours = num(f.availableHoursPerYear, 'hour');
  const each: Step[] = f.activities.slice(0, LISTED).map(({ volume, minutesEach }, at) => step(num(volume, 'times'), ' × ', num(minutesEach, 'minute'), ' / 60 / ', hours, ' = ', num(r.parts[at]?.posts ?? null, 'post')));
  const sum = r.parts.length > 1 ? [step(...(r.parts.length > LISTED ? [] : [...chain(r.parts.map((part) => num(part.posts, 'post')), ' + '), ' = ']), num(r.standards, 'post'))] : [];
  return pieces(say('staff.formula.workload'), [
    ...each, ...sum,
    step('1 / (1 − ', num(f.supportShare, 'share'), ') = ', num(r.categoryFactor, 'times')),
    ...(f.individualMinutes > 0 ? [step(num(f.individualMinutes, 'minute'), ' / 60 / ', hours, ' = ', num(r.individual, 'post'))] : []),
    step(num(r.standards, 'post'), ' × ', num(r.categoryFactor, 'times'), ' + ', num(r.individual, 'post'), ' = ', num(r.required, 'post')),
    step(num(f.existing, 'post', refs.existing), ' − ', num(r.required, 'post'), ' = ', num(r.difference, 'post')),
    ...(r.ratio === null ? [] : [step(num(f.existing, 'post', refs.existing), ' / ', num(r.required, 'post'), ' = ', num(r.ratio, 'times'))]),
  ], [f.activities.length > LISTED && say('staff.assumption.longList', { count: f.activities.length }), r.ratio === null && say('staff.assumption.nothingRequired')], say('staff.rounding.none'));
}
