/** Times of one measured thing, ms. */
export interface Times { readonly what: string; readonly runs: number; readonly median: number; readonly p95: number; readonly worst: number }

const at = (sorted: readonly number[], share: number): number => sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;

/** Median, 95th percentile and worst of a series of times. */
export function timesOf(what: string, ms: readonly number[]): Times {
  const sorted = ms.toSorted((a, b) => a - b);
  return { what, runs: ms.length, median: at(sorted, 0.5), p95: at(sorted, 0.95), worst: sorted.at(-1) ?? Number.NaN };
}

/** How long something takes. */
export async function timed<T>(work: () => T | Promise<T>): Promise<{ readonly ms: number; readonly value: T }> {
  const began = performance.now();
  const value = await work();
  return { ms: performance.now() - began, value };
}

/** A table for the terminal. */
export function table(rows: readonly Times[]): string {
  const width = Math.max(...rows.map((row) => row.what.length));
  const line = (what: string, ...cells: readonly string[]): string => what.padEnd(width) + cells.map((cell) => cell.padStart(10)).join('');
  const ms = (n: number): string => n.toFixed(n < 10 ? 2 : 1);
  return [line('', 'runs', 'median ms', 'p95 ms', 'worst ms'), ...rows.map((row) => line(row.what, String(row.runs), ms(row.median), ms(row.p95), ms(row.worst)))].join('\n');
}
