import type { NeedRow } from '#contract/api/needs.ts';
import { compareText, type Language } from '#contract/format.ts';
import type { Cell, FigureKey } from '#contract/models.ts';
import { foldText } from '#contract/parse.ts';
import type { FigureColumn } from '../../components/figures/index.ts';
import { translate } from '../../i18n/index.ts';
import { plain, shown } from '../../lib/text.ts';

/** Which services the table shows. */
export const TABS = ['all', 'unknown', 'conflict', 'carried'] as const;
export type Tab = (typeof TABS)[number];
/** Blocks of services in the order of the table. */
const SECTIONS = ['care', 'support', 'information', 'housing', 'unconfirmed'];

/** Entered figures of a service, by the column that shows them; the first whose source is known speaks for the row. */
export const ENTERED = ['identified', 'served', 'waiting', 'places', 'occupied', 'posts', 'postsFilled', 'hiddenShare'] as const;
export type Entered = (typeof ENTERED)[number];
/** Columns behind «Стовпці». */
export const EXTRA: readonly Entered[] = ['occupied', 'posts', 'postsFilled', 'hiddenShare'];

/** Figures of a row that share method, source and date. */
export const cellsOf = (row: NeedRow): readonly Cell[] => ENTERED.filter((id) => id !== 'hiddenShare').map((id) => row[id]);
/** The figure columns as the changes of cells need them; the assumption about the hidden share has its own source. */
export const FIGURES: readonly FigureColumn<NeedRow>[] = ENTERED.map((id) => ({ id, title: id, width: 0, cell: (row) => row[id] }));

/** Name of a service as the table shows it; null = its official name is not confirmed. */
export const nameOf = (row: NeedRow, language: Language): string | null => {
  const name = row.short ?? row.name;
  return name === null ? null : shown(name, language);
};

/** Name of a service for accessible names: in the letters of the reader. */
export function plainName(row: Pick<NeedRow, 'code' | 'name' | 'short'>, language: Language): string {
  const name = row.short ?? row.name;
  return name === null ? [row.code ?? '', translate('needs.nameless', { lng: language })].filter((part) => part !== '').join(' ') : plain(name, language);
}

/** Services of a tab that match the typed words, by block, then by code. */
export function rowsOf(rows: readonly NeedRow[], tab: Tab, words: string): readonly NeedRow[] {
  const wanted = foldText(words).split(' ').filter((word) => word !== '');
  const matches = (row: NeedRow): boolean => {
    const text = foldText([row.code, row.name?.uk, row.name?.en, row.short?.uk, row.short?.en].join(' '));
    return wanted.every((word) => text.includes(word));
  };
  const place = (row: NeedRow): number => { const at = SECTIONS.indexOf(row.section); return at < 0 ? SECTIONS.length : at; };
  return rows.filter((row) => (tab === 'all' || row.state === tab) && matches(row))
    .toSorted((a, b) => place(a) - place(b) || Number(a.code === null) - Number(b.code === null) || compareText(a.code ?? '', b.code ?? '', 'uk'));
}

/** Figures of a row carried over and not confirmed. */
export const carriedKeys = (row: NeedRow): readonly FigureKey[] => ENTERED.map((id) => row[id]).filter((cell) => cell.state === 'carried').map((cell) => cell.key);
