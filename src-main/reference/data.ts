import type { CommunityHit, CommunityStatus } from '../contract/api/library.ts';
import type { Label } from '../contract/models.ts';
import { translit } from '../contract/translit.ts';

/** Where a bundled column comes from. `asOf` is ISO (`YYYY-MM-DD` or `YYYY-MM`), '' = the source gives no date. */
export interface DataSource { readonly title: Label; readonly credit: string; readonly licence: string; readonly asOf: string }

/** Execution of the local budget in one year, thousand hryvnias. */
export interface CommunityBudget {
  readonly incomeTotal: number | null;
  readonly incomeOwn: number | null;
  readonly transfers: number | null;
  readonly personalIncomeTax: number | null;
  /** Part of the personal income tax paid on military pay. */
  readonly militaryIncomeTax: number | null;
  /** Hryvnias a person of 01.01.2022. */
  readonly ownIncomePerPerson: number | null;
}

/** One of the 1,470 communities. null = not known, never zero. */
export interface Community {
  readonly code: string;
  readonly name: Label;
  readonly fullName: Label;
  /** A name another list gives it. */
  readonly alternative: Label | null;
  readonly type: CommunityHit['type'];
  readonly type2022: CommunityHit['type'];
  readonly center: { readonly code: string; readonly name: Label; readonly category: 'city' | 'selyshche' | 'village'; readonly formerName: Label | null };
  readonly raionCode: string | null;
  /** «Прилуцький район»; empty for Kyiv. */
  readonly raion: Label;
  readonly oblastCode: string;
  readonly oblast: Label;
  /** km² */
  readonly area: number | null;
  /** Present population on 01.01.2022: before the full-scale war. */
  readonly population: { readonly total: number | null; readonly urban: number | null; readonly rural: number | null };
  readonly settlements: { readonly total: number; readonly cities: number; readonly selyshcha: number; readonly villages: number };
  /** Councils merged into the community by the reform: a rough upper guide to starosta districts, not their number. */
  readonly formerCouncils: number | null;
  readonly lat: number | null;
  readonly lon: number | null;
  /** `polygon` = a point inside the borders, not the town. */
  readonly coordinates: 'geonames' | 'polygon';
  readonly neighbours: number;
  /** km in a straight line. */
  readonly distanceToOblastCentre: number | null;
  readonly budgetCode: string | null;
  readonly created: string | null;
  readonly status: CommunityStatus;
  /** ISO date, '' = not given. */
  readonly statusSince: string;
  /** Settlements in each state on the day of the list. */
  readonly statusSettlements: { readonly centreOccupied: boolean; readonly occupied: number; readonly active: number; readonly possible: number; readonly deoccupied: number };
  /** Persons with a family-doctor declaration, counted where the clinic is. */
  readonly declarations: { readonly total: number; readonly female: number | null; readonly male: number | null } | null;
  /** Registered IDPs as the equalisation formula takes them, persons (given in hundreds); below zero = more left than came. */
  readonly idpBalance: number | null;
  readonly budget2021: CommunityBudget | null;
  readonly budget2022: CommunityBudget | null;
  /** Per resident, hryvnias; shares 0–1. The year is not stated in the source. */
  readonly capacity: {
    readonly level: 'high' | 'optimal' | 'satisfactory' | 'low' | 'critical' | null;
    readonly incomePerPerson: number | null; readonly expensesPerPerson: number | null; readonly adminPerPerson: number | null; readonly capitalPerPerson: number | null;
    readonly dotationLevel: number | null; readonly transfersShare: number | null; readonly localTaxShare: number | null;
  };
  /** Points of administrative services found in the register; null = none could be matched. */
  readonly cnapPoints: number | null;
}

/** A table of the bundled data as it lies on disk. */
export interface Table { readonly meta: { readonly version: string; readonly sources: Readonly<Record<string, DataSource>> }; readonly columns: readonly (string | readonly [string, string])[]; readonly rows: readonly (readonly Value[])[] }
export type Value = string | number | null;

/** Rows of a table as readers of columns by name. A column that is not there is an error of the build, not of the user. */
export function reader(columns: Table['columns']): (row: readonly Value[]) => { text: (column: string) => string | null; number: (column: string) => number | null } {
  const at = new Map(columns.map((c, i) => [typeof c === 'string' ? c : c[0], i]));
  const value = (row: readonly Value[], column: string): Value => {
    const i = at.get(column);
    if (i === undefined) throw new Error(`bundled data: no column ${column}`);
    return row[i] ?? null;
  };
  return (row) => ({
    text: (column) => { const v = value(row, column); return v === null ? null : String(v); },
    number: (column) => { const v = value(row, column); return typeof v === 'number' ? v : null; },
  });
}

const named = (uk: string): Label => ({ uk, en: translit(uk) });
const TYPES: Readonly<Record<CommunityHit['type'], string>> = { urban: 'urban territorial community', settlement: 'settlement territorial community', rural: 'rural territorial community', special_city: 'city' };

/** The communities of `communities.json`, with names of raions and oblasts from `regions.json`. */
export function readCommunities(table: Table, regions: ReadonlyMap<string, Label>): readonly Community[] {
  const open = reader(table.columns);
  return table.rows.map((row): Community => {
    const { text, number } = open(row);
    const need = (column: string) => text(column) ?? '';
    const count = (column: string) => number(column) ?? 0;
    const type = need('type') as CommunityHit['type'];
    const alternative = text('name_alt');
    const former = text('center_former_name');
    const raionCode = text('raion_code');
    const total = number('declarations_total');
    const budget = (year: number): CommunityBudget | null => number(`income_total_thsd_${year}`) === null ? null : {
      incomeTotal: number(`income_total_thsd_${year}`), incomeOwn: number(`income_own_thsd_${year}`), transfers: number(`transfers_thsd_${year}`),
      personalIncomeTax: number(`pit_thsd_${year}`), militaryIncomeTax: number(`military_pit_thsd_${year}`), ownIncomePerPerson: number(`own_income_per_capita_uah_${year}`),
    };
    return {
      code: need('code'),
      name: { uk: need('name'), en: text('name_en') },
      fullName: { uk: need('full_name'), en: `${need('name_en')} ${TYPES[type]}` },
      alternative: alternative === null ? null : named(alternative),
      type, type2022: need('type_2022') as CommunityHit['type'],
      center: { code: need('center_code'), name: named(need('center')), category: need('center_category') as Community['center']['category'], formerName: former === null ? null : named(former) },
      raionCode, raion: (raionCode === null ? undefined : regions.get(raionCode)) ?? { uk: '', en: '' },
      oblastCode: need('oblast_code'), oblast: regions.get(need('oblast_code')) ?? { uk: '', en: '' },
      area: number('area_km2'),
      population: { total: number('population'), urban: number('population_urban'), rural: number('population_rural') },
      settlements: { total: count('n_settlements'), cities: count('n_cities'), selyshcha: count('n_selyshche'), villages: count('n_villages') },
      formerCouncils: number('n_former_councils'),
      lat: number('lat'), lon: number('lon'), coordinates: need('coord_source') as Community['coordinates'],
      neighbours: count('n_neighbours'), distanceToOblastCentre: number('dist_oblast_center_km'),
      budgetCode: text('budget_code'), created: text('created'),
      status: need('status') as CommunityStatus, statusSince: need('status_since'),
      statusSettlements: { centreOccupied: number('center_occupied') === 1, occupied: count('settlements_occupied'), active: count('settlements_active'), possible: count('settlements_possible'), deoccupied: count('settlements_deoccupied') },
      declarations: total === null ? null : { total, female: number('declarations_female'), male: number('declarations_male') },
      idpBalance: number('idp_balance'), budget2021: budget(2021), budget2022: budget(2022),
      capacity: {
        level: text('capacity_level') as Community['capacity']['level'],
        incomePerPerson: number('capacity_income_general_fund_pc_uah'), expensesPerPerson: number('capacity_expenses_general_fund_pc_uah'),
        adminPerPerson: number('capacity_admin_expenses_pc_uah'), capitalPerPerson: number('capacity_capital_expenses_pc_uah'),
        dotationLevel: number('capacity_dotation_level'), transfersShare: number('capacity_transfers_share'), localTaxShare: number('capacity_local_tax_share'),
      },
      cnapPoints: number('cnap_points'),
    };
  });
}
