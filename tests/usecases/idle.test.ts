import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { createApp } from '../../src-main/app.ts';
import { root } from '../helpers/root.ts';
import { folder } from './helper.ts';

test('a plan nobody uses is closed, so that its one file is whole, and the next action opens it again', async () => {
  const app = createApp({ libraryDir: folder(), resourcesDir: join(root, 'resources'), now: () => new Date('2027-03-02T09:00:00.000Z'), newId: () => crypto.randomUUID(), log: () => undefined, idleAfter: 30 });
  const made = await app.dispatch('plan.sample', { sample: 'sribne' });
  if (!made.ok) throw new Error(made.error.code);
  const { path } = made.value as { path: string };
  expect(existsSync(`${path}.lock`)).toBe(true);
  await vi.waitFor(() => expect(existsSync(`${path}.lock`)).toBe(false), { timeout: 10_000 });
  expect(existsSync(`${path}-journal`)).toBe(false);
  const view = await app.dispatch('plan.view', { year: 2020 });
  expect(view.ok).toBe(true);
  expect(existsSync(`${path}.lock`)).toBe(true);
  await app.close();
  expect(existsSync(`${path}.lock`)).toBe(false);
});
