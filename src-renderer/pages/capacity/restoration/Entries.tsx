import { useState, type ReactNode } from 'react';
import { Card, EmptyState } from '../../../components/Page.tsx';
import { ErrorNotice } from '../../../components/Notice.tsx';
import { TableActions, type TableOut } from '../../../components/TableActions.tsx';
import { Raw } from '../../../components/Text.tsx';
import { useText } from '../../../i18n/index.ts';
import { plainText } from '../../../lib/text.ts';
import { usePlan } from '../../../plan/store.ts';
import { useSend, type Send } from '../../needs/cycle/useSend.ts';

/** A column: what the page shows and what leaves the program. */
export interface EntryColumn<R> { readonly title: string; readonly kind?: 'number' | 'date'; readonly right?: boolean; readonly out: (row: R) => string | number | null; readonly show?: (row: R) => ReactNode }

interface Props<R> {
  readonly title: string;
  readonly note?: ReactNode;
  /** Sums over the table. */
  readonly lead?: ReactNode;
  readonly rows: readonly R[];
  readonly columns: readonly EntryColumn<R>[];
  readonly name: (row: R) => string;
  readonly empty: string;
  readonly emptyText: string;
  readonly add: string;
  readonly extra?: ReactNode;
  readonly onRemove: (send: Send['send'], row: R) => void;
  /** The form of a row, or of a new one (null). */
  readonly form: (row: R | null, onDone: () => void) => ReactNode;
}

/** A list of entries: adding, changing and removing each, copying and saving them all. */
export function Entries<R extends { readonly id: string }>({ title, note, lead, rows, columns, name, empty, emptyText, add, extra, onRemove, form }: Props<R>) {
  const { t, language } = useText();
  const send = useSend();
  const readOnly = usePlan((plan) => plan.info?.readOnly === true);
  const [editing, setEditing] = useState<R | 'new' | null>(null);
  const table = (): TableOut => ({ title, columns: columns.map((column) => ({ title: column.title, kind: column.kind ?? 'text' })), rows: rows.map((row) => columns.map((column) => column.out(row))) });
  const button = <button type="button" className="ctl" disabled={readOnly} onClick={() => setEditing('new')}>{add}</button>;
  return (
    <Card title={title} note={note} action={rows.length > 0 && <span className="row">{extra}{button}<TableActions table={table} /></span>}>
      {send.error && <ErrorNotice error={send.error} />}
      {rows.length > 0 && lead}
      {rows.length === 0 ? <EmptyState title={empty} text={emptyText}>{button}{extra}</EmptyState> : (
        <div className="rs-scroll" role="group" aria-label={title} tabIndex={0}>
          <table className="tb rs-table">
            <caption className="vh">{title}</caption>
            <thead><tr>{columns.map((column) => <th key={column.title} scope="col" className={column.right ? 'r' : undefined}>{column.title}</th>)}<th scope="col"><span className="vh">{t('capacity.field.actions')}</span></th></tr></thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.id}>
                  {columns.map((column, at) => {
                    const out = column.out(row);
                    const inside = column.show ? column.show(row) : <Raw>{out === null ? '' : String(out)}</Raw>;
                    return at === 0 ? <th key={column.title} scope="row">{inside}</th> : <td key={column.title} className={column.right ? 'r' : undefined}>{inside}</td>;
                  })}
                  <td className="r"><span className="cy-acts">
                    <button type="button" className="link" disabled={readOnly} aria-label={t('capacity.providers.editOf', { name: plainText(name(row), language) })} onClick={() => setEditing(row)}>{t('capacity.providers.edit')}</button>
                    <button type="button" className="link" disabled={readOnly} aria-label={t('capacity.providers.removeOf', { name: plainText(name(row), language) })} onClick={() => onRemove(send.send, row)}>{t('common.remove')}</button>
                  </span></td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {editing !== null && form(editing === 'new' ? null : editing, () => setEditing(null))}
    </Card>
  );
}
