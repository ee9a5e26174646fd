import { describe, expect, test } from 'vitest';
import { loadPack, packToText } from '../../src-main/reference/load.ts';
import { root } from '../helpers/root.ts';
import { byId, manualPlan, program } from './helper.ts';

const year = 2027;
const home = 's015.1';

/** The shipped pack as one text, changed. */
const pack = async (change: (tables: Record<string, unknown>) => void): Promise<string> => {
  const tables = JSON.parse(packToText(loadPack(`${root}/resources/reference`))) as Record<string, unknown>;
  change(tables);
  return Buffer.from(JSON.stringify(tables)).toString('base64');
};
const version = (to: string) => (tables: Record<string, unknown>): void => void ((tables['pack'] as Record<string, unknown>)['version'] = to);

describe('providers', () => {
  const withProvider = async () => {
    const p = await manualPlan();
    await p.ask('provider.add', { id: 'centre', name: 'Територіальний центр', kind: 'territorial_centre', sector: 'municipal', territory: 'v1', services: [home, 's015.3'] });
    await p.ask('figures.set', { cells: [{ key: p.key('served', { service: home, provider: 'centre' }), patch: { value: 40 } }, { key: p.key('places', { service: 's015.3', provider: 'centre' }), patch: { value: 20 } }] });
    return p;
  };
  test('their figures make the total of a service that has no figure of its own', async () => {
    const p = await withProvider();
    expect(byId((await p.ask('needs.view', { year })).rows, home).served).toMatchObject({ state: 'computed', value: 40 });
    expect(byId((await p.ask('needs.view', { year, territory: 'v1' })).rows, home).served.value).toBe(40);
    expect(byId((await p.ask('needs.view', { year, territory: 'v2' })).rows, home).served.value).toBeNull();
    const view = await p.ask('capacity.view', { year });
    expect(byId(view.rows, home).providers).toBe(1);
    expect(view.providers[0]?.services.find((each) => each.service === 's015.3')?.places.value).toBe(20);
  });
  test('a service left out of the list goes with its figures; undo brings both back', async () => {
    const p = await withProvider();
    await p.ask('provider.update', { id: 'centre', services: ['s015.3'] });
    expect(byId((await p.ask('needs.view', { year })).rows, home).served.value).toBeNull();
    await p.ask('history.undo');
    expect(byId((await p.ask('needs.view', { year })).rows, home).served.value).toBe(40);
    await p.ask('provider.remove', { id: 'centre' });
    expect((await p.ask('capacity.view', { year })).providers).toEqual([]);
  });
  test('unknown services, places and providers are refused, and an id given twice', async () => {
    const p = await withProvider();
    const one = { name: 'ГО', kind: 'ngo', sector: 'non_state' } as const;
    await p.refuse('input.unknownId', 'provider.add', { ...one, services: ['s999'] });
    await p.refuse('input.unknownId', 'provider.add', { ...one, territory: 'nowhere' });
    await p.refuse('input.unknownId', 'provider.add', { ...one, id: 'centre' });
    await p.refuse('input.unknownId', 'provider.update', { id: 'none', name: 'х' });
    await p.refuse('input.unknownId', 'provider.remove', { id: 'none' });
  });
  test('a pasted list of providers, and of answers whether a service is provided, is one step; one wrong one refuses all', async () => {
    const p = await withProvider();
    const one = (name: string, more = {}) => ({ name, kind: 'ngo', sector: 'non_state', ...more }) as const;
    const names = async () => (await p.ask('capacity.view', { year })).providers.map((each) => each.name);
    const before = await names();
    await p.refuse('input.unknownId', 'provider.addAll', { providers: [one('А'), one('Б', { services: ['s999'] })] });
    await p.refuse('input.unknownId', 'provider.addAll', { providers: [one('А', { id: 'x' }), one('Б', { id: 'x' })] });
    expect(await names()).toEqual(before);
    await p.ask('provider.addAll', { providers: [one('А', { services: [home] }), one('Б'), one('В', { territory: 'v2' })] });
    expect((await names()).length).toBe(before.length + 3);
    expect((await p.ask('plan.view', { year })).undo).toEqual({ key: 'providers.add', params: { count: 3 } });
    await p.ask('history.undo');
    expect(await names()).toEqual(before);
    await p.ask('service.setProvided', { answers: [{ service: 's016.0', provided: 'no' }, { service: 's006.0', provided: 'yes' }] });
    const provided = async () => (await p.ask('capacity.view', { year })).rows.filter((row) => row.provided !== 'unknown').map((row) => row.id);
    expect(await provided()).toEqual(expect.arrayContaining(['s016.0', 's006.0']));
    await p.ask('history.undo');
    expect(await provided()).not.toEqual(expect.arrayContaining(['s006.0']));
  });
  test('a basic service without anybody is a red flag once somebody says so, a question before', async () => {
    const p = await manualPlan();
    expect((await p.ask('overview.view', { year })).flags.some((flag) => flag.id === 'noProvider')).toBe(false);
    await p.ask('service.setProvided', { answers: [{ service: home, provided: 'no' }] });
    expect((await p.ask('overview.view', { year })).flags.some((flag) => flag.id.startsWith('noProvider'))).toBe(true);
    expect(byId((await p.ask('gaps.view', { year })).rows, home).noProvider).toBe(true);
    await p.ask('service.setProvided', { answers: [{ service: home, provided: 'unknown' }] });
    expect((await p.ask('overview.view', { year })).flags.some((flag) => flag.id.startsWith('noProvider'))).toBe(false);
  });
});

describe('groups', () => {
  test('an own group has figures, counts in the survey and leaves nothing behind', async () => {
    const p = await manualPlan();
    await p.ask('group.add', { id: 'shepherds', name: 'Чабани', unit: 'person' });
    await p.ask('figures.set', { cells: [{ key: p.key('groupSize', { group: 'shepherds' }), patch: { value: 40 } }, { key: p.key('needRate', { group: 'shepherds', service: home }), patch: { value: 0.5 } }] });
    await p.ask('need.choose', { service: home, method: 'survey', groups: ['shepherds'], reason: 'приклад' });
    await p.ask('overlap.set', { service: home, mode: 'priority', order: ['shepherds'] });
    expect(byId((await p.ask('needs.view', { year })).rows, home).general.value).toBe(20);
    await p.ask('group.update', { id: 'shepherds', name: 'Вівчарі' });
    expect(byId((await p.ask('groups.view', { year })).rows, 'shepherds').name).toEqual({ uk: 'Вівчарі', en: null });
    await p.ask('group.remove', { id: 'shepherds' });
    expect((await p.ask('groups.view', { year })).rows).toHaveLength(31);
    expect(byId((await p.ask('needs.view', { year })).rows, home).general.value).toBeNull();
    expect((await p.ask('survey.view', { year, service: home })).overlap.order).toEqual([]);
    await p.ask('history.undo');
    expect(byId((await p.ask('needs.view', { year })).rows, home).general.value).toBe(20);
  });
  test('a group of the reference book cannot be renamed or removed, an id not given twice', async () => {
    const p = await manualPlan();
    await p.refuse('input.unknownId', 'group.update', { id: 'elderly', name: 'х' });
    await p.refuse('input.unknownId', 'group.remove', { id: 'elderly' });
    await p.refuse('input.unknownId', 'group.add', { id: 'elderly', name: 'х' });
  });
  test('unknown groups and services in choices are refused', async () => {
    const p = await manualPlan();
    await p.refuse('input.unknownId', 'need.choose', { service: 's999', method: 'max' });
    await p.refuse('input.unknownId', 'need.choose', { service: home, method: 'survey', groups: ['nobody'] });
    await p.refuse('input.unknownId', 'overlap.set', { service: 's999', mode: 'unknown' });
    await p.refuse('input.unknownId', 'overlap.set', { mode: 'priority', order: ['nobody'] });
    await p.refuse('input.unknownId', 'survey.view', { year, service: 's999' });
    await p.refuse('input.unknownId', 'service.setName', { service: 's999', name: 'х' });
    await p.refuse('input.unknownId', 'service.setProvided', { answers: [{ service: home, provided: 'yes' }, { service: 's999', provided: 'yes' }] });
  });
  test('people in several groups: bounds when nobody knows, a share or an order when somebody does; never a silent sum', async () => {
    const p = await manualPlan();
    await p.ask('figures.set', { cells: [
      { key: p.key('population'), patch: { value: 250 } }, { key: p.key('groupSize', { group: 'elderly' }), patch: { value: 200 } }, { key: p.key('groupSize', { group: 'veterans' }), patch: { value: 100 } },
      { key: p.key('groupSize', { group: 'pwd' }), patch: { value: 0 } }, { key: p.key('groupSize', { group: 'families_szo' }), patch: { value: 0 } }, { key: p.key('groupSize', { group: 'orphans' }), patch: { value: 0 } },
    ] });
    const union = async () => (await p.ask('groups.view', { year })).union;
    expect(await union()).toMatchObject({ low: 200, high: 250 });
    expect((await union()).value).not.toBe(300);
    await p.ask('overlap.set', { mode: 'share', share: 0.2, source: 'звірка' });
    const shared = await union();
    expect(shared.value).not.toBeNull();
    expect(shared.value ?? 0).toBeLessThanOrEqual(250);
    expect(shared.value ?? 0).toBeGreaterThanOrEqual(200);
  });
});

describe('surveys', () => {
  const asked = async (yes: number, answered: number, more: readonly { readonly measure: 'needRate'; readonly value: number }[] = []) => {
    const p = await manualPlan();
    await p.ask('plan.set', { surveySelection: 'random' });
    await p.ask('need.choose', { service: home, method: 'survey', reason: 'приклад' });
    const of = { service: home, group: 'elderly' };
    await p.ask('figures.set', { cells: [
      { key: p.key('groupSize', { group: 'elderly' }), patch: { value: 1000 } }, { key: p.key('population'), patch: { value: 5000 } },
      { key: p.key('surveyYes', of), patch: { value: yes } }, { key: p.key('surveyAnswered', of), patch: { value: answered } }, ...more.map(({ measure, value }) => ({ key: p.key(measure, of), patch: { value } })),
    ] });
    const view = await p.ask('survey.view', { year, service: home });
    return { p, view, row: view.rows.find((row) => row.group === 'elderly') };
  };
  test('30 answers count, with an interval around the share', async () => {
    const { row, view } = await asked(6, 30);
    expect(row).toMatchObject({ smallSample: false, rate: { value: 0.2 }, potential: { value: 200 } });
    expect(row?.rate.low ?? 1).toBeLessThan(0.2);
    expect(row?.rate.high ?? 0).toBeGreaterThan(0.2);
    expect(view.survey.value).toBe(200);
  });
  test('29 answers are a small sample: without an entered share there is no result', async () => {
    const { row } = await asked(6, 29);
    expect(row).toMatchObject({ smallSample: true, rate: { value: null }, potential: { value: null } });
    expect(row?.rate.missing.map((key) => key.measure)).toEqual(['needRate']);
  });
  test('with an entered share the small sample uses it, marked as an assumption', async () => {
    const { row } = await asked(6, 29, [{ measure: 'needRate', value: 0.3 }]);
    expect(row).toMatchObject({ smallSample: true, rate: { value: 0.3, assumed: true }, potential: { value: 300 } });
  });
  test('a convenience sample gives no margin, only an indication', async () => {
    const { p } = await asked(6, 30);
    await p.ask('plan.set', { surveySelection: 'open_link' });
    const row = (await p.ask('survey.view', { year, service: home })).rows.find((each) => each.group === 'elderly');
    expect(row?.rate).toMatchObject({ value: 0.2, low: null, high: null, assumed: true });
  });
  test('more yes than answers is no share at all', async () => {
    const { row } = await asked(31, 30);
    expect(row?.rate.value).toBeNull();
  });
});

describe('norms', () => {
  const staffed = async () => {
    const p = await manualPlan();
    await p.ask('figures.set', { cells: [{ key: p.key('postsFilled', { service: home }), patch: { value: 10 } }, { key: p.key('posts', { service: home }), patch: { value: 12 } }, { key: p.key('populationUrban'), patch: { value: 0 } }] });
    const trace = (q = p) => q.ask('trace.get', { ref: { kind: 'result', result: 'capacityStaff', service: home, group: '', territory: p.root, year, scenario: 'base' } });
    const staff = async () => byId((await p.ask('capacity.view', { year })).rows, home).byStaff;
    return { ...p, trace, staff };
  };
  test('the council’s own norm with its decision comes before the book, from its day on', async () => {
    const p = await staffed();
    const before = await p.staff();
    await p.ask('norm.setLocal', { norm: 'sw_load_village', value: 8, decision: 'рішення № 7 від 01.02.2027', since: '2027-02-01' });
    await p.ask('norm.setLocal', { norm: 'sw_load_city', value: 8, decision: 'рішення № 7 від 01.02.2027', since: '2027-02-01' });
    expect((await p.staff()).value).toBe(80);
    const used = (await p.trace()).norms.find((norm) => norm.normId === 'sw_load_village');
    expect(used).toMatchObject({ effect: 'used', value: 8, confidence: 'verified', act: { uk: 'рішення № 7 від 01.02.2027' } });
    await p.ask('plan.set', { calcDate: '2027-01-31' });
    expect((await p.staff()).value).toBe(before.value);
    await p.ask('plan.set', { calcDate: '2027-02-01' });
    await p.ask('norm.setLocal', { norm: 'sw_load_village', value: null });
    await p.ask('norm.setLocal', { norm: 'sw_load_city', value: null });
    expect((await p.staff()).value).toBe(before.value);
    await p.refuse('input.unknownId', 'norm.setLocal', { norm: 'none', value: 1 });
    await p.refuse('input.invalid', 'norm.setLocal', { norm: 'sw_load_village', value: -1 });
  });
  test('a norm compared with its act loses the mark', async () => {
    const p = await staffed();
    const norms = async () => (await p.ask('reference.view')).norms;
    const recalled = (await norms()).find((norm) => norm.confidence === 'recalled')?.id ?? '';
    await p.ask('settings.set', { author: 'юрист' });
    await p.ask('norm.check', { norm: recalled, checked: true });
    expect(byId(await norms(), recalled).checked).toMatchObject({ author: 'юрист' });
    await p.ask('norm.check', { norm: recalled, checked: false });
    expect(byId(await norms(), recalled).checked).toBeNull();
    await p.refuse('input.unknownId', 'norm.check', { norm: 'none', checked: true });
  });
  test('before a norm was in force it is named as such and does not count', async () => {
    const p = await staffed();
    const { token } = await p.ask('reference.compare', { base64: await pack((tables) => {
      version('2099.01')(tables);
      for (const norm of tables['norms'] as { id: string; since: string }[]) if (norm.id.startsWith('sw_load')) norm.since = '2020-01-01';
    }) });
    await p.ask('reference.accept', { token });
    expect((await p.staff()).value).toBe(60);
    await p.ask('plan.set', { calcDate: '2019-12-31' });
    expect(await p.staff()).toMatchObject({ state: 'unknown', value: null, missing: [{ measure: 'loadPerPost' }] });
    const { norms, num } = await p.trace();
    expect(num.value).toBeNull();
    expect(norms.filter((norm) => norm.normId.startsWith('sw_load')).map((norm) => norm.effect)).toEqual(['notInForce', 'notInForce']);
  });
  test('weights must add up to 100', async () => {
    const p = await manualPlan();
    await p.refuse('input.value', 'gaps.setWeights', { duty: 30, people: 30, risk: 20, growth: 10, start: 11 });
    await p.ask('gaps.setWeights', { duty: 100, people: 0, risk: 0, growth: 0, start: 0 });
    expect((await p.ask('gaps.view', { year })).weights.duty).toBe(100);
  });
  test.each(['2027-02-30', '2027-13-01', '0000-00-00'])('%s is not a day of the calendar', async (calcDate) => {
    const p = await manualPlan();
    const reply = await p.app.dispatch('plan.set', { calcDate });
    expect(reply.ok ? 'taken' : reply.error.code).toBe('input.invalid');
  });
});

test('the official name of a service is entered and taken back', async () => {
  const p = await manualPlan();
  const row = async () => byId((await p.ask('needs.view', { year })).rows, 's016.0');
  expect((await row()).name).toBeNull();
  await p.ask('service.setName', { service: 's016.0', name: '  Послуга з наказу  ', source: 'наказ № 1' });
  expect((await row()).name).toEqual({ uk: 'Послуга з наказу', en: null });
  await p.ask('service.setName', { service: 's016.0', name: '' });
  expect((await row()).name).toBeNull();
});

test('status and neighbours', async () => {
  const p = program();
  await p.ask('plan.create', { community: { code: 'UA74080150000033167' }, year });
  await p.ask('community.setStatus', { status: 'rear', since: '', asOf: '2027-02-01', source: 'наказ' });
  const view = await p.ask('community.view', { year });
  expect(view.status).toEqual({ value: 'rear', since: '', asOf: '2027-02-01', source: 'наказ' });
  const [first] = view.neighbours;
  await p.ask('neighbour.remove', { code: first?.code ?? '' });
  expect((await p.ask('community.view', { year })).neighbours).toHaveLength(view.neighbours.length - 1);
  await p.ask('neighbour.add', { code: first?.code ?? '' });
  expect((await p.ask('community.view', { year })).neighbours).toEqual(view.neighbours);
  const kyiv = (await p.ask('community.search', { query: 'київ', limit: 2000 })).items.find((item) => item.type === 'special_city');
  await p.ask('neighbour.add', { code: kyiv?.code ?? '' });
  expect((await p.ask('community.view', { year })).neighbours.at(-1)).toMatchObject({ code: kyiv?.code, added: true, borderKm: null });
  await p.refuse('input.unknownId', 'neighbour.add', { code: 'UA00' });
  await p.refuse('input.unknownId', 'neighbour.remove', { code: 'UA00' });
});
