import { beforeEach, describe, expect, test } from 'vitest';
import type { RateCellView, RateCheck } from '#contract/api/rates.ts';
import type { FigureKey } from '#contract/models.ts';
import { byId, manualPlan, program } from './helper.ts';
import { missingTexts } from './locales.ts';

const HOME = 's015.1';
const of = { service: HOME, group: 'elderly' };

describe('the share of a group that needs a service', () => {
  let p: Awaited<ReturnType<typeof manualPlan>>;
  const set = (measure: FigureKey['measure'], value: number | null, more: Partial<FigureKey> = {}, patch: Record<string, unknown> = {}) =>
    p.ask('figures.set', { cells: [{ key: p.key(measure, { ...(measure === 'groupSize' ? { group: 'elderly' } : of), ...more }), patch: { value, ...patch } }] });
  const cell = (): Promise<RateCellView> => p.ask('rates.cell', { year: 2027, ...of });
  const check = async (): Promise<RateCheck> => byId((await p.ask('rates.view', { year: 2027 })).services, HOME);
  const inForce = async () => { const view = await cell(); return [view.cell.source, view.cell.rate.value]; };
  beforeEach(async () => {
    p = await manualPlan();
    await p.ask('plan.set', { surveySelection: 'random' });
    await set('groupSize', 1000);
  });

  test('nothing entered stays not known, and no cell is filled', async () => {
    expect(await inForce()).toEqual(['none', null]);
    expect((await p.ask('rates.view', { year: 2027 })).cells.filter((each) => each.counted)).toEqual([]);
    expect((await check()).verdict).toBe('noGroups');
  });
  test('sources take over in the order of trust; every other one stands beside with its difference', async () => {
    await set('needRate', 0.05, {}, { low: 0.03, high: 0.08, method: 'estimate' });
    expect(await inForce()).toEqual(['default', 0.05]);
    await set('publishedRate', 0.1, {}, { source: 'Звіт сусідньої громади', asOf: '2026-01-01' });
    expect(await inForce()).toEqual(['published', 0.1]);
    await set('groupIdentified', 180, {}, { source: 'картотека' });
    expect(await inForce()).toEqual(['register', 0.18]);
    await set('surveyAnswered', 100);
    await set('surveyYes', 30);
    const view = await cell();
    expect(view.cell).toMatchObject({ source: 'survey', chosen: false, counted: true, rate: { value: 0.3 }, potential: { value: 300, unit: 'person' } });
    expect(view.offers.map((offer) => [offer.source, offer.rate.value, offer.refused, offer.difference])).toEqual([
      ['survey', 0.3, null, null], ['register', 0.18, null, 0.18 - 0.3], ['published', 0.1, null, 0.1 - 0.3], ['default', 0.05, null, 0.05 - 0.3],
    ]);
    expect(view.offers.map((offer) => [offer.n, offer.from])).toEqual([[100, ''], [1000, 'картотека'], [null, 'Звіт сусідньої громади'], [null, '']]);
    expect(view.cell.disputed).toBe(true);
  });
  test('fewer than 30 answers are not a share, and the next source counts', async () => {
    await set('surveyAnswered', 29);
    await set('surveyYes', 10);
    await set('needRate', 0.2);
    const view = await cell();
    expect(view.cell).toMatchObject({ source: 'default', rate: { value: 0.2 } });
    expect(view.offers[0]).toMatchObject({ refused: 'small', n: 29, potential: { value: null } });
    await p.refuse('rate.unusable', 'rates.choose', { year: 2027, ...of, source: 'survey', reason: 'хочу' });
  });
  test('more than the whole group is refused: typed, and by the register', async () => {
    await p.refuse('input.value', 'figures.set', { cells: [{ key: p.key('needRate', of), patch: { value: 1.01 } }] });
    await p.refuse('input.value', 'figures.set', { cells: [{ key: p.key('publishedRate', of), patch: { value: 1.01 } }] });
    await set('groupIdentified', 1001);
    expect((await cell()).offers[1]).toMatchObject({ refused: 'aboveAll' });
    expect(await inForce()).toEqual(['none', null]);
  });
  test('a published share nobody says where does not count; one of the reference book counts once it is taken', async () => {
    await set('publishedRate', 0.1);
    expect((await cell()).offers[2]).toMatchObject({ refused: 'unsourced' });
    const veterans = { year: 2027, group: 'veterans', service: 's002.0' };
    await p.ask('figures.set', { cells: [{ key: p.key('groupSize', { group: 'veterans' }), patch: { value: 100 } }] });
    expect((await p.ask('rates.cell', veterans)).cell).toMatchObject({ source: 'published', counted: false, rate: { value: 0.2, high: 0.23 } });
    expect(byId((await p.ask('rates.view', { year: 2027 })).services, 's002.0').ways.survey.value).toBeNull();
    await p.ask('rates.choose', { ...veterans, source: 'published' });
    const taken = await p.ask('rates.cell', veterans);
    expect(taken.cell).toMatchObject({ chosen: true, counted: true, potential: { value: 20, high: 23 } });
    expect(taken.offers[2]).toMatchObject({ asOf: '2023-05-19', place: { uk: 'Україна' } });
    expect(byId((await p.ask('rates.view', { year: 2027 })).services, 's002.0').ways.survey.value).toBe(20);
  });
  test('another source needs a reason, is recorded, counts, and its absence leaves the share not known', async () => {
    await set('groupIdentified', 180);
    await set('needRate', 0.25, {}, { low: 0.2, high: 0.3 });
    await p.refuse('choice.reason', 'rates.choose', { year: 2027, ...of, source: 'default' });
    await p.ask('rates.choose', { year: 2027, ...of, source: 'default', reason: 'облік новий' });
    expect(await inForce()).toEqual(['default', 0.25]);
    expect((await cell()).choice).toMatchObject({ source: 'default', reason: 'облік новий' });
    const trace = await p.ask('trace.get', { ref: { kind: 'result', result: 'surveyRate', ...of, territory: p.root, year: 2027, scenario: 'base' } });
    expect(trace.assumptions.map((each) => each.key)).toEqual(expect.arrayContaining(['assumption.rateChosen.default.because', 'assumption.otherRate.register']));
    await set('surveyAnswered', 100);
    await set('surveyYes', 50);
    expect(await inForce()).toEqual(['default', 0.25]);
    await set('needRate', null);
    expect(await inForce()).toEqual(['none', null]);
    expect((await check()).ways.survey.value).toBeNull();
    await p.ask('rates.choose', { year: 2027, ...of, source: null });
    expect(await inForce()).toEqual(['survey', 0.5]);
    await p.ask('history.undo', {});
    expect(await inForce()).toEqual(['none', null]);
  });
  test('the register of villages is summed and its share holds for the whole and for each village without one', async () => {
    for (const [place, size, n] of [['v1', 300, 30], ['v2', 300, 60], ['v3', 400, 110]] as const) {
      await set('groupSize', size, { territory: place });
      await set('groupIdentified', n, { territory: place });
    }
    await set('groupSize', null);
    expect(await inForce()).toEqual(['register', 0.2]);
    expect((await p.ask('rates.cell', { year: 2027, ...of, territory: 'v1' })).cell.rate.value).toBe(0.1);
    await set('groupIdentified', null, { territory: 'v3' });
    // One village nobody counted: the whole is not known, and the village has no share either.
    expect(await inForce()).toEqual(['none', null]);
    expect((await p.ask('rates.cell', { year: 2027, ...of, territory: 'v2' })).cell.rate.value).toBe(0.2);
  });
  test('families are never persons: no share between them, and a register that counts families does not count', async () => {
    await set('groupIdentified', 10, {}, { counted: 'family' });
    expect((await cell()).offers[1]).toMatchObject({ refused: 'units' });
    const families = { year: 2027, group: 'large_families', service: HOME };
    expect((await p.ask('rates.cell', families)).fits).toBe(false);
    await p.ask('figures.set', { cells: [{ key: p.key('needRate', { group: 'large_families', service: HOME }), patch: { value: 0.5 } }] });
    expect((await p.refuse('rate.unusable', 'rates.choose', { ...families, source: 'default' })).details).toMatchObject({ why: 'units' });
    expect((await p.ask('rates.view', { year: 2027 })).cells.filter((each) => each.counted).map((each) => each.group)).toEqual(['elderly']);
  });
  test('an own group goes with its choices, and comes back with them', async () => {
    await p.ask('group.add', { id: 'shepherds', name: 'Чабани' });
    const own = { year: 2027, group: 'shepherds', service: HOME };
    await p.ask('figures.set', { cells: [{ key: p.key('groupSize', { group: 'shepherds' }), patch: { value: 40 } }, { key: p.key('needRate', { group: 'shepherds', service: HOME }), patch: { value: 0.5 } }] });
    await p.ask('rates.choose', { ...own, source: 'default' });
    await p.ask('group.remove', { id: 'shepherds' });
    await p.refuse('input.unknownId', 'rates.cell', own);
    await p.ask('history.undo', {});
    expect(await p.ask('rates.cell', own)).toMatchObject({ choice: { source: 'default' }, cell: { chosen: true, potential: { value: 20 } } });
  });
  test('unknown ids are refused', async () => {
    await p.refuse('input.unknownId', 'rates.cell', { year: 2027, group: 'nobody', service: HOME });
    await p.refuse('input.unknownId', 'rates.choose', { year: 2027, group: 'elderly', service: 's999', source: null });
  });

  describe('the check', () => {
    const figures = async (identified: number, served: number): Promise<void> => {
      for (const [measure, value] of [['identified', identified], ['served', served]] as const) await p.ask('figures.set', { cells: [{ key: p.key(measure, { service: HOME }), patch: { value } }] });
    };
    test('the groups give more than the register: by how much, as a sentence', async () => {
      await set('needRate', 0.275, {}, { low: 0.21, high: 0.34 });
      await figures(180, 100);
      const row = await check();
      expect(row).toMatchObject({ verdict: 'registerMisses', groups: { low: 210, high: 340 }, method: 'registry', groupsIn: ['elderly'] });
      expect(row.text.map((each) => [each.key, each.params])).toEqual([
        ['rates.said.range.person', { low: 210, high: 340, n: 275 }], ['rates.verdict.registerMisses.range', { identified: 180, served: 100, from: 30, to: 160 }],
      ]);
    });
    test('more served than the groups give, and everything agrees', async () => {
      await set('needRate', 0.2, {}, { low: 0.15, high: 0.25 });
      await figures(300, 260);
      expect(await check()).toMatchObject({ verdict: 'servedAbove', text: [{ key: 'rates.said.range.person' }, { key: 'rates.verdict.servedAbove.range', params: { from: 10, to: 110 } }] });
      await figures(200, 100);
      expect((await check()).verdict).toBe('agrees');
    });
    test('every sentence has its text in both languages', async () => {
      await set('needRate', 0.275, {}, { method: 'estimate' });
      await figures(180, 100);
      const keys = (await check()).text;
      expect((await check()).verdict).toBe('indicative');
      expect(keys.flatMap((each) => [...missingTexts(each)])).toEqual([]);
    });
  });

  test('a way other than the register needs a reason, which stands in the explanation', async () => {
    await p.refuse('choice.reason', 'need.choose', { service: HOME, method: 'survey' });
    await set('needRate', 0.2);
    await p.ask('need.choose', { service: HOME, method: 'survey', reason: 'обліку ще немає' });
    expect(await check()).toMatchObject({ method: 'survey', reason: 'обліку ще немає', ways: { survey: { value: 200 } } });
    const { assumptions } = await p.ask('trace.get', { ref: { kind: 'result', result: 'generalNeed', service: HOME, group: '', territory: p.root, year: 2027, scenario: 'base' } });
    expect(assumptions).toContainEqual({ key: 'assumption.methodChosen.survey', params: { reason: 'обліку ще немає' } });
  });
});

test('Срібне: nothing of what was published moves when groups and sources come beside it, until a way is chosen', async () => {
  const p = program();
  await p.sample('sribne');
  const before = (await p.ask('needs.view', { year: 2020 })).rows;
  const { territory } = (before[0] as (typeof before)[number]).identified.key;
  const key = (measure: FigureKey['measure'], group: string): FigureKey => ({ measure, group, service: measure === 'groupSize' ? '' : HOME, provider: '', territory, sex: 'all', age: 'all', year: 2020, scenario: 'base' });
  await p.ask('figures.set', { cells: [
    { key: key('groupSize', 'elderly'), patch: { value: 3000 } }, { key: key('groupIdentified', 'elderly'), patch: { value: 453 } },
    { key: key('publishedRate', 'pwd'), patch: { value: 0.2, source: 'приклад' } }, { key: key('needRate', 'pwd'), patch: { value: 0.3 } },
  ] });
  const after = (await p.ask('needs.view', { year: 2020 })).rows;
  expect(after.map((row) => [row.id, row.general.value, row.unmet.value, row.coverage.value])).toEqual(before.map((row) => [row.id, row.general.value, row.unmet.value, row.coverage.value]));
  expect(after.find((row) => row.id === HOME)).toMatchObject({ general: { value: 453 }, served: { value: 316 }, unmet: { value: 137 } });
});
