import type { MapMeasure, MapPlace, MapSign, MapView } from '#contract/api/map.ts';
import { MAP_MEASURES } from '#contract/lists.ts';
import type { Language } from '#contract/format.ts';
import { isEstimate, type TwinTable } from '../../../charts/index.ts';
import { translate } from '../../../i18n/index.ts';
import { numText, numWords, unitHead } from '../../../lib/numbers.ts';
import { createStore, useStore } from '../../../lib/store.ts';
import { plain, plainText } from '../../../lib/text.ts';
import type { PlaceDatum, SignDatum } from '../../../maps/index.ts';
import { placeNamed } from '../../gaps/data.ts';
import { named, serviceNamed } from '../../overview/names.ts';

/** What a person asks the map for. */
export interface Asked { readonly measure: MapMeasure; readonly level: 'settlements' | 'districts'; readonly group: string; readonly service: string; readonly signs: 'all' | 'service' | 'none' }
const FIRST: Asked = { measure: 'people', level: 'settlements', group: '', service: '', signs: 'all' };
const asked = createStore<Asked & { readonly plan: string }>({ plan: '', ...FIRST });

/** What was asked last of this plan, also after a look at other pages. */
export function useAsked(plan: string): readonly [Asked, (patch: Partial<Asked>) => void] {
  const { plan: of, ...kept } = useStore(asked, (state) => state);
  return [of === plan ? kept : FIRST, (patch) => asked.set({ ...(of === plan ? {} : FIRST), ...patch, plan })];
}

/** Is the measure one of a service? */
export const ofService = (measure: MapMeasure): boolean => MAP_MEASURES.indexOf(measure) > MAP_MEASURES.indexOf('group');
/** What is lacking is drawn in the colour of a need. */
export const toneOf = (measure: MapMeasure): 'need' | 'have' => (measure === 'need' || measure === 'unmet' ? 'need' : 'have');

/** Name of what the circles show: «Потребують · Догляд вдома». */
export function whatOf(view: MapView, language: Language): string {
  const { measure, group, service } = view.asked;
  const of = ofService(measure) ? view.services.find((row) => row.id === service) : undefined;
  const name = measure === 'group' ? view.groups.find((row) => row.id === group)?.name : undefined;
  return name ? plain(name, language) : [translate(`map.measure.${measure}`, { lng: language }), of ? plainText(serviceNamed(of, language).label, language) : ''].filter(Boolean).join(' · ');
}

/** Unit of the circles; a total may count families where a place counts persons. */
export const unitOf = (view: MapView, language: Language): string => unitHead(view.total.unit, language);

const has = <T extends { readonly lat: number | null; readonly lon: number | null }>(row: T): row is T & { readonly lat: number; readonly lon: number } => row.lat !== null && row.lon !== null;

/** Places with coordinates as the map takes them, the largest first. */
export const placesOf = (view: MapView, language: Language): readonly PlaceDatum[] => view.places.filter(has).map((place) => {
  const unknown = place.value.value === null && place.value.state !== 'partial';
  return {
    id: place.id, lat: place.lat, lon: place.lon, ...(view.asked.level === 'districts' ? placeNamed(place.name, language) : named(place.name, language)), num: place.value,
    value: unknown ? '' : `${isEstimate(place.value) ? '~' : ''}${numText(place.value, language)}`,
    says: [`${plain(place.name, language)}: ${whatOf(view, language)}, ${numWords(place.value, language)}`, place.signs.length > 0 ? translate('map.providersHere', { lng: language, count: place.signs.length }) : ''].filter(Boolean).join('; '),
  };
});

/** Is the sign wanted on the map? */
export const isWanted = (sign: MapSign, view: MapView, signs: Asked['signs']): boolean => signs === 'all' || (signs === 'service' && (view.asked.service === '' || sign.services.includes(view.asked.service)));

/** Signs with coordinates as the map takes them. */
export const signsOf = (view: MapView, signs: Asked['signs'], language: Language): readonly SignDatum[] => view.signs.filter((sign) => isWanted(sign, view, signs)).filter(has).map((sign) => ({
  id: sign.id, lat: sign.lat, lon: sign.lon, shape: sign.shape, state: sign.state, note: stateText(sign, language),
  says: `${plainText(sign.name, language)}: ${translate(`capacity.kind.${sign.type}`, { lng: language })}, ${stateText(sign, language)}`,
}));

/** How a facility works, in words. */
export const stateText = ({ state }: Pick<MapSign, 'state'>, language: Language): string => translate(`charts.map.state.${state}`, { lng: language });

/** Are the coordinates known, and can they be right? */
export function whereText(place: MapPlace, outside: ReadonlySet<string>, language: Language): string {
  return translate(`map.where.${place.lat === null ? 'none' : outside.has(place.id) ? 'outside' : place.middle ? 'middle' : 'known'}`, { lng: language });
}

/** Table twin: every place, also those that are not on the map. */
export function mapTable(view: MapView, outside: ReadonlySet<string>, language: Language): TwinTable {
  const t = (key: string): string => translate(`map.col.${key}`, { lng: language });
  const people = view.asked.measure !== 'people';
  const byId = new Map(view.signs.map((sign) => [sign.id, sign]));
  const facilities = (place: MapPlace): string => place.signs.flatMap((id) => byId.get(id) ?? []).map((sign) => plainText(sign.name, language) + (sign.state === 'works' ? '' : ` (${stateText(sign, language)})`)).join('; ');
  const districts = view.districts && view.asked.level === 'settlements';
  return {
    columns: [
      { id: 'place', label: t('place') }, ...(districts ? [{ id: 'district', label: t('district') }] : []), { id: 'value', label: `${whatOf(view, language)}, ${unitOf(view, language)}`, numeric: true },
      ...(people ? [{ id: 'people', label: t('people'), numeric: true }] : []), { id: 'where', label: t('where') }, { id: 'facilities', label: t('facilities') },
    ],
    rows: view.places.map((place) => ({
      id: place.id,
      cells: [
        { kind: 'text', ...named(place.name, language) }, ...(districts ? [place.district ? { kind: 'text' as const, ...named(place.district, language) } : { kind: 'text' as const, label: '' }] : []), { kind: 'num', num: place.value },
        ...(people ? [{ kind: 'num' as const, num: place.numbers.find((each) => each.measure === 'people')?.num ?? place.value }] : []),
        { kind: 'text', label: whereText(place, outside, language) }, { kind: 'text', label: facilities(place) },
      ],
    })),
  };
}
