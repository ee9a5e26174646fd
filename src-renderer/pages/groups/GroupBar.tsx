import type { GroupRow } from '#contract/api/groups.ts';
import { formatDate, formatShare, formatValueRange } from '#contract/format.ts';
import { leadOf, ownFigure } from '../../components/figures/index.ts';
import { Raw, Uk } from '../../components/Text.tsx';
import type { ActiveCell } from '../../grid/index.ts';
import { useText } from '../../i18n/index.ts';
import { numText } from '../../lib/numbers.ts';
import { cellsOf, FIGURES } from './rows.ts';

/** Above the table: group · figure · where the active cell comes from; an own group can be removed. */
export function GroupBar({ at, readOnly, onRemove }: { readonly at: ActiveCell<GroupRow>; readonly readOnly: boolean; readonly onRemove: (row: GroupRow) => void }) {
  const { t, language } = useText();
  const { row, column } = at;
  const figure = ['group', 'unit'].includes(column.id) ? null : column.title;
  return (
    <>
      <span className="m gr-name"><Uk>{row.name}</Uk>{figure !== null && ` · ${figure.toLocaleLowerCase(language)}`}</span>
      <Origin at={at} />
      {row.own && <button type="button" className="g-bt" disabled={readOnly} onClick={() => onRemove(row)}>{t('groups.remove')}</button>}
    </>
  );
}

function Origin({ at: { row, column } }: { readonly at: ActiveCell<GroupRow> }) {
  const { t, language } = useText();
  if (['size', 'bounds', 'method', 'source', 'asOf'].includes(column.id) && row.size.state === 'assumption' && !ownFigure(row.size) && row.share?.base != null) {
    const range = row.share.low !== null && row.share.high !== null ? formatValueRange(row.share.low, row.share.high, 'share', language) : formatShare(row.share.base, language);
    return <span className="m s">{t(`groups.share.${row.share.of}`, { range })} · <Uk>{row.share.source}</Uk></span>;
  }
  const cell = FIGURES.find((one) => one.id === column.id)?.cell(row) ?? leadOf(cellsOf(row));
  if (!cell || !ownFigure(cell)) {
    return row.inside.value !== null && column.id === 'size' ? <span className="m s">{t('groups.inside', { value: numText(row.inside, language) })}</span> : null;
  }
  return (
    <span className="m s">
      {t(`methods.${cell.method}`)} · {cell.source === '' ? t('figures.noSource') : <Raw>{cell.source}</Raw>}{cell.asOf !== '' && ` · ${formatDate(cell.asOf, language)}`}
      {column.id === 'size' && row.inside.value !== null && row.inside.value !== row.size.value && ` · ${t('groups.inside', { value: numText(row.inside, language) })}`}
    </span>
  );
}
