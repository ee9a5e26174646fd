import { Refusal } from '../contract/errors.ts';
import type { Num, ReachRef, Sentence, Trace, TraceInput } from '../contract/models.ts';
import { exact } from '../domain/range.ts';
import { weightOf } from '../domain/reach/catchment.ts';
import { ownTime, type Travel } from '../domain/reach/travel.ts';
import { bestOf, isWithin } from '../domain/reach/within.ts';
import { factor, num as operand, pieces, roundedOnce, step, type Step } from '../domain/trace.ts';
import type { PlanModel } from './model.ts';
import { resultNum } from './num.ts';
import { sentence, type Program } from './program.ts';
import { parametersOf, rangeOf, reachOf, type Reach } from './reachFacts.ts';
import { assignedNum, bandNum, indexNum, minutesNum, nearNum, ratioNum, reachRef, roomNum, unitOf } from './reachNums.ts';
import { completed } from './reachView.ts';
import { figureInput, resultInput, serviceName } from './traceParts.ts';
import { parameterRows } from './travelView.ts';
import { placeName } from './placeNames.ts';

const say = (key: string, params: Sentence['params'] = {}): Sentence => sentence(`reach.trace.${key}`, params);
/** At most this many settlements or places are listed; the rest are counted. */
const LISTED = 12;

interface Made { readonly num: Num; readonly formula: Sentence; readonly steps: readonly Step[]; readonly inputs: readonly TraceInput[]; readonly assumptions: readonly Sentence[]; readonly missing?: Num['missing'] }

const nameOf = (model: PlanModel, id: string) => placeName(model, id) ?? { uk: id, en: null };
const named = (model: PlanModel, id: string): Sentence => sentence('label.group', { name: nameOf(model, id) });
const rest = (count: number): readonly Sentence[] => (count > LISTED ? [sentence('assumption.moreParts', { count: count - LISTED })] : []);

/** Parameters of an estimate, with their source. */
function parameterInputs(program: Program, model: PlanModel, way: Travel): readonly TraceInput[] {
  return [way.detour, `speed.${way.by}`, `wait.${way.by}`].flatMap((id) => {
    const row = parameterRows(program, model).find((each) => each.id === id);
    return row === undefined ? [] : [{
      label: sentence('label.group', { name: row.label }), num: resultNum({ low: row.low, base: row.base, high: row.high }, 'count', null, { assumed: row.assumption, recalled: row.confidence === 'recalled' }),
      method: null, source: row.source.uk, asOf: '', note: '',
    }];
  });
}

/** How one way was counted: the steps of its estimate, or where its minutes come from. */
function wayMade(program: Program, model: PlanModel, way: Travel, from: string, to: string): Pick<Made, 'formula' | 'steps' | 'inputs' | 'assumptions'> {
  const parameter = parametersOf(program, model);
  const plain = way.source === 'correction' ? way.before : way;
  const row = way.correction === null ? undefined : model.travel.corrections.find((each) => each.id === way.correction);
  const steps: Step[] = [];
  if (plain?.source === 'estimate' && plain.km !== null) {
    const value = (id: string): number => parameter(id).base ?? 0;
    steps.push(step(operand(plain.km, 'km'), ' × ', factor(value(plain.detour)), ' : ', factor(value(`speed.${plain.by}`)), ' × 60 + ', operand(value(`wait.${plain.by}`), 'minute'), ' = ', operand(plain.minutes?.base ?? null, 'minute')));
  }
  if (row && way.minutes && row.how === 'add') steps.push(step(operand(plain?.minutes?.base ?? null, 'minute'), ' + ', operand(row.minutes, 'minute'), ' = ', operand(way.minutes.base, 'minute')));
  const time = plain?.source === 'matrix' ? ownTime(model.travel.times, from, to, way.by) : undefined;
  return {
    formula: say(`formula.${way.source ?? 'none'}`), steps,
    inputs: [
      ...(row ? [{ label: say(`correction.${row.how}`, { reason: row.reason }), num: resultNum(exact(row.minutes), 'minute', null), method: null, source: row.source, asOf: row.since, note: '' }] : []),
      ...(time ? [{ label: say('own'), num: resultNum(exact(time.minutes), 'minute', null), method: null, source: time.source, asOf: time.asOf, note: '' }] : []),
      ...(plain?.source === 'estimate' ? parameterInputs(program, model, plain) : []),
    ],
    assumptions: [
      ...(way.why ? [say(`why.${way.why}`)] : []),
      ...(row && plain?.minutes ? [say('insteadOf', { minutes: plain.minutes.base })] : []),
      ...(row && row.until !== '' ? [say('until', { until: row.until })] : []),
      ...(plain?.source === 'estimate' ? [say(plain.by === 'foot' ? 'estimatedOnFoot' : 'estimated')] : []),
    ],
  };
}

function minutesMade(program: Program, model: PlanModel, reach: Reach, ref: ReachRef): Made {
  const i = reach.origins.indexOf(ref.territory);
  const at = ref.point === '' ? reach.nearest[i]?.at ?? -1 : reach.counted.findIndex((each) => each.point.id === ref.point);
  const found = reach.counted[at] ?? reach.counted[0];
  const way = found?.ways[i];
  const num = minutesNum(model, reach, i, ref.point);
  if (!found || !way) return { num, formula: say('formula.none'), steps: [], inputs: [], assumptions: [say('why.noPoints')] };
  const made = wayMade(program, model, way, ref.territory, found.point.spots[found.spot[i] ?? 0]?.end.settlement ?? '');
  return { ...made, num, assumptions: [...(num.value === null ? [] : [say('to', { name: found.point.name, place: found.point.spots[found.spot[i] ?? 0]?.place ?? '' })]), ...made.assumptions, ...(reach.nearest[i]?.unsure ? [say('unsure')] : [])] };
}

/** People of the settlements that are within so many minutes. */
function withinMade(model: PlanModel, reach: Reach, ref: ReachRef): Made {
  const near = reach.origins.flatMap((id, i) => (isWithin(bestOf(reach.counted.map(({ ways }) => ways[i] as Travel)), ref.within).base ? [{ id, i }] : []));
  const known = near.filter(({ i }) => rangeOf(reach.people[i] as Num).base !== null);
  const unnumbered = near.length - known.length;
  const band = reach.band(ref.within);
  const num = bandNum(model, reach, band, ref.within);
  const parts = known.map(({ i }) => operand(rangeOf(reach.people[i] as Num).base, unitOf(reach), reach.people[i]?.ref));
  return {
    num, formula: say('formula.within', { minutes: ref.within }),
    steps: parts.length > 0 && parts.length <= LISTED ? [step(...parts.flatMap((part, at) => (at === 0 ? [part] : [' + ', part])), ' = ', operand(known.reduce((sum, { i }) => sum + (rangeOf(reach.people[i] as Num).base ?? 0), 0), unitOf(reach)))] : [],
    inputs: known.toSorted((a, b) => (reach.people[b.i]?.value ?? 0) - (reach.people[a.i]?.value ?? 0)).slice(0, LISTED).map(({ id, i }) => ({ ...resultInput(named(model, id), reach.people[i] as Num), note: '' })),
    assumptions: [say('places', { count: near.length }), ...(unnumbered > 0 ? [say('unnumbered', { count: unnumbered })] : []), ...(band.unknown > 0 ? [say('unknownWays', { count: band.unknown })] : []), ...rest(known.length), ...(num.assumed ? [say('bounds')] : [])],
  };
}

function assignedMade(model: PlanModel, reach: Reach, ref: ReachRef): Made {
  const i = ref.territory === model.root && !reach.origins.includes(model.root) ? null : reach.origins.indexOf(ref.territory);
  const num = assignedNum(model, reach, i);
  const parts = reach.counted.map((each, j) => ({ each, n: i === null ? reach.assignment.flow.reduce((sum, row) => sum + (row[j] ?? 0), 0) : reach.assignment.flow[i]?.[j] ?? 0 })).filter(({ n }) => n > 0);
  const total = parts.reduce((sum, { n }) => sum + n, 0);
  return {
    num, formula: say('formula.assigned', { minutes: ref.within }),
    steps: parts.length > 0 && parts.length <= LISTED ? [step(...parts.flatMap(({ n }, at) => (at === 0 ? [operand(n, unitOf(reach))] : [' + ', operand(n, unitOf(reach))])), ' = ', operand(total, unitOf(reach)))] : [],
    inputs: parts.slice(0, LISTED).map(({ each }) => resultInput(sentence('label.group', { name: each.point.name }), roomNum(reach, each.point))),
    assumptions: [say('assigned'), ...(num.value === null && num.high !== null ? [say('othersOpen')] : []), ...(reach.roomUnknown ? [say('roomUnknown')] : []), ...rest(parts.length)], missing: reach.counted.flatMap(({ point }) => point.room?.missing ?? []).slice(0, LISTED),
  };
}

function ratioMade(model: PlanModel, reach: Reach, ref: ReachRef): Made {
  const j = reach.counted.findIndex((each) => each.point.id === ref.point);
  const found = reach.counted[j];
  if (!found) throw new Refusal('input.unknownId', { what: 'provider', id: ref.point });
  const num = ratioNum(model, reach, j);
  const room = roomNum(reach, found.point);
  const demand = reach.catchment.demand[j]?.value ?? null;
  return {
    num, formula: say(reach.ask.smooth ? 'formula.ratioWeighted' : 'formula.ratio', { minutes: ref.within }),
    steps: room.value !== null && demand !== null && demand > 0 ? [step(operand(room.value, unitOf(reach)), ' : ', operand(demand, unitOf(reach)), ' × 1000 = ', operand((room.value / demand) * 1000, 'perThousand'))] : [],
    inputs: [resultInput(say('room'), room), ...(found.point.room?.inputs ?? []).map((key) => figureInput(model, key)), resultInput(say('near', { minutes: ref.within }), nearNum(reach, j))],
    assumptions: [...(reach.catchment.demand[j]?.bound === 'least' ? [say('demandOpen')] : []), ...(demand === 0 ? [say('nobodyNear')] : [])], missing: num.missing,
  };
}

function indexMade(program: Program, model: PlanModel, reach: Reach, ref: ReachRef): Made {
  const i = reach.origins.indexOf(ref.territory);
  const num = indexNum(model, reach, i);
  const parameter = parametersOf(program, model);
  const weights = reach.ask.smooth ? ([1, 2, 3].map((at) => parameter(`weight.${at}`).base ?? 1) as [number, number, number]) : undefined;
  const parts = reach.counted.flatMap((each, j) => { const w = weightOf(reach.minutes[i]?.[j] ?? null, ref.within, weights); return w > 0 ? [{ each, j, w, ratio: ratioNum(model, reach, j) }] : []; });
  const known = parts.filter(({ ratio }) => (ratio.value ?? ratio.high) !== null);
  const value = ({ ratio }: (typeof parts)[number]): number => ratio.value ?? ratio.high ?? 0;
  return {
    num, formula: say(reach.ask.smooth ? 'formula.indexWeighted' : 'formula.index', { minutes: ref.within }),
    steps: known.length > 0 && known.length <= LISTED ? [step(...known.flatMap((part, at) => [...(at > 0 ? [' + '] : []), operand(value(part), 'perThousand', part.ratio.ref), ...(part.w === 1 ? [] : [' × ', factor(part.w)])]), ' = ', operand(known.reduce((sum, part) => sum + part.w * value(part), 0), 'perThousand'))] : [],
    inputs: parts.slice(0, LISTED).map(({ each, ratio }) => resultInput(sentence('label.group', { name: each.point.name }), ratio)),
    assumptions: [...(parts.length === 0 ? [say('noneNear', { minutes: ref.within })] : []), ...(num.value === null && num.high !== null ? [say('demandOpen')] : []), ...(known.length < parts.length ? [say('roomUnknown')] : []), ...(reach.nearest[i]?.unsure ? [say('unsure')] : []), ...rest(parts.length)],
  };
}

/** Why a number of reach is what it is. */
export function reachTrace(program: Program, model: PlanModel, ref: ReachRef): Trace {
  const { service, target, mode, within, who, barrierFree, smooth } = ref;
  const ask = completed(model, { service, target, mode, within, who, barrierFree, smooth });
  const reach = reachOf(program, model, ask);
  if (ref.what !== 'within' && ref.what !== 'ratio' && ref.territory !== model.root && !reach.origins.includes(ref.territory)) throw new Refusal('input.unknownId', { what: 'territory', id: ref.territory });
  if ((ref.what === 'minutes' || ref.what === 'index') && !reach.origins.includes(ref.territory)) throw new Refusal('input.unknownId', { what: 'territory', id: ref.territory });
  const made = ref.what === 'minutes' ? minutesMade(program, model, reach, ref) : ref.what === 'within' ? withinMade(model, reach, ref) : ref.what === 'assigned' ? assignedMade(model, reach, ref)
    : ref.what === 'ratio' ? ratioMade(model, reach, ref) : indexMade(program, model, reach, ref);
  const { num } = made;
  const info = ask.service === '' ? null : model.service(ask.service);
  const name = nameOf(model, ref.territory);
  const n = num.value === null ? null : Math.round(num.value * 10) / 10;
  return {
    ref: reachRef(model, reach, ref.what, ref), num, ...pieces(made.formula, made.steps), rounding: roundedOnce({ low: num.low, base: num.value, high: num.high }), inputs: made.inputs, norms: [],
    assumptions: [say(`mode.${mode}`), ...made.assumptions, ...(barrierFree ? [say('barrierFree')] : []), ...(who === 'population' ? [] : [who === 'need' || who === 'unmet' ? say(`who.${who}`) : say('who.group', { who: model.groups.find((row) => row.id === who)?.name ?? '' })])], missing: made.missing ?? num.missing, who: null,
    subject: { what: say(`what.${ref.what}`, { minutes: ref.within }), service: info ? serviceName(model, info.id) : null, serviceCode: info?.code ?? null, group: model.groups.find((row) => row.id === who)?.name ?? null, territory: name, year: model.year, scenario: model.scenario },
    sentence: n === null ? say(`sentence.${ref.what}Unknown`, { name, year: model.year, minutes: ref.within }) : say(`sentence.${ref.what}`, { name, n, year: model.year, minutes: ref.within }),
  };
}
