import type { Range, Sentence, Trace, TraceRef, Unit } from '../../contract/models.ts';
import { isWhole, roundPersons } from '../rounding.ts';

/** The parts of a trace that the arithmetic knows; place, sources and sentence are added by who asks. */
export type TracePieces = Pick<Trace, 'formula' | 'steps' | 'assumptions' | 'rounding'>;
/** One line of a calculation: texts and numbers in their order. */
export type Step = Trace['steps'][number];
/** A number in a step that can be clicked. */
export interface Operand { readonly n: number | null; readonly unit: Unit; readonly ref: TraceRef | null }
/** Where the figures of a calculation can be asked for; a name left out has no link. */
export type Refs = Readonly<Record<string, TraceRef | null | undefined>>;

/** A sentence of the locales. */
export const say = (key: string, params: Sentence['params'] = {}): Sentence => ({ key, params });
/** A number in a step, with the way to its own explanation. */
export const num = (n: number | null, unit: Unit, ref: TraceRef | null | undefined = null): Operand => ({ n, unit, ref: ref ?? null });
/** A bare factor such as 1.07. */
export const factor = (n: number): Operand => num(n, 'count');

/** `a − b = c` out of operands and signs; steps with an unknown number still show it, as not known. */
export const step = (...parts: readonly (string | Operand)[]): Step => parts;

/** Operands with one sign between them: 6 + 7 + 8. */
export function chain(operands: readonly Operand[], sign: string): (string | Operand)[] {
  return operands.flatMap((o, i) => (i === 0 ? [o] : [sign, o]));
}

/** Does a range say more than its base? */
export const hasSpread = (r: Range): boolean => (r.low !== null && r.low !== r.base) || (r.high !== null && r.high !== r.base);

/** "Rounded once, at the end: 168.71 is shown as 169", for the first value that is not whole; null when all are. */
export function roundedOnce(r: Range): Sentence | null {
  const odd = [r.base, r.high, r.low].find((v) => v !== null && !isWhole(v));
  return odd === undefined || odd === null ? null : say('rounding.once', { from: odd, to: roundPersons(odd) });
}

/** Shares are kept unrounded and shown to a tenth of a per cent. */
export const roundedShare = (r: Range): Sentence | null => (r.base === null ? null : say('rounding.share', {}));

/** Formula, steps and assumptions of a trace. */
export const pieces = (formula: Sentence, steps: readonly Step[], assumptions: readonly (Sentence | null | false)[] = [], rounding: Sentence | null = null): TracePieces => ({
  formula, steps, rounding, assumptions: assumptions.filter((a) => a !== null && a !== false) as Sentence[],
});
