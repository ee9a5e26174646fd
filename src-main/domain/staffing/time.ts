/** Available working time of one worker: (working days − leave − holidays − training − illness) × hours a day, hours a year (WISN, step 2). */
export interface WorkTime { readonly days: number; readonly leave: number; readonly holidays: number; readonly training: number; readonly sick: number; readonly hours: number }

/** Hours a year; null when no time is left. */
export function availableHours({ days, leave, holidays, training, sick, hours }: WorkTime): number | null {
  const left = (days - leave - holidays - training - sick) * hours;
  return left > 0 ? left : null;
}

/** Radius of the Earth, km. */
const EARTH = 6371;
const rad = (degrees: number): number => (degrees * Math.PI) / 180;
export interface Point { readonly lat: number; readonly lon: number }

/** Great-circle distance, km (haversine). */
export function distanceKm(a: Point, b: Point): number {
  const h = Math.sin(rad(b.lat - a.lat) / 2) ** 2 + Math.cos(rad(a.lat)) * Math.cos(rad(b.lat)) * Math.sin(rad(b.lon - a.lon) / 2) ** 2;
  return 2 * EARTH * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** Minutes of a way: great circle × detour / speed (km/h). An estimate: the detour and the speed are assumptions. */
export const estimatedMinutes = (a: Point, b: Point, detour: number, speed: number): number => ((distanceKm(a, b) * detour) / speed) * 60;
