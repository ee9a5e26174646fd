import { box, COLOURS, HATCH, label, picture, place, rowName, stroke, ticks, WIDTH } from './svg.ts';

/** One bar; null value = not known (hatched); low and high draw the whisker of an estimate. */
export interface BarRow { readonly name: string; readonly value: number | null; readonly low: number | null; readonly high: number | null; readonly estimate: boolean; readonly text: string }

const LEFT = 250;
const RIGHT = 540;
const ROW = 24;

/** Sizes with estimates: horizontal bars from zero, a whisker for the range, estimates lighter, not known hatched. */
export function bars(rows: readonly BarRow[], words: { readonly number: (n: number) => string }): string {
  const steps = ticks(Math.max(1, ...rows.flatMap((r) => [r.value ?? 0, r.high ?? 0])));
  const top = steps[steps.length - 1] ?? 1;
  const x = (n: number): number => LEFT + (Math.max(0, n) / top) * (RIGHT - LEFT);
  const { rows: placed, bottom } = place(rows.map((r) => r.name), LEFT - 20, 6, ROW);
  const parts = steps.flatMap((n) => [stroke(x(n), 2, x(n), bottom, COLOURS.line), label(x(n), bottom + 16, words.number(n), { anchor: 'middle', fill: COLOURS.ink3 })]);
  rows.forEach((row, i) => {
    const spot = placed[i] ?? { lines: [], y: 0 };
    const { y } = spot;
    parts.push(rowName(LEFT - 12, spot));
    if (row.value === null) parts.push(box(LEFT, y - 6, RIGHT - LEFT, 12, HATCH));
    else parts.push(box(LEFT, y - 6, Math.max(1, x(row.value) - LEFT), 12, COLOURS.have, ` rx="2"${row.estimate ? ' fill-opacity=".62"' : ''}`));
    if (row.value !== null && row.low !== null && row.high !== null && row.high > row.low) {
      parts.push(stroke(x(row.low), y, x(row.high), y, COLOURS.ink, 1.4), stroke(x(row.low), y - 4, x(row.low), y + 4, COLOURS.ink, 1.4), stroke(x(row.high), y - 4, x(row.high), y + 4, COLOURS.ink, 1.4));
    }
    parts.push(label(WIDTH, y + 4, row.text, { anchor: 'end' }));
  });
  return picture(bottom + 24, parts);
}

/** Coverage of one service, 0–1; null = not known. Served above the need is drawn to 100 %. */
export interface CoverageRow { readonly name: string; readonly share: number | null; readonly text: string }

/** Coverage by service: the part served filled, the rest outlined in the colour of need. */
export function coverage(rows: readonly CoverageRow[]): string {
  const parts: string[] = [];
  const { rows: placed, bottom } = place(rows.map((r) => r.name), LEFT - 20, 4, ROW);
  rows.forEach((row, i) => {
    const spot = placed[i] ?? { lines: [], y: 0 };
    const { y } = spot;
    parts.push(rowName(LEFT - 12, spot));
    if (row.share === null) parts.push(box(LEFT, y - 6, RIGHT - LEFT, 12, HATCH));
    else {
      parts.push(box(LEFT, y - 6, RIGHT - LEFT, 12, COLOURS.surface, ` stroke="${COLOURS.need}" stroke-width="1"`));
      parts.push(box(LEFT, y - 6, (RIGHT - LEFT) * Math.min(1, row.share), 12, COLOURS.have));
    }
    parts.push(label(WIDTH, y + 4, row.text, { anchor: 'end' }));
  });
  return picture(bottom + 4, parts);
}
