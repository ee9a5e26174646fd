import type { ReactNode } from 'react';
import { EmptyState } from '../../components/Page.tsx';
import { TableActions, type TableOut } from '../../components/TableActions.tsx';
import { useText } from '../../i18n/index.ts';

/** A column: how it is shown (`cell`; absent = only in copies and files) and how it leaves the program (`out`). */
export interface RefColumn<R> {
  readonly id: string;
  readonly title: string;
  readonly cell?: (row: R) => ReactNode;
  readonly out: (row: R) => string | number | null;
  readonly kind?: 'text' | 'number' | 'share' | 'date';
  readonly align?: 'right';
  readonly narrow?: boolean;
  /** Share of the width of the table, in per cent; the rest is left to the others. */
  readonly width?: number;
}

/** At most this many rows are drawn; a search or the saved table gives the rest. */
const DRAWN = 400;
const LONGEST = 2000;

interface RefTableProps<R> {
  readonly caption: string;
  readonly rows: readonly R[];
  readonly all: number;
  readonly columns: readonly RefColumn<R>[];
  readonly rowId: (row: R) => string;
  readonly selected: string | null;
  readonly onClear?: () => void;
}

/** A table of the reference book. The first column is the head of the row. */
export function RefTable<R>({ caption, rows, columns, rowId, selected, onClear }: RefTableProps<R>) {
  const { t } = useText();
  const shown = columns.filter((column) => column.cell !== undefined);
  if (rows.length === 0) return <EmptyState title={t('reference.none')} text={t('reference.noneText')}>{onClear && <button type="button" className="ctl" onClick={onClear}>{t('reference.showAll')}</button>}</EmptyState>;
  return (
    <div className="rtw" role="group" aria-label={caption} tabIndex={0}>
      <table className="tb rt">
        <caption className="vh">{caption}</caption>
        <colgroup>{shown.map((column) => <col key={column.id} style={column.width === undefined ? undefined : { width: `${column.width}%` }} />)}</colgroup>
        <thead><tr>{shown.map((column) => <th key={column.id} scope="col" className={column.align === 'right' ? 'r' : undefined}>{column.title}</th>)}</tr></thead>
        <tbody>
          {rows.slice(0, DRAWN).map((row) => {
            const id = rowId(row);
            return (
              <tr key={id} id={`row-${id}`} data-on={id === selected || undefined}>
                {shown.map((column, at) => {
                  const look = `${column.align === 'right' ? 'r ' : ''}${column.narrow ? 'nw' : ''}`;
                  return at === 0 ? <th key={column.id} scope="row" className={look}>{column.cell?.(row)}</th> : <td key={column.id} className={look}>{column.cell?.(row)}</td>;
                })}
              </tr>
            );
          })}
        </tbody>
      </table>
      {rows.length > DRAWN && <p className="note">{t('reference.found', { n: DRAWN, all: rows.length })}</p>}
    </div>
  );
}

/** «Копіювати» and «Зберегти .xlsx» of the rows that are shown, with every column. */
export function RefActions<R>({ title, rows, columns }: { readonly title: string; readonly rows: readonly R[]; readonly columns: readonly RefColumn<R>[] }) {
  const table = (): TableOut => ({
    title, columns: columns.map((column) => ({ title: column.title, kind: column.kind ?? 'text' })),
    rows: rows.map((row) => columns.map((column) => { const value = column.out(row); return typeof value === 'string' ? value.slice(0, LONGEST) : value; })),
  });
  return <TableActions table={table} />;
}
