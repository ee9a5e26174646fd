import type { Output } from '#contract/api.ts';
import type { ImportArea, ImportCheck, ImportColumn, ImportLook, ImportMapping, ImportSheet } from '#contract/api/imports.ts';
import { ApiError, asApiError, call } from '../../../api.ts';
import { fileIn } from '../../../lib/files.ts';
import { createStore, useStore } from '../../../lib/store.ts';
import { planStore } from '../../../plan/store.ts';
import { change } from '../../../plan/useChange.ts';

/** Steps in the order of the work. */
export const STEPS = ['file', 'sheet', 'personal', 'columns', 'check', 'done'] as const;
export type Step = (typeof STEPS)[number];

/** What the wizard has chosen so far. It outlives the page: going elsewhere and back loses nothing. */
export interface Wizard {
  /** The plan the file is meant for. */
  readonly plan: string;
  readonly step: Step;
  readonly file: string;
  readonly importId: string | null;
  readonly busy: { readonly what: 'read' | 'look' | 'check' | 'apply'; readonly done: number; readonly of: number } | null;
  readonly sheets: readonly ImportSheet[];
  readonly area: ImportArea | null;
  readonly look: ImportLook | null;
  readonly mapping: ImportMapping | null;
  /** Something was chosen by hand: closing would lose it. */
  readonly touched: boolean;
  readonly check: ImportCheck | null;
  readonly stored: number;
  /** Revision of the plan the import made: only while it is the last change can it be taken back here. */
  readonly revision: number;
  readonly error: ApiError | null;
}

const EMPTY: Wizard = { plan: '', step: 'file', file: '', importId: null, busy: null, sheets: [], area: null, look: null, mapping: null, touched: false, check: null, stored: 0, revision: 0, error: null };
const store = createStore<Wizard>(EMPTY);
export const useWizard = (): Wizard => useStore(store, (wizard) => wizard);
const { get, set } = store;
let jobId: string | null = null;
let turn = 0;

const planPath = (): string => planStore.get().info?.path ?? '';
const failed = (error: unknown, mine: number): void => { if (mine === turn) set({ error: asApiError(error), busy: null }); };

/** Drops the file and begins anew. */
export function closeWizard(): void {
  turn += 1;
  const { importId } = get();
  set(EMPTY);
  if (importId !== null) call('import.close', { importId }).catch(() => undefined);
}

/** What belongs to another plan is forgotten. */
export function keepToPlan(): void { if (get().importId !== null && get().plan !== planPath()) closeWizard(); }

/** Reads a file and looks at its largest table. */
export async function openFile(file: File): Promise<void> {
  closeWizard();
  const mine = ++turn;
  set({ plan: planPath(), file: file.name, busy: { what: 'read', done: 0, of: 0 } });
  try {
    const started = await call('import.open', await fileIn(file));
    if (mine !== turn) { void call('import.close', { importId: started.importId }); return; }
    set({ importId: started.importId });
    jobId = started.jobId;
    for (;;) {
      const job = await call('job.get', { jobId: started.jobId });
      if (mine !== turn) return;
      if (job.phase === 'done') break;
      if (job.phase === 'cancelled') { closeWizard(); return; }
      if (job.phase === 'failed') throw new ApiError({ code: job.error?.code ?? 'bug', kind: 'data', details: job.error?.details ?? {} });
      set({ busy: { what: 'read', done: job.done, of: job.of } });
      await new Promise((resolve) => window.setTimeout(resolve, 120));
    }
    const { sheets } = await call('import.sheets', { importId: started.importId });
    if (mine !== turn) return;
    set({ sheets });
    const visible = sheets.filter((sheet) => !sheet.hidden);
    const first = (visible.length > 0 ? visible : sheets).toSorted((a, b) => sizeOf(b) - sizeOf(a))[0];
    if (first?.tables[0]) await chooseArea(largest(first), 'sheet');
    else set({ busy: null, step: 'sheet' });
  } catch (error) {
    failed(error, mine);
    if (mine === turn && get().importId !== null) { void call('import.close', { importId: get().importId ?? '' }).catch(() => undefined); set({ importId: null }); }
  }
}

const rowsOf = (area: ImportArea): number => (area.dataBottom - area.dataTop + 1) * (area.right - area.left + 1);
const sizeOf = (sheet: ImportSheet): number => Math.max(0, ...sheet.tables.map(rowsOf));
const largest = (sheet: ImportSheet): ImportArea => sheet.tables.toSorted((a, b) => rowsOf(b) - rowsOf(a))[0] as ImportArea;
export const tableOf = (sheet: ImportSheet): ImportArea | undefined => (sheet.tables.length > 0 ? largest(sheet) : undefined);

/** Stops the reading or the check that runs now. */
export function cancelBusy(): void {
  const { busy, importId } = get();
  if (busy?.what === 'check' && importId !== null) void call('import.stop', { importId }).catch(() => undefined);
  else if (jobId !== null) { void call('job.cancel', { jobId }).catch(() => undefined); closeWizard(); }
}

/** Looks at a table; what was said about columns begins anew, because they are others. */
export async function chooseArea(area: ImportArea, step: Step = get().step): Promise<void> {
  const { importId } = get();
  if (importId === null) return;
  const mine = ++turn;
  set({ busy: { what: 'look', done: 0, of: 0 }, error: null });
  try {
    const look = await call('import.look', { importId, area });
    if (mine !== turn) return;
    const { year, scenario } = planStore.get();
    const mapping = { ...look.mapping, scenario, rest: { ...look.mapping.rest, year: look.mapping.rest.year ?? year } };
    set({ area, look, mapping, touched: false, check: null, busy: null, step });
  } catch (error) { failed(error, mine); }
}

/** Goes to a step; the check is made when its step is entered. */
export function goTo(step: Step): void {
  set({ step, error: null });
  if (step === 'check' && get().check === null) void runCheck();
}

/** Compares with the plan once more: what was stored has been taken back. */
export function checkAgain(): void { set({ check: null }); goTo('check'); }

/** Changes choices; a check made before does not hold any more. */
export function setMapping(patch: Partial<ImportMapping>): void {
  const { mapping } = get();
  if (mapping) set({ mapping: { ...mapping, ...patch }, touched: true, check: null });
}
export const setColumn = (column: number, patch: Partial<ImportColumn>): void => {
  const { mapping } = get();
  if (mapping) setMapping({ columns: mapping.columns.map((each) => (each.column === column ? { ...each, ...patch } : each)) });
};

/** Makes the dry run. */
export async function runCheck(): Promise<void> {
  const { importId, area, mapping } = get();
  if (importId === null || area === null || mapping === null) return;
  const mine = ++turn;
  set({ busy: { what: 'check', done: 0, of: 0 }, error: null, check: null });
  const watch = window.setInterval(() => {
    call('import.progress', { importId }).then(({ done, of }) => { if (mine === turn && get().busy?.what === 'check') set({ busy: { what: 'check', done, of } }); }, () => undefined);
  }, 250);
  try {
    const check = await call('import.check', { importId, area, mapping });
    if (mine === turn) set({ check, busy: null });
  } catch (error) {
    if (asApiError(error).code === 'job.cancelled') { if (mine === turn) set({ busy: null, step: 'columns' }); } else failed(error, mine);
  } finally { window.clearInterval(watch); }
}

/** Stores what the check found. */
export async function apply(): Promise<void> {
  const { importId, check } = get();
  if (importId === null || check === null) return;
  const mine = ++turn;
  set({ busy: { what: 'apply', done: 0, of: 0 }, error: null });
  try {
    const { revision } = await change('import.apply', { importId });
    if (mine === turn) set({ busy: null, step: 'done', revision, stored: check.counts.new + check.counts.changed, touched: false });
  } catch (error) {
    if (asApiError(error).code === 'import.stale') { await runCheck(); return; }
    failed(error, mine);
  }
}

/** All lines of the list, for a table to save. */
export async function allChanges(filter: Parameters<typeof page>[0]): Promise<Output<'import.changes'>['rows']> {
  const rows: Output<'import.changes'>['rows'][number][] = [];
  for (;;) {
    const next = await page(filter, rows.length, 5000);
    rows.push(...next.rows);
    if (rows.length >= next.of || next.rows.length === 0 || rows.length >= 100_000) return rows;
  }
}
const page = (filter: 'new' | 'changed' | 'same' | 'kept' | 'rejected' | null, from: number, count: number): Promise<Output<'import.changes'>> => call('import.changes', { importId: get().importId ?? '', filter, from, count });
