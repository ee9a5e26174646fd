import { expect, test } from 'vitest';
import { program } from './helper.ts';

test('the sentence of a figure nobody entered says «not known», never 0', async () => {
  const p = program();
  await p.sample('sribne');
  const { rows } = await p.ask('needs.view', { year: 2020 });
  const row = rows.find((each) => each.code === '015.2');
  if (!row) throw new Error('no residential care');
  const trace = await p.ask('trace.get', { ref: { kind: 'figure', key: row.identified.key } });
  expect(trace.num.value).toBeNull();
  expect(trace.sentence.key).toBe('sentence.figureUnknown');
  expect(trace.sentence.params).not.toHaveProperty('n');
});
