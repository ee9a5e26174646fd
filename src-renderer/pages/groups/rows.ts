import type { GroupRow } from '#contract/api/groups.ts';
import type { Cell, FigureKey } from '#contract/models.ts';
import { foldText } from '#contract/parse.ts';
import type { FigureColumn } from '../../components/figures/index.ts';
import { parseNumber } from '#contract/parse.ts';
import type { Language } from '#contract/format.ts';
import { translate } from '../../i18n/index.ts';
import type { Parsed } from '../../grid/index.ts';

/** Which groups the table shows. */
export const TABS = ['all', 'unknown', 'assumption', 'carried'] as const;
export type Tab = (typeof TABS)[number];

const at = (row: GroupRow, index: number): Cell => row.byAge[index] ?? row.size;
/** Entered figures of a group by the column that shows them. */
export const FIGURES: readonly FigureColumn<GroupRow>[] = [
  { id: 'size', title: '', width: 74, cell: (row) => row.size },
  { id: 'female', title: '', width: 60, cell: (row) => row.female },
  { id: 'male', title: '', width: 64, cell: (row) => row.male },
  { id: 'age0', title: '', width: 54, cell: (row) => at(row, 0) },
  { id: 'age18', title: '', width: 54, cell: (row) => at(row, 1) },
  { id: 'age60', title: '', width: 54, cell: (row) => at(row, 2) },
];
export const cellsOf = (row: GroupRow): readonly Cell[] => FIGURES.map((column) => column.cell(row));

/** Has anything been entered by sex or age? Then those columns are in sight without being asked for, where there is room. */
export const hasSplit = (rows: readonly GroupRow[]): boolean => rows.some((row) => cellsOf(row).slice(1).some((cell) => cell.state !== 'unknown' && cell.state !== 'na'));

/** The column that shows a figure of a group. */
export const columnOf = (key: FigureKey): string => (key.sex === 'female' ? 'female' : key.sex === 'male' ? 'male' : key.age === '0-17' ? 'age0' : key.age === '18-59' ? 'age18' : key.age === '60+' ? 'age60' : 'size');

/** Figures of a group carried over and not confirmed. */
export const carriedKeys = (row: GroupRow): readonly FigureKey[] => cellsOf(row).filter((cell) => cell.state === 'carried').map((cell) => cell.key);

const isIn = (row: GroupRow, tab: Tab): boolean => {
  switch (tab) {
    case 'all': return true;
    case 'unknown': return row.size.state === 'unknown' || row.size.state === 'partial';
    case 'assumption': return row.size.state === 'assumption';
    case 'carried': return carriedKeys(row).length > 0;
  }
};

/** How many groups each tab shows. */
export const countsOf = (rows: readonly GroupRow[]): Readonly<Record<Tab, number>> =>
  Object.fromEntries(TABS.map((tab) => [tab, rows.filter((row) => isIn(row, tab)).length])) as Record<Tab, number>;

/** Groups of a tab that match the typed words, in the order of the reference book, own ones last. */
export function rowsOf(rows: readonly GroupRow[], tab: Tab, words: string): readonly GroupRow[] {
  const wanted = foldText(words).split(' ').filter((word) => word !== '');
  return rows.filter((row) => { const text = foldText(`${row.name.uk} ${row.name.en ?? ''}`); return isIn(row, tab) && wanted.every((word) => text.includes(word)); })
    .toSorted((a, b) => Number(a.own) - Number(b.own));
}

/** Reads bounds: "8–15", "8-15", "8 … 15"; empty or "н/д" = no bounds. */
export const boundsParser = (language: Language) => (text: string): Parsed => {
  const wrong: Parsed = { ok: false, message: translate('groups.boundsWrong', { lng: language }) };
  const alone = parseNumber(text, { kind: 'decimal', language });
  if (alone.ok) return alone.value === null ? { ok: true, value: { low: null, high: null } } : wrong;
  const parts = text.split(/\s*(?:[-–—−]|\.{2,3}|…)\s*/);
  if (parts.length !== 2) return wrong;
  const [low, high] = parts.map((part) => parseNumber(part, { kind: 'decimal', language }));
  return low?.ok === true && high?.ok === true && low.value !== null && high.value !== null && low.value <= high.value ? { ok: true, value: { low: low.value, high: high.value } } : wrong;
};
