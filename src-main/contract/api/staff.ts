import { z } from 'zod';
import { text } from '../inputs.ts';
import { query } from '../method.ts';
import type { Trace } from '../models.ts';

/** Why a number of posts by workload is what it is: formula in words, steps in numbers, source of the method. */
export type WorkloadTrace = Pick<Trace, 'num' | 'formula' | 'steps' | 'inputs' | 'norms' | 'assumptions' | 'rounding'>;

/** Posts by workload, unrounded. */
export interface WorkloadResult {
  /** Posts that the work takes. */
  readonly required: number;
  /** Posts filled less posts required: below 0 = a shortage. */
  readonly difference: number;
  /** Posts filled / posts required: below 1 = pressure of work; null when nothing is required. */
  readonly ratio: number | null;
  readonly trace: WorkloadTrace;
}

const number = z.number().max(1e12);

export const staff = {
  'calculator.workload': query(z.strictObject({
    activities: z.array(z.strictObject({
      name: text(300).optional(),
      volume: number.meta({ description: 'Actions a year.' }),
      minutesEach: number.meta({ description: 'Minutes that one action takes.' }),
    })).max(500).meta({ description: 'Recurring work; may be empty.' }),
    supportShare: number.default(0).meta({ description: 'Share of everybody’s time for meetings, reports, training: 0 to below 1.' }),
    individualMinutes: number.default(0).meta({ description: 'Minutes a year of additional work of some of the staff.' }),
    availableHoursPerYear: number.meta({ description: 'Working hours a year of one worker, without leave, holidays, training and illness; above 0.' }),
    existing: number.meta({ description: 'Posts filled now.' }),
  }).meta({ description: 'Posts required by workload (WISN of the WHO), the difference from the posts filled and their ratio, unrounded, with the calculation. Needs no open plan.' })).returns<WorkloadResult>(),
};
