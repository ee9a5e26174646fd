import type { ImportTotal } from '../../contract/api/imports.ts';

interface Part { readonly value: number; readonly place: string }

/** Follows one column of numbers from row to row and compares each total with what stands above it. */
export function totalsOf(isInside: (inner: string, outer: string) => boolean) {
  let since: Part[] = [];
  const all: Part[] = [];
  const subtotals: number[] = [];
  const sum = (parts: readonly Part[]): number => Number(parts.reduce((total, part) => total + part.value, 0).toPrecision(14));

  /** Without the rows of places whose parts stand in rows of their own. */
  const leaves = (parts: readonly Part[]): readonly Part[] => {
    const places = [...new Set(parts.map((part) => part.place))];
    if (places.length > 2000) return parts;
    const whole = new Set(places.filter((outer) => places.some((inner) => inner !== outer && isInside(inner, outer))));
    return parts.filter((part) => !whole.has(part.place));
  };

  return {
    part(value: number, place: string): void {
      since.push({ value, place });
      all.push({ value, place });
    },
    /** A total; null = nothing stands above it. The nearest of: rows since the last total, all rows, lowest places only, the totals so far. */
    total(stated: number, where: Pick<ImportTotal, 'sheet' | 'row' | 'label' | 'column'>): { readonly fine: boolean; readonly total: ImportTotal } | null {
      if (all.length === 0) return null;
      const candidates = [{ sum: sum(since), parts: since.length }, { sum: sum(all), parts: all.length }, { sum: sum(leaves(since)), parts: since.length }, { sum: sum(leaves(all)), parts: all.length }, { sum: Number(subtotals.reduce((a, b) => a + b, 0).toPrecision(14)), parts: subtotals.length }]
        .filter((each) => each.parts > 0);
      const best = candidates.toSorted((a, b) => Math.abs(a.sum - stated) - Math.abs(b.sum - stated))[0] ?? { sum: 0, parts: 0 };
      if (since.length > 0) subtotals.push(stated);
      since = [];
      const exact = Number.isInteger(stated) && all.every((part) => Number.isInteger(part.value));
      return { fine: Math.abs(best.sum - stated) <= (exact ? 0 : 0.051), total: { ...where, stated, sum: best.sum, parts: best.parts } };
    },
  };
}
