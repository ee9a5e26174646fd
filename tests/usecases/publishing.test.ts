import { setTimeout as wait } from 'node:timers/promises';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { Input } from '#contract/api.ts';
import type { FileOut } from '#contract/models.ts';
import { parseCsv } from '../documents/published.ts';
import { byId, program, type TestProgram } from './helper.ts';

const year = 2020;
const of = { year, language: 'uk' } as const;
const sribne = async (): Promise<TestProgram> => { const p = program(); await p.sample('sribne'); return p; };
const stopping = async (p: TestProgram) => (await p.ask('publishing.view', of)).issues.filter((issue) => issue.does === 'change');

async function made(p: TestProgram, job: Input<'job.start'>['job']): Promise<FileOut> {
  const { jobId } = await p.ask('job.start', { job });
  for (let n = 0; n < 600; n++) {
    const view = await p.ask('job.get', { jobId });
    if (view.phase === 'done') return view.result as FileOut;
    if (view.phase === 'failed') throw new Error(JSON.stringify(view.error));
    await wait(50);
  }
  throw new Error('the job did not end');
}

/** The needs table of an open data archive. */
function needsOf(file: FileOut): readonly Readonly<Record<string, string>>[] {
  const [head = [], ...rows] = parseCsv(strFromU8(unzipSync(Buffer.from(file.base64, 'base64'))['needs.csv'] ?? new Uint8Array()));
  return rows.map((row) => Object.fromEntries(head.map((name, i) => [name, row[i] ?? ''])));
}
const valueIn = (rows: ReturnType<typeof needsOf>, service: string, indicator: string) => rows.find((row) => row['service'] === service && row['indicator'] === indicator);

describe('the publication check', () => {
  test('a plan with nothing to hide has nothing to look at', async () => {
    const p = await sribne();
    expect(await p.ask('publishing.view', of)).toMatchObject({ issues: [], hidden: { small: 0, covered: 0 }, stops: { report: 0, summary: 0, openData: 0 } });
  });

  test('personal data in the words stop the paper they stand in until they are changed or confirmed with a reason', async () => {
    const p = await sribne();
    const report = { kind: 'document', document: 'needs-report', edition: 'public', ...of } as const;
    await p.ask('document.setWords', { document: 'needs-report', section: 'method', language: 'uk', words: 'Телефонуйте 067 123 45 67.' });
    const [issue] = await stopping(p);
    expect(issue).toMatchObject({ kind: 'personal', found: ['phone'], files: ['report'], page: 'documents', params: { section: 'method' } });
    expect(JSON.stringify(issue)).not.toContain('123');
    expect((await p.refuse('publication.words', 'job.start', { job: report })).details).toMatchObject({ count: 1, file: 'report' });
    await p.refuse('input.invalid', 'publishing.accept', { ...of, issue: issue?.id ?? '', reason: '  ' });
    await p.ask('publishing.accept', { ...of, issue: issue?.id ?? '', reason: 'це телефон приймальні відділу' });
    expect((await p.ask('publishing.view', of)).stops.report).toBe(0);
    await p.ask('job.cancel', await p.ask('job.start', { job: report }));
    expect((await p.ask('history.view', {}))[0]?.what).toMatchObject({ key: 'publishing.accept', params: { reason: 'це телефон приймальні відділу' } });
    // Other words are not what was confirmed.
    await p.ask('document.setWords', { document: 'needs-report', section: 'method', language: 'uk', words: 'Телефонуйте 067 765 43 21.' });
    expect((await stopping(p))[0]?.accepted).toMatchObject({ holds: false });
    await p.refuse('publication.words', 'job.start', { job: report });
    await p.ask('document.setWords', { document: 'needs-report', section: 'method', language: 'uk', words: 'Телефон – на сайті громади.' });
    expect(await stopping(p)).toEqual([]);
  });

  test('a confirmation is taken back; one of something else is refused', async () => {
    const p = await sribne();
    await p.ask('publishing.setWords', { section: 'contact', language: 'uk', words: 'Писати на viddil@example.org' });
    const [issue] = await stopping(p);
    await p.ask('publishing.accept', { ...of, issue: issue?.id ?? '', reason: 'скринька відділу' });
    await p.ask('publishing.reopen', { issue: issue?.id ?? '' });
    expect((await p.ask('publishing.view', of)).stops).toEqual({ report: 0, summary: 1, openData: 0 });
    await p.refuse('input.unknownId', 'publishing.reopen', { issue: issue?.id ?? '' });
    await p.refuse('input.unknownId', 'publishing.accept', { ...of, issue: 'publish|personal|none', reason: 'навіщось' });
    await p.refuse('publication.words', 'job.start', { job: { kind: 'summary', format: 'pdf', ...of } });
    await p.ask('history.undo');
    expect((await p.ask('publishing.view', of)).stops.summary).toBe(0);
  });

  test('a small count in the words of the summary is found in its own language only', async () => {
    const p = await sribne();
    await p.ask('publishing.setWords', { section: 'plans', language: 'uk', words: 'Ще 3 особи чекають.' });
    expect(await stopping(p)).toMatchObject([{ kind: 'wordsSmall', found: ['3 особи'], files: ['summary'] }]);
    expect((await p.ask('publishing.view', { year, language: 'en' })).issues).toEqual([]);
  });

  test('a sole trader’s registered name is allowed; a person as provider or source is not', async () => {
    const p = await sribne();
    await p.ask('provider.add', { id: 'fop', name: 'ФОП Коваленко Олена Іванівна', kind: 'fop', sector: 'non_state' });
    expect(await stopping(p)).toEqual([]);
    const { root } = await p.ask('plan.view', { year });
    await p.ask('figures.set', { cells: [{ key: { measure: 'served', service: 's015.1', territory: root, year }, patch: { source: 'Коваленко Олена Іванівна' } }] });
    expect(await stopping(p)).toMatchObject([{ kind: 'personal', found: ['name'], where: { key: 'source' }, page: 'needs', files: ['report', 'summary', 'openData'] }]);
  });
});

describe('open data', () => {
  test('its figures are those of the screen; small counts are hidden and listed with their service', async () => {
    const p = await sribne();
    const { root } = await p.ask('plan.view', { year });
    const set = (service: string, measure: 'identified' | 'served', value: number) => ({ key: { measure, service, territory: root, year } as const, patch: { value } });
    await p.ask('figures.set', { cells: [set('s016.0', 'identified', 12), set('s016.0', 'served', 9)] });
    const file = await made(p, { kind: 'openData', ...of });
    expect(file.name).toBe('Відкриті-дані-Срібнянська-2020.zip');
    const rows = needsOf(file);
    const screen = byId((await p.ask('needs.view', { year })).rows, 's015.1');
    expect([valueIn(rows, 's015.1', 'general_need')?.['value'], valueIn(rows, 's015.1', 'served')?.['value'], valueIn(rows, 's015.1', 'unmet_need')?.['value']]).toEqual([screen.general, screen.served, screen.unmet].map((num) => String(num.value)));
    expect(['general_need', 'served', 'unmet_need', 'coverage'].map((indicator) => valueIn(rows, 's016.0', indicator)?.['status'])).toEqual(['published', 'suppressed', 'suppressed', 'suppressed']);
    expect((await p.ask('publishing.view', of)).issues).toMatchObject([{ kind: 'small', does: 'hidden', small: 1, page: 'needs', link: { service: 's016.0' } }]);
  });

  test('from an approved snapshot the figures stay as approved', async () => {
    const p = await sribne();
    const { root } = await p.ask('plan.view', { year });
    await p.ask('cycle.add', { id: 'd', kind: 'research_3y', year });
    await p.ask('cycle.approve', { determination: 'd', year, name: 'Потреби 2020', decision: '12/34', decidedOn: '2020-02-26', body: 'Рішення сесії селищної ради', reason: 'Облік ще ведеться' });
    await p.ask('figures.set', { cells: [{ key: { measure: 'identified', service: 's015.1', territory: root, year }, patch: { value: 900 } }] });
    const [snapshot] = (await p.ask('publishing.view', of)).snapshots;
    const then = await made(p, { kind: 'openData', ...of, snapshot: snapshot?.id });
    expect(valueIn(needsOf(then), 's015.1', 'general_need')?.['value']).toBe('453');
    expect(then.name).toBe('Відкриті-дані-Срібнянська-2020-затверджений.zip');
    await p.refuse('input.unknownId', 'job.start', { job: { kind: 'openData', ...of, snapshot: 'none' } });
  });
});

test('the summary is made as a Word file of the name people expect, with the department’s words', async () => {
  const p = await sribne();
  await p.ask('publishing.setWords', { section: 'plans', language: 'uk', words: 'У 2021 році відкриємо денний догляд' });
  const docx = await made(p, { kind: 'summary', format: 'docx', ...of });
  expect(docx.name).toBe('Публічний-підсумок-Срібнянська-2020.docx');
  const text = strFromU8(unzipSync(Buffer.from(docx.base64, 'base64'))['word/document.xml'] ?? new Uint8Array());
  for (const part of ['453', '316', '137', 'У 2021 році відкриємо денний догляд.']) expect(text).toContain(part);
});
