import type { AccessAnswer } from '#contract/api/accessibility.ts';
import { counted } from '../../src-main/domain/accessibility/answers.ts';
import { cheapestPlan } from '../../src-main/domain/accessibility/fixes.ts';
import { entranceOfResult, resultOf, type Answered } from '../../src-main/domain/accessibility/status.ts';

const WORDS: Readonly<Record<string, AccessAnswer>> = { 'так': 'yes', 'ні': 'no', 'н/з': 'na', '': '' };
interface Facts {
  readonly bounds?: readonly (readonly [number | null, number | null])[]; readonly asksMore?: boolean; readonly measured?: readonly (number | null)[]; readonly said?: string;
  readonly answers?: Readonly<Record<string, string>>; readonly critical?: readonly string[]; readonly free?: number; readonly partial?: number;
  readonly fixes?: Readonly<Record<string, readonly [number | null, ...string[]]>>; readonly target?: 'entrance' | 'partial' | 'free';
}

/** A case of accessibility: one measured criterion, or an audit with its result and the cheapest way on. */
export function runAccessibility(facts: Facts): Record<string, unknown> {
  if (facts.bounds) {
    const item = { parts: facts.bounds.map(([low, high]) => ({ label: null, low, high })), decides: facts.asksMore ? 'no' as const : 'answer' as const };
    return { ...counted(item, { answer: WORDS[facts.said ?? ''] ?? '', measured: facts.measured ?? [] }) };
  }
  const items = Object.entries(facts.answers ?? {}).map(([id, word]): Answered => ({ id, critical: facts.critical?.includes(id) ?? false, counts: WORDS[word] ?? '' }));
  const shares = { freeShare: facts.free ?? 1, partialShare: facts.partial ?? 0 };
  const result = resultOf(items, shares);
  const plan = facts.target ? cheapestPlan(facts.target, items, Object.entries(facts.fixes ?? {}).map(([id, [costKop, ...mends]]) => ({ id, costKop, people: null, mends })), shares) : null;
  return { ...result, entrance: entranceOfResult(result), chosen: plan?.fixes ?? null, bare: plan?.bare ?? null, costKop: plan?.costKop ?? null, unknown: plan?.unknown ?? null, maybeCheaper: plan?.maybeCheaper ?? null };
}
