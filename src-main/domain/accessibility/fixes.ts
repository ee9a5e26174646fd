import type { AccessStatus, AccessTarget, Entrance, FixPlan } from '../../contract/api/accessibility.ts';
import { entranceOfResult, fewest, resultOf, type Answered, type Shares } from './status.ts';

/** Something that mends criteria answered no. */
export interface Mend { readonly id: string; readonly costKop: number | null; readonly people: number | null; /** Criteria answered no that it mends. */ readonly mends: readonly string[] }

/** Criteria answered no that no fix mends: each stands as a fix of its own, its cost not known. */
const bareOf = (items: readonly Answered[], fixes: readonly Mend[]): readonly string[] => {
  const mended = new Set(fixes.flatMap((fix) => fix.mends));
  return items.filter((item) => item.counts === 'no' && !mended.has(item.id)).map((item) => item.id);
};

/** A set of fixes: how many have no known cost, and the sum of the others. */
interface Choice { readonly unknown: number; readonly costKop: number; readonly ids: readonly string[] }
const cheaper = (a: Choice, b: Choice | undefined): boolean => b === undefined || a.unknown < b.unknown || (a.unknown === b.unknown && a.costKop < b.costKop);
const added = (choice: Choice, { id, costKop }: Pick<Mend, 'id' | 'costKop'>): Choice => ({ unknown: choice.unknown + (costKop === null ? 1 : 0), costKop: choice.costKop + (costKop ?? 0), ids: [...choice.ids, id] });

/**
 * The cheapest set of fixes that mends at least `need` criteria (0/1 knapsack over the number mended, exact). Fixes without a known
 * cost are taken only when the others do not suffice, as few as possible. undefined = even all of them do not suffice.
 */
function cheapestFor(need: number, fixes: readonly Mend[]): Choice | undefined {
  let best: (Choice | undefined)[] = [{ unknown: 0, costKop: 0, ids: [] }];
  for (const fix of fixes) {
    const next = [...best];
    for (const [mended, choice] of best.entries()) {
      if (choice === undefined) continue;
      const to = Math.min(need, mended + fix.mends.length);
      const with_ = added(choice, fix);
      if (to > mended && cheaper(with_, next[to])) next[to] = with_;
    }
    best = next;
  }
  return best[need];
}

/**
 * The cheapest way to a target: everything that mends a critical criterion, and of the rest the cheapest that lift the share of met criteria
 * far enough. `items` are those of the whole facility, or of the way in for the target `entrance`. Not answered is taken as met, and said
 * (`assumes`). null = the target is reached already.
 */
export function cheapestPlan(target: AccessTarget, items: readonly Answered[], fixes: readonly Mend[], shares: Shares): FixPlan | null {
  const here = new Set(items.filter((item) => item.counts === 'no').map((item) => item.id));
  const critical = new Set(items.filter((item) => item.critical).map((item) => item.id));
  const { yes, no, open, best } = resultOf(items, shares);
  if (best === null || best === 'free' || (target !== 'free' && best === 'partial')) return null;
  const bare = bareOf(items, fixes);
  const all: readonly Mend[] = [...fixes.map((fix) => ({ ...fix, mends: fix.mends.filter((id) => here.has(id)) })).filter((fix) => fix.mends.length > 0), ...bare.map((id) => ({ id, costKop: null, people: null, mends: [id] }))];
  const must = all.filter((fix) => fix.mends.some((id) => critical.has(id)));
  const rest = all.filter((fix) => !must.includes(fix));
  const need = fewest(target === 'free' ? shares.freeShare : shares.partialShare, yes + open + no) - yes - open - must.reduce((sum, fix) => sum + fix.mends.length, 0);
  const more = cheapestFor(Math.max(0, need), rest);
  if (more === undefined) return null;
  const chosen = must.reduce(added, more);
  const ids = new Set(chosen.ids);
  return {
    target, fixes: fixes.filter((fix) => ids.has(fix.id)).map((fix) => fix.id), bare: bare.filter((id) => ids.has(id)), costKop: chosen.costKop, unknown: chosen.unknown,
    maybeCheaper: more.ids.length > 0 && rest.some((fix) => fix.costKop === null && !ids.has(fix.id)), assumes: open,
  };
}

/** Fixes in the order to do them: those of critical criteria first, then by cost (not known last), then by people helped. */
export function ranked<F extends Mend>(fixes: readonly F[], critical: ReadonlySet<string>): readonly F[] {
  const key = (fix: F): readonly number[] => [fix.mends.length === 0 ? 1 : 0, fix.mends.some((id) => critical.has(id)) ? 0 : 1, fix.costKop ?? Number.MAX_VALUE, -(fix.people ?? 0)];
  return fixes.toSorted((a, b) => {
    const [x, y] = [key(a), key(b)];
    const at = x.findIndex((value, n) => value !== y[n]);
    return at < 0 ? (a.id < b.id ? -1 : 1) : (x[at] ?? 0) - (y[at] ?? 0);
  });
}

/** What each fix leads to, done after all before it: the best result still possible (not answered taken as met), and whether people get in for certain. */
export function effects(order: readonly Mend[], items: readonly Answered[], wayIn: ReadonlySet<string>, shares: Shares): readonly { readonly status: AccessStatus | null; readonly entrance: Entrance }[] {
  const mended = new Set<string>();
  return order.map((fix) => {
    for (const id of fix.mends) mended.add(id);
    const now = items.map((item): Answered => (mended.has(item.id) ? { ...item, counts: 'yes' } : item));
    return { status: resultOf(now, shares).best, entrance: entranceOfResult(resultOf(now.filter((item) => wayIn.has(item.id)), shares)) };
  });
}
