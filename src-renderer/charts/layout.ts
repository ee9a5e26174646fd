let context: CanvasRenderingContext2D | null | undefined;
const cache = new Map<string, number>();
const FAMILY = '"Apostrophe","IBM Plex Sans","Segoe UI",Arial,sans-serif';

/** How much larger than usual the system's text is: 1 when 1 rem = 13 px. All lengths of a chart are multiplied by it. */
export function unit(): number {
  const size = typeof getComputedStyle === 'undefined' ? 13 : Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  return Number.isFinite(size) && size > 8 && typeof ResizeObserver !== 'undefined' ? size / 13 : 1;
}

/** Width of a line of chart text in px (12 px type at the usual text size). Estimated where the page has no canvas. */
export function textWidth(text: string, weight: 400 | 500 | 600 = 400, size = 12 * unit()): number {
  context ??= typeof CanvasRenderingContext2D === 'undefined' ? null : document.createElement('canvas').getContext('2d');
  if (!context) return text.length * size * 0.56;
  const key = `${weight}/${size}/${text}`;
  const known = cache.get(key);
  if (known !== undefined) return known;
  context.font = `${weight} ${size}px ${FAMILY}`;
  const width = context.measureText(text).width;
  if (cache.size > 5000) cache.clear();
  cache.set(key, width);
  return width;
}

/** Forgets measured widths: called once the fonts of the page are there. */
export function forgetWidths(): void {
  cache.clear();
}

/** Breaks a name into lines not wider than `max` px; a single long word keeps its line. Nothing is cut off. */
export function wrapLines(text: string, max: number, weight: 400 | 500 | 600 = 400): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/ /u)) {
    const longer = line ? `${line} ${word}` : word;
    if (line && textWidth(longer, weight) > max) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  lines.push(line);
  return lines;
}

/** Round steps of an axis from 0 to at least `max`. */
export function niceTicks(max: number, count = 3): number[] {
  if (!(max > 0)) return [0, 1];
  const rough = max / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, [1, 2, 2.5, 5, 10].map((f) => f * power).find((s) => s >= rough * 0.999 && (s >= 1 ? Number.isInteger(s) : false)) ?? 1);
  const ticks: number[] = [];
  for (let tick = 0; tick < max + step * 0.999; tick += step) ticks.push(tick);
  return ticks;
}

/** Heights and middles (px) of the rows of a bar chart whose names may take several lines. */
export function rowGeometry(lines: readonly (readonly string[])[], row: number, leading = 14): { readonly mid: number[]; readonly height: number } {
  const mid: number[] = [];
  let y = 0;
  for (const name of lines) {
    const h = Math.max(row, name.length * leading + 5);
    mid.push(y + h / 2);
    y += h;
  }
  return { mid, height: Math.max(y, 1) };
}
