import { beforeEach, describe, expect, test } from 'vitest';
import type { NeedRow } from '#contract/api/needs.ts';
import type { FigureKey, MeasureId, Trace } from '#contract/models.ts';
import { buildNeedsReport } from '../../src-main/documents/needsReport.ts';
import { textOf, type Edition, type Paper } from '../../src-main/documents/tree.ts';
import { missingTexts, sentencesIn } from './locales.ts';
import { byId, manualPlan, program } from './helper.ts';

const year = 2027;
const HOME = 's015.1';
let p: Awaited<ReturnType<typeof manualPlan>>;
beforeEach(async () => { p = await manualPlan(year, ['a', 'b', 'c']); });

const set = async (measure: MeasureId, value: number | null, more: Partial<FigureKey> = {}, patch: object = {}): Promise<void> => {
  await p.ask('figures.set', { cells: [{ key: p.key(measure, more), patch: { value, ...patch } }] });
};
const need = async (service: string, territory = ''): Promise<NeedRow> => byId((await p.ask('needs.view', { year, territory })).rows, service);
const figureTrace = async (measure: MeasureId, more: Partial<FigureKey> = {}): Promise<Trace> => p.ask('trace.get', { ref: { kind: 'figure', key: p.key(measure, more) } });
async function paper(edition: Edition): Promise<Paper> {
  const scope = { year };
  return buildNeedsReport({
    year, scenario: 'base', plan: await p.ask('plan.view', scope), community: await p.ask('community.view', scope), groups: await p.ask('groups.view', scope), needs: await p.ask('needs.view', scope),
    capacity: await p.ask('capacity.view', scope), gaps: await p.ask('gaps.view', scope), overview: await p.ask('overview.view', scope),
  }, { language: 'uk', edition });
}
const table = async (caption: string, edition: Edition): Promise<string[][]> => (await paper(edition)).blocks.flatMap((block) => (block.kind === 'table' && block.caption === caption ? block.rows.map((row) => row.map(textOf)) : []));
const words = async (edition: Edition): Promise<string> => (await paper(edition)).blocks.map((block) => (block.kind === 'paragraph' ? textOf(block.runs) : block.kind === 'list' ? block.items.map(textOf).join('\n') : '')).join('\n');
const flagIds = async (): Promise<string[]> => (await p.ask('overview.view', { year })).flags.map((flag) => flag.id);
const provider = (id: string, services: readonly string[] = [HOME]): Promise<unknown> => p.ask('provider.add', { id, name: `Надавач ${id}`, kind: 'other', sector: 'municipal', territory: '', note: '', services: [...services] });

describe('bounds without a number', () => {
  const NEEDS = 'Загальна, задоволена і незадоволена потреба';
  test('the paper prints what is known from below', async () => {
    await set('identified', 120, { service: HOME, territory: 'a' });
    await set('served', 40, { service: HOME });
    expect((await need(HOME)).unmet).toMatchObject({ state: 'partial', value: null, low: 80 });
    expect((await table(NEEDS, 'service'))[0]?.slice(2, 5)).toEqual(['від 120', '40', 'від 80']);
  });
  test('the edition for publication covers a small bound and what it could be worked out from', async () => {
    await set('identified', 103, { service: HOME, territory: 'a' });
    await set('served', 100, { service: HOME });
    expect((await table(NEEDS, 'service'))[0]?.slice(2, 5)).toEqual(['від 103', '100', 'від 3']);
    expect((await table(NEEDS, 'public'))[0]?.slice(2, 7)).toEqual(['від 103', 'приховано', 'приховано', 'приховано', '']);
  });
  test('a group known from below is printed, and covered when it is small', async () => {
    await set('groupSize', 12, { group: 'homeless', territory: 'a' });
    await set('groupSize', 2, { group: 'trafficking', territory: 'a' });
    const sizes = async (edition: Edition) => (await table('Чисельність цільових груп', edition)).map((row) => row[2]);
    expect(await sizes('service')).toEqual(['від 12', 'від 2']);
    expect(await sizes('public')).toEqual(['від 12', 'приховано']);
  });
  test('an entered "at least" counts from below, on its own and beside places that are known in part', async () => {
    await set('identified', null, { service: HOME, territory: 'a' }, { low: 5 });
    expect((await need(HOME, 'a')).identified).toMatchObject({ state: 'partial', value: null, low: 5, high: null });
    expect((await need(HOME)).identified).toMatchObject({ state: 'partial', value: null, low: 5 });
    await set('identified', 7, { service: HOME, territory: 'b' });
    expect((await need(HOME)).general).toMatchObject({ value: null, low: 12 });
    await set('identified', null, { service: HOME }, { low: 30 });
    expect((await need(HOME)).general).toMatchObject({ value: null, low: 30 });
    const trace = await figureTrace('identified', { service: HOME });
    expect(trace.num.low).toBe(30);
    expect(sentencesIn(trace).flatMap(missingTexts)).toEqual([]);
  });
});

describe('a sum explains its parts', () => {
  test('places: value, source and date of each', async () => {
    for (const [territory, value] of [['a', 10], ['b', 20], ['c', 5]] as const) await set('identified', value, { service: HOME, territory }, { source: `Облік ${territory}`, asOf: '2027-01-01' });
    const trace = await figureTrace('identified', { service: HOME });
    expect(trace.inputs.map(({ num, source, asOf }) => [num.value, source, asOf])).toEqual([[10, 'Облік a', '2027-01-01'], [20, 'Облік b', '2027-01-01'], [5, 'Облік c', '2027-01-01']]);
    expect(trace.inputs.map(({ num }) => (num.ref?.kind === 'figure' ? num.ref.key.territory : ''))).toEqual(['a', 'b', 'c']);
    expect(trace.steps.map((step) => step.map((part) => (typeof part === 'string' ? part : part.n)).join(''))).toEqual(['10 + 20 + 5 = 35']);
  });
  test('providers', async () => {
    for (const [id, value] of [['p1', 8], ['p2', 4]] as const) {
      await provider(id);
      await set('served', value, { service: HOME, provider: id }, { source: id });
    }
    const trace = await figureTrace('served', { service: HOME });
    expect(trace).toMatchObject({ num: { value: 12 }, formula: { key: 'formula.total.providers' } });
    expect(trace.inputs.map(({ num, source }) => [num.value, source])).toEqual([[8, 'p1'], [4, 'p2']]);
  });
  test('more than twelve: the rest are counted', async () => {
    for (let n = 0; n < 12; n += 1) await p.ask('territory.add', { id: `v${n}`, parent: p.root, kind: 'settlement', name: `v${n}` });
    for (const territory of ['a', 'b', 'c', ...Array.from({ length: 12 }, (_, n) => `v${n}`)]) await set('served', 2, { service: HOME, territory });
    const trace = await figureTrace('served', { service: HOME });
    expect(trace.num.value).toBe(30);
    expect(trace.inputs).toHaveLength(12);
    expect(trace.assumptions).toContainEqual({ key: 'assumption.moreParts', params: { count: 3 } });
    expect(sentencesIn(trace).flatMap(missingTexts)).toEqual([]);
  });
});

test('a share missed by the register that was entered place by place bounds the whole', async () => {
  for (const territory of ['a', 'b', 'c']) await set('identified', 100, { service: HOME, territory });
  await set('hiddenShare', 0.1, { service: HOME, territory: 'a' });
  const { general } = await need(HOME);
  expect(general).toMatchObject({ value: 300, low: 300 });
  expect(general.high).toBeCloseTo(310);
  if (general.ref === null) throw new Error('no reference');
  expect((await p.ask('trace.get', { ref: general.ref })).assumptions.map((each) => each.key)).toContain('assumption.hiddenInside');
});

describe('a survey', () => {
  test('answers of a group nobody counted: the larger of both holds from below only', async () => {
    await p.ask('need.choose', { service: HOME, method: 'max', reason: 'приклад' });
    await set('identified', 50, { service: HOME });
    await set('surveyYes', 20, { service: HOME, group: 'homeless' });
    await set('surveyAnswered', 100, { service: HOME, group: 'homeless' });
    expect((await need(HOME)).general).toMatchObject({ value: 50, low: 50, high: null });
  });
  test('without answers, the first cell to fill can be entered', async () => {
    await p.ask('need.choose', { service: HOME, method: 'survey', reason: 'приклад' });
    const [first] = (await need(HOME)).general.missing;
    if (first === undefined) throw new Error('nothing to fill');
    expect(first).toMatchObject({ measure: 'surveyAnswered', service: HOME });
    await p.ask('figures.set', { cells: [{ key: first, patch: { value: 10 } }] });
    expect((await p.ask('survey.view', { year, service: HOME })).rows.map((row) => row.group)).toContain(first.group);
  });
  test('a group of families chosen for a service of persons says why it does not count', async () => {
    await p.ask('need.choose', { service: HOME, method: 'survey', groups: ['large_families', 'elderly_alone'], reason: 'приклад' });
    const { rows } = await p.ask('survey.view', { year, service: HOME });
    expect(rows.find((row) => row.group === 'large_families')).toMatchObject({ counted: false, leftOut: 'unit' });
    expect(rows.find((row) => row.group === 'elderly_alone')).toMatchObject({ counted: true });
    expect(rows.find((row) => row.group === 'elderly_alone')).not.toHaveProperty('leftOut');
  });
});

describe('contradictions', () => {
  test('a service against all its providers', async () => {
    await provider('p1');
    await provider('p2');
    await set('served', 50, { service: HOME });
    await set('served', 30, { service: HOME, provider: 'p1' });
    expect(await flagIds()).toEqual([]);
    await set('served', 12, { service: HOME, provider: 'p2' });
    expect(await flagIds()).toEqual([`providers.served:${HOME}`]);
    expect(await words('service')).toMatch(/отримують: число для послуги \(50\) не сходиться із сумою її надавачів \(42\)/);
    await set('served', 20, { service: HOME, provider: 'p2' });
    expect(await flagIds()).toEqual([]);
  });
  test('a small difference is not told in the edition for publication', async () => {
    await provider('p1');
    await set('served', 50, { service: HOME });
    await set('served', 47, { service: HOME, provider: 'p1' });
    expect(await words('public')).toContain('не сходиться із сумою її надавачів.');
  });
  test.each([['posts', 'postsFilled', 'overFilledInside', HOME], ['places', 'occupied', 'overOccupiedInside', 's015.2']] as const)('%s: places inside, when the whole hides it', async (limit, held, kind, service) => {
    for (const [territory, has, holds] of [['a', 4, 6], ['b', 9, 2], ['c', 1, 3]] as const) {
      await set(limit, has, { service, territory });
      await set(held, holds, { service, territory });
    }
    const flag = (await p.ask('overview.view', { year })).flags.find((each) => each.id === `${kind}:${service}`);
    expect(flag?.text.params).toMatchObject({ count: 2, places: { uk: 'a; c' } });
    expect(flag?.link).toMatchObject({ measure: held, territory: 'a' });
    expect(sentencesIn(flag).flatMap(missingTexts)).toEqual([]);
    expect(await words('service')).toContain('у частині громади (a; c)');
    await set(limit, 1, { service, territory: 'b' });
    expect((await flagIds()).filter((id) => id.startsWith('over'))).toEqual([`${kind.replace('Inside', '')}:${service}`]);
  });
});

test('a group of children by a published share: people × share of children × share', async () => {
  const training = program();
  await training.sample('training');
  const { root: territory } = await training.ask('plan.view', { year });
  const group = 'orphans';
  const { size } = byId((await training.ask('groups.view', { year })).rows, group);
  const cells = [size.key, ...(['female', 'male'] as const).map((sex) => ({ ...size.key, sex }))].map((key) => ({ key, patch: { value: null, source: '', note: '' } }));
  const inside = (await training.ask('community.view', { year })).territories.flatMap((row) => cells.map((cell) => ({ ...cell, key: { ...cell.key, territory: row.id } })));
  await training.ask('figures.set', { cells: [...cells, ...inside] });
  const trace = await training.ask('trace.get', { ref: { kind: 'result', result: 'groupSize', service: '', group, territory, year, scenario: 'base' } });
  expect(trace.formula.key).toBe('formula.groupSize');
  const [first, second] = trace.steps;
  expect(first?.[0]).toMatchObject({ unit: 'person', ref: { kind: 'figure', key: { measure: 'population' } } });
  expect(second?.[0]).toEqual({ ...(first?.at(-1) as object), ref: null });
});

describe('the load of a purely rural community', () => {
  test('is the norm of villages; the one of towns stands beside it', async () => {
    await set('populationUrban', 0);
    await set('populationRural', 2000);
    await set('postsFilled', 2, { service: HOME });
    const trace = await figureTrace('loadPerPost', { service: HOME });
    expect(trace.num).toMatchObject({ low: trace.num.value, high: trace.num.value });
    expect(trace.norms.map((norm) => [norm.normId, norm.effect])).toEqual([['sw_load_city', 'context'], ['sw_load_village', 'used']]);
  });
});

test('the paper says of how many services, and of how many basic ones, the need is known', async () => {
  await set('identified', 10, { service: HOME });
  const [{ rows, counts }, plan] = [await p.ask('needs.view', { year }), await p.ask('plan.view', { year })];
  expect(await words('service')).toContain(`Послуг, щодо яких потребу відомо: ${rows.filter((row) => row.general.value !== null).length} з ${counts.all}, з них базових ${plan.counts.needs.known} з ${plan.counts.needs.all}.`);
});

test('families of the training plan count as families with their providers too', async () => {
  const training = program();
  await training.sample('training');
  const row = byId((await training.ask('needs.view', { year })).rows, 's010.1');
  const view = await training.ask('capacity.view', { year });
  const served = view.providers.flatMap((each) => each.services).find((each) => each.service === 's010.1')?.served;
  expect(served).toMatchObject({ value: row.served.value, unit: 'family' });
  expect((await training.ask('overview.view', { year })).flags.map((flag) => flag.id)).not.toContain('units:s010.1');
});
