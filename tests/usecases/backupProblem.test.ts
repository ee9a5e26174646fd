import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { program } from './helper.ts';

test('a backup that cannot be made is told with the plan, and the change is stored all the same', async () => {
  const p = program();
  const { path } = await p.ask('plan.sample', { sample: 'sribne' });
  // A file stands where the folder of backups should be.
  writeFileSync(join(dirname(path), 'backups'), '');
  expect((await p.ask('plan.view', { year: 2020 })).backupProblem).toBeUndefined();
  await p.ask('scenario.add', { id: 'hard', name: 'Важкий' });
  const view = await p.ask('plan.view', { year: 2020 });
  expect(view.scenarios.map((row) => row.id)).toEqual(['base', 'hard']);
  expect(view.backupProblem).toEqual({ code: 'backup.failed', details: { path: join(dirname(path), 'backups') } });
});
