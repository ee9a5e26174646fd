import { Refusal } from '../contract/errors.ts';
import type { ResultId } from '../contract/models.ts';
import { caseloadTrace, costTrace, num, plainSentence, providerCoverageTrace, providerVacanciesTrace, unknownSentence } from '../domain/trace.ts';
import type { PlanModel } from './model.ts';
import { loadNorms, loadOf } from './norms.ts';
import { seatOf } from './facts.ts';
import { sentence } from './program.ts';
import { caseloadAt, costAt, coverageAt, keyAt, vacanciesAt } from './providerFacts.ts';
import { figureInput, frameOf, serviceName, type ResultTrace } from './traceParts.ts';

type ProviderResult = Extract<ResultId, 'caseload' | 'providerVacancies' | 'costPerRecipient' | 'providerCoverage'>;

/** Why a number of one provider is what it is. */
export function providerTrace(model: PlanModel, result: ProviderResult, provider: string, service: string, territory: string): ResultTrace {
  const row = model.providers.find((each) => each.id === provider);
  if (row === undefined) throw new Refusal('input.unknownId', { what: 'provider', id: provider });
  const key = (measure: 'served' | 'posts' | 'postsFilled' | 'providerCost', of = service) => keyAt(model, measure, provider, of);
  const figure = (measure: 'served' | 'posts' | 'postsFilled') => ({ kind: 'figure' as const, key: key(measure) });
  const input = (...measures: readonly ('served' | 'posts' | 'postsFilled')[]) => measures.map((measure) => figureInput(model, key(measure)));
  const build = (): Omit<ResultTrace, 'sentence'> => {
    switch (result) {
      case 'caseload': {
        const r = caseloadAt(model, provider, service);
        return { num: r.num, pieces: caseloadTrace(r.served, r.filled, r.range, { served: figure('served'), postsFilled: figure('postsFilled') }), inputs: input('served', 'postsFilled'), norms: loadNorms(loadOf(model, service, seatOf(model, provider))).map((norm) => ({ ...norm, effect: 'context' as const })) };
      }
      case 'providerVacancies': {
        const r = vacanciesAt(model, provider, service);
        return { num: r.num, pieces: providerVacanciesTrace(r.posts, r.filled, r.range, { posts: figure('posts'), postsFilled: figure('postsFilled') }), inputs: input('posts', 'postsFilled'), norms: [] };
      }
      case 'costPerRecipient': {
        const r = costAt(model, provider);
        const cost = key('providerCost', '');
        return {
          num: r.num, pieces: costTrace(r.cost, r.served.map((each) => num(each.range.base, 'person', { kind: 'figure', key: key('served', each.service) })), r.range, { providerCost: { kind: 'figure', key: cost } }),
          inputs: [figureInput(model, cost), ...r.served.map((each) => figureInput(model, key('served', each.service), sentence('label.servedOf', { service: serviceName(model, each.service) })))], norms: [],
        };
      }
      case 'providerCoverage': {
        const r = coverageAt(model, provider, service, territory);
        const here = { kind: 'figure' as const, key: keyAt(model, 'served', provider, service, territory) };
        const identified = { kind: 'figure' as const, key: model.key('identified', { service }, territory) };
        return { num: r.num, pieces: providerCoverageTrace(r.served, r.identified, r.range, { served: here, identified }), inputs: [figureInput(model, here.key), figureInput(model, identified.key)], norms: [] };
      }
    }
  };
  const built = build();
  const frame = frameOf(model, { uk: row.name, en: null }, 'person', built.inputs);
  return { ...built, sentence: built.num.value === null ? unknownSentence(frame, result) : plainSentence(frame, { result, n: built.num.value }) };
}
