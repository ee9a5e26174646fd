import type { CapacityRow, CapacityView } from '#contract/api/capacity.ts';
import { compareText, type Language } from '#contract/format.ts';
import type { Cell, FigureKey, Num } from '#contract/models.ts';
import { foldText } from '#contract/parse.ts';
import type { FigureColumn } from '../../components/figures/index.ts';
import { translate } from '../../i18n/index.ts';
import { plain, shown } from '../../lib/text.ts';

/** Entered figures of a service, by the column that shows them. */
export const ENTERED = ['posts', 'postsFilled', 'loadPerPost', 'places', 'occupied', 'turnover', 'vehicles', 'loadPerVehicle', 'hours', 'hoursPerPerson'] as const;
export type Entered = (typeof ENTERED)[number];
/** What follows from them. */
export const COMPUTED = ['byStaff', 'byPlaces', 'byVehicles', 'byHours', 'capacity', 'limit', 'vacancies', 'vacancyEffect'] as const;
export type Computed = (typeof COMPUTED)[number];
/** Columns behind «Стовпці». */
export const EXTRA: readonly string[] = ['turnover', 'vehicles', 'loadPerVehicle', 'byVehicles', 'hours', 'hoursPerPerson', 'byHours'];
/** Blocks of services in the order of the table. */
const SECTIONS = ['care', 'support', 'information', 'housing', 'unconfirmed'];

/** Is the load a norm of the reference book, not the community's own figure? */
export const isNorm = (cell: Cell): boolean => cell.key.measure === 'loadPerPost' && cell.state === 'assumption' && cell.method === 'default';

/**
 * Rows as the table uses them, by block, then by code. A norm is no figure of the plan: its explanation is that of the capacity it
 * makes, so that a number typed beside it does not take the norm's source for its own.
 */
export function rowsOf(view: CapacityView): readonly CapacityRow[] {
  const place = (row: CapacityRow): number => { const at = SECTIONS.indexOf(row.section); return at < 0 ? SECTIONS.length : at; };
  return view.rows.map((row) => (isNorm(row.loadPerPost) ? { ...row, loadPerPost: { ...row.loadPerPost, ref: row.byStaff.ref } } : row))
    .toSorted((a, b) => place(a) - place(b) || Number(a.code === null) - Number(b.code === null) || compareText(a.code ?? '', b.code ?? '', 'uk'));
}

/** Rows that match the typed words. */
export function found(rows: readonly CapacityRow[], words: string): readonly CapacityRow[] {
  const wanted = foldText(words).split(' ').filter((word) => word !== '');
  if (wanted.length === 0) return rows;
  return rows.filter((row) => {
    const text = foldText([row.code, row.name?.uk, row.name?.en, row.short?.uk, row.short?.en].join(' '));
    return wanted.every((word) => text.includes(word));
  });
}

/** Figures of a row that share method, source and date; a norm has its own. */
export const cellsOf = (row: CapacityRow): readonly Cell[] => ENTERED.map((id) => row[id]).filter((cell) => !isNorm(cell));

/** The figure columns as the changes of cells need them. */
export const FIGURES: readonly FigureColumn<CapacityRow>[] = ENTERED.map((id) => ({ id, title: id, width: 0, cell: (row) => row[id] }));

/** Figures of a row carried over and not confirmed. */
export const carriedKeys = (row: CapacityRow): readonly FigureKey[] => ENTERED.map((id) => row[id]).filter((cell) => cell.state === 'carried').map((cell) => cell.key);

/** Name of a service as the table shows it; null = its official name is not confirmed. */
export const nameOf = (row: Pick<CapacityRow, 'name' | 'short'>, language: Language): string | null => {
  const name = row.short ?? row.name;
  return name === null ? null : shown(name, language);
};

/** Name of a service for accessible names: in the letters of the reader. */
export function plainName(row: Pick<CapacityRow, 'code' | 'name' | 'short'>, language: Language): string {
  const name = row.short ?? row.name;
  return name === null ? [row.code ?? '', translate('capacity.nameless', { lng: language })].filter((part) => part !== '').join(' ') : plain(name, language);
}

/** Is the service provided, as the plan knows it, and who says so: a provider, people served, or the community's word. */
export function providedBy(row: CapacityRow): { readonly answer: 'yes' | 'no' | 'unknown'; readonly by: 'provider' | 'served' | 'word' } {
  if (row.providers > 0) return { answer: 'yes', by: 'provider' };
  if (row.served.value !== null && row.served.value > 0) return { answer: 'yes', by: 'served' };
  return { answer: row.provided, by: 'word' };
}

/** The number behind a column, for its explanation; null where there is none. */
export function numOf(row: CapacityRow, column: string): Num | null {
  if (column === 'limit') return row.capacity;
  if ((ENTERED as readonly string[]).includes(column) || (COMPUTED as readonly string[]).includes(column)) return row[column as Entered | Exclude<Computed, 'limit'>];
  return null;
}
