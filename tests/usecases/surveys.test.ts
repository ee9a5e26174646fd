import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { FormView } from '#contract/api/surveys.ts';
import { manualPlan } from './helper.ts';
import { missingTexts } from './locales.ts';
import { paste, scope, SERVICE, set, started } from './surveysPlan.ts';

describe('questionnaires', () => {
  test('the built-in one covers every named service of the classifier, asks nothing personal, and knows the plan’s settlements', async () => {
    const { ask, form } = await started();
    const named = (await ask('needs.view', scope)).rows.filter((row) => row.name !== null).map((row) => row.id);
    expect(form.list.filter((each) => each.kind === 'service').map((each) => each.service).toSorted()).toEqual(named.toSorted());
    expect(form.list.filter((each) => each.asks !== null)).toEqual([]);
    expect(form.list.find((each) => each.role === 'territory')!.options.map((option) => option.id)).toEqual(['v1', 'v2', 'v3']);
  });
  test('own questions are added, changed, moved, copied with the questionnaire and removed; a question for a name is marked', async () => {
    const p = await manualPlan();
    const { id } = await p.ask('surveys.add', { name: 'Власне', from: 'empty', language: 'uk' });
    const put = (title: string, after = '') => p.ask('surveys.question.put', { survey: id, after, question: { kind: 'open', title } });
    const first = await put('Ваше прізвище');
    const second = await put('Що змінити?');
    await put('Між ними', first.id);
    await p.ask('surveys.question.move', { survey: id, id: second.id, by: -2 });
    const list = async (survey: string) => (await p.ask('surveys.form.view', { survey })).list.map((each) => [each.title, each.asks]);
    expect(await list(id)).toEqual([['Що змінити?', null], ['Ваше прізвище', 'name'], ['Між ними', null]]);
    await p.ask('surveys.question.put', { survey: id, id: first.id, question: { kind: 'open', title: 'Ваша думка' } });
    await p.ask('surveys.question.remove', { survey: id, id: second.id });
    const copy = await p.ask('surveys.add', { name: 'Копія', from: 'copy', copy: id, language: 'uk' });
    expect(await list(copy.id)).toEqual([['Ваша думка', null], ['Між ними', null]]);
    await p.ask('surveys.question.put', { survey: id, question: { kind: 'single', role: 'sex', title: 'Стать' } });
    await p.refuse('survey.roleTwice', 'surveys.question.put', { survey: id, question: { kind: 'single', role: 'sex', title: 'Ще стать' } });
    await p.refuse('input.unknownId', 'surveys.question.move', { survey: id, id: 'немає', by: 1 });
    await p.ask('surveys.remove', { survey: id });
    expect((await p.ask('surveys.view')).map((each) => each.name)).toEqual(['Копія']);
    await p.ask('history.undo');
    expect(await list(id)).toHaveLength(3);
  });
});

describe('answers', () => {
  test('say neither who nor when, lie in no order, and hide what looks personal; a wrong one is refused with its question', async () => {
    const p = await started();
    const said = await p.ask('surveys.answer.add', { survey: p.id, answers: { [p.q.sex]: 'female', [p.q.open]: 'Мій номер 067 123 45 67. Потрібен лікар.' } });
    expect([said.hidden, said.answers]).toEqual([1, 1]);
    const open = await p.ask('surveys.open.view', { survey: p.id });
    expect(open.rows.map((row) => row.text)).toEqual(['Мій номер […]. Потрібен лікар.']);
    expect(Object.keys(open.rows[0]!).toSorted()).toEqual(['answer', 'text', 'themes']);
    const wrong = await p.refuse('survey.answer', 'surveys.answer.add', { survey: p.id, answers: { [p.q.sex]: 'robot' } });
    expect(wrong.details['question']).toBe('Ваша стать');
    await p.refuse('survey.nothing', 'surveys.answer.add', { survey: p.id, answers: { [p.q.open]: '  ' } });
    await p.refuse('input.unknownId', 'surveys.answer.add', { survey: p.id, answers: { nobody: 'x' } });
    await p.ask('history.undo');
    expect((await p.ask('surveys.view'))[0]!.answers).toBe(0);
  });
  test('a pasted table is read first, then stored in one step; personal columns never are', async () => {
    const p = await started();
    const rows = [['Прізвище', 'Ваша стать', 'Допомога вдома – потребую', 'Примітка', 'Контакт'], ['Коваленко', 'ж', 'так', 'x', 'a@ukr.net'], ['Шевченко', 'ч', 'мабуть', 'y', 'b@ukr.net'], ['Бондар', 'ж', 'ні', '', 'c@ukr.net']];
    const read = await p.ask('surveys.read', { survey: p.id, rows, uses: [{ question: p.q.open, part: '' }, { question: p.q.sex, part: '' }, { question: p.q.home, part: 'needs' }, { question: '', part: '' }, { question: p.q.open, part: '' }] });
    expect(read.columns.map((column) => [column.personal, column.use.question])).toEqual([['name', ''], [null, p.q.sex], [null, p.q.home], [null, ''], ['email', '']]);
    expect(JSON.stringify(read)).not.toMatch(/Ковал|ukr\.net/);
    expect([read.rows, read.good, read.unread]).toEqual([3, 3, [{ row: 2, column: 2, text: 'мабуть' }]]);
    const { revision, added } = await p.ask('surveys.answers.add', { survey: p.id, rows, uses: read.columns.map((column) => column.use) });
    expect(added).toBe(3);
    const result = (await p.ask('surveys.results.view', { ...scope, survey: p.id })).services.find((row) => row.id === SERVICE)!;
    expect(result.share).toMatchObject({ kind: 'few', yes: 1, answered: 2, rate: null, low: null });
    await p.ask('history.undo');
    expect((await p.ask('surveys.view'))[0]!.answers).toBe(0);
    expect(revision).toBeGreaterThan(0);
  });
  test('a saved table of an online form is read as rows; what is no table is refused', async () => {
    const p = await started();
    const table = await p.ask('table.xlsx', { title: 'Відповіді', language: 'uk', columns: [{ title: 'Ваша стать', kind: 'text' }, { title: 'Вік', kind: 'number' }], rows: [['ж', 67], ['ч', 30]] });
    const { rows, cut } = await p.ask('surveys.file', { name: 'форма.xlsx', base64: table.base64 });
    expect([rows.slice(-3), cut]).toEqual([[['Ваша стать', 'Вік'], ['ж', '67'], ['ч', '30']], 0]);
    const csv = await p.ask('surveys.file', { name: 'форма.csv', base64: Buffer.from('Ваша стать;Вік\r\nж;67\r\n;\r\nч;30').toString('base64') });
    expect(csv.rows).toEqual([['Ваша стать', 'Вік'], ['ж', '67'], ['ч', '30']]);
    const read = await p.ask('surveys.read', { survey: p.id, rows: csv.rows.map((row) => [...row]) });
    expect([read.good, read.columns.map((column) => column.use.question)]).toEqual([2, [p.q.sex, p.q.age]]);
    await p.refuse('import.format', 'surveys.file', { name: 'форма.xlsx', base64: Buffer.from('%PDF-1.7').toString('base64') });
    expect((await p.refuse('import.format', 'surveys.file', { name: 'форма.csv', base64: Buffer.from('Стать;Вік\0\r\nж;67').toString('base64') })).details['name']).toBe('форма.csv');
  });
  test('the head of the built-in open question forbids names: its column is read, its phones are hidden', async () => {
    const p = await started();
    const title = p.form.list.at(-1)!.title;
    const rows = [[title], ['Мій телефон 067 123 45 67, чекаю. Далеко до лікаря'], ['Немає автобуса']];
    const read = await p.ask('surveys.read', { survey: p.id, rows });
    expect([read.columns[0]!.use.question, read.columns[0]!.personal, read.hidden]).toEqual([p.q.open, null, 1]);
    await p.ask('surveys.answers.add', { survey: p.id, rows });
    expect((await p.ask('surveys.open.view', { survey: p.id })).rows.map((row) => row.text).toSorted()).toEqual(['Мій телефон […], чекаю. Далеко до лікаря', 'Немає автобуса']);
  });
  test('a thousand answers are pasted, counted and split', async () => {
    const p = await started();
    const services = p.form.list.filter((each) => each.kind === 'service');
    const head = ['Ваша стать', 'Скільки вам років?', 'Де ви живете?', ...services.map((each) => each.title)];
    const body = Array.from({ length: 1000 }, (_, i) => [i % 3 ? 'ж' : 'ч', String(20 + (i % 60)), `v${1 + (i % 3)}`, ...services.map((_, s) => ((i + s) % 4 ? 'ні' : 'так'))]);
    await p.ask('surveys.answers.add', { survey: p.id, rows: [head, ...body] });
    const view = await p.ask('surveys.results.view', { ...scope, survey: p.id, question: p.q.home });
    expect([view.answers, view.services.length, view.services[0]!.share.answered, view.services[0]!.share.yes]).toEqual([1000, services.length, 1000, 250]);
    expect(view.split.find((each) => each.role === 'sex')!.rows.map((row) => row.share.answered)).toEqual([666, 334]);
  });
});

describe('sampling and weighting', () => {
  test('10,000 people need 370 answers for ± 5 %, shared out by territory; unknown sizes are said and not guessed', async () => {
    const p = await started();
    await set(p, [[p.key('population', { territory: 'v1' }), 5200], [p.key('population', { territory: 'v2' }), 3100]]);
    const before = await p.ask('surveys.sample.view', { ...scope, survey: p.id });
    expect([before.rows.map((row) => row.needed), before.rows.map((row) => row.from)]).toEqual([[null, null, null], ['plan', 'plan', 'none']]);
    await p.ask('surveys.size', { survey: p.id, role: 'territory', option: 'v3', people: 1700 });
    await set(p, [[p.key('population', { territory: 'v3' }), 1700]]);
    const view = await p.ask('surveys.sample.view', { ...scope, survey: p.id });
    expect([view.whole.population, view.whole.needed, view.whole.invited]).toEqual([10_000, 370, 617]);
    expect(view.rows.map((row) => [row.population, row.from, row.needed])).toEqual([[5200, 'plan', 192], [3100, 'plan', 115], [1700, 'entered', 63]]);
    await p.ask('surveys.set', { survey: p.id, plan: { ...view.plan, goal: 'each' } });
    const each = await p.ask('surveys.sample.view', { ...scope, survey: p.id });
    expect(each.rows.map((row) => row.needed)).toEqual([358, 342, 314]);
    expect([each.whole.needed, each.reached]).toEqual([1014, null]);
    await p.ask('surveys.size', { survey: p.id, role: 'territory', option: 'v3', people: null });
    await p.ask('figures.set', { label: 'edit', cells: [{ key: p.key('population', { territory: 'v3' }), patch: { value: null } }, { key: p.key('population'), patch: { value: 10_000 } }] });
    const part = await p.ask('surveys.sample.view', { ...scope, survey: p.id });
    expect([part.rows.map((row) => [row.population, row.needed]), part.whole.needed]).toEqual([[[5200, 358], [3100, 342], [null, 385]], 1085]);
  });
  test('answers are weighted to the known margins, side by side with the plain ones; without random choice there is no margin of error', async () => {
    const p = await started();
    await set(p, [[p.key('population'), 10_000]]);
    await p.ask('surveys.size', { survey: p.id, role: 'sex', option: 'female', people: 5400 });
    await p.ask('surveys.size', { survey: p.id, role: 'sex', option: 'male', people: 4600 });
    await paste(p, 60, { sex: 'ж', needs: 'так', gets: 'ні' });
    await paste(p, 31, { sex: 'ч', needs: 'ні', gets: 'так', satisfied: '5' });
    const view = await p.ask('surveys.results.view', { ...scope, survey: p.id });
    const [row] = view.services.filter((each) => each.id === SERVICE);
    expect(view.weights.margins.map((margin) => [margin.role, margin.state])).toEqual([['territory', 'missing'], ['sex', 'used'], ['age', 'missing']]);
    expect(row!.share).toMatchObject({ kind: 'indicative', yes: 60, answered: 91, low: null });
    expect(row!.share.rate).toBeCloseTo(60 / 91, 9);
    expect(row!.weighted!.rate).toBeCloseTo(0.54, 6);
    await p.ask('surveys.set', { survey: p.id, selection: 'random' });
    const [random] = (await p.ask('surveys.results.view', { ...scope, survey: p.id })).services.filter((each) => each.id === SERVICE);
    expect([random!.share.kind, random!.weighted!.kind]).toEqual(['rate', 'rate']);
    expect(random!.weighted!.kish).toBeLessThan(91);
    expect(random!.satisfied).toMatchObject({ kind: 'rate', yes: 31, answered: 31 });
    expect([random!.gets, random!.without]).toEqual([31, 60]);
    expect(random!.satisfaction).toBeCloseTo(5, 9);
    const sample = await p.ask('surveys.sample.view', { ...scope, survey: p.id });
    expect(sample.reached).toBeCloseTo(0.1026, 3);
  });
});

describe('taking results over into the plan', () => {
  test('fills the cells of service × group in one step, the need follows, and each survey keeps how it chose its respondents', async () => {
    const p = await started();
    await set(p, [[p.key('groupSize', { group: 'elderly' }), 545]]);
    await paste(p, 28, { groups: 'мені 60 років або більше', needs: 'так', gets: 'ні' });
    await paste(p, 63, { groups: 'мені 60 років або більше', needs: 'ні', gets: 'ні' });
    await paste(p, 9, { groups: 'ветеран, ветеранка або член сімʼї ветерана', needs: 'так' });
    await p.ask('surveys.set', { survey: p.id, selection: 'random', started: '2027-02-01', ended: '2027-02-20' });
    const view = await p.ask('surveys.take.view', { ...scope, survey: p.id });
    expect(view.source).toBe('Опитування «Потреби 2027», 01.02.2027–20.02.2027');
    expect(view.rows.map((row) => [row.group, row.yes, row.answered, row.population, row.share.kind])).toEqual([['elderly', 28, 91, 545, 'rate'], ['veterans', 9, 9, null, 'few']]);
    await p.ask('surveys.take', { ...scope, survey: p.id, cells: [{ service: SERVICE, group: 'elderly' }] });
    const row = async () => (await p.ask('survey.view', { ...scope, service: SERVICE })).rows.find((each) => each.group === 'elderly')!;
    const taken = await row();
    expect([taken.yes.value, taken.answered.value, taken.population.value, taken.answered.method, taken.answered.source, taken.answered.asOf]).toEqual([28, 91, 545, 'survey', view.source, '2027-02-20']);
    expect([taken.selection, taken.rate.low?.toFixed(6), taken.rate.high?.toFixed(5)]).toEqual(['random', '0.228843', '0.39963']);
    // The plan as a whole still says «не відомо»: answers typed into the table by hand follow it.
    await p.ask('surveys.set', { survey: p.id, selection: 'open_link' });
    expect([(await row()).selection, (await row()).rate.low]).toEqual(['open_link', null]);
    await p.ask('history.undo');
    await p.ask('plan.set', { surveySelection: 'convenience' });
    expect((await row()).selection).toBe('random');
    await p.ask('figures.set', { label: 'edit', cells: [{ key: p.key('surveyAnswered', { service: SERVICE, group: 'elderly' }), patch: { source: 'інше опитування' } }] });
    expect((await row()).selection).toBe('convenience');
    // The survey is gone, its answers of last year still say how they were chosen.
    await p.ask('history.undo');
    await p.ask('surveys.remove', { survey: p.id });
    await p.ask('year.add', { year: 2028, from: 2027 });
    const later = (await p.ask('survey.view', { year: 2028, scenario: 'base', service: SERVICE })).rows.find((each) => each.group === 'elderly')!;
    expect([later.answered.state, later.selection]).toEqual(['carried', 'random']);
  });
  test('one undo takes everything back; nothing over is taken when more answered than there are people', async () => {
    const p = await started();
    await set(p, [[p.key('groupSize', { group: 'elderly' }), 20]]);
    await paste(p, 31, { groups: 'мені 60 років або більше', needs: 'так' });
    expect((await p.ask('surveys.take.view', { ...scope, survey: p.id })).rows.map((row) => row.blocked)).toEqual(['conflict']);
    await p.ask('surveys.size', { survey: p.id, role: 'groups', option: 'elderly', people: 400 });
    await p.ask('surveys.take', { ...scope, survey: p.id, cells: [{ service: SERVICE, group: 'elderly' }] });
    await p.ask('history.undo');
    const row = (await p.ask('survey.view', { ...scope, service: SERVICE })).rows.find((each) => each.group === 'elderly')!;
    expect([row.yes.value, row.answered.value, row.population.value]).toEqual([null, null, null]);
  });
});

test('open answers are coded to themes and counted', async () => {
  const p = await started();
  for (const text of ['Далеко їхати', 'Немає лікаря', 'Лікар далеко']) await p.ask('surveys.answer.add', { survey: p.id, answers: { [p.q.open]: text } });
  const of = { survey: p.id, question: p.q.open };
  const far = await p.ask('surveys.theme.put', { ...of, name: 'Далеко' });
  const doctor = await p.ask('surveys.theme.put', { ...of, name: 'Лікар' });
  const { rows } = await p.ask('surveys.open.view', { survey: p.id });
  for (const row of rows) {
    if (/алек/.test(row.text)) await p.ask('surveys.code', { ...of, answer: row.answer, theme: far.id, on: true });
    if (/ікар/.test(row.text)) await p.ask('surveys.code', { ...of, answer: row.answer, theme: doctor.id, on: true });
  }
  const view = await p.ask('surveys.open.view', { survey: p.id });
  expect([view.themes.map((theme) => [theme.name, theme.count]), view.coded]).toEqual([[['Далеко', 2], ['Лікар', 2]], 3]);
  await p.ask('surveys.theme.remove', { ...of, id: far.id });
  expect((await p.ask('surveys.open.view', { survey: p.id })).coded).toBe(2);
  await p.refuse('input.unknownId', 'surveys.code', { ...of, answer: rows[0]!.answer, theme: far.id, on: true });
});

test('the questionnaire is printed with every question, and in large print', async () => {
  const p = await started();
  const sizes: number[] = [];
  for (const large of [false, true]) {
    const file = await p.ask('surveys.questionnaire', { survey: p.id, language: 'uk', large });
    expect(file.name).toMatch(/^Потреби 2027.*\.docx$/);
    const parts = unzipSync(Buffer.from(file.base64, 'base64'));
    const xml = strFromU8(parts['word/document.xml']!);
    const text = [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map((found) => found[1]).join('');
    for (const { title } of (p.form as FormView).list) expect(text).toContain(title.replaceAll('&', '&amp;'));
    sizes.push(Number(/<w:docDefaults>.*?<w:sz w:val="(\d+)"/s.exec(strFromU8(parts['word/styles.xml']!))![1]));
  }
  expect(sizes).toEqual([28, 36]);
});

test('every change of a survey has its sentence in both languages', async () => {
  const p = await started();
  await p.ask('surveys.set', { survey: p.id, note: 'x' });
  await p.ask('surveys.answer.add', { survey: p.id, answers: { [p.q.open]: 'лікар', [p.q.groups]: ['elderly'], [p.q.home]: [1, 0, null] } });
  const { id: theme } = await p.ask('surveys.theme.put', { survey: p.id, question: p.q.open, name: 'Лікар' });
  const [row] = (await p.ask('surveys.open.view', { survey: p.id })).rows;
  await p.ask('surveys.code', { survey: p.id, question: p.q.open, answer: row!.answer, theme, on: true });
  await p.ask('surveys.theme.remove', { survey: p.id, question: p.q.open, id: theme });
  await p.ask('surveys.take', { ...scope, survey: p.id, cells: [{ service: SERVICE, group: 'elderly' }] });
  await p.ask('surveys.answers.add', { survey: p.id, rows: [['Ваша стать'], ['ж']] });
  const { rows: [typed] } = await p.ask('surveys.answers.view', { survey: p.id });
  await p.ask('surveys.answer.set', { survey: p.id, id: typed!.id, answers: { [p.q.sex]: 'male' } });
  await p.ask('surveys.answer.remove', { survey: p.id, id: typed!.id });
  await p.ask('surveys.answers.clear', { survey: p.id });
  await p.ask('surveys.question.put', { survey: p.id, question: { kind: 'number', title: 'Скільки?' } });
  await p.ask('surveys.question.put', { survey: p.id, id: p.q.open, question: { kind: 'open', title: 'Інше' } });
  await p.ask('surveys.question.move', { survey: p.id, id: p.q.open, by: -1 });
  await p.ask('surveys.question.remove', { survey: p.id, id: p.q.open });
  await p.ask('surveys.remove', { survey: p.id });
  const history = await p.ask('history.view', { limit: 50 });
  expect(history.filter((entry) => entry.what.key.startsWith('surveys.')).length).toBeGreaterThanOrEqual(16);
  expect(history.flatMap((entry) => missingTexts(entry.what))).toEqual([]);
  expect(p.log).toEqual([]);
});

test('weighted results go over as the answers they are worth, with the real number in the note', async () => {
  const p = await started();
  await p.ask('surveys.size', { survey: p.id, role: 'sex', option: 'female', people: 5000 });
  await p.ask('surveys.size', { survey: p.id, role: 'sex', option: 'male', people: 5000 });
  await p.ask('surveys.size', { survey: p.id, role: 'groups', option: 'elderly', people: 3000 });
  const elderly = 'мені 60 років або більше';
  await paste(p, 120, { sex: 'ж', groups: elderly, needs: 'так' });
  await paste(p, 40, { sex: 'ч', groups: elderly, needs: 'ні' });
  // Weights 2/3 and 2: 160² / (120·4/9 + 40·4) = 120 effective answers, half of them in need.
  const [row] = (await p.ask('surveys.take.view', { ...scope, survey: p.id, weighted: true })).rows;
  expect([row!.yes, row!.answered, row!.share.answered]).toEqual([60, 120, 160]);
  await p.ask('surveys.take', { ...scope, survey: p.id, weighted: true, cells: [{ service: SERVICE, group: 'elderly' }] });
  const cell = (await p.ask('survey.view', { ...scope, service: SERVICE })).rows.find((each) => each.group === 'elderly')!.answered;
  expect([cell.value, cell.note, cell.source]).toEqual([120, 'Зважено: відповіли 160, ефективно 120.', 'Опитування «Потреби 2027», зважено']);
});

test('margins that no weights can meet, or that have no people, are told and never taken over as weighted', async () => {
  const p = await started();
  const size = (role: 'sex' | 'age', option: string, people: number) => p.ask('surveys.size', { survey: p.id, role, option, people });
  for (const [role, option, people] of [['sex', 'female', 100], ['sex', 'male', 900], ['age', '0-17', 0], ['age', '18-59', 900], ['age', '60+', 100]] as const) await size(role, option, people);
  // Only women under 60 and men above answered: nine in ten cannot be men and one in ten old at once.
  const uses = [{ question: p.q.sex, part: '' }, { question: p.q.age, part: '' }, { question: p.q.groups, part: '' }, { question: p.q.home, part: 'needs' }] as const;
  const elderly = 'мені 60 років або більше';
  await p.ask('surveys.answers.add', { survey: p.id, head: false, uses: [...uses], rows: [...Array.from({ length: 40 }, () => ['ж', '18–59', elderly, 'так']), ...Array.from({ length: 40 }, () => ['ч', '60 і більше', elderly, 'ні'])] });
  const results = () => p.ask('surveys.results.view', { ...scope, survey: p.id });
  const cells = [{ service: SERVICE, group: 'elderly' }];
  expect((await results()).weights.result).toMatchObject({ converged: false, off: expect.closeTo(0.75, 2) });
  expect((await results()).services.every((row) => row.weighted === null)).toBe(true);
  expect((await p.refuse('survey.notWeighted', 'surveys.take', { ...scope, survey: p.id, weighted: true, cells })).details['off']).toBeCloseTo(0.75, 2);
  // Nobody lives here, yet somebody answered.
  for (const option of ['female', 'male']) await size('sex', option, 0);
  for (const option of ['18-59', '60+']) await size('age', option, 0);
  expect((await results()).weights).toMatchObject({ result: null, margins: [{ role: 'territory' }, { role: 'sex', state: 'zero' }, { role: 'age', state: 'zero' }] });
  expect((await p.refuse('survey.notWeighted', 'surveys.take', { ...scope, survey: p.id, weighted: true, cells })).details['off']).toBeNull();
  expect(p.log).toEqual([]);
});

test('a rare need is not rounded away or doubled by the weights: 1 woman in 120 of 160 asked', async () => {
  const p = await started();
  await p.ask('surveys.size', { survey: p.id, role: 'sex', option: 'female', people: 5000 });
  await p.ask('surveys.size', { survey: p.id, role: 'sex', option: 'male', people: 5000 });
  await set(p, [[p.key('groupSize', { group: 'elderly' }), 3000]]);
  const elderly = 'мені 60 років або більше';
  await paste(p, 1, { sex: 'ж', groups: elderly, needs: 'так' });
  for (const [count, sex] of [[119, 'ж'], [40, 'ч']] as const) await paste(p, count, { sex, groups: elderly, needs: 'ні' });
  await p.ask('surveys.take', { ...scope, survey: p.id, weighted: true, cells: [{ service: SERVICE, group: 'elderly' }] });
  const row = (await p.ask('survey.view', { ...scope, service: SERVICE })).rows.find((each) => each.group === 'elderly')!;
  // (2/3) / 160 = 0.41667 %: 12.5 of 3000
  expect([row.rate.value, row.potential.value]).toEqual([expect.closeTo(0.0041667, 6), expect.closeTo(12.5, 3)]);
});
