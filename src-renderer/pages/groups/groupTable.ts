import type { GroupRow } from '#contract/api/groups.ts';
import { roundFor, type Language } from '#contract/format.ts';
import type { Num } from '#contract/models.ts';
import { leadOf, ownFigure } from '../../components/figures/index.ts';
import type { TableOut } from '../../components/TableActions.tsx';
import { translate } from '../../i18n/index.ts';
import { shown } from '../../lib/text.ts';
import { cellsOf, FIGURES } from './rows.ts';

const round = (num: Num, value: number | null): number | null => (value === null ? null : roundFor(value, num.unit));

/** The groups as they leave the program: real numbers rounded as on the screen, bounds, state in words, source. */
export function groupTable(rows: readonly GroupRow[], language: Language, title: string, note: string): TableOut {
  const t = (key: string): string => translate(key, { lng: language });
  const text = (key: string) => ({ title: t(key), kind: 'text' as const });
  const number = (key: string) => ({ title: t(key), kind: 'number' as const });
  return {
    title, note,
    columns: [
      text('groups.col.group'), text('groups.col.unit'), number('groups.col.size'), number('groups.col.low'), number('groups.col.high'),
      ...FIGURES.slice(1).map((column) => number(`groups.col.${column.id}`)), text('groups.col.state'), text('figures.col.method'), text('figures.col.source'), { title: t('figures.col.asOf'), kind: 'date' },
    ],
    rows: rows.map((row) => {
      const { size } = row;
      const lead = leadOf(cellsOf(row));
      const said = lead && (ownFigure(lead) || lead.ref?.kind === 'result') ? lead : null;
      return [
        shown(row.name, language), t(`units.${row.unit}.head`), round(size, size.value), round(size, size.low), round(size, size.high),
        ...FIGURES.slice(1).map((column) => round(column.cell(row), column.cell(row).value)), t(`states.${size.state}`),
        said ? t(`methods.${said.method}`) : null, said?.source || null, said?.asOf || null,
      ];
    }),
  };
}
