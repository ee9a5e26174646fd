import type { NeedRow } from '#contract/api/needs.ts';
import { formatDate } from '#contract/format.ts';
import type { Cell } from '#contract/models.ts';
import { isProvenance, leadOf, ownFigure } from '../../components/figures/index.ts';
import { Raw } from '../../components/Text.tsx';
import type { ActiveCell } from '../../grid/index.ts';
import { useText } from '../../i18n/index.ts';
import { numText } from '../../lib/numbers.ts';
import { hasCyrillic } from '../../lib/text.ts';
import { cellsOf, nameOf } from './rows.ts';

/** Above the table: code · service · figure · formula or source of the active cell, and how the need is found. */
export function NeedBar({ at, onSurvey }: { readonly at: ActiveCell<NeedRow>; readonly onSurvey: (row: NeedRow) => void }) {
  const { t, language } = useText();
  const { row, column } = at;
  const name = nameOf(row, language) ?? t('needs.nameless');
  const figure = ['code', 'service'].includes(column.id) ? null : column.title;
  return (
    <>
      {row.code !== null && <span className="mono nd-code">{row.code}</span>}
      <span className="m nd-place"><span lang={language === 'en' && hasCyrillic(name) ? 'uk' : undefined}>{name}</span>{figure !== null && ` · ${figure.toLocaleLowerCase(language)}`}</span>
      <Origin at={at} />
      <button type="button" className="g-bt fg-wide" onClick={() => onSurvey(row)}>{t('needs.found', { method: t(`needs.method.${row.chosen}`) })}</button>
    </>
  );
}

/** The formula of a computed number, or the source of an entered one. */
function Origin({ at: { row, column } }: { readonly at: ActiveCell<NeedRow> }) {
  const { t, language } = useText();
  const n = (num: Parameters<typeof numText>[0]): string => numText({ ...num, state: num.state === 'conflict' ? 'known' : num.state }, language);
  const need = row.chosen === 'registry' ? row.identified : row.general;
  if (column.id === 'unmet' || column.id === 'bounds') {
    if (row.excess.state === 'conflict') return <span className="mono">{`= ${n(row.served)} − ${n(need)}`}</span>;
    return row.unmet.value === null ? null : <span className="mono">{`= ${n(need)} − ${n(row.served)}`}</span>;
  }
  if (column.id === 'coverage') return row.coverage.value === null ? null : <span className="mono">{`= ${n(row.served)} : ${n(need)}`}</span>;
  const cell: Cell | undefined = isProvenance(column.id) ? leadOf(cellsOf(row)) : column.id in row ? row[column.id as keyof NeedRow] as Cell : undefined;
  if (!cell || typeof cell !== 'object' || !('key' in cell) || !ownFigure(cell)) return null;
  return <span className="m s">{[t(`methods.${cell.method}`), cell.source === '' ? t('figures.noSource') : null].filter((part) => part !== null).join(' · ')}{cell.source !== '' && <> · <Raw>{cell.source}</Raw></>}{cell.asOf !== '' && ` · ${formatDate(cell.asOf, language)}`}</span>;
}
