import type { Range } from '../../contract/models.ts';

/** One known year of a figure. */
export interface Point { readonly year: number; readonly value: number }

/** A straight line (`linear`: persons a year) or a line of logarithms (`growth`: share a year) through the years of a figure. */
export interface Trend {
  readonly kind: 'linear' | 'growth';
  readonly slope: number;
  /** R²: share of the spread the line explains; 1 when there is no spread. */
  readonly fit: number;
  at(year: number): Range;
}
export type TrendResult = { readonly ok: true; readonly trend: Trend } | { readonly ok: false; readonly refused: 'few' | 'zero' };

/** 97.5 % points of Student's t by degrees of freedom 1…30; beyond, the normal distribution's. */
const T975 = [12.7062, 4.3027, 3.1824, 2.7764, 2.5706, 2.4469, 2.3646, 2.306, 2.2622, 2.2281, 2.201, 2.1788, 2.1604, 2.1448, 2.1314, 2.1199, 2.1098, 2.1009, 2.093, 2.086, 2.0796, 2.0739, 2.0687, 2.0639, 2.0595, 2.0555, 2.0518, 2.0484, 2.0452, 2.0423];

/**
 * Least squares with the 95 % prediction range of a new year: ŷ ± t·s·√(1 + 1/n + (x − x̄)²/Sxx), s² = SSE/(n − 2).
 * Fewer than three years are refused, growth through a value of zero too. People are never below zero.
 */
export function trendOf(points: readonly Point[], kind: Trend['kind']): TrendResult {
  const years = new Set(points.map((point) => point.year));
  if (points.length < 3 || years.size < 3) return { ok: false, refused: 'few' };
  if (kind === 'growth' && points.some((point) => point.value <= 0)) return { ok: false, refused: 'zero' };
  const n = points.length;
  const ys = points.map(({ value }) => (kind === 'growth' ? Math.log(value) : value));
  const meanX = mean(points.map((point) => point.year)), meanY = mean(ys);
  let sxx = 0, sxy = 0, syy = 0;
  points.forEach(({ year }, i) => {
    const dx = year - meanX, dy = (ys[i] ?? 0) - meanY;
    sxx += dx * dx; sxy += dx * dy; syy += dy * dy;
  });
  const slope = sxy / sxx;
  const sse = Math.max(0, syy - slope * sxy);
  const s = Math.sqrt(sse / (n - 2));
  const t = T975[n - 3] ?? 1.96;
  const back = (value: number): number => Math.max(0, kind === 'growth' ? Math.exp(value) : value);
  return {
    ok: true, trend: {
      kind, slope: kind === 'growth' ? Math.exp(slope) - 1 : slope, fit: syy === 0 ? 1 : 1 - sse / syy,
      at: (year) => {
        const middle = meanY + slope * (year - meanX);
        const margin = t * s * Math.sqrt(1 + 1 / n + (year - meanX) ** 2 / sxx);
        return { low: back(middle - margin), base: back(middle), high: back(middle + margin) };
      },
    },
  };
}

const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;
