import { paint } from './paint.ts';
import { editText } from '#contract/format.ts';
import { call } from '../api.ts';
import { download } from '../lib/files.ts';
import { hasValue, type TwinCell, type TwinTable } from './types.ts';
import type { Words } from './words.ts';

/** What became of a copy: on the clipboard, saved as a file of this name, or neither. */
export type CopyResult = { readonly kind: 'copied' } | { readonly kind: 'downloaded'; readonly name: string } | { readonly kind: 'failed' };

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

function plainCell(cell: TwinCell, words: Words): string {
  if (cell.kind === 'text') return cell.label;
  if (cell.kind === 'bare') return cell.value === null ? words.t('unknown') : editText(cell.value, 'count', words.lang);
  return words.plain(cell.num);
}

/** The twin as tab-separated text with its headings, ready for a spreadsheet: numbers without groups, not known in words. */
export function tableText(table: TwinTable, words: Words): string {
  const clean = (text: string) => text.replace(/[\t\r\n]+/g, ' ');
  return [table.columns.map((c) => clean(c.label)), ...table.rows.map((r) => r.cells.map((c) => clean(plainCell(c, words))))].map((line) => line.join('\t')).join('\r\n');
}

/** The twin as an HTML table for text processors. */
export function tableHtml(table: TwinTable, words: Words): string {
  const head = table.columns.map((c) => `<th>${escape(c.label)}</th>`).join('');
  const body = table.rows.map((r) => `<tr>${r.cells.map((c) => `<td>${escape(plainCell(c, words))}</td>`).join('')}</tr>`).join('');
  return `<table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>`;
}

/** Puts the table on the clipboard as text and as HTML; where that is not allowed, saves a .tsv file. */
export async function copyTable(table: TwinTable, words: Words, name: string): Promise<CopyResult> {
  const text = new Blob([tableText(table, words)], { type: 'text/plain' });
  const html = new Blob([tableHtml(table, words)], { type: 'text/html' });
  return give({ 'text/plain': text, 'text/html': html }, text, `${name}.tsv`);
}

/** Saves the table as an .xlsx file: numbers as numbers, shares as per cent, not known as an empty cell. */
export async function saveTable(table: TwinTable, words: Words, title: string): Promise<CopyResult> {
  const raw = (cell: TwinCell): string | number | null => (cell.kind === 'text' ? cell.label : cell.kind === 'bare' ? cell.value : hasValue(cell.num) ? cell.num.value : null);
  const kind = (at: number): 'text' | 'number' | 'share' => {
    const cells = table.rows.flatMap((row) => row.cells[at] ?? []);
    if (cells.some((cell) => cell.kind === 'num' && cell.num.unit === 'share')) return 'share';
    return cells.some((cell) => cell.kind !== 'text') ? 'number' : 'text';
  };
  const file = await call('table.xlsx', {
    title, note: '', language: words.lang, columns: table.columns.map((column, at) => ({ title: column.label, kind: kind(at) })), rows: table.rows.map((row) => row.cells.map(raw)),
  });
  download(file);
  return { kind: 'downloaded', name: file.name };
}

/** Draws an element with its computed colours and fonts at twice its size and puts it on the clipboard; else saves a .png file. */
export async function copyImage(element: HTMLElement, name: string): Promise<CopyResult> {
  const canvas = paint(element, 2);
  const png = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
  return png ? give({ 'image/png': png }, png, `${name}.png`) : { kind: 'failed' };
}

/** Saves what {@link copyImage} draws as a .png file. */
export async function saveImage(element: HTMLElement, name: string): Promise<void> {
  const png = await new Promise<Blob | null>((done) => paint(element, 2).toBlob(done, 'image/png'));
  if (png) saveBlob(png, `${name}.png`);
}

function saveBlob(file: Blob, name: string): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

async function give(items: Record<string, Blob>, file: Blob, name: string): Promise<CopyResult> {
  try {
    await navigator.clipboard.write([new ClipboardItem(items)]);
    return { kind: 'copied' };
  } catch {
    // The clipboard may be forbidden (no focus, no permission): a file is better than nothing.
    saveBlob(file, name);
    return { kind: 'downloaded', name };
  }
}
