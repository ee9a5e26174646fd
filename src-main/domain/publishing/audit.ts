/** Hidden numbers with what is known of each, and the equations that tie them: Σ coefficient × number = constant. */
export interface System {
  readonly ids: readonly string[];
  readonly low: readonly number[];
  readonly high: readonly number[];
  /** Numbers of which a reader knows that they are none of 1…`gap`, because such ones are printed otherwise; 0 = no such knowledge. */
  readonly gap: readonly number[];
  readonly equations: readonly Equation[];
}
/** Σ coefficient × number = constant; numbers by their place among the hidden ones. */
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

interface Bounds { readonly low: number; readonly high: number }

/**
 * What a reader can infer of each hidden number: the bounds that follow, and those that are left when every number is tried at its ends: what
 * leads to a contradiction is out. Whole numbers; `high` may be infinite. The bounds are never narrower than the truth allows; they may be wider
 * than the very best an exhaustive search finds.
 */
export function boundsOf(system: System): readonly Bounds[] {
  const equations = [...system.equations, ...reduced(system.equations)];
  let bounds = tightened(system, equations);
  const fits = (index: number, value: number): boolean => {
    const at = (side: keyof Bounds): number[] => bounds.map((one, other) => (other === index ? value : one[side]));
    return tightened({ ...system, low: at('low'), high: at('high') }, equations).every(({ low, high }) => low <= high);
  };
  for (let changed = true; changed;) {
    changed = false;
    for (const [index, { low, high }] of bounds.entries()) {
      if (low >= high) continue;
      const past = fits(index, low) ? Number.isFinite(high) && !fits(index, high) ? { low, high: high - 1 } : null : { low: low + 1, high };
      if (past === null) continue;
      bounds = tightened({ ...system, low: bounds.map((one, other) => (other === index ? past.low : one.low)), high: bounds.map((one, other) => (other === index ? past.high : one.high)) }, equations);
      changed = true;
    }
  }
  return bounds;
}

/** Bounds tightened by every equation, and by those that follow from them, until nothing changes. */
function tightened(system: System, equations: readonly Equation[]): readonly Bounds[] {
  /** A bound inside the gap moves to its edge. */
  const raised = (index: number, value: number): number => (value > 0 && value <= (system.gap[index] ?? 0) ? (system.gap[index] ?? 0) + 1 : value);
  const lowered = (index: number, value: number): number => (value > 0 && value <= (system.gap[index] ?? 0) ? 0 : value);
  const low = system.low.map((value, index) => raised(index, value));
  const high = system.high.map((value, index) => lowered(index, value));
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
        const lower = raised(index, Math.ceil(Math.min(x, y) - EPS));
        const upper = lowered(index, Math.floor(Math.max(x, y) + EPS));
        if (lower > (low[index] as number)) { low[index] = lower; changed = true; }
        if (upper < (high[index] as number)) { high[index] = upper; changed = true; }
      }
    }
  }
  return low.map((value, index) => ({ low: value, high: high[index] as number }));
}
