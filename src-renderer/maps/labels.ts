import { inside, type Box } from './flat.ts';

/** An area to be named: rings in px, size of its label, importance (smaller = earlier). */
export interface ToPlace { readonly id: string; readonly rings: readonly (readonly (readonly [number, number])[])[]; readonly width: number; readonly height: number }
/** Where a label stands (its middle), and the point of its area a line should lead to when it stands outside. */
export interface Placed { readonly id: string; readonly x: number; readonly y: number; readonly lead: readonly [number, number] | null }

const hit = (a: Box, b: Box) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];

function boxOf(rings: ToPlace['rings']): Box {
  let x0 = Infinity, y0 = Infinity, x1 = -Infinity, y1 = -Infinity;
  for (const ring of rings) for (const [x, y] of ring) {
    if (x < x0) x0 = x;
    if (x > x1) x1 = x;
    if (y < y0) y0 = y;
    if (y > y1) y1 = y;
  }
  return [x0, y0, x1, y1];
}

/** Points of a label that are tested against areas: its middle, corners and edges. */
const PROBES: readonly (readonly [number, number])[] = [[0, 0], [-0.5, 0], [0.5, 0], [-0.5, -0.5], [0, -0.5], [0.5, -0.5], [-0.5, 0.5], [0, 0.5], [0.5, 0.5]];

/**
 * Places labels inside a window without overlaps: each where most of it lies in its own area, off the `avoid` area and near the part
 * of its area that is seen. An area too small for its label gets it beside, with a leading line. What finds no room is left out.
 */
export function placeLabels(areas: readonly ToPlace[], window: Box, avoid: ToPlace['rings'], taken: readonly Box[] = []): Placed[] {
  const used: Box[] = [...taken];
  const out: Placed[] = [];
  const jobs = areas.map((area) => ({ area, seen: seenPart(area, window) })).filter((j) => j.seen !== null).toSorted((a, b) => (a.seen?.cells ?? 0) - (b.seen?.cells ?? 0));
  for (const { area, seen } of jobs) {
    if (!seen) continue;
    const { width: w, height: h } = area;
    let best: { x: number; y: number; score: number; own: boolean } | null = null;
    const reach = Math.max(60, (w + h) / 1.5);
    const [bx0, by0, bx1, by1] = seen.box;
    const x0 = Math.max(window[0] + w / 2 + 2, bx0 - reach), x1 = Math.min(window[2] - w / 2 - 2, bx1 + reach);
    const y0 = Math.max(window[1] + h / 2 + 1, by0 - reach), y1 = Math.min(window[3] - h / 2 - 1, by1 + reach);
    const step = Math.max(5, Math.sqrt(((x1 - x0) * (y1 - y0)) / 900));
    for (let y = y0; y <= y1; y += step) for (let x = x0; x <= x1; x += step) {
      const box: Box = [x - w / 2, y - h / 2, x + w / 2, y + h / 2];
      if (used.some((u) => hit(u, box))) continue;
      let own = 0, wrong = 0;
      for (const [px, py] of PROBES) {
        if (inside(area.rings, x + px * w, y + py * h)) own += px === 0 && py === 0 ? 3 : 1;
        if (inside(avoid, x + px * w, y + py * h)) wrong += 1;
      }
      const far = Math.hypot((x - seen.x) * 0.8, y - seen.y);
      const score = own * 12 - wrong * 40 - far * 0.5;
      if (!best || score > best.score) best = { x, y, score, own: inside(area.rings, x, y) };
    }
    if (!best) continue;
    used.push([best.x - w / 2, best.y - h / 2, best.x + w / 2, best.y + h / 2]);
    const touches = best.own || PROBES.filter(([px, py]) => inside(area.rings, (best?.x ?? 0) + px * w, (best?.y ?? 0) + py * h)).length >= 3;
    out.push({ id: area.id, x: best.x, y: best.y, lead: touches ? null : [seen.x, seen.y] });
  }
  return out;
}

/** The part of an area inside the window: its middle (always a point of the area), bounds and size in probe cells; null when unseen. */
export function seenPart({ rings }: Pick<ToPlace, 'rings'>, window: Box): { x: number; y: number; box: Box; cells: number } | null {
  const b = boxOf(rings);
  const box: Box = [Math.max(b[0], window[0]), Math.max(b[1], window[1]), Math.min(b[2], window[2]), Math.min(b[3], window[3])];
  if (box[0] >= box[2] || box[1] >= box[3]) return null;
  const N = 14;
  const points: [number, number][] = [];
  for (let i = 0; i < N; i++) for (let j = 0; j < N; j++) {
    const x = box[0] + ((i + 0.5) / N) * (box[2] - box[0]), y = box[1] + ((j + 0.5) / N) * (box[3] - box[1]);
    if (inside(rings, x, y)) points.push([x, y]);
  }
  if (points.length === 0) return null;
  const cx = points.reduce((s, p) => s + p[0], 0) / points.length, cy = points.reduce((s, p) => s + p[1], 0) / points.length;
  const [x, y] = points.reduce((a, p) => (Math.hypot(p[0] - cx, p[1] - cy) < Math.hypot(a[0] - cx, a[1] - cy) ? p : a));
  return { x, y, box, cells: (points.length / (N * N)) * (box[2] - box[0]) * (box[3] - box[1]) };
}
