import { at, box, COLOURS, HATCH, label, picture, place, rowName, stroke, ticks, WIDTH } from './svg.ts';

/** One service: numbers place the marks, texts are printed as they stand; null = not known (or hidden). */
export interface DumbbellRow {
  readonly name: string;
  readonly served: number | null;
  readonly need: number | null;
  readonly capacity: number | null;
  readonly servedText: string;
  readonly needText: string;
  /** Columns at the right: without the service, coverage; or one sentence when the need is not known. */
  readonly unmetText: string;
  readonly coverageText: string;
}
export interface DumbbellWords { readonly served: string; readonly need: string; readonly capacity: string; readonly unknown: string; readonly unmet: string; readonly coverage: string; readonly number: (n: number) => string }

const LEFT = 206;
const RIGHT = 494;
const ROW = 28;
const HEAD = 34;

function marks(row: DumbbellRow, y: number, x: (n: number) => number): string[] {
  const { served, need, capacity } = row;
  const out: string[] = [];
  if (need === null) out.push(box(served === null ? LEFT : x(served) + 9, y - 6, RIGHT - (served === null ? LEFT : x(served) + 9), 12, HATCH));
  if (need !== null && served !== null && need !== served) out.push(`<path d="M${at(x(served))} ${at(y)}L${at(x(need))} ${at(y)}" stroke="${COLOURS.need}" stroke-width="3" stroke-opacity=".4"/>`);
  if (capacity !== null) out.push(stroke(x(capacity), y - 8, x(capacity), y + 8, COLOURS.ink, 1.6));
  const same = need !== null && need === served;
  if (need !== null) out.push(`<circle cx="${at(x(need))}" cy="${at(y)}" r="${same ? 6.8 : 4.6}" fill="${same ? 'none' : COLOURS.surface}" stroke="${COLOURS.need}" stroke-width="2"/>`);
  if (served !== null) out.push(`<circle cx="${at(x(served))}" cy="${at(y)}" r="4.4" fill="${COLOURS.have}"/>`);
  if (need !== null && served !== null && Math.abs(x(need) - x(served)) > 34) {
    const [a, b] = need > served ? [served, need] : [need, served];
    const [ta, tb] = need > served ? [row.servedText, row.needText] : [row.needText, row.servedText];
    const [ca, cb] = need > served ? [COLOURS.have, COLOURS.need] : [COLOURS.need, COLOURS.have];
    if (x(a) - LEFT > 34) out.push(label(x(a) - 10, y + 4, ta, { anchor: 'end', fill: ca, halo: true }));
    out.push(label(x(b) + 10, y + 4, tb, { fill: cb, halo: true }));
  }
  return out;
}

/** Need against what there is, by service: filled dot = served, ring = need, tick = capacity, hatch = not known. */
export function dumbbell(rows: readonly DumbbellRow[], words: DumbbellWords): string {
  const steps = ticks(Math.max(1, ...rows.flatMap((r) => [r.served ?? 0, r.need ?? 0, r.capacity ?? 0])));
  const top = steps[steps.length - 1] ?? 1;
  const x = (n: number): number => LEFT + (n / top) * (RIGHT - LEFT - 20);
  const { rows: placed, bottom } = place(rows.map((r) => r.name), LEFT - 20, HEAD, ROW);
  const parts = steps.flatMap((n) => [stroke(x(n), HEAD - 4, x(n), bottom, COLOURS.line), label(x(n), bottom + 16, words.number(n), { anchor: 'middle', fill: COLOURS.ink3 })]);
  parts.push(`<circle cx="6" cy="10" r="4.4" fill="${COLOURS.have}"/>`, label(16, 14, words.served));
  parts.push(`<circle cx="104" cy="10" r="4.6" fill="none" stroke="${COLOURS.need}" stroke-width="2"/>`, label(114, 14, words.need));
  parts.push(stroke(196, 2, 196, 18, COLOURS.ink, 1.6), label(204, 14, words.capacity), box(306, 4, 16, 12, HATCH), label(328, 14, words.unknown));
  parts.push(label(566, 14, words.unmet, { anchor: 'end', fill: COLOURS.ink2 }), label(WIDTH, 14, words.coverage, { anchor: 'end', fill: COLOURS.ink2 }));
  rows.forEach((row, i) => {
    const spot = placed[i] ?? { lines: [], y: 0 };
    const { y } = spot;
    parts.push(rowName(LEFT - 14, spot), ...marks(row, y, x));
    if (row.coverageText === '') parts.push(label(WIDTH, y + 4, row.unmetText, { anchor: 'end', fill: COLOURS.ink2 }));
    else parts.push(label(566, y + 4, row.unmetText, { anchor: 'end', bold: true }), label(WIDTH, y + 4, row.coverageText, { anchor: 'end', fill: COLOURS.ink2 }));
  });
  return picture(bottom + 24, parts);
}
