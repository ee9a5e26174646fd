import type { ApprovalView, Basis, CalendarItem, cycle as methods, CycleView, Determination, SheetCounts, SnapshotInfo, Stage } from '../contract/api/cycle.ts';
import type { Parsed } from '../contract/api.ts';
import { Refusal } from '../contract/errors.ts';
import { foldText } from '../contract/parse.ts';
import { calendarOf, dayOf, doneLate, lateDays, movedTo, nextDetermination, shouldBegin, type Due } from '../domain/cycle/stages.ts';
import { addSnapshot, determinationsOf, putDetermination, putStage, removeDetermination, snapshotsOf, stagesOf, type StoredDetermination, type StoredStage } from '../store/cycle.ts';
import { sheetCounts } from '../store/collection.ts';
import { figuresOf } from '../store/figures.ts';
import { approvedPaper } from './approvedPapers.ts';
import { refusePerson, tidy, tidyLines } from './entered.ts';
import type { PlanModel } from './model.ts';
import { needsView } from './needsView.ts';
import { sentence, today, type Handlers, type Program } from './program.ts';
import { basicOf } from './services.ts';
import { fileOfPaper } from './papers.ts';
import { snapshotView } from './snapshotChanges.ts';
import { freeze, infoOf } from './snapshots.ts';
import { inSteps } from './work.ts';

/** Parts of the plan that show the cycle. */
const AREAS = ['cycle', 'plan', 'history'] as const;
/** An approval also puts approved values beside the numbers of the pages. */
const APPROVED_AREAS = [...AREAS, 'needs', 'documents', 'overview'] as const;

/** Sheets of a year; null = none were made. */
function sheetsOfYear(counts: ReturnType<typeof sheetCounts>, year: number, day: string): SheetCounts | null {
  const own = counts.filter((each) => each.year === year);
  const sum = (of: (each: (typeof own)[number]) => number): number => own.reduce((total, each) => total + of(each), 0);
  return own.length === 0 ? null : { all: sum((each) => each.all), sent: sum((each) => each.sent), returned: sum((each) => each.returned), late: sum((each) => (each.due !== '' && each.due < day ? each.all - each.returned : 0)) };
}

function stageView(program: Program, { kind, year }: StoredDetermination, stored: StoredStage, day: string, counts: ReturnType<typeof sheetCounts>): Stage {
  const { cycle } = program.book();
  const known = cycle.stages.find((each) => each.id === stored.stage);
  const basis = (of: { basis: Basis['text']; confidence: Basis['confidence'] } | undefined): Basis => ({ text: of?.basis ?? { uk: '', en: null }, confidence: of?.confidence ?? 'recalled' });
  const { determination: _, stage: id, ...rest } = stored;
  return {
    ...rest, id, name: known?.name ?? { uk: id, en: id }, lateDays: lateDays(stored, day), shouldBegin: shouldBegin(stored, day), doneLate: doneLate(stored),
    basis: basis(known), datesBasis: basis(known?.dates[kind]), datesProposed: known !== undefined && stored.from === dayOf(year, known.dates[kind].from) && stored.to === dayOf(year, known.dates[kind].to),
    sheets: id === 'collection' ? sheetsOfYear(counts, year, day) : null,
  };
}

function determinations(program: Program, day: string): readonly Determination[] {
  const { read } = program.store();
  const order = program.book().cycle.stages.map((each) => each.id);
  const stages = Map.groupBy(stagesOf(read), (stage) => stage.determination);
  const snapshots = snapshotsOf(read);
  const counts = sheetCounts(read);
  return determinationsOf(read).map((each) => ({
    ...each, snapshots: snapshots.filter((one) => one.determination === each.id).map((one) => one.id),
    stages: (stages.get(each.id) ?? []).toSorted((a, b) => order.indexOf(a.stage) - order.indexOf(b.stage)).map((stage) => stageView(program, each, stage, day, counts)),
  }));
}

function cycleView(program: Program): CycleView {
  const day = today(program);
  const { cycle } = program.book();
  const all = determinations(program, day);
  const stages = all.flatMap((each) => each.stages.map((stage) => ({ ...stage, determination: each.id, year: each.year })));
  // Two determinations of one year wait for the same sheets: they stand in the calendar once.
  const sheets = sheetCounts(program.store().read).flatMap(({ year, due, all: count, returned }) => {
    const stage = stages.find((each) => each.year === year && each.id === 'collection');
    return stage === undefined || due === '' || count === returned ? [] : [{ stage, due, count: count - returned }];
  });
  const { late, next30, next90 } = calendarOf(stages, day, sheets);
  const items = (due: readonly Due<(typeof stages)[number]>[]): readonly CalendarItem[] =>
    due.map(({ stage, what, count, date, days }) => ({ determination: stage.determination, stage: stage.id, name: stage.name, what, count, date, days }));
  return {
    today: day, determinations: all, snapshots: snapshotsOf(program.store().read).map(infoOf),
    calendar: { late: items(late), next30: items(next30), next90: items(next90) },
    next: nextDetermination(all, cycle.kinds.find((kind) => kind.id === 'research_3y')?.every ?? 3, Number(day.slice(0, 4))),
    kinds: cycle.kinds.map((kind) => ({ id: kind.id, name: kind.name, window: kind.window, basis: { text: kind.basis, confidence: kind.confidence } })),
    bodies: cycle.bodies,
  };
}

function determinationOf(program: Program, id: string): StoredDetermination {
  const found = determinationsOf(program.store().read).find((each) => each.id === id);
  if (!found) throw new Refusal('input.unknownId', { what: 'determination', id });
  return found;
}

const nameOf = (program: Program, kind: StoredDetermination['kind']) => program.book().cycle.kinds.find((each) => each.id === kind)?.name ?? kind;
const said = (program: Program, key: string, of: Pick<StoredDetermination, 'kind' | 'year'>) => sentence(key, { name: nameOf(program, of.kind), year: of.year });

/** A research can be updated in the years after it, and only a research. */
function refuseResearch(program: Program, id: string | null, year: number): void {
  if (id === null) return;
  const research = determinationOf(program, id);
  if (research.kind !== 'research_3y' || research.year > year) throw new Refusal('input.unknownId', { what: 'research', id });
}

/** The usual stages of a year; from another determination come its dates (moved by the years between), responsible bodies and what was not needed. */
function firstStages(program: Program, of: StoredDetermination, from: StoredDetermination | null): readonly StoredStage[] {
  const before = new Map(from ? stagesOf(program.store().read).filter((each) => each.determination === from.id).map((each) => [each.stage, each]) : []);
  return program.book().cycle.stages.map(({ id, dates }): StoredStage => {
    const old = before.get(id);
    const usual = dates[of.kind];
    const same = old && from?.kind === of.kind;
    const skipped = old?.state === 'skipped';
    return {
      determination: of.id, stage: id, from: same ? movedTo(old.from, of.year - from.year) : dayOf(of.year, usual.from), to: same ? movedTo(old.to, of.year - from.year) : dayOf(of.year, usual.to),
      done: '', responsible: old?.responsible ?? '', state: skipped ? 'skipped' : 'planned', reason: skipped ? old.reason : '', note: '', papers: [],
    };
  });
}

/** The number of a paper without the sign that texts put before it: «№ 187» is 187. */
const numberOf = (text: string): string => tidy(text).replace(/^(?:№|N°|No\.?(?=[\s\d]))\s*/u, '');

/** A stage after a change: a day done makes it done, done without a day is done today. */
function changedStage(program: Program, old: StoredStage, { from, to, done, responsible, state, reason, note, papers }: Parsed<'cycle.stage'>): StoredStage {
  const day = today(program);
  const is = state ?? (done ? 'done' : done === '' && old.state === 'done' ? 'going' : old.state);
  const next: StoredStage = {
    ...old, from: from ?? old.from, to: to ?? old.to, responsible: tidy(responsible ?? old.responsible), state: is, done: is !== 'done' ? '' : (done || old.done || day),
    reason: is === 'skipped' ? tidy(reason ?? old.reason) : '', note: tidyLines(note ?? old.note),
    papers: papers?.map((paper) => ({ ...paper, number: numberOf(paper.number), title: tidy(paper.title), link: tidy(paper.link) })) ?? old.papers,
  };
  if (next.from !== '' && next.to !== '' && next.from > next.to) throw new Refusal('cycle.dates', { from: next.from, to: next.to });
  if (next.done > day) throw new Refusal('cycle.future', { date: next.done });
  if (next.state === 'skipped' && next.reason === '') throw new Refusal('cycle.reason');
  return next;
}

/** What stands in the way of an approval, as the pages show it. */
function approvalView(program: Program, model: PlanModel): ApprovalView {
  const { rows } = needsView(model, model.root);
  const basic = new Set(basicOf(model.services).map((each) => each.id));
  const info = (ids: readonly string[]) => ids.map((id) => model.service(id));
  const open = determinations(program, today(program)).filter((each) => each.year === model.year).flatMap((each) => each.stages)
    .filter((stage) => ['start', 'collection', 'analysis', 'report'].includes(stage.id) && (stage.state === 'planned' || stage.state === 'going'));
  return {
    unknown: info(rows.filter((row) => basic.has(row.id) && row.general.value === null).map((row) => row.id)),
    conflicts: info(rows.filter((row) => row.state === 'conflict').map((row) => row.id)),
    carried: figuresOf(program.store().read, model.year, 'base').filter((figure) => figure.state === 'carried' && figure.value !== null).length,
    open: open.map((stage) => stage.name), taken: snapshotsOf(program.store().read).map((each) => each.name),
  };
}

async function approve(program: Program, input: Parsed<'cycle.approve'>) {
  const { determination: id, year, scenario, decidedOn } = input;
  const of = determinationOf(program, id);
  const [name, decision, body, reason] = [tidy(input.name), numberOf(input.decision), tidy(input.body), tidy(input.reason)] as const;
  for (const [path, text] of Object.entries({ name, decision, body })) if (text === '') throw new Refusal('input.invalid', { issues: [{ path, message: 'empty' }] });
  refusePerson([body], input.notAPerson);
  if (decidedOn > today(program)) throw new Refusal('cycle.future', { date: decidedOn });
  const view = approvalView(program, program.model(year, scenario));
  if (view.taken.some((each) => foldText(each) === foldText(name))) throw new Refusal('snapshot.exists', { name });
  if (view.unknown.length > 0 && reason === '') throw new Refusal('approval.unknown', { count: view.unknown.length });
  const { figures, ...packed } = await inSteps(program, 'approve', freeze(program, year, scenario));
  const at = program.now().toISOString();
  const info: SnapshotInfo = {
    id: program.newId(), determination: id, name, decision, decidedOn, body, year, scenario, reason: view.unknown.length > 0 ? reason : '', unknown: view.unknown.map((each) => each.id),
    author: program.settings().author, at, calcDate: program.model(year, scenario).meta.calcDate, referenceVersion: program.book().version, appVersion: program.version, figures,
  };
  const stage = stagesOf(program.store().read).find((each) => each.determination === id && each.stage === 'approval');
  return program.change(sentence('cycle.approve', { name, decision, decidedOn, year: of.year }), APPROVED_AREAS, (tx) => {
    addSnapshot(tx, info, packed);
    if (stage) putStage(tx, { ...stage, state: 'done', reason: '', done: decidedOn, papers: [...stage.papers, { kind: 'decision', number: decision, date: decidedOn, title: body, link: '' }] });
  });
}

/** Use cases of the determination of needs: stages, working group, approval. */
export const cycle: Handlers<keyof typeof methods> = {
  'cycle.view': (program) => cycleView(program),
  'cycle.add': (program, { id = program.newId(), kind, year, research, copyFrom }) => {
    const { read } = program.store();
    const all = determinationsOf(read);
    if (all.some((each) => each.id === id || (each.kind === kind && each.year === year))) throw new Refusal('cycle.exists', { year });
    const from = copyFrom === null ? null : determinationOf(program, copyFrom);
    if (kind === 'annual_update') refuseResearch(program, research, year);
    const made: StoredDetermination = { id, kind, year, research: kind === 'annual_update' ? research : null, note: '', members: from?.members ?? [] };
    return program.change(said(program, 'cycle.add', made), AREAS, (tx) => {
      putDetermination(tx, made);
      for (const stage of firstStages(program, made, from)) putStage(tx, stage);
    });
  },
  'cycle.set': (program, { id, research, note }) => {
    const old = determinationOf(program, id);
    if (research !== undefined && old.kind === 'annual_update') refuseResearch(program, research, old.year);
    return program.change(said(program, 'cycle.set', old), AREAS, (tx) => putDetermination(tx, {
      ...old, note: tidyLines(note ?? old.note), research: old.kind === 'annual_update' && research !== undefined ? research : old.research,
    }));
  },
  'cycle.remove': (program, { id }) => {
    const old = determinationOf(program, id);
    const approved = snapshotsOf(program.store().read).find((each) => each.determination === id);
    if (approved) throw new Refusal('cycle.approved', { name: approved.name });
    return program.change(said(program, 'cycle.remove', old), AREAS, (tx) => removeDetermination(tx, id));
  },
  'cycle.stage': (program, input) => {
    const of = determinationOf(program, input.determination);
    const old = stagesOf(program.store().read).find((each) => each.determination === of.id && each.stage === input.stage);
    if (!old) throw new Refusal('input.unknownId', { what: 'stage', id: input.stage });
    const next = changedStage(program, old, input);
    if (next.responsible !== old.responsible) refusePerson([next.responsible], input.notAPerson);
    const stage = program.book().cycle.stages.find((each) => each.id === input.stage)?.name ?? input.stage;
    return program.change(sentence('cycle.stage', { stage, year: of.year }), AREAS, (tx) => putStage(tx, next));
  },
  'cycle.members': (program, { determination, members, notAPerson }) => {
    const old = determinationOf(program, determination);
    const next = members.map(({ role, tasks }) => ({ role: tidy(role), tasks: tidy(tasks) })).filter(({ role }) => role !== '');
    const known = new Set(old.members.flatMap(({ role, tasks }) => [role, tasks]));
    refusePerson(next.flatMap(({ role, tasks }) => [role, tasks]).filter((text) => !known.has(text)), notAPerson);
    return program.change(said(program, 'cycle.members', old), AREAS, (tx) => putDetermination(tx, { ...old, members: next }));
  },
  'approval.view': (program, { year, scenario }) => approvalView(program, program.model(year, scenario)),
  'cycle.approve': approve,
  'snapshot.paper': (program, { snapshot, paper, language, format }) => fileOfPaper(program, approvedPaper(program, snapshot, paper, language), format),
  'snapshot.view': (program, { snapshot, limit }) => snapshotView(program, snapshot, limit),
};
