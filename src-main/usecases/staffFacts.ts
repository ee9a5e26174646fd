import type { Cell, FigureKey } from '../contract/models.ts';
import type { StaffSum, StaffTotal, StaffUnit } from '../contract/api/staff.ts';
import { factRange, type Fact } from '../domain/facts.ts';
import type { StoredPosition } from '../store/staff.ts';
import { figureCell } from './cells.ts';
import { factOf, providerPart, providersIn, serviceTotal, unitsOf } from './facts.ts';
import type { PlanModel } from './model.ts';

/** Positions of the model's year. */
export const positionsOf = (model: PlanModel): readonly StoredPosition[] => model.staff.positions.filter((row) => row.year === model.year);

/** Sum of a column; null when there are no rows, a row is not known, or a row was carried over and not confirmed. */
export function sumOf(rows: readonly StoredPosition[], column: 'posts' | 'filled'): number | null {
  if (rows.length === 0) return null;
  let sum = 0;
  for (const row of rows) {
    const value = row[column];
    if (value === null || row.state === 'carried') return null;
    sum += value;
  }
  return sum;
}

/** Rows of a provider and service, of one category where it is given. */
export const rowsOf = (model: PlanModel, provider: string, service: string, category?: string): readonly StoredPosition[] =>
  positionsOf(model).filter((row) => row.provider === provider && row.service === service && (category === undefined || row.category === category));

type StaffMeasure = 'served' | 'posts' | 'postsFilled' | 'vehicles';

/** Where the figure of a provider and service stands: with the provider (or its units), or – when it is the only one that gives the service and has none – with the community. */
export function providerKey(model: PlanModel, measure: StaffMeasure, service: string, provider: string): FigureKey {
  const own = providerPart(model, measure, service, provider, model.root);
  const all = providersIn(model, service, model.root);
  const alone = own.source === 'none' && own.carried === null && all.length === 1 && all[0] === provider;
  return model.key(measure, alone ? { service } : { service, provider }, model.root);
}

/** A figure of a provider and service, see {@link providerKey}. */
export const providerFact = (model: PlanModel, measure: StaffMeasure, service: string, provider: string): Fact | null =>
  factOf(providerKey(model, measure, service, provider).provider === '' ? serviceTotal(model, measure, service, model.root) : providerPart(model, measure, service, provider, model.root));

/** The table against the figures, for every provider and service that has rows. */
export function sumsOf(model: PlanModel): readonly StaffSum[] {
  const pairs = Map.groupBy(positionsOf(model).filter((row) => row.service !== ''), (row) => `${row.provider} ${row.service}`);
  return [...pairs.values()].flatMap((rows): StaffSum[] => {
    const [first] = rows;
    if (first === undefined) return [];
    const { provider, service } = first;
    const cell = (measure: 'posts' | 'postsFilled'): Cell => figureCell(model, model.key(measure, { service, provider }, model.root));
    const [posts, filled, figurePosts, figureFilled] = [sumOf(rows, 'posts'), sumOf(rows, 'filled'), cell('posts'), cell('postsFilled')];
    const same = (sum: number | null, figure: Cell): boolean => sum === null || figure.value === null || Math.abs(sum - figure.value) < 1e-9;
    const state = posts === null || filled === null ? 'unknown' : !same(posts, figurePosts) || !same(filled, figureFilled) ? 'differs'
      : figurePosts.value === null || figureFilled.value === null || figurePosts.state === 'carried' || figureFilled.state === 'carried' ? 'noFigure' : 'same';
    return [{ provider, service, posts, filled, figurePosts, figureFilled, state }];
  });
}

/** What rows hold together. */
export function totalOf(rows: readonly StoredPosition[]): StaffTotal {
  const [posts, filled] = [sumOf(rows, 'posts'), sumOf(rows, 'filled')];
  const pay = rows.map((row) => (row.payKop === null || row.filled === null || row.state === 'carried' ? null : row.payKop * row.filled));
  return { posts, filled, vacant: posts === null || filled === null ? null : posts - filled, payKop: rows.length === 0 || pay.includes(null) ? null : Math.round(pay.reduce<number>((sum, each) => sum + (each ?? 0), 0)) };
}

/** Providers, each followed by its units. */
export const staffUnits = (model: PlanModel): readonly StaffUnit[] =>
  model.providers.filter((row) => row.parent === '').flatMap((row) => [row, ...unitsOf(model, row.id)]).map(({ id, name, parent, services }) => ({ id, name, parent, services }));

/** Posts and filled posts of a category: by the staffing table, else – for the category the norms speak of, or where there is no table – by the figures. */
export function postsOf(model: PlanModel, provider: string, service: string, category: string, main: string): { readonly posts: number | null; readonly filled: number | null; readonly from: 'table' | 'figures' | 'none' } {
  const rows = rowsOf(model, provider, service, category);
  if (rows.length > 0) return { posts: sumOf(rows, 'posts'), filled: sumOf(rows, 'filled'), from: 'table' };
  if (rowsOf(model, provider, service).length > 0 || (main !== '' && main !== category)) return { posts: null, filled: null, from: 'none' };
  const value = (measure: 'posts' | 'postsFilled') => factRange(providerFact(model, measure, service, provider)).base;
  const [posts, filled] = [value('posts'), value('postsFilled')];
  return { posts, filled, from: posts === null && filled === null ? 'none' : 'figures' };
}
