import type { IndicatorCell, IndicatorOffer, IntegrationSheet, Population } from '../contract/api/integration.ts';
import { measured } from '../domain/integration/measured.ts';
import { figureCell } from './cells.ts';
import { groupSize } from './groupSizes.ts';
import { rowId, type Indicator, type IntegrationFacts } from './integrationFacts.ts';
import { pointNum } from './integrationRows.ts';
import type { PlanModel } from './model.ts';
import { needAt } from './needFacts.ts';

/** A number of the plan with where it comes from, in Ukrainian as papers print it. */
interface Known { readonly value: number; readonly source: string; readonly asOf: string; readonly assumed: boolean }

function figureOf(model: PlanModel, measure: 'population' | 'groupSize', group: string, name: string): Known | null {
  const cell = figureCell(model, model.key(measure, { group }, model.root));
  const value = measure === 'groupSize' ? groupSize(model, group, model.root).range.base : cell.state === 'carried' ? null : cell.value;
  return value === null ? null : { value: Math.round(value), source: [`${name}, ${model.year}`, cell.source].filter(Boolean).join(': '), asOf: cell.asOf, assumed: cell.assumed };
}

/** Sum over services where need and recipients are both known in persons: somebody with two services counts twice. */
function services(model: PlanModel): { readonly need: number; readonly served: number; readonly count: number; readonly assumed: boolean } | null {
  const both = model.services.flatMap(({ id }) => {
    const { facts, result } = needAt(model, id, model.root);
    const persons = facts.served?.counted !== 'family' && facts.identified?.counted !== 'family' && !result.mixedUnits;
    return persons && result.general.base !== null && result.met.base !== null ? [{ need: result.general.base, served: Math.min(result.met.base, result.general.base), assumed: result.assumed }] : [];
  });
  if (both.length === 0) return null;
  const sum = (of: (each: (typeof both)[number]) => number): number => Math.round(both.reduce((total, each) => total + of(each), 0));
  return { need: sum((each) => each.need), served: sum((each) => each.served), count: both.length, assumed: both.some((each) => each.assumed) };
}

/** What the plan knows of an indicator; its numbers are of the whole community, services are not told apart by population. */
function offerOf(facts: IntegrationFacts, { fromPlan }: Indicator, population: Population): IndicatorOffer | null {
  const { model, book } = facts;
  const part = (what: 'population' | 'group' | 'served' | 'need' | null): Known | null => {
    if (what === null) return null;
    if (what === 'population' || (what === 'group' && population === 'all')) return figureOf(model, 'population', '', 'населення');
    if (what === 'group') {
      const group = book.populations.find((each) => each.id === population)?.group ?? null;
      const name = model.groups.find((each) => each.id === group)?.name.uk;
      return group === null || name === undefined ? null : figureOf(model, 'groupSize', group, name);
    }
    const found = population === 'all' ? services(model) : null;
    return found === null ? null : { value: found[what], source: `сума за послугами плану, ${model.year} (послуг: ${found.count})`, asOf: '', assumed: found.assumed };
  };
  const [numerator, denominator] = [part(fromPlan.numerator), part(fromPlan.denominator)];
  const both = [numerator, denominator].filter((each) => each !== null);
  if (both.length === 0) return null;
  const dates = new Set(both.map((each) => each.asOf));
  return {
    numerator: numerator?.value ?? null, denominator: denominator?.value ?? null, assumed: both.some((each) => each.assumed),
    source: [...new Set(both.map((each) => each.source))].join('; ').slice(0, 400), asOf: dates.size === 1 ? both[0]?.asOf ?? '' : '',
  };
}

/** Does the offer say something the line does not? */
const isNew = (offer: IndicatorOffer, line: { readonly numerator: number | null; readonly denominator: number | null; readonly num: { readonly value: number | null } }): boolean =>
  (line.num.value === null || line.numerator !== null || line.denominator !== null)
  && ((offer.numerator !== null && offer.numerator !== line.numerator) || (offer.denominator !== null && offer.denominator !== line.denominator));

/** Lines of a period: everything that can be entered. Numbers of the plan are offered for periods of its year. */
export function sheetOf(facts: IntegrationFacts, period: string): IntegrationSheet {
  const stored = new Map(facts.values.filter((value) => value.period === period).map((value) => [rowId(value.indicator, value.population), value]));
  const ofYear = period.startsWith(String(facts.model.year));
  const rows = [...facts.indicators.values()].filter((indicator) => indicator.gapOf === null).flatMap((indicator) => indicator.populations.map((population): IndicatorCell => {
    const value = stored.get(rowId(indicator.id, population)) ?? null;
    const point = value ? { period, stored: value, ...measured(indicator, value) } : undefined;
    const line = { numerator: value?.numerator ?? null, denominator: value?.denominator ?? null, num: pointNum(facts, indicator, population, point) };
    const offer = ofYear ? offerOf(facts, indicator, population) : null;
    return {
      id: rowId(indicator.id, population), indicator: indicator.id, population, ...line, as: point?.as ?? 'none', low: value?.low ?? null, high: value?.high ?? null,
      method: value?.method ?? 'register', selection: value?.selection ?? 'unknown', source: value?.source ?? '', asOf: value?.asOf ?? '', note: value?.note ?? '', stored: value !== null,
      offer: offer && isNew(offer, line) ? offer : null,
    };
  }));
  return { period, rows, offered: rows.filter((row) => row.offer !== null).length };
}
