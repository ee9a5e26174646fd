import { describe, expect, test } from 'vitest';
import type { RestorationView } from '#contract/api/restoration.ts';
import { byId, manualPlan, NOW, program, type TestProgram } from './helper.ts';

const year = 2027;
const today = NOW.slice(0, 10);
const home = 's015.1';
const view = (p: TestProgram): Promise<RestorationView> => p.ask('restoration.view', { year });
const rowOf = (v: RestorationView, service: string, territory = '') => {
  const found = v.rows.find((row) => row.service === service && row.territory === territory);
  if (!found) throw new Error(`no row ${service}`);
  return found;
};
const task = (p: TestProgram, id: string, more: object = {}) => p.ask('restoration.task.put', { id, name: id, kind: 'other', days: 10, ...more });

describe('states of services', () => {
  test('what is seen now stands beside what was seen earlier; null takes the newest back; all is one undo step', async () => {
    const p = await manualPlan();
    const of = { service: home };
    await p.ask('restoration.state.put', { ...of, phase: 'now', day: '2027-01-10', level: 1, source: 'звіт старости' });
    await p.ask('restoration.levels.set', { items: [{ ...of, phase: 'before', level: 3 }, { ...of, phase: 'now', level: 2 }, { ...of, territory: p.root, phase: 'plan', level: 4 }] });
    const row = rowOf(await view(p), home);
    expect([row.levels, row.states.map((each) => each.day)]).toEqual([{ before: 3, during: null, now: 2, plan: 4 }, ['', '2027-01-10', today, '']]);
    await p.ask('restoration.levels.set', { items: [{ ...of, phase: 'now', level: 3 }] });
    expect(rowOf(await view(p), home).states).toHaveLength(4);
    await p.ask('restoration.levels.set', { items: [{ ...of, phase: 'now', level: null }] });
    expect(rowOf(await view(p), home).levels.now).toBe(1);
    for (let n = 0; n < 3; n++) await p.ask('history.undo');
    expect(rowOf(await view(p), home).states).toHaveLength(1);
  });
  test('a change nobody was told of is shown until the day of telling is entered', async () => {
    const p = await manualPlan();
    await p.ask('restoration.levels.set', { items: [{ service: home, phase: 'during', level: 0 }, { service: home, phase: 'now', level: 1 }] });
    const row = rowOf(await view(p), home);
    const now = row.states.at(-1);
    expect([row.untold, now?.phase]).toEqual([true, 'now']);
    await p.ask('restoration.state.put', { ...now, level: 1, phase: 'now', told: today } as never);
    expect(rowOf(await view(p), home).untold).toBe(false);
  });
  test('a service said to work as before although all its facilities are destroyed is a contradiction', async () => {
    const p = await manualPlan();
    await p.ask('provider.add', { id: 'centre', name: 'Терцентр', kind: 'territorial_centre', sector: 'municipal', territory: 'v1', services: [home] });
    const facility = { id: 'f1', provider: 'centre', name: 'Будівля', territory: 'v1', address: '', lat: null, lon: null, premises: 'own', area: null, generator: '', shelter: '', internet: '', since: '2022-03-10', note: '', source: '' } as const;
    await p.ask('restoration.levels.set', { items: [{ service: home, phase: 'now', level: 3 }] });
    await p.ask('facility.put', { ...facility, state: 'works' });
    expect(rowOf(await view(p), home).destroyed).toBe(false);
    await p.ask('facility.put', { ...facility, state: 'destroyed' });
    const v = await view(p);
    expect([rowOf(v, home).destroyed, v.destroyed]).toEqual([true, 1]);
    await p.ask('restoration.levels.set', { items: [{ service: home, phase: 'now', level: 1 }] });
    expect(rowOf(await view(p), home).destroyed).toBe(false);
  });
  test('refuses what is not there, both or none of service and point, and a state seen in the future; nothing is stored', async () => {
    const p = await manualPlan();
    const put = { phase: 'now', level: 1 } as const;
    await p.refuse('input.unknownId', 'restoration.state.put', { ...put, service: 's999' });
    await p.refuse('input.unknownId', 'restoration.state.put', { ...put, point: 'none' });
    await p.refuse('input.unknownId', 'restoration.levels.set', { items: [{ ...put, service: home }, { ...put, service: home, territory: 'nowhere' }] });
    await p.refuse('restoration.about', 'restoration.state.put', put);
    await p.refuse('restoration.future', 'restoration.state.put', { ...put, service: home, day: '2030-01-01' });
    await p.refuse('input.invalid', 'restoration.state.put', { ...put, service: home, level: 5 as never });
    expect((await view(p)).sum.known).toBe(0);
  });
  test('states go with a place that is removed and come back with undo', async () => {
    const p = await manualPlan();
    await p.ask('restoration.point.put', { id: 'vrm', kind: 'remote', name: 'ВРМ', territory: 'v2' });
    await p.ask('restoration.levels.set', { items: [{ service: home, territory: 'v2', phase: 'now', level: 1 }] });
    await p.ask('territory.remove', { id: 'v2' });
    const v = await view(p);
    expect([v.rows.some((row) => row.territory === 'v2'), byId(v.points, 'vrm').territory]).toEqual([false, '']);
    await p.ask('history.undo');
    expect(rowOf(await view(p), home, 'v2').levels.now).toBe(1);
  });
});

describe('points of administrative services', () => {
  test.each([['UA32080070000050759', 'occupation', 9], ['UA14120050000033910', 'hostilities', 2]] as const)('%s of the bundled list: points of the register wait to be checked and are taken once', async (code, words, count) => {
    const p = program();
    await p.ask('plan.create', { community: { code }, year });
    const empty = await view(p);
    expect([empty.words, empty.points.length, empty.register?.left, empty.register?.asOf]).toEqual([words, 0, count, '2023-06-21']);
    await p.ask('restoration.points.take');
    await p.ask('restoration.points.take');
    const { points, register } = await view(p);
    expect([points.length, register?.left, points.some((each) => each.checked), new Set(points.map((each) => each.name)).size]).toEqual([count, 0, false, count]);
    const { territories } = await p.ask('community.view', { year });
    expect(points.every((each) => each.territory === '' || territories.some((place) => place.id === each.territory))).toBe(true);
    expect(points.filter((each) => each.territory !== '').length).toBeGreaterThanOrEqual(count - 2);
    await p.ask('history.undo');
    expect((await view(p)).points).toEqual([]);
  });
  test('a point that is removed takes its states along; days of visits belong to mobile teams only', async () => {
    const p = await manualPlan();
    await p.ask('restoration.point.put', { id: 'team', kind: 'mobile', name: 'Мобільний ЦНАП', days: 4, schedule: 'щопонеділка' });
    await p.ask('restoration.point.put', { id: 'desk', kind: 'remote', name: 'ВРМ', days: 4 });
    await p.ask('restoration.levels.set', { items: [{ point: 'team', phase: 'now', level: 1 }] });
    await task(p, 'bus', { point: 'team' });
    expect((await view(p)).points.map((each) => each.days)).toEqual([null, 4]);
    await p.ask('restoration.point.remove', { id: 'team' });
    const v = await view(p);
    expect([v.rows.some((row) => row.point === 'team'), byId(v.tasks, 'bus').point]).toEqual([false, '']);
  });
});

describe('tasks', () => {
  test('earliest days, what waits for what, cost with what is not known; a circle is refused by name', async () => {
    const p = await manualPlan();
    await task(p, 'demining', { state: 'going', from: '2027-02-25' });
    await task(p, 'roof', { after: ['demining'], costKop: 125_000_050, due: '2027-03-10' });
    await task(p, 'open', { after: ['roof', 'roof'], days: null });
    const { tasks, plan } = await view(p);
    expect([byId(tasks, 'roof').start, byId(tasks, 'roof').lateDays, byId(tasks, 'open').heldBy, plan]).toEqual(['2027-03-07', 6, ['demining'], { end: '2027-03-17', sure: false, costKop: 125_000_050, costUnknown: 2, canStart: 0, blocked: 2, done: 0, late: 1 }]);
    const error = await p.refuse('restoration.circle', 'restoration.task.put', { id: 'demining', name: 'demining', kind: 'demining', after: ['open'] });
    expect(error.details['names']).toBe('demining → open → roof → demining');
    await p.refuse('restoration.circle', 'restoration.task.put', { id: 'self', name: 'self', kind: 'other', after: ['self'] });
    await p.refuse('input.unknownId', 'restoration.task.put', { name: 'x', kind: 'other', after: ['none'] });
    await p.refuse('restoration.dates', 'restoration.task.put', { name: 'x', kind: 'other', from: '2027-05-01', due: '2027-04-01' });
    await p.refuse('cycle.person', 'restoration.task.put', { name: 'x', kind: 'other', responsible: 'Іван Петренко' });
    await p.ask('restoration.task.remove', { id: 'roof' });
    expect(byId((await view(p)).tasks, 'open').after).toEqual([]);
    await p.ask('history.undo');
    expect(byId((await view(p)).tasks, 'open').after).toEqual(['roof']);
  });
});

describe('informing, checks, help, paper', () => {
  test('a task stands at a facility and stays without it when the facility goes', async () => {
    const p = await manualPlan();
    await p.ask('provider.add', { id: 'centre', name: 'Терцентр', kind: 'territorial_centre', sector: 'municipal', services: [home] });
    await p.ask('facility.put', { id: 'house', provider: 'centre', name: 'Будинок', state: 'destroyed' });
    await p.refuse('input.unknownId', 'restoration.task.put', { name: 'дах', kind: 'premises', facility: 'nowhere' });
    await task(p, 'roof', { facility: 'house' });
    const { facilities, tasks } = await view(p);
    expect([facilities, tasks[0]?.facility]).toEqual([[{ id: 'house', name: 'Будинок', state: 'destroyed' }], 'house']);
    await p.ask('facility.remove', { id: 'house' });
    expect((await view(p)).tasks[0]?.facility).toBe('');
    await p.ask('history.undo');
    expect((await view(p)).tasks[0]?.facility).toBe('house');
  });
  test('gaps, answers and help that ends follow what was entered', async () => {
    const p = await manualPlan();
    await p.ask('restoration.channel.put', { kind: 'starosta', responsible: 'старости', often: 'weekly', withoutPower: 'yes', withoutInternet: 'yes', audiences: ['older_alone', 'older_alone'] });
    await p.ask('restoration.answers.set', { answers: [{ question: 'access', answer: 'no', note: 'сходи' }, { question: 'split', answer: 'yes' }] });
    await p.ask('restoration.aid.put', { donor: 'Фонд «Тест»', what: 'автобус', to: '2027-04-01', ends: 'виїзди' });
    const v = await view(p);
    expect([byId(v.audiences, 'older_alone'), byId(v.audiences, 'hearing').gap]).toMatchObject([{ channels: 1, gap: null }, 'none']);
    expect([v.checks.yes, v.checks.no, v.aid[0]?.risk, v.aid[0]?.covered]).toEqual([1, 1, 'soon', false]);
    expect(v.steps.find((step) => step.id === 'aid')).toEqual({ id: 'aid', done: false, count: 1 });
    await p.ask('restoration.answers.set', { answers: [{ question: 'access', answer: '', note: '' }] });
    expect((await view(p)).checks.no).toBe(0);
    await p.refuse('input.unknownId', 'restoration.channel.put', { kind: 'board', audiences: ['nobody'] });
    await p.refuse('input.unknownId', 'restoration.answers.set', { answers: [{ question: 'none', answer: 'yes' }] });
    await p.refuse('input.unknownId', 'restoration.aid.put', { donor: 'x', what: 'y', task: 'none' });
  });
  test('is printed on at most two pages in both languages, hostile and long text as text', async () => {
    const p = await manualPlan();
    const nasty = `<b>&amp;</b>\u202E${'дуже довга назва '.repeat(14)}`;
    for (let n = 0; n < 12; n++) await task(p, `t${n}`, { name: `${nasty}${n}`.slice(0, 300), responsible: 'відділ соціального захисту', after: n > 0 ? [`t${n - 1}`] : [] });
    const { rows } = await view(p);
    await p.ask('restoration.levels.set', { items: rows.flatMap((row) => (['before', 'during', 'now', 'plan'] as const).map((phase, at) => ({ service: row.service, phase, level: at as 0 | 1 | 2 | 3 }))) });
    await p.ask('restoration.answers.set', { answers: (await view(p)).questions.map(({ id }) => ({ question: id, answer: 'no' as const, note: nasty })) });
    for (let n = 0; n < 6; n++) await p.ask('restoration.aid.put', { donor: nasty.slice(0, 200), what: nasty.slice(0, 200), ends: nasty, after: '' });
    expect(byId((await view(p)).tasks, 't3').name).not.toContain('\u202E');
    for (const language of ['uk', 'en'] as const) {
      const docx = await p.ask('restoration.file', { year, language });
      expect(Buffer.from(docx.base64, 'base64').subarray(0, 2).toString()).toBe('PK');
      const text = Buffer.from((await p.ask('restoration.file', { year, language, format: 'pdf' })).base64, 'base64').toString('latin1');
      expect([text.startsWith('%PDF'), text.match(/\/Type \/Page\b/g)?.length]).toEqual([true, 2]);
    }
  });
  test('an empty plan of the rear says calmly what there is; the paper is made as well', async () => {
    const p = await manualPlan();
    const v = await view(p);
    expect([v.words, v.register, v.plan.end, v.tasks, byId(v.steps, 'status').done, v.steps.map((step) => step.id)]).toEqual(['rear', null, '', [], true, ['status', 'states', 'points', 'tasks', 'informing', 'checks']]);
    expect((await p.ask('restoration.file', { year, language: 'uk' })).name).toMatch(/^Відновлення послуг.*\.docx$/);
    expect(p.log).toEqual([]);
  });
});
