import { z } from 'zod';
import { figureKey, optionalId, scope } from '../inputs.ts';
import { mutation, query, type Revision } from '../method.ts';
import type { Cell, FigureKey, Label, Num, Sentence } from '../models.ts';
import type { ServiceInfo } from './needs.ts';

/** Gap of one service in one territory. */
export interface GapCell { readonly territory: string; readonly unmet: Num; readonly coverage: Num; readonly posts: Num; readonly need: Num; readonly served: Num }
/** What is missing for one service, in the whole and by place. */
export interface GapRow extends ServiceInfo {
  readonly cells: readonly GapCell[];
  readonly total: GapCell;
  readonly gapPersons: Num;
  readonly gapPosts: Num;
  /** Of the posts lacking: vacancies to be filled, and posts to be added to the staffing table. */
  readonly vacantPosts: Num;
  readonly newPosts: Num;
  readonly gapPlaces: Num;
  /** Of the places lacking: places that stand empty, and places to be made. */
  readonly freePlaces: Num;
  readonly newPlaces: Num;
  readonly capacity: Num;
  readonly noProvider: boolean;
}

/** Weighted score 0–100 of a gap; every part is shown. */
export interface RankRow {
  readonly service: string;
  readonly score: Num;
  readonly parts: readonly { readonly id: 'duty' | 'people' | 'risk' | 'growth' | 'start'; readonly points: number; readonly of: number }[];
  readonly reason: readonly Sentence[];
}

/** What the page of gaps shows. */
export interface GapsView {
  readonly territories: readonly { readonly id: string; readonly name: Label }[];
  readonly rows: readonly GapRow[];
  readonly rank: readonly RankRow[];
  readonly weights: { readonly duty: number; readonly people: number; readonly risk: number; readonly growth: number; readonly start: number };
  readonly notRanked: number;
}

/** A warning that must be seen. */
export interface RedFlag {
  readonly id: string;
  readonly level: 'bad' | 'conflict' | 'warn';
  readonly title: Sentence;
  readonly text: Sentence;
  readonly service: string | null;
  readonly link: FigureKey | null;
  readonly page: 'community' | 'groups' | 'needs' | 'capacity' | 'gaps' | 'reference';
  /** Why the department takes it as it is (see the checks); the screen leaves it out, papers print it with the reason. */
  readonly accepted?: string | null;
}

/** What to enter next, most useful first. */
export interface NextStep {
  readonly id: string;
  readonly title: Sentence;
  readonly text: Sentence;
  readonly page: 'community' | 'groups' | 'needs' | 'capacity' | 'reference';
  readonly link: FigureKey | null;
}

/** What the first page shows: key numbers, flags, what to do next. */
export interface OverviewView {
  /** Short name of the community, for a map: «Срібнянська». */
  readonly name?: Label;
  readonly place: { readonly raion: Label; readonly oblast: Label; readonly asOf: string };
  readonly keys: readonly { readonly id: string; readonly num: Num; readonly of: number | null; readonly label: Sentence; readonly note: Sentence }[];
  readonly facts: readonly Cell[];
  readonly gaps: readonly { readonly service: ServiceInfo; readonly need: Num; readonly served: Num; readonly capacity: Num; readonly unmet: Num; readonly coverage: Num }[];
  readonly flags: readonly RedFlag[];
  readonly next: readonly NextStep[];
  readonly basic: readonly { readonly id: 'known' | 'unconfirmed' | 'none' | 'unknown'; readonly services: readonly ServiceInfo[] }[];
  readonly groups: readonly { readonly id: string; readonly name: Label; readonly size: Num }[];
  readonly neighbours: readonly { readonly code: string; readonly name: Label; readonly population: number | null; readonly borderKm: number | null }[];
  readonly communityCode: string | null;
}

/** Actions of gaps and the overview. */
export const gaps = {
  'gaps.view': query(z.strictObject(scope).meta({ description: 'Gaps by service and territory, in persons, posts and places, and their order of urgency.' })).returns<GapsView>(),
  'gaps.setWeights': mutation(z.strictObject({ duty: z.number().int().min(0).max(100), people: z.number().int().min(0).max(100), risk: z.number().int().min(0).max(100), growth: z.number().int().min(0).max(100), start: z.number().int().min(0).max(100) })
    .meta({ description: 'Sets the weights of the order of urgency; they must add up to 100.' })).returns<Revision>(),
  'overview.view': query(z.strictObject({ ...scope, territory: optionalId.default('') }).meta({ description: 'What is known, the worst gaps, red flags and what to enter next.' })).returns<OverviewView>(),
  'cell.find': query(z.strictObject({ key: figureKey }).meta({ description: 'Which page shows a figure, so that a link can land on its cell.' })).returns<{ readonly page: string }>(),
};
