import { at, COLOURS, label, lines, picture, stroke, WIDTH } from './svg.ts';

/** A line around the star: shares 0–1 in the order of the axes, null = not known. */
export interface RadarLine { readonly name: string; readonly shares: readonly (number | null)[] }

const RADIUS = 120;
const NAME = 150;
/** Looks of the lines, in order: colour never alone. */
const LOOKS = [[COLOURS.have, ''], [COLOURS.need, '7 4'], [COLOURS.ink, '2 4'], [COLOURS.mid, '9 3 2 3'], [COLOURS.ink2, '4 2']] as const;
interface Point { readonly x: number; readonly y: number }

/** Shares on axes from one centre: 0 % in the middle, 100 % at the edge. No line leads to what is not known. */
export function radar(axes: readonly string[], series: readonly RadarLine[], percent: (share: number) => string): string {
  const [cx, cy] = [WIDTH / 2, RADIUS + 52];
  const spot = (index: number, share: number): Point => { const angle = Math.PI / 2 - (2 * Math.PI * index) / axes.length; return { x: cx + Math.cos(angle) * RADIUS * share, y: cy - Math.sin(angle) * RADIUS * share }; };
  const path = (points: readonly Point[], close: boolean): string => `M${points.map(({ x, y }) => `${at(x)} ${at(y)}`).join('L')}${close ? 'Z' : ''}`;
  const grid = [0.25, 0.5, 0.75, 1].map((share) => `<path d="${path(axes.map((_, i) => spot(i, share)), true)}" stroke="${COLOURS.line}" fill="none"/>`);
  const spokes = axes.map((name, i) => {
    const [end, text] = [spot(i, 1), spot(i, 1 + 12 / RADIUS)];
    const anchor = Math.abs(text.x - cx) < 2 ? 'middle' : text.x > cx ? 'start' : 'end';
    const rows = lines(name, NAME);
    const top = text.y + 4 - (text.y < cy - RADIUS * 0.9 ? (rows.length - 1) * 13 : text.y > cy + RADIUS * 0.9 ? -6 : ((rows.length - 1) * 13) / 2);
    return stroke(cx, cy, end.x, end.y, COLOURS.line) + rows.map((row, n) => label(text.x, top + n * 13, row, { anchor })).join('');
  });
  const drawn = series.map(({ shares }, k) => {
    const [colour, dash] = LOOKS[k % LOOKS.length] ?? LOOKS[0];
    const points = shares.map((share, i) => (share === null ? null : spot(i, Math.max(0, Math.min(1, share)))));
    const look = `stroke="${colour}" stroke-width="2"${dash === '' ? '' : ` stroke-dasharray="${dash}"`} fill="none"`;
    const sides = points.map((point, i) => { const next = points[(i + 1) % points.length]; return point && next ? `<path d="${path([point, next], false)}" ${look}/>` : ''; });
    return [...sides, ...points.map((point) => (point ? `<circle cx="${at(point.x)}" cy="${at(point.y)}" r="3.5" fill="${colour}"/>` : ''))].join('');
  });
  const scale = [0.5, 1].map((share) => label(cx + 4, cy - RADIUS * share + 12, percent(share), { fill: COLOURS.ink3, halo: true }));
  let x = 40;
  const y = cy + RADIUS + 50;
  const legend = series.map(({ name }, k) => {
    const [colour, dash] = LOOKS[k % LOOKS.length] ?? LOOKS[0];
    const from = x;
    x += 46 + name.length * 7 + 20;
    return `<path d="M${from} ${y}L${from + 32} ${y}" stroke="${colour}" stroke-width="2"${dash === '' ? '' : ` stroke-dasharray="${dash}"`} fill="none"/>${label(from + 40, y + 4, name)}`;
  });
  return picture(y + 16, [...grid, ...spokes, ...drawn, ...scale, ...legend]);
}
