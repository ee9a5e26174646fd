import type { Geometry } from 'geojson';
import { around, backFrom, boundsOf, fitBox, flatPath, ringsOf, type Box, type Fit, type Project } from './flat.ts';
import type { MapData } from './load.ts';

/** A community drawn: its path and rings in px of the first view. */
export interface Shape { readonly code: string; readonly kind: 'own' | 'neighbour' | 'land'; readonly d: string; readonly rings: readonly (readonly (readonly [number, number])[])[] }
export interface DrawnCommunity { readonly shapes: readonly Shape[]; readonly raions: readonly string[]; readonly oblasts: readonly string[]; readonly ownPath: string; readonly project: Project; readonly fit: Fit; readonly unproject: ReturnType<typeof backFrom> }

const meets = (a: Box, b: Box) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
const union = (a: Box, b: Box): Box => [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])];

/** Geometry of a community among its neighbours for a window in px; null when the community has no boundary in the map. */
export function layoutCommunity(map: MapData, own: string, neighbours: readonly string[], width: number, height: number, show: 'own' | 'neighbours'): DrawnCommunity | null {
  const home = map.hromadas.find((h) => h.properties.code === own);
  if (!home) return null;
  const lat = flatPath((lon, la) => [lon, la]).centroid(home as never)[1];
  const project = around(lat);
  const boxes = new Map(map.hromadas.map((h) => [h.properties.code, boundsOf(project, h)]));
  const base = boxes.get(own) as Box;
  const near = new Set(neighbours);
  const all = neighbours.map((c) => boxes.get(c)).filter((b) => b !== undefined).reduce(union, base);
  const fit = show === 'own' ? fitBox(base, width, height, height * 0.17) : fitBox(all, width, height, 12);
  // Twice the window each way is drawn, so that moving and zooming out meet land.
  const window: Box = [(-width - fit.x) / fit.k, (-height - fit.y) / fit.k, (2 * width - fit.x) / fit.k, (2 * height - fit.y) / fit.k];
  const path = flatPath(project, fit).digits(2);
  const inWindow = (g: { readonly type: string }) => meets(boundsOf(project, g), window);
  const order = { land: 0, neighbour: 1, own: 2 };
  const shapes = map.hromadas.filter((h) => meets(boxes.get(h.properties.code) as Box, window)).map((h): Shape => {
    const { code } = h.properties;
    return { code, kind: code === own ? 'own' : near.has(code) ? 'neighbour' : 'land', d: path(h as never) ?? '', rings: ringsOf(h.geometry as Geometry, project, fit) };
  }).toSorted((a, b) => order[a.kind] - order[b.kind]);
  return {
    shapes, project, fit, unproject: backFrom(lat),
    raions: map.raions.filter(inWindow).map((r) => path(r as never) ?? ''),
    oblasts: map.oblasts.filter(inWindow).map((o) => path(o as never) ?? ''),
    ownPath: path(home as never) ?? '',
  };
}
