import { describe, expect, test } from 'vitest';
import { accessibilityView } from '../../src-main/usecases/accessibilityView.ts';
import { entranceOf } from '../../src-main/usecases/entrance.ts';
import type { PlanModel } from '../../src-main/usecases/model.ts';
import { parts, textIn } from '../documents/read.ts';
import { byId, manualPlan } from './helper.ts';

const year = 2027;
const start = async () => {
  const p = await manualPlan();
  await p.ask('provider.add', { id: 'centre', name: 'Територіальний центр', kind: 'territorial_centre', sector: 'municipal', services: ['s015.1', 's015.3'] });
  await p.ask('facility.put', { id: 'house', provider: 'centre', name: 'Будинок', territory: 'v1' });
  const { id } = await p.ask('audit.put', { facility: 'house', day: '2027-02-01', role: 'комісія з доступності' });
  const view = () => p.ask('accessibility.view', { year, audit: id });
  const all = (await view()).checklist?.items ?? [];
  const say = (answers: Readonly<Record<string, 'yes' | 'no' | 'na'>>, rest: 'yes' | 'na' | null = null) => p.ask('audit.answers.set', { audit: id, answers: all.flatMap(({ id: item }) => { const answer = answers[item] ?? rest; return answer === null ? [] : [{ item, answer }]; }) });
  const answer = async (item: string) => { const found = (await view()).audit?.answers.find((each) => each.item === item); if (!found) throw new Error(item); return found; };
  return { ...p, id, view, say, answer, all };
};

describe('what is wrong is refused, and nothing changes', () => {
  test('ids that are not there, days to come, a day twice, names of persons, impossible values', async () => {
    const p = await start();
    const before = await p.view();
    await p.refuse('input.unknownId', 'audit.put', { facility: 'nowhere', day: '2027-01-01' });
    await p.refuse('input.unknownId', 'audit.put', { id: 'none', facility: 'house', day: '2027-01-01' });
    await p.refuse('input.unknownId', 'audit.put', { facility: 'house', day: '2027-01-01', copy: 'none' });
    await p.refuse('cycle.future', 'audit.put', { facility: 'house', day: '2027-12-01' });
    await p.refuse('audit.exists', 'audit.put', { facility: 'house', day: '2027-02-01' });
    await p.refuse('cycle.person', 'audit.put', { facility: 'house', day: '2027-01-01', role: 'Коваленко Олена Петрівна' });
    await p.refuse('input.unknownId', 'audit.answers.set', { audit: 'none', answers: [{ item: 'door_width', answer: 'yes' }] });
    await p.refuse('input.unknownId', 'audit.answers.set', { audit: p.id, answers: [{ item: '__proto__', answer: 'yes' }] });
    await p.refuse('input.unknownId', 'audit.answers.set', { audit: p.id, answers: [{ item: 'door_width', measured: [0.9, 1] }] });
    await p.refuse('input.invalid', 'audit.answers.set', { audit: p.id, answers: [{ item: 'door_width', measured: [1e9] }] });
    await p.refuse('input.invalid', 'audit.answers.set', { audit: p.id, answers: [{ item: 'door_width', measured: [-1] }] });
    await p.refuse('input.unknownId', 'audit.fix.put', { audit: p.id, name: 'Пандус', items: ['none'] });
    await p.refuse('input.unknownId', 'audit.fix.put', { audit: p.id, id: 'none', name: 'Пандус' });
    await p.refuse('input.invalid', 'audit.fix.put', { audit: p.id, name: ' \u200B ' });
    await p.refuse('input.invalid', 'audit.fix.put', { audit: p.id, name: 'Пандус', costKop: 0.5 });
    await p.refuse('input.unknownId', 'audit.fix.remove', { id: 'none' });
    await p.refuse('input.unknownId', 'audit.remove', { id: 'none' });
    await p.refuse('input.unknownId', 'accessibility.rule', { critical: ['none'] });
    await p.refuse('audit.rule', 'accessibility.rule', { freeShare: 0.5, partialShare: 0.6 });
    await p.refuse('input.unknownId', 'accessibility.document', { year, kind: 'act', audit: 'none', language: 'uk' });
    await p.refuse('input.unknownId', 'accessibility.document', { year, kind: 'blank', facility: 'none', language: 'uk' });
    expect(await p.view()).toEqual(before);
    expect(p.log).toEqual([]);
  });
  test('words stay words: markup and control signs are neither run nor kept', async () => {
    const p = await start();
    const nasty = '<img src=x onerror=alert(1)>\u202E\u0000\'); DROP TABLE audit; --';
    await p.ask('audit.answers.set', { audit: p.id, answers: [{ item: 'door_width', note: nasty }] });
    expect((await p.answer('door_width')).note).toBe("<img src=x onerror=alert(1)> '); DROP TABLE audit; --");
    const file = await p.ask('accessibility.document', { year, kind: 'act', audit: p.id, language: 'uk' });
    expect([file.name, file.base64.length > 5000]).toEqual(['АКТ обстеження доступності Будинок 2027-02-01.docx', true]);
  });
});

describe('an audit', () => {
  test('not answered is not «no»: nothing is finished, and only what is certain is said', async () => {
    const p = await start();
    const [empty] = (await p.view()).audits;
    expect(empty).toMatchObject({ entrance: '', result: { yes: 0, no: 0, open: 55, score: null, status: null, best: 'free', worst: 'barrier' } });
    await p.say({ door_width: 'no' });
    const failed = await p.view();
    expect(failed.audits[0]).toMatchObject({ entrance: 'no', result: { status: null, best: 'barrier', worst: 'barrier', criticalNo: ['door_width'] } });
    expect([byId(failed.facilities, 'house').entrance, failed.out]).toEqual(['no', { facilities: 1, served: null, unknown: 1 }]);
  });
  test('the entrance is open as soon as nothing can shut it, whatever is asked inside', async () => {
    const p = await start();
    await p.say({ entrance_step_free: 'yes', door_width: 'yes', ramp_slope: 'na', ramp_width1: 'na' });
    expect((await p.view()).audits[0]).toMatchObject({ entrance: 'yes', result: { status: null } });
  });
  test('the measurement decides, exactly at the bound passes, a contradiction is marked', async () => {
    const p = await start();
    const set = (item: string, answer: '' | 'yes' | 'no' | 'na', measured: (number | null)[]) => p.ask('audit.answers.set', { audit: p.id, answers: [{ item, answer, measured }] });
    const counts = async (item: string) => { const { counts: of, conflict, measuredDecides } = await p.answer(item); return [of, measuredDecides, conflict]; };
    await set('door_width', '', [0.9]);
    expect(await counts('door_width')).toEqual(['yes', true, false]);
    await set('door_width', 'yes', [0.89]);
    expect(await counts('door_width')).toEqual(['no', true, true]);
    await set('wc_size', 'yes', [1.65, null]);
    expect(await counts('wc_size')).toEqual(['yes', false, false]);
    await set('wc_size', '', [1.65, 1.79]);
    expect(await counts('wc_size')).toEqual(['no', true, false]);
    await set('lift_cabin', 'na', [1.1, 1.4, 0.9]);
    expect(await counts('lift_cabin')).toEqual(['yes', true, true]);
    // The question asks more than the slope: a good slope alone does not answer it.
    await set('curb_ramp', 'no', [5]);
    expect(await counts('curb_ramp')).toEqual(['no', false, false]);
    await set('curb_ramp', 'yes', [8.1]);
    expect(await counts('curb_ramp')).toEqual(['no', true, true]);
    await set('door_width', '', []);
    expect(await counts('door_width')).toEqual(['', false, false]);
  });
  test('is finished: status, share and rule; the rule can be changed and given back', async () => {
    const p = await start();
    await p.say({ web: 'no', braille: 'no', lift: 'na', lift_cabin: 'na' }, 'yes');
    expect((await p.view()).audits[0]?.result).toMatchObject({ yes: 51, no: 2, na: 2, open: 0, status: 'partial', score: 51 / 53 });
    await p.ask('accessibility.rule', { freeShare: 0.95 });
    expect((await p.view()).audits[0]?.result.status).toBe('free');
    await p.ask('accessibility.rule', { critical: ['web'] });
    expect((await p.view()).audits[0]?.result).toMatchObject({ status: 'barrier', criticalNo: ['web'] });
    await p.ask('accessibility.rule', { reset: true });
    const after = await p.view();
    expect([after.rule.own, after.audits[0]?.result.status, after.rule.critical.length]).toEqual([false, 'partial', 6]);
  });
  test('nothing that applies gives no result', async () => {
    const p = await start();
    await p.say({}, 'na');
    expect((await p.view()).audits[0]).toMatchObject({ entrance: '', result: { open: 0, status: null, score: null } });
  });
  test('the cheapest way: one fix may mend several criteria, the entrance comes first, unknown costs are said', async () => {
    const p = await start();
    // Home care does not bring people into the building, day care does.
    await p.ask('figures.set', { cells: [{ key: p.key('served', { service: 's015.1', provider: 'centre' }), patch: { value: 300 } }, { key: p.key('served', { service: 's015.3', provider: 'centre' }), patch: { value: 40 } }] });
    await p.say({ ramp_slope: 'no', ramp_width1: 'no', wc_exists: 'no', wc_rails: 'no', braille: 'no', web: 'no' }, 'yes');
    const fix = (name: string, costKop: number | null, items: string[], people: number | null = null) => p.ask('audit.fix.put', { audit: p.id, name, costKop, items, people });
    await fix('Новий пандус', 180_000_00, ['ramp_slope', 'ramp_width1']);
    await fix('Вбиральня', 250_000_00, ['wc_exists', 'wc_rails'], 25);
    await fix('Таблички Брайля', 12_000_00, ['braille']);
    const { audit } = await p.view();
    expect(audit?.fixes.map((each) => [each.name, each.people, each.peopleFrom, each.costPerPersonKop, each.after])).toEqual([
      ['Новий пандус', 40, 'served', 4_500_00, { status: 'barrier', entrance: 'yes' }],
      ['Вбиральня', 25, 'entered', 10_000_00, { status: 'partial', entrance: 'yes' }],
      ['Таблички Брайля', 40, 'served', 300_00, { status: 'partial', entrance: 'yes' }],
    ]);
    expect(audit?.bare).toEqual(['web']);
    expect(audit?.plans.map((plan) => [plan.target, plan.costKop, plan.bare, plan.unknown, plan.fixes.length])).toEqual([
      ['entrance', 180_000_00, [], 0, 1], ['partial', 430_000_00, [], 0, 2], ['free', 442_000_00, ['web'], 1, 3],
    ]);
    // A criterion has one fix: it leaves the other.
    await fix('Сайт і таблички', 20_000_00, ['braille', 'web']);
    const after = (await p.view()).audit;
    expect(after?.fixes.map((each) => [each.name, each.items])).toContainEqual(['Таблички Брайля', []]);
    expect(after?.plans.at(-1)).toMatchObject({ target: 'free', costKop: 450_000_00, unknown: 0, bare: [] });
    await p.ask('history.undo');
    expect((await p.view()).audit?.bare).toEqual(['web']);
  });
  test('is one of several over time: what changed, and which one counts in which year', async () => {
    const p = await start();
    await p.say({ door_width: 'no' }, 'yes');
    const { id } = await p.ask('audit.put', { facility: 'house', day: '2027-03-01', copy: p.id });
    await p.ask('audit.answers.set', { audit: id, answers: [{ item: 'door_width', answer: 'yes' }] });
    const view = await p.ask('accessibility.view', { year, audit: id });
    expect(view.audit?.answers.filter((answer) => answer.was !== answer.counts).map((answer) => [answer.item, answer.was, answer.counts])).toEqual([['door_width', 'no', 'yes']]);
    expect([view.audit?.previous?.day, byId(view.facilities, 'house')]).toMatchObject(['2027-02-01', { entrance: 'yes', latest: id, audits: 2 }]);
    expect(byId((await p.ask('accessibility.view', { year })).facilities, 'house').latest).toBe(id);
    await p.ask('audit.put', { id, facility: 'house', day: '2027-01-05' });
    expect(byId((await p.view()).facilities, 'house')).toMatchObject({ entrance: 'no', latest: p.id });
  });
  test('goes with its facility, and comes back whole', async () => {
    const p = await start();
    await p.say({ door_width: 'no' });
    await p.ask('audit.fix.put', { audit: p.id, name: 'Двері', costKop: 30_000_00, items: ['door_width'] });
    const before = await p.view();
    await p.ask('facility.remove', { id: 'house' });
    expect((await p.view()).audits).toEqual([]);
    await p.ask('history.undo');
    expect(await p.view()).toEqual(before);
    await p.ask('audit.remove', { id: p.id });
    await p.ask('history.undo');
    expect(await p.view()).toEqual(before);
  });
});

test('people who come explain themselves; the act for publication leaves notes and small counts out and refuses words that read like persons', async () => {
  const p = await start();
  await p.ask('figures.set', { cells: [{ key: p.key('served', { service: 's015.3', provider: 'centre' }), patch: { value: 3, source: 'облік' } }, { key: p.key('served', { service: 's015.1', provider: 'centre' }), patch: { value: 90, source: 'облік' } }] });
  await p.say({ door_width: 'no' }, 'yes');
  await p.ask('audit.answers.set', { audit: p.id, answers: [{ item: 'door_width', note: 'службова примітка' }] });
  await p.ask('audit.fix.put', { audit: p.id, name: 'Розширити двері', costKop: 1_000_000, items: ['door_width'] });
  const { facilities } = await p.view();
  const comes = facilities[0]?.comes;
  // Home care is given at home: only the day care brings people to the building.
  expect([comes?.value, facilities[0]?.comes.value]).toEqual([3, 3]);
  const trace = await p.ask('trace.get', { ref: comes?.ref as NonNullable<typeof comes>['ref'] & object });
  expect([trace.num.value, trace.inputs.map((each) => [each.num.value, each.source])]).toEqual([3, [[3, 'облік']]]);
  const act = async (edition: 'service' | 'public') => textIn(parts(Buffer.from((await p.ask('accessibility.document', { year, kind: 'act', audit: p.id, edition, language: 'uk' })).base64, 'base64')).get('word/document.xml') ?? '');
  const [own, open] = [await act('service'), await act('public')];
  expect([own.includes('службова примітка'), open.includes('службова примітка'), open.split('менше 5').length - own.split('менше 5').length, open.includes('Редакція для оприлюднення')]).toEqual([true, false, 1, true]);
  await p.ask('audit.fix.put', { audit: p.id, name: 'Пандус, Коваленко Олена Петрівна', items: [], notAPerson: true });
  await p.refuse('audit.publicWords', 'accessibility.document', { year, kind: 'act', audit: p.id, edition: 'public', language: 'uk' });
});

test('with a reference book that has no checklist yet nothing is known of an entrance, and nothing is said to be «no»', () => {
  const audit = { id: 'a', facility: 'house', day: '2027-01-01', role: '', note: '', answers: [{ item: 'door_width', answer: 'no', measured: [], note: '' }], fixes: [] };
  const model = { year, book: {}, audits: [audit], facilities: [{ id: 'house', name: 'Будинок', provider: '', territory: '' }], providers: [], groups: [], territory: () => undefined } as unknown as PlanModel;
  expect([entranceOf(model, 'house'), accessibilityView(model, 'a', '2027-03-02')]).toMatchObject(['', { checklist: null, audit: null, facilities: [{ entrance: '', latest: 'a' }] }]);
});
