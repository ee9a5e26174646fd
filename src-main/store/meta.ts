import type { CommunityStatus } from '../contract/api/library.ts';
import type { Selection } from '../contract/api/surveys.ts';
import type { Label } from '../contract/models.ts';
import type { Readable, Tx } from './handles.ts';
import { forgetScenario } from './projection.ts';

/** Facts about the whole plan, one row each. */
export interface PlanMeta {
  /** Name of the community. */
  readonly title: Label;
  /** Raion and oblast as one line, for lists. */
  readonly place: Label;
  /** KATOTTH code of a bundled community, null for one entered by hand. */
  readonly community: string | null;
  readonly type: 'urban' | 'settlement' | 'rural' | 'special_city';
  readonly centre: Label | null;
  readonly raion: Label;
  readonly oblast: Label;
  /** null, or which figures are invented. */
  readonly teaching: 'training' | 'sribne' | null;
  /** Id of the territory at the root of the tree. */
  readonly root: string;
  /** ISO date norms are taken as of. */
  readonly calcDate: string;
  /** Version of the reference pack the plan was computed with. */
  readonly referenceVersion: string;
  readonly dataVersion: string;
  readonly surveySelection: Selection;
  readonly status: { readonly value: CommunityStatus; readonly since: string; readonly asOf: string; readonly source: string };
  /** Weights of the order of urgency, together 100. */
  readonly weights: { readonly duty: number; readonly people: number; readonly risk: number; readonly growth: number; readonly start: number };
  /** Share of children 0–17 among the people before the war, by the oblast age structure (an estimate); null = not known. */
  readonly childrenShare: number | null;
  /** Totals somebody published, persons: shown beside the plan's own, never counted on. */
  readonly published: { readonly identified: number; readonly served: number; readonly source: string; readonly asOf: string } | null;
  /** Ids of the services whose need the plan asks for; the library list counts the known ones among them. */
  readonly services: readonly string[];
  /** Date of the bundled figures and their credits, for papers. */
  readonly credits: readonly string[];
}

/** What a plan says before anything was entered. */
export const META_DEFAULTS: PlanMeta = {
  title: { uk: '', en: null }, place: { uk: '', en: null }, community: null, type: 'rural', centre: null,
  raion: { uk: '', en: null }, oblast: { uk: '', en: null }, teaching: null, root: '', calcDate: '', referenceVersion: '', dataVersion: '',
  surveySelection: 'unknown', status: { value: 'rear', since: '', asOf: '', source: '' },
  weights: { duty: 30, people: 30, risk: 20, growth: 10, start: 10 }, childrenShare: null, published: null, services: [], credits: [],
};

/** All facts of the plan; one never set has its value of {@link META_DEFAULTS}. */
export function metaOf(read: Readable): PlanMeta {
  const rows = read.all<{ key: string; value: string }>('SELECT key, value FROM meta');
  return { ...META_DEFAULTS, ...Object.fromEntries(rows.map((row) => [row.key, JSON.parse(row.value) as unknown])) };
}

/** Version of the reference pack the plan counts with. */
export const referenceVersionOf = (read: Readable): string =>
  JSON.parse(read.value<string>("SELECT value FROM meta WHERE key = 'referenceVersion'") ?? '""') as string;

/** Sets some facts; the others stay. */
export function setMeta(tx: Tx, patch: Partial<PlanMeta>): void {
  for (const [key, value] of Object.entries(patch)) {
    if (value === undefined) continue;
    tx.run('INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value WHERE value IS NOT excluded.value', key, JSON.stringify(value));
  }
}

/** Years of the plan, ascending. */
export const yearsOf = (read: Readable): readonly number[] => read.all<{ year: number }>('SELECT year FROM year ORDER BY year').map((row) => row.year);

/** Adds a year; one that is there already stays. Returns whether it was added. */
export const addYear = (tx: Tx, year: number): boolean => tx.run('INSERT INTO year (year) VALUES (?) ON CONFLICT DO NOTHING', year) > 0;

/** A scenario: a named list of differences from the base. */
export interface Scenario { readonly id: string; readonly name: string }

/** Scenarios, `base` first. */
export const scenariosOf = (read: Readable): readonly Scenario[] => read.all<Scenario>("SELECT id, name FROM scenario ORDER BY id <> 'base', name, id");

/** Adds or renames a scenario. */
export const putScenario = (tx: Tx, scenario: Scenario): number =>
  tx.run('INSERT INTO scenario (id, name) VALUES (?, ?) ON CONFLICT DO UPDATE SET name = excluded.name WHERE name <> excluded.name', scenario.id, scenario.name);

/** Removes a scenario with its differences; the base stays. */
export function removeScenario(tx: Tx, id: string): number {
  if (id === 'base') return 0;
  tx.run('DELETE FROM figure WHERE scenario = ?', id);
  forgetScenario(tx, id);
  return tx.run('DELETE FROM scenario WHERE id = ?', id);
}
