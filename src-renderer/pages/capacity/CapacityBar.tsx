import type { CapacityRow } from '#contract/api/capacity.ts';
import { formatDate } from '#contract/format.ts';
import type { Cell, Num } from '#contract/models.ts';
import { isProvenance, leadOf, ownFigure } from '../../components/figures/index.ts';
import { Mark } from '../../components/Marks.tsx';
import { Raw } from '../../components/Text.tsx';
import type { ActiveCell } from '../../grid/index.ts';
import { useText } from '../../i18n/index.ts';
import { numText } from '../../lib/numbers.ts';
import { hasCyrillic } from '../../lib/text.ts';
import { cellsOf, ENTERED, isNorm, nameOf, type Entered } from './rows.ts';

/** Above the table: code · service · figure · formula or source of the active cell. */
export function CapacityBar({ at: { row, column } }: { readonly at: ActiveCell<CapacityRow> }) {
  const { t, language } = useText();
  const name = nameOf(row, language) ?? t('capacity.nameless');
  const figure = column.id === 'code' || column.id === 'service' ? null : column.title;
  return (
    <>
      {row.code !== null && <span className="mono cy-code">{row.code}</span>}
      <span className="m"><span lang={language === 'en' && hasCyrillic(name) ? 'uk' : undefined}>{name}</span>{figure !== null && ` · ${figure.toLocaleLowerCase(language)}`}</span>
      <Origin row={row} column={column.id} />
    </>
  );
}

/** The formula of a computed number, or the source of an entered one. */
function Origin({ row, column }: { readonly row: CapacityRow; readonly column: string }) {
  const { t, language } = useText();
  const n = (num: Num): string => numText(num, language);
  const mono = (text: string) => <span className="mono">{`= ${text}`}</span>;
  switch (column) {
    case 'byStaff': return row.byStaff.value === null ? null : mono(`${n(row.postsFilled)} × ${n(row.loadPerPost)}`);
    case 'byPlaces': return row.byPlaces.value === null ? null : mono(row.turnover.value === null ? `${n(row.places)} × 1` : `${n(row.places)} × ${n(row.turnover)}`);
    case 'byVehicles': return row.byVehicles.value === null ? null : mono(`${n(row.vehicles)} × ${n(row.loadPerVehicle)}`);
    case 'byHours': return row.byHours.value === null ? null : mono(`${n(row.hours)} / ${n(row.hoursPerPerson)}`);
    case 'vacancies': return row.vacancies.value === null ? null : mono(`${n(row.posts)} − ${n(row.postsFilled)}`);
    case 'vacancyEffect': return row.vacancyEffect.value === null ? null : mono(`${n(row.vacancies)} × ${n(row.loadPerPost)}`);
    case 'capacity': case 'limit': return row.capacity.value === null ? null : <span className="m s">{t('capacity.smallest')}</span>;
    default: {
      const cell: Cell | undefined = isProvenance(column) ? leadOf(cellsOf(row)) : (ENTERED as readonly string[]).includes(column) ? row[column as Entered] : undefined;
      return cell ? <Source cell={cell} /> : null;
    }
  }
}

function Source({ cell }: { readonly cell: Cell }) {
  const { t, language } = useText();
  if (isNorm(cell)) return <span className="m s">{t('capacity.normShort')}: <Raw>{cell.source}</Raw>{cell.recalled && <> <Mark kind="recalled" /></>}</span>;
  if (!ownFigure(cell)) return null;
  return <span className="m s">{t(`methods.${cell.method}`)} · {cell.source === '' ? t('figures.noSource') : <Raw>{cell.source}</Raw>}{cell.asOf !== '' && ` · ${formatDate(cell.asOf, language)}`}</span>;
}
