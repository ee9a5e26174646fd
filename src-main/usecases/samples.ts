import type { Figure } from '../contract/models.ts';
import { Refusal } from '../contract/errors.ts';
import { putNeedChoice, putOverlap, setProvided, type NeedChoice, type StoredOverlap } from '../store/choices.ts';
import { putFigures } from '../store/figures.ts';
import { readJson } from '../store/files.ts';
import type { Tx } from '../store/handles.ts';
import { addYear, putScenario, setMeta, type PlanMeta, type Scenario } from '../store/meta.ts';
import { putLocalNorm, type LocalNorm } from '../store/norms.ts';
import { putProvider, type StoredProvider } from '../store/providers.ts';
import { putNeighbours, putTerritories, type StoredTerritory } from '../store/territories.ts';
import { setWords } from '../store/words.ts';
import type { Program } from './program.ts';
import { figure, seedCommunity, seedManual } from './seed.ts';

/** A shipped sample plan, as it lies in `resources/samples`. */
interface Sample {
  /** A bundled community by code, or one made up. */
  readonly community: { readonly code: string } | { readonly name: string; readonly type: 'urban' | 'settlement' | 'rural'; readonly raion: string; readonly oblast: string };
  readonly year: number;
  readonly years?: readonly number[];
  readonly calcDate: string;
  readonly meta: Partial<PlanMeta>;
  /** Left out `parent` = inside the community; the root itself has `parent: null`. */
  readonly territories?: readonly (Omit<StoredTerritory, 'parent' | 'formerName'> & { readonly parent?: string | null })[];
  readonly scenarios?: readonly Scenario[];
  /** Codes of bundled communities beside a made up one. */
  readonly neighbours?: readonly string[];
  readonly localNorms?: readonly LocalNorm[];
  /** The department's words of sections of the needs report, in Ukrainian. */
  readonly words?: readonly { readonly section: string; readonly words: string }[];
  readonly providers?: readonly StoredProvider[];
  readonly provided?: Readonly<Record<string, 'yes' | 'no'>>;
  readonly choices?: readonly NeedChoice[];
  readonly overlaps?: readonly StoredOverlap[];
  /** Source of all figures that give none of their own. */
  readonly source: string;
  readonly asOf: string;
  readonly figures: readonly (Pick<Figure, 'measure' | 'value'> & Partial<Figure>)[];
}

/** Fills a new plan with a shipped sample. */
export function seedSample(tx: Tx, program: Program, name: 'sribne' | 'training'): void {
  const sample = readJson(`${program.resourcesDir}/samples/${name}.json`) as Sample | null;
  if (sample === null) throw new Refusal('reference.invalid', { reason: `samples/${name}.json` });
  const at = program.now().toISOString();
  let root: string;
  if ('code' in sample.community) {
    const community = program.data.community(sample.community.code);
    if (!community) throw new Refusal('input.unknownId', { what: 'community', id: sample.community.code });
    root = community.code;
    seedCommunity(tx, program.data, program.latest(), community, sample.year, sample.calcDate, at);
  } else {
    root = 'community';
    seedManual(tx, program.data, program.latest(), sample.community, root, sample.year, sample.calcDate);
  }
  setMeta(tx, sample.meta);
  for (const year of sample.years ?? []) addYear(tx, year);
  putTerritories(tx, (sample.territories ?? []).map((row) => ({ ...row, parent: row.parent === undefined ? root : row.parent, formerName: '' })));
  for (const scenario of sample.scenarios ?? []) putScenario(tx, scenario);
  for (const norm of sample.localNorms ?? []) putLocalNorm(tx, norm);
  for (const { section, words } of sample.words ?? []) setWords(tx, { document: 'needs-report', section, language: 'uk', words, basedOn: '', at });
  if (sample.neighbours) putNeighbours(tx, sample.neighbours.map((code) => ({ code, borderKm: null, added: true, removed: false })));
  for (const provider of sample.providers ?? []) putProvider(tx, provider);
  for (const [service, provided] of Object.entries(sample.provided ?? {})) setProvided(tx, service, provided);
  for (const choice of sample.choices ?? []) putNeedChoice(tx, choice);
  for (const overlap of sample.overlaps ?? []) putOverlap(tx, overlap);
  putFigures(tx, sample.figures.map((row) => figure({ territory: root, year: sample.year, method: 'register', source: sample.source, asOf: sample.asOf, ...row })), at);
}
