import { Refusal } from '../contract/errors.ts';
import type { GroupChoice } from '../contract/api/projection.ts';
import type { Num, Sentence, Trace, TraceInput, TraceRef, Unit } from '../contract/models.ts';
import { bandOf, type GroupPart } from '../domain/projection/groups.ts';
import { OPEN } from '../domain/projection/lifeTable.ts';
import { exact, range } from '../domain/range.ts';
import { num as operand, pieces, roundedOnce, step, type Operand, type Step } from '../domain/trace.ts';
import { countedOf } from './facts.ts';
import { groupSize } from './groupSizes.ts';
import type { PlanModel } from './model.ts';
import { needAt, resultRef } from './needFacts.ts';
import { needNums } from './needsView.ts';
import { countedUnit, resultNum } from './num.ts';
import { sentence, type Program } from './program.ts';
import { serviceGrowth, serviceThen } from './projectionCompare.ts';
import { groupTrend, projectionOf, type Projected } from './projectionFacts.ts';
import { parametersFor, setupOf } from './projectionSetup.ts';
import { assumptionsOf, groupNums, populationNums, projectedNum, projectedRef } from './projectionView.ts';
import { figureInput, resultInput, serviceName } from './traceParts.ts';

type Ref = Extract<TraceRef, { kind: 'projected' }>;
/** The longest projection. */
const FARTHEST = 20;

const say = (key: string, params: Sentence['params'] = {}): Sentence => sentence(`projection.trace.${key}`, params);

/** What one projected number is made of. */
interface Made { readonly num: Num; readonly formula: Sentence; readonly steps: readonly Step[]; readonly inputs: readonly TraceInput[]; readonly assumptions: readonly Sentence[]; readonly name: Trace['subject']['group'] }

/** Parameters in force in the year before, with their sources. */
function parameterInputs(program: Program, model: PlanModel, year: number, place: string): readonly TraceInput[] {
  const parameters = parametersFor(program, model);
  return ['tfr', 'sexRatio', 'mortality', 'migration', 'migrationTo', 'mx.male.60', 'mx.female.60'].flatMap((parameter) => {
    const row = parameters.row(parameter, year, place);
    if (!row) return [];
    const shown = setupOf(program, model).rows.findLast((each) => each.parameter === row.parameter && each.territory === row.territory && each.since === row.since);
    const values = (['low', 'base', 'high'] as const).map((variant) => parameters.value(parameter, year, variant, place)).sort((a, b) => a - b);
    const [least = 0, base = 0, most = 0] = values;
    const num = resultNum(range(least, parameters.value(parameter, year, 'base', place) ?? base, most), 'count', null, { assumed: shown?.kind === 'assumption', recalled: shown?.confidence === 'recalled', state: shown?.kind === 'assumption' ? 'assumption' : 'known' });
    return [{ label: sentence(`projection.parameter.${parameter.replace('.60', '')}.name`), num, method: shown?.kind === 'default' ? 'statistics' as const : null, source: shown?.source.uk ?? '', asOf: '', note: shown?.note ?? '' }];
  });
}

/** Events behind a number, as inputs: of the year that leads to a population; of all years up to it behind a group, whose events stay. */
function eventInputs(program: Program, model: PlanModel, projected: Projected, year: number, group: string | null): readonly TraceInput[] {
  const since = group === null ? year : model.year + 1;
  return setupOf(program, model).events.filter((event) => event.from <= year && since <= event.to && (event.scenario === 'base' || event.scenario === model.scenario) && (group === null ? event.moves : event.group === group)).map((event) => {
    const years = Array.from({ length: Math.min(year, event.to) - Math.max(since, event.from) + 1 }, (_, at) => Math.max(since, event.from) + at);
    const moved = years.reduce((sum, one) => sum + (projected.people.base.moved.get(event.id)?.get(one) ?? event.base), 0);
    // What changes nobody's address and is counted in per cent depends on the group of each year: it is named without a number.
    const known = event.moves || event.unit === 'person';
    return { label: say('event', { name: event.name, kind: event.kind }), num: resultNum(exact(known ? moved : null), 'person', null, { assumed: true, state: known ? 'assumption' : 'unknown' }), method: null, source: event.source, asOf: '', note: event.note };
  });
}

function differencesSaid(program: Program, model: PlanModel, what: string, target: string, year: number): readonly Sentence[] {
  return setupOf(program, model).differences.filter((row) => row.scenario === model.scenario && row.what === what && row.target === target && row.from <= year).map((row) => {
    const ranged = row.low !== null || row.high !== null;
    const place = row.territory === '' ? '' : model.territory(row.territory)?.name ?? '';
    return say(`difference.${ranged ? 'range.' : ''}${row.how}`, { value: row.value, low: row.low ?? row.value, high: row.high ?? row.value, year: row.from, place, reason: row.reason });
  });
}

function populationMade(program: Program, model: PlanModel, projected: Projected, ref: Ref): Made {
  const at = ref.target - model.year;
  const num = populationNums(program, model, projected, ref.territory)[at] as Num;
  const years = projected.people.base.years(ref.territory);
  const before = years[at - 1], now = years[at];
  const start = figureInput(model, model.key('population', {}, ref.territory));
  const link = (year: number): TraceRef => (year === model.year ? { kind: 'figure', key: model.key('population', {}, ref.territory) } : projectedRef(model, 'population', ref.territory, year));
  const persons = (n: number, of: TraceRef | null = null) => operand(n, 'person', of);
  return {
    num, name: model.territory(ref.territory)?.name ?? null, formula: say('formula.population'),
    steps: before && now ? [step(persons(before.population, link(ref.target - 1)), ' + ', persons(now.births), ' − ', persons(now.deaths), now.migration < 0 ? ' − ' : ' + ', persons(Math.abs(now.migration)), ' = ', persons(now.population))] : [],
    inputs: [start, ...(at > 0 ? parameterInputs(program, model, ref.target - 1, ref.territory) : []), ...eventInputs(program, model, projected, ref.target, null)],
    assumptions: [...assumptionsOf(program, model, projected), ...differencesSaid(program, model, 'population', '', ref.target)],
  };
}

/** Events and differences between the rule and the size: one step for each event whose people followed the rule since, their sum, and each difference. */
function partSteps(parts: readonly GroupPart[], rule: number, unit: Unit, follow: (joined: number, since: number) => readonly (string | Operand)[]): readonly Step[] {
  const of = (n: number): Operand => operand(n, unit);
  const signs = (n: number): [string, Operand] => [n < 0 ? ' − ' : ' + ', of(Math.abs(n))];
  const events = parts.filter((part) => part.kind === 'event');
  const before = Math.max(0, events.reduce((sum, part) => sum + part.now, rule));
  return [
    ...events.flatMap((part) => (Math.abs(part.now - part.joined) < 1e-9 ? [] : [step(...follow(part.joined, part.year), ' = ', of(part.now))])),
    ...(events.length === 0 ? [] : [step(of(rule), ...events.flatMap((part) => signs(part.now)), ' = ', of(before))]),
    ...parts.flatMap((part) => {
      if (part.kind !== 'change' || Math.abs(part.after - part.before) < 1e-9) return [];
      const share = part.change.how === 'percent' ? 1 + part.change.value / 100 : null;
      // A difference at another place changes this one by people or in proportion: what it comes to is said.
      return [share !== null && Math.abs(part.before * share - part.after) < 1e-6 ? step(of(part.before), ' × ', operand(share, 'count'), ' = ', of(part.after)) : step(of(part.before), ...signs(part.after - part.before), ' = ', of(part.after))];
    }),
  ];
}

function groupMade(program: Program, model: PlanModel, projected: Projected, ref: Ref): Made {
  const at = ref.target - model.year;
  const setup = setupOf(program, model);
  const choice = setup.choices.get(ref.group) as GroupChoice;
  const group = model.groups.find((row) => row.id === ref.group);
  const unit = group?.unit ?? 'person';
  const num = groupNums(program, model, projected, ref.group, ref.territory)[at] as Num;
  const key = model.key('groupSize', { group: ref.group }, ref.territory);
  const size = groupSize(model, ref.group, ref.territory).range.base;
  const followed = choice.method === 'cohort' || choice.method === 'generation';
  const { parts, apart } = projected.groupParts(ref.group, ref.territory, ref.target);
  const name = (year: number): string => { const { from, to } = bandOf(choice, model.year, year); return to >= OPEN ? `${from}+` : `${from}–${to}`; };
  const people = (year: number, of = apart): number | null => { const { from, to } = bandOf(choice, model.year, year); return of.persons(ref.territory, year - model.year, from, to, choice.sex); };
  const band = (year: number): Operand => operand(people(year), 'person');
  const own = operand(size, unit, { kind: 'figure', key });
  const line = choice.method === 'trend' ? groupTrend(program, model, ref.group, ref.territory) : null;
  const growth = choice.growth.base ?? 0;
  const steps: Step[] = [];
  /** What the rule gives alone. */
  let rule: number | null = size;
  if (followed) {
    const now = people(model.year), then = people(ref.target);
    const moved = choice.definedByAge ? (people(ref.target, projected.people.base) ?? 0) - (then ?? 0) : 0;
    rule = size === null ? people(ref.target, projected.people.base) : now === null || then === null || (now === 0 && size !== 0) ? null : (size === 0 ? 0 : (size * then) / now) + moved;
    if (size !== null && rule !== null) steps.push(step(own, ' : ', band(model.year), ' × ', band(ref.target), ...(Math.abs(moved) < 1e-9 ? [] : [moved < 0 ? ' − ' : ' + ', operand(Math.abs(moved), 'person')]), ' = ', operand(rule, unit)));
  } else if (choice.method === 'growth' && size !== null) {
    rule = size * (1 + growth) ** at;
    steps.push(step(own, ` × (1 + ${growth})^${at} = `, operand(rule, unit)));
  } else if (line) rule = at === 0 ? size : line.result.ok ? line.result.trend.at(ref.target).base : null;
  if (rule !== null) {
    steps.push(...partSteps(parts, rule, unit, (joined, since) => [operand(joined, unit), ...(followed ? [' : ', band(since), ' × ', band(ref.target)] : [` × (1 + ${growth})^${ref.target - since}`])]));
  }
  const events = parts.flatMap((part): readonly TraceInput[] => {
    const event = part.kind === 'event' ? setup.events.find((one) => one.id === part.event) : undefined;
    return part.kind === 'event' && event ? [{ label: say('eventOf', { name: event.name, kind: event.kind, year: part.year }), num: resultNum(exact(part.joined), unit, null, { assumed: true, state: 'assumption' }), method: null, source: event.source, asOf: '', note: event.note }] : [];
  });
  // Who comes to a group that is an age band is counted in the band: the events stand for themselves.
  const inBand = choice.definedByAge ? eventInputs(program, model, projected, ref.target, ref.group) : [];
  return {
    num, name: group?.name ?? null, formula: say(`formula.${followed && size === null ? 'band' : choice.method}`, { band: name(model.year), bandThen: name(ref.target) }), steps,
    inputs: [
      figureInput(model, key),
      ...(followed ? [resultInput(say('band', { band: name(model.year), year: model.year }), projectedNum(exact(people(model.year)), 'person', null)), resultInput(say('band', { band: name(ref.target), year: ref.target }), projectedNum(exact(people(ref.target)), 'person', projectedRef(model, 'population', ref.territory, ref.target)))] : []),
      ...(line ? line.points.map((point) => resultInput(say('point', { year: point.year }), resultNum(exact(point.value), unit, { kind: 'figure', key: { ...key, year: point.year } }))) : []),
      ...events, ...inBand,
    ],
    assumptions: [
      ...(line?.result.ok ? [say('fit', { share: line.result.trend.fit, count: line.points.length })] : []), ...(choice.reason.uk === '' ? [] : [say('reason', { reason: choice.reason })]),
      ...(events.length > 0 ? [say(followed || choice.method === 'growth' ? 'joinedFollow' : 'joinedStay')] : []), ...differencesSaid(program, model, 'group', ref.group, ref.target), ...assumptionsOf(program, model, projected),
    ],
  };
}

function needMade(program: Program, model: PlanModel, projected: Projected, ref: Ref): Made {
  const at = ref.target - model.year;
  const unit = countedUnit('person', countedOf(model, ref.service, ref.territory));
  const now = needNums(model, needAt(model, ref.service, ref.territory), ref.service, ref.territory);
  const result = serviceThen(program, model, projected, ref.service, ref.territory, ref.target);
  const { growth, drivers } = serviceGrowth(model, projected, ref.service, ref.territory, at);
  const link = resultRef(model, 'generalNeed', { service: ref.service }, ref.territory);
  const isNeed = ref.what === 'need';
  const num = projectedNum(isNeed ? result.general : result.unmet, unit, projectedRef(model, ref.what, ref.territory, ref.target, { service: ref.service }), now.unmet.missing);
  return {
    num, name: serviceName(model, ref.service), formula: say(isNeed ? 'formula.need' : 'formula.unmet'),
    steps: isNeed ? [step(operand(now.general.value, unit, link), ' × ', operand(growth.base, 'count'), ' = ', operand(result.grown.base, unit)), ...(result.grown.base !== result.general.base ? [step(operand(result.grown.base, unit), ' → ', operand(result.general.base, unit))] : [])]
      : [step(operand(result.general.base, unit, projectedRef(model, 'need', ref.territory, ref.target, { service: ref.service })), ' − ', operand(result.served.base, unit, result.served.base !== needAt(model, ref.service, ref.territory).served.range.base ? null : { kind: 'figure', key: model.key('served', { service: ref.service }, ref.territory) }), ' = ', operand(result.unmet.base, unit))],
    inputs: drivers.map((group) => resultInput(sentence('label.group', { name: model.groups.find((row) => row.id === group)?.name ?? group }), groupNums(program, model, projected, group, ref.territory)[at] as Num)),
    assumptions: [say(drivers.length === 0 ? 'byPopulation' : 'byGroups'), ...(isNeed ? [] : [say('capacity')]), ...differencesSaid(program, model, 'measure', ref.service, ref.target), ...assumptionsOf(program, model, projected)],
  };
}

/** Why a projected number is what it is. */
export function projectedTrace(program: Program, model: PlanModel, ref: Ref): Trace {
  const horizon = Math.max(5, ref.target - model.year);
  if (ref.target < model.year || horizon > FARTHEST) throw new Refusal('input.unknownId', { what: 'year', id: String(ref.target) });
  if (ref.what === 'group' && ref.group === '') throw new Refusal('input.unknownId', { what: 'group', id: '' });
  if ((ref.what === 'need' || ref.what === 'unmet') && ref.service === '') throw new Refusal('input.unknownId', { what: 'service', id: '' });
  const projected = projectionOf(program, model, horizon);
  const made = (ref.what === 'population' ? populationMade : ref.what === 'group' ? groupMade : needMade)(program, model, projected, ref);
  const { num } = made;
  const service = ref.service === '' ? null : model.service(ref.service);
  return {
    ref, num, ...pieces(made.formula, made.steps), rounding: roundedOnce({ low: num.low, base: num.value, high: num.high }), inputs: made.inputs, norms: [], assumptions: made.assumptions, missing: num.missing, who: null,
    subject: {
      what: say(`what.${ref.what}`), service: service ? serviceName(model, service.id) : null, serviceCode: service?.code ?? null,
      group: model.groups.find((row) => row.id === ref.group)?.name ?? null, territory: model.territory(ref.territory)?.name ?? null, year: ref.target, scenario: model.scenario,
    },
    sentence: num.value === null ? say('sentence.unknown', { name: made.name, year: ref.target })
      : say(num.low !== null && num.high !== null ? `sentence.range` : 'sentence.exact', { name: made.name, year: ref.target, n: Math.round(num.value), low: Math.round(num.low ?? num.value), high: Math.round(num.high ?? num.value), fromYear: model.year }),
  };
}

