import { MEASURES } from '../contract/measures.ts';
import type { FigureKey, Num, Trace, TraceInput, TraceRef } from '../contract/models.ts';
import { figureSentence, totalTrace, unknownFigureSentence, type TracePieces } from '../domain/trace.ts';
import type { Total } from '../domain/tree/totals.ts';
import { figureTouched } from '../store/figures.ts';
import { providerPart, providersIn, serviceTotal, unitsOf } from './facts.ts';
import type { PlanModel } from './model.ts';
import { loadNorms, loadOf } from './norms.ts';
import { isSummed } from './num.ts';
import { sentence, type Program } from './program.ts';
import { figureInput, frameOf, measureSentence, serviceName, subjectOf } from './traceParts.ts';

/** At most this many parts of a sum are listed; the rest are counted. */
const PARTS = 12;

/** A sum over places or providers: every part with its value, source and date. */
function sumTrace(model: PlanModel, key: FigureKey, total: Total, num: Num): TracePieces & { readonly inputs: readonly TraceInput[] } {
  const places = model.children(key.territory).map((territory) => ({ id: territory, key: { ...key, territory }, name: model.territory(territory)?.name ?? { uk: territory, en: null } }));
  const inPlaces = key.service === '' || key.group !== '' || model.series.total(key.measure, key, key.territory).source !== 'none';
  const parts = inPlaces ? places : (key.provider === '' ? providersIn(model, key.service, key.territory) : unitsOf(model, key.provider).map((unit) => unit.id)).map((provider) => ({
    id: provider, key: model.key(key.measure, { service: key.service, provider }, model.root), name: { uk: model.providers.find((row) => row.id === provider)?.name ?? provider, en: null },
  }));
  const known = parts.map((part) => ({ ...part, input: figureInput(model, part.key, sentence('label.group', { name: part.name })) }))
    .filter(({ input }) => input.num.state !== 'carried' && (input.num.value ?? input.num.low) !== null);
  const refs = { own: { kind: 'figure', key } as const, ...Object.fromEntries(known.map((part) => [part.id, { kind: 'figure', key: part.key } as const])) };
  const pieces = totalTrace(total, known.map((part) => ({ id: part.id, value: part.input.num.value ?? part.input.num.low })), refs, num.unit);
  const rest = known.length - PARTS;
  return {
    ...pieces, ...(inPlaces ? {} : { formula: sentence('formula.total.providers') }), inputs: known.slice(0, PARTS).map((part) => part.input),
    assumptions: [...pieces.assumptions, ...(rest > 0 ? [sentence('assumption.moreParts', { count: rest })] : []), ...(total.assumed && num.assumed ? [sentence('assumption.partsAssumed')] : [])],
  };
}

/** Why an entered or summed figure is what it is. */
export function figureTrace(program: Program, model: PlanModel, ref: Extract<TraceRef, { kind: 'figure' }>): Trace {
  const { key } = ref;
  const input = figureInput(model, key);
  const total = key.service !== '' && key.group === '' ? (key.provider === '' ? serviceTotal(model, key.measure, key.service, key.territory) : providerPart(model, key.measure, key.service, key.provider, key.territory)) : model.series.total(key.measure, key, key.territory);
  const summed = input.num.state !== 'carried' && isSummed(model.series.at(key.measure, key, key.territory), total);
  const sum = summed ? sumTrace(model, key, total, input.num) : null;
  const own = input.num.value === null && input.num.low === null && input.num.high === null ? [] : [input];
  const norms = key.measure === 'loadPerPost' && key.provider === '' ? loadNorms(loadOf(model, key.service, key.territory)) : [];
  const name = key.service !== '' ? serviceName(model, key.service) : (model.groups.find((group) => group.id === key.group)?.name ?? model.territory(key.territory)?.name ?? { uk: '', en: '' });
  const share = MEASURES[key.measure].value === 'share';
  return {
    ref, subject: subjectOf(model, measureSentence(key.measure), key, key.scenario), num: input.num,
    formula: sum?.formula ?? sentence('formula.figure'), steps: sum?.steps ?? [], inputs: sum?.inputs ?? own, norms, assumptions: sum?.assumptions ?? [
      ...(input.num.state === 'carried' ? [sentence('assumption.carriedLeftOut', { n: input.num.value })] : []), ...(input.num.state === 'prefilled' ? [sentence('assumption.prefilled')] : []),
      ...(total.conflict && total.difference !== null ? [sentence('assumption.totalConflict', { difference: total.difference })] : []),
    ],
    missing: input.num.value === null ? [key] : [], rounding: sum?.rounding ?? null,
    who: figureTouched(program.store().read, key) ?? figureTouched(program.store().read, { ...key, scenario: 'base' }),
    sentence: input.num.value === null
      ? unknownFigureSentence(frameOf(model, name, 'person', []), { measure: key.measure, atLeast: input.num.low })
      : figureSentence(frameOf(model, name, 'person', [input]), { n: input.num.value, measure: key.measure, share }),
  };
}
