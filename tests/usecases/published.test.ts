import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Input } from '#contract/api.ts';
import type { FigureKey, Num } from '#contract/models.ts';
import { byId, program, type TestProgram } from './helper.ts';

/** What a community published, as a specialist reads it: what was entered, what the program must say, and what cannot be recomputed. */
interface Facts {
  readonly community?: Input<'plan.create'>['community'];
  readonly sample?: 'sribne';
  readonly year: number;
  readonly ownGroups?: readonly { readonly id: string; readonly name: string; readonly unit: 'person' | 'family' | 'child' }[];
  readonly figures: readonly { readonly measure: FigureKey['measure']; readonly group?: string; readonly service?: string; readonly value: number | null; readonly note?: string }[];
  readonly overlaps: readonly Input<'overlap.set'>[];
  readonly choices: readonly Input<'need.choose'>[];
}
type Bounds = readonly (number | null)[] | null;
interface Expected {
  readonly services?: Readonly<Record<string, { readonly groups?: Bounds; readonly general: Bounds; readonly served: number; readonly unmet: Bounds; readonly coverage: number | null; readonly verdict: string; readonly ways?: Readonly<Record<string, number | null>> }>>;
  readonly rates?: Readonly<Record<string, { readonly source: string; readonly potential: Bounds; readonly rate: number; readonly low?: number }>>;
  readonly groups?: Readonly<Record<string, number>>;
  readonly units?: Readonly<Record<string, string>>;
  readonly union?: Bounds;
  readonly known?: number;
}
interface Case { readonly name: string; readonly date: string; readonly basis: string; readonly facts: Facts; readonly expected: Expected; readonly then?: Pick<Facts, 'figures' | 'overlaps'> & { readonly expected: Expected }; readonly how: readonly string[]; readonly notRecomputable: readonly string[] }

const folder = new URL('published/', import.meta.url);
const cases = readdirSync(folder).map((file) => JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Case);

const bounds = (num: Num): Bounds => (num.value === null && num.low === null && num.high === null ? null : [num.low, num.value, num.high]);
const near = (actual: Bounds, wanted: Bounds, where: string): void => {
  if (actual === null || wanted === null) { expect(actual, where).toBe(wanted); return; }
  actual.forEach((n, i) => { const w = wanted[i] ?? null; if (n === null || w === null) expect(n, where).toBe(w); else expect(n, where).toBeCloseTo(w, 6); });
};

async function enter(p: TestProgram, root: string, facts: Pick<Facts, 'figures' | 'overlaps'>, year: number, basis: string): Promise<void> {
  const key = (row: Facts['figures'][number]): Input<'figures.set'>['cells'][number]['key'] => ({ measure: row.measure, group: row.group ?? '', service: row.service ?? '', territory: root, year });
  if (facts.figures.length > 0) await p.ask('figures.set', { cells: facts.figures.map((row) => ({ key: key(row), patch: { value: row.value, source: basis, note: row.note ?? '' } })) });
  for (const overlap of facts.overlaps) await p.ask('overlap.set', overlap);
}

async function check(p: TestProgram, root: string, year: number, wanted: Expected): Promise<void> {
  const needs = (await p.ask('needs.view', { year })).rows;
  const rates = await p.ask('rates.view', { year });
  const groups = await p.ask('groups.view', { year });
  for (const [id, service] of Object.entries(wanted.services ?? {})) {
    const row = byId(needs, id);
    const seen = byId(rates.services, id);
    near(bounds(row.general), service.general, `${id} general`);
    near(bounds(row.unmet), service.unmet, `${id} unmet`);
    if (service.groups !== undefined) near(bounds(seen.groups), service.groups, `${id} groups`);
    expect([row.served.value, row.coverage.value, seen.verdict], id).toEqual([service.served, service.coverage, service.verdict]);
    for (const [way, value] of Object.entries(service.ways ?? {})) expect(seen.ways[way as 'max'].value, `${id} ${way}`).toBe(value);
  }
  for (const [name, rate] of Object.entries(wanted.rates ?? {})) {
    const [group = '', service = ''] = name.split(' ');
    const { cell } = await p.ask('rates.cell', { year, group, service, territory: root });
    expect(cell.source, name).toBe(rate.source);
    near(bounds(cell.potential), rate.potential, name);
    expect(cell.rate.value, name).toBeCloseTo(rate.rate, 6);
    if (rate.low !== undefined) expect(cell.rate.low, name).toBeCloseTo(rate.low, 6);
  }
  for (const [id, size] of Object.entries(wanted.groups ?? {})) expect(byId(groups.rows, id).size.value, id).toBeCloseTo(size, 6);
  for (const [id, unit] of Object.entries(wanted.units ?? {})) expect(byId(groups.rows, id).size.unit, id).toBe(unit);
  if (wanted.union !== undefined) near(bounds(groups.union), wanted.union, 'union');
  if (wanted.known !== undefined) expect(groups.known).toBe(wanted.known);
}

test.each(cases.map((each) => [each.name, each] as const))('%s', async (_name, { facts, expected, then, date, basis, how, notRecomputable }) => {
  expect([date, basis, how.length, notRecomputable.length].every((each) => each !== '' && each !== 0)).toBe(true);
  const p = program();
  if (facts.sample !== undefined) await p.sample(facts.sample);
  else if (facts.community !== undefined) await p.ask('plan.create', { community: facts.community, year: facts.year });
  await p.ask('plan.set', { calcDate: date });
  const { root } = await p.ask('plan.view', { year: facts.year });
  for (const group of facts.ownGroups ?? []) await p.ask('group.add', group);
  await enter(p, root, facts, facts.year, basis);
  for (const choice of facts.choices) await p.ask('need.choose', choice);
  await check(p, root, facts.year, expected);
  if (then === undefined) return;
  await enter(p, root, then, facts.year, basis);
  await check(p, root, facts.year, then.expected);
});
