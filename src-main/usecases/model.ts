import type { FigureKey, Label, MeasureId } from '../contract/models.ts';
import type { ServiceInfo } from '../contract/api/needs.ts';
import type { ReferenceBook } from '../reference/book.ts';
import { needChoicesOf, overlapsOf, ownGroupsOf, providedOf, serviceNamesOf, type NeedChoice, type StoredOverlap } from '../store/choices.ts';
import { accessRuleOf, auditsOf, type StoredAccessRule, type StoredAudit } from '../store/audits.ts';
import { figureAt, figuresOf } from '../store/figures.ts';
import type { Readable } from '../store/handles.ts';
import { metaOf, scenariosOf, yearsOf, type PlanMeta, type Scenario } from '../store/meta.ts';
import { localNormsOf, normChecksOf, type LocalNorm } from '../store/norms.ts';
import { rateChoicesOf, type RateChoice } from '../store/rates.ts';
import { staffOf, type StaffTables } from '../store/staff.ts';
import { facilitiesOf, providersOf, transfersOf, type StoredProvider } from '../store/providers.ts';
import type { Facility, Transfer } from '../contract/api/capacity.ts';
import { neighboursOf, territoriesOf, type StoredNeighbour, type StoredTerritory } from '../store/territories.ts';
import { answersOf } from '../store/package.ts';
import type { PackageAnswer } from '../contract/api/package.ts';
import { travelOf, type StoredTravel } from '../store/travel.ts';
import { surveyUsesOf, type SurveyUse } from '../store/surveys.ts';
import { forgetFor } from './memo.ts';
import { createSeries, type Series } from './series.ts';
import { servicesOf } from './services.ts';

/** A target group: of the reference book, or the community's own. */
export interface GroupInfo { readonly id: string; readonly name: Label; readonly unit: 'person' | 'family' | 'child'; readonly own: boolean }

/** What the small tables of a plan hold. */
export interface PlanTables {
  readonly meta: PlanMeta;
  readonly years: readonly number[];
  readonly scenarios: readonly Scenario[];
  readonly territories: readonly StoredTerritory[];
  readonly neighbours: readonly StoredNeighbour[];
  readonly services: readonly ServiceInfo[];
  readonly groups: readonly GroupInfo[];
  /** Providers and their units. */
  readonly providers: readonly StoredProvider[];
  readonly facilities: readonly Facility[];
  readonly transfers: readonly Transfer[];
  /** Accessibility audits, the newest first. */
  readonly audits: readonly StoredAudit[];
  /** The plan's own rule of accessibility; undefined = the proposal of the reference book. */
  readonly accessRule: StoredAccessRule | undefined;
  /** Positions, work and parameters of staff, of all years. */
  readonly staff: StaffTables;
  /** Minutes, corrections, parameters, terrain and transport. */
  readonly travel: StoredTravel;
  readonly choices: ReadonlyMap<string, NeedChoice>;
  readonly overlaps: ReadonlyMap<string, StoredOverlap>;
  /** Chosen sources of shares, by `group service`. */
  readonly rateChoices: ReadonlyMap<string, RateChoice>;
  readonly provided: ReadonlyMap<string, 'yes' | 'no'>;
  readonly localNorms: ReadonlyMap<string, LocalNorm>;
  readonly checkedNorms: ReadonlyMap<string, { readonly at: string; readonly author: string }>;
  /** Answers of the minimal package, by `service territory`. */
  readonly packageAnswers: ReadonlyMap<string, PackageAnswer>;
  /** Sources of results taken over from surveys. */
  readonly surveyUses: ReadonlyMap<string, SurveyUse>;
}

/** A plan at one year and scenario, in memory: tables, territory tree and figures. Views are built from it and from nothing else. */
export interface PlanModel extends PlanTables {
  readonly year: number;
  readonly scenario: string;
  readonly root: string;
  readonly book: ReferenceBook;
  readonly series: Series;
  territory(id: string): StoredTerritory | undefined;
  children(id: string): readonly string[];
  service(id: string): ServiceInfo;
  key(measure: MeasureId, of: { group?: string; service?: string; provider?: string }, territory: string): FigureKey;
}

const byId = <T, K extends string>(rows: readonly T[], id: (row: T) => K): ReadonlyMap<K, T> => new Map(rows.map((row) => [id(row), row]));

/** Reads the small tables of a plan. */
export function tablesOf(read: Readable, book: ReferenceBook): PlanTables {
  const names = serviceNamesOf(read);
  return {
    meta: metaOf(read), years: yearsOf(read), scenarios: scenariosOf(read),
    territories: territoriesOf(read), neighbours: neighboursOf(read),
    services: servicesOf(book, names),
    groups: [
      ...book.groups.map((group): GroupInfo => ({ id: group.id, name: group.name, unit: group.unit, own: false })),
      ...ownGroupsOf(read).map((group): GroupInfo => ({ id: group.id, name: { uk: group.name, en: null }, unit: group.unit, own: true })),
    ],
    providers: providersOf(read), facilities: facilitiesOf(read), transfers: transfersOf(read), audits: auditsOf(read), accessRule: accessRuleOf(read), staff: staffOf(read), travel: travelOf(read),
    choices: byId(needChoicesOf(read), (choice) => choice.service),
    overlaps: byId(overlapsOf(read), (overlap) => overlap.service),
    rateChoices: byId(rateChoicesOf(read), (choice) => `${choice.group} ${choice.service}`),
    provided: providedOf(read),
    localNorms: byId(localNormsOf(read), (norm) => norm.norm),
    checkedNorms: byId(normChecksOf(read), (check) => check.norm),
    packageAnswers: byId(answersOf(read), (row) => `${row.service} ${row.territory}`),
    surveyUses: byId(surveyUsesOf(read), (use) => use.source),
  };
}

/** Builds the model of one year and scenario; a scenario's differences stand in front of the base figures. */
export function createModel(read: Readable, book: ReferenceBook, year: number, scenario: string): PlanModel {
  const tables = tablesOf(read, book);
  const inside = Map.groupBy(tables.territories.filter((row) => row.parent !== null), (row) => row.parent as string);
  const childIds = new Map([...inside].map(([parent, rows]) => [parent, rows.map((row) => row.id)]));
  const territories = byId(tables.territories, (row) => row.id);
  const services = byId(tables.services, (service) => service.id);
  const children = (id: string): readonly string[] => childIds.get(id) ?? [];
  const series = createSeries(figuresOf(read, year, 'base'), children);
  if (scenario !== 'base') series.put(figuresOf(read, year, scenario));
  return {
    ...tables, year, scenario, root: tables.meta.root, book, series, children,
    territory: (id) => territories.get(id),
    service: (id) => services.get(id) as ServiceInfo,
    key: (measure, of, territory) => ({
      measure, group: of.group ?? '', service: of.service ?? '', provider: of.provider ?? '', territory, sex: 'all', age: 'all', year, scenario,
    }),
  };
}

/** Brings the figures of a model up to date after only figures changed. */
export function refreshFigures(model: PlanModel, read: Readable, changed: readonly FigureKey[]): void {
  const here = changed.filter((key) => key.year === model.year && (key.scenario === 'base' || key.scenario === model.scenario));
  forgetFor(model, here);
  for (const key of here) {
    const figure = figureAt(read, { ...key, scenario: model.scenario }) ?? figureAt(read, { ...key, scenario: 'base' });
    if (figure) model.series.put([figure]);
    else model.series.drop([key]);
  }
}
