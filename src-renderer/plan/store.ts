import type { Output } from '#contract/api.ts';
import type { Area } from '#contract/method.ts';
import { asApiError, call, type ApiError } from '../api.ts';
import { keepSame } from '../lib/same.ts';
import { createStore, useStore } from '../lib/store.ts';

/** What the header says about saving. `saved` stands only after the program has answered. */
export type Saved =
  | { readonly state: 'none' }
  | { readonly state: 'saving' }
  | { readonly state: 'saved'; readonly at: string }
  | { readonly state: 'failed'; readonly error: ApiError; readonly retry: () => void };

/** The open plan as the window knows it. */
export interface PlanState {
  /** False until the program has said whether a plan is open. */
  readonly ready: boolean;
  readonly info: Output<'plan.current'>;
  readonly view: Output<'plan.view'> | null;
  readonly year: number;
  readonly scenario: string;
  readonly revision: number;
  readonly saved: Saved;
  readonly error: ApiError | null;
}

const EMPTY: PlanState = { ready: false, info: null, view: null, year: 0, scenario: 'base', revision: 0, saved: { state: 'none' }, error: null };
export const planStore = createStore<PlanState>(EMPTY);

type Listener = (areas: readonly Area[]) => void;
const listeners = new Set<Listener>();

/** Tells mounted views which parts of the plan changed. Newest first: a page asks for its frame (places, years) before its numbers, and the numbers are waited for. */
export function broadcast(areas: readonly Area[]): void { for (const listener of [...listeners].reverse()) listener(areas); }
/** Listens to changed parts; returns how to stop. */
export function onAreas(listener: Listener): () => void { listeners.add(listener); return () => { listeners.delete(listener); }; }

let asked = 0;
/** Reads names, counts, undo and redo of the open plan again. */
export async function refreshPlan(): Promise<void> {
  const { info, year, scenario } = planStore.get();
  if (!info) return;
  const mine = ++asked;
  try {
    const view = keepSame(planStore.get().view, await call('plan.view', { year, scenario }));
    if (mine !== asked || planStore.get().info === null) return;
    const saved = planStore.get().saved;
    planStore.set({ view, info: view, revision: view.revision, error: null, saved: saved.state === 'none' && view.savedAt ? { state: 'saved', at: view.savedAt } : saved });
  } catch (error) {
    if (mine === asked) planStore.set({ error: asApiError(error) });
  }
}

/** Takes over a plan that was just opened, made or brought back. */
export async function enterPlan(info: Output<'plan.open'>): Promise<void> {
  const years = [...info.years].sort((a, b) => a - b);
  planStore.set({ ...EMPTY, ready: true, info, year: rememberedYear(info.path, years) ?? years.at(-1) ?? new Date().getFullYear(), revision: info.revision });
  broadcast(['library', 'plan']);
  await refreshPlan();
}

/** Asks the program which plan is open; used at the start of the window. */
export async function findPlan(): Promise<void> {
  try {
    const info = await call('plan.current', {});
    if (info) await enterPlan(info);
    else planStore.set({ ...EMPTY, ready: true });
  } catch (error) {
    planStore.set({ ...EMPTY, ready: true, error: asApiError(error) });
  }
}

/** Closes the open plan and gives its lock back. */
export async function leavePlan(): Promise<void> {
  await call('plan.close', {});
  planStore.set({ ...EMPTY, ready: true });
  broadcast(['library']);
}

/** Chooses the year all pages show. */
export function chooseYear(year: number): void {
  planStore.set({ year });
  const path = planStore.get().info?.path;
  try { if (path) window.sessionStorage.setItem(`year ${path}`, String(year)); } catch { /* only a comfort */ }
  void refreshPlan();
}
function rememberedYear(path: string, years: readonly number[]): number | null {
  try {
    const year = Number(window.sessionStorage.getItem(`year ${path}`));
    return years.includes(year) ? year : null;
  } catch { return null; }
}

/** Chooses the scenario all pages show. */
export function chooseScenario(scenario: string): void {
  planStore.set({ scenario });
  void refreshPlan();
}

/** The open plan, or the part of it that `pick` names; the component draws again when that part changes. */
export function usePlan(): PlanState;
export function usePlan<P>(pick: (state: PlanState) => P): P;
export function usePlan(pick: (state: PlanState) => unknown = (state) => state): unknown { return useStore(planStore, pick); }
/** What views are asked for: a year and a scenario of the open plan. */
export interface Scope { readonly year: number; readonly scenario: string }

/** Year and scenario, as every view of the plan takes them. */
export function useScope(): Scope {
  const year = useStore(planStore, (state) => state.year);
  const scenario = useStore(planStore, (state) => state.scenario);
  return { year, scenario };
}
