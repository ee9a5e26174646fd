import { setTimeout as wait } from 'node:timers/promises';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { JobView } from '#contract/api/documents.ts';
import type { FileOut } from '#contract/models.ts';
import { byId, program, type TestProgram } from './helper.ts';

const year = 2020;
const report = { document: 'needs-report', language: 'uk' } as const;

/** Waits until a job ended, at most a minute. */
async function ended(p: TestProgram, jobId: string): Promise<JobView> {
  for (let n = 0; n < 600; n++) {
    const view = await p.ask('job.get', { jobId });
    if (view.phase !== 'waiting' && view.phase !== 'running') return view;
    await wait(100);
  }
  throw new Error('the job did not end');
}
const sribne = async (): Promise<TestProgram> => {
  const p = program();
  await p.sample('sribne');
  return p;
};

describe('the department’s words', () => {
  test('survive every regeneration and a restart, each language apart', async () => {
    const p = await sribne();
    await p.ask('document.setWords', { ...report, section: 'method', words: 'Слова відділу' });
    await p.ask('figures.set', { cells: [{ key: { measure: 'identified', service: 's015.1', territory: (await p.ask('plan.view', { year })).root, year }, patch: { value: 500 } }] });
    const section = async (one: TestProgram, language: 'uk' | 'en') => byId((await one.ask('document.view', { year, document: 'needs-report', language })).sections, 'method').words;
    expect(await section(p, 'uk')).toBe('Слова відділу');
    expect(await section(p, 'en')).toBe('');
    const { path } = await p.ask('plan.view', { year });
    await p.ask('plan.close');
    const again = program({ library: p.library });
    await again.ask('plan.open', { path });
    expect(await section(again, 'uk')).toBe('Слова відділу');
    await again.ask('history.undo');
    await again.ask('history.undo');
    expect(await section(again, 'uk')).toBe('');
  });
  test('recommendations written over are offered for comparison once the data changed', async () => {
    const p = await sribne();
    const section = async () => byId((await p.ask('document.view', { year, ...report })).sections, 'recommendations');
    const before = await section();
    expect(before.mode).toBe('instead');
    expect(before.derived).not.toBe('');
    await p.ask('document.setWords', { ...report, section: 'recommendations', words: 'Наша рекомендація', basedOn: before.derived });
    expect(await section()).toMatchObject({ stale: false, words: 'Наша рекомендація' });
    await p.ask('figures.set', { cells: [{ key: { measure: 'identified', service: 's015.1', territory: (await p.ask('plan.view', { year })).root, year }, patch: { value: 900 } }] });
    expect(await section()).toMatchObject({ stale: true, words: 'Наша рекомендація', basedOn: before.derived });
  });
  test('a section nobody has is refused', async () => {
    const p = await sribne();
    await p.refuse('input.unknownId', 'document.setWords', { ...report, section: '__proto__', words: 'х' });
  });
});

describe('jobs', () => {
  test('a paper is made in a thread and its figures are the screen’s', async () => {
    const p = await sribne();
    await p.ask('document.setWords', { ...report, section: 'method', words: 'Слова <відділу> & «комісії»' });
    const { jobId } = await p.ask('job.start', { job: { kind: 'document', edition: 'service', year, ...report } });
    const done = await ended(p, jobId);
    expect(done.phase, JSON.stringify(done.error)).toBe('done');
    const file = done.result as FileOut;
    expect(file.name).toMatch(/\.docx$/);
    const text = strFromU8(unzipSync(Buffer.from(file.base64, 'base64'))['word/document.xml'] ?? new Uint8Array());
    for (const number of ['453', '316', '137']) expect(text).toContain(number);
    expect(text).toContain('Слова &lt;відділу&gt; &amp; «комісії»');
  });
  test('a cancelled job ends and says so; an unknown one is refused', async () => {
    const p = await sribne();
    const { jobId } = await p.ask('job.start', { job: { kind: 'document', edition: 'public', year, ...report } });
    await p.ask('job.cancel', { jobId });
    expect(await p.ask('job.get', { jobId })).toMatchObject({ phase: 'cancelled', error: { code: 'job.cancelled' }, result: null });
    await p.ask('job.cancel', { jobId });
    await p.refuse('job.unknown', 'job.get', { jobId: 'none' });
    await p.refuse('job.unknown', 'job.cancel', { jobId: 'none' });
  });
  test('without a plan there is no paper', async () => {
    const p = program();
    await p.refuse('plan.none', 'job.start', { job: { kind: 'document', edition: 'service', year, ...report } });
    await p.refuse('plan.none', 'document.view', { year, ...report });
  });
});
