import type { IndicatorEntry, IndicatorKind, Better, PeriodKind, Population, TargetKind } from '../contract/api/integration.ts';
import type { Readable, Tx } from './handles.ts';

/** An indicator of the community's own. */
export interface OwnIndicator {
  readonly id: string;
  readonly name: string;
  readonly dimension: string;
  readonly kind: IndicatorKind;
  /** What its value is written in, in words; '' = a bare number. */
  readonly unit: string;
  readonly populations: readonly Population[];
  readonly numerator: string;
  readonly denominator: string;
  readonly better: Better;
  readonly frequency: PeriodKind;
  readonly note: string;
}
/** One value of an indicator. */
export interface StoredValue extends IndicatorEntry {
  readonly indicator: string;
  readonly population: Population;
  /** `2026`, `2026-H1`, `2026-Q1` or `2026-03`. */
  readonly period: string;
  readonly source: string;
  /** ISO day, '' = not given. */
  readonly asOf: string;
  readonly note: string;
}
/** A value nothing was said of yet. */
export const EMPTY_VALUE = { numerator: null, denominator: null, value: null, low: null, high: null, method: 'register', selection: 'unknown', source: '', asOf: '', note: '' } as const;
/** What an indicator should reach for a population, and from where. */
export interface StoredTarget {
  readonly indicator: string;
  readonly population: Population;
  /** Period of the baseline, '' = the first with a value. */
  readonly baseline: string;
  readonly kind: TargetKind;
  readonly value: number | null;
  /** ISO day, '' = no date. */
  readonly due: string;
  readonly reason: string;
}

/** The community’s own indicators. */
export const ownIndicatorsOf = (read: Readable): readonly OwnIndicator[] =>
  read.all<Omit<OwnIndicator, 'populations'> & { populations: string }>('SELECT id, name, dimension, kind, unit, populations, numerator, denominator, better, frequency, note FROM indicator_own ORDER BY name, id')
    .map((row) => ({ ...row, populations: JSON.parse(row.populations) as Population[] }));
/** All values of indicators. */
export const indicatorValuesOf = (read: Readable): readonly StoredValue[] =>
  read.all<StoredValue>('SELECT indicator, population, period, numerator, denominator, value, low, high, method, selection, source, as_of AS asOf, note FROM indicator_value ORDER BY indicator, population, period');
/** Targets of indicators. */
export const indicatorTargetsOf = (read: Readable): readonly StoredTarget[] =>
  read.all<StoredTarget>('SELECT indicator, population, baseline, kind, value, due, reason FROM indicator_target ORDER BY indicator, population');

/** Adds an own indicator or changes it whole. */
export const putOwnIndicator = (tx: Tx, row: OwnIndicator): number =>
  tx.run(`INSERT INTO indicator_own (id, name, dimension, kind, unit, populations, numerator, denominator, better, frequency, note) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET
    name = excluded.name, dimension = excluded.dimension, kind = excluded.kind, unit = excluded.unit, populations = excluded.populations, numerator = excluded.numerator, denominator = excluded.denominator,
    better = excluded.better, frequency = excluded.frequency, note = excluded.note`,
  row.id, row.name, row.dimension, row.kind, row.unit, JSON.stringify(row.populations), row.numerator, row.denominator, row.better, row.frequency, row.note);

/** Removes an own indicator with its values and targets. */
export function removeOwnIndicator(tx: Tx, id: string): number {
  tx.run('DELETE FROM indicator_value WHERE indicator = ?', id);
  tx.run('DELETE FROM indicator_target WHERE indicator = ?', id);
  return tx.run('DELETE FROM indicator_own WHERE id = ?', id);
}

const SAYS: readonly (keyof StoredValue)[] = ['numerator', 'denominator', 'value', 'low', 'high'];
/** Stores a value; one without numbers and words is removed. */
export function putIndicatorValue(tx: Tx, row: StoredValue): void {
  if (SAYS.every((field) => row[field] === null) && row.source === '' && row.note === '' && row.asOf === '') tx.run('DELETE FROM indicator_value WHERE indicator = ? AND population = ? AND period = ?', row.indicator, row.population, row.period);
  else {
    tx.run(`INSERT INTO indicator_value (indicator, population, period, numerator, denominator, value, low, high, method, selection, source, as_of, note) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET
      numerator = excluded.numerator, denominator = excluded.denominator, value = excluded.value, low = excluded.low, high = excluded.high, method = excluded.method, selection = excluded.selection,
      source = excluded.source, as_of = excluded.as_of, note = excluded.note`,
    row.indicator, row.population, row.period, row.numerator, row.denominator, row.value, row.low, row.high, row.method, row.selection, row.source, row.asOf, row.note);
  }
}
/** Removes the values of a period. */
export const removeIndicatorPeriod = (tx: Tx, period: string): number => tx.run('DELETE FROM indicator_value WHERE period = ?', period);

/** Stores a target; one that says nothing is removed. */
export function putIndicatorTarget(tx: Tx, row: StoredTarget): void {
  if (row.kind === 'none' && row.baseline === '' && row.due === '' && row.reason === '') tx.run('DELETE FROM indicator_target WHERE indicator = ? AND population = ?', row.indicator, row.population);
  else {
    tx.run('INSERT INTO indicator_target (indicator, population, baseline, kind, value, due, reason) VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET baseline = excluded.baseline, kind = excluded.kind, value = excluded.value, due = excluded.due, reason = excluded.reason',
      row.indicator, row.population, row.baseline, row.kind, row.value, row.due, row.reason);
  }
}
