import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { api, type MethodName } from '#contract/api.ts';
import { ERRORS } from '#contract/errors.ts';
import { createApp, type App } from '../../src-main/app.ts';
import { KNOWN, like } from '../helpers/inputs.ts';
import { root } from '../helpers/root.ts';

const known = { ...KNOWN };
const library = mkdtempSync(join(tmpdir(), 'sotsplan-dispatch-'));
const log: string[] = [];
let app: App;
let ids = 0;
beforeAll(async () => {
  app = createApp({ libraryDir: library, resourcesDir: join(root, 'resources'), now: () => new Date('2027-03-01T10:00:00Z'), newId: () => `id-${++ids}`, log: (line) => log.push(line) });
  await app.dispatch('plan.sample', { sample: 'training', file: 'dispatch' });
  await makeSurvey();
});
/** A survey with an answer and a theme: its ids cannot be guessed. */
async function makeSurvey(): Promise<void> {
  const value = async <T>(method: string, input: unknown): Promise<T> => {
    const reply = await app.dispatch(method, input);
    if (!reply.ok) throw new Error(`${method}: ${JSON.stringify(reply.error)}`);
    return reply.value as T;
  };
  const { id: survey } = await value<{ id: string }>('surveys.add', { name: 'Опитування', from: 'builtin', language: 'uk' });
  const { list } = await value<{ list: readonly { id: string; kind: string }[] }>('surveys.form.view', { survey });
  const open = list.find((question) => question.kind === 'open')?.id ?? '';
  await value('surveys.answer.add', { survey, answers: { [open]: 'автобус' } });
  const { id: theme } = await value<{ id: string }>('surveys.theme.put', { survey, question: open, name: 'транспорт' });
  const view = await value<{ rows: readonly { answer: string }[] }>('surveys.open.view', { survey, question: open });
  Object.assign(KNOWN, { survey: [survey, 'none'], question: [open, 'none'], theme: [theme], answer: view.rows.map((row) => row.answer), id: [...(KNOWN['id'] ?? []), open, theme] });
}

/** A plan is open again before each method: one of them closes it. */
beforeEach(async () => {
  const path = join(library, 'dispatch.sotsplan');
  const open = await app.dispatch('plan.current', {});
  if (!open.ok || (open.value as { path: string } | null)?.path !== path) await app.dispatch('plan.open', { path });
});
afterAll(async () => {
  for (const name of Object.keys(KNOWN)) delete KNOWN[name];
  Object.assign(KNOWN, known); // other files of this worker begin with the same inputs
  await app.close();
  rmSync(library, { recursive: true, force: true });
});

/** Methods that start threads or move the library elsewhere are asked elsewhere. */
const LEFT_OUT: ReadonlySet<string> = new Set(['job.start', 'library.setFolder', 'plan.saveCopy', 'plan.restore']);
const REMOVES = /remove$|clear$/;
/** What removes comes last: the others find something. */
const METHODS = (Object.keys(api) as MethodName[]).filter((name) => !LEFT_OUT.has(name)).toSorted((a, b) => Number(REMOVES.test(a)) - Number(REMOVES.test(b)));

/** They make a paper or count the whole plan several times in one answer. */
const LONG = /\.(file|document|questionnaire|reminder|compare|approve)$|^document\.view$/;

/** Methods that answered at least once: inputs that are always refused would prove nothing. */
const answered = new Set<string>();

async function answers(method: string, input: unknown): Promise<void> {
  const before = log.length;
  const reply = await app.dispatch(method, input);
  if (reply.ok) {
    answered.add(method);
    expect(JSON.parse(JSON.stringify(reply.value ?? null)), method).toEqual(reply.value ?? null);
    return;
  }
  expect(Object.hasOwn(ERRORS, reply.error.code), reply.error.code).toBe(true);
  expect(reply.error.kind, `${method} ${fc.stringify(input).slice(0, 300)} ${log.slice(before).join('\n')}`).not.toBe('bug');
}

test('a method nobody has is refused, whatever its name', async () => {
  for (const name of ['', 'none', '__proto__', 'constructor', 'toString', 'hasOwnProperty', 'plan.view ', 'Plan.view', '\u0000']) {
    expect(await app.dispatch(name, {})).toEqual({ ok: false, error: { code: 'input.unknownMethod', kind: 'input', details: { method: name } } });
  }
});

test.each(METHODS)('%s never throws, whatever it is given', async (method) => {
  await fc.assert(fc.asyncProperty(fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true, withMap: true, withSparseArray: true }), (input) => answers(method, input)), { numRuns: 12, seed: 7 });
});

describe('inputs that fit, or nearly', () => {
  test.each(METHODS.filter((name) => !['plan.close', 'plan.open', 'plan.create', 'plan.sample'].includes(name)))('%s answers or refuses with a code', async (method) => {
    const schema = z.toJSONSchema(api[method].input, { io: 'input', reused: 'inline' });
    await fc.assert(fc.asyncProperty(like(schema), (input) => answers(method, input)), { numRuns: LONG.test(method) ? 8 : method.endsWith('.view') ? 12 : 25, seed: 11 });
  });
  test('after all that the plan is whole: every page can be built, the history undone to the beginning', async () => {
    for (const view of ['plan.view', 'needs.view', 'gaps.view', 'capacity.view', 'groups.view', 'community.view', 'overview.view']) {
      const reply = await app.dispatch(view, { year: 2027 });
      expect(reply.ok ? 'ok' : `${view} ${JSON.stringify(reply.error)} ${log.join('\n')}`).toBe('ok');
    }
    for (let n = 0; n < 3000; n++) if (!(await app.dispatch('history.undo', {})).ok) break;
    const needs = await app.dispatch('needs.view', { year: 2027 });
    expect(JSON.stringify(needs)).toContain('"identified"');
    expect(log).toEqual([]);
    // Ids of jobs, of files being imported and tokens, codes of communities, names of samples and files to read cannot be guessed; five chances do not add up to 100.
    const guesses = ['plan.sample', 'scenario.copy', 'scenario.suggest', 'surveys.file', 'job.get', 'job.cancel', 'reference.compare', 'reference.accept', 'community.card', 'neighbour.add', 'neighbour.remove', 'gaps.setWeights', 'plan.open', 'plan.create', 'group.update', 'group.remove', 'table.xlsx', 'cycle.approve', 'cycle.stage', 'cycle.members', 'snapshot.view', 'snapshot.paper', 'projection.setParameters', 'projection.take', 'event.put', 'event.remove', 'difference.put', 'difference.remove', 'check.accept', 'check.reopen', 'publishing.accept', 'publishing.reopen', 'surveys.answer.set', 'surveys.answer.remove', 'surveys.answers.view', 'surveys.question.put', 'surveys.question.move', 'surveys.question.remove', 'surveys.answer.add', 'surveys.answers.clear', 'surveys.theme.remove', 'indicators.confirm', 'indicator.remove', 'sheets.make', 'sheets.file', 'sheets.set', 'sheets.remove', 'collector.remove', 'restoration.levels.set', 'restoration.answers.set', 'audit.put', 'audit.answers.set', 'audit.remove', 'audit.fix.remove', 'integration.set', 'integration.take', 'integration.survey.view', 'integration.takeSurvey', 'integration.move', 'integration.own.remove', 'staff.remove', 'staff.removeWork', 'staff.toFigures', 'staff.read', 'provider.update', 'staff.setWork', 'staff.setShare', 'staffWork.view', 'travel.read', 'travel.set', 'travel.parameters', 'place.point', 'travel.own', 'integration.survey.view', 'integration.takeSurvey'];
    expect(METHODS.filter((method) => !answered.has(method) && !guesses.includes(method) && !method.startsWith('import.') && !method.startsWith('return.') && method !== 'indicators.readList')).toEqual([]);
  });
});
