import { asApiError, call } from '../api.ts';
import { navigate } from '../lib/route.ts';
import { enterPlan } from './store.ts';
import type { Input, Output } from '#contract/api.ts';

/** Takes over a plan that is being opened and goes to its first page, unless the person has gone to another page meanwhile. */
async function enter(opening: Promise<Output<'plan.open'>>): Promise<void> {
  const from = window.location.hash;
  await enterPlan(await opening);
  if (window.location.hash === from) navigate('');
}

/** Opens a plan file and goes to its first page; throws the reason when it cannot be opened. */
export const openPlan = (path: string, readOnly = false): Promise<void> => enter(call('plan.open', { path, readOnly }));

/** Makes a plan and opens it. */
export const createPlan = (input: Input<'plan.create'>): Promise<void> => enter(call('plan.create', input));

/** Opens a copy of a shipped sample; when a copy is there already, that one. */
export async function openSample(sample: 'sribne' | 'training'): Promise<void> {
  try {
    await enter(call('plan.sample', { sample }));
  } catch (thrown) {
    const error = asApiError(thrown);
    if (error.code === 'plan.exists' && typeof error.details['path'] === 'string') await openPlan(error.details['path']);
    else throw error;
  }
}
