import type { Edition, IntegrationView } from '#contract/api/integration.ts';
import { roundFor, type Language } from '#contract/format.ts';
import type { Num } from '#contract/models.ts';
import type { TableOut } from '../../../components/TableActions.tsx';
import { translate } from '../../../i18n/index.ts';
import { periodText } from '../../../lib/period.ts';
import { shown } from '../../../lib/text.ts';
import { dimensionOf, peopleOf, pointOf, unitName } from './texts.ts';

/** A share leaves as per cent: shares, scores and counts stand in one column, their unit beside them. */
const out = (num: Num | undefined, side: 'value' | 'low' | 'high' = 'value'): number | null => {
  const value = num === undefined || num.state === 'na' ? null : num[side];
  return value === null || num === undefined ? null : num.unit === 'share' ? roundFor(value * 100, 'points') : roundFor(value, num.unit);
};

const COLUMNS = ['dimension', 'indicator', 'people', 'unit', 'baselinePeriod', 'baseline', 'lastPeriod', 'last', 'low', 'high', 'as', 'target', 'due', 'reason', 'progress', 'turn', 'gap', 'gapLow', 'gapHigh', 'trend', 'source'] as const;
const NUMBERS: ReadonlySet<string> = new Set(['baseline', 'last', 'low', 'high', 'target', 'gap', 'gapLow', 'gapHigh']);

/** Indicators as they leave the program. */
export function stateOut(view: IntegrationView, edition: Edition, language: Language): TableOut {
  const t = (key: string, more: Record<string, unknown> = {}): string => translate(`integration.${key}`, { lng: language, ...more });
  return {
    title: t('table'), note: t('tableNote', { edition: t(`editions.${edition}`) }),
    columns: COLUMNS.map((id) => ({ title: t(`col.${id}`), kind: id === 'due' ? 'date' : id === 'progress' ? 'share' : NUMBERS.has(id) ? 'number' : 'text' })),
    rows: view.rows.flatMap((row) => {
      const indicator = view.indicators.find((each) => each.id === row.indicator);
      if (!indicator) return [];
      const [first, last, gap] = [pointOf(row, row.baseline), pointOf(row, row.last), row.gaps.at(-1)];
      return [[
        shown(dimensionOf(view, indicator.dimension), language), shown(indicator.name, language), shown(peopleOf(view, row.population), language), unitName(indicator, language),
        first ? periodText(first.period, language) : null, out(first?.num), last ? periodText(last.period, language) : null, out(last?.num), out(last?.num, 'low'), out(last?.num, 'high'), last ? (last.hidden ? t('hidden') : t(`as.${last.as}`)) : null,
        out(row.target?.num), row.target?.due || null, row.target?.reason || null, row.progress.state === 'na' ? null : row.progress.value, row.turn === null ? null : t(`turn.${row.turn}`),
        out(gap?.num), out(gap?.num, 'low'), out(gap?.num, 'high'), row.trend ? t(`trend.${row.trend.way}`) : null, indicator.gapOf !== null ? t('byProgram') : last?.source || null,
      ]];
    }),
  };
}
