import { MEASURES } from '../contract/measures.ts';
import type { Cell, Figure, FigureKey, Num } from '../contract/models.ts';
import { totalOf, type Total } from '../domain/tree/totals.ts';
import { countedOf, figuresOfProviders, inherited, isInside, providerPart, serviceTotal, unitsOf } from './facts.ts';
import { groupSize } from './groupSizes.ts';
import type { GroupInfo, PlanModel } from './model.ts';
import { resultRef } from './needFacts.ts';
import { loadOf } from './norms.ts';
import { cellOf } from './num.ts';

/**
 * A figure as every page shows it and as its explanation repeats it: entered here, summed up from the places or providers inside, taken from
 * the whole community where parts are not added up, or assumed by a published share or a norm. One place, so that they cannot differ.
 */
export function figureCell(model: PlanModel, key: FigureKey): Cell {
  const cell = cellWithout(model, key);
  const own = model.series.at(key.measure, key, key.territory);
  // A sum has the sources of what it was added up from; one part without a source leaves it without.
  if (!MEASURES[key.measure].additive || (cell.value === null && cell.low === null) || cell.source !== '' || cell.state === 'carried' || (own !== null && own.value !== null && cell.state !== 'computed')) return cell;
  const behind = summedFrom(model, key);
  if (behind.length === 0) return cell;
  const sources = [...new Set(behind.map((figure) => figure.source))];
  const dates = [...new Set(behind.map((figure) => figure.asOf))];
  return { ...cell, source: sources.includes('') ? '' : sources.join('; '), asOf: dates.length === 1 ? dates[0] ?? '' : '' };
}

/** The figures that a sum is made of: of the places inside, or of the providers. */
function summedFrom(model: PlanModel, key: FigureKey): readonly Figure[] {
  const counts = (figure: Figure): boolean => figure.value !== null && figure.state !== 'carried';
  const inside = [...model.series.places(key.measure, key)].filter(([place, figure]) => place !== key.territory && counts(figure) && isInside(model, place, key.territory)).map(([, figure]) => figure);
  if (inside.length > 0 || key.service === '' || key.group !== '') return inside;
  if (key.provider !== '') return unitsOf(model, key.provider).flatMap((unit) => [...model.series.places(key.measure, { ...key, provider: unit.id }).values()]).filter(counts);
  return figuresOfProviders(model, key.measure, key.service, key.territory).filter(counts);
}

function cellWithout(model: PlanModel, key: FigureKey): Cell {
  const { measure, territory } = key;
  const { of, additive } = MEASURES[measure];
  const own = model.series.at(measure, key, territory);
  if (measure === 'groupIdentified') {
    const total = model.series.total(measure, key, territory);
    return cellOf(key, total.source === 'none' ? inherited(model, measure, key, territory) : own, total);
  }
  if (of === 'groupService') return cellOf(key, inherited(model, measure, key, territory), null);
  if (of === 'group') return groupCell(model, key);
  if (of === 'provider') return cellOf(key, own, own === null ? unitCosts(model, key) : null);
  if (of === 'territory') return cellOf(key, own, additive ? model.series.total(measure, key, territory) : null);
  const counted = countedOf(model, key.service, territory);
  if (key.provider !== '') return cellOf(key, own, key.sex !== 'all' || key.age !== 'all' || !additive ? null : territory === model.root ? providerPart(model, measure, key.service, key.provider, territory) : model.series.total(measure, key, territory), counted);
  if (measure === 'loadPerPost') return loadCell(model, key);
  return additive ? cellOf(key, own, serviceTotal(model, measure, key.service, territory), counted) : cellOf(key, inherited(model, measure, key, territory), null, counted);
}

/** What the units of a provider cost together. */
const unitCosts = (model: PlanModel, { measure, provider }: FigureKey): Total | null => {
  const units = unitsOf(model, provider);
  return units.length === 0 ? null : totalOf(null, units.map((unit) => model.series.total(measure, { provider: unit.id }, model.root)));
};

/** A figure as a plain number, without its address. */
export const numOf = ({ state, value, low, high, unit, assumed, recalled, ref, missing }: Cell): Num => ({ state, value, low, high, unit, assumed, recalled, ref, missing });

function groupCell(model: PlanModel, key: FigureKey): Cell {
  const group = model.groups.find((row) => row.id === key.group);
  const unit = group?.unit ?? 'person';
  if (group && key.sex === 'all' && key.age === 'all') return sizeCell(model, group, key);
  return { ...cellOf(key, model.series.at('groupSize', key, key.territory), model.series.total('groupSize', key, key.territory)), unit };
}

/** Size as a cell: entered; or by the published share, which can be typed over; or not known. */
function sizeCell(model: PlanModel, group: GroupInfo, key: FigureKey): Cell {
  const { territory } = key;
  const size = groupSize(model, group.id, territory);
  const own = model.series.at('groupSize', { group: group.id }, territory);
  const cell = { ...cellOf(key, own, size.total), unit: group.unit };
  if (size.source !== 'share' || size.share === null) return size.source === 'entered' && own === null && size.total.source === 'none' ? { ...cell, state: 'computed', value: size.range.base } : cell;
  return {
    ...cell, state: 'assumption', value: size.range.base, low: size.range.low, high: size.range.high, assumed: true, method: 'default',
    source: size.share.share.source.uk, asOf: size.share.share.asOf, ref: resultRef(model, 'groupSize', { group: group.id }, territory),
  };
}

/** The load as a cell: the community's own figure, or the norm shown as an assumption that can be typed over. */
function loadCell(model: PlanModel, key: FigureKey): Cell {
  const own = inherited(model, 'loadPerPost', key, key.territory);
  const load = loadOf(model, key.service, key.territory);
  if (own !== null || load.norm === null) return cellOf(key, own, null);
  const { range } = load.norm;
  return {
    ...cellOf(key, null, null), state: 'assumption', value: range.base, low: range.low, high: range.high, assumed: true, recalled: load.norm.confidence === 'recalled', method: 'default',
    source: load.norms.filter((norm) => !load.beside.includes(norm.id)).map((norm) => norm.act.uk).filter(Boolean).join('; '),
  };
}
