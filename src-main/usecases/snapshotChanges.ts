import type { ApprovedChange, SnapshotView } from '../contract/api/cycle.ts';
import type { Figure, FigureKey, Label, Num, Sentence } from '../contract/models.ts';
import type { ReportViews } from '../documents/needsReport.ts';
import { figureDifference, readsTheSame } from '../domain/cycle/differences.ts';
import { figureAt, figureHistory, figuresChangedSince, figureTouched } from '../store/figures.ts';
import { scenariosOf } from '../store/meta.ts';
import { wordsOf } from '../store/words.ts';
import { remember } from './memo.ts';
import type { PlanModel } from './model.ts';
import { cellOf, resultNum } from './num.ts';
import { sentence, type Program } from './program.ts';
import { REPORT, reportViews } from './reportViews.ts';
import { addressOf, figuresShown, frozenOf, infoOf, snapshotOf, type Frozen } from './snapshots.ts';

interface FigureChanged { readonly key: FigureKey; readonly kind: 'figure' | 'provenance'; readonly approved: Figure | null; readonly now: Figure | null }

/** Differences found before, for the model they were looked for in. */
const found = new WeakMap<PlanModel, { readonly content: Frozen; readonly revision: number; readonly changed: ReadonlyMap<string, FigureChanged> }>();

/** Figures that differ from the approved ones: all are compared once, then only those that changed meanwhile. */
function figuresChanged(program: Program, model: PlanModel, frozen: Frozen): readonly FigureChanged[] {
  const { read } = program.store();
  const revision = program.store().revision();
  const before = found.get(model);
  const keys = before?.content === frozen ? figuresChangedSince(read, before.revision) : null;
  const changed = new Map(keys ? before?.changed : []);
  const see = (key: FigureKey, now: Figure | null): void => {
    const address = addressOf(key);
    const approved = frozen.figures().get(address) ?? null;
    const kind = figureDifference(approved, now);
    if (kind) changed.set(address, { key, kind, approved, now });
    else changed.delete(address);
  };
  if (keys) {
    for (const key of keys) if (key.year === model.year && (key.scenario === 'base' || key.scenario === model.scenario)) see(key, figureAt(read, key) ?? null);
  } else {
    const here = new Set<string>();
    for (const now of figuresShown(program, model.year, model.scenario)) {
      see(now, now);
      here.add(addressOf(now));
    }
    for (const [address, approved] of frozen.figures()) if (!here.has(address)) see(approved, null);
  }
  found.set(model, { content: frozen, revision, changed });
  return [...changed.values()];
}

interface Result { readonly id: string; readonly what: Sentence; readonly service: Label | null; readonly group: Label | null; readonly num: Num }

/** The results of the pages the papers are built from, for the whole community. */
function resultsOf(views: ReportViews): readonly Result[] {
  const name = (row: { readonly name: Label | null; readonly short: Label | null; readonly code: string | null; readonly id: string }): Label => row.short ?? row.name ?? { uk: row.code ?? row.id, en: row.code ?? row.id };
  const of = (kind: string, row: Parameters<typeof name>[0], num: Num): Result => ({ id: `${kind} ${row.id}`, what: sentence(`what.${kind}`), service: name(row), group: null, num });
  return [
    ...views.needs.rows.flatMap((row) => [of('generalNeed', row, row.general), of('unmet', row, row.unmet), of('coverage', row, row.coverage)]),
    ...views.gaps.rows.flatMap((row) => [of('capacity', row, row.capacity), of('gapPersons', row, row.gapPersons), of('gapPosts', row, row.gapPosts), of('gapPlaces', row, row.gapPlaces)]),
    { id: 'groupUnion', what: sentence('what.groupUnion'), service: null, group: null, num: views.groups.union },
  ];
}

function resultsChanged(approved: ReportViews, now: ReportViews): readonly ApprovedChange[] {
  const before = new Map(resultsOf(approved).map((each) => [each.id, each]));
  return resultsOf(now).flatMap(({ id, what, service, group, num }): ApprovedChange[] => {
    const was = before.get(id)?.num;
    return was === undefined || (was.state === 'na' && num.state === 'na') || readsTheSame(was, num) ? []
      : [{ id: `result ${id}`, kind: 'result', what, service, group, territory: null, approved: was, now: num, ref: num.ref, who: null }];
  });
}

/** Role and time of the last change of a figure, also of one that is gone. */
const whoOf = (program: Program, { key, now }: FigureChanged): ApprovedChange['who'] => {
  const { read } = program.store();
  if (now) return figureTouched(read, key);
  const last = figureHistory(read, key)[0];
  return last ? { author: last.author, at: last.at } : null;
};

function figureChange(program: Program, model: PlanModel, change: FigureChanged): ApprovedChange {
  const { key, kind, approved, now } = change;
  const unit = cellOf(key, now ?? approved, null).unit;
  const group = model.groups.find((row) => row.id === key.group);
  const service = key.service === '' ? null : model.services.find((row) => row.id === key.service);
  const num = (figure: Figure | null): Num => (figure ? { ...cellOf(key, figure, null), unit: group && key.service === '' ? group.unit : unit } : resultNum({ low: null, base: null, high: null }, unit, null));
  return {
    id: `figure ${addressOf(key)}`, kind, what: sentence(`measures.${key.measure}.full`), service: service ? (service.short ?? service.name ?? { uk: service.code ?? service.id, en: service.code ?? service.id }) : null,
    group: group?.name ?? (key.group === '' ? null : { uk: key.group, en: key.group }), territory: key.territory === model.root ? null : model.territory(key.territory)?.name ?? { uk: key.territory, en: key.territory },
    approved: num(approved), now: num(now), ref: now ? { kind: 'figure', key } : null, who: whoOf(program, change),
  };
}

/** Sections whose words are no longer the approved ones, in either language. */
function wordsChanged(program: Program, { content }: Frozen): readonly ApprovedChange[] {
  const sections = (['uk', 'en'] as const).flatMap((language) => {
    const now = new Map([...wordsOf(program.store().read, REPORT, language)].map(([section, row]) => [section, row.words]));
    const was = content.words[language];
    return [...new Set([...now.keys(), ...Object.keys(was)])].filter((section) => (now.get(section) ?? '') !== (was[section] ?? ''));
  });
  return [...new Set(sections)].map((section) => ({ id: `words ${section}`, kind: 'words', what: sentence(`documents.section.${section}`), service: null, group: null, territory: null, approved: null, now: null, ref: null, who: null }));
}

/** An approved snapshot and how the plan differs from it now. */
export function snapshotView(program: Program, id: string, limit: number): SnapshotView {
  const stored = snapshotOf(program, id);
  const frozen = frozenOf(program, stored.content);
  const { year, scenario } = stored;
  // A scenario that was removed since has given its differences back to the base.
  const model = program.model(year, scenariosOf(program.store().read).some((row) => row.id === scenario) ? scenario : 'base');
  const { results, figures } = remember(model, 'all', `changes of ${stored.content}`, () => ({
    results: resultsChanged(frozen.content.views, reportViews(program, model.year, model.scenario, 'uk')), figures: figuresChanged(program, model, frozen),
  }));
  const words = wordsChanged(program, frozen);
  const numbers = figures.slice(0, Math.max(0, limit - results.length - words.length)).map((change) => figureChange(program, model, change));
  const version = program.book().version;
  return {
    info: infoOf(stored), counts: { figures: figures.length, results: results.length, words: words.length },
    changes: [...results, ...words, ...numbers].slice(0, limit), referenceNow: version === stored.referenceVersion ? null : version,
  };
}
