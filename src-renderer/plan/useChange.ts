import type { Input, MethodName, Output } from '#contract/api.ts';
import type { Revision } from '#contract/method.ts';
import { asApiError, call } from '../api.ts';
import { broadcast, planStore, refreshPlan } from './store.ts';

const isRevision = (value: unknown): value is Revision => typeof value === 'object' && value !== null && 'revision' in value && 'areas' in value;

let running = 0;

/**
 * Sends a change of the plan. The header says «Зберігаю…» at once, "saved" only after the reply, "not saved" with a way to repeat
 * when the program could not be reached or failed. Refused input leaves the state as it was; the caller shows the reason at the field.
 * Throws the {@link ApiError}.
 */
export async function change<N extends MethodName>(method: N, input: Input<N>): Promise<Output<N>> {
  const before = planStore.get().saved;
  running += 1;
  planStore.set({ saved: { state: 'saving' } });
  try {
    const output = await call(method, input);
    running -= 1;
    planStore.set({ ...(running === 0 && { saved: { state: 'saved', at: new Date().toISOString() } }), ...(isRevision(output) && { revision: output.revision }) });
    // The numbers on the page are asked for first, then the frame around it.
    if (isRevision(output)) broadcast(output.areas);
    void refreshPlan();
    return output;
  } catch (thrown) {
    running -= 1;
    const error = asApiError(thrown);
    const refused = error.kind === 'input' || error.kind === 'refusal';
    planStore.set({ saved: refused ? (before.state === 'saving' ? { state: 'none' } : before) : { state: 'failed', error, retry: () => { change(method, input).catch(() => undefined); } } });
    throw error;
  }
}

/** The function that changes the open plan, see {@link change}. */
export const useChange = (): typeof change => change;

/** Takes the last change back; nothing to take back is no error. */
export const undo = (): Promise<void> => step('history.undo');
/** Does the undone change again. */
export const redo = (): Promise<void> => step('history.redo');

async function step(method: 'history.undo' | 'history.redo'): Promise<void> {
  try {
    await change(method, {});
  } catch (error) {
    const { code } = asApiError(error);
    if (code !== 'plan.nothingToUndo' && code !== 'plan.nothingToRedo') throw error;
  }
}
