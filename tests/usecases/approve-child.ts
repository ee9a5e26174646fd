// Approves a plan and ends itself without warning at a chosen moment: at a step of the preparation, or just before or after its commit.
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { createApp } from '../../src-main/app.ts';
import { root } from '../helpers/root.ts';

const [path = '', moment = '', input = '{}'] = process.argv.slice(2);
const end = (): void => void process.kill(process.pid, 'SIGKILL');
const app = createApp({ libraryDir: dirname(path), resourcesDir: join(root, 'resources'), now: () => new Date('2027-03-02T09:00:00Z'), newId: () => 'killed', log: (line) => process.stderr.write(`${line}\n`) });
await app.dispatch('plan.open', { path });
const exec = Database.prototype.exec;
Database.prototype.exec = function patched(this: Database.Database, sql: string) {
  if (sql === 'COMMIT' && moment === 'before') end();
  const done = exec.call(this, sql);
  if (sql === 'COMMIT' && moment === 'after') end();
  return done;
};
const ended = new AbortController();
const approving = app.dispatch('cycle.approve', JSON.parse(input)).finally(() => ended.abort());
while (!ended.signal.aborted) {
  const reply = await app.dispatch('plan.work', {});
  if (reply.ok && (reply.value as { step?: string } | null)?.step === moment) end();
  await new Promise((resolve) => setImmediate(resolve));
}
process.stderr.write(`lived on ${JSON.stringify(await approving)}\n`);
