import type { MovedResult, ReferenceDifference, ResultMoves } from '../contract/api/reference.ts';
import { Refusal } from '../contract/errors.ts';
import type { Num, ResultId } from '../contract/models.ts';
import type { ReferenceBook } from '../reference/book.ts';
import { comparePacks } from '../reference/compare.ts';
import { createModel, type PlanModel } from './model.ts';
import { needAt } from './needFacts.ts';
import type { Program } from './program.ts';
import { resultTrace } from './trace.ts';

const OF_SERVICE = ['generalNeed', 'unmet', 'coverage', 'capacity', 'gapPersons', 'gapPosts', 'gapPlaces', 'priority'] as const satisfies readonly ResultId[];
const OF_COMMUNITY = ['assumedShare', 'knownNeeds', 'knownGroups'] as const satisfies readonly ResultId[];

/** A result under one of two books. */
interface Side { readonly model: PlanModel; readonly num: Num; readonly norms: readonly string[] }

function sideOf(model: PlanModel, result: ResultId, service: string, group: string): Side | null {
  if (service !== '' && !model.services.some((row) => row.id === service)) return null;
  if (group !== '' && !model.groups.some((row) => row.id === group)) return null;
  const { num, norms } = resultTrace(model, { kind: 'result', result, service, group, territory: model.root, year: model.year, scenario: model.scenario });
  return { model, num, norms: norms.filter((norm) => norm.effect !== 'context').map((norm) => norm.normId) };
}

/** Entries of the book a result rests on, as `table id`: its norms, its service, the groups of its need or itself. */
function groundsOf({ model, norms }: Side, service: string, group: string): readonly string[] {
  const groups = service === '' ? [group] : (needAt(model, service, model.root).survey?.parts.map((part) => part.group) ?? []);
  return [...norms.map((id) => `norms ${id}`), `services ${service}`, ...groups.map((id) => `groups ${id}`)];
}

const isKnown = (num: Num | undefined): boolean => num !== undefined && (num.value ?? num.low ?? num.high) !== null;
const sameNum = (a: Num | undefined, b: Num | undefined): boolean => (['value', 'low', 'high'] as const).every((part) => (a?.[part] ?? null) === (b?.[part] ?? null));
const nothing = (num: Num): Num => ({ ...num, state: 'unknown', value: null, low: null, high: null, ref: null, missing: [] });

/** Which results of a plan differ between two books, with the differing entries each of them rests on. */
export function movesBetween(before: PlanModel, after: PlanModel, differences: readonly ReferenceDifference[]): ResultMoves {
  const changed = new Map(differences.map(({ table, id, name }) => [`${table} ${id}`, { table, id, name }]));
  const moved: MovedResult[] = [];
  let unmoved = 0;
  const compare = (result: ResultId, of: MovedResult['of'], service: string, group: string): void => {
    const [was, is] = [sideOf(before, result, service, group), sideOf(after, result, service, group)];
    const any = was ?? is;
    if (!any || (!isKnown(was?.num) && !isKnown(is?.num))) return;
    if (sameNum(was?.num, is?.num)) { unmoved += 1; return; }
    const grounds = new Set([was, is].flatMap((side) => (side ? groundsOf(side, service, group) : [])));
    moved.push({
      of, result, before: was ? { ...was.num, ref: null } : nothing(any.num), after: is ? { ...is.num, ref: null } : nothing(any.num),
      because: [...changed].flatMap(([id, entry]) => (grounds.has(id) ? [entry] : [])),
    });
  };
  const all = <R extends { readonly id: string }>(of: (model: PlanModel) => readonly R[]): readonly R[] => [...new Map([...of(before), ...of(after)].map((row) => [row.id, row])).values()];
  for (const { id, code, short, name } of all((model) => model.services)) {
    for (const result of OF_SERVICE) compare(result, { id, code, name: short ?? name ?? { uk: code ?? id, en: code ?? id } }, id, '');
  }
  for (const { id, name } of all((model) => model.groups)) compare('groupSize', { id, code: null, name }, '', id);
  for (const result of OF_COMMUNITY) compare(result, null, '', '');
  // Urgency moves with the other results of its service, what stands for the whole community with those of all.
  const becauseOf = (rows: readonly MovedResult[]): MovedResult['because'] => [...new Map(rows.flatMap((row) => row.because).map((entry) => [`${entry.table} ${entry.id}`, entry])).values()];
  const whole = becauseOf(moved);
  return {
    year: after.year, unmoved,
    moved: moved.map((row) => (row.because.length > 0 ? row : { ...row, because: row.of === null ? whole : becauseOf(moved.filter((other) => other.of?.id === row.of?.id)) })),
  };
}

/** What a book would change in the open plan: entries that differ from the book it counts with, and results that move. */
export function movesWith(program: Program, book: ReferenceBook): { readonly differences: readonly ReferenceDifference[]; readonly moves: ResultMoves } {
  const { read, path } = program.store();
  const year = program.years().at(-1);
  if (year === undefined) throw new Refusal('plan.damaged', { path, backup: null });
  const before = program.model(year, 'base');
  const same = book === program.book();
  const differences = same ? [] : comparePacks(program.book().pack, book.pack);
  return { differences, moves: movesBetween(before, same ? before : createModel(read, book, year, 'base'), differences) };
}
