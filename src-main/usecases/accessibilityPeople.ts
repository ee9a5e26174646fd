import type { FigureKey, Num, Sentence, Trace, TraceRef } from '../contract/models.ts';
import { Refusal } from '../contract/errors.ts';
import { exact } from '../domain/range.ts';
import { num as operand, pieces, step, type Step } from '../domain/trace.ts';
import { providerPart } from './facts.ts';
import type { PlanModel } from './model.ts';
import { resultNum } from './num.ts';
import { sentence } from './program.ts';
import { figureInput, resultInput, serviceName } from './traceParts.ts';

type Ref = Extract<TraceRef, { kind: 'access' }>;
const say = (key: string, params: Sentence['params'] = {}): Sentence => sentence(`access.trace.${key}`, params);

/** Is a service given in the provider's premises? Where the classifier does not say, it may be. */
function comeIn(model: PlanModel, service: string): boolean {
  const places = model.book.service(service)?.places ?? [];
  return places.length === 0 || places.includes('stationary') || places.includes('semi_stationary');
}

function countsPersons(model: PlanModel, service: string, provider: string): boolean {
  const figures = model.providers.filter((row) => row.id === provider || row.parent === provider).flatMap((row) => [...model.series.places('served', { service, provider: row.id }).values()]);
  return figures.every((figure) => figure.counted === 'person');
}

/** People of one service who come to a facility; `key` = their figure, null = a sum of units or places. */
interface Coming { readonly service: string; readonly provider: string; readonly people: number | null; readonly key: FigureKey | null }

/**
 * People who come to a facility, by services given in premises: of the units that work there; of the whole provider where it has this facility
 * alone and no unit names one. Persons only.
 */
function comingTo(model: PlanModel, facility: string): readonly Coming[] {
  const owner = model.facilities.find((row) => row.id === facility)?.provider;
  const named = model.providers.filter((row) => row.facility === facility);
  const alone = model.facilities.filter((row) => row.provider === owner).length === 1;
  const here = named.length > 0 || !alone ? named : model.providers.filter((row) => row.id === owner);
  return here.flatMap((row) => {
    const services = new Set([...row.services, ...model.providers.filter((unit) => unit.parent === row.id && named.length === 0).flatMap((unit) => unit.services)]);
    return [...services].filter((service) => comeIn(model, service) && countsPersons(model, service, row.id)).map((service): Coming => {
      const people = providerPart(model, 'served', service, row.id, model.root).range.base;
      const own = model.series.at('served', { service, provider: row.id }, model.root);
      return { service, provider: row.id, people, key: own !== null && own.value === people ? model.key('served', { service, provider: row.id }, model.root) : null };
    });
  });
}

/** People who come to a facility, as far as known; not known where nothing is. */
export function peopleAt(model: PlanModel, facility: string): Num {
  const known = comingTo(model, facility).flatMap(({ people }) => people ?? []);
  return resultNum(exact(known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0)), 'person', { kind: 'access', facility, year: model.year, scenario: model.scenario });
}

/** Why so many people come to a facility. */
export function accessTrace(model: PlanModel, ref: Ref): Trace {
  const facility = model.facilities.find((each) => each.id === ref.facility);
  if (!facility) throw new Refusal('input.unknownId', { what: 'facility', id: ref.facility });
  const all = comingTo(model, ref.facility);
  const known = all.filter(({ people }) => people !== null);
  const num = peopleAt(model, ref.facility);
  const sum: Step[] = known.length < 2 ? [] : [step(...known.flatMap(({ people, key }, at) => [...(at === 0 ? [] : [' + ']), operand(people, 'person', key ? { kind: 'figure', key } : null)]), ' = ', operand(num.value, 'person'))];
  const label = ({ service, provider }: Coming): Sentence => say('input', { name: serviceName(model, service), provider: model.providers.find((row) => row.id === provider)?.name ?? '' });
  return {
    ref, num, norms: [], missing: [], who: null,
    ...pieces(say(all.length === 0 ? 'nobody' : 'formula'), sum, [known.length > 1 && say('twice'), known.length < all.length && say('unknown', { count: all.length - known.length }), say('premises')]),
    inputs: all.map((one) => (one.key ? figureInput(model, one.key, label(one)) : resultInput(label(one), resultNum(exact(one.people), 'person', null)))),
    subject: { what: say('what', { name: facility.name }), service: null, serviceCode: null, group: null, territory: model.territory(facility.territory)?.name ?? null, year: model.year, scenario: model.scenario },
    sentence: num.value === null ? say('sentenceUnknown', { name: facility.name, year: model.year }) : say('sentence', { name: facility.name, year: model.year, n: num.value }),
  };
}
