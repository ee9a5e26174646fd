import type { CapacityView } from '../../contract/api/capacity.ts';
import type { CommunityView } from '../../contract/api/community.ts';
import type { StagePaper } from '../../contract/api/cycle.ts';
import type { GapsView, OverviewView } from '../../contract/api/gaps.ts';
import type { GroupsView } from '../../contract/api/groups.ts';
import type { NeedsView } from '../../contract/api/needs.ts';
import type { PlanView } from '../../contract/api/plan.ts';
import type { Difference, GroupChoice, ParameterRow, ProjectionEvent } from '../../contract/api/projection.ts';
import type { RateSource } from '../../contract/api/rates.ts';
import type { Selection, TakenFacts } from '../../contract/api/surveys.ts';
import type { Cell, Label, Num } from '../../contract/models.ts';
import type { Mask } from './suppress.ts';

/** What the pages of the program show: the paper is built from exactly these. */
export interface ReportViews {
  readonly year: number;
  readonly scenario: string;
  readonly plan: PlanView;
  readonly community: CommunityView;
  readonly groups: GroupsView;
  readonly needs: NeedsView;
  readonly capacity: CapacityView;
  readonly gaps: GapsView;
  readonly overview: OverviewView;
  /** The department's words by section id; a missing or empty entry = none. */
  readonly words?: Readonly<Record<string, string>>;
  /** Figures behind the shares of a need, by service, where the need is computed from groups. */
  readonly surveys?: Readonly<Record<string, readonly Cell[]>>;
  /** Shares of groups behind the needs that rest on groups. */
  readonly rates?: readonly ReportRate[];
  /** Surveys whose figures the needs rest on. */
  readonly asked?: readonly ReportSurvey[];
  /** Scenarios of the plan carried forward; absent where it has the base alone. */
  readonly projection?: ReportProjection;
  /** Why a need is found the way it is, by service; '' or missing = nobody said. */
  readonly reasons?: Readonly<Record<string, string>>;
  /** The act the report rests on, in force on the date of the calculation. */
  readonly basis?: { readonly text: Label; readonly recalled: boolean } | null;
  /** The act that made the working group, and its roles and bodies; absent while nothing is known of it. */
  readonly group?: { readonly act: { readonly kind: StagePaper['kind']; readonly number: string; readonly date: string } | null; readonly roles: readonly string[] };
  /**
   * What files for publication hide besides what a row hides by itself, so that sums tell nothing: «service|id|served», «places|service»,
   * «group|id|size», «fact|measure», «population|territory». Equal for all files of a publication.
   */
  readonly covers?: Readonly<Record<string, Mask>>;
  /** The decision that approved these figures; absent for a draft. */
  readonly approved?: { readonly decision: string; readonly decidedOn: string; readonly body: string; readonly name: string; readonly reason: string };
}

/** A survey whose figures the needs rest on. */
export interface ReportSurvey {
  /** How the figures name it. */
  readonly source: string;
  readonly asOf: string;
  readonly selection: Selection;
  /** Who answered; null where the figures were typed in as numbers. */
  readonly facts: TakenFacts | null;
  /** Half-width of the 95 % interval of a share of 50 % for the whole community, 0–1; null = none is named. 0 = everybody answered. */
  readonly margin: number | null;
}

/** The share of a group behind a need that rests on groups, and where it comes from. */
export interface ReportRate {
  readonly service: string;
  readonly group: Label;
  readonly rate: Num;
  readonly potential: Num;
  readonly source: RateSource;
  readonly from: Label;
  readonly asOf: string;
  /** How many answered, or how large the group of the register is. */
  readonly n: number | null;
  /** Why another source than the most trusted one was chosen, '' = it was not. */
  readonly reason: string;
}

/** What a difference changes, by name. */
export interface ReportDifference extends Omit<Difference, 'id' | 'scenario' | 'target' | 'territory' | 'reason'> { readonly target: Label | null; readonly parameter: string; readonly place: Label | null; readonly reason: Label }
/** An event of the projection, by name. */
export interface ReportEvent extends Omit<ProjectionEvent, 'id' | 'group' | 'territory' | 'note'> { readonly group: Label | null; readonly place: Label | null }
/** One scenario: the population of every year, its groups in the years of {@link ReportProjection.shown}. */
export interface ReportScenario {
  readonly id: string;
  readonly name: Label | null;
  readonly population: readonly Num[];
  readonly groups: Readonly<Record<string, readonly Num[]>>;
  readonly differences: readonly ReportDifference[];
  /** How many figures the scenario changes one by one, and which of them are sizes of groups of the whole community. */
  readonly figures: number;
  readonly sizes: readonly { readonly group: string; readonly year: number; readonly base: number | null; readonly value: number | null }[];
}
/** The scenarios of the plan side by side, and what they are made of. */
export interface ReportProjection {
  readonly years: readonly number[];
  /** Years after the first one that tables have. */
  readonly shown: readonly number[];
  readonly structure: { readonly region: Label; readonly whole: boolean; readonly source: Label; readonly asOf: string; readonly aged: boolean };
  readonly groups: readonly { readonly id: string; readonly name: Label; readonly choice: GroupChoice }[];
  readonly scenarios: readonly ReportScenario[];
  readonly events: readonly ReportEvent[];
  readonly parameters: readonly ParameterRow[];
}
