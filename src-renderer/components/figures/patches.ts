import type { Input } from '#contract/api.ts';
import type { Cell, FigureKey, FigureMethod } from '#contract/models.ts';
import type { CellChange, CellError, ChangeKind, NumberValue } from '../../grid/index.ts';
import { ownFigure, leadOf } from './own.ts';
import { isProvenance, type Provenance } from './provenance.tsx';
import type { FigureColumn } from './columns.ts';

type Patch = Input<'figures.set'>['cells'][number]['patch'];
/** Bounds typed beside an estimate. */
export interface BoundsValue { readonly low: number | null; readonly high: number | null }
/** A change of one figure and the grid cells it came from. */
export interface Stored { readonly key: FigureKey; readonly patch: Patch; readonly from: readonly { readonly row: string; readonly col: string }[] }
/** What is sent, and what cannot be sent: bounds, a method or a date without a number to belong to. */
export interface Patches { readonly stored: readonly Stored[]; readonly refused: readonly { readonly row: string; readonly col: string }[] }

/** How the cells of a grid belong to figures. `bounds` names the column of typed bounds of the first figure column. */
export interface FigureTable<R> {
  readonly rowOf: (id: string) => R | undefined;
  readonly columns: readonly FigureColumn<R>[];
  readonly bounds?: string;
}

/**
 * Turns changed cells into changes of figures. A new number takes over the source and date that stand in its row; method, source and
 * date typed in a row go to each entered figure that shared them and to those entered in the same action.
 */
export function patchesOf<R>(changes: readonly CellChange[], kind: ChangeKind, table: FigureTable<R>): Patches {
  const stored: Stored[] = [];
  const refused: { row: string; col: string }[] = [];
  for (const [rowId, own] of Map.groupBy(changes, (change) => change.row)) {
    const row = table.rowOf(rowId);
    if (row === undefined) continue;
    const cells = table.columns.map((column) => ({ id: column.id, cell: column.cell(row), method: column.method }));
    const lead = leadOf(cells.map(({ cell }) => cell));
    const typed = new Map(own.map((change) => [change.col, change.value]));
    const said = own.filter((change) => isProvenance(change.col));
    const used = new Set<string>();
    cells.forEach(({ id: col, cell, method }, at) => {
      const number = typed.get(col) as NumberValue | undefined;
      const bounds = at === 0 && table.bounds !== undefined ? typed.get(table.bounds) as BoundsValue | undefined : undefined;
      const value = number === undefined ? cell.value : number.value;
      const isOwn = ownFigure(cell) || (number !== undefined && number.value !== null);
      const patch: { -readonly [K in keyof Patch]: Patch[K] } = {};
      const from = own.filter((change) => change.col === col || (bounds !== undefined && change.col === table.bounds)).map(({ row: r, col: c }) => ({ row: r, col: c }));
      if (number !== undefined) Object.assign(patch, fresh(cell, lead, number, method));
      if (bounds !== undefined && isOwn) Object.assign(patch, bounds);
      else if (bounds !== undefined && table.bounds !== undefined && (bounds.low !== null || bounds.high !== null)) refused.push({ row: rowId, col: table.bounds });
      for (const change of said) {
        const field = change.col as Provenance;
        if (!belongs(cell, lead, field, isOwn, at)) continue;
        Object.assign(patch, { [field]: change.value });
        from.push({ row: change.row, col: change.col });
        used.add(change.col);
      }
      if (Object.keys(patch).length === 0) return;
      // A scenario holds only differences: the number goes along with its new source.
      if (cell.key.scenario !== 'base' && patch.value === undefined && ownFigure(cell)) Object.assign(patch, { value, low: cell.low, high: cell.high, method: cell.method, source: cell.source, asOf: cell.asOf, note: cell.note, ...patch });
      stored.push({ key: cell.key, patch, from });
    });
    for (const change of said) if (!used.has(change.col) && change.value !== '' && kind !== 'paste' && kind !== 'fill') refused.push({ row: change.row, col: change.col });
  }
  return { stored, refused };
}

/** A typed number; a new one comes from where the row says. */
function fresh(cell: Cell, lead: Cell | undefined, number: NumberValue, usual: FigureMethod | undefined): Patch {
  const method: { method?: FigureMethod } = number.estimate ? { method: 'estimate' } : {};
  if (number.value === null || ownFigure(cell)) return { value: number.value, ...method };
  const first: { method?: FigureMethod } = usual === undefined ? {} : { method: usual };
  if (lead === undefined || lead.ref?.kind === 'result') return { value: number.value, ...first, ...method };
  const same = lead.method === 'statistics' || lead.method === 'survey' ? { method: lead.method } : first;
  return { value: number.value, source: lead.source, asOf: lead.asOf, ...same, ...method };
}

/** Does a method, source or date typed in the row go to this figure? */
function belongs(cell: Cell, lead: Cell | undefined, field: Provenance, isOwn: boolean, at: number): boolean {
  if (cell.state === 'na') return false;
  if (isOwn) return !ownFigure(cell) || lead === undefined || cell[field] === lead[field];
  return field === 'source' && lead === undefined && at === 0;
}

/** Refused figures of an answer as refused cells of the grid. */
export function refusedCells(details: Readonly<Record<string, unknown>>, stored: readonly Stored[], sentence: (reason: string) => string): readonly CellError[] {
  const cells = Array.isArray(details['cells']) ? details['cells'] as readonly { readonly index?: unknown; readonly reason?: unknown }[] : [];
  return cells.flatMap(({ index, reason }) => (typeof index === 'number' ? stored[index]?.from ?? [] : []).map((at) => ({ ...at, message: sentence(String(reason)) })));
}
