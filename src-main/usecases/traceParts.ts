import type { FigureKey, Label, Num, Sentence, Trace, TraceInput } from '../contract/models.ts';
import type { SentenceFrame, TracePieces } from '../domain/trace.ts';
import { figureCell, numOf } from './cells.ts';
import type { PlanModel } from './model.ts';
import { sentence } from './program.ts';

/** A computed number's trace before place and frame are added. */
export interface ResultTrace {
  readonly num: Num;
  readonly pieces: TracePieces;
  readonly inputs: readonly TraceInput[];
  readonly norms: Trace['norms'];
  readonly sentence: Sentence;
}

/** What a figure is called in a trace. */
export const measureSentence = (measure: FigureKey['measure']): Sentence => sentence(`measures.${measure}.full`);

/** An entered figure as an input of a trace. */
export function figureInput(model: PlanModel, key: FigureKey, label: Sentence = measureSentence(key.measure)): TraceInput {
  const cell = figureCell(model, key);
  return { label, num: numOf(cell), method: cell.source === '' && cell.value === null ? null : cell.method, source: cell.source, asOf: cell.asOf, note: cell.note };
}

/** A computed number as an input of a trace. */
export const resultInput = (label: Sentence, num: Num): TraceInput => ({ label, num, method: null, source: '', asOf: '', note: '' });

/** Frame of the official sentence: name, unit, date and source of the figures it rests on. */
export function frameOf(model: PlanModel, name: Label, unit: SentenceFrame['unit'], inputs: readonly TraceInput[]): SentenceFrame {
  const sources = [...new Set(inputs.map((input) => input.source).filter(Boolean))];
  const dates = [...new Set(inputs.map((input) => input.asOf).filter(Boolean))].sort();
  return { name, unit, year: model.year, asOf: dates.at(-1) ?? '', source: sources.join('; ') };
}

/** Name of a service, its code when the official name is not confirmed. */
export const serviceName = (model: PlanModel, id: string): Label => {
  const service = model.service(id);
  return service.name ?? { uk: service.code ?? id, en: service.code ?? id };
};

/** What a trace is about: measure, service, group, place, year. */
export function subjectOf(model: PlanModel, what: Sentence, of: { service: string; group: string; territory: string }, scenario: string): Trace['subject'] {
  const service = of.service === '' ? null : model.service(of.service);
  return {
    what, service: service === null ? null : serviceName(model, service.id), serviceCode: service?.code ?? null,
    group: model.groups.find((group) => group.id === of.group)?.name ?? null, territory: model.territory(of.territory)?.name ?? null, year: model.year, scenario,
  };
}
