import { vi } from 'vitest';
import type { FigureKey, Num, Unit } from '#contract/models.ts';
import type { ServiceInfo } from '#contract/api/needs.ts';
import { planStore } from '../../src-renderer/plan/store.ts';

/** A method of the program in a test: gives the value, or throws an error object to be refused. */
export type Answers = Readonly<Record<string, (input: never) => unknown>>;
/** What was asked, in order. */
export interface Asked { readonly method: string; readonly input: unknown }

const planView = () => ({ root: 'T0', path: 'plan', readOnly: false, teaching: null, title: { uk: 'Громада', en: 'Community' }, revision: planStore.get().revision });

/** Puts a program that answers as told behind the window, with an open plan of 2020; what it was asked is returned. */
export function openProgram(answers: Answers): Asked[] {
  const asked: Asked[] = [];
  const call = vi.fn(async (method: string, input: unknown) => {
    asked.push({ method, input });
    const answer = answers[method] ?? (method === 'plan.view' ? planView : undefined);
    if (!answer) return { ok: false, error: { code: 'input.unknownMethod', kind: 'input', details: { method } } };
    try { return { ok: true, value: answer(input as never) }; } catch (error) { return { ok: false, error }; }
  });
  Object.defineProperty(window, 'bridge', { value: { call }, configurable: true });
  planStore.set({ ready: true, info: { path: 'plan', readOnly: false } as never, view: planView() as never, year: 2020, scenario: 'base', revision: 1 });
  return asked;
}

export const figureKey = (measure: FigureKey['measure'], service: string, more: Partial<FigureKey> = {}): FigureKey => ({ measure, service, group: '', provider: '', territory: 'T0', sex: 'all', age: 'all', year: 2020, scenario: 'base', ...more });

/** A computed number; null = not known. */
export const num = (value: number | null, unit: Unit = 'person', more: Partial<Num> = {}): Num => ({ state: value === null ? 'unknown' : 'computed', value, low: value, high: value, unit, assumed: false, recalled: false, ref: null, missing: [], ...more });

export const service = (id: string, code: string, uk: string, en: string, more: Partial<ServiceInfo> = {}): ServiceInfo => ({
  id, code, name: { uk, en }, short: null, nameConfidence: 'verified', section: 'care', basic: true, basicConfidence: 'verified', counted: 'person', applies: { places: true, posts: true, vehicles: false }, ...more,
});
