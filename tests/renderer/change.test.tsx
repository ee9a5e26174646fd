// @vitest-environment jsdom
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { call } from '../../src-renderer/api.ts';
import { planStore } from '../../src-renderer/plan/store.ts';
import { change, undo } from '../../src-renderer/plan/useChange.ts';
import { useView } from '../../src-renderer/plan/useView.ts';

type Answer = (method: string, input: unknown) => unknown;
const answer = (fn: Answer) => vi.stubGlobal('fetch', vi.fn(async (url: string, init: RequestInit) => {
  const reply = await fn(url.replace('/api/', ''), JSON.parse(String(init.body)));
  return new Response(JSON.stringify(reply));
}));
const ok = (value: unknown) => ({ ok: true, value });
const refuse = (code: string, kind: string) => ({ ok: false, error: { code, kind, details: {} } });

beforeEach(() => planStore.set({ saved: { state: 'none' }, info: null }));
afterEach(() => { cleanup(); vi.unstubAllGlobals(); });

it('says that the program does not answer when the wire is cut or speaks another language', async () => {
  vi.stubGlobal('fetch', vi.fn(async () => { throw new TypeError('cut'); }));
  await expect(call('app.info', {})).rejects.toMatchObject({ code: 'transport.lost' });
  vi.stubGlobal('fetch', vi.fn(async () => new Response('<html>')));
  await expect(call('app.info', {})).rejects.toMatchObject({ code: 'transport.lost' });
});

it('says "saved" only after the reply', async () => {
  let release: (value: unknown) => void = () => undefined;
  answer(() => new Promise((resolve) => { release = resolve; }));
  const done = change('history.undo', {});
  await waitFor(() => expect(fetch).toHaveBeenCalled());
  expect(planStore.get().saved.state).toBe('saving');
  release(ok({ revision: 5, areas: [] }));
  await done;
  expect(planStore.get().saved.state).toBe('saved');
  expect(planStore.get().revision).toBe(5);
});

it('keeps a failed change with a way to repeat it, and leaves a refused one to its page', async () => {
  answer(() => refuse('disk.full', 'data'));
  await expect(change('plan.set', {})).rejects.toMatchObject({ code: 'disk.full' });
  const { saved } = planStore.get();
  expect(saved.state).toBe('failed');
  answer(() => ok({ revision: 6, areas: [] }));
  if (saved.state === 'failed') saved.retry();
  await waitFor(() => expect(planStore.get().saved.state).toBe('saved'));
  answer(() => refuse('input.value', 'input'));
  await expect(change('plan.set', {})).rejects.toMatchObject({ code: 'input.value' });
  expect(planStore.get().saved.state).toBe('saved');
});

it('takes "nothing to undo" calmly', async () => {
  answer(() => refuse('plan.nothingToUndo', 'refusal'));
  await expect(undo()).resolves.toBeUndefined();
});

function Plans() {
  const view = useView('library.list', {}, ['library']);
  return <p>{view.error ? view.error.code : view.data === null ? 'waiting' : `plans ${view.data.length}`}</p>;
}

it('asks again when a change touches its part, keeps old data meanwhile, and ignores other parts', async () => {
  let plans = 1;
  let areas: string[] = ['needs'];
  answer((method) => (method === 'library.list' ? ok(Array.from({ length: plans }, () => ({}))) : ok({ revision: 1, areas })));
  render(<Plans />);
  await screen.findByText('plans 1');
  plans = 2;
  await change('plan.set', {});
  expect(screen.getByText('plans 1')).toBeTruthy();
  areas = ['library'];
  await change('plan.set', {});
  await screen.findByText('plans 2');
  expect(screen.queryByText('waiting')).toBeNull();
});

it('shows the error of a view', async () => {
  answer(() => refuse('folder.notFound', 'data'));
  render(<Plans />);
  await screen.findByText('folder.notFound');
});
