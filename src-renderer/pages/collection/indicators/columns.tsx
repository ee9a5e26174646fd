import type { IndicatorRow } from '#contract/api/collection.ts';
import type { Language } from '#contract/format.ts';
import type { Cell } from '#contract/models.ts';
import { figureColumn, provenanceColumns, type FigureColumn } from '../../../components/figures/index.ts';
import { choiceParser, type GridCell, type GridColumn, type Parsed } from '../../../grid/index.ts';
import { translate } from '../../../i18n/index.ts';
import { hasCyrillic, shown } from '../../../lib/text.ts';

/** Stands where an indicator has no number of the plan behind it. */
const NO_CELL: Cell = {
  state: 'na', value: null, low: null, high: null, unit: 'person', assumed: false, recalled: false, ref: null, missing: [], method: 'register', source: '', asOf: '', note: '',
  key: { measure: 'groupSize', group: '', service: '', provider: '', territory: '', sex: 'all', age: 'all', year: 0, scenario: 'base' },
};
export const cellOf = (row: IndicatorRow): Cell => row.value ?? NO_CELL;
export const VALUE: FigureColumn<IndicatorRow> = { id: 'value', title: '', width: 92, cell: cellOf };

/** Columns of the table of indicators: number, wording, value, basis, indicative source, and where the number comes from. */
export function indicatorColumns(language: Language): readonly GridColumn<IndicatorRow>[] {
  const t = (key: string, params: Record<string, unknown> = {}): string => translate(key, { lng: language, ...params });
  const bases = new Map((['jan1', 'year'] as const).map((basis) => [t(`sheets.ind.basis.${basis}`), basis as string]));
  const text = (value: string): GridCell => ({ text: value, state: 'known', lang: language === 'en' && hasCyrillic(value) ? 'uk' : undefined, title: value });
  const upTo = (most: number, key: string, least = 0) => (typed: string): Parsed => (typed.trim().length < least || typed.length > most ? { ok: false, message: t(`sheets.ind.${key}`) } : { ok: true, value: typed.trim() });
  return [
    { id: 'number', title: t('sheets.ind.col.number'), width: 52, kind: 'text', frozen: true, cell: (row) => text(row.number), parse: upTo(40, 'numberWrong') },
    { id: 'wording', title: t('sheets.ind.col.wording'), width: 220, grow: true, kind: 'text', frozen: true, rowHeader: true, cell: (row) => text(shown(row.wording, language)), parse: upTo(500, 'wordingWrong', 1) },
    { ...figureColumn<IndicatorRow>({ ...VALUE, title: t('sheets.ind.col.value'), more: (row) => (row.value === null ? { why: t('sheets.ind.notLinked') } : {}) }, language), editable: (row) => row.value !== null && figureColumn<IndicatorRow>(VALUE, language).editable?.(row) === true },
    { id: 'basis', title: t('sheets.ind.col.basis'), width: 112, kind: 'select', options: () => [...bases.keys()], parse: choiceParser(bases, language), cell: (row) => text(t(`sheets.ind.basis.${row.basis}`)) },
    { id: 'usual', title: t('sheets.ind.col.source'), width: 150, kind: 'text', priority: 2, cell: (row) => text(shown(row.source, language)), parse: upTo(500, 'sourceWrong') },
    ...provenanceColumns<IndicatorRow>((row) => [cellOf(row)], language),
  ];
}
