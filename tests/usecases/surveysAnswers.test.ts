import { describe, expect, test } from 'vitest';
import { byId } from './helper.ts';
import { paste, scope, SERVICE, set, started, type Started } from './surveysPlan.ts';

describe('answers one by one', () => {
  test('are listed without a word of who or when, opened, corrected and removed; each change is one step back', async () => {
    const p = await started();
    const add = (answers: Record<string, string | string[]>) => p.ask('surveys.answer.add', { survey: p.id, answers });
    const first = await add({ [p.q.sex]: 'female', [p.q.open]: 'Лікар' });
    await add({ [p.q.sex]: 'male', [p.q.open]: 'Автобус' });
    const list = async () => (await p.ask('surveys.answers.view', { survey: p.id })).rows;
    expect((await list()).map((row) => [row.n, Object.keys(row).toSorted()])).toEqual([[1, ['answers', 'id', 'n']], [2, ['answers', 'id', 'n']]]);
    expect((await p.ask('surveys.answers.view', { survey: p.id, from: 1, limit: 1 })).rows.map((row) => row.n)).toEqual([2]);
    const one = async () => (await p.ask('surveys.answers.view', { survey: p.id, answer: first.id })).rows[0]!.answers;
    const { id: theme } = await p.ask('surveys.theme.put', { survey: p.id, question: p.q.open, name: 'Лікар' });
    await p.ask('surveys.code', { survey: p.id, question: p.q.open, answer: first.id, theme, on: true });
    // The theme stays on a corrected open answer, and goes with an answer that is taken out.
    const said = await p.ask('surveys.answer.set', { survey: p.id, id: first.id, answers: { [p.q.sex]: 'male', [p.q.open]: 'Сімейний лікар, 067 123 45 67' } });
    expect([said.hidden, await one()]).toEqual([1, { [p.q.sex]: 'male', [p.q.open]: 'Сімейний лікар, […]' }]);
    expect((await p.ask('surveys.open.view', { survey: p.id })).coded).toBe(1);
    await p.ask('surveys.answer.set', { survey: p.id, id: first.id, answers: { [p.q.sex]: 'male' } });
    expect((await p.ask('surveys.open.view', { survey: p.id })).themes.map((each) => each.count)).toEqual([0]);
    await p.ask('history.undo');
    expect((await p.ask('surveys.open.view', { survey: p.id })).coded).toBe(1);
    await p.ask('surveys.answer.remove', { survey: p.id, id: first.id });
    expect((await list()).map((row) => row.answers[p.q.open])).toEqual(['Автобус']);
    await p.ask('history.undo');
    expect(await list()).toHaveLength(2);
  });
  test('a correction is refused as a new answer is, and keeps what was said to a question that is no longer asked', async () => {
    const p = await started();
    const { id } = await p.ask('surveys.answer.add', { survey: p.id, answers: { [p.q.sex]: 'female', [p.q.open]: 'Лікар' } });
    const wrong = await p.refuse('survey.answer', 'surveys.answer.set', { survey: p.id, id, answers: { [p.q.sex]: 'robot' } });
    expect(wrong.details['question']).toBe('Ваша стать');
    await p.refuse('survey.nothing', 'surveys.answer.set', { survey: p.id, id, answers: {} });
    await p.refuse('input.unknownId', 'surveys.answer.set', { survey: p.id, id: 'немає', answers: { [p.q.sex]: 'male' } });
    await p.refuse('input.unknownId', 'surveys.answer.remove', { survey: p.id, id: 'немає' });
    await p.ask('surveys.question.remove', { survey: p.id, id: p.q.open });
    await p.ask('surveys.answer.set', { survey: p.id, id, answers: { [p.q.sex]: 'male' } });
    expect((await p.ask('surveys.answers.view', { survey: p.id, answer: id })).rows[0]!.answers).toEqual({ [p.q.sex]: 'male', [p.q.open]: 'Лікар' });
  });
});

describe('taking results over by territory', () => {
  const elderly = 'мені 60 років або більше';
  test('fills the territories with 30 answers and more; the others say why not; one undo takes all back', async () => {
    const p = await started();
    await set(p, [[p.key('groupSize', { group: 'elderly', territory: 'v1' }), 300]]);
    const [one = '', two = '', three = ''] = p.form.list.find((each) => each.role === 'territory')!.options.map((option) => option.text);
    await paste(p, 12, { territory: one, groups: elderly, needs: 'так' });
    await paste(p, 28, { territory: one, groups: elderly, needs: 'ні' });
    await paste(p, 29, { territory: two, groups: elderly, needs: 'так' });
    await paste(p, 20, { territory: three, groups: elderly, needs: 'так' });
    await paste(p, 20, { territory: three, groups: 'ветеран, ветеранка або член сімʼї ветерана', needs: 'так' });
    await p.ask('surveys.set', { survey: p.id, selection: 'random' });
    const view = await p.ask('surveys.take.view', { ...scope, survey: p.id, by: 'territory' });
    expect(view.rows.map((row) => [row.territory, row.group, row.yes, row.answered, row.population, row.share.kind])).toEqual([['v1', 'elderly', 12, 40, 300, 'rate']]);
    expect(view.places.map((place) => [place.id, place.answers, place.cells, place.why])).toEqual([['v1', 40, 1, null], ['v2', 29, 0, 'few'], ['v3', 40, 0, 'fewInGroups']]);
    const cells = (['v1', 'v2', 'v3'] as const).map((territory) => ({ service: SERVICE, group: 'elderly', territory }));
    await p.ask('surveys.take', { ...scope, survey: p.id, cells });
    const at = async (territory: string) => (await p.ask('survey.view', { ...scope, service: SERVICE, territory })).rows.find((each) => each.group === 'elderly')!;
    expect([(await at('v1')).yes.value, (await at('v1')).answered.value, (await at('v1')).selection, (await at('v2')).answered.value]).toEqual([12, 40, 'random', null]);
    expect((await at('v1')).rate.low).not.toBeNull();
    // What stands for the whole community is another row.
    expect((await p.ask('survey.view', { ...scope, service: SERVICE })).rows.find((each) => each.group === 'elderly')!.answered.value).toBeNull();
    await p.ask('history.undo');
    expect((await at('v1')).answered.value).toBeNull();
  });
  test('a territory whose answers exceed its people is not taken', async () => {
    const p = await started();
    await set(p, [[p.key('groupSize', { group: 'elderly', territory: 'v1' }), 10]]);
    const [one = ''] = p.form.list.find((each) => each.role === 'territory')!.options.map((option) => option.text);
    await paste(p, 35, { territory: one, groups: elderly, needs: 'так' });
    const view = await p.ask('surveys.take.view', { ...scope, survey: p.id, by: 'territory' });
    expect([view.rows.map((row) => row.blocked), view.places[0]!.why]).toEqual([['conflict'], 'conflict']);
  });
});

test('the questionnaire is made as a PDF, usual and in large print', async () => {
  const p = await started();
  const pages: number[] = [];
  for (const large of [false, true]) {
    const file = await p.ask('surveys.questionnaire', { survey: p.id, language: 'uk', large, format: 'pdf' });
    const bytes = Buffer.from(file.base64, 'base64').toString('latin1');
    expect([file.name.slice(-4), file.mime, bytes.slice(0, 5)]).toEqual(['.pdf', 'application/pdf', '%PDF-']);
    pages.push(bytes.match(/\/Type \/Page\b/g)?.length ?? 0);
  }
  expect(pages[0]).toBeGreaterThan(1);
  expect(pages[1]).toBeGreaterThan(pages[0] ?? 0);
});

describe('the needs report says who was asked', () => {
  const report = { ...scope, document: 'needs-report' } as const;
  const elderly = 'мені 60 років або більше';
  const needs = async (p: Started, language: 'uk' | 'en' = 'uk'): Promise<string> => byId((await p.ask('document.view', { ...report, language })).sections, 'needs').derived;
  test('nothing while no need rests on a survey; then dates, choice, response, weights, margin and limits; kept when the survey is gone', async () => {
    const p = await started();
    await set(p, [[p.key('population'), 5000], [p.key('groupSize', { group: 'elderly' }), 545]]);
    await p.ask('surveys.size', { survey: p.id, role: 'sex', option: 'female', people: 2700 });
    await p.ask('surveys.size', { survey: p.id, role: 'sex', option: 'male', people: 2300 });
    await paste(p, 60, { sex: 'ж', groups: elderly, needs: 'так' });
    await paste(p, 40, { sex: 'ч', groups: elderly, needs: 'ні' });
    await p.ask('surveys.set', { survey: p.id, selection: 'random', started: '2027-02-01', ended: '2027-02-20', invited: 250, note: 'Телефоном' });
    const empty = await needs(p);
    const cells = [{ service: SERVICE, group: 'elderly' }];
    await p.ask('surveys.take', { ...scope, survey: p.id, cells });
    expect(await needs(p)).toBe(empty);
    await p.ask('need.choose', { service: SERVICE, method: 'survey', reason: 'облік не бачить' });
    const plain = await needs(p);
    // e = 1,96·√(0,25/100 · 4900/4999) = 9,7 %.
    for (const said of ['тривало 01.02.2027 – 20.02.2027', 'респондентів: випадково', 'Як проводили: Телефоном.', 'Запрошено: 250, відповіли: 100 (40,0\u00a0%).', 'Відповіді не зважено.', '± 9,7\u00a0%', 'відповіли не всі запрошені', 'ніхто не відповів: ']) expect(plain).toContain(said);
    expect(plain).not.toMatch(/орієнтовні|не записано/);
    expect(await needs(p, 'en')).toContain('Invited: 250, answered: 100 (40.0%)');
    await p.ask('surveys.take', { ...scope, survey: p.id, weighted: true, cells });
    // Weights 0,9 and 1,15: 100² / (60·0,81 + 40·1,3225) = 98,5.
    expect(await needs(p)).toContain('Відповіді зважено за ознаками: стать. Після зважування вони важать як 98 (ефективна кількість за Кішем), вага однієї – від 0,90 до 1,15.');
    // More answers come in, then the survey goes: the report keeps what the figures rest on.
    await paste(p, 7, { sex: 'ж', groups: elderly, needs: 'ні' });
    expect(await needs(p)).toContain('відповіли: 100');
    await p.ask('surveys.set', { survey: p.id, selection: 'open_link' });
    const indicative = await needs(p);
    expect([indicative.includes('Результати орієнтовні: респондентів обирали не випадково'), indicative.includes('±')]).toEqual([true, false]);
    await p.ask('surveys.remove', { survey: p.id });
    expect(await needs(p)).toBe(indicative);
  });
  test('figures typed in as numbers say that nobody knows who answered; a survey of one territory is named too', async () => {
    const p = await started();
    await set(p, [[p.key('groupSize', { group: 'elderly' }), 545]]);
    const of = { service: SERVICE, group: 'elderly' };
    const put = (territory: string, source: string) => p.ask('figures.set', { label: 'edit', cells: ([['surveyYes', 12], ['surveyAnswered', 40]] as const).map(([measure, value]) => ({ key: p.key(measure, { ...of, territory }), patch: { value, method: 'survey' as const, source } })) });
    await put(p.root, 'Опитування терцентру');
    await put('v1', 'Опитування старости');
    await p.ask('need.choose', { service: SERVICE, method: 'survey', reason: 'облік не бачить' });
    const said = await needs(p);
    expect(said.split('результати введено числами')).toHaveLength(3);
    expect(said).toContain('Як обирали респондентів: не записано.');
    expect(said).not.toContain('±');
  });
});
