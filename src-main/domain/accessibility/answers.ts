import type { AccessAnswer, AccessItem } from '../../contract/api/accessibility.ts';

/** What was said and measured about a criterion. */
export interface Stated { readonly answer: AccessAnswer; readonly measured: readonly (number | null)[] }
/** What counts of it. */
export interface Counted { readonly counts: AccessAnswer; readonly measuredDecides: boolean; readonly conflict: boolean }

type Measured = Pick<AccessItem, 'parts' | 'decides'>;

/**
 * What a measurement says: one value out of bounds fails the criterion; all values inside (exactly at a bound is inside) meet it, unless
 * the question asks more than is measured. '' = it says nothing.
 */
export function measuredAnswer({ parts, decides }: Measured, measured: Stated['measured']): 'yes' | 'no' | '' {
  const values = parts.map((part, at) => ({ ...part, value: measured[at] ?? null }));
  const outside = values.some(({ value, low, high }) => value !== null && ((low !== null && value < low) || (high !== null && value > high)));
  if (outside) return 'no';
  return decides === 'answer' && values.length > 0 && values.every(({ value }) => value !== null) ? 'yes' : '';
}

/** What counts: the measurement where it decides, otherwise what was said. Something measured where nothing is said to apply is a contradiction too. */
export function counted(item: Measured, { answer, measured }: Stated): Counted {
  const found = measuredAnswer(item, measured);
  const any = item.parts.some((_, at) => (measured[at] ?? null) !== null);
  return { counts: found === '' ? answer : found, measuredDecides: found !== '', conflict: (found !== '' && answer !== '' && answer !== found) || (any && answer === 'na') };
}
