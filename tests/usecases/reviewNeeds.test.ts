import { beforeEach, describe, expect, test } from 'vitest';
import type { NeedRow } from '#contract/api/needs.ts';
import type { FigureKey } from '#contract/models.ts';
import { byId, manualPlan } from './helper.ts';

type Plan = Awaited<ReturnType<typeof manualPlan>>;
const year = 2027;
let p: Plan;
beforeEach(async () => { p = await manualPlan(year, ['a', 'b']); });

const set = async (measure: FigureKey['measure'], value: number | null, more: Partial<FigureKey> = {}, patch: object = {}): Promise<void> => {
  await p.ask('figures.set', { cells: [{ key: p.key(measure, more), patch: { value, ...patch } }] });
};
const need = async (service: string, territory = ''): Promise<NeedRow> => byId((await p.ask('needs.view', { year, territory })).rows, service);

describe('what is not known stays so', () => {
  test('a survey figure without bounds has no known spread: what follows from it has none either', async () => {
    await set('identified', 100, { service: 's015.1' }, { method: 'survey' });
    await set('served', 40, { service: 's015.1' });
    expect((await need('s015.1')).unmet).toMatchObject({ value: 60, low: null, high: null });
  });
  test('a figure emptied but for its source does not hide the one of the community', async () => {
    await set('hiddenShare', 0.1, { service: 's015.1' });
    await set('hiddenShare', null, { service: 's015.1', territory: 'a' }, { source: 'відділ' });
    await set('identified', 100, { service: 's015.1', territory: 'a' });
    expect((await need('s015.1', 'a')).general.high).toBeCloseTo(110);
  });
});

describe('persons and families', () => {
  test('identified families and served persons are not compared', async () => {
    await set('identified', 100, { service: 's010.1' });
    await set('served', 40, { service: 's010.1' }, { counted: 'person' });
    const row = await need('s010.1');
    expect(row.unmet).toMatchObject({ value: null, state: 'unknown' });
    expect(row.coverage.value).toBeNull();
    expect(row.state).toBe('conflict');
  });
  test('families of one place and persons of another have no total', async () => {
    await set('identified', 10, { service: 's015.3', territory: 'a' }, { counted: 'family' });
    await set('identified', 10, { service: 's015.3', territory: 'b' });
    expect((await need('s015.3')).identified).toMatchObject({ value: null, state: 'unknown' });
    expect((await need('s015.3')).general.value).toBeNull();
  });
  test('families entered by place make the whole count families', async () => {
    for (const territory of ['a', 'b']) await set('identified', 10, { service: 's015.3', territory }, { counted: 'family' });
    expect((await need('s015.3')).general).toMatchObject({ value: 20, unit: 'family' });
  });
  test('a group of families takes no part in a need of persons', async () => {
    await p.ask('plan.set', { surveySelection: 'random' });
    await p.ask('need.choose', { service: 's002.0', method: 'survey', reason: 'приклад' });
    for (const [group, size] of [['elderly_alone', 400], ['large_families', 300]] as const) {
      await set('groupSize', size, { group });
      await set('surveyYes', 20, { group, service: 's002.0' });
      await set('surveyAnswered', 100, { group, service: 's002.0' });
    }
    expect((await need('s002.0')).general).toMatchObject({ value: 80, unit: 'person' });
    expect((await p.ask('survey.view', { year, service: 's002.0' })).rows.filter((row) => row.counted).map((row) => row.group)).toEqual(['elderly_alone']);
  });
});

describe('a survey of the whole community at a place inside', () => {
  beforeEach(async () => {
    await p.ask('plan.set', { surveySelection: 'random' });
    await p.ask('need.choose', { service: 's003.0', method: 'survey', reason: 'приклад' });
    await set('groupSize', 400, { group: 'elderly_alone' });
    await set('groupSize', 40, { group: 'elderly_alone', territory: 'a' });
    await set('surveyYes', 20, { group: 'elderly_alone', service: 's003.0' });
    await set('surveyAnswered', 100, { group: 'elderly_alone', service: 's003.0' });
  });
  test('the share of the community holds there, with the margin of the people who were asked', async () => {
    // n_eff = 100 × 399 / 300 = 133; Wilson 95 % of 0.2: 0.140875–0.275968
    const [whole, inside] = [await need('s003.0'), await need('s003.0', 'a')];
    expect(whole.general.value).toBe(80);
    expect(whole.general.low).toBeCloseTo(56.3502, 4);
    expect(whole.general.high).toBeCloseTo(110.3872, 4);
    expect(inside.general.value).toBe(8);
    expect(inside.general.low).toBeCloseTo((whole.general.low ?? 0) / 10, 9);
    expect(inside.general.high).toBeCloseTo((whole.general.high ?? 0) / 10, 9);
  });
  test('answers of the place itself replace those of the community, all of them', async () => {
    await set('surveyPopulation', 380, { group: 'elderly_alone', service: 's003.0' });
    await set('surveyYes', 30, { group: 'elderly_alone', service: 's003.0', territory: 'a' });
    await set('surveyAnswered', 40, { group: 'elderly_alone', service: 's003.0', territory: 'a' });
    expect((await need('s003.0', 'a')).general).toMatchObject({ low: 30, value: 30, high: 30 });
  });
  test('the explanation says how the groups were brought together', async () => {
    await set('groupSize', 200, { group: 'pwd_group1' });
    await set('surveyYes', 10, { group: 'pwd_group1', service: 's003.0' });
    await set('surveyAnswered', 50, { group: 'pwd_group1', service: 's003.0' });
    const { general } = await need('s003.0');
    if (general.ref === null) throw new Error('no reference');
    const trace = await p.ask('trace.get', { ref: general.ref });
    expect(trace.assumptions.map((each) => each.key)).toContain('assumption.frechet');
    expect(JSON.stringify(trace.steps)).toContain('"n":40');
  });
});

describe('capacity, gaps and groups', () => {
  test('a service of families has a capacity of families, in its explanation too', async () => {
    await set('loadPerPost', 20, { service: 's010.1' });
    await set('postsFilled', 2, { service: 's010.1' });
    const row = byId((await p.ask('capacity.view', { year })).rows, 's010.1');
    expect(row.capacity).toMatchObject({ value: 40, unit: 'family' });
    if (row.byStaff.ref === null) throw new Error('no reference');
    expect(JSON.stringify((await p.ask('trace.get', { ref: row.byStaff.ref })).steps)).not.toContain('"person"');
  });
  test('what is lacking rests on an assumption when the need does', async () => {
    await set('identified', 100, { service: 's015.2' }, { method: 'estimate', low: 90, high: 120 });
    await set('served', 40, { service: 's015.2' });
    await set('places', 50, { service: 's015.2' }, { method: 'estimate' });
    await set('occupied', 40, { service: 's015.2' });
    await set('posts', 5, { service: 's015.2' });
    await set('postsFilled', 3, { service: 's015.2' }, { method: 'estimate' });
    await set('loadPerPost', 10, { service: 's015.2' });
    const gap = byId((await p.ask('gaps.view', { year })).rows, 's015.2');
    const capacity = byId((await p.ask('capacity.view', { year })).rows, 's015.2');
    for (const num of [gap.gapPersons, gap.gapPosts, gap.newPosts, gap.gapPlaces, gap.newPlaces, capacity.byPlaces, capacity.byStaff, capacity.vacancies, capacity.vacancyEffect]) expect(num.assumed).toBe(true);
  });
  test('groups nobody counted may hold more people: the union is not exact, at most the population', async () => {
    await set('groupSize', 400, { group: 'elderly_alone' });
    expect((await p.ask('groups.view', { year })).union).toMatchObject({ value: 400, low: 400, high: null, assumed: true });
    await set('population', 2000);
    // Groups by a published share of the people: elderly 22–25 %, disability 7 %.
    expect((await p.ask('groups.view', { year })).union.high).toBe(2000);
  });
  test('people counted place by place stand in for a figure of last year, on the page as in the calculation', async () => {
    await set('population', 1000);
    await p.ask('year.add', { year: year + 1, from: year });
    const next = { year: year + 1 };
    for (const [territory, value] of [['a', 400], ['b', 500]] as const) await set('population', value, { territory, ...next });
    const { population } = await p.ask('community.view', next);
    expect(population.cell).toMatchObject({ value: 900, state: 'computed' });
    expect((await p.ask('overview.view', next)).next.map((step) => step.id)).not.toContain('population');
  });
});

describe('contradictions the total does not show are red flags', () => {
  const kinds = async (): Promise<string[]> => (await p.ask('overview.view', { year })).flags.map((flag) => flag.id);
  test('more served than identified in one place, outweighed by another', async () => {
    for (const [territory, identified, served] of [['a', 10, 20], ['b', 30, 5]] as const) {
      await set('identified', identified, { service: 's013.0', territory });
      await set('served', served, { service: 's013.0', territory });
    }
    expect((await need('s013.0')).unmet.value).toBe(15);
    expect(await kinds()).toContain('excessInside:s013.0');
  });
  test('the figure of the community against the sum of its places', async () => {
    await set('served', 50, { service: 's013.0' });
    for (const territory of ['a', 'b']) await set('served', 30, { service: 's013.0', territory });
    expect(await kinds()).toEqual(['inside.served:s013.0']);
    await set('served', 60, { service: 's013.0' });
    expect(await kinds()).toEqual([]);
  });
  test('persons against families', async () => {
    await set('identified', 10, { service: 's015.3', territory: 'a' }, { counted: 'family' });
    await set('identified', 10, { service: 's015.3', territory: 'b' });
    expect(await kinds()).toContain('units:s015.3');
  });
});

test('a sum over places has their sources and date; one part without a source leaves it without', async () => {
  const of = { service: 's015.1' };
  for (const territory of ['a', 'b']) await set('identified', 10, { ...of, territory }, { source: 'Облік центру', asOf: '2027-01-01' });
  expect((await need('s015.1')).identified).toMatchObject({ value: 20, state: 'computed', source: 'Облік центру', asOf: '2027-01-01' });
  await set('identified', 11, { ...of, territory: 'b' }, { source: '' });
  expect((await need('s015.1')).identified).toMatchObject({ value: 21, source: '' });
});
test('an occupied community holds no count of people that nobody knows today', async () => {
  await p.ask('plan.create', { community: { code: 'UA14140050000020560' }, year });
  const { facts } = await p.ask('overview.view', { year });
  for (const measure of ['population', 'populationUrban', 'populationRural']) expect(facts.find((fact) => fact.key.measure === measure)?.value).toBeNull();
  expect(facts.filter((fact) => fact.value !== null).length).toBeGreaterThanOrEqual(12);
});
