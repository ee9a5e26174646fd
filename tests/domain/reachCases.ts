import { catchment } from '../../src-main/domain/reach/catchment.ts';
import { distanceKm } from '../../src-main/domain/reach/distance.ts';
import { assign } from '../../src-main/domain/reach/flow.ts';
import { createTravel, type End } from '../../src-main/domain/reach/travel.ts';
import { exact, UNKNOWN } from '../../src-main/domain/range.ts';

// oxlint-disable-next-line typescript/no-explicit-any -- the facts of a case are free JSON of several shapes; what comes out is checked value by value
type Short = any;

/** What a case of reach asks for: a distance, a way, or everybody together. */
export function runReach(f: Record<string, Short>, date: string): Record<string, unknown> {
  if (f['a']) return { km: distanceKm({ lat: f['a'][0], lon: f['a'][1] }, { lat: f['b'][0], lon: f['b'][1] }) };
  if (f['from']) {
    const travel = createTravel({ parameters: (id) => (f['parameters'][id] === undefined ? UNKNOWN : exact(f['parameters'][id])), times: f['times'], corrections: f['corrections'], today: date });
    const way = travel(f['from'] as End, f['to'] as End, f['mode'], f['barrierFree'] ?? false);
    return { ...way, minutes: way.minutes?.base ?? null };
  }
  const { demand, ratios, indexes } = catchment(f as Short);
  const flow = assign(f['people'].map((one: number | null) => one ?? 0), f['room'].map((one: number | null) => one ?? 0), f['minutes'], f['limit']);
  return {
    demand: demand.map((one) => one.value), ratios: ratios.map((one) => one.value), indexes: indexes.map((one) => one.value),
    ratioBounds: ratios.map((one) => one.bound), indexBounds: indexes.map((one) => one.bound), assigned: flow.total, minutesAll: flow.minutes,
  };
}
