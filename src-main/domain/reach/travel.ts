import type { NoTravel, Terrain, TravelCorrection, TravelMode, TravelSource } from '../../contract/api/reach.ts';
import type { Range } from '../../contract/models.ts';
import { distanceKm } from './distance.ts';

/**
 * Minutes from settlement to settlement. A local correction that holds wins over the community's own minutes, those win over the estimate:
 * minutes = great circle km × detour (by way to travel and terrain) ÷ speed × 60 + getting ready and waiting.
 */

/** Values of the parameters by id: `detour.car.plain`, `speed.car`, `wait.bus`, `inside`, `bus.runs`. */
export type Parameters = (id: string) => Range;

/** An end of a way. `within` names it and what it lies in: settlement, district, community. */
export interface End {
  readonly settlement: string;
  readonly within: readonly string[];
  /** Null = nobody placed it. */
  readonly lat: number | null;
  readonly lon: number | null;
  readonly terrain: Exclude<Terrain, ''>;
  /** '' = not known. */
  readonly bus: '' | 'yes' | 'no';
  readonly runs: number | null;
  readonly busAccessible: '' | 'yes' | 'no';
  readonly taxi: '' | 'yes' | 'no';
}

/** Own minutes between two settlements. */
export interface OwnTime { readonly origin: string; readonly destination: string; readonly mode: TravelMode; readonly minutes: number; readonly oneWay: boolean }

/** Own minutes of a way: those of this direction, else those of the way back that hold for both. */
export const ownTime = <T extends OwnTime>(times: readonly T[], from: string, to: string, mode: TravelMode): T | undefined =>
  times.find((row) => row.mode === mode && row.origin === from && row.destination === to) ?? times.find((row) => !row.oneWay && row.mode === mode && row.origin === to && row.destination === from);

/** What says how long ways take. */
export interface TravelFacts {
  readonly parameters: Parameters;
  readonly times: readonly OwnTime[];
  readonly corrections: readonly TravelCorrection[];
  /** ISO day corrections are judged by. */
  readonly today: string;
}

/** What a way takes. `minutes` null = not known (`why` says so), or there is no way. */
export interface Travel {
  readonly minutes: Range | null;
  readonly source: TravelSource | null;
  readonly why: NoTravel | null;
  /** Known that nobody can travel so. */
  readonly impossible: boolean;
  /** Straight km of the estimate, and the detour it was multiplied by. */
  readonly km: number | null;
  readonly detour: string;
  /** How the way is made: by bus inside one settlement means on foot. */
  readonly by: TravelMode;
  /** The correction in force, and what would hold without it. */
  readonly correction: string | null;
  readonly before: Travel | null;
}

/** Does a correction hold on a day, is it over or still to come? Its last day belongs to it. */
export function stateOf({ since, until }: Pick<TravelCorrection, 'since' | 'until'>, today: string): 'holds' | 'expired' | 'coming' {
  if (until !== '' && until < today) return 'expired';
  return since !== '' && since > today ? 'coming' : 'holds';
}

const none = (why: NoTravel, impossible: boolean, by: TravelMode): Travel => ({ minutes: null, source: null, why, impossible, km: null, detour: '', by, correction: null, before: null });
const IMPOSSIBLE: ReadonlySet<NoTravel> = new Set<NoTravel>(['noBus', 'fewRuns', 'notAccessible', 'closed']);
const refused = (why: NoTravel, by: TravelMode): Travel => none(why, IMPOSSIBLE.has(why), by);

/** A function that says what each way takes. */
export function createTravel({ parameters, times, corrections, today }: TravelFacts): (from: End, to: End, mode: TravelMode, barrierFree: boolean) => Travel {
  const key = (origin: string, destination: string, mode: TravelMode): string => `${mode} ${origin} ${destination}`;
  const own = new Map<string, number>();
  for (const time of times) if (!time.oneWay && !own.has(key(time.destination, time.origin, time.mode))) own.set(key(time.destination, time.origin, time.mode), time.minutes);
  for (const time of times) own.set(key(time.origin, time.destination, time.mode), time.minutes);
  const holding = corrections.filter((row) => stateOf(row, today) === 'holds');
  const leastRuns = parameters('bus.runs').base ?? 0;

  const estimate = (from: End, to: End, by: TravelMode): Travel => {
    const same = from.settlement !== '' && from.settlement === to.settlement;
    const placed = from.lat !== null && from.lon !== null && to.lat !== null && to.lon !== null;
    if (!placed && !same) return refused('noPoint', by);
    const straight = placed ? distanceKm({ lat: from.lat, lon: from.lon }, { lat: to.lat, lon: to.lon }) : 0;
    // People live around the point of their settlement: inside it nobody is nearer than the usual way.
    const km = same ? Math.max(straight, parameters('inside').base ?? 0) : straight;
    const detour = worse(by, from.terrain, to.terrain, parameters);
    const [factor, speed, wait] = [parameters(detour), parameters(`speed.${by}`), parameters(`wait.${by}`)];
    const of = (f: number | null, v: number | null, w: number | null): number | null => (f === null || v === null || v <= 0 || w === null ? null : (km * f * 60) / v + w);
    const minutes = { low: of(factor.low, speed.high, wait.low), base: of(factor.base, speed.base, wait.base), high: of(factor.high, speed.low, wait.high) };
    return { minutes, source: 'estimate', why: null, impossible: false, km, detour, by, correction: null, before: null };
  };

  /** Why an estimate by bus does not stand: nobody knows of a bus, there is none, or it goes too seldom. */
  const busRefused = (from: End, to: End): NoTravel | null => {
    if (from.bus === 'no' || to.bus === 'no') return 'noBus';
    if (from.bus === '') return 'busUnknown';
    return from.runs !== null && from.runs < leastRuns ? 'fewRuns' : null;
  };

  const uncorrected = (from: End, to: End, mode: TravelMode, by: TravelMode): Travel => {
    const minutes = own.get(key(from.settlement, to.settlement, by)) ?? null;
    if (minutes !== null) return { minutes: { low: minutes, base: minutes, high: minutes }, source: 'matrix', why: null, impossible: false, km: null, detour: '', by, correction: null, before: null };
    const why = mode === 'bus' && by === 'bus' ? busRefused(from, to) : null;
    return why === null ? estimate(from, to, by) : refused(why, by);
  };

  /** The correction nearest to the two settlements; of equally near ones the last begun. */
  const corrected = (from: End, to: End, mode: TravelMode): TravelCorrection | null => {
    let best: { readonly row: TravelCorrection; readonly far: number } | null = null;
    for (const row of holding) {
      if (row.mode !== mode) continue;
      const ways = [[from, to], ...(row.oneWay ? [] : [[to, from]])] as const;
      const far = Math.min(...ways.map(([a, b]) => {
        const [at, bt] = [(a as End).within.indexOf(row.origin), (b as End).within.indexOf(row.destination)];
        return at < 0 || bt < 0 ? Infinity : at + bt;
      }));
      if (far === Infinity) continue;
      if (best === null || far < best.far || (far === best.far && (row.since > best.row.since || (row.since === best.row.since && row.id < best.row.id)))) best = { row, far };
    }
    return best?.row ?? null;
  };

  return (from, to, mode, barrierFree) => {
    const by: TravelMode = mode === 'bus' && from.settlement === to.settlement ? 'foot' : mode;
    if (barrierFree && by !== 'foot') {
      const access = by === 'car' ? from.taxi : from.busAccessible;
      if (access !== 'yes') return refused(access === 'no' ? 'notAccessible' : 'accessUnknown', by);
    }
    const before = uncorrected(from, to, mode, by);
    const row = corrected(from, to, by);
    if (row === null) return before;
    const applied = { source: 'correction', correction: row.id, before, km: before.km, detour: before.detour, by } as const;
    if (row.how === 'none') return { ...refused('closed', by), ...applied };
    const put = row.minutes ?? 0;
    if (row.how === 'set') return { ...applied, minutes: { low: put, base: put, high: put }, why: null, impossible: false };
    if (before.minutes === null) return before;
    const more = (v: number | null): number | null => (v === null ? null : v + put);
    return { ...applied, minutes: { low: more(before.minutes.low), base: more(before.minutes.base), high: more(before.minutes.high) }, why: null, impossible: false };
  };
}

/** The larger of the two detours: a river on one side is a river for both. */
function worse(by: TravelMode, a: Exclude<Terrain, ''>, b: Exclude<Terrain, ''>, parameters: Parameters): string {
  const [one, other] = [`detour.${by}.${a}`, `detour.${by}.${b}`];
  return (parameters(one).base ?? 0) >= (parameters(other).base ?? 0) ? one : other;
}
