import type { FigureKey, Label } from '../../contract/models.ts';
import type { Indicator } from '../../contract/api/collection.ts';
import type { PlanModel } from '../model.ts';

/** What a sheet asks for of a service. */
const MEASURES: Readonly<Partial<Record<FigureKey['measure'], Label>>> = {
  identified: { uk: 'виявлено тих, хто потребує послуги', en: 'identified as needing the service' }, waiting: { uk: 'у черзі на послугу', en: 'waiting for the service' }, served: { uk: 'отримують послугу', en: 'receive the service' },
  places: { uk: 'місць', en: 'places' }, posts: { uk: 'ставок за штатним розписом', en: 'posts by the staffing table' }, postsFilled: { uk: 'ставок зайнято', en: 'posts filled' },
};
/** Units as sheets name them, many of them. */
const UNITS: Readonly<Record<string, string>> = { person: 'осіб', family: 'сімей', child: 'дітей', place: 'місць', post: 'ставок', vehicle: 'авто' };
/** A unit as a sheet names it. */
export const unitWord = (unit: string): string => UNITS[unit] ?? '';

/** A figure in words: the wording of its indicator, or the service and what is asked of it. */
export function whatOf(model: PlanModel, list: readonly Indicator[], indicator: string, key: FigureKey): Label {
  const own = list.find((each) => each.id === indicator) ?? list.find((each) => each.link !== null && each.link.measure === key.measure && each.link.group === key.group && each.link.service === key.service && each.link.sex === key.sex && each.link.age === key.age);
  if (own) return own.wording;
  const group = model.groups.find((each) => each.id === key.group)?.name;
  if (group) return group;
  const service = key.service === '' ? undefined : model.service(key.service);
  const measure = MEASURES[key.measure] ?? { uk: key.measure, en: key.measure };
  const name = service?.name ?? { uk: service?.code ?? key.service, en: service?.code ?? key.service };
  return { uk: `${name.uk}: ${measure.uk}`, en: name.en === null || measure.en === null ? null : `${name.en}: ${measure.en}` };
}

/** When a number holds, as a sheet says it; figures of services stand on 1 January as well. */
export const periodOf = (basis: Indicator['basis'], year: number): string => (basis === 'jan1' ? `на 01.01.${year}` : `за ${year - 1} рік`);
/** The day a figure counts as of: 1 January, or the last day of the year before. */
export const asOfOf = (basis: Indicator['basis'], year: number): string => (basis === 'jan1' ? `${year}-01-01` : `${year - 1}-12-31`);
