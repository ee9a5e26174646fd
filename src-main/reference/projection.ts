import type { GroupMethod, DifferenceTarget } from '../contract/api/projection.ts';
import type { Confidence, Label } from '../contract/models.ts';
import type { DataSource } from './data.ts';

/** A published (or assumed) parameter of the projection from a year on; `source` names one of the sources of the file. */
export interface DefaultParameter { readonly parameter: string; readonly since: number; readonly low: number; readonly base: number; readonly high: number; readonly source: string; readonly confidence: Confidence }

/** How a group is projected unless somebody chooses otherwise, with the reason. */
export interface DefaultGroup {
  readonly method: GroupMethod;
  readonly from?: number;
  readonly to?: number;
  readonly sex: 'all' | 'female' | 'male';
  readonly bornUntil?: number;
  readonly definedByAge?: boolean;
  readonly reason: Label;
}

/** A suggested scenario; `after` = years after the first one. */
export interface SuggestedScenario {
  readonly id: 'hard' | 'recovery';
  readonly name: Label;
  readonly differences: readonly { readonly what: DifferenceTarget; readonly target: string; readonly how: 'percent' | 'number' | 'set'; readonly value: number; readonly after: number; readonly reason: Label }[];
}

/** `resources/data/projection.json`. */
export interface ProjectionDefaults {
  readonly meta: { readonly version: string; readonly sources: Readonly<Record<string, DataSource>> };
  readonly parameters: readonly DefaultParameter[];
  /** Region → people on 01.01.2021, natural change and net migration in 2021, persons. */
  readonly change2021: Readonly<Record<string, readonly [number, number, number]>>;
  readonly groups: Readonly<Record<string, DefaultGroup>>;
  readonly scenarios: readonly SuggestedScenario[];
}
