import type { CapacityRow } from '#contract/api/capacity.ts';
import { roundFor, type Language } from '#contract/format.ts';
import type { Num } from '#contract/models.ts';
import { leadOf, ownFigure } from '../../components/figures/index.ts';
import type { TableOut } from '../../components/TableActions.tsx';
import { translate } from '../../i18n/index.ts';
import { shown } from '../../lib/text.ts';
import { cellsOf, COMPUTED, ENTERED, isNorm, providedBy } from './rows.ts';

const value = (num: Num): number | null => (num.value === null || num.state === 'na' ? null : roundFor(num.value, num.unit));

/** The capacity table as it leaves the program: real numbers, "at most" in its own column, the source of each service's figures. */
export function capacityOut(rows: readonly CapacityRow[], year: number, language: Language): TableOut {
  const t = (key: string, params: Record<string, unknown> = {}): string => translate(key, { lng: language, ...params });
  const number = (key: string) => ({ title: t(key), kind: 'number' as const });
  const text = (key: string) => ({ title: t(key), kind: 'text' as const });
  return {
    title: t('capacity.title'), note: t('capacity.out.note', { year }),
    columns: [
      text('capacity.col.code'), text('capacity.col.service'), text('capacity.out.counted'), text('capacity.col.provided'), ...ENTERED.map((id) => number(`capacity.col.${id}`)), text('capacity.out.load'),
      ...COMPUTED.map((id) => (id === 'limit' ? text('capacity.col.limit') : number(`capacity.col.${id}`))), number('capacity.out.atMost'),
      text('figures.col.method'), text('figures.col.source'), { title: t('figures.col.asOf'), kind: 'date' },
    ],
    rows: rows.map((row) => {
      const lead = leadOf(cellsOf(row));
      const norm = isNorm(row.loadPerPost) ? t(row.loadPerPost.recalled ? 'capacity.out.recalled' : 'capacity.out.norm', { act: row.loadPerPost.source }) : null;
      return [
        row.code, row.name === null ? t('capacity.nameless') : shown(row.name, language), t(`units.${row.counted}.head`), t(`capacity.provided.${providedBy(row).answer}`), ...ENTERED.map((id) => value(row[id])), norm,
        ...COMPUTED.map((id) => (id === 'limit' ? (row.limit === null || row.capacity.value === null ? null : t(`capacity.limit.${row.limit}`)) : value(row[id]))),
        row.capacity.value === null && row.capacity.high !== null ? roundFor(row.capacity.high, row.capacity.unit) : null,
        lead && ownFigure(lead) ? t(`methods.${lead.method}`) : null, lead?.source || null, lead?.asOf || null,
      ];
    }),
  };
}
