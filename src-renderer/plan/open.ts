import { asApiError, call } from '../api.ts';
import { navigate } from '../lib/route.ts';
import { enterPlan } from './store.ts';
import type { Input } from '#contract/api.ts';

/** Opens a plan file and goes to its first page; throws the reason when it cannot be opened. */
export async function openPlan(path: string, readOnly = false): Promise<void> {
  await enterPlan(await call('plan.open', { path, readOnly }));
  navigate('');
}

/** Makes a plan and opens it. */
export async function createPlan(input: Input<'plan.create'>): Promise<void> {
  await enterPlan(await call('plan.create', input));
  navigate('');
}

/** Opens a copy of a shipped sample; when a copy is there already, that one. */
export async function openSample(sample: 'sribne' | 'training'): Promise<void> {
  try {
    await enterPlan(await call('plan.sample', { sample }));
    navigate('');
  } catch (thrown) {
    const error = asApiError(thrown);
    if (error.code === 'plan.exists' && typeof error.details['path'] === 'string') await openPlan(error.details['path']);
    else throw error;
  }
}
