import type { Difference, GroupMethod, ProjectionEvent } from '../contract/api/projection.ts';
import type { Readable, SqlValue, Tx } from './handles.ts';

/** An entered parameter of the projection. */
export interface StoredParameter {
  readonly parameter: string; readonly territory: string; readonly since: number;
  readonly low: number | null; readonly base: number; readonly high: number | null;
  readonly source: string; readonly asOf: string; readonly note: string;
}

/** All entered parameters. */
export const parametersOf = (read: Readable): readonly StoredParameter[] =>
  read.all<StoredParameter>('SELECT parameter, territory, since, low, base, high, source, as_of AS asOf, note FROM projection_parameter ORDER BY parameter, territory, since');

/** Stores a parameter whole. */
export const putParameter = (tx: Tx, p: StoredParameter): number => put(tx, 'projection_parameter', { parameter: p.parameter, territory: p.territory, since: p.since, low: p.low, base: p.base, high: p.high, source: p.source, as_of: p.asOf, note: p.note });

/** Takes an entered parameter back. */
export const removeParameter = (tx: Tx, { parameter, territory, since }: Pick<StoredParameter, 'parameter' | 'territory' | 'since'>): number =>
  tx.run('DELETE FROM projection_parameter WHERE parameter = ? AND territory = ? AND since = ?', parameter, territory, since);

/** A chosen method of a group. */
export interface StoredGroupChoice {
  readonly group: string; readonly method: GroupMethod; readonly from: number; readonly to: number; readonly sex: 'all' | 'female' | 'male';
  readonly bornUntil: number | null; readonly low: number | null; readonly base: number | null; readonly high: number | null; readonly reason: string;
}

/** All chosen methods. */
export const groupChoicesOf = (read: Readable): readonly StoredGroupChoice[] =>
  read.all<StoredGroupChoice>('SELECT grp AS "group", method, age_from AS "from", age_to AS "to", sex, born_until AS bornUntil, low, base, high, reason FROM projection_group ORDER BY grp');

/** Stores a chosen method. */
export const putGroupChoice = (tx: Tx, c: StoredGroupChoice): number => put(tx, 'projection_group', { grp: c.group, method: c.method, age_from: c.from, age_to: c.to, sex: c.sex, born_until: c.bornUntil, low: c.low, base: c.base, high: c.high, reason: c.reason });

/** Takes a choice back. */
export const removeGroupChoice = (tx: Tx, group: string): number => tx.run('DELETE FROM projection_group WHERE grp = ?', group);

/** All events, by year. */
export const eventsOf = (read: Readable): readonly ProjectionEvent[] =>
  read.all<Omit<ProjectionEvent, 'moves'> & { moves: number }>(`SELECT id, scenario, kind, name, territory, grp AS "group", moves, year_from AS "from", year_to AS "to", unit, low, base, high,
    age_from AS ageFrom, age_to AS ageTo, sex, source, note FROM projection_event ORDER BY year_from, id`).map((row) => ({ ...row, moves: row.moves === 1 }));

/** Stores an event whole. */
export const putEvent = (tx: Tx, e: ProjectionEvent): number => put(tx, 'projection_event', {
  id: e.id, scenario: e.scenario, kind: e.kind, name: e.name, territory: e.territory, grp: e.group, moves: Number(e.moves), year_from: e.from, year_to: e.to, unit: e.unit,
  low: e.low, base: e.base, high: e.high, age_from: e.ageFrom, age_to: e.ageTo, sex: e.sex, source: e.source, note: e.note,
});

/** Removes an event and the differences that change it. */
export function removeEvent(tx: Tx, id: string): number {
  tx.run("DELETE FROM scenario_difference WHERE what = 'event' AND target = ?", id);
  return tx.run('DELETE FROM projection_event WHERE id = ?', id);
}

/** All differences of all scenarios, by year. */
export const differencesOf = (read: Readable): readonly Difference[] =>
  read.all<Difference>('SELECT id, scenario, what, target, measure, territory, year_from AS "from", how, low, value, high, reason FROM scenario_difference ORDER BY scenario, year_from, id');

/** Stores a difference whole. */
export const putDifference = (tx: Tx, d: Difference): number => put(tx, 'scenario_difference', { id: d.id, scenario: d.scenario, what: d.what, target: d.target, measure: d.measure, territory: d.territory, year_from: d.from, how: d.how, low: d.low, value: d.value, high: d.high, reason: d.reason });

/** Removes a difference. */
export const removeDifference = (tx: Tx, id: string): number => tx.run('DELETE FROM scenario_difference WHERE id = ?', id);

/** What a scenario holds besides figures goes with it. */
export function forgetScenario(tx: Tx, scenario: string): void {
  tx.run('DELETE FROM scenario_difference WHERE scenario = ?', scenario);
  for (const event of eventsOf(tx)) if (event.scenario === scenario) removeEvent(tx, event.id);
}

/** What projections say of a territory goes with it. */
export function forgetTerritory(tx: Tx, territory: string): void {
  tx.run('DELETE FROM projection_parameter WHERE territory = ?', territory);
  tx.run('DELETE FROM scenario_difference WHERE territory = ?', territory);
  for (const event of eventsOf(tx)) if (event.territory === territory) removeEvent(tx, event.id);
}

/** What projections say of a group goes with it. */
export function forgetGroup(tx: Tx, group: string): void {
  removeGroupChoice(tx, group);
  tx.run("DELETE FROM scenario_difference WHERE what = 'group' AND target = ?", group);
  tx.run("UPDATE projection_event SET grp = '' WHERE grp = ?", group);
}

/** Copies the figures a scenario changes to another one. `at` = ISO time. */
export const copyFigures = (tx: Tx, from: string, to: string, at: string): number => {
  const columns = 'territory, measure, grp, service, provider, sex, age, value, low, high, method, source, as_of, counted, author, note, state';
  return tx.run(`INSERT INTO figure (year, scenario, ${columns}, updated_at) SELECT year, ?, ${columns}, ? FROM figure WHERE scenario = ?`, to, at, from);
};

/** Figures a scenario changes, with the base value of the same address; the first `limit`. */
export const figureDifferencesOf = (read: Readable, scenario: string, limit: number): readonly { readonly json: string; readonly value: number | null; readonly base: number | null; readonly source: string }[] =>
  read.all(`SELECT json_object('year', f.year, 'scenario', f.scenario, 'territory', f.territory, 'measure', f.measure, 'group', f.grp, 'service', f.service, 'provider', f.provider, 'sex', f.sex, 'age', f.age) AS json,
    f.value, b.value AS base, f.source FROM figure f LEFT JOIN figure b ON b.year = f.year AND b.scenario = 'base' AND b.territory = f.territory AND b.measure = f.measure AND b.grp = f.grp AND b.service = f.service
      AND b.provider = f.provider AND b.sex = f.sex AND b.age = f.age
    WHERE f.scenario = ? ORDER BY f.year, f.territory, f.measure LIMIT ?`, scenario, limit);

/** How many figures each scenario changes. */
export const figureCountsOf = (read: Readable): ReadonlyMap<string, number> =>
  new Map(read.all<{ scenario: string; n: number }>("SELECT scenario, count(*) AS n FROM figure WHERE scenario <> 'base' GROUP BY scenario").map((row) => [row.scenario, row.n]));

/** Base figures of one measure in one year, whole persons (not split by sex and age). */
export const valuesOf = (read: Readable, year: number, measure: string, group: string, service: string): readonly { readonly territory: string; readonly value: number | null; readonly state: 'entered' | 'carried' | 'prefilled' }[] =>
  read.all(`SELECT territory, value, state FROM figure WHERE year = ? AND scenario = 'base' AND measure = ? AND grp = ? AND service = ? AND provider = '' AND sex = 'all' AND age = 'all'`, year, measure, group, service);

/** Stores a row by its primary key; columns are named by its fields. */
export function put(tx: Tx, table: string, row: Readonly<Record<string, SqlValue>>): number {
  const columns = Object.keys(row);
  return tx.run(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')}) ON CONFLICT DO UPDATE SET ${columns.map((column) => `${column} = excluded.${column}`).join(', ')}`, ...Object.values(row));
}
