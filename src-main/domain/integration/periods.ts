import type { PeriodKind } from '../../contract/api/integration.ts';

/** First and last month of a period, counted from year 0. */
export interface Span { readonly kind: PeriodKind; readonly first: number; readonly last: number }

const MONTHS: Readonly<Record<PeriodKind, number>> = { month: 1, quarter: 3, half: 6, year: 12 };

/** What a period covers: `2026`, `2026-H1`, `2026-Q1`, `2026-03`. */
export function spanOf(period: string): Span {
  const [year = '0', part = ''] = period.split('-');
  const kind: PeriodKind = part === '' ? 'year' : part.startsWith('H') ? 'half' : part.startsWith('Q') ? 'quarter' : 'month';
  const nth = part === '' ? 1 : Number(part.replace(/\D/g, ''));
  const first = Number(year) * 12 + (nth - 1) * MONTHS[kind];
  return { kind, first, last: first + MONTHS[kind] - 1 };
}

/** Order of periods: the one that ends earlier first; of two that end together the longer first. */
export function comparePeriods(a: string, b: string): number {
  const [x, y] = [spanOf(a), spanOf(b)];
  return x.last - y.last || x.first - y.first;
}

/** Does `outer` cover the whole of `inner`? */
export function covers(outer: string, inner: string): boolean {
  const [x, y] = [spanOf(outer), spanOf(inner)];
  return x.first <= y.first && x.last >= y.last;
}

/** The period of a list that says something about `period`: itself, else the shortest that covers it. */
export const periodFor = (period: string, known: readonly string[]): string | undefined =>
  known.includes(period) ? period : known.filter((each) => covers(each, period)).toSorted((a, b) => spanOf(b).first - spanOf(a).first || spanOf(a).last - spanOf(b).last)[0];
