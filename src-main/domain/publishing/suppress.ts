import { isSmall, SMALL } from '../../contract/small.ts';
import { boundsOf, type System } from './audit.ts';

/** In a place with fewer people than this whoever needs a service is known to everybody: an assumption of the program, no act sets it. */
export const SMALL_PLACE = 50;

/** A count of people in a table for publication; null = not known (it is printed as not known and reveals nothing). */
export interface CountCell { readonly id: string; readonly value: number | null }

/** `total` is the sum of `parts`, and everybody knows that it is: rows, columns, territories, sexes. */
export interface SumRelation { readonly total: string; readonly parts: readonly string[] }

/** What is printed of a cell: its number, «менше 5», or «приховано» (it is large or zero itself but would reveal a small one). */
export type Cover = 'show' | 'small' | 'cover';

/**
 * Hides every count of 1–4 (primary suppression) and as many others as it takes that none of them can be worked out from the sums (secondary
 * suppression). A hidden small count is protected when at least two of the values 1–4 stay possible for it; what a reader can infer is found by
 * `boundsOf`. Each round covers the cheapest cell of a relation that gives a hidden one away: a part before a total, the smaller before the larger.
 *
 * `hidden` = what other rules hide already.
 *
 * Relations with a part that is not known say nothing and are left out. Negative counts are not counts of people and stay as they are.
 */
export function suppress(cells: readonly CountCell[], relations: readonly SumRelation[], hidden: ReadonlyMap<string, Cover> = new Map()): ReadonlyMap<string, Cover> {
  const values = new Map(cells.map((cell) => [cell.id, cell.value]));
  const covers = new Map<string, Cover>(cells.map((cell) => [cell.id, isSmall(cell.value) ? 'small' : hidden.get(cell.id) ?? 'show']));
  const sums = relations.filter((sum) => [sum.total, ...sum.parts].every((id) => values.get(id) != null));
  for (;;) {
    const open = exposed(values, covers, sums);
    const next = open === null ? null : cheapest(values, covers, sums, open);
    if (next === null) return covers;
    covers.set(next, 'cover');
  }
}

/** The hidden small cells and the sums as a reader sees them: small ones lie in 1–4, covered ones are any other count, or they would be printed as small. */
function systemOf(values: ReadonlyMap<string, number | null>, covers: ReadonlyMap<string, Cover>, sums: readonly SumRelation[]): System {
  const hidden = [...covers].filter(([, cover]) => cover !== 'show').map(([id]) => id);
  const at = new Map(hidden.map((id, index) => [id, index]));
  return {
    ids: hidden,
    low: hidden.map((id) => (covers.get(id) === 'small' ? 1 : 0)),
    high: hidden.map((id) => (covers.get(id) === 'small' ? SMALL - 1 : Number.POSITIVE_INFINITY)),
    gap: hidden.map((id) => (covers.get(id) === 'small' ? 0 : SMALL - 1)),
    equations: sums.flatMap(({ total, parts }) => {
      const terms = new Map<number, number>();
      let known = 0;
      for (const [id, sign] of [[total, 1], ...parts.map((part) => [part, -1] as const)] as const) {
        const index = at.get(id);
        if (index === undefined) known += sign * (values.get(id) ?? 0);
        else terms.set(index, (terms.get(index) ?? 0) + sign);
      }
      return terms.size === 0 ? [] : [{ terms, constant: -known }];
    }),
  };
}

/** The first hidden small cell of which a reader knows the value, null when none is. */
function exposed(values: ReadonlyMap<string, number | null>, covers: ReadonlyMap<string, Cover>, sums: readonly SumRelation[]): string | null {
  const system = systemOf(values, covers, sums);
  const bounds = boundsOf(system);
  return system.ids.find((id, index) => covers.get(id) === 'small' && (bounds[index]?.low ?? 0) === (bounds[index]?.high ?? 1)) ?? null;
}

/** What to cover so that a cell is hidden better: a shown neighbour in one of its sums; when it has none left, one of a hidden neighbour's. */
function cheapest(values: ReadonlyMap<string, number | null>, covers: ReadonlyMap<string, Cover>, sums: readonly SumRelation[], start: string): string | null {
  const seen = new Set([start]);
  for (let ring = [start]; ring.length > 0;) {
    const touching = sums.filter((sum) => ring.some((id) => id === sum.total || sum.parts.includes(id)));
    const neighbours = touching.flatMap((sum) => [...sum.parts.map((id) => ({ id, total: false })), { id: sum.total, total: true }]).filter(({ id }) => !seen.has(id));
    const shown = neighbours.filter(({ id }) => covers.get(id) === 'show');
    const cost = ({ id, total }: { id: string; total: boolean }): number => (total ? 1e12 : 0) + ((values.get(id) ?? 0) === 0 ? 1e9 : 0) + (values.get(id) ?? 0);
    if (shown.length > 0) return shown.toSorted((a, b) => cost(a) - cost(b))[0]?.id ?? null;
    ring = [...new Set(neighbours.map(({ id }) => id))];
    for (const id of ring) seen.add(id);
  }
  return null;
}
