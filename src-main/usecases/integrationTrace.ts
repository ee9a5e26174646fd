import { POPULATIONS } from '../contract/lists.ts';
import { Refusal } from '../contract/errors.ts';
import type { Sentence, Trace, TraceInput, TraceRef } from '../contract/models.ts';
import { exact } from '../domain/range.ts';
import { num as operand, pieces, step, type Step, type TracePieces } from '../domain/trace/pieces.ts';
import { SMALL_SAMPLE } from '../domain/needs/survey.ts';
import { gapsOf, gapUnit, indicatorAt, integrationRef, nameParams, needIntegration, rowId, unitOf, type Indicator, type IntegrationFacts, type Point } from './integrationFacts.ts';
import type { Population } from '../contract/api/integration.ts';
import { endsOf, gapNum, pointNum, wayOf } from './integrationRows.ts';
import { resultNum } from './num.ts';
import type { PlanModel } from './model.ts';
import { sentence, type Program } from './program.ts';

type Ref = Extract<TraceRef, { kind: 'integration' }>;
const say = (key: string, params: Sentence['params'] = {}): Sentence => sentence(`integration.trace.${key}`, params);

/** One number of a value with where it comes from. */
function input(label: Sentence, value: number | null, unit: 'count' | ReturnType<typeof unitOf>, { stored }: Point): TraceInput {
  return { label, num: resultNum(exact(value), unit, null, { state: value === null ? 'unknown' : 'known' }), method: stored?.method ?? null, source: stored?.source ?? '', asOf: stored?.asOf ?? '', note: stored?.note ?? '' };
}
const valueInput = (facts: IntegrationFacts, indicator: Indicator, population: Population, point: Point): TraceInput =>
  ({ ...input(say('input.value', { ...nameParams(facts, indicator, population), period: point.period }), null, unitOf(indicator.unit), point), num: pointNum(facts, indicator, population, point) });

/** How sure a value is. */
const sureness = ({ as, stored }: Point): readonly Sentence[] => [
  say(`as.${as}`, { least: SMALL_SAMPLE }), ...(stored?.method === 'survey' ? [say('selection', { what: `surveys.select.${stored.selection}` })] : []),
];

function valuePieces(indicator: Indicator, point: Point): TracePieces & { readonly inputs: readonly TraceInput[] } {
  const { range, stored } = point;
  const unit = unitOf(indicator.unit);
  if (stored === null) return { ...pieces(say('formula.computed'), [], sureness(point)), inputs: [] };
  const counts = indicator.kind !== 'value' && stored.numerator !== null && stored.denominator !== null;
  const sum: Step[] = counts ? [step(operand(stored.numerator, 'count'), ' / ', operand(stored.denominator, 'count'), ...(indicator.factor === 1 ? [] : [' × ', operand(indicator.factor, 'count')]), ' = ', operand(range.base, unit))] : [];
  const bounds: Step[] = range.low !== null && range.high !== null && range.low !== range.high ? [step(operand(range.low, unit), '–', operand(range.high, unit))] : [];
  return {
    ...pieces(say(`formula.${counts ? (point.as === 'sample' ? 'sample' : indicator.kind) : 'entered'}`, { numerator: indicator.numerator, denominator: indicator.denominator }), [...sum, ...bounds],
      [...sureness(point), indicator.confidence === 'composed' && say('composed')]),
    inputs: [
      ...(indicator.kind === 'value' ? [] : [input(say('input.part', { name: indicator.numerator }), stored.numerator, 'count', point)]),
      ...(indicator.denominator === null ? [] : [input(say('input.part', { name: indicator.denominator }), stored.denominator, 'count', point)]),
      ...(counts ? [] : [input(say('input.entered'), stored.value, unit, point)]),
    ],
  };
}

/** Why a number of integration is what it is: a value, the gap to the residents, the way done to the target. */
export function integrationTrace(program: Program, model: PlanModel, ref: Ref): Trace {
  const facts = needIntegration(program, model);
  const indicator = indicatorAt(facts, ref.indicator, ref.population);
  const population = POPULATIONS.find((each) => each === ref.population) as Population;
  const names = nameParams(facts, indicator, population);
  const points = facts.points(indicator.id, population);
  const common = { ref, norms: [], missing: [], who: null };
  const subject: Trace['subject'] = { what: say(`what.${ref.what}`, { ...names, period: ref.period }), service: null, serviceCode: null, group: null, territory: model.territory(model.root)?.name ?? null, year: model.year, scenario: model.scenario };
  const missing = (): never => { throw new Refusal('input.unknownId', { what: 'period', id: ref.period }); };

  if (ref.what === 'value') {
    const point = points.find((each) => each.period === ref.period) ?? missing();
    const num = pointNum(facts, indicator, population, point);
    return { ...common, subject, num, ...valuePieces(indicator, point), sentence: say(`sentence.${num.value === null ? 'unknown' : num.unit === 'share' ? 'share' : 'value'}`, { ...names, n: num.value, period: ref.period, source: point.stored?.source ?? '' }) };
  }
  if (ref.what === 'gap') {
    const gap = gapsOf(facts, indicator, population).find((each) => each.period === ref.period) ?? missing();
    const num = gapNum(facts, indicator, population, gap);
    const unit = unitOf(indicator.unit);
    const { host, group, range } = gap;
    const interval: Step[] = range.low !== null && range.high !== null && range.low !== range.high ? [step(operand(range.low, gapUnit(indicator)), ' … ', operand(range.high, gapUnit(indicator)))] : [];
    return {
      ...common, subject, num,
      ...pieces(say(range.low === null || range.high === null ? 'formula.gapBare' : range.low === range.high ? 'formula.gap' : 'formula.gapInterval'), [
        step(operand(host.range.base, unit, integrationRef(facts, 'value', indicator.id, 'host', gap.hostPeriod)), ' − ', operand(group.range.base, unit, integrationRef(facts, 'value', indicator.id, population, gap.period)), ' = ', operand(range.base, gapUnit(indicator))), ...interval,
      ], [...(gap.hostPeriod === gap.period ? [] : [say('otherPeriod', { period: gap.hostPeriod })]), ...sureness(host), ...sureness(group)]),
      inputs: [valueInput(facts, indicator, 'host', host), valueInput(facts, indicator, population, group)],
      sentence: say(num.unit === 'points' ? 'sentence.gap' : 'sentence.gapPlain', { ...names, n: num.value, period: ref.period }),
    };
  }
  const target = facts.targets.get(rowId(indicator.id, population));
  const { baseline, last } = endsOf(points, target);
  const way = wayOf(facts, indicator, population);
  if (way === null || !baseline || !last || !target) return missing();
  const unit = unitOf(indicator.unit);
  const value = (point: Point) => operand(point.range.base, unit, integrationRef(facts, 'value', indicator.id, population, point.period));
  const num = resultNum(exact(way), 'share', ref, { assumed: baseline.as === 'indicative' || last.as === 'indicative' });
  const gaps = gapsOf(facts, indicator, population);
  const [then, now] = [baseline, last].map((point) => gaps.find((gap) => gap.period === point.period));
  const gapOperand = (gap: (typeof gaps)[number] | undefined) => operand(gap?.range.base ?? null, gapUnit(indicator), gap ? integrationRef(facts, 'gap', indicator.id, population, gap.period) : null);
  const goal = operand(target.value, unit);
  return {
    ...common, subject, num,
    ...pieces(say(`formula.${target.kind === 'host' ? 'toHost' : 'way'}`), [target.kind === 'host'
      ? step('1 − ', gapOperand(now), ' / ', gapOperand(then), ' = ', operand(way, 'share'))
      : step('(', value(last), ' − ', value(baseline), ') / (', goal, ' − ', value(baseline), ') = ', operand(way, 'share'))], [say('plain')]),
    inputs: [valueInput(facts, indicator, population, baseline), valueInput(facts, indicator, population, last), ...(target.kind === 'host' || target.value === null ? [] : [{ ...input(say('input.target'), target.value, unit, last), method: null, source: target.reason, asOf: '', note: '' }])],
    sentence: say('sentence.progress', { ...names, n: way, fromPeriod: baseline.period, toPeriod: last.period }),
  };
}
