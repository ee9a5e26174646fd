import type { AccessAnswer, AccessResult, AccessStatus, Entrance } from '../../contract/api/accessibility.ts';

/** A criterion with what counts. */
export interface Answered { readonly id: string; readonly critical: boolean; readonly counts: AccessAnswer }
/** Shares of yes among yes and no, 0–1; source: the rule of the plan, or the program's proposal. */
export interface Shares { readonly freeShare: number; readonly partialShare: number }

/** Fewest criteria met, of all that apply, that make up a share; noise of binary fractions does not ask for one more. */
export const fewest = (share: number, all: number): number => Math.max(0, Math.ceil(share * all - 1e-9));

/**
 * The rule: a critical criterion not met, or fewer met than the lower share asks, means barriers; from the upper share on the object is
 * barrier-free; between them partly so. Nothing that applies = no result. Basis: the program's proposal, official shares were not seen.
 */
export function statusOf(yes: number, no: number, criticalNo: number, { freeShare, partialShare }: Shares): AccessStatus | null {
  const all = yes + no;
  if (all === 0) return null;
  if (criticalNo > 0 || yes < fewest(partialShare, all)) return 'barrier';
  return yes >= fewest(freeShare, all) ? 'free' : 'partial';
}

/** The result of an audit or of a part of it. Not answered is not «no»: while something is open, only the bounds are known. */
export function resultOf(items: readonly Answered[], shares: Shares): AccessResult {
  const count = (answer: AccessAnswer): number => items.filter((item) => item.counts === answer).length;
  const [yes, no, na, open] = [count('yes'), count('no'), count('na'), count('')];
  const criticalNo = items.filter((item) => item.critical && item.counts === 'no').map((item) => item.id);
  const openCritical = items.filter((item) => item.critical && item.counts === '').length;
  const best = statusOf(yes + open, no, criticalNo.length, shares);
  return {
    yes, no, na, open, score: yes + no === 0 ? null : yes / (yes + no), criticalNo,
    status: open > 0 ? null : best, best, worst: statusOf(yes, no + open, criticalNo.length + openCritical, shares),
  };
}

/** Can people get in: only what is certain whatever the open answers turn out to be. */
export function entranceOfResult({ best, worst }: Pick<AccessResult, 'best' | 'worst'>): Entrance {
  if (best === 'barrier') return 'no';
  return worst === null || worst === 'barrier' ? '' : 'yes';
}
