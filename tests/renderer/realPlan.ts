import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Input, MethodName, Output } from '#contract/api.ts';
import { createApp, loadShipped } from '../../src-main/app.ts';
import { enterPlan } from '../../src-renderer/plan/store.ts';
import { root } from '../helpers/root.ts';

const RESOURCES = join(root, 'resources');
const shipped = loadShipped(RESOURCES);

/** The program behind the window of a test: pages ask it as they ask any door. */
export interface RealPlan {
  readonly ask: <N extends MethodName>(method: N, input: Input<N>) => Promise<Output<N>>;
  /** Methods the page has called, newest last. */
  readonly called: { readonly method: string; readonly input: unknown }[];
  readonly close: () => Promise<void>;
}

/** Starts the program with a fresh library and opens a sample or a new plan of a community (KATOTTH code, or a name for one by hand). */
export async function realPlan(plan: 'sribne' | 'training' | { readonly code: string } | { readonly name: string }): Promise<RealPlan> {
  const library = mkdtempSync(join(tmpdir(), 'sotsplan-page-'));
  let id = 0;
  const app = createApp({ libraryDir: library, resourcesDir: RESOURCES, shipped, now: () => new Date(Date.UTC(2026, 8, 1, 9)), newId: () => `id-${++id}`, log: () => undefined });
  const called: RealPlan['called'] = [];
  const ask = async <N extends MethodName>(method: N, input: Input<N>): Promise<Output<N>> => {
    const reply = await app.dispatch(method, input);
    if (!reply.ok) throw new Error(`${method}: ${JSON.stringify(reply.error)}`);
    return reply.value as Output<N>;
  };
  Object.defineProperty(window, 'bridge', {
    configurable: true,
    value: { call: (method: string, input: unknown) => { called.push({ method, input }); return app.dispatch(method, input); } },
  });
  window.location.hash = '';
  const info = typeof plan === 'string' ? await ask('plan.sample', { sample: plan })
    : await ask('plan.create', { community: 'code' in plan ? plan : { ...plan, type: 'rural' }, year: 2027 });
  await enterPlan(info);
  return { ask, called, close: async () => { await app.close(); rmSync(library, { recursive: true, force: true }); } };
}
