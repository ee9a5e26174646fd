/**
 * Blocks of cells as spreadsheets put them on the clipboard: cells parted by tabs, rows by line ends. Excel and LibreOffice put a cell
 * in quotes (doubling its own) only when it holds a tab or a line end; a name such as "Надія" keeps its quotes bare. CSV readers take
 * such a bare quote for the start of a quoted cell and swallow the rows after it, hence this reader.
 */
export function parseBlock(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at <= text.length) {
    const [cell, next] = readCell(text, at);
    row.push(cell);
    if (text[next] === '\t') { at = next + 1; continue; }
    rows.push(row);
    row = [];
    if (next >= text.length) break;
    at = next + (text.startsWith('\r\n', next) ? 2 : 1);
    if (at >= text.length) break; // spreadsheets end the last row too
  }
  return rows;
}

const isEnd = (c: string | undefined): boolean => c === undefined || c === '\t' || c === '\n' || c === '\r';

/** Reads one cell from `start`; returns its text and where it ended (a tab, a line end or the end of the text). */
function readCell(text: string, start: number): [string, number] {
  if (text[start] === '"') {
    let at = start + 1;
    while (at < text.length) {
      if (text[at] !== '"') { at++; continue; }
      if (text[at + 1] === '"') { at += 2; continue; }
      break;
    }
    const inside = text.slice(start + 1, at);
    if (text[at] === '"' && isEnd(text[at + 1]) && (/[\t\n\r]/.test(inside) || inside.includes('""'))) {
      return [inside.replaceAll('""', '"').replace(/\r\n?/g, '\n'), at + 1];
    }
  }
  let end = start;
  while (!isEnd(text[end])) end++;
  return [text.slice(start, end), end];
}

/** A block as text for the clipboard; {@link parseBlock}, Excel and LibreOffice read it back. */
export function blockToText(block: readonly (readonly string[])[]): string {
  const cell = (text: string): string => (/[\t\n\r]/.test(text) || text.startsWith('"') ? `"${text.replaceAll('"', '""')}"` : text);
  return block.map((row) => row.map(cell).join('\t')).join('\r\n');
}

/** A block as an HTML table for the clipboard: keeps cells apart where a program prefers HTML. */
export function blockToHtml(block: readonly (readonly string[])[]): string {
  const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\n', '<br>');
  return `<meta charset="utf-8"><table>${block.map((row) => `<tr>${row.map((text) => `<td>${escape(text)}</td>`).join('')}</tr>`).join('')}</table>`;
}

/**
 * What a block of `height` × `width` selected cells receives: a single value fills the selection, a block whose height (or width)
 * divides that of the selection repeats, any other block is laid out once from the top left corner.
 */
export function layOut(block: readonly (readonly string[])[], height: number, width: number): string[][] {
  const rows = block.length;
  const cols = Math.max(0, ...block.map((row) => row.length));
  if (rows === 0 || cols === 0) return [];
  const tall = height % rows === 0 ? height : rows;
  const wide = width % cols === 0 ? width : cols;
  return Array.from({ length: tall }, (_, r) => Array.from({ length: wide }, (_, c) => block[r % rows]?.[c % cols] ?? ''));
}
