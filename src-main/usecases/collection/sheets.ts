import type { Collector, CollectorMeasure, SheetRow, SheetsView } from '../../contract/api/collection.ts';
import { MEASURES } from '../../contract/measures.ts';
import type { AgeBand, FigureKey, Label, MeasureId, Sex } from '../../contract/models.ts';
import { MEASURE_IDS } from '../../contract/measures.ts';
import { sheetsOf, type SheetAddress, type StoredSheet } from '../../store/collection.ts';
import { determinationsOf, stagesOf } from '../../store/cycle.ts';
import { figureCell } from '../cells.ts';
import { unknownId } from '../figures.ts';
import type { PlanModel } from '../model.ts';
import { today, type Program } from '../program.ts';
import { collectorsIn, isKnown, keyOf, listOf } from './indicators.ts';

/** Which sheet: who fills it in, for which district or provider. */
export interface SheetPlace { readonly collector: string; readonly territory: string; readonly provider: string }
/** An address as it stands in the hidden column of a sheet: a JSON list. */
export const addressOfKey = (key: FigureKey): string => JSON.stringify([key.measure, key.group, key.service, key.provider, key.territory, key.sex, key.age]);
const SEXES: ReadonlySet<string> = new Set(['all', 'female', 'male']);
const AGES: ReadonlySet<string> = new Set(['all', '0-17', '18-59', '60+']);

/** The figure an address of a sheet names, or null when it is none. */
export function keyOfAddress(text: string, year: number): FigureKey | null {
  if (!text.startsWith('["') || text.length > 1000) return null;
  let parts: unknown;
  try { parts = JSON.parse(text); } catch { return null; }
  if (!Array.isArray(parts) || parts.length !== 7 || !parts.every((part) => typeof part === 'string')) return null;
  const [measure = '', group = '', service = '', provider = '', territory = '', sex = '', age = ''] = parts as string[];
  if (!MEASURE_IDS.some((id) => id === measure) || !SEXES.has(sex) || !AGES.has(age)) return null;
  return { measure: measure as MeasureId, group, service, provider, territory, sex: sex as Sex, age: age as AgeBand, year, scenario: 'base' };
}

/** Territories whose numbers a sheet asks for: the settlements of its district, or the whole community. */
function territoriesFor(model: PlanModel, collector: Collector, place: SheetPlace): readonly string[] {
  if (collector.scope !== 'districts') return [model.root];
  const inside = model.children(place.territory);
  return inside.length > 0 ? inside : [place.territory];
}

const applies = (model: PlanModel, service: string, measure: CollectorMeasure): boolean => {
  const info = model.service(service);
  return info !== undefined && (measure !== 'places' || info.applies.places);
};

/** The rows a sheet asks for. */
export function addressesOf(program: Program, model: PlanModel, collector: Collector, place: SheetPlace): readonly SheetAddress[] {
  const { list } = listOf(program, model);
  const provider = model.providers.find((each) => each.id === place.provider);
  const chosen = list.filter((each) => collector.indicators.includes(each.id));
  return territoriesFor(model, collector, place).flatMap((territory) => {
    const rows = chosen.flatMap((each): SheetAddress[] => { const key = keyOf(model, each.link, territory); return key === null ? [] : [{ indicator: each.id, address: addressOfKey(key) }]; });
    const services = collector.scope === 'providers' ? provider?.services ?? [] : collector.services;
    const measured = services.flatMap((service) => collector.measures.filter((measure) => applies(model, service, measure)).flatMap((measure): SheetAddress[] => {
      const key: FigureKey = { measure, group: '', service, provider: collector.scope === 'providers' ? place.provider : '', territory, sex: 'all', age: 'all', year: model.year, scenario: 'base' };
      return unknownId(model, key) ? [] : [{ indicator: '', address: addressOfKey(key) }];
    }));
    return [...rows, ...measured];
  });
}

/** Every sheet the collectors can fill in: one for the community, each district, or each provider. */
export function placesOf(model: PlanModel, collector: Collector): readonly SheetPlace[] {
  const place = (territory: string, provider: string): SheetPlace => ({ collector: collector.id, territory, provider });
  if (collector.scope === 'districts') return model.territories.filter((each) => each.kind === 'starosta').map((each) => place(each.id, ''));
  if (collector.scope === 'providers') return model.providers.filter((each) => each.services.length > 0).map((each) => place('', each.id));
  return [place('', '')];
}

/** What a sheet is called: who fills it in, and for which district; a provider by its name. */
export function nameOfSheet(model: PlanModel, collector: Collector | undefined, place: SheetPlace): Label {
  const provider = model.providers.find((each) => each.id === place.provider);
  if (provider) return { uk: provider.name, en: null };
  const name = collector?.name ?? { uk: place.collector, en: place.collector };
  const district = place.territory === '' ? undefined : model.territory(place.territory)?.name;
  return district === undefined ? name : { uk: `${name.uk}: ${district.uk}`, en: name.en === null || district.en === null ? null : `${name.en}: ${district.en}` };
}

const dayNumber = (iso: string): number => Date.parse(`${iso}T00:00:00Z`) / 86_400_000;
const same = (a: readonly SheetAddress[], b: readonly SheetAddress[]): boolean => a.length === b.length && a.every((each, at) => each.address === b[at]?.address);
const samePlace = (a: SheetPlace, b: SheetPlace): boolean => a.collector === b.collector && a.territory === b.territory && a.provider === b.provider;

/** How many of these figures the plan knows: entered there, or summed up from what is inside. */
export function knownOf(model: PlanModel, addresses: readonly SheetAddress[]): number {
  return addresses.filter(({ address }) => {
    const key = keyOfAddress(address, model.year);
    if (key === null || unknownId(model, key)) return false;
    return isKnown(figureCell(model, key));
  }).length;
}

/** Sheets of a year: those that can be made and those that were given out. */
export function sheetsView(program: Program, model: PlanModel): SheetsView {
  const day = today(program);
  const collectors = collectorsIn(program);
  const stored = sheetsOf(program.store().read).filter((sheet) => sheet.year === model.year);
  const row = (place: SheetPlace, sheet: StoredSheet | undefined): SheetRow => {
    const collector = collectors.list.find((each) => each.id === place.collector);
    const now = collector ? addressesOf(program, model, collector, place) : [];
    const asked = sheet?.addresses ?? now;
    const late = sheet !== undefined && sheet.returned === '' && sheet.due !== '' ? Math.max(0, dayNumber(day) - dayNumber(sheet.due)) : 0;
    return {
      ...place, id: sheet?.id ?? '', name: sheet && (collector === undefined || (place.provider !== '' && !model.providers.some((each) => each.id === place.provider))) ? { uk: sheet.name, en: null } : nameOfSheet(model, collector, place),
      state: sheet === undefined ? 'none' : sheet.returned !== '' ? 'returned' : sheet.sent !== '' ? 'sent' : 'made',
      made: sheet?.made ?? '', due: sheet?.due ?? '', giveTo: sheet?.giveTo ?? '', sent: sheet?.sent ?? '', returned: sheet?.returned ?? '',
      asks: asked.length, known: knownOf(model, asked), lateDays: late, outdated: sheet !== undefined && collector !== undefined && sheet.returned === '' && !same(sheet.addresses, now),
    };
  };
  const possible = collectors.list.flatMap((collector) => placesOf(model, collector));
  const { list } = listOf(program, model);
  const latest = stored.toSorted((a, b) => b.made.localeCompare(a.made))[0];
  return {
    year: model.year, today: day, collectors: collectors.list, proposed: collectors.proposed,
    rows: [
      ...possible.map((place) => row(place, stored.find((sheet) => samePlace(sheet, place)))).filter((each) => each.id !== '' || each.asks > 0),
      ...stored.filter((sheet) => !possible.some((place) => samePlace(sheet, place))).map((sheet) => row(sheet, sheet)),
    ].map(({ id, collector, territory, provider, name, state, made, due, giveTo, sent, returned, asks, known, lateDays, outdated }) => ({ id, collector, territory, provider, name, state, made, due, giveTo, sent, returned, asks, known, lateDays, outdated })),
    indicators: list.filter((each) => each.link !== null).map(({ id, wording }) => ({ id, wording })),
    services: model.services.filter((service) => service.name !== null).map((service) => ({ id: service.id, name: service.short ?? service.name ?? { uk: service.id, en: service.id } })),
    due: [latest?.due ?? '', dueOf(program, model.year)].find((each) => each >= day) ?? '', giveTo: latest?.giveTo ?? '',
  };
}

/** The planned end of the collection in the determination of the year, '' when there is none. */
function dueOf(program: Program, year: number): string {
  const { read } = program.store();
  const ids = new Set(determinationsOf(read).filter((each) => each.year === year).map((each) => each.id));
  return stagesOf(read).find((stage) => ids.has(stage.determination) && stage.stage === 'collection')?.to ?? '';
}

/** Unit of a figure as a sheet names it. */
export const unitOf = (model: PlanModel, key: FigureKey): string => (key.measure === 'groupSize' ? model.groups.find((group) => group.id === key.group)?.unit ?? 'person' : MEASURES[key.measure].unit);
