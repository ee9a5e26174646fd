import { COLOURS, at, label, lines, picture, stroke, WIDTH } from './svg.ts';

/** One line through the years; null = not known. `band` = low and high of each year. */
export interface Line { readonly name: string; readonly values: readonly (number | null)[]; readonly band?: readonly (readonly [low: number, high: number] | null)[] }

const LEFT = 64;
const RIGHT = 570;
const TOP = 10;
const BOTTOM = 190;
/** Looks of the lines, in order: colour never alone. */
const LOOKS = [[COLOURS.have, ''], [COLOURS.bad, '7 4'], [COLOURS.ink2, '2 3'], [COLOURS.need, '10 3 2 3'], [COLOURS.mid, '5 5']] as const;
/** Height of a row of the legend, and least distance between numbers at the ends of lines; pixels. */
const GAP = 18;

/** Round steps of an axis around the values: it need not begin at zero. */
function steps(low: number, high: number): readonly number[] {
  const span = Math.max(high - low, 1);
  const power = 10 ** Math.floor(Math.log10(span / 4));
  const size = Math.max(1, [1, 2, 5, 10].map((m) => m * power).find((s) => s >= span / 4) ?? power * 10);
  const first = Math.max(0, Math.floor(low / size)), last = Math.max(first + 1, Math.ceil(high / size));
  return Array.from({ length: last - first + 1 }, (_, i) => (first + i) * size);
}

/** Lines through the years with the band of the first one: the last number at the end of each, its name below. */
export function lineChart(years: readonly number[], series: readonly Line[], number: (n: number) => string): string {
  const all = series.flatMap((line) => [...line.values, ...(line.band ?? []).flatMap((ends) => ends ?? [])]).filter((n) => n !== null);
  const axis = steps(Math.min(...all), Math.max(...all));
  const [bottom = 0, top = 1] = [axis[0], axis.at(-1)];
  const x = (i: number): number => LEFT + (i / Math.max(1, years.length - 1)) * (RIGHT - LEFT);
  const y = (n: number): number => BOTTOM - ((n - bottom) / (top - bottom)) * (BOTTOM - TOP);
  const parts = axis.flatMap((n) => [stroke(LEFT, y(n), RIGHT, y(n), COLOURS.line), label(LEFT - 8, y(n) + 4, number(n), { anchor: 'end', fill: COLOURS.ink3 })]);
  years.forEach((year, i) => { if (i % 2 === 0 || years.length < 8) parts.push(label(x(i), BOTTOM + 18, String(year), { anchor: 'middle', fill: COLOURS.ink3 })); });
  const points = (values: readonly (number | null)[]): string => values.flatMap((n, i) => (n === null ? [] : [`${at(x(i))} ${at(y(n))}`])).join('L');
  const band = series[0]?.band ?? [];
  if (band.length > 0 && band.every((ends) => ends !== null)) {
    parts.push(`<path d="M${[...band.map((ends, i) => `${at(x(i))} ${at(y(ends?.[1] ?? 0))}`), ...band.map((ends, i) => `${at(x(i))} ${at(y(ends?.[0] ?? 0))}`).reverse()].join('L')}Z" fill="${COLOURS.soft}"/>`);
  }
  const ends: { readonly text: string; y: number; readonly colour: string }[] = [];
  let height = BOTTOM + 40;
  series.forEach((line, i) => {
    const [colour, dash] = LOOKS[i % LOOKS.length] ?? LOOKS[0];
    const look = `stroke="${colour}" stroke-width="2"${dash === '' ? '' : ` stroke-dasharray="${dash}"`} fill="none"`;
    parts.push(`<path d="M${points(line.values)}" ${look}/>`, `<path d="M${LEFT} ${height}L${LEFT + 40} ${height}" ${look}/>`);
    lines(line.name, WIDTH - LEFT - 60).forEach((text) => { parts.push(label(LEFT + 50, height + 4, text)); height += GAP; });
    const end = line.values.findLast((n) => n !== null);
    if (end !== undefined && end !== null) ends.push({ text: number(end), y: y(end), colour });
  });
  ends.sort((a, b) => a.y - b.y);
  ends.forEach((each, i) => { each.y = Math.max(each.y, (ends[i - 1]?.y ?? -Infinity) + GAP - 2); });
  const over = Math.max(0, (ends.at(-1)?.y ?? 0) - BOTTOM);
  for (const each of ends) parts.push(label(RIGHT + 8, each.y - over + 4, each.text, { fill: each.colour, bold: true, halo: true }));
  return picture(height, parts);
}
