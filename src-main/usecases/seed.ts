import { MEASURES } from '../contract/measures.ts';
import type { Figure, FigureState, Label, MeasureId } from '../contract/models.ts';
import { translit } from '../contract/translit.ts';
import { DEFAULT_WEIGHTS } from '../domain/gaps/priority.ts';
import { estimateChildren } from '../reference/ageShare.ts';
import type { Community } from '../reference/data.ts';
import type { BundledData } from '../reference/load.ts';
import type { ReferenceBook } from '../reference/book.ts';
import { putFigures } from '../store/figures.ts';
import type { Tx } from '../store/handles.ts';
import { addYear, setMeta, type PlanMeta } from '../store/meta.ts';
import { putNeighbours, putTerritories, type StoredTerritory } from '../store/territories.ts';

/** Who wrote the figures that came with the program. */
export const PREFILL_AUTHOR = 'prefill';

/** A figure with everything left out filled in. */
export function figure(part: Pick<Figure, 'measure' | 'territory' | 'year' | 'value'> & Partial<Figure>): Figure {
  return {
    group: '', service: '', provider: '', sex: 'all', age: 'all', scenario: 'base', low: null, high: null, method: 'statistics',
    source: '', asOf: '', counted: 'person', author: PREFILL_AUTHOR, note: '', state: 'entered', ...part,
  };
}

/** ISO day of a source date that may be a year or a month only: '' when it is not a full day. */
const fullDay = (asOf: string): string => (/^\d{4}-\d{2}-\d{2}$/.test(asOf) ? asOf : /^\d{4}-\d{2}$/.test(asOf) ? `${asOf}-01` : '');

/** Facts of a bundled community: measure, value and the column whose source it has. */
function factsOf(c: Community): readonly (readonly [MeasureId, number | null, string])[] {
  const budget = c.budget2022;
  return [
    ['population', c.population.total, 'population'], ['populationUrban', c.population.urban, 'population'], ['populationRural', c.population.rural, 'population'],
    ['area', c.area, 'area_km2'], ['settlements', c.settlements.total, 'n_settlements'], ['neighbours', c.neighbours, 'n_neighbours'],
    ['declarations', c.declarations?.total ?? null, 'declarations_total'], ['idpBalance', c.idpBalance, 'idp_balance'],
    ['budgetIncome', budget?.incomeTotal ?? null, 'income_total_thsd_2022'], ['budgetOwnIncome', budget?.incomeOwn ?? null, 'income_own_thsd_2022'],
    ['budgetTransfers', budget?.transfers ?? null, 'transfers_thsd_2022'], ['personalIncomeTax', budget?.personalIncomeTax ?? null, 'pit_thsd_2022'],
    ['ownIncomePerPerson', budget?.ownIncomePerPerson ?? null, 'own_income_per_capita_uah_2022'],
    ['distanceToOblastCentre', c.distanceToOblastCentre, 'dist_oblast_center_km'], ['cnapPoints', c.cnapPoints, 'cnap_points'],
  ];
}

/** Occupied communities start without a population: nobody knows who lives there now. */
const populationKnown = (c: Community): boolean => c.status !== 'occupied';

/** How many people live there: counted before the war, so the community has to confirm it. */
const PEOPLE: ReadonlySet<MeasureId> = new Set<MeasureId>(['population', 'populationUrban', 'populationRural']);

/** Sourced figures a new plan of a community holds. The population of 2022 is only a prefill: it waits for confirmation. */
export function bundledFigures(data: BundledData, c: Community, year: number): readonly Figure[] {
  const own = factsOf(c).flatMap(([measure, value, column]): Figure[] => {
    if (value === null || (PEOPLE.has(measure) && !populationKnown(c))) return [];
    const source = data.sourceOf(column);
    const state: FigureState = PEOPLE.has(measure) ? 'prefilled' : 'entered';
    return [figure({ measure, territory: c.code, year, value: MEASURES[measure].value === 'whole' || MEASURES[measure].value === 'signed' ? Math.round(value) : value, source: source.title.uk, asOf: fullDay(source.asOf), state })];
  });
  const population = data.sourceOf('population');
  const inside = populationKnown(c) ? data.settlementsOf(c.code).flatMap((s) => (s.population === null ? [] : [
    figure({ measure: 'population', territory: s.code, year, value: s.population, source: population.title.uk, asOf: fullDay(population.asOf), state: 'prefilled' }),
  ])) : [];
  return [...own, ...inside];
}

/** Name of a plan: «Срібнянська громада». */
export const titleOf = (name: Label): Label => ({ uk: /громада/iu.test(name.uk) ? name.uk : `${name.uk} громада`, en: name.en === null ? null : /community/i.test(name.en) ? name.en : `${name.en} community` });

/** Facts about the plan of a bundled community. */
function metaOfCommunity(data: BundledData, book: ReferenceBook, c: Community): Partial<PlanMeta> {
  const status = data.sourceOf('status');
  const children = estimateChildren(data, c).value;
  const place = (language: 'uk' | 'en'): string => [c.raion[language], c.oblast[language]].filter(Boolean).join(', ');
  return {
    title: titleOf(c.name), place: { uk: place('uk'), en: place('en') }, community: c.code, type: c.type, centre: c.center.name, raion: c.raion, oblast: c.oblast,
    root: c.code, status: { value: c.status, since: c.statusSince, asOf: status.asOf, source: status.title.uk },
    childrenShare: children === null || !c.population.total ? null : children / c.population.total,
    referenceVersion: book.version, dataVersion: data.version, weights: DEFAULT_WEIGHTS,
    services: book.services.filter((service) => service.basic).map((service) => service.id),
    credits: [...new Set(data.credits().map((source) => `${source.credit} (${source.licence})`))],
  };
}

/** Fills a new plan with a bundled community: names, territories, neighbours, sourced figures. */
export function seedCommunity(tx: Tx, data: BundledData, book: ReferenceBook, c: Community, year: number, calcDate: string, at: string): void {
  setMeta(tx, { ...metaOfCommunity(data, book, c), calcDate });
  addYear(tx, year);
  const root: StoredTerritory = { id: c.code, parent: null, kind: 'community', name: c.name, category: '', formerName: '', lat: c.lat, lon: c.lon, sort: 0 };
  putTerritories(tx, [root, ...data.settlementsOf(c.code).map((s, index): StoredTerritory => ({
    id: s.code, parent: c.code, kind: 'settlement', name: s.name, category: s.category, formerName: s.formerName?.uk ?? '', lat: s.lat, lon: s.lon, sort: index + 1,
  }))]);
  putNeighbours(tx, data.neighboursOf(c.code).map((n) => ({ code: n.code, borderKm: n.borderKm, added: false, removed: false })));
  putFigures(tx, bundledFigures(data, c, year), at);
}

/** What a community entered by hand says of itself. */
export interface ManualCommunity { readonly name: string; readonly type: 'urban' | 'settlement' | 'rural'; readonly raion: string; readonly oblast: string }

/** Fills a new plan with a community entered by hand: everything but its name is not known. */
export function seedManual(tx: Tx, data: BundledData, book: ReferenceBook, c: ManualCommunity, id: string, year: number, calcDate: string): void {
  const label = (uk: string): Label => ({ uk, en: uk === '' ? '' : translit(uk) });
  setMeta(tx, {
    title: titleOf(label(c.name)), place: label([c.raion, c.oblast].filter(Boolean).join(', ')), community: null, type: c.type, centre: null, raion: label(c.raion), oblast: label(c.oblast),
    root: id, calcDate, referenceVersion: book.version, dataVersion: data.version, weights: DEFAULT_WEIGHTS, childrenShare: null,
    services: book.services.filter((service) => service.basic).map((service) => service.id), credits: [],
  });
  addYear(tx, year);
  putTerritories(tx, [{ id, parent: null, kind: 'community', name: label(c.name), category: '', formerName: '', lat: null, lon: null, sort: 0 }]);
}
