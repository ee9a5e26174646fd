import { describe, expect, test } from 'vitest';
import type { CheckIssue } from '#contract/api/checks.ts';
import { manualPlan, program } from './helper.ts';

const YEAR = 2027;
type Plan = Awaited<ReturnType<typeof manualPlan>>;
const scope = { year: YEAR };
const put = (p: Plan, cells: readonly (readonly [Parameters<Plan['key']>[0], Parameters<Plan['key']>[1], number | null, Record<string, unknown>?])[]) =>
  p.ask('figures.set', { cells: cells.map(([measure, more, value, patch]) => ({ key: p.key(measure, more), patch: { value, ...patch } })), label: 'edit' });
const issues = async (p: Plan, rule: string): Promise<readonly CheckIssue[]> => (await p.ask('checks.view', scope)).issues.filter((issue) => issue.rule === rule);
const home = 's015.1';

describe('checks', () => {
  test('an empty plan has nothing that does not add up, and says that all is lacking', async () => {
    const p = await manualPlan();
    const view = await p.ask('checks.view', scope);
    expect(view.issues).toEqual([]);
    expect(view.completeness.parts.filter((part) => part.of > 0 && part.known > 0)).toEqual([]);
    expect(view.completeness.score.value).toBe(0);
    expect(p.log).toEqual([]);
  });

  test('served above identified is found, leads to its cell, and is gone when it is put right', async () => {
    const p = await manualPlan();
    await put(p, [['identified', { service: home }, 10], ['served', { service: home }, 12]]);
    const [found] = await issues(p, 'servedAboveIdentified');
    expect([found?.severity, found?.link?.measure, found?.link?.service, found?.page]).toEqual(['error', 'served', home, 'needs']);
    await put(p, [['identified', { service: home }, 12]]);
    expect(await issues(p, 'servedAboveIdentified')).toEqual([]);
  });

  test('an exception keeps its reason, holds while the numbers stay, and is open again when they change; undo takes it back', async () => {
    const p = await manualPlan();
    await put(p, [['identified', { service: home }, 10], ['served', { service: home }, 12]]);
    const [found] = await issues(p, 'servedAboveIdentified');
    await p.refuse('input.invalid', 'check.accept', { ...scope, issue: found?.id ?? '', reason: ' a ' });
    await p.refuse('input.unknownId', 'check.accept', { ...scope, issue: 'no such issue', reason: 'люди сусідньої громади' });
    await p.ask('check.accept', { ...scope, issue: found?.id ?? '', reason: 'люди сусідньої громади' });
    const view = await p.ask('checks.view', scope);
    expect(view.issues.find((issue) => issue.id === found?.id)?.accepted).toMatchObject({ reason: 'люди сусідньої громади', holds: true });
    expect(view.counts).toMatchObject({ error: 0, accepted: 1 });
    await put(p, [['served', { service: home }, 15]]);
    expect((await issues(p, 'servedAboveIdentified'))[0]?.accepted).toMatchObject({ holds: false });
    await p.ask('history.undo');
    expect((await issues(p, 'servedAboveIdentified'))[0]?.accepted).toMatchObject({ holds: true });
    await p.ask('history.undo');
    expect((await issues(p, 'servedAboveIdentified'))[0]?.accepted).toBeNull();
    await p.refuse('input.unknownId', 'check.reopen', { issue: found?.id ?? '' });
  });

  test('territories, splits, groups, surveys, provision and queues are compared', async () => {
    const p = await manualPlan();
    const group = 'elderly';
    await put(p, [
      ['population', {}, 1000], ['population', { territory: 'v1' }, 300], ['population', { territory: 'v2' }, 300], ['population', { territory: 'v3' }, 300],
      ['groupSize', { group }, 1200], ['groupSize', { group, sex: 'female' }, 700], ['groupSize', { group, sex: 'male' }, 400],
      ['surveyAnswered', { group, service: home }, 20], ['surveyYes', { group, service: home }, 25],
      ['places', { service: 's015.2' }, 30], ['occupied', { service: 's015.2' }, 20], ['waiting', { service: 's015.2' }, 5], ['served', { service: 's015.2' }, 20],
    ]);
    await p.ask('service.setProvided', { answers: [{ service: 's015.2', provided: 'no' }] });
    const view = await p.ask('checks.view', scope);
    const rules = view.issues.filter((issue) => issue.severity !== 'note').map((issue) => issue.rule);
    expect(rules).toEqual(expect.arrayContaining(['partsNotTotal', 'groupAbovePopulation', 'splitNotTotal', 'yesAboveAnswered', 'smallSample', 'servedNotProvided', 'queueAndFree']));
    expect(view.issues.find((issue) => issue.rule === 'partsNotTotal')?.text.params).toMatchObject({ own: 1000, sum: 900 });
    expect(view.issues.find((issue) => issue.rule === 'splitNotTotal')?.text.params).toMatchObject({ value: 1200, sum: 1100 });
  });

  test('families of places are not compared with persons of the whole; the same unit is', async () => {
    const p = await manualPlan();
    await put(p, [['waiting', { service: home }, 20], ['waiting', { service: home, territory: 'v1' }, 6, { counted: 'family' }], ['waiting', { service: home, territory: 'v2' }, 30]]);
    expect(await issues(p, 'partsNotTotal')).toEqual([]);
    await put(p, [['waiting', { service: home, territory: 'v1' }, 6, { counted: 'person' }]]);
    expect((await issues(p, 'partsNotTotal'))[0]?.text.params).toMatchObject({ own: 20, sum: 36 });
  });

  test('a jump over last year, dates and sources are looked at', async () => {
    const p = await manualPlan();
    await put(p, [['identified', { service: home }, 100, { source: 'облік', asOf: '2024-01-01' }], ['served', { service: home }, 30, { asOf: '2028-12-01' }]]);
    await p.ask('year.add', { year: 2028, from: YEAR });
    const key = { ...p.key('identified', { service: home }), year: 2028 };
    await p.ask('figures.set', { cells: [{ key, patch: { value: 190, source: 'облік', asOf: '2028-01-01' } }], label: 'edit' });
    const now = await p.ask('checks.view', { year: 2028 });
    expect(now.issues.find((issue) => issue.rule === 'jump')?.text).toMatchObject({ key: 'checks.found.jump.up', params: { before: 100, value: 190, share: 0.9 } });
    expect(now.issues.find((issue) => issue.rule === 'carried')?.count).toBe(1);
    const before = await p.ask('checks.view', scope);
    expect(before.issues.map((issue) => issue.rule)).toEqual(expect.arrayContaining(['oldDate', 'futureDate', 'noSource']));
  });

  test('families this year are no jump over the persons of last year', async () => {
    const p = await manualPlan();
    await put(p, [['identified', { service: home }, 150]]);
    await p.ask('year.add', { year: 2028, from: YEAR });
    await p.ask('figures.set', { cells: [{ key: { ...p.key('identified', { service: home }), year: 2028 }, patch: { value: 50, counted: 'family' } }], label: 'edit' });
    expect((await p.ask('checks.view', { year: 2028 })).issues.filter((issue) => issue.rule === 'jump')).toEqual([]);
  });

  test('the same number everywhere and the same name twice', async () => {
    const p = await manualPlan(YEAR, ['v1', 'v2', 'v3', 'v4']);
    await put(p, ['v1', 'v2', 'v3', 'v4'].map((territory) => ['served', { service: home, territory }, 25] as const));
    await p.ask('territory.add', { id: 'w1', parent: p.root, kind: 'settlement', name: 'Камʼянка' });
    await p.ask('territory.add', { id: 'w2', parent: p.root, kind: 'settlement', name: "КАМ'ЯНКА" });
    expect((await issues(p, 'sameEverywhere'))[0]?.count).toBe(4);
    expect((await issues(p, 'sameName'))[0]?.count).toBe(2);
  });

  test('a rule can be turned off, given another limit, and set back; an unknown one is refused', async () => {
    const p = await manualPlan();
    await put(p, [['identified', { service: home }, 10], ['served', { service: home }, 12]]);
    await p.ask('check.setRule', { rule: 'servedAboveIdentified', severity: 'off', limit: null });
    expect(await issues(p, 'servedAboveIdentified')).toEqual([]);
    await p.ask('check.setRule', { rule: 'servedAboveIdentified', severity: 'error', limit: null });
    expect(await issues(p, 'servedAboveIdentified')).toHaveLength(1);
    await put(p, [['surveyAnswered', { service: home, group: 'elderly' }, 40]]);
    await p.ask('check.setRule', { rule: 'smallSample', severity: 'warning', limit: 50 });
    expect(await issues(p, 'smallSample')).toHaveLength(1);
    await p.refuse('input.unknownId', 'check.setRule', { rule: 'nothing', severity: 'off', limit: null });
    await p.refuse('input.invalid', 'check.setRule', { rule: 'jump', severity: 'error', limit: -1 });
  });
});

describe('what to find out next', () => {
  test('Срібне 2020: people identified for residential care are not known and come before what moves less', async () => {
    const p = program();
    await p.sample('sribne');
    const view = await p.ask('findOut.view', { year: 2020 });
    const row = view.rows.find((each) => each.key.service === 's015.2');
    expect([row?.kind, row?.key.measure, row?.bounds.low]).toEqual(['missing', 'identified', 18]);
    expect(row?.swing).toBe((row?.unmet.high ?? 0) - (row?.unmet.low ?? 0));
    expect(view.rows.map((each) => each.swing)).toEqual(view.rows.map((each) => each.swing).toSorted((a, b) => b - a));
    expect(view.now[0]?.value).toBe(321);
  });

  test('one at a time, checked by hand: an estimate, a hidden share, answers with their interval', async () => {
    const p = await manualPlan();
    await put(p, [
      ['population', {}, 1000], ['identified', { service: home }, 100, { method: 'estimate', low: 80, high: 150 }], ['served', { service: home }, 60],
      ['identified', { service: 's015.3' }, 200], ['served', { service: 's015.3' }, 100], ['hiddenShare', { service: 's015.3' }, 0.1],
    ]);
    const view = await p.ask('findOut.view', scope);
    const of = (service: string, kind: string) => view.rows.find((row) => row.key.service === service && row.kind === kind);
    // 80 − 60 = 20 … 150 − 60 = 90
    expect(of(home, 'range')).toMatchObject({ unmet: { low: 20, base: 40, high: 90 }, swing: 70 });
    // 200 − 100 = 100 … 220 − 100 = 120
    expect(of('s015.3', 'hidden')).toMatchObject({ unmet: { low: 100, base: 100, high: 120 }, swing: 20 });
  });

  test('a published share with bounds, checked by hand', async () => {
    const p = await manualPlan();
    const group = 'elderly';
    await put(p, [['population', {}, 5000], ['groupSize', { group }, 1000], ['publishedRate', { service: home, group }, 0.1, { low: 0.08, high: 0.15, source: 'Звіт області' }], ['needRate', { service: home, group }, 0.5, { method: 'register' }], ['served', { service: home }, 60]]);
    await p.ask('need.choose', { service: home, method: 'survey', reason: 'так вирішила група' });
    const row = (await p.ask('findOut.view', scope)).rows.find((each) => each.key.measure === 'publishedRate');
    // 1000 × 8 % − 60 = 20 … 1000 × 15 % − 60 = 90
    expect(row).toMatchObject({ unmet: { low: 20, base: 40, high: 90 }, swing: 70 });
  });

  test('a need counted in families is asked for in families, whether or not it is known who is served', async () => {
    const p = await manualPlan();
    await put(p, [['groupSize', { group: 'foster_families' }, 40], ['served', { service: 's010.2' }, 10, { counted: 'family' }]]);
    const row = async () => (await p.ask('findOut.view', scope)).rows.find((each) => each.key.service === 's010.2');
    expect(await row()).toMatchObject({ kind: 'missing', unit: 'family', unmet: { low: 0, high: 30 }, swing: 30 });
    await put(p, [['served', { service: 's010.2' }, null]]);
    expect(await row()).toMatchObject({ kind: 'missing', unit: 'family', unmet: { low: 0, high: 40 }, swing: 40 });
  });

  test('asking does not change the plan, and a plan where all is known asks for nothing of it', async () => {
    const p = await manualPlan();
    await put(p, [['population', {}, 1000], ['identified', { service: home }, 100], ['served', { service: home }, 60]]);
    const before = await p.ask('needs.view', scope);
    const view = await p.ask('findOut.view', scope);
    expect(view.rows.some((row) => row.key.service === home)).toBe(false);
    expect(await p.ask('needs.view', scope)).toEqual(before);
  });
});
