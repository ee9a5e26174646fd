import { AGES, OPEN, PUBLISHED_OPEN, type Survival } from './lifeTable.ts';

/** Persons by sex and single year of age; the last age is 100 and over. Not rounded. */
export interface Cohorts { readonly male: readonly number[]; readonly female: readonly number[] }

/** What happens to people in one year. */
export interface YearRates {
  readonly male: Survival;
  readonly female: Survival;
  /** Live births a woman and year, by age of the mother. */
  readonly fertility: readonly number[];
  /** Share of boys among births, 0–1. */
  readonly boys: number;
  /** Net migration a person and year (−0.01 = one in a hundred leaves more than comes). */
  readonly migration: number;
  /** The oldest who come or leave, full years. */
  readonly migrationTo: number;
}

/** People who come (above zero) or leave, spread over ages and sex as the people of these ages are. */
export interface Move {
  readonly persons: number;
  readonly ageFrom: number;
  readonly ageTo: number;
  readonly sex: 'all' | 'female' | 'male';
}

/** One year's step and its flows: population after = before + births − deaths + migration. */
export interface Step { readonly after: Cohorts; readonly births: number; readonly deaths: number; readonly migration: number }

/** Everybody of all ages. */
export const totalOf = ({ male, female }: Cohorts): number => sum(male) + sum(female);
/** No people at all. */
export const NOBODY: Cohorts = { male: Array<number>(AGES).fill(0), female: Array<number>(AGES).fill(0) };
/** People of all ages times a factor. */
export const scaleCohorts = ({ male, female }: Cohorts, factor: number): Cohorts => ({ male: male.map((n) => n * factor), female: female.map((n) => n * factor) });
/** People of several places together. */
export function addCohorts(all: readonly Cohorts[]): Cohorts {
  const male = Array<number>(AGES).fill(0), female = Array<number>(AGES).fill(0);
  for (const one of all) {
    for (let x = 0; x < AGES; x++) { male[x] = (male[x] ?? 0) + (one.male[x] ?? 0); female[x] = (female[x] ?? 0) + (one.female[x] ?? 0); }
  }
  return { male, female };
}

/**
 * A published structure, whose last number is everybody of 80 and over, by single years up to 100: nobody counted them, so the life table
 * shares them out (stationary population: an assumption).
 */
export function openAges({ male, female }: Cohorts, rates: Pick<YearRates, 'male' | 'female'>): Cohorts {
  const split = (list: readonly number[], { old }: Survival): readonly number[] => [...list.slice(0, PUBLISHED_OPEN), ...old.map((share) => share * (list[PUBLISHED_OPEN] ?? 0))];
  return { male: split(male, rates.male), female: split(female, rates.female) };
}

/** Persons of ages from…to (inclusive) and sex; 100 stands for all older ones, so a band that begins above 100 counts nobody it cannot see. */
export function personsOf(people: Cohorts, from: number, to: number, sex: Move['sex'] = 'all'): number {
  return (sex === 'female' ? 0 : sumBetween(people.male, from, to)) + (sex === 'male' ? 0 : sumBetween(people.female, from, to));
}

function sumBetween(ages: readonly number[], from: number, to: number): number {
  const end = to >= OPEN ? OPEN : to;
  let total = 0;
  for (let x = from; x <= end; x++) total += ages[x] ?? 0;
  return total;
}

/**
 * One year of the cohort-component method in single years of age. Births come from the women at the beginning and the end of the year
 * on average. Net migration is a share of the people at its beginning, spread as the people up to the oldest age of migrants are; half of them
 * come or leave at its beginning and live, die and have children there, half at its end (Preston, Heuveline, Guillot, Demography (2001), ch. 6).
 */
export function stepYear(before: Cohorts, rates: YearRates): Step {
  const half: Move = { persons: totalOf(before) * rates.migration / 2, ageFrom: 0, ageTo: rates.migrationTo, sex: 'all' };
  const { after: start, moved: first } = movePeople(before, half);
  const male = aged(start.male, rates.male);
  const female = aged(start.female, rates.female);
  let births = 0;
  for (let x = 0; x < AGES; x++) births += (rates.fertility[x] ?? 0) * ((start.female[x] ?? 0) + (female[x] ?? 0)) / 2;
  male[0] = births * rates.boys * rates.male.birth;
  female[0] = births * (1 - rates.boys) * rates.female.birth;
  const alive = sum(male) + sum(female);
  const deaths = totalOf(start) + births - alive;
  const { after, moved } = movePeople({ male, female }, half);
  return { after, births, deaths, migration: first + moved };
}

/** Adds or takes people, evenly over the ages where nobody is; of those who should leave at most everybody of the ages does. */
export function movePeople(people: Cohorts, { persons, ageFrom, ageTo, sex }: Move): { readonly after: Cohorts; readonly moved: number } {
  if (persons === 0) return { after: people, moved: 0 };
  // Whoever is older than the last age comes and leaves with it.
  const last = Math.min(ageTo, OPEN), first = Math.min(ageFrom, OPEN);
  const there = personsOf(people, first, last, sex);
  const moved = Math.max(persons, -there);
  if (moved === 0) return { after: people, moved: 0 };
  const ages = (last - first + 1) * (sex === 'all' ? 2 : 1);
  // Somebody leaves entirely: exactly zero, not the noise of a fraction.
  const factor = there === 0 ? null : moved === -there ? 0 : 1 + moved / there;
  const of = (list: readonly number[], skip: Move['sex']): readonly number[] =>
    (sex === skip ? list : list.map((n, x) => (x < first || x > last ? n : factor === null ? n + moved / ages : n * factor)));
  return { after: { male: of(people.male, 'female'), female: of(people.female, 'male') }, moved };
}

function aged(people: readonly number[], survival: Survival): number[] {
  const next = Array<number>(AGES).fill(0);
  for (let x = 0; x < OPEN; x++) next[x + 1] = (people[x] ?? 0) * (survival.age[x] ?? 0);
  next[OPEN] = (next[OPEN] ?? 0) + (people[OPEN] ?? 0) * (survival.age[OPEN] ?? 0);
  return next;
}

function sum(values: readonly number[]): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
