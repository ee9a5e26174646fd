import { readFileSync } from 'node:fs';
import { movePeople, NOBODY, openAges, personsOf, scaleCohorts, stepYear, totalOf, type Cohorts, type YearRates } from '../../src-main/domain/projection/cohort.ts';
import { AGES, PUBLISHED_OPEN, survivalOf, TABLE_AGES, type Survival } from '../../src-main/domain/projection/lifeTable.ts';
import { parametersOf } from '../../src-main/domain/projection/parameters.ts';
import { projectGroup } from '../../src-main/domain/projection/groups.ts';
import { projectPeople, type PeopleEvent } from '../../src-main/domain/projection/people.ts';
import { growthOf, withChanges } from '../../src-main/domain/projection/services.ts';
import { trendOf } from '../../src-main/domain/projection/trend.ts';
import { clampLow0, exact, mul, sub, UNKNOWN } from '../../src-main/domain/range.ts';

const json = (name: string) => JSON.parse(readFileSync(new URL(`../../resources/data/${name}`, import.meta.url), 'utf8'));
/** The published parameters, as the program reads them. */
export const published = () => parametersOf((json('projection.json').parameters as { parameter: string; since: number; low: number; base: number; high: number }[]).map((row) => ({ ...row, territory: '' })));
export const country = (): Cohorts => openAges(json('age-structure.json').regions.UA.total as Cohorts, published().rates(2022, 'base'));

/** Everybody of every age survives with this share. */
export const evenly = (share: number): Survival => ({ birth: share, age: Array<number>(AGES).fill(share), old: Array<number>(AGES - PUBLISHED_OPEN).fill(1 / (AGES - PUBLISHED_OPEN)), expectancy: 0 });

// oxlint-disable-next-line typescript/no-explicit-any -- the facts of a case are free JSON of several shapes
type Short = any;

/** What the cases of projections ask for, by their kind. */
export function runProjection(f: Record<string, Short>): Record<string, unknown> {
  if (f['kind'] === 'country') {
    const parameters = published();
    const whole = country();
    let step = { after: f['persons'] === undefined ? whole : scaleCohorts(whole, f['persons'] / totalOf(whole)), births: 0, deaths: 0, migration: 0 };
    for (let year = 2022; year < f['until']; year++) {
      const rates = parameters.rates(year, 'base');
      step = stepYear(step.after, { ...rates, fertility: rates.fertility.map((births) => births * (f['births'] ?? 1)), migration: (f['migration'] ?? 0) / 1000 });
    }
    const round = (n: number): number => Math.round(n * 1000) / 1000;
    return { population: round(totalOf(step.after)), aged60: round(personsOf(step.after, 60, 200)), aged85: round(personsOf(step.after, 85, 200)), children: round(personsOf(step.after, 0, 17)), births: round(step.births), deaths: round(step.deaths) };
  }
  if (f['kind'] === 'expectancy') {
    const parameters = published();
    const of = (sex: string) => survivalOf(TABLE_AGES.map((age) => parameters.value(`mx.${sex}.${age}`, f['year'], 'base'))).expectancy;
    return { male: of('male'), female: of('female') };
  }
  if (f['kind'] === 'step') {
    const female = NOBODY.female.map((_, age) => Number(f['women'][age] ?? 0));
    const survival = evenly(f['survival']);
    const fertility = NOBODY.female.map((_, age) => (age >= 15 && age < 50 ? f['fertility'] / 1000 : 0));
    const step = stepYear({ male: NOBODY.male, female }, { male: survival, female: survival, fertility, boys: f['boys'], migration: 0, migrationTo: 200 });
    const { after, moved } = movePeople(step.after, { persons: f['move'] ?? 0, ageFrom: 0, ageTo: 200, sex: 'all' });
    return { births: step.births, deaths: step.deaths, population: totalOf(after), migration: moved, at26: personsOf(after, 26, 26), newborn: personsOf(after, 0, 0) };
  }
  if (f['kind'] === 'group') {
    // Everybody of every age survives with the same share; no births, nobody migrates but by the event.
    const male = NOBODY.male.map((_, age) => Number(f['ages'][age] ?? 0)), start = 2027, horizon = 2;
    const rates = (): YearRates => ({ male: evenly(f['survival']), female: evenly(f['survival']), fertility: NOBODY.male, boys: 0.5, migration: 0, migrationTo: 200 });
    const people = (events: readonly PeopleEvent[]) => projectPeople({
      start, horizon, root: 'c', events, eventChanges: [], parameters: { row: () => null, value: () => 0, ratesAt: () => '', rates },
      places: [{ id: 'c', parent: null, population: exact(totalOf({ male, female: NOBODY.female })), shape: { male, female: NOBODY.female } }],
    }, 'base');
    const { persons, moves, unit = 'person', ageFrom = 0, ageTo = 200, change = 0 } = f['event'];
    const event = { id: 'e', territory: '', from: 2028, to: 2028, unit, low: persons, base: persons, high: persons, ageFrom, ageTo, sex: 'all' as const, atStart: false };
    const whole = people(moves ? [event] : []);
    const group = projectGroup({
      start, horizon, root: 'c', parents: new Map([['c', null]]), size: () => exact(f['size']), trend: () => (f['line'] ? { kind: 'linear', slope: 0, fit: 1, at: (year) => exact(f['line'][year - start]) } : null),
      rule: { method: f['method'], from: f['from'] ?? 0, to: 200, sex: 'all', bornUntil: f['bornUntil'] ?? null, growth: exact(f['growth'] ?? null), definedByAge: f['definedByAge'] ?? false },
      events: [{ ...event, group: 'g', moves, amount: () => persons }], changes: change === 0 ? [] : [{ group: 'g', territory: '', from: 2029, how: 'percent', value: change }],
    }, whole, 'base', { apart: people([]) });
    return { group: group.get('c'), population: whole.years('c').map((year) => year.population) };
  }
  if (f['kind'] === 'changes') {
    const inside = (inner: string, outer: string): boolean => inner === outer || outer === 'громада';
    return Object.fromEntries(Object.keys(f['places']).map((place) => [place, withChanges(place, (at) => exact(f['places'][at]), f['changes'], inside).base]));
  }
  if (f['kind'] === 'trend') {
    const result = trendOf((f['points'] as [number, number][]).map(([year, value]) => ({ year, value })), f['line']);
    return result.ok ? { slope: result.trend.slope, fit: result.trend.fit, range: result.trend.at(f['year']) } : { refused: result.refused };
  }
  const growth = growthOf((f['drivers'] as Short[]).map((d) => ({ ...d, later: { low: d.later[0], base: d.later[1], high: d.later[2] } }))) ?? UNKNOWN;
  const general = mul(exact(f['general']), growth);
  return { general, unmet: clampLow0(sub(general, exact(f['served']))) };
}
