import { gunzipSync } from 'node:zlib';
import { setTimeout as wait } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { FileOut } from '#contract/models.ts';
import { migrate } from '../../src-main/store/migrate.ts';
import { packSnapshot } from '../../src-main/store/cycle.ts';
import { MIGRATIONS } from '../../src-main/store/migrations/index.ts';
import { byId, manualPlan, program, type TestProgram } from './helper.ts';

const year = 2027;
const decision = { name: 'Потреби 2027', decision: '12/34', decidedOn: '2027-02-26', body: 'Рішення двадцятої сесії селищної ради', reason: 'Облік ще ведеться' };

/** A small plan with a determination of its year. */
async function started() {
  const p = await manualPlan(year);
  await p.ask('cycle.add', { id: 'd', kind: 'research_3y', year });
  return p;
}
/** What a Word file says, as it stands in the file. */
const wordText = ({ base64 }: Pick<FileOut, 'base64'>): string => strFromU8(unzipSync(new Uint8Array(Buffer.from(base64, 'base64')))['word/document.xml'] ?? new Uint8Array());
const view = (p: TestProgram) => p.ask('cycle.view');
const stage = async (p: TestProgram, id: string) => byId((await view(p)).determinations.find((each) => each.id === 'd')?.stages ?? [], id);

describe('stages', () => {
  test('are prefilled with the dates of the law and the practice, each with its basis', async () => {
    const p = await started();
    const { determinations: [d], today, kinds } = await view(p);
    expect(today).toBe('2027-03-02');
    expect(d?.stages.map((each) => each.id)).toEqual(['start', 'collection', 'analysis', 'report', 'approval', 'publication', 'use']);
    expect([d?.stages[0]?.from, d?.stages[3]?.to]).toEqual(['2027-01-01', '2027-06-15']);
    expect(d?.stages.filter((each) => each.basis.text.uk === '' || each.datesBasis.text.uk === '')).toEqual([]);
    expect(d?.stages.find((each) => each.id === 'publication')?.basis.confidence).toBe('recalled');
    expect(d?.stages.map((each) => [each.datesBasis.confidence, each.datesProposed]), 'the order names the window only').toEqual(Array.from({ length: 7 }, () => ['assumption', true]));
    await p.ask('cycle.stage', { determination: 'd', stage: 'analysis', to: '2027-05-20' });
    expect((await stage(p, 'analysis')).datesProposed).toBe(false);
    expect(kinds.map((each) => [each.id, each.basis.confidence])).toEqual([['research_3y', 'verified'], ['annual_update', 'recalled']]);
  });
  test('are late from the day after their end, until they are done or not needed', async () => {
    const p = await started();
    expect(await stage(p, 'start')).toMatchObject({ state: 'planned', lateDays: 20 });
    expect((await view(p)).calendar.late.map((each) => [each.stage, each.what, each.days])).toEqual([['start', 'end', -20]]);
    await p.ask('cycle.stage', { determination: 'd', stage: 'start', to: '2027-03-02' });
    expect(await stage(p, 'start')).toMatchObject({ lateDays: 0, shouldBegin: true });
    await p.ask('cycle.stage', { determination: 'd', stage: 'start', to: '2027-02-10', done: '2027-02-15' });
    expect(await stage(p, 'start')).toMatchObject({ state: 'done', done: '2027-02-15', doneLate: true, lateDays: 0 });
    await p.refuse('cycle.reason', 'cycle.stage', { determination: 'd', stage: 'analysis', state: 'skipped' });
    await p.ask('cycle.stage', { determination: 'd', stage: 'start', state: 'skipped', reason: 'група діє з 2024 року' });
    expect(await stage(p, 'start')).toMatchObject({ state: 'skipped', done: '', reason: 'група діє з 2024 року' });
    expect((await view(p)).calendar.late).toEqual([]);
  });
  test('of the collection say how its sheets stand; sheets not back stand in the calendar by their day', async () => {
    const p = await started();
    expect((await stage(p, 'collection')).sheets).toBeNull();
    const [one, two] = (await p.ask('sheets.view', { year })).rows;
    for (const [sheet, due] of [[one, '2027-02-20'], [two, '2027-03-20']] as const) await p.ask('sheets.make', { year, sheets: [{ collector: sheet?.collector ?? '' }], due });
    const ids = (await p.ask('sheets.view', { year })).rows.filter((row) => row.id !== '').map((row) => row.id);
    await p.ask('sheets.set', { ids: ids.slice(0, 1), sent: '2027-02-01' });
    expect((await stage(p, 'collection')).sheets).toEqual({ all: 2, sent: 1, returned: 0, late: 1 });
    const sheets = async () => { const { late, next30 } = (await view(p)).calendar; return [late, next30].map((part) => part.filter((each) => each.what === 'sheets').map((each) => [each.determination, each.stage, each.count, each.days])); };
    expect(await sheets()).toEqual([[['d', 'collection', 1, -10]], [['d', 'collection', 1, 18]]]);
    await p.ask('sheets.set', { ids, returned: '2027-03-01' });
    expect((await stage(p, 'collection')).sheets).toEqual({ all: 2, sent: 2, returned: 2, late: 0 });
    expect(await sheets()).toEqual([[], []]);
  });
  test('refuse an end before the begin, a day done that has not come, and links that are none', async () => {
    const p = await started();
    await p.refuse('cycle.dates', 'cycle.stage', { determination: 'd', stage: 'start', from: '2027-05-01', to: '2027-04-01' });
    await p.refuse('cycle.future', 'cycle.stage', { determination: 'd', stage: 'start', done: '2027-03-03' });
    const paper = { kind: 'order' as const, number: '35', date: '2027-02-06', title: 'Про робочу групу' };
    for (const link of ['http://x.ua', 'javascript:alert(1)', '../план.docx', 'C:\\план.docx', 'file:///etc', 'https://x y']) {
      await p.refuse('input.invalid', 'cycle.stage', { determination: 'd', stage: 'start', papers: [{ ...paper, link }] });
    }
    for (const link of ['', 'https://karlivka.example/35', 'Розпорядження 35.docx']) {
      await p.ask('cycle.stage', { determination: 'd', stage: 'start', papers: [{ ...paper, link }] });
      expect((await stage(p, 'start')).papers).toEqual([{ ...paper, link }]);
    }
  });
  test('name a role or body; a name of a person is asked about before it is stored', async () => {
    const p = await started();
    for (const responsible of ['Коваленко О. П.', 'Наталія Гнатюк', 'Петренко Іван Васильович', 'начальник Т. Мороз']) {
      await p.refuse('cycle.person', 'cycle.stage', { determination: 'd', stage: 'start', responsible });
    }
    for (const responsible of ['Служба у справах дітей Срібнянської селищної ради', 'староста Гриціївського округу', 'ГО «Надія Марія»', 'Товариство Червоного Хреста', 'Центр імені Тараса Шевченка']) {
      const refused = responsible.includes('Тараса');
      if (refused) await p.ask('cycle.stage', { determination: 'd', stage: 'start', responsible, notAPerson: true });
      else await p.ask('cycle.stage', { determination: 'd', stage: 'start', responsible });
      expect((await stage(p, 'start')).responsible).toBe(responsible);
    }
    await p.refuse('cycle.person', 'cycle.members', { determination: 'd', members: [{ role: 'Заступник голови' }, { role: 'Марія Лис', tasks: '' }] });
    await p.ask('cycle.members', { determination: 'd', members: [{ role: ' Заступник\u0007 голови ', tasks: 'Очолює' }, { role: ' ' }] });
    expect((await view(p)).determinations[0]?.members).toEqual([{ role: 'Заступник голови', tasks: 'Очолює' }]);
  });
  test('come along when the next determination starts: bodies and what is not needed, not what was done', async () => {
    const p = await started();
    await p.ask('cycle.stage', { determination: 'd', stage: 'start', to: '2027-02-28', done: '2027-02-06', responsible: 'Заступник голови' });
    await p.ask('cycle.stage', { determination: 'd', stage: 'use', state: 'skipped', reason: 'немає програми' });
    await p.ask('cycle.members', { determination: 'd', members: [{ role: 'Старости округів', tasks: '' }] });
    expect((await view(p)).next).toEqual({ kind: 'annual_update', year: 2028, research: 'd', copyFrom: 'd' });
    await p.refuse('cycle.exists', 'cycle.add', { kind: 'research_3y', year });
    await p.ask('cycle.add', { id: 'u', kind: 'annual_update', year: 2028, research: 'd', copyFrom: 'd' });
    await p.ask('cycle.add', { id: 'r', kind: 'research_3y', year: 2030, copyFrom: 'd' });
    const { determinations } = await view(p);
    expect(determinations.map((each) => [each.id, each.research])).toEqual([['r', null], ['u', 'd'], ['d', null]]);
    expect(byId(determinations, 'r').stages[0]).toMatchObject({ from: '2030-01-01', to: '2030-02-28', state: 'planned', done: '', responsible: 'Заступник голови' });
    expect(byId(determinations, 'u').stages[0]).toMatchObject({ from: '2028-06-01', responsible: 'Заступник голови' });
    expect(byId(determinations, 'u').stages.at(-1)).toMatchObject({ state: 'skipped', reason: 'немає програми' });
    expect(byId(determinations, 'u').members).toEqual([{ role: 'Старости округів', tasks: '' }]);
    await p.refuse('input.unknownId', 'cycle.set', { id: 'u', research: 'r' });
    await p.ask('cycle.remove', { id: 'd' });
    expect(byId((await view(p)).determinations, 'u').research).toBeNull();
    await p.ask('history.undo');
    expect(byId((await view(p)).determinations, 'u').research).toBe('d');
  });
});

/** Срібне with a determination of its published year. */
async function sribne(p: TestProgram = program()) {
  await p.sample('sribne');
  const { root } = await p.ask('plan.view', { year: 2020 });
  await p.ask('cycle.add', { id: 'd', kind: 'research_3y', year: 2020 });
  const set = (value: number | null) => p.ask('figures.set', { cells: [{ key: { measure: 'identified', service: 's015.1', territory: root, year: 2020 }, patch: { value } }] });
  const need = async () => byId((await p.ask('needs.view', { year: 2020 })).rows, 's015.1');
  const text = async (snapshot?: string) => JSON.stringify(await p.ask('document.view', { year: 2020, document: 'needs-report', language: 'uk', ...(snapshot ? { snapshot } : {}) }));
  const approve = (more: Partial<typeof decision> = {}) => p.ask('cycle.approve', { determination: 'd', year: 2020, ...decision, ...more });
  const newest = async () => (await view(p)).snapshots[0]?.id ?? '';
  return { p, root, set, need, text, approve, newest };
}

/** Texts and words of every section; an approved paper says one sentence more, why it was approved with needs not known. */
const sections = (json: string) => (JSON.parse(json) as { sections: { derived: string; words: string }[] }).sections.map((each) => [each.derived.replace(/\nЗвіт затверджено, хоча.*Причина: Облік ще ведеться\./, ''), each.words]);

describe('an approval', () => {
  test('is refused in plain words when needs are not known and nobody says why', async () => {
    const { p, approve } = await sribne();
    const { unknown } = await p.ask('approval.view', { year: 2020 });
    expect(unknown.length).toBeGreaterThan(0);
    expect((await p.refuse('approval.unknown', 'cycle.approve', { determination: 'd', year: 2020, ...decision, reason: ' \u200b' })).details['count']).toBe(unknown.length);
    await approve();
    const [info] = (await view(p)).snapshots;
    expect(info).toMatchObject({ name: decision.name, decision: '12/34', reason: decision.reason, unknown: unknown.map((each) => each.id), year: 2020, scenario: 'base' });
    expect(await stage(p, 'approval')).toMatchObject({ state: 'done', done: '2027-02-26', papers: [{ kind: 'decision', number: '12/34', date: '2027-02-26' }] });
  });
  test('refuses a day that has not come, a name already used, and fields of invisible signs', async () => {
    const { p, approve } = await sribne();
    const input = { determination: 'd', year: 2020, ...decision };
    await p.refuse('cycle.future', 'cycle.approve', { ...input, decidedOn: '2027-03-03' });
    await p.refuse('input.invalid', 'cycle.approve', { ...input, decidedOn: '2027-02-30' });
    await p.refuse('input.invalid', 'cycle.approve', { ...input, name: '\u200b\u202e' });
    await p.refuse('cycle.person', 'cycle.approve', { ...input, body: 'Голова Іваненко П. С.' });
    await p.refuse('input.unknownId', 'cycle.approve', { ...input, determination: 'x' });
    await p.refuse('input.unknownId', 'cycle.approve', { ...input, year: 2033 });
    await approve();
    await p.refuse('snapshot.exists', 'cycle.approve', { ...input, name: ' ПОТРЕБИ   2027' });
    await p.refuse('cycle.approved', 'cycle.remove', { id: 'd' });
  });
  test('keeps what was approved to the digit while the screen shows the new number and the difference', async () => {
    const { p, set, need, text, approve, newest, root } = await sribne();
    const before = await text();
    expect((await need()).unmet.value).toBe(137);
    await approve();
    const id = await newest();
    expect((await need()).unmet.approved).toBeUndefined();
    expect((await p.ask('snapshot.view', { snapshot: id })).counts).toEqual({ figures: 0, results: 0, words: 0 });
    await set(456);
    await p.ask('document.setWords', { document: 'needs-report', section: 'method', language: 'uk', words: 'Пізніші слова' });

    const row = await need();
    expect([row.unmet.value, row.unmet.approved, row.identified.value, row.identified.approved, row.served.approved]).toEqual([140, 137, 456, 453, undefined]);
    expect(await text()).not.toBe(before);
    expect(sections(await text(id))).toEqual(sections(before));

    const { changes, counts } = await p.ask('snapshot.view', { snapshot: id });
    expect(counts).toMatchObject({ figures: 1, words: 1 });
    expect(changes.find((each) => each.kind === 'figure')).toMatchObject({ approved: { value: 453 }, now: { value: 456 }, who: { at: '2027-03-02T09:00:00.000Z' } });
    expect(changes.find((each) => each.id === 'result unmet s015.1')).toMatchObject({ approved: { value: 137 }, now: { value: 140 } });
    const trace = await p.ask('trace.get', { ref: { kind: 'result', result: 'unmet', service: 's015.1', territory: root, year: 2020 } });
    expect([trace.num.value, trace.approved?.num.value, trace.approved?.decision]).toEqual([140, 137, '12/34']);

    await p.ask('figures.set', { cells: [{ key: { measure: 'identified', service: 's015.1', territory: root, year: 2020 }, patch: { value: null } }] });
    expect((await need()).identified).toMatchObject({ value: null, approved: 453 });
    await p.ask('history.undo');
    await p.ask('history.undo');
    await p.ask('history.undo');
    expect((await need()).unmet.approved).toBeUndefined();
    expect((await p.ask('snapshot.view', { snapshot: id })).counts).toEqual({ figures: 0, results: 0, words: 0 });
  });
  test('is taken back by undo, comes again by redo and over a restart, and by no other way', async () => {
    const { p, approve, newest, text } = await sribne();
    const before = await text();
    await approve();
    const id = await newest();
    await p.ask('history.undo');
    expect((await view(p)).snapshots).toEqual([]);
    expect(await stage(p, 'approval')).toMatchObject({ state: 'planned', papers: [] });
    const { path } = await p.ask('plan.view', { year: 2020 });
    await p.ask('plan.close');
    const again = program({ library: p.library });
    await again.ask('plan.open', { path });
    await again.ask('history.redo');
    expect(sections(JSON.stringify(await again.ask('document.view', { year: 2020, document: 'needs-report', language: 'uk', snapshot: id })))).toEqual(sections(before));
    await again.ask('plan.close');
    const db = new Database(path);
    expect(() => db.exec("UPDATE snapshot SET decision = '1'")).toThrow(/never changes/);
    expect(() => db.exec('DELETE FROM snapshot')).toThrow(/never removed/);
    expect(() => db.exec("UPDATE snapshot_content SET content = ''")).toThrow(/never changes/);
    const logged = db.prepare("SELECT coalesce(sum(length(after)), 0) FROM change WHERE tbl = 'snapshot'").pluck().get() as number;
    expect(logged).toBeLessThan(2000);
    expect(db.prepare('SELECT content FROM snapshot_content').pluck().get()).not.toContain(p.library);
    db.close();
  });
  test('a second one leaves the first as it was; what an undone one held is dropped', async () => {
    const { p, set, need, approve, newest } = await sribne();
    await approve();
    const first = await newest();
    await set(460);
    await approve({ name: 'Зміни до рішення' });
    expect((await need()).identified.approved).toBeUndefined();
    await p.ask('history.undo');
    await set(470);
    await approve({ name: 'Зміни до рішення' });
    const { snapshots } = await view(p);
    expect(snapshots.map((each) => each.name)).toEqual(['Зміни до рішення', decision.name]);
    expect((await p.ask('snapshot.view', { snapshot: first })).changes.find((each) => each.kind === 'figure')).toMatchObject({ approved: { value: 453 }, now: { value: 470 } });
    const { path } = await p.ask('plan.view', { year: 2020 });
    await p.ask('plan.close');
    const db = new Database(path, { readonly: true });
    expect(db.prepare('SELECT count(*) FROM snapshot_content').pluck().get()).toBe(2);
    db.close();
  });
});

test('the table of indicators is printed as it was approved; a snapshot of an earlier program says that it has none', async () => {
  const { p, root, approve, newest } = await sribne();
  const elderly = (value: number) => p.ask('figures.set', { cells: [{ key: { measure: 'groupSize', group: 'elderly', territory: root, year: 2020 }, patch: { value } }] });
  const paper = async (snapshot?: string) => wordText(await p.ask('indicators.file', { year: 2020, language: 'uk', format: 'docx', ...(snapshot ? { snapshot } : {}) }));
  await elderly(9173);
  await approve();
  const id = await newest();
  await elderly(9281);
  const [now, then] = [await paper(), await paper(id)];
  expect([now.includes('9\u00a0281'), now.includes('12/34'), then.includes('9\u00a0173'), then.includes('9\u00a0281'), then.includes('рішенням № 12/34 від 26.02.2027')]).toEqual([true, false, true, false, true]);
  expect((await p.ask('snapshot.view', { snapshot: id })).counts.figures).toBe(1);

  const { path } = await p.ask('plan.view', { year: 2020 });
  await p.ask('plan.close');
  const db = new Database(path);
  const [row] = db.prepare('SELECT * FROM snapshot').all() as [Record<string, string>];
  const { indicators: _, papers: __, ...earlier } = JSON.parse(gunzipSync(Buffer.from(db.prepare('SELECT content FROM snapshot_content').pluck().get() as string, 'base64')).toString('utf8')) as Record<string, unknown>;
  const { hash, packed } = await packSnapshot(JSON.stringify(earlier));
  db.prepare('INSERT INTO snapshot_content (hash, content) VALUES (?, ?)').run(hash, packed);
  const old = { ...row, id: 'old', name: 'Давній', content: hash };
  db.prepare(`INSERT INTO snapshot (${Object.keys(old).join(', ')}) VALUES (${Object.keys(old).map(() => '?').join(', ')})`).run(...Object.values(old));
  db.close();
  await p.ask('plan.open', { path });
  expect((await p.refuse('snapshot.noIndicators', 'indicators.file', { year: 2020, language: 'uk', format: 'docx', snapshot: 'old' })).details).toEqual({ name: 'Давній' });
  expect((await p.refuse('snapshot.noPaper', 'snapshot.paper', { snapshot: 'old', paper: 'package', language: 'uk' })).details).toEqual({ name: 'Давній' });
});

test('a paper from a snapshot says what was approved, with hostile text as text and the working group by its act', async () => {
  const { p, set, approve, newest } = await sribne();
  await p.ask('cycle.stage', { determination: 'd', stage: 'start', papers: [{ kind: 'order', number: '35', date: '2020-02-06', title: '', link: '' }] });
  await p.ask('cycle.members', { determination: 'd', members: [{ role: 'Старости <округів> & ГО', tasks: '' }] });
  await approve({ decision: '1</w:t>&"\u0000\u202e', body: 'Рада <b>\u0007перша</b>' });
  await set(456);
  const { jobId } = await p.ask('job.start', { job: { kind: 'document', document: 'needs-report', language: 'uk', edition: 'service', year: 2020, snapshot: await newest() } });
  let job = await p.ask('job.get', { jobId });
  while (job.phase === 'waiting' || job.phase === 'running') { await wait(50); job = await p.ask('job.get', { jobId }); }
  const file = job.result as FileOut;
  expect(file.name).toContain('затверджений');
  const xml = wordText(file);
  const text = xml.replaceAll(/<w:p[ >]/g, '\n<').replaceAll(/<[^>]+>/g, '').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&').replaceAll('\u00a0', ' ');
  const said = ['затверджено рішенням № 1</w:t>&" від 26.02.2027, дані станом на 01.02.2020', 'Рада <b> перша</b>', 'розпорядження № 35 від 06.02.2020', 'До групи входять: Старости <округів> & ГО.', 'Облік ще ведеться', '453'];
  expect(said.filter((each) => !text.includes(each))).toEqual([]);
  expect(text).not.toMatch(/(?<!\d)456(?!\d)/);
});

test('a plan of the first shape opens with its figures and can be approved', async () => {
  const p = program();
  await p.sample('sribne');
  const identified = async () => byId((await p.ask('needs.view', { year: 2020 })).rows, 's015.1').identified;
  const { path } = await p.ask('plan.view', { year: 2020 });
  const before = await identified();
  await p.ask('plan.close');
  const old = `${path.slice(0, -'.sotsplan'.length)}-2026.sotsplan`;
  const db = new Database(old);
  migrate(db, MIGRATIONS.slice(0, 1));
  db.pragma('foreign_keys = OFF');
  db.prepare('ATTACH ? AS made').run(path);
  for (const name of db.prepare("SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'").pluck().all() as string[]) {
    const columns = (db.pragma(`main.table_info(${name})`) as { name: string }[]).map((column) => `"${column.name}"`).join();
    db.exec(`INSERT INTO main."${name}" (${columns}) SELECT ${columns} FROM made."${name}"`);
  }
  db.close();
  await p.ask('plan.open', { path: old });
  expect(await identified()).toEqual(before);
  await p.ask('cycle.add', { id: 'd', kind: 'research_3y', year: 2020 });
  await p.ask('cycle.approve', { determination: 'd', year: 2020, ...decision });
  expect((await view(p)).snapshots).toHaveLength(1);
});
