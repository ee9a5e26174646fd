import type { IndicatorCell, IndicatorInfo, IntegrationView } from '#contract/api/integration.ts';
import { editText, formatDate, formatNumber, formatValue, type Language } from '#contract/format.ts';
import { INDICATOR_METHODS, SELECTIONS } from '#contract/lists.ts';
import { choiceParser, dateParser, numberParser, numCell, type GridCell, type GridColumn } from '../../../grid/index.ts';
import { translate } from '../../../i18n/index.ts';
import { hasCyrillic, shown } from '../../../lib/text.ts';
import { peopleOf, unitName } from './texts.ts';

/** A line of the sheet with its indicator. */
export interface ValueRow extends IndicatorCell { readonly info: IndicatorInfo }

const LONGEST = { source: 400, note: 1000 } as const;
const counted = (row: ValueRow): boolean => row.info.kind !== 'value' && row.numerator !== null && row.denominator !== null;

/** Columns of the sheet of a period. */
export function valueColumns(view: IntegrationView, language: Language): readonly GridColumn<ValueRow>[] {
  const t = (key: string, more: Record<string, unknown> = {}): string => translate(key, { lng: language, ...more });
  const methods = new Map(INDICATOR_METHODS.map((each) => [t(`methods.${each}`), each as string]));
  const selections = new Map(SELECTIONS.map((each) => [t(`surveys.select.${each}`), each as string]));
  const plainText = (text: string): GridCell => ({ text, state: 'known', lang: language === 'en' && hasCyrillic(text) ? 'uk' : undefined });
  const count = (field: 'numerator' | 'denominator'): GridColumn<ValueRow> => ({
    id: field, title: t(`integration.col.${field}`), width: 90, align: 'right', kind: 'number', parse: numberParser('decimal', language),
    editable: (row) => (field === 'numerator' ? row.info.kind !== 'value' : row.info.denominator !== null),
    cell: (row) => {
      const na = field === 'numerator' ? row.info.kind === 'value' : row.info.denominator === null;
      const value = row[field];
      return na ? { text: '', state: 'na', why: t(field === 'numerator' ? 'integration.values.noNumerator' : 'integration.values.noDenominator') }
        : { text: value === null ? '' : editText(value, 'amount', language), display: value === null ? undefined : formatNumber(value, language), state: value === null ? 'unknown' : 'known', number: value, title: shown((field === 'numerator' ? row.info.numerator : row.info.denominator) ?? row.info.numerator, language) };
    },
  });
  const bound = (field: 'low' | 'high'): GridColumn<ValueRow> => ({
    id: field, title: t(`integration.col.${field}`), width: 76, align: 'right', kind: 'number', priority: 2, parse: (text, row) => numberParser(row.info.unit === 'share' ? 'share' : 'decimal', language)(text),
    cell: (row) => {
      const entered = row[field];
      const found = row.num[field];
      // Wilson's bounds are shown but not copied as if somebody had entered them.
      const text = entered === null ? '' : editText(entered, row.num.unit, language);
      const told = entered ?? (row.as === 'sample' ? found : null);
      return { text, state: entered === null ? 'computed' : 'known', number: told, unit: row.num.unit, display: told === null ? '' : formatValue(told, row.num.unit, language), words: told === null ? t('common.noBounds') : formatValue(told, row.num.unit, language) };
    },
  });
  const text = (id: 'source' | 'note', width: number): GridColumn<ValueRow> => ({
    id, title: t(`integration.col.${id}`), width, kind: 'text', priority: 2, grow: id === 'source', cell: (row) => plainText(row[id]),
    parse: (typed) => (typed.length > LONGEST[id] ? { ok: false, message: t('integration.values.long', { max: LONGEST[id] }) } : { ok: true, value: typed.trim() }),
  });
  return [
    { id: 'indicator', title: t('integration.col.indicator'), width: 220, grow: true, kind: 'computed', frozen: true, rowHeader: true, cell: (row) => ({ ...plainText(shown(row.info.name, language)), title: shown(row.info.name, language), why: t('integration.values.whyName') }) },
    { id: 'people', title: t('integration.col.people'), width: 92, kind: 'computed', frozen: true, cell: (row) => ({ ...plainText(shown(peopleOf(view, row.population), language)), why: t('integration.values.whyName') }) },
    count('numerator'), count('denominator'),
    {
      id: 'value', title: t('integration.col.value'), width: 96, align: 'right', kind: 'number', editable: (row) => !counted(row), parse: (typed, row) => numberParser(row.info.unit === 'share' ? 'share' : row.info.own && row.info.kind === 'value' ? 'signed' : 'decimal', language)(typed),
      cell: (row) => numCell(row.num, language, { why: counted(row) ? t('integration.values.computed') : undefined, title: row.as === 'none' ? undefined : t(`integration.as.${row.as}`) }),
    },
    { id: 'unit', title: t('integration.col.unit'), width: 84, kind: 'text', priority: 2, editable: () => false, cell: (row) => ({ ...plainText(unitName(row.info, language)), why: t('integration.values.whyName') }) },
    bound('low'), bound('high'),
    { id: 'method', title: t('integration.col.method'), width: 90, kind: 'select', priority: 2, options: () => [...methods.keys()], parse: choiceParser(methods, language), cell: (row) => ({ text: row.stored ? t(`methods.${row.method}`) : '', state: 'known', display: row.stored ? undefined : <span className="q" aria-hidden="true">–</span> }) },
    { id: 'selection', title: t('integration.col.selection'), width: 100, kind: 'select', priority: 2, editable: (row) => row.method === 'survey', options: () => [...selections.keys()], parse: choiceParser(selections, language), cell: (row) => (row.method === 'survey' ? { text: t(`surveys.select.${row.selection}`), state: 'known' } : { text: '', state: 'na', why: t('integration.values.noSelection') }) },
    text('source', 150),
    { id: 'asOf', title: t('integration.col.asOf'), width: 88, kind: 'date', priority: 2, parse: dateParser(language), cell: (row) => ({ text: row.asOf === '' ? '' : formatDate(row.asOf, language), state: 'known' }) },
    text('note', 110),
  ];
}
