import type { Parsed } from '../contract/api.ts';
import type { MapMeasure, MapPlace, MapSign, MapView } from '../contract/api/map.ts';
import type { FigureKey, Num } from '../contract/models.ts';
import type { BundledData } from '../reference/load.ts';
import { figureCell, numOf } from './cells.ts';
import { neighbours } from './communityView.ts';
import { isInside } from './facts.ts';
import { pointAt, signsOf } from './mapSigns.ts';
import { remember } from './memo.ts';
import type { PlanModel } from './model.ts';
import { needAt } from './needFacts.ts';
import { needNums } from './needsView.ts';
import { placesAt } from './packageFacts.ts';
import { placeName } from './placeNames.ts';

type Asked = MapView['asked'];
const OF_SERVICE = ['identified', 'served', 'need', 'unmet'] as const;
const isOfService = (measure: MapMeasure): boolean => (OF_SERVICE as readonly string[]).includes(measure);

/** What is measured at a place. */
function numAt(model: PlanModel, { group, service }: Asked, measure: MapMeasure, place: string): Num {
  if (measure === 'need' || measure === 'unmet') {
    const nums = needNums(model, needAt(model, service, place), service, place);
    return measure === 'need' ? nums.general : nums.unmet;
  }
  return numOf(figureCell(model, cellOf(model, { group, service }, measure, place)));
}

/** The cell the value is entered in; a need begins with the identified. */
function cellOf(model: PlanModel, { group, service }: Pick<Asked, 'group' | 'service'>, measure: MapMeasure, place: string): FigureKey {
  if (measure === 'people') return model.key('population', {}, place);
  if (measure === 'group') return model.key('groupSize', { group }, place);
  return model.key(measure === 'served' ? 'served' : 'identified', { service }, place);
}

/** The group or service known at most places, or at least for the whole community, where none was named or the named one is gone. */
function chosen(model: PlanModel, asked: Parsed<'map.view'>): Asked {
  const groups = model.groups.map((group) => group.id);
  const services = model.services.map((service) => service.id);
  const places = (measure: MapMeasure, of: { readonly group: string; readonly service: string }): number => {
    const key = cellOf(model, of, measure, model.root);
    return [...model.series.places(key.measure, key)].filter(([place, figure]) => place !== model.root && figure.value !== null).length + (figureCell(model, key).value === null ? 0 : 0.5);
  };
  const pick = (named: string, all: readonly string[], known: (id: string) => number): string =>
    (all.includes(named) ? named : all.reduce((best, id) => { const count = known(id); return count > best.count ? { id, count } : best; }, { id: all[0] ?? '', count: 0 }).id);
  return {
    measure: asked.measure, level: model.territories.some((place) => place.kind === 'starosta') ? asked.level : 'settlements',
    group: asked.measure === 'group' ? pick(asked.group, groups, (group) => places('group', { group, service: '' })) : '',
    service: isOfService(asked.measure) ? pick(asked.service, services, (service) => places(asked.measure === 'served' ? 'served' : 'identified', { group: '', service })) : '',
  };
}

function placeOf(model: PlanModel, asked: Asked, id: string, signs: readonly MapSign[]): MapPlace {
  const place = model.territory(id);
  const around = place?.parent ? model.territory(place.parent) : undefined;
  const shown: readonly MapMeasure[] = ['people', ...(asked.measure === 'group' ? ['group' as const] : []), ...(isOfService(asked.measure) ? OF_SERVICE : [])];
  const numbers = shown.map((measure) => ({ measure, num: numAt(model, asked, measure, id) }));
  const name = place?.name ?? { uk: id, en: null };
  const centre = model.meta.centre?.uk ?? '';
  return {
    id, name: placeName(model, id) ?? name, ...pointAt(model, id), centre: centre === name.uk || centre.endsWith(` ${name.uk}`), district: around?.kind === 'starosta' ? around.name : null,
    value: numbers.find((each) => each.measure === asked.measure)?.num as Num, numbers, cell: cellOf(model, asked, asked.measure, id),
    signs: signs.filter((sign) => sign.place !== '' && isInside(model, sign.place, id)).map((sign) => sign.id),
  };
}

/** What the map shows at one year and scenario, see {@link MapView}. */
export function mapView(model: PlanModel, data: BundledData, input: Omit<Parsed<'map.view'>, 'year' | 'scenario'>): Omit<MapView, 'today'> {
  const asked = chosen(model, { year: model.year, scenario: model.scenario, ...input });
  return remember(model, 'all', `map ${Object.values(asked).join(' ')}`, () => {
    const signs = signsOf(model, asked.service);
    const ids = placesAt(model, asked.level).filter((id) => id !== model.root);
    return {
      asked, districts: model.territories.some((place) => place.kind === 'starosta'), code: model.meta.community, name: model.meta.title,
      groups: model.groups.map(({ id, name }) => ({ id, name })), services: model.services,
      places: ids.map((id) => placeOf(model, asked, id, signs)).sort((a, b) => (b.value.value ?? -1) - (a.value.value ?? -1)),
      total: numAt(model, asked, asked.measure, model.root), signs,
      neighbours: neighbours(model, data).map(({ code, name, population }) => ({ code, name, population })),
    };
  });
}
