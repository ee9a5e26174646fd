import { Refusal } from '../../contract/errors.ts';
import type { ImportArea, ImportCheck, ImportColumn, ImportMapping, ImportReason, ImportTotal } from '../../contract/api/imports.ts';
import { MEASURES } from '../../contract/measures.ts';
import type { Figure, FigureKey } from '../../contract/models.ts';
import { headTexts, layoutAt, type Layout } from '../../imports/detect/detect.ts';
import { cellText, looked } from '../../imports/detect/grid.ts';
import { fingerprintOf } from '../../imports/fingerprint.ts';
import { kindOfRow } from '../../imports/match/totals.ts';
import { createNumberReader } from '../../imports/match/numbers.ts';
import { columnLetters } from '../../imports/read/sheet.ts';
import type { RawCell } from '../../imports/types.ts';
import { figuresOf } from '../../store/figures.ts';
import { importNamesOf } from '../../store/imports.ts';
import { isInside } from '../facts.ts';
import { changed } from '../figures.ts';
import type { PlanModel } from '../model.ts';
import type { Program } from '../program.ts';
import type { Line } from './lines.ts';
import { findingsOf, hiddenCells, twinLayout } from './look.ts';
import { addressOf, refuseMapping, rowReader, valueOf, type RowOf } from './rows.ts';
import { createResolver, dayOf, type Resolver } from './resolve.ts';
import { sheetAt, type Checked, type Staged } from './staged.ts';
import { totalsOf } from './totals.ts';
import { vocabularyOf } from './words.ts';

/** Rows between two breaths: pages are answered and a check can be stopped. */
const SLICE = 4000;
/** Rejected cells that are listed; more are only counted. */
const LISTED = 100_000;

/** A value gathered from a file, with its address and where it stands. */
export interface Entry { readonly key: FigureKey; readonly sheet: string; readonly row: number; readonly column: number; value: number | null; readonly low: number | null; readonly high: number | null; readonly estimate: boolean; readonly source: string; readonly asOf: string; readonly note: string; readonly text: string; clash: boolean }
type Part = { readonly index: number; readonly layout: Layout; readonly year: number | null };

/** The address of a figure as one text, without its scenario. */
export const addressText = (key: FigureKey): string => `${key.measure}|${key.group}|${key.service}|${key.provider}|${key.territory}|${key.sex}|${key.age}|${key.year}`;

/**
 * Dry run of an import: every value with its address, what stands in the plan, and why something cannot be taken. Pure reading.
 * Personal data: columns with it may only be left out, or tell rows apart; single cells of it are never kept.
 */
export async function checkImport(program: Program, found: Staged, area: ImportArea, mapping: ImportMapping): Promise<Checked> {
  const revision = program.store().revision();
  const model = program.model(program.years().at(-1) ?? 0, 'base');
  refuseMapping(model, mapping);
  const parts = partsOf(found, area, mapping);
  refusePersonal(found, parts, mapping);
  const running = { done: 0, of: parts.reduce((sum, { layout }) => sum + layout.dataBottom - layout.dataTop + 1, 0) * 1.5, stopped: false };
  found.running = running;
  const breathe = async (): Promise<void> => {
    await new Promise((resolve) => setImmediate(resolve));
    if (running.stopped) throw new Refusal('job.cancelled');
  };
  try {
    const resolver = createResolver(vocabularyOf(model), mapping, importNamesOf(program.store().read), mapping.rest.year ?? model.year);
    const gathered = gather(model, mapping, resolver);
    for (const part of parts) {
      const steps = gathered.read(found, part);
      while (!steps.next().done) { running.done += SLICE; await breathe(); }
    }
    const compared = compare(program, model, mapping, gathered.entries, gathered.rejected);
    let step = compared.next();
    while (!step.done) { running.done += SLICE / 2; await breathe(); step = compared.next(); }
    const { lines, figures, erased, newYears } = step.value;
    const counts = { new: 0, changed: 0, same: 0, kept: 0, rejected: 0 };
    for (const line of lines) counts[line.filter] += 1;
    counts.rejected += gathered.unlisted();
    const reasons = [...Map.groupBy(lines.filter((line) => line.reason !== null), (line) => line.reason as ImportReason)].map(([reason, all]) => ({ reason, count: all.length })).toSorted((a, b) => b.count - a.count);
    const summary: ImportCheck = { counts, passed: gathered.passed, reasons, questions: resolver.asked().toSorted((a, b) => b.rows - a.rows).slice(0, 500), totals: gathered.totals.slice(0, 500), totalsFine: gathered.totalsFine(), newYears };
    return { area, mapping, revision, lines, figures, erased, summary };
  } finally {
    if (found.running === running) found.running = null;
  }
}

/** The chosen table, and the tables of the same head on the sheets that go along. */
function partsOf(found: Staged, area: ImportArea, mapping: ImportMapping): readonly Part[] {
  const sheet = sheetAt(found, area.sheet);
  const layout = layoutAt(sheet, area);
  const look = looked(sheet);
  const fingerprint = fingerprintOf(Array.from({ length: layout.right - layout.left + 1 }, (_, n) => headTexts(look, layout, layout.left + n)));
  return [{ index: area.sheet, layout, year: mapping.rest.year }, ...mapping.alsoSheets.flatMap(({ sheet: index, year }): Part[] => {
    const twin = twinLayout(sheetAt(found, index), fingerprint);
    return twin ? [{ index, layout: twin, year }] : [];
  })];
}

/** Roles in which a text of the file would be kept, or a number made of it. */
const KEPT: ReadonlySet<ImportColumn['role']> = new Set(['value', 'low', 'high', 'source', 'note']);

function refusePersonal(found: Staged, parts: readonly Part[], mapping: ImportMapping): void {
  const columns = new Set(parts.flatMap((part) => [...hiddenCells(findingsOf(found, part.index, part.layout)).columns]));
  const kept = mapping.columns.filter((column) => columns.has(column.column) && KEPT.has(column.role));
  // Somebody's group or service beside a name is a note about a person: such a list is counted, not stored.
  if (kept.length > 0) throw new Refusal('import.personal', { columns: kept.map((column) => columnLetters(column.column)).join(', ') });
}

/** Goes through the rows and gathers values by address. */
function gather(model: PlanModel, mapping: ImportMapping, resolver: Resolver) {
  const entries = new Map<string, Entry>();
  const rejected: Line[] = [];
  const totals: ImportTotal[] = [];
  const passed = { blank: 0, repeated: 0, totals: 0, hidden: 0 };
  const seen = new Set<string>();
  const numberOf = createNumberReader();
  let [unlisted, totalsFine] = [0, 0];
  const values = mapping.columns.filter((column) => column.role === 'value');
  const one = (role: ImportColumn['role']): number | undefined => mapping.columns.find((column) => column.role === role)?.column;
  const [low, high, source, asOf, note, distinct] = [one('low'), one('high'), one('source'), one('asOf'), one('note'), one('distinct')];

  const reject = (line: Omit<Line, 'filter' | 'before' | 'after'>): void => {
    if (rejected.length < LISTED) rejected.push({ filter: 'rejected', before: null, after: null, ...line });
    else unlisted += 1;
  };

  function* read(found: Staged, { index, layout, year }: Part): Generator<void> {
    const sheet = sheetAt(found, index);
    const { rows, name } = sheet;
    const personal = hiddenCells(findingsOf(found, index, layout));
    const [hidden, repeated] = [new Set(sheet.hiddenRows), new Set(layout.repeated)];
    const rowOf = rowReader(model, { ...mapping, rest: { ...mapping.rest, year } }, resolver, looked(sheet).covered, rows, layout.dataTop);
    const sums = new Map(values.map((column) => [column.column, totalsOf((inner, outer) => isInside(model, inner, outer))]));
    const text = (row: number, column: number): string => (personal.has(row, column) ? '' : cellText(rows[row]?.[column] ?? null).slice(0, 120));

    for (let row = layout.dataTop; row <= Math.min(layout.dataBottom, rows.length - 1); row += 1) {
      if (row % SLICE === 0) yield;
      const cells = rows[row] ?? [];
      if (repeated.has(row)) { passed.repeated += 1; continue; }
      if (!isFilled(cells, layout)) { passed.blank += 1; continue; }
      if (hidden.has(row) && !mapping.hiddenRows) { passed.hidden += 1; continue; }
      const kind = kindOfRow(cells, layout.left, layout.right);
      if (kind === 'total') {
        passed.totals += 1;
        if (mapping.how === 'values') compareTotals(row, name, sums, cells, layout);
        continue;
      }
      if (mapping.how === 'values' && values.every((column) => (cells[column.column] ?? null) === null)) { rowOf(row); passed.blank += 1; continue; }
      if (kind === 'part') { reject({ sheet: name, row, column: -1, reason: 'part', key: null, text: text(row, layout.left) }); continue; }
      const of = rowOf(row);
      if (typeof of === 'string') {
        // The total of the file holds this row too.
        for (const column of values) { const read = numberOf(cells[column.column] ?? null, false); if (read.ok && read.value !== null && of !== 'left') sums.get(column.column)?.part(read.value * column.scale, ''); }
        reject({ sheet: name, row, column: columnOfReason(of, mapping), reason: of, key: null, text: text(row, columnOfReason(of, mapping)) });
        continue;
      }
      const provenance = provenanceOf(row, cells, personal.has);
      if (typeof provenance === 'string') { reject({ sheet: name, row, column: asOf ?? -1, reason: provenance, key: null, text: text(row, asOf ?? -1) }); continue; }
      if (mapping.how === 'count') countRow(name, row, of, cells, provenance);
      else for (const column of values) valueCell(name, row, of, column, cells, provenance, personal.has, sums, text);
    }
  }

  const days = new Map<RawCell, string | null>();
  /** Days repeat from row to row: each text is read once. */
  const dayAt = (cell: RawCell): string | null => {
    if (typeof cell !== 'string') return dayOf(cell);
    const known = days.get(cell);
    if (known !== undefined) return known;
    const day = dayOf(cell);
    if (days.size < 5000) days.set(cell, day);
    return day;
  };
  const provenanceOf = (row: number, cells: readonly (RawCell)[], isPersonal: (row: number, column: number) => boolean): { readonly source: string; readonly asOf: string; readonly note: string } | ImportReason => {
    const day = asOf === undefined ? '' : dayAt(cells[asOf] ?? null);
    if (day === null) return 'date';
    const kept = (column: number | undefined, most: number): string => (column === undefined || isPersonal(row, column) ? '' : cellText(cells[column] ?? null).slice(0, most));
    return { source: kept(source, 400) || mapping.source, asOf: day || mapping.asOf, note: kept(note, 1000) };
  };

  /** One row is one person or family; with a column that tells them apart, each once for an address. */
  const countRow = (sheet: string, row: number, of: RowOf, cells: readonly (RawCell)[], provenance: { readonly source: string; readonly asOf: string; readonly note: string }): void => {
    const key = addressOf(model, of, null, mapping.scenario);
    if (typeof key === 'string') return reject({ sheet, row, column: -1, reason: key, key: null, text: '' });
    const address = addressText(key);
    if (distinct !== undefined) {
      const who = cellText(cells[distinct] ?? null).toLowerCase();
      if (who !== '' && seen.has(`${address}\n${who}`)) return;
      seen.add(`${address}\n${who}`);
    }
    const entry = entries.get(address);
    if (entry) entry.value = (entry.value ?? 0) + 1;
    else entries.set(address, { key, sheet, row, column: -1, value: 1, low: null, high: null, estimate: false, source: provenance.source, asOf: provenance.asOf, note: '', text: '', clash: false });
  };

  const valueCell = (sheet: string, row: number, of: RowOf, column: ImportColumn, cells: readonly (RawCell)[], provenance: { readonly source: string; readonly asOf: string; readonly note: string }, isPersonal: (row: number, column: number) => boolean, sums: ReadonlyMap<number, ReturnType<typeof totalsOf>>, text: (row: number, column: number) => string): void => {
    const cell = cells[column.column] ?? null;
    const key = addressOf(model, of, column, mapping.scenario);
    const refuse = (reason: ImportReason, named: FigureKey | null): void => reject({ sheet, row, column: column.column, reason, key: named, text: text(row, column.column) });
    if (typeof key === 'string') return cell === null ? undefined : refuse(key, null);
    if (isPersonal(row, column.column)) return refuse('personal', key);
    const read = valueOf(cell, key.measure, column.scale, numberOf);
    if (typeof read === 'string') return refuse(read, key);
    if (read.value !== null) sums.get(column.column)?.part(read.value, key.territory);
    const bound = (at: number | undefined): number | null | ImportReason => {
      if (at === undefined || values.length !== 1) return null;
      const number = valueOf(cells[at] ?? null, key.measure, column.scale, numberOf);
      return typeof number === 'string' ? (number === 'notWhole' ? 'bounds' : number) : number.value;
    };
    const [from, to] = [bound(low), bound(high)];
    if (typeof from === 'string' || typeof to === 'string') return refuse('bounds', key);
    const address = addressText(key);
    const entry = entries.get(address);
    if (!entry) { entries.set(address, { key, sheet, row, column: column.column, value: read.value, low: from, high: to, estimate: read.estimate, source: provenance.source, asOf: provenance.asOf, note: provenance.note, text: typeof cell === 'number' ? String(cell) : text(row, column.column), clash: false }); return; }
    if (read.value === null || read.value === entry.value && mapping.duplicates === 'refuse') return;
    if (entry.value === null || (mapping.duplicates === 'sum' && MEASURES[key.measure].additive)) { entry.value = (entry.value ?? 0) + read.value; return; }
    entry.clash = true;
    refuse('duplicate', key);
  };

  const compareTotals = (row: number, sheet: string, sums: ReadonlyMap<number, ReturnType<typeof totalsOf>>, cells: readonly (RawCell)[], layout: Layout): void => {
    const label = cellText(cells.slice(layout.left).find((cell) => typeof cell === 'string') ?? null).slice(0, 80);
    for (const column of values) {
      const read = numberOf(cells[column.column] ?? null, false);
      if (!read.ok || read.value === null) continue;
      const stated = read.percent && column.scale === 0.01 ? read.value : Number((read.value * column.scale).toPrecision(14));
      const result = sums.get(column.column)?.total(stated, { sheet, row: row + 1, label, column: columnLetters(column.column) });
      if (result?.fine) totalsFine += 1;
      else if (result) totals.push(result.total);
    }
  };

  return { entries, rejected, totals, passed, read, unlisted: () => unlisted, totalsFine: () => totalsFine };
}

/** Does a row hold anything between the sides of its table? */
function isFilled(cells: readonly RawCell[], { left, right }: Layout): boolean {
  for (let column = left; column <= right && column < cells.length; column += 1) if ((cells[column] ?? null) !== null) return true;
  return false;
}

/** The column a reason speaks of. */
function columnOfReason(reason: ImportReason, mapping: ImportMapping): number {
  const role = /^(?:no|ask)(\w+)$/.exec(reason)?.[1]?.toLowerCase();
  return mapping.columns.find((column) => column.role === role)?.column ?? -1;
}

/** Puts each gathered value beside what the plan has. */
export function* compare(program: Program, model: PlanModel, mapping: ImportMapping, entries: ReadonlyMap<string, Entry>, rejected: readonly Line[]): Generator<void, { readonly lines: readonly Line[]; readonly figures: readonly Figure[]; readonly erased: readonly FigureKey[]; readonly newYears: readonly number[] }> {
  const { read } = program.store();
  const { author } = program.settings();
  const years = new Map<number, { readonly model: PlanModel; readonly there: ReadonlyMap<string, Figure> }>();
  const newYears = new Set<number>();
  const yearAt = (year: number) => {
    let at = years.get(year);
    if (!at) {
      const known = model.years.includes(year);
      if (!known) newYears.add(year);
      years.set(year, at = { model: known ? program.model(year, mapping.scenario) : model, there: new Map(known ? figuresOf(read, year, mapping.scenario).map((figure) => [addressText(figure), figure]) : []) });
    }
    return at;
  };
  const lines: Line[] = [];
  const figures: Figure[] = [];
  const erased: FigureKey[] = [];
  let n = 0;
  for (const [address, entry] of entries) {
    if (++n % SLICE === 0) yield;
    const { key, sheet, row, column, value, text } = entry;
    const line = (filter: Line['filter'], before: number | null, reason: ImportReason | null = null): void => { lines.push({ filter, sheet, row, column, reason, key, before, after: value, text: reason === null ? '' : text }); };
    const at = yearAt(key.year);
    if (entry.clash) { line('rejected', null, 'duplicate'); continue; }
    if (newYears.has(key.year) && !mapping.addYears) { line('rejected', null, 'newYear'); continue; }
    const old = at.there.get(address);
    if (value === null && (mapping.empty === 'keep' || old === undefined || old.value === null)) { if (old?.value != null) line('kept', old.value); continue; }
    if (value === null) { line('changed', old?.value ?? null); erased.push(key); continue; }
    const next = changed(at.model, old, {
      key, patch: { value, low: entry.low, high: entry.high, method: entry.estimate ? 'estimate' : mapping.method, source: entry.source, asOf: entry.asOf, counted: mapping.counted === 'auto' ? undefined : mapping.counted, note: entry.note === '' ? undefined : entry.note },
    }, author);
    if (typeof next === 'string') { line('rejected', null, next === 'unknownId' ? 'misfit' : next); continue; }
    const same = old !== undefined && old.state === 'entered' && (['value', 'low', 'high', 'method', 'source', 'asOf', 'counted', 'note'] as const).every((field) => old[field] === next[field]);
    if (same) { line('same', old.value); continue; }
    figures.push(next);
    line(old === undefined || old.value === null ? 'new' : 'changed', old?.value ?? null);
  }
  lines.sort((a, b) => a.row - b.row);
  return { lines: [...lines, ...rejected], figures, erased, newYears: [...newYears].toSorted((a, b) => a - b) };
}
