import { Refusal } from '../contract/errors.ts';
import type { ReachBand, ReachPoint, ReachRow, ReachView } from '../contract/api/reach.ts';
import type { Label, Num } from '../contract/models.ts';
import type { Band } from '../domain/reach/within.ts';
import { exact, UNKNOWN } from '../domain/range.ts';
import type { PlanModel } from './model.ts';
import { resultNum } from './num.ts';
import { today, type Program } from './program.ts';
import { pointsOf } from './reachPoints.ts';
import { peopleAt, rangeOf, reachOf, waysOf, type Reach, type ReachAsk, type Ways } from './reachFacts.ts';
import { assignedNum, bandNum, indexNum, minutesNum, nearNum, ratioNum, roomNum, takenNum } from './reachNums.ts';
import { placeName } from './placeNames.ts';

/** The minutes people are asked about everywhere. */
export const LIMITS = [15, 30, 60] as const;

const NOBODY: Label = { uk: '', en: '' };
const unknown = (what: string, id: string): Refusal => new Refusal('input.unknownId', { what, id });

/** Services somebody gives, in the order of the classifier. */
const given = (model: PlanModel): PlanModel['services'] => model.services.filter(({ id }) => model.providers.some((row) => row.services.includes(id)));

/** The service that is shown first: a basic one of which somebody's capacity is known, or else the first that is given. */
function usual(model: PlanModel): string {
  const services = given(model).toSorted((a, b) => Number(b.basic) - Number(a.basic));
  return (services.find(({ id }) => pointsOf(model, id, '', false).some(({ room }) => room?.result.capacity.base != null)) ?? services[0])?.id ?? '';
}

/** The question with everything filled in; refuses services, places of service and groups that do not exist. */
export function completed(model: PlanModel, ask: ReachAsk): ReachAsk {
  if (ask.service !== '' && model.service(ask.service) === undefined) throw unknown('service', ask.service);
  if (ask.target !== '' && ![...model.providers, ...model.facilities].some((row) => row.id === ask.target)) throw unknown('provider', ask.target);
  const ofService = ask.who === 'need' || ask.who === 'unmet';
  if (!ofService && ask.who !== 'population' && !model.groups.some((row) => row.id === ask.who)) throw unknown('group', ask.who);
  const service = ask.service !== '' || ask.target !== '' ? ask.service : usual(model);
  return { ...ask, service, who: ofService && service === '' ? 'population' : ask.who };
}

function rowOf(model: PlanModel, reach: Reach, i: number): ReachRow {
  const id = reach.origins[i] ?? '';
  const nearest = reach.nearest[i];
  const found = nearest?.at == null ? null : reach.counted[nearest.at] ?? null;
  const way = found?.ways[i];
  const spot = found?.point.spots[found.spot[i] ?? 0];
  const base = way?.minutes?.base ?? null;
  const reasons = reach.counted.flatMap(({ ways }) => ways[i]?.why ?? []);
  return {
    id, name: placeName(model, id) ?? NOBODY, people: reach.people[i] as Num, minutes: minutesNum(model, reach, i), source: way?.source ?? null,
    why: base !== null ? null : reach.counted.find(({ ways }) => ways[i]?.impossible === false)?.ways[i]?.why ?? reasons[0] ?? reach.blind,
    unsure: base !== null && nearest?.unsure === true,
    nearest: found && spot ? { point: found.point.id, name: found.point.name, place: spot.place, state: spot.state } : null,
    band: base === null ? (nearest?.impossible ? 'no' : '') : base <= 15 ? '15' : base <= 30 ? '30' : base <= 60 ? '60' : 'more',
    assigned: assignedNum(model, reach, i), index: indexNum(model, reach, i),
  };
}

function pointOf(model: PlanModel, reach: Reach, each: Reach['points'][number]): ReachPoint {
  const j = reach.counted.indexOf(each);
  const { point } = each;
  const spot = point.spots.find((one) => one.why === null) ?? point.spots[0];
  const none = resultNum(UNKNOWN, 'person', null);
  return {
    id: point.id, name: point.name, place: spot?.place ?? null, state: spot?.state ?? 'works', counted: each.counted, why: each.counted ? null : spot?.why ?? 'noPlace',
    capacity: roomNum(reach, point), near: j < 0 ? none : nearNum(reach, j), ratio: j < 0 ? none : ratioNum(model, reach, j), assigned: j < 0 ? none : takenNum(reach, j),
  };
}

/** A band as a page shows it; the references lead to how it was asked. */
const bandView = (model: PlanModel, reach: Ways, band: Band, within: number): ReachBand =>
  ({ within, people: bandNum(model, reach, band, within), places: band.places, unnumbered: band.unnumbered, unknown: band.unknown });

/** What the page of reach shows. */
export function reachView(program: Program, model: PlanModel, asked: ReachAsk): ReachView {
  const ask = completed(model, asked);
  const reach = reachOf(program, model, ask);
  const unnumbered = reach.people.filter((num) => rangeOf(num).base === null).length;
  const whole = peopleAt(model, ask.who, ask.service, model.root);
  const known = reach.people.reduce((sum, num) => sum + (rangeOf(num).base ?? 0), 0);
  const total = rangeOf(whole).base;
  const services = given(model);
  return {
    asked: ask, today: today(program),
    targets: [...model.providers.map(({ id, name }) => ({ id, kind: 'provider' as const, name })), ...model.facilities.map(({ id, name }) => ({ id, kind: 'facility' as const, name }))],
    groups: model.groups.map(({ id, name }) => ({ id, name })),
    rows: reach.origins.map((_, i) => rowOf(model, reach, i)),
    points: reach.points.map((each) => pointOf(model, reach, each)),
    bands: LIMITS.map((limit) => bandView(model, reach, reach.band(limit), limit)),
    people: whole, assigned: assignedNum(model, reach, null),
    unplaced: reach.origins.filter((id) => model.territory(id)?.lat == null).length, unnumbered,
    unitsDiffer: reach.unitsDiffer,
    rest: resultNum(exact(unnumbered === 0 ? 0 : total === null || total < known ? null : total - known), whole.unit, null, { assumed: whole.assumed }),
    all: services.map((row) => {
      const ways = waysOf(program, model, { ...ask, service: row.id, target: '' });
      return { id: row.id, code: row.code, name: row.short ?? row.name, points: ways.counted.length, bands: LIMITS.map((limit) => bandView(model, ways, ways.band(limit), limit)) };
    }),
  };
}
