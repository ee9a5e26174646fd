import type { ReachRef, Range, Num } from '../contract/models.ts';
import { catchment, type Catchment } from '../domain/reach/catchment.ts';
import { assign, type Assignment } from '../domain/reach/flow.ts';
import { createTravel, type End, type Parameters, type Travel } from '../domain/reach/travel.ts';
import { bandOf, bestOf, nearestOf, type Band, type Best, type Nearest, type Origin } from '../domain/reach/within.ts';
import { UNKNOWN } from '../domain/range.ts';
import type { PackTravel } from '../reference/schema.ts';
import { figureCell, numOf } from './cells.ts';
import { countedOf } from './facts.ts';
import { remember } from './memo.ts';
import type { PlanModel } from './model.ts';
import { needAt } from './needFacts.ts';
import { needNums } from './needsView.ts';
import { today, type Program } from './program.ts';
import { endOf, originsOf, pointsOf, type SupplyPoint } from './reachPoints.ts';

/** How reach is asked for. */
export type ReachAsk = Pick<ReachRef, 'service' | 'target' | 'mode' | 'within' | 'who' | 'barrierFree' | 'smooth'>;

/** Parameters the program brings: those of the plan's book, or of the newest one where that is older than they are. */
export const defaultsOf = (program: Program, model: PlanModel): readonly PackTravel[] => (model.book.travel.length > 0 ? model.book.travel : program.latest().travel);

/** Values of the parameters: entered ones first. */
export const parametersOf = (program: Program, model: PlanModel): Parameters => remember(model, 'tables', 'travel parameters', () => {
  const values = new Map<string, Range>(defaultsOf(program, model).map(({ id, low, base, high }) => [id, { low, base, high }]));
  for (const { parameter, low, base, high } of model.travel.parameters) values.set(parameter, { low, base, high });
  return (id: string) => values.get(id) ?? UNKNOWN;
});

/** What ways take today. */
export const travelOf = (program: Program, model: PlanModel): ReturnType<typeof createTravel> => {
  const day = today(program);
  return remember(model, 'tables', `travel ${day}`, () => createTravel({ parameters: parametersOf(program, model), times: model.travel.times, corrections: model.travel.corrections, today: day }));
};

/** People of a settlement as asked: everybody, a group, those who need the service or lack it. */
export function peopleAt(model: PlanModel, who: string, service: string, territory: string): Num {
  if (who === 'need' || who === 'unmet') {
    const nums = needNums(model, needAt(model, service, territory), service, territory);
    return who === 'need' ? nums.general : nums.unmet;
  }
  return numOf(figureCell(model, model.key(who === 'population' ? 'population' : 'groupSize', who === 'population' ? {} : { group: who }, territory)));
}

/** A number as a calculation reads it: what is carried over does not count; a value without bounds is exact here. */
export function rangeOf({ state, value, low, high }: Num): Range {
  if (state === 'carried' || state === 'unknown' || state === 'na') return UNKNOWN;
  return value === null ? { low, base: null, high } : { low: low ?? value, base: value, high: high ?? value };
}

/** A point with the ways of every settlement to it. */
export interface PointWays { readonly point: SupplyPoint; readonly counted: boolean; /** By settlement: the best way, and to which of its places. */ readonly ways: readonly Travel[]; readonly spot: readonly number[] }

/** Where people live, and the ways to who counts. */
export interface Ways {
  readonly ask: ReachAsk;
  readonly origins: readonly string[];
  readonly people: readonly Num[];
  readonly points: readonly PointWays[];
  /** Points that count. */
  readonly counted: readonly PointWays[];
  /** Nothing counts, but only because nobody said where it is or whether its entrance is accessible: nobody knows who is within reach. Null = not so. */
  readonly blind: 'noPlace' | 'entranceUnknown' | null;
  readonly band: (limit: number) => Band;
}

/** Everything a view and an explanation of reach are made of; places in the order of `counted`. */
export interface Reach extends Ways {
  readonly nearest: readonly Nearest[];
  readonly catchment: Catchment;
  readonly assignment: Assignment;
  /** There is somebody near a place whose room is not known. */
  readonly roomUnknown: boolean;
  /** The service counts families and the people are persons, or the other way round: they are not set against each other. */
  readonly unitsDiffer: boolean;
  /** Minutes as numbers: settlement × counted point. */
  readonly minutes: readonly (readonly (number | null)[])[];
  /** The way is not known, although there may be one: settlement × counted point. */
  readonly wayUnknown: readonly (readonly boolean[])[];
  /** Of each settlement: it is not known how many come to a place that may have room, so that others may find less of it. */
  readonly crowd: readonly boolean[];
}

/** Ways of every settlement to one place, whichever services are given there. */
const waysToSpot = (program: Program, model: PlanModel, end: End, { mode, barrierFree }: ReachAsk): readonly Travel[] =>
  remember(model, 'tables', `ways ${today(program)} ${mode} ${barrierFree} ${end.settlement} ${end.lat} ${end.lon}`, () => {
    const travel = travelOf(program, model);
    return originsOf(model).map((origin) => travel(endOf(model, origin), end, mode, barrierFree));
  });

/** Places of a point, as a key: whichever services are given there, the ways are the same. */
const spotsKey = ({ id, spots }: SupplyPoint): string => `${id} ${spots.map(({ facility, end }) => facility || end.settlement).join(' ')}`;

/** The best way to a point: to the nearest of its places that count. */
const waysTo = (program: Program, model: PlanModel, point: SupplyPoint, ask: ReachAsk): PointWays => ({
  point,
  ...remember(model, 'tables', `to ${today(program)} ${ask.mode} ${ask.barrierFree} ${spotsKey(point)}`, (): Omit<PointWays, 'point'> => {
    const spots = point.spots.map((spot, at) => ({ at, why: spot.why, end: spot.end })).filter(({ why }) => why === null);
    const all = spots.map(({ end }) => waysToSpot(program, model, end, ask));
    const [only] = all;
    if (only === undefined) return { counted: false, ways: [], spot: [] };
    if (all.length === 1) return { counted: true, ways: only, spot: only.map(() => spots[0]?.at ?? 0) };
    const chosen = only.map((_, i) => {
      const ways = all.map((each) => each[i] as Travel);
      return nearestOf(ways).at ?? Math.max(0, ways.findIndex((way) => !way.impossible));
    });
    return { counted: true, ways: chosen.map((index, i) => all[index]?.[i] as Travel), spot: chosen.map((index) => spots[index]?.at ?? 0) };
  }),
});

const minuteOf = (way: Travel | undefined): number | null => way?.minutes?.base ?? null;

/** The way to a place nobody has placed. */
const NOWHERE: Travel = { minutes: null, source: null, why: 'noPoint', impossible: false, km: null, detour: '', by: 'car', correction: null, before: null };

/** Who gives what was asked for, and what it takes to get there: without capacity, for the table of all services too. */
export const waysOf = (program: Program, model: PlanModel, ask: ReachAsk): Ways => ({ ...waysFor(program, model, ask), ask });

const waysFor = (program: Program, model: PlanModel, ask: ReachAsk): Omit<Ways, 'ask'> => remember(model, 'all', `ways ${today(program)} ${[ask.service, ask.target, ask.mode, ask.who, ask.barrierFree].join('|')}`, () => {
  const origins = originsOf(model);
  const ofService = ask.who === 'need' || ask.who === 'unmet';
  const people = remember(model, ofService ? ask.service : 'people', `reach people ${ask.who}`, () => origins.map((id) => peopleAt(model, ask.who, ask.service, id)));
  const points = pointsOf(model, ask.service, ask.target, ask.barrierFree).map((point) => waysTo(program, model, point, ask));
  const counted = points.filter((each) => each.counted);
  const blind: Ways['blind'] = counted.length > 0 ? null : points.flatMap(({ point }) => point.spots).map(({ why }) => why).find((why) => why === 'noPlace' || why === 'entranceUnknown') ?? null;
  const best = remember(model, 'tables', `best ${today(program)} ${ask.mode} ${ask.barrierFree} ${blind ?? ''} ${counted.map(({ point }) => spotsKey(point)).join('|')}`, () =>
    origins.map((_, i) => bestOf(blind !== null ? [NOWHERE] : counted.map(({ ways }) => ways[i] as Travel))));
  const all = people.map((num, i): Origin => ({ people: rangeOf(num), best: best[i] as Best }));
  return { origins, people, points, counted, blind, band: (limit) => bandOf(all, limit) };
});

/** Reach of one service, provider or facility. */
export const reachOf = (program: Program, model: PlanModel, ask: ReachAsk): Reach => {
  const ways = waysOf(program, model, ask);
  return remember(model, 'all', `reach ${today(program)} ${JSON.stringify(ask)}`, () => findReach(program, model, ways));
};

function findReach(program: Program, model: PlanModel, ways: Ways): Reach {
  const { ask, origins, people, counted } = ways;
  const minutes = origins.map((_, i) => counted.map((each) => minuteOf(each.ways[i])));
  const persons = people.map((num) => rangeOf(num).base);
  const unitsDiffer = ask.service !== '' && (people[0]?.unit === 'family') !== (countedOf(model, ask.service, model.root) === 'family');
  const room = counted.map(({ point }) => (unitsDiffer ? null : point.room?.result.capacity.base ?? null));
  const parameter = parametersOf(program, model);
  const wayUnknown = origins.map((_, i) => counted.map(({ ways: all }, j) => all[i]?.impossible === false && minutes[i]?.[j] === null));
  const near = (i: number, j: number): boolean => { const m = minutes[i]?.[j] ?? null; return m !== null && m <= ask.within; };
  const weights = [1, 2, 3].map((at) => parameter(`weight.${at}`).base ?? 1) as [number, number, number];
  return {
    ...ways, minutes, unitsDiffer, wayUnknown,
    crowd: persons.map((one, i) => one !== 0 && room.some((places, j) => places !== 0 && (wayUnknown[i]?.[j] === true || (one === null && near(i, j))))),
    nearest: origins.map((_, i) => nearestOf(counted.map((each) => each.ways[i] as Travel))),
    catchment: catchment({ people: persons, room, minutes, unknown: wayUnknown, limit: ask.within, ...(ask.smooth ? { weights } : {}) }),
    assignment: assign(persons.map((one) => one ?? 0), room.map((one) => one ?? 0), minutes, ask.within),
    roomUnknown: room.some((one, j) => one === null && origins.some((_, i) => near(i, j))),
  };
}
