import { clean } from '../tree.ts';

/** Shared pieces of the charts of papers: light colours of the program's look, text, axis. Pure strings, no DOM. */

/** Light colour tokens of the program (see the look): the same on screen and paper. */
export const COLOURS = {
  surface: '#FFFFFF', sunk: '#EDF0F2', line: '#D6DBE0', edge: '#78838E', ink: '#1A2128', ink2: '#434E59', ink3: '#5A6570',
  need: '#B04A00', have: '#0B5C8A', soft: '#E2EEF6', bad: '#A1260D', mid: '#8B96A1',
} as const;

/** Width of every chart in drawing pixels: the text width of an A4 page (170 mm at 96 to the inch). */
export const WIDTH = 642;

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** Text for an SVG: escaped; the apostrophe letter becomes the mark that the typeface draws well. */
export const escape = (text: string): string => clean(text).replaceAll('\u02bc', '\u2019').replaceAll('\u202f', '\u00a0').replace(/[&<>"]/g, (c) => ESCAPES[c] ?? c);

/** A coordinate with at most two decimals. */
export const at = (n: number): string => String(Math.round(n * 100) / 100);

export interface TextLook { readonly anchor?: 'start' | 'middle' | 'end'; readonly fill?: string; readonly bold?: boolean; readonly size?: number; readonly halo?: boolean }
/** One line of text. */
export function label(x: number, y: number, text: string, look: TextLook = {}): string {
  const halo = look.halo ? ` stroke="${COLOURS.surface}" stroke-width="3" paint-order="stroke" stroke-linejoin="round"` : '';
  return `<text x="${at(x)}" y="${at(y)}" text-anchor="${look.anchor ?? 'start'}" font-size="${look.size ?? 12}" font-weight="${look.bold ? 600 : 400}" fill="${look.fill ?? COLOURS.ink}"${halo}>${escape(text)}</text>`;
}

/** A line from one point to another. */
export const stroke = (x1: number, y1: number, x2: number, y2: number, colour: string, width = 1): string =>
  `<path d="M${at(x1)} ${at(y1)}L${at(x2)} ${at(y2)}" stroke="${colour}" stroke-width="${width}" fill="none"/>`;

/** A rectangle; `hatched` draws the sign of "not known". */
export const box = (x: number, y: number, w: number, h: number, fill: string, more = ''): string =>
  `<rect x="${at(x)}" y="${at(y)}" width="${at(Math.max(0, w))}" height="${at(h)}" fill="${fill}"${more}/>`;
export const HATCH = 'url(#hatch)';

/** Wraps parts into a whole picture. */
export function picture(height: number, parts: readonly string[]): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${at(height)}" viewBox="0 0 ${WIDTH} ${at(height)}" font-family="IBM Plex Sans"><defs><pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0V6" stroke="${COLOURS.mid}" stroke-width="1.2" stroke-opacity=".6"/></pattern></defs><rect width="${WIDTH}" height="${at(height)}" fill="${COLOURS.surface}"/>${parts.join('')}</svg>`;
}

/** Round steps of an axis from 0 to at least `max`: 3 to 6 of them. */
export function ticks(max: number): readonly number[] {
  if (!(max > 0)) return [0, 1];
  const rough = max / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, [1, 2, 2.5, 5, 10].map((m) => m * power).find((s) => s >= rough) ?? power * 10);
  const count = Math.ceil(max / step - 1e-9);
  return Array.from({ length: count + 1 }, (_, i) => i * step);
}

/** About how wide a text of 12 px is drawn, in pixels. */
export const widthOf = (text: string, size = 12): number => [...text].reduce((w, c) => w + (/[A-ZА-ЯІЇЄҐЖШЩЮФМwmжшщюфм]/u.test(c) ? 0.72 : /[ .,:;іїilt()]/u.test(c) ? 0.32 : 0.56), 0) * size;

/** Breaks a name into at most three lines of a width; more is cut with an ellipsis. */
export function lines(text: string, width: number): readonly string[] {
  const out: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const next = line === '' ? word : `${line} ${word}`;
    if (line !== '' && widthOf(next) > width) {
      out.push(line);
      line = word;
    } else line = next;
  }
  out.push(line);
  if (out.length <= 3) return out;
  let third = out[2] ?? '';
  while (third !== '' && widthOf(`${third}…`) > width) third = third.slice(0, -1);
  return [out[0] ?? '', out[1] ?? '', `${third.trimEnd()}…`];
}

/** A row of a chart: its name in lines and where it stands. */
export interface Placed { readonly lines: readonly string[]; readonly y: number }
/** Places rows under each other, each as high as its name needs. */
export function place(names: readonly string[], width: number, top: number, least: number): { readonly rows: readonly Placed[]; readonly bottom: number } {
  let y = top;
  const rows = names.map((name) => {
    const text = lines(name, width);
    const height = Math.max(least, text.length * 13 + 8);
    y += height;
    return { lines: text, y: y - height / 2 };
  });
  return { rows, bottom: y };
}
/** The name of a row, right-aligned at x and centred on the row. */
export const rowName = (x: number, row: Placed): string => row.lines.map((line, k) => label(x, row.y + 4 + (k - (row.lines.length - 1) / 2) * 13, line, { anchor: 'end' })).join('');
