/** Single years of age 0…99 and, as the last, 100 and over: as far as the life table goes. */
export const AGES = 101;
/** The last single year of age: 100 and over. */
export const OPEN = AGES - 1;
/** The published age structure ends here: its last number is everybody of 80 and over. */
export const PUBLISHED_OPEN = 80;

/** First ages of the groups of an abridged life table; the last is open. */
export const TABLE_AGES = [0, 1, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55, 60, 65, 70, 75, 80, 85, 90, 95, 100] as const;

/** Mean years lived in the first year by those who die in it: an assumption, between what Coale–Demeny (0.06) and Andreev–Kingkade (0.14) give at today's infant mortality. */
const FIRST_YEAR = 0.1;

/** What survival needs of a life table. */
export interface Survival {
  /** Share of the births of a year alive at its end: L(0) / l(0). */
  readonly birth: number;
  /** Share of the people of an age alive a year later: L(x+1) / L(x); of the open age T(101) / T(100). */
  readonly age: readonly number[];
  /** Shares of the people of 80 and over at each age 80…99, 100+ where nothing but the table shapes them (stationary population): L(x) / T(80). */
  readonly old: readonly number[];
  /** Life expectancy at birth, years. */
  readonly expectancy: number;
}

/**
 * Survival out of death rates per person and year, one for each group of {@link TABLE_AGES}, constant inside a group:
 * l(x+1) = l(x)·e^(−m), L(x) = (l(x) − l(x+1)) / m, of the last l / m; infants by q = m / (1 + (1 − a)·m). Preston, Heuveline, Guillot, Demography (2001), ch. 3.
 * `level` multiplies every rate.
 */
export function survivalOf(rates: readonly number[], level = 1): Survival {
  const rate = (age: number): number => (rates[groupOf(age)] ?? 0) * level;
  const lived: number[] = [];
  let alive = 1;
  const first = rate(0);
  const infant = first / (1 + (1 - FIRST_YEAR) * first);
  lived.push(1 - infant * (1 - FIRST_YEAR));
  alive -= infant;
  const last = TABLE_AGES.at(-1) ?? 0;
  for (let age = 1; age < last; age++) {
    const m = rate(age);
    lived.push(m === 0 ? alive : (alive * -Math.expm1(-m)) / m);
    alive *= Math.exp(-m);
  }
  const open = rate(last);
  // Of the last group one year stands beside the single years before it …
  const year = open === 0 ? alive : (alive * -Math.expm1(-open)) / open;
  const age = Array.from({ length: AGES }, (_, x) => (x < OPEN ? ratio(x + 1 < OPEN ? lived[x + 1] ?? 0 : year, lived[x] ?? 0) : Math.exp(-open)));
  // … and it is open: all the years those alive have left.
  lived.push(alive / open);
  const beyond = lived.slice(PUBLISHED_OPEN);
  const above = sum(beyond);
  // Without deaths there is no open end to divide by: every age counts the same.
  const old = beyond.map((years) => (Number.isFinite(above) ? ratio(years, above) : ratio(1, beyond.length)));
  return { birth: lived[0] ?? 1, age, old, expectancy: sum(lived) };
}

const ratio = (a: number, b: number): number => (b === 0 ? 0 : a / b);
const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

/** Index in {@link TABLE_AGES} of the group an age belongs to. */
export function groupOf(age: number): number {
  let at = 0;
  while (at + 1 < TABLE_AGES.length && (TABLE_AGES[at + 1] ?? Infinity) <= age) at += 1;
  return at;
}
