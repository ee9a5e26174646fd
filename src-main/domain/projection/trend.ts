import type { Range } from '../../contract/models.ts';
import { Z95 } from '../needs/survey.ts';

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
/** A line through the years, or why there is none. */
export type TrendResult = { readonly ok: true; readonly trend: Trend } | { readonly ok: false; readonly refused: 'few' | 'zero' };

/** 97.5 % points of Student's t by degrees of freedom 1…30; beyond, by the expansion about the normal one (Abramowitz & Stegun 26.7.5). */
const T975 = [12.706205, 4.302653, 3.182446, 2.776445, 2.570582, 2.446912, 2.364624, 2.306004, 2.262157, 2.228139, 2.200985, 2.178813, 2.160369, 2.144787, 2.13145, 2.119905, 2.109816, 2.100922, 2.093024, 2.085963, 2.079614, 2.073873, 2.068658, 2.063899, 2.059539, 2.055529, 2.051831, 2.048407, 2.04523, 2.042272];
const t975 = (freedom: number): number => T975[freedom - 1] ?? Z95 + (Z95 ** 3 + Z95) / (4 * freedom) + (5 * Z95 ** 5 + 16 * Z95 ** 3 + 3 * Z95) / (96 * freedom ** 2);

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
  const t = t975(n - 2);
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
