import { roundHalf } from '#contract/format.ts';
import type { Num } from '#contract/models.ts';
import { hasValue } from './types.ts';

/** Grounds of the matrix: h1 = 90 % and more … h5 = 0 %; h0 = nobody needs it; nd = not known. */
export type Heat = 'h0' | 'h1' | 'h2' | 'h3' | 'h4' | 'h5' | 'nd';

/** Whole per cent as shown: classes use this value, so that colour and text never differ. */
export const shownPercent = (share: number) => roundHalf(share * 100, 0);

/** Ground of a coverage share (0–1), by the rounded per cent that is shown. */
export function heatOfShare(share: number): Heat {
  const percent = shownPercent(share);
  if (percent >= 90) return 'h1';
  if (percent >= 75) return 'h2';
  if (percent >= 65) return 'h3';
  return percent >= 1 ? 'h4' : 'h5';
}

/** Ground of a cell: not known is never a colour of the scale. */
export function heatOf(cell: { readonly need: Num; readonly unmet: Num; readonly coverage: Num }): Heat {
  if (hasValue(cell.need) && cell.need.value === 0 && cell.need.state !== 'partial' && cell.unmet.state !== 'conflict') return 'h0';
  if (!hasValue(cell.unmet) || !hasValue(cell.coverage) || cell.unmet.state === 'partial') return 'nd';
  return heatOfShare(cell.coverage.value);
}
