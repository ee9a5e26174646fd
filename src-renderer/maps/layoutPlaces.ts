import { around, backFrom, EARTH_KM, fitBox, inside, type Box } from './flat.ts';
import { layoutCommunity, type DrawnCommunity } from './layoutCommunity.ts';
import type { MapData } from './load.ts';

/** A point of the earth, degrees. */
export interface GeoPoint { readonly lat: number; readonly lon: number }

/** Least width of a window without boundaries, km: one point alone is not drawn as if it filled the world. */
const LEAST_KM = 6;
/** Boundaries are simplified to about 1 km: only what lies farther out is said to lie outside. */
const SLACK_KM = 1;

/** Geometry for the community with its places: its boundary and neighbours, or only the points when there is no boundary; null = nothing to draw. */
export function layoutPlaces(map: MapData, code: string | null, neighbours: readonly string[], points: readonly GeoPoint[], width: number, height: number): DrawnCommunity | null {
  const drawn = code === null ? null : layoutCommunity(map, code, neighbours, width, height, 'own');
  if (drawn !== null || points.length === 0) return drawn;
  const lat0 = points.reduce((sum, point) => sum + point.lat, 0) / points.length;
  const project = around(lat0);
  const flat = points.map((point) => project(point.lon, point.lat));
  const side = (of: 0 | 1): readonly [number, number] => {
    const all = flat.map((point) => point[of]);
    const [least, most] = [Math.min(...all), Math.max(...all)];
    const more = Math.max(0, LEAST_KM / EARTH_KM - (most - least)) / 2;
    return [least - more, most + more];
  };
  const [[x0, x1], [y0, y1]] = [side(0), side(1)];
  return { shapes: [], raions: [], oblasts: [], ownPath: '', project, unproject: backFrom(lat0), fit: fitBox([x0, y0, x1, y1], width, height, Math.min(width, height) * 0.14) };
}

/** A point in px of the first view. */
export function basePoint(drawn: DrawnCommunity, { lat, lon }: GeoPoint): readonly [number, number] {
  const [x, y] = drawn.project(lon, lat);
  return [x * drawn.fit.k + drawn.fit.x, y * drawn.fit.k + drawn.fit.y];
}

/** Degrees of a point in px of the first view. */
export const geoPoint = ({ fit, unproject }: DrawnCommunity, x: number, y: number): GeoPoint => unproject((x - fit.x) / fit.k, (y - fit.y) / fit.k);

/** Px of the first view in a kilometre. */
export const pxPerKm = (drawn: DrawnCommunity): number => drawn.fit.k / EARTH_KM;

/** Does a point lie outside the community by more than the accuracy of its boundary? Without a boundary nothing does. */
export function isOutside(drawn: DrawnCommunity, point: GeoPoint): boolean {
  const rings = drawn.shapes.find((shape) => shape.kind === 'own')?.rings ?? [];
  const [x, y] = basePoint(drawn, point);
  if (rings.length === 0 || inside(rings, x, y)) return false;
  const slack = SLACK_KM * pxPerKm(drawn);
  return rings.every((ring) => ring.every((a, at) => distance([x, y], a, ring[(at + 1) % ring.length] ?? a) > slack));
}

type Flat = readonly [number, number];
function distance([x, y]: Flat, [ax, ay]: Flat, [bx, by]: Flat): number {
  const [dx, dy] = [bx - ax, by - ay];
  const along = dx === 0 && dy === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy)));
  return Math.hypot(x - ax - along * dx, y - ay - along * dy);
}

/** Length of the scale bar: the round number of kilometres that fits into so many px. */
export function scaleBar(perKm: number, most: number): { readonly km: number; readonly px: number } {
  const power = 10 ** Math.floor(Math.log10(most / perKm));
  const km = [5, 2, 1].map((step) => step * power).find((length) => length * perKm <= most) ?? power;
  return { km, px: km * perKm };
}

/** Is a box free of others and inside the window? */
export const isFree = (box: Box, window: Box, taken: readonly Box[]): boolean =>
  box[0] >= window[0] && box[1] >= window[1] && box[2] <= window[2] && box[3] <= window[3] && !taken.some((other) => other[0] < box[2] && box[0] < other[2] && other[1] < box[3] && box[1] < other[3]);
