import type { YearRates } from './cohort.ts';
import { AGES, survivalOf, TABLE_AGES } from './lifeTable.ts';

/** Which end of the ranges a calculation takes: `low` gives the fewest people, `high` the most. */
export const VARIANTS = ['low', 'base', 'high'] as const;
export type Variant = (typeof VARIANTS)[number];

/** A parameter from a year on; null bounds = the base alone. '' = everywhere; a place's own row holds at the places inside it too. */
export interface Parameter {
  readonly parameter: string;
  readonly territory: string;
  readonly since: number;
  readonly low: number | null;
  readonly base: number;
  readonly high: number | null;
}

/** How a difference changes a number; without bounds the value alone. */
export interface Amount { readonly how: 'percent' | 'number' | 'set'; readonly low?: number | null; readonly value: number; readonly high?: number | null }
/** A difference of a scenario in a parameter. */
export interface ParameterChange extends Amount { readonly parameter: string; readonly territory: string; readonly from: number }

/** Groups of ages of mothers whose births are counted. */
export const MOTHER_AGES = [15, 20, 25, 30, 35, 40, 45] as const;

/** A value after a difference, one end of its range: a share of itself more, a number more, or another value. */
export function changed(value: number, change: Amount, variant: Variant = 'base'): number {
  const by = (variant === 'base' ? null : change[variant]) ?? change.value;
  return change.how === 'set' ? by : change.how === 'number' ? value + by : value * (1 + by / 100);
}

/** The parameters of a scenario, as they are asked for. */
export interface Parameters {
  /** The row in force in a year, before differences: of the place, else of the nearest place around it that has one, else everywhere's; before all rows the first one. */
  row(parameter: string, year: number, territory?: string): Parameter | null;
  value(parameter: string, year: number, variant: Variant, territory?: string): number;
  rates(year: number, variant: Variant, territory?: string): YearRates;
  /** The place whose rows and differences hold at a place: itself or the nearest one around it; '' = those of everywhere. */
  ratesAt(territory: string): string;
}

/** More of these means fewer people. */
const TAKES = (parameter: string): boolean => parameter === 'mortality' || parameter.startsWith('mx.');

/** Reads rows (later ones of the same parameter, place and year win) and differences into {@link Parameters}; `parents` = the tree of places. */
export function parametersOf(rows: readonly Parameter[], changes: readonly ParameterChange[] = [], parents: ReadonlyMap<string, string | null> = new Map()): Parameters {
  const byName = Map.groupBy([...new Map(rows.map((row) => [`${row.parameter}|${row.territory}|${row.since}`, row])).values()], (row) => `${row.parameter}|${row.territory}`);
  for (const list of byName.values()) list.sort((a, b) => a.since - b.since);
  const kept = new Map<string, YearRates>();
  const own = new Set([...rows, ...changes].map(({ territory }) => territory));
  /** The place and the places around it, the nearest first. */
  const way = (territory: string): string[] => { const found: string[] = []; for (let at: string | null | undefined = territory; at; at = parents.get(at)) found.push(at); return found; };
  const ratesAt = (territory: string): string => way(territory).find((place) => own.has(place)) ?? '';

  const row: Parameters['row'] = (parameter, year, territory = '') => {
    const inForce = (place: string): Parameter | undefined => byName.get(`${parameter}|${place}`)?.findLast((one) => one.since <= year);
    for (const place of way(territory)) { const found = inForce(place); if (found) return found; }
    return inForce('') ?? byName.get(`${parameter}|`)?.[0] ?? null;
  };
  const value: Parameters['value'] = (parameter, year, variant, territory = '') => {
    const found = row(parameter, year, territory);
    if (found === null) throw new Error(`projection: no parameter ${parameter}`);
    const side = variant === 'base' || !TAKES(parameter) ? variant : variant === 'low' ? 'high' : 'low';
    const start = found[side] ?? found.base;
    const around = way(territory);
    return changes.filter((one) => one.parameter === parameter && one.from <= year && (one.territory === '' || around.includes(one.territory))).reduce((at, one) => changed(at, one, side), start);
  };
  const rates = (year: number, variant: Variant, territory = ''): YearRates => {
    const place = ratesAt(territory);
    const name = `${year}|${variant}|${place}`;
    let found = kept.get(name);
    if (!found) kept.set(name, found = build(year, variant, place));
    return found;
  };
  const build = (year: number, variant: Variant, territory: string): YearRates => {
    const get = (parameter: string): number => value(parameter, year, variant, territory);
    const level = Math.max(0, get('mortality'));
    const survival = (sex: 'male' | 'female') => survivalOf(TABLE_AGES.map((age) => Math.max(0, get(`mx.${sex}.${age}`))), level);
    // The pattern of ages is scaled to the total fertility rate: children a woman would have in all.
    const pattern = MOTHER_AGES.map((age) => Math.max(0, get(`asfr.${age}`)) / 1000);
    const whole = pattern.reduce((a, b) => a + b, 0) * 5;
    const factor = whole === 0 ? 0 : Math.max(0, get('tfr')) / whole;
    const boys = Math.max(0, get('sexRatio'));
    return {
      male: survival('male'), female: survival('female'),
      fertility: Array.from({ length: AGES }, (_, age) => (pattern[Math.floor((age - 15) / 5)] ?? 0) * factor),
      boys: boys / (100 + boys), migration: Math.max(-1, get('migration') / 1000), migrationTo: Math.max(0, get('migrationTo')),
    };
  };
  return { row, value, rates, ratesAt };
}
