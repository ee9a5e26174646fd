import { Refusal } from '../contract/errors.ts';
import type { staff as methods } from '../contract/api/staff.ts';
import { workload, wrongWorkload } from '../domain/staffing/workload.ts';
import { workloadTrace } from '../domain/trace.ts';
import { exact } from '../domain/range.ts';
import { resultNum } from './num.ts';
import type { Handlers } from './program.ts';
import { methodNorm } from './staffBook.ts';

/** Use cases of staff. */
export const staff: Handlers<keyof typeof methods> = {
  'calculator.workload': (program, facts) => {
    const wrong = wrongWorkload(facts);
    if (wrong) throw new Refusal('workload.value', wrong);
    const result = workload(facts);
    const { required, difference, ratio } = result;
    return { required, difference, ratio, trace: { ...workloadTrace(facts, result), num: resultNum(exact(required), 'post', null), inputs: [], norms: methodNorm(program.latest()) } };
  },
};
