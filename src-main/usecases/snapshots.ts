import type { SnapshotInfo } from '../contract/api/cycle.ts';
import type { IndicatorsView } from '../contract/api/collection.ts';
import type { NeedRow, NeedsView } from '../contract/api/needs.ts';
import { Refusal } from '../contract/errors.ts';
import type { Figure, FigureKey, Num, Trace, TraceRef } from '../contract/models.ts';
import type { ReportViews } from '../documents/needsReport.ts';
import { sameValue, valueOf } from '../domain/cycle/differences.ts';
import { newestSnapshot, packSnapshot, snapshotContent, snapshotsOf, type PackedSnapshot, type StoredSnapshot } from '../store/cycle.ts';
import { figuresOf } from '../store/figures.ts';
import { wordsOf } from '../store/words.ts';
import { indicatorsView } from './collection/indicators.ts';
import { keptPapers, type KeptPapers } from './keptPapers.ts';
import type { PlanModel } from './model.ts';
import { needsView } from './needsView.ts';
import { resultNum } from './num.ts';
import type { Program } from './program.ts';
import { REPORT, reportViews } from './reportViews.ts';
import type { WorkStep } from './work.ts';

/** Numbers of a service that the pages compare with the approved ones, in the order they are kept. */
const COMPARED = ['identified', 'served', 'waiting', 'places', 'occupied', 'posts', 'postsFilled', 'hiddenShare', 'general', 'unmet', 'coverage'] as const satisfies readonly (keyof NeedRow)[];
type Compared = (typeof COMPARED)[number];

/** Fields of a kept figure, in order. */
const FIELDS = ['measure', 'group', 'service', 'provider', 'territory', 'sex', 'age', 'value', 'low', 'high', 'method', 'source', 'asOf', 'counted', 'author', 'note', 'state', 'scenario'] as const satisfies readonly (keyof Figure)[];

/** What a snapshot holds. A later program reads every format there ever was. */
interface Content {
  readonly format: 1;
  /** The pages the papers are built from. */
  readonly views: ReportViews;
  /** The table of indicators of the whole community; snapshots of earlier programs have none. */
  readonly indicators?: IndicatorsView;
  /** The pages of the other papers; snapshots of earlier programs have none. */
  readonly papers?: KeptPapers;
  readonly words: Readonly<Record<'uk' | 'en', Readonly<Record<string, string>>>>;
  readonly fields: readonly string[];
  /** All figures of the year: the base ones and the differences of the scenario. */
  readonly figures: readonly (readonly (string | number | null)[])[];
  readonly compared: readonly string[];
  /** Numbers of every service in every territory; null = not known. */
  readonly places: Readonly<Record<string, Readonly<Record<string, readonly (number | null)[]>>>>;
}

/** A snapshot in memory. */
export interface Frozen { readonly content: Content; figures(): ReadonlyMap<string, Figure> }

/** Address of a figure inside its year, as text. */
export const addressOf = (key: FigureKey): string => `${key.scenario}|${key.measure}|${key.group}|${key.service}|${key.provider}|${key.territory}|${key.sex}|${key.age}`;

const wordsIn = (program: Program, language: 'uk' | 'en') => Object.fromEntries([...wordsOf(program.store().read, REPORT, language)].map(([section, row]) => [section, row.words]));

/** All figures that a year and scenario show: the base ones, and the differences of the scenario. */
export const figuresShown = (program: Program, year: number, scenario: string): readonly Figure[] => {
  const { read } = program.store();
  return [...figuresOf(read, year, 'base'), ...(scenario === 'base' ? [] : figuresOf(read, year, scenario))];
};

/** Everything an approval keeps of a year, packed, step by step. Paths and the state of undo are of this computer and stay out. */
export async function* freeze(program: Program, year: number, scenario: string): AsyncGenerator<WorkStep, PackedSnapshot & { readonly figures: number }> {
  const model = program.model(year, scenario);
  const count = model.territories.length;
  const of = count + 3;
  const places: Record<string, Content['places'][string]> = {};
  for (const [done, { id }] of model.territories.entries()) {
    yield { step: 'places', done, of };
    places[id] = numbersAt(model, id);
  }
  yield { step: 'pages', done: count, of };
  const { words: _, ...views } = reportViews(program, year, scenario, 'uk');
  const { backupProblem: __, ...plan } = views.plan;
  yield { step: 'figures', done: count + 1, of };
  const figures = figuresShown(program, year, scenario);
  const content: Content = {
    format: 1, views: { ...views, plan: { ...plan, path: '', readOnly: true, undo: null, redo: null, savedAt: null } },
    indicators: indicatorsView(program, model, model.root), papers: keptPapers(program, model),
    words: { uk: wordsIn(program, 'uk'), en: wordsIn(program, 'en') },
    fields: FIELDS, figures: figures.map((figure) => FIELDS.map((field) => figure[field])),
    compared: COMPARED, places,
  };
  yield { step: 'pack', done: count + 2, of };
  return { ...await packSnapshot(JSON.stringify(content)), figures: figures.length };
}

const numbersAt = (model: PlanModel, territory: string) =>
  Object.fromEntries(needsView(model, territory).rows.map((row) => [row.id, COMPARED.map((field) => valueOf(row[field]))]));

const kept = new Map<string, Frozen>();
/** So many snapshots stay in memory. */
const KEPT = 2;

/** What a snapshot holds, read once: it never changes, so the hash of its content names it. */
export function frozenOf(program: Program, hash: string): Frozen {
  let found = kept.get(hash);
  if (found) return found;
  const content = JSON.parse(snapshotContent(program.store().read, hash)) as Content;
  let figures: ReadonlyMap<string, Figure> | null = null;
  found = { content, figures: () => (figures ??= figuresIn(content)) };
  for (const [oldest] of kept) if (kept.size >= KEPT) kept.delete(oldest);
  kept.set(hash, found);
  return found;
}

function figuresIn({ views: { year }, fields, figures }: Content): ReadonlyMap<string, Figure> {
  return new Map(figures.map((row) => {
    const figure: Record<string, unknown> = { year };
    fields.forEach((field, at) => { figure[field] = row[at]; });
    return [addressOf(figure as unknown as Figure), figure as unknown as Figure];
  }));
}

/** A snapshot by its id. */
export function snapshotOf(program: Program, id: string): StoredSnapshot {
  const found = snapshotsOf(program.store().read).find((each) => each.id === id);
  if (!found) throw new Refusal('input.unknownId', { what: 'snapshot', id });
  return found;
}

/** What people see of a snapshot. */
export const infoOf = (stored: StoredSnapshot): SnapshotInfo => Object.fromEntries(Object.entries(stored).filter(([name]) => name !== 'revision' && name !== 'content')) as unknown as SnapshotInfo;

/** The pages a paper is built from as they were approved. */
export function approvedViews(program: Program, id: string, language: 'uk' | 'en'): ReportViews {
  const { content, name, decision, decidedOn, body, reason } = snapshotOf(program, id);
  const frozen = frozenOf(program, content).content;
  return { ...frozen.views, words: frozen.words[language], approved: { name, decision, decidedOn, body, reason } };
}

/** The table of indicators as it was approved, with the decision. Refuses `snapshot.noIndicators` of a snapshot that an earlier program made. */
export function approvedIndicators(program: Program, id: string): { readonly view: IndicatorsView; readonly decision: string; readonly decidedOn: string } {
  const { content, name, decision, decidedOn } = snapshotOf(program, id);
  const view = frozenOf(program, content).content.indicators;
  if (!view) throw new Refusal('snapshot.noIndicators', { name });
  return { view, decision, decidedOn };
}

/** The snapshot that stands behind a year and scenario now, or null. */
function standing(program: Program, year: number, scenario: string): { readonly id: string; readonly frozen: Frozen } | null {
  const newest = newestSnapshot(program.store().read, year, scenario);
  return newest ? { id: newest.id, frozen: frozenOf(program, newest.content) } : null;
}

/** The approved number of a service at a territory; undefined = it was not part of the approval. */
function approvedNumber({ content }: Frozen, territory: string, service: string, field: Compared): number | null | undefined {
  return content.places[territory]?.[service]?.[content.compared.indexOf(field)];
}

const differing = (num: Num, approved: number | null | undefined): { readonly approved?: number | null } =>
  (approved === undefined || num.state === 'na' || sameValue({ ...num, state: 'known', value: approved }, num) ? {} : { approved });

/** Puts the approved value beside every number of the needs page that reads otherwise now. */
export function withApproved(program: Program, model: PlanModel, view: NeedsView): NeedsView {
  const behind = standing(program, model.year, model.scenario);
  if (!behind) return view;
  return {
    ...view,
    rows: view.rows.map((row) => {
      const changed = COMPARED.flatMap((field) => {
        const now = row[field];
        const { approved } = differing(now, approvedNumber(behind.frozen, view.territory, row.id, field));
        return approved === undefined ? [] : [[field, { ...now, approved }] as const];
      });
      return changed.length === 0 ? row : { ...row, ...Object.fromEntries(changed) };
    }),
  };
}

const FIELD_OF = { generalNeed: 'general', unmet: 'unmet', coverage: 'coverage' } as const;

/** What was approved in the place of a number, where it reads otherwise now. */
export function approvedBehind(program: Program, ref: TraceRef, num: Num): Trace['approved'] {
  // Approved are figures and what follows from them for the needs: not what is yet to come, answers by themselves, staff, reach, access or integration.
  if (ref.kind !== 'figure' && ref.kind !== 'result') return undefined;
  const { year, scenario } = ref.kind === 'figure' ? ref.key : ref;
  const behind = standing(program, year, scenario);
  if (!behind) return undefined;
  const value = ref.kind === 'result'
    ? (ref.result in FIELD_OF ? approvedNumber(behind.frozen, ref.territory, ref.service, FIELD_OF[ref.result as keyof typeof FIELD_OF]) : undefined)
    : approvedFigure(behind.frozen, ref.key);
  const { approved } = differing(num, value);
  if (approved === undefined) return undefined;
  const { id, name, decision, decidedOn } = snapshotOf(program, behind.id);
  return { num: resultNum({ low: approved, base: approved, high: approved }, num.unit, null), snapshot: id, name, decision, decidedOn };
}

/** The approved value of a figure: as the needs page showed it, or its own. undefined = it had none. */
function approvedFigure(frozen: Frozen, key: FigureKey): number | null | undefined {
  const field = COMPARED.find((each) => each === key.measure);
  if (field && key.group === '' && key.provider === '') return approvedNumber(frozen, key.territory, key.service, field);
  const own = frozen.figures().get(addressOf(key)) ?? frozen.figures().get(addressOf({ ...key, scenario: 'base' }));
  return own && (own.state === 'carried' ? null : own.value);
}
