/** Hidden numbers with what is known of each, and the equations that tie them: Σ coefficient × number = constant. */
export interface System {
  readonly ids: readonly string[];
  readonly low: readonly number[];
  readonly high: readonly number[];
  readonly equations: readonly Equation[];
}
export interface Equation { readonly terms: ReadonlyMap<number, number>; readonly constant: number }

const EPS = 1e-9;

/**
 * Reduced row echelon form of the equations: what follows from several of them together (a table's rows and columns) stands in one.
 * Coefficients are small integers, so doubles are exact enough.
 */
function reduced(equations: readonly Equation[]): readonly Equation[] {
  const rows = equations.map(({ terms, constant }) => ({ terms: new Map(terms), constant }));
  const done: { terms: Map<number, number>; constant: number }[] = [];
  const subtract = (from: (typeof rows)[number], row: (typeof rows)[number], pivot: number): void => {
    const factor = from.terms.get(pivot);
    if (factor === undefined) return;
    for (const [index, coefficient] of row.terms) {
      const left = (from.terms.get(index) ?? 0) - factor * coefficient;
      if (Math.abs(left) < EPS) from.terms.delete(index);
      else from.terms.set(index, left);
    }
    from.constant -= factor * row.constant;
  };
  for (const row of rows) {
    for (const other of done) subtract(row, other, pivotOf(other));
    const pivot = pivotOf(row);
    const lead = row.terms.get(pivot);
    if (lead === undefined) continue;
    for (const [index, coefficient] of row.terms) row.terms.set(index, coefficient / lead);
    row.constant /= lead;
    for (const other of done) subtract(other, row, pivot);
    done.push(row);
  }
  return done;
}

const pivotOf = (row: { readonly terms: ReadonlyMap<number, number> }): number => row.terms.keys().next().value ?? -1;

/**
 * What a reader can infer of each hidden number: bounds tightened by every equation, and by those that follow from them, until nothing changes.
 * Whole numbers; `high` may be infinite. The bounds are never narrower than the truth allows; they may be wider than the very best an exhaustive search finds.
 */
export function boundsOf(system: System): readonly { readonly low: number; readonly high: number }[] {
  const low = [...system.low];
  const high = [...system.high];
  const equations = [...system.equations, ...reduced(system.equations)];
  for (let changed = true, rounds = 0; changed && rounds < 200; rounds += 1) {
    changed = false;
    for (const { terms, constant } of equations) {
      for (const [index, coefficient] of terms) {
        let least = 0;
        let most = 0;
        for (const [other, weight] of terms) {
          if (other === index) continue;
          const [a, b] = weight > 0 ? [low[other] as number, high[other] as number] : [high[other] as number, low[other] as number];
          least += weight * a;
          most += weight * b;
        }
        const [x, y] = [(constant - most) / coefficient, (constant - least) / coefficient];
        const lower = Math.ceil(Math.min(x, y) - EPS);
        const upper = Math.floor(Math.max(x, y) + EPS);
        if (lower > (low[index] as number)) { low[index] = lower; changed = true; }
        if (upper < (high[index] as number)) { high[index] = upper; changed = true; }
      }
    }
  }
  return low.map((value, index) => ({ low: value, high: high[index] as number }));
}
