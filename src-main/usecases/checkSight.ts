import type { CheckIssue } from '../contract/api/checks.ts';
import type { NeedRow } from '../contract/api/needs.ts';
import type { Figure, FigureKey, Label, Sentence } from '../contract/models.ts';
import type { PlanModel } from './model.ts';
import { nameOfService, type Program } from './program.ts';

/** What a rule finds, before the community's acceptance and severity. `weight` puts the largest first. */
export type Found = Pick<CheckIssue, 'text' | 'count' | 'link' | 'page' | 'finding'> & { readonly about: string; readonly weight: number };

/** What a rule sees. */
export interface Sight {
  readonly program: Program;
  readonly model: PlanModel;
  /** The nearest earlier year of the plan, null when there is none. */
  readonly before: PlanModel | null;
  readonly rows: readonly NeedRow[];
  /** Day of the check, ISO: today, or the plan's later day. */
  readonly today: string;
  readonly figures: readonly Figure[];
}
export type Rule = (sight: Sight, limit: number) => readonly Found[];

/** Names of a figure's measure, service, group and place, as the parameters of a sentence. */
export function naming(program: Program, model: PlanModel, key: FigureKey): Sentence['params'] {
  const of = (name: Label | string | undefined): Label | string => name ?? '';
  return {
    measure: key.measure, service: key.service === '' ? '' : nameOfService(program, key.service),
    group: of(model.groups.find((group) => group.id === key.group)?.name), territory: key.territory === model.root ? '' : of(model.territory(key.territory)?.name),
  };
}

/** Address of a figure without its year and scenario: the issue stays the same one over them. */
export const addressOf = (key: FigureKey): string => [key.measure, key.group, key.service, key.provider, key.territory, key.sex, key.age].join('|');

/** The address alone of a figure. */
export const keyOnly = ({ measure, group, service, provider, territory, sex, age, year, scenario }: FigureKey): FigureKey => ({ measure, group, service, provider, territory, sex, age, year, scenario });

/** Id of an issue: the rule, the year and scenario, and what it is about. */
export const issueId = (model: Pick<PlanModel, 'year' | 'scenario'>, rule: string, about: string): string => [rule, model.year, model.scenario, about].join('|');
