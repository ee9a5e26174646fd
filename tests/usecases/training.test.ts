import { expect, test } from 'vitest';
import { program } from './helper.ts';
import { missingTexts, sentencesIn } from './locales.ts';

/** The training community shows every part of the work, and its parts agree with each other. */

const scope = { year: 2027, scenario: 'base' };

test('the answers of the survey give the figures that name it, and they follow how its respondents are chosen', async () => {
  const p = program();
  await p.ask('plan.sample', { sample: 'training' });
  const [survey] = await p.ask('surveys.view', {});
  const { rows } = await p.ask('surveys.take.view', { ...scope, survey: survey?.id ?? '' });
  const taken = rows.filter((row) => row.now.answered !== null);
  expect(taken).toHaveLength(9);
  for (const { service, group, yes, answered, now } of taken) expect({ service, group, yes, answered }).toEqual({ service, group, yes: now.yes, answered: now.answered });
  await p.ask('surveys.set', { survey: survey?.id ?? '', selection: 'convenience' });
  expect((await p.ask('survey.view', { ...scope, service: 's015.1' })).rows.find((row) => row.group === 'elderly_alone')).toMatchObject({ selection: 'convenience' });
});

test('every number of the survey opens the way it was found, which agrees with the page; weighting costs answers', async () => {
  const p = program();
  await p.ask('plan.sample', { sample: 'training' });
  const [info] = await p.ask('surveys.view', {});
  const survey = info?.id ?? '';
  const texts = new Set<string>();
  const trace = async (what: 'share' | 'satisfied' | 'kish', more: object = {}) => {
    const found = await p.ask('trace.get', { ref: { kind: 'survey', what, survey, ...scope, ...more } });
    for (const sentence of sentencesIn(found)) for (const text of missingTexts(sentence)) texts.add(text);
    return found;
  };
  const results = await p.ask('surveys.results.view', { ...scope, survey, question: 's015.1' });
  for (const row of results.services.slice(0, 4)) {
    for (const [share, weighted] of [[row.share, false], [row.weighted, true]] as const) expect((await trace('share', { question: row.question, weighted })).num, row.id).toMatchObject({ value: share?.rate, low: share?.low, high: share?.high });
    expect((await trace('satisfied', { question: row.question })).num.value).toBe(row.satisfied.rate);
  }
  const { num, steps, assumptions, inputs } = await trace('share', { question: 's015.1', weighted: true });
  const last = (at: number) => { const part = steps[at]?.at(-1); return typeof part === 'object' ? part.n : null; };
  const weighted = results.services.find((row) => row.id === 's015.1')?.weighted;
  expect([last(0), last(1), last(2)]).toEqual([weighted?.rate, weighted?.kish, weighted?.nEff]);
  expect([num.low, num.high].every((bound) => bound !== null)).toBe(true);
  expect(assumptions.filter((each) => each.key === 'surveys.trace.raked')).toHaveLength(3);
  expect(inputs.find((each) => each.num.ref?.kind === 'survey')?.num.value).toBeCloseTo(results.weights.result?.kish ?? 0, 9);
  for (const { role, rows } of results.split) for (const part of rows.slice(0, 2)) expect((await trace('share', { question: 's015.1', role, part: part.id, weighted: true })).num.value, part.id).toBe(part.weighted?.rate);
  for (const question of results.questions) for (const row of question.rows.slice(0, 2)) expect((await trace('share', { question: question.id, option: row.id })).num.value, row.id).toBe(row.share.rate);

  const effective = (await trace('kish')).num.value ?? 0;
  const form = await p.ask('surveys.form.view', { survey });
  expect(effective).toBeLessThan(0.9 * results.answers);
  expect(form.plan.designEffect, 'what the sample was planned with is what its weights cost').toBeCloseTo(results.answers / effective, 1);
  await p.refuse('input.unknownId', 'trace.get', { ref: { kind: 'survey', what: 'share', survey, question: 'none', ...scope } });
  await p.refuse('input.unknownId', 'trace.get', { ref: { kind: 'survey', what: 'kish', survey: 'none', ...scope } });
  expect([...texts]).toEqual([]);
});

test('the determination has one late stage in November, an approved year before it, an accepted exception and a recorded source', async () => {
  const p = program({ now: '2026-11-23T09:00:00.000Z' });
  await p.ask('plan.sample', { sample: 'training' });
  const { calendar, snapshots, determinations } = await p.ask('cycle.view', {});
  expect(calendar.late).toMatchObject([{ stage: 'collection', what: 'sheets', count: 1, days: -10 }, { determination: 'research-2027', stage: 'analysis', what: 'end', days: -3 }]);
  expect(snapshots).toMatchObject([{ year: 2026, decision: '187' }]);
  expect((await p.ask('snapshot.view', { snapshot: snapshots[0]?.id ?? '' })).changes).toEqual([]);
  const { counts } = await p.ask('plan.view', { year: 2027, scenario: 'base' });
  expect(await p.ask('library.list', {})).toMatchObject([{ needsKnown: counts.needs.known, needsAll: counts.needs.all }]);
  expect((await p.ask('sheets.view', { year: 2027 })).rows.filter((row) => row.lateDays > 0)).toMatchObject([{ collector: 'ngo', state: 'sent' }]);
  for (const { id, members } of determinations) await p.ask('cycle.members', { determination: id, members: [...members] });
  expect((await p.ask('checks.view', scope)).issues.filter((issue) => issue.accepted !== null)).toHaveLength(1);
  expect((await p.ask('rates.cell', { ...scope, group: 'lost_mobility', service: 's015.1' })).choice).toMatchObject({ source: 'default' });
});

test('on a day before the decision nothing is approved yet', async () => {
  const p = program({ now: '2026-05-04T09:00:00.000Z' });
  await p.ask('plan.sample', { sample: 'training' });
  expect((await p.ask('cycle.view', {})).snapshots).toEqual([]);
});
