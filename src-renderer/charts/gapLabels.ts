import { textWidth } from './layout.ts';

interface Mark { readonly x: number; readonly text: string }
interface Place { readonly need: Mark | null; readonly served: Mark | null; readonly capacity: number | null; readonly from: number; readonly to: number; readonly u: number }
interface Label { readonly of: 'need' | 'served'; readonly x: number; readonly anchor: 'start' | 'end'; readonly text: string; /** Where the text ends at the right. */ readonly right: number }

/**
 * Where the numbers of a dumbbell stand: the smaller one left of its mark, the larger one right of its own, clear of the capacity tick.
 * Near the axis the number served stands at the right when no need stands there; a number that has no room (marks close together)
 * is left out: the columns at the right and the table say it.
 */
export function placeGapLabels({ need, served, capacity, from, to, u }: Place): readonly Label[] {
  const out: Label[] = [];
  const gap = 10 * u;
  const past = (x: number, width: number, direction: -1 | 1): number => {
    const near = x + direction * gap;
    if (capacity === null) return near;
    const a = Math.min(near, near + direction * width) - 3 * u, b = Math.max(near, near + direction * width) + 3 * u;
    return capacity > a && capacity < b ? capacity + direction * 6 * u : near;
  };
  const put = (of: Label['of'], mark: Mark, direction: -1 | 1): boolean => {
    const width = textWidth(mark.text);
    const x = past(mark.x, width, direction);
    const end = x + direction * width;
    if (end < from + 2 * u || end > to) return false;
    out.push({ of, x, anchor: direction < 0 ? 'end' : 'start', text: mark.text, right: Math.max(x, end) });
    return true;
  };
  if (!need) {
    if (served && !put('served', served, -1)) put('served', served, 1);
    return out;
  }
  if (!served) {
    put('need', need, 1);
    return out;
  }
  if (Math.abs(need.x - served.x) < 0.5 * u) {
    put('served', served, -1);
    return out;
  }
  const servedFirst = served.x < need.x;
  put(servedFirst ? 'served' : 'need', servedFirst ? served : need, -1);
  put(servedFirst ? 'need' : 'served', servedFirst ? need : served, 1);
  return out;
}
