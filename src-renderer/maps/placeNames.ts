import { textWidth, unit } from '../charts/layout.ts';
import type { Named } from '../charts/types.ts';
import { inside, type Box } from './flat.ts';
import { placeLabels, seenPart } from './labels.ts';
import type { DrawnCommunity } from './layoutCommunity.ts';
import type { MapView } from './useView.ts';

/** A community with what is written on it. `population` in persons, `borderKm` = length of the common border; null = not known. */
export interface MapCommunity extends Named { readonly code: string; readonly population: number | null; readonly borderKm?: number | null }
/** A settlement to be shown as a point. */
export interface MapPlace extends Named { readonly id: string; readonly lat: number; readonly lon: number; readonly centre?: boolean }

/** A label ready to be drawn, px of the window. */
export interface PlacedName {
  readonly id: string;
  readonly kind: 'own' | 'neighbour' | 'place';
  readonly label: string;
  readonly lang?: 'uk' | 'en';
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly lead: readonly [number, number] | null;
  /** Settlements only: the name stands on the colour of the community. */
  readonly onOwn?: boolean;
  /** Settlements only: where the point stands. */
  readonly point?: readonly [number, number];
}

/** Names of communities first, then of settlements where there is still room. */
export function placeNames(drawn: DrawnCommunity, view: MapView, communities: readonly (MapCommunity & { readonly text: string })[], places: readonly MapPlace[], width: number, height: number): PlacedName[] {
  const u = unit();
  const window: Box = [0, 0, width, height];
  const shift = ([x, y]: readonly [number, number]) => [x * view.k + view.x, y * view.k + view.y] as const;
  const rings = new Map(drawn.shapes.filter((s) => s.kind !== 'land').map((s) => [s.code, s.rings.map((r) => r.map(shift))]));
  const size = (c: { readonly label: string; readonly text: string }, bold = false) => ({ width: Math.max(textWidth(c.label, bold ? 600 : 400), textWidth(c.text)) + 4 * u, height: 28 * u });
  const [own, ...others] = communities;
  if (!own) return [];
  const ownRings = rings.get(own.code) ?? [];
  const out: PlacedName[] = [];
  const taken: Box[] = [[width - 30 * u, 0, width, 58 * u]];
  const seen = seenPart({ rings: ownRings }, window);
  if (seen) {
    const s = size(own, true);
    const points = places.map((p) => spot(drawn, view, p)).map(([x, y]): Box => [x - 5 * u, y - 5 * u, x + 5 * u, y + 5 * u]);
    const free = placeLabels([{ id: own.code, rings: ownRings, ...s }], window, [], [...taken, ...points])[0];
    const over = placeLabels([{ id: own.code, rings: ownRings, ...s }], window, [], taken)[0];
    const holds = (at: typeof free): boolean => at !== undefined && within(ownRings, [at.x - s.width / 2, at.y - s.height / 2, at.x + s.width / 2, at.y + s.height / 2]);
    const home = free && (holds(free) || !holds(over)) ? free : over;
    if (home) {
      out.push({ id: own.code, kind: 'own', label: own.label, lang: own.lang, text: own.text, x: home.x, y: home.y, lead: home.lead });
      taken.push([home.x - s.width / 2, home.y - s.height / 2, home.x + s.width / 2, home.y + s.height / 2]);
    }
  }
  const byCode = new Map(others.map((c) => [c.code, c]));
  for (const p of placeLabels(others.flatMap((c) => (rings.has(c.code) ? [{ id: c.code, rings: rings.get(c.code) ?? [], ...size(c) }] : [])), window, ownRings, taken)) {
    const c = byCode.get(p.id);
    if (!c) continue;
    const s = size(c);
    taken.push([p.x - s.width / 2, p.y - s.height / 2, p.x + s.width / 2, p.y + s.height / 2]);
    out.push({ id: p.id, kind: 'neighbour', label: c.label, lang: c.lang, text: c.text, x: p.x, y: p.y, lead: p.lead });
  }
  return [...out, ...settlements(drawn, view, places, window, taken, ownRings, u)];
}

/** Where a settlement stands, px of the window. */
function spot(drawn: DrawnCommunity, view: MapView, place: MapPlace): readonly [number, number] {
  const [x, y] = drawn.project(place.lon, place.lat);
  return [(x * drawn.fit.k + drawn.fit.x) * view.k + view.x, (y * drawn.fit.k + drawn.fit.y) * view.k + view.y];
}

function settlements(drawn: DrawnCommunity, view: MapView, places: readonly MapPlace[], window: Box, taken: Box[], ownRings: Parameters<typeof inside>[0], u: number): PlacedName[] {
  const out: PlacedName[] = [];
  for (const place of places) {
    const [x, y] = spot(drawn, view, place);
    taken.push([x - 4 * u, y - 4 * u, x + 4 * u, y + 4 * u]);
  }
  for (const place of places.toSorted((a, b) => Number(b.centre ?? false) - Number(a.centre ?? false))) {
    const [x, y] = spot(drawn, view, place);
    if (x < window[0] || y < window[1] || x > window[2] || y > window[3]) continue;
    const w = textWidth(place.label), h = 14 * u;
    const free = [[x + 6 * u, y], [x - 6 * u - w, y], [x - w / 2, y - 10 * u], [x - w / 2, y + 10 * u]].map(([left = 0, mid = 0]): Box => [left, mid - h / 2, left + w, mid + h / 2])
      .find((b) => b[0] > window[0] && b[2] < window[2] && b[1] > window[1] && b[3] < window[3] && !taken.some((o) => o[0] < b[2] && b[0] < o[2] && o[1] < b[3] && b[1] < o[3]));
    if (free) taken.push(free);
    out.push({ id: place.id, kind: 'place', label: free ? place.label : '', lang: place.lang, text: '', x: free ? (free[0] + free[2]) / 2 : x, y: free ? (free[1] + free[3]) / 2 : y, lead: null, point: [x, y], onOwn: free !== undefined && within(ownRings, free) });
  }
  return out;
}

const within = (rings: Parameters<typeof inside>[0], [x0, y0, x1, y1]: Box) => [[x0, y0], [x1, y0], [x0, y1], [x1, y1]].every(([x = 0, y = 0]) => inside(rings, x, y));
