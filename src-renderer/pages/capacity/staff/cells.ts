import { editText, formatNumber, type Language } from '#contract/format.ts';
import type { Unit } from '#contract/models.ts';
import { numCell, type CellState, type GridCell } from '../../../grid/index.ts';

/** A number of a staff table as a cell; null = not known. `own` false = not entered here: taken from a norm, the register or an estimate. */
export function amountCell(value: number | null, unit: Unit, language: Language, { state = 'known', own = true }: { readonly state?: Exclude<CellState, 'error'>; readonly own?: boolean } = {}): GridCell {
  const num = { state: value === null ? 'unknown' as const : own ? state : 'assumption' as const, value, low: null, high: null, unit, assumed: !own, recalled: false, ref: null, missing: [] };
  return { ...numCell(num, language), text: value === null || !own ? '' : editText(value, unit, language) };
}

/** A number without a unit of its own, with up to two decimals. */
export function plainCell(value: number, language: Language, own: boolean): GridCell {
  const text = formatNumber(value, language, { digits: { min: 0, max: 2 } });
  return { ...amountCell(value, 'times', language, { own }), words: text, inWords: false, unit: undefined };
}
