import type { Input } from '#contract/api.ts';
import { createStore, useStore } from '../../../lib/store.ts';

/** What people asked last: it stays while they look at other pages of the plan. */
export type Ask = Omit<Required<Input<'reach.view'>>, 'year' | 'scenario'>;
const store = createStore<Ask & { readonly plan: string }>({ plan: '', service: '', target: '', mode: 'car', within: 30, who: 'population', barrierFree: false, smooth: false });

/** The question of this plan and a way to change it; of another plan only what does not name its services. */
export function useAsk(plan: string): readonly [Ask, (change: Partial<Ask>) => void] {
  const kept = useStore(store, (state) => state);
  const { plan: of, ...ask } = kept;
  return [of === plan ? ask : { ...ask, service: '', target: '', who: 'population' }, (change) => store.set({ plan, ...(of === plan ? {} : { service: '', target: '', who: 'population' }), ...change })];
}

/** Minutes people ask for. */
export const LIMITS = [15, 30, 60] as const;
