import { MEASURES } from '../contract/measures.ts';
import type { Cell, Counted, Figure, FigureKey, MeasureId, Num, NumState, Range, TraceRef, Unit } from '../contract/models.ts';
import { isAssumed, isKnownFact } from '../domain/facts.ts';
import type { Total } from '../domain/tree/totals.ts';
import type { Of } from './series.ts';

/** What a computed number still needs to become a {@link Num}. */
export interface NumNotes {
  readonly assumed?: boolean;
  readonly recalled?: boolean;
  readonly missing?: readonly FigureKey[];
  /** Overrides the state that follows from the range. */
  readonly state?: NumState;
}

/** A computed number: `computed` when its base is known, `partial` when only a bound is, otherwise `unknown`. */
export function resultNum(range: Range, unit: Unit, ref: TraceRef | null, notes: NumNotes = {}): Num {
  const state = notes.state ?? (range.base !== null ? (notes.assumed ? 'assumption' : 'computed') : range.low !== null || range.high !== null ? 'partial' : 'unknown');
  return {
    state, value: range.base, low: range.low, high: range.high, unit, ref,
    assumed: notes.assumed ?? false, recalled: notes.recalled ?? false, missing: notes.missing ?? [],
  };
}

/** A number that does not exist here. */
export const notApplicable = (unit: Unit): Num => resultNum({ low: null, base: null, high: null }, unit, null, { state: 'na' });

/** Persons or families: the unit of a measure of a service or group. */
export const countedUnit = (unit: Unit, counted: Counted): Unit => (unit === 'person' && counted === 'family' ? 'family' : unit);

/** Address of a figure, all parts filled. */
export function keyOf(measure: MeasureId, of: Of, territory: string, year: number, scenario: string): FigureKey {
  return {
    measure, group: of.group ?? '', service: of.service ?? '', provider: of.provider ?? '', territory,
    sex: of.sex ?? 'all', age: of.age ?? 'all', year, scenario,
  };
}

function stateOfFigure(figure: Figure): NumState {
  if (figure.value === null) return 'unknown';
  if (figure.state !== 'entered') return figure.state;
  const unsure = isAssumed(figure) || figure.low !== null || figure.high !== null;
  return unsure ? 'assumption' : 'known';
}

/**
 * Does a cell show the sum of what lies inside? Bundled or last year's figure gives way to places inside that are all known, as in the calculation.
 */
export const isSummed = (own: Figure | null, total: Total | null): boolean =>
  total !== null && total.source === 'children' && (own === null || own.value === null || (own.state !== 'entered' && total.state === 'known'));

/** What a cell shows: the entered figure, or else the sum of the territories inside, or else «н/д». */
export function cellOf(key: FigureKey, own: Figure | null, total: Total | null, counted: Counted = 'person'): Cell {
  const unit = countedUnit(MEASURES[key.measure].unit, own?.counted ?? counted);
  const summed = isSummed(own, total);
  const shown = summed ? null : own;
  const provenance = { key, method: shown?.method ?? 'register', source: shown?.source ?? '', asOf: shown?.asOf ?? '', note: own?.note ?? '' } as const;
  const ref: TraceRef = { kind: 'figure', key };
  const common = { unit, ref, recalled: false, missing: [], ...provenance };
  if (shown !== null && shown.value !== null) {
    return { ...common, state: stateOfFigure(shown), value: shown.value, low: shown.low, high: shown.high, assumed: isAssumed(shown) || !isKnownFact(shown) };
  }
  if (summed && total !== null) {
    const state = total.state === 'known' ? (total.assumed ? 'assumption' : 'computed') : total.state;
    return { ...common, state, value: total.range.base, low: total.range.low, high: total.range.high, assumed: total.assumed };
  }
  // Bounds without a number: "at least 5".
  if (shown !== null && shown.state === 'entered' && (shown.low !== null || shown.high !== null)) {
    return { ...common, state: 'partial', value: null, low: shown.low, high: shown.high, assumed: false };
  }
  if (total !== null && total.carried !== null) return { ...common, state: 'carried', value: total.carried, low: null, high: null, assumed: true };
  return { ...common, state: 'unknown', value: null, low: null, high: null, assumed: false };
}

/** A cell that makes no sense here: skipped by Enter and Tab, never editable. */
export const naCell = (key: FigureKey): Cell => ({ ...cellOf(key, null, null), state: 'na', ref: null });
