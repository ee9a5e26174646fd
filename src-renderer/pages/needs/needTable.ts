import type { NeedRow } from '#contract/api/needs.ts';
import { roundFor } from '#contract/format.ts';
import type { Num } from '#contract/models.ts';
import { leadOf, ownFigure } from '../../components/figures/index.ts';
import type { TableOut } from '../../components/TableActions.tsx';
import { translate } from '../../i18n/index.ts';
import { shown } from '../../lib/text.ts';
import type { Language } from '#contract/format.ts';
import { cellsOf, ENTERED } from './rows.ts';

/** Persons rounded as on the screen, shares as they are; not known stays empty. */
const value = (num: Num): number | null => (num.value === null || num.state === 'na' ? null : num.unit === 'share' ? num.value : roundFor(num.value, num.unit));
const bound = (num: Num, side: number | null): number | null => (side === null ? null : num.unit === 'share' ? side : roundFor(side, num.unit));

/** Numbers that may read otherwise than what was approved. */
const COMPARED = [...ENTERED, 'unmet', 'coverage'] as const;

/** The table as it leaves the program: real numbers, the state in words, the source of each service's figures, and beside a number what was approved where that reads otherwise. */
export function needTable(rows: readonly NeedRow[], language: Language, title: string, note: string): TableOut {
  const t = (key: string, params: Record<string, unknown> = {}): string => translate(key, { lng: language, ...params });
  const number = (key: string) => ({ title: t(key), kind: 'number' as const });
  const text = (key: string) => ({ title: t(key), kind: 'text' as const });
  const changed = new Set(COMPARED.filter((id) => rows.some((row) => row[id].approved !== undefined)));
  const approvedHead = (id: (typeof COMPARED)[number]): TableOut['columns'] =>
    (changed.has(id) ? [{ title: t('needs.approvedCol', { column: t(`needs.col.${id}`) }), kind: id === 'hiddenShare' || id === 'coverage' ? 'share' : 'number' }] : []);
  const approvedCell = (num: Num, id: (typeof COMPARED)[number]): TableOut['rows'][number] =>
    (!changed.has(id) ? [] : num.approved === undefined ? [''] : [num.approved === null ? t('states.sign.unknown') : value({ ...num, value: num.approved, state: 'computed' })]);
  return {
    title, note,
    columns: [
      text('needs.col.code'), text('needs.col.service'), text('needs.col.unit'),
      ...ENTERED.flatMap((id) => [{ title: t(`needs.col.${id}`), kind: id === 'hiddenShare' ? 'share' as const : 'number' as const }, ...approvedHead(id)]),
      number('needs.col.unmet'), ...approvedHead('unmet'), number('needs.col.low'), number('needs.col.high'), { title: t('needs.col.coverage'), kind: 'share' }, ...approvedHead('coverage'), text('needs.col.state'),
      text('figures.col.method'), text('figures.col.source'), { title: t('figures.col.asOf'), kind: 'date' },
    ],
    rows: rows.map((row) => {
      const lead = leadOf(cellsOf(row));
      const conflict = row.excess.state === 'conflict';
      return [
        row.code, row.name === null ? t('needs.nameless') : shown(row.name, language), t(`units.${row.counted}.head`), ...ENTERED.flatMap((id) => [row[id].state === 'na' ? t('states.na') : value(row[id]), ...approvedCell(row[id], id)]),
        conflict ? null : value(row.unmet), ...approvedCell(row.unmet, 'unmet'), conflict ? null : bound(row.unmet, row.unmet.low), conflict ? null : bound(row.unmet, row.unmet.high), value(row.coverage), ...approvedCell(row.coverage, 'coverage'),
        conflict && row.excess.value !== null ? t('needs.stateConflict', { value: roundFor(row.excess.value, row.excess.unit) }) : t(`needs.state.${row.state}`),
        lead && ownFigure(lead) ? t(`methods.${lead.method}`) : null, lead?.source || null, lead?.asOf || null,
      ];
    }),
  };
}
