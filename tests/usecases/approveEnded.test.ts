import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { root } from '../helpers/root.ts';
import { folder, manualPlan, program, type TestProgram } from './helper.ts';

const year = 2027;
const input = { determination: 'd', year, name: 'Потреби', decision: '1', decidedOn: '2027-02-01', body: 'Сесія ради', reason: 'Облік ведеться' };
async function started() {
  const p = await manualPlan(year);
  await p.ask('cycle.add', { id: 'd', kind: 'research_3y', year });
  return p;
}
const kept = async (p: TestProgram) => {
  const { snapshots, determinations } = await p.ask('cycle.view');
  return [snapshots.length, determinations[0]?.stages.find((each) => each.id === 'approval')?.papers.length];
};
/** Lets the approval go on until it is at a step. */
async function at(p: TestProgram, step: string): Promise<void> {
  while ((await p.ask('plan.work'))?.step !== step) await new Promise((resolve) => setImmediate(resolve));
}

test('an approval tells its steps, can be stopped, refuses a second one and a plan changed meanwhile; nothing of it stays', async () => {
  const p = await started();
  const { revision } = await p.ask('cycle.members', { determination: 'd', members: [{ role: 'Старости' }] });
  const stopped = p.refuse('job.cancelled', 'cycle.approve', input);
  await at(p, 'places');
  expect(await p.ask('plan.work')).toMatchObject({ what: 'approve', of: 7 });
  await p.refuse('work.running', 'cycle.approve', { ...input, name: 'Друге' });
  await p.refuse('work.running', 'history.compact', { months: 0 });
  await p.ask('plan.stop');
  await stopped;
  const late = p.refuse('job.cancelled', 'cycle.approve', input);
  await at(p, 'pack');
  await p.ask('plan.stop');
  await late;

  const stale = p.refuse('work.stale', 'cycle.approve', input);
  await at(p, 'pages');
  await p.ask('territory.add', { id: 'v9', parent: p.root, kind: 'settlement', name: 'Нове' });
  await stale;
  const { path } = await p.ask('plan.view', { year });
  const closed = p.refuse('work.stale', 'cycle.approve', input);
  await at(p, 'places');
  await p.ask('plan.close');
  await closed;
  expect(await p.ask('plan.work')).toBeNull();
  await p.ask('plan.stop');

  await p.ask('plan.open', { path });
  expect(await kept(p)).toEqual([0, 0]);
  expect((await p.ask('history.view', {}))[0]).toMatchObject({ revision: revision + 1, what: { key: 'territory.add' } });
  await p.ask('cycle.approve', input);
  expect(await kept(p)).toEqual([1, 1]);
  await p.ask('plan.close');
  const db = new Database(path, { readonly: true });
  expect(db.prepare('SELECT count(*) FROM snapshot_content').pluck().get()).toBe(1);
  db.close();
  expect(p.log).toEqual([]);
});

test('a program ended in the middle of an approval leaves all of it or nothing', async () => {
  const p = await started();
  const { path } = await p.ask('plan.view', { year });
  await p.ask('plan.close');
  await Promise.all((['pack', 'before', 'after'] as const).map(async (moment) => {
    const library = folder();
    const copy = join(library, 'plan.sotsplan');
    copyFileSync(path, copy);
    const child = spawn(process.execPath, [join(root, 'tests/usecases/approve-child.ts'), copy, moment, JSON.stringify(input)], { stdio: ['ignore', 'ignore', 'inherit'] });
    expect(await once(child, 'close'), moment).not.toEqual([0, null]);
    const again = program({ library });
    await again.ask('plan.open', { path: copy });
    expect(await kept(again), moment).toEqual(moment === 'after' ? [1, 1] : [0, 0]);
    await again.ask('plan.close');
    const db = new Database(copy, { readonly: true });
    expect([db.pragma('integrity_check', { simple: true }), db.prepare('SELECT count(*) FROM snapshot_content').pluck().get()]).toEqual(['ok', moment === 'after' ? 1 : 0]);
    db.close();
  }));
}, 60_000);
