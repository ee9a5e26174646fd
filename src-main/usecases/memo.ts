import type { FigureKey } from '../contract/models.ts';

/**
 * What a remembered value rests on: the figures of one service (its id) and of people; figures of people alone (`people`:
 * population, groups, facts of the territory); anything (`all`); or no figures at all (`tables`). Tables of the plan need no word: when they
 * change, the model is a new one.
 */
type RestsOn = string;

/** By model, which this file need not know. */
const kept = new WeakMap<object, Map<RestsOn, Map<string, unknown>>>();

/** Computes a value once for the present figures of a model. `name` tells values with the same ground apart. */
export function remember<T>(model: object, on: RestsOn, name: string, compute: () => T): T {
  let grounds = kept.get(model);
  if (!grounds) kept.set(model, grounds = new Map());
  let values = grounds.get(on);
  if (!values) grounds.set(on, values = new Map());
  if (values.has(name)) return values.get(name) as T;
  const value = compute();
  values.set(name, value);
  return value;
}

/** Forgets what rests on changed figures: a figure of a service changes that service, a figure of people may change everything. */
export function forgetFor(model: object, changed: readonly Pick<FigureKey, 'service'>[]): void {
  const grounds = kept.get(model);
  if (!grounds || changed.length === 0) return;
  if (changed.some((key) => key.service === '')) for (const ground of grounds.keys()) if (ground !== 'tables') grounds.delete(ground);
  for (const { service } of changed) grounds.delete(service);
  grounds.delete('all');
}
