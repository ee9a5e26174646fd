import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startAppThread } from '../../src-main/shells/appThread.ts';

const folder = mkdtempSync(join(tmpdir(), 'sotsplan-thread-'));
const script = join(folder, 'worker.mjs');
writeFileSync(script, `
  import { parentPort } from 'node:worker_threads';
  parentPort.on('message', ({ kind, id, method, input }) => {
    if (kind === 'close') { parentPort.postMessage({ kind: 'closed' }); parentPort.close(); }
    else if (method === 'crash') throw new Error('broken on purpose');
    else if (method === 'exit') process.exit(3);
    else if (method !== 'silent') parentPort.postMessage({ kind: 'reply', id, reply: { ok: true, value: input } });
  });
`);
const places = { libraryDir: folder, resourcesDir: folder, jobsWorker: script, version: '1', portable: false };
const LOST = { ok: false, error: { code: 'transport.lost', kind: 'transport', details: {} } };

test('when the thread dies, everyone waiting is told, and the next call starts a new one', async () => {
  const why: string[] = [];
  const thread = startAppThread(script, places, (reason) => why.push(reason));
  const silent = thread.call('silent', null);
  expect(await thread.call('crash', null)).toEqual(LOST);
  expect(await silent).toEqual(LOST);
  expect(why.join()).toContain('broken on purpose');
  expect(await thread.call('echo', 1)).toEqual({ ok: true, value: 1 });
  expect(await thread.call('exit', null)).toEqual(LOST);
  expect(why).toHaveLength(2);
  await thread.close();
  expect(await thread.call('echo', 2)).toEqual(LOST);
});

test('answers find their questions, whatever the order', async () => {
  const thread = startAppThread(script, places);
  const answers = await Promise.all(Array.from({ length: 50 }, (_, n) => thread.call('echo', { n })));
  expect(answers).toEqual(answers.map((_, n) => ({ ok: true, value: { n } })));
  await thread.close();
});

test('what is not plain data is refused before it is sent', async () => {
  const thread = startAppThread(script, places);
  expect(await thread.call('echo', { call: () => 1 })).toMatchObject({ ok: false, error: { code: 'input.invalid' } });
  await thread.close();
});
