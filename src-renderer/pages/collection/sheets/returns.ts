import type { ReturnCheck } from '#contract/api/collection.ts';
import { asApiError, call, type ApiError } from '../../../api.ts';
import { fileIn } from '../../../lib/files.ts';
import { createStore, useStore } from '../../../lib/store.ts';
import { planStore } from '../../../plan/store.ts';
import { change } from '../../../plan/useChange.ts';

type Choices = Readonly<Record<string, number | 'sum'>>;
/** Sheets on their way back. It outlives the page: going elsewhere and back loses nothing. */
export interface Returning { readonly plan: string; readonly active: boolean; readonly returnId: string | null; readonly reading: { readonly done: number; readonly of: number } | null; readonly check: ReturnCheck | null; readonly choices: Choices; readonly stored: number | null; /** Revision of the plan the storing made. */ readonly revision: number; readonly error: ApiError | null }

const EMPTY: Returning = { plan: '', active: false, returnId: null, reading: null, check: null, choices: {}, stored: null, revision: 0, error: null };
const store = createStore<Returning>(EMPTY);
const { get, set } = store;
const planPath = (): string => planStore.get().info?.path ?? '';
let turn = 0;

/** What is on its way back to the open plan. */
export function useReturn(): Returning {
  const state = useStore(store, (each) => each);
  return state.active && state.plan !== planPath() ? EMPTY : state;
}

/** Drops what was read. */
export function closeReturn(): void {
  turn += 1;
  const { returnId } = get();
  set(EMPTY);
  if (returnId !== null) call('return.close', { returnId }).catch(() => undefined);
}

/** Stops reading; what was read already can still be stored. */
export function stopReading(): void { turn += 1; set({ reading: null }); void checkAgain({}); }

/** Reads files one after another beside those read before, then makes the dry run. */
export async function giveBack(files: readonly File[]): Promise<void> {
  if (files.length === 0) return;
  if (get().active && (get().plan !== planPath() || get().stored !== null)) closeReturn();
  const mine = ++turn;
  set({ plan: planPath(), active: true, reading: { done: 0, of: files.length }, error: null });
  try {
    let unread: unknown = null;
    for (const [n, file] of files.entries()) {
      const read = await fileIn(file).catch((error: unknown) => { unread = error; return null; });
      if (read !== null) {
        const answer = await call('return.read', { returnId: get().returnId, ...read });
        if (mine !== turn) { if (!get().active) void call('return.close', { returnId: answer.returnId }); return; }
        set({ returnId: answer.returnId });
      } else if (mine !== turn) return;
      set({ reading: { done: n + 1, of: files.length } });
    }
    set({ reading: null });
    // A file the window could not read is told beside those that were.
    if (unread === null || get().returnId !== null) await checkAgain({});
    if (unread !== null) set({ error: asApiError(unread) });
  } catch (error) { if (mine === turn) set({ error: asApiError(error), reading: null }); }
}

/** Makes the dry run, with one more choice. */
export async function checkAgain(more: Choices): Promise<void> {
  const { returnId } = get();
  if (returnId === null) { closeReturn(); return; }
  const choices = { ...get().choices, ...more };
  set({ choices, error: null });
  try {
    set({ check: await call('return.check', { returnId, choices: Object.entries(choices).map(([address, choice]) => ({ address, choice })) }) });
  } catch (error) { set({ error: asApiError(error) }); }
}

/** Stores what the check found, as one step. */
export async function applyReturn(): Promise<void> {
  const { returnId, check } = get();
  if (returnId === null || check === null) return;
  set({ error: null });
  try {
    const { revision } = await change('return.apply', { returnId });
    set({ returnId: null, check: null, revision, stored: check.counts.new + check.counts.changed });
  } catch (thrown) {
    const error = asApiError(thrown);
    if (error.code === 'import.stale') await checkAgain({});
    set({ error });
  }
}
