import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Num, TraceRef } from '#contract/models.ts';
import { STAFF_WORDS } from '../../src-main/documents/staff/texts.ts';
import { parts, textIn } from '../documents/read.ts';
import { root } from '../helpers/root.ts';
import { byId, manualPlan, program } from './helper.ts';
import { missingTexts, objectsIn, sentencesIn } from './locales.ts';

const year = 2027;
const home = 's015.1';
const at = { year, provider: 'centre', service: home, category: 'social_worker' } as const;

async function plan() {
  const p = await manualPlan();
  await p.ask('provider.add', { id: 'centre', name: 'Територіальний центр', kind: 'territorial_centre', sector: 'municipal', territory: 'v1', services: [home, 's015.3'] });
  const figure = (measure: 'served' | 'posts' | 'postsFilled' | 'vehicles', value: number, service: string = home) => ({ key: p.key(measure, { service, provider: 'centre' }), patch: { value, source: 'звіт' } });
  const row = (more: object = {}) => ({ provider: 'centre', service: home, category: 'social_worker', position: 'Соціальний робітник', posts: 8, filled: 6.5, ...more });
  const compared = async () => (await p.ask('staffCompare.view', { year })).rows.find((each) => each.provider === 'centre' && each.category === 'social_worker');
  return { ...p, figure, row, compared };
}

describe('the staffing table', () => {
  test('holds roles and counts; one wrong row refuses all', async () => {
    const p = await plan();
    await p.refuse('staff.person', 'staff.set', { year, rows: [p.row(), p.row({ position: 'Іваненко Марія Петрівна' })] });
    await p.refuse('input.unknownId', 'staff.set', { year, rows: [p.row(), p.row({ provider: 'nobody' })] });
    await p.refuse('input.unknownId', 'staff.set', { year, rows: [p.row({ service: 's010.1' })] });
    await p.refuse('input.unknownId', 'staff.set', { year, rows: [p.row({ category: 'wizard' })] });
    await p.refuse('input.unknownId', 'staff.set', { year: 2031, rows: [p.row()] });
    await p.refuse('input.unknownId', 'staff.set', { year, rows: [{ id: 'gone', posts: 1 }] });
    for (const wrong of [{ posts: 0.3 }, { filled: -1 }, { payKop: 1.5 }, { age50: 2.5 }, { position: 'х'.repeat(201) }]) await p.refuse('input.invalid', 'staff.set', { year, rows: [p.row(wrong)] });
    expect((await p.ask('staff.view', { year })).rows).toEqual([]);
    await p.ask('staff.set', { year, rows: [p.row({ payKop: 1_120_000 }), p.row({ service: '', category: 'head', position: 'Директор', posts: 1, filled: 1, payKop: 2_000_000 })] });
    const { rows, total } = await p.ask('staff.view', { year });
    expect(total).toEqual({ posts: 9, filled: 7.5, vacant: 1.5, payKop: 6.5 * 1_120_000 + 2_000_000 });
    await p.ask('staff.set', { year, rows: [{ id: rows[0]?.id ?? '', filled: null }] });
    expect((await p.ask('staff.view', { year })).total).toEqual({ posts: 9, filled: null, vacant: null, payKop: null });
    await p.ask('history.undo');
    await p.ask('staff.remove', { ids: rows.map(({ id }) => id) });
    expect((await p.ask('staff.view', { year })).rows).toEqual([]);
  });
  test('a new position or line may bear an id of the page: what is given later changes it; an id that is no own one, of another year or without a provider is refused', async () => {
    const p = await plan();
    const id = '0b7ac2f1-5a3e-4c1e-9d55-6f1d2a9c7e10';
    await p.refuse('input.unknownId', 'staff.set', { year, rows: [{ id, posts: 1 }] });
    await p.refuse('input.unknownId', 'staff.set', { year, rows: [p.row({ id: 'mine' })] });
    await p.ask('staff.set', { year, rows: [{ id, provider: 'centre', position: 'Кухар' }] });
    await p.ask('staff.set', { year, rows: [{ id, provider: 'centre', posts: 2 }] });
    expect((await p.ask('staff.view', { year })).rows).toMatchObject([{ id, position: 'Кухар', posts: 2 }]);
    await p.ask('year.add', { year: year + 1, from: year });
    await p.refuse('input.unknownId', 'staff.set', { year: year + 1, rows: [p.row({ id })] });
    await p.refuse('staff.nameless', 'staff.setWork', { ...at, lines: [{ activity: id, minutes: 5 }] });
    await p.ask('staff.setWork', { ...at, lines: [{ activity: id, name: 'Інша робота', volume: 10 }] });
    await p.ask('staff.setWork', { ...at, lines: [{ activity: id, minutes: 5 }] });
    expect((await p.ask('staffWork.view', at)).activities.find(({ activity }) => activity === id)).toMatchObject({ name: 'Інша робота', volume: 10, minutes: 5 });
  });
  test('stands beside the figures of posts and replaces them only when asked, in one step', async () => {
    const p = await plan();
    await p.ask('figures.set', { cells: [p.figure('posts', 10), p.figure('postsFilled', 6)] });
    await p.ask('staff.set', { year, rows: [p.row({ source: 'розпис', asOf: '2027-01-01' }), p.row({ category: 'head', position: 'Завідувач', posts: 1, filled: 1, source: 'розпис', asOf: '2027-01-01' })] });
    const sum = async () => (await p.ask('staff.view', { year })).sums[0];
    expect(await sum()).toMatchObject({ posts: 9, filled: 7.5, state: 'differs', figurePosts: { value: 10 }, figureFilled: { value: 6 } });
    const issue = async () => (await p.ask('checks.view', { year })).issues.find((each) => each.rule === 'staffNotFigures');
    expect((await issue())?.text.params).toMatchObject({ posts: 9, filled: 7.5, figurePosts: 10, figureFilled: 6 });
    await p.refuse('input.unknownId', 'staff.toFigures', { year, pairs: [{ provider: 'centre', service: 's015.3' }] });
    await p.ask('staff.toFigures', { year, pairs: [{ provider: 'centre', service: home }] });
    expect(await sum()).toMatchObject({ state: 'same', figurePosts: { value: 9, source: 'розпис', asOf: '2027-01-01' }, figureFilled: { value: 7.5 } });
    expect(await issue()).toBeUndefined();
    await p.ask('history.undo');
    expect(await sum()).toMatchObject({ state: 'differs', figurePosts: { value: 10 } });
  });
  test('is carried over to a new year and counts once confirmed', async () => {
    const p = await plan();
    await p.ask('staff.set', { year, rows: [p.row({ posts: 3, filled: 4 }), p.row({ under35: 1, age35: 1, age50: 1, age60: 1, profile: 1, higher: 0, vocational: 0, untrained: 0 })] });
    expect((await p.ask('checks.view', { year })).issues.map(({ rule }) => rule)).toEqual(expect.arrayContaining(['staffOverfilled', 'staffSplit']));
    await p.ask('staff.setWork', { ...at, lines: [{ activity: 'visit_g34', recipients: 60, minutes: 60 }] });
    await p.ask('year.add', { year: 2028, from: year });
    const next = await p.ask('staff.view', { year: 2028 });
    expect([next.carried, next.total.posts, next.rows.length]).toEqual([2, null, 2]);
    expect((await p.ask('staffWork.view', { ...at, year: 2028 })).activities.find(({ activity }) => activity === 'visit_g34')?.recipients).toBe(60);
    await p.ask('staff.confirm', { year: 2028 });
    expect((await p.ask('staff.view', { year: 2028 })).total.posts).toBe(11);
    expect((await p.ask('staff.view', { year })).rows).toHaveLength(2);
  });
  test('goes with its provider, its service and its settlement, and comes back with them', async () => {
    const p = await plan();
    await p.ask('staff.set', { year, rows: [p.row()] });
    await p.ask('staff.setWork', { ...at, lines: [{ name: 'Інша робота', volume: 10, minutes: 5 }] });
    await p.ask('staff.setShare', { ...at, support: 0.3, individual: 600 });
    await p.ask('travel.own', { ways: [{ origin: 'v1', destination: 'v2', minutes: 25 }] });
    await p.ask('provider.update', { id: 'centre', services: ['s015.3'] });
    expect((await p.ask('staff.view', { year })).rows.map(({ service }) => service)).toEqual(['']);
    await p.ask('history.undo');
    await p.ask('territory.remove', { id: 'v2' });
    await p.ask('provider.remove', { id: 'centre' });
    expect((await p.ask('staff.view', { year })).rows).toEqual([]);
    await p.ask('history.undo');
    await p.ask('history.undo');
    expect(byId((await p.ask('staffWork.view', at)).activities.map((each) => ({ ...each, id: each.name || each.activity })), 'Інша робота').volume).toBe(10);
    expect((await p.ask('staffWork.view', at)).support).toBe(0.3);
    expect(p.log).toEqual([]);
  });
});

describe('posts by norm, by workload and as they are', () => {
  test('say what is missing instead of counting with nothing', async () => {
    const p = await plan();
    await p.ask('staff.set', { year, rows: [p.row()] });
    const row = await p.compared();
    expect([row?.norm.state, row?.workload.state, row?.difference.state, row?.actual.value]).toEqual(['unknown', 'unknown', 'unknown', 6.5]);
    expect(row?.reasons.map(({ key }) => key.split('.').at(-1))).toEqual(expect.arrayContaining(['noServed', 'noWork', 'vacant']));
    await p.ask('staff.setWork', { ...at, lines: [{ activity: 'visit_g34', recipients: 60 }] });
    expect((await p.compared())?.reasons.map(({ key }) => key)).toContain('staff.reason.incomplete');
    await p.refuse('input.unknownId', 'staff.setWork', { ...at, lines: [{ activity: 'none', volume: 1 }] });
    await p.refuse('staff.nameless', 'staff.setWork', { ...at, lines: [{ volume: 1 }] });
    await p.refuse('input.unknownId', 'staff.removeWork', { year, provider: 'centre', service: home, activity: 'shop' });
  });
  test('a norm without a value asks for a local one with its decision', async () => {
    const p = await plan();
    await p.ask('provider.add', { id: 'css', name: 'ЦСС', kind: 'css', sector: 'municipal', services: ['s010.1'] });
    await p.ask('figures.set', { cells: [{ key: p.key('served', { service: 's010.1', provider: 'css' }), patch: { value: 60, counted: 'family' } }] });
    const row = async () => (await p.ask('staffCompare.view', { year })).rows.find((each) => each.provider === 'css');
    expect(await row()).toMatchObject({ askNorm: 'social_support_caseload', norm: { state: 'unknown', value: null } });
    await p.ask('norm.setLocal', { norm: 'social_support_caseload', value: 20, decision: 'рішення № 7 від 01.02.2027' });
    expect(await row()).toMatchObject({ askNorm: '', norm: { value: 3 } });
  });
  test('the only provider of a service has the figures of the community while it has none of its own', async () => {
    const p = await plan();
    await p.ask('figures.set', { cells: [{ key: p.key('served', { service: home }), patch: { value: 54 } }, { key: p.key('postsFilled', { service: home }), patch: { value: 7 } }] });
    const row = await p.compared();
    expect([row?.served.value, row?.norm.low, row?.actual.value]).toEqual([54, 5.4, 7]);
    expect(row?.served.ref).toMatchObject({ key: { provider: '' } });
    await p.ask('provider.add', { id: 'ngo', name: 'ГО', kind: 'ngo', sector: 'non_state', services: [home] });
    expect(await p.compared()).toBeUndefined();
  });
  test('travel by settlement counts: entered minutes win over the estimate, more of them need more posts', async () => {
    const p = await plan();
    const { territories } = await p.ask('community.view', { year });
    expect(territories.length).toBeGreaterThan(2);
    await p.ask('figures.set', { cells: [p.figure('served', 60), ...([['v1', 45], ['v2', 15]] as const).map(([territory, value]) => ({ key: p.key('served', { service: home, territory }), patch: { value } }))] });
    await p.ask('staff.setWork', { ...at, lines: [{ activity: 'visit_g34', recipients: 60, minutes: 60 }] });
    const work = async () => p.ask('staffWork.view', at);
    const required = async () => (await p.compared())?.workload.value ?? 0;
    // v2 has no coordinates: its way is not known, so the mean is that of v1, inside the settlement.
    expect((await work()).ways.map(({ from, minutes }) => [from, minutes])).toEqual([['inside', 10], ['unknown', null]]);
    const before = await required();
    expect(before).toBeCloseTo((60 * 104 * (60 + 10)) / 60 / 1864 / 0.85, 9);
    await p.ask('travel.own', { ways: [{ origin: 'v2', destination: 'v1', minutes: 40 }] });
    // Most live near: (45 × 10 + 15 × 40) / 60.
    expect(await required()).toBeCloseTo((60 * 104 * (60 + 17.5)) / 60 / 1864 / 0.85, 9);
    // Entered once, a correction counts in reach and in the workload, with its reason; a bus keeps its own times.
    await p.ask('travel.set', { origin: 'v1', destination: 'v2', mode: 'car', how: 'set', minutes: 70, reason: 'міст зруйновано' });
    expect((await work()).ways[1]).toMatchObject({ from: 'correction', minutes: 70, before: 40, note: 'міст зруйновано' });
    expect(byId((await p.ask('reach.view', { year, target: 'centre' })).rows, 'v2').minutes.value).toBe(70);
    expect(await required()).toBeCloseTo((60 * 104 * (60 + 25)) / 60 / 1864 / 0.85, 9);
    expect((await p.compared())?.reasons).toContainEqual({ key: 'staff.reason.correctionBefore', params: { name: { uk: 'v2', en: 'v2' }, reason: 'міст зруйновано', minutes: 70, before: 40 } });
    await p.ask('staff.setShare', { ...at, mode: 'bus' });
    expect((await work()).ways[1]).toMatchObject({ from: 'unknown', why: 'busUnknown' });
    await p.ask('staff.setParameters', { values: [{ parameter: 'time.leave', category: 'social_worker', value: 24 }, { parameter: 'travel.legs', value: 0 }] });
    expect(await required()).toBeCloseTo((60 * 104) / ((260 - 24 - 10) * 8) / 0.85, 9);
    await p.ask('staff.setShare', { ...at, support: 0 });
    expect(await required()).toBeCloseTo((60 * 104) / 1808, 9);
    await p.refuse('staff.parameter', 'staff.setParameters', { values: [{ parameter: 'time.leave', value: 500 }] });
    await p.refuse('input.unknownId', 'staff.setParameters', { values: [{ parameter: 'travel.legs', category: 'social_worker', value: 1 }] });
    await p.refuse('input.unknownId', 'travel.own', { ways: [{ origin: 'v1', destination: 'nowhere', minutes: 5 }] });
  });

  // Published: real communities by their own reports (bobrovycka-gromada.gov.ua/news/1625470204; yu.mk.ua/print/news/32176; job.gorod.dp.ua/news/221240).
  test.each([
    ['Бобровицька громада, 2021: 11,2 на робітника', 112, 10, 11.2, 'village', 112 / 6], ['Южноукраїнськ, 2020: 132 особи, 9–10 на робітника', 132, 13.75, 9.6, 'town', 13.2], ['Дніпро, Таромське, 2025: 250 осіб, 16 працівників', 250, 16, 15.625, 'town', 25],
  ] as const)('%s', async (_, served, filled, load, kind, posts) => {
    const p = await plan();
    await p.ask('figures.set', { cells: [p.figure('served', served), { key: p.key('populationUrban'), patch: { value: kind === 'village' ? 0 : 30_000 } }, ...(kind === 'town' ? [{ key: p.key('loadPerPost', { service: home }), patch: { value: 10 } }] : [])] });
    await p.ask('staff.set', { year, rows: [p.row({ posts: filled, filled })] });
    const row = await p.compared();
    expect(row?.norm.value).toBeCloseTo(posts, 9);
    const reason = row?.reasons.find(({ key }) => key.startsWith('staff.reason.load'));
    expect(reason?.params['load']).toBeCloseTo(load, 9);
    expect(reason?.key).toBe(load > served / posts ? 'staff.reason.loadAbove' : 'staff.reason.load');
  });
});

describe('a staffing table from a file', () => {
  const csv = (text: string) => ({ year, name: 'розпис.csv', base64: Buffer.from(text).toString('base64') });
  // The usual form of a staffing table: units as lines of their own, sums, a column of names nobody asked for.
  const FORM = `Штатний розпис на 2027 рік;;;;;
№;Назва структурного підрозділу та посад;Кількість штатних посад;Вакантні;Посадовий оклад (грн.);ПІБ
1;2;3;4;5;6
;Територіальний центр;;;;
1;Директор;1;0;19 500,50;Іваненко Марія Петрівна
2;Соціальний робітник;8;1,5;11 200;Петренко Олена Іванівна
3;Сестра медична;0,3;0;13 100;Шевченко Оксана Ігорівна
4;Водій;два;;11 800;Коваль Іван Петрович
5;Бондаренко Іван Петрович;1;0;9 000;
;Усього;12;1,5;;
;Відділення, якого немає;;;;
6;Кухар;1;0;9 000;Ткаченко Ганна Василівна`;
  test('is read with units, vacancies and pay; persons and what is no number are not taken; nothing is stored before it is taken', async () => {
    const p = await plan();
    await p.ask('staff.set', { year, rows: [p.row({ posts: 6, filled: 6, payKop: 1_000_000, under35: 1 })] });
    const read = await p.ask('staff.read', csv(FORM));
    const short = read.rows.map(({ line, category, service, posts, filled, payKop, why, does }) => [line, category, service, posts, filled, payKop, why, does]);
    expect(short).toEqual([
      [5, 'head', '', 1, 1, 1_950_050, null, 'new'], [6, 'social_worker', home, 8, 6.5, 1_120_000, null, 'change'], [7, 'nurse', '', null, null, 1_310_000, 'posts', 'new'],
      [8, 'driver', '', null, null, 1_180_000, 'posts', 'new'], [9, 'other', '', 1, 1, 900_000, 'person', 'new'], [12, 'technical', '', 1, 1, 900_000, 'provider', 'new'],
    ]);
    expect([read.personal, read.totals]).toEqual([2, 2]);
    expect(JSON.stringify(read)).not.toMatch(/Іваненко|Бондаренко|Ткаченко/u);
    expect((await p.ask('staff.view', { year })).rows).toHaveLength(1);
    // Rows without a known unit go where somebody says; what stands there already is not taken twice.
    expect((await p.ask('staff.read', { ...csv(FORM), unit: 'centre' })).rows.at(-1)).toMatchObject({ why: null, provider: 'centre' });
    await p.ask('staff.set', { year, rows: read.rows.filter((row) => row.why === null).map(({ id, provider, service, category, position, posts, filled, payKop }) => ({ ...(id === '' ? {} : { id }), provider, service, category, position, posts, filled, payKop })) });
    expect((await p.ask('staff.view', { year })).rows.map(({ position, posts, filled, under35 }) => [position, posts, filled, under35])).toEqual([['Соціальний робітник', 8, 6.5, 1], ['Директор', 1, 1, null]]);
    expect((await p.ask('staff.read', csv(FORM))).rows.slice(0, 2).map(({ does }) => does)).toEqual(['same', 'same']);
  });
  test('a name or a phone in a note, a source, a unit or a wrong cell is not shown and not kept', async () => {
    const p = await plan();
    const read = await p.ask('staff.read', { ...csv('Посада;Ставок;Джерело;Примітка;Підрозділ\nВодій;1;Ткаченко Г. В.;замінює Бондаренко Іван;Територіальний центр\nКухар;Шевченко О. І.;;тел. 067 123 45 67;\nПсихолог 0671234567;1;розпис;декрет;Відділ Коваль Іван'), unit: 'centre' });
    expect(read.rows.map(({ position, source, note, unitText, why, text }) => [position, source, note, unitText, why, text])).toEqual([['Водій', '', '', 'Територіальний центр', null, ''], ['Кухар', '', '', '', 'posts', ''], ['', 'розпис', 'декрет', '', 'person', '']]);
  });
  test('is refused when it is no staffing table, damaged or hostile, and says so', async () => {
    const p = await plan();
    await p.refuse('staff.noTable', 'staff.read', csv('Послуга;Отримує\nДогляд вдома;15'));
    await p.refuse('staff.noTable', 'staff.read', csv('Посада;Ставок'));
    await p.refuse('import.damaged', 'staff.read', { year, name: 'розпис.xlsx', base64: Buffer.from('PK\u0003\u0004 не книга').toString('base64') });
    await p.refuse('import.empty', 'staff.read', csv(''));
    await p.refuse('input.unknownId', 'staff.read', { ...csv(FORM), unit: 'nobody' });
    const { rows } = await p.ask('staff.read', { ...csv('Посада;Ставок;Оклад;до 35\nВодій;1000000;9000;1\nКухар;1;99999999999;1\nСторож;1;9000;1000000'), unit: 'centre' });
    expect(rows.map(({ why }) => why)).toEqual(['posts', 'pay', 'counts']);
    await p.refuse('import.tooLarge', 'staff.read', csv(`Посада;Ставок\n${'Водій;1\n'.repeat(2001)}`));
  });
});

test('the paper holds the three numbers with reasons, vacancies and risks as the pages have them; every reason has its words', async () => {
  const p = program();
  await p.sample('training');
  const text = textIn(parts(Buffer.from((await p.ask('staff.file', { year, language: 'uk' })).base64, 'base64')).get('word/document.xml') ?? '');
  for (const { vacant } of (await p.ask('staffRisks.view', { year })).vacancies) expect(text).toContain(String(vacant).replace('.', ','));
  expect(text).toContain('Єдина зайнята ставка');
  const staffLocale = JSON.parse(readFileSync(join(root, 'src-renderer/i18n/locales/uk/staff.json'), 'utf8')) as Record<'reason' | 'point', object>;
  for (const words of [STAFF_WORDS.uk, STAFF_WORDS.en]) for (const kind of ['reason', 'point'] as const) for (const id of Object.keys(staffLocale[kind])) expect(words[kind], `${kind} ${id}`).toHaveProperty(id.replace(/_(one|few|many|other)$/u, ''));
});

describe('ages and single points', () => {
  test('one worker, one vehicle, no generator: the most people first; not known is not zero', async () => {
    const p = await plan();
    await p.ask('figures.set', { cells: [p.figure('served', 40), p.figure('served', 25, 's015.3'), p.figure('vehicles', 1)] });
    await p.ask('staff.set', { year, rows: [p.row({ posts: 1, filled: 1, under35: 0, age35: 0, age50: 0, age60: 1 }), p.row({ service: 's015.3', category: 'nurse', position: 'Сестра медична', posts: 2, filled: 2 })] });
    await p.ask('facility.put', { id: 'house', provider: 'centre', name: 'Будинок', generator: 'no' });
    const { points, cliff, vacancies } = await p.ask('staffRisks.view', { year });
    expect(points.map(({ kind, atRisk }) => [kind, atRisk.low, atRisk.high])).toEqual([['power', 40, 65], ['staff', 40, 40], ['vehicle', 40, 40]]);
    expect(vacancies).toEqual([]);
    const worker = cliff.find(({ category }) => category === 'social_worker');
    expect(worker?.left.map(({ low, value, high }) => [low, value, high]).slice(0, 6)).toEqual([[1, 1, 1], [0, 0.4, 1], [0, 0.3, 1], [0, 0.2, 1], [0, expect.closeTo(0.1, 9), 1], [0, 0, 0]]);
    expect(cliff.find(({ category }) => category === 'nurse')?.left[0]).toMatchObject({ state: 'unknown', value: null });
    await p.ask('facility.put', { id: 'house', provider: 'centre', name: 'Будинок', generator: 'yes' });
    expect((await p.ask('staffRisks.view', { year })).points.map(({ kind }) => kind)).toEqual(['staff', 'vehicle']);
  });
});

test('every number of the training plan’s staff explains itself as it is shown, and every sentence has its text', async () => {
  const p = program();
  await p.ask('plan.sample', { sample: 'training' });
  const views = [await p.ask('staffCompare.view', { year }), await p.ask('staffRisks.view', { year }), await p.ask('staffWork.view', { year, provider: 'u-home', service: home, category: 'social_worker' }), await p.ask('staff.view', { year })];
  const texts = new Set<string>();
  let numbers = 0;
  for (const [, object] of objectsIn(views)) {
    const num = object as unknown as Num & { readonly ref: TraceRef | null };
    if (!('state' in object) || !('missing' in object) || num.ref?.kind !== 'staff') continue;
    const trace = await p.ask('trace.get', { ref: num.ref });
    numbers += 1;
    expect([trace.num.state, trace.num.value], JSON.stringify(num.ref)).toEqual([num.state, num.value]);
    for (const sentence of sentencesIn(trace)) for (const text of missingTexts(sentence)) texts.add(text);
  }
  for (const sentence of sentencesIn(views)) for (const text of missingTexts(sentence)) texts.add(text);
  expect(numbers).toBeGreaterThan(30);
  expect([...texts]).toEqual([]);
  expect(p.log).toEqual([]);
});
