import type { TraceRef } from '#contract/models.ts';
import { createStore, useStore } from '../../lib/store.ts';

interface TraceState {
  /** The way to the present number; the last one is shown. */
  readonly stack: readonly TraceRef[];
  /** In a narrow window the panel is a strip; F4 opens it in full. */
  readonly full: boolean;
  readonly history: boolean;
}
const CLOSED: TraceState = { stack: [], full: false, history: false };
const store = createStore<TraceState>(CLOSED);
let cameFrom: HTMLElement | null = null;

/** Opens the explanation of a number; the focus comes back to where it was (or to `from`) when the panel closes. Without a number there is nothing to explain: false. */
export function openTrace(ref: TraceRef | null | undefined, from?: HTMLElement | null): boolean {
  if (!ref) return false;
  const focus = from ?? document.activeElement;
  if (focus instanceof HTMLElement && !focus.closest('.tr')) cameFrom = focus;
  store.set({ stack: [ref], full: false, history: false });
  return true;
}
/** Goes to an input of the number that is explained now. */
export const deeper = (ref: TraceRef): void => store.set({ stack: [...store.get().stack, ref], history: false });
/** Back to the number before; false when there is none. */
export function backTrace(): boolean {
  const { stack, history } = store.get();
  if (history) { store.set({ history: false }); return true; }
  if (stack.length < 2) return false;
  store.set({ stack: stack.slice(0, -1) });
  return true;
}
/** Closes the panel and returns the focus. */
export function closeTrace(): void {
  store.set(CLOSED);
  const target = cameFrom;
  cameFrom = null;
  if (target?.isConnected) window.setTimeout(() => target.focus(), 0);
}
/** Closes the panel when its page goes away; the focus belongs to the new page then. */
export function forgetTrace(): void { cameFrom = null; store.set(CLOSED); }
export const setTraceFull = (full: boolean): void => store.set({ full });
export const setTraceHistory = (history: boolean): void => store.set({ history });
export const useTrace = (): TraceState => useStore(store, (state) => state);
/** Is an explanation open? */
export const traceIsOpen = (): boolean => store.get().stack.length > 0;
