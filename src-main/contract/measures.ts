import type { MeasureId, Unit } from './models.ts';

/** What a measure counts and which values it allows. Names for people stand in the locales (`measures.<id>`). */
export interface Measure {
  readonly unit: Unit;
  /** What must stand in the address besides the territory. */
  readonly of: 'territory' | 'group' | 'service' | 'groupService' | 'provider';
  /** `whole` = integer ≥ 0; `quarter` = posts in steps of 0.25; `share` = 0–1; `decimal` ≥ 0; `signed` = integer, may be negative. */
  readonly value: 'whole' | 'quarter' | 'share' | 'decimal' | 'signed';
  /** May the parts (territories) be added to a total? */
  readonly additive: boolean;
}

const m = (unit: Unit, of: Measure['of'], value: Measure['value'], additive = true): Measure => ({ unit, of, value, additive });

/** Every measure of the program, by id. */
export const MEASURES: Readonly<Record<MeasureId, Measure>> = {
  population: m('person', 'territory', 'whole'),
  populationUrban: m('person', 'territory', 'whole'),
  populationRural: m('person', 'territory', 'whole'),
  area: m('km2', 'territory', 'decimal'),
  settlements: m('settlement', 'territory', 'whole'),
  declarations: m('person', 'territory', 'whole'),
  idpBalance: m('person', 'territory', 'signed'),
  budgetIncome: m('thousandUah', 'territory', 'decimal'),
  budgetOwnIncome: m('thousandUah', 'territory', 'decimal'),
  budgetTransfers: m('thousandUah', 'territory', 'decimal'),
  personalIncomeTax: m('thousandUah', 'territory', 'decimal'),
  ownIncomePerPerson: m('uah', 'territory', 'decimal', false),
  distanceToOblastCentre: m('km', 'territory', 'decimal', false),
  cnapPoints: m('point', 'territory', 'whole'),
  neighbours: m('neighbour', 'territory', 'whole', false),
  groupSize: m('person', 'group', 'whole'),
  identified: m('person', 'service', 'whole'),
  served: m('person', 'service', 'whole'),
  waiting: m('person', 'service', 'whole'),
  places: m('place', 'service', 'whole'),
  occupied: m('place', 'service', 'whole'),
  posts: m('post', 'service', 'quarter'),
  postsFilled: m('post', 'service', 'quarter'),
  vehicles: m('vehicle', 'service', 'whole'),
  loadPerPost: m('perPost', 'service', 'decimal', false),
  turnover: m('perPlace', 'service', 'decimal', false),
  loadPerVehicle: m('perVehicle', 'service', 'decimal', false),
  /** Hours of service a year that the staff can give. */
  hours: m('hour', 'service', 'decimal'),
  /** Hours a year that one recipient needs. */
  hoursPerPerson: m('hour', 'service', 'decimal', false),
  hiddenShare: m('share', 'service', 'share', false),
  /** Weighted answers stand as effective ones, so they need not be whole. */
  surveyYes: m('person', 'groupService', 'decimal'),
  surveyAnswered: m('person', 'groupService', 'whole'),
  surveyPopulation: m('person', 'groupService', 'whole'),
  /** Persons of the group known to need the service, by the community’s own register. */
  groupIdentified: m('person', 'groupService', 'whole'),
  /** A share published elsewhere that the community holds to be fitting. */
  publishedRate: m('share', 'groupService', 'share', false),
  /** The share the working group assumes. */
  needRate: m('share', 'groupService', 'share', false),
  /** What a provider or unit spends a year, thousands of hryvnias. */
  providerCost: m('thousandUah', 'provider', 'decimal'),
};

/** Ids of all measures, for schemas. */
export const MEASURE_IDS = Object.keys(MEASURES) as [MeasureId, ...MeasureId[]];

/** The seven measures of the figures grid, in column order. */
export const SERVICE_MEASURES = ['identified', 'served', 'waiting', 'places', 'occupied', 'posts', 'postsFilled'] as const satisfies readonly MeasureId[];
