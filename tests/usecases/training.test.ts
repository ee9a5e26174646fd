import { expect, test } from 'vitest';
import { program } from './helper.ts';

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

test('the determination has one late stage in November, an approved year before it, an accepted exception and a recorded source', async () => {
  const p = program({ now: '2026-11-23T09:00:00.000Z' });
  await p.ask('plan.sample', { sample: 'training' });
  const { calendar, snapshots, determinations } = await p.ask('cycle.view', {});
  expect(calendar.late).toMatchObject([{ determination: 'research-2027', stage: 'analysis', days: -3 }]);
  expect(snapshots).toMatchObject([{ year: 2026, decision: '№ 187' }]);
  expect((await p.ask('snapshot.view', { snapshot: snapshots[0]?.id ?? '' })).changes).toEqual([]);
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
