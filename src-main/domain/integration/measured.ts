import type { IndicatorEntry, IndicatorKind, MeasuredAs } from '../../contract/api/integration.ts';
import type { Range } from '../../contract/models.ts';
import { SMALL_SAMPLE, surveyRate } from '../needs/survey.ts';
import { exact, range, UNKNOWN } from '../range.ts';

/** How an indicator is counted. */
export interface Counting { readonly kind: IndicatorKind; readonly factor: number }
/** The value of an indicator and how sure it is. A value without bounds has only its base. */
export interface Measured { readonly range: Range; readonly as: MeasuredAs }

const only = (base: number): Range => ({ low: null, base, high: null });

/**
 * The value of an indicator. Counts make a share or a ratio; without counts the entered value stands. Bounds: entered ones, or Wilson's 95 % interval
 * of a share among people chosen at random; registers and statistics have none because nobody is missing; everything else is indicative only.
 * Fewer than 30 answers are no share.
 */
export function measured({ kind, factor }: Counting, entered: IndicatorEntry): Measured {
  const { numerator, denominator, method, selection, low, high } = entered;
  const counts = kind !== 'value' && numerator !== null && denominator !== null;
  if (counts && denominator === 0) return { range: UNKNOWN, as: 'nobody' };
  const base = counts ? (numerator / denominator) * factor : entered.value;
  if (base === null) return { range: UNKNOWN, as: kind !== 'value' && (numerator !== null || denominator !== null) ? 'part' : 'none' };
  if (method === 'survey' && denominator !== null && denominator < SMALL_SAMPLE && kind !== 'ratio') return { range: UNKNOWN, as: 'few' };
  if (low !== null || high !== null) return { range: range(low, base, high), as: 'bounds' };
  if (method === 'survey' && counts && kind === 'share') {
    const found = surveyRate({ yes: numerator, answered: denominator, population: null, selection, defaultRate: UNKNOWN });
    return found.indicative ? { range: only(base), as: 'indicative' } : { range: found.range, as: 'sample' };
  }
  return method === 'survey' || method === 'estimate' ? { range: only(base), as: 'indicative' } : { range: exact(base), as: 'whole' };
}
