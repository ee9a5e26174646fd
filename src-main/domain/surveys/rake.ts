/** One known margin: the category of each respondent (−1 = did not say) and the people in each category. */
export interface Margin { readonly of: readonly number[]; readonly people: readonly number[] }
/** How far a weight may go from the average of 1. */
export interface Trim { readonly low: number; readonly high: number }

/** Weights of the respondents (average 1) and how well they fit. */
export interface Raked {
  readonly weights: readonly number[];
  /** The margins are met, or missed by no more than 5 percentage points because of the limits of the weights. */
  readonly converged: boolean;
  readonly iterations: number;
  /** Largest difference between a weighted share and its margin, 0–1. */
  readonly off: number;
  /** Respondents whose weight stands at a limit. */
  readonly trimmed: number;
}

const STEPS = 500;
/** A weighted share this near to its margin is met. */
const NEAR = 1e-6;

/** Weights cut to their limits may miss a margin by this much; further off they do not speak for the community (assumption of the program). */
const BEARABLE = 0.05;

/** Margin as shares of those categories that somebody answered in: nobody can speak for the others. */
function shares({ of, people }: Margin): readonly number[] {
  const there = people.map((count, c) => (of.includes(c) ? count : 0));
  const all = there.reduce((a, b) => a + b, 0);
  return there.map((count) => count / all);
}

/** Sum of the weights of each category. */
function sums(of: readonly number[], weights: readonly number[], size: number): number[] {
  const found = Array.from({ length: size }, () => 0);
  of.forEach((c, i) => { if (c >= 0) found[c] = (found[c] ?? 0) + (weights[i] ?? 0); });
  return found;
}

/**
 * Raking (iterative proportional fitting; Deming & Stephan 1940): weights are fitted to each margin in turn until all are met, and cut to
 * the limits after each round. Respondents who did not say keep their weight in that margin. A category with no people but answers makes no
 * sense and must be left out by the caller. Without margins every weight is 1.
 */
export function rake(respondents: number, margins: readonly Margin[], trim: Trim): Raked {
  const targets = margins.map(shares);
  let weights: number[] = Array.from({ length: respondents }, () => 1);
  const misfit = (): number => Math.max(0, ...margins.flatMap(({ of, people }, m) => {
    const got = sums(of, weights, people.length);
    const all = got.reduce((a, b) => a + b, 0);
    return got.map((sum, c) => Math.abs(sum / all - (targets[m]?.[c] ?? 0)));
  }));
  const atLimit = (): number => weights.filter((w) => w <= trim.low * (1 + 1e-9) || w >= trim.high * (1 - 1e-9)).length;
  if (respondents === 0 || margins.length === 0) return { weights, converged: true, iterations: 0, off: 0, trimmed: 0 };
  let iterations = 0;
  let moved = Number.POSITIVE_INFINITY;
  let off = misfit();
  while (iterations < STEPS && off > NEAR && moved > NEAR * 1e-3) {
    iterations += 1;
    const before = weights;
    margins.forEach(({ of, people }, m) => {
      const got = sums(of, weights, people.length);
      const all = got.reduce((a, b) => a + b, 0);
      const factor = got.map((sum, c) => (sum === 0 ? 1 : ((targets[m]?.[c] ?? 0) * all) / sum));
      weights = weights.map((w, i) => { const c = of[i] ?? -1; return c < 0 ? w : w * (factor[c] ?? 1); });
    });
    weights = cut(weights, trim);
    moved = Math.max(...weights.map((w, i) => Math.abs(w - (before[i] ?? 0))));
    off = misfit();
  }
  const trimmed = atLimit();
  return { weights, converged: off <= NEAR || (trimmed > 0 && moved <= NEAR && off <= BEARABLE + NEAR), iterations, off, trimmed };
}

/** Average 1 and no weight beyond the limits: what is cut off goes to the others, a few times over. */
function cut(weights: readonly number[], { low, high }: Trim): number[] {
  let now = [...weights];
  for (let round = 0; round < 50; round += 1) {
    const mean = now.reduce((a, b) => a + b, 0) / now.length;
    now = now.map((w) => w / mean);
    if (now.every((w) => w >= low * (1 - 1e-9) && w <= high * (1 + 1e-9))) break;
    now = now.map((w) => Math.min(high, Math.max(low, w)));
  }
  return now;
}

/** Effective number of answers of weighted ones: (Σw)²/Σw² (Kish 1965). Equal weights give their number. */
export function kish(weights: readonly number[]): number {
  let sum = 0;
  let squares = 0;
  for (const w of weights) { sum += w; squares += w * w; }
  return squares === 0 ? 0 : (sum * sum) / squares;
}
