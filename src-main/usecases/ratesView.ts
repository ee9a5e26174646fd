import type { RateCell, RateCellView, RateCheck, RateGroup, RateOffer, RatesView } from '../contract/api/rates.ts';
import { RATE_SOURCES } from '../contract/lists.ts';
import type { ServiceInfo } from '../contract/api/needs.ts';
import type { Num, Range, Sentence } from '../contract/models.ts';
import { checkNeed, type Check } from '../domain/needs/check.ts';
import { needOf } from '../domain/needs/need.ts';
import { potential } from '../domain/needs/survey.ts';
import { UNKNOWN } from '../domain/range.ts';
import { roundPersons } from '../domain/rounding.ts';
import { figureCell } from './cells.ts';
import { countedOf } from './facts.ts';
import { groupSize } from './groupSizes.ts';
import { remember } from './memo.ts';
import type { GroupInfo, PlanModel } from './model.ts';
import { fitsUnit, needAt, resultRef, surveyGroups, surveyPart } from './needFacts.ts';
import { countedUnit, resultNum } from './num.ts';
import { sentence } from './program.ts';
import type { Of } from './rateFacts.ts';
import { provenanceOf } from './rateSources.ts';

function groupRow(model: PlanModel, group: GroupInfo, territory: string): RateGroup {
  const size = groupSize(model, group.id, territory);
  const typical = group.own ? [] : model.book.group(group.id)?.services ?? [];
  const ref = resultRef(model, 'groupSize', { group: group.id }, territory);
  return { id: group.id, name: group.name, unit: group.unit, typical, size: resultNum(size.range, group.unit, ref, { assumed: size.assumed, missing: size.range.base === null ? [model.key('groupSize', { group: group.id }, territory)] : [] }) };
}

/** A group and a service as the matrix shows them. */
export function rateCell(model: PlanModel, { group, service }: Of, territory: string): RateCell {
  const part = surveyPart(model, service, group, territory);
  const unit = model.groups.find((row) => row.id === group)?.unit ?? 'person';
  const ref = (result: 'surveyRate' | 'potential') => resultRef(model, result, { service, group }, territory);
  const missing = part.rate.missing.map((measure) => model.key(measure, { service, group }, territory));
  return {
    group, service, source: part.rate.source, chosen: part.rate.chosen !== null, disputed: part.rate.disputed,
    rate: resultNum(part.rate.range, 'share', ref('surveyRate'), { assumed: part.rate.assumed, missing }),
    potential: resultNum(part.range, unit, ref('potential'), { assumed: part.assumed, missing: part.size.base === null ? [model.key('groupSize', { group }, territory)] : missing }),
    counted: surveyGroups(model, service, territory).includes(group), assumed: figureCell(model, model.key('needRate', { group, service }, territory)),
  };
}

/** Is anything known of the group and the service, or was something decided? */
const isFilled = (cell: RateCell): boolean => cell.source !== 'none' || cell.chosen || cell.counted || cell.assumed.state !== 'unknown';

const cellsOf = (model: PlanModel, service: string, territory: string): readonly RateCell[] => remember(model, service, `rate cells ${territory}`, () => model.groups
  .filter((group) => fitsUnit(model, service, group.id, territory)).map((group) => rateCell(model, { group: group.id, service }, territory)).filter(isFilled));

/** A range in whole persons or families, as it is shown. */
const inWhole = (r: Range): Range => ({ low: roundPersons(r.low), base: roundPersons(r.base), high: roundPersons(r.high) });

/** What the groups give and what that says of the register and the service, in whole persons or families. */
function verdictText({ verdict, low, high }: Check, groups: Range, identified: number | null, served: number | null, unit: 'person' | 'family'): readonly Sentence[] {
  const whole = (n: number | null): number | null => (n === null ? null : roundPersons(n));
  const [from, to] = [whole(low), whole(high)];
  const said = { low: whole(groups.low), high: whole(groups.high), n: whole(groups.base) };
  // Bounds that are one number once rounded are one number; an upper bound nobody knows is "at least".
  const spread = said.low !== null && said.low === said.high ? 'exact' : said.low !== null && said.high !== null ? 'range' : said.low !== null ? 'least' : said.n !== null ? 'about' : 'none';
  const by = from === null ? 'some' : to === null ? 'least' : from === to ? 'exact' : 'range';
  const params = { identified: whole(identified), served: whole(served), from, to };
  const sides = verdict === 'registerMisses' || verdict === 'registerAbove' || verdict === 'servedAbove' ? `.${by}` : verdict === 'indicative' ? ((from ?? 0) === 0 ? '.same' : (from ?? 0) > 0 ? '.more' : '.less') : '';
  return [
    ...(spread === 'none' ? [] : [sentence(`rates.said.${spread}.${unit}`, said)]),
    sentence(`rates.verdict.${verdict}${sides}`, verdict === 'indicative' ? { ...params, from: Math.abs(from ?? 0) } : params),
  ];
}

function checkRow(model: PlanModel, service: ServiceInfo, territory: string): RateCheck {
  const need = needAt(model, service.id, territory);
  const counted = countedOf(model, service.id, territory);
  const unit = countedUnit('person', counted);
  const choice = model.choices.get(service.id);
  const way = (method: 'registry' | 'survey' | 'max'): Num => {
    const result = needOf({ ...need.facts, method });
    return resultNum(result.general, unit, method === need.method ? resultRef(model, 'generalNeed', { service: service.id }, territory) : null, { assumed: result.assumed });
  };
  const groups = resultNum(need.survey?.range ?? UNKNOWN, unit, null, { assumed: need.survey?.assumed ?? false });
  const identified = figureCell(model, model.key('identified', { service: service.id }, territory));
  const served = figureCell(model, model.key('served', { service: service.id }, territory));
  const kinds = new Set([need.facts.identified, need.facts.served].flatMap((fact) => (fact === null || fact.value === null ? [] : [fact.counted ?? 'person'])));
  // Compared as people read them: 96 identified do not contradict 41–95.6, which is shown as 41–96.
  const check = checkNeed({ groups: inWhole(need.survey?.range ?? UNKNOWN), identified: inWhole(need.result.registry), served: inWhole(need.result.met), mixedUnits: kinds.size > 1 || [...kinds].some((kind) => kind !== counted) });
  return {
    ...service, counted, groups, identified, served, verdict: check.verdict, text: verdictText(check, need.survey?.range ?? UNKNOWN, need.facts.identified?.value ?? null, need.result.met.base, counted),
    ways: { registry: way('registry'), survey: way('survey'), max: way('max') }, method: need.method, reason: choice?.reason ?? '',
    overlap: model.overlaps.get(service.id)?.mode ?? 'unknown', groupsIn: need.survey?.parts.map((part) => part.group) ?? [],
  };
}

/** What the page of rates shows: the matrix and the check of each service. */
export function ratesView(model: PlanModel, territory: string): RatesView {
  return {
    territory, groups: model.groups.map((group) => groupRow(model, group, territory)),
    services: model.services.map((service) => remember(model, service.id, `rate check ${territory}`, () => checkRow(model, service, territory))),
    cells: model.services.flatMap((service) => cellsOf(model, service.id, territory)),
  };
}

/** All sources of one share, side by side. */
export function rateCellView(model: PlanModel, of: Of, territory: string): RateCellView {
  const group = model.groups.find((row) => row.id === of.group) as GroupInfo;
  const { at, rate, size, sizeAssumed } = surveyPart(model, of.service, of.group, territory);
  const registered = at.register?.place === territory ? at.register.identified : null;
  const offers = RATE_SOURCES.map((source): RateOffer => {
    const offer = rate.offers.find((each) => each.source === source);
    const range = offer?.range ?? UNKNOWN;
    const counts = offer?.refused === null;
    const difference = counts && source !== rate.source && range.base !== null && rate.range.base !== null ? range.base - rate.range.base : null;
    return {
      source, refused: offer === undefined ? 'none' : offer.refused, difference, ...provenanceOf(model, at, of, territory, source),
      rate: resultNum(range, 'share', null, { assumed: offer?.assumed ?? false }),
      potential: source === 'register' && counts && registered !== null ? resultNum(registered, group.unit, null) : resultNum(counts ? potential(size, range) : UNKNOWN, group.unit, null, { assumed: sizeAssumed || (offer?.assumed ?? false) }),
    };
  });
  const choice = model.rateChoices.get(`${of.group} ${of.service}`);
  return {
    group: groupRow(model, group, territory), service: model.service(of.service), fits: fitsUnit(model, of.service, of.group, territory), cell: rateCell(model, of, territory), offers,
    trusted: rate.trusted, choice: choice === undefined ? null : { source: choice.source, reason: choice.reason, author: choice.author, at: choice.at }, key: model.key('needRate', of, territory),
  };
}
