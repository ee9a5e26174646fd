import { useState } from 'react';
import { editText } from '#contract/format.ts';
import type { Input } from '#contract/api.ts';
import { asApiError, call, type ApiError } from '../api.ts';
import { useText } from '../i18n/index.ts';
import { copyText, download, tsv } from '../lib/files.ts';
import { ErrorText } from './Notice.tsx';

/** A table as it leaves the program: heads, raw values (numbers as numbers, shares 0–1, dates ISO), null = not known. */
export type TableOut = Pick<Input<'table.xlsx'>, 'title' | 'columns' | 'rows'> & { readonly note?: string };

/** «Копіювати з заголовками» and «Зберегти .xlsx» of a table; `table` is built only when asked for. */
export function TableActions({ table }: { readonly table: () => TableOut }) {
  const { t, language } = useText();
  const [said, setSaid] = useState('');
  const [error, setError] = useState<ApiError | null>(null);
  const copy = async (): Promise<void> => {
    const { columns, rows } = table();
    const cell = (value: string | number | null, at: number): string =>
      value === null ? t('states.sign.unknown') : typeof value === 'number' ? editText(value, columns[at]?.kind === 'share' ? 'share' : 'count', language) : value;
    try {
      await copyText(tsv([columns.map((column) => column.title), ...rows.map((row) => row.map(cell))]));
      setSaid(t('common.copied'));
    } catch { setSaid(t('common.copyFailed')); }
  };
  const save = async (): Promise<void> => {
    setError(null);
    try {
      const file = await call('table.xlsx', { language, note: '', ...table() });
      download(file);
      setSaid(t('common.tableSaved'));
    } catch (thrown) { setError(asApiError(thrown)); }
  };
  return (
    <>
      <span className="note" role="status">{error ? <ErrorText error={error} /> : said}</span>
      <button type="button" className="ctl" aria-label={t('common.copyWithHeads')} title={t('common.copyWithHeads')} onClick={() => void copy()}>{t('common.copy')}</button>
      <button type="button" className="ctl" onClick={() => void save()}>{t('common.saveXlsx')}</button>
    </>
  );
}
