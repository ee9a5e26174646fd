import { geoConicEqualAreaRaw, geoPath, geoTransform, type GeoPath } from 'd3-geo';
import type { Geometry } from 'geojson';

/** Degrees → flat coordinates, y down. */
export type Project = (lon: number, lat: number) => readonly [number, number];
export type Box = readonly [x0: number, y0: number, x1: number, y1: number];

const RAD = Math.PI / 180;

/** Equal-area cone for the whole of Ukraine (standard parallels 46° and 51°, axis 31.5° E). */
export const ukraine: Project = (() => {
  const raw = geoConicEqualAreaRaw(46 * RAD, 51 * RAD);
  return (lon, lat) => {
    const [x, y] = raw((lon - 31.5) * RAD, lat * RAD);
    return [x, -y] as const;
  };
})();

/** True to shape around one latitude: enough for a community and its neighbours. */
export const around = (lat0: number): Project => {
  const k = Math.cos(lat0 * RAD);
  return (lon, lat) => [lon * RAD * k, -lat * RAD] as const;
};

/** The way back from {@link around}. */
export const backFrom = (lat0: number) => (x: number, y: number): { readonly lat: number; readonly lon: number } => ({ lat: -y / RAD, lon: x / (RAD * Math.cos(lat0 * RAD)) });

/** Mean radius of the Earth, km: a unit of the plane of {@link around}. */
export const EARTH_KM = 6371;

/** Scale and shift that follow a projection. */
export interface Fit { readonly k: number; readonly x: number; readonly y: number }

/** Path writer in px. Works on the plane, so the winding of rings does not matter. */
export function flatPath(project: Project, fit: Fit = { k: 1, x: 0, y: 0 }): GeoPath {
  return geoPath(geoTransform({
    point(lon, lat) {
      const [x, y] = project(lon, lat);
      this.stream.point(x * fit.k + fit.x, y * fit.k + fit.y);
    },
  }));
}

/** Bounds on the plane. */
export function boundsOf(project: Project, geometry: { readonly type: string }): Box {
  const [[x0, y0], [x1, y1]] = flatPath(project).bounds(geometry as Geometry);
  return [x0, y0, x1, y1];
}

/** Fits a box of the plane into a card, centred, with room left around it. */
export function fitBox([x0, y0, x1, y1]: Box, width: number, height: number, room: number): Fit {
  const k = Math.min((width - 2 * room) / (x1 - x0), (height - 2 * room) / (y1 - y0));
  return { k, x: width / 2 - (k * (x0 + x1)) / 2, y: height / 2 - (k * (y0 + y1)) / 2 };
}

type Ring = readonly (readonly [number, number])[];

/** Rings of an area in px (holes included: a point in a hole is outside by the even-odd rule). */
export function ringsOf(geometry: Geometry, project: Project, fit: Fit): Ring[] {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.type === 'MultiPolygon' ? geometry.coordinates : [];
  return polygons.flat().map((ring) => ring.map(([lon = 0, lat = 0]) => {
    const [x, y] = project(lon, lat);
    return [x * fit.k + fit.x, y * fit.k + fit.y] as const;
  }));
}

/** Is the point inside the rings? */
export function inside(rings: readonly Ring[], x: number, y: number): boolean {
  let odd = false;
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [xi, yi] = ring[i] as readonly [number, number], [xj, yj] = ring[j] as readonly [number, number];
      if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) odd = !odd;
    }
  }
  return odd;
}
