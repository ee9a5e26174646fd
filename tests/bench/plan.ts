import { join } from 'node:path';
import { SERVICE_MEASURES } from '#contract/measures.ts';
import type { Reply } from '#contract/errors.ts';
import type { FigureKey } from '#contract/models.ts';
import type { PlanInfo } from '#contract/api/library.ts';
import { createApp, type App } from '../../src-main/app.ts';
import { root } from '../helpers/root.ts';

/** The largest plan: 31 groups and 38 services × 7 measures in 60 settlements over 10 years, and 3 scenarios of 500 differences. */
export const SETTLEMENTS = 60;
export const YEARS = Array.from({ length: 10 }, (_, n) => 2021 + n);
export const YEAR = 2030;
const SCENARIOS = 3;
const DIFFERENCES = 500;

export type Call = (method: string, input: unknown) => Promise<Reply<unknown>>;

/** An answer that must be right: a refused step would make the measurement meaningless. */
export async function ask<T>(call: Call, method: string, input: unknown): Promise<T> {
  const reply = await call(method, input);
  if (!reply.ok) throw new Error(`${method}: ${JSON.stringify(reply.error)}`);
  return reply.value as T;
}

/** The program in this thread, from its sources. */
export const openApp = (libraryDir: string): App => createApp({
  libraryDir, resourcesDir: join(root, 'resources'), now: () => new Date(), newId: () => crypto.randomUUID(), log: (line) => console.error(line),
});

type Key = Pick<FigureKey, 'measure' | 'territory' | 'year'> & Partial<FigureKey>;
type NewCell = { readonly key: Key; readonly patch: { readonly value: number; readonly source: string } };

/** Numbers that look like figures and are the same in every run. */
function values(): () => number {
  let seed = 20_260_101;
  return () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed / 2_147_483_648;
  };
}

export interface LargestPlan { readonly path: string; readonly community: string; readonly settlements: readonly string[]; readonly services: readonly string[]; readonly figures: number; readonly ms: number }

/** Builds the largest plan the way people would: through the program's own actions. */
export async function buildLargest(call: Call): Promise<LargestPlan> {
  const began = performance.now();
  const info = await ask<PlanInfo>(call, 'plan.create', { community: { name: 'Найбільша', type: 'rural', raion: '', oblast: '' }, year: YEARS[0], file: 'largest' });
  for (const year of YEARS.slice(1)) await ask(call, 'year.add', { year });
  const { root: community } = await ask<{ root: string }>(call, 'plan.view', { year: YEAR });
  const settlements = Array.from({ length: SETTLEMENTS }, (_, n) => `village-${String(n + 1).padStart(2, '0')}`);
  for (const [n, id] of settlements.entries()) await ask(call, 'territory.add', { id, parent: community, kind: 'settlement', name: `Село ${n + 1}` });
  const groups = (await ask<{ rows: readonly { id: string }[] }>(call, 'groups.view', { year: YEAR })).rows.map((row) => row.id);
  const services = (await ask<{ rows: readonly { id: string }[] }>(call, 'needs.view', { year: YEAR })).rows.map((row) => row.id);
  const next = values();
  let figures = 0;
  const set = async (cells: readonly NewCell[]): Promise<void> => {
    await ask(call, 'figures.set', { cells, label: 'import' });
    figures += cells.length;
  };
  for (const year of YEARS) {
    const cells: NewCell[] = [];
    const add = (key: Omit<Key, 'year'>, value: number): void => void cells.push({ key: { ...key, year }, patch: { value, source: 'облік' } });
    for (const territory of settlements) {
      add({ measure: 'population', territory }, Math.round(100 + next() * 2000));
      for (const group of groups) add({ measure: 'groupSize', group, territory }, Math.round(next() * 300));
      for (const service of services) {
        for (const measure of SERVICE_MEASURES) add({ measure, service, territory }, measure.startsWith('posts') ? Math.round(next() * 12) / 4 : Math.round(next() * 40));
      }
    }
    await set(cells);
  }
  for (let n = 1; n <= SCENARIOS; n++) {
    await ask(call, 'scenario.add', { id: `scenario-${n}`, name: `Сценарій ${n}` });
    await set(Array.from({ length: DIFFERENCES }, (_, at) => ({
      key: { measure: 'identified', service: services[at % services.length] ?? '', territory: settlements[at % SETTLEMENTS] ?? '', year: YEARS[Math.floor(at / 60) % YEARS.length] ?? YEAR, scenario: `scenario-${n}` },
      patch: { value: Math.round(next() * 60), source: 'оцінка' },
    })));
  }
  return { path: info.path, community, settlements, services, figures, ms: performance.now() - began };
}
