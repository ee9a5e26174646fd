/** A point on the globe: degrees. */
export interface LatLon { readonly lat: number; readonly lon: number }

/** Mean radius of the Earth, km (IUGG 1980). */
const RADIUS = 6371.0088;
const rad = (degrees: number): number => (degrees * Math.PI) / 180;
const deg = (radians: number): number => (radians * 180) / Math.PI;

/** Great circle distance in km (haversine). */
export function distanceKm(a: LatLon, b: LatLon): number {
  const h = Math.sin(rad(b.lat - a.lat) / 2) ** 2 + Math.cos(rad(a.lat)) * Math.cos(rad(b.lat)) * Math.sin(rad(b.lon - a.lon) / 2) ** 2;
  return 2 * RADIUS * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** The point so many km from another one in a direction: degrees clockwise from north. */
export function offset(from: LatLon, km: number, bearing: number): LatLon {
  const [d, b, lat] = [km / RADIUS, rad(bearing), rad(from.lat)];
  const sin = Math.sin(lat) * Math.cos(d) + Math.cos(lat) * Math.sin(d) * Math.cos(b);
  const lon = rad(from.lon) + Math.atan2(Math.sin(b) * Math.sin(d) * Math.cos(lat), Math.cos(d) - Math.sin(lat) * sin);
  return { lat: deg(Math.asin(Math.max(-1, Math.min(1, sin)))), lon: ((deg(lon) + 540) % 360) - 180 };
}
