import type { TraceInput } from '../contract/models.ts';
import { chain, num, pieces, plainSentence, say, step, unknownSentence } from '../domain/trace.ts';
import { countedOf } from './facts.ts';
import type { PlanModel } from './model.ts';
import { needAt, resultRef } from './needFacts.ts';
import { needNums } from './needsView.ts';
import { normOf, traceNorm } from './norms.ts';
import { absentAt, answerAt } from './packageFacts.ts';
import { leftOutNums } from './packageView.ts';
import { sentence } from './program.ts';
import { figureInput, frameOf, resultInput, serviceName, type ResultTrace } from './traceParts.ts';

/** At most this many places are listed. */
const PARTS = 12;

/** Who is left without a service: the places where it is absent, each with its need or its residents. */
export function packageTrace(model: PlanModel, result: 'leftOut' | 'leftOutResidents', service: string): ResultTrace {
  const { places } = absentAt(model, service);
  const nums = leftOutNums(model, service);
  const shown = result === 'leftOut' ? nums.leftOut : nums.residents;
  const parts = places.map((place) => {
    const name = model.territory(place)?.name ?? { uk: place, en: null };
    const input: TraceInput = result === 'leftOut'
      ? resultInput(sentence('label.group', { name }), needNums(model, needAt(model, service, place), service, place).general)
      : figureInput(model, model.key('population', {}, place), sentence('label.group', { name }));
    return { place, input };
  });
  const known = parts.filter(({ input }) => input.num.value !== null);
  const operands = known.map(({ place, input }) => num(input.num.value, shown.unit, result === 'leftOut' ? resultRef(model, 'generalNeed', { service }, place) : { kind: 'figure', key: model.key('population', {}, place) }));
  const supposed = places.filter((place) => answerAt(model, service, place).from === 'providers').length;
  const unknown = parts.length - known.length;
  const basis = normOf(model, 'act_basic_services');
  const inputs = known.slice(0, PARTS).map(({ input }) => input);
  const frame = frameOf(model, serviceName(model, service), countedOf(model, service, model.root), inputs);
  const n = shown.value ?? shown.low;
  return {
    num: shown, inputs, norms: basis ? [traceNorm(basis, 'context')] : [],
    pieces: pieces(sentence(`formula.${result}`), operands.length === 0 ? [] : [step(...chain(operands, '+'), '=', num(shown.value ?? shown.low, shown.unit))], [
      unknown > 0 && say('assumption.placesUnknown', { count: unknown }), supposed > 0 && say('assumption.absentByWord', { count: supposed }), known.length > PARTS && say('assumption.moreParts', { count: known.length - PARTS }),
    ]),
    sentence: n === null ? unknownSentence(frame, result) : plainSentence(frame, { result, n }),
  };
}
