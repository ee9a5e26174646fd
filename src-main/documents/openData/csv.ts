/** A value of a table: text, a number, yes or no; null = an empty cell. */
export type CsvValue = string | number | boolean | null;

/** A cell that a spreadsheet would run as a formula is kept as text. */
const safe = (text: string): string => (/^[=+@\t\r-]/.test(text) ? `'${text}` : text);

function cell(value: CsvValue): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const text = safe(value.replaceAll('\u0000', ''));
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A table as CSV (RFC 4180): UTF-8 without a mark, comma, CRLF, a head of names, decimal points. */
export const csv = (head: readonly string[], rows: readonly (readonly CsvValue[])[]): string =>
  [head, ...rows].map((row) => row.map(cell).join(',')).join('\r\n') + '\r\n';
