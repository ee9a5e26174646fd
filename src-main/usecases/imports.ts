import { Refusal } from '../contract/errors.ts';
import type { imports as methods, ImportArea, ImportLists, ImportSheet } from '../contract/api/imports.ts';
import type { Area } from '../contract/method.ts';
import { headTexts, layoutAt } from '../imports/detect/detect.ts';
import { cellText, looked } from '../imports/detect/grid.ts';
import { fingerprintOf, hashOf } from '../imports/fingerprint.ts';
import { createTaker } from '../imports/packedRows.ts';
import { LIMITS, within } from '../imports/read/limits.ts';
import { putFigures, removeFigures } from '../store/figures.ts';
import type { Tx } from '../store/handles.ts';
import { importMeaningsOf, layoutsOf, putImportName, putLayout, removeImportNames, removeLayout } from '../store/imports.ts';
import { addYear } from '../store/meta.ts';
import { fromBase64 } from './bytes.ts';
import { FIGURE_AREAS } from './figures.ts';
import { checkImport } from './imports/check.ts';
import { changeOf } from './imports/lines.ts';
import { findingsOf, hiddenCells, lookAt } from './imports/look.ts';
import { sheetAt, stage, stagedAt, unstage, type Checked, type Staged } from './imports/staged.ts';
import { sentence, type Handlers, type Program } from './program.ts';

/** Parts of the plan an import touches. */
const AREAS: readonly Area[] = [...FIGURE_AREAS, 'collection'];

/** Starts the reading; the rows come in pieces and stay in memory. */
function open(program: Program, name: string, bytes: Uint8Array): { readonly importId: string; readonly jobId: string } {
  within('file', bytes.length);
  const found = stage(program, name);
  found.jobId = program.jobs.start({ kind: 'import.read', name, bytes }, createTaker(found.sheets));
  return { importId: found.id, jobId: found.jobId };
}

const sheetView = (sheet: Staged['sheets'][number], index: number): ImportSheet => ({
  index, name: sheet.name, hidden: sheet.hidden, rows: sheet.rows.length, columns: sheet.rows.reduce((most, row) => Math.max(most, row.length), 0),
  hiddenRows: sheet.hiddenRows.length, hiddenColumns: sheet.hiddenColumns.length,
  tables: sheet.tables.map(({ headTop, headBottom, dataTop, dataBottom, left, right }) => ({ sheet: index, headTop, headBottom, dataTop, dataBottom, left, right })),
});

/** Rows of a sheet as texts; personal data is masked by what was found for the table they belong to. */
function preview(found: Staged, index: number, from: number, count: number) {
  const sheet = sheetAt(found, index);
  const table = sheet.tables[0] ?? { headTop: -1, headBottom: -1 };
  const personal = hiddenCells(findingsOf(found, index, table));
  const rows = sheet.rows.slice(from, from + count).map((cells, n) => {
    const row = from + n;
    const isHead = row <= table.headBottom;
    return cells.slice(0, 200).map((cell, column) => (cell === null ? '' : !isHead && personal.has(row, column) ? '•••' : typeof cell === 'object' && 'error' in cell ? `#${cell.error.replace(/^#/, '')}` : cellText(cell).slice(0, 200)));
  });
  return { of: sheet.rows.length, rows, masked: [...personal.columns] };
}

/** Refuses a table that does not lie on its sheet. */
function refuseArea(found: Staged, area: ImportArea): void {
  const { rows } = sheetAt(found, area.sheet);
  const head = area.headTop < 0 ? area.headBottom < 0 : area.headBottom >= area.headTop && area.headBottom < area.dataTop && area.headBottom - area.headTop < 20;
  if (!head || area.dataTop > area.dataBottom || area.dataBottom >= rows.length || area.left > area.right || area.right >= LIMITS.columns) throw new Refusal('import.mapping', { reason: 'area' });
}

function checkedOf(found: Staged): Checked {
  if (!found.checked) throw new Refusal('import.stale');
  return found.checked;
}

/** Remembers what the columns and names of a file meant: heads and names only as hashes. */
function remember(tx: Tx, found: Staged, { area, mapping }: Checked, at: string, only: boolean): void {
  const sheet = sheetAt(found, area.sheet);
  const layout = layoutAt(sheet, area);
  if (layout.headTop >= 0) {
    const look = looked(sheet);
    const heads = Array.from({ length: layout.right - layout.left + 1 }, (_, n) => headTexts(look, layout, layout.left + n));
    const columns = mapping.columns.flatMap(({ column, ...meaning }) => { const head = heads[column - layout.left]; return head ? [{ head: hashOf(head.join(' / ')), meaning }] : []; });
    const { how, source, method, counted, empty, duplicates, fillDown, hiddenRows } = mapping;
    putLayout(tx, fingerprintOf(heads), { columns, rest: { ...mapping.rest, year: null }, options: { how, source, method, counted, empty, duplicates, fillDown, hiddenRows } }, at, only);
  }
  for (const name of mapping.names) if (name.id !== '') putImportName(tx, name.kind, hashOf(name.text), name.id);
}

/** Use cases of imports. */
export const imports: Handlers<keyof typeof methods> = {
  'import.open': (program, { name, base64 }) => {
    program.refuseReadOnly();
    return open(program, name, fromBase64(base64));
  },
  'import.lists': (program) => {
    const model = program.model(program.years().at(-1) ?? 0, 'base');
    const tree = (id: string, depth: number): ImportLists['territories'] => [{ id, name: model.territory(id)?.name ?? { uk: id, en: null }, depth }, ...model.children(id).flatMap((child) => tree(child, depth + 1))];
    return {
      groups: model.groups.map(({ id, name }) => ({ id, name })), services: model.services.map(({ id, code, short, name }) => ({ id, code, name: short ?? name ?? { uk: code ?? id, en: code ?? id } })),
      providers: model.providers.map(({ id, name }) => ({ id, name })), territories: tree(model.root, 0), years: model.years,
    };
  },
  'import.sheets': (program, { importId }) => {
    const found = stagedAt(program, importId);
    return { name: found.name, sheets: found.sheets.map(sheetView) };
  },
  'import.rows': (program, { importId, sheet, from, count }) => preview(stagedAt(program, importId), sheet, from, count),
  'import.look': (program, { importId, area }) => {
    const found = stagedAt(program, importId);
    refuseArea(found, area);
    return lookAt(program, found, area);
  },
  'import.check': async (program, { importId, area, mapping }) => {
    const found = stagedAt(program, importId);
    refuseArea(found, area);
    if (found.running) found.running.stopped = true;
    found.checked = null;
    found.checked = await checkImport(program, found, area, mapping);
    return found.checked.summary;
  },
  'import.progress': (program, { importId }) => {
    const { running } = stagedAt(program, importId);
    return running ? { done: Math.min(running.done, running.of), of: running.of } : { done: 0, of: 0 };
  },
  'import.stop': (program, { importId }) => {
    const { running } = stagedAt(program, importId);
    if (running) running.stopped = true;
    return null;
  },
  'import.changes': (program, { importId, filter, from, count }) => {
    const { lines } = checkedOf(stagedAt(program, importId));
    const model = program.model(program.years().at(-1) ?? 0, 'base');
    const chosen = filter === null ? lines : lines.filter((line) => line.filter === filter);
    return { of: chosen.length, rows: chosen.slice(from, from + count).map((line) => changeOf(model, line)) };
  },
  'import.apply': (program, { importId }) => {
    const found = stagedAt(program, importId);
    const checked = checkedOf(found);
    if (checked.revision !== program.store().revision()) throw new Refusal('import.stale');
    const at = program.now().toISOString();
    const count = checked.figures.length + checked.erased.length;
    const revision = program.change(checked.mapping.source === '' ? sentence('figures.import', { count }) : sentence('import', { count, source: checked.mapping.source }), AREAS, (tx) => {
      if (checked.mapping.addYears) for (const year of checked.summary.newYears) addYear(tx, year);
      putFigures(tx, checked.figures, at);
      removeFigures(tx, checked.erased);
      remember(tx, found, checked, at, count === 0);
    });
    found.checked = null;
    return revision;
  },
  'import.memory': (program) => {
    const { read } = program.store();
    return {
      layouts: layoutsOf(read).map(({ id, usedAt, columns, rest, options }) => ({ id, usedAt, source: options.source, how: options.how, columns: columns.map(({ meaning }) => meaning), rest })),
      names: importMeaningsOf(read),
    };
  },
  'import.forget': (program, { layouts, names }) => program.change(sentence('importForget', { count: layouts.length + names.length }), ['collection', 'history', 'plan'], (tx) => {
    for (const id of layouts) if (removeLayout(tx, id) === 0) throw new Refusal('input.unknownId', { what: 'layout', id });
    for (const { kind, id } of names) if (removeImportNames(tx, kind, id) === 0) throw new Refusal('input.unknownId', { what: kind, id });
  }),
  'import.close': (program, { importId }) => {
    unstage(program, importId);
    return null;
  },
};
