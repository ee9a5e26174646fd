import { Refusal } from '../contract/errors.ts';
import type { Num, Sentence, Trace, TraceInput, TraceRef } from '../contract/models.ts';
import { exact } from '../domain/range.ts';
import { num as operand, pieces, say, step, workloadTrace, type TracePieces } from '../domain/trace.ts';
import type { PlanModel } from './model.ts';
import { loadNorms, traceNorm } from './norms.ts';
import { resultNum } from './num.ts';
import { sentence, type Program } from './program.ts';
import { categoriesOf, methodNorm } from './staffBook.ts';
import { compareOf, type Compared } from './staffCompare.ts';
import { providerKey, rowsOf } from './staffFacts.ts';
import { figureInput, resultInput, serviceName } from './traceParts.ts';

/** At most this many ways are listed. */
const LISTED = 12;

type Ref = Extract<TraceRef, { kind: 'staff' }>;
interface Made { readonly num: Num; readonly pieces: TracePieces; readonly inputs: readonly TraceInput[]; readonly norms: Trace['norms'] }

/** Why a number of posts is what it is. */
export function staffTrace(program: Program, model: PlanModel, ref: Ref): Trace {
  const { provider, service, category } = ref;
  const owner = model.providers.find((row) => row.id === provider);
  const name = categoriesOf(model.book).find((row) => row.id === category)?.name;
  if (!owner || !name || model.service(service) === undefined) throw new Refusal('input.unknownId', { what: 'staff', id: `${provider} ${service} ${category}` });
  const compared = compareOf(program, model, provider, service, category);
  const made = ref.what === 'norm' ? normMade(model, ref, compared) : ref.what === 'actual' ? actualMade(model, ref, compared) : workMade(model, ref, compared);
  return {
    ref, num: made.num, ...made.pieces, inputs: made.inputs, norms: made.norms, missing: [], who: null,
    assumptions: [...made.pieces.assumptions, ...compared.row.reasons],
    subject: { what: sentence(`staff.what.${ref.what}`), service: serviceName(model, service), serviceCode: model.service(service).code, group: name, territory: { uk: owner.name, en: null }, year: model.year, scenario: model.scenario },
    sentence: made.num.value === null ? say('staff.sentence.unknown', { name: serviceName(model, service), provider: owner.name, year: model.year })
      : say(`staff.sentence.${ref.what}`, { name: serviceName(model, service), category: name, provider: owner.name, year: model.year, n: made.num.value }),
  };
}

const servedInput = (model: PlanModel, { service, provider }: Ref): TraceInput => figureInput(model, providerKey(model, 'served', service, provider));

function normMade(model: PlanModel, ref: Ref, { row, load, unit }: Compared): Made {
  const n = row.norm;
  const perPost = load?.norm ?? null;
  const label = resultInput(sentence('label.loadPerPost'), resultNum(perPost?.range ?? exact(null), 'perPost', null, { recalled: n.recalled }));
  return {
    num: n, inputs: [servedInput(model, ref), label], norms: load ? loadNorms(load) : [],
    pieces: pieces(say('staff.formula.norm'), [step(operand(row.served.value, unit, row.served.ref), ' / ', operand(perPost?.range.base ?? null, 'perPost'), ' = ', operand(n.value, 'post'))], [], say('staff.rounding.none')),
  };
}

function actualMade(model: PlanModel, { provider, service, category }: Ref, { row, from }: Compared): Made {
  const rows = rowsOf(model, provider, service, category);
  const inputs = from === 'figures' ? (['posts', 'postsFilled'] as const).map((measure) => figureInput(model, providerKey(model, measure, service, provider)))
    : rows.map((each): TraceInput => ({
      label: sentence('staff.label.position', { name: each.position }), num: resultNum(exact(each.filled), 'post', null, { state: each.state === 'carried' ? 'carried' : each.filled === null ? 'unknown' : 'known' }), method: 'register', source: each.source, asOf: each.asOf, note: each.note,
    }));
  return { num: row.actual, inputs, norms: [], pieces: pieces(say(`staff.formula.actual.${from}`), rows.length < 2 ? [] : [step(...rows.flatMap((each, at) => (at === 0 ? [operand(each.filled, 'post')] : [' + ', operand(each.filled, 'post')])), ' = ', operand(row.actual.value, 'post'))]) };
}

function workMade(model: PlanModel, ref: Ref, { row, work }: Compared): Made {
  const num = ref.what === 'difference' ? row.difference : ref.what === 'ratio' ? row.ratio : row.workload;
  const lines = work.activities.filter((line) => line.hours !== null && line.hours > 0).map((line) => resultInput(
    (line.kind === 'travel' ? say('staff.label.travel') : say('staff.label.action', { name: line.label })) as Sentence, resultNum(exact(line.hours), 'hour', null, { assumed: line.kind === 'travel' && (work.travelEstimated || work.travelUsual) }),
  ));
  const ways = work.ways.filter((way) => (way.served ?? 0) > 0).toSorted((a, b) => (b.served ?? 0) - (a.served ?? 0)).slice(0, LISTED).map((way): TraceInput => ({ ...resultInput(say('staff.label.way', { name: way.name }), resultNum(exact(way.minutes), 'minute', null, { assumed: way.from === 'estimate' || way.from === 'inside' })), source: way.note }));
  const inputs = [servedInput(model, ref), ...lines, ...(work.activities.some((line) => line.kind === 'travel') ? ways : []), resultInput(say('staff.label.hours'), resultNum(exact(work.hours), 'hour', null, { assumed: true })), resultInput(say('staff.label.support'), resultNum(exact(work.support), 'share', null, { assumed: !work.supportEntered }))];
  const norms = [...methodNorm(model.book), ...work.norms.map((norm) => traceNorm(norm, 'used'))];
  if (!work.facts || !work.result) return { num, inputs, norms, pieces: pieces(say('staff.formula.workload'), []) };
  const made = workloadTrace(work.facts, work.result, { existing: row.actual.ref });
  // Nobody knows how many posts are filled: then nothing is compared with them.
  return { num, inputs, norms: [...new Map(norms.map((norm) => [norm.normId, norm])).values()], pieces: row.actual.value === null ? { ...made, steps: made.steps.slice(0, work.result.ratio === null ? -1 : -2) } : made };
}
