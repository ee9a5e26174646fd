import { Refusal } from '../../contract/errors.ts';
import type { ImportCheck, ImportMapping, ImportArea } from '../../contract/api/imports.ts';
import type { RegisterFilter, RegisterLine, RegisterReason } from '../../contract/api/register.ts';
import { forgetTexts } from '../../imports/match/totals.ts';
import type { GrowingSheet } from '../../imports/packedRows.ts';
import type { PersonalFinding } from '../../imports/types.ts';
import type { Figure, FigureKey } from '../../contract/models.ts';
import type { Here } from '../../imports/register/here.ts';
import type { RegisterTable } from '../../imports/register/columns.ts';
import type { RegisterRead, RegisterRow } from '../../imports/register/rows.ts';
import type { StoredProvider } from '../../store/providers.ts';
import type { Program } from '../program.ts';
import type { Line } from './lines.ts';

/** What a check found, waiting to be applied. */
export interface Checked {
  readonly area: ImportArea;
  readonly mapping: ImportMapping;
  /** Revision of the plan it was compared with. */
  readonly revision: number;
  readonly lines: readonly Line[];
  readonly figures: readonly Figure[];
  readonly erased: readonly FigureKey[];
  readonly summary: ImportCheck;
}

/** A provider of the register beside the plan. */
export interface ComparedProvider { readonly filter: RegisterFilter; readonly reason: RegisterReason | null; readonly row: RegisterRow | null; readonly at: number; readonly name: string; readonly here: Here; readonly known: StoredProvider | null; readonly changes: RegisterLine['changes']; readonly search: string }
/** A register compared with the plan, waiting to be applied. */
export interface RegisterChecked { readonly revision: number; readonly lines: readonly ComparedProvider[]; readonly read: RegisterRead; readonly table: RegisterTable }

/** A file that was read. Its rows lie here and nowhere else: dropped at the end, when nobody used them, and with the plan. */
export interface Staged {
  readonly id: string;
  readonly name: string;
  readonly plan: string;
  readonly sheets: GrowingSheet[];
  jobId: string;
  readonly findings: Map<string, readonly PersonalFinding[]>;
  checked: Checked | null;
  /** The file read as a provider register, compared with the plan. */
  register: RegisterChecked | null;
  running: { done: number; of: number; stopped: boolean } | null;
  timer: NodeJS.Timeout | undefined;
}

/** An import nobody touched this long (ms) is dropped. */
const KEPT = 30 * 60_000;
/** So many files at once; the oldest gives way. */
const MOST = 3;
const staged = new WeakMap<Program, Map<string, Staged>>();
const all = (program: Program): Map<string, Staged> => {
  let map = staged.get(program);
  if (!map) staged.set(program, map = new Map());
  return map;
};

/** Puts a new import in its place. */
export function stage(program: Program, name: string): Staged {
  const map = all(program);
  for (const id of [...map.keys()].slice(0, Math.max(0, map.size - MOST + 1))) unstage(program, id);
  const made: Staged = { id: program.newId(), name, plan: program.store().path, sheets: [], jobId: '', findings: new Map(), checked: null, register: null, running: null, timer: undefined };
  map.set(made.id, made);
  return made;
}

/** The import of an id; refuses `import.unknown` when it is gone or belongs to a plan that is not open. */
export function stagedAt(program: Program, importId: string): Staged {
  const found = all(program).get(importId);
  if (found && found.plan !== program.store().path) unstage(program, importId);
  else if (found) {
    clearTimeout(found.timer);
    found.timer = setTimeout(() => unstage(program, importId), KEPT);
    found.timer.unref();
    return found;
  }
  throw new Refusal('import.unknown', { importId });
}

/** Drops the rows of an import and ends what still runs for it. */
export function unstage(program: Program, importId: string): void {
  const found = all(program).get(importId);
  if (!found) return;
  all(program).delete(importId);
  clearTimeout(found.timer);
  if (found.running) found.running.stopped = true;
  found.sheets.length = 0;
  found.findings.clear();
  found.checked = null;
  found.register = null;
  forgetTexts();
  try { program.jobs.cancel(found.jobId); } catch { /* it ended long ago */ }
}

/** Drops all imports: the plan they were meant for is closed. */
export const unstageAll = (program: Program): void => { for (const id of [...all(program).keys()]) unstage(program, id); };

/** A sheet of an import; refuses one that is not there. */
export function sheetAt(found: Staged, sheet: number): Staged['sheets'][number] {
  const at = found.sheets[sheet];
  if (!at) throw new Refusal('input.unknownId', { what: 'sheet', id: String(sheet) });
  return at;
}
